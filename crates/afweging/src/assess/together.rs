//! Weighing together: who moved and after what, who weighs under seal, whether everyone was there, and whether the powers
//! on which people fall back are theirs.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::code::Code;
use crate::finding::{Answerer, Finding, Pattern, QuestionKind, Says};
use crate::id::PersonId;
use crate::machine::Machine as _;
use crate::person::OfAge;
use crate::perspective::Perspective;
use crate::sentence::Sentence;
use crate::time::When;
use crate::weighing::{Verdict, Weighed, Weighing, WeighingEvent};

use super::aids::aid;
use super::case::StepCase;
use super::hearing;
use super::settle::is_off_the_map;
use super::uncertainties::matter;

/// What somebody moved after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ShiftAfter {
    /// Nothing that people did together: they thought again.
    OwnThought,
    /// The sealed views were opened.
    ViewsRevealed,
    /// The dialogue began.
    DialogueOpened,
    /// The dialogue was taken up again.
    DialogueReopened,
    /// People agreed.
    Converged,
    /// People did not agree.
    Diverged,
    /// Each fell back on their own powers.
    FellBack,
}

impl ShiftAfter {
    fn of(event: &WeighingEvent) -> Option<Self> {
        Some(match event {
            WeighingEvent::Reveal(_) => ShiftAfter::ViewsRevealed,
            WeighingEvent::OpenDialogue(_) => ShiftAfter::DialogueOpened,
            WeighingEvent::Reopen(_) => ShiftAfter::DialogueReopened,
            WeighingEvent::Converge(_) => ShiftAfter::Converged,
            WeighingEvent::Diverge(_) => ShiftAfter::Diverged,
            WeighingEvent::FallBack(_) => ShiftAfter::FellBack,
            WeighingEvent::View { .. } | WeighingEvent::AgreeSealing(_) | WeighingEvent::Seal { .. } => {
                return None;
            }
        })
    }

    /// It, as part of a sentence.
    pub fn label(self) -> Sentence {
        match self {
            ShiftAfter::OwnThought => Sentence::new("bij nader inzien", "on second thoughts")
                .plainly("na nog eens nadenken", "after thinking again"),
            ShiftAfter::ViewsRevealed => {
                Sentence::new("nadat de oordelen open op tafel lagen", "after the views were opened")
            }
            ShiftAfter::DialogueOpened => Sentence::new("in het gesprek", "in the dialogue"),
            ShiftAfter::DialogueReopened => {
                Sentence::new("toen het gesprek opnieuw begon", "after the dialogue was taken up again")
            }
            ShiftAfter::Converged => Sentence::new(
                "nadat de anderen samen uitkwamen",
                "after the others came to a common judgement",
            ),
            ShiftAfter::Diverged => Sentence::new(
                "nadat bleek dat men er niet uitkwam",
                "after it showed that people did not agree",
            ),
            ShiftAfter::FellBack => Sentence::new(
                "nadat ieder terugviel op de eigen bevoegdheid",
                "after each fell back on their own power",
            )
            .plainly("nadat ieder deed wat de eigen taak is", "after each did what is their own task"),
        }
    }
}

/// Somebody came to another verdict. For the group that weighs, to see what talking did; never for a count of anyone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShiftStand {
    /// Who.
    pub by: PersonId,
    /// On what.
    pub on: Weighed,
    /// What that is called.
    pub label: Sentence,
    /// The verdict before.
    pub from: Verdict,
    /// The verdict after.
    pub to: Verdict,
    /// Why they now think so, in their words.
    pub why: String,
    /// In or after which round of the dialogue; 0 is before any.
    pub round: u32,
    /// When.
    pub when: When,
    /// What people did together last before it.
    pub after: ShiftAfter,
    /// The entries: the verdict before, what it came after, the verdict now.
    pub because: Vec<u64>,
}

/// Who weighs under seal, while they do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SealingStand {
    /// Who seal a view.
    pub circle: Vec<PersonId>,
    /// What they weigh.
    pub on: Vec<Weighed>,
    /// What that is called.
    pub labels: Vec<Sentence>,
    /// Whose views are all in.
    pub is_in: Vec<PersonId>,
    /// Whose are not.
    pub waiting: Vec<PersonId>,
}

/// A view that was sealed and never opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NeverOpened {
    /// Whose.
    pub by: PersonId,
    /// On what.
    pub on: Weighed,
    /// What that is called.
    pub label: Sentence,
    /// The entry in which it was sealed.
    pub because: u64,
}

struct Last {
    verdict: Verdict,
    seq: u64,
}

