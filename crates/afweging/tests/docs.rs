//! Pages of the book that the code writes: every code with its sentence, every kind of condition with its one gate.
//!
//! `AFWEGING_WRITE_DOCS=1 cargo test -p afweging --test docs` writes them anew.

#![expect(clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use afweging::{Code, Condition, Gate, Language, PackCode};

fn page(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/src").join(name)
}

fn compare(name: &str, expected: &str) {
    if std::env::var_os("AFWEGING_WRITE_DOCS").is_some() {
        fs::write(page(name), expected).expect("the page can be written");
    }
    let found = fs::read_to_string(page(name)).unwrap_or_default();
    assert!(found == expected, "{name} is not what the code says; AFWEGING_WRITE_DOCS=1 writes it anew");
}

#[test]
fn the_page_of_codes_is_what_the_code_says() {
    let mut text = String::from(
        "# Codes\n\nEvery code that the library can give. The codes are the interface and are never reused; the sentences are \
         data, and `{…}` is filled in. This page is written by a test.\n\n| code | Nederlands | English |\n| --- | --- | --- |\n",
    );
    for code in Code::all() {
        writeln!(text, "| `{code}` | {} | {} |", code.sentence(Language::Nl), code.sentence(Language::En))
            .expect("a text takes it");
    }
    text.push_str(
        "\n## In plain words\n\nWhat a family reads instead in its record. A code that is not here is not for a page of \
         theirs.\n\n| code | Nederlands | English |\n| --- | --- | --- |\n",
    );
    for code in Code::all().iter().filter(|code| code.has_plain()) {
        writeln!(text, "| `{code}` | {} | {} |", code.plain(Language::Nl), code.plain(Language::En))
            .expect("a text takes it");
    }
    text.push_str(
        "\n## Of a law pack or a region\n\nThese are for who writes a pack: they come with file, line and key, in \
         English.\n\n| code | English |\n| --- | --- |\n",
    );
    for code in PackCode::ALL {
        writeln!(text, "| `{}` | {} |", code.as_str(), code.says()).expect("a text takes it");
    }
    compare("codes.md", &text);
}

#[test]
fn no_code_stands_for_two_things() {
    let codes = Code::all().iter().map(|code| code.as_str());
    let all: Vec<_> = codes.chain(PackCode::ALL.iter().map(|code| code.as_str())).collect();
    let different: BTreeSet<_> = all.iter().collect();
    assert_eq!(different.len(), all.len());
}

#[test]
fn the_page_of_gates_gives_each_condition_exactly_one() {
    let mut text = String::from(
        "# Gates and conditions\n\nA step is tested by seven gates. Each kind of condition belongs to exactly one: one defect, \
         one finding. What stands under *gezin* is what a family reads for it. This page is written by a test.\n\n\
         | gate | condition | Nederlands | gezin | English | family |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    let mut told = 0;
    for gate in Gate::ALL {
        let name = gate.label();
        for condition in Condition::ALL.iter().filter(|condition| condition.gate() == gate) {
            let label = condition.label();
            let key = serde_json::to_value(condition).expect("a word");
            let key = key.as_str().expect("a word").to_owned();
            let plain = [Language::Nl, Language::En].map(|language| label.plain(language));
            let [nl, en] = plain;
            let told_as = format!("{} | {nl} | {} | {en}", label.nl, label.en);
            writeln!(text, "| {} {} | `{key}` | {told_as} |", gate.number(), name.en)
                .expect("a text takes it");
            told += 1;
        }
    }
    assert_eq!(told, Condition::ALL.len());
    compare("gates.md", &text);
}
