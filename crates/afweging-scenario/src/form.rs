//! The form of a scenario: one table of everything that a line can say. The reader, the JSON Schema and the page on scenarios
//! are made out of it.

use crate::words::{self, Words};

/// One kind of line: what it is called, what it becomes in the log, and what can be said with it.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) kind: Kind,
    /// The Dutch word that begins it.
    pub(crate) word: &'static str,
    /// The kind of event that it becomes; the first of them, where it becomes more.
    pub(crate) event: &'static str,
    /// Which field says who did it; empty where nobody has to be named.
    pub(crate) by: &'static str,
    /// What can be said. The first is what may stand right behind the word.
    pub(crate) fields: &'static [Field],
    /// What it does, in one line of Dutch.
    pub(crate) about: &'static str,
}

/// Lines that become more, or something else, than the one event of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// The one event, field for field.
    Event,
    People,
    Statement,
    Evidence,
    Finding,
    Consent,
    Step,
    Alternative,
    NotHeard,
    Agreed,
    Disagreed,
    Raw,
    Read,
    Tampered,
}

/// One thing that can be said on a line.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) word: &'static str,
    /// Where it goes in the event, with `.` between the parts and `[]` for the only one of a list; empty for what is not
    /// copied.
    pub(crate) to: &'static str,
    pub(crate) takes: Takes,
    pub(crate) must: bool,
}

/// What a field takes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Takes {
    Text,
    Texts,
    Person,
    /// Each of them: the line is told once for each.
    Each,
    People,
    Statement,
    Statements,
    Evidence,
    Evidences,
    /// The only step that there is, unless it is named.
    Step,
    /// A step that has to be named.
    OtherStep,
    Entry,
    Obligation,
    Day,
    YesNo,
    Count,
    Word(Words),
    WordList(Words),
    Measure,
    Placement,
    Ground,
    Condition,
    /// A ground or a condition.
    Weighed,
    Document,
    Moment,
    /// People, each with a text.
    TextPerPerson(&'static str),
    /// Words, each with a text.
    TextPerWord(Words),
    /// Pieces of evidence, each with the answer to it.
    TextPerEvidence,
    /// Anything: the line reads it itself.
    Anything,
}

const fn must(word: &'static str, to: &'static str, takes: Takes) -> Field {
    Field { word, to, takes, must: true }
}

const fn may(word: &'static str, to: &'static str, takes: Takes) -> Field {
    Field { word, to, takes, must: false }
}

const STEP: Field = may("stap", "step", Takes::Step);
const BY: Field = may("door", "", Takes::Person);
const WHY: Field = must("omdat", "why", Takes::Text);
const MAY_WHY: Field = may("omdat", "why", Takes::Text);
const REASON: Field = must("omdat", "reason", Takes::Text);
const MAY_REASON: Field = may("omdat", "reason", Takes::Text);

/// What can be said on every line: the day on which it was so, a name for it, and by which door it came in.
pub(crate) const EVERYWHERE: &[Field] =
    &[may("op", "", Takes::Day), may("naam", "", Takes::Text), may("deur", "", Takes::Word(words::DOOR))];

macro_rules! lines {
    ($($kind:ident $word:literal => $event:literal by $by:literal [$($field:expr),* $(,)?] $about:literal;)+) => {
        /// Every kind of line.
        pub(crate) const LINES: &[Line] = &[$(Line {
            kind: Kind::$kind, word: $word, event: $event, by: $by, fields: &[$($field),*], about: $about,
        }),+];
    };
}

