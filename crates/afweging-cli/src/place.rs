//! Where in a JSON text something stands: line and column, out of a path such as `entries[12].event.origin`.
//!
//! The text was read, or its fault found, by the library; this only looks again for the place, and gives the nearest
//! one that it finds.

/// A place in a text, both counted from 1; a column is a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The widest excerpt, in characters.
const WIDEST: usize = 96;

/// Takes ` at line 3 column 14` off the end of a reason.
pub(crate) fn said_in(reason: &str) -> (&str, Option<Place>) {
    let parsed = reason.rsplit_once(" at line ").and_then(|(before, place)| {
        let (line, column) = place.split_once(" column ")?;
        let (line, column) = (line.parse::<usize>().ok()?, column.parse::<usize>().ok()?);
        Some((before, Place { line, column: column.max(1) }))
    });
    match parsed {
        // Line 0 is how the parser says that it does not know.
        Some((before, place)) if place.line > 0 => (before, Some(place)),
        Some((before, _)) => (before, None),
        None => (reason, None),
    }
}

/// The place that a path names, or the nearest one around it.
pub(crate) fn of(text: &str, path: &str) -> Option<Place> {
    let steps = steps(path)?;
    let mut at = Walker { bytes: text.as_bytes(), at: 0 };
    at.space();
    for step in &steps {
        let here = at.at;
        if !at.enter(step) {
            at.at = here;
            // The kind of an event is no part of a path: look one level deeper.
            let deeper = match step {
                Step::Field(_) => at.enter_only_field() && at.enter(step),
                Step::Item(_) => false,
            };
            if !deeper {
                at.at = here;
                break;
            }
        }
    }
    let before = text.get(..at.at)?;
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    Some(Place { line, column })
}

/// The line of a place with a caret below the column; a long line is shown in part.
pub(crate) fn excerpt(text: &str, place: Place) -> Option<String> {
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let letters: Vec<char> = line.chars().collect();
    let column = place.column.saturating_sub(1).min(letters.len());
    let from = if letters.len() <= WIDEST { 0 } else { column.saturating_sub(WIDEST / 2) };
    let shown: String = letters
        .iter()
        .skip(from)
        .take(WIDEST)
        .map(|letter| if letter.is_control() { ' ' } else { *letter })
        .collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, from.saturating_add(WIDEST) < letters.len());
    let after = if after { "…" } else { "" };
    let number = place.line.to_string();
    let gutter = " ".repeat(number.len());
    let indent = column.saturating_sub(from).saturating_add(before.chars().count());
    Some(format!("  {number} | {before}{shown}{after}\n  {gutter} | {}^", " ".repeat(indent)))
}

#[derive(Debug, PartialEq, Eq)]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

/// The steps of a path; nothing for one that is no path.
fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (field, items) = part.split_once('[').map_or((part, None), |(field, rest)| (field, Some(rest)));
        if field.contains(' ') || field.contains('(') {
            return None;
        }
        if !field.is_empty() {
            steps.push(Step::Field(field));
        }
        for item in items.into_iter().flat_map(|items| items.split('[')) {
            steps.push(Step::Item(item.strip_suffix(']')?.parse().ok()?));
        }
    }
    Some(steps)
}

