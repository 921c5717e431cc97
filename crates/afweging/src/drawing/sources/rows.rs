//! The rows of a source tree in words, cut where it is too large to look at.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::dossier::Dossier;
use crate::drawing::words::{Words, capital};
use crate::fact::{Branch, Ending, Origin, Polarity, Root, SourceTree, Tale};
use crate::narrative::Narrative;

/// The most rows of one side that are drawn.
const MOST_ROWS: usize = 120;
/// How deep a tree is drawn: further down a picture is no picture.
const DEEPEST: usize = 10;

/// One row of a drawing.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) depth: usize,
    /// How it looks.
    pub(super) class: &'static str,
    /// Its number and what it tells.
    pub(super) head: String,
    /// Which piece it is, and in which entry.
    pub(super) place: String,
    /// Where it ends, and what is wrong with it.
    pub(super) ends: String,
}

impl Row {
    /// It in one line.
    pub(super) fn line(&self) -> String {
        let parts = [&self.head, &self.place, &self.ends];
        let said: Vec<&str> = parts.iter().map(|it| it.as_str()).filter(|it| !it.is_empty()).collect();
        said.join(" · ")
    }

    fn of(
        number: usize,
        branch: &Branch,
        numbers: &BTreeMap<&Root, usize>,
        tree: &SourceTree,
        dossier: &Dossier,
        on: NaiveDate,
        words: Words,
    ) -> Row {
        let head = format!("{number}. {}", capital(&told(&branch.tale, dossier, words)));
        let mut ends = vec![ending(branch, numbers, dossier, words)];
        ends.extend(objections(&branch.tale, dossier, on, words));
        ends.retain(|it| !it.is_empty());
        let class = match (&branch.ends, &branch.tale) {
            (Ending::Above(_), _) => "wet",
            (Ending::TakenBack | Ending::Circle | Ending::Untraced, _) => "subsidiair",
            (Ending::Begins(_), Tale::Evidence { is_contested: true, .. }) => "besluit anders",
            (_, Tale::Evidence { is_contested: true, .. }) => "anders",
            (Ending::Begins(_), _) => "besluit",
            (Ending::Below, _) => "",
        };
        Row {
            depth: branch.depth,
            class,
            head,
            place: place(branch, tree, dossier, words),
            ends: ends.join("; "),
        }
    }

    fn more(depth: usize, count: usize, begin: usize, words: Words) -> Row {
        let count = words.number(count, ("regel", "row"), ("regels", "rows"));
        let begin = match begin {
            0 => String::new(),
            some => format!(
                ", {} {}",
                words.say("waarin", "in which"),
                words.number(some, ("bron begint", "source begins"), ("bronnen beginnen", "sources begin"))
            ),
        };
        let head = format!(
            "{} {count} {}{begin}",
            words.say("… en nog", "… and"),
            words.say("die hier niet getekend zijn", "more that are not drawn here")
        );
        Row { depth, class: "los zacht", head, place: String::new(), ends: String::new() }
    }
}

/// The rows of one side.
pub(super) fn of(
    tree: &SourceTree,
    side: Polarity,
    numbers: &BTreeMap<&Root, usize>,
    dossier: &Dossier,
    on: NaiveDate,
    words: Words,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut is_side = false;
    // How much was left out since the last row that is drawn, and how many roots begin there.
    let (mut left_out, mut begin) = (0_usize, 0_usize);
    for (number, branch) in (1_usize..).zip(&tree.branches) {
        if branch.depth == 0 {
            is_side = matches!(&branch.tale, Tale::Evidence { polarity, .. } if *polarity == side);
        }
        if !is_side {
            continue;
        }
        if branch.depth >= DEEPEST || rows.len() >= MOST_ROWS {
            left_out = left_out.saturating_add(1);
            begin = begin.saturating_add(usize::from(matches!(branch.ends, Ending::Begins(_))));
            continue;
        }
        if left_out > 0 {
            rows.push(Row::more(DEEPEST, left_out, begin, words));
            (left_out, begin) = (0, 0);
        }
        rows.push(Row::of(number, branch, numbers, tree, dossier, on, words));
    }
    if left_out > 0 {
        let depth = if rows.len() >= MOST_ROWS { 0 } else { DEEPEST };
        rows.push(Row::more(depth, left_out, begin, words));
    }
    rows
}

fn title(words: Words, title: &Narrative) -> String {
    match title.text() {
        Some(text) => words.quoted(text),
        None => words.say("zonder titel", "without a title").to_owned(),
    }
}