lines! {
    // Who there is.
    People "mensen" => "person_added" by "" [may("mensen", "", Takes::Anything)]
        "Wie er is: naam, rol, leeftijd, gezag, en wat iemand van het kind is.";
    Event "apart gezet" => "set_aside" by "door" [must("apart gezet", "person", Takes::Person), BY, REASON]
        "Iemand is genoemd en doet er niet toe, met de reden.";

    // Perspectives.
    Event "uitgenodigd" => "invited" by "door" [must("uitgenodigd", "person", Takes::Each), must("bij", "forum", Takes::Word(words::FORUM)), BY]
        "Iemand is gevraagd het eigen verhaal te vertellen.";
    Event "gehoord" => "heard" by "gehoord" [must("gehoord", "person", Takes::Each), must("bij", "forum", Takes::Word(words::FORUM)),
        may("verhaal", "account", Takes::Text), may("hoe", "mode", Takes::Word(words::MODE)), may("door", "hearer", Takes::Person), may("afstand", "distance", Takes::Word(words::DISTANCE))]
        "Iemand heeft het eigen verhaal verteld; `door` zegt wie luisterde.";
    NotHeard "niet gehoord" => "not_heard" by "door" [must("niet gehoord", "person", Takes::Each), must("grond", "", Takes::Word(words::NOT_HEARD)),
        may("pogingen", "ground.unreachable.attempts", Takes::Count), may("alsnog", "ground.urgent.look_back", Takes::Day), BY, REASON]
        "Waarom iemand niet is gehoord. Bij `onbereikbaar` hoort `pogingen`, bij `spoed` hoort `alsnog`.";
    Event "wil niet gehoord worden" => "hearing_declined" by "wil niet gehoord worden" [must("wil niet gehoord worden", "person", Takes::Each), MAY_REASON]
        "Iemand wil het eigen verhaal niet vertellen.";
    Event "verhaal klopt" => "account_confirmed" by "verhaal klopt" [must("verhaal klopt", "person", Takes::Each)]
        "Iemand bevestigt dat het verhaal goed is opgeschreven.";
    Event "verhaal klopt niet" => "account_contested" by "verhaal klopt niet" [must("verhaal klopt niet", "person", Takes::Person), must("verbetering", "correction", Takes::Text)]
        "Iemand zegt dat het verhaal verkeerd is opgeschreven.";
    Event "doorwerking" => "effect_noted" by "door" [must("doorwerking", "person", Takes::Person), may("veranderde", "effect.changed.what", Takes::Text), may("niets omdat", "effect.nothing.why", Takes::Text), BY]
        "Wat een verhaal heeft veranderd (`veranderde`), of waarom niets (`niets omdat`).";
    Event "nieuwe ronde" => "cycle_opened" by "door" [must("nieuwe ronde", "reason", Takes::Text), BY]
        "Er begint een nieuwe cyclus: ieder wordt opnieuw gehoord.";
    Event "verhaal geldt nog" => "account_still_stands" by "door" [must("verhaal geldt nog", "person", Takes::Each), must("akkoord", "agreed", Takes::YesNo), BY]
        "Een eerder verhaal geldt nog in een nieuwe cyclus.";

    // Facts.
    Statement "bewering" => "claimed" by "van" [must("bewering", "text", Takes::Text), may("van", "", Takes::Person), may("over", "about", Takes::People),
        may("zelf gezien", "", Takes::YesNo), may("gehoord van", "", Takes::Person), may("stuk", "", Takes::Text), may("deskundig rapport", "", Takes::Text),
        may("soort", "nature", Takes::Word(words::NATURE)), may("oorzaak", "cause", Takes::Word(words::CAUSE))]
        "Iemand zegt dat iets zo is, met de bron. Zonder bron blijft de herkomst onbekend.";
    Evidence "bewijs" => "evidence_added" by "van" [must("bewijs", "", Takes::Statement), must("van", "borne_by", Takes::Person), must("voor of tegen", "polarity", Takes::Word(words::POLARITY)),
        may("zelf gezien", "", Takes::YesNo), may("gehoord van", "", Takes::Person), may("via", "", Takes::Evidence), may("stuk", "", Takes::Text), may("deskundig rapport", "", Takes::Text)]
        "Nog een bron, voor of tegen een bewering. Met `via` zegt u uit welk ander bewijs hij komt.";
    Finding "bevinding" => "found" by "door" [must("bevinding", "statement", Takes::Statement), must("is", "found", Takes::Word(words::FOUND)), must("door", "", Takes::Person), WHY,
        may("antwoord op", "answers", Takes::TextPerEvidence)]
        "Mensen vinden dat een bewering vaststaat, of niet.";
    Event "ingetrokken" => "withdrawn" by "door" [must("ingetrokken", "taken_back.statement", Takes::Statement), BY, REASON]
        "Een bewering wordt ingetrokken.";
    Event "bewijs ingetrokken" => "withdrawn" by "door" [must("bewijs ingetrokken", "taken_back.evidence", Takes::Evidence), BY, REASON]
        "Eén bron wordt ingetrokken; de bewering blijft staan.";

    // Weighing.
    Event "grond" => "view_given" by "door" [must("grond", "on", Takes::Ground), STEP, must("oordeel", "verdict", Takes::Word(words::VERDICT)), must("door", "", Takes::Each), WHY,
        may("voor", "for", Takes::Statements), may("tegen", "against", Takes::Statements), may("norm", "norm", Takes::Text), may("krachten", "strengths", Takes::Texts), may("zorgen", "concerns", Takes::Texts),
        may("voor het overleg", "before_seeing_others", Takes::YesNo), may("grens om te handelen", "threshold_for_action", Takes::Text)]
        "Hoe ieder zelf een grond uit de wet weegt.";
    Event "voorwaarde" => "view_given" by "door" [must("voorwaarde", "on", Takes::Condition), STEP, must("oordeel", "verdict", Takes::Word(words::VERDICT)), must("door", "", Takes::Each), WHY,
        may("voor", "for", Takes::Statements), may("tegen", "against", Takes::Statements)]
        "Hoe ieder zelf een andere voorwaarde weegt, zoals `geschikt` of `evenredig`.";
    Event "gesprek" => "dialogue_opened" by "door" [must("gesprek", "participants", Takes::People), STEP, may("tegenspraak door", "contradiction_by", Takes::Person), may("uitgenodigd", "invited", Takes::People),
        may("wilde niet", "declined", Takes::TextPerPerson("reason")), BY]
        "Het gesprek begint, met wie erbij is en wie tegenspraak biedt.";
    Agreed "eens" => "converged" by "door" [must("eens", "verdicts[].on", Takes::Weighed), STEP, must("oordeel", "verdicts[].verdict", Takes::Word(words::VERDICT)), WHY, BY]
        "In het gesprek worden mensen het eens over een grond of voorwaarde.";
    Disagreed "oneens" => "diverged" by "door" [must("oneens", "positions", Takes::Anything), STEP, BY]
        "Mensen worden het niet eens: een lijst van `wie`, `over`, `oordeel` en `omdat`.";
    Event "weer in gesprek" => "dialogue_reopened" by "door" [must("weer in gesprek", "why", Takes::Text), STEP, may("met", "participants", Takes::People), may("tegenspraak door", "contradiction_by", Takes::Person), BY]
        "Het gesprek wordt hervat.";
    Event "valt terug" => "fell_back" by "valt terug" [must("valt terug", "powers[].person", Takes::Person), STEP, must("bevoegdheid", "powers[].act", Takes::Word(words::ACT)), must("maatregel", "powers[].measure", Takes::Measure),
        must("artikel", "powers[].article", Takes::Text), may("gevaar", "urgency.danger", Takes::Text), may("terugkijken op", "urgency.look_back", Takes::Day)]
        "Iemand valt terug op de eigen bevoegdheid; bij spoed horen `gevaar` en `terugkijken op`.";

    // Consent.
    Consent "toestemming" => "consent_given" by "van" [must("toestemming", "", Takes::Word(words::CONSENT)), must("van", "person", Takes::Each), may("voor", "", Takes::Step),
        may("informatie", "", Takes::Text), may("omdat", "", Takes::Text)]
        "Toestemming gevraagd, gegeven, geweigerd of ingetrokken. Gegeven of geweigerd zegt ook dat zij is gevraagd.";

    // The next step.
    Step "stap" => "step_proposed" by "door" [must("stap", "measure", Takes::Measure), must("door", "proposed_by", Takes::Person), may("voor", "about", Takes::Person), may("plaats", "placement", Takes::Placement),
        may("van", "from", Takes::Day), may("tot", "until", Takes::Day), may("verlengt", "extends", Takes::OtherStep), may("beëindigt", "ends", Takes::OtherStep)]
        "Een stap wordt voorgesteld. Zonder `voor` gaat hij over het enige kind.";
    Event "plan" => "step_detailed" by "door" [may("stap", "step", Takes::Step), BY,
        may("wat er gebeurde", "details.what_happened", Takes::Text), may("nu nodig", "details.needed_now", Takes::Text), may("oorzaken", "details.causes", Takes::Text),
        may("in stand door", "details.maintaining", Takes::Text), may("soort oorzaken", "details.maintained_by", Takes::WordList(words::CAUSE)), may("pakt aan", "details.addresses", Takes::WordList(words::CAUSE)),
        may("veiligheid dag en nacht", "details.safety_around_the_clock", Takes::Text), may("doel", "details.goal", Takes::Text), may("belang van het kind", "details.best_interests", Takes::Text),
        may("als we dit doen", "details.if_taken", Takes::Text), may("als we dit niet doen", "details.if_not_taken", Takes::Text),
        may("fout als we dit ten onrechte doen", "details.error_if_wrongly_taken", Takes::Text), may("fout als we dit ten onrechte niet doen", "details.error_if_wrongly_not_taken", Takes::Text),
        may("verandert ons oordeel", "details.would_change_our_mind", Takes::Text), may("plan b", "details.plan_b", Takes::Text), may("herstel", "details.repair", Takes::Text), may("stopt als", "details.stop_when", Takes::Text),
        may("evaluatie op", "details.review_on", Takes::Day), may("ernst", "details.severity", Takes::Text), may("vraagt van", "details.burdens", Takes::TextPerPerson("burden")),
        may("terug naar huis", "details.return_plan.goal", Takes::Text), may("terug met", "details.return_plan.who", Takes::People), may("terug bekeken op", "details.return_plan.review_on", Takes::Day),
        may("niet van toepassing", "details.not_applicable", Takes::TextPerWord(words::POINT)), may("verteld aan", "details.informed", Takes::People), may("rechter kijkt op", "details.next_court_test", Takes::Day),
        may("aanleiding buiten de zaak", "details.occasion_outside_case", Takes::Text)]
        "Wat er verder van een stap gezegd is: doel, verwachting, plan B, evaluatie, wat hij van ieder vraagt.";
    Alternative "alternatief" => "candidates_answered" by "door" [must("alternatief", "", Takes::Texts), STEP, may("plaats", "", Takes::Placement), may("kader", "", Takes::Word(words::FRAME)), may("belast", "", Takes::People),
        may("oordeel", "", Takes::Word(words::ANSWER)), MAY_WHY, BY, may("steunt op", "answer.expected_insufficient.relies_on", Takes::Statements), may("als", "answer.tried_insufficient.tried", Takes::OtherStep),
        may("geweigerd door", "answer.refused.person", Takes::Person), may("gevraagd op", "answer.not_available.asked_on", Takes::Day), may("niet voor", "answer.not_available.not_before", Takes::Day),
        may("moet bieden", "answer.not_available.owed_by", Takes::Person), may("intussen", "answer.not_available.meanwhile", Takes::Text)]
        "Iets lichters: een maatregel, iets in eigen woorden, `niets doen`, `stoppen met …` of `alle lichtere`; met het antwoord erop.";
    Event "spoed" => "urgency_declared" by "door" [must("spoed", "danger", Takes::Text), STEP, must("kan niet wachten omdat", "why_it_cannot_wait", Takes::Text), must("terugkijken op", "look_back", Takes::Day),
        may("steunt op", "relies_on", Takes::Statements), BY]
        "Acuut en ernstig gevaar, waarom het niet kan wachten, en wanneer men terugkijkt.";
    Event "verzoek" => "request_filed" by "verzoek" [must("verzoek", "requester", Takes::Person), STEP, may("vorm", "form", Takes::Word(words::REQUEST_FORM)), may("noemt", "mentions.statements", Takes::Statements),
        may("noemt bewijs", "mentions.evidence", Takes::Evidences), may("besproken met kind", "discussed_with_child", Takes::YesNo)]
        "Iemand verzoekt de stap.";
    Event "verzoek ingetrokken" => "request_withdrawn" by "verzoek ingetrokken" [must("verzoek ingetrokken", "", Takes::Person), STEP, MAY_WHY]
        "Wie verzocht, trekt het verzoek in.";
    Event "aangehouden" => "request_held_over" by "aangehouden" [must("aangehouden", "", Takes::Person), STEP, must("tot", "until", Takes::Day), WHY]
        "Wie beslist, houdt het verzoek aan.";
    Event "beslissing" => "decided" by "beslissing" [must("beslissing", "decider", Takes::Person), STEP, may("uitkomst", "outcome", Takes::Word(words::OUTCOME)),
        may("deels toegewezen", "outcome.partly_granted.granted", Takes::Text), may("deels afgewezen", "outcome.partly_granted.refused", Takes::Text), may("deels aangehouden", "outcome.partly_granted.held_over", Takes::Text),
        may("tot", "until", Takes::Day), may("uit eigen beweging", "ex_officio", Takes::Text), MAY_WHY]
        "Iemand beslist. `uitkomst`, of `deels toegewezen` met wat wel.";
    Event "spoedbeslissing" => "decided_urgently" by "spoedbeslissing" [must("spoedbeslissing", "decider", Takes::Person), STEP, must("gevaar", "danger", Takes::Text), must("kan niet wachten omdat", "why_it_cannot_wait", Takes::Text),
        must("zonder horen", "ex_parte", Takes::YesNo), may("tot", "until", Takes::Day), may("aangehouden", "held_over", Takes::Text)]
        "Iemand beslist met spoed, met of zonder eerst te horen.";
    Event "na spoed gehoord" => "heard_afterwards" by "door" [must("na spoed gehoord", "maintained", Takes::YesNo), STEP, BY, may("tot", "until", Takes::Day), MAY_WHY]
        "Na een spoedbeslissing is gehoord; `ja` als zij blijft, `nee` als zij niet blijft.";
    Event "begonnen" => "started" by "door" [may("begonnen", "step", Takes::Step), BY]
        "De uitvoering van een stap begint.";
    Event "evaluatie" => "reviewed" by "door" [must("evaluatie", "outcome", Takes::Word(words::REVIEW)), STEP, must("door", "", Takes::Person), WHY, may("wat er gebeurde", "happened", Takes::Text), may("voldoende", "sufficient", Takes::YesNo),
        may("aanpassing", "adapt", Takes::Text), may("volgende evaluatie", "next_review", Takes::Day), may("plan b gevolgd", "plan_b_taken.taken_up.how", Takes::Text), may("plan b niet gevolgd", "plan_b_taken.not_taken_up.why", Takes::Text),
        may("oordeel veranderd", "mind_change", Takes::Text), may("les", "lesson", Takes::Text)]
        "Er is gekeken of een lopende stap werkt.";
    Event "zou oordeel veranderen" => "mind_change_linked" by "door" [must("zou oordeel veranderen", "entry", Takes::Entry), STEP, WHY, BY]
        "Een latere regel is zo een waarvan men zei dat hij het oordeel zou veranderen.";
    Event "woont nu" => "placement_changed" by "door" [must("woont nu", "placement", Takes::Placement), STEP, MAY_WHY, BY]
        "Het kind gaat ergens anders wonen terwijl een stap loopt.";
    Event "beëindigd" => "ended" by "door" [may("beëindigd", "step", Takes::Step), WHY, BY]
        "De uitvoering van een stap eindigt.";
    Event "hoger beroep" => "appeal_lodged" by "hoger beroep" [must("hoger beroep", "appellant", Takes::Person), STEP]
        "Iemand gaat in hoger beroep.";
    Event "uitspraak in beroep" => "appeal_ruled" by "uitspraak in beroep" [must("uitspraak in beroep", "decider", Takes::Person), STEP, must("uitkomst", "ruling", Takes::Word(words::RULING)), MAY_WHY]
        "Er is op het hoger beroep beslist.";
    Event "gepasseerd" => "defect_passed_over" by "door" [must("gepasseerd", "condition", Takes::Condition), STEP, must("door", "", Takes::Person), WHY, may("artikel", "article", Takes::Text)]
        "Wie dat mag, gaat aan een gebrek voorbij.";
    Event "stuk" => "document_noted" by "door" [must("stuk", "document", Takes::Document), STEP, must("aanwezig", "present", Takes::YesNo), BY]
        "Een stuk of moment dat de wet voorschrijft is er, of is er niet.";
    Event "verplichting" => "obligation_ordered" by "door" [must("verplichting", "what", Takes::Text), STEP, must("voor", "owner", Takes::Person), may("uiterlijk", "due", Takes::Day), BY]
        "Een uitspraak legt iemand een verplichting op.";
    Event "verplichting nagekomen" => "obligation_met" by "door" [must("verplichting nagekomen", "obligation", Takes::Obligation), must("hoe", "how", Takes::Text), BY]
        "Een verplichting is nagekomen.";
    Event "moment" => "moment_noted" by "door" [must("moment", "moment", Takes::Moment), may("stap", "step", Takes::OtherStep), may("aan", "to", Takes::Person), BY]
        "Een dag waarop een termijn begint, of waarmee hij is gehaald.";

    // Who watches.
    Event "melding" => "report_received" by "bij" [must("melding", "text", Takes::Text), must("bij", "receiver", Takes::Person)]
        "Er komt een melding binnen.";
    Event "let op" => "watch_taken" by "let op" [must("let op", "watcher", Takes::Person)]
        "Iemand gaat op de veiligheid letten.";
    Event "let niet meer op" => "watch_left" by "let niet meer op" [must("let niet meer op", "watcher", Takes::Person), MAY_WHY]
        "Iemand let niet meer op.";
    Event "overdracht" => "handed_over" by "van" [must("overdracht", "to", Takes::Person), must("van", "from", Takes::Person), may("vraag", "question", Takes::Text), may("let intussen op", "watcher_meanwhile", Takes::Person),
        may("voegt toe", "adds", Takes::Word(words::ADDS))]
        "Het gezin wordt overgedragen aan een ander.";
    Event "neemt over" => "hand_over_accepted" by "neemt over" [must("neemt over", "receiver", Takes::Person)]
        "Wie het gezin krijgt overgedragen, neemt het aan.";
    Event "afgesloten" => "closed" by "door" [must("afgesloten", "why", Takes::Text), BY]
        "Het dossier wordt gesloten.";

    // The log itself.
    Event "rechtgezet" => "corrected" by "door" [must("rechtgezet", "entry", Takes::Entry), BY, REASON]
        "Een eerdere regel was een vergissing; hij blijft zichtbaar en telt niet meer.";
    Event "betwist" => "contested" by "door" [must("betwist", "entry", Takes::Entry), must("door", "person", Takes::Person), must("bezwaar", "objection", Takes::Text)]
        "Iemand is het niet eens met een eerdere regel.";
    Event "verteld" => "told" by "door" [must("verteld", "entry", Takes::Entry), must("aan", "person", Takes::Each), may("hoe", "how", Takes::Text), BY]
        "Iemand hoort van een eerdere regel.";
    Event "gewist" => "redacted" by "door" [must("gewist", "entry", Takes::Entry), must("grond", "ground", Takes::Word(words::ERASURE)), BY]
        "De tekst van een eerdere regel wordt gewist.";

    // What the short lines cannot say.
    Raw "gebeurtenis" => "" by "door" [must("gebeurtenis", "", Takes::Anything), BY]
        "Een regel van het logboek in zijn eigen vorm, zoals `docs/schema/entry.schema.json` hem beschrijft.";
    Read "ingelezen" => "" by "" [must("ingelezen", "", Takes::Anything)]
        "Een heel dossier wordt ingelezen in plaats van wat verteld is; als tekst of als YAML.";
    Tampered "achteraf veranderd" => "" by "" [must("achteraf veranderd", "", Takes::Text), must("in", "", Takes::Text)]
        "Buiten het logboek om is een tekst veranderd: zo laat een scenario zien dat dat opvalt.";
}

