//! What has to be done, what the system owes, who kept watch, and out of what all this was made.

use afweging::{Certainty, Duty, LookBack, LookBackOf, LookBackStand, Shortfall, Wait, WatchGap};

use super::{Block, Inline, Item, Section, Subject, dated, findings, reviews};
use crate::words::capital;

/// Duties by day, with who has to do them.
pub(super) fn duties(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new("plichten", words.say("Wat er moet gebeuren", "What has to be done"));
    let duties: Vec<&Duty> = dated(subject.assessment).collect();
    if duties.is_empty() {
        section.say(words.say("Er lopen geen termijnen.", "No terms are running."));
        return section;
    }
    let columns = [
        words.say("Uiterlijk", "By"),
        words.say("Wat", "What"),
        words.say("Wie", "Who"),
        words.say("Grondslag", "Basis"),
        words.say("Waar", "Where"),
    ];
    let caption = words.say("Termijnen en afspraken, op datum", "Terms and promises, by date");
    section.table(caption, columns, duties.into_iter().map(|duty| duty_row(subject, duty)));
    section
}

fn duty_row(subject: &Subject<'_>, duty: &Duty) -> [Inline; 5] {
    let words = subject.words;
    let mut due: Inline = match duty.due {
        Some(day) => words.date(day).into(),
        None => words.say("geen dag genoemd", "no day named").into(),
    };
    if duty.overdue {
        due = due.text(" – ").strong(words.say("voorbij", "passed"));
    }
    let owner = super::duties::owner(subject, duty);
    let basis: Vec<String> = duty.basis.iter().map(|basis| words.basis(basis)).collect();
    [
        due,
        capital(&words.of(&duty.sentence)).into(),
        owner.into(),
        basis.join("; ").into(),
        Inline::default().entries(words, &duty.because),
    ]
}

/// What urgency put off, with what is asked again; nothing where there was no urgency.
pub(super) fn look_backs(subject: &Subject<'_>) -> Option<Section> {
    let words = subject.words;
    let look_backs = &subject.assessment.look_backs;
    if look_backs.is_empty() {
        return None;
    }
    let mut section =
        Section::new("terugkijken", words.say("Terugkijken na spoed", "Looking back after urgency"));
    section.say(words.say(
        "Spoed stelt uit en nooit af. Wat is uitgesteld, wordt hier opnieuw gevraagd.",
        "Urgency puts off and never away. What was put off is asked again here.",
    ));
    section.blocks.push(Block::List(look_backs.iter().map(|it| look_back(subject, it)).collect()));
    Some(section)
}

fn look_back(subject: &Subject<'_>, look_back: &LookBack) -> Item {
    let words = subject.words;
    let of = match &look_back.of {
        LookBackOf::Urgency(step) => {
            format!(
                "{} {}",
                words.say("lichtere middelen en horen bij", "lighter means and hearing for"),
                subject.step_name(step)
            )
        }
        LookBackOf::Fallback(step) => {
            format!("{} {}", words.say("het gesprek over", "the dialogue on"), subject.step_name(step))
        }
        LookBackOf::Hearing(person) => {
            format!("{} {}", words.say("het horen van", "the hearing of"), subject.person(person))
        }
    };
    let stands = match look_back.stands {
        LookBackStand::Due => words.say("moet nog", "still due"),
        LookBackStand::Held => words.say("gedaan", "held"),
        LookBackStand::Overdue => words.say("te laat", "overdue"),
    };
    let owner = subject.answerers(&look_back.owner);
    let text = Inline::from(format!("{} – ", capital(&of)))
        .strong(stands)
        .text(format!(", {} {}, {owner} (", words.say("uiterlijk", "by"), words.date(look_back.due)))
        .entries(words, &[look_back.because])
        .text(")");
    let asked = reviews::questions(subject, &look_back.questions);
    Item { text, below: if asked.is_empty() { Vec::new() } else { vec![Block::List(asked)] } }
}

/// What the system falls short of.
pub(super) fn shortfalls(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section =
        Section::new("tekorten", words.say("Tekorten van het systeem", "Shortfalls of the system"));
    let shortfalls = &subject.assessment.shortfalls;
    if shortfalls.is_empty() {
        section.say(words.say("Er is geen tekort vastgelegd.", "No shortfall is on record."));
        return section;
    }
    section.say(words.say(
        "Hulp die gevraagd is en er niet is. Dit wordt het gezin nooit aangerekend.",
        "Help that was asked for and is not there. It is never booked against the family.",
    ));
    let columns = [
        words.say("Wat", "What"),
        words.say("Wie het moet bieden", "Who owes it"),
        words.say("Gevraagd", "Asked for"),
        words.say("Niet voor", "Not before"),
        words.say("Intussen", "Meanwhile"),
        words.say("Voorbij sinds", "Ended on"),
        words.say("Waar", "Where"),
    ];
    let caption = words.say("Wat er niet is, en wie het moet bieden", "What is not there, and who owes it");
    section.table(caption, columns, shortfalls.iter().map(|shortfall| shortfall_row(subject, shortfall)));
    section
}

fn shortfall_row(subject: &Subject<'_>, shortfall: &Shortfall) -> [Inline; 7] {
    let words = subject.words;
    let not_said = || Inline::from(words.say("niet gezegd", "not said"));
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(not_said, |day| words.date(day).into());
    let owner = if shortfall.owner.is_empty() { not_said() } else { subject.people(&shortfall.owner).into() };
    [
        capital(&words.of(&shortfall.what)).into(),
        owner,
        day(shortfall.since),
        day(shortfall.not_before),
        shortfall.meanwhile.as_ref().map_or_else(not_said, |text| Inline::default().quote(text)),
        shortfall
            .ended
            .map_or_else(|| Inline::from(words.say("duurt voort", "goes on")), |day| words.date(day).into()),
        Inline::default().entries(words, &[shortfall.because]),
    ]
}

