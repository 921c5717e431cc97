//! The states of a perspective, as values that cross the border.

use afweging::{Narrative, NotHeardGround, Perspective};
use chrono::NaiveDate;

/// The state of one perspective. A text is absent when nobody said it, or when the law had it erased.
#[derive(uniffi::Enum)]
pub(crate) enum PerspectiveValue {
    Unheard,
    Invited,
    Heard,
    Confirmed,
    Contested { correction: Option<String> },
    Declined { reason: Option<String> },
    NotHeard { ground: GroundValue, reason: Option<String> },
}

/// Why somebody was not heard.
#[derive(uniffi::Enum)]
pub(crate) enum GroundValue {
    TooYoung,
    Unsafe,
    Unreachable { attempts: i32 },
    Urgent { look_back: NaiveDate },
    Other,
}

impl From<Perspective> for PerspectiveValue {
    fn from(perspective: Perspective) -> Self {
        match perspective {
            Perspective::Unheard(_) => Self::Unheard,
            Perspective::Invited(_) => Self::Invited,
            Perspective::Heard(_) => Self::Heard,
            Perspective::Confirmed(_) => Self::Confirmed,
            Perspective::Contested(state) => {
                Self::Contested { correction: text(&state.correction().what.correction) }
            }
            Perspective::Declined(state) => {
                Self::Declined { reason: state.declined().what.reason.said().and_then(text) }
            }
            Perspective::NotHeard(state) => {
                let why = &state.not_heard().what;
                Self::NotHeard { ground: GroundValue::from(&why.ground), reason: text(&why.reason) }
            }
        }
    }
}

impl From<&NotHeardGround> for GroundValue {
    fn from(ground: &NotHeardGround) -> Self {
        match ground {
            NotHeardGround::TooYoung => Self::TooYoung,
            NotHeardGround::Unsafe => Self::Unsafe,
            NotHeardGround::Unreachable { attempts } => Self::Unreachable { attempts: (*attempts).into() },
            NotHeardGround::Urgent { look_back } => Self::Urgent { look_back: *look_back },
            NotHeardGround::Other => Self::Other,
        }
    }
}

fn text(narrative: &Narrative) -> Option<String> {
    narrative.text().map(str::to_owned)
}
