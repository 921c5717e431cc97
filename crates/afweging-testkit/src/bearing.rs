//! What an event bears: does it raise something, or answer it? (P14)
//!
//! | events | bearing | because |
//! | --- | --- | --- |
//! | `person_added`, `relation_noted`, `authority_noted`, `capacity_noted` | both | somebody new has to be heard, and may also be the parent that was asked for |
//! | `set_aside` | answers | why somebody's perspective is not needed |
//! | `invited` | both | a question to somebody: their answer is now awaited; before a court the asking is itself what the law wants |
//! | `heard`, `hearing_declined`, `not_heard` | answers | why a perspective is there, or not |
//! | `account_still_stands` | answers when the person agrees, else nothing | an earlier account counts again |
//! | `account_confirmed`, `effect_noted` | answers | |
//! | `account_contested`, `cycle_opened` | raises | objects; everyone starts from unheard |
//! | `claimed` | a strength: answers, and asks at gate 3 whether the request names it; else answers | something to lean on |
//! | `evidence_added` | opposing: raises; repeating other evidence: answers; a new root for it: both | a new root re-opens a finding and may carry a new one |
//! | `found` | established: answers; plausible, not established: both; refuted, unresolvable: raises | plausible is less than established; not established leaves room for suspicion where refuted does not |
//! | `withdrawn` | a statement: raises; evidence: both | opposing evidence may be taken back too |
//! | `consent_asked`, `consent_given` | answers | |
//! | `consent_refused`, `consent_withdrawn` | both | bars what rests on it, and answers why something lighter will not do |
//! | `sealing_agreed`, `view_sealed` | answers | nobody sees what it says; what is refused meanwhile never came in |
//! | `views_revealed` | all met: answers, and asks on which facts; none met: raises; else both | as its views |
//! | `view_given` | met: answers, and asks on which facts when it is on a ground or names something against; else raises | not met and undecided are doubts |
//! | `converged` | as its verdicts | |
//! | `fell_back`, `dialogue_opened` | answers | who settles it now |
//! | `diverged`, `dialogue_reopened` | raises | |
//! | `step_proposed`, `alternative_named` | raises | something new to weigh |
//! | `step_detailed` | answers | what was not said; an erased one was said |
//! | `candidates_answered` | adequate: raises; else answers | |
//! | `urgency_declared`, `defect_passed_over` | answers | what may be put off or passed over |
//! | `moment_noted` | both | a request that follows keeps an order in force; a term that runs asks something of somebody |
//! | `request_filed` to `appeal_ruled` | both | an act is itself tested: who, when, by which route; and other steps may rest on it |
//! | `mind_change_linked` | answers | somebody looked; what the entry says has its own bearing |
//! | `placement_changed` | both | a move that nobody decided on; and from it the time in a new place is counted |
//! | `document_noted` | there: answers; not there: raises | |
//! | `obligation_ordered` | raises | |
//! | `obligation_met`, the watch | answers | |
//! | `contested` | raises | objects |
//! | `told` | answers | who had to know it does |
//! | `corrected`, `redacted` | both | what they take away may have raised or answered |

use afweging::{Answer, Event, Found, Gate, Nature, Origin, Polarity, Said, Verdict, Weighed, Withdrawn};

/// What an event bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// It raises something: adding it opens no step.
    Raises,
    /// It answers something: leaving it out opens no gate.
    Answers,
    /// It answers something, and by that asks something at this one gate.
    AnswersBut(Gate),
    /// It may do either.
    Both,
}

