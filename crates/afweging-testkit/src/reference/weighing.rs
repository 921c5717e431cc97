//! Who settles a matter, and how.

use chrono::NaiveDate;
use serde_json::Value;

use super::law::Law;
use super::log::{Entry, Log};
use super::people::{is_court, positions};
use super::powers::who_may;
use super::reading::{get, list, text, texts};
use super::steps::Step;
use crate::reference::readings::Reading;

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
    let state = state(log, step);
    if let Some(view) = decides(log, law, step, at, &views) {
        return of_view(view);
    }
    match state.map(|it| (it.kind.as_str(), it)) {
        Some(("converged", agreed)) => {
            let common = list(&agreed.what, "verdicts").iter().find(|it| get(it, "on") == on);
            if let Some(common) = common {
                let met = views.iter().filter(|it| text(&it.what, "verdict") == "met");
                let named = met.flat_map(|it| texts(&it.what, "for")).map(str::to_owned).collect();
                return verdict(text(common, "verdict"), named);
            }
        }
        Some(("fell_back", fallen)) => {
            let used = own_power(log, step, fallen).and_then(|who| by(&views, who));
            let any = own_powers(&views, fallen).filter(|_| log.reads(Reading::AnyOwnPowerSettles));
            if let Some(view) = any.or(used) {
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

/// For an observed decision: the decider's view.
fn decides<'a>(log: &Log, law: &Law, step: &Step, at: NaiveDate, views: &[&'a Entry]) -> Option<&'a Entry> {
    if step.own {
        return None;
    }
    if !log.reads(Reading::WhoMayDecideSettles) {
        return decider(log, step).and_then(|who| by(views, who));
    }
    let powers = who_may(law, "decide", &step.measure, None, step.law_day(log, at));
    let may = |who: &str| {
        let positions = positions(log, who, &step.about, step.law_day(log, at));
        powers.iter().any(|(actor, _, _)| positions.contains(&actor.as_str()))
    };
    views.iter().rfind(|it| is_court(log, &it.by) || may(&it.by)).copied()
}

/// Who decided on the step.
pub fn decider<'a>(log: &'a Log, step: &Step) -> Option<&'a str> {
    step.decided(log).map(|it| text(&it.what, "decider"))
}

/// Everyone whose own power was written down.
fn own_powers<'a>(views: &[&'a Entry], fallen: &Entry) -> Option<&'a Entry> {
    let named = |who: &str| list(&fallen.what, "powers").iter().any(|it| text(it, "person") == who);
    views.iter().rfind(|it| named(&it.by)).copied()
}

/// Before a decision the power that is used is that of who asks.
fn own_power<'a>(log: &'a Log, step: &'a Step, fallen: &'a Entry) -> Option<&'a str> {
    let used = if step.decided(log).is_some() { "decide" } else { "request" };
    let of = |power: &&Value| text(power, "act") == used && text(power, "measure") == step.measure;
    list(&fallen.what, "powers").iter().find(of).map(|it| text(it, "person"))
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

fn by<'a>(views: &[&'a Entry], who: &str) -> Option<&'a Entry> {
    views.iter().rfind(|it| it.by == who).copied()
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
