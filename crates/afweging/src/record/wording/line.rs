//! One line in words for adults, with what stands under it. What each kind of line says stands with its parts: `decision`,
//! `accounts`, `weighed`, `lighter`, `ahead`.

use super::topic::lead;
use super::voice::{Spans, Voice, strong, text};
use crate::finding::Answerer;
use crate::record::page::{PageItem, PageSpan};
use crate::record::quote::{Objection, Quote, Quoted};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::Topic;

impl Voice<'_> {
    /// A line and all under it.
    pub(super) fn item(&self, line: &RecordLine) -> PageItem {
        let mut item = PageItem { text: self.tell(line), below: Vec::new() };
        if let Telling::Fact { claim, .. } = &line.tells {
            // Why it is so stands in the line itself. What a reader may not read has no sources for them either.
            let is_readable = !matches!(claim.said, Quoted::Withheld(_));
            let rest = line.below.iter().filter(|it| is_readable && !is_finding(it));
            item.below.extend(self.objections_to(line.quote()));
            item.below.extend(rest.map(|it| self.item(it)));
            return item;
        }
        item.below.extend(self.objections_to(line.quote()));
        if let Telling::Source { objections, .. } = &line.tells {
            item.below.extend(objections.iter().map(|it| self.objection(it)));
        }
        // A title stands in the line of its source. What a reader may not read is on the list at the end.
        let rest = line.below.iter().filter(|it| match &it.tells {
            Telling::Said { topic: Topic::Title, .. } => false,
            Telling::Said { quote, .. } => !matches!(quote.said, Quoted::Withheld(_)),
            _ => true,
        });
        item.below.extend(rest.map(|it| self.item(it)));
        item
    }

    fn objections_to(&self, quote: Option<&Quote>) -> Vec<PageItem> {
        quote.into_iter().flat_map(|quote| &quote.objections).map(|it| self.objection(it)).collect()
    }

    fn objection(&self, objection: &Objection) -> PageItem {
        let mut said = self.fill(
            self.say("{who} {is} het hier niet mee eens: ", "{who} {is} against this: "),
            &[("who", vec![self.person(&objection.of)]), ("is", vec![text(self.is(&objection.of))])],
        );
        said.push(self.quoted(objection.entry, &objection.said));
        said.extend(self.entries(&[objection.entry]));
        PageItem { text: said, below: Vec::new() }
    }

    /// The entries, for who works with the file.
    pub(super) fn entries(&self, because: &[u64]) -> Option<PageSpan> {
        (!self.reader.is_family() && !because.is_empty()).then(|| PageSpan::Entries(because.to_vec()))
    }

    fn tell(&self, line: &RecordLine) -> Spans {
        let mut spans = self.words(line);
        spans.extend(self.entries(&line.because));
        spans
    }

    /// Open points of one code that the same people may answer.
    pub(super) fn open_together(&self, lines: &[&RecordLine]) -> PageItem {
        let (first, rest) = match lines {
            [] => return PageItem { text: Vec::new(), below: Vec::new() },
            [only] => return self.item(only),
            [first, rest @ ..] => (first, rest),
        };
        let Telling::Open { code, failed, who_may_answer, .. } = &first.tells else {
            return self.item(first);
        };
        let mut said = self.open_mark(*failed);
        said.push(text("."));
        said.extend(self.who_can_say(who_may_answer));
        said.push(text(" "));
        said.push(PageSpan::Code(code.as_str().to_owned()));
        let below = [first].into_iter().chain(rest).map(|line| {
            let mut spans = match &line.tells {
                Telling::Open { sentence, .. } => vec![text(self.sentence(sentence))],
                _ => self.words(line),
            };
            spans.extend(self.entries(&line.because));
            PageItem { text: spans, below: Vec::new() }
        });
        PageItem { text: said, below: below.collect() }
    }

    fn open_mark(&self, failed: bool) -> Spans {
        vec![strong(if failed {
            self.say("Niet in orde", "Not met")
        } else {
            self.say("Nog niet bekend", "Not known")
        })]
    }

    fn who_can_say(&self, who: &[Answerer]) -> Spans {
        if who.is_empty() {
            return Vec::new();
        }
        let mut spans = vec![text(self.say(" Wie dit kan zeggen: ", " Who can say it: "))];
        spans.extend(self.one_of(who.iter().map(|it| self.answerer(it)).collect()));
        spans.push(text("."));
        spans
    }

    fn words(&self, line: &RecordLine) -> Spans {
        match &line.tells {
            Telling::Decided { .. }
            | Telling::NotDecided { .. }
            | Telling::Period { .. }
            | Telling::Ends { .. }
            | Telling::Became { .. }
            | Telling::Obliged { .. }
            | Telling::Power { .. }
            | Telling::Form { .. } => self.of_the_decision(line),
            Telling::About { .. } | Telling::ParentalAuthority { .. } => self.of_whom(line),
            Telling::Perspective { .. } | Telling::NoTalk { .. } | Telling::Told { .. } => {
                self.of_an_account(line)
            }
            Telling::Ground { .. }
            | Telling::JudgementOf { .. }
            | Telling::View { .. }
            | Telling::RestsOn { .. }
            | Telling::Dialogue { .. }
            | Telling::Shifted { .. }
            | Telling::NeverOpened { .. }
            | Telling::UnderSeal { .. } => self.of_the_weighing(line),
            Telling::CandidateClass { .. } | Telling::Candidate { .. } | Telling::Shortfall { .. } => {
                self.of_an_option(line)
            }
            Telling::Dissents { .. } | Telling::Objects { .. } | Telling::NoConsent { .. } => {
                self.of_disagreement(line)
            }
            Telling::Review { .. }
            | Telling::Reviewed { .. }
            | Telling::Watches { .. }
            | Telling::Closed { .. } => self.of_what_follows(line),
            Telling::Fact { sureness, found, finder, withdrawn, reopened, claim, .. } => {
                let why = line.below.iter().find(|it| is_finding(it)).and_then(RecordLine::quote);
                self.fact(*sureness, *found, finder.as_ref(), why, *withdrawn, *reopened, claim)
            }
            Telling::Source { .. } => self.source(line),
            Telling::Open { code, sentence, failed, who_may_answer, .. } => {
                let mut spans = self.open_mark(*failed);
                spans.push(text(format!(": {}", self.sentence(sentence))));
                spans.extend(self.who_can_say(who_may_answer));
                if !self.reader.is_family() {
                    spans.push(text(" "));
                    spans.push(PageSpan::Code(code.as_str().to_owned()));
                }
                spans
            }
            Telling::Remedy { what, who, who_under_conditions, until, cites } => {
                self.remedy(*what, who, who_under_conditions, *until, cites)
            }
            Telling::TakenBack { sureness, source, on, after_the_decision, claim, .. } => {
                self.taken_back(*sureness, *source, on, *after_the_decision, claim)
            }
            Telling::Said { topic, about, quote } => {
                let mut spans = self.fill(
                    lead(*topic, self.language),
                    &[
                        ("by", vec![self.person(&quote.of)]),
                        ("who", about.iter().map(|person| self.person(person)).collect()),
                    ],
                );
                if !spans.is_empty() {
                    spans.push(text(" "));
                }
                spans.push(self.quote(quote));
                spans
            }
            Telling::NotOnRecord { what, who_may_answer } => self.not_on_record(*what, who_may_answer),
        }
    }
}

fn is_finding(line: &RecordLine) -> bool {
    matches!(line.tells, Telling::Said { topic: Topic::FindingWhy, .. })
}
