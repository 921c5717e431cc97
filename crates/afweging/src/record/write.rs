//! A page as text, Markdown and HTML. What it says is said already; here is only how it looks.

mod html;
mod markdown;
mod text;

pub(super) use html::html;
pub(super) use markdown::markdown;
pub(super) use text::text;

use super::page::{PageSpan, RecordPage};
use crate::code::Language;

/// A stretch of text without any marks but those that carry meaning: quotation marks, brackets.
fn plain(page: &RecordPage, span: &PageSpan) -> String {
    match span {
        PageSpan::Text(it) | PageSpan::Strong(it) | PageSpan::Code(it) => it.clone(),
        PageSpan::Person { called, .. } => called.clone(),
        PageSpan::Quote { words, .. } => match page.language {
            Language::Nl => format!("„{words}”"),
            Language::En => format!("“{words}”"),
        },
        PageSpan::Erased { text, .. } | PageSpan::Withheld { text } => format!("({text})"),
        PageSpan::Entries(seqs) => entries(page, seqs),
    }
}

/// ` [regels 3 en 4]`.
fn entries(page: &RecordPage, seqs: &[u64]) -> String {
    let (one, more) = match page.language {
        Language::Nl => ("regel", "regels"),
        Language::En => ("entry", "entries"),
    };
    let numbers: Vec<String> = seqs.iter().map(u64::to_string).collect();
    format!(" [{} {}]", if seqs.len() == 1 { one } else { more }, numbers.join(", "))
}
