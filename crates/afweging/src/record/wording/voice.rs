//! How a page speaks: what it calls people, days and measures, and how a sentence is put together.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::code::Language;
use crate::dossier::ErasureGround;
use crate::finding::Answerer;
use crate::id::PersonId;
use crate::pack::Labels;
use crate::person::Role;
use crate::record::DecisionRecord;
use crate::record::page::PageSpan;
use crate::record::quote::{Quote, Quoted, WithheldGround};
use crate::record::reader::Reader;
use crate::record::telling::Telling;
use crate::record::word::{DecisionWord, Part, Since};
use crate::sentence::Sentence;
use crate::time::When;

/// Running text.
pub(super) type Spans = Vec<PageSpan>;

pub(super) struct Voice<'a> {
    pub(super) record: &'a DecisionRecord,
    pub(super) reader: &'a Reader,
    pub(super) language: Language,
    called: BTreeMap<PersonId, String>,
}

/// Plain text.
pub(super) fn text(text: impl Into<String>) -> PageSpan {
    PageSpan::Text(text.into())
}

/// Text of weight.
pub(super) fn strong(text: impl Into<String>) -> PageSpan {
    PageSpan::Strong(text.into())
}

impl<'a> Voice<'a> {
    pub(super) fn new(record: &'a DecisionRecord, reader: &'a Reader, language: Language) -> Self {
        let mut voice = Voice { record, reader, language, called: BTreeMap::new() };
        let names: Vec<(PersonId, String)> =
            record.people.iter().map(|(id, person)| (id.clone(), voice.role(id, person.role))).collect();
        for (id, name) in &names {
            // Professionals work with pseudonyms. The family needs one only where a role alone would not do.
            let alone = names.iter().filter(|(_, other)| other == name).count() == 1;
            let is_said = name.ends_with(id.as_str());
            // A child knows people by what they do. Two of a kind are told apart elsewhere.
            let to_child = matches!(reader, Reader::Child(..));
            let called = if voice.reader.is_family() && alone || is_said || to_child || voice.is_reader(id) {
                name.clone()
            } else {
                format!("{name} ({id})")
            };
            voice.called.insert(id.clone(), called);
        }
        voice
    }

    /// One of two texts.
    pub(super) fn say<'t>(&self, nl: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// A sentence of the library for this reader: a family gets it in plain words.
    pub(super) fn of(&self, sentence: &Sentence) -> String {
        let family = self.reader.is_family();
        if family { sentence.plain(self.language) } else { sentence.in_language(self.language) }.to_owned()
    }

    /// A name out of the law pack for this reader.
    pub(super) fn label(&self, labels: &Labels) -> String {
        let family = self.reader.is_family();
        if family { labels.plain(self.language) } else { self.say(&labels.nl, &labels.en) }.to_owned()
    }

    /// Whether somebody is the one who reads.
    pub(super) fn is_reader(&self, person: &PersonId) -> bool {
        match self.reader {
            Reader::Parents(Some(recipient)) => recipient == person,
            Reader::Child(child, _) => child == person,
            Reader::Professional | Reader::Court | Reader::Parents(None) => false,
        }
    }

