//! Gate 2, hearing and form: is everyone heard who must be, or is it said why not? Are form and documents there?

use crate::actor::{Actor, DecisionForm};
use crate::code::Code;
use crate::condition::Condition;
use crate::document::Document;
use crate::finding::{Answerer, Basis, Finding, Pattern, QuestionKind, Remedy, Says};
use crate::gate::Gate;
use crate::id::PersonId;
use crate::pack::{Burdened, Exception, HearingDuty, Requirement};
use crate::person::{OfAge, Relation, Role};
use crate::perspective::{Forum, NotHeardGround, Perspective, PerspectiveEvent};
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::RequestForm;
use crate::weighing::{Verdict, Weighed};

use super::GateResult;
use super::case::StepCase;
use super::conditions::{Codes, check, passed_over, passing_over, serde_name};
use super::settle::settle;
use super::ways;

const CODES: Codes =
    Codes { not_met: Code::HearingConditionNotMet, undecided: Code::HearingConditionUndecided };

pub(super) fn gate(step: &StepCase<'_>) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    let relevant = relevant(step);
    if relevant.iter().all(|person| person == step.about())
        && step.dossier().people().is_minor(step.about(), step.on) != OfAge::No
    {
        findings.push(nobody_around(step));
    }
    for person in &relevant {
        findings.extend(perspective(step, person));
    }
    findings.extend(court_hears_child(step));
    findings.extend(oral_request(step));
    for requirement in requirements(step) {
        document(step, requirement, &mut findings, &mut judges);
    }
    for condition in [
        Condition::Form,
        Condition::Hearing,
        Condition::ExpertAgreement,
        Condition::Care,
        Condition::Motivation,
    ] {
        // What the pack prescribes was looked at above, document by document; here counts what people said as a whole.
        check(step, condition, false, &CODES, &Basis::Method { rule: "model 7" }, &mut findings, &mut judges);
    }
    // Silence on a document is answered by a view on its kind: one defect, one finding.
    let said: Vec<_> = findings.iter().map(|finding| (finding.code, finding.sentence.clone())).collect();
    let mut place = 0_usize;
    findings.retain(|finding| {
        let first = said.iter().position(|it| *it == (finding.code, finding.sentence.clone()));
        let keep = first == Some(place);
        place = place.saturating_add(1);
        keep
    });
    GateResult::of(Gate::Hearing, findings, judges)
}

/// Whose perspective is relevant to a step about a person: derived, never typed in. The person; every parent, guardian
/// or holder of authority; who cares daily; and everyone named as knowing the child whom nobody has set aside.
pub(super) fn relevant(step: &StepCase<'_>) -> Vec<PersonId> {
    let (people, about, on) = (step.dossier().people(), step.about(), step.case.at);
    // A measure that takes an adult out of the home is about those who live there too.
    let touches_home = step.measure.is_some_and(|measure| measure.burdened.contains(&Burdened::AdultInHome));
    let mut relevant: Vec<PersonId> = people
        .iter()
        .map(|it| &it.what.person)
        .filter(|id| {
            *id == about
                || people.is_parent_of(id, about, on)
                || people.role(id) == Some(Role::Guardian)
                || people.cares_daily_for(id, about, on)
                || people.authority_holders(about, on).contains(id)
                || people
                    .relations(id, about, on)
                    .iter()
                    .any(|(relation, _)| *relation == Relation::KnowsChild)
                || (touches_home
                    && people.role(id).is_some_and(|role| role == Role::Child || role.is_parent()))
        })
        .filter(|id| *id == about || !is_set_aside(step, id))
        .cloned()
        .collect();
    relevant.sort_unstable();
    relevant.dedup();
    relevant
}

/// A child and who holds authority over it cannot be set aside.
fn is_set_aside(step: &StepCase<'_>, person: &PersonId) -> bool {
    let people = step.dossier().people();
    if people.authority_holders(step.about(), step.case.at).contains(person) {
        return false;
    }
    step.case.so_far(step.dossier().set_aside()).any(|it| it.what.person == *person)
}

