//! Who settles a matter, and how.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::law::Law;
use super::log::{Entry, Log};
use super::people::{COURTS, is_court, is_professional, positions, role};
use super::powers::who_may;
use super::reading::{get, list, text, texts};
use super::steps::Step;

/// What became of one matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// Nobody said anything of it.
    Silent,
    /// Somebody did, and nobody settled it.
    Open,
    /// Found met, on these statements.
    Met(Vec<String>),
    /// Found not met.
    NotMet,
}

/// Model §5, Who settles a ground: the decider; in `Converged` the common verdict; in `Fallback` the actor whose power is used.
pub fn settle(log: &Log, law: &Law, step: &Step, at: NaiveDate, on: &Value) -> Settled {
    let views: Vec<&Entry> = views(log, step).into_iter().filter(|it| get(&it.what, "on") == on).collect();
    // Decision 0005: the agreement of an expert is the expert's own to give.
    let expert = views.iter().rfind(|it| role(log, &it.by) == "behavioural_scientist");
    if let Some(view) = expert.filter(|_| on == &json!({ "condition": "expert_agreement" })) {
        return of_view(view);
    }
    let state = state(log, step);
    if let Some(view) = decides(log, law, step, at, &views) {
        return of_view(view);
    }
    match state.map(|it| (it.kind.as_str(), it)) {
        Some(("converged", agreed)) => {
            let common = list(&agreed.what, "verdicts").iter().find(|it| get(it, "on") == on);
            if let Some(common) = common.filter(|it| is_held(log, step, &views, agreed, text(it, "verdict")))
            {
                let met = views.iter().filter(|it| text(&it.what, "verdict") == "met");
                let named = met.flat_map(|it| texts(&it.what, "for")).map(str::to_owned).collect();
                return verdict(text(common, "verdict"), named);
            }
        }
        Some(("fell_back", fallen)) => {
            let who = own_powers(log, law, step, at, fallen);
            let theirs: Vec<&Entry> =
                views.iter().filter(|it| who.contains(&it.by.as_str())).copied().collect();
            // Decision 0005: two powers of one kind with two opinions settle nothing.
            let verdicts: BTreeSet<&str> = theirs.iter().map(|it| text(&it.what, "verdict")).collect();
            if let (Some(view), 1) = (theirs.first(), verdicts.len()) {
                return of_view(view);
            }
        }
        _ => {}
    }
    let spoken = log.entries.iter().filter(|it| text(&it.what, "step") == step.id);
    let mut spoken =
        spoken.flat_map(|it| list(&it.what, "positions").iter().chain(list(&it.what, "verdicts")));
    if views.is_empty() && !spoken.any(|it| get(it, "on") == on) { Settled::Silent } else { Settled::Open }
}

/// Decision 0005: a common verdict that everybody left since is nobody's. Somebody holds it who agreed and has not said otherwise since, or who
/// says the same.
fn is_held(log: &Log, step: &Step, views: &[&Entry], agreed: &Entry, verdict: &str) -> bool {
    let kinds = ["dialogue_opened", "dialogue_reopened"];
    let opened = kinds.iter().flat_map(|it| log.on(&step.id, it));
    let opened = opened.filter(|it| !texts(&it.what, "participants").is_empty());
    let talking = opened.max_by_key(|it| (it.day, it.seq)).map(|it| texts(&it.what, "participants"));
    let otherwise = |it: &&&Entry| text(&it.what, "verdict") != verdict;
    let since = |it: &&&Entry| (it.day, it.seq) > (agreed.day, agreed.seq);
    let left = |who: &str| views.iter().filter(otherwise).filter(since).any(|it| it.by == who);
    talking.unwrap_or(vec![agreed.by.as_str()]).into_iter().any(|who| !left(who))
        || views.iter().any(|it| text(&it.what, "verdict") == verdict)
}

/// For an observed step the view of who decides.
fn decides<'a>(
    log: &'a Log,
    law: &Law,
    step: &Step,
    at: NaiveDate,
    views: &[&'a Entry],
) -> Option<&'a Entry> {
    views.iter().rfind(|it| is_decider(log, law, step, at, &it.by)).copied()
}

/// Who decides on an observed step: the decider, also without power, and a court that looks at the decision; until there is a decision, who
/// may decide (decision 0005).
pub fn is_decider(log: &Log, law: &Law, step: &Step, at: NaiveDate, who: &str) -> bool {
    let decider = step.decider(log);
    let looks = decider.is_none() || is_court(log, who);
    !step.own && (decider == Some(who) || (looks && may_decide(log, law, step, at, who)))
}

