//! One line in words for adults.

use super::topic::lead;
use super::voice::{Spans, Voice, strong, text};
use crate::actor::DecisionForm;
use crate::fact::Polarity;
use crate::finding::Answerer;
use crate::perspective::Forum;
use crate::record::page::{PageItem, PageSpan};
use crate::record::quote::{Objection, Quote, Quoted};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AuthorityWord, DecisionWord, Hearing, Since, Topic};
use crate::step::ReviewOutcome;

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
        let one = |person| vec![self.person(person)];
        let say = |nl: &'static str, en: &'static str| self.say(nl, en);
        match &line.tells {
            Telling::Decided { word, by, on } => {
                let template = match word {
                    DecisionWord::Granted => say(
                        "{by} besloot {on}: {yes}. Het gaat om: {measure}.",
                        "{by} decided {on}: {yes}. It is about: {measure}.",
                    ),
                    DecisionWord::PartlyGranted => say(
                        "{by} besloot {on}: {partly}. Het gaat om: {measure}.",
                        "{by} decided {on}: {partly}. It is about: {measure}.",
                    ),
                    DecisionWord::Refused => say(
                        "{by} besloot {on}: {no}. Het gaat om: {measure}.",
                        "{by} decided {on}: {no}. It is about: {measure}.",
                    ),
                    DecisionWord::UrgentlyGranted => say(
                        "{by} besloot {on}: {urgent}. Het gaat om: {measure}.",
                        "{by} decided {on}: {urgent}. It is about: {measure}.",
                    ),
                    DecisionWord::Confirmed => say(
                        "{by} hoorde daarna mensen en besloot {on}: {stays}.",
                        "{by} then heard people and decided {on}: {stays}.",
                    ),
                    DecisionWord::NotMaintained => say(
                        "{by} hoorde daarna mensen en besloot {on}: {gone}.",
                        "{by} then heard people and decided {on}: {gone}.",
                    ),
                };
                self.fill(
                    template,
                    &[
                        ("by", one(by)),
                        ("on", vec![text(self.when(on))]),
                        ("measure", vec![text(self.measure())]),
                        ("yes", vec![strong(say("toegewezen, het gaat door", "granted"))]),
                        ("partly", vec![strong(say("een deel gaat door", "granted in part"))]),
                        ("no", vec![strong(say("afgewezen, het gaat niet door", "refused"))]),
                        (
                            "urgent",
                            vec![strong(say("met spoed toegewezen, het gaat door", "granted in urgency"))],
                        ),
                        ("stays", vec![strong(say("het blijft zo", "it stays so"))]),
                        (
                            "gone",
                            vec![strong(say(
                                "het blijft niet zo, het stopt",
                                "it does not stay so, it stops",
                            ))],
                        ),
                    ],
                )
            }
            Telling::NotDecided { proposed_by, on, requested_by } => {
                let mut spans = self.fill(
                    say("{by} stelde dit voor {on}: {measure}.", "{by} proposed this {on}: {measure}."),
                    &[
                        ("by", one(proposed_by)),
                        ("on", vec![text(self.when(on))]),
                        ("measure", vec![strong(self.measure())]),
                    ],
                );
                if let Some(requested_by) = requested_by {
                    spans.push(text(" "));
                    spans.extend(
                        self.fill(
                            say("{by} vroeg erom.", "{by} requested it."),
                            &[("by", one(requested_by))],
                        ),
                    );
                }
                spans
            }
            Telling::Period { stands, from, until } => match (from, until) {
                (Some(from), Some(until)) => vec![text(format!(
                    "{} {} {} {} {}.",
                    self.period(*stands),
                    say("van", "from"),
                    self.date(*from),
                    say("tot en met", "up to and including"),
                    self.date(*until)
                ))],
                (Some(from), None) => vec![text(format!(
                    "{} {} {}. {}",
                    self.period(*stands),
                    say("vanaf", "from"),
                    self.date(*from),
                    say("De laatste dag staat niet in het dossier.", "The last day is not on record.")
                ))],
                (None, Some(until)) => vec![text(format!(
                    "{} {} {}. {}",
                    self.period(*stands),
                    say("tot en met", "up to and including"),
                    self.date(*until),
                    say("De eerste dag staat niet in het dossier.", "The first day is not on record.")
                ))],
                (None, None) => Vec::new(),
            },
            Telling::Became { what, since } => {
                let said = match what {
                    Since::InForce => say("Het loopt nu", "It is being carried out now"),
                    Since::Ended => say("Het is gestopt", "It has ended"),
                    Since::Lapsed => say(
                        "Het besluit geldt niet meer: de tijd om het te gebruiken is voorbij",
                        "The decision lapsed",
                    ),
                    Since::Expired => say("De tijd die ervoor stond is voorbij", "Its term has passed"),
                    Since::AppealLodged => say("Iemand is in hoger beroep gegaan", "An appeal was lodged"),
                    Since::Upheld => {
                        say("In hoger beroep bleef het besluit staan", "It was upheld on appeal")
                    }
                    Since::Quashed => {
                        say("In hoger beroep is het besluit geschrapt", "It was set aside on appeal")
                    }
                    Since::Replaced => {
                        say("In hoger beroep kwam er een ander besluit", "It was replaced on appeal")
                    }
                };
                let since = since.map(|since| format!(" {} {}", say("op", "on"), self.date(since)));
                let since = since.filter(|_| *what != Since::InForce);
                vec![text(format!("{said}{}.", since.unwrap_or_default()))]
            }
            Telling::About { person, age } => {
                let mut spans =
                    self.fill(say("Dit gaat over {who}", "This is about {who}"), &[("who", one(person))]);
                match age {
                    Some(age) => spans.push(text(format!(" ({age} {}).", say("jaar", "years old")))),
                    None => spans.push(text(".")),
                }
                spans
            }
            Telling::ParentalAuthority { holder, stands } => {
                let template = match stands {
                    AuthorityWord::Held => say("{who} {has} gezag.", "{who} {has} parental authority."),
                    AuthorityWord::NotHeld => {
                        say("{who} {has} geen gezag.", "{who} {has} no parental authority.")
                    }
                    AuthorityWord::Ended => {
                        say("{who} {has} geen gezag meer.", "{who} {has} parental authority no longer.")
                    }
                    AuthorityWord::Suspended => say(
                        "{who} {has} gezag, maar dat staat nu stil.",
                        "{who} {has} parental authority, which is suspended.",
                    ),
                    AuthorityWord::NotNoted => say(
                        "Over het gezag van {who} zegt het dossier niets. Het staat in het gezagsregister.",
                        "Parental authority of {who} is not on record. It stands in the register.",
                    ),
                };
                let has = if self.is_reader(holder) { say("hebt", "have") } else { say("heeft", "has") };
                self.fill(template, &[("who", one(holder)), ("has", vec![text(has)])])
            }
            Telling::Perspective { person, stands } => {
                let (template, stands) = match stands {
                    Hearing::Unheard => ("{who} {is} {stands}.", say("nog niet gehoord", "not heard yet")),
                    Hearing::Invited => (
                        say(
                            "{who} {is} {stands}. Er was nog geen gesprek.",
                            "{who} {is} {stands}. There was no talk yet.",
                        ),
                        say("gevraagd om iets te vertellen", "asked to tell something"),
                    ),
                    Hearing::Heard => ("{who} {is} {stands}.", say("gehoord", "heard")),
                    Hearing::Confirmed => (
                        say(
                            "{who} {is} {stands}. Volgens {whom} klopt het verslag.",
                            "{who} {is} {stands}. According to {whom} the account is right.",
                        ),
                        say("gehoord", "heard"),
                    ),
                    Hearing::Contested => (
                        say(
                            "{who} {is} {stands}. Volgens {whom} klopt het verslag niet.",
                            "{who} {is} {stands}. According to {whom} the account is wrong.",
                        ),
                        say("gehoord", "heard"),
                    ),
                    Hearing::Declined => {
                        ("{who} {stands}.", say("wilde liever niets vertellen", "preferred to tell nothing"))
                    }
                    Hearing::NotHeard => ("{who} {is} {stands}.", say("niet gehoord", "not heard")),
                };
                self.fill(
                    template,
                    &[
                        ("who", one(person)),
                        ("whom", one(person)),
                        ("is", vec![text(self.is(person))]),
                        ("stands", vec![strong(stands)]),
                    ],
                )
            }
            Telling::Told { on, forum, hearer, seen, replaced, .. } => {
                let what = match forum {
                    Forum::Talk | Forum::Court if *seen => say("Gezien", "Seen"),
                    Forum::Talk => say("Gesprek", "Talk"),
                    Forum::Court => say("Zitting", "Court hearing"),
                };
                let mut said = format!("{what} {}", self.when(on));
                let mut spans = Vec::new();
                if let Some(hearer) = hearer {
                    said.push_str(if *seen { say(" door ", " by ") } else { say(", met ", ", with ") });
                    spans.push(text(said));
                    spans.push(self.person(hearer));
                    spans.push(text("."));
                } else {
                    said.push('.');
                    spans.push(text(said));
                }
                if *replaced {
                    spans
                        .push(text(say(" Later volgde een nieuw gesprek.", " Another talk followed later.")));
                }
                spans
            }
            Telling::Fact { sureness, found, finder, withdrawn, reopened, claim, .. } => {
                let why = line.below.iter().find(|it| is_finding(it)).and_then(RecordLine::quote);
                self.fact(*sureness, *found, finder.as_ref(), why, *withdrawn, *reopened, claim)
            }
            Telling::Source { .. } => self.source(line),
            Telling::Ground { label, question, open_norm, verdict, judged_by, cite } => {
                let mut spans = vec![strong(super::voice::capital(&self.label(label))), text(". ")];
                spans.push(text(format!("{} ", self.label(question))));
                match verdict {
                    Some(verdict) => {
                        spans.extend(self.fill(
                            say("Het oordeel van {who}: {verdict}.", "The judgement of {who}: {verdict}."),
                            &[
                                ("who", self.people(judged_by)),
                                ("verdict", vec![text(self.verdict(*verdict))]),
                            ],
                        ));
                    }
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
            Telling::JudgementOf { people } => self.fill(
                say(
                    "Dit besluit rust op het oordeel van {who}. Andere mensen kunnen er anders over denken.",
                    "This rests on the judgement of {who}. Others may judge differently.",
                ),
                &[("who", self.people(people))],
            ),
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
            Telling::Dialogue { state, participants, invited, declined, contradiction_by } => {
                let came_out = match *state {
                    "Converged" => say("Zij kwamen er samen uit.", "They came to a common judgement."),
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
            Telling::Candidate { label, comparison, answer, falls } => {
                let mut spans = Vec::new();
                if let Some(label) = label {
                    spans.push(text(format!("{}: ", super::voice::capital(&self.candidate(label)))));
                }
                spans.push(text(self.answer(*answer)));
                if let Some(comparison) = comparison.as_ref().filter(|_| !self.reader.is_family()) {
                    spans.push(text(format!(" ({})", self.of(comparison))));
                }
                if let Some(falls) = falls {
                    spans.push(text(format!(
                        ". {}: {}",
                        say("Dit antwoord houdt geen stand", "This answer does not stand"),
                        self.sentence(falls)
                    )));
                }
                spans.push(text("."));
                spans
            }
            Telling::Shortfall { owed_by, since, not_before } => {
                let mut said = say(
                    "Dit ligt niet aan het gezin: het was er niet",
                    "This is not the family's doing: it was not to be had",
                )
                .to_owned();
                if let Some(since) = since {
                    said.push_str(&format!(". {} {}", say("Gevraagd op", "Asked for on"), self.date(*since)));
                }
                if let Some(day) = not_before {
                    said.push_str(&format!(
                        ". {} {}",
                        say("Het kan vanaf", "It can be had from"),
                        self.date(*day)
                    ));
                }
                said.push('.');
                let mut spans = vec![text(said)];
                if owed_by.is_empty() {
                    spans.push(text(say(
                        " Wie hiervoor moet zorgen, staat niet in het dossier.",
                        " Who owes it is not on record.",
                    )));
                } else {
                    spans.push(text(" "));
                    spans.extend(self.fill(
                        say("{who} moet hiervoor zorgen.", "{who} has to see to it."),
                        &[("who", self.people(owed_by))],
                    ));
                }
                spans
            }
            Telling::Review { on } => {
                let lead = if !self.goes_ahead() {
                    say(
                        "In het voorstel staat wanneer mensen kijken of het werkt:",
                        "The proposal says when people look whether it works:",
                    )
                } else if *on < self.record.receipt.at {
                    say(
                        "Er is niet opgeschreven dat mensen keken of het werkt. Dat zou zijn op",
                        "It is not on record that people looked whether it works. That was to be on",
                    )
                } else {
                    say("We kijken of het werkt op", "People look whether it works on")
                };
                vec![text(format!("{lead} {}.", self.date(*on)))]
            }
            Telling::Reviewed { on, by, outcome } => {
                let outcome = match outcome {
                    ReviewOutcome::Better => say("beter dan verwacht", "better than expected"),
                    ReviewOutcome::AsExpected => say("zoals verwacht", "as expected"),
                    ReviewOutcome::Worse => say("slechter dan verwacht", "worse than expected"),
                    ReviewOutcome::Unclear => say("niet duidelijk", "not clear"),
                };
                self.fill(
                    say("{by} keek {on} hoe het gaat: {outcome}.", "{by} looked {on}: {outcome}."),
                    &[("by", one(by)), ("on", vec![text(self.when(on))]), ("outcome", vec![text(outcome)])],
                )
            }
            Telling::Dissents { by, on, verdict } => self.fill(
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
            Telling::Power { actor, used, cites, .. } => {
                let who = vec![text(self.actor(*actor))];
                let mut spans = if *used {
                    self.fill(
                        say("{who} mocht dit beslissen. ", "{who} was allowed to decide on this. "),
                        &[("who", who)],
                    )
                } else {
                    self.fill(say("{who} mag dit beslissen. ", "{who} may decide on this. "), &[("who", who)])
                };
                spans.push(text(self.law(cites)));
                // The law is dated here for a family too: it is about whether this one was allowed to, on that day.
                if self.reader.is_family()
                    && let Some(from) = cites.iter().map(|it| it.from).max()
                {
                    spans.push(text(format!(
                        " {} {}.",
                        say("Zo staat het in het wetspakket vanaf", "The law pack has it so from"),
                        self.date(from)
                    )));
                }
                spans
            }
            Telling::Form { form } => {
                let form = match form {
                    DecisionForm::Order => {
                        say("Dit is een uitspraak van een rechter (beschikking).", "This is a court's order.")
                    }
                    DecisionForm::Decision => {
                        say("Dit is een besluit van de overheid.", "This is an administrative decision.")
                    }
                    DecisionForm::InternalDecision => say(
                        "Dit is een intern besluit. Daarvoor is geen eigen weg naar de rechter.",
                        "This is an internal decision. It has no court route of its own.",
                    ),
                    DecisionForm::Advice => say("Dit is een advies.", "This is advice."),
                    DecisionForm::Agreement => {
                        say("Dit is een afspraak tussen mensen.", "This is an agreement between people.")
                    }
                    DecisionForm::FactualAct => say(
                        "Dit is iets wat mensen doen, zonder formeel besluit.",
                        "This is something that is simply done.",
                    ),
                };
                vec![text(form)]
            }
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
            Telling::Obliged { owner, due, met } => {
                let mut spans = self.fill(
                    say("{who} kreeg een opdracht", "{who} was given an order"),
                    &[("who", one(owner))],
                );
                if let Some(due) = due {
                    spans.push(text(format!(" {} {}", say("tot uiterlijk", "due by"), self.date(*due))));
                }
                spans.push(text(if *met {
                    say(". Dat is gedaan.", ". It is met.")
                } else {
                    say(
                        ". Het dossier zegt nog niet dat dit is gedaan.",
                        ". It is not on record that it is met.",
                    )
                }));
                spans
            }
            Telling::Watches { person } => {
                self.fill(say("{who} let nu op.", "{who} keeps watch now."), &[("who", one(person))])
            }
            Telling::Closed { on } => vec![text(format!(
                "{} {}. {}",
                say("Het dossier is gesloten", "The file was closed"),
                self.when(on),
                say(
                    "Daarna let niemand meer op vanuit dit dossier.",
                    "After that nobody keeps watch from this file."
                )
            ))],
            Telling::Said { topic, about, quote } => {
                let mut spans = self.fill(
                    lead(*topic, self.language),
                    &[
                        ("by", one(&quote.of)),
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
