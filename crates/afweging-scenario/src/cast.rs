//! The people of a scenario: names, and what was said of each.

use afweging::Role;
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::day::born;
use crate::fault::{Place, ScenarioFault};
use crate::node::{Body, Node};
use crate::words::{self, is_same, stands_for};

/// Everyone who was named so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cast {
    members: Vec<Member>,
}

/// Somebody.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) id: String,
    /// The role, as the log calls it.
    pub(crate) role: String,
    pub(crate) birth: Value,
    /// How parental authority stands, when it was said.
    pub(crate) authority: Option<&'static str>,
    /// What they are to the child beside the role.
    pub(crate) relation: Option<&'static str>,
    pub(crate) capable: Option<&'static str>,
    /// Of which children; of all, when it was not said.
    pub(crate) of: Vec<String>,
}

impl Member {
    pub(crate) fn is_child(&self) -> bool {
        self.role == "child"
    }

    /// Whether they are a parent by their role.
    fn is_parent(&self) -> bool {
        matches!(self.role.as_str(), "mother" | "father" | "parent")
    }

    /// Whether what was said of them is about this child.
    fn is_about(&self, child: &Member) -> bool {
        self.id != child.id && (self.of.is_empty() || self.of.iter().any(|name| is_same(name, &child.name)))
    }

    /// What is to be noted between them and a child: events with their content.
    pub(crate) fn towards(&self, child: &Member) -> Vec<(&'static str, Value)> {
        let mut noted = Vec::new();
        if !self.is_about(child) {
            return noted;
        }
        let relation = self.relation.or(self.is_parent().then_some("parent"));
        if let Some(relation) = relation {
            noted.push((
                "relation_noted",
                json!({ "person": self.id, "child": child.id, "relation": relation }),
            ));
        }
        if let Some(authority) = self.authority {
            noted.push((
                "authority_noted",
                json!({ "holder": self.id, "child": child.id, "authority": authority }),
            ));
        }
        noted
    }
}

impl Cast {
    pub(crate) fn find(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|it| is_same(&it.name, name))
    }

    pub(crate) fn add(&mut self, member: Member) {
        self.members.push(member);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Member> {
        self.members.iter()
    }

    /// Somebody of whom no more is said than a name that is a role.
    pub(crate) fn by_role(&self, name: &str) -> Option<Member> {
        let role = role(name)?;
        Some(Member {
            name: name.to_owned(),
            id: self.free_id(name),
            role,
            birth: json!("unknown"),
            authority: None,
            relation: None,
            capable: None,
            of: Vec::new(),
        })
    }

    /// A fault on somebody who is not there.
    pub(crate) fn nobody(&self, place: Place, name: &str) -> ScenarioFault {
        let mut there: Vec<String> = self.members.iter().map(|it| it.name.clone()).collect();
        there.extend(role_words());
        let what = format!("`{name}` is er niet; noem wie dat is onder `mensen`");
        ScenarioFault::unknown(place, what, name, there.iter().map(String::as_str))
    }

    /// An id that nobody has yet.
    fn free_id(&self, name: &str) -> String {
        let id = slug(name);
        let is_free = |id: &str| !self.members.iter().any(|it| it.id == id);
        if is_free(&id) {
            return id;
        }
        (2_u32..).map(|number| format!("{id}-{number}")).find(|id| is_free(id)).unwrap_or(id)
    }

    /// Reads what is said of somebody: `8 jaar`, `gezag`, `oma, verzorgt het kind`.
    pub(crate) fn member(
        &self,
        place: Place,
        name: &str,
        said: &Node,
        on: NaiveDate,
    ) -> Result<Member, ScenarioFault> {
        let mut words: Vec<(Place, String)> = Vec::new();
        for node in said.each() {
            let Some(text) = node.text() else {
                return Err(ScenarioFault::new(node.place, format!("achter `{name}` horen woorden")));
            };
            words.extend(text.split(',').map(|word| (node.place, word.trim().to_owned())));
        }
        let mut member = self.by_role(name).unwrap_or_else(|| Member {
            name: name.to_owned(),
            id: self.free_id(name),
            role: String::new(),
            birth: json!("unknown"),
            authority: None,
            relation: None,
            capable: None,
            of: Vec::new(),
        });
        for (at, word) in words.iter().filter(|(_, word)| !word.is_empty()) {
            member.take(*at, word, on)?;
        }
        if member.role.is_empty() {
            let what = format!("niet gezegd is wat `{name}` is");
            return Err(ScenarioFault::new(place, what)
                .hint(format!("noem een rol, zoals `{name}: grootouder` of `{name}: jeugdbeschermer`")));
        }
        Ok(member)
    }
}

