//! Who does something on the authority map, what they do, and the form of a decision.

use serde::{Deserialize, Serialize};

macro_rules! actors {
    ($($(#[$doc:meta])* $variant:ident),+ $(,)?) => {
        /// An actor of the authority map: a body, or a family member in the position that the law looks at.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Actor { $($(#[$doc])* $variant,)+ }

        impl Actor {
            /// Every one of them, in the order of the documentation.
            pub const ALL: &'static [Actor] = &[$(Actor::$variant),+];
        }
    };
}

actors! {
    /// Municipal executive (*college van B&W*).
    College,
    /// Municipal council (*gemeenteraad*).
    Council,
    /// Local team (*lokaal team*, wijkteam, jeugdteam).
    LocalTeam,
    /// Veilig Thuis, the advice and reporting centre.
    VeiligThuis,
    /// Child Protection Council (*Raad voor de Kinderbescherming*).
    Raad,
    /// Certified institution (*gecertificeerde instelling*, GI).
    Gi,
    /// Children's judge (*kinderrechter*).
    ChildrensJudge,
    /// District court (*rechtbank*).
    DistrictCourt,
    /// Court of appeal (*gerechtshof*).
    AppealCourt,
    /// Supreme court (*Hoge Raad*).
    SupremeCourt,
    /// Public prosecutor (*officier van justitie*).
    Prosecutor,
    /// Mayor (*burgemeester*).
    Mayor,
    /// Assistant public prosecutor (*hulpofficier van justitie*).
    AssistantProsecutor,
    /// Police (*politie*).
    Police,
    /// Youth-help provider (*jeugdhulpaanbieder*).
    Provider,
    /// Doctor who may refer to youth help and who treats (*huisarts, medisch specialist, jeugdarts*).
    Doctor,
    /// Qualified behavioural scientist (*gekwalificeerde gedragswetenschapper*).
    BehaviouralScientist,
    /// Parent with parental authority (*ouder met gezag*).
    ParentWithAuthority,
    /// Parent without parental authority (*ouder zonder gezag*).
    ParentWithoutAuthority,
    /// Guardian (*voogd*).
    Guardian,
    /// Who cares for the child as one of the family without being its parent (*verzorger*).
    Carer,
    /// Foster parent (*pleegouder*).
    FosterParent,
    /// The child under 12.
    MinorUnder12,
    /// The child of 12 to 15.
    Minor12To15,
    /// The child of 16 or 17.
    Minor16To17,
    /// An adult subject.
    Adult,
    /// Special representative (*bijzondere curator*).
    SpecialRepresentative,
    /// Confidential counsellor (*vertrouwenspersoon*).
    ConfidentialCounsellor,
    /// Independent client supporter (*onafhankelijke cliëntondersteuner*).
    ClientSupporter,
    /// Lawyer (*advocaat*).
    Lawyer,
    /// Inspectorate (*Inspectie Gezondheidszorg en Jeugd, Inspectie Justitie en Veiligheid*).
    Inspectorate,
    /// Care and Safety House (*Zorg- en Veiligheidshuis*).
    CareAndSafetyHouse,
    /// Regional safety team (*regionaal veiligheidsteam*) as a body of its own. No law that is in force gives it a power: its
    /// members act with that of their own employer. Only hypothetical law names it.
    SafetyTeam,
    /// A body of another country.
    ForeignAuthority,
    /// Anyone else.
    Other,
}

impl Actor {
    /// Whether it is a court of whatever instance.
    pub fn is_court(self) -> bool {
        matches!(
            self,
            Actor::ChildrensJudge | Actor::DistrictCourt | Actor::AppealCourt | Actor::SupremeCourt
        )
    }

    /// Whether it is an organisation or office, and not one of the family.
    pub fn is_body(self) -> bool {
        !matches!(
            self,
            Actor::ParentWithAuthority
                | Actor::ParentWithoutAuthority
                | Actor::Guardian
                | Actor::Carer
                | Actor::FosterParent
                | Actor::MinorUnder12
                | Actor::Minor12To15
                | Actor::Minor16To17
                | Actor::Adult
                | Actor::Other
        )
    }
}

/// What an actor does to a measure.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Report or pass on (*melden, informeren*).
    Inform,
    /// Advise (*adviseren*).
    Advise,
    /// Be consulted or consult (*consulteren*).
    Consult,
    /// Investigate (*onderzoeken*).
    Investigate,
    /// Ask for it (*verzoeken*).
    Request,
    /// Decide on it (*beslissen*).
    Decide,
    /// Carry it out (*uitvoeren*).
    Execute,
    /// Consent to it (*toestemming geven*).
    Consent,
    /// Be heard on it (*gehoord worden*).
    BeHeard,
    /// Object to it (*bezwaar maken*).
    Object,
    /// Appeal against it (*hoger beroep instellen*).
    Appeal,
    /// Supervise it (*toezicht houden*).
    Supervise,
}

/// The legal form of a decision.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DecisionForm {
    /// A court's order (*beschikking*).
    Order,
    /// An administrative decision (*besluit*).
    Decision,
    /// An internal decision with no court route of its own (*intern besluit*).
    InternalDecision,
    /// Advice (*advies*).
    Advice,
    /// An agreement between people (*afspraak*).
    Agreement,
    /// Something that is simply done (*feitelijke handeling*).
    FactualAct,
}