fn told(tale: &Tale, dossier: &Dossier, words: Words) -> String {
    match tale {
        Tale::NotThere(evidence) => {
            format!("{} {evidence}", words.say("vermelding", "mention"))
        }
        Tale::WordOf { person, .. } => format!(
            "{} {}",
            words.say("wat hier zelf over zegt:", "what is said on this by:"),
            words.somebody(dossier, person)
        ),
        Tale::Evidence { borne_by, origin, .. } => {
            let who = words.somebody(dossier, borne_by);
            let how = match origin {
                Origin::OwnObservation => words.say("zag of hoorde het zelf", "saw or heard it").to_owned(),
                Origin::ExpertReport { title: it } => {
                    format!("{} {}", words.say("eigen onderzoek", "own examination"), title(words, it))
                }
                Origin::Document { title: it, copies } if copies.is_empty() => {
                    format!("{} {}", words.say("brengt het stuk", "brings the document"), title(words, it))
                }
                Origin::Document { title: it, .. } => format!(
                    "{} {}, {}",
                    words.say("brengt het stuk", "brings the document"),
                    title(words, it),
                    words.say("dat dit overneemt", "which repeats this")
                ),
                Origin::ToldByEvidence { evidence } => {
                    let of = dossier.evidence().get(evidence).map(|it| &it.added.what.borne_by);
                    let of = of.map_or_else(|| evidence.to_string(), |of| words.somebody(dossier, of));
                    format!("{} {of}", words.say("heeft het gehoord van", "heard it from"))
                }
                Origin::ToldByPerson { person } => format!(
                    "{} {}",
                    words.say("heeft het gehoord van", "heard it from"),
                    words.somebody(dossier, person)
                ),
                Origin::Untraced => words
                    .say("weet niet waar het vandaan komt", "does not know where it comes from")
                    .to_owned(),
            };
            format!("{who}: {how}")
        }
    }
}

fn place(branch: &Branch, tree: &SourceTree, dossier: &Dossier, words: Words) -> String {
    let Tale::Evidence { evidence, statement, polarity, .. } = &branch.tale else { return String::new() };
    let mut place = vec![format!("{} {evidence}", words.say("vermelding", "mention"))];
    if let Some(record) = dossier.evidence().get(evidence) {
        place.push(format!("{} {}", words.say("regel", "entry"), record.added.seq));
    }
    if *statement != tree.statement {
        let side = match polarity {
            Polarity::Supports => words.say("voor een andere bewering", "for another statement"),
            Polarity::Opposes => words.say("tegen een andere bewering", "against another statement"),
        };
        place.push(format!("{side}: {statement}"));
    }
    place.join(", ")
}

fn ending(branch: &Branch, numbers: &BTreeMap<&Root, usize>, dossier: &Dossier, words: Words) -> String {
    let said = match &branch.ends {
        Ending::Begins(root) => {
            let number = numbers.get(root).copied().unwrap_or_default();
            return format!(
                "{} {number} {}",
                words.say("bron", "source"),
                words.say("begint hier", "begins here")
            );
        }
        Ending::Above(place) => {
            let number = place.saturating_add(1);
            return format!("{} {number}", words.say("staat al bij", "told already at"));
        }
        Ending::Below => "",
        Ending::TakenBack => {
            let was_mistake = matches!(&branch.tale, Tale::Evidence { evidence, .. }
                if dossier.evidence().get(evidence).is_some_and(|it| dossier.is_corrected(it.added.seq)));
            if was_mistake {
                words.say("was een vergissing: telt niet", "was a mistake: does not count")
            } else {
                words.say("ingetrokken: telt niet", "taken back: does not count")
            }
        }
        Ending::Circle => {
            words.say("zij hebben het van elkaar: telt niet", "they have it from each other: does not count")
        }
        Ending::Untraced => match &branch.tale {
            Tale::NotThere(_) => words.say("was er op die dag niet", "was not there on that day"),
            Tale::Evidence { .. } | Tale::WordOf { .. } => {
                words.say("geen bron te vinden: telt niet", "no source to be found: does not count")
            }
        },
    };
    said.to_owned()
}

/// Who objects to a piece.
fn objections(tale: &Tale, dossier: &Dossier, on: NaiveDate, words: Words) -> Option<String> {
    let Tale::Evidence { evidence, is_contested: true, .. } = tale else { return None };
    let seq = dossier.evidence().get(evidence)?.added.seq;
    let mut who: Vec<String> = dossier
        .contests()
        .get(&seq)?
        .iter()
        .filter(|it| it.occurred.first_day() <= on)
        .map(|it| words.somebody(dossier, &it.what.person))
        .collect();
    who.sort_unstable();
    who.dedup();
    Some(format!("{} {}", words.say("betwist door", "contested by"), words.list(&who)))
}
