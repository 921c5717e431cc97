//! Text with a style to each letter: wrapped to a width, written with colour or without.

use afweging::GateOutcome;

use crate::words::Words;

/// How a letter looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Style {
    #[default]
    Plain,
    Bold,
    Dim,
    Outcome(GateOutcome),
}

impl Style {
    /// What turns it on, for terminals of the usual kind.
    fn on(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Bold => "\u{1b}[1m",
            Style::Dim => "\u{1b}[2m",
            Style::Outcome(GateOutcome::Passed) => "\u{1b}[32m",
            Style::Outcome(GateOutcome::Failed) => "\u{1b}[1;31m",
            Style::Outcome(GateOutcome::Unknown) => "\u{1b}[33m",
            Style::Outcome(GateOutcome::Cured) => "\u{1b}[36m",
            Style::Outcome(GateOutcome::OutsidePack) => "\u{1b}[35m",
        }
    }
}

/// A space at which no line breaks: between a mark and its word.
const TIE: char = '\u{a0}';

/// Styled text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Styled(Vec<(char, Style)>);

impl Styled {
    fn of(text: &str, style: Style) -> Self {
        Styled(plain(text).chars().map(|letter| (letter, style)).collect())
    }

    pub(super) fn plain(text: &str) -> Self {
        Styled::of(text, Style::Plain)
    }

    pub(super) fn bold(text: &str) -> Self {
        Styled::of(text, Style::Bold)
    }

    pub(super) fn dim(text: &str) -> Self {
        Styled::of(text, Style::Dim)
    }

    /// An outcome: its mark and its word, which do without the colour.
    pub(super) fn outcome(words: Words, outcome: GateOutcome) -> Self {
        let style = Style::Outcome(outcome);
        let mark = Words::mark(outcome).chars().chain([TIE]);
        Styled(mark.chain(words.outcome(outcome).chars()).map(|letter| (letter, style)).collect())
    }

    #[must_use]
    pub(super) fn and(mut self, more: &Styled) -> Self {
        self.0.extend_from_slice(&more.0);
        self
    }

    pub(super) fn width(&self) -> usize {
        self.0.len()
    }

    /// The width of its longest word.
    pub(super) fn longest_word(&self) -> usize {
        self.words().map(<[_]>::len).max().unwrap_or(0)
    }

    fn words(&self) -> impl Iterator<Item = &[(char, Style)]> {
        self.0.split(|(letter, _)| *letter == ' ').filter(|word| !word.is_empty())
    }

    /// Fills it up with spaces to a width.
    #[must_use]
    pub(super) fn padded(mut self, width: usize) -> Self {
        let missing = width.saturating_sub(self.width());
        self.0.extend(std::iter::repeat_n((' ', Style::Plain), missing));
        self
    }

    /// Lines of at most `width`, those after the first shorter by `hang`. A word that is longer is broken.
    pub(super) fn wrap(&self, width: usize, hang: usize) -> Vec<Styled> {
        let mut lines = Vec::new();
        let mut line = Styled::default();
        for word in self.words() {
            let mut word = word;
            loop {
                let room = if lines.is_empty() { width } else { width.saturating_sub(hang) }.max(1);
                let space = usize::from(!line.0.is_empty());
                let needed = line.width().saturating_add(space).saturating_add(word.len());
                if needed <= room {
                    if space > 0 {
                        // The space looks like the letter before it: an outcome of two words is one stretch.
                        let style = match (line.0.last(), word.first()) {
                            (Some((_, before)), Some((_, after))) if before == after => *after,
                            _ => Style::Plain,
                        };
                        line.0.push((' ', style));
                    }
                    line.0.extend_from_slice(word);
                    break;
                }
                if line.0.is_empty() {
                    let (head, tail) = word.split_at(room.min(word.len()));
                    lines.push(Styled(head.to_vec()));
                    word = tail;
                    if word.is_empty() {
                        break;
                    }
                } else {
                    lines.push(std::mem::take(&mut line));
                }
            }
        }
        if !line.0.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Writes it, with colour or without.
    pub(super) fn write(&self, out: &mut String, colour: bool) {
        let mut style = Style::Plain;
        let end =
            self.0.iter().rposition(|(letter, _)| *letter != ' ').map_or(0, |last| last.saturating_add(1));
        for (letter, theirs) in self.0.iter().take(end) {
            if colour && *theirs != style {
                if style != Style::Plain {
                    out.push_str("\u{1b}[0m");
                }
                out.push_str(theirs.on());
                style = *theirs;
            }
            out.push(if *letter == TIE { ' ' } else { *letter });
        }
        if colour && style != Style::Plain {
            out.push_str("\u{1b}[0m");
        }
    }
}

/// What somebody wrote, made fit to be shown: characters that steer a terminal or turn the direction of writing are
/// taken out, line ends become spaces.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|letter| match letter {
            '\n' | '\r' | '\t' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            letter if letter.is_control() => None,
            letter => Some(letter),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Styled]) -> Vec<String> {
        lines
            .iter()
            .map(|line| {
                let mut out = String::new();
                line.write(&mut out, false);
                out
            })
            .collect()
    }

    #[test]
    fn lines_are_wrapped_and_hang() {
        let text = Styled::plain("een twee drie vier");
        assert_eq!(texts(&text.wrap(9, 0)), ["een twee", "drie vier"]);
        assert_eq!(texts(&text.wrap(9, 2)), ["een twee", "drie", "vier"]);
        assert_eq!(texts(&Styled::plain("abcdefgh ij").wrap(3, 0)), ["abc", "def", "gh", "ij"]);
        assert!(Styled::plain("").wrap(10, 0).is_empty());
    }

    #[test]
    fn what_steers_a_terminal_is_taken_out() {
        assert_eq!(plain("a\u{1b}[31mb\u{7}\u{202e}c\r\nd"), "a[31mbc  d");
    }

    #[test]
    fn without_colour_no_letter_is_an_escape() {
        let mut out = String::new();
        Styled::bold("vet").write(&mut out, false);
        assert_eq!(out, "vet");
        out.clear();
        Styled::bold("vet").write(&mut out, true);
        assert_eq!(out, "\u{1b}[1mvet\u{1b}[0m");
    }
}