fn nobody_around(step: &StepCase<'_>) -> Finding {
    Finding::new(Code::HeardByNobodyRelevant, Says::Unknown, &[("person", step.case.person(step.about()))])
        .by_rule("Q21")
        .ask(
            QuestionKind::RegisterFact,
            Sentence::new(
                "Wie zijn de ouders, voogd en verzorgers?",
                "Who are the parents, guardian and carers?",
            ),
            vec![Answerer::Person(step.proposal().proposed_by.clone())],
            &["person_added", "relation_noted"],
        )
        .lifted_by_way([Pattern::of(
            "person_added",
            &[],
            &["person", "role"],
            vec![Answerer::Person(step.proposal().proposed_by.clone())],
        )
        .among("role", ["mother", "father", "parent", "guardian", "foster_parent"].map(str::to_owned))])
        .lifted_by(
            "relation_noted",
            &[("child", step.about().to_string())],
            &["person", "relation"],
            vec![Answerer::Person(step.proposal().proposed_by.clone())],
        )
}

/// The entries of somebody's perspective up to the day.
pub(super) fn entries(step: &StepCase<'_>, person: &PersonId) -> Vec<u64> {
    step.dossier()
        .perspective(person)
        .map(|history| {
            history
                .until(step.case.at)
                .filter(|dated| !matches!(dated.transition, PerspectiveEvent::Effect(_)))
                .map(|dated| dated.seq)
                .collect()
        })
        .unwrap_or_default()
}

fn perspective(step: &StepCase<'_>, person: &PersonId) -> Option<Finding> {
    let state = step.dossier().perspective_on(person, step.case.at);
    let because = entries(step, person);
    match &state {
        Perspective::Heard(_)
        | Perspective::Confirmed(_)
        | Perspective::Contested(_)
        | Perspective::Declined(_) => None,
        Perspective::NotHeard(it) => match &it.not_heard().what.ground {
            NotHeardGround::Urgent { look_back } if *look_back >= step.case.at => {
                Some(heard_later(step, person, *look_back, because))
            }
            NotHeardGround::Urgent { .. } => Some(unheard(step, person, because)),
            _ => None,
        },
        Perspective::Unheard(_) | Perspective::Invited(_) => match step.urgency() {
            Some((look_back, seq)) if look_back >= step.case.at => {
                Some(heard_later(step, person, look_back, because).because([seq]))
            }
            _ => Some(unheard(step, person, because)),
        },
    }
}

fn heard_later(step: &StepCase<'_>, person: &PersonId, by: chrono::NaiveDate, because: Vec<u64>) -> Finding {
    let fills = [("person", step.case.person(person)), ("date", Sentence::same(by))];
    Finding::new(Code::HeardAfterUrgency, Says::Cured, &fills).by_rule("model 8").because(because).lifted_by(
        "heard",
        &[("person", person.to_string())],
        &["account"],
        vec![Answerer::Person(person.clone())],
    )
}

/// The question to who was not heard.
pub(super) fn what_they_tell(name: &Sentence) -> Sentence {
    Sentence::new(
        format!("Wat vertelt {} zelf? Of waarom is die niet gehoord?", name.nl),
        format!("What does {} tell themselves? Or why were they not heard?", name.en),
    )
}

fn unheard(step: &StepCase<'_>, person: &PersonId, because: Vec<u64>) -> Finding {
    let proposer = Answerer::Person(step.proposal().proposed_by.clone());
    let given = [("person", person.to_string())];
    let name = step.case.person(person);
    Finding::new(Code::NotHeardNoReason, Says::Unknown, &[("person", name.clone())])
        .by_rule("Q21")
        .because(because)
        .ask(
            QuestionKind::OnTheSpot,
            what_they_tell(&name),
            vec![Answerer::Person(person.clone()), proposer.clone()],
            &["heard", "hearing_declined", "not_heard"],
        )
        .lifted_by("heard", &given, &["forum", "account"], vec![Answerer::Person(person.clone())])
        .lifted_by_ways(
            // Of whom it is said already why, and the day to look back has passed, only their own account is missing.
            (!matches!(step.dossier().perspective_on(person, step.case.at), Perspective::NotHeard(_)))
                .then(|| vec![Pattern::of("not_heard", &given, &["ground", "reason"], vec![proposer])]),
        )
}

