//! The assessment: how the four uncertainties stand, which steps are open, what bars the others, who may answer.
//!
//! `assess` is pure, total and deterministic: a dossier, a law pack and a day in; the same assessment out, always.

mod aids;
mod asked;
mod authority;
mod case;
mod causes;
mod clock;
mod completeness;
mod conditions;
mod consents;
mod cure;
mod duties;
mod erased;
mod facts;
mod hearing;
mod intrusion;
mod look_back;
mod not_taken;
mod placements;
mod points;
mod powers;
mod resting;
mod review;
mod settle;
mod suitability;
mod term;
mod threat;
mod together;
mod turned_away;
mod uncertainties;
mod ways;
mod written_down;

use std::collections::{BTreeMap, BTreeSet};
mod waits;

use chrono::NaiveDate;
use serde::Serialize;

use crate::aid::ReasonIndex;
use crate::canonical;
use crate::code::Code;
use crate::dossier::{Door, Dossier, WatchGap};
use crate::finding::{Answerer, Duty, Finding, Says};
use crate::gate::Gate;
use crate::id::{MeasureId, PersonId, PlacementId, StepId};
use crate::law::Certainty;
use crate::pack::{Labels, Pack};
use crate::receipt::Receipt;
use crate::sentence::Sentence;
use crate::step::Candidate;

use case::{Case, StepCase};

pub(crate) use resting::{base_of, contested_account, resting};
pub(crate) use settle::{settled_grounds, settled_on};

pub use cure::{Cure, CureWhy};
pub use intrusion::{CandidateStanding, CandidateView, Why};
pub use look_back::{LookBack, LookBackOf, LookBackStand};
pub use not_taken::{NotTaken, Rejected};
pub use points::{PointStand, PointStanding};
pub use resting::{Base, Rest, Resting};
pub use review::{LinkedMindChange, ReviewView, ReviewWhen};
pub use together::{NeverOpened, SealingStand, ShiftAfter, ShiftStand};
pub use turned_away::TurnedAway;
pub use uncertainties::{
    DissentStand, FactStand, NextStepStand, PerspectiveStand, StepStand, Uncertainties, ViewStand,
    WeighingStand,
};
pub use waits::Wait;
pub use written_down::WrittenDown;

/// How a step stands before one gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GateOutcome {
    /// Met.
    Passed,
    /// Not met, and passed over by who may do that, or put off by urgency.
    Cured,
    /// The law pack does not cover it.
    OutsidePack,
    /// Not known. Silence is this, never `Passed`.
    Unknown,
    /// Not met.
    Failed,
}

/// One gate of one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GateResult {
    /// Which gate.
    pub gate: Gate,
    /// How the step stands before it.
    pub outcome: GateOutcome,
    /// What was found, the finding that decided first.
    pub findings: Vec<Finding>,
    /// Whose judgement it rests on: the mark of every open norm and judged condition behind the outcome.
    pub rests_on_judgement_of: Vec<PersonId>,
    /// Who passed over what, or put it off, and why: for every finding that is cured by somebody.
    pub cured: Vec<Cure>,
}

impl GateResult {
    fn of(gate: Gate, mut findings: Vec<Finding>, judges: Vec<PersonId>) -> Self {
        let outcome = findings
            .iter()
            .map(|finding| match finding.says {
                Says::Failed => GateOutcome::Failed,
                Says::Unknown => GateOutcome::Unknown,
                Says::OutsidePack => GateOutcome::OutsidePack,
                Says::Cured => GateOutcome::Cured,
                Says::Nothing => GateOutcome::Passed,
            })
            .max()
            .unwrap_or(GateOutcome::Passed);
        findings.sort_by_key(|finding| std::cmp::Reverse(weight(finding.says)));
        let mut rests_on_judgement_of = judges;
        rests_on_judgement_of.sort_unstable();
        rests_on_judgement_of.dedup();
        GateResult { gate, outcome, findings, rests_on_judgement_of, cured: Vec::new() }
    }
}

