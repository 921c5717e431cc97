//! The decision record over generated dossiers: it never says more than the log, loses no dissent, and says the same to all.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    AgeBand, DecisionRecord, DissentWord, Dossier, Language, PageBlock, PageSpan, Part, PersonId, Quoted,
    Reader, RecordPage, Role, StepId, Telling, Verdict, Weighed, Weighing, WeighingEvent,
};
use afweging_testkit::{Histories, dutch_pack};
use chrono::NaiveDate;
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
                    Telling::Dissents { by, on, verdict, .. } => Some((by.clone(), on.clone(), *verdict, line)),
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

    /// Whoever is listed as differing does differ: in what they said last on the matter, from what was agreed on it or from
    /// what somebody else said last. Whoever is told to have differed at first said something else since, or took part when
    /// people agreed; and whom the others joined is not told to differ.
    #[test]
    fn record_names_as_differing_only_who_differs(
        history in Histories::new().with_dissent().with_length(25..80).strategy(),
    ) {
        let at = history.last_day();
        let assessment = assessed(&history, at);
        for stand in assessment.uncertainties.weighing.iter().filter(|it| !it.dissent.is_empty()) {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &stand.step).expect("a record");
            let state = history.steps()[&stand.step].weighing.on(at);
            let agreed = |on: &Weighed| match &state {
                Weighing::Converged(it) => {
                    it.convergence().what.verdicts.iter().find(|it| it.on == *on).map(|it| it.verdict)
                }
                _ => None,
            };
            let mut differing = BTreeSet::new();
            for line in &record.part(Part::Dissent).expect("the part").lines {
                let Telling::Dissents { by, on, verdict, stands } = &line.tells else { continue };
                let matter = stand.dissent.iter().find(|it| it.label == *on).expect("a matter").on.clone();
                let (views, positions) = latest(&history, &stand.step, &matter, at);
                let own = positions.get(by).copied();
                let others = positions.iter().filter(|(other, _)| *other != by).map(|(_, verdict)| *verdict);
                let found: Vec<Verdict> = others.chain(agreed(&matter)).collect();
                match stands {
                    DissentWord::Still => {
                        prop_assert!(own == Some(*verdict) && found.iter().any(|it| it != verdict), "{line:?}");
                        differing.insert(by.clone());
                    }
                    DissentWord::First => {
                        let joined = !views.contains(by) && state.took_part().any(|it| it == by);
                        prop_assert!(own != Some(*verdict) || (joined && agreed(&matter).is_some()), "{line:?}");
                    }
                    DissentWord::Shared => {
                        let is_shared = found.is_empty() || found.contains(verdict);
                        prop_assert!(own == Some(*verdict) && is_shared, "{line:?}");
                    }
                }
            }
            // So it reads: under "denkt er anders over" stands nobody else.
            let page = record.page(&Reader::Court, Language::Nl).expect("a page");
            let part = page.sections.iter().find(|it| it.id == "deel-11").expect("the part");
            let mut told = BTreeSet::new();
            for block in &part.blocks {
                let PageBlock::List(items) = block else { continue };
                for item in items {
                    if let [PageSpan::Person { person, .. }, PageSpan::Text(said)] = item.text.as_slice()
                        && said.contains("denkt er anders over")
                    {
                        told.insert(person.clone());
                    }
                }
            }
            prop_assert_eq!(told, differing);
        }
    }

    /// A page for a parent names nobody of the family or its circle as a source but that parent; a professional is named.
    #[test]
    fn record_shelters_whoever_told_something(
        history in Histories::new().with_length(25..80).strategy(),
    ) {
        let assessment = assessed(&history, history.last_day());
        for step in &assessment.steps {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
            let mut may = BTreeSet::new();
            for line in record.part(Part::Facts).expect("the part").lines.iter().flat_map(|it| it.all()) {
                let objections = match &line.tells {
                    Telling::Source { objections, .. } => objections.as_slice(),
                    _ => line.quote().map_or(&[][..], |it| &it.objections),
                };
                may.extend(objections.iter().map(|it| it.of.clone()));
                if let Telling::Fact { finder, .. } = &line.tells {
                    may.extend(finder.clone());
                }
            }
            for reader in readers(&record) {
                let Reader::Parents(recipient) = &reader else { continue };
                let page = record.page(&reader, Language::Nl).expect("a page");
                let part = page.sections.iter().find(|it| it.id == "deel-4").expect("the part").clone();
                let part = RecordPage { first: Vec::new(), sections: vec![part], ..page };
                for span in part.spans() {
                    let PageSpan::Person { person, .. } = span else { continue };
                    let is_professional = record.people.get(person).is_some_and(|it| it.role.is_professional());
                    prop_assert!(
                        is_professional || recipient.as_ref() == Some(person) || may.contains(person),
                        "{reader:?} reads of {person}"
                    );
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

    /// What is kept from a family is in none of the four formats, and all of it is on the list; a professional and a court
    /// read every word.
    #[test]
    fn record_leaks_nothing_that_it_withholds(
        history in Histories::new().with_dissent().with_length(25..70).strategy(),
    ) {
        let assessment = assessed(&history, history.last_day());
        for step in &assessment.steps {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
            let all = quotes(&record);
            for reader in readers(&record) {
                let page = record.page(&reader, Language::Nl).expect("a page");
                let shown: BTreeSet<(u64, &str)> = page
                    .spans()
                    .into_iter()
                    .filter_map(|span| match span {
                        PageSpan::Quote { entry, words } => Some((*entry, words.as_str())),
                        _ => None,
                    })
                    .collect();
                let withheld: BTreeSet<u64> = page.withheld.iter().map(|it| it.entry).collect();
                if !reader.is_family() {
                    prop_assert!(withheld.is_empty());
                }
                for (entry, words) in &all {
                    // The same words of somebody out of two entries are read once, with both entries.
                    let is_shown = shown.iter().any(|(_, other)| other == words);
                    // A letter holds less than it may: an account that was told anew, or for the youngest what goes well.
                    let is_letter = matches!(reader, Reader::Child(..));
                    prop_assert!(
                        is_shown || withheld.contains(entry) || is_letter,
                        "{reader:?}: entry {entry} is neither shown nor on the list: {words}"
                    );
                }
                // Words that another entry may show are no leak; nor is a word that is part of our own sentences.
                let may: String = shown.iter().map(|(_, words)| format!("{words}\n")).collect();
                let secret = all.iter().filter(|(entry, words)| {
                    withheld.contains(entry) && words.contains(' ') && !may.contains(words.as_str())
                });
                let formats = [page.to_text(), page.to_html(), page.to_markdown(), page.to_json()]
                    .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ").replace("&#39;", "'"));
                for (entry, words) in secret {
                    for text in &formats {
                        prop_assert!(!text.contains(words.as_str()), "{reader:?} reads entry {entry}: {words}");
                    }
                }
            }
        }
    }

    /// Who and when on a page are out of the record, and in the record out of the log, the pack or its reckoning.
    #[test]
    fn record_names_nobody_and_no_day_that_it_does_not_hold(
        history in Histories::new().with_dissent().with_length(25..70).strategy(),
    ) {
        let mut log = BTreeSet::new();
        for entry in history.entries() {
            texts(&serde_json::to_value(entry).expect("JSON"), &mut log);
        }
        let assessment = assessed(&history, history.last_day());
        for step in &assessment.steps {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
            for line in record.lines() {
                for person in line.people() {
                    prop_assert!(log.contains(person.as_str()), "{person} is nobody in the log");
                }
                let days = days_of(&line.tells);
                for day in days {
                    prop_assert!(log.iter().any(|it| it.contains(&day)), "{day} is no day of the log: {:?}", line.tells);
                }
            }
            let held: BTreeSet<String> = dates_in(&serde_json::to_string(&record).expect("JSON"));
            for reader in readers(&record) {
                let page = record.page(&reader, Language::Nl).expect("a page");
                for span in page.spans() {
                    match span {
                        PageSpan::Person { person, .. } => {
                            prop_assert!(history.people().person(person).is_some() || log.contains(person.as_str()));
                        }
                        PageSpan::Text(said) | PageSpan::Strong(said) => {
                            for day in written_days(said) {
                                prop_assert!(held.contains(&day), "{day} is nowhere in the record: {said}");
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    /// No word of ours promises that anybody is safe, in either language, to any reader.
    #[test]
    fn record_promises_no_safety(history in Histories::new().with_dissent().with_length(25..60).strategy()) {
        let assessment = assessed(&history, history.last_day());
        // Names of the law and of bodies are nobody's promise.
        let names = ["veilig thuis", "veiligheidsafspraken", "veiligheidshuis", "veiligheidsbeoordeling", "safety house",
            "veilig-thuis", "safety agreements", "safety assessment", "safe-"];
        let mut law = BTreeSet::new();
        for day in dutch_pack().changes() {
            for measure in dutch_pack().measures(day) {
                law.extend([measure.labels.nl.to_lowercase(), measure.labels.en.to_lowercase()]);
            }
        }
        for ground in dutch_pack().grounds() {
            for labels in [&ground.labels, &ground.text] {
                law.extend([labels.nl.to_lowercase(), labels.en.to_lowercase()]);
            }
        }
        // The longest first: a short name may stand within a longer one.
        let mut law: Vec<String> = law.into_iter().collect();
        law.sort_by_key(|name| std::cmp::Reverse(name.len()));
        for step in &assessment.steps {
            let record = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step).expect("a record");
            for reader in readers(&record) {
                for language in [Language::Nl, Language::En] {
                    let page = record.page(&reader, language).expect("a page");
                    let mut ours = page.title.to_lowercase();
                    for span in page.spans() {
                        if let PageSpan::Text(said) | PageSpan::Strong(said) = span {
                            ours.push_str(&said.to_lowercase());
                            ours.push('\n');
                        }
                    }
                    for name in law.iter().map(String::as_str).chain(names) {
                        ours = ours.replace(name, "");
                    }
                    for word in ["veilig", "safe"] {
                        let place = ours.find(word).map(|at| ours.chars().skip(at.saturating_sub(60)).take(120).collect::<String>());
                        prop_assert!(place.is_none(), "{reader:?}: {place:?}");
                    }
                }
            }
        }
    }
}

/// Who gave a view on a matter, and what each said last on it, in a view or as a position.
fn latest(
    history: &Dossier,
    step: &StepId,
    on: &Weighed,
    at: NaiveDate,
) -> (BTreeSet<PersonId>, BTreeMap<PersonId, Verdict>) {
    let (mut views, mut latest) = (BTreeSet::new(), BTreeMap::new());
    for dated in history.steps()[step].weighing.until(at) {
        for (by, view) in dated.transition.views().filter(|(_, view)| view.on == *on) {
            views.insert(by.clone());
            latest.insert(by.clone(), view.verdict);
        }
        if let WeighingEvent::Diverge(it) = &dated.transition {
            let positions = it.positions.iter().filter(|it| it.on == *on);
            latest.extend(positions.map(|it| (it.person.clone(), it.verdict)));
        }
    }
    (views, latest)
}

/// Every quote in a record, with the objections beside it: the entry and the words.
fn quotes(record: &DecisionRecord) -> BTreeSet<(u64, String)> {
    let mut all = BTreeSet::new();
    for line in record.lines() {
        let source = match &line.tells {
            Telling::Source { objections, .. } => objections.as_slice(),
            _ => &[],
        };
        let quoted = line.quote();
        let objections = quoted.map_or(&[][..], |it| &it.objections).iter().chain(source);
        let said = quoted
            .map(|it| (it.entry, &it.said))
            .into_iter()
            .chain(objections.map(|it| (it.entry, &it.said)));
        all.extend(said.filter_map(|(entry, said)| Some((entry, said.words()?.to_owned()))));
    }
    all
}

/// The days that a line has out of the log itself: not what the law reckons.
fn days_of(tells: &Telling) -> Vec<String> {
    let days: Vec<Option<NaiveDate>> = match tells {
        // As exactly as the log has it: an interval stays one.
        Telling::Decided { on, .. }
        | Telling::NotDecided { on, .. }
        | Telling::Told { on, .. }
        | Telling::NoTalk { on, .. }
        | Telling::Reviewed { on, .. }
        | Telling::TakenBack { on, .. }
        | Telling::Closed { on } => return vec![on.to_string()],
        Telling::Review { on } => vec![Some(*on)],
        Telling::Period { from, until, .. } => vec![*from, *until],
        Telling::Shortfall { since, not_before, .. } => vec![*since, *not_before],
        Telling::Obliged { due, .. } => vec![*due],
        _ => Vec::new(),
    };
    days.into_iter().flatten().map(|day| day.to_string()).collect()
}

/// Every `2025-03-01` in a text.
fn dates_in(text: &str) -> BTreeSet<String> {
    let parts = text.split(|it: char| !it.is_ascii_digit() && it != '-');
    let mut found = BTreeSet::new();
    for part in parts {
        found.extend(part.get(..10).and_then(|it| it.parse::<NaiveDate>().ok()).map(|it| it.to_string()));
    }
    found
}

/// Every `1 maart 2025` in a text, as `2025-03-01`.
fn written_days(said: &str) -> Vec<String> {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let words: Vec<&str> =
        said.split_whitespace().map(|it| it.trim_matches(|it: char| !it.is_alphanumeric())).collect();
    let mut found = Vec::new();
    for window in words.windows(3) {
        let [day, month, year] = window else { continue };
        let month = MONTHS.iter().zip(1_u32..).find(|(name, _)| *name == month).map(|(_, number)| number);
        if let (Ok(day), Some(month), Ok(year)) = (day.parse(), month, year.parse()) {
            found.extend(NaiveDate::from_ymd_opt(year, month, day).map(|it| it.to_string()));
        }
    }
    found
}
