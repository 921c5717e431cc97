//! Do the licences of all dependencies, on every platform, allow what ours promises? And does every one come from crates.io?
//!
//! Why our own: `docs/src/decisions/0003-licence-check.md`. The list is `licenses.allow` in `deny.toml`.

use serde_json::Value;

use crate::checkout::Checkout;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub fn check(checkout: &Checkout) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(checkout.root.join("deny.toml"))
        .map_err(|error| format!("deny.toml: {error}"))?;
    let list: toml::Table = text.parse().map_err(|error| format!("deny.toml: {error}"))?;
    let licences = list.get("licenses").ok_or("deny.toml: no `licenses`")?;
    let allowed = strings(licences.get("allow"));
    let exceptions = licences.get("exceptions").and_then(toml::Value::as_array).cloned().unwrap_or_default();

    let metadata = checkout.metadata(&[])?;
    let packages =
        metadata.get("packages").and_then(Value::as_array).ok_or("cargo metadata: no `packages`")?;
    let mut wrong = Vec::new();
    for package in packages {
        let text = |key| package.get(key).and_then(Value::as_str);
        let name = format!("{} {}", text("name").unwrap_or("?"), text("version").unwrap_or("?"));
        // Our own crates have no source; anything else must come from the one registry.
        if let Some(source) = text("source").filter(|source| *source != REGISTRY) {
            wrong.push(format!("{name}: comes from `{source}`, not from crates.io"));
        }
        let mut allowed = allowed.clone();
        for exception in
            exceptions.iter().filter(|row| row.get("crate").and_then(toml::Value::as_str) == text("name"))
        {
            allowed.extend(strings(exception.get("allow")));
        }
        match text("license") {
            None => wrong.push(format!("{name}: states no licence")),
            Some(licence) => match allows(licence, &allowed) {
                Ok(true) => {}
                Ok(false) => wrong.push(format!("{name}: `{licence}` is not in the list of deny.toml")),
                Err(why) => wrong.push(format!("{name}: `{licence}`: {why}")),
            },
        }
    }
    println!("{} packages", packages.len());
    if wrong.is_empty() { Ok(Vec::new()) } else { Err(wrong.join("\n")) }
}

fn strings(value: Option<&toml::Value>) -> Vec<String> {
    value
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}

/// May we use what stands under this SPDX expression? `OR` gives the choice, `AND` binds to both, and binds stronger;
/// `A WITH B` is a licence of its own; the slash of old manifests means `OR`.
fn allows(expression: &str, allowed: &[String]) -> Result<bool, String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let verdict = any(&mut words, allowed)?;
    words.next().map_or(Ok(verdict), |word| Err(format!("unexpected `{word}`")))
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words, allowed: &[String]) -> Result<bool, String> {
    let mut verdict = every(words, allowed)?;
    while words.next_if_eq(&"OR").is_some() {
        verdict |= every(words, allowed)?;
    }
    Ok(verdict)
}

fn every(words: &mut Words, allowed: &[String]) -> Result<bool, String> {
    let mut verdict = one(words, allowed)?;
    while words.next_if_eq(&"AND").is_some() {
        verdict &= one(words, allowed)?;
    }
    Ok(verdict)
}

fn one(words: &mut Words, allowed: &[String]) -> Result<bool, String> {
    match words.next() {
        Some("(") => {
            let verdict = any(words, allowed)?;
            words.next_if_eq(&")").map(|_| verdict).ok_or_else(|| "a bracket stays open".to_owned())
        }
        None | Some(")" | "OR" | "AND" | "WITH") => Err("a licence is missing".to_owned()),
        Some(id) => {
            let mut id = id.to_owned();
            if words.next_if_eq(&"WITH").is_some() {
                let exception = words.next().ok_or("`WITH` without an exception")?;
                id = format!("{id} WITH {exception}");
            }
            Ok(allowed.contains(&id))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_spdx_expressions() {
        let allowed =
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].map(str::to_owned);
        for (expression, verdict) in [
            ("MIT", true),
            ("GPL-3.0-only", false),
            ("MIT OR GPL-3.0-only", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0-only / MIT", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR GPL-3.0-only) AND Unicode-3.0", true),
            ("GPL-3.0-only OR MIT AND Unicode-3.0", true),
            ("MIT AND Unicode-3.0 OR GPL-3.0-only AND MIT", true),
            ("(GPL-3.0-only OR MIT) AND (LGPL-2.1-only OR MPL-2.0)", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT WITH LLVM-exception", false),
            ("GPL-2.0-only WITH Classpath-exception-2.0 OR MIT", true),
        ] {
            assert_eq!(allows(expression, &allowed), Ok(verdict), "{expression}");
        }
    }

    #[test]
    fn a_broken_expression_is_no_licence() {
        for expression in ["", "MIT OR", "(MIT", "MIT)", "MIT Apache-2.0", "AND MIT", "MIT WITH"] {
            assert!(allows(expression, &["MIT".to_owned()]).is_err(), "{expression}");
        }
    }
}
