//! Gate 1: may this body ask, and that one decide, this, here, by this route, on this date?

use serde_json::Value;

use super::{Case, Finding, Says, found, needed, raised};
use crate::reference::conditions::{Holds, all_of, is_there_or_asked, others};
use crate::reference::consents;
use crate::reference::execution::stands;
use crate::reference::moves::is_moved_without_the_judge;
use crate::reference::people::{
    OfAge, has_lived, is_at_least, is_court, is_minor, positions, possible_positions,
};
use crate::reference::reading::{get, is, list, text, texts};
use crate::reference::weighing::Settled;

const CODES: [&str; 2] = ["AUTHORITY-012", "AUTHORITY-013"];

/// gates.md: standing, route, the agreement of who is abroad, consent. What is outside the pack has no map: that is said apart.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in ["standing", "route", "foreign_approval", "consent"] {
        let must = name == "route" && only_goes_on(case);
        findings.extend(if must { needed(case, name, CODES) } else { raised(case, name, CODES) });
    }
    if case.measure().is_some() {
        findings.extend(subject(case));
        findings.extend(request(case));
        findings.extend(decision(case));
        findings.extend(appeals(case));
        findings.extend(prerequisites(case));
        findings.extend(consents::needed(case));
    }
    if goes_on_without_title(case) || is_moved_without_the_judge(case) {
        findings.push(found("AUTHORITY-011", Says::Failed, ""));
    }
    findings
}

/// Jw 6.1.2(4): closed care may go on for half a year past 18 (222 months). That it goes on, people say.
fn only_goes_on(case: &Case<'_>) -> bool {
    let about = case.step.about.as_str();
    case.word("subject") == "minor_or_continued"
        && is_minor(case.log, about, case.on) == OfAge::No
        && has_lived(case.log, about, 222, case.on) == OfAge::No
}

/// law.md §1.1: for whom a measure is: a minor, an adult, a youth until 23.
fn subject(case: &Case<'_>) -> Option<Finding> {
    let (log, about, on) = (case.log, case.step.about.as_str(), case.on);
    let minor = is_minor(log, about, on);
    let too_old = match case.word("subject") {
        "adult" if minor == OfAge::No => return None,
        "adult" => minor,
        "any" => return None,
        _ if minor == OfAge::Yes => return None,
        "youth" => is_at_least(log, about, 23, on),
        "minor_or_continued" => has_lived(log, about, 222, on),
        _ if minor == OfAge::No => OfAge::Yes,
        _ => is_at_least(log, about, 18, on),
    };
    match too_old {
        OfAge::No => None,
        OfAge::Yes => Some(found("AUTHORITY-002", Says::Failed, "")),
        OfAge::NotKnown => Some(found("AUTHORITY-010", Says::Unknown, "")),
    }
}

/// The entries of the map for an act to the measure.
fn grants<'a>(case: &Case<'a>, act: &str) -> Vec<&'a Value> {
    let mut all = case.law.of("authority", "grant", &case.step.measure, case.on);
    all.retain(|it| texts(it, "acts").contains(&act));
    all
}

fn is_for(grant: &Value, positions: &[&str], is_court: bool) -> bool {
    let actors = texts(grant, "actors");
    (actors == ["anyone"] && !is_court && !positions.is_empty())
        || positions.iter().any(|it| actors.contains(it))
}

/// Whether those who may settle it found that the power is there.
fn is_settled(case: &Case<'_>) -> bool {
    matches!(case.condition("standing"), Settled::Met(_))
}

/// What the best of some entries comes to for somebody; no when there is none.
fn best(case: &Case<'_>, grants: &[&Value], act: &str, who: &str) -> Holds {
    let each = grants.iter().map(|it| all_of(case, it, act, who, is_settled(case)));
    each.min().unwrap_or(Holds::No)
}

/// The article of a decision that nobody asked for.
fn of_own_motion<'a>(case: &Case<'a>) -> Option<&'a str> {
    let named = case.log.on(&case.step.id, "decided").into_iter().map(|it| text(&it.what, "ex_officio"));
    named.into_iter().rfind(|it| !it.is_empty())
}

