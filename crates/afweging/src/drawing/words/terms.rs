//! Statutory terms, as short notes.

use super::Words;
use crate::pack::{Term, TermStart};

impl Words {
    /// A term: `duur van de machtiging: ten hoogste 1 jaar`.
    pub(in crate::drawing) fn term(self, term: &Term) -> String {
        let (before, behind) = match term.starts {
            TermStart::BeforeExpiry | TermStart::BeforeEnding => ("", self.say(" tevoren", " ahead")),
            TermStart::Recurring => (self.say("telkens binnen ", "each time within "), ""),
            _ if term.kind.lasts() => (self.say("ten hoogste ", "at most "), ""),
            _ => (self.say("binnen ", "within "), ""),
        };
        let after = term.after.map_or_else(String::new, |after| {
            format!(" ({} {})", self.say("na", "after"), self.length(after))
        });
        format!("{}: {before}{}{behind}{after}", self.label(&term.labels), self.length(term.length))
    }
}
