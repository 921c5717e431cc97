//! The course as a picture: actors are lanes, parts are columns, each entry is an arrow to its part.
//!
//! No line can cross another: an entry's arrow runs within its lane to the rail of its part, and the rail runs up to it.

use super::{Course, Entry, Lane, Phase};
use crate::actor::Act;
use crate::drawing::course::Change;
use crate::drawing::letters::{Face, Px, count, px};
use crate::drawing::local::Local;
use crate::drawing::scene::{Align, Area, PAD, Scene, Text, footer};
use crate::drawing::words::{Words, capital};
use crate::pack::Standing;

const MARGIN: Px = px(14);
/// The names of the lanes.
const NAMES: Px = px(196);
/// From one column to the next.
const COLUMN: Px = px(226);
/// What stands above a column.
const STATION: Px = px(204);
/// An entry.
const ENTRY: Px = px(180);
/// From the left of a column to its rail.
const RAIL: Px = px(194);
const GAP: Px = px(6);

impl Course {
    /// The picture, with the lines that stand above and below it.
    pub(in crate::drawing) fn svg(
        &self,
        words: Words,
        region: Option<&Local>,
        above: &str,
        below: &[String],
        description: &str,
    ) -> String {
        let phases = self.phases();
        let width = MARGIN * px(2) + NAMES + GAP + COLUMN * count(phases.len().max(3));
        let inner = width - MARGIN * px(2);
        let mut scene = Scene::new();
        let title = format!("{} {}", self.measure, self.name);
        let law = format!("{}. {}. {above}", words.marked_article(&self.article), self.about);
        let head = Text::wrapped(&title, Face::TITLE, inner - PAD * px(2)).and(
            &law,
            Face::PLAIN,
            inner - PAD * px(2),
        );
        let heading = Area { x: MARGIN, y: MARGIN, w: inner, h: head.height() + PAD };
        scene.label("los", heading, &head, Align::Left, "");
        let stations = self.stations(&phases, heading.bottom() + PAD, words, &mut scene);
        let mut top = stations + px(16);
        let mut rails: Vec<Px> = vec![stations; phases.len()];
        for (row, lane) in self.lanes.iter().enumerate() {
            let name = name_of(lane, region, words);
            top = lane_of(lane, name, &phases, (row, top, inner), words, &mut rails, &mut scene);
        }
        top = self.law(&phases, (top, inner), words, &mut scene);
        for (column, bottom) in rails.iter().enumerate() {
            if *bottom > stations {
                let x = left(column) + RAIL;
                scene.line("rail", (x, *bottom), (x, stations + px(6)));
                scene.head_up((x, stations));
            }
        }
        let bottom = footer(&mut scene, below, MARGIN, top + px(8), inner);
        scene.finish(width, bottom + MARGIN, words.tag(), &title, description)
    }

    /// The parts, each with an arrow to the next; gives their bottom.
    fn stations(&self, phases: &[Phase], top: Px, words: Words, scene: &mut Scene) -> Px {
        let texts: Vec<Text> = phases
            .iter()
            .map(|phase| {
                let text = Text::wrapped(phase.name(words), Face::HEAD, STATION - PAD * px(2));
                match phase {
                    Phase::Decide => text.and(&self.form, Face::SMALL, STATION - PAD * px(2)),
                    _ => text,
                }
            })
            .collect();
        let h = texts.iter().map(Text::height).max().unwrap_or(px(0)) + PAD * px(2);
        for (column, text) in texts.iter().enumerate() {
            let area = Area { x: left(column), y: top, w: STATION, h };
            scene.label("station", area, text, Align::Middle, "");
            if column.saturating_add(1) < texts.len() {
                let end = left(column) + COLUMN;
                scene.line("lijn", (area.right(), area.middle()), (end - px(6), area.middle()));
                scene.head_right((end, area.middle()));
            }
        }
        top + h
    }

    /// What the law says besides: terms, what must be there first.
    fn law(&self, phases: &[Phase], (top, inner): (Px, Px), words: Words, scene: &mut Scene) -> Px {
        if self.notes.is_empty() {
            return top;
        }
        scene.line("grens", (MARGIN, top), (MARGIN + inner, top));
        let mut bottom = top;
        let name = Text::wrapped(
            words.say("Termijnen en wat er verder moet zijn", "Terms, and what else must be there"),
            Face::STRONG,
            NAMES - PAD * px(2),
        );
        let area = Area { x: MARGIN, y: top + GAP, w: NAMES, h: name.height() + PAD };
        scene.label("los", area, &name, Align::Left, "");
        bottom = bottom.max(area.bottom());
        for (column, phase) in phases.iter().enumerate() {
            let mut y = top + GAP;
            for note in self.notes.iter().filter(|note| note.phase == *phase) {
                let text = Text::wrapped(&capital(&note.said), Face::SMALL, STATION - PAD * px(2)).and(
                    &words.marked_article(&note.article),
                    Face::SMALL,
                    STATION - PAD * px(2),
                );
                let area = Area { x: left(column), y, w: STATION, h: text.height() + px(8) };
                scene.label("wet", area, &text, Align::Left, "");
                y = area.bottom() + GAP;
            }
            bottom = bottom.max(y);
        }
        bottom
    }
}

