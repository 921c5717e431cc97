//! The appeal against the decision on a step (*hoger beroep*).
//!
//! <!-- table: Appeal -->
//!
//! | | lodge | rule (upheld) | rule (quashed) | rule (replaced) |
//! | --- | --- | --- | --- | --- |
//! | **None** | Lodged | — | — | — |
//! | **Lodged** | Lodged | Upheld | Quashed | Replaced |
//! | **Upheld** | Lodged | — | — | — |
//! | **Quashed** | Lodged | — | — | — |
//! | **Replaced** | Lodged | — | — | — |
//!
//! <!-- end -->

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, StepId};
use crate::machine::{Machine, Noted, Refused, no_such_verb, states};
use crate::narrative::Narrative;
use crate::said::Said;
use crate::time::When;

/// An appeal is lodged (*hoger beroep*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealLodged {
    /// Against the decision on which step.
    pub step: StepId,
    /// By whom.
    pub appellant: PersonId,
}

/// How an appeal ends.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// The decision stands (*bekrachtigd*).
    Upheld,
    /// The decision is set aside (*vernietigd*).
    Quashed,
    /// Another decision takes its place.
    Replaced,
}

/// An appeal is ruled on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealRuled {
    /// On which step.
    pub step: StepId,
    /// By whom.
    pub decider: PersonId,
    /// How.
    pub ruling: Ruling,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// What can happen to an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppealEvent {
    /// It is lodged, or lodged by another, or with a higher court.
    Lodge(AppealLodged),
    /// It is ruled on.
    Rule(AppealRuled),
}

states! {
    /// Where the appeal against the decision on a step stands.
    Appeal {
        /// There is none.
        None(NoAppeal),
        /// Lodged, and not ruled on.
        Lodged(LodgedAppeal),
        /// The decision stands.
        Upheld(UpheldAppeal),
        /// The decision is set aside.
        Quashed(QuashedAppeal),
        /// Another decision takes its place.
        Replaced(ReplacedAppeal),
    }
}

/// There is no appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAppeal(());

/// An appeal is lodged and not ruled on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LodgedAppeal {
    course: Course,
}

/// The decision stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpheldAppeal {
    course: Course,
}

/// The decision is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuashedAppeal {
    course: Course,
}

/// Another decision takes the place of the one that was appealed against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplacedAppeal {
    course: Course,
}

/// Who lodged and who ruled, through all instances.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Course {
    lodged: Vec<Noted<AppealLodged>>,
    ruled: Vec<Noted<AppealRuled>>,
}

impl Course {
    fn lodge(mut self, lodged: &AppealLodged, when: &When) -> LodgedAppeal {
        self.lodged.push(Noted::new(lodged, when));
        LodgedAppeal { course: self }
    }
}

impl NoAppeal {
    /// Lodges one.
    pub fn lodge(self, lodged: &AppealLodged, when: &When) -> LodgedAppeal {
        Course::default().lodge(lodged, when)
    }
}

impl LodgedAppeal {
    /// Another party lodges one too.
    #[must_use]
    pub fn lodge(self, lodged: &AppealLodged, when: &When) -> Self {
        self.course.lodge(lodged, when)
    }

    /// Rules on it. The ruling says which state follows.
    pub fn rule(mut self, ruled: &AppealRuled, when: &When) -> Appeal {
        self.course.ruled.push(Noted::new(ruled, when));
        match ruled.ruling {
            Ruling::Upheld => UpheldAppeal { course: self.course }.into(),
            Ruling::Quashed => QuashedAppeal { course: self.course }.into(),
            Ruling::Replaced => ReplacedAppeal { course: self.course }.into(),
        }
    }
}

macro_rules! ruled_on {
    ($($state:ident),+) => {$(
        impl $state {
            /// Takes it to a higher court.
            pub fn lodge(self, lodged: &AppealLodged, when: &When) -> LodgedAppeal {
                self.course.lodge(lodged, when)
            }
        }
    )+};
}

ruled_on!(UpheldAppeal, QuashedAppeal, ReplacedAppeal);

impl Appeal {
    fn course(&self) -> Option<&Course> {
        match self {
            Appeal::None(_) => None,
            Appeal::Lodged(state) => Some(&state.course),
            Appeal::Upheld(state) => Some(&state.course),
            Appeal::Quashed(state) => Some(&state.course),
            Appeal::Replaced(state) => Some(&state.course),
        }
    }

    /// Who lodged one, and when, oldest first.
    pub fn lodged(&self) -> &[Noted<AppealLodged>] {
        self.course().map_or(&[], |course| &course.lodged)
    }

    /// The rulings, oldest first.
    pub fn rulings(&self) -> &[Noted<AppealRuled>] {
        self.course().map_or(&[], |course| &course.ruled)
    }

    /// Since when the decision on the step is quashed, if it is: the first of the rulings that say so without another between.
    pub fn quashed_since(&self) -> Option<&When> {
        let rulings = self.rulings().iter().rev();
        let quashed = rulings.take_while(|it| it.what.ruling == Ruling::Quashed);
        quashed.last().map(|it| &it.when)
    }

    /// The ruling that stands. It does so while a higher court has not ruled.
    pub fn standing(&self) -> Option<&Noted<AppealRuled>> {
        self.rulings().last()
    }
}

impl Machine for Appeal {
    type Transition = AppealEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = &["lodge", "rule"];

    fn start() -> Self {
        NoAppeal(()).into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Appeal::Lodged(_) => &["lodge", "rule"],
            Appeal::None(_) | Appeal::Upheld(_) | Appeal::Quashed(_) | Appeal::Replaced(_) => &["lodge"],
        }
    }

    fn name(transition: &AppealEvent) -> &'static str {
        match transition {
            AppealEvent::Lodge(_) => "lodge",
            AppealEvent::Rule(_) => "rule",
        }
    }

    fn apply(self, transition: &AppealEvent, at: &When) -> Result<Self, Refused<Self>> {
        match (self, transition) {
            (Appeal::None(state), AppealEvent::Lodge(it)) => Ok(state.lodge(it, at).into()),
            (Appeal::Lodged(state), AppealEvent::Lodge(it)) => Ok(state.lodge(it, at).into()),
            (Appeal::Upheld(state), AppealEvent::Lodge(it)) => Ok(state.lodge(it, at).into()),
            (Appeal::Quashed(state), AppealEvent::Lodge(it)) => Ok(state.lodge(it, at).into()),
            (Appeal::Replaced(state), AppealEvent::Lodge(it)) => Ok(state.lodge(it, at).into()),
            (Appeal::Lodged(state), AppealEvent::Rule(it)) => Ok(state.rule(it, at)),
            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
