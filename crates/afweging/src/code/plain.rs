//! The sentences of codes in plain words: what a family reads where a professional reads the sentence of the code.
//!
//! Every code of a gate has them; what is for professionals alone, such as an aid or a fault of the input, has none.

use super::{Code, Language};

macro_rules! plain {
    ($($name:ident: $nl:literal, $en:literal;)+) => {
        impl Code {
            /// What it means, in plain words for a family (B1), with some of the `{holes}` of its sentence. A code that has
            /// none of its own says what its sentence says.
            pub fn plain(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Code::$name, Language::Nl) => $nl, (Code::$name, Language::En) => $en,)+
                    _ => self.sentence(language),
                }
            }

            /// Whether it has words of its own for a family.
            pub fn has_plain(self) -> bool {
                matches!(self, $(Code::$name)|+)
            }
        }
    };
}

plain! {
    RequesterWithoutPower: "{actor} mag hier volgens de wet niet om vragen: {measure}.", "By law {actor} may not ask for this: {measure}.";
    DeciderWithoutPower: "{actor} mag hier volgens de wet niet over beslissen: {measure}.", "By law {actor} may not decide on this: {measure}.";
    PrerequisiteMissing: "{measure} kan alleen als dit er ook is: {needed}.", "{measure} is only possible if there is this too: {needed}.";
    ConsentRefusedOrWithdrawn: "{person} geeft geen toestemming (meer). Voor deze stap is die nodig.", "There is no consent (any more) of {person}. This step takes it.";
    ConsentNotAsked: "In het dossier staat geen toestemming van {person}. Voor deze stap is die nodig.", "No consent of {person} is on record. This step takes it.";
    PrimaryMayStillFile: "{actor} mag hier alleen om vragen als {primary} dat niet doet: {measure}. Of dat zo is, staat niet in het dossier.", "{actor} may ask for this only if {primary} does not: {measure}. Whether that is so is not on record.";
    AuthorityConditionNotMet: "De wet vraagt dit, en het is niet zo: {condition}.", "The law asks this, and it is not so: {condition}.";
    AuthorityConditionUndecided: "De wet vraagt dit. Er is nog geen oordeel of het zo is: {condition}.", "The law asks this. Whether it is so is not decided yet: {condition}.";
    RequesterUnknown: "In het dossier staat niet wie hierom vraagt: {measure}.", "Who asks for this is not on record: {measure}.";
    RequesterDecides: "Dezelfde vroeg erom en besliste erover.", "The same one asked for it and decided on it.";
    WithoutTitle: "Dit gebeurt nu zonder een besluit dat geldt: {measure}.", "This happens now without a decision that holds: {measure}.";
    SubjectNotCovered: "Dit kan niet voor {person}: {measure}. Het is {why}.", "This is not possible for {person}: {measure}. It is {why}.";
    SubjectAgeUnknown: "De leeftijd van {person} is onbekend. Daarom weten we niet of dit kan: {measure}.", "The age of {person} is not known. So we do not know whether this is possible: {measure}.";
    MeasureOutsidePack: "Het wetspakket zegt op {date} niets over deze stap.", "The law pack says nothing of this step on {date}.";
    ParentalAuthorityUnknown: "In het dossier staat niet wie het gezag heeft over {person}.", "Who holds parental authority over {person} is not on record.";
    GrantConditionUnknown: "{actor} mag hier alleen om vragen als dit zo is: {condition}. Of het zo is, staat niet in het dossier.", "{actor} may ask for this only if this is so: {condition}. Whether it is so is not on record.";
    PrerequisiteUnknown: "{measure} kan alleen als dit er ook is: {needed}. Of het er is, staat niet in het dossier.", "{measure} is only possible if there is this too: {needed}. Whether it is there is not on record.";
    DecisionConditionUnknown: "{actor} mag hier alleen over beslissen als dit zo is: {condition}. Of het zo is, staat niet in het dossier.", "{actor} may decide on this only if this is so: {condition}. Whether it is so is not on record.";
    ExOfficioAndAsked: "De rechter besliste hier zelf over, terwijl iemand er al om vroeg: {measure}.", "The court decided on this by itself, while somebody had asked for it: {measure}.";
    ConsentRunsOn: "{person} nam de toestemming terug. Het verblijf mag nog duren tot en met {date}.", "The consent of {person} was taken back. The stay may go on until {date}, that day included.";
    NotHeardNoReason: "In het dossier staat geen gesprek met {person}. Er staat niet waarom.", "No talk with {person} is on record. It is not said why.";
    HearingConditionNotMet: "De wet vraagt dit, en het is niet in orde: {condition}.", "The law asks this, and it is not in order: {condition}.";
    HearingConditionUndecided: "De wet vraagt dit. Of het in orde is, staat niet in het dossier: {condition}.", "The law asks this. Whether it is in order is not on record: {condition}.";
    HeardAfterUrgency: "Er was haast. Het gesprek met {person} komt daarom later, uiterlijk op {date}.", "There was haste. So the talk with {person} comes later, by {date}.";
    ChildNotOfferedCourt: "{person} kreeg geen kans om met de rechter te praten. Vanaf 12 jaar moet dat.", "There was no chance for {person} to talk with the court. From 12 on there has to be.";
    ChildAgeUnknown: "De leeftijd van {person} is onbekend. Daarom weten we niet of de rechter met het kind moet praten.", "The age of {person} is not known. So we do not know whether the court has to talk with the child.";
    OralRequest: "Iemand vroeg dit in een gesprek. De wet wil het op papier.", "Somebody asked for this in a talk. The law wants it on paper.";
    HeardByNobodyRelevant: "Het dossier noemt geen ouder, voogd of verzorger van {person}.", "The file names no parent, guardian or carer of {person}.";
    BelowEvidenceLevel: "Het bewijs hiervoor is te zwak: {ground}.", "The evidence for this is too weak: {ground}.";
    GroundWithoutFacts: "Wie vindt dat dit zo is, noemt geen feiten: {ground}.", "Who finds this so names no facts: {ground}.";
    ReopenedByNewRoot: "Na het oordeel kwam er een nieuwe bron bij: {statement}.", "After the finding a new source came in: {statement}.";
    FactsNotSufficient: "Volgens het oordeel zijn er niet genoeg feiten: te oud, niet compleet of te ver van de bron.", "It was found that the facts do not suffice: too old, not complete or too far from the source.";
    FactsNotJudged: "Niemand heeft gekeken of de feiten van nu zijn en compleet.", "Nobody looked whether the facts are of now and complete.";
    SupportWithdrawn: "Iemand nam een feit terug dat hier een reden voor was: {statement}.", "Somebody took back a fact that was a reason for this: {statement}.";
    FindingWithoutSupport: "Dit is opgeschreven alsof het vaststaat. De bronnen zijn daarvoor te zwak, of er is geen antwoord op wat ertegen spreekt: {statement}.", "This was written down as if it were established. The sources are too weak for that, or what speaks against it has no answer: {statement}.";
    ReopenedByLoss: "Na het oordeel is een bron daarvoor teruggenomen: {statement}.", "After the finding a source for it was taken back: {statement}.";
    ContraryNotMentioned: "Wie dit vraagt, noemt niet wat ertegen spreekt: {item}.", "Who asks for this does not name what speaks against it: {item}.";
    GroundNotMet: "Volgens het oordeel is dit niet zo: {ground}.", "It was found that this is not so: {ground}.";
    GroundUndecided: "Er is nog geen oordeel of dit zo is: {ground}.", "Whether this is so is not decided yet: {ground}.";
    DecidedAlone: "Te weinig mensen dachten hierover mee: {why}.", "Too few people thought about this: {why}.";
    NotNecessary: "Volgens het oordeel is dit niet zo: {condition}.", "It was found that this is not so: {condition}.";
    NecessityUndecided: "Er is nog geen oordeel of dit zo is: {condition}.", "Whether this is so is not decided yet: {condition}.";
    NoContradiction: "Iemand anders dan de voorsteller moet tegenspreken. Dat staat niet in het dossier.", "Somebody other than the proposer has to argue against it. That is not on record.";
    FamilyNotInDialogue: "{person} deed niet mee aan het gesprek. Het dossier zegt niet waarom.", "The talk was without {person}. The file does not say why.";
    OwnPowerOffTheMap: "{person} gebruikt een eigen taak die de wet die dag niet kende: {act}, {measure}.", "A task of their own that the law did not know on that day was used by {person}: {act}, {measure}.";
    LighterAdequate: "Volgens het oordeel is iets lichters genoeg, en het is er: {candidate}.", "It was found that something lighter is enough, and it is there: {candidate}.";
    CandidateUnanswered: "Het dossier zegt nog niet of dit genoeg is: {candidate}.", "The file does not say yet whether this is enough: {candidate}.";
    AnswerDoesNotStand: "Het antwoord hierop klopt niet: {candidate}. De reden: {why}.", "The answer to this is not right: {candidate}. The reason: {why}.";
    SuspendedByUrgency: "Er was haast. Daarom kijken we later naar lichtere hulp, uiterlijk op {date}.", "There was haste. So lighter help is looked at later, by {date}.";
    SomethingLighterFound: "Volgens het oordeel is lichtere hulp genoeg.", "It was found that lighter help is enough.";
    PlacementNotSaid: "Er staat niet waar het kind gaat wonen: {measure}. Wat lichter is, hangt daarvan af.", "Where the child will live is not said: {measure}. What is lighter depends on it.";
    SuitabilityConditionNotMet: "Volgens het oordeel is dit niet zo: {condition}.", "It was found that this is not so: {condition}.";
    SuitabilityConditionUndecided: "Er is nog geen oordeel of dit zo is: {condition}.", "Whether this is so is not decided yet: {condition}.";
    BurdenNotSaid: "Er staat niet wat deze stap van {person} vraagt.", "What this step asks of {person} is not said.";
    DetailNotSaid: "Dit staat niet in het dossier: {detail}.", "This is not on record: {detail}.";
    LongerThanLaw: "Dit loopt tot {date}. De wet geeft tijd tot {latest}.", "This runs until {date}. The law gives time until {latest}.";
    PeriodNotSaid: "Er staat niet van wanneer tot wanneer dit duurt.", "From when until when this takes is not said.";
    ReviewNotSaid: "Er staat geen dag waarop we kijken of het werkt.", "No day is set on which people look whether it works.";
    Expired: "De tijd hiervoor is voorbij sinds {date}: {measure}.", "The time for this is over since {date}: {measure}.";
    Lapsed: "Het besluit geldt niet meer sinds {date}: {why}.", "The decision no longer holds since {date}: {why}.";
    TermConditionNotMet: "Volgens het oordeel is dit niet zo: {condition}.", "It was found that this is not so: {condition}.";
    TermConditionUndecided: "Er is nog geen oordeel of dit zo is: {condition}.", "Whether this is so is not decided yet: {condition}.";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn holes(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
    }

    #[test]
    fn every_code_of_a_gate_has_plain_words_with_holes_of_its_own() {
        for code in Code::all() {
            assert!(code.has_plain() || code.gate().is_none(), "{code} has no words for a family");
            for language in [Language::Nl, Language::En] {
                let theirs = holes(code.sentence(language));
                assert!(holes(code.plain(language)).is_subset(&theirs), "{code}");
            }
            assert_eq!(holes(code.plain(Language::Nl)), holes(code.plain(Language::En)), "{code}");
        }
    }
}
