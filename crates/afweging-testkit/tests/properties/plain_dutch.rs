//! Pages for parents and children are in plain Dutch: those of the examples, and those of generated dossiers.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use afweging::{
    Actor, AgeBand, Assessment, Code, Condition, DecisionRecord, Dossier, Language, PageBlock, PageSection,
    PageSpan, Reader, Role,
};
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
        ("Over ‘wie tekent is bevoegd’: ja.", |it| *it == Rule::Jargon("bevoegd")),
        ("Dat staat in artikel 4.1.1 lid 2 van een wet die derhalve geldt.", |it| {
            *it == Rule::Jargon("derhalve")
        }),
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

/// Everything that the library and the pack call by a name or say of a gate has words for a family, and they are plain. A page
/// shows only what its dossier brings about; here stands all of it.
#[test]
fn every_wording_for_a_family_is_in_plain_dutch() {
    let pack = dutch_pack();
    let lint = PlainDutch::of(pack);
    // A child reads 15 words in one go; the questions of the law are for parents.
    let mut said: BTreeSet<(usize, String)> = BTreeSet::new();
    said.extend(Condition::ALL.iter().map(|it| (15, it.label().plain(Language::Nl).to_owned())));
    said.extend(Actor::ALL.iter().map(|it| (15, it.label().plain(Language::Nl).to_owned())));
    let of_gates = Code::all().iter().filter(|it| it.gate().is_some());
    said.extend(of_gates.map(|it| (15, with_holes_filled(it.plain(Language::Nl)))));
    for ground in pack.grounds() {
        said.insert((15, ground.labels.plain(Language::Nl).to_owned()));
        said.insert((20, ground.text.plain(Language::Nl).to_owned()));
    }
    for measure in pack.changes().flat_map(|day| pack.measures(day)) {
        let beside = measure.adjacent.iter().map(|it| &it.labels);
        let labels = beside.chain(measure.requirements.iter().map(|it| &it.labels));
        said.extend(labels.map(|it| (15, it.plain(Language::Nl).to_owned())));
    }
    assert!(said.len() > 200, "{}", said.len());
    let found: BTreeSet<NotPlain> =
        said.iter().flat_map(|(longest, said)| lint.of_sentence(said, *longest)).collect();
    assert!(found.is_empty(), "{} not plain:\n{}", found.len(), shown(&found));
}

fn with_holes_filled(template: &str) -> String {
    let mut parts = template.split(['{', '}']);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    while let Some(after) = parts.next().and_then(|_| parts.next()) {
        filled.push_str("iets");
        filled.push_str(after);
    }
    filled
}

/// What the gates find and ask, in the words for a family, without what people said themselves.
fn said_by_gates(history: &Dossier, assessment: &Assessment) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    let own_words = ["{statement}", "{item}"];
    for finding in assessment.steps.iter().flat_map(|step| &step.gates).flat_map(|gate| &gate.findings) {
        if own_words.iter().all(|hole| !finding.code.sentence(Language::Nl).contains(hole)) {
            said.insert(finding.sentence.plain(Language::Nl).to_owned());
        }
        said.extend(finding.questions.iter().map(|it| it.what.plain(Language::Nl).to_owned()));
    }
    let people = history.people();
    let mut called: Vec<String> = Vec::new();
    for person in people.iter() {
        let (id, role) = (&person.what.person, person.what.role.label().nl);
        called.push(format!("{role} ({id})"));
    }
    called.sort_by_key(|it| std::cmp::Reverse(it.chars().count()));
    let without = |it: String| {
        called.iter().fold(it, |said, name| said.replace(&capital(name), "X").replace(name, "X"))
    };
    said.into_iter().map(without).collect()
}

fn capital(text: &str) -> String {
    text.chars().take(1).flat_map(char::to_uppercase).chain(text.chars().skip(1)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(8), ..config() })]

    #[test]
    fn pages_and_findings_of_generated_dossiers_are_in_plain_dutch(
        history in Histories::new().with_dissent().with_length(25..80).strategy(),
    ) {
        let mut lint = PlainDutch::of(dutch_pack());
        let assessment = assessed(&history, history.last_day());
        let gates = said_by_gates(&history, &assessment);
        let found: BTreeSet<NotPlain> = gates.iter().flat_map(|it| lint.of_sentence(it, 20)).collect();
        prop_assert!(found.is_empty(), "{}", shown(&found));
        for step in &assessment.steps {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
            let found = of_record(&record, &mut lint);
            prop_assert!(found.is_empty(), "{}", shown(&found));

        }
    }
}
