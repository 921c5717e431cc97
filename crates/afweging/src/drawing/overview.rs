//! All measures and all actors at once: a table, since as arrows they would be a tangle.

mod svg;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::side::{Side, place};
use super::words::{Words, capital};
use crate::actor::{Act, Actor};
use crate::id::MeasureId;
use crate::law::{Certainty, Citation};
use crate::pack::{Grant, GrantCondition, Measure, MeasureKind, Pack, Standing};
use crate::step::Frame;

/// What is done to a measure, with deciding on appeal told apart from deciding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Does {
    Request,
    Decide,
    Execute,
    Consent,
    BeHeard,
    Inform,
    Advise,
    Consult,
    Investigate,
    Supervise,
    Object,
    Appeal,
    DecideOnAppeal,
}

impl Does {
    pub(super) const ALL: [Does; 13] = [
        Does::Request,
        Does::Decide,
        Does::Execute,
        Does::Consent,
        Does::BeHeard,
        Does::Inform,
        Does::Advise,
        Does::Consult,
        Does::Investigate,
        Does::Supervise,
        Does::Object,
        Does::Appeal,
        Does::DecideOnAppeal,
    ];

    fn of(grant: &Grant) -> Self {
        let on_appeal =
            grant.conditions.iter().any(|condition| matches!(condition, GrantCondition::OnAppealFrom(_)));
        match grant.act {
            Act::Decide if on_appeal => Does::DecideOnAppeal,
            Act::Decide => Does::Decide,
            Act::Inform => Does::Inform,
            Act::Advise => Does::Advise,
            Act::Consult => Does::Consult,
            Act::Investigate => Does::Investigate,
            Act::Request => Does::Request,
            Act::Execute => Does::Execute,
            Act::Consent => Does::Consent,
            Act::BeHeard => Does::BeHeard,
            Act::Object => Does::Object,
            Act::Appeal => Does::Appeal,
            Act::Supervise => Does::Supervise,
        }
    }

    pub(super) fn name(self, words: Words) -> String {
        let act = match self {
            Does::DecideOnAppeal => {
                return words.say("beslissen in beroep", "decide on appeal").to_owned();
            }
            Does::Request => Act::Request,
            Does::Decide => Act::Decide,
            Does::Execute => Act::Execute,
            Does::Consent => Act::Consent,
            Does::BeHeard => Act::BeHeard,
            Does::Inform => Act::Inform,
            Does::Advise => Act::Advise,
            Does::Consult => Act::Consult,
            Does::Investigate => Act::Investigate,
            Does::Supervise => Act::Supervise,
            Does::Object => Act::Object,
            Does::Appeal => Act::Appeal,
        };
        words.of(&act.label())
    }

    /// One letter, the first where no other has it.
    pub(super) fn letter(self, words: Words) -> &'static str {
        match self {
            Does::Request => words.say("V", "R"),
            Does::Decide => words.say("B", "D"),
            Does::Execute => words.say("U", "E"),
            Does::Consent => words.say("T", "C"),
            Does::BeHeard => words.say("G", "H"),
            Does::Inform => words.say("M", "N"),
            Does::Advise => words.say("A", "A"),
            Does::Consult => words.say("C", "K"),
            Does::Investigate => words.say("O", "I"),
            Does::Supervise => words.say("S", "S"),
            Does::Object => words.say("Z", "O"),
            Does::Appeal => words.say("H", "P"),
            Does::DecideOnAppeal => words.say("R", "J"),
        }
    }
}

/// What one actor may do to one measure: the strongest of the entries for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Mark {
    pub(super) does: Does,
    pub(super) standing: Standing,
    /// Whether every entry of that standing has a condition.
    pub(super) conditional: bool,
    /// How sure the pack is of the surest of those.
    pub(super) certainty: Certainty,
    pub(super) articles: Vec<Citation>,
}

/// A measure with what each actor may do to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Row {
    pub(super) measure: MeasureId,
    pub(super) name: String,
    pub(super) group: Group,
    pub(super) cells: Vec<(Actor, Vec<Mark>)>,
}

/// What rows stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Group {
    Voluntary,
    Pressure,
    Procedural,
    Compulsory,
}

impl Group {
    fn of(measure: &Measure) -> Self {
        match (measure.kind, measure.frame) {
            (MeasureKind::Procedural, _) => Group::Procedural,
            (MeasureKind::Protective, Frame::Voluntary) => Group::Voluntary,
            (MeasureKind::Protective, Frame::Pressure) => Group::Pressure,
            (MeasureKind::Protective, Frame::Compulsory) => Group::Compulsory,
        }
    }

    pub(super) fn name(self, words: Words) -> &'static str {
        match self {
            Group::Voluntary => words.say("Vrijwillig", "Voluntary"),
            Group::Pressure => words.say("Drang (vrijwillig)", "Pressure (voluntary)"),
            Group::Procedural => words.say("Stap in de procedure", "Step in the procedure"),
            Group::Compulsory => words.say("Gedwongen", "Compulsory"),
        }
    }
}