impl Line {
    /// The kind of line that begins with a word.
    pub(crate) fn named(word: &str) -> Option<&'static Line> {
        LINES.iter().find(|line| words::is_same(line.word, word))
    }

    /// What can be said on it, and on every line.
    pub(crate) fn all_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().chain(EVERYWHERE)
    }

    /// What may stand right behind the word.
    pub(crate) fn first(&self) -> Option<&'static Field> {
        self.fields.first()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// What a part of a path leads to: into lists, into every form that a value can have.
    fn lead<'s>(root: &'s Value, at: &'s Value, part: &str) -> Vec<&'s Value> {
        if let Some(name) = at.get("$ref").and_then(Value::as_str) {
            let name = name.rsplit('/').next().unwrap_or_default();
            return root["$defs"].get(name).map(|at| lead(root, at, part)).unwrap_or_default();
        }
        let mut found: Vec<&Value> = at.get("properties").and_then(|all| all.get(part)).into_iter().collect();
        for forms in ["oneOf", "anyOf"] {
            for form in at.get(forms).and_then(Value::as_array).into_iter().flatten() {
                found.extend(lead(root, form, part));
            }
        }
        if let Some(items) = at.get("items") {
            found.extend(lead(root, items, part));
        }
        found
    }

    fn reaches(root: &Value, from: &Value, to: &str) -> bool {
        let mut at = vec![from];
        for part in to.split('.') {
            let part = part.trim_end_matches("[]");
            at = at.into_iter().flat_map(|at| lead(root, at, part)).collect();
        }
        !at.is_empty()
    }

    /// A field that leads nowhere would be said and never recorded.
    #[test]
    fn every_field_leads_to_one_of_the_event() {
        let root = afweging::dossier_schema();
        let events = &root["$defs"]["Event"];
        for line in LINES.iter().filter(|line| !line.event.is_empty()) {
            let [event] = lead(&root, events, line.event)[..] else { panic!("`{}`", line.event) };
            for field in line.fields.iter().filter(|field| !field.to.is_empty()) {
                assert!(reaches(&root, event, field.to), "`{}` of `{}`: {}", field.word, line.word, field.to);
            }
        }
    }

    #[test]
    fn no_word_begins_two_lines_and_none_stands_twice_on_one() {
        for (place, line) in LINES.iter().enumerate() {
            assert!(
                !LINES
                    .iter()
                    .skip(place.saturating_add(1))
                    .any(|other| words::is_same(other.word, line.word)),
                "{}",
                line.word
            );
            let fields: Vec<&Field> = line.all_fields().collect();
            for (place, field) in fields.iter().enumerate() {
                let twice = fields
                    .iter()
                    .skip(place.saturating_add(1))
                    .any(|other| words::is_same(other.word, field.word));
                assert!(!twice, "`{}` of `{}`", field.word, line.word);
            }
            if !line.by.is_empty() {
                assert!(fields.iter().any(|field| field.word == line.by), "who does `{}`", line.word);
            }
        }
    }

    /// A line that no scenario tells is one that nobody ever tried.
    #[test]
    fn every_line_is_told_by_a_scenario() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
        let mut all = String::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            all.push_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
        let untold: Vec<&str> = LINES
            .iter()
            .map(|line| line.word)
            .filter(|word| !all.contains(&format!("\n  - {word}:")))
            .collect();
        assert!(untold.is_empty(), "{untold:?}");
    }
}
