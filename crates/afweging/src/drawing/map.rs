//! The authority map as a drawing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::NotDrawn;
use super::about::{About, in_words};
use super::course::{self, Course, Lane};
use super::graph::{Direction, Edge, Graph, Node, Shape, Stroke};
use super::local::Local;
use super::overview::{Does, Overview};
use super::words::{Words, capital};
use crate::actor::Actor;
use crate::authority::AuthorityMap;
use crate::code::Language;
use crate::id::MeasureId;
use crate::law::Certainty;
use crate::pack::{Pack, Standing};
use crate::region::Region;

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
    Course(Box<Course>),
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
        Ok(Self { about, what: Map::Course(Box::new(course)) })
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
            Some(measure) => {
                Map::Course(Box::new(course(measure).ok_or_else(|| missing(pack, measure, on))?))
            }
            None => {
                let measures: BTreeSet<&MeasureId> =
                    pack.measures(since).chain(pack.measures(on)).map(|measure| &measure.id).collect();
                Map::Changes(
                    measures.into_iter().filter_map(course).filter_map(Course::only_changes).collect(),
                )
            }
        };
        Ok(Self { about, what })
    }

    /// With a region's names for the bodies that are on it: its organisations and teams. The powers stay those of the law. For
    /// the region's names of measures, draw out of a pack that is [in the region](Pack::in_region). A second region stands
    /// beside the first: where the two differ, each name says whose it is.
    ///
    /// ```
    /// use afweging::{Language, MapDrawing, MeasureId, Pack, Region};
    /// let region = Region::named("foodvalley").ok_or("no such region")?;
    /// let pack = Pack::nl()?.in_region(&region)?;
    /// let on = "2026-01-01".parse()?;
    /// let help = MapDrawing::course(&pack, &MeasureId::new("M02")?, on, Language::Nl)?.named_in(&region);
    /// assert!(help.text().contains("Een regio verandert geen bevoegdheid"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn named_in(mut self, region: &Region) -> Self {
        let local = Local::of(region, self.about.words);
        self.about.region = Some(match self.about.region.take() {
            None => local,
            Some(first) => first.beside(local),
        });
        self
    }

    /// What it is about, in one line.
    pub fn title(&self) -> String {
        let words = self.about.words;
        match &self.what {
            Map::Course(course) => {
                format!("{}: {} {}", words.say("Wie mag wat", "Who may do what"), course.measure, course.name)
            }
            Map::Overview(_) => {
                words.say("Wie mag wat bij welke maatregel", "Who may do what to which measure").to_owned()
            }
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
            Map::Course(course) => {
                course.svg(words, self.about.region.as_ref(), &self.about.day(), &below, &text)
            }
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
            Map::Course(course) => (standings(words, |standing| course.has(standing)), course.certainties()),
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
            lines.push(format!(
                "{} {}.",
                words.say("Geen verschil met", "No difference from"),
                words.date(since)
            ));
        }
        lines.push(signs(words, &certainties));
        if let Some(region) = &self.about.region {
            lines.extend(region.below(&self.actors(), words));
        }
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

    /// Who is on it.
    fn actors(&self) -> Vec<Actor> {
        let of =
            |course: &Course| course.lanes.iter().flat_map(|lane| lane.actors.clone()).collect::<Vec<_>>();
        match &self.what {
            Map::Course(course) => of(course),
            Map::Overview(overview) => overview.actors.clone(),
            Map::Changes(courses) => courses.iter().flat_map(of).collect(),
        }
    }

    /// Actors and measures as nodes, what may be done as arrows.
    fn graph(&self) -> Graph {
        let words = self.about.words;
        let title = format!("{} ({})", self.title(), self.about.day());
        let mut graph = Graph {
            title,
            direction: Direction::LeftToRight,
            nodes: Vec::new(),
            edges: Vec::new(),
            apart: None,
        };
        match &self.what {
            Map::Course(course) => add(&mut graph, course, words),
            Map::Changes(courses) => courses.iter().for_each(|course| add(&mut graph, course, words)),
            Map::Overview(overview) => {
                for actor in &overview.actors {
                    let name = vec![capital(&words.of(&actor.label()))];
                    graph.nodes.push(Node { id: node(&word(actor)), label: name, shape: Shape::Round });
                }
                for row in &overview.rows {
                    let id = node(row.measure.as_str());
                    let label = vec![format!("{} {}", row.measure, row.name)];
                    graph.nodes.push(Node { id: id.clone(), label, shape: Shape::Box });
                    for (actor, marks) in &row.cells {
                        let does: Vec<String> = marks.iter().map(|mark| mark.does.name(words)).collect();
                        let standing = marks.iter().map(|mark| mark.standing).min();
                        let decides = marks.iter().any(|mark| mark.does == Does::Decide);
                        graph.edges.push(Edge {
                            from: node(&word(actor)),
                            to: id.clone(),
                            label: vec![does.join(", ")],
                            stroke: match standing {
                                Some(Standing::Subsidiary) => Stroke::Dashed,
                                _ if decides => Stroke::Thick,
                                _ => Stroke::Plain,
                            },
                        });
                    }
                }
            }
        }
        if let Some(region) = &self.about.region {
            for actor in self.actors() {
                let id = node(&word(&actor));
                for node in graph.nodes.iter_mut().filter(|node| node.id == id) {
                    let here = region.names(actor).iter().filter(|name| !node.label.contains(name));
                    let here: Vec<String> = here.cloned().collect();
                    node.label.extend(here);
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
    graph.nodes.push(Node { id: id.clone(), label, shape: Shape::Box });
    for Lane { actors, entries } in &course.lanes {
        for actor in actors {
            let from = node(&word(actor));
            if !graph.nodes.iter().any(|node| node.id == from) {
                let label = vec![capital(&words.of(&actor.label()))];
                graph.nodes.push(Node { id: from.clone(), label, shape: Shape::Round });
            }
            for entry in entries {
                let mut label = vec![entry.heading(words), entry.articles(words)];
                label.extend(entry.notes.iter().cloned());
                graph.edges.push(Edge {
                    from: from.clone(),
                    to: id.clone(),
                    label,
                    stroke: stroke(entry.standing),
                });
            }
        }
    }
    for (at, note) in course.notes.iter().enumerate() {
        let own = format!("{id}_{}", at.saturating_add(1));
        let label = vec![capital(&note.said), words.marked_article(&note.article)];
        graph.nodes.push(Node { id: own.clone(), label, shape: Shape::Box });
        let label = vec![note.phase.name(words).to_lowercase()];
        graph.edges.push(Edge { from: id.clone(), to: own, label, stroke: Stroke::Dashed });
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
