//! What the text says, and what it never says.

use crate::{afweging, afweging_with, examples, small};

#[test]
fn facts_are_said_in_the_four_fixed_wordings() {
    let nl = afweging(&["assess", &small()]).out;
    for wording in [
        "Staat vast, want lokaal team (lt-1) zegt: „Zelf gezien.”",
        "Lijkt zo, want lokaal team (lt-1) zegt: „Moeder vertelt het uit de eerste hand.”",
        "Wordt tegengesproken: niemand heeft hier iets van gevonden.",
        "Weten we niet: het is niet op te helderen",
        "wordt tegengesproken door vader (v-1)",
    ] {
        assert!(on_one_line(&nl).contains(wording), "{wording}");
    }
    let en = afweging(&["assess", &small(), "--lang", "en"]).out;
    for wording in ["Is established, because", "Seems so, because", "Is contradicted: ", "We do not know: "] {
        assert!(on_one_line(&en).contains(wording), "{wording}");
    }
}

#[test]
fn each_part_of_an_assessment_has_its_place() {
    let nl = on_one_line(&afweging(&["assess", &small(), "--at", "2025-02-10"]).out);
    for part in [
        "Let op: Er let nu niemand op, sinds 3 februari 2025.",
        "Vrijwillige hulp van het lokale team (stap hulp): ? onbekend: bevoegdheid,",
        "niet gehoord, met",
        "3 keer geprobeerd",
        "<b>eerst</b>",
        "Wie het er niet mee eens was (dat blijft staan):",
        "Als we dit niet doen: „Meer ruzie.”",
        "[AFW-INTRUSION-002]",
        "Dit wordt het gezin nooit aangerekend.",
        "de kinderrechter, artikel 1:255 lid 1 BW [wettekst 2015]",
        "Wanneer niemand oplette",
        "Vader (v-1) betwist regel 19; het bezwaar staat ernaast.",
        "afweging 0.1.0",
        "Het beslist niets, voorspelt niets en kiest niets.",
    ] {
        assert!(nl.contains(part), "`{part}` is not in\n{nl}");
    }
}

#[test]
fn nothing_is_called_safe_scored_or_recommended() {
    for (language, never) in [
        ("nl", vec!["veilig", "score", "aanbevolen", "aanbeveling", "beste keuze", "risico", "punten"]),
        ("en", vec!["safe", "score", "recommended", "recommendation", "best choice", "risk", "rank"]),
    ] {
        let out = afweging(&["assess", &small(), "--lang", language]).out.to_lowercase();
        let words: Vec<&str> = out.split(|letter: char| !letter.is_alphanumeric()).collect();
        for word in never {
            assert!(!words.contains(&word), "{language}: `{word}`");
        }
    }
}

#[test]
fn colour_is_for_terminals_and_no_color_is_honoured() {
    for variables in [vec![], vec![("NO_COLOR", "1")], vec![("TERM", "dumb")], vec![("TERM", "xterm")]] {
        let ran = afweging_with(&["assess", &small()], "", &variables);
        assert!(!ran.out.contains('\u{1b}'), "{variables:?}");
    }
}

/// What standard output is when it is a terminal: `script` gives one, where it is installed.
#[test]
fn on_a_terminal_colour_repeats_what_words_say() {
    let run = |variables: &[(&str, &str)]| {
        let command = format!("{} assess {}", env!("CARGO_BIN_EXE_afweging"), small());
        std::process::Command::new("script")
            .args(["--quiet", "--return", "--command", &command, "/dev/null"])
            .env_remove("NO_COLOR")
            .env("TERM", "xterm")
            .envs(variables.iter().copied())
            .output()
    };
    let Ok(coloured) = run(&[]) else { return };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\r', "");
    let coloured = text(&coloured.stdout);
    if coloured.is_empty() {
        return;
    }
    assert!(coloured.contains("\u{1b}[33m? onbekend"), "{coloured}");
    for variables in [[("NO_COLOR", "1")], [("TERM", "dumb")]] {
        let plain = text(&run(&variables).unwrap().stdout);
        assert!(!plain.contains('\u{1b}'), "{variables:?}");
        assert!(plain.contains("? onbekend"));
    }
}

#[test]
fn lines_fit_the_width_that_is_asked_for() {
    for columns in ["40", "72", "250"] {
        let width: usize = columns.parse::<usize>().unwrap().min(100);
        for file in examples() {
            let ran = afweging_with(&["assess", &file], "", &[("COLUMNS", columns)]);
            let widest = ran.out.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= width, "{file}: {widest} > {width}");
        }
    }
}

#[test]
fn both_languages_are_complete() {
    for file in examples().into_iter().chain([small()]) {
        for (language, foreign) in [
            ("nl", vec!["not said", "Rests on", "to be filled", "What can change", "entry ", "entries "]),
            (
                "en",
                vec!["niet gezegd", "Rust op", "in te vullen", "Wat dit kan", "regel ", "regels ", "stap "],
            ),
        ] {
            let out = without_own_words(&afweging(&["assess", &file, "--lang", language]).out);
            for word in foreign {
                assert!(!out.contains(word), "{file}, {language}: `{word}`");
            }
            // Names of variants and holes that nobody worded.
            for raw in
                ["those_who_weigh", "details.", "on.ground", "on.condition", "{", "AsExpected", "NotStarted"]
            {
                assert!(!out.contains(raw), "{file}, {language}: `{raw}`");
            }
        }
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without what people said in their own words, whatever the language of those.
fn without_own_words(text: &str) -> String {
    let text = on_one_line(text);
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(['„', '“']) {
        out.push_str(before);
        rest = after.split_once('”').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
