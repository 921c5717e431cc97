//! A drawing as SVG: labels, lines and arrows on whole pixels, written in the order in which they are put.
//!
//! **Accessible**: a title, a description in full sentences, `role="img"`. **In the light, in the dark, on paper**: the
//! style is inside and follows the reader's scheme; lines and words say everything, colour repeats it. **Closed**: no
//! script, nothing loaded from elsewhere.

use std::fmt::Write as _;

use super::letters::{Face, Px, count, half, px};

/// Room between a label's edge and its text.
pub(super) const PAD: Px = px(6);

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: Px,
    pub(super) y: Px,
    pub(super) w: Px,
    pub(super) h: Px,
}

impl Area {
    pub(super) fn right(self) -> Px {
        self.x + self.w
    }

    pub(super) fn bottom(self) -> Px {
        self.y + self.h
    }

    pub(super) fn middle(self) -> Px {
        self.y + half(self.h)
    }

    pub(super) fn centre(self) -> Px {
        self.x + half(self.w)
    }
}

/// Lines of text, each in its own face.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    lines: Vec<(String, Face)>,
}

impl Text {
    /// Text wrapped to a width.
    pub(super) fn wrapped(said: &str, face: Face, most: Px) -> Self {
        Text::default().and(said, face, most)
    }

    /// With more text below, wrapped to a width.
    pub(super) fn and(mut self, said: &str, face: Face, most: Px) -> Self {
        self.lines.extend(face.wrap(said, most).into_iter().map(|line| (line, face)));
        self
    }

    pub(super) fn height(&self) -> Px {
        self.lines.iter().fold(px(0), |sum, (_, face)| sum + face.leading())
    }

    pub(super) fn width(&self) -> Px {
        self.lines.iter().map(|(line, face)| face.width(line)).max().unwrap_or(px(0))
    }
}

/// Where text stands in its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Middle,
}

/// A drawing that is being written.
#[derive(Debug)]
pub(super) struct Scene {
    out: String,
}

impl Scene {
    pub(super) fn new() -> Self {
        Scene { out: String::new() }
    }

    /// Text in a rectangle: the one thing that a reader reads, so the one thing that may never overlap another.
    pub(super) fn label(&mut self, class: &str, area: Area, text: &Text, align: Align, hint: &str) {
        let _ = write!(self.out, "<g class=\"label {class}\">");
        if !hint.is_empty() {
            let _ = write!(self.out, "<title>{}</title>", escape(hint));
        }
        let Area { x, y, w, h } = area;
        let _ = write!(self.out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"3\"/>");
        let (at, anchor) = match align {
            Align::Left => (x + PAD, "start"),
            Align::Middle => (area.centre(), "middle"),
        };
        let mut top = y + half(h - text.height());
        for (line, face) in &text.lines {
            let base = top + face.size;
            let weight = if face.bold { " font-weight=\"700\"" } else { "" };
            let _ = write!(
                self.out,
                "<text x=\"{at}\" y=\"{base}\" font-size=\"{}\"{weight} text-anchor=\"{anchor}\">{}</text>",
                face.size,
                escape(line)
            );
            top += face.leading();
        }
        self.out.push_str("</g>\n");
    }

    /// A label whose lines run upwards, side by side from the left.
    pub(super) fn upwards(&mut self, class: &str, area: Area, text: &Text) {
        let Area { x, y, w, h } = area;
        let _ = write!(
            self.out,
            "<g class=\"label {class}\"><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"3\"/>"
        );
        let base = area.bottom() - PAD;
        let mut left = x + half(w - text.height());
        for (line, face) in &text.lines {
            let at = left + face.size;
            let _ = write!(
                self.out,
                "<text x=\"{at}\" y=\"{base}\" font-size=\"{}\" transform=\"rotate(-90 {at} {base})\">{}</text>",
                face.size,
                escape(line)
            );
            left += face.leading();
        }
        self.out.push_str("</g>\n");
    }

    /// A plane behind labels.
    pub(super) fn plane(&mut self, class: &str, area: Area) {
        let Area { x, y, w, h } = area;
        let _ =
            writeln!(self.out, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>");
    }

    /// A line, by the path that it takes.
    pub(super) fn path(&mut self, class: &str, path: &str, hint: &str) {
        let _ = write!(self.out, "<path class=\"{class}\" d=\"{path}\"");
        if hint.is_empty() {
            self.out.push_str("/>\n");
        } else {
            let _ = writeln!(self.out, "><title>{}</title></path>", escape(hint));
        }
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &str, from: (Px, Px), to: (Px, Px)) {
        self.path(class, &format!("M{} {}L{} {}", from.0, from.1, to.0, to.1), "");
    }

    /// The head of an arrow that points right, with its point there.
    pub(super) fn head_right(&mut self, (x, y): (Px, Px)) {
        let (back, up, down) = (x - px(8), y - px(4), y + px(4));
        self.path("kop", &format!("M{x} {y}L{back} {up}L{back} {down}Z"), "");
    }

    /// The head of an arrow that points up, with its point there.
    pub(super) fn head_up(&mut self, (x, y): (Px, Px)) {
        let (back, left, right) = (y + px(8), x - px(4), x + px(4));
        self.path("kop", &format!("M{x} {y}L{left} {back}L{right} {back}Z"), "");
    }

    /// The whole drawing.
    pub(super) fn finish(self, width: Px, height: Px, lang: &str, title: &str, description: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" role=\"img\" aria-labelledby=\"titel uitleg\" lang=\"{lang}\" class=\"afweging\">\n\
             <title id=\"titel\">{}</title>\n<desc id=\"uitleg\">{}</desc>\n<style>\n{STYLE}</style>\n\
             <rect class=\"vel\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
            escape(title),
            escape(description),
            self.out
        )
    }
}

