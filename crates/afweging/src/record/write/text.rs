//! Text in lines of at most 80 characters: the twin of the page, for who reads without a screen of their own.

use super::plain;
use crate::record::page::{PageBlock, PageItem, PageSpan, RecordPage};

const WIDTH: usize = 80;

pub(in crate::record) fn text(page: &RecordPage) -> String {
    let mut out = String::new();
    heading(&mut out, &page.title, '=');
    for said in &page.first {
        out.push('\n');
        wrapped(&mut out, &joined(page, said), "", "");
    }
    for section in &page.sections {
        out.push('\n');
        heading(&mut out, &section.title, '-');
        for block in &section.blocks {
            match block {
                PageBlock::Paragraph(said) => wrapped(&mut out, &joined(page, said), "", ""),
                PageBlock::List(items) => items.iter().for_each(|it| item(&mut out, page, it, 0)),
                PageBlock::Table(table) => {
                    wrapped(&mut out, &table.caption, "", "");
                    for row in &table.rows {
                        for (place, (column, cell)) in table.columns.iter().zip(row).enumerate() {
                            let lead = if place == 0 { "* " } else { "  - " };
                            let hang = if place == 0 { "  " } else { "    " };
                            wrapped(&mut out, &format!("{column}: {}", joined(page, cell)), lead, hang);
                        }
                    }
                }
            }
        }
    }
    out
}

fn joined(page: &RecordPage, said: &[PageSpan]) -> String {
    said.iter().map(|span| plain(page, span)).collect()
}

fn heading(out: &mut String, title: &str, under: char) {
    let longest = title.chars().count().min(WIDTH);
    wrapped(out, title, "", "");
    out.extend(std::iter::repeat_n(under, longest));
    out.push('\n');
}

fn item(out: &mut String, page: &RecordPage, it: &PageItem, depth: usize) {
    let indent = "  ".repeat(depth);
    wrapped(out, &joined(page, &it.text), &format!("{indent}* "), &format!("{indent}  "));
    it.below.iter().for_each(|below| item(out, page, below, depth.saturating_add(1)));
}

/// One paragraph. White space within it becomes one space; what is too long for a line stands alone on one.
fn wrapped(out: &mut String, said: &str, lead: &str, hang: &str) {
    let mut line = lead.to_owned();
    let mut is_empty = true;
    for word in said.split_whitespace() {
        let length = line.chars().count().saturating_add(word.chars().count()).saturating_add(1);
        if !is_empty && length > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line = hang.to_owned();
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