fn weight(says: Says) -> u8 {
    match says {
        Says::Failed => 4,
        Says::Unknown => 3,
        Says::OutsidePack => 2,
        Says::Cured => 1,
        Says::Nothing => 0,
    }
}

/// An actor who may do something, with the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MayAct {
    /// Who.
    pub who: Answerer,
    /// By which article.
    pub article: String,
    /// How sure the law pack is of it.
    pub certainty: Certainty,
    /// Whether only when who may in the first place does not.
    pub subsidiary: bool,
}

/// One step, assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepAssessment {
    /// The step.
    pub step: StepId,
    /// The measure.
    pub measure: MeasureId,
    /// What the region calls it, or else the law pack; empty outside the pack.
    pub measure_labels: Labels,
    /// The placement, when it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placement: Option<PlacementId>,
    /// Whom it is about.
    pub about: PersonId,
    /// By which door it came in.
    pub door: Door,
    /// Where request, decision, execution and appeal stand.
    pub stands: StepStand,
    /// Whether it is over: refused, taken back, not maintained, ended, lapsed or run out. Its gates stay for the record.
    pub over: bool,
    /// Whether it is not over and no gate is failed, unknown or outside the pack.
    pub open: bool,
    /// The seven gates, in order.
    pub gates: Vec<GateResult>,
    /// What it must be weighed against, each with how its answer stands.
    pub candidates: Vec<CandidateView>,
    /// The points to be weighed before somebody is placed elsewhere; empty for a step that places nobody elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<PointStand>,
    /// Who may request it.
    pub who_may_request: Vec<MayAct>,
    /// Who may decide on it.
    pub who_may_decide: Vec<MayAct>,
    /// Who asked, decided or ruled without the power to, with who may instead.
    pub turned_away: Vec<TurnedAway>,
    /// The decision that was not taken: what was set aside, and what was written down about that.
    pub not_taken: NotTaken,
    /// Its reviews, oldest first: what was expected beside what happened; the one to come last, while it is in force.
    pub reviews: Vec<ReviewView>,
    /// Everyone whose judgement the outcome rests on.
    pub rests_on_judgement_of: Vec<PersonId>,
    /// Advice, never a bar.
    pub aids: Vec<Finding>,
}

impl StepAssessment {
    /// One gate.
    pub fn gate(&self, gate: Gate) -> Option<&GateResult> {
        self.gates.iter().find(|result| result.gate == gate)
    }

    /// Every finding of its gates, in order.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.gates.iter().flat_map(|gate| &gate.findings)
    }

    /// Every finding that bars nothing: advice, and what its reviews leave open.
    pub fn remarks(&self) -> impl Iterator<Item = &Finding> {
        self.aids.iter().chain(self.reviews.iter().flat_map(|review| &review.findings))
    }
}

/// A shortfall of the system: something lighter that is not there, with who owes it. Never booked against the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shortfall {
    /// For which step it was looked at.
    pub step: StepId,
    /// What is not there.
    pub what: Sentence,
    /// The same as an answer names it.
    pub candidate: Candidate,
    /// Who owes it; empty when nobody said.
    pub owner: Vec<PersonId>,
    /// Since when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// From when it can be had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<NaiveDate>,
    /// When it was there after all, or another answer took the place of this one; absent while it lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
    /// What happens meanwhile; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meanwhile: Option<String>,
    /// The entry that says so.
    pub because: u64,
}

/// How a dossier stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The format: `afweging/assessment/1`.
    pub format: &'static str,
    /// Out of what it was made.
    pub receipt: Receipt,
    /// How the four uncertainties stand.
    pub uncertainties: Uncertainties,
    /// The steps, in the order of their ids.
    pub steps: Vec<StepAssessment>,
    /// The open steps.
    pub open: Vec<StepId>,
    /// The least intrusive among the open steps: a set, out of which people choose.
    pub least_intrusive: Vec<StepId>,
    /// What was found of the dossier as a whole.
    pub findings: Vec<Finding>,
    /// What has to be done, earliest first.
    pub duties: Vec<Duty>,
    /// What the system falls short of.
    pub shortfalls: Vec<Shortfall>,
    /// What urgency put off: each look-back is due, held or overdue.
    pub look_backs: Vec<LookBack>,
    /// What the family waited for, earliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<Wait>,
    /// When nobody kept watch.
    pub watch_gaps: Vec<WatchGap>,
    /// What an own decision may rest on. The fields above can be written over by whoever holds them; this cannot.
    #[serde(skip)]
    reached: Reached,
}

