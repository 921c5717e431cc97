//! The closed vocabularies of a region's overlay.

use serde::{Deserialize, Serialize};

use crate::pack::AidLevel;
use crate::region::change::Phase;
use crate::region::diff::RegionPart;
use crate::sentence::Sentence;

/// What the words are called in both languages.
macro_rules! labels {
    ($($type:ident { $($variant:ident: $nl:literal, $en:literal;)+ })+) => {$(
        impl $type {
            /// What it is called, in both languages.
            pub fn label(self) -> Sentence {
                match self { $(Self::$variant => Sentence::new($nl, $en),)+ }
            }
        }
    )+};
}

labels! {
    SourceSureness {
        Stated: "de bron zegt het", "the source says so";
        Planned: "de bron kondigt het aan", "the source announces it";
        Derived: "volgt uit de bron", "follows from the source";
        Ambiguous: "de bron kan op meer manieren worden gelezen", "the source can be read in more than one way";
        Scenario: "staat in een scenario", "stands in a scenario";
    }
    TeamKind {
        Local: "lokaal team", "local team";
        Safety: "veiligheidsteam", "safety team";
        Other: "team", "team";
    }
    MeetingKind {
        Learning: "leren: er wordt niets over iemand beslist", "learning: nothing is decided about anybody";
        CaseConsultation: "overleg over een casus", "consultation on a case";
        Overview: "overzicht", "overview";
        Managers: "managers", "managers";
        BehaviouralScientists: "gedragswetenschappers", "behavioural scientists";
        Network: "leiding van alle organisaties samen", "management of all organisations together";
        Board: "bestuurders", "boards";
        Conference: "voor iedereen", "for everybody";
    }
    Family {
        Present: "het gezin is erbij", "the family is there";
        Absent: "het gezin is er niet bij", "the family is not there";
        NotSaid: "niet gezegd of het gezin erbij is", "not said whether the family is there";
    }
    Phase {
        Preparation: "voorbereiding", "preparation";
        Analysis: "analyse", "analysis";
        Design: "ontwerp", "design";
        Realisation: "realisatie", "realisation";
    }
    RegionPart {
        Organisation: "organisatie", "organisation";
        Team: "team", "team";
        Table: "tafel", "table";
        Offer: "aanbod", "offer";
        Name: "naam", "name";
    }
    AidLevel {
        Off: "uit", "off";
        Note: "melden", "note";
        Warn: "waarschuwen", "warn";
    }
}

/// How a source says what a region's overlay tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceSureness {
    /// The source says so.
    Stated,
    /// The source announces it; whether it came about is not known.
    Planned,
    /// It follows from what the source says.
    Derived,
    /// The source can be read in more than one way.
    Ambiguous,
    /// It stands in a scenario, and is so nowhere.
    Scenario,
}

/// What kind of team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamKind {
    /// A local team (*lokaal team*): voluntary help, the constant factor. A body of the authority map itself.
    Local,
    /// A safety team (*veiligheidsteam*): workers of several bodies beside the local team.
    Safety,
    /// Any other.
    Other,
}

/// What kind of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// Learning meeting (*leerbijeenkomst*): lessons for the method; nothing is decided about anybody.
    Learning,
    /// Case consultation (*casusoverleg*), out of which a joint judgement may come.
    CaseConsultation,
    /// The overview of everybody whom the organisations deal with.
    Overview,
    /// Managers.
    Managers,
    /// Behavioural scientists.
    BehaviouralScientists,
    /// The management of all organisations together.
    Network,
    /// The boards.
    Board,
    /// For everybody who works in the region.
    Conference,
}

/// Whether the family is at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// It is there.
    Present,
    /// It is not there.
    Absent,
    /// The source does not say.
    NotSaid,
}
