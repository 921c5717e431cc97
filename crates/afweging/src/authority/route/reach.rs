//! How a body that is not in the dossier is reached.

use std::collections::BTreeSet;

use super::RouteStep;
use super::search::{about, actor, step, surest};
use crate::actor::{Act, Actor, DecisionForm};
use crate::authority::condition::Judge;
use crate::pack::{Grant, MeasureKind};

/// What has to happen for somebody who may ask to be reached: nothing when one is in the dossier, else the fewest reports
/// and requests to investigate. Each with everyone who is reached by then.
pub(super) fn chains(
    judge: &Judge<'_>,
    reached: &BTreeSet<Actor>,
    willing: &[&Grant],
) -> Vec<(Vec<RouteStep>, BTreeSet<Actor>)> {
    let wanted = |reached: &BTreeSet<Actor>| {
        willing.iter().any(|grant| reached.contains(&grant.actor) && actor(judge, grant).is_some())
    };
    let mut found = Vec::new();
    let mut all_found = BTreeSet::new();
    let mut front = vec![(Vec::new(), reached.clone())];
    let mut seen = reached.clone();
    // Whoever is in the dossier may be ruled out or hang on something: look one ring further too.
    while !front.is_empty() {
        let mut next = Vec::new();
        for (chain, reached) in front {
            if wanted(&reached) && all_found.insert(reached.clone()) {
                found.push((chain.clone(), reached.clone()));
            }
            for (link, body) in links(judge, &reached) {
                if seen.contains(&body) || judge.declined(body) {
                    continue;
                }
                let mut longer: Vec<RouteStep> = chain.clone();
                longer.extend(link);
                let mut wider = reached.clone();
                wider.insert(body);
                next.push((longer, wider));
            }
        }
        seen.extend(next.iter().flat_map(|(_, reached)| reached.iter().copied()));
        front = next;
    }
    found
}

/// A link to a body that is not reached yet.
struct Link {
    steps: Vec<RouteStep>,
    body: Actor,
    /// Whether what is asked for is the investigation itself.
    asks_for_investigation: bool,
}

/// How those who are reached can reach another body: by a report that it takes up, or by asking it to investigate. A table
/// where organisations meet gives advice and binds nobody, so it is no link.
fn links(judge: &Judge<'_>, reached: &BTreeSet<Actor>) -> Vec<(Vec<RouteStep>, Actor)> {
    let mut links: Vec<Link> = Vec::new();
    let procedures = judge.pack.measures(judge.matter.on).filter(|measure| {
        measure.kind == MeasureKind::Procedural && measure.form == DecisionForm::InternalDecision
    });
    for measure in procedures {
        let on = about(judge, &measure.id, &[]);
        let asking = |act: Act| {
            let those = on.entries(act).filter(|grant| reached.contains(&grant.actor));
            surest(those.filter_map(|grant| actor(&on, grant)).collect())
        };
        let act = if asking(Act::Inform).0.is_empty() { Act::Request } else { Act::Inform };
        let (by, hangs_on) = asking(act);
        if by.is_empty() || !hangs_on.is_empty() {
            continue;
        }
        let deciders: Vec<&Grant> = on
            .entries(Act::Decide)
            .filter(|grant| grant.act == Act::Decide && !reached.contains(&grant.actor))
            .collect();
        for grant in deciders {
            let Some(decider) = actor(&on, grant) else { continue };
            let mut steps =
                vec![step(act, measure, by.clone(), &on), step(Act::Decide, measure, vec![decider], &on)];
            steps.extend(investigation(judge, grant.actor));
            let asks_for_investigation = on.entries(Act::Investigate).next().is_some();
            links.push(Link { steps, body: grant.actor, asks_for_investigation });
        }
    }
    // Where asking to investigate is a measure of its own, that is how one asks.
    let has_own: BTreeSet<Actor> =
        links.iter().filter(|link| !link.asks_for_investigation).map(|link| link.body).collect();
    links
        .into_iter()
        .filter(|link| !link.asks_for_investigation || !has_own.contains(&link.body))
        .map(|link| (link.steps, link.body))
        .collect()
}

/// The investigation that a body does when it was asked for one.
fn investigation(judge: &Judge<'_>, body: Actor) -> Option<RouteStep> {
    let grants = judge.pack.grants(judge.matter.on);
    let grant = grants.iter().find(|grant| {
        let can_be_asked = grants.iter().any(|it| it.measure == grant.measure && it.act == Act::Request);
        grant.actor == body && grant.act == Act::Investigate && can_be_asked
    })?;
    let measure = judge.pack.measure(&grant.measure, judge.matter.on)?;
    let on = about(judge, &measure.id, &[]);
    Some(step(Act::Investigate, measure, vec![actor(&on, grant)?], &on))
}
