//! The longer pieces of a line: a fact with its word, a source, what one can do.

use super::voice::{Spans, Voice, capital, strong, text};
use crate::fact::{Found, Polarity};
use crate::record::page::PageSpan;
use crate::record::quote::{Quote, Quoted};
use crate::record::sureness::Sureness;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AnswerWord, PeriodWord, SourceKind, SourceWho, Topic};
use crate::sentence::Sentence;
use crate::time::When;
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
            (SourceKind::Told, Some(SourceWho::Sheltered)) if *by == SourceWho::Sheltered => {
                self.say("{who} hoorde het van een ander daaruit", "{who} was told by another of them")
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
        let holes =
            [("who", vec![self.behind(by)]), ("from", told_by.iter().map(|who| self.behind(who)).collect())];
        spans.extend(self.fill_within(template, &holes));
        let title = line
            .below
            .iter()
            .filter(|it| matches!(it.tells, Telling::Said { topic: Topic::Title, .. }))
            .find_map(RecordLine::quote)
            .filter(|it| !matches!(it.said, Quoted::Withheld(_)));
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

    /// Who is behind a source, as far as this reader may know.
    fn behind(&self, who: &SourceWho) -> PageSpan {
        match who {
            SourceWho::Named(person) => self.person(person),
            SourceWho::Sheltered => {
                text(self.say("iemand uit het gezin of het netwerk", "somebody of the family or its circle"))
            }
        }
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

    /// Whether a period was asked for or granted, as the beginning of a sentence.
    pub(super) fn period(&self, stands: PeriodWord) -> &'static str {
        match (stands, self.record.decision().is_some()) {
            (PeriodWord::Granted, _) => self.say("Het besluit geldt", "The decision holds"),
            (PeriodWord::Asked, true) => self.say("Dit was gevraagd", "This was asked for"),
            (PeriodWord::Asked, false) => self.say("Dit is gevraagd", "This is asked for"),
        }
    }

    /// What the reasons rest on and what was taken back. Whose it was is not said: a source may need shelter.
    pub(super) fn taken_back(
        &self,
        sureness: Sureness,
        source: bool,
        on: &When,
        after_the_decision: bool,
        claim: &Quote,
    ) -> Spans {
        let what =
            match (source, after_the_decision) {
                (false, true) => self.say(
                    "Na het besluit is iets teruggenomen. Het besluit gebruikte dit als reden: ",
                    "After the decision something was taken back. The reasons named it: ",
                ),
                (true, true) => self.say(
                    "Na het besluit is een bron teruggenomen. Die hoorde bij deze reden: ",
                    "After the decision a source was taken back. It was behind this reason: ",
                ),
                (false, false) => self
                    .say("Een reden is teruggenomen: ", "Something that the reasons name was taken back: "),
                (true, false) => self
                    .say("Een bron bij een reden is teruggenomen: ", "A source of a reason was taken back: "),
            };
        let mut spans = vec![text(what)];
        spans.extend(self.with_its_word(sureness, claim));
        spans.push(text(format!(". {} {}.", self.say("Dat was", "That was"), self.when(on))));
        spans
    }

    /// `„…” (staat vast)`: a statement that is named again, never without its uncertainty word.
    pub(super) fn with_its_word(&self, sureness: Sureness, claim: &Quote) -> Spans {
        let end = match sureness {
            Sureness::Plausible => self.say(" zie deel 4)", " see part 4)"),
            _ => ")",
        };
        vec![self.quote(claim), text(" ("), strong(self.of(&sureness.label())), text(end)]
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
            AnswerWord::ByItsClass => self.say("niet apart beantwoord", "not answered by itself"),
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

    /// A sentence of the assessment for this reader: days written out; for a family people as they are called here, and no
    /// number of a measure.
    pub(super) fn sentence(&self, sentence: &Sentence) -> String {
        let mut said = self.candidate(sentence);
        if self.reader.is_family() {
            for (id, person) in &self.record.people {
                let there = format!("{} ({id})", self.of(&person.role.label()));
                said = said.replace(&there, &self.call(id));
                said = said.replace(&capital(&there), &capital(&self.call(id)));
            }
            said = without_pseudonyms(&said);
            let name = if self.label(&self.record.measure_labels).is_empty() {
                self.say("deze stap", "this step").to_owned()
            } else {
                self.measure()
            };
            said = said.replace(self.record.measure.as_str(), &name);
        }
        self.dates(said)
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

/// A sentence without ` (adult-10)`: who was put into the dossier by mistake is in no list of people, and still named.
fn without_pseudonyms(said: &str) -> String {
    let mut out = String::new();
    let mut rest = said;
    while let Some((before, after)) = rest.split_once(" (") {
        out.push_str(before);
        match after.split_once(')') {
            Some((within, after)) if is_pseudonym(within) => rest = after,
            _ => {
                out.push_str(" (");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn is_pseudonym(within: &str) -> bool {
    within.contains('-')
        && !within.contains(char::is_whitespace)
        && within.ends_with(|it: char| it.is_ascii_digit())
}
