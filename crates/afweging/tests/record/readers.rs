//! What each reader may read, checked against the log and not against the filter.

use std::collections::BTreeSet;

use afweging::{
    AgeBand, DecisionRecord, Event, Language, PersonId, Reader, RecordError, Role, Said, StepId, Telling,
    WithheldGround,
};

use crate::{day, example, flowing, pack, readers, records};

fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

#[test]
fn a_parent_never_reads_the_own_words_of_another_of_the_family() {
    let mut kept = 0;
    for (example, dossier, record) in records() {
        for (name, reader) in readers(&record) {
            let Reader::Parents(recipient) = &reader else { continue };
            let page = record.page(&reader, Language::Nl).unwrap();
            let formats = [flowing(&page.to_text()), page.to_html(), page.to_markdown(), page.to_json()];
            for entry in dossier.entries().iter().filter(|it| it.occurred.first_day() <= record.receipt.at) {
                let Event::Heard(heard) = &entry.event else { continue };
                let Said::Said(account) = &heard.account else { continue };
                let role = dossier.people().role(&heard.person).unwrap();
                if role.is_professional() || recipient.as_ref() == Some(&heard.person) {
                    continue;
                }
                // The first sentence, free of what the formats write differently.
                let words = account.text().unwrap().split('.').next().unwrap();
                for text in &formats {
                    assert!(!text.contains(words), "{example} {name} reads of {}: {words}", heard.person);
                }
                assert!(
                    page.withheld
                        .iter()
                        .any(|it| it.entry == entry.seq && it.ground == WithheldGround::PrivacyOfAnother),
                    "{example} {name}: entry {} is on no list",
                    entry.seq
                );
                kept += 1;
            }
            if let Some(recipient) = recipient {
                let own = dossier.entries().iter().filter(|it| it.occurred.first_day() <= record.receipt.at);
                for entry in own {
                    let Event::Heard(heard) = &entry.event else { continue };
                    if heard.person == *recipient
                        && let Said::Said(account) = &heard.account
                    {
                        assert!(
                            formats[0].contains(&flowing(account.text().unwrap())),
                            "{example} {name}: own words"
                        );
                    }
                }
            }
        }
    }
    assert!(kept > 100, "{kept}");
}

#[test]
fn parents_do_not_read_that_their_child_is_a_source() {
    let (_, _, record) = records().into_iter().find(|(_, _, it)| it.step.as_str() == "hulp-kind-1").unwrap();
    let reader = Reader::Parents(Some(id("vader")));
    let text = flowing(&record.page(&reader, Language::Nl).unwrap().to_text());
    assert!(text.contains("Bron ervoor: iemand van school zag of hoorde het zelf."));
    assert!(!text.contains("Bron ervoor: het kind"), "{text}");
    let all = flowing(&record.page(&Reader::Court, Language::Nl).unwrap().to_text());
    assert!(all.contains("Bron ervoor: het kind (kind-1)"), "the court reads it");
}

/// Whatever anybody else recorded: not one sentence of it is in the letter.
#[test]
fn a_letter_to_a_child_holds_its_own_words_and_what_was_done_with_them() {
    let mut looked_at = 0;
    for (example, dossier, record) in records() {
        for (_, reader) in readers(&record) {
            let Reader::Child(child, _) = &reader else { continue };
            let page = record.page(&reader, Language::Nl).unwrap();
            let text = flowing(&page.to_text());
            for entry in dossier.entries() {
                let may = match &entry.event {
                    Event::Heard(it) => it.person == *child,
                    Event::AccountContested(it) => it.person == *child,
                    Event::EffectNoted(it) => it.person == *child,
                    Event::Contested(it) => it.person == *child,
                    Event::ConsentRefused(it) => it.person == *child,
                    Event::Claimed(it) => {
                        it.nature == Said::Said(afweging::Nature::Strength) && it.about.contains(child)
                    }
                    _ => false,
                };
                if may {
                    continue;
                }
                let value = serde_json::to_value(&entry.event).unwrap();
                let mut texts = Vec::new();
                collect(&value, &mut texts);
                for words in texts.iter().filter(|it| it.contains(' ')) {
                    assert!(!text.contains(&flowing(words)), "{example} {}: {words}", record.step);
                    looked_at += 1;
                }
            }
            for law in ["artikel", "Jeugdwet", "Burgerlijk Wetboek", "AFW-", " lid "] {
                assert!(!text.contains(law), "{example}: {law}");
            }
            let own = dossier.perspective_on(child, record.receipt.at);
            if let Some(account) = own.account()
                && let Said::Said(words) = &account.told.what.account
            {
                assert!(text.contains(&flowing(words.text().unwrap())), "{example}: what the child said");
            }
        }
    }
    assert!(looked_at > 2_000, "{looked_at}");
}

