//! `afweging sources`: where a statement comes from; or, of all statements, what their sources say.

use std::path::Path;

use afweging::{Dossier, NotDrawn, SourceTree, SourcesDrawing, StatementId};
use chrono::{DateTime, NaiveDate, Utc};
use clap::ValueEnum;
use serde_json::json;

use crate::fault::Fault;
use crate::input;
use crate::text::plain;
use crate::words::Words;
use afweging_scenario::nearest;

/// How sources are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The tree in words.
    Text,
    /// A picture, without script, that loads nothing.
    Svg,
    /// Canonical JSON.
    Json,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) file: &'a Path,
    pub(crate) statement: Option<&'a str>,
    pub(crate) at: Option<NaiveDate>,
    pub(crate) known_at: Option<DateTime<Utc>>,
    pub(crate) format: Format,
    pub(crate) words: Words,
}

/// Gives what is to be written.
pub(crate) fn run(asked: Asked<'_>) -> Result<String, Fault> {
    let words = asked.words;
    let (dossier, at) = input::on_a_day(asked.file, asked.at, asked.known_at, words)?;
    let Some(name) = asked.statement else {
        return match asked.format {
            Format::Svg => Err(Fault::of(words.say(
                "een tekening is van één bewering: zeg welke met --statement",
                "a picture is of one statement: say which with --statement",
            ))),
            Format::Text => Ok(listed(&dossier, at, words)),
            Format::Json => Ok(as_json(&dossier, at)),
        };
    };
    let unknown = || no_such(name, &dossier, at, words);
    let statement = StatementId::new(name).map_err(|_| unknown())?;
    let drawing =
        SourcesDrawing::of(&dossier, &statement, at, words.language()).map_err(
            |not_drawn| match not_drawn {
                NotDrawn::NoSuchStatement { .. } => unknown(),
                other => Fault::of(other.to_string()),
            },
        )?;
    Ok(match asked.format {
        // What somebody recorded may hold characters that steer a terminal.
        Format::Text => drawing.text().lines().map(|line| plain(line) + "\n").collect(),
        Format::Svg => drawing.svg(),
        Format::Json => drawing.json() + "\n",
    })
}

/// A statement that is not there, with those whose ids are near.
fn no_such(name: &str, dossier: &Dossier, at: NaiveDate, words: Words) -> Fault {
    let no_such = format!(
        "`{name}`: {} {at}",
        words.say("zo'n bewering is er niet op", "there is no such statement on")
    );
    let graph = dossier.evidence_on(at);
    let there: Vec<SourceTree> = trees(dossier, at, &graph).collect();
    let near = nearest(name, there.iter().map(|tree| tree.statement.as_str()));
    if near.is_empty() {
        return Fault::of(no_such);
    }
    Fault::of(format!("{no_such}; {}: {}", words.say("het dichtst erbij", "nearest to it"), near.join(", ")))
}

/// The trees of all statements that are there on a day.
fn trees<'a>(
    dossier: &'a Dossier,
    at: NaiveDate,
    graph: &'a afweging::EvidenceGraph<'a>,
) -> impl Iterator<Item = SourceTree> + 'a {
    let is_there = move |claim: &afweging::Recorded<afweging::Claim>| {
        claim.occurred.first_day() <= at && !dossier.is_corrected(claim.seq)
    };
    dossier.statements().iter().filter(move |(_, record)| is_there(&record.claim)).map(|(id, _)| SourceTree {
        statement: id.clone(),
        support: graph.support(id),
        branches: Vec::new(),
    })
}

fn said(dossier: &Dossier, statement: &StatementId) -> Option<String> {
    let record = dossier.statements().get(statement)?;
    record.claim.what.text.text().map(str::to_owned)
}

fn listed(dossier: &Dossier, at: NaiveDate, words: Words) -> String {
    let graph = dossier.evidence_on(at);
    let mut out = format!("{} {}\n", words.say("Beweringen op", "Statements on"), words.date(at));
    for SourceTree { statement, support, .. } in trees(dossier, at, &graph) {
        let text = said(dossier, &statement).unwrap_or_else(|| words.say("(gewist)", "(erased)").to_owned());
        let value = words.of(&support.value.label());
        let mentions = words.count(support.mentions, ("vermelding", "mention"), ("vermeldingen", "mentions"));
        let roots = format!(
            "{}: {} {}, {} {}",
            words.say("onafhankelijke bronnen", "independent sources"),
            support.roots_for.len(),
            words.say("ervoor", "for"),
            support.roots_against.len(),
            words.say("ertegen", "against"),
        );
        let untraced = match support.untraced.len() {
            0 => String::new(),
            some => format!("; {some} {}", words.say("zonder bron", "without a source")),
        };
        out.push('\n');
        out.push_str(&plain(&format!("{statement}: {text}")));
        if let Some(seq) = dossier.statements().get(&statement).and_then(|record| record.withdrawn_by(at)) {
            let taken_back = words.say("ingetrokken door regel", "taken back by entry");
            out.push_str(&format!("\n  {taken_back} {seq}"));
        }
        out.push_str(&format!("\n  {value}; {mentions}; {roots}{untraced}\n"));
    }
    out
}

fn as_json(dossier: &Dossier, at: NaiveDate) -> String {
    let graph = dossier.evidence_on(at);
    let statements: Vec<_> = trees(dossier, at, &graph)
        .map(|tree| {
            json!({
                "statement": tree.statement,
                "text": said(dossier, &tree.statement),
                "support": tree.support,
            })
        })
        .collect();
    let all = json!({
        "format": "afweging/sources/1",
        "dossier": dossier.id(),
        "head": dossier.head(),
        "on": at,
        "statements": statements,
    });
    format!("{all}\n")
}
