//! What is wrong with the arguments, in the language that was asked for: what the reader of arguments says is English.

use std::ffi::OsString;

use afweging::Language;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::text::plain;

/// The commands that write English alone.
const IN_ENGLISH: &[&str] = &["rulings", "schema", "pack"];

/// The language of an answer that does not come about, out of the arguments as they were given.
pub(crate) fn language(arguments: &[OsString]) -> Language {
    let mut given = arguments.iter().skip(1).filter_map(|it| it.to_str());
    let mut language = None;
    let mut command = None;
    while let Some(argument) = given.next() {
        let lang = match argument {
            "--lang" => given.next(),
            other => other.strip_prefix("--lang="),
        };
        match lang {
            Some("en") => language = Some(Language::En),
            Some(_) => language = Some(Language::Nl),
            None if command.is_none() && !argument.starts_with('-') => command = Some(argument),
            None => {}
        }
    }
    let of_command = match command {
        Some(command) if IN_ENGLISH.contains(&command) => Language::En,
        _ => Language::Nl,
    };
    language.unwrap_or(of_command)
}

/// A wrong argument in Dutch: which, what is wrong with it, and what to do. Nothing for what is no fault, such as help.
pub(crate) fn in_dutch(error: &Error) -> Option<String> {
    let argument = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    let wrong = match error.kind() {
        ErrorKind::UnknownArgument => format!("`{argument}`: deze optie is er niet"),
        ErrorKind::InvalidSubcommand => {
            format!("`{}`: deze opdracht is er niet", said(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("`{argument}`: hier hoort iets achter te staan")
        }
        ErrorKind::InvalidValue => format!("`{argument}`: `{value}` kan hier niet"),
        ErrorKind::ValueValidation => {
            format!("`{argument}`: `{value}` is niet goed geschreven{}", written_as(&argument))
        }
        ErrorKind::MissingRequiredArgument => format!("dit ontbreekt: {argument}"),
        ErrorKind::MissingSubcommand => "zeg welke opdracht".to_owned(),
        ErrorKind::ArgumentConflict => {
            let other = said(error, ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                format!("`{argument}`: dit kan maar één keer")
            } else {
                format!("`{argument}` kan niet samen met `{other}`")
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("`{argument}`: dit aantal waarden kan hier niet")
        }
        ErrorKind::NoEquals => format!("`{argument}`: hier hoort een `=` achter"),
        ErrorKind::InvalidUtf8 => "een argument is geen leesbare tekst (UTF-8)".to_owned(),
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        _ => "de argumenten zijn niet te begrijpen".to_owned(),
    };
    let mut lines = vec![wrong];
    for (kind, label) in [
        (ContextKind::ValidValue, "het kan zijn"),
        (ContextKind::ValidSubcommand, "het kan zijn"),
        (ContextKind::SuggestedArg, "bedoelt u"),
        (ContextKind::SuggestedSubcommand, "bedoelt u"),
        (ContextKind::SuggestedValue, "bedoelt u"),
    ] {
        let there = said(error, kind);
        if !there.is_empty() {
            lines.push(format!("  {label}: {there}"));
        }
    }
    lines.push(
        "  Wat er kan, staat in: afweging --help, en van één opdracht in: afweging OPDRACHT --help"
            .to_owned(),
    );
    Some(lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n"))
}

/// How a value is written, by what its argument calls it.
fn written_as(argument: &str) -> &'static str {
    if argument.contains("<DATE>") {
        "; een dag is zo geschreven: 2025-03-01 (jaar, maand, dag)"
    } else if argument.contains("<INSTANT>") {
        "; een moment is zo geschreven: 2025-02-01T12:00:00Z"
    } else if argument.contains("<HASH>") {
        "; een controlegetal heeft 64 tekens, 0 tot en met 9 en a tot en met f"
    } else if argument.contains("<NUMBER>") {
        "; een regel heeft een nummer: 12"
    } else {
        ""
    }
}

/// What the reader of arguments knows of the place; empty when it knows nothing.
fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
