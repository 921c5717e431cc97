//! Part 7 and 11: who differs now and who did at first, whose judgement it is, and what was only agreed in the talk.

use afweging::{
    DecisionRecord, DissentWord, Dossier, Event, Language, NewEntry, Part, PersonId, Reader, StepId, Telling,
};

use crate::{day_of, example, flowing, pack};

fn record_of(name: &str, step: &str) -> DecisionRecord {
    let (dossier, step) = (example(name), StepId::new(step).unwrap());
    let at = day_of(&dossier, &step);
    DecisionRecord::on(&dossier, pack(), &step, at).unwrap()
}

fn part(record: &DecisionRecord, reader: &Reader, language: Language, number: &str) -> String {
    let mut page = record.page(reader, language).unwrap();
    page.first.clear();
    page.sections.retain(|it| it.id == format!("deel-{number}"));
    flowing(&page.to_text())
}

fn stands(record: &DecisionRecord) -> Vec<(String, DissentWord)> {
    let lines = &record.part(Part::Dissent).unwrap().lines;
    let dissents = lines.iter().filter_map(|line| match &line.tells {
        Telling::Dissents { by, stands, .. } => Some((by.to_string(), *stands)),
        _ => None,
    });
    dissents.collect()
}

/// Veilig Thuis stays by its view; the local team was joined, and the Council came to another verdict.
#[test]
fn who_agrees_now_is_not_told_to_differ() {
    use DissentWord::{First, Shared, Still};
    let record = record_of("conflict-na-scheiding", "toezicht-kind-1");
    let mut found = stands(&record);
    found.sort();
    found.dedup();
    let wanted = [("lt-1", Shared), ("raad-1", First), ("vt-1", Still)];
    assert_eq!(found, wanted.map(|(by, stands)| (by.to_owned(), stands)));
    let court = part(&record, &Reader::Court, Language::Nl, "11");
    assert!(court.contains("Veilig Thuis (vt-1) denkt er anders over:"), "{court}");
    assert!(
        court.contains("De Raad voor de Kinderbescherming (raad-1) dacht er eerst anders over:"),
        "{court}"
    );
    assert!(court.contains("Het lokale team (lt-1) vond toen al wat nu het oordeel is:"), "{court}");
    assert_eq!(court.matches("denkt er anders over:").count(), 1, "{court}");
    let mother = Reader::Parents(Some(PersonId::new("moeder").unwrap()));
    let mother = part(&record, &mother, Language::En, "11");
    assert!(mother.contains("The other view of Veilig Thuis:"), "{mother}");
    assert!(mother.contains("The other view of the Child Protection Council at first:"), "{mother}");
    // Reasons stay: nothing of a dissent is lost for being over.
    assert!(mother.contains("“Eerst de fout herstellen en dan opnieuw vragen.”"), "{mother}");
}

/// The judge found as the Council did: the team and the scientist differ still, and the Council no more.
#[test]
fn who_was_overruled_differs_still() {
    let record = record_of("hulp-nooit-gegeven", "toezicht");
    for (by, stands) in stands(&record) {
        let wanted = if by == "raad-1" { DissentWord::Shared } else { DissentWord::Still };
        assert_eq!(stands, wanted, "{by}");
    }
}

