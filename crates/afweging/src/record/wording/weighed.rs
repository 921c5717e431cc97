//! Parts 6, 7 and 11 in words for adults: whose judgement it is, how the dialogue came out, who differs.

use super::voice::{Spans, Voice, capital, strong, text};
use crate::fact::Polarity;
use crate::id::PersonId;
use crate::record::telling::{NotShared, RecordLine, Telling};
use crate::sentence::Sentence;
use crate::weighing::Verdict;

impl Voice<'_> {
    pub(super) fn of_the_weighing(&self, line: &RecordLine) -> Spans {
        let one = |person| vec![self.person(person)];
        let say = |nl: &'static str, en: &'static str| self.say(nl, en);
        match &line.tells {
            Telling::Ground { label, question, open_norm, verdict, judged_by, agreed_by, cite } => {
                let mut spans = vec![strong(capital(&self.label(label))), text(". ")];
                spans.push(text(format!("{} ", self.label(question))));
                match verdict {
                    Some(verdict) => spans.extend(self.settled_by(*verdict, judged_by, agreed_by)),
                    None => {
                        spans.push(text(say("Hierover is nog geen oordeel.", "Nobody settled this yet.")))
                    }
                }
                if *open_norm {
                    // Why that is so stands once above the list.
                    spans.push(text(if verdict.is_some() {
                        say(" Dit is een oordeel van mensen.", " This is a judgement of people.")
                    } else {
                        say(" Dat moeten mensen beoordelen.", " That is for people to judge.")
                    }));
                }
                // A family reads once, below the list, where the questions stand in the law.
                if !self.reader.is_family() {
                    spans.push(text(format!(" {}", self.law(std::slice::from_ref(cite)))));
                }
                spans
            }
            Telling::JudgementOf { people, agreed_by } => self.judgement_of(people, agreed_by),
            Telling::View { by, on, verdict } => self.fill(
                say("{by} over ‘{on}’: {verdict}.", "{by} on ‘{on}’: {verdict}."),
                &[
                    ("by", one(by)),
                    ("on", vec![text(self.of(on))]),
                    ("verdict", vec![text(self.verdict(*verdict))]),
                ],
            ),
            Telling::RestsOn { polarity, sureness, claim, .. } => {
                let before = match polarity {
                    Some(Polarity::Supports) => say("Daarvoor spreekt: ", "For it speaks: "),
                    Some(Polarity::Opposes) => say("Daartegen spreekt: ", "Against it speaks: "),
                    None => "",
                };
                let mut spans = if before.is_empty() { Vec::new() } else { vec![text(before)] };
                spans.extend(self.with_its_word(*sureness, claim));
                spans
            }
            Telling::Dialogue { state, participants, invited, declined, contradiction_by, not_shared } => {
                let came_out = match *state {
                    "Converged" if not_shared.is_empty() => {
                        say("Zij kwamen er samen uit.", "They came to a common judgement.")
                    }
                    "Converged" if is_one_vote(not_shared, participants) => {
                        say("Zij kwamen eruit, met één stem tegen.", "They agreed, with one vote against.")
                    }
                    "Converged" => say(
                        "Zij kwamen eruit, maar iemand deelt niet alles.",
                        "They agreed, though not everybody shares all of it.",
                    ),
                    "Diverged" => {
                        say("Zij kwamen er samen niet uit.", "They did not come to a common judgement.")
                    }
                    "Fallback" => say(
                        "Samen kwamen zij er niet uit, of er was haast. Daarna deed ieder wat de eigen taak is.",
                        "They did not come to a common judgement, or there was haste. Then each acted on their own power.",
                    ),
                    _ => say("Het gesprek loopt nog.", "The dialogue goes on."),
                };
                let mut spans = Vec::new();
                if !participants.is_empty() {
                    spans = self.fill(
                        say("Samen in gesprek: {who}. ", "In dialogue: {who}. "),
                        &[("who", self.people(participants))],
                    );
                }
                for (people, sentence) in [
                    (invited, say("Wel gevraagd, niet gekomen: {who}. ", "Asked, and did not come: {who}. ")),
                    (declined, say("Wilde niet meedoen: {who}. ", "Did not want to take part: {who}. ")),
                ] {
                    if !people.is_empty() {
                        spans.extend(self.fill(sentence, &[("who", self.people(people))]));
                    }
                }
                spans.push(text(came_out));
                spans.extend(self.not_shared(not_shared));
                if let Some(person) = contradiction_by {
                    spans.push(text(" "));
                    spans.extend(self.fill(
                        say("{who} had de taak om tegen te spreken.", "{who} had the task to argue against."),
                        &[("who", one(person))],
                    ));
                }
                spans
            }
            Telling::Shifted { by, on, from, to, round, after } => {
                let mut spans = self.fill(
                    say(
                        "{by} ging over ‘{on}’ van {from} naar {to}, {after}",
                        "{by} went on ‘{on}’ from {from} to {to}, {after}",
                    ),
                    &[
                        ("by", one(by)),
                        ("on", vec![text(self.of(on))]),
                        ("from", vec![text(self.verdict(*from))]),
                        ("to", vec![text(self.verdict(*to))]),
                        ("after", vec![text(self.of(&after.label()))]),
                    ],
                );
                if *round > 1 {
                    spans.push(text(format!(" ({} {round})", say("gespreksronde", "round of dialogue"))));
                }
                spans.push(text("."));
                spans
            }
            Telling::NeverOpened { by, on } => self.fill(
                say(
                    "{by} verzegelde een oordeel over ‘{on}’. Dat is nooit geopend.",
                    "{by} sealed a view on ‘{on}’. It was never opened.",
                ),
                &[("by", one(by)), ("on", vec![text(self.of(on))])],
            ),
            Telling::UnderSeal { circle, on, waiting } => {
                let matters: Vec<String> = on.iter().map(|it| self.of(it).to_string()).collect();
                let mut spans = self.fill(
                    say(
                        "{who} wegen ieder voor zich, onder zegel: {on}.",
                        "{who} weigh by each alone, under seal: {on}.",
                    ),
                    &[("who", self.people(circle)), ("on", vec![text(matters.join("; "))])],
                );
                if !waiting.is_empty() {
                    spans.extend(self.fill(
                        say(" Nog niet binnen: {who}.", " Not in yet: {who}."),
                        &[("who", self.people(waiting))],
                    ));
                }
                spans
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn of_disagreement(&self, line: &RecordLine) -> Spans {
        let one = |person| vec![self.person(person)];
        let say = |nl: &'static str, en: &'static str| self.say(nl, en);
        match &line.tells {
            Telling::Dissents { by, on, verdict, .. } => self.fill(
                say(
                    "{by} denkt anders over ‘{on}’: {verdict}.",
                    "{by} judged otherwise on ‘{on}’: {verdict}.",
                ),
                &[
                    ("by", one(by)),
                    ("on", vec![text(self.of(on))]),
                    ("verdict", vec![text(self.verdict(*verdict))]),
                ],
            ),
            Telling::Objects { person, entry } => {
                let mut spans = self.fill(
                    say(
                        "{who} {is} het niet eens met wat er is opgeschreven",
                        "{who} {is} against what was written down",
                    ),
                    &[("who", one(person)), ("is", vec![text(self.is(person))])],
                );
                if !self.reader.is_family() {
                    spans.push(text(format!(" {} {entry}", say("in regel", "in entry"))));
                }
                spans.push(text("."));
                spans
            }
            Telling::NoConsent { person, taken_back } => self.fill(
                if *taken_back {
                    say("{who} nam de toestemming terug.", "{who} took consent back.")
                } else {
                    say("{who} gaf geen toestemming.", "{who} did not give consent.")
                },
                &[("who", one(person))],
            ),
            _ => Vec::new(),
        }
    }

    /// Whose judgement a ground is: of who gave a view, and what was agreed with who gave none.
    fn settled_by(&self, verdict: Verdict, judged_by: &[PersonId], agreed_by: &[PersonId]) -> Spans {
        let (own, agreed) = self.own_and_agreed(judged_by, agreed_by);
        let template = match (own.is_empty(), agreed.is_empty()) {
            (false, true) => {
                self.say("Het oordeel van {own}: {verdict}.", "The judgement of {own}: {verdict}.")
            }
            (false, false) => self.say(
                "Het oordeel van {own}: {verdict}. Zo is het ook afgesproken in het gesprek met {agreed}.",
                "The judgement of {own}: {verdict}. So it was agreed as well in the dialogue with {agreed}.",
            ),
            (true, _) => self.say(
                "Zo is het afgesproken in het gesprek met {agreed}: {verdict}.",
                "So it was agreed in the dialogue with {agreed}: {verdict}.",
            ),
        };
        let verdict = vec![text(self.verdict(verdict))];
        self.fill(template, &[("own", own), ("agreed", agreed), ("verdict", verdict)])
    }

    fn judgement_of(&self, people: &[PersonId], agreed_by: &[PersonId]) -> Spans {
        let (own, agreed) = self.own_and_agreed(people, agreed_by);
        let what = if self.record.decision().is_some() {
            self.say("Dit besluit rust", "This decision rests")
        } else {
            self.say("Dit rust", "This rests")
        };
        let template = match (own.is_empty(), agreed.is_empty()) {
            (false, true) => self.say("{what} op het oordeel van {own}.", "{what} on the judgement of {own}."),
            (false, false) => self.say(
                "{what} op het oordeel van {own}. Het rust ook op wat is afgesproken in het gesprek met {agreed}.",
                "{what} on the judgement of {own}. It rests as well on what was agreed in the dialogue with {agreed}.",
            ),
            (true, _) => self.say(
                "{what} op wat is afgesproken in het gesprek met {agreed}.",
                "{what} on what was agreed in the dialogue with {agreed}.",
            ),
        };
        let mut spans = self.fill(template, &[("what", vec![text(what)]), ("own", own), ("agreed", agreed)]);
        spans.push(text(
            self.say(" Andere mensen kunnen er anders over denken.", " Others may judge differently."),
        ));
        spans
    }

    fn own_and_agreed(&self, people: &[PersonId], agreed_by: &[PersonId]) -> (Spans, Spans) {
        let own: Vec<PersonId> = people.iter().filter(|it| !agreed_by.contains(it)).cloned().collect();
        (self.people(&own), self.people(agreed_by))
    }

    /// On what people agreed while somebody finds otherwise, per question.
    fn not_shared(&self, differing: &[NotShared]) -> Spans {
        let mut spans = Spans::new();
        let mut told: Vec<&Sentence> = Vec::new();
        for it in differing {
            if !told.contains(&&it.on) {
                told.push(&it.on);
                spans.push(text(format!(
                    " {} ‘{}’ {}: {}.",
                    self.say("Over", "On"),
                    self.of(&it.on),
                    self.say("spraken zij af", "they agreed"),
                    self.verdict(it.common)
                )));
            }
            let template = match it.verdict {
                Verdict::Undecided => self.say("{who} {has} nog geen oordeel.", "{who} {is} undecided."),
                Verdict::Met | Verdict::NotMet => "{who} {finds}: {verdict}.",
            };
            let has = if self.is_reader(&it.by) { "hebt" } else { "heeft" };
            let finds = match (self.is_reader(&it.by), self.say("vindt", "finds")) {
                (true, "finds") => "find",
                (_, finds) => finds,
            };
            let holes = [
                ("who", vec![self.person(&it.by)]),
                ("has", vec![text(has)]),
                ("is", vec![text(self.is(&it.by))]),
                ("finds", vec![text(finds)]),
                ("verdict", vec![text(self.verdict(it.verdict))]),
            ];
            spans.push(text(" "));
            spans.extend(self.fill(template, &holes));
        }
        spans
    }
}

/// Whether all that stands against what was agreed is one vote: of one who took part, a yes against a no.
fn is_one_vote(differing: &[NotShared], participants: &[PersonId]) -> bool {
    let Some(first) = differing.first() else { return false };
    let votes = |it: &NotShared| it.common != Verdict::Undecided && it.verdict != Verdict::Undecided;
    participants.contains(&first.by) && differing.iter().all(|it| it.by == first.by && votes(it))
}
