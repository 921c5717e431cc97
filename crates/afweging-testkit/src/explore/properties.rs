//! The properties of the model (§12) that can be decided on a walk, each as a rule; and why the others cannot.
//!
//! A rule reads the log, the pack and the assessment, and reckons apart what must be so: by the plainest code there is.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    Act, Assessment, Belnap, Code, ConsentBasis, ConsentGroup, Consenter, Dossier, Event, Fallback,
    FindingKind, Frame, Gate, GateOutcome, GrantCondition, OfAge, PersonId, Role, Said, Sentence,
    StepAssessment, StepId, TermKind, WatchEvent, Weighed, Weighing, WeighingEvent, Withdrawn, assess,
};
use chrono::NaiveDate;
use serde_json::Value;

use super::rule::{Look, PropertyTried, Rule, Seen, Tally, Tried};
use crate::bearing::{Bearing, bearing};

/// What each property says, in short, in the order of the model.
const SAYS: &[(&str, &str, &str)] = &[
    (
        "P1",
        "wat te lezen is, is op elke dag te beoordelen, en twee keer geeft hetzelfde",
        "what can be read can be assessed on any day, and twice gives the same",
    ),
    (
        "P2",
        "vastgelegd, opnieuw afgespeeld of teruggelezen: het is hetzelfde dossier",
        "recorded, replayed or read back: it is the same dossier",
    ),
    (
        "P3",
        "wat op een dag bekend was, verandert niet door wat later binnenkomt",
        "what was known on a day never changes by what comes in later",
    ),
    (
        "P4",
        "een lichter alternatief dat niemand beantwoordde, opent geen stap",
        "a lighter alternative that nobody answered opens no step",
    ),
    ("P5", "een verhaal herhalen maakt niets sterker", "repeating a tale strengthens nothing"),
    (
        "P6",
        "een waargenomen beslissing zonder bevoegdheid zegt dat",
        "an observed decision without power says so",
    ),
    (
        "P7",
        "wie verzoekt, beslist niet; de rechter verzoekt niet",
        "who asks does not decide; the court does not ask",
    ),
    (
        "P8",
        "geweigerde of ingetrokken toestemming houdt tegen wat erop rust",
        "consent refused or taken back bars what rests on it",
    ),
    (
        "P9",
        "bij elk middel neemt het ene antwoord de bevinding weg en het andere niet",
        "for each remedy some answer lifts the finding and some other leaves it",
    ),
    (
        "P10",
        "lichter en zwaarder is een ordening, en de tekening heeft precies die",
        "lighter and heavier is an order, and the diagram has exactly that one",
    ),
    (
        "P11",
        "andere pseudoniemen, of alle dagen evenveel verschoven, veranderen alleen dat",
        "other pseudonyms, or all days shifted alike, change nothing but those",
    ),
    (
        "P12",
        "wat niet van elkaar afhangt, mag in elke volgorde komen",
        "what does not depend on each other may come in either order",
    ),
    ("P13", "elk afwijkend oordeel blijft staan", "every dissent stands"),
    (
        "P14",
        "een antwoord weglaten, zwijgen of een twijfel toevoegen opent geen poort",
        "leaving out an answer, silence or one more doubt opens no gate",
    ),
    (
        "P15",
        "een beslissing zonder horen brengt de plicht mee alsnog te horen, en vervalt als dat te laat is",
        "a decision without a hearing carries the duty to hear, and lapses when that is late",
    ),
    (
        "P16",
        "geen maatregel loopt door na zijn termijn; doorgaan zonder beslissing is een bevinding",
        "no measure is in force past its term; going on without a decision is a finding",
    ),
    (
        "P17",
        "geschreven en gelezen is hetzelfde, en geen getal heeft een komma",
        "written and read it is the same, and no number has a fraction",
    ),
    (
        "P18",
        "een regionale afspraak geeft geen bevoegdheid en opent geen stap",
        "a regional agreement gives no power and opens no step",
    ),
    (
        "P19",
        "veel dossiers samen zeggen wat ze één voor één zeggen",
        "many dossiers together say what they say one by one",
    ),
    (
        "P20",
        "een afgesneden staart valt op bij wie het laatste kenmerk bewaarde",
        "a cut tail is found by who kept the head",
    ),
    (
        "P21",
        "de enige steun van iets intrekken is altijd te zien",
        "taking back the only support of something always shows",
    ),
    (
        "P22",
        "van de eerste melding tot de afsluiting waakt er iemand, of er is een gemeld gat",
        "from the first report until closure somebody keeps watch, or a gap is reported",
    ),
    ("P23", "dat iets een oordeel is, raakt nergens kwijt", "that something is a judgement never gets lost"),
    (
        "P24",
        "niemand valt terug zonder geprobeerde dialoog, of spoed met een dag om terug te kijken",
        "nobody falls back without a dialogue that was tried, or urgency with a look-back",
    ),
];

