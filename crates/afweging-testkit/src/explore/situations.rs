//! Every situation in which a step can be proposed: law × measure × age × consent × urgency; and in each, who may do what.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    Act, Actor, AuthorityMap, Code, ConsentBasis, ConsentRule, Dossier, Event, Gate, GateOutcome, Grant,
    GrantCondition, GrantInMatter, Labels, Matter, Measure, MeasureId, NewEntry, Overlap, Pack, PersonId,
    Said, Sentence, StepId, When,
};
use chrono::{Days, Months, NaiveDate, NaiveTime, TimeDelta};
use serde::Serialize;
use serde_json::{Value, json};

use super::lack::Lacks;
use super::powers::{ACTS, meant_both};
use super::rule::{Rule, Seen, Tally};
use super::samples::read;

/// The ages at which the law begins to ask or allow something else, in months: 12, 16 and 18 years, half a year past 18, 23.
const EDGES: &[u32] = &[144, 192, 216, 222, 276];

/// How old the person is whom a step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// Born that day.
    Newborn,
    /// A day short of so many months.
    DayBefore(u32),
    /// So many months old that day.
    On(u32),
    /// Nobody knows.
    Unknown,
}

impl Age {
    /// Every age that is looked at: on both sides of each edge of the law, a newborn, and one that nobody knows.
    pub fn all() -> Vec<Age> {
        let edges = EDGES.iter().flat_map(|months| [Age::DayBefore(*months), Age::On(*months)]);
        [Age::Newborn].into_iter().chain(edges).chain([Age::Unknown]).collect()
    }

    fn birth(self, on: NaiveDate) -> Value {
        let born = |months: u32| on.checked_sub_months(Months::new(months)).unwrap_or(on);
        match self {
            Age::Newborn => json!({ "on": on }),
            Age::On(months) => json!({ "on": born(months) }),
            Age::DayBefore(months) => {
                json!({ "on": born(months).checked_add_days(Days::new(1)).unwrap_or(on) })
            }
            Age::Unknown => json!("unknown"),
        }
    }

    fn is_adult(self) -> bool {
        matches!(self, Age::On(months) if months >= 216)
            || matches!(self, Age::DayBefore(months) if months > 216)
    }

    /// In words.
    pub fn label(self) -> Sentence {
        let years = |months: u32, half: &str| {
            let rest = if months.checked_rem(12) == Some(0) { "" } else { half };
            format!("{}{rest}", months.checked_div(12).unwrap_or_default())
        };
        match self {
            Age::Newborn => Sentence::new("pasgeboren", "newborn"),
            Age::DayBefore(months) => Sentence::new(
                format!("de dag voor {} jaar", years(months, "½")),
                format!("the day before {}", years(months, "½")),
            ),
            Age::On(months) => {
                Sentence::new(format!("{} jaar", years(months, "½")), format!("{} years", years(months, "½")))
            }
            Age::Unknown => Sentence::new("leeftijd onbekend", "age unknown"),
        }
    }
}

/// What was asked and said of consent, by the person and by who holds authority alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentSaid {
    /// Nobody asked.
    NotAsked,
    /// Asked; what they say is not known.
    NotKnown,
    /// Given.
    Given,
    /// Refused.
    Refused,
    /// Given, and taken back.
    Withdrawn,
}

impl ConsentSaid {
    /// All of them.
    pub const ALL: &'static [ConsentSaid] = &[
        ConsentSaid::NotAsked,
        ConsentSaid::NotKnown,
        ConsentSaid::Given,
        ConsentSaid::Refused,
        ConsentSaid::Withdrawn,
    ];

    fn events(self) -> &'static [&'static str] {
        match self {
            ConsentSaid::NotAsked => &[],
            ConsentSaid::NotKnown => &["consent_asked"],
            ConsentSaid::Given => &["consent_asked", "consent_given"],
            ConsentSaid::Refused => &["consent_asked", "consent_refused"],
            ConsentSaid::Withdrawn => &["consent_asked", "consent_given", "consent_withdrawn"],
        }
    }

    /// In words.
    pub fn label(self) -> Sentence {
        match self {
            ConsentSaid::NotAsked => Sentence::new("toestemming niet gevraagd", "consent not asked"),
            ConsentSaid::NotKnown => {
                Sentence::new("toestemming gevraagd, antwoord onbekend", "consent asked, answer not known")
            }
            ConsentSaid::Given => Sentence::new("toestemming gegeven", "consent given"),
            ConsentSaid::Refused => Sentence::new("toestemming geweigerd", "consent refused"),
            ConsentSaid::Withdrawn => Sentence::new("toestemming ingetrokken", "consent taken back"),
        }
    }
}

