//! What nobody said stays unknown, and a page says so: nothing is filled by a default.

use afweging::{
    Birth, DecisionRecord, Dossier, Event, Language, NewEntry, Pack, PageSpan, Part, Person, PersonId,
    Proposal, Reader, Role, Said, StepDetails, StepId, Telling,
};

use crate::{day, pack, root};

/// A child, somebody who proposes, a step: nothing else.
fn bare() -> (Dossier, StepId) {
    let mut dossier = Dossier::new("kaal");
    let (worker, child) = (PersonId::new("w").unwrap(), PersonId::new("k").unwrap());
    let step = StepId::new("s").unwrap();
    let person =
        |id: &PersonId, role| Event::PersonAdded(Person { person: id.clone(), role, birth: Birth::Unknown });
    let proposal = Event::StepProposed(Proposal {
        step: step.clone(),
        measure: afweging::MeasureId::new("M16").unwrap(),
        placement: Said::NotSaid,
        about: child.clone(),
        proposed_by: worker.clone(),
        from: Said::NotSaid,
        until: Said::NotSaid,
        extends: Said::NotSaid,
        ends: Said::NotSaid,
        details: StepDetails::default(),
    });
    for event in [person(&worker, Role::Raad), person(&child, Role::Child), proposal] {
        let entry = NewEntry {
            recorded: "2025-03-01T09:00:00Z".parse().unwrap(),
            occurred: "2025-03-01".parse().unwrap(),
            by: worker.clone(),
            door: Default::default(),
            event,
            salt: String::new(),
        };
        dossier.record(entry).unwrap();
    }
    (dossier, step)
}

#[test]
fn every_part_of_a_bare_step_says_that_it_is_not_on_record() {
    let (dossier, step) = bare();
    let record = DecisionRecord::on(&dossier, pack(), &step, day("2025-03-01")).unwrap();
    for part in &record.parts {
        let silent = part.lines.iter().any(|line| matches!(line.tells, Telling::NotOnRecord { .. }));
        // Accounts name each whose story is missing; candidates are named by law, unanswered; the map and the law speak.
        let speaks = [Part::Accounts, Part::Worries, Part::Lighter, Part::Authority, Part::Remedies];
        assert!(silent || speaks.contains(&part.part), "{:?}", part.part);
    }
    for reader in [Reader::Professional, Reader::Court, Reader::Parents(None)] {
        let page = record.page(&reader, Language::Nl).unwrap();
        assert!(!page.spans().iter().any(|it| matches!(it, PageSpan::Quote { .. })), "nobody said anything");
        let text = crate::flowing(&page.to_text());
        for said in [
            "Er is nog niets besloten.",
            "De leeftijd staat niet in het dossier.",
            "Er staan geen feiten in het dossier.",
            "Wat goed gaat, staat niet in het dossier.",
            "Wie er nu oplet, staat niet in het dossier.",
            "Wanneer we kijken of het werkt, staat niet in het dossier.",
            "Dat betekent niet: iedereen is het eens.",
            "hierop staat nog geen antwoord in het dossier",
            "Hierover is nog geen oordeel.",
        ] {
            assert!(text.to_lowercase().contains(&said.to_lowercase()), "{said}\n{text}");
        }
        assert!(text.contains("Wie dit kan zeggen:"), "with an address");
    }
    let child = Reader::Child(PersonId::new("k").unwrap(), afweging::AgeBand::From12);
    let letter = crate::flowing(&record.page(&child, Language::Nl).unwrap().to_text());
    assert!(letter.contains("Er is nog niets besloten."));
    assert!(letter.contains("Wie er nu oplet, is niet opgeschreven."));
}

#[test]
fn law_that_is_not_in_force_is_said_to_be_so_before_anything_else() {
    let (dossier, step) = bare();
    let folder = root("crates/afweging/packs/nl");
    let mut files = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "toml") {
                let name = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    for (name, text) in &mut files {
        if name == "pack.toml" {
            *text = text.replace("hypothetical = false", "hypothetical = true");
            if !text.contains("hypothetical = true") {
                text.push_str("\nhypothetical = true\n");
            }
        }
    }
    let pack = Pack::from_files(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    assert!(pack.is_hypothetical());
    let record = DecisionRecord::on(&dossier, &pack, &step, day("2025-03-01")).unwrap();
    let child = Reader::Child(PersonId::new("k").unwrap(), afweging::AgeBand::Under8);
    for reader in [Reader::Professional, Reader::Court, Reader::Parents(None), child] {
        for (language, note) in [(Language::Nl, "Let op: "), (Language::En, "Note: ")] {
            let page = record.page(&reader, language).unwrap();
            let PageSpan::Strong(first) = &page.first[0][0] else { panic!("{:?}", page.first) };
            assert!(first.starts_with(note), "{first}");
        }
    }
    let real = DecisionRecord::on(&dossier, crate::pack(), &step, day("2025-03-01")).unwrap();
    let page = real.page(&Reader::Court, Language::Nl).unwrap();
    assert!(!format!("{:?}", page.first).contains("Let op"));
}
