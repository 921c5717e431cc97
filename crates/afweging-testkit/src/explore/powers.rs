//! The authority map by itself, over all states of the law: what nobody may decide, what two may decide alone, who asks and
//! decides at once. What a gap and an overlap are, the map says; here they are laid along time.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    Act, Actor, AuthorityMap, Comparison, DecisionForm, GapKind, Grant, GrantCondition, Labels, Lattice,
    MeasureId, Pack, Region, Said, Sentence, compare,
};
use chrono::NaiveDate;
use serde::Serialize;

use super::rule::Tally;

/// Every act that a power can be to.
pub(super) const ACTS: &[Act] = &[
    Act::Inform,
    Act::Advise,
    Act::Consult,
    Act::Investigate,
    Act::Request,
    Act::Decide,
    Act::Execute,
    Act::Consent,
    Act::BeHeard,
    Act::Object,
    Act::Appeal,
    Act::Supervise,
];

/// A stretch of time in which the law is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it is otherwise; not said: the pack knows of none.
    pub until: Said<NaiveDate>,
}

/// Something that nobody may do, though the map leads up to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PowerGap {
    /// To which measure.
    pub measure: MeasureId,
    /// Its name.
    pub labels: Labels,
    /// The article of the measure.
    pub article: String,
    /// What nobody may do.
    pub act: Act,
    /// Why it is a gap.
    pub kind: GapKind,
    /// When.
    pub periods: Vec<Period>,
    /// Why it is meant so; not said: nobody said that it is.
    pub meant: Said<Sentence>,
}

/// Two who may each decide alone in the same matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PowerOverlap {
    /// On which measure.
    pub measure: MeasureId,
    /// Its name.
    pub labels: Labels,
    /// The one.
    pub one: Actor,
    /// By which article.
    pub one_article: String,
    /// The other.
    pub other: Actor,
    /// By which article.
    pub other_article: String,
    /// When.
    pub periods: Vec<Period>,
    /// Why it is meant so; not said: nobody said that it is.
    pub meant: Said<Sentence>,
}

/// What the walk over the map found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PowersWalk {
    /// How many states of the law the pack has.
    pub law_states: usize,
    /// How many combinations of state, measure, act and actor there are.
    pub combinations: usize,
    /// How many of those have an entry on the map; for the others the law gives no power.
    pub with_entry: usize,
    /// What nobody may do.
    pub gaps: Vec<PowerGap>,
    /// What two may decide alone.
    pub overlaps: Vec<PowerOverlap>,
}

impl PowersWalk {
    /// What nobody said to be meant.
    pub fn surprises(&self) -> usize {
        let gaps = self.gaps.iter().filter(|it| it.meant.is_not_said()).count();
        gaps.saturating_add(self.overlaps.iter().filter(|it| it.meant.is_not_said()).count())
    }
}

/// Why a gap is meant.
fn meant(act: Act, kind: GapKind) -> Said<Sentence> {
    match (act, kind) {
        (Act::Object, GapKind::NoAppealCourt) => Said::Said(Sentence::new(
            "op een bezwaar beslist de bestuursrechter of een klachtencommissie; die staan niet op de kaart (zie Wie mag wat)",
            "an objection ends up before the administrative court or a complaints committee; those are no actors of the map \
             (see Who may do what)",
        )),
        _ => Said::NotSaid,
    }
}

/// What the law means by two who may each end something, by their articles: what the pack says of a measure as a whole does
/// not fit one that ends many others.
type Reading = (&'static [&'static str], (&'static str, &'static str));

const READINGS: &[Reading] = &[
    (
        &["Jw 7.3.4", "Jw 7.3.14"],
        (
            "vrijwillige hulp eindigt als wie toestemming gaf haar intrekt, of als wie haar geeft haar om gewichtige redenen beëindigt: \
             ieder van eigen kant",
            "voluntary help ends when whoever consented takes that back, or when whoever gives it ends it for weighty reasons: each \
             from their own side",
        ),
    ),
    (
        &["BW1 265d(1)", "BW1 265d(4)"],
        (
            "eerst de gecertificeerde instelling, en als die weigert de kinderrechter op verzoek (artikel 1:265d lid 2 tot en met 4 BW); \
             de kaart houdt die volgorde niet vast",
            "first the certified institution, and when it refuses the children's judge on request (article 1:265d paragraphs 2 to 4 \
             BW); the map does not hold that order",
        ),
    ),
];

