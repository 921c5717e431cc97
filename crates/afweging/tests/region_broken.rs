//! Every overlay under `tests/broken/regions/` is refused with exactly the error in the file beside it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly, its helpers too")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use afweging::{Pack, PackCode, PackError, Region};

/// The codes that are about trespasses: with an article.
const WITH_ARTICLE: std::ops::RangeInclusive<&str> = "AFW-PACK-040"..="AFW-PACK-053";

/// The error of each broken overlay, with the file that it is expected in.
fn errors() -> BTreeMap<String, (PathBuf, PackError)> {
    let (mut errors, pack) = (BTreeMap::new(), Pack::nl().unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/broken/regions");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "toml") {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        match Region::from_toml(&name, &fs::read_to_string(&path).unwrap(), &pack) {
            Ok(_) => panic!("{name} was taken"),
            Err(error) => errors.insert(name, (path.with_extension("txt"), error)),
        };
    }
    errors
}

#[test]
fn each_broken_overlay_gets_its_error() {
    let errors = errors();
    assert!(errors.len() > 25);
    let mut wrong = Vec::new();
    for (name, (expected, error)) in errors {
        let found = format!("{error}\n");
        if std::env::var_os("AFWEGING_BLESS").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if wanted != found {
            wrong.push(format!("{name}\n  expected: {wanted}  found:    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_of_regions_has_a_broken_overlay() {
    let shown: BTreeSet<PackCode> = errors().into_values().map(|(_, error)| error.code).collect();
    let of_regions = PackCode::ALL.iter().filter(|code| code.as_str() >= "AFW-PACK-040");
    let missing: Vec<_> = of_regions.filter(|code| !shown.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_trespass_is_refused_with_an_article() {
    let laws = ["Awb ", "AVG ", "BJw ", "BW1 ", "EVRM ", "IVRK ", "Jw ", "Rv ", "Wmo ", "Wth "];
    for (name, (_, error)) in errors() {
        assert!(error.line > 0, "{name}: {error}");
        assert!(!error.to_string().contains('\n'), "{name}");
        if WITH_ARTICLE.contains(&error.code.as_str()) {
            assert!(laws.iter().any(|law| error.reason.contains(law)), "{name}: {error}");
        }
    }
}

/// The page quotes the errors as they are, and leaves no code of regions out.
#[test]
fn the_page_of_regions_says_what_the_code_says() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/regions.md");
    let page = fs::read_to_string(page).unwrap();
    let told: BTreeSet<String> = errors().into_values().map(|(_, error)| error.to_string()).collect();
    let quoted: Vec<&str> = page.lines().filter(|line| line.starts_with("AFW-PACK-")).collect();
    assert!(quoted.len() > 12);
    for line in quoted {
        assert!(told.contains(line), "no overlay gets this: {line}");
    }
    for code in PackCode::ALL.iter().filter(|code| code.as_str() >= "AFW-PACK-040") {
        assert!(page.contains(code.as_str()), "{}", code.as_str());
    }
}
