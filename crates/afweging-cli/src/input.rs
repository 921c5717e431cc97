//! Reading: a dossier from a file or from standard input, a law pack from a folder.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use afweging::{Dossier, LARGEST_INPUT, LARGEST_PACK, Pack};
use chrono::{DateTime, NaiveDate, Utc};

use crate::fault::Fault;
use crate::words::Words;

/// The deepest folder of a pack that is looked into. A pack itself has one level.
const DEEPEST: usize = 4;

/// The bytes of a file, or of standard input for `-`.
fn bytes(file: &Path) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST_INPUT).unwrap_or(u64::MAX).saturating_add(1);
    let read = if file == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| Fault::reading(file, &error))?;
    Ok(bytes)
}

/// A dossier, with the bytes that it was read from.
pub(crate) fn dossier(file: &Path) -> Result<(Dossier, Vec<u8>), Fault> {
    let bytes = bytes(file)?;
    match Dossier::from_json_bytes(&bytes) {
        Ok(dossier) => Ok((dossier, bytes)),
        Err(error) => Err(Fault::input(file, &bytes, error)),
    }
}

/// A dossier as it was known at a moment, and the day for which it is asked: without one, that of its last entry.
pub(crate) fn on_a_day(
    file: &Path,
    at: Option<NaiveDate>,
    known_at: Option<DateTime<Utc>>,
    words: Words,
) -> Result<(Dossier, NaiveDate), Fault> {
    let (read, _) = dossier(file)?;
    let dossier = match known_at {
        Some(known_at) => read.known_at(known_at),
        None => read,
    };
    let last = dossier.entries().last().map(|entry| entry.recorded.date_naive());
    let at = at.or(last).ok_or_else(|| {
        Fault::of(words.say(
            "het dossier heeft (op dat moment) geen regels: geef de dag met --at",
            "the dossier has no entries (at that moment): give the day with --at",
        ))
    })?;
    Ok((dossier, at))
}

/// The text of a file, up to one byte past the largest that is taken: whoever reads it says so of a larger one.
pub(crate) fn text(file: &Path, largest: usize) -> Result<String, Fault> {
    let most = u64::try_from(largest).unwrap_or(u64::MAX).saturating_add(1);
    let mut text = String::new();
    File::open(file)
        .and_then(|file| file.take(most).read_to_string(&mut text))
        .map_err(|error| Fault::reading(file, &error))?;
    Ok(text)
}

/// The law pack of a folder, or the one of the library.
pub(crate) fn pack(folder: Option<&Path>) -> Result<Pack, Fault> {
    let Some(folder) = folder else { return Pack::nl().map_err(|error| Fault::pack(None, error)) };
    let files = pack_files(folder)?;
    Pack::from_files(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
        .map_err(|error| Fault::pack(Some(folder), error))
}

/// The files of a pack: each with its name within the folder, and its text.
pub(crate) fn pack_files(folder: &Path) -> Result<Vec<(String, String)>, Fault> {
    let mut paths = Vec::new();
    toml_files(folder, DEEPEST, &mut paths)?;
    let mut room = LARGEST_PACK.saturating_add(1);
    let mut files = Vec::new();
    for path in paths {
        let mut text = String::new();
        let most = u64::try_from(room).unwrap_or(u64::MAX);
        File::open(&path)
            .and_then(|file| file.take(most).read_to_string(&mut text))
            .map_err(|error| Fault::reading(&path, &error))?;
        room = room.saturating_sub(text.len());
        files.push((name(folder, &path), text));
    }
    if files.is_empty() { Err(Fault::no_pack(folder)) } else { Ok(files) }
}

/// Files as they are given, and of a folder each JSON file in it, in the order of their names.
pub(crate) fn dossier_files(given: &[PathBuf]) -> Result<Vec<PathBuf>, Fault> {
    files_ending(given, &["json"])
}

/// Files as they are given, and of a folder each file in it that ends like this, in the order of their names.
pub(crate) fn files_ending(given: &[PathBuf], endings: &[&str]) -> Result<Vec<PathBuf>, Fault> {
    let ends = |path: &PathBuf| {
        path.extension().and_then(|it| it.to_str()).is_some_and(|ending| endings.contains(&ending))
    };
    let mut files = Vec::new();
    for path in given {
        if path.is_dir() {
            files.extend(sorted(path)?.into_iter().filter(ends));
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// What a folder holds, in the order of the names.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let fault = |error: &std::io::Error| Fault::reading(folder, error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| fault(&error))? {
        paths.push(entry.map_err(|error| fault(&error))?.path());
    }
    paths.sort_unstable();
    Ok(paths)
}

/// Every TOML file below a folder, in the order of their names.
fn toml_files(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Fault> {
    for path in sorted(folder)? {
        if path.is_dir() {
            if let Some(depth) = depth.checked_sub(1) {
                toml_files(&path, depth, found)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    Ok(())
}

/// The name of a file within its pack, with `/` between its parts.
fn name(folder: &Path, path: &Path) -> String {
    let within = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = within.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