/// Every change of verdict, of a view or in a position, on the timeline of what happened.
pub(super) fn shifts(step: &StepCase<'_>) -> Vec<ShiftStand> {
    let mut latest: BTreeMap<(&PersonId, &Weighed), Last> = BTreeMap::new();
    let mut after: Option<(ShiftAfter, u64)> = None;
    let mut round = 0_u32;
    let mut shifts = Vec::new();
    for dated in step.record.weighing.until(step.case.at) {
        let event = &dated.transition;
        if matches!(event, WeighingEvent::OpenDialogue(_) | WeighingEvent::Reopen(_)) {
            round = round.saturating_add(1);
        }
        let views = event.views().map(|(by, view)| (by, &view.on, view.verdict, &view.why));
        let positions = match event {
            WeighingEvent::Diverge(it) => it.positions.as_slice(),
            _ => &[],
        };
        let positions = positions.iter().map(|it| (&it.person, &it.on, it.verdict, &it.why));
        for (by, on, verdict, why) in views.chain(positions) {
            let Some(before) = latest.insert((by, on), Last { verdict, seq: dated.seq }) else { continue };
            if before.verdict == verdict {
                continue;
            }
            let mut because = vec![before.seq, dated.seq];
            because.extend(after.map(|(_, seq)| seq));
            because.sort_unstable();
            because.dedup();
            shifts.push(ShiftStand {
                by: by.clone(),
                on: on.clone(),
                label: matter(step, on),
                from: before.verdict,
                to: verdict,
                why: why.text().unwrap_or_default().to_owned(),
                round,
                when: dated.occurred,
                after: after.map_or(ShiftAfter::OwnThought, |(after, _)| after),
                because,
            });
        }
        after = ShiftAfter::of(event).map(|kind| (kind, dated.seq)).or(after);
    }
    shifts
}

/// Who weighs under seal: who is in, who is waited for, and nothing of what they think.
pub(super) fn sealing(step: &StepCase<'_>, state: &Weighing) -> Option<SealingStand> {
    let Weighing::Sealed(sealed) = state else { return None };
    let agreed = &sealed.agreed().what;
    let circle: BTreeSet<&PersonId> = agreed.circle.iter().collect();
    let waiting: BTreeSet<&PersonId> = sealed.waiting().map(|(person, _)| person).collect();
    Some(SealingStand {
        is_in: circle.difference(&waiting).map(|it| (*it).clone()).collect(),
        waiting: waiting.into_iter().cloned().collect(),
        circle: circle.into_iter().cloned().collect(),
        on: agreed.on.clone(),
        labels: agreed.on.iter().map(|on| matter(step, on)).collect(),
    })
}

pub(super) fn never_opened(step: &StepCase<'_>, state: &Weighing) -> Vec<NeverOpened> {
    let entry = |by: &PersonId, on: &Weighed| {
        step.record
            .weighing
            .until(step.case.at)
            .filter(|dated| {
                matches!(&dated.transition, WeighingEvent::Seal { by: whose, sealed }
                    if whose == by && sealed.on == *on)
            })
            .map(|dated| dated.seq)
            .last()
    };
    let stand = |by: &PersonId, on: &Weighed| {
        Some(NeverOpened { by: by.clone(), on: on.clone(), label: matter(step, on), because: entry(by, on)? })
    };
    state.never_opened().iter().filter_map(|it| stand(&it.by, &it.sealed.on)).collect()
}

/// The entry by which people last began to talk.
fn last_dialogue(step: &StepCase<'_>) -> Option<u64> {
    step.record
        .weighing
        .until(step.case.at)
        .filter(|dated| matches!(dated.transition, WeighingEvent::OpenDialogue(_) | WeighingEvent::Reopen(_)))
        .map(|dated| dated.seq)
        .last()
}

/// Whether nobody who did not propose the step argued against it.
fn contradiction_is_missing(step: &StepCase<'_>, state: &Weighing) -> bool {
    !state.contradicted_by().any(|person| *person != step.proposal().proposed_by)
}

/// The age from which a child takes part in the talk itself; a younger one is heard in its own way (gate 2).
const TALKS_ALONG: u32 = 12;

/// Whoever of the family is relevant and neither took part, was asked nor declined; nor is it on record why they were not
/// heard at all.
fn left_out(step: &StepCase<'_>, state: &Weighing) -> Vec<PersonId> {
    let there: BTreeSet<&PersonId> = state.took_part().chain(state.stayed_away()).collect();
    let people = step.dossier().people();
    hearing::relevant(step)
        .into_iter()
        .filter(|person| !people.role(person).is_some_and(|role| role.is_professional()))
        .filter(|person| people.is_at_least(person, TALKS_ALONG, step.case.at) != OfAge::No)
        .filter(|person| !there.contains(person))
        .filter(|person| {
            let perspective = step.dossier().perspective_on(person, step.case.at);
            !matches!(perspective, Perspective::Declined(_) | Perspective::NotHeard(_))
        })
        .collect()
}

