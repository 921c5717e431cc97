//! Parts 1, 2 and 12 in words for adults: what is decided, for whom, who may.

use super::voice::{Spans, Voice, strong, text};
use crate::actor::DecisionForm;
use crate::law::Citation;
use crate::record::page::PageItem;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AuthorityWord, DecisionWord, Since};

impl Voice<'_> {
    /// Part 12: those who have the same power by the same articles stand together.
    pub(super) fn powers(&self, lines: &[RecordLine]) -> Vec<PageItem> {
        let mut items: Vec<PageItem> = Vec::new();
        let mut told: Vec<&[Citation]> = Vec::new();
        for line in lines {
            let Telling::Power { used: false, cites, .. } = &line.tells else {
                items.push(self.item(line));
                continue;
            };
            let with_it = |other: &&RecordLine| match &other.tells {
                Telling::Power { used: false, cites: theirs, .. } => theirs == cites,
                _ => false,
            };
            let together: Vec<&RecordLine> = lines.iter().filter(with_it).collect();
            if together.len() < 2 {
                items.push(self.item(line));
            } else if !told.contains(&cites.as_slice()) {
                told.push(cites);
                items.push(self.powers_together(&together, cites));
            }
        }
        items
    }

    fn powers_together(&self, lines: &[&RecordLine], cites: &[Citation]) -> PageItem {
        let actors = lines.iter().filter_map(|line| match &line.tells {
            Telling::Power { actor, .. } => Some(text(self.actor(*actor))),
            _ => None,
        });
        let mut spans = vec![text(self.say("Dit mogen beslissen: ", "These may decide on this: "))];
        spans.extend(self.one_of(actors.collect()));
        spans.push(text(". "));
        spans.extend(self.where_it_stands(cites));
        PageItem { text: spans, below: Vec::new() }
    }

    /// The law is dated here for a family too: it is about whether this one was allowed to, on that day.
    fn where_it_stands(&self, cites: &[Citation]) -> Spans {
        let mut spans = vec![text(self.law(cites))];
        if self.reader.is_family()
            && let Some(from) = cites.iter().map(|it| it.from).max()
        {
            spans.push(text(format!(
                " {} {}.",
                self.say("Zo staat het in het wetspakket vanaf", "The law pack has it so from"),
                self.date(from)
            )));
        }
        spans
    }

    pub(super) fn of_the_decision(&self, line: &RecordLine) -> Spans {
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
            Telling::Ends { label, placement, .. } => {
                let lead = if self.goes_ahead() {
                    say("Hiermee stopt:", "This ends:")
                } else {
                    say("Hiermee zou stoppen:", "This would end:")
                };
                vec![text(format!("{lead} {}.", self.named(label, placement.as_ref())))]
            }
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
                spans.extend(self.where_it_stands(cites));
                spans
            }
            Telling::Form { form } => {
                // Of what is not decided, only what it would take can be said.
                let is_open = self.record.decision().is_none();
                let form = match form {
                    DecisionForm::Order if is_open => say(
                        "Hiervoor is een uitspraak van een rechter nodig (beschikking).",
                        "This takes a court's order.",
                    ),
                    DecisionForm::Decision if is_open => say(
                        "Hiervoor is een besluit van de overheid nodig.",
                        "This takes an administrative decision.",
                    ),
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
            _ => Vec::new(),
        }
    }

    pub(super) fn of_whom(&self, line: &RecordLine) -> Spans {
        let one = |person| vec![self.person(person)];
        let say = |nl: &'static str, en: &'static str| self.say(nl, en);
        match &line.tells {
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
            _ => Vec::new(),
        }
    }
}
