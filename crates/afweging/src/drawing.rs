//! Drawings: who may do what, and how intrusive measures are, for people to read at a glance.
//!
//! A drawing says what the pack says on one day and nothing else: it judges no case, ranks nothing and recommends nothing.
//! Each has five forms that say the same: SVG (a picture), Mermaid and DOT (for programs that draw), text, and JSON. The
//! same input gives the same bytes.

mod course;
mod diagram;
mod graph;
mod letters;
mod overview;
mod scene;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;

use crate::authority::AuthorityMap;
use crate::canonical;
use crate::code::Language;
use crate::id::MeasureId;
use crate::law::Certainty;
use crate::pack::{Pack, Standing};

use course::{Course, Lane};
use diagram::Diagram;
use graph::{Direction, Graph, Shape, Stroke};
use overview::{Does, Overview};
use words::{Words, capital};

/// What cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDrawn {
    /// The pack says nothing of the day.
    #[error("the pack says nothing of {on}: it begins on {first}")]
    OutsidePack {
        /// The day.
        on: NaiveDate,
        /// The first day of the pack.
        first: NaiveDate,
    },
    /// The pack has no such measure on the day.
    #[error("there is no measure `{measure}` on {on}; there are {}", listed(.there))]
    NoSuchMeasure {
        /// The measure.
        measure: MeasureId,
        /// The day.
        on: NaiveDate,
        /// Those that there are.
        there: Vec<MeasureId>,
    },
}

fn listed(measures: &[MeasureId]) -> String {
    measures.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The authority map as a drawing: the course of one measure, or all measures at a glance.
///
/// ```
/// use afweging::{Language, MapDrawing, MeasureId, Pack};
/// let pack = Pack::nl()?;
/// let on = "2024-01-01".parse()?;
/// let placement = MapDrawing::course(&pack, &MeasureId::new("M22")?, on, Language::En)?;
/// assert!(placement.svg().starts_with("<svg"));
/// assert!(placement.text().contains("The certified institution: request; art. 1:265b par. 1 BW."));
/// assert!(placement.mermaid().contains("flowchart LR") && placement.dot().starts_with("digraph"));
/// let all = MapDrawing::overview(&pack, on, Language::Nl)?;
/// assert!(all.text().contains("Beslissen: de kinderrechter"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct MapDrawing {
    about: About,
    what: Map,
}

#[derive(Debug, Clone)]
enum Map {
    Course(Course),
    Overview(Overview),
    Changes(Vec<Course>),
}

impl MapDrawing {
    /// One measure in full: from request to decision to execution to appeal, who is heard, who consents, the terms.
    ///
    /// # Errors
    /// [`NotDrawn`] when the pack has no such measure on the day, or says nothing of the day.
    pub fn course(
        pack: &Pack,
        measure: &MeasureId,
        on: NaiveDate,
        language: Language,
    ) -> Result<Self, NotDrawn> {
        let about = About::of(pack, on, language)?;
        let course = Course::of(pack, measure, on, about.words).ok_or_else(|| missing(pack, measure, on))?;
        Ok(Self { about, what: Map::Course(course) })
    }

    /// All measures and all actors: who may request, decide, carry out, and so on.
    ///
    /// # Errors
    /// [`NotDrawn`] when the pack says nothing of the day.
    pub fn overview(pack: &Pack, on: NaiveDate, language: Language) -> Result<Self, NotDrawn> {
        let about = About::of(pack, on, language)?;
        let overview = Overview::of(pack, on, about.words);
        Ok(Self { about, what: Map::Overview(overview) })
    }