/// Before a court from 12 on the child must be offered to speak; younger it may be (Rv 809(1)).
fn court_hears_child(step: &StepCase<'_>) -> Option<Finding> {
    if !step.is_decided() || step.measure.is_none_or(|measure| measure.form != DecisionForm::Order) {
        return None;
    }
    let rule = step.measure?.hearing.iter().find(|rule| {
        matches!(rule.who, Actor::Minor12To15 | Actor::Minor16To17) && rule.duty != HearingDuty::May
    })?;
    let people = step.dossier().people();
    let person = step.about();
    if people.is_minor(person, step.on) == OfAge::No {
        return None;
    }
    let state = step.dossier().perspective_on(person, step.case.at);
    let offered = state.cycle().is_asked_before(Forum::Court) || state.is_heard_before(Forum::Court);
    let excused = matches!(state, Perspective::NotHeard(_));
    let condition = settle(step, &Weighed::Condition(Condition::Hearing)).verdict() == Some(Verdict::Met);
    if offered || excused || condition {
        return None;
    }
    if let Some((look_back, seq)) = step.urgency()
        && look_back >= step.case.at
    {
        let mut later = heard_later(step, person, look_back, entries(step, person)).because([seq]);
        later.remedy = Remedy::OneOf(Vec::new());
        return Some(later.lifted_by_way([offered_by_court(step, person)]));
    }
    let name = step.case.person(person);
    let fills = [("person", name.clone())];
    let code = match people.is_at_least(person, 12, step.on) {
        OfAge::No => return None,
        OfAge::Yes => Code::ChildNotOfferedCourt,
        OfAge::Unknown => Code::ChildAgeUnknown,
    };
    let decider = step.decided_by().map(|(decider, _)| Answerer::Person(decider.clone()));
    Some(
        Finding::new(code, Says::Unknown, &fills)
            .on(&rule.cite)
            .because(step.decided_by().map(|(_, seq)| seq))
            .ask(
                QuestionKind::RegisterFact,
                Sentence::new(
                    format!("Is {} opgeroepen of gehoord door de rechter?", name.nl),
                    format!("Was {} called or heard by the court?", name.en),
                ),
                decider.iter().cloned().chain([Answerer::Actor(Actor::ChildrensJudge)]).collect(),
                &["invited", "heard"],
            )
            .lifted_by_way([offered_by_court(step, person)])
            .lifted_by_ways((code == Code::ChildAgeUnknown).then(|| ways::named_anew(step, person))),
    )
}

/// The court offers somebody to speak.
fn offered_by_court(step: &StepCase<'_>, person: &PersonId) -> Pattern {
    let is_court = |decider: &PersonId| step.dossier().people().role(decider).is_some_and(Role::is_court);
    let court = match step.decided_by() {
        Some((decider, _)) if is_court(decider) => Answerer::Person(decider.clone()),
        _ => Answerer::Actor(Actor::ChildrensJudge),
    };
    let before_court = [("person", person.to_string()), ("forum", "court".to_owned())];
    Pattern::of("invited", &before_court, &[], vec![court])
}

fn oral_request(step: &StepCase<'_>) -> Option<Finding> {
    let (filed, seq) = step.filed()?;
    if filed.form != Said::Said(RequestForm::Oral) {
        return None;
    }
    let requirement = requirements(step).find(|it| it.document == Document::WrittenRequest)?;
    let passed = passed_over(step, Condition::Form);
    let says = if passed.is_some() { Says::Cured } else { Says::Failed };
    let because = passed.into_iter().chain([seq]);
    let finding = Finding::new(Code::OralRequest, says, &[]).on(&requirement.cite).because(because);
    let written = ways::can_be_filed(step).then(|| {
        let fixed = [
            ("step", step.id.to_string()),
            ("form", "written".to_owned()),
            ("requester", filed.requester.to_string()),
        ];
        vec![Pattern::of("request_filed", &fixed, &[], vec![Answerer::Person(filed.requester.clone())])]
    });
    let finding = finding.lifted_by_ways(written).lifted_by_ways(over_form(step, says, Condition::Form));
    Some(if finding.remedy.ways().is_empty() { finding.without_remedy(ways::taken_back()) } else { finding })
}

