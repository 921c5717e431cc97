//! Who there is: named under `mensen`, or by a word that is a role itself.

use serde_json::{Value, json};

use super::{KEEPER, Stop, Teller};
use crate::cast::{self, Member};
use crate::fault::{Place, ScenarioFault};
use crate::form::{Kind, Line};
use crate::item::Item;
use crate::node::Node;

impl Teller<'_> {
    pub(super) fn people(&mut self, item: &Item) -> Result<(), Stop> {
        let Some(node) = item.first() else { return Ok(()) };
        // Ages are as they are on the first day of the story, wherever the people are named.
        let mut members = Vec::new();
        for (place, name, said) in cast::named(node)? {
            if self.cast.find(&name).is_some() || members.iter().any(|it: &Member| it.name == name) {
                return Err(ScenarioFault::new(place, format!("`{name}` is er al")).into());
            }
            members.push(self.cast.member(place, &name, said, self.start)?);
        }
        for mut member in members {
            // An id that was free when the map was read may be taken by the one before.
            while self.cast.iter().any(|it| it.id == member.id) {
                member.id.push_str("-2");
            }
            self.enter(item, member)?;
        }
        Ok(())
    }

    /// Somebody comes in, with what was said between them and everyone who is there.
    fn enter(&mut self, item: &Item, member: Member) -> Result<(), Stop> {
        let id = member.id.clone();
        let day = self.start;
        let mut person = json!({ "person": id, "role": member.role });
        if member.birth != json!("unknown")
            && let Some(fields) = person.as_object_mut()
        {
            fields.insert("birth".to_owned(), member.birth.clone());
        }
        self.write(item, Some(&id), "person_added", person, day)?;
        if let Some(capable) = member.capable {
            let noted = json!({ "person": id, "capable": capable == "true" });
            self.write(item, Some(&id), "capacity_noted", noted, day)?;
        }
        let mut noted: Vec<(String, &'static str, Value)> = Vec::new();
        for other in self.cast.iter() {
            if member.is_child() {
                noted.extend(
                    other.towards(&member).into_iter().map(|(kind, it)| (other.id.clone(), kind, it)),
                );
            }
            if other.is_child() {
                noted.extend(member.towards(other).into_iter().map(|(kind, it)| (id.clone(), kind, it)));
            }
        }
        self.cast.add(member);
        for (by, kind, content) in noted {
            self.write(item, Some(&by), kind, content, day)?;
        }
        Ok(())
    }

    /// The id of somebody who is named on a line. Who is named by a role alone comes in with that role, and with nothing
    /// else that is known.
    pub(super) fn person(&mut self, node: &Node) -> Result<String, Stop> {
        let name = node.text().unwrap_or_default();
        self.person_named(node.place, &name)
    }

    pub(crate) fn person_named(&mut self, place: Place, name: &str) -> Result<String, Stop> {
        if let Some(member) = self.cast.find(name) {
            return Ok(member.id.clone());
        }
        let member = self.cast.by_role(name).ok_or_else(|| self.cast.nobody(place, name))?;
        let id = member.id.clone();
        self.enter(&bare(place), member)?;
        Ok(id)
    }

    /// Whoever keeps the dossier: in no role that the law knows.
    pub(super) fn keeper(&mut self, item: &Item) -> Result<String, Stop> {
        if self.cast.find(KEEPER).is_none() {
            let mut member =
                self.cast.by_role("anders").ok_or_else(|| self.cast.nobody(item.place, KEEPER))?;
            KEEPER.clone_into(&mut member.name);
            KEEPER.clone_into(&mut member.id);
            self.enter(&bare(item.place), member)?;
        }
        Ok(KEEPER.to_owned())
    }

    /// Whom a step is about when nobody said: the only child, or the only adult whom it can be about. A story in which
    /// nobody was named yet is about a child of whom nothing is known.
    pub(super) fn only_subject(&mut self, place: Place) -> Result<String, Stop> {
        let subjects: Vec<(String, String)> = self
            .cast
            .iter()
            .filter(|it| it.is_child() || it.role == "adult_subject")
            .map(|it| (it.id.clone(), it.name.clone()))
            .collect();
        match subjects.as_slice() {
            [] => self.person_named(place, "kind"),
            [(id, _)] => Ok(id.clone()),
            many => {
                let names: Vec<String> = many.iter().map(|(_, name)| format!("`voor: {name}`")).collect();
                Err(ScenarioFault::new(place, "niet gezegd is over wie deze stap gaat")
                    .hint(format!("zet erbij: {}", names.join(", of ")))
                    .into())
            }
        }
    }
}

/// A line on which nothing was said but where it stands.
fn bare(place: Place) -> Item {
    Item::made(place, &UNSAID, &[])
}

/// What brings somebody in who was only named.
static UNSAID: Line =
    Line { kind: Kind::People, word: "mensen", event: "person_added", by: "", fields: &[], about: "" };