    fn role(&self, id: &PersonId, role: Role) -> String {
        let child = matches!(self.reader, Reader::Child(..));
        if self.is_reader(id) {
            return if child { self.say("jij", "you") } else { self.say("u", "you") }.to_owned();
        }
        let family = self.reader.is_family();
        let (nl, en) = match role {
            Role::Mother if child => ("je moeder", "your mother"),
            Role::Father if child => ("je vader", "your father"),
            Role::Parent if child => ("je ouder", "your parent"),
            Role::StepParent if child => ("je stiefouder", "your step-parent"),
            Role::Grandparent if child => ("je opa of oma", "your grandparent"),
            Role::FosterParent if child => ("je pleegouder", "your foster parent"),
            Role::Child if child => ("een ander kind", "another child"),
            Role::Network if child => ("iemand die jullie kent", "somebody who knows your family"),
            Role::Provider if child => ("iemand die jullie helpt", "somebody who helps your family"),
            Role::Doctor if child => ("de dokter", "the doctor"),
            Role::AssistantProsecutor | Role::Prosecutor if child => {
                ("iemand van de politie of justitie", "somebody of the police or the prosecutor's office")
            }
            Role::BehaviouralScientist if child => {
                ("iemand die veel weet van kinderen", "somebody who knows much about children")
            }
            Role::Gi if family => ("de jeugdbescherming", "the youth protection service"),
            Role::College if family => ("de gemeente", "the municipality"),
            Role::AssistantProsecutor if family => {
                ("de hulpofficier van justitie", "the assistant public prosecutor")
            }
            Role::Grandparent if family => ("opa of oma", "a grandparent"),
            Role::Child => ("het kind", "the child"),
            Role::AdultSubject => ("de volwassene", "the adult"),
            Role::Mother => ("de moeder", "the mother"),
            Role::Father => ("de vader", "the father"),
            Role::Parent => ("de ouder", "the parent"),
            Role::StepParent => ("de stiefouder", "the step-parent"),
            Role::Grandparent => ("de grootouder", "the grandparent"),
            Role::FosterParent => ("de pleegouder", "the foster parent"),
            Role::Guardian => ("de voogd", "the guardian"),
            Role::Network => ("iemand uit het netwerk", "someone of the family's circle"),
            Role::LocalTeam => ("het lokale team", "the local team"),
            Role::College => ("het college van B&W", "the municipal executive"),
            Role::VeiligThuis => ("Veilig Thuis", "Veilig Thuis"),
            Role::Raad => ("de Raad voor de Kinderbescherming", "the Child Protection Council"),
            Role::Gi => ("de gecertificeerde instelling", "the certified institution"),
            Role::ChildrensJudge => ("de kinderrechter", "the children's judge"),
            Role::DistrictCourt => ("de rechtbank", "the district court"),
            Role::AppealCourt => ("het gerechtshof", "the court of appeal"),
            Role::SupremeCourt => ("de Hoge Raad", "the supreme court"),
            Role::Prosecutor => ("de officier van justitie", "the public prosecutor"),
            Role::Mayor => ("de burgemeester", "the mayor"),
            Role::AssistantProsecutor => ("de hulpofficier van justitie", "the assistant public prosecutor"),
            Role::Police => ("de politie", "the police"),
            Role::Provider => ("de jeugdhulpaanbieder", "the youth-help provider"),
            Role::School => ("iemand van school", "someone of the school"),
            Role::Doctor => ("de arts", "the doctor"),
            Role::BehaviouralScientist => ("de gedragswetenschapper", "the behavioural scientist"),
            Role::SpecialRepresentative => ("de bijzondere curator", "the special representative"),
            Role::ConfidentialCounsellor => ("de vertrouwenspersoon", "the confidential counsellor"),
            Role::ClientSupporter => ("de cliëntondersteuner", "the client supporter"),
            Role::Lawyer => ("de advocaat", "the lawyer"),
            Role::Council => ("de gemeenteraad", "the municipal council"),
            Role::Nurse => ("de verpleegkundige", "the nurse"),
            Role::Inspectorate => ("de inspectie", "the inspectorate"),
            Role::CareAndSafetyHouse => ("het Zorg- en Veiligheidshuis", "the care and safety house"),
            Role::Other if family => ("iemand anders", "somebody else"),
            Role::ForeignAuthority => ("een instantie in het buitenland", "a body of another country"),
            // A role that this table does not know yet keeps the library's own word.
            #[allow(unreachable_patterns, reason = "new roles come in with the law")]
            other => return self.of(&other.label()),
        };
        self.say(nl, en).to_owned()
    }

    /// What somebody is to this reader, without a pseudonym.
    pub(super) fn role_of(&self, id: &PersonId) -> String {
        self.record.people.get(id).map_or_else(|| id.to_string(), |person| self.role(id, person.role))
    }

    /// Whether what the record is about goes on: by its last decision, or because people began without one.
    pub(super) fn goes_ahead(&self) -> bool {
        match self.record.decision() {
            Some(DecisionWord::Refused | DecisionWord::NotMaintained) => false,
            Some(
                DecisionWord::Granted
                | DecisionWord::PartlyGranted
                | DecisionWord::UrgentlyGranted
                | DecisionWord::Confirmed,
            ) => true,
            None => self.record.part(Part::Decision).is_some_and(|part| {
                let runs = |tells: &Telling| matches!(tells, Telling::Became { what: Since::InForce, .. });
                part.lines.iter().any(|line| runs(&line.tells))
            }),
        }
    }

