//! What an overlay may not do, and the article that forbids it.
//!
//! Who works with whom may be rearranged up to the limit of organisation and law (Q67) and not past it. What an overlay
//! says is held against the law pack on every day from the overlay's own first day on; the articles are those of the pack's
//! entries on the first day on which it does not hold.

use chrono::NaiveDate;

use crate::actor::{Act, Actor, DecisionForm};
use crate::code::Code;
use crate::document::Document;
use crate::id::MeasureId;
use crate::law::{Certainty, Citation};
use crate::pack::{
    ConsentBasis, Consenter, Grant, GrantCondition, HearingDuty, Length, Measure, Pack, PackCode, PackError,
    Standing, TermKind, TermStart,
};
use crate::region::Region;
use crate::region::claim::{Claim, Says};
use crate::region::parts::{AgreedMandate, Deed, Doing};
use crate::region::words::{MeetingKind, TeamKind};
use crate::step::Frame;

/// Powers pass to another only where a statute says so. General knowledge, as are the other articles of this law here.
const DELEGATION: &str = "Awb 10:15";

/// A mandate is passed on only with the leave of who gave it.
const PASSING_ON: &str = "Awb 10:9(1)";

/// What must be considered must be asked for: a regional agreement does not stand in its way.
const DUTY_TO_REQUEST: &str = "Jw 2.4(1)";

/// Why something is refused: the kind, and the words.
type Refused = (PackCode, String);

pub(super) fn check(region: &Region, pack: &Pack) -> Result<(), PackError> {
    let from = region.from.max(pack.first_state());
    let mut days = vec![from];
    days.extend(pack.changes().filter(|day| *day > from));
    for Claim { place, says } in &region.claims {
        if let Says::Measure(id) = says {
            if !days.iter().any(|day| pack.measure(id, *day).is_some()) {
                let reason = format!("the law pack has no measure `{id}` from {from} on");
                return Err(place.error(PackCode::Dangling, reason));
            }
            continue;
        }
        for day in &days {
            let law = Law { pack, day: *day, region };
            if let Some((code, reason)) = law.refuses(says) {
                return Err(place.error(code, reason));
            }
        }
    }
    Ok(())
}

/// The law on one day.
struct Law<'a> {
    pack: &'a Pack,
    day: NaiveDate,
    region: &'a Region,
}

impl<'a> Law<'a> {
    fn refuses(&self, says: &Says) -> Option<Refused> {
        match says {
            Says::Measure(_) => None,
            Says::Powers(deed) => Some(self.powers(deed.as_ref())),
            Says::Mandate(mandate) => self.mandate(mandate),
            Says::OneBody(actors) => self.one_body(actors),
            Says::ActingAs { acting_as, employer } => self.acting_as(*acting_as, employer),
            Says::Sits(actors) => self.sits(actors),
            Says::TeamDoes { kind, actors, doing } => self.team_does(*kind, actors, doing),
            Says::TeamDoesAll { actors, doings } => self.both_sides(actors, doings),
            Says::TableDecides(measure) => {
                Some(self.without_power(&Doing::decide(measure.clone()), "a table decides nothing"))
            }
            Says::Outcome { by, doing, brought_by } => self.outcome(*by, doing, brought_by),
            Says::Carries { kind, by, doing } => self.carries(*kind, *by, doing),
            Says::OnlyThrough { by, doing } => self.only_through(*by, doing),
            Says::Hearing { measures, who, duty } => {
                measures.iter().find_map(|measure| self.hearing(measure, *who, *duty))
            }
            Says::Term { measures, kind, length } => {
                measures.iter().find_map(|measure| self.term(measure, *kind, *length))
            }
            Says::Without { measures, document } => {
                measures.iter().find_map(|measure| self.without(measure, *document))
            }
            Says::NoConsent(measures) => measures.iter().find_map(|measure| self.no_consent(measure)),
            Says::OneConsents(measures) => measures.iter().find_map(|measure| self.one_consents(measure)),
            Says::AidBars => Some((
                PackCode::AidRaised,
                format!("advice bars nothing: what must be considered must be asked for ({DUTY_TO_REQUEST})"),
            )),
            Says::TurnedDown(code) => Some(turned_down(*code)),
            Says::LeftOut(measure) => self.left_out(measure),
            Says::Renamed(measure) => self.renamed(measure),
        }
    }

