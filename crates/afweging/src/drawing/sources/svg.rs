//! The tree as a picture: rows from top to bottom, each to the right of what it stands below.
//!
//! No line can cross a row: each runs down beside the rows that stand below its own, and turns right to them.

use super::rows::Row;
use super::{Side, SourcesDrawing};
use crate::drawing::letters::{Face, Px, count, px};
use crate::drawing::scene::{Align, Area, PAD, Scene, Text, footer};

const MARGIN: Px = px(14);
/// From one depth to the next.
const INDENT: Px = px(30);
/// A row.
const ROW: Px = px(520);
const GAP: Px = px(7);
/// From the left of a row to the line that runs down from it.
const RAIL: Px = px(13);

pub(super) fn picture(drawing: &SourcesDrawing) -> String {
    let words = drawing.words;
    let rows = drawing.sides.iter().flat_map(|side| &side.rows);
    let deepest = rows.map(|row| row.depth).max().unwrap_or(0);
    let inner = ROW + INDENT * count(deepest.saturating_add(1));
    let width = inner + MARGIN * px(2);
    let mut scene = Scene::new();
    let title = drawing.title();
    let head = Text::wrapped(&title, Face::TITLE, inner - PAD * px(2)).and(
        &drawing.summary(),
        Face::PLAIN,
        inner - PAD * px(2),
    );
    let heading = Area { x: MARGIN, y: MARGIN, w: inner, h: head.height() + PAD };
    scene.label("los", heading, &head, Align::Left, "");
    let mut top = heading.bottom() + PAD;
    for side in &drawing.sides {
        top = of_side(side, top, inner, &mut scene);
    }
    let below = [drawing.rule(), drawing.legend(), drawing.of_dossier()];
    let bottom = footer(&mut scene, &below, MARGIN, top + px(4), inner);
    let description = format!(
        "{} {}",
        drawing.summary(),
        words.say(
            "Elke regel van de boom staat ook in de vorm in woorden.",
            "Every row of the tree stands in the form in words as well.",
        )
    );
    scene.finish(width, bottom + MARGIN, words.tag(), &title, &description)
}

fn of_side(side: &Side, top: Px, inner: Px, scene: &mut Scene) -> Px {
    let text = Text::wrapped(&side.title, Face::HEAD, inner - PAD * px(2));
    let station = Area { x: MARGIN, y: top, w: inner, h: text.height() + PAD };
    scene.label("station", station, &text, Align::Left, "");
    // Where the line down from the row of each depth begins; the first is that of the heading.
    let mut rails: Vec<Px> = vec![station.bottom()];
    let mut y = station.bottom() + GAP;
    for row in &side.rows {
        let text = text_of(row);
        let x = left(row.depth);
        let area = Area { x, y, w: ROW, h: text.height() + px(8) };
        rails.truncate(row.depth.saturating_add(1));
        let from = rails.last().copied().unwrap_or(station.bottom());
        let rail = x - INDENT + RAIL;
        scene.path("lijn", &format!("M{rail} {from}L{rail} {}L{x} {}", area.middle(), area.middle()), "");
        // The next one at this depth goes on from here: no line is drawn twice.
        if let Some(last) = rails.last_mut() {
            *last = area.middle();
        }
        rails.push(area.bottom());
        scene.label(row.class, area, &text, Align::Left, &row.line());
        y = area.bottom() + GAP;
    }
    y + GAP
}

fn left(depth: usize) -> Px {
    MARGIN + INDENT * count(depth.saturating_add(1))
}

fn text_of(row: &Row) -> Text {
    let most = ROW - PAD * px(2);
    let mut text = Text::wrapped(&row.head, Face::STRONG, most);
    if !row.place.is_empty() {
        text = text.and(&row.place, Face::SMALL, most);
    }
    if !row.ends.is_empty() {
        text = text.and(&row.ends, Face::PLAIN, most);
    }
    text
}
