//! `afweging scenario`: cases in Dutch YAML, held against the model; a template; what a set of them covers.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use afweging::Pack;
use afweging_scenario::{Coverage, LARGEST_SCENARIO, Place, Scenario, ScenarioFault, ScenarioResult};
use clap::ValueEnum;
use serde_json::json;

use crate::fault::Fault;
use crate::input;
use crate::place;
use crate::text::plain;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Words, in Dutch.
    Text,
    /// JSON with sorted keys.
    Json,
}

/// What became of one file.
struct Checked {
    file: PathBuf,
    text: String,
    came: Came,
}

enum Came {
    /// It cannot be read, or a name in it stands for nothing.
    Wrong(Vec<ScenarioFault>),
    /// It was told and held against the model.
    Told(Box<ScenarioResult>),
}

impl Checked {
    fn is_met(&self) -> bool {
        matches!(&self.came, Came::Told(result) if result.is_met())
    }

    fn result(&self) -> Option<&ScenarioResult> {
        match &self.came {
            Came::Told(result) => Some(result),
            Came::Wrong(_) => None,
        }
    }
}

/// Checks every scenario of what is given. Also whether all came out.
pub(crate) fn check(given: &[PathBuf], format: Format) -> Result<(String, bool), Fault> {
    let checked = all(given)?;
    let is_met = checked.iter().all(Checked::is_met);
    let text = match format {
        Format::Text => told(&checked),
        Format::Json => {
            let files: Vec<_> = checked.iter().map(in_json).collect();
            format!("{:#}\n", json!({ "met": is_met, "scenarios": files }))
        }
    };
    Ok((text, is_met))
}

/// What a set of scenarios covers, code by code; or the card of one code.
pub(crate) fn coverage(given: &[PathBuf], code: Option<&str>, format: Format) -> Result<String, Fault> {
    let checked = all(given)?;
    if let Some(wrong) = checked.iter().find(|it| !it.is_met()) {
        return Err(Fault::lines(
            "eerst moeten alle scenario's uitkomen: `afweging scenario check` zegt wat eraan ontbreekt",
            &told(std::slice::from_ref(wrong)),
        ));
    }
    let results: Vec<ScenarioResult> = checked.iter().filter_map(Checked::result).cloned().collect();
    let coverage = Coverage::of(&results);
    let Some(asked) = code else {
        return Ok(match format {
            Format::Text => coverage.to_text(),
            Format::Json => format!("{:#}\n", coverage.to_json()),
        });
    };
    let card = coverage.cards.iter().find(|card| card.code.as_str().eq_ignore_ascii_case(asked)).ok_or_else(
        || {
            let near =
                afweging_scenario::nearest(asked, coverage.cards.iter().map(|card| card.code.as_str()));
            Fault::of(format!("de code `{asked}` is er niet; bedoelde u {}?", near.join(", of ")))
        },
    )?;
    Ok(match format {
        Format::Text => card.to_text(),
        Format::Json => format!("{:#}\n", json!(card)),
    })
}

/// The template; written to a file that is not there yet when one is named.
pub(crate) fn new(out: Option<&Path>) -> Result<String, Fault> {
    let Some(out) = out else { return Ok(afweging_scenario::TEMPLATE.to_owned()) };
    let written =
        std::fs::OpenOptions::new().write(true).create_new(true).open(out).and_then(|mut file| {
            std::io::Write::write_all(&mut file, afweging_scenario::TEMPLATE.as_bytes())
        });
    written.map_err(|error| Fault::reading(out, &error))?;
    let shown = out.display();
    Ok(format!("geschreven: {shown}\ncontroleer het met: afweging scenario check {shown}\n"))
}

fn all(given: &[PathBuf]) -> Result<Vec<Checked>, Fault> {
    let pack = Pack::nl().map_err(|error| Fault::pack(None, error))?;
    let files = input::files_ending(given, &["yaml", "yml"])?;
    if files.is_empty() {
        return Err(Fault::of("hier staat geen bestand dat op `.yaml` eindigt"));
    }
    let mut checked: Vec<Checked> = Vec::new();
    for file in files {
        let text = input::text(&file, LARGEST_SCENARIO)?;
        let came = match Scenario::read(&text).and_then(|scenario| scenario.run(&pack)) {
            Ok(result) => Came::Told(Box::new(result)),
            Err(faults) => Came::Wrong(faults.0),
        };
        let came = match came {
            Came::Told(result)
                if checked.iter().filter_map(Checked::result).any(|other| other.title == result.title) =>
            {
                let what = format!("een ander scenario heet ook „{}”", result.title);
                Came::Wrong(vec![ScenarioFault { place: Place::START, what, hint: String::new() }])
            }
            came => came,
        };
        checked.push(Checked { file, text, came });
    }
    Ok(checked)
}

fn told(checked: &[Checked]) -> String {
    let mut text = String::new();
    for it in checked {
        match &it.came {
            Came::Told(result) if result.is_met() => {
                let _ = writeln!(text, "komt uit   {}", plain(&result.title));
            }
            Came::Told(result) => {
                let _ = writeln!(text, "KOMT NIET UIT   {}", plain(&result.title));
                for unmet in &result.unmet {
                    line(&mut text, it, unmet.place, &format!("verwacht: {}", unmet.expected));
                    for happened in &unmet.happened {
                        let _ = writeln!(text, "    gevonden: {}", plain(happened));
                    }
                }
            }
            Came::Wrong(faults) => {
                let _ = writeln!(text, "NIET TE LEZEN   {}", plain(&it.file.display().to_string()));
                for fault in faults {
                    line(&mut text, it, fault.place, &fault.what);
                    if !fault.hint.is_empty() {
                        let _ = writeln!(text, "    tip: {}", plain(&fault.hint));
                    }
                }
            }
        }
    }
    let met = checked.iter().filter(|it| it.is_met()).count();
    let _ = writeln!(text, "{met} van {} scenario's komen uit", checked.len());
    text
}

/// A place with what is said of it, and the line of the file itself.
fn line(text: &mut String, it: &Checked, at: Place, said: &str) {
    let _ = writeln!(text, "  {}:{at}: {}", plain(&it.file.display().to_string()), plain(said));
    let there = place::Place { line: at.line, column: at.column };
    if let Some(excerpt) = place::excerpt(&it.text, there) {
        let _ = writeln!(text, "{excerpt}");
    }
}

fn in_json(it: &Checked) -> serde_json::Value {
    let file = it.file.display().to_string();
    match &it.came {
        Came::Wrong(faults) => json!({ "file": file, "faults": faults, "met": false }),
        Came::Told(result) => {
            let mut told = result.to_json();
            if let Some(fields) = told.as_object_mut() {
                fields.insert("file".to_owned(), json!(file));
            }
            told
        }
    }
}
