//! What every drawing says of itself: the day, the law pack, the state of the law.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;

use super::NotDrawn;
use super::local::Local;
use super::words::Words;
use crate::canonical;
use crate::code::Language;
use crate::pack::Pack;

/// What every drawing says of itself.
#[derive(Debug, Clone)]
pub(super) struct About {
    pub(super) words: Words,
    on: NaiveDate,
    pub(super) since: Option<NaiveDate>,
    /// The day of the state of the law that is shown.
    state: NaiveDate,
    pack: String,
    hash: String,
    name: String,
    hypothetical: bool,
    /// The region whose names stand on it as well.
    pub(super) region: Option<Local>,
}

impl About {
    pub(super) fn of(pack: &Pack, on: NaiveDate, language: Language) -> Result<Self, NotDrawn> {
        let state = pack
            .changes()
            .take_while(|change| *change <= on)
            .last()
            .ok_or_else(|| NotDrawn::OutsidePack { on, first: pack.first_state() })?;
        let words = Words(language);
        Ok(Self {
            words,
            on,
            since: None,
            state,
            pack: pack.id().to_owned(),
            hash: pack.hash().to_owned(),
            name: words.label(pack.labels()).to_owned(),
            hypothetical: pack.is_hypothetical(),
            region: None,
        })
    }

    /// The day of the law, and what it is compared with or named after.
    pub(super) fn day(&self) -> String {
        let words = self.words;
        let mut day = format!("{} {}", words.say("Het recht op", "The law on"), words.date(self.on));
        if self.hypothetical {
            day.push_str(words.say(" (let op: geen geldend recht)", " (note: not law in force)"));
        }
        if let Some(since) = self.since {
            day = format!("{day}, {} {}", words.say("vergeleken met", "compared with"), words.date(since));
        }
        if let Some(region) = &self.region {
            day = format!("{day}, {} {}", words.say("met de namen van", "with the names of"), region.name);
        }
        day
    }

    /// Where it comes from.
    pub(super) fn source(&self) -> String {
        let words = self.words;
        format!(
            "{} {} ({}, {}); {} {}.",
            words.say("Wetspakket", "Law pack"),
            self.pack,
            self.name,
            self.hash.get(..12).unwrap_or(&self.hash),
            words.say(
                "deze stand van het recht begint in het pakket op",
                "in the pack this state of the law begins on"
            ),
            words.date(self.state)
        )
    }

    pub(super) fn json(&self, kind: &str, what: &impl Serialize) -> String {
        canonical::to_json(&serde_json::json!({
            "format": "afweging/drawing/1",
            "hypothetical": self.hypothetical,
            "language": self.words.tag(),
            "on": self.on,
            "since": self.since,
            "region": self.region,
            "state": self.state,
            "pack": { "id": self.pack, "hash": self.hash },
            "kind": kind,
            "drawing": what,
        }))
    }
}

/// A drawing in words: what it is, the day, its parts, and what stands below the picture.
pub(super) fn in_words(
    title: &str,
    day: &str,
    parts: Vec<(String, Vec<String>)>,
    below: &[String],
) -> String {
    let mut out = format!("{title}\n{day}\n");
    for (part, lines) in parts {
        if lines.is_empty() {
            continue;
        }
        let _ = write!(out, "\n{part}\n");
        for line in lines {
            let _ = writeln!(out, "  {line}");
        }
    }
    out.push('\n');
    for line in below {
        let _ = writeln!(out, "{line}");
    }
    out
}
