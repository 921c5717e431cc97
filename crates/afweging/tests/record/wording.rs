//! What a page says of a decision is what became of it, and what can be done has the name that its law gives.

use afweging::{
    AgeBand, DecisionRecord, DecisionWord, Dossier, Event, Language, NewEntry, PageSection, Part, PeriodWord,
    PersonId, Reader, RecordPage, RemedyWord, Since, StatementId, StepId, Telling, Withdrawal, Withdrawn,
};

use crate::{day, example, flowing, pack, readers, records};

fn section<'a>(page: &'a RecordPage, id: &str) -> &'a PageSection {
    page.sections.iter().find(|it| it.id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn record_of(name: &str, step: &str, at: &str) -> (Dossier, DecisionRecord) {
    let dossier = example(name);
    let record = DecisionRecord::on(&dossier, pack(), &StepId::new(step).unwrap(), day(at)).unwrap();
    (dossier, record)
}

fn text(record: &DecisionRecord, reader: &Reader) -> String {
    flowing(&record.page(reader, Language::Nl).unwrap().to_text())
}

fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

/// What somebody saw of a child too young to talk is never told as what the child said.
#[test]
fn what_was_seen_of_a_child_is_not_told_as_its_words() {
    let (dossier, record) = record_of("spoed-en-terug-naar-huis", "uithuisplaatsing", "2025-12-08");
    let seen = "Gezien bij de pleegouder en samen met moeder.";
    let says = |entry: &&afweging::Entry| matches!(&entry.event, Event::Heard(it) if it.mode == afweging::Said::Said(afweging::Mode::Seen));
    assert_eq!(dossier.entries().iter().filter(says).count(), 1, "the example has one");
    let letter = text(&record, &Reader::Child(id("kind-1"), AgeBand::Under8));
    assert!(letter.contains(&format!("Dit zagen we bij jou: „{seen}")), "{letter}");
    assert!(!letter.contains(&format!("Dit zei je: „{seen}")), "{letter}");
    let court = text(&record, &Reader::Court);
    let led_in = court.split(seen).next().unwrap();
    assert!(
        led_in
            .trim_end()
            .ends_with("Wat er gezien is, volgens de Raad voor de Kinderbescherming (raad-1): „"),
        "{led_in}"
    );
    // It stays the child's: another reads neither, as before.
    let father = text(&record, &Reader::Parents(Some(id("vader"))));
    assert!(!father.contains(seen), "{father}");
}

/// What was refused, or is not decided, is never told as something that will happen.
#[test]
fn what_does_not_go_ahead_is_not_promised() {
    let (mut refused, mut open) = (0, 0);
    for (example, _, record) in records() {
        let promises =
            ["We kijken op", "We kijken weer hoe het gaat op", "Het besluit geldt", "Het loopt nu"];
        match record.decision() {
            Some(DecisionWord::Refused | DecisionWord::NotMaintained) => refused += 1,
            // What began without a decision goes on, and its page says so.
            None if record
                .lines()
                .iter()
                .any(|it| matches!(it.tells, Telling::Became { what: Since::InForce, .. })) =>
            {
                continue;
            }
            None => open += 1,
            Some(_) => continue,
        }
        for (name, reader) in readers(&record) {
            let text = text(&record, &reader);
            for promise in promises {
                assert!(!text.contains(promise), "{example} {} {name}: {promise}", record.step);
            }
            assert!(!text.contains(" Het begint op") || record.decision().is_some(), "{example} {name}");
        }
        let period = record.lines().into_iter().find_map(|line| match line.tells {
            Telling::Period { stands, .. } => Some(stands),
            _ => None,
        });
        assert!(period.is_none_or(|it| it == PeriodWord::Asked), "{example} {}", record.step);
    }
    assert!(refused > 0 && open > 0);
}

/// Page 1: a judge, and who works with the file, read what is open before what was decided; and only what the parts say.
#[test]
fn what_is_open_stands_before_the_parts_and_repeats_them() {
    for (example, _, record) in records() {
        for reader in [Reader::Court, Reader::Professional] {
            let page = record.page(&reader, Language::Nl).unwrap();
            assert_eq!(page.sections[0].id, "open", "{example} {reader:?}");
            assert_eq!(page.sections[1].id, "deel-1");
            assert!(page.to_html().contains("<section class=\"box\" aria-labelledby=\"open\">"));
        }
        // Facts and people in it are lines of the parts; findings are those of the assessment.
        for line in &record.open {
            let is_of = |part: Part| record.part(part).unwrap().lines.iter().any(|it| it.tells == line.tells);
            match line.tells {
                Telling::Fact { .. } => assert!(is_of(Part::Facts), "{example}"),
                Telling::Perspective { .. } => assert!(is_of(Part::Accounts), "{example}"),
                Telling::Open { .. } | Telling::TakenBack { .. } => {}
                _ => panic!("{example}: {:?}", line.tells),
            }
        }
    }
}

fn remedies(record: &DecisionRecord) -> Vec<RemedyWord> {
    let of = |line: &afweging::RecordLine| match line.tells {
        Telling::Remedy { what, .. } => Some(what),
        _ => None,
    };
    record.part(Part::Remedies).unwrap().lines.iter().filter_map(of).collect()
}

#[test]
fn a_way_has_the_name_of_its_own_law_and_stands_once() {
    // A house ban is an administrative decision: beroep, no hoger beroep (Wth 6).
    let (_, ban) = record_of("conflict-na-scheiding", "huisverbod-vader", "2025-02-08");
    assert!(remedies(&ban).contains(&RemedyWord::CourtReview));
    let father = text(&ban, &Reader::Parents(Some(id("vader"))));
    assert!(father.contains("Dan kunt u in beroep gaan bij de rechter."), "{father}");
    assert!(!father.contains("hoger beroep"), "{father}");
    // A dispute about supervision is a dispute (BW 1:262b), and only where there is supervision.
    let (_, refused) = record_of("hulp-nooit-gegeven", "toezicht", "2025-04-07");
    assert!(!remedies(&refused).contains(&RemedyWord::Dispute));
    let (_, granted) = record_of("spoed-en-terug-naar-huis", "toezicht", "2025-12-08");
    assert_eq!(granted.decision(), Some(DecisionWord::Granted));
    assert!(remedies(&granted).contains(&RemedyWord::Dispute));
    let mother = text(&granted, &Reader::Parents(Some(id("moeder"))));
    assert!(
        mother.contains("Bent u het niet eens met hoe het toezicht gaat? Dan kunt u naar de kinderrechter.")
    );
    // What is not decided can be appealed by nobody, and is no court's order yet.
    let (_, open) = record_of("conflict-na-scheiding", "toezicht-kind-1", "2025-10-01");
    let court = text(&open, &Reader::Court);
    assert!(
        court.contains("Hiervoor is een uitspraak van een rechter nodig")
            && !court.contains("Dit is een uitspraak")
    );
    assert!(remedies(&open).contains(&RemedyWord::NotYet) && !remedies(&open).contains(&RemedyWord::Appeal));
    for (example, _, record) in records() {
        let ways = remedies(&record);
        let once: std::collections::BTreeSet<_> = ways.iter().collect();
        assert_eq!(once.len(), ways.len(), "{example} {}: a way stands twice", record.step);
    }
}

#[test]
fn a_parent_reads_whether_a_way_is_open_to_them() {
    let (_, record) = record_of("hulp-nooit-gegeven", "toezicht", "2025-04-07");
    let mother = text(&record, &Reader::Parents(Some(id("moeder"))));
    assert!(mother.contains("Dan kunt u in hoger beroep gaan. Dat kan tot en met 7 juli 2025."), "{mother}");
    assert!(mother.contains("U mag het dossier lezen."));
    let father = text(&record, &Reader::Parents(Some(id("vader"))));
    assert!(!father.contains("Dan kunt u in hoger beroep gaan"), "he has no authority");
    assert!(father.contains("Uw rol in het dossier staat daar niet bij."));
    let each = text(&record, &Reader::Parents(None));
    assert!(each.contains("Tegen dit besluit bestaat hoger beroep. Wie dat mag: de ouder met gezag"));
    // After the last day it is no promise any more.
    let (_, later) = record_of("hulp-nooit-gegeven", "toezicht", "2025-08-01");
    let mother = text(&later, &Reader::Parents(Some(id("moeder"))));
    assert!(mother.contains("Dat kon tot en met 7 juli 2025."), "{mother}");
}

#[test]
fn who_is_no_court_gives_no_courts_order() {
    let (_, home) = record_of("spoed-en-terug-naar-huis", "terug-naar-huis", "2026-03-09");
    assert!(!text(&home, &Reader::Court).contains("uitspraak van een rechter"), "the institution decided");
    let (_, order) = record_of("hulp-nooit-gegeven", "toezicht", "2025-04-07");
    assert!(text(&order, &Reader::Court).contains("Dit is een uitspraak van een rechter (beschikking)."));
}

/// Six bodies that may close a file by one article are one thing to read, and none of them is left out.
#[test]
fn who_may_decide_by_the_same_article_stands_together() {
    let (_, record) = record_of("conflict-na-scheiding", "niets-meer", "2025-10-01");
    let powers = record.part(Part::Authority).unwrap().lines.iter();
    let count = powers.filter(|it| matches!(it.tells, Telling::Power { .. })).count();
    assert!(count > 4, "{count}");
    let mother = text(&record, &Reader::Parents(Some(id("moeder"))));
    let told = mother.split("Dit mogen beslissen: ").nth(1).unwrap().split('.').next().unwrap();
    assert_eq!(told.matches(", ").count() + told.matches(" of ").count() + 1, count, "{told}");
    assert!(told.contains("het lokale team") && !mother.contains("mag dit beslissen"), "{told}");
    // What runs by agreement is not called undecided.
    let (_, plan) = record_of("hulp-nooit-gegeven", "familieplan", "2025-04-29");
    let mother = text(&plan, &Reader::Parents(Some(id("moeder"))));
    assert!(
        mother.contains("Een besluit staat niet in het dossier.") && mother.contains("Het loopt nu."),
        "{mother}"
    );
}

#[test]
fn a_family_reads_roles_and_whom_to_call() {
    for (example, _, record) in records() {
        for (name, reader) in readers(&record) {
            if !reader.is_family() {
                continue;
            }
            let page = record.page(&reader, Language::Nl).unwrap();
            let text = flowing(&page.to_text());
            assert!(text.contains("112"), "{example} {name}");
            let child = matches!(reader, Reader::Child(..));
            assert_eq!(text.contains("0800-0432"), child, "{example} {name}");
            assert_eq!(text.contains("0800-2000"), !child, "{example} {name}");
            // A pseudonym within a quote is told; outside a quote there is none.
            let quoted: String = page
                .spans()
                .iter()
                .filter_map(|it| match it {
                    afweging::PageSpan::Quote { words, .. } => Some(words.to_lowercase()),
                    _ => None,
                })
                .collect::<Vec<_>>()
                .join("\n");
            for person in record.people.keys().filter(|it| it.as_str().ends_with('1')) {
                if quoted.contains(person.as_str()) {
                    let told = format!("{:?}", section(&page, "wie-is-wie"));
                    assert!(told.contains(person.as_str()), "{example} {name}: {person}");
                }
            }
        }
    }
}

#[test]
fn a_child_is_not_told_which_of_its_own_people_asked() {
    let (_, record) = record_of("conflict-na-scheiding", "niets-meer", "2025-10-01");
    for band in AgeBand::ALL {
        let letter = text(&record, &Reader::Child(id("kind-1"), band));
        assert!(letter.contains("Iemand heeft dit voorgesteld."), "{letter}");
        assert!(!letter.to_lowercase().contains("je vader heeft"), "{letter}");
    }
}

/// A record quoted a statement, and it was taken back later: a new record says so, the old one stays what it was.
#[test]
fn a_new_record_says_what_its_reasons_lost() {
    let (mut dossier, before) = record_of("hulp-nooit-gegeven", "toezicht", "2025-04-07");
    let named: Vec<StatementId> = before
        .lines()
        .into_iter()
        .filter_map(|line| match &line.tells {
            Telling::Fact { statement, in_reasons: true, withdrawn: false, .. } => Some(statement.clone()),
            _ => None,
        })
        .collect();
    let statement = named[0].clone();
    let last = dossier.entries().last().unwrap();
    let recorded = last.recorded.max("2025-05-01T10:00:00Z".parse().unwrap());
    let withdrawal = Withdrawal {
        taken_back: Withdrawn::Statement(statement.clone()),
        reason: "De lijst met afspraken klopte niet.".into(),
    };
    let entry = NewEntry {
        recorded,
        occurred: recorded.date_naive().to_string().parse().unwrap(),
        by: dossier.statements()[&statement].claim.by.clone(),
        door: Default::default(),
        event: Event::Withdrawn(withdrawal),
        salt: String::new(),
    };
    let seq = dossier.record(entry).unwrap();
    let claim = before.lines().into_iter().find_map(|line| match &line.tells {
        Telling::Fact { statement: of, claim, .. } if *of == statement => {
            claim.said.words().map(str::to_owned)
        }
        _ => None,
    });
    let claim = flowing(&claim.unwrap());
    let new = DecisionRecord::on(&dossier, pack(), &before.step, recorded.date_naive()).unwrap();
    let told = new.part(Part::Decision).unwrap().lines.iter().find(|line| match &line.tells {
        Telling::TakenBack { statement: of, after_the_decision, source, .. } => {
            *of == statement && *after_the_decision && !source
        }
        _ => false,
    });
    assert!(told.unwrap().because.contains(&seq));
    for reader in [Reader::Court, Reader::Professional, Reader::Parents(Some(id("moeder")))] {
        let page = flowing(&new.page(&reader, Language::Nl).unwrap().to_text());
        let says = format!("Het besluit gebruikte dit als reden: „{claim}” (weten we niet).");
        assert!(page.contains(&says), "{reader:?}: {says}\n{page}");
    }
    let court = new.page(&Reader::Court, Language::Nl).unwrap();
    assert!(
        format!("{:?}", court.sections[0]).contains("De lijst met afspraken klopte niet."),
        "why, on page 1"
    );
    // The record of the day of the decision knows nothing of it.
    let again = DecisionRecord::on(&dossier, pack(), &before.step, day("2025-04-07")).unwrap();
    assert_eq!(text(&again, &Reader::Court).replace(&again.receipt.head, ""), {
        let old = text(&before, &Reader::Court).replace(&before.receipt.head, "");
        old.replace("Aantal regels: 160", &format!("Aantal regels: {}", dossier.entries().len()))
    });
}