/// What the assessment came to, out of reach of whoever holds it: the proof-carrying chain reads this and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reached {
    pub(crate) receipt: Receipt,
    /// The first entry that is not as it was recorded.
    pub(crate) tampered: Option<u64>,
    pub(crate) steps: BTreeMap<StepId, ReachedStep>,
}

/// A step, judged as an own act: whoever decides by the own door is held to what an own act takes, by whichever door the
/// step was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReachedStep {
    pub(crate) measure: MeasureId,
    pub(crate) open: bool,
    /// The gates that it did not pass.
    pub(crate) barred: Vec<(Gate, GateOutcome)>,
}

impl ReachedStep {
    fn of(step: &StepAssessment) -> Self {
        let barred = step
            .gates
            .iter()
            .filter(|gate| !matches!(gate.outcome, GateOutcome::Passed | GateOutcome::Cured))
            .map(|gate| (gate.gate, gate.outcome))
            .collect();
        ReachedStep { measure: step.measure.clone(), open: step.open, barred }
    }
}

impl Assessment {
    /// It as canonical JSON: sorted keys, the same bytes from every binding.
    pub fn to_json(&self) -> String {
        canonical::to_json(self)
    }

    pub(crate) fn reached(&self) -> &Reached {
        &self.reached
    }

    /// One step.
    pub fn step(&self, id: &StepId) -> Option<&StepAssessment> {
        self.steps.iter().find(|step| step.step == *id)
    }

    /// Every finding, of the dossier and of its steps.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        let of_steps = self.steps.iter().flat_map(|step| step.findings().chain(step.remarks()));
        self.findings.iter().chain(of_steps)
    }

    /// Every code that it shows, of findings and of duties.
    pub fn codes(&self) -> BTreeSet<Code> {
        self.all_findings().map(|it| it.code).chain(self.duties.iter().map(|it| it.code)).collect()
    }
}

/// Assesses a dossier on a day by a law pack.
///
/// ```
/// use afweging::{Dossier, Pack, assess};
/// let pack = Pack::nl()?;
/// let dossier = Dossier::new("d1");
/// let assessment = assess(&dossier, &pack, "2025-03-01".parse()?);
/// assert!(assessment.open.is_empty(), "nothing was proposed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(dossier: &Dossier, pack: &Pack, at: NaiveDate) -> Assessment {
    let case = Case::new(dossier, pack, at);
    let mut shortfalls = Vec::new();
    let mut duties = Vec::new();
    let mut steps = Vec::new();
    let mut reached = BTreeMap::new();
    for step in case.steps() {
        let assessed = assess_step(&step, &mut shortfalls);
        let as_own = if assessed.open && !step.is_own() {
            ReachedStep::of(&assess_step(&step.as_own(), &mut Vec::new()))
        } else {
            ReachedStep::of(&assessed)
        };
        reached.insert(step.id.clone(), as_own);
        steps.push(assessed);
        duties::of_step(&step, &mut duties);
    }
    let open: Vec<StepId> = steps.iter().filter(|step| step.open).map(|step| step.step.clone()).collect();
    let least_intrusive = intrusion::least_intrusive(&case, &open);
    let watch_gaps = dossier.watch_gaps(at);
    let look_backs = look_back::of(&case);
    let waits = waits::of_dossier(&case, &shortfalls);
    let mut findings = of_dossier(&case, &watch_gaps, &waits);
    findings.extend(intrusion::shortfall_findings(&case, &shortfalls));
    look_back::duties(&case, &look_backs, &mut duties);
    duties::of_dossier(&case, &shortfalls, &mut duties);
    // Never by their words: names are in them, and another name is no other day. What one entry asks stays as it was found.
    duties.sort_by(|a, b| {
        let day = |duty: &Duty| duty.due.unwrap_or(NaiveDate::MAX);
        day(a).cmp(&day(b)).then_with(|| a.code.cmp(&b.code)).then_with(|| a.because.cmp(&b.because))
    });
    let receipt = receipt(&case);
    let tampered = dossier.tampering().map(|found| found.entry);
    Assessment {
        format: "afweging/assessment/1",
        reached: Reached { receipt: receipt.clone(), tampered, steps: reached },
        receipt,
        uncertainties: uncertainties::of(&case),
        steps,
        open,
        least_intrusive,
        findings,
        duties,
        shortfalls,
        look_backs,
        waits,
        watch_gaps,
    }
}

