//! Reads records: one YAML file each, an error names the file and the place in it.

use std::cell::RefCell;
use std::path::Path;

use crate::record::{File, Ruling};

/// The largest record that is taken, in bytes.
pub const LARGEST_RECORD: usize = 65_536;

/// A record that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {reason}", at(.path))]
pub struct ReadError {
    /// Which file or folder.
    pub file: String,
    /// Where in it, such as `conditions[2].met`; empty when the file as a whole is meant.
    pub path: String,
    /// What is wrong, in one line.
    pub reason: String,
}

fn at(path: &str) -> String {
    if path.is_empty() || path == "." { String::new() } else { format!(" at {path}") }
}

/// Reads every `*.yaml` and `*.yml` file of a folder, in the order of their names.
///
/// # Errors
/// [`ReadError`] for the first file that cannot be read, and for a folder without any.
pub fn read_dir(dir: impl AsRef<Path>) -> Result<Vec<Ruling>, ReadError> {
    let dir = dir.as_ref();
    let wrong = |file: &Path, reason: String| ReadError {
        file: file.display().to_string(),
        path: String::new(),
        reason,
    };
    let entries = std::fs::read_dir(dir).map_err(|error| wrong(dir, error.to_string()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| wrong(dir, error.to_string()))?.path();
        if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(wrong(dir, "no `*.yaml` file here".to_owned()));
    }
    let mut rulings: Vec<Ruling> = Vec::with_capacity(files.len());
    for path in &files {
        let text = std::fs::read_to_string(path).map_err(|error| wrong(path, error.to_string()))?;
        let ruling = read_str(&path.display().to_string(), &text)?;
        if rulings.iter().any(|other| other.id == ruling.id) {
            let reason = format!("`{}` is the id of another record here", ruling.id);
            return Err(ReadError { file: path.display().to_string(), path: "id".to_owned(), reason });
        }
        rulings.push(ruling);
    }
    Ok(rulings)
}

/// Reads one record. `file` is what an error calls it.
///
/// # Errors
/// [`ReadError`] with the place: no YAML, a field that nobody knows or that is missing, a word of the wrong shape.
pub fn read_str(file: &str, yaml: &str) -> Result<Ruling, ReadError> {
    let wrong =
        |path: &str, reason: String| ReadError { file: file.to_owned(), path: path.to_owned(), reason };
    if yaml.len() > LARGEST_RECORD {
        let reason = format!("{} bytes; the largest record that is taken has {LARGEST_RECORD}", yaml.len());
        return Err(wrong("", reason));
    }
    let place = RefCell::new(String::new());
    let read = serde_saphyr::with_deserializer_from_str(yaml, |deserializer| {
        serde_path_to_error::deserialize::<_, File>(deserializer).map_err(|error| {
            *place.borrow_mut() = error.path().to_string();
            error.into_inner()
        })
    });
    let ruling: Ruling = match read {
        Ok(file) => file.into(),
        Err(error) => {
            let text = error.without_snippet().to_string();
            let reason = text.lines().next().unwrap_or("this is no YAML").to_owned();
            return Err(wrong(&place.borrow(), reason));
        }
    };
    let requested = &ruling.input.requested;
    if requested.is_empty() {
        return Err(wrong("requested", "nothing was requested".to_owned()));
    }
    for (place, item) in requested.iter().enumerate() {
        if !is_code(&item.measure) {
            let reason = format!("`{}` is no measure (such as `M16`, or `other`)", item.measure);
            return Err(wrong(&format!("requested[{place}].measure"), reason));
        }
    }
    Ok(ruling)
}

/// Whether a text can be the code of a measure: it becomes part of ids.
fn is_code(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    (1..=24).contains(&text.len()) && text.bytes().all(is_word)
}