fn collect(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => found.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| collect(field, found)),
        _ => {}
    }
}

/// Whoever of the family or its circle told something about another is named to no parent, and a professional is.
#[test]
fn no_parent_reads_who_of_the_family_or_its_circle_is_a_source() {
    let mut sheltered = 0;
    for (example, dossier, record) in records() {
        for (name, reader) in readers(&record) {
            let Reader::Parents(recipient) = &reader else { continue };
            let page = record.page(&reader, Language::Nl).unwrap();
            let part = flowing(&format!("{:?}", page.sections.iter().find(|it| it.id == "deel-4").unwrap()));
            for line in record.part(afweging::Part::Facts).unwrap().lines.iter().flat_map(|it| it.all()) {
                let Telling::Source { by, told_by, .. } = &line.tells else { continue };
                let by = by.named().unwrap();
                if recipient.as_ref() == Some(by) {
                    continue;
                }
                let behind = [Some(by), told_by.as_ref().and_then(|it| it.named())];
                for person in behind.into_iter().flatten() {
                    let role = dossier.people().role(person).unwrap();
                    if role.is_professional() || recipient.as_ref() == Some(person) {
                        continue;
                    }
                    // As who saw it, heard it, brought it or was told it: in no line on a source.
                    for said in ["\" zag of hoorde het zelf", "\" hoorde het van", "\" bracht dit"] {
                        let named = format!("person: PersonId(\"{person}\")");
                        for told in part.split(&named).skip(1) {
                            let close = told.chars().take(120).collect::<String>();
                            assert!(!close.contains(&said[1..]), "{example} {name}: {person}: {close}");
                        }
                    }
                    assert!(
                        page.withheld.iter().any(|it| {
                            line.because.contains(&it.entry)
                                && it.ground == WithheldGround::ShelterOfASource
                                && it.of == afweging::WithheldOf::NotTold
                        }),
                        "{example} {name}: {:?} is on no list",
                        line.because
                    );
                    sheltered += 1;
                }
            }
        }
    }
    assert!(sheltered > 40, "{sheltered}");
    // What the accused father reads of the hearsay, and what the mother reads of her own.
    let (_, _, record) =
        records().into_iter().find(|(_, _, it)| it.step.as_str() == "toezicht-kind-1").unwrap();
    let text = |reader: &str| {
        flowing(&record.page(&Reader::Parents(Some(id(reader))), Language::Nl).unwrap().to_text())
    };
    let father = text("vader");
    assert!(
        father.contains("iemand uit het gezin of het netwerk hoorde het van een ander daaruit."),
        "{father}"
    );
    assert!(!father.contains("hoorde het van opa of oma"), "{father}");
    assert!(father.contains("Wie van het gezin of het netwerk iets vertelde."), "{father}");
    assert!(
        !father.contains("Moeder hoorde het van oma"),
        "the reason of the finding says who told it: {father}"
    );
    assert!(
        father.contains("Bron ervoor: het lokale team zag of hoorde het zelf."),
        "a professional is named"
    );
}

/// That a child is the source is kept from its parents, and so is the reason of a finding that says so.
#[test]
fn no_reason_of_a_finding_gives_a_child_away_as_the_source() {
    let dossier = example("conflict-na-scheiding");
    let step = StepId::new("toezicht-kind-1").unwrap();
    let record = DecisionRecord::on(&dossier, pack(), &step, day("2025-03-27")).unwrap();
    let gives_away = "Kind-1 zegt het zelf";
    assert!(record.page(&Reader::Professional, Language::Nl).unwrap().to_text().contains(gives_away));
    for parent in ["vader", "moeder"] {
        let page = record.page(&Reader::Parents(Some(id(parent))), Language::Nl).unwrap();
        assert!(!page.to_text().contains(gives_away) && !page.to_json().contains(gives_away), "{parent}");
    }
}

#[test]
fn a_letter_says_you_and_calls_people_by_what_they_are_to_the_child() {
    let dossier = example("conflict-na-scheiding");
    let step = StepId::new("hulp-kind-1").unwrap();
    let record = DecisionRecord::on(&dossier, pack(), &step, day("2025-03-27")).unwrap();
    for band in AgeBand::ALL {
        let page = record.page(&Reader::Child(id("kind-1"), band), Language::Nl).unwrap();
        let text = page.to_text();
        assert!(text.contains("Dit zei je: „Ik vind het bij allebei fijn."), "{band:?}");
        assert!(text.contains("Dit deden we daarmee:"), "{band:?}");
        for title in ["de moeder", "de vader", "het kind", " u ", " uw "] {
            assert!(!text.contains(title), "{band:?}: {title}");
        }
        assert_eq!(text.contains("Je moeder"), band > AgeBand::Under8);
        assert_eq!(text.contains("advocaat"), band >= AgeBand::From12);
    }
    // The older, the more is in it.
    let lengths: Vec<usize> = AgeBand::ALL
        .iter()
        .map(|band| record.page(&Reader::Child(id("kind-1"), *band), Language::Nl).unwrap().to_text().len())
        .collect();
    assert!(lengths.is_sorted(), "{lengths:?}");
}

