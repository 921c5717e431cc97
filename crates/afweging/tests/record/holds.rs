//! No record and no rendering says more than the log does; all say the same of what is sure.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    DecisionRecord, Dossier, ErasureGround, Event, Language, NewEntry, PageSpan, Part, Reader, RecordPage,
    Redacted, Sureness, Telling, assess,
};
use serde_json::Value;

use crate::{flowing, pack, pieces, readers, records};

/// Every text in an entry, at whatever depth.
fn texts(event: &Event) -> Vec<String> {
    fn walk(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
            Value::Object(fields) => fields.values().for_each(|field| walk(field, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&serde_json::to_value(event).unwrap(), &mut found);
    found
}

fn pages(record: &DecisionRecord) -> Vec<(String, RecordPage)> {
    let mut pages = Vec::new();
    for (name, reader) in readers(record) {
        for language in [Language::Nl, Language::En] {
            pages.push((format!("{name} {language:?}"), record.page(&reader, language).unwrap()));
        }
    }
    pages
}

#[test]
fn every_line_rests_on_entries_that_were_there() {
    let mut rests = 0;
    for (example, dossier, record) in records().into_iter().step_by(4) {
        let record_day = record.receipt.at;
        let days: BTreeSet<_> = dossier.entries().iter().map(|entry| entry.occurred.first_day()).collect();
        for at in days.into_iter().step_by(6).chain([record_day]) {
            let assessment = assess(&dossier, pack(), at);
            for step in &assessment.steps {
                let record = DecisionRecord::of(&assessment, &dossier, pack(), &step.step).unwrap();
                for line in record.lines() {
                    for seq in &line.because {
                        let entry = dossier.entry(*seq).expect("an entry");
                        assert!(
                            entry.occurred.first_day() <= at,
                            "{example} {at} {}: entry {seq}",
                            step.step
                        );
                        rests += 1;
                    }
                    // What somebody did or said rests on an entry; the law and silence rest on none.
                    let is_law = matches!(
                        line.tells,
                        Telling::Power { .. }
                            | Telling::Form { .. }
                            | Telling::Ground { .. }
                            | Telling::Remedy { .. }
                            | Telling::NotOnRecord { .. }
                            | Telling::Open { .. }
                            | Telling::Candidate { .. }
                            | Telling::CandidateClass { .. }
                            | Telling::Perspective { .. }
                            | Telling::ParentalAuthority { .. }
                            | Telling::About { .. }
                            | Telling::JudgementOf { .. }
                    );
                    assert!(is_law || !line.because.is_empty(), "{example} {at}: {:?}", line.tells);
                }
            }
        }
    }
    assert!(rests > 2_000, "{rests}");
}

#[test]
fn every_quote_is_in_the_log_to_the_letter() {
    let mut quotes = 0;
    for (example, dossier, record) in records() {
        for (reader, page) in pages(&record) {
            for span in page.spans() {
                if let PageSpan::Quote { entry, words } = span {
                    let entry = dossier.entry(*entry).expect("an entry");
                    assert!(texts(&entry.event).contains(words), "{example} {reader}: {words}");
                    assert!(entry.occurred.first_day() <= record.receipt.at);
                    quotes += 1;
                }
            }
            // In the text too: whatever stands between the outer quotation marks.
            let (open, close) = if page.language == Language::Nl { ('„', '”') } else { ('“', '”') };
            let all: BTreeSet<String> =
                dossier.entries().iter().flat_map(|it| texts(&it.event)).map(|it| flowing(&it)).collect();
            let text = flowing(&page.to_text());
            let mut rest = text.as_str();
            while let Some((_, after)) = rest.split_once(open) {
                let (said, after) = after.split_once(close).expect("a quote ends");
                assert!(all.contains(said), "{example} {reader}: {said}");
                rest = after;
            }
        }
    }
    assert!(quotes > 1_000, "{quotes}");
}

#[test]
fn the_uncertainty_word_of_a_statement_is_the_same_for_every_reader() {
    let mut compared = 0;
    for (example, _, record) in records() {
        for language in [Language::Nl, Language::En] {
            let words: Vec<String> = Sureness::ALL
                .iter()
                .map(|it| it.label().in_language(language).trim_end_matches(" …").to_owned())
                .collect();
            let mut told: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
            for (name, reader) in readers(&record) {
                let page = record.page(&reader, language).unwrap();
                for piece in pieces(&page) {
                    let claims = record.lines();
                    for (place, span) in piece.iter().enumerate() {
                        let PageSpan::Quote { entry, .. } = span else { continue };
                        let is_claim = claims.iter().any(|line| match &line.tells {
                            Telling::Fact { claim, .. } => claim.entry == *entry,
                            _ => false,
                        });
                        if !is_claim {
                            continue;
                        }
                        let word = piece[place..].iter().find_map(|span| match span {
                            PageSpan::Strong(word) => Some(word.trim_end_matches(" …").to_owned()),
                            _ => None,
                        });
                        let word = word.unwrap_or_else(|| panic!("{example} {name}: no word behind {entry}"));
                        assert!(words.contains(&word), "{word}");
                        told.entry(*entry).or_default().insert(word);
                        compared += 1;
                    }
                }
            }
            for (entry, words) in told {
                assert_eq!(words.len(), 1, "{example} {} entry {entry}: {words:?}", record.step);
            }
        }
    }
    assert!(compared > 200, "{compared}");
}

#[test]
fn every_dissent_stands_in_the_record_of_professional_and_court() {
    let mut found = 0;
    for (example, dossier, record) in records() {
        let assessment = assess(&dossier, pack(), record.receipt.at);
        let weighing = assessment.uncertainties.weighing.iter().find(|it| it.step == record.step).unwrap();
        for reader in [Reader::Professional, Reader::Court] {
            let page = record.page(&reader, Language::Nl).unwrap();
            let section = page.sections.iter().find(|it| it.id == "deel-11").unwrap();
            let text = format!("{section:?}");
            for dissent in &weighing.dissent {
                assert!(text.contains(&dissent.why), "{example}: {}", dissent.why);
                assert!(text.contains(dissent.by.as_str()), "{example}: {}", dissent.by);
                found += 1;
            }
        }
    }
    assert!(found >= 8, "{found}");
}

#[test]
fn what_is_contested_is_never_quoted_without_the_objection() {
    let mut beside = 0;
    for (example, dossier, record) in records() {
        for reader in [Reader::Professional, Reader::Court] {
            let page = record.page(&reader, Language::Nl).unwrap();
            let quoted: BTreeSet<u64> = page
                .spans()
                .into_iter()
                .filter_map(|span| match span {
                    PageSpan::Quote { entry, .. } => Some(*entry),
                    _ => None,
                })
                .collect();
            for (entry, contests) in dossier.contests() {
                for contest in contests.iter().filter(|it| it.occurred.first_day() <= record.receipt.at) {
                    if quoted.contains(entry) {
                        assert!(
                            quoted.contains(&contest.seq),
                            "{example}: entry {entry} without {}",
                            contest.seq
                        );
                        beside += 1;
                    }
                }
            }
        }
    }
    assert!(beside > 0);
}

fn redacted(dossier: &Dossier, seq: u64) -> Dossier {
    let last = dossier.entries().last().unwrap();
    let mut dossier = dossier.clone();
    let entry = NewEntry {
        recorded: last.recorded,
        occurred: last.occurred,
        by: last.by.clone(),
        door: Default::default(),
        event: Event::Redacted(Redacted { entry: seq, ground: ErasureGround::OnRequest }),
        salt: String::new(),
    };
    dossier.record(entry).unwrap();
    dossier
}

#[test]
fn what_was_erased_is_in_no_rendering_and_is_said_to_be_erased() {
    let mut erased = 0;
    for (example, dossier, record) in records() {
        let page = record.page(&Reader::Court, Language::Nl).unwrap();
        let quoted: BTreeMap<u64, String> = page
            .spans()
            .into_iter()
            .filter_map(|span| match span {
                PageSpan::Quote { entry, words } => Some((*entry, words.clone())),
                _ => None,
            })
            .collect();
        for (seq, words) in quoted.into_iter().step_by(23) {
            let after = redacted(&dossier, seq);
            let twice = after
                .entries()
                .iter()
                .any(|it| it.seq != seq && texts(&it.event).iter().any(|it| it.contains(&words)));
            let record = DecisionRecord::on(&after, pack(), &record.step, record.receipt.at).unwrap();
            for (reader, page) in pages(&record) {
                let (text, json) = (flowing(&page.to_text()), page.to_json());
                assert!(twice || !text.contains(&flowing(&words)), "{example} {reader}: {words}");
                let gone = page
                    .spans()
                    .into_iter()
                    .any(|it| matches!(it, PageSpan::Quote { entry, .. } if *entry == seq));
                assert!(!gone, "{example} {reader}: entry {seq} is quoted");
                if page.reader == Reader::Court {
                    assert!(json.contains("on_request"), "{example} {seq}");
                    assert!(
                        text.contains("this text was erased, at the request")
                            || text.contains("deze tekst is gewist, op verzoek")
                    );
                    erased += 1;
                }
            }
        }
    }
    assert!(erased > 20, "{erased}");
}

#[test]
fn the_parts_stand_in_one_order_for_every_step() {
    for (_, _, record) in records() {
        let parts: Vec<Part> = record.parts.iter().map(|it| it.part).collect();
        assert_eq!(parts, Part::ALL);
        assert!(record.parts.iter().all(|it| !it.lines.is_empty()), "silence is said, too");
        for reader in [Reader::Professional, Reader::Court, Reader::Parents(None)] {
            let page = record.page(&reader, Language::Nl).unwrap();
            let numbers: Vec<&str> =
                page.sections.iter().filter_map(|it| it.id.strip_prefix("deel-")).collect();
            let wanted: Vec<String> = (1..=14).map(|it| it.to_string()).collect();
            assert_eq!(numbers, wanted);
        }
    }
}

#[test]
fn nothing_that_happened_later_is_in_the_record_of_a_day() {
    // Mother's later words at the hearing are no part of the urgent decision in the night.
    let dossier = crate::example("spoed-en-terug-naar-huis");
    let step = afweging::StepId::new("spoedplaatsing").unwrap();
    let record = DecisionRecord::on(&dossier, pack(), &step, crate::day("2025-09-13")).unwrap();
    let text = flowing(&record.page(&Reader::Court, Language::Nl).unwrap().to_text());
    assert!(!text.contains("Ik had oppas gevraagd"), "told on the 17th");
    assert!(text.contains("Moeder laat kind-1 elke week"), "claimed in the night, taken back in October");
    assert!(!text.contains("Zij schaamde zich"));
}