/// Found by `record_names_as_differing_only_who_differs`: a judge gave a view, and the others agreed on something else. The view
/// settles it, and nobody shares it.
#[test]
fn whoever_settles_it_alone_differs_from_those_who_agreed_otherwise() {
    let entries = r#"[
        {"person_added": {"person": "raad-1", "role": "raad"}},
        {"person_added": {"person": "lt-1", "role": "local_team"}},
        {"person_added": {"person": "kr-1", "role": "childrens_judge"}},
        {"person_added": {"person": "kind-1", "role": "child"}},
        {"step_proposed": {"step": "s", "measure": "M16", "about": "kind-1", "proposed_by": "raad-1"}},
        {"view_given": {"step": "s", "on": {"condition": "necessary"}, "verdict": "not_met", "why": "Het kan anders."}},
        {"dialogue_opened": {"step": "s", "participants": ["raad-1", "lt-1"]}},
        {"converged": {"step": "s", "verdicts": [{"on": {"condition": "necessary"}, "verdict": "met"}], "why": "Samen."}}
    ]"#;
    let events: Vec<Event> = serde_json::from_str(entries).unwrap();
    let mut dossier = Dossier::new("d");
    for event in events {
        let by = if matches!(event, Event::ViewGiven(_)) { "kr-1" } else { "raad-1" };
        let entry = NewEntry {
            recorded: "2025-03-01T09:00:00Z".parse().unwrap(),
            occurred: "2025-03-01".parse().unwrap(),
            by: PersonId::new(by).unwrap(),
            door: Default::default(),
            event,
            salt: String::new(),
        };
        dossier.record(entry).unwrap();
    }
    let step = StepId::new("s").unwrap();
    let record = DecisionRecord::on(&dossier, pack(), &step, "2025-03-01".parse().unwrap()).unwrap();
    assert_eq!(stands(&record), [("kr-1".to_owned(), DissentWord::Still)]);
}

#[test]
fn what_was_agreed_and_who_does_not_share_it_are_both_told() {
    let alone = record_of("conflict-na-scheiding", "toezicht-kind-1");
    let undecided = record_of("conflict-na-scheiding", "hulp-kind-1");
    let all = record_of("spoed-en-terug-naar-huis", "terug-naar-huis");
    let seven = |record, language| part(record, &Reader::Court, language, "7");
    let text = seven(&alone, Language::Nl);
    assert!(
        text.contains(
            "Zij kwamen eruit, met één stem tegen. Over ‘nodige zorg niet of onvoldoende aanvaard’ spraken zij af: nee. Veilig Thuis (vt-1) vindt: ja."
        ),
        "{text}"
    );
    let text = seven(&undecided, Language::Nl);
    // Whoever has no verdict votes against nothing.
    assert!(text.contains("Zij kwamen eruit, maar iemand deelt niet alles."), "{text}");
    assert!(text.contains("De arts (jeugdarts) heeft nog geen oordeel."), "{text}");
    assert!(!text.contains("stem tegen") && !text.contains("samen uit"), "{text}");
    let text = seven(&all, Language::Nl);
    assert!(text.contains("Zij kwamen er samen uit.") && !text.contains("deelt niet alles"), "{text}");
    let text = seven(&alone, Language::En);
    assert!(text.contains("They agreed, with one vote against."), "{text}");
}

/// The father took part in the talk and gave no view: the log holds that it was agreed with him, not that he found it.
#[test]
fn who_gave_no_view_is_told_to_have_agreed_and_not_to_have_judged() {
    let record = record_of("conflict-na-scheiding", "toezicht-kind-1");
    for reader in [Reader::Court, Reader::Professional, Reader::Parents(None)] {
        let text = part(&record, &reader, Language::Nl, "6").replace(" (lt-1)", "").replace(" (raad-1)", "");
        assert!(
            text.contains(
                "Het oordeel van het lokale team en de Raad voor de Kinderbescherming: nee. Zo is het ook afgesproken in het gesprek met de moeder en de vader."
            ),
            "{text}"
        );
        let judged: Vec<&str> =
            text.split("oordeel van").skip(1).map(|it| it.split(['.', ':']).next().unwrap()).collect();
        assert!(judged.iter().all(|it| !it.contains("vader") && !it.contains("moeder")), "{judged:?}");
        // Nothing is decided yet, and the page does not say that it is.
        assert!(text.contains("Dit rust op het oordeel van") && !text.contains("Dit besluit rust"), "{text}");
    }
    let father = Reader::Parents(Some(PersonId::new("vader").unwrap()));
    let text = part(&record, &father, Language::Nl, "6");
    assert!(text.contains("afgesproken in het gesprek met de moeder en u"), "{text}");
    // Nobody is lost on the way: who shares the verdict is named in the one way or the other.
    for line in record.lines() {
        if let Telling::Ground { judged_by, agreed_by, .. } = &line.tells {
            assert!(agreed_by.iter().all(|it| judged_by.contains(it)));
        }
    }
}