/// Why it is meant that two may each decide, by the pack or by their articles.
pub(super) fn meant_both(
    pack: &Pack,
    measure: &MeasureId,
    on: NaiveDate,
    articles: [&str; 2],
) -> Said<Sentence> {
    if pack.measure(measure, on).is_some_and(|it| it.several_deciders) {
        return Said::Said(Sentence::new(
            "het wetspakket zegt dat meer dan één mag beslissen",
            "the law pack says that more than one may decide",
        ));
    }
    let ends = measure.as_str() == "M34";
    match READINGS.iter().find(|(of, _)| ends && articles.iter().all(|it| of.contains(it))) {
        Some((_, (nl, en))) => Said::Said(Sentence::new(*nl, *en)),
        None => Said::NotSaid,
    }
}

/// Lays days on which something is so along the states of the law.
fn periods(states: &[NaiveDate], so_on: &BTreeSet<NaiveDate>) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    let mut is_running = false;
    for state in states {
        let is_so = so_on.contains(state);
        match (is_running, is_so) {
            (false, true) => periods.push(Period { from: *state, until: Said::NotSaid }),
            (true, false) => {
                if let Some(last) = periods.last_mut() {
                    last.until = Said::Said(*state);
                }
            }
            _ => {}
        }
        is_running = is_so;
    }
    periods
}

/// Walks the map of a pack over all states of its law.
pub(super) fn walk(pack: &Pack, tally: &mut Tally) -> PowersWalk {
    let map = AuthorityMap::of(pack);
    let states: Vec<NaiveDate> = pack.changes().collect();
    let (mut combinations, mut with_entry) = (0_usize, 0_usize);
    let mut gaps: BTreeMap<(MeasureId, Act, GapKind), BTreeSet<NaiveDate>> = BTreeMap::new();
    type Pair = (MeasureId, Actor, String, Actor, String, Option<Sentence>);
    let mut overlaps: BTreeMap<Pair, BTreeSet<NaiveDate>> = BTreeMap::new();
    for on in states.iter().copied() {
        for gap in map.gaps(on) {
            gaps.entry((gap.measure, gap.act, gap.kind)).or_default().insert(on);
        }
        for it in map.overlaps(on) {
            let (one, other) = (it.one.cite.to_string(), it.other.cite.to_string());
            let meant = meant_both(pack, &it.one.measure, on, [&one, &other]).said().cloned();
            let pair = (it.one.measure, it.one.actor, one, it.other.actor, other, meant);
            overlaps.entry(pair).or_default().insert(on);
        }
        for measure in pack.measures(on) {
            for act in ACTS {
                let actors: BTreeSet<Actor> =
                    map.who_may(*act, &measure.id, on).into_iter().map(|it| it.actor).collect();
                combinations = combinations.saturating_add(Actor::ALL.len());
                with_entry = with_entry.saturating_add(actors.len());
            }
        }
        never_one_and_the_same(&map, pack, on, tally);
        order_of_measures(pack, on, tally);
    }
    no_region_gives_power(pack, &states, tally);
    let labels = |measure: &MeasureId, so_on: &BTreeSet<NaiveDate>| {
        let known = so_on.last().and_then(|on| pack.measure(measure, *on));
        known.map(|it| (it.labels.clone(), it.cite.to_string())).unwrap_or_default()
    };
    PowersWalk {
        law_states: states.len(),
        combinations,
        with_entry,
        gaps: gaps
            .into_iter()
            .map(|((measure, act, kind), so_on)| {
                let (labels, article) = labels(&measure, &so_on);
                let periods = periods(&states, &so_on);
                PowerGap { measure, labels, article, act, kind, periods, meant: meant(act, kind) }
            })
            .collect(),
        overlaps: overlaps
            .into_iter()
            .map(|((measure, one, one_article, other, other_article, meant), so_on)| PowerOverlap {
                labels: labels(&measure, &so_on).0,
                measure,
                one,
                one_article,
                other,
                other_article,
                periods: periods(&states, &so_on),
                meant: meant.map_or(Said::NotSaid, Said::Said),
            })
            .collect(),
    }
}

