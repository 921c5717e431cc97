//! A picture read back out of its SVG: labels with their text, lines as points.

use roxmltree::{Document, Node};

use crate::dejavu::WIDTHS;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn contains(&self, other: &Area) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

#[derive(Debug)]
pub struct Label {
    pub area: Area,
    /// Each line with the room that it takes in the widest face.
    pub lines: Vec<(String, Area)>,
}

#[derive(Debug)]
pub struct Picture {
    pub sheet: Area,
    pub labels: Vec<Label>,
    /// The pieces of lines and arrow heads, each with the room that it takes: a straight one whole, a bend in many.
    pub lines: Vec<Area>,
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name)
        .unwrap_or_else(|| panic!("{name}"))
        .parse::<i32>()
        .unwrap_or_else(|_| panic!("{name} is a whole number"))
        .into()
}

pub fn read(svg: &str) -> Picture {
    let document = Document::parse(svg).expect("well-formed XML");
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "svg");
    let sheet = Area { left: 0.0, top: 0.0, right: number(root, "width"), bottom: number(root, "height") };
    assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 {} {}", sheet.right, sheet.bottom));
    let labels = root.children().filter(|node| node.has_tag_name("g")).map(label).collect();
    let lines = root
        .descendants()
        .filter(|node| node.has_tag_name("path"))
        .flat_map(|node| pieces(&points(node.attribute("d").unwrap())))
        .collect();
    // Text outside a label would be text that no test looks at.
    for text in root.descendants().filter(|node| node.has_tag_name("text")) {
        assert!(text.parent().unwrap().attribute("class").unwrap().starts_with("label"));
    }
    Picture { sheet, labels, lines }
}

fn label(node: Node<'_, '_>) -> Label {
    let rects: Vec<_> = node.children().filter(|it| it.has_tag_name("rect")).collect();
    assert_eq!(rects.len(), 1);
    let (left, top) = (number(rects[0], "x"), number(rects[0], "y"));
    let area =
        Area { left, top, right: left + number(rects[0], "width"), bottom: top + number(rects[0], "height") };
    let lines = node.children().filter(|it| it.has_tag_name("text")).map(line).collect();
    Label { area, lines }
}

/// The room of a line: its measured width, and its height from the top of the capitals to below the baseline.
fn line(node: Node<'_, '_>) -> (String, Area) {
    let said = node.text().unwrap_or_default().to_owned();
    assert!(!said.trim().is_empty(), "an empty line");
    let size = number(node, "font-size");
    let bold = node.attribute("font-weight") == Some("700");
    let width = size * thousandths(&said, bold) / 1000.0;
    let (x, y) = (number(node, "x"), number(node, "y"));
    let (above, below) = (size * 0.80, size * 0.24);
    let area = if let Some(turned) = node.attribute("transform") {
        assert_eq!(turned, format!("rotate(-90 {x} {y})"));
        Area { left: x - above, top: y - width, right: x + below, bottom: y }
    } else {
        let left = match node.attribute("text-anchor") {
            Some("start") => x,
            Some("middle") => x - width / 2.0,
            other => panic!("{other:?}"),
        };
        Area { left, top: y - above, right: left + width, bottom: y + below }
    };
    (said, area)
}

fn thousandths(said: &str, bold: bool) -> f64 {
    said.chars()
        .map(|letter| {
            let letter = if letter == '\u{a0}' { ' ' } else { letter };
            let found = WIDTHS.iter().find(|(it, _, _)| *it == letter);
            let (_, plain, strong) = found.unwrap_or_else(|| panic!("`{letter}` was never measured"));
            f64::from(if bold { *strong } else { *plain })
        })
        .sum()
}

/// Points along a path of `M`, `L`, `C` and `Z` with absolute places.
fn points(path: &str) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    let mut at = 0;
    while at < path.len() {
        let command = &path[at..=at];
        let end = path[at + 1..].find(['M', 'L', 'C', 'Z']).map_or(path.len(), |next| at + 1 + next);
        let numbers: Vec<f64> =
            path[at + 1..end].split_whitespace().map(|it| f64::from(it.parse::<i32>().unwrap())).collect();
        match (command, numbers.as_slice()) {
            ("M", [x, y]) => points.push((*x, *y)),
            ("L", [x, y]) => {
                let from = *points.last().expect("a beginning");
                let steps = if from.0 == *x || from.1 == *y { 1 } else { 20 };
                along(&mut points, steps, |t| mix(from, (*x, *y), t));
            }
            ("C", [a, b, c, d, x, y]) => {
                let from = *points.last().expect("a beginning");
                along(&mut points, 40, |t| {
                    let (p, q, r) =
                        (mix(from, (*a, *b), t), mix((*a, *b), (*c, *d), t), mix((*c, *d), (*x, *y), t));
                    mix(mix(p, q, t), mix(q, r, t), t)
                });
            }
            ("Z", []) => {}
            other => panic!("{other:?} in {path}"),
        }
        at = end;
    }
    points
}

fn along(points: &mut Vec<(f64, f64)>, steps: u32, place: impl Fn(f64) -> (f64, f64)) {
    points.extend((1..=steps).map(|step| place(f64::from(step) / f64::from(steps))));
}

/// The room between each point and the next. An upright or level piece has no width, so it gets a hair.
fn pieces(points: &[(f64, f64)]) -> Vec<Area> {
    points
        .windows(2)
        .map(|ends| Area {
            left: ends[0].0.min(ends[1].0) - 0.1,
            top: ends[0].1.min(ends[1].1) - 0.1,
            right: ends[0].0.max(ends[1].0) + 0.1,
            bottom: ends[0].1.max(ends[1].1) + 0.1,
        })
        .collect()
}

fn mix(a: (f64, f64), b: (f64, f64), t: f64) -> (f64, f64) {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}