    /// What came, went or reads otherwise since an earlier day: in one measure, in full; or in all, where anything changed.
    ///
    /// # Errors
    /// [`NotDrawn`] when the pack has no such measure on either day, or says nothing of one of them.
    pub fn changes(
        pack: &Pack,
        measure: Option<&MeasureId>,
        since: NaiveDate,
        on: NaiveDate,
        language: Language,
    ) -> Result<Self, NotDrawn> {
        About::of(pack, since, language)?;
        let mut about = About::of(pack, on, language)?;
        about.since = Some(since);
        let changes = AuthorityMap::of(pack).diff(since, on);
        let course = |it: &MeasureId| Course::since(pack, it, (since, on), &changes, about.words);
        let what = match measure {
            Some(measure) => Map::Course(course(measure).ok_or_else(|| missing(pack, measure, on))?),
            None => {
                let measures: BTreeSet<&MeasureId> =
                    pack.measures(since).chain(pack.measures(on)).map(|measure| &measure.id).collect();
                Map::Changes(measures.into_iter().filter_map(course).filter_map(Course::only_changes).collect())
            }
        };
        Ok(Self { about, what })
    }

    /// What it is about, in one line.
    pub fn title(&self) -> String {
        let words = self.about.words;
        match &self.what {
            Map::Course(course) => format!(
                "{}: {} {}",
                words.say("Wie mag wat", "Who may do what"),
                course.measure,
                course.name
            ),
            Map::Overview(_) => words.say("Wie mag wat bij welke maatregel", "Who may do what to which measure").to_owned(),
            Map::Changes(_) => {
                words.say("Wat er veranderde aan wie wat mag", "What changed in who may do what").to_owned()
            }
        }
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let (words, text) = (self.about.words, self.text());
        let below = self.below();
        match &self.what {
            Map::Course(course) => course.svg(words, &self.about.day(), &below, &text),
            Map::Overview(overview) => overview.svg(words, &self.title(), &self.about.day(), &below, &text),
            Map::Changes(courses) => {
                course::changes(courses, words, &self.title(), &self.about.day(), &below, &text)
            }
        }
    }

    /// A Mermaid flowchart.
    pub fn mermaid(&self) -> String {
        self.graph().mermaid()
    }

    /// A Graphviz digraph.
    pub fn dot(&self) -> String {
        self.graph().dot()
    }

    /// The same in words.
    pub fn text(&self) -> String {
        let words = self.about.words;
        let parts = match &self.what {
            Map::Course(course) => course.parts(words),
            Map::Overview(overview) => overview.parts(words),
            Map::Changes(courses) => courses
                .iter()
                .map(|course| {
                    let lines = course.parts(words).into_iter().flat_map(|(_, lines)| lines).collect();
                    (format!("{} {}", course.measure, course.name), lines)
                })
                .collect(),
        };
        in_words(&self.title(), &self.about.day(), parts, &self.below())
    }

    /// Canonical JSON.
    pub fn json(&self) -> String {
        match &self.what {
            Map::Course(course) => self.about.json("course", course),
            Map::Overview(overview) => self.about.json("overview", overview),
            Map::Changes(courses) => self.about.json("changes", courses),
        }
    }

    /// What stands below the picture.
    fn below(&self) -> Vec<String> {
        let words = self.about.words;
        let (mut lines, certainties) = match &self.what {
            Map::Course(course) => {
                (standings(words, |standing| course.has(standing)), course.certainties())
            }
            Map::Overview(overview) => {
                let mut lines = standings(words, |_| true);
                lines.push(
                    words
                        .say(
                            "*: alleen onder voorwaarden; de kaart van de maatregel zelf noemt ze, met de artikelen.",
                            "*: on conditions only; the map of the measure itself names them, with the articles.",
                        )
                        .to_owned(),
                );
                (lines, overview.certainties())
            }
            Map::Changes(courses) => (
                standings(words, |standing| courses.iter().any(|course| course.has(standing))),
                courses.iter().flat_map(Course::certainties).collect(),
            ),
        };
        if let (Map::Changes(courses), Some(since)) = (&self.what, self.about.since)
            && courses.is_empty()
        {
            lines.push(format!("{} {}.", words.say("Geen verschil met", "No difference from"), words.date(since)));
        }
        lines.push(signs(words, &certainties));
        lines.push(
            words
                .say(
                    "Wie hier niet staat, mag het niet. Wie hier staat, mag het als ook de zaak zelf aan de wet voldoet.",
                    "Who is not here may not do it. Who is here may do it if the case itself meets the law as well.",
                )
                .to_owned(),
        );
        lines.push(self.about.source());
        lines
    }