/// What is found of one act to one measure in some situations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PowerHere {
    /// The measure.
    pub measure: MeasureId,
    /// Its name.
    pub labels: Labels,
    /// Its article.
    pub article: String,
    /// The act.
    pub act: Act,
    /// Who, when it is about two: with the articles.
    pub who: Vec<(Actor, String)>,
    /// At which ages, in words.
    pub ages: Vec<Sentence>,
    /// In how many situations.
    pub situations: usize,
    /// Why it is meant so; not said: nobody said that it is.
    pub meant: Said<Sentence>,
}

/// What the walk over all situations found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SituationsWalk {
    /// How many pairs of a state of the law and a measure that it has.
    pub measures_in_law: usize,
    /// How many ages.
    pub ages: usize,
    /// How many ways in which consent was asked and answered.
    pub consents: usize,
    /// Urgent and not.
    pub urgencies: usize,
    /// All situations: the product of these.
    pub situations: usize,
    /// How many of those are equal to one that was looked at, for gate 1: nothing of the measure, of who may do what to it or
    /// of the rules on consent differs between two states of the law; or the measure rests on no consent, and at the first
    /// age each way of asking and answering was seen to change nothing.
    pub equal: usize,
    /// How many were assessed.
    pub assessed: usize,
    /// How the assessed ones stand before gate 1.
    pub gate_1: Vec<(GateOutcome, usize)>,
    /// How often it was asked who may: for each assessed measure, age and urgency, each act by each actor. Consent is no
    /// part of that question.
    pub powers_asked: usize,
    /// No entry on the map: not allowed.
    pub no_entry: usize,
    /// There is one, and a condition is not met.
    pub not_met: usize,
    /// There is one, and it is not known whether it holds.
    pub not_known: usize,
    /// Allowed.
    pub allowed: usize,
    /// Where nobody may decide, or nobody may ask a court, though the measure is for somebody of that age.
    pub nobody: Vec<PowerHere>,
    /// Where two may each decide alone, as things stand.
    pub two: Vec<PowerHere>,
}

/// What of the law gate 1 reads for a measure.
#[derive(PartialEq)]
struct Read<'a> {
    measure: &'a Measure,
    grants: Vec<&'a Grant>,
    rules: &'a [ConsentRule],
}

impl<'a> Read<'a> {
    fn of(pack: &'a Pack, measure: &'a Measure, on: NaiveDate) -> Self {
        let grants = pack.grants(on).iter().filter(|it| it.measure == measure.id).collect();
        Read { measure, grants, rules: pack.consent_rules(on) }
    }
}

/// How a step stands before gate 1, with what was found.
#[derive(PartialEq)]
struct Gate1 {
    outcome: GateOutcome,
    codes: Vec<Code>,
}

impl Gate1 {
    fn of(seen: &Seen) -> Self {
        match seen.assessment.steps.first().and_then(|it| it.gate(Gate::Authority)) {
            Some(gate) => {
                Gate1 { outcome: gate.outcome, codes: gate.findings.iter().map(|it| it.code).collect() }
            }
            None => Gate1 { outcome: GateOutcome::Unknown, codes: Vec::new() },
        }
    }
}

fn rests_on_consent(measure: &Measure) -> bool {
    match &measure.consent {
        ConsentBasis::NotNeeded => false,
        ConsentBasis::Needed => true,
        ConsentBasis::OneOf { consent, .. } => *consent,
    }
}

/// The walk.
pub(super) struct Situations<'a> {
    pub(super) pack: &'a Pack,
    pub(super) in_region: Option<&'a Pack>,
    pub(super) nothing_equal: bool,
    pub(super) rules: &'a [Rule],
    pub(super) lacks: &'a mut Lacks,
    pub(super) tally: &'a mut Tally,
    pub(super) progress: &'a mut dyn FnMut(&Sentence, usize),
}