    fn measure(&self, id: &MeasureId) -> Option<&'a Measure> {
        self.pack.measure(id, self.day)
    }

    /// Everyone who may do it, not counting who does so on appeal; in the first place and without conditions first.
    fn holders(&self, act: Act, measure: &MeasureId) -> Vec<&'a Grant> {
        let on_appeal =
            |grant: &Grant| grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)));
        let its = |grant: &&Grant| grant.act == act && grant.measure == *measure && !on_appeal(grant);
        let mut holders: Vec<&Grant> = self.pack.grants(self.day).iter().filter(its).collect();
        holders.sort_by_key(|grant| (grant.standing, grant.conditions.len()));
        holders
    }

    /// Who may in the first place, in words: `` `raad` (BW1 255(2)), `prosecutor` (BW1 255(2)) ``.
    fn who_may(&self, doing: &Doing) -> String {
        let mut told: Vec<(Actor, String)> = Vec::new();
        for grant in self.holders(doing.act, &doing.measure) {
            // Who comes in the second place is named only where nobody comes in the first.
            let is_first = grant.standing == Standing::Primary;
            if told.iter().any(|(actor, _)| *actor == grant.actor) || (!is_first && !told.is_empty()) {
                continue;
            }
            let by_mandate = if mandator(grant).is_some() { " by mandate" } else { "" };
            told.push((grant.actor, format!("`{}`{by_mandate} ({})", word(grant.actor), grant.cite)));
        }
        let told: Vec<String> = told.into_iter().map(|(_, told)| told).collect();
        match (told.is_empty(), self.measure(&doing.measure)) {
            (false, _) => format!("by law that is for {}", told.join(", ")),
            (true, Some(measure)) => format!("by law that is for nobody ({})", measure.cite),
            (true, None) => format!("by law that is for nobody ({DELEGATION})"),
        }
    }

    /// Whether the law leaves a decision to a court alone.
    fn is_for_the_court(&self, doing: &Doing) -> bool {
        let holders = self.holders(doing.act, &doing.measure);
        doing.act == Act::Decide && !holders.is_empty() && holders.iter().all(|grant| is_court(grant.actor))
    }

    fn without_power(&self, doing: &Doing, why: &str) -> Refused {
        let code =
            if self.is_for_the_court(doing) { PackCode::CourtElsewhere } else { PackCode::NoPowerOfItsOwn };
        (code, format!("{why}; to {} `{}`: {}", verb(doing.act), doing.measure, self.who_may(doing)))
    }

    fn powers(&self, deed: Option<&Deed>) -> Refused {
        let code = PackCode::PowersInOverlay;
        let Some(deed) = deed else {
            return (code, format!("an overlay gives no powers; only a statute does ({DELEGATION})"));
        };
        let doing = Doing { act: deed.act, measure: deed.measure.clone() };
        let code =
            if self.is_for_the_court(&doing) && !is_court(deed.by) { PackCode::CourtElsewhere } else { code };
        let who = self.who_may(&doing);
        (
            code,
            format!(
                "an overlay gives no powers, here to `{}` to {} `{}`; {who}",
                word(deed.by),
                verb(deed.act),
                deed.measure
            ),
        )
    }

    fn mandate(&self, mandate: &AgreedMandate) -> Option<Refused> {
        let AgreedMandate { from, to, doing, .. } = mandate;
        self.measure(&doing.measure)?;
        let holders = self.holders(doing.act, &doing.measure);
        if self.is_for_the_court(doing) {
            let why = format!("a court's decision is mandated to nobody, here to `{}`", word(*to));
            return Some((PackCode::CourtElsewhere, format!("{why}; {}", self.who_may(doing))));
        }
        let holds = holders.iter().any(|grant| grant.actor == *from && mandator(grant).is_none());
        if !holds {
            let earlier = self.region.mandates.iter().find(|it| it.to == *from && it.doing == *doing);
            let lawful = holders.iter().find(|grant| grant.actor == *from && mandator(grant).is_some());
            return match (earlier, lawful) {
                (Some(earlier), _) if earlier.may_be_passed_on => self.known(mandate, &holders),
                (Some(_), _) | (None, Some(_)) => {
                    let by =
                        lawful.map_or(PASSING_ON.to_owned(), |grant| format!("{}, {PASSING_ON}", grant.cite));
                    let why = format!("`{}` acts by mandate itself and may not pass it on", word(*from));
                    Some((PackCode::SecondMandate, format!("{why} ({by})")))
                }
                (None, None) => {
                    let why = format!("`{}` does not have the power that it mandates", word(*from));
                    Some((PackCode::MandateWithoutPower, format!("{why}; {}", self.who_may(doing))))
                }
            };
        }
        self.known(mandate, &holders)
    }

    /// Only a mandate that the law pack has as a power of who acts by it.
    fn known(&self, mandate: &AgreedMandate, holders: &[&Grant]) -> Option<Refused> {
        let by_mandate: Vec<_> = holders.iter().filter(|grant| mandator(grant).is_some()).collect();
        let fits = |grant: &&&&Grant| {
            let first_only = grant.conditions.contains(&GrantCondition::FirstOnly);
            grant.actor == mandate.to && !(mandate.extension && first_only)
        };
        if by_mandate.iter().find(fits).is_some() {
            return None;
        }
        let what = if mandate.extension { "an extension of " } else { "" };
        let known: Vec<String> = by_mandate
            .iter()
            .map(|grant| {
                let first = grant.conditions.contains(&GrantCondition::FirstOnly);
                let only = if first { ", for the first decision only" } else { "" };
                format!("to `{}` ({}){only}", word(grant.actor), grant.cite)
            })
            .collect();
        let known = if known.is_empty() {
            format!("it knows none; {}", self.who_may(&mandate.doing))
        } else {
            format!("it knows one {}", known.join(", "))
        };
        let why = format!(
            "the law knows no mandate to `{}` to {} {what}`{}`",
            word(mandate.to),
            verb(mandate.doing.act),
            mandate.doing.measure
        );
        Some((PackCode::MandateNotKnown, format!("{why}: {known}")))
    }

    /// Whether the law itself lets one body do both.
    fn in_one_hand(&self, one: Act, other: Act, measure: &MeasureId) -> bool {
        let others = self.holders(other, measure);
        self.holders(one, measure).iter().any(|grant| others.iter().any(|it| it.actor == grant.actor))
    }

    /// Two bodies that are one here, on two sides of a check.
    fn one_body(&self, actors: &[Actor]) -> Option<Refused> {
        // What binds comes first: it says most.
        let mut measures: Vec<_> = self.pack.measures(self.day).collect();
        measures.sort_by_key(|measure| measure.frame != Frame::Compulsory);
        for measure in measures {
            for (one, other) in APART {
                if !must_stay_apart(measure, other) || self.in_one_hand(one, other, &measure.id) {
                    continue;
                }
                let hold = |act| {
                    self.holders(act, &measure.id)
                        .into_iter()
                        .find(|grant| actors.contains(&grant.actor) && grant.standing == Standing::Primary)
                };
                if let (Some(first), Some(second)) = (hold(one), hold(other))
                    && first.actor != second.actor
                {
                    return Some(both(measure, first, second));
                }
            }
        }
        None
    }

    fn both_sides(&self, actors: &[Actor], doings: &[Doing]) -> Option<Refused> {
        for (one, other) in APART {
            for doing in doings.iter().filter(|doing| doing.act == one) {
                let also = Doing { act: other, measure: doing.measure.clone() };
                let measure = self.measure(&doing.measure)?;
                if !must_stay_apart(measure, other) || !doings.contains(&also) {
                    continue;
                }
                let held = |actor: &&Actor| {
                    [one, other]
                        .iter()
                        .all(|act| self.holders(*act, &measure.id).iter().any(|grant| grant.actor == **actor))
                };
                let (first, second) = (self.holders(one, &measure.id), self.holders(other, &measure.id));
                if actors.iter().find(held).is_none()
                    && let (Some(first), Some(second)) = (first.first(), second.first())
                {
                    return Some(both(measure, first, second));
                }
            }
        }
        None
    }

    fn acting_as(&self, acting_as: Actor, employer: &[Actor]) -> Option<Refused> {
        if employer.contains(&acting_as) {
            return None;
        }
        let own: Vec<String> = employer.iter().map(|actor| format!("`{}`", word(*actor))).collect();
        let article = self.article_of(acting_as);
        let why = format!("acts as `{}`, but is employed by {}", word(acting_as), own.join(", "));
        Some((PackCode::ActsForAnother, format!("{why}; that power is the other's ({article})")))
    }

    /// The article of the power that is most a body's own: what binds before what does not, what few may before what many
    /// may.
    fn article_of(&self, actor: Actor) -> String {
        let is_binding = |grant: &Grant| {
            self.measure(&grant.measure).is_some_and(|measure| measure.frame == Frame::Compulsory)
        };
        self.pack
            .grants(self.day)
            .iter()
            .filter(|grant| grant.actor == actor && matches!(grant.act, Act::Decide | Act::Request))
            .min_by_key(|grant| (!is_binding(grant), self.holders(grant.act, &grant.measure).len()))
            .map_or_else(|| DELEGATION.to_owned(), |grant| grant.cite.to_string())
    }

    fn sits(&self, actors: &[Actor]) -> Option<Refused> {
        let court = actors.iter().copied().find(|actor| is_court(*actor))?;
        let article = self.article_of(court);
        let why = format!("`{}` stands outside every team and table, as the check on them", word(court));
        Some((PackCode::OneBody, format!("{why} ({article})")))
    }

    fn team_does(&self, kind: TeamKind, actors: &[Actor], doing: &Doing) -> Option<Refused> {
        self.measure(&doing.measure)?;
        let holders = self.holders(doing.act, &doing.measure);
        let own = |grant: &&&Grant| grant.actor == Actor::LocalTeam && mandator(grant).is_none();
        match doing.act {
            Act::Advise | Act::Consult => None,
            Act::Decide | Act::Request => {
                let mandated = |it: &&AgreedMandate| it.to == Actor::LocalTeam && it.doing == *doing;
                let is_local = kind == TeamKind::Local;
                if is_local && holders.iter().find(own).is_some() {
                    return None;
                }
                if is_local && self.region.mandates.iter().find(mandated).is_some() {
                    return None;
                }
                Some(
                    self.without_power(
                        doing,
                        "a team has no power; its members have that of their own employer",
                    ),
                )
            }
            _ if holders.iter().any(|grant| actors.contains(&grant.actor)) => None,
            _ => Some(self.without_power(doing, "nobody in the team has that power")),
        }
    }

    fn outcome(&self, by: Option<Actor>, doing: &Doing, brought_by: &[Actor]) -> Option<Refused> {
        self.measure(&doing.measure)?;
        let Some(by) = by else { return Some(self.without_power(doing, "a table does nothing itself")) };
        if !self.holders(doing.act, &doing.measure).iter().any(|grant| grant.actor == by) {
            return Some(self.without_power(doing, &format!("`{}` does not have that power", word(by))));
        }
        let asks = self.holders(Act::Request, &doing.measure);
        let may_ask = asks.iter().any(|grant| grant.actor == by);
        if doing.act == Act::Decide && brought_by.contains(&by) && !may_ask && !asks.is_empty() {
            let who = self.who_may(&Doing { act: Act::Request, measure: doing.measure.clone() });
            let why = format!(
                "`{}` brings the case and decides on `{}`; to request it: {who}",
                word(by),
                doing.measure
            );
            return Some((PackCode::OneBody, why));
        }
        None
    }

    fn carries(&self, kind: MeetingKind, by: Option<Actor>, doing: &Doing) -> Option<Refused> {
        self.measure(&doing.measure)?;
        if kind == MeetingKind::Learning {
            let why = "a learning meeting decides nothing about anybody (Q61)";
            return Some((PackCode::LearningDecides, format!("{why}; {}", self.who_may(doing))));
        }
        if matches!(doing.act, Act::Advise | Act::Consult) {
            return None;
        }
        let Some(by) = by else { return Some(self.without_power(doing, "a meeting does nothing itself")) };
        if self.holders(doing.act, &doing.measure).iter().any(|grant| grant.actor == by) {
            return None;
        }
        Some(self.without_power(doing, &format!("`{}` does not have that power", word(by))))
    }

    fn only_through(&self, by: Actor, doing: &Doing) -> Option<Refused> {
        let holders = self.holders(doing.act, &doing.measure);
        let own = holders.iter().find(|grant| grant.actor == by && mandator(grant).is_none())?;
        let why =
            format!("`{}` may {} `{}` of itself ({})", word(by), verb(doing.act), doing.measure, own.cite);
        Some((PackCode::RouteShuts, format!("{why}; a route shuts nothing")))
    }

    fn hearing(&self, measure: &MeasureId, who: Actor, duty: HearingDuty) -> Option<Refused> {
        let rule = self.measure(measure)?.hearing.iter().find(|rule| rule.who == who && rule.duty < duty)?;
        weakened(
            format!(
                "`{}` on `{measure}`: the law says `{}`, not `{}`",
                word(who),
                word(rule.duty),
                word(duty)
            ),
            &rule.cite,
        )
    }

    fn term(&self, id: &MeasureId, kind: TermKind, length: Length) -> Option<Refused> {
        let measure = self.measure(id)?;
        let term =
            measure.terms_of(kind).find(|term| is_weaker(term.kind, term.starts, term.length, length))?;
        weakened(
            format!("`{id}`: the law says {}, not {}", term.length.label().en, length.label().en),
            &term.cite,
        )
    }

    fn without(&self, id: &MeasureId, document: Document) -> Option<Refused> {
        let requirement = self.measure(id)?.requirements.iter().find(|it| it.document == document)?;
        weakened(format!("`{id}` takes `{}`", word(document)), &requirement.cite)
    }

    fn no_consent(&self, id: &MeasureId) -> Option<Refused> {
        let measure = self.measure(id)?;
        if measure.consent == ConsentBasis::NotNeeded {
            return None;
        }
        weakened(format!("`{id}` rests on consent"), &measure.consent_cite)
    }

    fn one_consents(&self, id: &MeasureId) -> Option<Refused> {
        let measure = self.measure(id)?;
        if measure.consent != ConsentBasis::Needed {
            return None;
        }
        let rules = self.pack.consent_rules(self.day);
        let rule = rules.iter().find(|rule| rule.must.contains(&Consenter::EveryoneWithAuthority))?;
        weakened(format!("`{id}` takes the consent of everyone with parental authority"), &rule.cite)
    }

    /// What is practice may be left out: what binds nobody and stands in the text of no statute.
    fn left_out(&self, id: &MeasureId) -> Option<Refused> {
        let measure = self.measure(id)?;
        if measure.frame != Frame::Compulsory && measure.cite.certainty != Certainty::Text2015 {
            return None;
        }
        let why = format!("the law gives `{id}` ({}); a region cannot leave it out", measure.cite);
        Some((PackCode::LawLeftOut, why))
    }

    fn renamed(&self, id: &MeasureId) -> Option<Refused> {
        let measure = self.measure(id)?;
        if measure.frame != Frame::Compulsory {
            return None;
        }
        let why = format!("what binds keeps the name that the law gives `{id}` ({})", measure.cite);
        Some((PackCode::LawLeftOut, why))
    }
}