    /// Actors and measures as nodes, what may be done as arrows.
    fn graph(&self) -> Graph {
        let words = self.about.words;
        let title = format!("{} ({})", self.title(), self.about.day());
        let mut graph =
            Graph { title, direction: Direction::LeftToRight, nodes: Vec::new(), edges: Vec::new(), apart: None };
        match &self.what {
            Map::Course(course) => add(&mut graph, course, words),
            Map::Changes(courses) => courses.iter().for_each(|course| add(&mut graph, course, words)),
            Map::Overview(overview) => {
                for actor in &overview.actors {
                    let name = vec![capital(&words.of(&actor.label()))];
                    graph.nodes.push((node(&word(actor)), name, Shape::Round));
                }
                for row in &overview.rows {
                    let id = node(row.measure.as_str());
                    graph.nodes.push((id.clone(), vec![format!("{} {}", row.measure, row.name)], Shape::Box));
                    for (actor, marks) in &row.cells {
                        let label = marks.iter().map(|mark| mark.does.name(words)).collect::<Vec<_>>();
                        let stroke = marks.iter().map(|mark| mark.standing).min().map_or(Stroke::Plain, stroke);
                        let decides = marks.iter().any(|mark| mark.does == Does::Decide);
                        let stroke =
                            if decides && stroke == Stroke::Plain { Stroke::Thick } else { stroke };
                        graph.edges.push((node(&word(actor)), id.clone(), vec![label.join(", ")], stroke));
                    }
                }
            }
        }
        graph
    }
}

/// Each entry of a course as an arrow of its own.
fn add(graph: &mut Graph, course: &Course, words: Words) {
    let id = node(course.measure.as_str());
    let label = vec![
        format!("{} {}", course.measure, course.name),
        format!("{}; {}", course.form, words.marked_article(&course.article)),
    ];
    graph.nodes.push((id.clone(), label, Shape::Box));
    for Lane { actors, entries } in &course.lanes {
        for actor in actors {
            let from = node(&word(actor));
            if !graph.nodes.iter().any(|(id, _, _)| *id == from) {
                graph.nodes.push((from.clone(), vec![capital(&words.of(&actor.label()))], Shape::Round));
            }
            for entry in entries {
                let mut label = vec![entry.heading(words), entry.articles(words)];
                label.extend(entry.notes.iter().cloned());
                graph.edges.push((from.clone(), id.clone(), label, stroke(entry.standing)));
            }
        }
    }
    for (at, note) in course.notes.iter().enumerate() {
        let own = format!("{id}_{}", at.saturating_add(1));
        let label = vec![capital(&note.said), words.marked_article(&note.article)];
        graph.nodes.push((own.clone(), label, Shape::Box));
        let part = vec![note.phase.name(words).to_lowercase()];
        graph.edges.push((id.clone(), own, part, Stroke::Dashed));
    }
}

fn stroke(standing: Standing) -> Stroke {
    match standing {
        Standing::Primary => Stroke::Plain,
        Standing::Subsidiary => Stroke::Dashed,
        Standing::ExOfficio => Stroke::Thick,
    }
}

/// A word as it stands in data.
fn word<T: Serialize>(word: &T) -> String {
    serde_json::to_string(word).unwrap_or_default()
}

/// An id that Mermaid and DOT both take: nothing in it is a word or a sign of theirs.
fn node(id: &str) -> String {
    let plain: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("n_{plain}")
}

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