/// A court may decide on a measure on whose map a court stands, and on one that the pack does not have. Of the family nobody decides on a
/// step for others: they decide for themselves, by consenting (decision 0005).
pub fn may_decide(log: &Log, law: &Law, step: &Step, at: NaiveDate, who: &str) -> bool {
    let on = step.law_day(log, at);
    if is_court(log, who) {
        let map = law.of("authority", "grant", &step.measure, on);
        let mut actors = map.into_iter().flat_map(|it| texts(it, "actors"));
        return law.measure(&step.measure, on).is_none() || actors.any(|it| COURTS.contains(&it));
    }
    let powers = who_may(law, "decide", &step.measure, step.ended_measure(log).as_deref(), on);
    let positions = positions(log, who, &step.about, on);
    is_professional(log, who) && powers.iter().any(|(actor, _, _)| positions.contains(&actor.as_str()))
}

/// Whose power is used (decision 0005): of who asks until it is decided on, and then of who decides; where nobody has to ask, of who decides;
/// where nothing is decided on, of who carries it out. Outside the pack nobody can say which: whichever was named.
fn own_powers<'a>(log: &'a Log, law: &Law, step: &Step, at: NaiveDate, fallen: &'a Entry) -> Vec<&'a str> {
    let (on, ended) = (step.law_day(log, at), step.ended_measure(log));
    let of = |act: &str| -> Vec<&'a str> {
        let all = list(&fallen.what, "powers").iter();
        let used = all.filter(|it| text(it, "act") == act && text(it, "measure") == step.measure);
        used.filter(|it| is_on_the_map(log, law, step, fallen, it)).map(|it| text(it, "person")).collect()
    };
    let has = |act: &&str| !who_may(law, act, &step.measure, ended.as_deref(), on).is_empty();
    if step.decided(log).is_some() {
        of("decide")
    } else if law.measure(&step.measure, on).is_some() {
        of(["request", "decide"].into_iter().find(has).unwrap_or("execute"))
    } else {
        let named = ["request", "decide", "execute"].into_iter().map(of);
        named.into_iter().find(|it| !it.is_empty()).unwrap_or_default()
    }
}

/// Decision 0005: a power that the map has no entry for on the day of falling back settles nothing; a position that is not known, or a
/// measure outside the pack, is no such power.
fn is_on_the_map(log: &Log, law: &Law, step: &Step, fallen: &Entry, power: &Value) -> bool {
    let (who, measure) = (text(power, "person"), text(power, "measure"));
    let positions = positions(log, who, &step.about, fallen.day);
    let powers = who_may(law, text(power, "act"), measure, None, fallen.day);
    let is_theirs = |actor: &str| positions.contains(&actor) || (actor == "anyone" && !is_court(log, who));
    law.measure(measure, fallen.day).is_none()
        || positions.is_empty()
        || powers.iter().any(|(actor, _, _)| is_theirs(actor))
}

/// The views on a step, of each person on each matter the latest.
pub fn views<'a>(log: &'a Log, step: &Step) -> Vec<&'a Entry> {
    let mut latest: Vec<&Entry> = Vec::new();
    for view in log.on(&step.id, "view_given") {
        latest.retain(|it| it.by != view.by || get(&it.what, "on") != get(&view.what, "on"));
        latest.push(view);
    }
    latest
}

/// A view, with the statements that it names. Model §5 has the decider's view rest on all that the decider found; which that is beyond the
/// statements that the view names, the model does not say.
fn of_view(view: &Entry) -> Settled {
    verdict(text(&view.what, "verdict"), texts(&view.what, "for").into_iter().map(str::to_owned).collect())
}

fn verdict(word: &str, named: Vec<String>) -> Settled {
    match word {
        "met" => Settled::Met(named),
        "not_met" => Settled::NotMet,
        _ => Settled::Open,
    }
}

/// The entry that made the state in which the weighing is: an agreement, a fallback, or what opened it again.
pub fn state<'a>(log: &'a Log, step: &Step) -> Option<&'a Entry> {
    let kinds = ["dialogue_opened", "converged", "diverged", "dialogue_reopened", "fell_back"];
    super::steps::last_of(log, &step.id, &kinds)
}
