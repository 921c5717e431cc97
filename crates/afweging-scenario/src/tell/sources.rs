//! What people say, and where they have it from.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Named, Stop, Teller, set};
use crate::cast::slug;
use crate::fault::ScenarioFault;
use crate::item::Item;
use crate::node::Node;

/// The words by which a line says where something comes from.
const ORIGINS: &[&str] = &["zelf gezien", "gehoord van", "via", "stuk", "deskundig rapport"];

impl Teller<'_> {
    /// Somebody says that something is so: a statement, and the first source of it.
    pub(super) fn statement(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let text = item.first().and_then(Node::text).unwrap_or_default();
        let name = item.text("naam").unwrap_or_else(|| text.clone());
        let id = free(&slug(&name), |id| self.statements.iter().any(|it| it.id == id));
        let mut claim = json!({ "statement": id });
        for (field, node) in item.said().filter(|(field, _)| !field.to.is_empty()) {
            if let [value] = self.values(item, field, node)?.as_slice() {
                set(&mut claim, field.to, value.clone());
            }
        }
        let by = match item.get("van") {
            Some(node) => Some(self.person(node)?),
            None => None,
        };
        self.write(item, by.as_deref(), "claimed", claim, day)?;
        self.statements.push(Named { name: name.clone(), text, id: id.clone() });
        let Some(by) = by else {
            if let Some(word) = ORIGINS.iter().find(|word| item.says(word)) {
                let what = format!("bij `{word}` hoort ook `van`: wie brengt dit?");
                return Err(ScenarioFault::new(item.place, what).into());
            }
            return Ok(());
        };
        let origin = self.origin(item)?;
        let evidence = free(&format!("bewijs-{id}"), |id| self.evidence.iter().any(|it| it.id == id));
        let content = json!({ "evidence": evidence, "statement": id, "polarity": "supports", "borne_by": by, "origin": origin });
        self.write(item, Some(&by), "evidence_added", content, day)?;
        self.evidence.push(Named { name, text: String::new(), id: evidence });
        Ok(())
    }

    /// One more source.
    pub(super) fn evidence(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let mut content = json!({});
        for (field, node) in item.said().filter(|(field, _)| !field.to.is_empty()) {
            if let [value] = self.values(item, field, node)?.as_slice() {
                set(&mut content, field.to, value.clone());
            }
        }
        let statement = match item.first() {
            Some(node) => self.statement_id(node)?,
            None => return Ok(()),
        };
        let by = match item.get("van") {
            Some(node) => self.person(node)?,
            None => return Ok(()),
        };
        let name = item.text("naam").or_else(|| item.text("van")).unwrap_or_default();
        let id = free(&format!("bewijs-{}", slug(&name)), |id| self.evidence.iter().any(|it| it.id == id));
        set(&mut content, "statement", json!(statement));
        set(&mut content, "evidence", json!(id));
        let origin = self.origin(item)?;
        set(&mut content, "origin", origin);
        self.write(item, Some(&by), "evidence_added", content, day)?;
        self.evidence.push(Named { name, text: String::new(), id });
        Ok(())
    }

    /// Where it comes from; untraced when nobody said.
    fn origin(&mut self, item: &Item) -> Result<Value, Stop> {
        let said: Vec<&str> = ORIGINS.iter().copied().filter(|word| item.says(word)).collect();
        if said.len() > 1 {
            let what = format!("één bron heeft één herkomst: kies uit {}", said.join(" en "));
            return Err(ScenarioFault::new(item.place, what)
                .hint("schrijf de andere als `bewijs: …`")
                .into());
        }
        Ok(match said.first().copied() {
            Some("zelf gezien") => {
                let is_seen = item.get("zelf gezien").is_some_and(|node| {
                    matches!(node.body, crate::node::Body::YesNo(true))
                        || node.text().as_deref() == Some("ja")
                });
                if is_seen { json!("own_observation") } else { json!("untraced") }
            }
            Some("gehoord van") => match item.get("gehoord van") {
                Some(node) => json!({ "told_by_person": { "person": self.person(node)? } }),
                None => json!("untraced"),
            },
            Some("via") => match item.get("via") {
                Some(node) => json!({ "told_by_evidence": { "evidence": self.evidence_id(node)? } }),
                None => json!("untraced"),
            },
            Some("stuk") => json!({ "document": { "title": item.text("stuk") } }),
            Some("deskundig rapport") => {
                json!({ "expert_report": { "title": item.text("deskundig rapport") } })
            }
            _ => json!("untraced"),
        })
    }

    /// People find a statement established, or not.
    pub(super) fn finding(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        self.event(item, day)
    }
}

/// An id that is not in use.
pub(super) fn free(id: &str, is_used: impl Fn(&str) -> bool) -> String {
    if !is_used(id) {
        return id.to_owned();
    }
    (2_u32..).map(|number| format!("{id}-{number}")).find(|id| !is_used(id)).unwrap_or_default()
}