/// The properties that no walk decides, with the reason.
fn not_decidable(id: &str) -> Said<Sentence> {
    let why = |nl: &str, en: &str| Said::Said(Sentence::new(nl, en));
    match id {
        "P9" => why(
            "de antwoorden moeten worden bedacht; de toets p9_… doet dat (dat er een middel ís, telt onder doodlopend)",
            "the answers have to be made up; the test p9_… does that (that there is a remedy counts under dead ends)",
        ),
        "P11" => why(
            "vraagt een tweede dossier met andere namen, geen volgende zet; de toets p11_… doet dat",
            "takes a second dossier with other names, not a next move; the test p11_… does that",
        ),
        "P19" => why("gaat over veel dossiers tegelijk", "is about many dossiers at once"),
        _ => Said::NotSaid,
    }
}

/// What became of each property, and of the rules of whoever explores.
pub(super) fn tried(tally: &Tally, own: &[Rule]) -> Vec<PropertyTried> {
    let of_model = SAYS.iter().map(|(id, nl, en)| tally.of(id, Sentence::new(*nl, *en), not_decidable(id)));
    of_model.chain(own.iter().map(|rule| tally.of(rule.id, rule.says.clone(), Said::NotSaid))).collect()
}

/// What is checked on a look.
type Check = fn(&Look<'_>) -> Tried;

/// The rules on the log itself: what is written, kept and read back.
pub(super) fn rules_of_log() -> Vec<Rule> {
    named(&[
        ("P1", same_twice),
        ("P2", read_back),
        ("P3", known_then),
        ("P17", no_fraction),
        ("P20", cut_tail),
    ])
}

/// The rules on what it means. P8, P10, P12, P14, P18 and P24 are also tried by the walks themselves, where they need more than a look.
pub(super) fn rules() -> Vec<Rule> {
    named(&[
        ("P4", alternative_opens_nothing),
        ("P5", tale_strengthens_nothing),
        ("P6", decided_without_power),
        ("P7", asked_and_decided),
        ("P8", consent_withdrawn),
        ("P13", dissent_stands),
        ("P14", no_gate_opens),
        ("P15", hearing_follows),
        ("P16", in_force_in_its_term),
        ("P18", region_opens_nothing),
        ("P21", only_support),
        ("P22", watched_or_gap),
        ("P23", judgement_is_named),
        ("P24", tried_or_urgent),
    ])
}

fn named(checks: &[(&'static str, Check)]) -> Vec<Rule> {
    let says = |id: &str| SAYS.iter().find(|(of, _, _)| *of == id).map_or(("", ""), |(_, nl, en)| (*nl, *en));
    checks
        .iter()
        .map(|(id, check)| {
            let (nl, en) = says(id);
            Rule::new(id, nl, en, *check)
        })
        .collect()
}

/// All of these; what says nothing here counts for nothing.
fn all(tries: impl IntoIterator<Item = Tried>) -> Tried {
    tries.into_iter().fold(Tried::NotHere, |so_far, next| match (&so_far, &next) {
        (Tried::Broken(_), _) => so_far,
        (_, Tried::Broken(_)) | (Tried::NotHere, _) => next,
        _ => so_far,
    })
}

fn is_through(outcome: GateOutcome) -> bool {
    matches!(outcome, GateOutcome::Passed | GateOutcome::Cured)
}

fn is_shut(outcome: GateOutcome) -> bool {
    matches!(outcome, GateOutcome::Unknown | GateOutcome::Failed)
}

/// The gates that were shut in the one and are not in the other, but for one that does not count.
fn opened(before: &Assessment, after: &Assessment, but: Said<Gate>) -> Vec<String> {
    let mut opened = Vec::new();
    for step in &before.steps {
        let Some(then) = after.step(&step.step) else { continue };
        for (was, is) in step.gates.iter().zip(&then.gates) {
            if is_shut(was.outcome) && is_through(is.outcome) && but != Said::Said(was.gate) {
                opened.push(format!("{} {:?}: {:?}, {:?}", step.step, was.gate, was.outcome, is.outcome));
            }
        }
    }
    opened
}

fn same_twice(look: &Look<'_>) -> Tried {
    let again = assess(&look.now.dossier, look.law, look.now.at);
    Tried::when(again == look.now.assessment, || "another assessment of the same".to_owned())
}

fn read_back(look: &Look<'_>) -> Tried {
    let (dossier, json) = (&look.now.dossier, look.now.dossier.to_json());
    let is_same = match Dossier::from_json(&json) {
        Ok(read) => read.to_json() == json && read.head() == dossier.head(),
        Err(_) => false,
    };
    Tried::when(is_same && dossier.verify().is_ok(), || "another dossier is read back".to_owned())
}

fn known_then(look: &Look<'_>) -> Tried {
    let Some(before) = look.before.filter(|it| it.dossier.len() < look.now.dossier.len()) else {
        return Tried::NotHere;
    };
    let Some(last) = before.dossier.entries().last() else { return Tried::NotHere };
    let then = look.now.dossier.known_at(last.recorded);
    Tried::when(then.entries() == before.dossier.entries(), || format!("{} entries were known", then.len()))
}

fn alternative_opens_nothing(look: &Look<'_>) -> Tried {
    let (Some(before), Some(Event::AlternativeNamed(_))) = (look.before, look.event) else {
        return Tried::NotHere;
    };
    let opened = opened(&before.assessment, &look.now.assessment, Said::NotSaid);
    let is_open = look.now.assessment.open.iter().any(|it| !before.assessment.open.contains(it));
    Tried::when(opened.is_empty() && !is_open, || format!("{opened:?}"))
}

fn tale_strengthens_nothing(look: &Look<'_>) -> Tried {
    let (Some(before), Some(Event::EvidenceAdded(added))) = (look.before, look.event) else {
        return Tried::NotHere;
    };
    if !matches!(
        added.origin,
        afweging::Origin::ToldByPerson { .. } | afweging::Origin::ToldByEvidence { .. }
    ) {
        return Tried::NotHere;
    }
    let roots = |seen: &Seen| {
        let support = seen.dossier.evidence_on(seen.at).support(&added.statement);
        (support.value, support.roots_for, support.roots_against)
    };
    let gates = |seen: &Seen| -> Vec<GateOutcome> {
        seen.assessment.steps.iter().flat_map(|it| &it.gates).map(|it| it.outcome).collect()
    };
    Tried::when(roots(before) == roots(look.now) && gates(before) == gates(look.now), || {
        format!("{:?}, then {:?}", roots(before), roots(look.now))
    })
}

/// Who asked for a step and who decided on it, out of the log.
#[derive(Default)]
struct Acts<'a> {
    asked: Option<&'a PersonId>,
    decided: Option<(&'a PersonId, NaiveDate)>,
    granted: bool,
    until: Option<NaiveDate>,
    ex_parte: bool,
    heard: Option<NaiveDate>,
    maintained: bool,
}

fn acts<'a>(seen: &'a Seen, step: &StepId) -> Acts<'a> {
    let mut acts = Acts { maintained: true, ..Acts::default() };
    let counts = seen.dossier.entries().iter().filter(|it| it.occurred.first_day() <= seen.at);
    for entry in counts.filter(|it| !seen.dossier.is_corrected(it.seq)) {
        let on = entry.occurred.first_day();
        match &entry.event {
            Event::RequestFiled(it) if it.step == *step => acts.asked = Some(&it.requester),
            Event::Decided(it) if it.step == *step => {
                acts.decided = Some((&it.decider, on));
                acts.granted = !matches!(it.outcome, afweging::Outcome::Refused);
                acts.until = it.until.said().copied();
            }
            Event::DecidedUrgently(it) if it.step == *step => {
                acts.decided = Some((&it.decider, on));
                (acts.granted, acts.ex_parte) = (true, it.ex_parte);
                acts.until = it.until.said().copied();
            }
            Event::HeardAfterwards(it) if it.step == *step => {
                acts.heard = acts.heard.or(Some(on));
                acts.maintained = it.maintained;
                acts.until = it.until.said().copied().or(acts.until);
            }
            _ => {}
        }
    }
    acts
}

fn is_barred(step: &StepAssessment) -> bool {
    let gate = step.gate(Gate::Authority);
    gate.is_some_and(|gate| gate.findings.iter().any(|it| it.kind == FindingKind::Bar))
}

fn body(seen: &Seen, person: &PersonId) -> Option<afweging::Actor> {
    seen.dossier.people().role(person).and_then(Role::body)
}

fn decided_without_power(look: &Look<'_>) -> Tried {
    all(look.now.assessment.steps.iter().map(|step| {
        let Some((decider, on)) = acts(look.now, &step.step).decided else { return Tried::NotHere };
        let Some(body) = body(look.now, decider) else { return Tried::NotHere };
        let is_on_map = look.law.grants(on).iter().any(|it| {
            it.measure == step.measure
                && it.actor == body
                && it.act == Act::Decide
                && !it.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)))
        });
        if is_on_map {
            return Tried::NotHere;
        }
        Tried::when(is_barred(step), || format!("{decider} decided on {}", step.step))
    }))
}