#[test]
fn a_court_reads_first_what_is_open() {
    let dossier = example("conflict-na-scheiding");
    let step = StepId::new("toezicht-kind-1").unwrap();
    let record = DecisionRecord::on(&dossier, pack(), &step, day("2025-10-01")).unwrap();
    let page = record.page(&Reader::Court, Language::Nl).unwrap();
    let first = &page.sections[0];
    assert_eq!(first.id, "open");
    let text = format!("{:?}", first.blocks);
    assert!(
        text.contains("AFW-THREAT-001") && text.contains("AFW-INTRUSION-001"),
        "the gates that are not met"
    );
    assert!(text.contains("Op 8 februari heeft vader moeder bij de voordeur geduwd."), "a contested fact");
    assert!(text.contains("partner-vader"), "who was not heard");
    // Everything that the assessment holds against the step is there.
    let assessment = afweging::assess(&dossier, pack(), day("2025-10-01"));
    for finding in assessment.step(&step).unwrap().findings() {
        if matches!(finding.says, afweging::Says::Failed | afweging::Says::Unknown) {
            assert!(text.contains(finding.code.as_str()), "{}", finding.code);
        }
    }
}

#[test]
fn who_an_appeal_is_open_to_comes_out_of_the_map() {
    let remedies = |example_name: &str, step: &str, at: &str| {
        let dossier = example(example_name);
        let record = DecisionRecord::on(&dossier, pack(), &StepId::new(step).unwrap(), day(at)).unwrap();
        let lines = record.lines().into_iter();
        lines
            .filter_map(|line| match &line.tells {
                Telling::Remedy { what, until, .. } => Some((*what, *until)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    use afweging::RemedyWord::{Appeal, NoAppeal};
    // Three months from the order of 8 December.
    let placement = remedies("spoed-en-terug-naar-huis", "uithuisplaatsing", "2025-12-08");
    assert!(
        placement.contains(&(Appeal, Some(day("2026-03-08"))))
            || placement.contains(&(Appeal, Some(day("2026-03-09")))),
        "{placement:?}"
    );
    // Provisional supervision is open to no appeal (Rv 807).
    let provisional = remedies("spoed-en-terug-naar-huis", "voorlopig-toezicht", "2025-09-24");
    assert!(provisional.contains(&(NoAppeal, None)), "{provisional:?}");
    assert!(!provisional.iter().any(|(what, _)| *what == Appeal));
    // Coming home by the institution's own decision ends a placement: no entry, and no appeal is made up.
    let home = remedies("spoed-en-terug-naar-huis", "terug-naar-huis", "2026-03-09");
    assert!(!home.iter().any(|(what, _)| *what == Appeal), "{home:?}");
}

#[test]
fn a_page_goes_only_to_who_it_is_for() {
    let dossier = example("conflict-na-scheiding");
    let step = StepId::new("hulp-kind-1").unwrap();
    let record = DecisionRecord::on(&dossier, pack(), &step, day("2025-03-27")).unwrap();
    for reader in [
        Reader::Parents(Some(id("oma"))),
        Reader::Parents(Some(id("lt-1"))),
        Reader::Parents(Some(id("niemand"))),
        Reader::Child(id("moeder"), AgeBand::From12),
    ] {
        let error = record.page(&reader, Language::Nl).unwrap_err();
        let RecordError::NotARecipient { there_are, .. } = error else { panic!("{error}") };
        let roles: BTreeSet<_> = there_are.iter().filter_map(|id| dossier.people().role(id)).collect();
        assert!(roles.is_subset(&BTreeSet::from([Role::Mother, Role::Father, Role::Child])), "{roles:?}");
        assert!(!there_are.is_empty());
    }
    let unknown = DecisionRecord::on(&dossier, pack(), &StepId::new("nee").unwrap(), day("2025-03-27"));
    let Err(RecordError::UnknownStep { there_are, .. }) = unknown else { panic!("no such step") };
    assert_eq!(there_are.len(), 4);
    let early = DecisionRecord::on(&dossier, pack(), &step, day("2025-01-01"));
    assert!(matches!(early, Err(RecordError::UnknownStep { there_are, .. }) if there_are.is_empty()));
}
