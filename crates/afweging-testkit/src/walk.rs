//! A history that goes on move by move: the machine behind tests that look after every step.

use afweging::{Dossier, Entry};

use crate::dice::Dice;
use crate::moves::{self, Allowed};
use crate::writer::Writer;

/// How often one seed is rolled on until something can happen.
const TRIES: u32 = 64;

/// A dossier under way. Made by [`Histories::walk`](crate::Histories::walk).
///
/// It never stands still: whatever happened, something can come next, and every seed finds it. So a test that walks by a list
/// of seeds shrinks by leaving seeds out, and never ends early.
pub struct Walk {
    writer: Writer,
    allowed: Allowed,
}

impl Walk {
    pub(crate) fn new(writer: Writer, allowed: Allowed) -> Self {
        Self { writer, allowed }
    }

    /// The dossier as it is now.
    pub fn dossier(&self) -> &Dossier {
        &self.writer.dossier
    }

    /// Makes the move of a seed. What it recorded: mostly one entry, more where one thing led to another.
    pub fn go(&mut self, seed: u64) -> &[Entry] {
        let before = self.writer.dossier.len();
        let mut rolls = Dice::new(seed);
        for _ in 0..TRIES {
            self.writer.dice = Dice::new(rolls.roll());
            moves::next(&mut self.writer, self.allowed);
            if self.writer.dossier.len() > before {
                break;
            }
        }
        self.writer.dossier.entries().get(before..).unwrap_or_default()
    }
}
