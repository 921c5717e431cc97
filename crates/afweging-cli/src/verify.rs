//! `afweging verify`: is the log as it was recorded?

use std::path::Path;
use std::process::ExitCode;

use afweging::{Dossier, Tampering, Unproved, WhyUnproved};

use crate::fault::Fault;
use crate::words::Words;
use crate::{input, print};

/// What the process ends with when the log was changed.
const TAMPERED: u8 = 1;

/// What it ends with when the log is intact, and the proof of an own decision in it cannot be made again.
const UNPROVED: u8 = 3;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) file: &'a Path,
    /// The head hash that was kept, when there is one.
    pub(crate) head: Option<&'a str>,
    pub(crate) pack: Option<&'a Path>,
    pub(crate) words: Words,
}

/// Verifies a log: its hashes, and then the proofs of its own decisions.
pub(crate) fn run(asked: Asked<'_>) -> Result<ExitCode, Fault> {
    let Asked { file, head, pack, words } = asked;
    let (dossier, bytes) = input::dossier(file)?;
    // Reading reckons the hashes of a log that holds none: what was reckoned just now proves nothing.
    if head.is_none() && !dossier.is_empty() && !holds_hashes(&bytes) {
        return Err(Fault::of(format!(
            "{}\n  {}",
            words.say(
                "dit logboek bevat geen controlegetallen: er is niets waaraan te zien is of het werd gewijzigd",
                "this log holds no hashes: nothing shows whether it was changed",
            ),
            head_line(&dossier, words),
        )));
    }
    let found = match head {
        Some(head) => dossier.verify_against(&head.to_ascii_lowercase()),
        None => dossier.verify(),
    };
    match found {
        Ok(()) => {
            let unproved = dossier.unproved(&input::pack(pack)?);
            let told: String = unproved.iter().map(|it| not_proved(it, words)).collect();
            print(&(intact(&dossier, words) + &told))?;
            Ok(if unproved.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(UNPROVED) })
        }
        Err(tampering) => {
            print(&tampered(&tampering, words))?;
            Ok(ExitCode::from(TAMPERED))
        }
    }
}

/// Whether the text of a log that was read holds the hashes of its entries: all do, or none.
fn holds_hashes(bytes: &[u8]) -> bool {
    let read: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
    read.and_then(|read| read.pointer("/entries/0/hash").map(|hash| !hash.is_null())).unwrap_or(false)
}

fn head_line(dossier: &Dossier, words: Words) -> String {
    let head = if dossier.head().is_empty() { "-" } else { dossier.head() };
    format!("{}: {head}", words.say("controlegetal van de laatste regel", "hash of the last entry"))
}

fn intact(dossier: &Dossier, words: Words) -> String {
    format!(
        "{}: {}\n{}\n",
        words.say("ongewijzigd", "intact"),
        words.count(dossier.len(), ("regel", "entry"), ("regels", "entries")),
        head_line(dossier, words),
    )
}

/// An own decision without its proof, and why.
fn not_proved(unproved: &Unproved, words: Words) -> String {
    let why = match &unproved.why {
        WhyUnproved::NoSuchDoor => words.say(
            "een beslissing van deze soort kan geen eigen beslissing zijn",
            "a decision of this kind cannot be an own one",
        ),
        WhyUnproved::NotOpen(_) => words.say(
            "de stap was die dag niet open, met wat er toen stond",
            "the step was not open on that day, by what was on record then",
        ),
        WhyUnproved::NoPower(_) => words.say(
            "wie besliste had die dag de bevoegdheid niet, met wat er toen stond",
            "the decider had no power on that day, by what was on record then",
        ),
    };
    format!("{} {}: {why}\n", words.say("zonder bewijs: regel", "unproved: entry"), unproved.entry)
}

fn tampered(tampering: &Tampering, words: Words) -> String {
    format!(
        "{} {} ({}): {} {}\n",
        words.say("gewijzigd vanaf regel", "changed from entry"),
        tampering.entry,
        tampering.path,
        tampering.code,
        tampering.reason,
    )
}
