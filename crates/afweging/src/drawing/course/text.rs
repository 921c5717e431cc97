//! The course in words: what the picture says, line by line.

use super::{Course, Entry};
use crate::drawing::words::{Words, capital};

impl Entry {
    /// The entry in running text, after its actor.
    pub(in crate::drawing) fn said(&self, words: Words) -> String {
        let mut said = vec![self.heading(words)];
        said.extend(self.notes.iter().cloned());
        said.push(self.articles(words));
        said.join("; ")
    }
}

impl Course {
    /// One paragraph per part, one line per entry.
    pub(in crate::drawing) fn parts(&self, words: Words) -> Vec<(String, Vec<String>)> {
        self.phases()
            .into_iter()
            .map(|phase| {
                let mut lines = Vec::new();
                for lane in &self.lanes {
                    for entry in lane.entries.iter().filter(|entry| entry.phase == phase) {
                        lines.push(format!("{}: {}.", capital(&lane.name(words)), entry.said(words)));
                    }
                }
                for note in self.notes.iter().filter(|note| note.phase == phase) {
                    lines.push(format!("{}: {}.", capital(&note.said), words.marked_article(&note.article)));
                }
                (phase.name(words).to_owned(), lines)
            })
            .collect()
    }
}
