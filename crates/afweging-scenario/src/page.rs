//! The form as a page: every line that there is, what can be said on it, and the event that it becomes.

use std::fmt::Write as _;

use crate::expect::{BESIDE, THEN};
use crate::form::{Field, Kind, LINES, Takes};
use crate::scenario::TOP;
use crate::words;

/// The tables of the page on scenarios, in Markdown.
pub fn form_page() -> String {
    let mut page = String::new();
    // Writing to a `String` cannot fail.
    let _ = writeln!(page, "### Bovenaan\n\n| woord | moet | |\n| --- | --- | --- |");
    for (word, must, about) in TOP {
        let _ = writeln!(page, "| `{word}` | {} | {about} |", if *must { "ja" } else { "" });
    }
    let _ = writeln!(
        page,
        "\n### Regels onder `gegeven` en `als`\n\nVet is wat er moet staan. De laatste kolom is wat het in het logboek wordt.\n\n| regel | wat het zegt | erbij | wordt |\n| --- | --- | --- | --- |"
    );
    for line in LINES {
        let beside: Vec<String> = line.fields.iter().skip(1).map(field).collect();
        let first = line.first().map(takes).unwrap_or_default();
        let _ = writeln!(
            page,
            "| `{}`: {first} | {} | {} | {} |",
            line.word,
            line.about,
            beside.join("; "),
            becomes(line.kind, line.event)
        );
    }
    let everywhere: Vec<String> = crate::schema::everywhere().iter().map(field).collect();
    let _ = writeln!(page, "\nBij elke regel kan ook: {}. `reden` mag voor `omdat`.", everywhere.join("; "));
    let _ = writeln!(
        page,
        "\n### Verwachtingen onder `dan`\n\n| verwachting | achter de dubbele punt | |\n| --- | --- | --- |"
    );
    for (word, takes, about) in THEN {
        let _ = writeln!(page, "| `{word}` | {takes} | {about} |");
    }
    let _ = writeln!(
        page,
        "\nErbij kan: {}",
        BESIDE.iter().map(|(word, about)| format!("`{word}`: {about}")).collect::<Vec<_>>().join(" ")
    );
    let _ = writeln!(page, "\n### Woorden voor mensen\n\n| woord | wordt |\n| --- | --- |");
    for list in [words::ROLES, words::AUTHORITY, words::RELATIONS, words::CAPACITY] {
        for (dutch, log) in list {
            let _ = writeln!(page, "| `{dutch}` | `{log}` |");
        }
    }
    let _ = writeln!(
        page,
        "\nDe namen van de rollen zelf kunnen ook: `grootouder`, `jeugdhulpaanbieder`, `Veilig Thuis`. Een leeftijd is `8 jaar` of `4 maanden`, een geboorte `geboren 2016-05-01` of `geboren in 2016`; `van Kim` zegt van welk kind iemand de ouder is."
    );
    let _ = writeln!(page, "\n### Namen voor voorwaarden\n\n| naam | voorwaarde |\n| --- | --- |");
    for (dutch, log) in words::CONDITIONS {
        let _ = writeln!(page, "| `{dutch}` | `{log}` |");
    }
    let _ = writeln!(
        page,
        "\nWat ze betekenen staat op [Poorten en voorwaarden](../gates.md). Gronden, plaatsen, stukken en momenten heten zoals het wetspakket en de bibliotheek ze noemen; een naam die er niet is krijgt een tip met de namen die er het meest op lijken."
    );
    let _ = writeln!(page, "\n### Namen voor maatregelen\n\n| naam | maatregel |\n| --- | --- |");
    for (dutch, log) in words::MEASURES {
        let _ = writeln!(page, "| `{dutch}` | `{log}` |");
    }
    page
}

fn field(field: &Field) -> String {
    let word = if field.must { format!("**`{}`**", field.word) } else { format!("`{}`", field.word) };
    match takes(field).as_str() {
        "" => word,
        takes => format!("{word} ({takes})"),
    }
}

fn takes(field: &Field) -> String {
    let list = |words: words::Words| words.iter().map(|(dutch, _)| *dutch).collect::<Vec<_>>().join(", ");
    match field.takes {
        Takes::Text => "tekst".to_owned(),
        Takes::Texts => "tekst, of een lijst".to_owned(),
        Takes::Person => "wie".to_owned(),
        Takes::Each | Takes::People => "wie, of een lijst".to_owned(),
        Takes::Statement => "bewering".to_owned(),
        Takes::Statements => "beweringen".to_owned(),
        Takes::Evidence | Takes::Evidences => "bewijs".to_owned(),
        Takes::Step | Takes::OtherStep => "stap".to_owned(),
        Takes::Entry => "naam van een regel".to_owned(),
        Takes::Obligation => "verplichting".to_owned(),
        Takes::Day => "dag".to_owned(),
        Takes::YesNo => "ja of nee".to_owned(),
        Takes::Count => "aantal".to_owned(),
        Takes::Word(words) | Takes::WordList(words) => list(words),
        Takes::Measure => "maatregel".to_owned(),
        Takes::Placement => "plaats".to_owned(),
        Takes::Ground => "grond, een lijst, of `alle`".to_owned(),
        Takes::Condition => "voorwaarde, of een lijst".to_owned(),
        Takes::Weighed => "grond of voorwaarde".to_owned(),
        Takes::Document => "stuk, een lijst, of `alle`".to_owned(),
        Takes::Moment => "moment".to_owned(),
        Takes::TextPerPerson(_) => "per persoon een tekst".to_owned(),
        Takes::TextPerWord(_) => "per punt een reden".to_owned(),
        Takes::TextPerEvidence => "per bewijs een antwoord".to_owned(),
        Takes::Anything => "een lijst of tussen accolades".to_owned(),
    }
}

fn becomes(kind: Kind, event: &str) -> String {
    match kind {
        Kind::People => "`person_added`, `relation_noted`, `authority_noted`, `capacity_noted`".to_owned(),
        Kind::Statement => "`claimed`, en met `van` ook `evidence_added`".to_owned(),
        Kind::Consent => {
            "`consent_asked`, `consent_given`, `consent_refused` of `consent_withdrawn`".to_owned()
        }
        Kind::Alternative => "`alternative_named`, `candidates_answered`, of beide".to_owned(),
        Kind::Raw => "wat er staat".to_owned(),
        Kind::Read | Kind::Tampered => "geen regel".to_owned(),
        _ => format!("`{event}`"),
    }
}
