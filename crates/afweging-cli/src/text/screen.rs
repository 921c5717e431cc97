//! What the text is written on: how wide, and whether it takes colour.

use std::io::IsTerminal as _;

/// The widest text, so that lines stay readable.
const WIDEST: usize = 100;

/// The narrowest text that is laid out; a narrower terminal breaks lines itself.
const NARROWEST: usize = 30;

/// How wide the text is, and whether it takes colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Screen {
    /// In characters.
    pub(crate) width: usize,
    /// Whether it takes colour.
    pub(crate) colour: bool,
}

impl Screen {
    /// Standard output: as wide as the terminal, or as `COLUMNS` says, at most 100. Colour only on a terminal that is
    /// not dumb, and not when `NO_COLOR` is set to anything.
    pub(crate) fn standard_output() -> Self {
        let is_terminal = std::io::stdout().is_terminal();
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let terminal = terminal_size::terminal_size_of(std::io::stdout())
            .map(|(terminal_size::Width(width), _)| usize::from(width));
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = columns.or(terminal).unwrap_or(WIDEST);
        Self { width: width.clamp(NARROWEST, WIDEST), colour: is_terminal && !no_colour && !is_dumb }
    }
}