/// Lines of small text below a drawing, as wide as it is; gives the bottom.
pub(super) fn footer(scene: &mut Scene, lines: &[String], x: Px, y: Px, w: Px) -> Px {
    let mut top = y;
    for line in lines {
        let text = Text::wrapped(line, Face::SMALL, w - PAD * px(2));
        let h = text.height() + px(2);
        scene.label("los zacht", Area { x, y: top, w, h }, &text, Align::Left, "");
        top += h;
    }
    top + px(8) * count(lines.len().min(1))
}

/// Text as XML takes it. What steers a terminal or is no character of XML goes.
fn escape(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for letter in said.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Plain rules without variables, which printers and office programs understand too.
const STYLE: &str = "\
.afweging { font-family: Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; color-scheme: light dark; }
.afweging text { fill: #14181d; }
.afweging .vel { fill: #ffffff; }
.afweging .baan { fill: #f1f4f7; }
.afweging .label rect { fill: #ffffff; stroke: #2c3845; stroke-width: 1.2; }
.afweging .los rect { fill: none; stroke: none; }
.afweging .zacht text { fill: #414b56; }
.afweging .station rect { fill: #23415f; stroke: #23415f; }
.afweging .station text { fill: #ffffff; }
.afweging .besluit rect { stroke-width: 3; }
.afweging .subsidiair rect { stroke-dasharray: 5 3; }
.afweging .ambtshalve rect { fill: #e3eaf2; }
.afweging .wet rect { fill: none; stroke: #7d8a98; stroke-width: 1; stroke-dasharray: 1 3; }
.afweging .reden rect { fill: #ffffff; stroke: #7d8a98; stroke-width: 1; }
.afweging .vrijwillig rect { fill: #e3eaf2; stroke-width: 1; }
.afweging .gedwongen rect { stroke-width: 2.6; }
.afweging .erbij rect { stroke: #1d5c33; stroke-width: 3; }
.afweging .eraf rect { stroke: #9c1c1c; stroke-width: 2; stroke-dasharray: 2 3; }
.afweging .eraf text { text-decoration: line-through; }
.afweging .anders rect { stroke: #6f4a00; stroke-width: 3; }
.afweging .lijn, .afweging .rail, .afweging .stippel { fill: none; stroke: #2c3845; stroke-width: 1.4; }
.afweging .stippel { stroke-dasharray: 5 3; }
.afweging .kop { fill: #2c3845; }
.afweging .haar { fill: none; stroke: #b4bec9; stroke-width: 1; }
.afweging .grens { fill: none; stroke: #2c3845; stroke-width: 1.6; }
@media (prefers-color-scheme: dark) {
.afweging text { fill: #eef1f4; }
.afweging .vel { fill: #15191e; }
.afweging .baan { fill: #1d232a; }
.afweging .label rect { fill: #15191e; stroke: #aebccb; }
.afweging .los rect { fill: none; stroke: none; }
.afweging .zacht text { fill: #bcc5cf; }
.afweging .station rect { fill: #bcd3ea; stroke: #bcd3ea; }
.afweging .station text { fill: #10161d; }
.afweging .ambtshalve rect, .afweging .vrijwillig rect { fill: #2b3745; }
.afweging .wet rect { fill: none; stroke: #7d8a98; }
.afweging .reden rect { fill: #15191e; stroke: #7d8a98; }
.afweging .erbij rect { stroke: #8fd6a4; }
.afweging .eraf rect { stroke: #ffa8a0; }
.afweging .anders rect { stroke: #f0c674; }
.afweging .lijn, .afweging .rail, .afweging .stippel, .afweging .grens { stroke: #aebccb; }
.afweging .kop { fill: #aebccb; }
.afweging .haar { stroke: #46505b; }
}
@media print {
.afweging text, .afweging .zacht text { fill: #000000; }
.afweging .vel, .afweging .label rect, .afweging .reden rect { fill: #ffffff; }
.afweging .label rect, .afweging .reden rect { stroke: #000000; }
.afweging .los rect, .afweging .wet rect { fill: none; }
.afweging .los rect { stroke: none; }
.afweging .baan { fill: #f1f1f1; }
.afweging .ambtshalve rect, .afweging .vrijwillig rect { fill: #e4e4e4; }
.afweging .station rect { fill: #ffffff; stroke: #000000; stroke-width: 2; }
.afweging .station text { fill: #000000; }
.afweging .lijn, .afweging .rail, .afweging .stippel, .afweging .grens { stroke: #000000; }
.afweging .kop { fill: #000000; }
}
";