/// P7 and decision 0005: who filed, or while nothing was filed who proposes. If they may not ask, somebody who may can still file: unknown. Who
/// decides alone, without a court, asks nobody; of its own motion a court is not asked.
fn request(case: &Case<'_>) -> Option<Finding> {
    let all = grants(case, "request");
    let filed = case.step.filed(case.log).map(|it| text(&it.what, "requester"));
    if all.is_empty() {
        return None;
    }
    if of_own_motion(case).is_some() {
        return filed.map(|_| found("AUTHORITY-019", Says::Failed, ""));
    }
    let asks = filed.unwrap_or_else(|| text(&case.step.proposal, "proposed_by"));
    let court = is_court(case.log, asks);
    let places = possible_positions(case.log, asks, &case.step.about, case.on);
    if filed.is_none() && !court && decides_alone(case, &places) {
        return None;
    }
    let fitting: Vec<&Value> = all.into_iter().filter(|it| is_for(it, &places, court)).collect();
    let is_open = positions(case.log, asks, &case.step.about, case.on).is_empty() && places.len() > 1;
    let each_may = places.iter().all(|place| fitting.iter().any(|it| is_for(it, &[*place], court)));
    let by_court = case.step.decider(case.log).is_some_and(|it| is_court(case.log, it));
    let can_still_file = filed.is_none() && (fitting.is_empty() || by_court);
    if can_still_file || (is_open && !each_may && !fitting.is_empty()) {
        return Some(found("AUTHORITY-007", Says::Unknown, ""));
    }
    match best(case, &fitting, "request", asks) {
        Holds::Yes => None,
        Holds::Open => Some(found("AUTHORITY-016", Says::Unknown, "")),
        Holds::No => Some(found("AUTHORITY-001", Says::Failed, "")),
    }
}

/// Whether who proposes may decide by itself, for what the step says that it ends.
fn decides_alone(case: &Case<'_>, places: &[&str]) -> bool {
    let ended = case.step.ended_measure(case.log);
    let fits = |of: &Value| {
        let ends = of.get("ends").and_then(Value::as_array);
        ends.is_none_or(|all| ended.as_ref().is_none_or(|it| all.iter().any(|one| one == it)))
    };
    grants(case, "decide")
        .into_iter()
        .any(|it| is_for(it, places, false) && list(it, "conditions").iter().all(fits))
}

/// P6: an observed decision without authority is a bar. On help without compulsion people decide by consenting to it (Jw 7.3.4); law.md §4.17: who
/// asks for compulsion does not decide on it.
fn decision(case: &Case<'_>) -> Vec<Finding> {
    let Some(decider) = case.step.decider(case.log) else { return Vec::new() };
    let mut findings = Vec::new();
    let own_motion = of_own_motion(case);
    let places = possible_positions(case.log, decider, &case.step.about, case.on);
    let mut all = grants(case, "decide");
    all.retain(|it| (text(it, "standing") == "ex_officio") == own_motion.is_some());
    all.retain(|it| is_for(it, &places, is_court(case.log, decider)));
    if let Some(article) = own_motion {
        all = naming(all, article);
    }
    let by_consent = own_motion.is_none() && case.word("frame") != "compulsory" && may_consent(case, &places);
    match best(case, &all, "decide", decider) {
        _ if by_consent => {}
        Holds::Yes => {}
        Holds::Open => findings.push(found("AUTHORITY-018", Says::Unknown, "")),
        Holds::No => findings.push(found("AUTHORITY-003", Says::Failed, "")),
    }
    let asks = case.step.filed(case.log).map(|it| text(&it.what, "requester"));
    if asks == Some(decider) && case.word("frame") == "compulsory" {
        findings.push(found("AUTHORITY-005", Says::Failed, ""));
    }
    findings
}