/// Assesses a dossier, and lays its reasons and plans beside those of other dossiers: what stands there word for word is
/// advice (`AFW-AID-017`, `AFW-AID-018`) on the step. All else is as [`assess`] has it.
///
/// ```
/// use afweging::{Dossier, Pack, ReasonIndex, assess, assess_beside};
/// let (pack, dossier) = (Pack::nl()?, Dossier::new("d1"));
/// let at = "2025-03-01".parse()?;
/// let beside = assess_beside(&dossier, &pack, at, &ReasonIndex::of(&[]));
/// assert_eq!(beside, assess(&dossier, &pack, at), "beside nothing it is the same");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess_beside(dossier: &Dossier, pack: &Pack, at: NaiveDate, others: &ReasonIndex) -> Assessment {
    let mut assessment = assess(dossier, pack, at);
    for (step, finding) in others.reused_in(dossier, at) {
        let found = aids::in_region(pack, vec![finding]);
        if let Some(assessed) = assessment.steps.iter_mut().find(|it| it.step == step) {
            assessed.aids.extend(found);
        }
    }
    let heads = others.dossiers().filter(|(id, _)| *id != dossier.id()).map(|(_, head)| head.to_owned());
    assessment.receipt.beside = heads.collect();
    assessment.receipt.beside.sort_unstable();
    assessment
}

/// Whether those who may settle it found that the power for a step is there.
pub(crate) fn is_power_settled(dossier: &Dossier, pack: &Pack, step: &StepId, at: NaiveDate) -> bool {
    let case = Case::new(dossier, pack, at);
    case.step(step).is_some_and(|step| authority::power_settled_by(&step).is_some())
}

fn receipt(case: &Case<'_>) -> Receipt {
    Receipt {
        library: env!("CARGO_PKG_VERSION"),
        pack: case.pack.id().to_owned(),
        pack_hash: case.pack.hash().to_owned(),
        region: case.pack.region().map(|region| region.id.clone()),
        region_hash: case.pack.region().map(|region| region.hash.clone()),
        hypothetical: case.pack.is_hypothetical()
            || case.pack.region().is_some_and(|region| region.hypothetical),
        dossier: case.dossier.id().to_owned(),
        entries: case.dossier.len(),
        head: case.dossier.head().to_owned(),
        at: case.at,
        known_at: case.dossier.known_at_instant(),
        beside: Vec::new(),
    }
}