/// The map on a day.
struct OnDay<'a> {
    map: &'a AuthorityMap,
    overlaps: Vec<Overlap>,
    on: NaiveDate,
}

/// What the walk counts of powers beside the numbers.
#[derive(Default)]
struct Found {
    nobody: Here,
    two: Here,
}

type Here = BTreeMap<
    (MeasureId, Act, Vec<(Actor, String)>, Option<Sentence>),
    (BTreeSet<Age>, usize, Labels, String),
>;

impl Situations<'_> {
    pub(super) fn walk(mut self) -> SituationsWalk {
        let (ages, urgencies) = (Age::all(), [false, true]);
        let map = AuthorityMap::of(self.pack);
        let mut walked = SituationsWalk {
            measures_in_law: 0,
            ages: ages.len(),
            consents: ConsentSaid::ALL.len(),
            urgencies: urgencies.len(),
            situations: 0,
            equal: 0,
            assessed: 0,
            gate_1: Vec::new(),
            powers_asked: 0,
            no_entry: 0,
            not_met: 0,
            not_known: 0,
            allowed: 0,
            nobody: Vec::new(),
            two: Vec::new(),
        };
        let per_measure = ages.len().saturating_mul(walked.consents).saturating_mul(walked.urgencies);
        let mut gate_1: BTreeMap<GateOutcome, usize> = BTreeMap::new();
        let mut read: BTreeMap<&MeasureId, Vec<Read<'_>>> = BTreeMap::new();
        let mut found = Found::default();
        for on in self.pack.changes() {
            let said = Sentence::new(format!("situaties, wet van {on}"), format!("situations, law of {on}"));
            (self.progress)(&said, walked.assessed);
            let day = OnDay { map: &map, overlaps: map.overlaps(on), on };
            let families: Vec<(Age, Dossier)> = ages.iter().map(|age| (*age, family(*age, on))).collect();
            for measure in self.pack.measures(on) {
                walked.measures_in_law = walked.measures_in_law.saturating_add(1);
                walked.situations = walked.situations.saturating_add(per_measure);
                let reads = Read::of(self.pack, measure, on);
                let earlier = read.entry(&measure.id).or_default();
                if !self.nothing_equal && earlier.contains(&reads) {
                    walked.equal = walked.equal.saturating_add(per_measure);
                    continue;
                }
                earlier.push(reads);
                let (mut makes_no_difference, mut differs) = (false, false);
                for (age, family) in &families {
                    for urgent in urgencies {
                        let proposed = proposed(family, measure, urgent, on);
                        self.powers(&day, measure, &proposed, *age, &mut walked, &mut found);
                        let mut first: Option<Gate1> = None;
                        for consent in ConsentSaid::ALL {
                            let is_equal = !self.nothing_equal && makes_no_difference && first.is_some();
                            if is_equal {
                                walked.equal = walked.equal.saturating_add(1);
                                continue;
                            }
                            let gate = self.assess(&proposed, measure, *age, urgent, *consent, on);
                            let count = gate_1.entry(gate.outcome).or_default();
                            *count = count.saturating_add(1);
                            walked.assessed = walked.assessed.saturating_add(1);
                            differs |= first.as_ref().is_some_and(|it| *it != gate);
                            first = first.or(Some(gate));
                        }
                        // Consent is no part of what the measure rests on, and it was seen to change nothing: once is enough.
                        makes_no_difference = !rests_on_consent(measure) && !differs;
                    }
                }
            }
        }
        walked.gate_1 = gate_1.into_iter().collect();
        walked.nobody = here(found.nobody);
        walked.two = here(found.two);
        walked
    }

    /// Assesses one situation, tries the rules on it, and gives how it stands before gate 1.
    fn assess(
        &mut self,
        proposed: &Dossier,
        measure: &Measure,
        age: Age,
        urgent: bool,
        consent: ConsentSaid,
        on: NaiveDate,
    ) -> Gate1 {
        let mut dossier = proposed.clone();
        for person in ["child", "mother"] {
            for kind in consent.events() {
                let mut asked = json!({ "person": person, "scope": { "step": "step" } });
                if let Some(fields) = asked.as_object_mut().filter(|_| *kind == "consent_asked") {
                    fields.insert(
                        "information".to_owned(),
                        json!("what it is, what for, and what else there is"),
                    );
                }
                tell(&mut dossier, person, kind, asked, on);
            }
        }
        let seen = Seen::of(dossier, on, self.pack);
        let outcome = Gate1::of(&seen).outcome;
        let urgency =
            if urgent { Sentence::new("spoed", "urgent") } else { Sentence::new("geen spoed", "not urgent") };
        self.tally.story =
            vec![Sentence::same(format!("{} {on}", measure.id)), age.label(), consent.label(), urgency];
        self.lacks.look(&seen.assessment, &self.tally.story);
        let look = super::rule::Look {
            now: &seen,
            before: None,
            event: None,
            law: self.pack,
            in_region: self.in_region,
        };
        self.tally.try_all(self.rules, &look);
        if rests_on_consent(measure) {
            let is_through = matches!(outcome, GateOutcome::Passed | GateOutcome::Cured);
            let seen = || format!("gate 1 is {outcome:?}");
            match consent {
                ConsentSaid::Refused | ConsentSaid::Withdrawn => self.tally.add("P8", !is_through, seen),
                // Where there is no time to ask, the law puts it off (Jw 7.3.16(1)): mended afterwards, and never simply there.
                ConsentSaid::NotAsked if urgent => {
                    self.tally.add("P14", outcome != GateOutcome::Passed, seen);
                }
                ConsentSaid::NotAsked | ConsentSaid::NotKnown => self.tally.add("P14", !is_through, seen),
                ConsentSaid::Given => {}
            }
        }
        Gate1::of(&seen)
    }

    /// Asks who may do what in one situation.
    fn powers(
        &self,
        day: &OnDay<'_>,
        measure: &Measure,
        dossier: &Dossier,
        age: Age,
        walked: &mut SituationsWalk,
        here: &mut Found,
    ) {
        let (map, on) = (day.map, day.on);
        let step: StepId = read(json!("step"));
        let Some(matter) = Matter::of_step(dossier, &step, on) else { return };
        let unasked = matter.clone().of_own_motion();
        let is_covered = is_for(measure, age, dossier, on);
        for act in ACTS {
            let mut found = map.who_may_in(*act, &matter);
            if *act == Act::Decide {
                found.extend(map.who_may_in(*act, &unasked));
            }
            let mut best: BTreeMap<Actor, u8> = BTreeMap::new();
            for it in &found {
                let place = best.entry(it.grant.actor).or_default();
                *place = (*place).max(standing(it));
            }
            walked.powers_asked = walked.powers_asked.saturating_add(Actor::ALL.len());
            walked.no_entry = walked.no_entry.saturating_add(Actor::ALL.len().saturating_sub(best.len()));
            for place in best.values() {
                let count = match place {
                    0 => &mut walked.not_met,
                    1 => &mut walked.not_known,
                    _ => &mut walked.allowed,
                };
                *count = count.saturating_add(1);
            }
            if !is_covered {
                continue;
            }
            let first = || found.iter().filter(|it| !is_appellate(&it.grant));
            let is_asked = *act == Act::Decide
                || (*act == Act::Request && measure.form == afweging::DecisionForm::Order);
            if is_asked && first().all(GrantInMatter::is_ruled_out) {
                note(&mut here.nobody, measure, *act, Vec::new(), None, age);
            }
        }
        let pairs: Vec<&Overlap> = day.overlaps.iter().filter(|it| it.one.measure == measure.id).collect();
        if !is_covered || pairs.is_empty() {
            return;
        }
        let decide = map.who_may_in(Act::Decide, &matter);
        let holds = |grant: &Grant| decide.iter().any(|it| it.grant == *grant && it.holds());
        for pair in pairs.into_iter().filter(|it| holds(&it.one) && holds(&it.other)) {
            let (one, other) = (pair.one.cite.to_string(), pair.other.cite.to_string());
            let meant = meant_both(self.pack, &measure.id, on, [&one, &other]).said().cloned();
            let who = vec![(pair.one.actor, one), (pair.other.actor, other)];
            note(&mut here.two, measure, Act::Decide, who, meant, age);
        }
    }
}

