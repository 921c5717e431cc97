//! The states of the law: everything that is in force from one change to the next, joined and checked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::actor::{Act, Actor};
use crate::id::{GroundId, MeasureId};
use crate::law::Citation;
use crate::pack::consent::{ConsentBasis, ConsentRule};
use crate::pack::draft::{Draft, Of};
use crate::pack::error::{PackCode, PackError, PackFaults};
use crate::pack::file::Place;
use crate::pack::grant::{Grant, GrantCondition};
use crate::pack::keeping::Keeping;
use crate::pack::measure::{Measure, Placement};
use crate::pack::provision::Provision;
use crate::pack::soundness;
use crate::pack::term::{Length, Term};
use crate::pack::vector::Vector;
use crate::pack::versions::{Reference, Target, Version, Versions};
use crate::pack::words::{ConsentGroup, Consenter, Standing, Subject};

/// The law from one day on.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub(crate) from: NaiveDate,
    pub(crate) measures: BTreeMap<MeasureId, Measure>,
    pub(crate) grants: Vec<Grant>,
    pub(crate) rules: Vec<ConsentRule>,
    /// The terms that belong to no measure.
    pub(crate) terms: Vec<Term>,
    pub(crate) provisions: Vec<Provision>,
    pub(crate) keepings: Vec<Keeping>,
}

/// The states of a pack, in the order of their days, or everything that is wrong with them.
///
/// What is wrong with a datum is said once, for the first day on which it shows.
pub(crate) fn resolve(draft: &Draft) -> Result<Vec<State>, PackFaults> {
    let mut days = BTreeSet::from([draft.first]);
    days_of(draft, &mut days);
    let days: Vec<_> = days.range(draft.first..).copied().collect();
    if days.len() > super::MOST_STATES {
        let reason =
            format!("{} states of the law; the most that are taken are {}", days.len(), super::MOST_STATES);
        let pack = Place { file: String::new(), line: 0, key: String::new() };
        return Err(pack.error(PackCode::TooLarge, reason).into());
    }
    let mut faults: Vec<PackError> = Vec::new();
    let mut states = Vec::new();
    for day in days {
        let (state, found) = state(draft, day);
        states.push(state);
        for fault in found {
            let is_known = |known: &PackError| {
                (&known.file, known.line, &known.key, known.code)
                    == (&fault.file, fault.line, &fault.key, fault.code)
            };
            if !faults.iter().any(is_known) {
                faults.push(fault);
            }
        }
    }
    PackFaults::of(faults).map_or(Ok(states), Err)
}

fn days_of(draft: &Draft, days: &mut BTreeSet<NaiveDate>) {
    fn add<T>(versions: &Versions<T>, days: &mut BTreeSet<NaiveDate>) {
        for version in versions.all() {
            days.insert(version.cite.from);
            days.extend(version.cite.until);
        }
    }
    add(&draft.placements, days);
    add(&draft.measures, days);
    add(&draft.tests, days);
    add(&draft.requires, days);
    add(&draft.prefers, days);
    add(&draft.adjacent, days);
    add(&draft.requirements, days);
    add(&draft.hearing, days);
    add(&draft.bases, days);
    add(&draft.rules, days);
    add(&draft.grants, days);
    add(&draft.terms, days);
    add(&draft.principles, days);
    add(&draft.ordered, days);
    add(&draft.incomparable, days);
    add(&draft.provisions, days);
    add(&draft.keepings, days);
}