/// Whether a position is among those that consent to the measure: by the map, or by the rules about consent (law.md §4.6).
fn may_consent(case: &Case<'_>, places: &[&str]) -> bool {
    if grants(case, "consent").into_iter().any(|it| is_for(it, places, false)) {
        return true;
    }
    let parents = ["parent_with_authority", "guardian"];
    let basis = case.law.of("consent", "basis", &case.step.measure, case.on);
    match basis.last().map(|it| (text(it, "rests_on"), it)) {
        Some(("one_of", it)) => is(it, "consent") && places.iter().any(|place| parents.contains(place)),
        Some(("needed", _)) => case.law.on("consent", "rule", case.on).into_iter().any(|rule| {
            let group = text(rule, "group");
            let fits = match case.word("subject") {
                "minor" => group != "adult",
                "adult" => group == "adult",
                _ => true,
            };
            let own = match group {
                "under12" => "minor_under12",
                "from12_to15" | "incapable" => "minor12_to15",
                "from16_to17" => "minor16_to17",
                _ => "adult",
            };
            let musts = texts(rule, "must");
            let by_person = musts.contains(&"person") && places.contains(&own);
            let by_holder = musts.contains(&"everyone_with_authority")
                && places.iter().any(|place| parents.contains(place));
            let by_representative = musts.contains(&"legal_representative") && places.contains(&"guardian");
            fits && (by_person || by_holder || by_representative)
        }),
        _ => false,
    }
}

/// authority.md: the article of a decision that nobody asked for is matched by its number and paragraph.
fn naming<'a>(all: Vec<&'a Value>, article: &str) -> Vec<&'a Value> {
    let parts = |of: &str| -> Vec<String> {
        let split = of.split(|c: char| !c.is_alphanumeric() && c != '.');
        split.filter(|it| !it.is_empty()).map(str::to_owned).collect()
    };
    let words = parts(article);
    let names = |of: &str| parts(of).iter().all(|it| words.contains(it));
    let of_article: Vec<&Value> =
        all.into_iter().filter(|it| names(text(get(it, "cite"), "article"))).collect();
    let mut of_paragraph = of_article.clone();
    of_paragraph.retain(|it| {
        let paragraph = text(get(it, "cite"), "paragraph");
        !paragraph.is_empty() && names(paragraph)
    });
    if of_paragraph.is_empty() { of_article } else { of_paragraph }
}

/// Who ruled on appeal decides on appeal by the map.
fn appeals(case: &Case<'_>) -> Vec<Finding> {
    let on_appeal = |it: &&Value| list(it, "conditions").iter().any(|it| it.get("on_appeal_from").is_some());
    let all: Vec<&Value> = grants(case, "decide").into_iter().filter(on_appeal).collect();
    let may = |who: &str| {
        let places = positions(case.log, who, &case.step.about, case.on);
        all.iter().any(|it| is_for(it, &places, is_court(case.log, who)))
    };
    let rulings = case.log.on(&case.step.id, "appeal_ruled");
    let without = rulings.into_iter().filter(|it| !may(text(&it.what, "decider")));
    without.map(|_| found("AUTHORITY-003", Says::Failed, "")).collect()
}

/// Model §8, `requires`: in force, or granted or asked for together. What was decided on and is not there any more is known to be missing.
fn prerequisites(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for required in case.law.of("relations", "requires", &case.step.measure, case.on) {
        let one_of = texts(required, "one_of");
        if one_of.iter().any(|it| is_there_or_asked(case, it)) {
            continue;
        }
        let is_gone = others(case)
            .iter()
            .any(|it| one_of.contains(&it.measure.as_str()) && it.decided(case.log).is_some());
        findings.push(if is_gone {
            found("AUTHORITY-006", Says::Failed, "")
        } else {
            found("AUTHORITY-017", Says::Unknown, "")
        });
    }
    findings
}

/// P16: a compulsory measure that is carried out while no decision carries it. The act is the going on: the law of the day counts.
fn goes_on_without_title(case: &Case<'_>) -> bool {
    let stands = stands(case.log, case.law, case.step, case.at);
    let today = case.law.measure(&case.step.measure, case.at).or_else(|| case.measure());
    let is_granted = ["Granted", "PartlyGranted", "UrgentlyGranted", "Confirmed"].contains(&stands.decision);
    today.is_some_and(|it| text(it, "frame") == "compulsory") && stands.execution == "InForce" && !is_granted
}
