//! The longer pieces of a line: a fact with its word, a source, what one can do.

use super::voice::{Spans, Voice, strong, text};
use crate::fact::{Found, Polarity};
use crate::record::page::PageSpan;
use crate::record::quote::Quote;
use crate::record::reader::Reader;
use crate::record::sureness::Sureness;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AnswerWord, RemedyWord, SourceKind, Topic};
use crate::weighing::Verdict;

impl Voice<'_> {
    /// `„…” – staat vast, want het lokale team zegt: „…”`.
    #[expect(clippy::too_many_arguments, reason = "they are one fact")]
    pub(super) fn fact(
        &self,
        sureness: Sureness,
        found: Option<Found>,
        finder: Option<&crate::id::PersonId>,
        why: Option<&Quote>,
        withdrawn: bool,
        reopened: bool,
        claim: &Quote,
    ) -> Spans {
        let word = self.of(&sureness.label());
        let mut spans = vec![self.quote(claim), text(" – "), strong(word.trim_end_matches(" …"))];
        let reason = match (withdrawn, reopened, found) {
            (true, _, _) => Some(self.say("het is teruggenomen", "it was taken back")),
            (_, true, _) => Some(self.say(
                "er kwam een bron bij of viel er een weg, en er is nog geen nieuw oordeel",
                "a source came in or fell away, and there is no new finding yet",
            )),
            (_, _, None) => Some(self.say("niemand schreef een oordeel op", "nobody made a finding on it")),
            (_, _, Some(Found::Unresolvable)) => Some(self.say(
                "we kunnen het niet uitzoeken; het blijft een zorg",
                "it cannot be found out; it stays a concern",
            )),
            (_, _, Some(Found::NotEstablished)) => {
                Some(self.say("er is te weinig bewijs voor", "it was found not established"))
            }
            (_, _, Some(Found::Refuted)) => {
                Some(self.say("mensen vinden dat het niet klopt", "it was found refuted"))
            }
            (_, _, Some(Found::Established)) if sureness == Sureness::Plausible => Some(self.say(
                "mensen vinden dat het vaststaat, maar de bronnen zijn daarvoor te zwak",
                "people find it established, but the sources do not carry that",
            )),
            (_, _, Some(Found::Established | Found::Plausible)) if sureness == Sureness::Contradicted => {
                Some(self.say(
                    "mensen vinden dit wel zo, maar alle bronnen spreken het tegen",
                    "people find it so, but all sources speak against it",
                ))
            }
            (_, _, Some(Found::Established | Found::Plausible)) => None,
        };
        if let Some(reason) = reason {
            let between = if sureness == Sureness::Plausible { " " } else { ": " };
            spans.push(text(format!("{between}{reason}")));
        }
        let Some((finder, why)) = finder.zip(why) else {
            spans.push(text("."));
            return spans;
        };
        let between = match (reason, sureness) {
            (None, Sureness::Plausible) => " ",
            (None, _) => self.say(", want ", ", because "),
            (Some(_), _) => ". ",
        };
        spans.push(text(between));
        let who = [("who", vec![self.person(finder)])];
        spans.extend(if between == ". " {
            self.fill("{who}", &who)
        } else {
            self.fill_within("{who}", &who)
        });
        spans.push(text(self.say(" zegt: ", " said: ")));
        spans.push(self.quote(why));
        spans
    }

    pub(super) fn source(&self, line: &RecordLine) -> Spans {
        let Telling::Source { by, polarity, kind, told_by, withdrawn, .. } = &line.tells else {
            return Vec::new();
        };
        let side = match polarity {
            Polarity::Supports => self.say("Bron ervoor: ", "Source for it: "),
            Polarity::Opposes => self.say("Bron ertegen: ", "Source against it: "),
        };
        let template = match (kind, told_by) {
            (SourceKind::OwnObservation, _) => {
                self.say("{who} zag of hoorde het zelf", "{who} saw or heard it")
            }
            (SourceKind::Document, _) => {
                self.say("een stuk, gebracht door {who}", "a document, brought by {who}")
            }
            (SourceKind::Copy, _) => self.say(
                "een stuk dat anderen herhaalt, gebracht door {who}",
                "a document that repeats others, brought by {who}",
            ),
            (SourceKind::ExpertReport, _) => {
                self.say("een onderzoek, gebracht door {who}", "a test or report, brought by {who}")
            }
            (SourceKind::Told, Some(_)) => {
                self.say("{who} hoorde het van {from}", "{who} was told by {from}")
            }
            (SourceKind::Told, None) | (SourceKind::Untraced, _) => self.say(
                "{who} bracht dit, en van wie het komt weten we niet",
                "{who} brought this, and its source is not known",
            ),
        };
        let mut spans = vec![text(side)];
        let holes = [
            ("who", vec![self.person(by)]),
            ("from", told_by.iter().map(|person| self.person(person)).collect()),
        ];
        spans.extend(self.fill_within(template, &holes));
        let title = line
            .below
            .iter()
            .filter(|it| matches!(it.tells, Telling::Said { topic: Topic::Title, .. }))
            .find_map(RecordLine::quote);
        if let Some(title) = title {
            spans.push(text(": "));
            spans.push(self.quote(title));
        } else {
            spans.push(text("."));
        }
        if *withdrawn {
            spans.push(text(" "));
            spans.push(strong(self.say("Deze bron is teruggenomen.", "This source was taken back.")));
        }
        spans
    }

    /// As [`Voice::fill`], in the middle of a sentence.
    pub(super) fn fill_within(&self, template: &str, holes: &[(&str, Spans)]) -> Spans {
        let mut spans = self.fill(&format!(" {template}"), holes);
        if let Some(PageSpan::Text(first)) = spans.first_mut() {
            *first = first.strip_prefix(' ').unwrap_or(first).to_owned();
        }
        spans.retain(|it| *it != text(""));
        spans
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.say("ja", "yes"),
            Verdict::NotMet => self.say("nee", "no"),
            Verdict::Undecided => self.say("nog geen oordeel", "undecided"),
        }
    }

    pub(super) fn answer(&self, answer: AnswerWord) -> &'static str {
        match answer {
            AnswerWord::Unanswered => {
                self.say("hierop staat nog geen antwoord in het dossier", "not answered yet")
            }
            AnswerWord::Tried => self.say("geprobeerd, en het was niet genoeg", "tried, and not enough"),
            AnswerWord::Expected => self.say("naar verwachting niet genoeg", "expected not to be enough"),
            AnswerWord::Refused => {
                self.say("er was geen toestemming voor", "consent was refused or taken back")
            }
            AnswerWord::NotAvailable => {
                self.say("gevraagd, maar het was er niet", "asked for, but not to be had")
            }
            AnswerWord::Adequate => self.say("dit zou ook genoeg zijn", "this would do as well"),
            AnswerWord::AdequateButHeavier => self
                .say("dit zou genoeg zijn, maar het is zwaarder", "this would do, but it is more intrusive"),
        }
    }

    pub(super) fn law(&self, cite: &crate::law::Citation) -> String {
        format!("{}: {} [{}].", self.say("De wet", "The law"), self.article(cite), self.mark(cite))
    }

    pub(super) fn remedy(
        &self,
        what: RemedyWord,
        who: &[crate::actor::Actor],
        until: Option<chrono::NaiveDate>,
        cite: Option<&crate::law::Citation>,
    ) -> Spans {
        let to_family = matches!(self.reader, Reader::Parents(_));
        let (family, others) = match what {
            RemedyWord::Respond => (
                self.say("Klopt er iets niet? Zeg het. Wat u zegt, komt ernaast te staan.", "Is something wrong? Say so. What you say is put beside it."),
                self.say("Wie vindt dat er iets niet klopt, kan dat zeggen. Het komt ernaast te staan.", "Whoever finds something wrong can say so. It is put beside it."),
            ),
            RemedyWord::OwnStatement => (
                self.say("U kunt een eigen verklaring schrijven. Die komt in het dossier.", "You can write a statement of your own. It is added to the file."),
                self.say("Betrokkenen kunnen een eigen verklaring in het dossier laten opnemen.", "Those concerned can have their own statement added to the file."),
            ),
            RemedyWord::Appeal => (
                self.say("Bent u het niet eens met het besluit? Dan kan hoger beroep.", "Do you not agree with the decision? Then an appeal can be lodged."),
                self.say("Hoger beroep kan nog.", "An appeal can be lodged."),
            ),
            RemedyWord::Object => (
                self.say("Bent u het niet eens met het besluit? Dan kunt u bezwaar maken.", "Do you not agree with the decision? Then you can object."),
                self.say("Bezwaar kan nog.", "An objection can be made."),
            ),
            RemedyWord::Contest => (
                self.say(
                    "U kunt hier ook op een eigen manier tegen opkomen. De wet zegt hoe.",
                    "You can also contest this in a way of its own. The law says how.",
                ),
                self.say(
                    "Hiertegen kan iemand ook op een eigen manier opkomen. De wet zegt hoe.",
                    "This can also be contested in a way of its own. The law says how.",
                ),
            ),
            RemedyWord::NoAppeal => (
                self.say("Tegen dit besluit kent het wetspakket geen bezwaar of beroep. Vraag een advocaat of dat klopt.", "The law pack has no objection or appeal against this decision. Ask a lawyer whether that is right."),
                self.say("Het wetspakket heeft hiertegen geen bezwaar of hoger beroep.", "The law pack has no objection or appeal against this."),
            ),
            RemedyWord::Complaint => (
                self.say("Bent u niet goed behandeld? Dan kunt u een klacht indienen bij die organisatie.", "Were you not treated well? Then you can complain to that organisation."),
                self.say("Over hoe een organisatie mensen behandelt, kan wie dat wil een klacht indienen.", "About how an organisation treats people, a complaint can be made to it."),
            ),
            RemedyWord::Counsellor => (
                self.say("Een vertrouwenspersoon kan u helpen. Dat is gratis, en niemand hoeft het te weten.", "A confidential counsellor can help you. It is free, and nobody needs to know."),
                self.say("Een vertrouwenspersoon kan ouders, pleegouders en kinderen helpen.", "A confidential counsellor can help parents, foster parents and children."),
            ),
            RemedyWord::Lawyer => (
                self.say("U kunt een advocaat om raad vragen.", "You can ask a lawyer for advice."),
                self.say("Een advocaat kan raad geven.", "A lawyer can give advice."),
            ),
        };
        let mut spans = vec![text(if to_family { family } else { others })];
        if !who.is_empty() {
            spans.push(text(self.say(" Wie dat mag: ", " Who may: ")));
            spans.extend(self.list(who.iter().map(|actor| text(self.actor(*actor))).collect()));
            spans.push(text("."));
        }
        if matches!(what, RemedyWord::Appeal | RemedyWord::Object) {
            spans.push(match until {
                Some(day) => text(format!(
                    " {} {}. {}",
                    self.say("Dat kan tot en met", "That can be done up to and including"),
                    self.date(day),
                    self.say(
                        "Die dag telt vanaf het besluit. Kreeg iemand het later te horen, dan kan de dag later zijn.",
                        "That day is counted from the decision. For who was told later it may be a later day."
                    )
                )),
                None => text(self.say(
                    " De laatste dag staat niet in het dossier of het wetspakket. Vraag ernaar.",
                    " The last day is not on record or not in the law pack. Ask for it.",
                )),
            });
        }
        if let Some(cite) = cite {
            spans.push(text(format!(" {}", self.law(cite))));
        }
        spans
    }

    /// Days such as `2025-03-01` written out, in a sentence of the library.
    pub(super) fn dates(&self, sentence: String) -> String {
        let mut out = String::with_capacity(sentence.len());
        for (place, word) in sentence.split(' ').enumerate() {
            if place > 0 {
                out.push(' ');
            }
            let core = word.trim_matches(|it: char| !it.is_ascii_digit());
            match chrono::NaiveDate::parse_from_str(core, "%Y-%m-%d") {
                Ok(day) if core.len() == 10 => out.push_str(&word.replace(core, &self.date(day))),
                _ => out.push_str(word),
            }
        }
        out
    }
}