fn state(draft: &Draft, day: NaiveDate) -> (State, Vec<PackError>) {
    let mut faults = Vec::new();
    let mut state = State {
        from: day,
        measures: BTreeMap::new(),
        grants: Vec::new(),
        rules: Vec::new(),
        terms: Vec::new(),
        provisions: Vec::new(),
        keepings: Vec::new(),
    };
    for (_, version) in draft.measures.on(day) {
        let mut measure = version.value.measure.clone();
        measure.cite = version.cite.clone();
        measure.consent_cite = version.cite.clone();
        state.measures.insert(measure.id.clone(), measure);
    }
    for (_, version) in draft.measures.on(day) {
        faults.extend(dangling(draft, &state, day, version));
        put_placements(draft, &mut state, day, version.value.measure.id.clone(), &version.value.placements);
    }
    attach(draft, &mut state, day, &mut faults);
    put_grants(draft, &mut state, day, &mut faults);
    for (_, version) in draft.rules.on(day) {
        let mut rule = version.value.clone();
        rule.cite = version.cite.clone();
        state.rules.push(rule);
    }
    for (_, version) in draft.terms.on(day).filter(|(_, version)| version.value.measures.is_empty()) {
        state.terms.push(Term { cite: version.cite.clone(), ..version.value.value.clone() });
    }
    for (_, version) in draft.provisions.on(day) {
        faults.extend(dangling(draft, &state, day, version));
        let mut provision = version.value.clone();
        provision.cite = version.cite.clone();
        state.provisions.push(provision);
    }
    for (_, version) in draft.keepings.on(day) {
        faults.extend(dangling(draft, &state, day, version));
        state.keepings.push(Keeping { cite: version.cite.clone(), ..version.value.clone() });
    }
    for version in draft.ordered.on(day).chain(draft.incomparable.on(day)).map(|(_, version)| version) {
        faults.extend(dangling(draft, &state, day, version));
    }
    derived_grants(&mut state);
    // What dangles leaves gaps behind it: those would only repeat it.
    if faults.is_empty() {
        faults = soundness::faults(draft, &state);
    }
    (state, faults)
}

/// References to what is not in the pack on the day.
fn dangling<'a, T>(
    draft: &'a Draft,
    state: &'a State,
    day: NaiveDate,
    version: &'a Version<T>,
) -> impl Iterator<Item = PackError> {
    version.references.iter().filter_map(move |Reference { target, id, place }| {
        let (kind, there) = match target {
            Target::Measure => ("measure", state.measures.keys().any(|measure| measure.as_str() == id)),
            Target::Placement => {
                ("placement", draft.placements.on(day).any(|(placement, _)| placement == id))
            }
            Target::Ground => ("ground", ground_in_force(draft, id, day)),
        };
        (!there).then(|| place.error(PackCode::Dangling, format!("there is no {kind} `{id}` on {day}")))
    })
}

fn ground_in_force(draft: &Draft, id: &str, day: NaiveDate) -> bool {
    GroundId::new(id)
        .ok()
        .and_then(|id| draft.grounds.get(&id))
        .is_some_and(|(ground, _)| ground.cite.in_force(day))
}

/// A measure has at each placement at least the levels of that place; its own vector is the lowest over them.
fn put_placements(
    draft: &Draft,
    state: &mut State,
    day: NaiveDate,
    measure: MeasureId,
    ids: &[crate::id::PlacementId],
) {
    let Some(measure) = state.measures.get_mut(&measure) else { return };
    let mut placements: Vec<Placement> = draft
        .placements
        .on(day)
        .filter(|(_, version)| ids.contains(&version.value.id))
        .map(|(_, version)| {
            let place = &version.value;
            Placement {
                id: place.id.clone(),
                labels: place.labels.clone(),
                vector: Vector {
                    living: measure.vector.living.max(place.living),
                    liberty: measure.vector.liberty.max(place.liberty),
                    ..measure.vector.clone()
                },
                cite: version.cite.clone(),
            }
        })
        .collect();
    placements.sort_by(|a, b| (a.vector.living, &a.id).cmp(&(b.vector.living, &b.id)));
    if let Some(living) = placements.iter().map(|placement| placement.vector.living).min() {
        measure.vector.living = living;
    }
    if let Some(liberty) = placements.iter().map(|placement| placement.vector.liberty).min() {
        measure.vector.liberty = liberty;
    }
    measure.placements = placements;
}

fn attach(draft: &Draft, state: &mut State, day: NaiveDate, faults: &mut Vec<PackError>) {
    each(draft, state, day, &draft.tests, faults, |measure, lists, cite| {
        measure.grounds.extend(lists.iter().cloned());
        measure.grounds_cite = Some(cite.clone());
    });
    macro_rules! push {
        ($($list:ident),+) => {$(
            each(draft, state, day, &draft.$list, faults, |measure, value, cite| {
                let mut value = value.clone();
                value.cite = cite.clone();
                measure.$list.push(value);
            });
        )+};
    }
    push!(requires, prefers, adjacent, requirements, hearing, terms, principles);
    let mut based: BTreeMap<MeasureId, Place> = BTreeMap::new();
    for (_, version) in draft.bases.on(day) {
        for measure in &version.value.measures {
            if let Some(earlier) = based.insert(measure.clone(), version.place.clone()) {
                let reason =
                    format!("`{measure}` already has a basis: `{}` on line {}", earlier.key, earlier.line);
                faults.push(version.place.error(PackCode::Duplicate, reason));
            }
        }
    }
    each(draft, state, day, &draft.bases, faults, |measure, basis, cite| {
        measure.consent = basis.clone();
        measure.consent_cite = cite.clone();
    });
    for (id, version) in draft.measures.on(day) {
        if !based.contains_key(&version.value.measure.id) {
            let reason = format!("no `[[basis]]` says on whose consent `{id}` rests on {day}");
            faults.push(version.place.error(PackCode::ConsentGap, reason));
        }
    }
}