/// What is missing of a dialogue: contradiction, and whoever of the family was left out.
fn missing(
    step: &StepCase<'_>,
    contradiction: impl Fn() -> Finding,
    family: impl Fn(&[(&str, Sentence)]) -> Finding,
) -> Vec<Finding> {
    let Some(opened) = last_dialogue(step) else { return Vec::new() };
    let state = step.record.weighing.as_of(step.case.at);
    let this = [("step", step.id.to_string())];
    let weighs = || vec![Answerer::ThoseWhoWeigh];
    let mut found = Vec::new();
    if contradiction_is_missing(step, &state) {
        let finding = contradiction().because([opened]);
        let again = Pattern::of("dialogue_reopened", &this, &["why", "contradiction_by"], weighs());
        found.push(finding.lifted_by_ways(taken_up_again(step, &state, again)));
    }
    for person in left_out(step, &state) {
        let mut finding = family(&[("person", step.case.person(&person))]).because([opened]);
        // Asked, or said that they did not want to, or there.
        for path in ["invited", "declined.person"] {
            let fixed = [("step", step.id.to_string()), (path, person.to_string())];
            let again = Pattern::of("dialogue_reopened", &fixed, &["why"], weighs());
            finding = finding.lifted_by_ways(taken_up_again(step, &state, again));
        }
        let again = Pattern::of("dialogue_reopened", &this, &["why", "participants"], weighs());
        finding = finding.lifted_by_ways(taken_up_again(step, &state, again));
        // Of whom an account is there it is not said that they were not heard.
        let perspective = step.dossier().perspective_on(&person, step.case.at);
        if perspective.account().is_none() && perspective.allowed().contains(&"not_hear") {
            let of_them = [("person", person.to_string())];
            finding = finding.lifted_by("not_heard", &of_them, &["ground", "reason"], weighs());
        }
        found.push(finding);
    }
    found
}

/// The ways by which a dialogue is taken up again. One that is still going on first comes to where it comes to: people agree,
/// or they do not.
fn taken_up_again(step: &StepCase<'_>, state: &Weighing, again: Pattern) -> Vec<Vec<Pattern>> {
    if state.allowed().contains(&"reopen") {
        return vec![vec![again]];
    }
    let this = [("step", step.id.to_string())];
    let ended = |event| Pattern::of(event, &this, &[], vec![Answerer::ThoseWhoWeigh]);
    ["converged", "diverged"].into_iter().map(|event| vec![ended(event), again.clone()]).collect()
}

/// For an own act each of them bars.
pub(super) fn own(step: &StepCase<'_>) -> Vec<Finding> {
    missing(
        step,
        || Finding::new(Code::NoContradiction, Says::Failed, &[]).by_rule("model 5"),
        |fills| Finding::new(Code::FamilyNotInDialogue, Says::Failed, fills).by_rule("model 5"),
    )
}

/// For what others did each of them is advice.
pub(super) fn observed(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    if !step.is_own() {
        aids.extend(missing(
            step,
            || aid(Code::AidNoContradiction, &[], "Q28"),
            |fills| aid(Code::AidFamilyNotInDialogue, fills, "model 5"),
        ));
    }
}

/// Whoever sealed a view that was never opened was not listened to, whatever it says.
pub(super) fn never_opened_aids(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let state = step.record.weighing.as_of(step.case.at);
    for it in never_opened(step, &state) {
        let fills = [("person", step.case.person(&it.by)), ("matter", it.label)];
        aids.push(aid(Code::AidSealNeverOpened, &fills, "model 5").because([it.because]).without_remedy(
            Sentence::new(
                "Het moment om samen te openen is voorbij; een open oordeel kan altijd nog.",
                "The moment to open it together has passed; an open view can always be given.",
            ),
        ));
    }
}

/// The powers on which people fall back and that the map does not know by the law of that day. Such a power settles nothing:
/// where that leaves the gate unknown, this says why; where others settled it, it is only told.
pub(super) fn off_the_map(step: &StepCase<'_>, is_unknown: bool) -> Vec<Finding> {
    let state = step.record.weighing.as_of(step.case.at);
    let Weighing::Fallback(state) = &*state else { return Vec::new() };
    let on = state.fell_back().when.first_day();
    let fell_back = step
        .record
        .weighing
        .until(step.case.at)
        .filter(|dated| matches!(dated.transition, WeighingEvent::FallBack(_)))
        .map(|dated| dated.seq)
        .last();
    let says = if is_unknown { Says::Unknown } else { Says::Nothing };
    let off = state.fell_back().what.powers.iter().filter(|power| is_off_the_map(step, power, on));
    off.map(|power| {
        let who = step.case.person(&power.person);
        let fills = [
            ("person", who.clone()),
            ("act", power.act.label()),
            ("measure", step.case.measure(&power.measure, on)),
        ];
        let mut finding =
            Finding::new(Code::OwnPowerOffTheMap, says, &fills).by_rule("model 5").because(fell_back);
        if is_unknown {
            let which = Sentence::new(
                format!("Op welke eigen bevoegdheid valt {} terug, volgens welk artikel?", who.nl),
                format!("On which power of their own does {} fall back, by which article?", who.en),
            )
            .plainly(
                format!("Welke eigen taak gebruikt {}, en in welk artikel staat die?", who.nl),
                format!("Which task of their own does {} use, and in which article does it stand?", who.en),
            );
            let person = vec![Answerer::Person(power.person.clone())];
            finding = finding.ask(QuestionKind::RegisterFact, which, person, &["fell_back"]);
        }
        finding.lifted_by(
            "dialogue_reopened",
            &[("step", step.id.to_string())],
            &["why"],
            vec![Answerer::ThoseWhoWeigh],
        )
    })
    .collect()
}
