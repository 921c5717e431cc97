//! `afweging effects`: what a withdrawal, a correction or an objection does, and who has to be told.

use std::fmt::Write as _;
use std::path::Path;

use afweging::{
    Base, Belnap, Condition, Dossier, Effects, Event, EvidenceId, EvidenceLevel, FactStanding, Found,
    FoundAtGate, NoEffects, Pack, PersonId, Rested, Resting, StatementId, Weighed, WhatIf, Withdrawn,
    effects,
};
use chrono::{DateTime, NaiveDate, Utc};
use clap::ValueEnum;

use crate::fault::Fault;
use crate::input;
use crate::near::nearest;
use crate::text::plain;
use crate::words::{Words, capital};

/// How effects are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// In words.
    Text,
    /// Canonical JSON.
    Json,
}

/// What falls away or comes into doubt.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What<'a> {
    /// A statement or a piece of evidence, by its id.
    Withdraw(&'a str),
    /// What an entry did; or, of any other entry, that it was a mistake.
    Entry(u64),
    /// That somebody objects to an entry.
    Contest(u64),
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) file: &'a Path,
    pub(crate) what: What<'a>,
    pub(crate) at: Option<NaiveDate>,
    pub(crate) known_at: Option<DateTime<Utc>>,
    pub(crate) pack: Option<&'a Path>,
    pub(crate) format: Format,
    pub(crate) words: Words,
}

/// Gives what is to be written.
pub(crate) fn run(asked: Asked<'_>) -> Result<String, Fault> {
    let words = asked.words;
    let pack = input::pack(asked.pack)?;
    let (dossier, at) = input::on_a_day(asked.file, asked.at, asked.known_at, words)?;
    let change = change(asked.what, &dossier, at, words)?;
    let found = effects(&dossier, &pack, &change, at).map_err(|error| fault(&error, words))?;
    Ok(match asked.format {
        Format::Json => found.to_json() + "\n",
        Format::Text => {
            let told = Told { dossier: &dossier, pack: &pack, words };
            told.text(&found, &change, at).lines().map(|line| plain(line) + "\n").collect()
        }
    })
}

fn change(what: What<'_>, dossier: &Dossier, at: NaiveDate, words: Words) -> Result<WhatIf, Fault> {
    match what {
        What::Contest(seq) => Ok(WhatIf::ObjectedTo(seq)),
        What::Entry(seq) => Ok(match dossier.entry(seq).map(|entry| &entry.event) {
            Some(
                Event::Withdrawn(_) | Event::Corrected(_) | Event::Contested(_) | Event::AccountContested(_),
            ) => WhatIf::DoneBy(seq),
            _ => WhatIf::PutRight(seq),
        }),
        What::Withdraw(name) => {
            let has_occurred = |when: &afweging::When| when.first_day() <= at;
            let statement = StatementId::new(name)
                .ok()
                .filter(|id| dossier.statements().get(id).is_some_and(|it| has_occurred(&it.claim.occurred)));
            let evidence = EvidenceId::new(name)
                .ok()
                .filter(|id| dossier.evidence().get(id).is_some_and(|it| has_occurred(&it.added.occurred)));
            match (statement, evidence) {
                (Some(statement), _) => Ok(WhatIf::TakenBack(Withdrawn::Statement(statement))),
                (None, Some(evidence)) => Ok(WhatIf::TakenBack(Withdrawn::Evidence(evidence))),
                (None, None) => {
                    let statements = dossier.statements().keys().map(StatementId::as_str);
                    let there = statements.chain(dossier.evidence().keys().map(EvidenceId::as_str));
                    let near = nearest(name, there);
                    let no_such =
                        words.say("geen bewering en geen vermelding op", "no statement and no mention on");
                    Err(Fault::of(format!(
                        "`{name}`: {no_such} {at}; {}: {}",
                        words.say("het dichtst erbij", "nearest to it"),
                        near.join(", ")
                    )))
                }
            }
        }
    }
}

fn fault(error: &NoEffects, words: Words) -> Fault {
    Fault::of(match error {
        NoEffects::NotThere { what, on } => {
            // The core names what is missing by an English kind and a number or an id.
            let what = match what.strip_prefix("entry ") {
                Some(seq) => format!("{} {seq}", words.say("regel", "entry")),
                None => what.clone(),
            };
            format!("`{what}`: {} {on}", words.say("is er niet op", "is not there on"))
        }
        // What the log itself says of it is in English: quoted, and not as if it were ours.
        NoEffects::NotPossible { on, reason } => words
            .say(
                &format!("dat kan op {on} niet gebeuren, zegt het logboek: `{reason}`; kies met --at een andere dag"),
                &format!("that cannot happen on {on}: {reason}; choose another day with --at"),
            )
            .to_owned(),
        NoEffects::DoesNothing { entry } => words
            .say(
                &format!("regel {entry} trekt niets in, zet niets recht en betwist niets"),
                &error.to_string(),
            )
            .to_owned(),
    })
}