fn each<T>(
    draft: &Draft,
    state: &mut State,
    day: NaiveDate,
    versions: &Versions<Of<T>>,
    faults: &mut Vec<PackError>,
    mut put: impl FnMut(&mut Measure, &T, &Citation),
) {
    for (_, version) in versions.on(day) {
        faults.extend(dangling(draft, state, day, version));
        for id in &version.value.measures {
            if let Some(measure) = state.measures.get_mut(id) {
                put(measure, &version.value.value, &version.cite);
            }
        }
    }
}

fn put_grants(draft: &Draft, state: &mut State, day: NaiveDate, faults: &mut Vec<PackError>) {
    for (id, version) in draft.grants.on(day) {
        faults.extend(dangling(draft, state, day, version));
        let Of { measures, value } = &version.value;
        for measure in measures {
            for act in &value.acts {
                for actor in &value.actors {
                    state.grants.push(Grant {
                        id: id.to_owned(),
                        actor: *actor,
                        act: *act,
                        measure: measure.clone(),
                        standing: value.standing,
                        conditions: value.conditions.clone(),
                        cite: version.cite.clone(),
                    });
                }
            }
        }
    }
}

/// Who is to be heard and who is to consent stand on the authority map as well, out of the rules about them.
fn derived_grants(state: &mut State) {
    let mut grants = Vec::new();
    for measure in state.measures.values() {
        let mut put = |id: &str, actor: Actor, act: Act, cares_for: Option<Length>, cite: &Citation| {
            grants.push(Grant {
                id: id.to_owned(),
                actor,
                act,
                measure: measure.id.clone(),
                standing: Standing::Primary,
                conditions: cares_for.map(GrantCondition::CaresFor).into_iter().collect(),
                cite: cite.clone(),
            });
        };
        for rule in &measure.hearing {
            put(&rule.id, rule.who, Act::BeHeard, rule.cares_for, &rule.cite);
        }
        match &measure.consent {
            ConsentBasis::NotNeeded | ConsentBasis::OneOf { consent: false, .. } => {}
            ConsentBasis::OneOf { consent: true, .. } => {
                for actor in [Actor::ParentWithAuthority, Actor::Guardian] {
                    put("basis", actor, Act::Consent, None, &measure.consent_cite);
                }
            }
            ConsentBasis::Needed => {
                let mut consenters = BTreeMap::new();
                for rule in state.rules.iter().filter(|rule| fits(rule.group, measure.subject)) {
                    for actor in rule.must.iter().flat_map(|must| consenting(*must, rule.group)) {
                        consenters.entry(*actor).or_insert(rule);
                    }
                }
                for (actor, rule) in consenters {
                    put(&rule.id, actor, Act::Consent, None, &rule.cite);
                }
            }
        }
    }
    state.grants.extend(grants);
    state.grants.sort_by(|a, b| {
        (&a.measure, a.act, a.standing, a.actor, &a.id).cmp(&(&b.measure, b.act, b.standing, b.actor, &b.id))
    });
}

fn fits(group: ConsentGroup, subject: Subject) -> bool {
    match subject {
        Subject::Minor => group != ConsentGroup::Adult,
        Subject::Adult => group == ConsentGroup::Adult,
        Subject::Youth | Subject::MinorOrContinued | Subject::Any => true,
    }
}

fn consenting(must: Consenter, group: ConsentGroup) -> &'static [Actor] {
    match (must, group) {
        (Consenter::EveryoneWithAuthority, _) => &[Actor::ParentWithAuthority, Actor::Guardian],
        (Consenter::LegalRepresentative, _) => &[Actor::Guardian],
        (Consenter::Person, ConsentGroup::Under12) => &[Actor::MinorUnder12],
        (Consenter::Person, ConsentGroup::From12To15 | ConsentGroup::Incapable) => &[Actor::Minor12To15],
        (Consenter::Person, ConsentGroup::From16To17) => &[Actor::Minor16To17],
        (Consenter::Person, ConsentGroup::Adult) => &[Actor::Adult],
    }
}