fn asked_and_decided(look: &Look<'_>) -> Tried {
    all(look.now.assessment.steps.iter().map(|step| {
        let acts = acts(look.now, &step.step);
        let Some(asked) = acts.asked else { return Tried::NotHere };
        let is_compulsory =
            look.law.measure(&step.measure, look.now.at).is_some_and(|it| it.frame == Frame::Compulsory);
        let is_both = acts.decided.is_some_and(|(decider, _)| decider == asked);
        let is_court = look.now.dossier.people().role(asked).is_some_and(Role::is_court);
        if !is_compulsory || !(is_both || (is_court && acts.decided.is_none())) {
            return Tried::NotHere;
        }
        Tried::when(is_barred(step), || format!("{asked} asked for {}", step.step))
    }))
}

/// Whether a step rests on this person's consent by the rule for the age of whom it is about; nothing where that is not known.
fn must_consent(look: &Look<'_>, step: &StepAssessment, person: &PersonId) -> bool {
    let (people, on) = (look.now.dossier.people(), look.now.at);
    let is = |years| people.is_at_least(&step.about, years, on);
    let group = match (people.is_minor(&step.about, on), is(12), is(16)) {
        (OfAge::No, _, _) => ConsentGroup::Adult,
        (_, OfAge::No, _) => ConsentGroup::Under12,
        (_, OfAge::Yes, OfAge::No) => ConsentGroup::From12To15,
        (_, _, OfAge::Yes) => ConsentGroup::From16To17,
        _ => return false,
    };
    let needs = look.law.measure(&step.measure, on).is_some_and(|it| it.consent == ConsentBasis::Needed);
    needs
        && look.law.consent_rule(group, on).is_some_and(|rule| {
            rule.must.iter().any(|consenter| match consenter {
                Consenter::Person | Consenter::LegalRepresentative => step.about == *person,
                Consenter::EveryoneWithAuthority => {
                    people.authority_holders(&step.about, on).contains(person)
                }
            })
        })
}