/// What the family waited for, each with its days; nothing when it waited for nothing.
pub(super) fn waits(subject: &Subject<'_>) -> Option<Section> {
    let words = subject.words;
    let waits = &subject.assessment.waits;
    if waits.is_empty() {
        return None;
    }
    let mut section = Section::new("wachten", words.say("Wachten", "Waiting"));
    section.say(words.say(
        "Waar dit gezin op wachtte. Dit wordt het gezin nooit aangerekend.",
        "What this family waited for. It is never booked against the family.",
    ));
    let columns = [
        words.say("Waarop", "For what"),
        words.say("Vanaf", "From"),
        words.say("Tot", "Until"),
        words.say("Dagen", "Days"),
        words.say("Waar", "Where"),
    ];
    let row = |wait: &Wait| -> [Inline; 5] {
        let until = if wait.ended {
            words.date(wait.until)
        } else {
            words.say("wacht nog", "still waiting").to_owned()
        };
        [
            capital(&words.of(&wait.what)).into(),
            words.date(wait.from).into(),
            until.into(),
            wait.days.to_string().into(),
            Inline::default().entries(words, &[wait.because]),
        ]
    };
    section.table(
        words.say("Waar dit gezin op wachtte", "What this family waited for"),
        columns,
        waits.iter().map(row),
    );
    Some(section)
}

/// What was found of the dossier as a whole, with who kept watch.
pub(super) fn whole_dossier(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new("geheel", words.say("Het dossier als geheel", "The dossier as a whole"));
    let gaps = &subject.assessment.watch_gaps;
    if gaps.is_empty() {
        let text = if subject.dossier.watch_events().is_empty() {
            words.say(
                "Er is nog geen melding en niemand die oplet.",
                "There is no report yet and nobody keeps watch.",
            )
        } else {
            words.say(
                "Van melding tot nu lette steeds iemand op.",
                "From the report until now somebody kept watch all along.",
            )
        };
        section.say(text);
    } else {
        let columns = [words.say("Vanaf", "From"), words.say("Tot", "Until"), words.say("Na", "After")];
        let row = |gap: &WatchGap| -> [Inline; 3] {
            let until =
                if gap.ended { words.date(gap.until) } else { words.say("nu nog", "still now").to_owned() };
            let after = Inline::default().entries(words, &[gap.after]);
            [words.date(gap.from).into(), until.into(), after]
        };
        section.table(
            words.say("Wanneer niemand oplette", "When nobody kept watch"),
            columns,
            gaps.iter().map(row),
        );
    }
    if !subject.assessment.findings.is_empty() {
        section.blocks.push(findings::list(subject, &subject.assessment.findings));
    }
    section
}

/// Out of what it was made.
pub(super) fn receipt(subject: &Subject<'_>) -> Section {
    let (words, receipt) = (subject.words, &subject.assessment.receipt);
    let label = |nl: &str, en: &str| words.say(nl, en).to_owned();
    let mut section =
        Section::new("kwitantie", words.say("Waaruit dit is gemaakt", "Out of what this was made"));
    section.say(words.say(
        "Dit is een toets op wat is vastgelegd. Het beslist niets, voorspelt niets en kiest niets. Wie de bevoegdheid heeft, beslist.",
        "This is a test of what is on record. It decides nothing, predicts nothing and chooses nothing. Who has the power decides.",
    ));
    let known = receipt.known_at.map_or_else(
        || words.say("alles wat is vastgelegd", "all that is recorded").to_owned(),
        |known_at| words.instant(known_at),
    );
    let head = if receipt.head.is_empty() { "–".into() } else { Inline::default().code(&receipt.head) };
    let region = match (&receipt.region, &receipt.region_hash) {
        (Some(region), Some(hash)) => Inline::from(format!("{region}, ")).code(hash),
        _ => words.say("geen: de wet alleen", "none: the law alone").into(),
    };
    let mut terms = vec![
        (label("Bibliotheek", "Library"), format!("afweging {}", receipt.library).into()),
        (
            label("Wetspakket", "Law pack"),
            Inline::from(format!("{}, ", receipt.pack)).code(&receipt.pack_hash),
        ),
        (label("Regio", "Region"), region),
        (
            label("Dossier", "Dossier"),
            format!(
                "{}, {}",
                receipt.dossier,
                words.count(receipt.entries, ("regel", "entry"), ("regels", "entries"))
            )
            .into(),
        ),
        (label("Laatste regel", "Last entry"), head),
        (label("Beoordeeld op", "Assessed on"), words.date(receipt.at).into()),
        (label("Kennis tot", "Knowledge until"), known.into()),
    ];
    if !receipt.beside.is_empty() {
        let others = words.count(
            receipt.beside.len(),
            ("ander dossier", "other dossier"),
            ("andere dossiers", "other dossiers"),
        );
        terms.push((label("Redenen gelegd naast", "Reasons laid beside"), others.into()));
    }
    section.blocks.push(Block::Terms(terms));
    section.say(words.say("Hoe zeker een artikel is:", "How sure an article is:"));
    section.blocks.push(Block::Terms(
        [Certainty::Text2015, Certainty::Confirmed, Certainty::GeneralKnowledge, Certainty::Modelling]
            .into_iter()
            .map(|it| (words.certainty(it).to_owned(), words.certainty_explained(it).into()))
            .collect(),
    ));
    section
}