/// Who may do what to every measure on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Overview {
    pub(super) actors: Vec<Actor>,
    pub(super) rows: Vec<Row>,
}

impl Overview {
    pub(super) fn of(pack: &Pack, on: NaiveDate, words: Words) -> Self {
        let mut rows: Vec<Row> = pack
            .measures(on)
            .map(|measure| Row {
                measure: measure.id.clone(),
                name: words.label(&measure.labels).to_owned(),
                group: Group::of(measure),
                cells: cells(pack.grants(on).iter().filter(|grant| grant.measure == measure.id)),
            })
            .collect();
        rows.sort_by_key(|row| row.group);
        let actors: BTreeSet<(Side, Actor)> =
            rows.iter().flat_map(|row| &row.cells).map(|(actor, _)| place(*actor)).collect();
        Overview { actors: actors.into_iter().map(|(_, actor)| actor).collect(), rows }
    }

    fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.rows.iter().flat_map(|row| &row.cells).flat_map(|(_, marks)| marks)
    }

    pub(super) fn certainties(&self) -> BTreeSet<Certainty> {
        self.marks().map(|mark| mark.certainty).collect()
    }

    /// What the letters mean, of those that stand on it.
    pub(super) fn letters(&self, words: Words) -> String {
        let used: BTreeSet<Does> = self.marks().map(|mark| mark.does).collect();
        let letters: Vec<String> = Does::ALL
            .into_iter()
            .filter(|does| used.contains(does))
            .map(|does| format!("{} {}", does.letter(words), does.name(words)).replace(' ', "\u{a0}"))
            .collect();
        letters.join(" · ")
    }

    /// One paragraph per measure, one line per thing that may be done to it.
    pub(super) fn parts(&self, words: Words) -> Vec<(String, Vec<String>)> {
        self.rows
            .iter()
            .map(|row| {
                let lines = Does::ALL.into_iter().filter_map(|does| {
                    let who: Vec<String> = row
                        .cells
                        .iter()
                        .flat_map(|(actor, marks)| marks.iter().map(move |mark| (actor, mark)))
                        .filter(|(_, mark)| mark.does == does)
                        .map(|(actor, mark)| format!("{}{}", words.of(&actor.label()), mark.said(words)))
                        .collect();
                    (!who.is_empty())
                        .then(|| format!("{}: {}.", capital(&does.name(words)), words.list(&who)))
                });
                (format!("{} {} ({})", row.measure, row.name, row.group.name(words)), lines.collect())
            })
            .collect()
    }
}

impl Mark {
    /// What stands behind the actor, between brackets.
    pub(super) fn said(&self, words: Words) -> String {
        let mut said: Vec<String> = Vec::new();
        if self.standing != Standing::Primary {
            said.push(words.standing(self.standing).to_owned());
        }
        if self.conditional {
            said.push(words.say("onder voorwaarden", "on conditions").to_owned());
        }
        said.extend(self.articles.iter().map(|cite| words.marked_article(cite)));
        format!(" ({})", said.join(", "))
    }

    /// The letter, with `*` for conditions and the sign of how sure the pack is.
    pub(super) fn sign(&self, words: Words) -> String {
        let conditional = if self.conditional { "*" } else { "" };
        format!("{}{conditional}{}", self.does.letter(words), words.mark(self.certainty))
    }
}

fn cells<'g>(grants: impl Iterator<Item = &'g Grant>) -> Vec<(Actor, Vec<Mark>)> {
    let mut of: BTreeMap<((Side, Actor), Does), Vec<&Grant>> = BTreeMap::new();
    for grant in grants {
        of.entry((place(grant.actor), Does::of(grant))).or_default().push(grant);
    }
    let mut cells: Vec<(Actor, Vec<Mark>)> = Vec::new();
    for (((_, actor), does), grants) in of {
        // Ex officio is no weaker than subsidiary, but it says less: without a request, in one case.
        let Some(standing) = grants.iter().map(|grant| grant.standing).min() else { continue };
        let strongest: Vec<&&Grant> = grants.iter().filter(|grant| grant.standing == standing).collect();
        let mut articles: Vec<Citation> = Vec::new();
        for grant in &strongest {
            if !articles.contains(&grant.cite) {
                articles.push(grant.cite.clone());
            }
        }
        let mark = Mark {
            does,
            standing,
            conditional: strongest.iter().all(|grant| is_conditional(grant)),
            certainty: articles.iter().map(|cite| cite.certainty).min().unwrap_or(Certainty::Modelling),
            articles,
        };
        match cells.last_mut() {
            Some((last, marks)) if *last == actor => marks.push(mark),
            _ => cells.push((actor, vec![mark])),
        }
    }
    cells
}

/// Whether more is needed than what its standing or its place in the course says already.
fn is_conditional(grant: &Grant) -> bool {
    grant.conditions.iter().any(|condition| {
        !matches!(condition, GrantCondition::OnlyIfPrimaryDidNot | GrantCondition::OnAppealFrom(_))
    })
}
