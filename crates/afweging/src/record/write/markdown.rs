//! Markdown, in the form that common readers agree on.

use super::plain;
use crate::record::page::{PageBlock, PageItem, PageSpan, RecordPage};

pub(in crate::record) fn markdown(page: &RecordPage) -> String {
    let mut out = format!("# {}\n", escaped(&page.title));
    for said in &page.first {
        out.push_str(&format!("\n{}\n", inline(page, said)));
    }
    for section in &page.sections {
        out.push_str(&format!("\n## {}\n", escaped(&section.title)));
        for block in &section.blocks {
            out.push('\n');
            match block {
                PageBlock::Paragraph(said) => {
                    out.push_str(&inline(page, said));
                    out.push('\n');
                }
                PageBlock::List(items) => items.iter().for_each(|it| item(&mut out, page, it, 0)),
                PageBlock::Table(table) => {
                    out.push_str(&format!("{}\n\n", escaped(&table.caption)));
                    let columns: Vec<String> = table.columns.iter().map(|it| escaped(it)).collect();
                    out.push_str(&format!(
                        "| {} |\n|{}\n",
                        columns.join(" | "),
                        " --- |".repeat(columns.len())
                    ));
                    for row in &table.rows {
                        let cells: Vec<String> = row.iter().map(|cell| inline(page, cell)).collect();
                        out.push_str(&format!("| {} |\n", cells.join(" | ")));
                    }
                }
            }
        }
    }
    out
}

fn item(out: &mut String, page: &RecordPage, it: &PageItem, depth: usize) {
    out.push_str(&format!("{}- {}\n", "  ".repeat(depth), inline(page, &it.text)));
    it.below.iter().for_each(|below| item(out, page, below, depth.saturating_add(1)));
}

fn inline(page: &RecordPage, said: &[PageSpan]) -> String {
    said.iter()
        .map(|span| match span {
            PageSpan::Strong(it) => format!("**{}**", escaped(it)),
            PageSpan::Code(it) => format!("`{}`", it.replace('`', "'")),
            other => escaped(&plain(page, other)),
        })
        .collect()
}

/// Text that Markdown takes as it is: on one line, and nothing in it is a mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    // A number with a point would begin a list.
    out
}
