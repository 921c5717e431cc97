//! The diagram of intrusiveness as a drawing.

use chrono::NaiveDate;

use super::NotDrawn;
use super::about::{About, in_words};
use super::diagram::Diagram;
use super::graph::Graph;
use crate::code::Language;
use crate::pack::Pack;

/// The diagram of intrusiveness as a drawing: classes of equally intrusive measures, and a line to each neighbour that is
/// heavier, with the reason.
///
/// Nobody types a rank: classes and lines follow from the levels in the pack. Steps in a procedure stand apart, since they
/// protect nobody.
///
/// ```
/// use afweging::{Language, LatticeDrawing, Pack};
/// let diagram = LatticeDrawing::of(&Pack::nl()?, "2024-01-01".parse()?, Language::Nl)?;
/// assert!(diagram.text().contains("zwaarder op woonplek, verder gelijk"));
/// assert!(diagram.svg().contains("+ woonplek"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct LatticeDrawing {
    about: About,
    diagram: Diagram,
}

impl LatticeDrawing {
    /// The diagram of a pack on a day.
    ///
    /// # Errors
    /// [`NotDrawn`] when the pack says nothing of the day.
    pub fn of(pack: &Pack, on: NaiveDate, language: Language) -> Result<Self, NotDrawn> {
        let about = About::of(pack, on, language)?;
        let diagram = Diagram::of(pack, on, about.words);
        Ok(Self { about, diagram })
    }

    /// What it is about, in one line.
    pub fn title(&self) -> String {
        self.about.words.say("Hoe ingrijpend maatregelen zijn", "How intrusive measures are").to_owned()
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let text = self.text();
        self.diagram.svg(self.about.words, &self.title(), &self.about.day(), &self.below(), &text)
    }

    /// A Mermaid flowchart.
    pub fn mermaid(&self) -> String {
        self.graph().mermaid()
    }

    /// A Graphviz digraph.
    pub fn dot(&self) -> String {
        self.graph().dot()
    }

    fn graph(&self) -> Graph {
        self.diagram.graph(format!("{} ({})", self.title(), self.about.day()), self.about.words)
    }

    /// The same in words.
    pub fn text(&self) -> String {
        in_words(&self.title(), &self.about.day(), self.diagram.parts(self.about.words), &self.below())
    }

    /// Canonical JSON.
    pub fn json(&self) -> String {
        self.about.json("measures", &self.diagram)
    }

    fn below(&self) -> Vec<String> {
        let words = self.about.words;
        vec![
            words
                .say(
                    "In één vak staat wat even ingrijpend is. Een lijn omhoog gaat naar wat ingrijpender is; „+ woonplek” betekent: zwaarder op woonplek, verder gelijk.",
                    "One box holds what is equally intrusive. A line upwards leads to what is more intrusive; “+ place of living” means: heavier on place of living, equal on all else.",
                )
                .to_owned(),
            words
                .say(
                    "Alleen een weg langs lijnen zegt iets: zonder zo'n weg zijn twee maatregelen niet te vergelijken, ook al staat de ene hoger. Duur en rechtswaarborgen ordenen niet.",
                    "Only a way along lines says anything: without one, two measures cannot be compared, even if one stands higher. Duration and safeguards order nothing.",
                )
                .to_owned(),
            words
                .say(
                    "Grijs vak: vrijwillig. Dunne rand: drang. Dikke rand: gedwongen.",
                    "Shaded box: voluntary. Thin edge: pressure. Thick edge: compulsory.",
                )
                .to_owned(),
            words
                .say(
                    "De niveaus waaruit de lijnen volgen zijn een keuze van het model, geen wet [~].",
                    "The levels from which the lines follow are a choice of the model, not law [~].",
                )
                .to_owned(),
            self.about.source(),
        ]
    }
}