fn consent_withdrawn(look: &Look<'_>) -> Tried {
    let person = match look.event {
        Some(Event::ConsentWithdrawn(it)) => &it.person,
        Some(Event::ConsentRefused(it)) => &it.person,
        _ => return Tried::NotHere,
    };
    let rests = |step: &&StepAssessment| must_consent(look, step, person);
    all(look.now.assessment.steps.iter().filter(rests).map(|step| {
        let outcome = step.gate(Gate::Authority).map(|it| it.outcome);
        Tried::when(outcome == Some(GateOutcome::Failed), || format!("{}: {outcome:?}", step.step))
    }))
}

fn dissent_stands(look: &Look<'_>) -> Tried {
    let Some(before) = look.before else { return Tried::NotHere };
    all(before.dossier.steps().iter().map(|(id, was)| {
        let was = was.weighing.latest().dissent();
        if was.is_empty() {
            return Tried::NotHere;
        }
        let is =
            look.now.dossier.steps().get(id).map(|it| it.weighing.latest().dissent()).unwrap_or_default();
        Tried::when(was.iter().all(|it| is.contains(it)), || format!("{was:?}, then {is:?}"))
    }))
}

fn no_gate_opens(look: &Look<'_>) -> Tried {
    let (Some(before), Some(event)) = (look.before, look.event) else { return Tried::NotHere };
    let opened = match bearing(event) {
        // A doubt about a ground may take the question at gate 3 away on which facts it rests.
        Bearing::Raises => {
            let on_ground = matches!(event, Event::ViewGiven(view) if matches!(view.on, Weighed::Ground(_)));
            let of_dialogue = matches!(event, Event::Diverged(_) | Event::DialogueReopened(_));
            let but = if on_ground || of_dialogue { Said::Said(Gate::Facts) } else { Said::NotSaid };
            opened(&before.assessment, &look.now.assessment, but)
        }
        // Without the answer it is as it was before.
        Bearing::Answers => opened(&look.now.assessment, &before.assessment, Said::NotSaid),
        Bearing::AnswersBut(gate) => opened(&look.now.assessment, &before.assessment, Said::Said(gate)),
        Bearing::Both => return Tried::NotHere,
    };
    Tried::when(opened.is_empty(), || format!("{}: {opened:?}", event.kind()))
}

