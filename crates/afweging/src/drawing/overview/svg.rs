//! The table as a picture.

use super::{Mark, Overview, Row};
use crate::actor::Actor;
use crate::drawing::letters::{Face, Px, count, px};
use crate::drawing::overview::Does;
use crate::drawing::scene::{Align, Area, PAD, Scene, Text, footer};
use crate::drawing::side::Side;
use crate::drawing::words::{Words, capital};
use crate::pack::Standing;

const MARGIN: Px = px(14);
/// The names of the measures.
const NAMES: Px = px(268);
/// A cell.
const CELL: Px = px(46);
/// The longest line of an actor's name, which runs upwards.
const UPWARDS: Px = px(168);
const CHIP: Px = px(17);

impl Overview {
    pub(in crate::drawing) fn svg(
        &self,
        words: Words,
        title: &str,
        above: &str,
        below: &[String],
        description: &str,
    ) -> String {
        let cells = CELL * count(self.actors.len());
        let width = MARGIN * px(2) + NAMES + cells.max(px(500));
        let inner = width - MARGIN * px(2);
        let mut scene = Scene::new();
        let head = Text::wrapped(title, Face::TITLE, inner - PAD * px(2))
            .and(above, Face::PLAIN, inner - PAD * px(2))
            .and(&self.letters(words), Face::PLAIN, inner - PAD * px(2));
        let heading = Area { x: MARGIN, y: MARGIN, w: inner, h: head.height() + PAD };
        scene.label("los", heading, &head, Align::Left, "");
        let mut top = self.actors(heading.bottom() + PAD, words, &mut scene);
        let mut group = None;
        for (at, row) in self.rows.iter().enumerate() {
            if group != Some(row.group) {
                group = Some(row.group);
                scene.line("grens", (MARGIN, top), (MARGIN + inner, top));
                let text = Text::wrapped(row.group.name(words), Face::HEAD, NAMES - PAD * px(2));
                let area = Area { x: MARGIN, y: top + px(4), w: NAMES, h: text.height() + px(4) };
                scene.label("los", area, &text, Align::Left, "");
                top = area.bottom();
            }
            top = self.row(row, at, (top, inner), words, &mut scene);
        }
        scene.line("grens", (MARGIN, top), (MARGIN + inner, top));
        let bottom = footer(&mut scene, below, MARGIN, top + px(8), inner);
        scene.finish(width, bottom + MARGIN, words.tag(), title, description)
    }

    /// The actors along the top, their names upwards; gives the bottom.
    fn actors(&self, top: Px, words: Words, scene: &mut Scene) -> Px {
        let names: Vec<Text> = self
            .actors
            .iter()
            .map(|actor| Text::wrapped(&capital(&words.bare(*actor)), Face::PLAIN, UPWARDS))
            .collect();
        let h = names.iter().map(Text::width).max().unwrap_or(px(0)) + PAD * px(2);
        for (column, text) in names.iter().enumerate() {
            let area = Area { x: left(column), y: top, w: CELL, h };
            scene.upwards("los", area, text);
        }
        top + h
    }

    /// Whether a column is the first of those on its side.
    fn begins_a_side(&self, column: usize) -> bool {
        let side = |column: usize| self.actors.get(column).map(|actor| Side::of(*actor));
        column.checked_sub(1).is_none_or(|before| side(before) != side(column))
    }

    fn row(&self, row: &Row, at: usize, (top, inner): (Px, Px), words: Words, scene: &mut Scene) -> Px {
        let text = Text::wrapped(&format!("{} {}", row.measure, row.name), Face::PLAIN, NAMES - PAD * px(2));
        let flows: Vec<(usize, &Actor, Vec<Chip<'_>>)> = row
            .cells
            .iter()
            .filter_map(|(actor, marks)| {
                let column = self.actors.iter().position(|it| it == actor)?;
                Some((column, actor, flow(marks, words)))
            })
            .collect();
        let tallest = flows
            .iter()
            .flat_map(|(_, _, chips)| chips.iter().map(|chip| chip.y + CHIP))
            .max()
            .unwrap_or(px(0));
        let h = (tallest + px(8)).max(text.height() + px(6));
        if at.is_multiple_of(2) {
            scene.plane("baan", Area { x: MARGIN, y: top, w: inner, h });
        }
        scene.label("los", Area { x: MARGIN, y: top, w: NAMES, h }, &text, Align::Left, "");
        for column in 0..self.actors.len() {
            let edge = if self.begins_a_side(column) { "grens" } else { "haar" };
            scene.line(edge, (left(column), top), (left(column), top + h));
        }
        for (column, actor, chips) in flows {
            for Chip { x, y, w, mark } in chips {
                let area = Area { x: left(column) + px(3) + x, y: top + px(4) + y, w, h: CHIP };
                let sign = Text::wrapped(&mark.sign(words), face(mark.does), w);
                let hint = format!(
                    "{} {}: {}, {}{}",
                    row.measure,
                    row.name,
                    words.of(&actor.label()),
                    mark.does.name(words),
                    mark.said(words)
                );
                scene.label(class(mark), area, &sign, Align::Middle, &hint);
            }
        }
        top + h
    }
}

fn left(column: usize) -> Px {
    MARGIN + NAMES + CELL * count(column)
}

/// A mark in its cell, from the cell's upper left corner.
struct Chip<'m> {
    x: Px,
    y: Px,
    w: Px,
    mark: &'m Mark,
}

/// The marks of a cell side by side, on a new line where the cell is full.
fn flow(marks: &[Mark], words: Words) -> Vec<Chip<'_>> {
    let (mut x, mut y) = (px(0), px(0));
    let mut placed = Vec::new();
    for mark in marks {
        let w = (face(mark.does).width(&mark.sign(words)) + px(4)).max(CHIP);
        if x > px(0) && x + w > CELL - px(4) {
            (x, y) = (px(0), y + CHIP + px(2));
        }
        placed.push(Chip { x, y, w, mark });
        x += w + px(2);
    }
    placed
}

/// The three that make the course stand out.
fn face(does: Does) -> Face {
    match does {
        Does::Request | Does::Decide | Does::Execute => Face::STRONG,
        _ => Face::SMALL,
    }
}

fn class(mark: &Mark) -> &'static str {
    match (mark.does, mark.standing) {
        (Does::Decide, Standing::Primary) => "station",
        (Does::Decide, Standing::ExOfficio) => "ambtshalve besluit",
        (Does::Request | Does::Execute, Standing::Primary) => "",
        (_, Standing::Subsidiary) => "subsidiair",
        (_, Standing::ExOfficio) => "ambtshalve",
        (_, Standing::Primary) => "los",
    }
}
