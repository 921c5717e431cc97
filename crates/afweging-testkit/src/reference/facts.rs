//! What is established, and what is not.

use super::log::{Entry, Log};
use super::reading::{get, list, named, text};
use super::sources::{Root, contested, of_side, roots, side, standing};

/// How a statement stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its id.
    pub statement: String,
    /// What people found last; empty when they found nothing.
    pub found: String,
    /// What people found last, also when that no longer counts.
    pub last: String,
    /// One of the four values.
    pub support: &'static str,
    /// How many pieces of evidence, roots for and against, and pieces that lead to no root.
    pub counts: [usize; 4],
    /// The level of evidence that it reaches: `established`, `serious_suspicion`, or empty.
    pub level: &'static str,
    /// Whether what was found has to be looked at again.
    pub reopened: bool,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

/// Every statement that was claimed.
pub fn all(log: &Log) -> Vec<Fact> {
    let mut ids: Vec<&str> = log.of("claimed").iter().map(|it| text(&it.what, "statement")).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| fact(log, id)).collect()
}

/// Model §4.
pub fn fact(log: &Log, statement: &str) -> Fact {
    let evidence = standing(log);
    let (pro, con) = (of_side(log, statement, "supports"), of_side(log, statement, "opposes"));
    let support = match (pro.is_empty(), con.is_empty()) {
        (true, true) => "neither",
        (false, true) => "for",
        (true, false) => "against",
        (false, false) => "both",
    };
    let mut mentions = side(&evidence, statement, "supports");
    mentions.extend(side(&evidence, statement, "opposes"));
    let untraced = mentions.iter().filter(|it| roots(&[**it], &evidence, &|_| true).is_empty()).count();
    let found = |it: Option<&Entry>| it.map(|it| text(&it.what, "found").to_owned()).unwrap_or_default();
    Fact {
        statement: statement.to_owned(),
        found: found(finding(log, statement)),
        last: found(latest(log, statement)),
        support,
        counts: [mentions.len(), pro.len(), con.len(), untraced],
        level: level(log, statement),
        reopened: is_reopened(log, statement),
        withdrawn: is_withdrawn(log, statement),
    }
}

/// The latest finding.
fn latest<'a>(log: &'a Log, statement: &str) -> Option<&'a Entry> {
    log.of("found").into_iter().rfind(|it| text(&it.what, "statement") == statement)
}

/// The finding that counts: the latest, as long as it is not re-opened and the statement not taken back. What is re-opened
/// is open again: model §4 can be read so that the old finding goes on in the meantime, and we do not.
pub fn finding<'a>(log: &'a Log, statement: &str) -> Option<&'a Entry> {
    let stands = is_claimed(log, statement) && !is_withdrawn(log, statement) && !is_reopened(log, statement);
    latest(log, statement).filter(|_| stands)
}

/// Whether somebody claims it: a claim that was corrected is gone, whatever was said of it.
fn is_claimed(log: &Log, statement: &str) -> bool {
    log.of("claimed").iter().any(|it| text(&it.what, "statement") == statement)
}

/// Whether a statement was taken back.
pub fn is_withdrawn(log: &Log, statement: &str) -> bool {
    log.of("withdrawn")
        .iter()
        .any(|it| matches!(named(get(&it.what, "taken_back")), ("statement", id) if id == statement))
}

/// machines.md, Support: the two levels. `Established` is what people find, never what roots make by themselves.
pub fn level(log: &Log, statement: &str) -> &'static str {
    let found = finding(log, statement).map_or("", |it| text(&it.what, "found"));
    if is_withdrawn(log, statement) || !is_claimed(log, statement) {
        return "";
    }
    match found {
        "established" if has_basis(log, statement) => "established",
        "established" | "plausible" => "serious_suspicion",
        "refuted" | "unresolvable" => "",
        _ if untainted(log, statement).iter().any(Root::is_first_hand) => "serious_suspicion",
        _ => "",
    }
}

/// Model §4: one first-hand root or two independent ones, and an answer to each opposing root.
pub fn has_basis(log: &Log, statement: &str) -> bool {
    let pro = of_side(log, statement, "supports");
    let evidence = standing(log);
    let answered: Vec<&str> = answers(log, statement);
    let replied: Vec<&Entry> =
        evidence.iter().filter(|it| answered.contains(&text(&it.what, "evidence"))).copied().collect();
    // Who answers the teller answers the source.
    let answered_roots = roots(&replied, &evidence, &|_| true);
    let open = of_side(log, statement, "opposes").into_iter().any(|root| !answered_roots.contains(&root));
    (pro.iter().any(Root::is_first_hand) || pro.len() >= 2) && !open
}

/// What was answered of a statement: on the record is on the record, whichever finding it came with.
fn answers<'a>(log: &'a Log, statement: &str) -> Vec<&'a str> {
    let findings = log.of("found").into_iter().filter(|it| text(&it.what, "statement") == statement);
    findings.flat_map(|it| list(&it.what, "answers")).map(|it| text(it, "evidence")).collect()
}

/// The roots to which a way leads on which nobody contests anything.
fn untainted(log: &Log, statement: &str) -> Vec<Root> {
    let evidence = standing(log);
    let contested = contested(log);
    roots(&side(&evidence, statement, "supports"), &evidence, &|it| !contested.contains(&it.seq))
}

/// Model §4: a new root after a finding re-opens it, a new mention does not; so does the loss of what carried it.
pub fn is_reopened(log: &Log, statement: &str) -> bool {
    let Some(finding) = latest(log, statement) else { return false };
    if is_withdrawn(log, statement) || !is_claimed(log, statement) {
        return false;
    }
    // Decision 0005: what any finding on a statement could have seen re-opens none of them. It saw what had happened and was on record.
    let findings: Vec<&Entry> =
        log.of("found").into_iter().filter(|it| text(&it.what, "statement") == statement).collect();
    let saw = |it: &Entry, by: &Entry| it.seq < by.seq && it.day <= by.last_day;
    let seen = log.keep(|it| findings.iter().any(|by| saw(it, by)));
    let is_new = |polarity| {
        let old = of_side(&seen, statement, polarity);
        of_side(log, statement, polarity).iter().any(|root| !old.contains(root))
    };
    is_new("supports") || is_new("opposes") || has_lost_support(log, statement, finding)
}

/// Decision 0005: of what was taken back since, so much is missing that its side has no root left, or no longer enough to establish
/// something on.
fn has_lost_support(log: &Log, statement: &str, finding: &Entry) -> bool {
    let side = match text(&finding.what, "found") {
        "established" | "plausible" => "supports",
        "refuted" => "opposes",
        _ => return false,
    };
    let since = |it: &&Entry| it.kind == "withdrawn" && it.seq > finding.seq;
    let (then, now) = (of_side(&log.keep(|it| !since(&it)), statement, side), of_side(log, statement, side));
    let is_enough = |it: &[Root]| it.iter().any(Root::is_first_hand) || it.len() >= 2;
    let had_enough = text(&finding.what, "found") == "established" && is_enough(&then);
    (!then.is_empty() && now.is_empty()) || (had_enough && !is_enough(&now))
}