/// What every drawing says of itself.
#[derive(Debug, Clone)]
struct About {
    words: Words,
    on: NaiveDate,
    since: Option<NaiveDate>,
    /// The day of the state of the law that is shown.
    state: NaiveDate,
    pack: String,
    hash: String,
    name: String,
    hypothetical: bool,
}

impl About {
    fn of(pack: &Pack, on: NaiveDate, language: Language) -> Result<Self, NotDrawn> {
        let state = pack
            .changes()
            .take_while(|change| *change <= on)
            .last()
            .ok_or_else(|| NotDrawn::OutsidePack { on, first: pack.first_state() })?;
        let words = Words(language);
        Ok(Self {
            words,
            on,
            since: None,
            state,
            pack: pack.id().to_owned(),
            hash: pack.hash().to_owned(),
            name: words.label(pack.labels()).to_owned(),
            hypothetical: pack.is_hypothetical(),
        })
    }

    fn day(&self) -> String {
        let mut day = format!("{} {}", self.words.say("Het recht op", "The law on"), self.words.date(self.on));
        if self.hypothetical {
            day.push_str(self.words.say(" (let op: geen geldend recht)", " (note: not law in force)"));
        }
        match self.since {
            Some(since) => {
                format!("{day}, {} {}", self.words.say("vergeleken met", "compared with"), self.words.date(since))
            }
            None => day,
        }
    }

    /// Where it comes from.
    fn source(&self) -> String {
        let words = self.words;
        format!(
            "{} {} ({}, {}); {} {}.",
            words.say("Wetspakket", "Law pack"),
            self.pack,
            self.name,
            self.hash.get(..12).unwrap_or(&self.hash),
            words.say("deze stand van het recht begint in het pakket op", "in the pack this state of the law begins on"),
            words.date(self.state)
        )
    }

    fn json(&self, kind: &str, what: &impl Serialize) -> String {
        canonical::to_json(&serde_json::json!({
            "format": "afweging/drawing/1",
            "hypothetical": self.hypothetical,
            "language": self.words.tag(),
            "on": self.on,
            "since": self.since,
            "state": self.state,
            "pack": { "id": self.pack, "hash": self.hash },
            "kind": kind,
            "drawing": what,
        }))
    }
}

fn missing(pack: &Pack, measure: &MeasureId, on: NaiveDate) -> NotDrawn {
    let there = pack.measures(on).map(|measure| measure.id.clone()).collect();
    NotDrawn::NoSuchMeasure { measure: measure.clone(), on, there }
}

/// What each kind of edge means, of those that are there.
fn standings(words: Words, has: impl Fn(Standing) -> bool) -> Vec<String> {
    let mut said = Vec::new();
    if has(Standing::Subsidiary) {
        said.push(words.say(
            "Onderbroken rand, subsidiair: alleen als wie het in de eerste plaats mag, het niet deed.",
            "Broken edge, subsidiary: only when who may in the first place did not.",
        ));
    }
    if has(Standing::ExOfficio) {
        said.push(words.say(
            "Gekleurd vlak, ambtshalve: zonder dat iemand erom vraagt.",
            "Shaded, ex officio: without anybody asking.",
        ));
    }
    if said.is_empty() { Vec::new() } else { vec![said.join(" ")] }
}

fn signs(words: Words, certainties: &BTreeSet<Certainty>) -> String {
    let signs: Vec<&str> = certainties.iter().map(|certainty| words.mark_means(*certainty)).collect();
    format!("{}: {}.", words.say("Artikelen", "Articles"), signs.join("; "))
}

fn in_words(title: &str, day: &str, parts: Vec<(String, Vec<String>)>, below: &[String]) -> String {
    let mut out = format!("{title}\n{day}\n");
    for (part, lines) in parts {
        if lines.is_empty() {
            continue;
        }
        let _ = write!(out, "\n{part}\n");
        for line in lines {
            let _ = writeln!(out, "  {line}");
        }
    }
    out.push('\n');
    for line in below {
        let _ = writeln!(out, "{line}");
    }
    out
}