/// Who asks, who decides and who carries out: each apart from the others.
const APART: [(Act, Act); 3] =
    [(Act::Request, Act::Decide), (Act::Request, Act::Execute), (Act::Decide, Act::Execute)];

/// What binds somebody is asked, decided and carried out apart; on the way to it, asking and deciding stay apart.
fn must_stay_apart(measure: &Measure, other: Act) -> bool {
    match measure.frame {
        Frame::Compulsory => true,
        Frame::Pressure => other == Act::Decide && measure.form != DecisionForm::Advice,
        Frame::Voluntary => false,
    }
}

fn both(measure: &Measure, first: &Grant, second: &Grant) -> Refused {
    let side =
        |grant: &Grant| format!("to {} it is for `{}` ({})", verb(grant.act), word(grant.actor), grant.cite);
    let why = format!("one body stands on both sides of `{}`: {}, {}", measure.id, side(first), side(second));
    (PackCode::OneBody, why)
}

fn is_court(actor: Actor) -> bool {
    matches!(actor, Actor::ChildrensJudge | Actor::DistrictCourt | Actor::AppealCourt | Actor::SupremeCourt)
}

/// In whose name somebody acts by this entry.
fn mandator(grant: &Grant) -> Option<Actor> {
    grant.conditions.iter().find_map(|condition| match condition {
        GrantCondition::ByMandateOf(body) => Some(*body),
        _ => None,
    })
}