/// Changes of several measures, one below the other: what came, went or reads otherwise.
pub(in crate::drawing) fn changes(
    courses: &[Course],
    words: Words,
    title: &str,
    above: &str,
    below: &[String],
    description: &str,
) -> String {
    const WIDTH: Px = px(900);
    let inner = WIDTH - MARGIN * px(2);
    let mut scene = Scene::new();
    let head =
        Text::wrapped(title, Face::TITLE, inner - PAD * px(2)).and(above, Face::PLAIN, inner - PAD * px(2));
    let heading = Area { x: MARGIN, y: MARGIN, w: inner, h: head.height() + PAD };
    scene.label("los", heading, &head, Align::Left, "");
    let mut top = heading.bottom() + PAD;
    for course in courses {
        let name = format!("{} {}", course.measure, course.name);
        let text = Text::wrapped(&name, Face::HEAD, inner - PAD * px(2));
        let area = Area { x: MARGIN, y: top, w: inner, h: text.height() + PAD };
        scene.label("station", area, &text, Align::Left, "");
        top = area.bottom() + GAP;
        for lane in &course.lanes {
            let who = capital(&lane.name(words));
            for entry in &lane.entries {
                let text =
                    Text::wrapped(&format!("{who}: {}", entry.said(words)), Face::PLAIN, inner - PAD * px(2));
                let area = Area { x: MARGIN, y: top, w: inner, h: text.height() + px(8) };
                scene.label(&class(entry), area, &text, Align::Left, "");
                top = area.bottom() + GAP;
            }
        }
        top += GAP;
    }
    let bottom = footer(&mut scene, below, MARGIN, top + px(8), inner);
    scene.finish(WIDTH, bottom + MARGIN, words.tag(), title, description)
}

/// Where a column begins.
fn left(column: usize) -> Px {
    MARGIN + NAMES + GAP + COLUMN * count(column)
}

/// One lane; gives its bottom, and carries each rail down to the last entry that has an arrow to it.
fn lane_of(
    lane: &Lane,
    name: Text,
    phases: &[Phase],
    (row, top, inner): (usize, Px, Px),
    words: Words,
    rails: &mut [Px],
    scene: &mut Scene,
) -> Px {
    let columns: Vec<Vec<(&Entry, Text)>> = phases
        .iter()
        .map(|phase| {
            let entries = lane.entries.iter().filter(|entry| entry.phase == *phase);
            entries.map(|entry| (entry, text_of(entry, words))).collect()
        })
        .collect();
    let height = |entries: &Vec<(&Entry, Text)>| {
        entries.iter().fold(px(0), |sum, (_, text)| sum + text.height() + px(8) + GAP)
    };
    let tallest = columns.iter().map(height).max().unwrap_or(px(0));
    let h = tallest.max(name.height() + PAD) + GAP * px(2) - GAP.min(tallest);
    let band = Area { x: MARGIN, y: top, w: inner, h };
    if row.is_multiple_of(2) {
        scene.plane("baan", band);
    }
    let area = Area { x: MARGIN, y: top, w: NAMES, h };
    scene.label("los", area, &name, Align::Left, "");
    for ((column, entries), rail) in columns.iter().enumerate().zip(rails.iter_mut()) {
        let mut y = top + GAP;
        for (entry, text) in entries {
            let area = Area { x: left(column), y, w: ENTRY, h: text.height() + px(8) };
            let hint = format!("{}: {}", capital(&lane.name(words)), entry.said(words));
            scene.label(&class(entry), area, text, Align::Left, &hint);
            let end = left(column) + RAIL;
            let line = if entry.standing == Standing::Subsidiary { "stippel" } else { "lijn" };
            scene.line(line, (area.right(), area.middle()), (end - px(6), area.middle()));
            scene.head_right((end, area.middle()));
            *rail = area.middle();
            y = area.bottom() + GAP;
        }
    }
    band.bottom()
}

/// Who the lane is of. Many together stand smaller, or the lane would be all name.
fn name_of(lane: &Lane, region: Option<&Local>, words: Words) -> Text {
    const FEW: usize = 4;
    let most = NAMES - PAD * px(2);
    let mut text = if lane.actors.len() <= FEW {
        Text::wrapped(&capital(&lane.name(words)), Face::STRONG, most)
    } else {
        let names: Vec<String> = lane.actors.iter().map(|actor| words.bare(*actor)).collect();
        return Text::wrapped(&capital(&words.list(&names)), Face::SMALL, most);
    };
    // What the region calls them, where it is another name than the law's.
    let mut here: Vec<&String> = Vec::new();
    for name in lane.actors.iter().filter_map(|actor| Some(region?.names(*actor))).flatten() {
        if !here.contains(&name) {
            here.push(name);
        }
    }
    for name in here {
        text = text.and(&capital(name), Face::SMALL, most);
    }
    text
}

fn text_of(entry: &Entry, words: Words) -> Text {
    let most = ENTRY - PAD * px(2);
    let mut text = Text::wrapped(&capital(&entry.heading(words)), Face::STRONG, most).and(
        &entry.articles(words),
        Face::SMALL,
        most,
    );
    for note in &entry.notes {
        text = text.and(&capital(note), Face::SMALL, most);
    }
    text
}

/// How an entry looks: its standing, and what changed of it.
fn class(entry: &Entry) -> String {
    let mut class = Vec::new();
    if entry.act == Act::Decide && entry.phase == Phase::Decide {
        class.push("besluit");
    }
    match entry.standing {
        Standing::Primary => {}
        Standing::Subsidiary => class.push("subsidiair"),
        Standing::ExOfficio => class.push("ambtshalve"),
    }
    match entry.change {
        None => {}
        Some(Change::Added) => class.push("erbij"),
        Some(Change::Removed) => class.push("eraf"),
        Some(Change::Changed) => class.push("anders"),
    }
    class.join(" ")
}
