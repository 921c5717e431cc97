//! The decision record over generated dossiers: it never says more than the log, loses no dissent, and says the same to all.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    AgeBand, DecisionRecord, Dossier, Language, PageSpan, Part, Quoted, Reader, RecordPage, Role, Telling,
};
use afweging_testkit::{Histories, dutch_pack};
use proptest::prelude::*;
use serde_json::Value;

use crate::{any_day, assessed, config};

fn readers(record: &DecisionRecord) -> Vec<Reader> {
    let mut readers = vec![Reader::Professional, Reader::Court, Reader::Parents(None)];
    for (id, person) in &record.people {
        if person.parent || person.role == Role::Guardian {
            readers.push(Reader::Parents(Some(id.clone())));
        }
        if person.role == Role::Child {
            readers.extend(AgeBand::ALL.map(|band| Reader::Child(id.clone(), band)));
        }
    }
    readers
}

fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

fn of_entry(dossier: &Dossier, seq: u64) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let entry = dossier.entry(seq).expect("an entry");
    texts(&serde_json::to_value(&entry.event).expect("JSON"), &mut found);
    found
}

/// The uncertainty word behind each claim on a page, by the entry of the claim.
fn words(record: &DecisionRecord, page: &RecordPage) -> BTreeMap<u64, BTreeSet<String>> {
    let claims: BTreeSet<u64> = record
        .lines()
        .into_iter()
        .filter_map(|line| match &line.tells {
            Telling::Fact { claim, .. } => Some(claim.entry),
            _ => None,
        })
        .collect();
    let mut told: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    let mut last = None;
    for span in page.spans() {
        match span {
            PageSpan::Quote { entry, .. } if claims.contains(entry) => last = Some(*entry),
            PageSpan::Strong(word) => {
                if let Some(entry) = last.take() {
                    told.entry(entry).or_default().insert(word.trim_end_matches(" …").to_owned());
                }
            }
            _ => {}
        }
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(8), ..config() })]

    #[test]
    fn record_is_total_and_rests_on_what_was_there(
        history in Histories::new().with_dissent().with_length(20..70).strategy(),
        at in any_day(),
    ) {
        for at in [history.last_day(), at] {
            let assessment = assessed(&history, at);
            for step in &assessment.steps {
                let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
                let parts: Vec<Part> = record.parts.iter().map(|it| it.part).collect();
                prop_assert_eq!(parts.as_slice(), Part::ALL);
                prop_assert!(record.parts.iter().all(|it| !it.lines.is_empty()));
                for line in record.lines() {
                    for seq in &line.because {
                        let entry = history.entry(*seq).expect("an entry");
                        prop_assert!(entry.occurred.first_day() <= at, "{seq} at {at}");
                    }
                    if let Some(quote) = line.quote()
                        && let Quoted::Words(words) = &quote.said
                    {
                        prop_assert!(of_entry(&history, quote.entry).contains(words));
                    }
                }
                for reader in readers(&record) {
                    for language in [Language::Nl, Language::En] {
                        let page = record.page(&reader, language).expect("a page");
                        for text in [page.to_text(), page.to_html(), page.to_markdown(), page.to_json()] {
                            let has_a_hole = ["{who}", "{by}"].iter().any(|hole| text.contains(hole));
                            prop_assert!(!text.is_empty() && !has_a_hole, "{}", text);
                        }
                        for span in page.spans() {
                            if let PageSpan::Quote { entry, words } = span {
                                prop_assert!(of_entry(&history, *entry).contains(words), "{entry}");
                            }
                        }
                    }
                }
            }
        }
    }

    /// P13, on paper: every dissent of the assessment stands in the record that professionals and a court read.
    #[test]
    fn record_loses_no_dissent(history in Histories::new().with_dissent().with_length(25..80).strategy()) {
        let assessment = assessed(&history, history.last_day());
        for weighing in &assessment.uncertainties.weighing {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &weighing.step).expect("a record");
            let part = record.part(Part::Dissent).expect("the part");
            let told: Vec<_> = part
                .lines
                .iter()
                .filter_map(|line| match &line.tells {
                    Telling::Dissents { by, on, verdict } => Some((by.clone(), on.clone(), *verdict, line)),
                    _ => None,
                })
                .collect();
            prop_assert_eq!(told.len(), weighing.dissent.len());
            for dissent in &weighing.dissent {
                let found = told.iter().find(|(by, on, verdict, line)| {
                    let why = line.below.iter().find_map(|it| it.quote()).and_then(|it| it.said.words());
                    *by == dissent.by && *on == dissent.label && *verdict == dissent.verdict && why.unwrap_or_default() == dissent.why
                });
                prop_assert!(found.is_some(), "{:?}", dissent);
            }
            for reader in [Reader::Professional, Reader::Court] {
                let page = record.page(&reader, Language::Nl).expect("a page");
                let section = format!("{:?}", page.sections.iter().find(|it| it.id == "deel-11"));
                for dissent in &weighing.dissent {
                    prop_assert!(section.contains(dissent.by.as_str()));
                }
            }
        }
    }

    #[test]
    fn record_says_the_same_uncertainty_word_to_everybody(
        history in Histories::new().with_length(25..80).strategy(),
    ) {
        let assessment = assessed(&history, history.last_day());
        for step in &assessment.steps {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
            let mut told: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
            for reader in readers(&record) {
                for (entry, said) in words(&record, &record.page(&reader, Language::Nl).expect("a page")) {
                    told.entry(entry).or_default().extend(said);
                }
            }
            for (entry, said) in told {
                prop_assert_eq!(said.len(), 1, "entry {}: {:?}", entry, said);
            }
        }
    }
}
