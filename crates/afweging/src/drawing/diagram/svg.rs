//! The diagram as a picture. What is heavier stands higher, and says on its underside on what.

use super::layers::{Layout, place};
use super::{Class, Diagram, Line};
use crate::drawing::letters::{Face, Px, count, half, part, px};
use crate::drawing::scene::{Align, Area, PAD, Scene, Text, footer};
use crate::drawing::words::{Words, capital};
use crate::step::Frame;

const MARGIN: Px = px(14);
/// The text of a box.
const TEXT: Px = px(196);
/// A reason.
const REASON: Px = px(104);
/// Room for the lines between two layers.
const BETWEEN: Px = px(64);

/// A box with the reasons on its underside.
struct Sized {
    class: &'static str,
    text: Text,
    /// The line that each belongs to, and its text.
    reasons: Vec<(usize, Text)>,
    w: Px,
    /// The box, and the reasons below it.
    h: Px,
    reason_h: Px,
}

impl Diagram {
    pub(in crate::drawing) fn svg(
        &self,
        words: Words,
        title: &str,
        above: &str,
        below: &[String],
        description: &str,
    ) -> String {
        let mut sized: Vec<Sized> =
            self.classes.iter().enumerate().map(|(at, class)| self.sized(at, class, words)).collect();
        let widths: Vec<Px> = sized.iter().map(|it| it.w).collect();
        let ends: Vec<(usize, usize)> = self.lines.iter().map(|line| (line.lighter, line.heavier)).collect();
        let layout = place(&widths, &ends);
        self.sort_reasons(&mut sized, &layout);
        let (left, width) = extent(&sized, &layout);
        let width = width.max(px(720)) + MARGIN * px(2);
        let inner = width - MARGIN * px(2);
        let x = |centre: Px| centre - left + MARGIN;

        let mut scene = Scene::new();
        let head = Text::wrapped(title, Face::TITLE, inner - PAD * px(2)).and(
            above,
            Face::PLAIN,
            inner - PAD * px(2),
        );
        let heading = Area { x: MARGIN, y: MARGIN, w: inner, h: head.height() + PAD };
        scene.label("los", heading, &head, Align::Left, "");
        let bands = bands(&sized, &layout, heading.bottom() + px(10));
        for (at, line) in self.lines.iter().enumerate() {
            self.line((at, line), &sized, &layout, &bands, &x, words, &mut scene);
        }
        for (at, it) in sized.iter().enumerate() {
            let Some((layer, centre)) = layout.boxes.get(at) else { continue };
            let Some((_, bottom)) = bands.get(*layer) else { continue };
            let top = *bottom - it.h - it.reason_h;
            let area = Area { x: x(*centre) - half(it.w), y: top, w: it.w, h: it.h };
            scene.label(it.class, area, &it.text, Align::Middle, "");
            for (slot, (line, text)) in it.reasons.iter().enumerate() {
                let area = slot_area(it, slot, x(*centre), *bottom);
                let hint = self.lines.get(*line).map_or_else(String::new, |line| self.hint(line, words));
                scene.label("reden", area, text, Align::Middle, &hint);
            }
        }
        let mut bottom = bands.first().map_or(heading.bottom(), |(_, bottom)| *bottom) + px(18);
        bottom = self.apart(bottom, inner, words, &mut scene);
        let bottom = footer(&mut scene, below, MARGIN, bottom, inner);
        scene.finish(width, bottom + MARGIN, words.tag(), title, description)
    }

    fn sized(&self, at: usize, class: &Class, words: Words) -> Sized {
        let mut text = Text::default();
        if let Some(placement) = &class.placement {
            text = text.and(&capital(placement), Face::STRONG, TEXT);
        }
        for name in &class.names {
            text = text.and(name, Face::PLAIN, TEXT);
        }
        let own: Vec<(usize, &Line)> =
            self.lines.iter().enumerate().filter(|(_, line)| line.heavier == at).collect();
        let w = (TEXT + PAD * px(2)).max(REASON * count(own.len()));
        let slot = part(w, own.len().max(1));
        let reasons: Vec<(usize, Text)> =
            own.into_iter().map(|(line, it)| (line, reason(it, slot, words))).collect();
        let h = text.height() + px(10);
        let reason_h = reasons.iter().map(|(_, text)| text.height() + px(6)).max().unwrap_or(px(0));
        Sized { class: frame(class.frame), text, reasons, w, h, reason_h }
    }

