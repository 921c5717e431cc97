//! The matter in which the map is asked: in which dossier, about whom, on which measure, on which day.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::dossier::Dossier;
use crate::id::{MeasureId, PersonId, StepId};
use crate::said::Said;

/// What a question to the map with a dossier is about.
///
/// ```
/// use afweging::{Dossier, Matter, MeasureId, PersonId};
/// let dossier = Dossier::new("d1");
/// let (child, supervision) = (PersonId::new("child")?, MeasureId::new("M16")?);
/// let matter = Matter::new(&dossier, &child, &supervision, "2025-03-01".parse()?);
/// assert_eq!(matter.measure(), &supervision);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Matter<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) about: &'a PersonId,
    pub(super) measure: &'a MeasureId,
    /// The day by whose law it is judged.
    pub(super) on: NaiveDate,
    /// The day up to which the dossier counts.
    pub(super) at: NaiveDate,
    /// The step at hand, which is not among what else there is.
    pub(super) step: Option<&'a StepId>,
    pub(super) extends: bool,
    pub(super) ends: Option<&'a MeasureId>,
    pub(super) own_motion: bool,
    pub(super) is_settled: bool,
    /// Measures that are looked upon as asked for, because the same way brings them about.
    pub(super) alongside: Vec<MeasureId>,
}

impl<'a> Matter<'a> {
    /// A measure about somebody that is not a step of the dossier yet.
    pub fn new(dossier: &'a Dossier, about: &'a PersonId, measure: &'a MeasureId, on: NaiveDate) -> Self {
        Self {
            dossier,
            about,
            measure,
            on,
            at: on,
            step: None,
            extends: false,
            ends: None,
            own_motion: false,
            is_settled: false,
            alongside: Vec::new(),
        }
    }

    /// A step of the dossier; `None` when the dossier has no such step.
    pub fn of_step(dossier: &'a Dossier, step: &'a StepId, on: NaiveDate) -> Option<Self> {
        let proposal = &dossier.steps().get(step)?.proposal.what;
        let ended = match &proposal.ends {
            Said::Said(ended) => dossier
                .steps()
                .get(ended)
                .filter(|it| !dossier.is_corrected(it.proposal.seq))
                .map(|it| &it.proposal.what.measure),
            Said::NotSaid => None,
        };
        Some(Self {
            step: Some(step),
            extends: !proposal.extends.is_not_said(),
            ends: ended,
            ..Self::new(dossier, &proposal.about, &proposal.measure, on)
        })
    }

    /// It is an extension of what is in force.
    #[must_use]
    pub fn extending(mut self) -> Self {
        self.extends = true;
        self
    }

    /// It is to end a measure that is in force.
    #[must_use]
    pub fn ending(mut self, measure: &'a MeasureId) -> Self {
        self.ends = Some(measure);
        self
    }

    /// Nobody asked: whoever acts does so of their own motion (*ambtshalve*).
    #[must_use]
    pub fn of_own_motion(mut self) -> Self {
        self.own_motion = true;
        self
    }

    /// The day up to which the dossier counts, where it is another than that of the law.
    #[must_use]
    pub(crate) fn known_until(mut self, at: NaiveDate) -> Self {
        self.at = at;
        self
    }

    /// Those who may settle it found that the power is there: what the dossier leaves open rests on their judgement.
    #[must_use]
    pub(crate) fn with_power_settled(mut self, is_settled: bool) -> Self {
        self.is_settled = is_settled;
        self
    }

    /// The measure.
    pub fn measure(&self) -> &'a MeasureId {
        self.measure
    }

    /// Whom it is about.
    pub fn about(&self) -> &'a PersonId {
        self.about
    }

    /// The day.
    pub fn on(&self) -> NaiveDate {
        self.on
    }

    /// The positions in which somebody may be. Somebody of the family whose position nobody noted may be in either; others
    /// have the position of their role.
    pub fn possible_positions(&self, person: &PersonId) -> BTreeSet<Actor> {
        let people = self.dossier.people();
        let positions = people.positions(person, self.about, self.on);
        if !positions.is_empty() {
            return positions;
        }
        if people.is_parent_of(person, self.about, self.on) {
            return BTreeSet::from([Actor::ParentWithAuthority, Actor::ParentWithoutAuthority]);
        }
        if person == self.about {
            return BTreeSet::from([Actor::MinorUnder12, Actor::Minor12To15, Actor::Minor16To17]);
        }
        positions
    }

    /// Whether what is known leaves it open in which position somebody is.
    pub fn is_open_position(&self, person: &PersonId) -> bool {
        self.dossier.people().positions(person, self.about, self.on).is_empty()
    }

    /// Everyone in the dossier who is certainly in a position.
    pub fn people_as(&self, actor: Actor) -> Vec<&'a PersonId> {
        let people = self.dossier.people();
        people
            .iter()
            .filter(|noted| noted.occurred.first_day() <= self.at)
            .map(|noted| &noted.what.person)
            .filter(|person| people.positions(person, self.about, self.on).contains(&actor))
            .collect()
    }
}
