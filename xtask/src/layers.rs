//! Arrows go down only: the modules of the core, and the crates of the workspace.
//!
//! The tables below are the architecture. A module or a crate that stands in none of them fails the check: deciding where it
//! belongs is part of adding it. Unit tests are bound by the same arrows; a test that needs a higher layer goes to `tests/`.

use std::path::Path;

use serde_json::Value;

use crate::checkout::Checkout;

/// The core's modules, lowest layer first. A module may import from the layers below it, and from its own layer as long as
/// nobody there imports it back, along whatever way.
const LAYERS: &[&[&str]] = &[
    &[
        "id",
        "time",
        "code",
        "error",
        "sentence",
        "gate",
        "said",
        "narrative",
        "canonical",
        "receipt",
        "calendar",
    ],
    &["person", "law", "actor", "act", "condition", "measure", "document", "labels", "moment"],
    &["machine", "perspective", "fact", "weighing", "consent", "step", "watch"],
    // State, not rules: it knows the machines, never what assesses them.
    &["dossier"],
    &["pack", "intrusion"],
    &["finding"],
    &["stand", "authority", "region", "minimise"],
    &["aid", "drawing", "retention"],
    // The one module that sees everything.
    &["assess"],
    &["decision", "effects", "record", "story"],
];

/// Arrows that the layers forbid and that are meant all the same: from, to, why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// Modules of the core that others see as modules. Empty: `lib.rs` exports names, and so hides where they live.
const PUBLIC_MODULES: &[&str] = &[];

/// Dependencies that stay inside some modules, so that they can be exchanged and never reach a public signature by accident.
const CONFINED: &[(&str, &[&str])] = &[("petgraph", &["fact", "intrusion", "authority"])];

/// Which crates of the workspace each crate may depend on, in any kind of dependency.
const CRATES: &[(&str, &[&str])] = &[
    ("afweging", &[]),
    ("afweging-testkit", &["afweging"]),
    ("afweging-cohort", &["afweging", "afweging-testkit"]),
    ("afweging-rulings", &["afweging"]),
    ("afweging-scenario", &["afweging", "afweging-testkit"]),
    (
        "afweging-cli",
        &["afweging", "afweging-testkit", "afweging-rulings", "afweging-scenario", "afweging-cohort"],
    ),
    (crate::python::PACKAGE, &["afweging", "afweging-cohort"]),
    (crate::kotlin::PACKAGE, &["afweging", "afweging-cohort"]),
    (crate::kotlin::BINDGEN, &[]),
    ("xtask", &[]),
];

const CORE: &str = "crates/afweging/src";

pub fn check(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut sources = Vec::new();
    let mut outsiders = Vec::new();
    for file in crate::tree::files(checkout)?.into_iter().filter(|file| file.ends_with(".rs")) {
        let Ok(text) = std::fs::read_to_string(checkout.root.join(&file)) else { continue };
        if Path::new(&file).starts_with(CORE) { &mut sources } else { &mut outsiders }.push((file, text));
    }
    let mut wrong = modules(&sources);
    for (file, text) in &outsiders {
        // The compiler keeps private modules private, but for who pulls in the file itself.
        if text.contains(concat!("afweging/", "src/")) && !file.starts_with("xtask/") {
            wrong.push(format!("{file}: reaches into the core's files; use its public names"));
        }
    }
    wrong.extend(crates(&checkout.metadata(&["--no-deps"])?));
    println!("{} files of the core", sources.len());
    if wrong.is_empty() { Ok(Vec::new()) } else { Err(wrong.join("\n")) }
}

