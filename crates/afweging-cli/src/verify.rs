//! `afweging verify`: is the log as it was recorded?

use std::path::Path;
use std::process::ExitCode;

use afweging::{Dossier, Tampering};

use crate::fault::Fault;
use crate::words::Words;
use crate::{input, print};

/// What the process ends with when the log was changed.
const TAMPERED: u8 = 1;

/// Verifies a log, against a head hash that was kept when there is one.
pub(crate) fn run(file: &Path, head: Option<&str>, words: Words) -> Result<ExitCode, Fault> {
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
            print(&intact(&dossier, words))?;
            Ok(ExitCode::SUCCESS)
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
