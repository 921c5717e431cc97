//! How wide text is, and where a line of it breaks.
//!
//! A drawing cannot ask the reader's machine which font it has. So text is reckoned by letters in seven widths, each at
//! least that of DejaVu Sans, which is as wide as any common sans-serif face: in a narrower one there is only more room.
//! A test compares every line with the measured widths of that face.

use std::num::Saturating;

/// Whole pixels of a drawing. They saturate: a drawing too large to be is still no panic.
pub(super) type Px = Saturating<i32>;

/// A number of pixels.
pub(super) const fn px(pixels: i32) -> Px {
    Saturating(pixels)
}

/// A count of things as pixels to reckon with.
pub(super) fn count(things: usize) -> Px {
    Saturating(i32::try_from(things).unwrap_or(i32::MAX))
}

/// One of so many equal parts; a drawing with no parts has none.
pub(super) fn part(of: Px, parts: usize) -> Px {
    Saturating(of.0.checked_div(count(parts).0).unwrap_or(0))
}

/// The half.
pub(super) fn half(of: Px) -> Px {
    part(of, 2)
}

/// Size and weight of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) size: Px,
    pub(super) bold: bool,
}

impl Face {
    pub(super) const TITLE: Face = Face { size: px(18), bold: true };
    pub(super) const HEAD: Face = Face { size: px(13), bold: true };
    pub(super) const STRONG: Face = Face { size: px(12), bold: true };
    pub(super) const PLAIN: Face = Face { size: px(12), bold: false };
    pub(super) const SMALL: Face = Face { size: px(11), bold: false };

    /// From one line to the next.
    pub(super) fn leading(self) -> Px {
        self.size + px(4)
    }

    /// The width of a text.
    pub(super) fn width(self, text: &str) -> Px {
        let of = |(plain, bold): (i32, i32)| px(if self.bold { bold } else { plain });
        let thousandths = text.chars().fold(px(0), |sum, letter| sum + of(thousandths(letter)));
        part(thousandths * self.size, 1000) + px(1)
    }

    /// A text in lines of at most a width. A word that is wider by itself breaks where it must.
    pub(super) fn wrap(self, text: &str, most: Px) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // A no-break space keeps its two words together.
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            let joined = match lines.last() {
                Some(line) => format!("{line} {word}"),
                None => word.to_owned(),
            };
            if self.width(&joined) <= most {
                lines.pop();
                lines.push(joined);
                continue;
            }
            let mut piece = String::new();
            for letter in word.chars() {
                if !piece.is_empty() && self.width(&format!("{piece}{letter}-")) > most {
                    piece.push('-');
                    lines.push(std::mem::take(&mut piece));
                }
                piece.push(letter);
            }
            lines.push(piece);
        }
        lines
    }
}

/// The width of a letter in thousandths of its size: plain, and bold.
fn thousandths(letter: char) -> (i32, i32) {
    match letter {
        '\'' | 'i' | 'j' | 'l' | 'ï' | 'í' | 'I' | 'J' | ' ' | '\u{a0}' | ',' | '.' | '·' | '‘' | '’'
        | '/' | ':' | ';' | '\\' | '|' | 'f' | '-' => (365, 440),
        '(' | ')' | '[' | ']' | 't' | '!' | 'r' => (412, 500),
        '*' | '_' | '`' | '§' | '°' | '–' | 's' | 'z' | '"' => (531, 600),
        'm' => (1000, 1110),
        'w' | '#' | '+' | '<' | '=' | '>' | '^' | '~' | '±' | '×' | '−' | 'M' => (865, 1000),
        'A' | 'V' | 'X' | 'Z' | 'B' | 'R' | 'C' | 'U' | 'N' | 'H' | 'D' | 'G' | '&' | 'O' | 'Q' | 'K'
        | 'P' | 'Y' => (790, 875),
        'a'..='v'
        | 'x'
        | 'y'
        | 'á'
        | 'à'
        | 'ä'
        | 'ç'
        | 'é'
        | 'è'
        | 'ê'
        | 'ë'
        | 'ó'
        | 'ö'
        | 'ü'
        | 'E'
        | 'F'
        | 'L'
        | 'S'
        | 'T'
        | '0'..='9'
        | '?'
        | '$'
        | '{'
        | '}'
        | '€'
        | '„'
        | '“'
        | '”' => (660, 725),
        // The widest, such as `W`, and whatever was never measured.
        _ => (1000, 1110),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked_and_no_letter_is_lost() {
        let text = "een machtiging uithuisplaatsing voor kinderbeschermingsmaatregelenonderzoekscommissies";
        for most in [60, 100, 170, 900].map(px) {
            let lines = Face::PLAIN.wrap(text, most);
            assert!(lines.iter().all(|line| Face::PLAIN.width(line) <= most), "{lines:?}");
            let joined: String = lines.concat().replace(['-', ' '], "");
            assert_eq!(joined, text.replace(' ', ""));
        }
        assert!(Face::PLAIN.wrap("", px(10)).is_empty());
    }
}
