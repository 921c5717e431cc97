//! What each kind of entry is called.

use afweging::Event;

use super::Words;

impl Words {
    /// A kind of entry as something that people can do.
    pub(crate) fn to_do(self, kind: &'static str) -> &'static str {
        Event::to_do(kind, self.language).unwrap_or(kind)
    }

    /// A kind of entry as something that was done.
    pub(crate) fn done(self, kind: &'static str) -> &'static str {
        Event::done(kind, self.language).unwrap_or(kind)
    }
}
