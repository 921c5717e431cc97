//! `afweging minimise`: the shortest history of a dossier that still shows a code, or still lacks it.

use std::collections::BTreeSet;
use std::io::{IsTerminal as _, Write as _};
use std::ops::ControlFlow;

use afweging::{
    Code, Dossier, Event, MinimiseError, Minimised, Pack, Progress, StepId, Story, StoryOf, assess,
    minimise_watched,
};
use chrono::NaiveDate;
use clap::ValueEnum;
use serde_json::{Value, json};

use crate::assess::{Answered, Asked, answer};
use crate::fault::Fault;
use crate::words::Words;
use afweging_scenario::nearest;

/// How a shortest history is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A story in plain words.
    Text,
    /// The story as data, with the dossier.
    Json,
    /// The shortest dossier alone, to be read by the other commands.
    Dossier,
}

/// What is sought.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sought<'a> {
    pub(crate) code: &'a str,
    /// Whether it is to stay away, with the steps as they are.
    pub(crate) absent: bool,
}

/// Makes a dossier as short as it goes.
pub(crate) fn run(asked: Asked<'_>, sought: Sought<'_>, format: Format) -> Result<String, Fault> {
    let words = asked.words;
    let code = code(sought.code, words)?;
    let Answered { pack, dossier, assessment } = answer(asked)?;
    let at = assessment.receipt.at;
    let is_there = assessment.codes().contains(&code);
    if is_there == sought.absent {
        return Err(Fault::of(match (sought.absent, words.say("nl", "en")) {
            (false, "nl") => format!("{code} staat er niet op {at}: er is niets om korter te maken"),
            (false, _) => format!("{code} is not shown on {at}: there is nothing to make shorter"),
            (true, "nl") => format!("{code} staat er wel op {at}: laat `--absent` weg"),
            (true, _) => format!("{code} is shown on {at}: leave out `--absent`"),
        }));
    }
    let found = shortest(&dossier, &pack, at, code, sought.absent).map_err(|why| fault(&why, code, words))?;
    let of = if sought.absent { StoryOf::Lacks(code) } else { StoryOf::Shows(code) };
    let story = Story::of(of, &found, &pack);
    Ok(match format {
        Format::Text => format!(
            "{}{}\n",
            story.text(words.language()),
            words.say(
                &format!("Op {}, uit {} regels.", words.date(at), dossier.len()),
                &format!("On {}, out of {} entries.", words.date(at), dossier.len()),
            )
        ),
        Format::Dossier => format!("{}\n", found.dossier.to_json()),
        Format::Json => {
            let small: Value = serde_json::from_str(&found.dossier.to_json())
                .map_err(|error| Fault::of(format!("the dossier cannot be written: {error}")))?;
            let all = json!({
                "format": "afweging/shortest/1",
                "at": at,
                "story": story,
                "places": found.places,
                "tried": found.tried,
                "dossier": small,
            });
            format!("{all}\n")
        }
    })
}

fn shortest(
    dossier: &Dossier,
    pack: &Pack,
    at: NaiveDate,
    code: Code,
    absent: bool,
) -> Result<Minimised, MinimiseError> {
    let steps = |dossier: &Dossier| -> BTreeSet<StepId> {
        let proposed = dossier.entries().iter().filter_map(|entry| match &entry.event {
            Event::StepProposed(it) => Some(it.step.clone()),
            _ => None,
        });
        proposed.collect()
    };
    // An empty dossier lacks every code: what is asked is what keeps it away from these steps.
    let asked_of = steps(dossier);
    let is_so = |it: &Dossier| {
        let is_there = assess(it, pack, at).codes().contains(&code);
        Ok(if absent { !is_there && steps(it) == asked_of } else { is_there })
    };
    let mut line = Line::default();
    let found = minimise_watched(dossier, is_so, |progress| line.say(progress));
    line.clear();
    found
}

/// How far the search is, on a terminal only.
#[derive(Debug, Default)]
struct Line {
    is_written: bool,
}

impl Line {
    fn say(&mut self, progress: Progress) -> ControlFlow<()> {
        if progress.tried.is_multiple_of(25) && std::io::stderr().is_terminal() {
            // Whoever does not read it misses nothing.
            let _ = write!(std::io::stderr(), "\r{} / {}   ", progress.tried, progress.entries);
            self.is_written = true;
        }
        ControlFlow::Continue(())
    }

    fn clear(&self) {
        if self.is_written {
            let _ = write!(std::io::stderr(), "\r{:24}\r", "");
        }
    }
}

fn code(text: &str, words: Words) -> Result<Code, Fault> {
    let asked = text.to_ascii_uppercase();
    Code::all().iter().copied().find(|it| it.as_str() == asked).ok_or_else(|| {
        let near = nearest(&asked, Code::all().iter().map(|it| it.as_str()));
        Fault::lines(
            &format!("{}: `{text}`", words.say("deze code bestaat niet", "there is no such code")),
            &near.join("\n"),
        )
    })
}

fn fault(why: &MinimiseError, code: Code, words: Words) -> Fault {
    match why {
        // A changed log, or what was known at a moment: a shorter history is sealed anew and shows neither.
        MinimiseError::Holds => Fault::of(match words.say("nl", "en") {
            "nl" => format!(
                "{code} hangt niet aan wat er vastligt, maar aan hoe: er is geen kortere geschiedenis"
            ),
            _ => format!("{code} hangs not on what is on record but on how: there is no shorter history"),
        }),
        MinimiseError::NotTried { .. } => Fault::of(why.to_string()),
    }
}
