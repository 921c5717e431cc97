//! What a region calls the bodies of the map. It changes no power: a team acts with that of each member's own employer.

use std::collections::BTreeMap;

use serde::Serialize;

use super::side::place;
use super::words::{Words, capital};
use crate::actor::Actor;
use crate::pack::Offer;
use crate::region::Region;

/// A region's names.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Local {
    /// Its id; of two that stand beside each other both.
    id: Vec<String>,
    pub(super) name: String,
    hypothetical: bool,
    /// The organisations and teams that act as a body, in the order of the region, where they have a name of their own.
    names: BTreeMap<Actor, Vec<String>>,
    not_offered: Vec<String>,
}

impl Local {
    pub(super) fn of(region: &Region, words: Words) -> Self {
        let mut names: BTreeMap<Actor, Vec<String>> = BTreeMap::new();
        let mut put = |actor: Actor, name: &str| {
            if name.eq_ignore_ascii_case(&words.bare(actor)) {
                return;
            }
            let own = names.entry(actor).or_default();
            if !own.iter().any(|it| it == name) {
                own.push(name.to_owned());
            }
        };
        for organisation in region.organisations() {
            for actor in &organisation.acts_as {
                put(*actor, words.label(&organisation.labels));
            }
        }
        for team in region.teams() {
            for member in &team.members {
                put(member.acting_as, &format!("in {}", words.label(&team.labels)));
            }
        }
        let measures = region.measures().iter().map(|it| it.measure.clone());
        Local {
            id: vec![region.id().to_owned()],
            name: words.label(region.labels()).to_owned(),
            hypothetical: region.is_hypothetical(),
            names,
            not_offered: measures
                .filter(|it| region.offer(it) == Offer::NotOffered)
                .map(|it| it.to_string())
                .collect(),
        }
    }

    /// The names of two regions beside each other: where they differ, each name says whose it is.
    pub(super) fn beside(self, other: Local) -> Self {
        let of = |local: &Local, name: &String| format!("{} ({})", name, local.name);
        let mut names: BTreeMap<Actor, Vec<String>> = BTreeMap::new();
        for actor in self.names.keys().chain(other.names.keys()) {
            let (here, there) = (self.names(*actor), other.names(*actor));
            let both = if here == there {
                here.to_vec()
            } else {
                let here = here.iter().map(|name| of(&self, name));
                here.chain(there.iter().map(|name| of(&other, name))).collect()
            };
            names.insert(*actor, both);
        }
        let not_offered = if self.not_offered == other.not_offered {
            self.not_offered.clone()
        } else {
            let here = self.not_offered.iter().map(|id| of(&self, id));
            here.chain(other.not_offered.iter().map(|id| of(&other, id))).collect()
        };
        Local {
            name: format!("{} / {}", self.name, other.name),
            id: self.id.into_iter().chain(other.id).collect(),
            hypothetical: self.hypothetical || other.hypothetical,
            names,
            not_offered,
        }
    }

    /// What a body is called here.
    pub(super) fn names(&self, actor: Actor) -> &[String] {
        self.names.get(&actor).map_or(&[], Vec::as_slice)
    }

    /// What stands below a drawing: who is who here, of the bodies that are on it, and what is not offered.
    pub(super) fn below(&self, actors: &[Actor], words: Words) -> Vec<String> {
        let mut shown: Vec<Actor> = self.names.keys().copied().filter(|it| actors.contains(it)).collect();
        shown.sort_by_key(|actor| place(*actor));
        let mut lines: Vec<String> = shown
            .into_iter()
            .map(|actor| {
                let who = capital(&words.of(&actor.label()));
                format!("{who}: {} {}.", words.say("hier", "here"), self.names(actor).join("; "))
            })
            .collect();
        if !self.not_offered.is_empty() {
            let said = words.say("Wordt hier niet aangeboden", "Not offered here");
            lines.push(format!("{said}: {}.", words.list(&self.not_offered)));
        }
        lines.push(
            words
                .say(
                    "Een regio verandert geen bevoegdheid: wie in een team zit, handelt met die van de eigen werkgever.",
                    "A region changes no power: who is in a team acts with that of the own employer.",
                )
                .to_owned(),
        );
        if self.hypothetical {
            lines.push(
                words
                    .say(
                        "Hier staat een scenario bij dat geen bestaande regio is.",
                        "This holds a scenario that is no region that there is.",
                    )
                    .to_owned(),
            );
        }
        lines
    }
}