impl Member {
    /// Takes one of the words behind a name.
    fn take(&mut self, place: Place, word: &str, on: NaiveDate) -> Result<(), ScenarioFault> {
        let lower = word.to_lowercase();
        if let Some(authority) = stands_for(words::AUTHORITY, word) {
            self.authority = Some(authority);
        } else if let Some(relation) = stands_for(words::RELATIONS, word) {
            self.relation = Some(relation);
        } else if let Some(capable) = stands_for(words::CAPACITY, word) {
            self.capable = Some(capable);
        } else if let Some((earliest, latest)) = born(word, on) {
            self.birth = json!({ "between": [earliest, latest] });
        } else if let Some(day) = lower.strip_prefix("geboren ").and_then(|day| crate::day::day(day, on)) {
            self.birth = json!({ "on": day });
        } else if let Some(year) = lower.strip_prefix("geboren in ").and_then(|year| year.parse::<i32>().ok())
        {
            self.birth = json!({ "year": year });
        } else if let Some(child) = lower.strip_prefix("van ") {
            self.of.push(child.to_owned());
        } else if let Some(role) = role(word) {
            self.role = role;
        } else {
            let mut there: Vec<String> = role_words();
            for words in [words::AUTHORITY, words::RELATIONS, words::CAPACITY] {
                there.extend(words.iter().map(|(dutch, _)| (*dutch).to_owned()));
            }
            let what = format!("`{word}` zegt hier niets over `{}`", self.name);
            return Err(ScenarioFault::unknown(place, what, word, there.iter().map(String::as_str)));
        }
        Ok(())
    }
}

/// A role, by its label or a word that people use.
pub(crate) fn role(word: &str) -> Option<String> {
    if let Some(role) = stands_for(words::ROLES, word) {
        return Some(role.to_owned());
    }
    all_roles().into_iter().find(|(label, _)| is_same(label, word)).map(|(_, role)| role)
}

fn role_words() -> Vec<String> {
    let labels = all_roles().into_iter().map(|(label, _)| label);
    labels.chain(words::ROLES.iter().map(|(dutch, _)| (*dutch).to_owned())).collect()
}

/// Every role, with its Dutch label.
fn all_roles() -> Vec<(String, String)> {
    let roles = [
        Role::Child,
        Role::AdultSubject,
        Role::Mother,
        Role::Father,
        Role::Parent,
        Role::StepParent,
        Role::Grandparent,
        Role::FosterParent,
        Role::Guardian,
        Role::Network,
        Role::LocalTeam,
        Role::College,
        Role::Council,
        Role::VeiligThuis,
        Role::Raad,
        Role::Gi,
        Role::ChildrensJudge,
        Role::DistrictCourt,
        Role::AppealCourt,
        Role::SupremeCourt,
        Role::Prosecutor,
        Role::Mayor,
        Role::AssistantProsecutor,
        Role::Police,
        Role::Provider,
        Role::School,
        Role::Doctor,
        Role::Nurse,
        Role::BehaviouralScientist,
        Role::SpecialRepresentative,
        Role::ConfidentialCounsellor,
        Role::ClientSupporter,
        Role::Lawyer,
        Role::Inspectorate,
        Role::CareAndSafetyHouse,
        Role::ForeignAuthority,
        Role::Other,
    ];
    let name = |role: Role| serde_json::to_value(role).ok()?.as_str().map(str::to_owned);
    roles.into_iter().filter_map(|role| Some((role.label().nl, name(role)?))).collect()
}

/// An id out of a name: letters and digits stay, all else becomes a hyphen.
pub(crate) fn slug(name: &str) -> String {
    let mut id = String::new();
    for letter in name.trim().to_lowercase().chars() {
        let plain = match letter {
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'á' | 'à' | 'ä' => 'a',
            'ó' | 'ö' => 'o',
            'ï' | 'í' => 'i',
            'ü' | 'ú' => 'u',
            other if other.is_ascii_alphanumeric() => other,
            _ => '-',
        };
        if plain != '-' || !(id.is_empty() || id.ends_with('-')) {
            id.push(plain);
        }
    }
    let id = id.trim_end_matches('-').chars().take(48).collect::<String>();
    if id.is_empty() { "x".to_owned() } else { id }
}

/// Everyone whom a map names, in its order.
pub(crate) fn named(node: &Node) -> Result<Vec<(Place, String, &Node)>, ScenarioFault> {
    match &node.body {
        Body::Map(fields) => {
            Ok(fields.iter().map(|(key, node)| (key.place, key.word.clone(), node)).collect())
        }
        _ => Err(ScenarioFault::new(
            node.place,
            "achter `mensen` horen namen, zoals `{kind: 8 jaar, moeder: gezag}`",
        )),
    }
}