    /// Reasons from left to right in the order of the lines that come to them.
    fn sort_reasons(&self, sized: &mut [Sized], layout: &Layout) {
        for it in sized {
            it.reasons.sort_by_key(|(line, _)| (self.below(*line, layout), *line));
        }
    }

    /// Where a line comes from, just below its heavier end.
    fn below(&self, line: usize, layout: &Layout) -> Px {
        let way = layout.ways.get(line).and_then(|way| way.last().copied());
        let lighter = || layout.boxes.get(self.lines.get(line)?.lighter).map(|(_, centre)| *centre);
        way.or_else(lighter).unwrap_or(px(0))
    }

    /// Where a line goes, just above its lighter end.
    fn above(&self, line: usize, layout: &Layout) -> Px {
        let way = layout.ways.get(line).and_then(|way| way.first().copied());
        let heavier = || layout.boxes.get(self.lines.get(line)?.heavier).map(|(_, centre)| *centre);
        way.or_else(heavier).unwrap_or(px(0))
    }

    /// The place on the upper side of its lighter box where a line leaves it.
    fn leaves(&self, line: usize, sized: &[Sized], layout: &Layout) -> Option<Px> {
        let lighter = self.lines.get(line)?.lighter;
        let mut lines: Vec<usize> = (0..self.lines.len())
            .filter(|at| self.lines.get(*at).is_some_and(|it| it.lighter == lighter))
            .collect();
        lines.sort_by_key(|at| (self.above(*at, layout), *at));
        let slot = lines.iter().position(|at| *at == line)?;
        let (w, (_, centre)) = (sized.get(lighter)?.w, layout.boxes.get(lighter)?);
        let step = part(w, lines.len());
        Some(*centre - half(w) + half(step) + step * count(slot))
    }

    #[expect(clippy::too_many_arguments, reason = "what is known of the whole picture, once")]
    fn line(
        &self,
        (at, line): (usize, &Line),
        sized: &[Sized],
        layout: &Layout,
        bands: &[(Px, Px)],
        x: &impl Fn(Px) -> Px,
        words: Words,
        scene: &mut Scene,
    ) {
        let path = || {
            let (low, _) = layout.boxes.get(line.lighter)?;
            let (high, centre) = layout.boxes.get(line.heavier)?;
            let from = sized.get(line.lighter)?;
            let to = sized.get(line.heavier)?;
            let slot = to.reasons.iter().position(|(it, _)| *it == at)?;
            let start = x(self.leaves(at, sized, layout)?);
            let (low_top, low_bottom) = bands.get(*low)?;
            let box_top = *low_bottom - from.h - from.reason_h;
            // Straight up to the edge of the layer, then a bend in the room between two layers, through each way.
            let mut path = format!("M{start} {box_top}L{start} {low_top}");
            let mut last = (start, *low_top);
            for (way, layer) in layout.ways.get(at)?.iter().zip(low.saturating_add(1)..) {
                let (top, bottom) = bands.get(layer)?;
                bend(&mut path, last, (x(*way), *bottom));
                path.push_str(&format!("L{} {top}", x(*way)));
                last = (x(*way), *top);
            }
            let (_, bottom) = bands.get(*high)?;
            bend(&mut path, last, (slot_area(to, slot, x(*centre), *bottom).centre(), *bottom));
            Some(path)
        };
        if let Some(path) = path() {
            scene.path("lijn", &path, &self.hint(line, words));
        }
    }

