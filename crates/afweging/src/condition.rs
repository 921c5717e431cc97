//! The kinds of condition that a step must meet besides its grounds; each belongs to exactly one gate.

use serde::{Deserialize, Serialize};

use crate::gate::Gate;

macro_rules! conditions {
    ($($(#[$doc:meta])* $name:ident => $gate:ident),+ $(,)?) => {
        /// A kind of condition. [`Condition::gate`] gives its one gate: one defect, one finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Condition { $($(#[$doc])* $name,)+ }

        impl Condition {
            /// Every kind, in gate order.
            pub const ALL: &'static [Condition] = &[$(Condition::$name),+];

            /// The one gate that it belongs to.
            pub fn gate(self) -> Gate {
                match self { $(Condition::$name => Gate::$gate,)+ }
            }
        }
    };
}

conditions! {
    /// Who asked, decided or signed has the power to (*bevoegdheid*).
    Standing => Authority,
    /// The route is open to who takes it, for what it is used for.
    Route => Authority,
    /// Another body whose agreement the law makes a condition of the power has agreed.
    ForeignApproval => Authority,
    /// The consent on which the step rests is there.
    Consent => Authority,
    /// Form, documents and moments that the law prescribes (*vormvereisten*).
    Form => Hearing,
    /// Everyone was heard who must be (*hoor en wederhoor*), the right to a counter-expert included.
    Hearing => Hearing,
    /// The expert whose agreement is needed agrees (*instemmingsverklaring*).
    ExpertAgreement => Hearing,
    /// Prepared with care, with those concerned involved (*zorgvuldigheid*).
    Care => Hearing,
    /// Reasons are given that carry it (*motivering*).
    Motivation => Hearing,
    /// The facts are current, first-hand enough and complete, also where they speak against.
    FactsSufficient => Facts,
    /// The measure is needed: the statutory conditions as a whole (*noodzaak*).
    Necessary => Threat,
    /// The purpose may carry this measure; there is still an interest in deciding on it.
    Interest => Threat,
    /// Nothing less intrusive would do as well (*subsidiariteit*), found as a whole.
    NothingLighter => Intrusion,
    /// It fits its aim and does more good than harm (*doelmatigheid*).
    Suitable => Suitability,
    /// It can be carried out (*uitvoerbaarheid*).
    Feasible => Suitability,
    /// Severity and burden are in proportion, per person burdened (*proportionaliteit*).
    Proportionate => Suitability,
    /// There is work on bringing the family together again.
    Reunification => Suitability,
    /// No longer than needed; the term is not passed.
    Duration => Term,
    /// No wider and for no more people than needed.
    Scope => Term,
}