fn standing(it: &GrantInMatter) -> u8 {
    match (it.holds(), it.is_ruled_out()) {
        (true, _) => 2,
        (false, false) => 1,
        (false, true) => 0,
    }
}

fn is_appellate(grant: &Grant) -> bool {
    grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)))
}

/// Whether a measure can be about somebody of this age; an age that nobody knows may be any.
fn is_for(measure: &Measure, age: Age, dossier: &Dossier, on: NaiveDate) -> bool {
    use afweging::{OfAge, Subject};
    let (people, child): (_, PersonId) = (dossier.people(), read(json!("child")));
    if age == Age::Unknown {
        return true;
    }
    match measure.subject {
        Subject::Any => true,
        Subject::Adult => people.is_minor(&child, on) == OfAge::No,
        Subject::Minor => people.is_minor(&child, on) == OfAge::Yes,
        Subject::Youth => people.is_at_least(&child, 23, on) == OfAge::No,
        Subject::MinorOrContinued => people.has_lived(&child, 222, on) == OfAge::No,
    }
}

fn note(
    here: &mut Here,
    measure: &Measure,
    act: Act,
    who: Vec<(Actor, String)>,
    meant: Option<Sentence>,
    age: Age,
) {
    let (ages, count, _, _) = here
        .entry((measure.id.clone(), act, who, meant))
        .or_insert_with(|| (BTreeSet::new(), 0, measure.labels.clone(), measure.cite.to_string()));
    ages.insert(age);
    *count = count.saturating_add(1);
}