fn hearing_follows(look: &Look<'_>) -> Tried {
    all(look.now.assessment.steps.iter().map(|step| {
        let acts = acts(look.now, &step.step);
        let Some((_, on)) = acts.decided.filter(|_| acts.ex_parte) else { return Tried::NotHere };
        let urgent = look.law.measure(&step.measure, on).and_then(|it| it.urgent.as_ref());
        let within = urgent.filter(|it| it.ex_parte).and_then(|it| it.hearing_within);
        let Some(last) = within.map(|length| length.end(on)) else { return Tried::NotHere };
        if acts.heard.is_some_and(|day| day <= last) {
            return Tried::NotHere;
        }
        let stands = &step.stands;
        if look.now.at >= last {
            return Tried::when(stands.decision == "Lapsed" && stands.execution != "InForce", || {
                format!("{}: {}, {}", step.step, stands.decision, stands.execution)
            });
        }
        let is_due =
            look.now.assessment.duties.iter().any(|it| it.code == Code::HearingDue && it.due == Some(last));
        Tried::when(is_due, || format!("{}: no hearing is due on {last}", step.step))
    }))
}

fn in_force_in_its_term(look: &Look<'_>) -> Tried {
    all(look.now.assessment.steps.iter().filter(|step| step.stands.execution == "InForce").map(|step| {
        let (acts, at) = (acts(look.now, &step.step), look.now.at);
        let is_granted = acts.granted && acts.maintained;
        let Some((_, on)) = acts.decided.filter(|_| is_granted) else {
            let measure = look.law.measure(&step.measure, at);
            if measure.is_none_or(|it| it.frame != Frame::Compulsory) {
                return Tried::NotHere;
            }
            let is_found = step.findings().any(|it| it.code.as_str() == "AFW-AUTHORITY-011");
            return Tried::when(is_found, || format!("{} goes on without a decision", step.step));
        };
        let measure = look.law.measure(&step.measure, on);
        let longest =
            measure.and_then(|it| it.terms_of(TermKind::Maximum).next()).map(|it| it.length.end(on));
        let is_in_time = acts.until.is_none_or(|until| at <= until) && longest.is_none_or(|end| at < end);
        Tried::when(is_in_time, || format!("{} is in force on {at}, decided on {on}", step.step))
    }))
}

