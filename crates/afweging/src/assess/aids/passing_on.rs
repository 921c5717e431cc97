//! Passing on (*doorschuiven*): to the next link, without added power or expertise.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::actor::{Act, Actor};
use crate::code::Code;
use crate::dossier::WatchEvent;
use crate::finding::{Answerer, Finding, Says};
use crate::id::MeasureId;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::watch::{AddedValue, HandedOver};

use super::super::case::Case;
use super::aid;

/// Hand-overs that add nothing, and those that nobody has taken up.
pub(super) fn hand_overs(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let events: Vec<_> = case.so_far(case.dossier.watch_events()).collect();
    for (place, event) in events.iter().enumerate() {
        let WatchEvent::HandOver(handed) = &event.what else { continue };
        let fills = [("person", case.person(&handed.to))];
        if handed.adds.is_not_said() {
            let held = Sentence::new(
                "Wat zo is doorgegeven, is zo doorgegeven; de vraag staat open voor een volgende overdracht.",
                "What was passed on so was passed on so; the question is open for a next hand-over.",
            );
            found.push(aid(Code::AidPassedOn, &fills, "Q42").because([event.seq]).without_remedy(held));
        }
        if has_no_added_power(case, handed, event.occurred.first_day()) {
            let fills = [("person", case.person(&handed.to)), ("from", case.person(&handed.from))];
            found.push(aid(Code::AidNoAddedPower, &fills, "Q42").because([event.seq]).lifted_by(
                "corrected",
                &[("entry", event.seq.to_string())],
                &["reason"],
                vec![Answerer::Person(handed.from.clone())],
            ));
        }
        let taken_up = events.iter().skip(place).any(
            |later| matches!(&later.what, WatchEvent::Accept(accepted) if accepted.receiver == handed.to),
        );
        if !taken_up {
            found.push(
                Finding::new(Code::HandOverOpen, Says::Nothing, &fills)
                    .by_rule("model 2")
                    .because([event.seq])
                    .lifted_by(
                        "hand_over_accepted",
                        &[("receiver", handed.to.to_string())],
                        &[],
                        vec![Answerer::Person(handed.to.clone())],
                    ),
            );
        }
    }
    found
}

/// What a body can do that another may be called in for.
const POWERS: &[Act] = &[Act::Investigate, Act::Request, Act::Decide, Act::Execute, Act::Supervise];

/// Whether it was handed over for a power, and by the authority map of that day the receiver has none that the sender
/// has not. Of expertise the map says nothing; of who has no body it says nothing either.
fn has_no_added_power(case: &Case<'_>, handed: &HandedOver, on: NaiveDate) -> bool {
    if handed.adds != Said::Said(AddedValue::Power) {
        return false;
    }
    let body = |person| case.dossier.people().role(person).and_then(|role| role.body());
    let (Some(from), Some(to)) = (body(&handed.from), body(&handed.to)) else { return false };
    // The map knows no powers of some bodies at all: then it cannot say that one is missing.
    let theirs = powers(case, to, on);
    let own = powers(case, from, on);
    (from == to || !theirs.is_empty()) && theirs.is_subset(&own)
}

fn powers<'a>(case: &Case<'a>, body: Actor, on: NaiveDate) -> BTreeSet<(Act, &'a MeasureId)> {
    case.pack
        .grants(on)
        .iter()
        .filter(|grant| grant.actor == body && POWERS.contains(&grant.act))
        .map(|grant| (grant.act, &grant.measure))
        .collect()
}