    fn hint(&self, line: &Line, words: Words) -> String {
        format!(
            "{}: {} {}; {}",
            self.said(line.heavier, words),
            words.say("ingrijpender dan", "more intrusive than"),
            self.said(line.lighter, words),
            Diagram::reason(line, words)
        )
    }

    /// The steps in a procedure, side by side below the diagram.
    fn apart(&self, top: Px, inner: Px, words: Words, scene: &mut Scene) -> Px {
        if self.procedural.is_empty() {
            return top;
        }
        scene.line("grens", (MARGIN, top), (MARGIN + inner, top));
        let text = Text::wrapped(Diagram::apart_title(words), Face::HEAD, inner - PAD * px(2));
        let area = Area { x: MARGIN, y: top + px(6), w: inner, h: text.height() + px(4) };
        scene.label("los", area, &text, Align::Left, "");
        let texts: Vec<Text> =
            self.procedural.iter().map(|it| Text::wrapped(it, Face::PLAIN, TEXT)).collect();
        let w = TEXT + PAD * px(2);
        let h = texts.iter().map(Text::height).max().unwrap_or(px(0)) + px(8);
        let (mut x, mut y) = (MARGIN, area.bottom() + px(4));
        for text in &texts {
            if x > MARGIN && x + w > MARGIN + inner {
                (x, y) = (MARGIN, y + h + px(8));
            }
            scene.label("wet", Area { x, y, w, h }, text, Align::Middle, "");
            x += w + px(10);
        }
        y + h + px(14)
    }
}

/// Thin and shaded, thin, thick: how much a frame binds can be seen without colour.
fn frame(frame: Frame) -> &'static str {
    match frame {
        Frame::Voluntary => "vrijwillig",
        Frame::Pressure => "drang",
        Frame::Compulsory => "gedwongen",
    }
}

/// The reason of a line in short: `+ woonplek`.
fn reason(line: &Line, slot: Px, words: Words) -> Text {
    let on: Vec<&str> = line.on.iter().map(|it| words.dimension(*it)).collect();
    Text::wrapped(&format!("+ {}", on.join(", ")), Face::SMALL, slot - PAD)
}

/// A reason's place on the underside of its box.
fn slot_area(of: &Sized, slot: usize, centre: Px, bottom: Px) -> Area {
    let w = part(of.w, of.reasons.len().max(1));
    let x = centre - half(of.w) + w * count(slot);
    Area { x, y: bottom - of.reason_h, w, h: of.reason_h }
}

/// The top and the bottom of each layer, lowest layer first; all boxes of a layer stand on its bottom.
fn bands(sized: &[Sized], layout: &Layout, top: Px) -> Vec<(Px, Px)> {
    let mut bands = Vec::new();
    let mut y = top;
    for layer in (0..layout.layers).rev() {
        let own = sized.iter().zip(&layout.boxes).filter(|(_, (it, _))| *it == layer);
        let h = own.map(|(it, _)| it.h + it.reason_h).max().unwrap_or(px(0));
        bands.push((y, y + h));
        y += h + BETWEEN;
    }
    bands.reverse();
    bands
}

/// The left edge and the width of everything.
fn extent(sized: &[Sized], layout: &Layout) -> (Px, Px) {
    let boxes = sized.iter().zip(&layout.boxes).map(|(it, (_, centre))| (*centre, half(it.w)));
    let ways = layout.ways.iter().flatten().map(|centre| (*centre, px(4)));
    let spans: Vec<(Px, Px)> =
        boxes.chain(ways).map(|(centre, half)| (centre - half, centre + half + px(1))).collect();
    let left = spans.iter().map(|(left, _)| *left).min().unwrap_or(px(0));
    let right = spans.iter().map(|(_, right)| *right).max().unwrap_or(px(0));
    (left, right - left)
}

fn bend(path: &mut String, (x, y): (Px, Px), (to_x, to_y): (Px, Px)) {
    let middle = half(y + to_y);
    path.push_str(&format!("C{x} {middle} {to_x} {middle} {to_x} {to_y}"));
}