fn assess_step(step: &StepCase<'_>, shortfalls: &mut Vec<Shortfall>) -> StepAssessment {
    let candidates = intrusion::candidates(step, shortfalls);
    let mut gates = vec![
        authority::gate(step),
        hearing::gate(step),
        facts::gate(step),
        threat::gate(step),
        intrusion::gate(step, &candidates),
        suitability::gate(step),
        term::gate(step),
    ];
    for gate in &mut gates {
        let findings = std::mem::take(&mut gate.findings);
        gate.findings = findings.into_iter().map(|finding| asked::asked(step, finding)).collect();
    }
    if !step.is_covered() {
        // What the pack does not cover is never a pass, at any gate; an observed defect fails it all the same.
        for gate in &mut gates {
            gate.outcome = gate.outcome.max(GateOutcome::OutsidePack);
        }
    }
    for gate in &mut gates {
        gate.cured = cure::of(step, &gate.findings);
    }
    let turned_away = gates.first().map(|authority| turned_away::of(step, authority)).unwrap_or_default();
    let not_taken = not_taken::of(step, &candidates);
    let over = step.is_over();
    let open =
        !over && gates.iter().all(|gate| matches!(gate.outcome, GateOutcome::Passed | GateOutcome::Cured));
    let mut rests_on_judgement_of: Vec<_> =
        gates.iter().flat_map(|gate| gate.rests_on_judgement_of.iter().cloned()).collect();
    rests_on_judgement_of.sort_unstable();
    rests_on_judgement_of.dedup();
    let points = points::of_step(step, &candidates);
    let mut aids = aids::of_step(step);
    aids.extend(points::empty(step, &points));
    StepAssessment {
        step: step.id.clone(),
        measure: step.measure_id().clone(),
        measure_labels: step.measure.map(|measure| measure.labels.clone()).unwrap_or_default(),
        placement: step.placement.cloned(),
        about: step.about().clone(),
        door: step.record.proposal.door,
        stands: uncertainties::stand(step),
        over,
        open,
        gates,
        candidates,
        points,
        who_may_request: authority::who_may(step, crate::actor::Act::Request),
        who_may_decide: authority::who_may(step, crate::actor::Act::Decide),
        turned_away,
        not_taken,
        reviews: review::of(step),
        rests_on_judgement_of,
        aids: aids::in_region(step.case.pack, aids),
    }
}

/// Whether the dossier is closed on the day: the last that was recorded of the watch closed it.
fn is_closed(case: &Case<'_>) -> bool {
    let mut events: Vec<_> = case.so_far(case.dossier.watch_events()).collect();
    events.sort_by_key(|event| (event.occurred.first_day(), event.seq));
    events.last().is_some_and(|event| matches!(event.what, crate::dossier::WatchEvent::Close(_)))
}

fn of_dossier(case: &Case<'_>, gaps: &[WatchGap], waits: &[Wait]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(tampering) = case.dossier.tampering() {
        let entry = Sentence::same(tampering.entry);
        findings.push(
            Finding::new(Code::ChainBroken, Says::Nothing, &[("entry", entry)])
                .by_rule("model 2")
                .because([tampering.entry])
                .without_remedy(Sentence::new(
                    "Een gewijzigd logboek is niet te herstellen; vergelijk met een bewaarde versie.",
                    "A changed log cannot be mended; compare it with a version that was kept.",
                )),
        );
    }
    for gap in gaps {
        let fills = [("from", Sentence::same(gap.from)), ("until", Sentence::same(gap.until))];
        let finding =
            Finding::new(Code::NobodyWatches, Says::Nothing, &fills).by_rule("Q43").because([gap.after]);
        findings.push(if gap.ended || gap.until < case.at || is_closed(case) {
            finding.without_remedy(Sentence::new("Die tijd is voorbij.", "That time has passed."))
        } else {
            finding.lifted_by("watch_taken", &[], &["watcher"], vec![Answerer::ThoseWhoWeigh])
        });
    }
    for (entry, contests) in case.dossier.contests() {
        for contest in contests.iter().filter(|contest| case.has_occurred(&contest.occurred)) {
            let fills = [("person", case.person(&contest.what.person)), ("entry", Sentence::same(entry))];
            findings.push(
                Finding::new(Code::ContestedEntry, Says::Nothing, &fills)
                    .by_rule("model 2")
                    .because([*entry, contest.seq])
                    .without_remedy(Sentence::new(
                        "Een bezwaar blijft naast de regel staan.",
                        "An objection stays beside the entry.",
                    )),
            );
        }
    }
    findings.extend(erased::too_early(case));
    findings.extend(duties::done_too_late(case));
    let mut aids = aids::of_dossier(case);
    aids.extend(waits::add_up(waits));
    aids.extend(waits::faces(case));
    findings.extend(aids::in_region(case.pack, aids));
    findings
}