/// Walks over JSON that was read before. It never reads past the end and always goes forward.
struct Walker<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Walker<'_> {
    fn here(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn forward(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn space(&mut self) {
        while self.here().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.forward();
        }
    }

    /// Goes over a byte that must be here.
    fn over(&mut self, byte: u8) -> bool {
        self.space();
        let is_here = self.here() == Some(byte);
        if is_here {
            self.forward();
        }
        is_here
    }

    /// Goes over a string and gives what stands between its quotes, as written.
    fn string(&mut self) -> Option<&[u8]> {
        if !self.over(b'"') {
            return None;
        }
        let from = self.at;
        loop {
            match self.here()? {
                b'"' => break,
                b'\\' => {
                    self.forward();
                    self.forward();
                }
                _ => self.forward(),
            }
        }
        let to = self.at;
        self.forward();
        self.bytes.get(from..to)
    }

    /// Goes over one value.
    fn value(&mut self) -> bool {
        self.space();
        let mut depth = 0_usize;
        loop {
            match self.here() {
                None => return false,
                Some(b'"') => {
                    if self.string().is_none() {
                        return false;
                    }
                }
                Some(b'{' | b'[') => {
                    depth = depth.saturating_add(1);
                    self.forward();
                }
                Some(b'}' | b']') => {
                    if depth == 0 {
                        return false;
                    }
                    depth = depth.saturating_sub(1);
                    self.forward();
                }
                Some(b',' | b':') if depth == 0 => return false,
                Some(b',' | b':') => self.forward(),
                Some(byte) if byte.is_ascii_whitespace() => self.forward(),
                Some(_) => {
                    while self.here().is_some_and(|byte| {
                        !byte.is_ascii_whitespace() && !matches!(byte, b',' | b':' | b'}' | b']' | b'"')
                    }) {
                        self.forward();
                    }
                }
            }
            if depth == 0 {
                return true;
            }
        }
    }

    fn enter(&mut self, step: &Step<'_>) -> bool {
        match step {
            Step::Field(field) => self.enter_field(Some(field.as_bytes())),
            Step::Item(item) => self.enter_item(*item),
        }
    }

    /// Into the value of the one field that there is, when that is an object.
    fn enter_only_field(&mut self) -> bool {
        self.enter_field(None) && self.here() == Some(b'{')
    }

    /// Into the value of a field, or of the first one.
    fn enter_field(&mut self, wanted: Option<&[u8]>) -> bool {
        if !self.over(b'{') {
            return false;
        }
        loop {
            let is_it = match (self.string(), wanted) {
                (None, _) => return false,
                (Some(_), None) => true,
                (Some(name), Some(wanted)) => name == wanted,
            };
            if !self.over(b':') {
                return false;
            }
            self.space();
            if is_it {
                return true;
            }
            if !self.value() || !self.over(b',') {
                return false;
            }
        }
    }

    fn enter_item(&mut self, item: usize) -> bool {
        if !self.over(b'[') {
            return false;
        }
        for _ in 0..item {
            if !self.value() || !self.over(b',') {
                return false;
            }
        }
        self.space();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{\n  \"a\": [1, {\"x\": \"é]\", \"event\": {\"kind\": {\"who\": \"p\"}}}],\n  \"b\": 2\n}\n";

    fn at(path: &str) -> (usize, usize) {
        let place = of(TEXT, path).unwrap();
        (place.line, place.column)
    }

    #[test]
    fn a_path_is_found_and_the_nearest_place_where_it_goes_on_into_nothing() {
        assert_eq!(at("a"), (2, 8));
        assert_eq!(at("a[1]"), (2, 12));
        assert_eq!(at("a[1].event"), (2, 33));
        assert_eq!(at("a[1].event.who"), (2, 50), "the kind of an event is left out of a path");
        assert_eq!(at("a[1].event.nobody"), (2, 33));
        assert_eq!(at("a[7]"), (2, 8));
        assert_eq!(at("b"), (3, 8));
        assert_eq!(of(TEXT, "(the whole input)"), None);
    }

    #[test]
    fn what_is_no_json_is_walked_over_without_harm() {
        for text in ["", "{", "{\"a", "{\"a\":", "{\"a\": [", "[[[[", "\\", "{\"a\" 1}", "}}}", "{\"a\":\"\\"]
        {
            for path in ["a", "a[3].b", "[0][0][0][0][0]", "a.b.c"] {
                let _ = of(text, path);
            }
        }
    }

    #[test]
    fn the_place_in_a_reason_is_taken_off() {
        let place = Some(Place { line: 3, column: 14 });
        assert_eq!(said_in("expected value at line 3 column 14"), ("expected value", place));
        assert_eq!(said_in("expected value at line 0 column 0"), ("expected value", None));
        assert_eq!(said_in("too short"), ("too short", None));
    }

    #[test]
    fn a_long_line_is_shown_around_the_column() {
        let long = format!("{}X{}", "a".repeat(200), "b".repeat(200));
        let shown = excerpt(&long, Place { line: 1, column: 201 }).unwrap();
        let (line, caret) = shown.split_once('\n').unwrap();
        let column = caret.chars().position(|letter| letter == '^').unwrap();
        assert_eq!(line.chars().nth(column), Some('X'));
        assert!(line.contains('…') && line.chars().count() < 110);
    }
}
