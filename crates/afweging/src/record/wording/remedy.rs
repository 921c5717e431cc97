//! What those concerned can do, in words: who may, until when, and where it stands.

use super::voice::{Spans, Voice, text};
use crate::actor::Actor;
use crate::law::Citation;
use crate::person::Role;
use crate::record::reader::Reader;
use crate::record::telling::Telling;
use crate::record::word::{AuthorityWord, Part, RemedyWord};

impl Voice<'_> {
    pub(super) fn remedy(
        &self,
        what: RemedyWord,
        who: &[Actor],
        who_under_conditions: &[Actor],
        until: Option<chrono::NaiveDate>,
        cites: &[Citation],
    ) -> Spans {
        let may = self.recipient_may(who);
        let to_recipient = matches!(self.reader, Reader::Parents(_)) && (who.is_empty() || may == Some(true));
        let mut spans = vec![text(if to_recipient { self.you_can(what) } else { self.one_can(what) })];
        if !to_recipient {
            let named = [
                (who, self.say(" Wie dat mag: ", " Who may: ")),
                (who_under_conditions, self.say(" In sommige gevallen ook: ", " In some cases also: ")),
            ];
            for (actors, lead) in named.into_iter().filter(|(actors, _)| !actors.is_empty()) {
                spans.push(text(lead));
                spans.extend(self.list(actors.iter().map(|actor| text(self.actor(*actor))).collect()));
                spans.push(text("."));
            }
        }
        if may == Some(false) && what != RemedyWord::SpeakToCourt {
            spans.push(text(self.say(
                " Uw rol in het dossier staat daar niet bij. Vraag een advocaat of dat klopt.",
                " Your role in the file is not among them. Ask a lawyer whether that is right.",
            )));
        }
        spans.extend(self.last_day(what, until).map(text));
        if !cites.is_empty() {
            spans.push(text(format!(" {}", self.law(cites))));
        }
        spans
    }

    /// Whether the recipient is among those who may: unknown without a recipient, or where their authority is not noted.
    fn recipient_may(&self, who: &[Actor]) -> Option<bool> {
        let Reader::Parents(Some(recipient)) = self.reader else { return None };
        if who.is_empty() {
            return None;
        }
        let person = self.record.people.get(recipient)?;
        let lines = self.record.part(Part::ForWhom).map_or(&[][..], |part| &part.lines);
        let stands = lines.iter().find_map(|line| match &line.tells {
            Telling::ParentalAuthority { holder, stands } if holder == recipient => Some(*stands),
            _ => None,
        });
        let actor = match stands {
            _ if self.record.about == *recipient => Actor::Adult,
            Some(AuthorityWord::NotNoted) => return None,
            Some(AuthorityWord::Held) if person.role == Role::Guardian => Actor::Guardian,
            Some(AuthorityWord::Held) => Actor::ParentWithAuthority,
            _ if person.role == Role::Guardian => Actor::Guardian,
            _ => Actor::ParentWithoutAuthority,
        };
        Some(who.contains(&actor))
    }

    fn last_day(&self, what: RemedyWord, until: Option<chrono::NaiveDate>) -> Option<String> {
        use RemedyWord::{Annulment, Appeal, CourtReview, Object};
        if !matches!(what, Annulment | Appeal | CourtReview | Object) {
            return None;
        }
        let Some(day) = until else {
            return Some(
                self.say(
                    " De laatste dag staat niet in het dossier of het wetspakket. Vraag ernaar.",
                    " The last day is not on record or not in the law pack. Ask for it.",
                )
                .to_owned(),
            );
        };
        let lead = if day < self.record.receipt.at {
            self.say("Dat kon tot en met", "That could be done up to and including")
        } else {
            self.say("Dat kan tot en met", "That can be done up to and including")
        };
        let counted = if matches!(self.reader, Reader::Parents(_)) {
            self.say(
                "Die dag telt vanaf het besluit. Hoorde u het later? Dan kan de dag later zijn.",
                "That day is counted from the decision. Were you told later? Then it may be a later day.",
            )
        } else {
            self.say(
                "Die dag telt vanaf het besluit. Kreeg iemand het later te horen, dan kan de dag later zijn.",
                "That day is counted from the decision. For who was told later it may be a later day.",
            )
        };
        Some(format!(" {lead} {}. {counted}", self.date(day)))
    }

    /// To a parent who may.
    fn you_can(&self, what: RemedyWord) -> &'static str {
        let (nl, en) = match what {
            RemedyWord::Respond => (
                "Klopt er iets niet? Zeg het. Wat u zegt, komt ernaast te staan.",
                "Is something wrong? Say so. What you say is put beside it.",
            ),
            RemedyWord::OwnStatement => (
                "U mag het dossier lezen. U kunt er ook een eigen verklaring bij laten zetten.",
                "You may read the file. You can also have a statement of your own added to it.",
            ),
            RemedyWord::NotYet => (
                "Er is nog niets besloten. Bezwaar of beroep kan pas na een besluit.",
                "Nothing is decided yet. An objection or appeal takes a decision.",
            ),
            RemedyWord::SpeakToCourt => (
                "U mag met de rechter praten voordat die besluit.",
                "You may speak with the court before it decides.",
            ),
            RemedyWord::Appeal => (
                "Bent u het niet eens met het besluit? Dan kunt u in hoger beroep gaan.",
                "Do you not agree with the decision? Then you can lodge an appeal.",
            ),
            RemedyWord::CourtReview => (
                "Bent u het niet eens met het besluit? Dan kunt u in beroep gaan bij de rechter.",
                "Do you not agree with the decision? Then you can ask for a review by a court.",
            ),
            RemedyWord::Object => (
                "Bent u het niet eens met het besluit? Dan kunt u bezwaar maken.",
                "Do you not agree with the decision? Then you can object.",
            ),
            RemedyWord::Dispute => (
                "Bent u het niet eens met hoe het toezicht gaat? Dan kunt u naar de kinderrechter.",
                "Do you not agree with how supervision goes? Then you can turn to the children's judge.",
            ),
            RemedyWord::Annulment => (
                "U kunt de kinderrechter vragen om dit te laten vervallen.",
                "You can ask the children's judge to annul this.",
            ),
            RemedyWord::Block => ("U kunt deze verhuizing tegenhouden.", "You can hold back this move."),
            RemedyWord::Contest => (
                "U kunt hier op een eigen manier tegen opkomen. De wet zegt hoe.",
                "You can contest this in a way of its own. The law says how.",
            ),
            RemedyWord::NoAppeal => (
                "Het wetspakket noemt geen bezwaar of beroep tegen dit besluit. Vraag een advocaat of dat klopt.",
                "The law pack has no objection or appeal against this decision. Ask a lawyer whether that is right.",
            ),
            RemedyWord::Complaint => (
                "Bent u niet goed behandeld? Dan kunt u een klacht indienen bij die organisatie.",
                "Were you not treated well? Then you can complain to that organisation.",
            ),
            RemedyWord::Counsellor => (
                "Een vertrouwenspersoon kan u helpen. Dat kost niets.",
                "A confidential counsellor can help you. It costs nothing.",
            ),
            RemedyWord::Lawyer => ("U kunt een advocaat om raad vragen.", "You can ask a lawyer for advice."),
        };
        self.say(nl, en)
    }

    /// To everybody else.
    fn one_can(&self, what: RemedyWord) -> &'static str {
        let (nl, en) = match what {
            RemedyWord::Respond => (
                "Wie vindt dat er iets niet klopt, kan dat zeggen. Het komt ernaast te staan.",
                "Whoever finds something wrong can say so. It is put beside it.",
            ),
            RemedyWord::OwnStatement => (
                "Het dossier lezen en er een eigen verklaring bij laten zetten, dat kan.",
                "The file can be read, and a statement of one's own can be added to it.",
            ),
            RemedyWord::NotYet => (
                "Er is nog niets besloten. Bezwaar of beroep kan pas na een besluit.",
                "Nothing is decided yet. An objection or appeal takes a decision.",
            ),
            RemedyWord::SpeakToCourt => (
                "Een kind mag met de rechter praten voordat die besluit.",
                "A child may speak with the court before it decides.",
            ),
            RemedyWord::Appeal => {
                ("Tegen dit besluit bestaat hoger beroep.", "An appeal lies against this decision.")
            }
            RemedyWord::CourtReview => (
                "Tegen dit besluit bestaat beroep bij de rechter.",
                "This decision is open to review by a court.",
            ),
            RemedyWord::Object => {
                ("Tegen dit besluit bestaat bezwaar.", "An objection lies against this decision.")
            }
            RemedyWord::Dispute => (
                "Wie het niet eens is met hoe het toezicht gaat, kan naar de kinderrechter.",
                "Who does not agree with how supervision goes can turn to the children's judge.",
            ),
            RemedyWord::Annulment => (
                "De kinderrechter kan dit laten vervallen, als iemand daarom vraagt.",
                "The children's judge can annul this when somebody asks.",
            ),
            RemedyWord::Block => (
                "Wie voor het kind zorgt, kan deze verhuizing soms tegenhouden.",
                "Who cares for the child can sometimes hold back this move.",
            ),
            RemedyWord::Contest => (
                "Hiertegen kan iemand op een eigen manier opkomen. De wet zegt hoe.",
                "This can be contested in a way of its own. The law says how.",
            ),
            RemedyWord::NoAppeal => (
                "Het wetspakket noemt hiertegen geen bezwaar of beroep.",
                "The law pack has no objection or appeal against this.",
            ),
            RemedyWord::Complaint => (
                "Wie niet goed is behandeld door een organisatie, kan daar een klacht indienen.",
                "Who was not treated well by an organisation can complain to it.",
            ),
            RemedyWord::Counsellor => (
                "Een vertrouwenspersoon kan ouders, pleegouders en kinderen helpen.",
                "A confidential counsellor can help parents, foster parents and children.",
            ),
            RemedyWord::Lawyer => ("Een advocaat kan raad geven.", "A lawyer can give advice."),
        };
        self.say(nl, en)
    }
}