/// What an event bears, by its content.
pub fn bearing(event: &Event) -> Bearing {
    use Bearing::{Answers, AnswersBut, Both, Raises};
    let weighed = |verdict: Verdict, on: &Weighed| match (verdict, on) {
        (Verdict::NotMet | Verdict::Undecided, _) => Raises,
        (Verdict::Met, Weighed::Ground(_)) => AnswersBut(Gate::Facts),
        (Verdict::Met, Weighed::Condition(_)) => Answers,
    };
    match event {
        Event::PersonAdded(_)
        | Event::RelationNoted(_)
        | Event::AuthorityNoted(_)
        | Event::CapacityNoted(_) => Both,
        Event::Invited(_) => Both,
        Event::SetAside(_) | Event::Heard(_) | Event::HearingDeclined(_) | Event::NotHeard(_) => Answers,
        Event::AccountStillStands(_) | Event::AccountConfirmed(_) | Event::EffectNoted(_) => Answers,
        Event::AccountContested(_) | Event::CycleOpened(_) => Raises,
        // A strength is something that a request has to name.
        Event::Claimed(claim) if claim.nature == Said::Said(Nature::Strength) => AnswersBut(Gate::Facts),
        Event::Claimed(_) => Answers,
        Event::EvidenceAdded(added) => match (&added.polarity, &added.origin) {
            (Polarity::Opposes, _) => Raises,
            (_, Origin::OwnObservation | Origin::ExpertReport { .. }) => Both,
            (_, Origin::Document { copies, .. }) if copies.is_empty() => Both,
            // Whoever tells on may be the source to which another tale was traced.
            (_, Origin::Document { .. } | Origin::ToldByEvidence { .. } | Origin::ToldByPerson { .. }) => {
                Both
            }
            (_, Origin::Untraced) => Answers,
        },
        Event::Found(made) => match made.found {
            Found::Established => Answers,
            // Not established leaves room for suspicion where refuted and unresolvable do not.
            Found::Plausible | Found::NotEstablished => Both,
            Found::Refuted | Found::Unresolvable => Raises,
        },
        Event::Withdrawn(withdrawal) => match withdrawal.taken_back {
            Withdrawn::Statement(_) => Raises,
            Withdrawn::Evidence(_) => Both,
        },
        Event::ConsentAsked(_) | Event::ConsentGiven(_) => Answers,
        Event::ConsentRefused(_) | Event::ConsentWithdrawn(_) => Both,
        Event::ViewGiven(view) => match weighed(view.verdict, &view.on) {
            Answers if !view.statements_against.is_empty() => AnswersBut(Gate::Facts),
            bearing => bearing,
        },
        Event::SealingAgreed(_) | Event::ViewSealed(_) => Answers,
        Event::ViewsRevealed(revealed) => {
            let met = revealed.views.iter().filter(|it| it.view.verdict == Verdict::Met).count();
            match met {
                0 => Raises,
                all if all == revealed.views.len() => AnswersBut(Gate::Facts),
                _ => Both,
            }
        }
        Event::Converged(agreed) => {
            if agreed.verdicts.iter().any(|it| it.verdict != Verdict::Met) {
                Raises
            } else {
                AnswersBut(Gate::Facts)
            }
        }
        Event::FellBack(_) => AnswersBut(Gate::Facts),
        Event::DialogueOpened(_) => Answers,
        Event::Diverged(_) | Event::DialogueReopened(_) => Raises,
        Event::StepProposed(_) | Event::AlternativeNamed(_) | Event::ObligationOrdered(_) => Raises,
        Event::StepDetailed(_) | Event::UrgencyDeclared(_) | Event::DefectPassedOver(_) => Answers,
        Event::CandidatesAnswered(answered) => match answered.answer {
            Answer::Adequate => Raises,
            _ => Answers,
        },
        Event::RequestFiled(_)
        | Event::RequestWithdrawn(_)
        | Event::RequestHeldOver(_)
        | Event::Decided(_)
        | Event::DecidedUrgently(_)
        | Event::HeardAfterwards(_)
        | Event::Started(_)
        | Event::Reviewed(_)
        | Event::Ended(_)
        | Event::AppealLodged(_)
        | Event::AppealRuled(_)
        | Event::PlacementChanged(_)
        | Event::MomentNoted(_) => Both,
        Event::DocumentNoted(noted) => {
            if noted.present {
                Answers
            } else {
                Raises
            }
        }
        Event::ObligationMet(_) | Event::MindChangeLinked(_) => Answers,
        Event::ReportReceived(_)
        | Event::WatchTaken(_)
        | Event::WatchLeft(_)
        | Event::HandedOver(_)
        | Event::HandOverAccepted(_)
        | Event::Closed(_) => Answers,
        Event::Contested(_) => Raises,
        Event::Told(_) => Answers,
        Event::Corrected(_) | Event::Redacted(_) => Both,
    }
}
