//! The table of terms in the book is that of the pack.
//!
//! `AFWEGING_WRITE_DOCS=1 cargo test -p afweging --test terms` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use afweging::{Basis, Certainty, Citation, Length, Norm, Term, TermStart};

use crate::story::{day, pack};

const BEGIN: &str = "<!-- terms: written by a test -->\n";
const END: &str = "<!-- end -->\n";

fn length(length: Length) -> String {
    let (number, unit) = match length {
        Length::Hours(number) => (number, "hours"),
        Length::Days(number) => (number, "days"),
        Length::WorkingDays(number) => (number, "working days"),
        Length::Weeks(number) => (number, "weeks"),
        Length::Months(1) => (1, "month"),
        Length::Months(number) => (number, "months"),
        Length::Years(1) => (1, "year"),
        Length::Years(number) => (number, "years"),
    };
    format!("{number} {unit}")
}

fn word<T: serde::Serialize>(word: &T) -> String {
    let text = serde_json::to_value(word).expect("JSON");
    let text = text
        .as_str()
        .or_else(|| text.get("moment").and_then(|it| it.as_str()))
        .unwrap_or_default()
        .to_owned();
    text.replace('_', " ")
}

fn cite(cite: &Citation) -> String {
    let mark = match cite.certainty {
        Certainty::Text2015 => "read in full",
        Certainty::Confirmed => "confirmed",
        Certainty::GeneralKnowledge => "general knowledge",
        Certainty::Modelling => "modelling choice",
    };
    format!("{cite} ({mark})")
}

fn table() -> String {
    let on = day("2026-11-22");
    let mut terms: BTreeMap<String, (Term, Vec<String>)> = BTreeMap::new();
    for term in pack().dossier_terms(on) {
        terms.insert(term.id.clone(), (term.clone(), vec!["the dossier".to_owned()]));
    }
    for (measure, term) in pack().terms(on) {
        terms
            .entry(term.id.clone())
            .or_insert_with(|| (term.clone(), Vec::new()))
            .1
            .push(measure.to_string());
    }
    let mut text = String::from(
        "| of | term | length | from | what follows | who keeps it | article | prolonged |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let mut rows: Vec<_> = terms.into_values().collect();
    rows.sort_by(|a, b| (&a.1, &a.0.id).cmp(&(&b.1, &b.0.id)));
    for (term, of) in rows {
        let from = match term.starts {
            TermStart::BeforeExpiry => "back from the last day".to_owned(),
            TermStart::BeforeEnding => "back from the day of ending".to_owned(),
            starts => word(&starts),
        };
        let article = match term.norm {
            Norm::Statute => cite(&term.cite),
            Norm::Policy => format!("**no law**: {}", cite(&term.cite)),
        };
        writeln!(
            text,
            "| {} | {} | {} | {from} | {} | {} | {article} | {}: {} |",
            of.join(", "),
            term.labels.en,
            length(term.length),
            word(&term.breach),
            word(&term.owner),
            if term.rest_days.prolonged { "yes" } else { "no" },
            cite(&term.rest_days.cite),
        )
        .expect("a text takes it");
    }
    text
}

#[test]
fn the_table_in_the_book_is_that_of_the_pack() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/terms.md");
    let page = std::fs::read_to_string(&path).expect("the page");
    let (before, rest) = page.split_once(BEGIN).expect("the beginning of the table");
    let (_, after) = rest.split_once(END).expect("the end of the table");
    let expected = format!("{before}{BEGIN}\n{}\n{END}{after}", table());
    if std::env::var_os("AFWEGING_WRITE_DOCS").is_some() {
        std::fs::write(&path, &expected).expect("the page can be written");
    }
    assert!(
        page == expected || std::env::var_os("AFWEGING_WRITE_DOCS").is_some(),
        "AFWEGING_WRITE_DOCS=1 writes it anew"
    );
    // What is from general knowledge must never be shown as more than that.
    for (_, term) in pack().terms(day("2026-11-22")) {
        let Basis::Law { certainty, .. } = Basis::from(&term.rest_days.cite) else { panic!("a citation") };
        if term.rest_days.prolonged {
            assert_eq!(
                certainty,
                Certainty::GeneralKnowledge,
                "{}: that the law reaches this term is our reading",
                term.id
            );
        }
    }
}