fn no_fraction(look: &Look<'_>) -> Tried {
    fn has_fraction(value: &Value) -> bool {
        match value {
            Value::Number(it) => it.as_i64().is_none() && it.as_u64().is_none(),
            Value::Array(items) => items.iter().any(has_fraction),
            Value::Object(fields) => fields.values().any(has_fraction),
            _ => false,
        }
    }
    let json = look.now.assessment.to_json();
    match serde_json::from_str::<Value>(&json) {
        Ok(read) => {
            let again = read.to_string();
            Tried::when(!has_fraction(&read) && again == json, || "it is written otherwise".to_owned())
        }
        Err(why) => Tried::Broken(why.to_string()),
    }
}

fn region_opens_nothing(look: &Look<'_>) -> Tried {
    let Some(pack) = look.in_region else { return Tried::NotHere };
    let there = assess(&look.now.dossier, pack, look.now.at);
    let says = |it: &Assessment| {
        let gates: Vec<Vec<(GateOutcome, Vec<Code>)>> = it
            .steps
            .iter()
            .map(|step| {
                let codes = |gate: &afweging::GateResult| gate.findings.iter().map(|it| it.code).collect();
                step.gates.iter().map(|gate| (gate.outcome, codes(gate))).collect()
            })
            .collect();
        (it.open.clone(), it.least_intrusive.clone(), gates)
    };
    Tried::when(says(&there) == says(&look.now.assessment), || format!("open there: {:?}", there.open))
}

fn cut_tail(look: &Look<'_>) -> Tried {
    let Some(before) = look.before.filter(|it| it.dossier.len() < look.now.dossier.len()) else {
        return Tried::NotHere;
    };
    let kept = look.now.dossier.head();
    Tried::when(
        before.dossier.verify_against(kept).is_err() && look.now.dossier.verify_against(kept).is_ok(),
        || "the cut is not found".to_owned(),
    )
}

fn only_support(look: &Look<'_>) -> Tried {
    let (Some(before), Some(Event::Withdrawn(withdrawal))) = (look.before, look.event) else {
        return Tried::NotHere;
    };
    let Withdrawn::Evidence(evidence) = &withdrawal.taken_back else { return Tried::NotHere };
    let Some(record) = before.dossier.evidence().get(evidence) else { return Tried::NotHere };
    let statement = &record.added.what.statement;
    let support = |seen: &Seen| seen.dossier.evidence_on(seen.at).support(statement);
    let (was, is) = (support(before), support(look.now));
    let roots = match record.added.what.polarity {
        afweging::Polarity::Supports => was.roots_for.len(),
        afweging::Polarity::Opposes => was.roots_against.len(),
    };
    let shows = was.value != is.value && is.value != Belnap::Both;
    Tried::when((roots == 1) == shows, || format!("{:?}, then {:?}", was.value, is.value))
}

