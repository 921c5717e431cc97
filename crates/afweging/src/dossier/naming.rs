//! How somebody is named: by the role and the pseudonym.

use super::people::People;
use crate::id::PersonId;
use crate::sentence::Sentence;

impl People {
    /// Somebody, as a sentence names them: `moeder (m)`. Whose pseudonym is the role itself is named once; who is not in the dossier, by
    /// the pseudonym.
    pub fn named(&self, id: &PersonId) -> Sentence {
        let Some(role) = self.role(id) else { return Sentence::same(id) };
        let named = |role: String| if role == id.as_str() { role } else { format!("{role} ({id})") };
        let label = role.label();
        Sentence::new(named(label.nl), named(label.en))
    }
}
