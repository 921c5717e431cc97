//! What is wrong with an input, shown so that it can be found: code, place, reason, and the line itself.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use afweging::{Code, InputError, Language, PackError};

use crate::place::{self, Place};
use crate::text::plain;

/// A wrong input. The process ends with 2.
#[derive(Debug)]
pub(crate) struct Fault {
    message: String,
    code: Option<Code>,
    /// The same in Dutch, where the library of the language says it in English.
    dutch: Option<String>,
}

impl Fault {
    /// Something that is wrong, in one line.
    pub(crate) fn of(message: impl AsRef<str>) -> Self {
        Self { message: plain(message.as_ref()), code: None, dutch: None }
    }

    /// Something that is wrong, and below it what there is.
    pub(crate) fn lines(message: &str, below: &str) -> Self {
        let below: Vec<String> = below.lines().map(plain).collect();
        Self { message: format!("{}\n{}", plain(message), below.join("\n")), code: None, dutch: None }
    }

    /// A file that cannot be read: which, why, and what to do.
    pub(crate) fn reading(file: &Path, error: &std::io::Error) -> Self {
        let (nl, en) = match error.kind() {
            ErrorKind::NotFound => (
                "dit bestaat niet; kijk de naam en de map na",
                "there is no such file; look at the name and the folder",
            ),
            ErrorKind::PermissionDenied => (
                "dit mag niet worden gelezen; vraag om leesrecht",
                "it may not be read; ask for the right to",
            ),
            ErrorKind::IsADirectory => ("dit is een map; noem een bestand", "this is a folder; name a file"),
            ErrorKind::NotADirectory => ("dit is geen map; noem een map", "this is no folder; name one"),
            ErrorKind::InvalidData => {
                ("dit is geen tekst in UTF-8; sla het zo op", "this is no text in UTF-8; store it so")
            }
            _ => ("dit kan niet worden gelezen", "it cannot be read"),
        };
        let number = error.raw_os_error().map_or_else(String::new, |number| format!(" (os error {number})"));
        let said = |why: &str| plain(&format!("{}: {why}{number}", shown(file)));
        let dutch = said(nl).replace("(standard input)", "(standaardinvoer)");
        Self { message: said(en), code: None, dutch: Some(dutch) }
    }

    /// A folder without a pack in it.
    pub(crate) fn no_pack(folder: &Path) -> Self {
        Fault::of(format!("{}: no law pack here: no file below it ends in `.toml`", folder.display()))
    }

    /// A wrong pack.
    pub(crate) fn pack(folder: Option<&Path>, error: PackError) -> Self {
        match folder {
            Some(folder) => Fault::of(format!("{}: {error}", folder.display())),
            None => Fault::of(error.to_string()),
        }
    }

    /// A wrong dossier, with the line that is wrong where it can be found.
    pub(crate) fn input(file: &Path, bytes: &[u8], error: InputError) -> Self {
        let InputError { code, path, reason } = error;
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let (reason, said) = place::said_in(&reason);
        let found = said.or_else(|| place::of(text, &path));
        let mut message = String::new();
        let file = plain(&shown(file));
        // Writing to a `String` cannot fail.
        let _ = match found {
            Some(Place { line, column }) => writeln!(message, "{file}:{line}:{column}: {code}"),
            None => writeln!(message, "{file}: {code}"),
        };
        let _ = writeln!(message, "  place:  {}", plain(&path));
        let _ = write!(message, "  reason: {}", plain(reason));
        if let Some(excerpt) = found.and_then(|found| place::excerpt(text, found)) {
            let _ = write!(message, "\n{excerpt}");
        }
        Self { message, code: Some(code), dutch: None }
    }

    /// The message, with what the code means in the reader's language.
    pub(crate) fn message(&self, language: Language) -> String {
        if let (Language::Nl, Some(dutch)) = (language, &self.dutch) {
            return dutch.clone();
        }
        match self.code {
            Some(code) => format!("{}\n  {}", self.message, code.sentence(language)),
            None => self.message.clone(),
        }
    }
}

fn shown(file: &Path) -> String {
    if file == Path::new("-") { "(standard input)".to_owned() } else { file.display().to_string() }
}
