//! Who settles a ground or condition, and how it is settled on the day.
//!
//! In agreement: the common verdict. After falling back: the view of whose power is used. For an observed act: the view
//! of who decides, which rests on all that the decider found. Otherwise nobody settled it, and it is unknown.

use chrono::NaiveDate;

use crate::actor::Act;
use crate::condition::Condition;
use crate::dossier::Dossier;
use crate::id::{GroundId, PersonId, StatementId, StepId};
use crate::machine::Noted;
use crate::pack::Pack;
use crate::person::Role;
use crate::weighing::{FellBack, OwnPower, Verdict, View, Weighed, Weighing, WeighingEvent};

use super::authority::who_may;
use super::case::{Case, StepCase};

/// How one ground or condition stands.
#[derive(Debug, Clone)]
pub(super) enum Settled<'a> {
    /// By these people, in these entries.
    By {
        verdict: Verdict,
        people: Vec<PersonId>,
        because: Vec<u64>,
        /// The statements that those who share the verdict name in its favour.
        statements: Vec<&'a StatementId>,
    },
    /// By nobody yet.
    Nobody,
}

impl Settled<'_> {
    pub(super) fn verdict(&self) -> Option<Verdict> {
        match self {
            Settled::By { verdict, .. } => Some(*verdict),
            Settled::Nobody => None,
        }
    }
}

struct Given<'a> {
    by: &'a PersonId,
    view: &'a View,
    seq: u64,
}

/// The latest view of each person on a matter, up to the day.
fn latest_views<'a>(step: &StepCase<'a>, on: &Weighed) -> Vec<Given<'a>> {
    let mut latest: Vec<Given<'a>> = Vec::new();
    for dated in step.record.weighing.until(step.case.at) {
        for (by, view) in dated.transition.views().filter(|(_, view)| view.on == *on) {
            latest.retain(|given| given.by != by);
            latest.push(Given { by, view, seq: dated.seq });
        }
    }
    latest
}

/// How a ground or condition is settled on the day.
pub(super) fn settle<'a>(step: &StepCase<'a>, on: &Weighed) -> Settled<'a> {
    let views = latest_views(step, on);
    // The agreement of an expert is the expert's own to give.
    if *on == Weighed::Condition(Condition::ExpertAgreement) {
        let expert =
            |given: &&Given<'a>| step.dossier().people().role(given.by) == Some(Role::BehaviouralScientist);
        if let Some(given) = views.iter().rfind(expert) {
            return by_one(given);
        }
    }
    if !step.is_own()
        && let Some(given) = views.iter().rfind(|given| decides(step, given.by))
    {
        return by_one(given);
    }
    match &*step.record.weighing.as_of(step.case.at) {
        Weighing::Converged(_) => converged(step, on, &views),
        Weighing::Fallback(state) => fallen_back(step, state.fell_back(), &views),
        _ => Settled::Nobody,
    }
}

/// Whose view settles an observed step: who decided, lawfully or not, and until then who may decide. Before there is a
/// decision it is what the one who is to decide found, as a ruling gives it. Once somebody decided, only a court does that
/// looks at what was decided: on appeal, or because somebody asks it to set a direction or a ban aside.
pub(super) fn decides(step: &StepCase<'_>, person: &PersonId) -> bool {
    let is_court = |person: &PersonId| step.dossier().people().role(person).is_some_and(Role::is_court);
    match step.decided_by() {
        Some((decider, _)) => decider == person || (is_court(person) && step.may_decide(person)),
        None => step.may_decide(person),
    }
}

fn by_one<'a>(given: &Given<'a>) -> Settled<'a> {
    Settled::By {
        verdict: given.view.verdict,
        people: vec![given.by.clone()],
        because: vec![given.seq],
        statements: given.view.statements_for.iter().collect(),
    }
}

