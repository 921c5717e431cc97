//! How two regions differ.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::pack::{Labels, Offer};
use crate::region::Region;
use crate::said::Said;
use crate::sentence::Sentence;

/// In what two regions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionPart {
    /// The name or members of an organisation.
    Organisation,
    /// A team.
    Team,
    /// A table.
    Table,
    /// Whether a measure is offered.
    Offer,
    /// What a measure is called.
    Name,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// In what.
    pub part: RegionPart,
    /// The id of the organisation, team, table or measure.
    pub id: String,
    /// How it is in the one.
    pub here: Said<Sentence>,
    /// How it is in the other.
    pub there: Said<Sentence>,
}

pub(super) fn between(here: &Region, there: &Region) -> Vec<Difference> {
    let mut found = BTreeSet::new();
    for part in
        [RegionPart::Organisation, RegionPart::Team, RegionPart::Table, RegionPart::Offer, RegionPart::Name]
    {
        let ids: BTreeSet<String> = ids(here, part).chain(ids(there, part)).collect();
        for id in ids {
            let (here, there) = (told(here, part, &id), told(there, part, &id));
            if here != there {
                found.insert(Difference { part, id, here, there });
            }
        }
    }
    found.into_iter().collect()
}

fn ids(region: &Region, part: RegionPart) -> impl Iterator<Item = String> {
    let ids: Vec<String> = match part {
        RegionPart::Organisation => region.organisations.iter().map(|it| it.id.clone()).collect(),
        RegionPart::Team => region.teams.iter().map(|it| it.id.clone()).collect(),
        RegionPart::Table => region.tables.iter().map(|it| it.id.clone()).collect(),
        RegionPart::Offer | RegionPart::Name => {
            region.measures.iter().map(|it| it.measure.to_string()).collect()
        }
    };
    ids.into_iter()
}

fn told(region: &Region, part: RegionPart, id: &str) -> Said<Sentence> {
    let told =
        match part {
            RegionPart::Organisation => {
                region.organisations.iter().find(|it| it.id == id).map(|it| sentence(&it.labels))
            }
            RegionPart::Team => region.teams.iter().find(|it| it.id == id).map(|it| {
                let employers = names(region, it.members.iter().map(|member| member.employer.as_str()));
                with(&it.labels, ("leden uit", "members from"), &employers)
            }),
            RegionPart::Table => region.tables.iter().find(|it| it.id == id).map(|it| {
                let may_bring = names(region, it.may_bring.iter().map(String::as_str));
                with(&it.labels, ("zaken van", "cases from"), &may_bring)
            }),
            RegionPart::Offer => region.measures.iter().find(|it| it.measure.as_str() == id).map(|it| {
                match region.offer(&it.measure) {
                    Offer::NotOffered => Sentence::new("niet aangeboden", "not offered"),
                    Offer::Offered | Offer::NotSaid => Sentence::new("aangeboden", "offered"),
                }
            }),
            RegionPart::Name => region
                .measures
                .iter()
                .find(|it| it.measure.as_str() == id)
                .and_then(|it| it.labels.said())
                .map(sentence),
        };
    told.map_or(Said::NotSaid, Said::Said)
}

fn sentence(labels: &Labels) -> Sentence {
    Sentence::new(&labels.nl, &labels.en)
}

fn names<'a>(region: &Region, ids: impl Iterator<Item = &'a str>) -> Vec<Sentence> {
    let mut names: Vec<Sentence> = ids.filter_map(|id| region.body(id)).map(sentence).collect();
    names.sort();
    names.dedup();
    names
}

fn with(labels: &Labels, (nl, en): (&str, &str), names: &[Sentence]) -> Sentence {
    if names.is_empty() {
        return sentence(labels);
    }
    let join = |text: fn(&Sentence) -> &str| names.iter().map(text).collect::<Vec<_>>().join(", ");
    Sentence::new(
        format!("{} ({nl} {})", labels.nl, join(|it| &it.nl)),
        format!("{} ({en} {})", labels.en, join(|it| &it.en)),
    )
}