fn weakened(why: String, cite: &Citation) -> Option<Refused> {
    Some((PackCode::SafeguardWeakened, format!("{why} ({cite})")))
}

/// Whether a region's term protects less than the law's. A body may promise to be sooner than it must; what it must do
/// before a day it may do earlier. The terms of those concerned, and those that a decision runs, are not a region's to set.
fn is_weaker(kind: TermKind, starts: TermStart, law: Length, region: Length) -> bool {
    // Any day will do: the two are compared from the same one.
    let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let (law, region) = (law.end(day), region.end(day));
    match (kind, starts) {
        (_, TermStart::BeforeExpiry | TermStart::BeforeEnding) => region < law,
        (
            TermKind::Review
            | TermKind::FirstContact
            | TermKind::Answer
            | TermKind::PlanAfterWaiver
            | TermKind::Investigation
            | TermKind::DecisionOnApplication
            | TermKind::WrittenReasons,
            _,
        ) => region > law,
        _ => region != law,
    }
}

/// The gates, duties and the log are no aids: a region does not turn them down.
fn turned_down(code: Code) -> Refused {
    let article = match code.as_str().split('-').nth(1) {
        Some("AUTHORITY") => DELEGATION,
        Some("HEARING") => "Rv 809(1)",
        Some("FACTS") => "Jw 3.3",
        Some("THREAT") => "BW1 255(1)",
        Some("INTRUSION") => "EVRM 8(2)",
        Some("SUITABILITY") => "IVRK 3",
        Some("TERM") => "BW1 258",
        _ => DUTY_TO_REQUEST,
    };
    (
        PackCode::SafeguardWeakened,
        format!("`{code}` is no aid, and a region does not turn it down ({article})"),
    )
}

/// A word as it stands in data.
fn word(word: impl serde::Serialize) -> String {
    serde_json::to_string(&word).unwrap_or_default().replace('"', "")
}

/// An act as a verb.
fn verb(act: Act) -> String {
    word(act).replace('_', " ")
}