/// P7 on the map: on an order, nobody who may ask may also decide in first instance, in the same matter.
fn never_one_and_the_same(map: &AuthorityMap, pack: &Pack, on: NaiveDate, tally: &mut Tally) {
    for measure in pack.measures(on).filter(|it| it.form == DecisionForm::Order) {
        let (asks, decides) =
            (map.who_may(Act::Request, &measure.id, on), map.who_may(Act::Decide, &measure.id, on));
        let first = decides.into_iter().filter(|it| {
            !it.conditions.iter().any(|condition| matches!(condition, GrantCondition::OnAppealFrom(_)))
        });
        let both: Vec<String> = first
            .flat_map(|one| asks.iter().map(move |other| (one, *other)))
            .filter(|(one, other)| one.actor == other.actor && may_meet(one, other))
            .map(|(one, other)| format!("{:?}: {} and {}", one.actor, one.id, other.id))
            .collect();
        tally.story = vec![Sentence::same(format!("{} {on}", measure.id))];
        tally.add("P7", both.is_empty(), || both.join(", "));
    }
}

/// Whether two entries can be about the same matter: not when each only ends something, and nothing both.
fn may_meet(one: &Grant, other: &Grant) -> bool {
    let ends = |grant: &Grant| -> Vec<MeasureId> {
        let of = |condition: &GrantCondition| match condition {
            GrantCondition::Ends(measures) => measures.clone(),
            _ => Vec::new(),
        };
        grant.conditions.iter().flat_map(of).collect()
    };
    let replaces = |grant: &Grant| grant.conditions.contains(&GrantCondition::ReplacesInstitution);
    let (of_one, of_other) = (ends(one), ends(other));
    let is_apart = match (of_one.is_empty(), of_other.is_empty()) {
        (false, false) => !of_one.iter().any(|it| of_other.contains(it)),
        (false, true) => replaces(other),
        (true, false) => replaces(one),
        (true, true) => false,
    };
    !is_apart
}

/// P10 on the pack: every measure with every other, and every three of them; and the diagram has exactly that order.
fn order_of_measures(pack: &Pack, on: NaiveDate, tally: &mut Tally) {
    let lattice = Lattice::of(pack, on);
    let classes = lattice.classes();
    let lighter = |a: usize, b: usize| match (classes.get(a), classes.get(b)) {
        (Some(a), Some(b)) => matches!(compare(&a.vector, &b.vector), Comparison::Lighter { .. }),
        _ => false,
    };
    let all = 0..classes.len();
    let order: BTreeSet<(usize, usize)> =
        all.clone().flat_map(|a| all.clone().map(move |b| (a, b))).filter(|(a, b)| lighter(*a, *b)).collect();
    let mut drawn: BTreeSet<(usize, usize)> =
        lattice.edges().iter().map(|edge| (edge.lighter, edge.heavier)).collect();
    // What follows from the lines that are drawn, until nothing more does.
    loop {
        let next: Vec<(usize, usize)> = drawn
            .iter()
            .flat_map(|(a, b)| drawn.iter().filter(move |(c, _)| c == b).map(move |(_, d)| (*a, *d)))
            .filter(|it| !drawn.contains(it))
            .collect();
        if next.is_empty() {
            break;
        }
        drawn.extend(next);
    }
    tally.story = vec![Sentence::same(on)];
    for a in all.clone() {
        tally.add("P10", !order.contains(&(a, a)), || format!("class {a} is lighter than itself"));
        for b in all.clone() {
            let is = order.contains(&(a, b));
            tally.add("P10", !(is && order.contains(&(b, a))), || format!("{a} and {b} are each lighter"));
            tally.add("P10", is == drawn.contains(&(a, b)), || format!("{a} and {b} are drawn otherwise"));
            if is {
                for c in all.clone().filter(|c| order.contains(&(b, *c))) {
                    tally.add("P10", order.contains(&(a, c)), || format!("{a}, {b}, {c}"));
                }
            }
        }
    }
}

/// P18 on the map: in no region that the library has does the map say anything else.
fn no_region_gives_power(pack: &Pack, states: &[NaiveDate], tally: &mut Tally) {
    for region in Region::all() {
        // A region is made for one law pack; with another it may not fit.
        let Ok(there) = pack.clone().in_region(&region) else { continue };
        for on in states {
            tally.story = vec![Sentence::same(format!("{} {on}", region.id()))];
            tally.add("P18", there.grants(*on) == pack.grants(*on), || "another map".to_owned());
        }
    }
}