fn converged<'a>(step: &StepCase<'a>, on: &Weighed, views: &[Given<'a>]) -> Settled<'a> {
    let agreed = step.record.weighing.until(step.case.at).filter_map(|dated| match &dated.transition {
        WeighingEvent::Converge(convergence) => Some((convergence, dated.seq)),
        _ => None,
    });
    let Some((convergence, seq)) = agreed.last() else { return Settled::Nobody };
    let Some(common) = convergence.verdicts.iter().find(|it| it.on == *on) else { return Settled::Nobody };
    let opened = step.record.weighing.until(step.case.at).filter_map(|dated| match &dated.transition {
        WeighingEvent::OpenDialogue(opened) => Some(&opened.participants),
        WeighingEvent::Reopen(reopened) if !reopened.participants.is_empty() => Some(&reopened.participants),
        _ => None,
    });
    let mut people: Vec<PersonId> = opened.last().cloned().unwrap_or_default();
    if people.is_empty() {
        // Where nobody wrote down who talked, whoever recorded the agreement stands for it.
        people.extend(step.dossier().entry(seq).map(|entry| entry.by.clone()));
    }
    // Whoever took part and finds otherwise does not share the verdict, and it is not theirs.
    let differs = |person: &PersonId| {
        views.iter().any(|given| given.by == person && given.view.verdict != common.verdict)
    };
    let agreed = people.clone();
    people.retain(|person| !differs(person));
    let sharing: Vec<&Given<'a>> =
        views.iter().filter(|given| given.view.verdict == common.verdict).collect();
    people.extend(sharing.iter().map(|given| given.by.clone()));
    people.sort_unstable();
    people.dedup();
    // Whoever agreed after finding otherwise came to it, and holds it until they leave it.
    if people.is_empty() {
        let came = step.record.weighing.until(step.case.at).take_while(|dated| dated.seq != seq);
        let before: Vec<u64> = came.map(|dated| dated.seq).collect();
        let has_left = |person: &PersonId| {
            views.iter().any(|given| {
                given.by == person && given.view.verdict != common.verdict && !before.contains(&given.seq)
            })
        };
        people.extend(agreed.into_iter().filter(|person| !has_left(person)));
    }
    // A common verdict that each of them has left since is nobody's any more.
    if people.is_empty() {
        return Settled::Nobody;
    }
    let mut because: Vec<u64> = sharing.iter().map(|given| given.seq).collect();
    because.push(seq);
    let mut statements: Vec<&StatementId> =
        sharing.iter().flat_map(|given| given.view.statements_for.iter()).collect();
    statements.sort_unstable();
    statements.dedup();
    Settled::By { verdict: common.verdict, people, because, statements }
}

/// After falling back, the view of the actor whose power is used: that of who asks until it is decided on, and then that
/// of who decides. Where nobody has to ask it is who decides, and where nothing is decided on, who carries it out. Two
/// powers of the same kind with two opinions settle nothing, and neither does a power that the map does not know.
fn fallen_back<'a>(step: &StepCase<'a>, fell_back: &Noted<FellBack>, views: &[Given<'a>]) -> Settled<'a> {
    let used = |act: Act| -> Vec<&PersonId> {
        (fell_back.what.powers.iter())
            .filter(|power| !is_off_the_map(step, power, fell_back.when.first_day()))
            .filter(|power| power.measure == *step.measure_id() && power.act == act)
            .map(|power| &power.person)
            .collect()
    };
    let is_by_law = |act: &Act| !who_may(step, *act).is_empty();
    let using = if step.decided_by().is_some() {
        used(Act::Decide)
    } else if step.measure.is_some() {
        used([Act::Request, Act::Decide].into_iter().find(is_by_law).unwrap_or(Act::Execute))
    } else {
        // Outside the pack nobody can say whether it has to be asked for: whichever power was named.
        let named = [Act::Request, Act::Decide, Act::Execute].into_iter().map(used);
        named.into_iter().find(|using| !using.is_empty()).unwrap_or_default()
    };
    let mut theirs = views.iter().filter(|given| using.contains(&given.by));
    let Some(first) = theirs.next() else { return Settled::Nobody };
    if theirs.any(|given| given.view.verdict != first.view.verdict) {
        return Settled::Nobody;
    }
    by_one(first)
}

/// Whether the authority map, by the law of that day, has no entry for a power that somebody says is theirs. Of a position
/// that is not known, or a measure outside the pack, nobody can say so.
pub(super) fn is_off_the_map(step: &StepCase<'_>, power: &OwnPower, on: NaiveDate) -> bool {
    let positions = step.dossier().people().positions(&power.person, step.about(), on);
    let mut grants = step.case.pack.grants(on).iter();
    !positions.is_empty()
        && step.case.pack.measure(&power.measure, on).is_some()
        && !grants.any(|grant| {
            grant.act == power.act && grant.measure == power.measure && positions.contains(&grant.actor)
        })
}

/// How one ground of a step is settled on the day.
pub(crate) struct SettledGround {
    pub(crate) ground: GroundId,
    /// None when nobody settled it.
    pub(crate) verdict: Option<Verdict>,
    /// By whom.
    pub(crate) people: Vec<PersonId>,
    /// In which entries.
    pub(crate) because: Vec<u64>,
}

/// The grounds that the measure of a step takes, and those that anybody weighed, each as it is settled on the day.
pub(crate) fn settled_grounds(
    dossier: &Dossier,
    pack: &Pack,
    id: &StepId,
    at: NaiveDate,
) -> Vec<SettledGround> {
    let case = Case::new(dossier, pack, at);
    let Some(step) = case.step(id) else { return Vec::new() };
    let mut grounds: Vec<GroundId> = Vec::new();
    let of_law = step.measure.into_iter().flat_map(|measure| measure.grounds.iter().flatten());
    let views = step.record.weighing.until(at).flat_map(|dated| dated.transition.views());
    let weighed = views.filter_map(|(_, view)| match &view.on {
        Weighed::Ground(ground) => Some(ground),
        Weighed::Condition(_) => None,
    });
    for ground in of_law.chain(weighed) {
        if !grounds.contains(ground) {
            grounds.push(ground.clone());
        }
    }
    grounds
        .into_iter()
        .map(|ground| match settle(&step, &Weighed::Ground(ground.clone())) {
            Settled::By { verdict, people, because, .. } => {
                SettledGround { ground, verdict: Some(verdict), people, because }
            }
            Settled::Nobody => {
                SettledGround { ground, verdict: None, people: Vec::new(), because: Vec::new() }
            }
        })
        .collect()
}

/// How one matter of a step is settled on the day, and by whom; none when nobody settled it.
pub(crate) fn settled_on(
    dossier: &Dossier,
    pack: &Pack,
    id: &StepId,
    at: NaiveDate,
    on: &Weighed,
) -> Option<(Verdict, Vec<PersonId>)> {
    let case = Case::new(dossier, pack, at);
    let step = case.step(id)?;
    match settle(&step, on) {
        Settled::By { verdict, people, .. } => Some((verdict, people)),
        Settled::Nobody => None,
    }
}
