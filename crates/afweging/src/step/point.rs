//! The points that have to be weighed before a child is placed out of home, as slots: filled, not applicable with the
//! reason, or empty.

use serde::{Deserialize, Serialize};

use crate::narrative::Narrative;
use crate::sentence::Sentence;

macro_rules! points {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)+) => {
        /// A point to be weighed before a child is placed out of home.
        ///
        /// A neutral slot: the points are what the law pack and the model ask of such a decision. They are not the words
        /// of a professional guideline.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum WeighingPoint { $($(#[$doc])* $name,)+ }

        impl WeighingPoint {
            /// Every point, in the order in which they are asked.
            pub const ALL: &'static [WeighingPoint] = &[$(WeighingPoint::$name),+];

            /// What it is called, inside a sentence.
            pub fn label(self) -> Sentence {
                match self { $(WeighingPoint::$name => Sentence::new($nl, $en),)+ }
            }
        }
    };
}

points! {
    /// What happened.
    WhatHappened: "wat er is gebeurd", "what happened";
    /// What this child and these parents need now.
    NeededNow: "wat kind en ouders nu nodig hebben", "what child and parents need now";
    /// What is to be reached.
    Goal: "het doel", "the goal";
    /// Who keeps the child safe around the clock, and how.
    Safety: "wie dag en nacht op het kind past", "who looks after the child day and night";
    /// What else would do: every candidate has an answer.
    Alternatives: "wat er lichter kan", "what would be lighter";
    /// What the child says.
    ChildsAccount: "het verhaal van het kind", "the child's account";
    /// What each parent says.
    ParentsAccount: "het verhaal van de ouders", "the parents' account";
    /// How the child can come home.
    ComingHome: "hoe het kind weer thuis kan komen", "how the child can come home";
    /// For how long, and when people look again.
    TermAndReview: "hoe lang, en wanneer we opnieuw kijken", "for how long, and when people look again";
}

/// A point does not apply to a step, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointNotApplicable {
    /// Which.
    pub point: WeighingPoint,
    /// Why not, for this child.
    pub why: Narrative,
}