/// Whether nobody keeps watch at the end of a day on which somebody must. Hand-overs are not among the moves.
fn is_unwatched(dossier: &Dossier, day: NaiveDate) -> bool {
    let mut watching: BTreeSet<&PersonId> = BTreeSet::new();
    let mut must = false;
    for event in dossier.watch_events().iter().filter(|it| it.occurred.first_day() <= day) {
        match &event.what {
            WatchEvent::Report(_) => must = true,
            WatchEvent::Close(_) => must = false,
            WatchEvent::Take(it) => _ = watching.insert(&it.watcher),
            WatchEvent::Leave(it) => _ = watching.remove(&it.watcher),
            WatchEvent::HandOver(_) | WatchEvent::Accept(_) => {}
        }
    }
    must && watching.is_empty()
}

fn watched_or_gap(look: &Look<'_>) -> Tried {
    let events = look.now.dossier.watch_events();
    let Some(first) = events.iter().map(|it| it.occurred.first_day()).min() else { return Tried::NotHere };
    let days = first.iter_days().take_while(|day| *day < look.now.at);
    // It changes on a day of the log only, so one day after each says what the days up to the next do.
    let changes: BTreeSet<NaiveDate> = events.iter().map(|it| it.occurred.first_day()).collect();
    let gaps = &look.now.assessment.watch_gaps;
    all(days.filter(|day| changes.contains(day)).map(|day| {
        let is_gap = gaps.iter().any(|gap| gap.from <= day && day < gap.until);
        let is_unwatched = is_unwatched(&look.now.dossier, day);
        Tried::when(is_gap == is_unwatched, || format!("{day}: unwatched {is_unwatched}, gap {is_gap}"))
    }))
}

fn judgement_is_named(look: &Look<'_>) -> Tried {
    all(look.now.assessment.steps.iter().map(|step| {
        let Some(threat) = step.gate(Gate::Threat).filter(|it| is_through(it.outcome)) else {
            return Tried::NotHere;
        };
        let on = acts(look.now, &step.step).decided.map_or(look.now.at, |(_, on)| on);
        let Some(measure) = look.law.measure(&step.measure, on) else { return Tried::NotHere };
        let is_open = |id: &afweging::GroundId| look.law.ground(id).is_some_and(|it| it.open_norm);
        if measure.grounds.is_empty() || !measure.grounds.iter().all(|route| route.iter().any(is_open)) {
            return Tried::NotHere;
        }
        let named: BTreeSet<&PersonId> = threat.rests_on_judgement_of.iter().collect();
        let is_kept = named.iter().all(|it| step.rests_on_judgement_of.contains(it));
        Tried::when(!named.is_empty() && is_kept, || format!("{}: {named:?}", step.step))
    }))
}

fn tried_or_urgent(look: &Look<'_>) -> Tried {
    all(look.now.dossier.steps().iter().map(|(id, record)| {
        let Weighing::Fallback(state) = record.weighing.latest() else { return Tried::NotHere };
        let mut counts: BTreeMap<&str, bool> = BTreeMap::new();
        for dated in record.weighing.all() {
            match &dated.transition {
                WeighingEvent::Diverge(_) => _ = counts.insert("tried", true),
                WeighingEvent::FallBack(it) => _ = counts.insert("urgent", !it.urgency.is_not_said()),
                _ => {}
            }
        }
        let is = |what: &str| counts.get(what).copied().unwrap_or(false);
        let holds = match state.because() {
            Fallback::Tried { .. } => is("tried"),
            Fallback::Urgency(_) => is("urgent"),
        };
        Tried::when(holds, || format!("{id} fell back"))
    }))
}