/// Everything that is wrong with the modules of the core, given its files.
fn modules(sources: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut level: Vec<(String, String)> = Vec::new();
    for (file, text) in sources {
        let tokens = tokens(text);
        let path = module_path(file);
        let Some(module) = path.first() else {
            wrong.extend(public_modules(file, &tokens));
            wrong.extend(confined(file, None, &tokens));
            continue;
        };
        wrong.extend(confined(file, Some(module), &tokens));
        let Some(own) = layer(module) else {
            wrong.push(format!(
                "{file}: module `{module}` stands in no layer; give it its place in xtask/src/layers.rs"
            ));
            continue;
        };
        for (line, target) in root_imports(&path, &tokens) {
            let excepted = EXCEPTIONS.iter().any(|(from, to, _)| from == module && *to == target);
            if target == *module || excepted {
                continue;
            }
            match layer(&target) {
                None => wrong.push(format!(
                    "{file}:{line}: `crate::{target}` is no module of a layer; import from the module that defines it"
                )),
                Some(other) if other > own => wrong.push(format!(
                    "{file}:{line}: `{module}` (layer {own}) imports `{target}` (layer {other}); arrows go down only"
                )),
                Some(other) if other == own => level.push((module.clone(), target)),
                Some(_) => {}
            }
        }
    }
    wrong.extend(circle(level));
    wrong
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// `crates/afweging/src/dossier/log.rs` is `["dossier", "log"]`; `lib.rs` is the empty path.
fn module_path(file: &str) -> Vec<String> {
    let path = Path::new(file).strip_prefix(CORE).unwrap_or(Path::new(file)).with_extension("");
    let mut names: Vec<String> = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if names.last().is_some_and(|name| name == "lib" || name == "mod") {
        names.pop();
    }
    names
}

fn public_modules(file: &str, tokens: &[Token]) -> Vec<String> {
    let mut wrong = Vec::new();
    for window in tokens.windows(3) {
        if let [first, second, name] = window
            && first.text == "pub"
            && second.text == "mod"
            && !PUBLIC_MODULES.contains(&name.text.as_str())
        {
            wrong.push(format!(
                "{file}:{}: `pub mod {}`: modules of the core are private",
                name.line, name.text
            ));
        }
    }
    wrong
}

fn confined(file: &str, module: Option<&str>, tokens: &[Token]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (dependency, modules) in CONFINED {
        if module.is_some_and(|module| modules.contains(&module)) {
            continue;
        }
        if let Some(token) = tokens.iter().find(|token| token.text == *dependency) {
            wrong.push(format!("{file}:{}: `{dependency}` stays inside {}", token.line, modules.join(", ")));
        }
    }
    wrong
}

/// Modules of one layer that import each other in a circle, by taking away again and again whoever imports nobody.
fn circle(mut arrows: Vec<(String, String)>) -> Option<String> {
    loop {
        let before = arrows.len();
        let from: Vec<String> = arrows.iter().map(|(from, _)| from.clone()).collect();
        arrows.retain(|(_, to)| from.contains(to));
        if arrows.is_empty() {
            return None;
        }
        if arrows.len() == before {
            arrows.sort();
            arrows.dedup();
            let shown: Vec<String> = arrows.iter().map(|(from, to)| format!("{from} -> {to}")).collect();
            return Some(format!(
                "modules of one layer import each other in a circle, or from one: {}",
                shown.join(", ")
            ));
        }
    }
}

/// Everything that is wrong with the arrows between the crates of the workspace.
fn crates(metadata: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for package in metadata.get("packages").and_then(Value::as_array).into_iter().flatten() {
        let Some(name) = package.get("name").and_then(Value::as_str) else { continue };
        let Some((_, may)) = CRATES.iter().find(|(crate_name, _)| *crate_name == name) else {
            wrong
                .push(format!("crate `{name}` stands in no table; give it its place in xtask/src/layers.rs"));
            continue;
        };
        for dependency in package.get("dependencies").and_then(Value::as_array).into_iter().flatten() {
            // Only a crate of the workspace has a path.
            let other = dependency.get("path").and(dependency.get("name")).and_then(Value::as_str);
            if let Some(other) = other.filter(|other| !may.contains(other)) {
                wrong.push(format!("crate `{name}` depends on `{other}`; arrows go down only"));
            }
        }
    }
    wrong
}

/// The names that a file takes from the root of the crate, by `crate::…` or by enough `super::`, with their lines.
fn root_imports(file: &[String], tokens: &[Token]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    // The depth of braces at which each enclosing `mod name {` opened: `super` inside it means the file's own module.
    let mut inline: Vec<usize> = Vec::new();
    let mut depth = 0_usize;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut at = 0;
    while at < tokens.len() {
        let line = tokens.get(at).map_or(0, |token| token.line);
        match word(at) {
            "{" => depth = depth.saturating_add(1),
            "}" => {
                depth = depth.saturating_sub(1);
                inline.pop_if(|opened| *opened == depth);
            }
            "mod" if word(at.saturating_add(2)) == "{" => inline.push(depth),
            "crate" if word(at.saturating_add(1)) == "::" => {
                heads(tokens, at.saturating_add(2), line, &mut found);
            }
            "super" if word(at.saturating_sub(1)) != "::" => {
                let mut up = 1_usize;
                let mut next = at.saturating_add(2);
                while word(next) == "super" {
                    up = up.saturating_add(1);
                    next = next.saturating_add(2);
                }
                if up >= file.len().saturating_add(inline.len()) {
                    heads(tokens, next, line, &mut found);
                }
            }
            _ => {}
        }
        at = at.saturating_add(1);
    }
    found
}

/// The first name of a path, or of each path in a group: `a::B` gives `a`; `{a::{B, C}, d}` gives `a` and `d`.
fn heads(tokens: &[Token], start: usize, line: usize, found: &mut Vec<(usize, String)>) {
    let mut rest = tokens.iter().skip(start);
    let Some(first) = rest.next() else { return };
    if first.text != "{" {
        found.push((line, first.text.clone()));
        return;
    }
    let mut depth = 1_usize;
    let mut at_head = true;
    for token in rest {
        match token.text.as_str() {
            "{" => depth = depth.saturating_add(1),
            "}" => depth = depth.saturating_sub(1),
            "," if depth == 1 => {
                at_head = true;
                continue;
            }
            name if at_head => found.push((token.line, name.to_owned())),
            _ => {}
        }
        at_head = false;
        if depth == 0 {
            return;
        }
    }
}

struct Token {
    line: usize,
    text: String,
}

/// Words, `::` and single signs, without comments and without the insides of strings and characters: enough of Rust to see
/// its paths.
fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    let mut line = 1_usize;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            'r' | 'b' | 'c' if literal_prefix(rest).is_some() => literal_prefix(rest).unwrap_or(1),
            '\'' => character(rest),
            _ if first.is_alphanumeric() || first == '_' => {
                rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(rest.len())
            }
            ':' if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let is_word = first.is_alphanumeric() || first == '_';
        let is_sign = piece.len() == first.len_utf8() || piece == "::";
        let is_literal = is_word && piece.contains('"');
        if !first.is_whitespace() && (is_word || is_sign) && !is_literal {
            tokens.push(Token { line, text: piece.to_owned() });
        }
        line = line.saturating_add(piece.matches('\n').count());
        rest = after;
    }
    tokens
}

