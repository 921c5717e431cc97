//! Who may do what, by the law of a day.

use chrono::NaiveDate;
use serde_json::Value;

use super::law::Law;
use super::reading::{get, list, text, texts};

/// An entry of the map: who, by which article, and whether they come second.
pub type Power = (String, String, bool);

/// Model §9: no entry means not allowed. On appeal somebody else decides: that is no first decision.
pub fn who_may(law: &Law, act: &str, measure: &str, ended: Option<&str>, on: NaiveDate) -> Vec<Power> {
    let mut powers = Vec::new();
    for grant in law.of("authority", "grant", measure, on) {
        let says = |key: &str| list(grant, "conditions").iter().find_map(|it| it.get(key));
        let of_this = |ends: &Value| {
            ends.as_array().is_some_and(|all| ended.is_none_or(|it| all.iter().any(|one| one == it)))
        };
        // Of the court's own motion: nobody is asked to decide so.
        if text(grant, "standing") == "ex_officio" {
            continue;
        }
        if !texts(grant, "acts").contains(&act)
            || says("on_appeal_from").is_some()
            || !says("ends").is_none_or(of_this)
        {
            continue;
        }
        let second = text(grant, "standing") == "subsidiary";
        let (article, all) = (article(get(grant, "cite")), texts(grant, "actors"));
        powers.extend(all.into_iter().map(|it| (it.to_owned(), article.clone(), second)));
    }
    powers.sort();
    powers.dedup();
    powers
}

/// An article as it is written: law, article, paragraph, letter.
fn article(cite: &Value) -> String {
    let paragraph = text(cite, "paragraph");
    let written = match paragraph.split_once('(') {
        _ if paragraph.is_empty() => String::new(),
        Some((number, letter)) => format!("({number})({letter}"),
        None => format!("({paragraph})"),
    };
    format!("{} {}{written}", text(cite, "law"), text(cite, "article"))
}
