//! `afweging document`: the decision record of a step, for a reader, in words.

use std::path::Path;

use afweging::{
    AgeBand, Assessment, DecisionRecord, Dossier, OfAge, Pack, Part, PersonId, Reader, RecordError,
    RecordPage, Role, StepId, Telling, assess,
};
use chrono::{DateTime, NaiveDate, Utc};
use clap::ValueEnum;

use crate::fault::Fault;
use crate::input;
use crate::text::plain;
use crate::words::Words;

/// How a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text, in lines of at most 80 characters.
    Text,
    /// One page, without script, that loads nothing.
    Html,
    /// Markdown.
    Markdown,
    /// Canonical JSON: the page in words for this reader.
    Json,
}

/// For whom a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReaderArg {
    /// Who works with the file: everything.
    Professional,
    /// Parents or a guardian: with --recipient what that one may read, without it what each of them may read.
    Parents,
    /// A child: a letter, in words for its age.
    Child,
    /// A court: everything, and first what is open.
    Court,
}

/// In which words a letter to a child is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Band {
    /// Younger than eight.
    Under8,
    /// Eight to eleven.
    #[value(name = "8-11")]
    From8,
    /// Twelve to fifteen.
    #[value(name = "12-15")]
    From12,
    /// Sixteen or seventeen.
    #[value(name = "16-17")]
    From16,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) file: &'a Path,
    pub(crate) step: Option<&'a str>,
    pub(crate) reader: ReaderArg,
    pub(crate) recipient: Option<&'a str>,
    pub(crate) band: Option<Band>,
    pub(crate) at: Option<NaiveDate>,
    pub(crate) known_at: Option<DateTime<Utc>>,
    pub(crate) pack: Option<&'a Path>,
    pub(crate) format: Format,
    pub(crate) words: Words,
}

/// Makes the record, and gives what is to be written.
pub(crate) fn run(asked: Asked<'_>) -> Result<String, Fault> {
    let words = asked.words;
    let pack = input::pack(asked.pack)?;
    let (read, _) = input::dossier(asked.file)?;
    let dossier = match asked.known_at {
        Some(known_at) => read.known_at(known_at),
        None => read,
    };
    let last = dossier.entries().last().map(|entry| entry.recorded.date_naive());
    let Some(last) = asked.at.or(last) else {
        return Err(Fault::of(words.say("het dossier heeft geen regels", "the dossier has no entries")));
    };
    let step = step(&asked, &dossier, &assess(&dossier, &pack, last))?;
    // The record of a decision is that of its day: what happened later was no reason for it.
    let at = asked.at.or_else(|| decided_on(&dossier, &step)).unwrap_or(last);
    let record =
        DecisionRecord::on(&dossier, &pack, &step, at).map_err(|error| Fault::of(error.to_string()))?;
    let reader = reader(&asked, &dossier, &record, at)?;
    let page = record.page(&reader, words.language()).map_err(|error| no_recipient(words, &error))?;
    if asked.at.is_none() && lost_later(&dossier, &pack, &step, last) {
        // The record of the day of the decision cannot know it; who asks for it today should.
        let note = words.say(
            "let op: na het besluit is iets teruggenomen waar de redenen op rusten; met --at van later staat het erin",
            "note: after the decision something was taken back that the reasons rest on; a later --at tells it",
        );
        eprintln!("{note} (--at {last})");
    }
    Ok(write(&page, asked.format))
}

/// Whether something that the reasons rest on was taken back after the decision.
fn lost_later(dossier: &Dossier, pack: &Pack, step: &StepId, last: NaiveDate) -> bool {
    let record = DecisionRecord::on(dossier, pack, step, last);
    record.is_ok_and(|record| {
        let lines = record.part(Part::Decision).map_or(&[][..], |part| &part.lines);
        lines.iter().any(|it| matches!(it.tells, Telling::TakenBack { .. }))
    })
}

/// Who was named is nobody for whom such a page is: who is.
fn no_recipient(words: Words, error: &RecordError) -> Fault {
    let RecordError::NotARecipient { recipient, wanted, there_are } = error else {
        return Fault::of(error.to_string());
    };
    let wanted = match *wanted {
        "a child" => words.say("geen kind", "no child"),
        _ => words.say("geen ouder of voogd van dit kind", "no parent or guardian of this child"),
    };
    let names: Vec<String> = there_are.iter().map(|id| format!("`{id}`")).collect();
    let there_are = if names.is_empty() {
        words.say("die is er niet in dit dossier", "this dossier has none").to_owned()
    } else {
        format!(
            "{}: {}",
            words.say("noem met --recipient één van", "name with --recipient one of"),
            names.join(", ")
        )
    };
    Fault::of(format!("`{recipient}`: {wanted}; {there_are}"))
}

fn write(page: &RecordPage, format: Format) -> String {
    match format {
        // What somebody recorded may hold characters that steer a terminal.
        Format::Text => page.to_text().lines().map(|line| plain(line) + "\n").collect(),
        Format::Html => page.to_html(),
        Format::Markdown => page.to_markdown(),
        Format::Json => page.to_json() + "\n",
    }
}