fn here(found: Here) -> Vec<PowerHere> {
    found
        .into_iter()
        .map(|((measure, act, who, meant), (ages, situations, labels, article))| PowerHere {
            measure,
            labels,
            article,
            act,
            who,
            ages: Age::all().into_iter().filter(|it| ages.contains(it)).map(Age::label).collect(),
            situations,
            meant: meant.map_or(Said::NotSaid, Said::Said),
        })
        .collect()
}

/// A family: somebody of an age, a mother with authority over them while that can be, and the local team.
fn family(age: Age, on: NaiveDate) -> Dossier {
    let mut dossier = Dossier::new("situation");
    let role = if age.is_adult() { "adult_subject" } else { "child" };
    let added = "person_added";
    tell(&mut dossier, "team", added, json!({ "person": "team", "role": "local_team" }), on);
    tell(&mut dossier, "team", added, json!({ "person": "child", "role": role, "birth": age.birth(on) }), on);
    tell(&mut dossier, "team", added, json!({ "person": "mother", "role": "mother" }), on);
    if !age.is_adult() {
        let held = json!({ "holder": "mother", "child": "child", "authority": "held" });
        tell(&mut dossier, "team", "authority_noted", held, on);
    }
    dossier
}

/// The family, with a step that the team proposes.
fn proposed(family: &Dossier, measure: &Measure, urgent: bool, on: NaiveDate) -> Dossier {
    let mut dossier = family.clone();
    let step = json!({ "step": "step", "measure": measure.id, "about": "child", "proposed_by": "team" });
    tell(&mut dossier, "team", "step_proposed", step, on);
    if urgent {
        let look_back = on.checked_add_days(Days::new(14)).unwrap_or(on);
        let danger = json!({
            "step": "step", "danger": "fire", "why_it_cannot_wait": "it is tonight", "look_back": look_back,
        });
        tell(&mut dossier, "team", "urgency_declared", danger, on);
    }
    dossier
}

/// Records something of a day.
///
/// # Panics
/// When it is refused: a fault of this crate, which its tests find.
#[expect(
    clippy::panic,
    reason = "a situation that cannot be told is a fault of this crate, which its tests find"
)]
fn tell(dossier: &mut Dossier, by: &str, kind: &str, what: Value, on: NaiveDate) {
    let event: Event = read(json!({ kind: what }));
    let entry = entry(dossier, by, event, on);
    dossier.record(entry).unwrap_or_else(|why| panic!("{kind}: {why}"));
}

/// An entry of a day, recorded that day after all before it.
pub(super) fn entry(dossier: &Dossier, by: &str, event: Event, on: NaiveDate) -> NewEntry {
    let place = i64::try_from(dossier.len()).unwrap_or_default();
    let morning = on.and_time(NaiveTime::MIN).and_utc();
    let recorded = morning.checked_add_signed(TimeDelta::seconds(place)).unwrap_or(morning);
    NewEntry {
        recorded,
        occurred: When::Day(on),
        by: read(json!(by)),
        door: Default::default(),
        event,
        salt: String::new(),
    }
}
