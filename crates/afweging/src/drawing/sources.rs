//! Where a statement comes from, as a drawing: every piece back to where its tale begins, or to where the trail ends.

mod rows;
mod svg;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::NotDrawn;
use super::words::Words;
use crate::canonical;
use crate::code::Language;
use crate::dossier::Dossier;
use crate::fact::{Ending, Polarity, Root, SourceTree};
use crate::id::{PersonId, StatementId};

use rows::Row;

/// Where a statement comes from (*terug naar de bron*), as a drawing.
///
/// What hangs below two branches is drawn once. A drawing of a very large tree is cut, and says how much of it is not
/// drawn; the JSON holds all of it.
///
/// ```
/// use afweging::{Dossier, Language, SourcesDrawing};
/// # let json = include_str!("../../../../examples/dossiers/conflict-na-scheiding.json");
/// let dossier = Dossier::from_json(json)?;
/// let statement = dossier.statements().keys().next().ok_or("no statement")?;
/// let drawing = SourcesDrawing::of(&dossier, statement, "2026-01-01".parse()?, Language::En)?;
/// assert!(drawing.svg().starts_with("<svg ") && drawing.text().contains("begins here"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct SourcesDrawing {
    words: Words,
    on: NaiveDate,
    dossier: String,
    head: String,
    said: String,
    tree: SourceTree,
    sides: Vec<Side>,
}

/// What speaks for the statement, or against it.
#[derive(Debug, Clone)]
struct Side {
    title: String,
    rows: Vec<Row>,
}

impl SourcesDrawing {
    /// Where a statement of a dossier comes from, as it stands on a day.
    ///
    /// # Errors
    /// [`NotDrawn::NoSuchStatement`] when it was not claimed by that day, or was put right as a mistake.
    pub fn of(
        dossier: &Dossier,
        statement: &StatementId,
        on: NaiveDate,
        language: Language,
    ) -> Result<Self, NotDrawn> {
        let unknown = || NotDrawn::NoSuchStatement { statement: statement.clone(), on };
        let tree = dossier.source_tree(statement, on).ok_or_else(unknown)?;
        let record = dossier.statements().get(statement).ok_or_else(unknown)?;
        let words = Words(language);
        let erased = words.say("(gewist)", "(erased)");
        let mut said = match &record.claim.what.text {
            crate::narrative::Narrative::Erased => erased.to_owned(),
            text => words.quoted(text.text().unwrap_or_default()),
        };
        // What people saw stays a source of what was told on from it; the statement itself is claimed no more.
        if let Some(seq) = record.withdrawn_by(on) {
            said.push_str(words.say(", ingetrokken door regel ", ", taken back by entry "));
            said.push_str(&seq.to_string());
        }
        let numbers = numbered(&tree);
        let side = |polarity, roots: usize, nl, en| {
            let rows = rows::of(&tree, polarity, &numbers, dossier, on, words);
            Side { title: format!("{}: {}", words.say(nl, en), words.sources(roots)), rows }
        };
        let sides = vec![
            side(Polarity::Supports, tree.support.roots_for.len(), "Ervoor", "For it"),
            side(Polarity::Opposes, tree.support.roots_against.len(), "Ertegen", "Against it"),
        ];
        let (id, head) = (dossier.id().to_owned(), dossier.head().to_owned());
        Ok(Self { words, on, dossier: id, head, said, sides, tree })
    }

    /// What it is about, in one line.
    pub fn title(&self) -> String {
        format!(
            "{}: {} ({})",
            self.words.say("Waar komt dit vandaan", "Where does this come from"),
            self.said,
            self.tree.statement
        )
    }

    /// The picture.
    pub fn svg(&self) -> String {
        svg::picture(self)
    }

    /// The same in words.
    pub fn text(&self) -> String {
        let mut out = format!("{}\n{}\n", self.title(), self.summary());
        for side in &self.sides {
            out.push_str(&format!("\n{}\n", side.title));
            for row in &side.rows {
                out.push_str(&" ".repeat(row.depth.saturating_mul(3).saturating_add(2)));
                out.push_str(&row.line());
                out.push('\n');
            }
        }
        out.push('\n');
        for line in [self.rule(), self.of_dossier()] {
            out.push_str(&line);
            out.push('\n');
        }
        out
    }

    /// Canonical JSON: the whole tree, however large.
    pub fn json(&self) -> String {
        canonical::to_json(&serde_json::json!({
            "format": "afweging/sources/1",
            "dossier": self.dossier,
            "head": self.head,
            "on": self.on,
            "tree": self.tree,
        }))
    }

    fn summary(&self) -> String {
        let (words, support) = (self.words, &self.tree.support);
        let value = words.of(&support.value.label());
        let mentions =
            words.number(support.mentions, ("vermelding", "mention"), ("vermeldingen", "mentions"));
        let untraced = match support.untraced.len() {
            0 => String::new(),
            some => format!(", {some} {}", words.say("zonder bron", "without a source")),
        };
        format!("{} {}: {value}; {mentions}{untraced}.", words.say("Op", "On"), words.date(self.on))
    }

    fn rule(&self) -> String {
        self.words
            .say(
                "Herhalen maakt niets sterker: alleen onafhankelijke bronnen tellen, hoe vaak iets ook wordt verteld.",
                "Repeating strengthens nothing: only independent sources count, however often something is told.",
            )
            .to_owned()
    }

    /// What the edges in the picture mean: the words have none.
    fn legend(&self) -> String {
        self.words
            .say(
                "Dikke rand: hier begint een bron. Streepjes: telt niet. Stippels: staat elders al.",
                "Thick edge: a source begins here. Dashes: does not count. Dots: told elsewhere already.",
            )
            .to_owned()
    }

    fn of_dossier(&self) -> String {
        format!("{} {}.", self.words.say("Dossier", "Dossier"), self.dossier)
    }
}

impl Words {
    fn quoted(self, text: &str) -> String {
        format!("{}{text}”", self.say("„", "“"))
    }

    fn number(self, number: usize, one: (&str, &str), more: (&str, &str)) -> String {
        let (nl, en) = if number == 1 { one } else { more };
        format!("{number} {}", self.say(nl, en))
    }

    fn sources(self, roots: usize) -> String {
        if roots == 0 {
            return self.say("geen bron", "no source").to_owned();
        }
        self.number(
            roots,
            ("onafhankelijke bron", "independent source"),
            ("onafhankelijke bronnen", "independent sources"),
        )
    }

    /// Somebody: the role and the pseudonym.
    fn somebody(self, dossier: &Dossier, id: &PersonId) -> String {
        self.of(&dossier.people().named(id))
    }
}

/// The roots by number, in the order in which the tree tells them.
fn numbered(tree: &SourceTree) -> BTreeMap<&Root, usize> {
    let mut numbers = BTreeMap::new();
    for branch in &tree.branches {
        if let Ending::Begins(root) = &branch.ends {
            let next = numbers.len().saturating_add(1);
            numbers.entry(root).or_insert(next);
        }
    }
    numbers
}