/// The length of a block comment, with those inside it.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, _) in text.char_indices() {
        let here = text.get(at..).unwrap_or_default();
        if here.starts_with("/*") {
            depth = depth.saturating_add(1);
        } else if here.starts_with("*/") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at.saturating_add(2);
            }
        }
    }
    text.len()
}

/// The length of a string with its quotes.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at.saturating_add(1),
            _ => {}
        }
    }
    text.len()
}

/// The length of `r"…"`, `r#"…"#`, `b"…"`, `c"…"` and their like; `None` if a plain word starts here.
fn literal_prefix(text: &str) -> Option<usize> {
    let after = text.trim_start_matches(['r', 'b', 'c']);
    let prefix = text.len().saturating_sub(after.len());
    let raw = text.get(..prefix)?.contains('r');
    let inside = after.trim_start_matches('#');
    let hashes = after.len().saturating_sub(inside.len());
    if prefix > 2 || !inside.starts_with('"') || (hashes > 0 && !raw) {
        return None;
    }
    if !raw {
        return Some(prefix.saturating_add(string(inside)));
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let opened = prefix.saturating_add(hashes).saturating_add(1);
    let closed = text.get(opened..)?.find(&end)?;
    Some(opened.saturating_add(closed).saturating_add(end.len()))
}

/// The length of a character, or 1 for the tick of a lifetime.
fn character(text: &str) -> usize {
    let mut signs = text.char_indices().skip(1);
    match (signs.next(), signs.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let after = at.saturating_add(escaped.len_utf8());
            text.get(after..)
                .and_then(|rest| rest.find('\''))
                .map_or(1, |end| after.saturating_add(end).saturating_add(1))
        }
        (Some(_), Some((at, '\''))) => at.saturating_add(1),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(file: &str, text: &str) -> Vec<String> {
        modules(&[(format!("{CORE}/{file}"), text.to_owned())])
    }

    #[test]
    fn an_arrow_down_is_fine() {
        assert_eq!(
            wrong("assess.rs", "use crate::dossier::Dossier;\nuse crate::{fact::{Fact, Root}, id::Id};"),
            [""; 0]
        );
    }

    #[test]
    fn a_planted_arrow_up_is_found_with_its_line() {
        let found = wrong("dossier/log.rs", "use crate::id::Id;\nuse crate::assess::assess;\n");
        assert_eq!(
            found,
            [format!(
                "{CORE}/dossier/log.rs:2: `dossier` (layer 3) imports `assess` (layer 8); arrows go down only"
            )]
        );
    }

    #[test]
    fn an_arrow_up_hides_nowhere() {
        for text in [
            "use crate::{\n    id::Id,\n    assess::{self, Gate},\n};",
            "pub(crate) use crate::assess as a;",
            "fn f() -> crate::assess::Gate { todo() }",
            "use super::assess::Gate;",
            "mod inner { use super::super::assess::Gate; }",
            "mod inner { mod deep { use super::super::super::{id::Id, assess}; } }",
            "#[cfg(test)] mod tests { use crate::assess::Gate; }",
            "const QUOTE: char = '\"'; use crate::assess::Gate; const OTHER: char = '\"';",
            "fn f<'a>(x: &'a str) -> crate::assess::Gate<'a> {}",
        ] {
            assert_eq!(wrong("fact.rs", text).len(), 1, "{text}");
        }
        assert_eq!(wrong("dossier/log.rs", "use super::super::assess::Gate;").len(), 1);
    }

    #[test]
    fn what_only_looks_like_an_arrow_is_left_alone() {
        for text in [
            "// use crate::assess::Gate;",
            "/* use /* nested */ crate::assess::Gate; */",
            "/// See [`crate::assess::assess`].\nstruct X;",
            "const S: &str = \"use crate::assess::Gate;\";",
            "const S: &str = r#\"use \"crate::assess::Gate;\"#;",
            "const S: &str = \"\\\" crate::assess::Gate\";",
            "pub(crate) struct X;",
            "mod tests { use super::*; }",
            "mod tests { use super::Fact; use super::assess; }",
        ] {
            assert_eq!(wrong("fact.rs", text), [""; 0], "{text}");
        }
        assert_eq!(wrong("dossier/log.rs", "use super::Entry;"), [""; 0]);
    }

    #[test]
    fn an_unknown_module_is_named() {
        assert!(wrong("helpers.rs", "")[0].contains("module `helpers` stands in no layer"));
        assert!(wrong("fact.rs", "use crate::helpers::x;")[0].contains("`crate::helpers` is no module"));
        assert!(
            wrong("fact.rs", "use crate::Dossier;")[0].contains("import from the module that defines it")
        );
        assert!(wrong("fact.rs", "use crate::*;")[0].contains("`crate::*` is no module"));
    }

    #[test]
    fn one_layer_may_not_go_in_a_circle() {
        let file = |name: &str, text: &str| (format!("{CORE}/{name}.rs"), text.to_owned());
        let down = file("machine", "");
        let fact = file("fact", "use crate::machine::M; use crate::step::S;");
        assert_eq!(modules(&[down.clone(), fact.clone(), file("step", "use crate::machine::M;")]), [""; 0]);
        let found = modules(&[down, fact, file("step", "use crate::fact::F;")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].ends_with("fact -> step, step -> fact"), "{found:?}");
    }

    #[test]
    fn petgraph_stays_where_it_is() {
        let text = "use petgraph::Graph;";
        assert_eq!(wrong("fact.rs", text), [""; 0]);
        assert!(wrong("assess.rs", text)[0].ends_with("`petgraph` stays inside fact, intrusion, authority"));
        assert_eq!(wrong("lib.rs", "pub use petgraph::Graph;").len(), 1);
    }

    #[test]
    fn the_core_exports_names_not_modules() {
        assert_eq!(wrong("lib.rs", "mod fact;\npub use fact::Fact;"), [""; 0]);
        assert!(wrong("lib.rs", "mod id;\npub mod fact;")[0].contains(":2: `pub mod fact`"));
    }

    #[test]
    fn the_core_never_depends_on_the_testkit() {
        let metadata = serde_json::json!({"packages": [
            {"name": "afweging", "dependencies": [
                {"name": "serde"},
                {"name": "afweging-testkit", "path": "crates/afweging-testkit", "kind": "dev"},
            ]},
            {"name": "newcomer", "dependencies": []},
        ]});
        let found = crates(&metadata);
        assert_eq!(found.len(), 2);
        assert!(found[0].contains("`afweging` depends on `afweging-testkit`"));
        assert!(found[1].contains("crate `newcomer` stands in no table"));
    }

    #[test]
    fn no_module_stands_twice_and_no_exception_is_idle() {
        let names: Vec<&str> = LAYERS.iter().flat_map(|layer| layer.iter().copied()).collect();
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name}");
        }
        for (from, to, why) in EXCEPTIONS {
            assert!(layer(from) < layer(to) && !why.is_empty(), "{from} -> {to}");
        }
    }
}
