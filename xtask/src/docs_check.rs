//! The book without mdbook: every page stands in the summary, every relative link leads somewhere.

use std::path::{Component, Path, PathBuf};

use crate::checkout::Checkout;
use crate::tree;

const BOOK: &str = "docs/src";
const SUMMARY: &str = "docs/src/SUMMARY.md";

pub fn check(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut wrong = Vec::new();
    let mut in_summary = Vec::new();
    let mut pages = Vec::new();
    for file in tree::files(checkout)?.into_iter().filter(|file| file.ends_with(".md")) {
        let Ok(text) = std::fs::read_to_string(checkout.root.join(&file)) else { continue };
        let page = PathBuf::from(&file);
        for (line, link) in links(&text) {
            let target = resolve(&page, link);
            if page.starts_with(BOOK) && !target.starts_with(BOOK) {
                wrong.push(format!(
                    "{file}:{line}: `{link}` leaves the book; a reader of the built book has no such file"
                ));
            } else if !checkout.root.join(&target).exists() {
                wrong.push(format!("{file}:{line}: `{link}` leads nowhere"));
            }
            if file == SUMMARY {
                in_summary.push(target);
            }
        }
        if page.starts_with(BOOK) && file != SUMMARY {
            pages.push(page);
        }
    }
    for page in pages.iter().filter(|page| !in_summary.contains(page)) {
        wrong.push(format!("{}: not in {SUMMARY}", page.display()));
    }
    println!("{} pages", pages.len());
    if wrong.is_empty() { Ok(Vec::new()) } else { Err(wrong.join("\n")) }
}

/// The relative links of a page with their lines: no addresses, no places on the page itself, nothing inside code.
fn links(text: &str) -> Vec<(usize, &str)> {
    let mut links = Vec::new();
    let mut in_code = false;
    for (number, line) in (1_usize..).zip(text.lines()) {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        // Between backticks is every second piece.
        for piece in line.split('`').step_by(2) {
            for rest in piece.split("](").skip(1) {
                let link = rest.split([')', ' ']).next().unwrap_or_default();
                let file = link.split('#').next().unwrap_or_default();
                if !file.is_empty() && !file.contains(':') {
                    links.push((number, file));
                }
            }
        }
    }
    links
}

/// The file a link means, as a path from the root, without `.` and `..`.
fn resolve(page: &Path, link: &str) -> PathBuf {
    let mut target = page.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => {
                target.pop();
            }
            Component::Normal(name) => target.push(name),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    target
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_links_and_leaves_code_and_addresses_alone() {
        let text = "a [b](c.md#d) and [e](https://x.nl) `[f](g.md)` [h](#i)\n```\n[j](k.md)\n```\n![l](m/n.png \"o\")";
        assert_eq!(links(text), [(1, "c.md"), (5, "m/n.png")]);
    }

    #[test]
    fn resolves_from_the_page() {
        let page = Path::new("docs/src/decisions/0001.md");
        assert_eq!(resolve(page, "../method.md"), Path::new("docs/src/method.md"));
        assert_eq!(resolve(page, "./0002.md"), Path::new("docs/src/decisions/0002.md"));
    }
}