/// A defect that still counts may be passed over by who may do that.
fn over_form(step: &StepCase<'_>, says: Says, condition: Condition) -> Option<Vec<Pattern>> {
    passing_over(step, condition).filter(|_| says == Says::Failed)
}

/// What the pack prescribes for this step of form and documents.
pub(super) fn requirements<'a>(step: &StepCase<'a>) -> impl Iterator<Item = &'a Requirement> {
    let people = step.dossier().people();
    let asks = step.filed().map_or(&step.proposal().proposed_by, |(filed, _)| &filed.requester);
    let positions = people.positions(asks, step.about(), step.on);
    let is_extension = !step.proposal().extends.is_not_said();
    let placement = step.placement.cloned();
    let urgent = step.urgency().is_some();
    step.measure.into_iter().flat_map(|measure| &measure.requirements).filter(move |it| {
        (it.requesters.is_empty() || it.requesters.iter().any(|actor| positions.contains(actor)))
            && it.extension.is_none_or(|extension| extension == is_extension)
            && it.after.is_none()
            && !placement.as_ref().is_some_and(|placement| it.unless_placement.contains(placement))
            && !(urgent && it.unless.contains(&Exception::Urgency))
    })
}

/// One prescribed document or moment: noted, settled by a view on its kind, or a question.
fn document(
    step: &StepCase<'_>,
    requirement: &Requirement,
    findings: &mut Vec<Finding>,
    judges: &mut Vec<PersonId>,
) {
    let notes = step.case.so_far(&step.record.documents);
    let noted = notes
        .filter(|it| it.what.document == requirement.document)
        .max_by_key(|it| (it.occurred.first_day(), it.seq));
    let fills = [("condition", Sentence::from(&requirement.labels))];
    let owner = vec![requirement.owner.map_or(Answerer::ThoseWhoWeigh, Answerer::Actor)];
    let fixed = [
        ("document", serde_name(requirement.document)),
        ("present", "true".to_owned()),
        ("step", step.id.to_string()),
    ];
    if let Some(noted) = noted {
        if !noted.what.present {
            let passed = passed_over(step, requirement.condition);
            let says = if passed.is_some() { Says::Cured } else { Says::Failed };
            findings.push(
                Finding::new(Code::HearingConditionNotMet, says, &fills)
                    .on(&requirement.cite)
                    .because(passed.into_iter().chain([noted.seq]))
                    .lifted_by("document_noted", &fixed, &[], owner)
                    .lifted_by_ways(over_form(step, says, requirement.condition)),
            );
        }
        return;
    }
    if said_by_request(step, requirement.document) {
        return;
    }
    match settle(step, &Weighed::Condition(requirement.condition)) {
        super::settle::Settled::By { verdict: Verdict::Met, people, .. } => judges.extend(people),
        // What was found not met as a whole gives its own finding.
        super::settle::Settled::By { verdict: Verdict::NotMet, .. } => {}
        _ => findings.push(
            Finding::new(Code::HearingConditionUndecided, Says::Unknown, &fills)
                .on(&requirement.cite)
                .ask(
                    QuestionKind::RegisterFact,
                    Sentence::filled("Is dit er: {condition}?", "Is this there: {condition}?", &fills),
                    owner.clone(),
                    &["document_noted"],
                )
                .lifted_by("document_noted", &fixed, &[], owner),
        ),
    }
}

/// What the entry of the request itself says of its form.
fn said_by_request(step: &StepCase<'_>, document: Document) -> bool {
    let Some((filed, _)) = step.filed() else { return false };
    match document {
        // An oral request has a finding of its own.
        Document::WrittenRequest => !filed.form.is_not_said(),
        Document::DiscussedWithMinor => filed.discussed_with_child == Said::Said(true),
        _ => false,
    }
}
