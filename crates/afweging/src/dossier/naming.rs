//! How somebody is named: by the role and the pseudonym.

use super::people::People;
use crate::id::PersonId;
use crate::sentence::Sentence;

impl People {
    /// Somebody, as a sentence names them: `moeder (m)`. Whose pseudonym is the role itself is named once. Of whom nobody says any more
    /// what they are, because the entry was corrected, or who is not in the dossier: `iemand (m)`.
    pub fn named(&self, id: &PersonId) -> Sentence {
        let Some(role) = self.role(id) else {
            return Sentence::new(format!("iemand ({id})"), format!("somebody ({id})"));
        };
        let named = |role: String| if role == id.as_str() { role } else { format!("{role} ({id})") };
        let label = role.label();
        Sentence::new(named(label.nl), named(label.en))
    }
}