    /// `is`, or `bent` where it is the reader.
    pub(super) fn is(&self, person: &PersonId) -> &'static str {
        match (self.language, self.is_reader(person)) {
            (Language::Nl, true) => "bent",
            (Language::Nl, false) => "is",
            (Language::En, true) => "are",
            (Language::En, false) => "is",
        }
    }

    /// What somebody is called here.
    pub(super) fn call(&self, person: &PersonId) -> String {
        // Who was put into the dossier by mistake has no role any more.
        let unknown = || {
            if self.reader.is_family() {
                self.say("iemand", "somebody").to_owned()
            } else {
                person.to_string()
            }
        };
        self.called.get(person).cloned().unwrap_or_else(unknown)
    }

    pub(super) fn person(&self, person: &PersonId) -> PageSpan {
        PageSpan::Person { person: person.clone(), called: self.call(person) }
    }

    pub(super) fn answerer(&self, who: &Answerer) -> PageSpan {
        match who {
            Answerer::Person(person) => self.person(person),
            Answerer::Actor(actor) => text(self.actor(*actor)),
            Answerer::ThoseWhoWeigh => {
                text(self.say("wie dit samen afwegen", "those who weigh this together"))
            }
        }
    }

    /// An actor of the authority map, in words for this reader.
    pub(super) fn actor(&self, actor: Actor) -> String {
        self.of(&actor.label())
    }

    /// `a, b en c`.
    pub(super) fn list(&self, items: Vec<PageSpan>) -> Spans {
        self.joined(items, self.say(" en ", " and "))
    }

    /// `a, b of c`.
    pub(super) fn one_of(&self, items: Vec<PageSpan>) -> Spans {
        self.joined(items, self.say(" of ", " or "))
    }

    fn joined(&self, items: Vec<PageSpan>, before_last: &str) -> Spans {
        let last = items.len().saturating_sub(1);
        let mut spans = Vec::new();
        for (place, item) in items.into_iter().enumerate() {
            if place > 0 {
                spans.push(text(if place == last { before_last } else { ", " }));
            }
            spans.push(item);
        }
        spans
    }

    pub(super) fn people(&self, people: &[PersonId]) -> Spans {
        self.list(people.iter().map(|person| self.person(person)).collect())
    }

    /// A day, written out: `9 september 2024`.
    pub(super) fn date(&self, day: NaiveDate) -> String {
        self.language.date(day)
    }

    /// When it was, as exactly as somebody said and no more: `op 9 september 2024`, `tussen 1 maart en 5 maart`, `in 2018`.
    pub(super) fn when(&self, when: &When) -> String {
        let on = |day| format!("{} {}", self.say("op", "on"), self.date(day));
        match when {
            When::Day(day) => on(*day),
            When::Instant(instant) => on(instant.date_naive()),
            When::Interval { from, until } if from == until => on(*from),
            When::Interval { from, until } => format!(
                "{} {} {} {}",
                self.say("tussen", "between"),
                self.date(*from),
                self.say("en", "and"),
                self.date(*until)
            ),
            When::Year(year) => format!("in {year}"),
        }
    }

    /// Sentences with holes, such as `{who} besloot dit op {on}.` A hole at the start of one gets a capital.
    pub(super) fn fill(&self, template: &str, holes: &[(&str, Spans)]) -> Spans {
        let mut spans = Vec::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            if !before.is_empty() {
                spans.push(text(before));
            }
            let Some((hole, after)) = after.split_once('}') else { break };
            let mut filled =
                holes.iter().find(|(name, _)| *name == hole).map(|(_, it)| it.clone()).unwrap_or_default();
            let begins = match spans.last() {
                None => true,
                Some(PageSpan::Text(before)) => before.ends_with(". ") || before.ends_with("? "),
                Some(_) => false,
            };
            if begins && let Some(first) = filled.first_mut() {
                capitalise(first);
            }
            spans.append(&mut filled);
            rest = after;
        }
        if !rest.is_empty() {
            spans.push(text(rest));
        }
        spans
    }

    /// Somebody's words, or what is said in their place.
    pub(super) fn quote(&self, quote: &Quote) -> PageSpan {
        self.quoted(quote.entry, &quote.said)
    }

    pub(super) fn quoted(&self, entry: u64, said: &Quoted) -> PageSpan {
        match said {
            Quoted::Words(words) => PageSpan::Quote { entry, words: words.clone() },
            Quoted::Erased(ground) => {
                PageSpan::Erased { entry, ground: *ground, text: self.erased(*ground).to_owned() }
            }
            Quoted::Withheld(ground) => PageSpan::Withheld { text: self.withheld(*ground).to_owned() },
        }
    }

    fn erased(&self, ground: ErasureGround) -> &'static str {
        match (ground, self.language) {
            (ErasureGround::OnRequest, Language::Nl) => {
                "deze tekst is gewist, op verzoek van wie het betreft"
            }
            (ErasureGround::OnRequest, Language::En) => {
                "this text was erased, at the request of the person concerned"
            }
            (ErasureGround::RetentionPassed, Language::Nl) => {
                "deze tekst is gewist, want de bewaartijd is voorbij"
            }
            (ErasureGround::RetentionPassed, Language::En) => {
                "this text was erased, as the time for keeping it has passed"
            }
            (ErasureGround::Ordered, Language::Nl) => {
                "deze tekst is gewist, op bevel van een rechter of toezichthouder"
            }
            (ErasureGround::Ordered, Language::En) => {
                "this text was erased, by order of a court or a supervisor"
            }
        }
    }

    fn withheld(&self, ground: WithheldGround) -> &'static str {
        match (ground, self.language) {
            // One text for both: another one would say that somebody told something.
            (WithheldGround::PrivacyOfAnother | WithheldGround::ShelterOfASource, Language::Nl) => {
                "deze tekst staat hier niet: privacy van een ander"
            }
            (WithheldGround::PrivacyOfAnother | WithheldGround::ShelterOfASource, Language::En) => {
                "this text is left out here: privacy of another"
            }
            (WithheldGround::LetterToAChild, Language::Nl) => "deze tekst staat niet in je brief",
            (WithheldGround::LetterToAChild, Language::En) => "this text is not in your letter",
        }
    }

    /// A candidate by name. The family has no use for the number of a measure.
    pub(super) fn candidate(&self, label: &Sentence) -> String {
        let mut name = self.of(label);
        if self.reader.is_family() {
            while let Some(place) = name.find(" (M") {
                let Some(end) = name.get(place..).and_then(|rest| rest.find(')')) else { break };
                let after = place.saturating_add(end).saturating_add(1);
                let rest = name.get(after..).unwrap_or_default().to_owned();
                name.truncate(place);
                name.push_str(&rest);
            }
        }
        name
    }

    /// The measure by name, with its placement.
    pub(super) fn measure(&self) -> String {
        let record = self.record;
        // Who works with the file knows a measure outside the pack by its id.
        if record.measure_labels.nl.is_empty() && !self.reader.is_family() {
            return self.with_placement(record.measure.to_string(), record.placement.as_ref());
        }
        self.named(&record.measure_labels, record.placement.as_ref())
    }

    /// A measure by what the law pack calls it, with its placement.
    pub(super) fn named(&self, labels: &Labels, placement: Option<&Labels>) -> String {
        let name = self.label(labels);
        let unnamed = || {
            self.say("een stap die het wetspakket niet kent", "a step that the law pack does not know")
                .to_owned()
        };
        self.with_placement(if name.is_empty() { unnamed() } else { name }, placement)
    }

    fn with_placement(&self, name: String, placement: Option<&Labels>) -> String {
        match placement {
            Some(placement) => format!("{name} ({})", self.label(placement)),
            None => name,
        }
    }

    /// The beginning of a cell or a sentence gets a capital.
    pub(super) fn begin(&self, spans: &mut Spans) {
        if let Some(first) = spans.first_mut() {
            capitalise(first);
        }
    }
}

fn capitalise(span: &mut PageSpan) {
    match span {
        PageSpan::Text(it) | PageSpan::Strong(it) | PageSpan::Person { called: it, .. } => *it = capital(it),
        _ => {}
    }
}

/// The first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
