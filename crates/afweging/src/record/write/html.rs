//! One HTML page that reads well aloud, on paper and in the dark, without script and without anything from elsewhere.

use super::entries;
use crate::code::Language;
use crate::record::page::{PageBlock, PageItem, PageSpan, RecordPage};

const CSS: &str = "\
:root { --ink: #1b1f24; --ink-soft: #4a525c; --paper: #ffffff; --paper-panel: #f3f5f7; --line: #c3cad2; --ink-link: #0b4f94; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebee; --ink-soft: #b3bcc6; --paper: #15191e; --paper-panel: #1f252c; --line: #46505b; --ink-link: #8fc2ff; }
}
* { box-sizing: border-box; }
html { font: 1.0625rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; color: var(--ink); background: var(--paper); }
h1, h2 { line-height: 1.25; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .6em; }
h2 { font-size: 1.2rem; margin: 1.8em 0 .5em; border-top: 2px solid var(--line); padding-top: .8em; }
p { margin: .5em 0; }
ul { margin: .4em 0; padding-left: 1.3rem; }
li { margin: .35em 0; overflow-wrap: anywhere; }
q { font-style: italic; }
q:lang(nl) { quotes: '„' '”' '‚' '’'; }
q:lang(en) { quotes: '“' '”' '‘' '’'; }
.soft { color: var(--ink-soft); font-size: .88em; }
.first { background: var(--paper-panel); padding: .5rem 1rem; border-radius: .4rem; }
.box { border: 2px solid var(--ink-soft); border-radius: .4rem; padding: 0 1rem .6rem; margin: 1.5rem 0; }
.box h2 { border-top: 0; margin-top: .6em; padding-top: 0; }
code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .82em; color: var(--ink-soft); overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); border: 2px solid var(--ink-link); color: var(--ink-link); }
.table { overflow-x: auto; margin: .8em 0; }
.table:focus-visible { outline: 3px solid var(--ink-link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .95em; }
caption { text-align: left; color: var(--ink-soft); padding: .2rem 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; min-width: 8rem; }
thead th { background: var(--paper-panel); border-bottom: 2px solid var(--line); }
@media screen and (max-width: 34rem) {
  body { padding: 1rem; }
  ul { padding-left: 1.1rem; }
  table, tbody, tr, th, td { display: block; }
  caption { display: block; }
  thead { position: absolute; left: -99rem; }
  tr { border-bottom: 2px solid var(--line); padding: .4rem 0; }
  th, td { border-bottom: 0; padding: .2rem 0; min-width: 0; }
  td::before { content: attr(data-column) ': '; color: var(--ink-soft); }
}
@page { size: A4; margin: 20mm 18mm; }
@media print {
  :root { --ink: #000000; --ink-soft: #333333; --paper: #ffffff; --paper-panel: #ffffff; --line: #888888; --ink-link: #000000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .skip { display: none; }
  h1, h2 { break-after: avoid; }
  li, tr { break-inside: avoid; }
  .table { overflow: visible; }
  .box { break-inside: auto; border-color: #333333; }
  p, li { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
}
";

pub(in crate::record) fn html(page: &RecordPage) -> String {
    let (lang, skip) = match page.language {
        Language::Nl => ("nl", "Naar de tekst"),
        Language::En => ("en", "To the text"),
    };
    let title = escaped(&page.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{title}</title>\n<style>\n{CSS}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#tekst\">{skip}</a>\n<main id=\"tekst\">\n<h1>{title}</h1>\n"
    );
    if !page.first.is_empty() {
        out.push_str("<div class=\"first\">\n");
        for said in &page.first {
            out.push_str(&format!("<p>{}</p>\n", inline(page, said)));
        }
        out.push_str("</div>\n");
    }
    for section in &page.sections {
        let id = escaped(&section.id);
        // What a court has to know first stands in a box.
        let box_ = if section.id == "open" { " class=\"box\"" } else { "" };
        out.push_str(&format!(
            "<section{box_} aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n",
            escaped(&section.title)
        ));
        for block in &section.blocks {
            match block {
                PageBlock::Paragraph(said) => out.push_str(&format!("<p>{}</p>\n", inline(page, said))),
                PageBlock::List(items) => list(&mut out, page, items),
                PageBlock::Table(table) => {
                    let caption = escaped(&table.caption);
                    out.push_str(&format!(
                        "<div class=\"table\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table role=\"table\">\n<caption>{caption}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">"
                    ));
                    for column in &table.columns {
                        out.push_str(&format!(
                            "<th scope=\"col\" role=\"columnheader\">{}</th>",
                            escaped(column)
                        ));
                    }
                    out.push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
                    for row in &table.rows {
                        out.push_str("<tr role=\"row\">");
                        for (place, cell) in row.iter().enumerate() {
                            let said = inline(page, cell);
                            out.push_str(&if place == 0 {
                                format!("<th scope=\"row\" role=\"rowheader\">{said}</th>")
                            } else {
                                // On a narrow screen a cell says its column.
                                let column =
                                    table.columns.get(place).map(|it| escaped(it)).unwrap_or_default();
                                format!("<td role=\"cell\" data-column=\"{column}\">{said}</td>")
                            });
                        }
                        out.push_str("</tr>\n");
                    }
                    out.push_str("</tbody>\n</table>\n</div>\n");
                }
            }
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn list(out: &mut String, page: &RecordPage, items: &[PageItem]) {
    out.push_str("<ul>\n");
    for item in items {
        out.push_str(&format!("<li>{}", inline(page, &item.text)));
        if !item.below.is_empty() {
            out.push('\n');
            list(out, page, &item.below);
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn inline(page: &RecordPage, said: &[PageSpan]) -> String {
    said.iter()
        .map(|span| match span {
            PageSpan::Text(it) => escaped(it),
            PageSpan::Strong(it) => format!("<strong>{}</strong>", escaped(it)),
            PageSpan::Person { person, called } => {
                format!("<span data-person=\"{}\">{}</span>", escaped(person.as_str()), escaped(called))
            }
            PageSpan::Quote { words, .. } => format!("<q>{}</q>", escaped(words)),
            PageSpan::Erased { text, .. } | PageSpan::Withheld { text } => {
                format!("<span class=\"soft\">({})</span>", escaped(text))
            }
            PageSpan::Entries(seqs) => {
                format!("<span class=\"soft\">{}</span>", escaped(&entries(page, seqs)))
            }
            PageSpan::Code(it) => format!("<code>{}</code>", escaped(it)),
        })
        .collect()
}

/// Text that can mean nothing in HTML, also within an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
}