/// The last day on which somebody decided on a step.
fn decided_on(dossier: &Dossier, step: &StepId) -> Option<NaiveDate> {
    let decision = dossier.steps().get(step)?.machines.decision();
    decision.all().last().map(|it| it.occurred.first_day())
}

/// The step that was asked for; without one the only one there is.
fn step(asked: &Asked<'_>, dossier: &Dossier, assessment: &Assessment) -> Result<StepId, Fault> {
    let words = asked.words;
    let there_are = || {
        let names: Vec<String> = dossier
            .steps()
            .keys()
            .filter(|id| assessment.step(id).is_some())
            .map(|id| match decided_on(dossier, id) {
                Some(day) => format!("  {id} ({} {day})", words.say("besloten op", "decided on")),
                None => format!("  {id} ({})", words.say("niet besloten", "not decided")),
            })
            .collect();
        names.join("\n")
    };
    let Some(name) = asked.step else {
        let mut steps = assessment.steps.iter();
        return match (steps.next(), steps.next()) {
            (Some(only), None) => Ok(only.step.clone()),
            (None, _) => Err(Fault::of(words.say("het dossier heeft geen stap", "the dossier has no step"))),
            _ => Err(Fault::lines(
                words.say(
                    "zeg welke stap met --step; het dossier heeft:",
                    "say which step with --step; the dossier has:",
                ),
                &there_are(),
            )),
        };
    };
    let step = StepId::new(name).ok().filter(|id| assessment.step(id).is_some());
    step.ok_or_else(|| {
        let no_such = words.say(
            "deze stap is er op die dag niet; het dossier heeft:",
            "there is no such step on that day; the dossier has:",
        );
        Fault::lines(&format!("`{name}`: {no_such}"), &there_are())
    })
}

fn reader(
    asked: &Asked<'_>,
    dossier: &Dossier,
    record: &DecisionRecord,
    at: NaiveDate,
) -> Result<Reader, Fault> {
    let words = asked.words;
    let named =
        asked.recipient.map(PersonId::new).transpose().map_err(|error| Fault::of(error.to_string()))?;
    if asked.band.is_some() && asked.reader != ReaderArg::Child {
        let only = words.say("--band hoort bij --reader child", "--band goes with --reader child");
        return Err(Fault::of(only));
    }
    match asked.reader {
        ReaderArg::Parents => Ok(Reader::Parents(named)),
        ReaderArg::Child => {
            let child = match named {
                Some(child) => child,
                None => only_child(words, dossier, record)?,
            };
            let band = match asked.band {
                Some(Band::Under8) => Some(AgeBand::Under8),
                Some(Band::From8) => Some(AgeBand::From8),
                Some(Band::From12) => Some(AgeBand::From12),
                Some(Band::From16) => Some(AgeBand::From16),
                None => dossier.people().person(&child).and_then(|person| AgeBand::of(person.birth, at)),
            };
            // Who is no child by role is told so before anything about an age.
            if dossier.people().role(&child) == Some(Role::Child)
                && dossier.people().is_at_least(&child, 18, at) == OfAge::Yes
            {
                return Err(Fault::of(format!(
                    "`{child}`: {}",
                    words.say("is op die dag geen kind meer", "is no child any more on that day")
                )));
            }
            let unknown = words.say(
                "de leeftijd is niet bekend; zeg met --band in welke woorden",
                "the age is not known; say in which words with --band",
            );
            let is_child = dossier.people().role(&child) == Some(Role::Child);
            // A page for somebody else is refused with who there is; no age helps.
            let band = if is_child { band } else { band.or(Some(AgeBand::From12)) };
            let band = band.ok_or_else(|| Fault::of(format!("`{child}`: {unknown}")))?;
            Ok(Reader::Child(child, band))
        }
        ReaderArg::Professional | ReaderArg::Court if named.is_some() => Err(Fault::of(words.say(
            "--recipient hoort bij --reader parents of child",
            "--recipient goes with --reader parents or child",
        ))),
        ReaderArg::Professional => Ok(Reader::Professional),
        ReaderArg::Court => Ok(Reader::Court),
    }
}

/// The child that the step is about, or the only one in the dossier.
fn only_child(words: Words, dossier: &Dossier, record: &DecisionRecord) -> Result<PersonId, Fault> {
    if dossier.people().role(&record.about) == Some(Role::Child) {
        return Ok(record.about.clone());
    }
    let children: Vec<&PersonId> =
        record.people.iter().filter(|(_, person)| person.role == Role::Child).map(|(id, _)| id).collect();
    match children.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(Fault::of(words.say("het dossier heeft geen kind", "the dossier has no child"))),
        several => {
            let names: Vec<String> = several.iter().map(|id| format!("  {id}")).collect();
            Err(Fault::lines(
                words.say(
                    "zeg welk kind met --recipient; het dossier heeft:",
                    "say which child with --recipient; the dossier has:",
                ),
                &names.join("\n"),
            ))
        }
    }
}
