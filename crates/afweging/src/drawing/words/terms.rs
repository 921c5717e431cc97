//! Statutory terms, as short notes.

use super::Words;
use crate::pack::{Term, TermKind, TermStart};

impl Words {
    /// What a term is about, before its length.
    fn term_kind(self, kind: TermKind) -> &'static str {
        match kind {
            TermKind::Maximum => self.say("ten hoogste", "at most"),
            TermKind::MaximumExtension => self.say("verlenging ten hoogste", "extension at most"),
            TermKind::MaximumTotal => self.say("alles samen ten hoogste", "all together at most"),
            TermKind::UnusedLapse => self.say("vervalt ongebruikt na", "lapses unused after"),
            TermKind::ExParteHearing => {
                self.say("zonder verhoor vooraf: alsnog horen binnen", "not heard before: heard within")
            }
            TermKind::ReliefHearing => self.say("zitting over schorsing binnen", "relief heard within"),
            TermKind::FollowUpRequest => self.say("vervolg verzoeken binnen", "follow-up requested within"),
            TermKind::InstructionAnnulment => {
                self.say("vernietiging vragen binnen", "annulment asked within")
            }
            TermKind::Appeal => self.say("hoger beroep binnen", "appeal within"),
            TermKind::Objection => self.say("bezwaar binnen", "objection within"),
            TermKind::Review => self.say("evaluatie telkens binnen", "review each time within"),
            TermKind::FirstContact => self.say("eerste contact binnen", "first contact within"),
            TermKind::Answer => self.say("antwoord op een verzoek binnen", "answer to a request within"),
            TermKind::NoticeNoExtension => {
                self.say("bericht aan de Raad, geen verlenging:", "notice to the Council, no extension:")
            }
            TermKind::NoticeLongPlacement => {
                self.say("bericht aan de Raad, lang uit huis:", "notice to the Council, long placement:")
            }
            TermKind::NoticeEnding => {
                self.say("bericht aan de Raad, eerder eind:", "notice to the Council, early end:")
            }
            TermKind::PlanAfterWaiver => self.say("plan na afzien binnen", "plan after waiver within"),
            TermKind::Investigation => self.say("onderzoek binnen", "investigation within"),
            TermKind::DecisionOnApplication => self.say("besluit binnen", "decision within"),
            TermKind::WrittenReasons => self.say("redenen op schrift binnen", "written reasons within"),
            TermKind::ConsentRunOn => {
                self.say("na intrekken van instemming nog ten hoogste", "after consent is withdrawn at most")
            }
            TermKind::Admission => self.say("opname ten hoogste", "admission at most"),
        }
    }

    /// A term: `ten hoogste 1 jaar`.
    pub(in crate::drawing) fn term(self, term: &Term) -> String {
        let before = match term.starts {
            TermStart::BeforeExpiry | TermStart::BeforeEnding => self.say(" tevoren", " ahead"),
            TermStart::Order
            | TermStart::OrderOrService
            | TermStart::DayAfterSending
            | TermStart::Request
            | TermStart::Report
            | TermStart::NoticeOfMeasure
            | TermStart::Waiver
            | TermStart::ConsentWithdrawn
            | TermStart::Admission
            | TermStart::Recurring => "",
        };
        let after = term.after.map_or_else(String::new, |after| {
            format!(" ({} {})", self.say("na", "after"), self.length(after))
        });
        format!("{} {}{before}{after}", self.term_kind(term.kind), self.length(term.length))
    }
}
