//! Pages for parents and children are in plain Dutch: those of the examples, and those of generated dossiers.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use afweging::{AgeBand, DecisionRecord, Dossier, Language, PageBlock, PageSection, PageSpan, Reader, Role};
use afweging_testkit::plain_dutch::{NotPlain, PlainDutch, Rule, list_gives_reasons};
use afweging_testkit::{Histories, dutch_pack};
use proptest::prelude::*;

use crate::{assessed, config};

/// Every page for a family of a record.
fn families(record: &DecisionRecord) -> Vec<Reader> {
    let mut readers = vec![Reader::Parents(None)];
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

fn of_record(record: &DecisionRecord, lint: &mut PlainDutch) -> BTreeSet<NotPlain> {
    let pages =
        families(record).into_iter().map(|reader| record.page(&reader, Language::Nl).expect("a page"));
    pages.flat_map(|page| lint.faults(&page)).collect()
}

fn shown(found: &BTreeSet<NotPlain>) -> String {
    found.iter().map(|it| format!("{it}\n")).collect()
}

fn examples() -> Vec<Dossier> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/dossiers");
    let files = fs::read_dir(folder).expect("the examples").map(|it| it.expect("a file").path());
    let json = files.filter(|it| it.extension().is_some_and(|it| it == "json"));
    let found: Vec<Dossier> = json
        .map(|it| Dossier::from_json(&fs::read_to_string(it).expect("text")).expect("a dossier"))
        .collect();
    assert!(found.len() >= 3);
    found
}

/// The record of every step on the day of its last entry of each kind of moment: before, at and after the decision.
fn records(dossier: &Dossier) -> Vec<DecisionRecord> {
    let last = dossier.entries().last().expect("entries").recorded.date_naive();
    let mut found = Vec::new();
    for (id, step) in dossier.steps() {
        let proposed = step.proposal.occurred.first_day();
        let decided = step.machines.decision().all().last().map(|it| it.occurred.first_day());
        for at in [Some(proposed), decided, Some(last)].into_iter().flatten() {
            found.extend(DecisionRecord::on(dossier, dutch_pack(), id, at).ok());
        }
    }
    found
}

#[test]
fn pages_of_the_examples_are_in_plain_dutch() {
    let mut lint = PlainDutch::of(dutch_pack());
    let mut found = BTreeSet::new();
    let mut pages = 0;
    for dossier in examples() {
        for record in records(&dossier) {
            pages += families(&record).len();
            found.extend(of_record(&record, &mut lint));
        }
    }
    assert!(pages > 150, "{pages}");
    assert!(found.is_empty(), "{} not plain:\n{}", found.len(), shown(&found));
}

#[test]
fn the_list_of_words_gives_reasons() {
    assert!(list_gives_reasons());
}

/// The lint finds each thing that it says it finds: it cannot have gone blind.
#[test]
fn a_page_that_is_not_plain_is_found() {
    let dossier = examples().remove(0);
    let record = records(&dossier).remove(0);
    let mut page = record.page(&Reader::Parents(None), Language::Nl).expect("a page");
    let mut lint = PlainDutch::of(dutch_pack());
    let id = page
        .spans()
        .into_iter()
        .find_map(|it| match it {
            PageSpan::Person { person, .. } if person.as_str().ends_with('1') => Some(person.to_string()),
            _ => None,
        })
        .expect("a pseudonym");
    page.sections.retain(|it| it.id != "woorden");
    let long = "Dit is een zin die maar doorgaat en doorgaat omdat iemand alles tegelijk wil zeggen en nergens een punt durft te zetten.";
    for (said, is) in [
        (long, (|it: &Rule| matches!(it, Rule::TooLong(_))) as fn(&Rule) -> bool),
        ("Dit is derhalve zo.", |it| *it == Rule::Jargon("derhalve")),
        ("Er is een beschikking.", |it| *it == Rule::Unexplained("beschikking")),
        ("De RSJ zegt dit.", |it| *it == Rule::Abbreviation("RSJ".to_owned())),
        ("Er wordt gezegd dat dit wordt gedaan.", |it| *it == Rule::Passives),
        ("Er is niemand die niets zegt.", |it| *it == Rule::DeniesTwice),
        ("Dat was op 12-03-2025.", |it| *it == Rule::DayInNumbers),
        ("Dat was op 2025-03-12.", |it| *it == Rule::DayInNumbers),
        ("Dit is M16.", |it| matches!(it, Rule::Code(_))),
        ("Het kind is hier veilig.", |it| *it == Rule::Promise("veilig")),
        ("Dit is zo..", |it| *it == Rule::Punctuation),
        ("dit begint klein.", |it| *it == Rule::Punctuation),
        (&format!("Dit zei {id} zelf."), |it| matches!(it, Rule::Pseudonym(_))),
    ] {
        let mut page = page.clone();
        let before = lint.faults(&page);
        assert!(
            !before.iter().any(|it| is(&it.rule)) || said.contains("beschikking"),
            "{said}: already there"
        );
        page.sections.push(PageSection {
            id: "proef".to_owned(),
            title: "Proef".to_owned(),
            blocks: vec![PageBlock::Paragraph(vec![PageSpan::Text(said.to_owned())])],
        });
        let found = lint.faults(&page);
        assert!(found.iter().any(|it| is(&it.rule)), "{said}:\n{}", shown(&found));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(8), ..config() })]

    #[test]
    fn pages_of_generated_dossiers_are_in_plain_dutch(
        history in Histories::new().with_dissent().with_length(25..80).strategy(),
    ) {
        let mut lint = PlainDutch::of(dutch_pack());
        let assessment = assessed(&history, history.last_day());
        for step in &assessment.steps {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
            // Findings and conditions have one wording, for professionals too: their words and the shape of their sentences
            // are looked at on the pages of the examples alone, until they have one for families.
            let is_of_a_page = |it: &NotPlain| {
                matches!(it.rule, Rule::Abbreviation(_) | Rule::DayInNumbers | Rule::Pseudonym(_))
            };
            let found: BTreeSet<NotPlain> =
                of_record(&record, &mut lint).into_iter().filter(is_of_a_page).collect();
            prop_assert!(found.is_empty(), "{}", shown(&found));
        }
    }
}