struct Told<'a> {
    dossier: &'a Dossier,
    pack: &'a Pack,
    words: Words,
}

impl Told<'_> {
    fn text(&self, found: &Effects, change: &WhatIf, at: NaiveDate) -> String {
        let words = self.words;
        let mut out = String::new();
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            out,
            "{}: {}",
            words.say("Wat rust hierop", "What rests on this"),
            self.base(&found.base)
        );
        let how = match (found.done_by, change) {
            (Some(by), _) => format!(
                "{} {by}",
                words.say("Weggevallen of betwist door regel", "Fell away or came into doubt by entry")
            ),
            (None, WhatIf::TakenBack(_)) => {
                words.say("Stel dat het wordt ingetrokken", "If it were taken back").to_owned()
            }
            (None, WhatIf::ObjectedTo(_)) => {
                words.say("Stel dat iemand het betwist", "If somebody objected to it").to_owned()
            }
            (None, _) => words.say("Stel dat het een vergissing was", "If it were a mistake").to_owned(),
        };
        let _ = writeln!(out, "{how}; {} {}.", words.say("op", "on"), words.date(at));
        if !found.fall_with_it.is_empty() {
            let seqs: Vec<String> = found.fall_with_it.iter().map(u64::to_string).collect();
            let falls = match seqs.len() {
                1 => words.say(
                    "Deze regel kan er zonder dit niet zijn, en valt mee weg",
                    "This entry cannot be there without it, and falls with it",
                ),
                _ => words.say(
                    "Deze regels kunnen er zonder dit niet zijn, en vallen mee weg",
                    "These entries cannot be there without it, and fall with it",
                ),
            };
            let _ = writeln!(out, "{falls}: {}.", words.list(&seqs));
        }
        self.list(
            &mut out,
            ("Dit rust erop", "This rests on it"),
            found.rests.iter().map(|rest| self.rest(rest)).collect(),
        );
        self.list(
            &mut out,
            ("Deze beweringen komen er anders voor te staan", "These statements stand otherwise"),
            found
                .facts
                .iter()
                .map(|change| {
                    format!(
                        "{}: {} → {}",
                        change.statement,
                        self.standing(change.before.as_ref()),
                        self.standing(change.after.as_ref())
                    )
                })
                .collect(),
        );
        self.list(
            &mut out,
            ("Bij deze toetsen ligt het anders", "At these gates it stands otherwise"),
            found
                .gates
                .iter()
                .map(|change| {
                    let outcome =
                        |it: Option<afweging::GateOutcome>| it.map_or("–", |it| words.outcome(it));
                    let found = |label: &str, found: &[FoundAtGate]| -> String {
                        let said = |it: &FoundAtGate| {
                            format!("\n    {label}: {} ({})", words.of(&it.sentence), it.code)
                        };
                        found.iter().map(said).collect()
                    };
                    format!(
                        "{}, {} {}: {} → {}{}{}",
                        change.step,
                        change.gate.number(),
                        words.of(&change.gate.label()),
                        outcome(change.before),
                        outcome(change.after),
                        found(words.say("erbij", "new"), &change.found),
                        found(words.say("weg", "gone"), &change.gone)
                    )
                })
                .collect(),
        );
        self.list(
            &mut out,
            ("Dit moeten zij weten", "They have to be told"),
            found
                .to_tell
                .iter()
                .map(|tell| {
                    let mut why: Vec<String> = Vec::new();
                    if !tell.because.is_empty() {
                        let seqs: Vec<String> = tell.because.iter().map(u64::to_string).collect();
                        let because = match seqs.len() {
                            1 => words.say("vanwege regel", "because of entry"),
                            _ => words.say("vanwege de regels", "because of entries"),
                        };
                        why.push(format!("{because} {}", words.list(&seqs)));
                    }
                    if tell.about_them {
                        why.push(
                            words.say("het gaat over deze persoon", "it is about this person").to_owned(),
                        );
                    }
                    if let Some(told) = tell.told {
                        why.push(format!(
                            "{} {told}",
                            words.say("al verteld in regel", "told already in entry")
                        ));
                    }
                    format!("{}: {}", capital(&self.person(&tell.person)), why.join("; "))
                })
                .collect(),
        );
        out
    }

    fn list(&self, out: &mut String, title: (&str, &str), lines: Vec<String>) {
        let title = self.words.say(title.0, title.1);
        if lines.is_empty() {
            let _ = writeln!(out, "\n{title}: {}", self.words.say("niets", "nothing"));
            return;
        }
        let _ = writeln!(out, "\n{title} ({})", lines.len());
        for line in lines {
            let _ = writeln!(out, "  {line}");
        }
    }

    fn person(&self, id: &PersonId) -> String {
        self.words.of(&self.dossier.people().named(id))
    }

    fn base(&self, base: &Base) -> String {
        let words = self.words;
        match base {
            Base::Statement(id) => {
                let text = self.dossier.statements().get(id).and_then(|it| it.claim.what.text.text());
                format!("{} {id}: {}", words.say("bewering", "statement"), text.unwrap_or("…"))
            }
            Base::Evidence(id) => {
                let record = self.dossier.evidence().get(id).map(|it| &it.added.what);
                let of = record.map_or_else(String::new, |it| {
                    format!(
                        ", {} {} {} {}",
                        words.say("van", "by"),
                        self.person(&it.borne_by),
                        words.say("bij bewering", "on statement"),
                        it.statement
                    )
                });
                format!("{} {id}{of}", words.say("vermelding", "mention"))
            }
            Base::Entry(seq) => {
                let kind = self.dossier.entry(*seq).map_or("", |entry| words.done(entry.event.kind()));
                format!("{} {seq}: {kind}", words.say("regel", "entry"))
            }
        }
    }

    fn on(&self, on: &Weighed) -> String {
        match on {
            Weighed::Ground(id) => self
                .pack
                .ground(id)
                .map_or_else(|| id.to_string(), |ground| self.words.label(&ground.labels).to_owned()),
            Weighed::Condition(condition) => {
                let condition: &Condition = condition;
                self.words.of(&condition.label())
            }
        }
    }

    fn rest(&self, rested: &Rested) -> String {
        let words = self.words;
        let rest = &rested.rest;
        let what = match &rest.what {
            Resting::Evidence { evidence, statement } => format!(
                "{} {evidence} {} {statement}",
                words.say("vermelding", "mention"),
                words.say("bij bewering", "on statement")
            ),
            Resting::Finding { statement } => {
                format!("{} {statement}", words.say("bevinding over", "finding on"))
            }
            Resting::View { step, on } => {
                format!("{} {step}: {}", words.say("oordeel over", "view on"), self.on(on))
            }
            Resting::Agreement { step } => {
                format!("{} {step}", words.say("gezamenlijk oordeel over", "common verdict on"))
            }
            Resting::Answer { step } => format!(
                "{} {step}",
                words.say("antwoord op een alternatief voor", "answer to an alternative for")
            ),
            Resting::Urgency { step } => format!("{} {step}", words.say("spoed bij", "urgency of")),
            Resting::Request { step } => format!("{} {step}", words.say("verzoek om", "request for")),
            Resting::Decision { step } => format!("{} {step}", words.say("beslissing over", "decision on")),
            Resting::Record { step } => {
                format!("{} {step}", words.say("motivering van", "decision record of"))
            }
            Resting::Effect { person } => {
                format!(
                    "{} {}",
                    words.say("wat veranderde door het verhaal van", "what changed by the account of"),
                    self.person(person)
                )
            }
        };
        let who: Vec<String> = rest.people.iter().map(|id| self.person(id)).collect();
        let who = if who.is_empty() { String::new() } else { format!(" · {}", words.list(&who)) };
        let still: Vec<String> = rested.rests_still_on.iter().map(ToString::to_string).collect();
        let loses = if rested.loses_support {
            words.say(" · verliest zijn steun", " · loses its support").to_owned()
        } else if still.is_empty() {
            String::new()
        } else {
            format!(" · {} {}", words.say("steunt nog op", "rests still on"), words.list(&still))
        };
        format!("{} {}: {what}{who}{loses}", words.say("regel", "entry"), rest.entry)
    }

    fn standing(&self, standing: Option<&FactStanding>) -> String {
        let words = self.words;
        let Some(standing) = standing else {
            return words.say("niet meer in het dossier", "not in the dossier").to_owned();
        };
        if standing.withdrawn {
            return words.say("ingetrokken", "taken back").to_owned();
        }
        let found = match standing.found {
            None if standing.reopened => words.say("bevinding heropend", "finding re-opened"),
            None => words.say("geen bevinding", "no finding"),
            Some(Found::Established) => words.say("bevonden: staat vast", "found established"),
            Some(Found::Plausible) => words.say("bevonden: aannemelijk", "found plausible"),
            Some(Found::NotEstablished) => words.say("bevonden: niet vastgesteld", "found not established"),
            Some(Found::Refuted) => words.say("bevonden: weerlegd", "found refuted"),
            Some(Found::Unresolvable) => words.say("bevonden: niet op te helderen", "found unresolvable"),
        };
        let sources = match standing.support {
            Belnap::Neither => words.say("geen bron", "no source").to_owned(),
            Belnap::For | Belnap::Against | Belnap::Both => format!(
                "{} {} {}, {} {}",
                words.say("bronnen:", "sources:"),
                standing.roots_for,
                words.say("ervoor", "for"),
                standing.roots_against,
                words.say("ertegen", "against")
            ),
        };
        let level = match standing.level {
            None => words.say("haalt geen bewijsniveau", "reaches no level of evidence"),
            Some(EvidenceLevel::SeriousSuspicion) => {
                words.say("haalt het niveau ‘ernstig vermoeden’", "reaches the level ‘serious suspicion’")
            }
            Some(EvidenceLevel::Established) => {
                words.say("haalt het niveau ‘vaststaand’", "reaches the level ‘established’")
            }
        };
        format!("{found}, {sources}, {level}")
    }
}
