//! What an overlay says that touches the law, with the place where it says so: to be held against a law pack.

use crate::actor::{Act, Actor};
use crate::code::Code;
use crate::document::Document;
use crate::id::MeasureId;
use crate::pack::file::Place;
use crate::pack::{HearingDuty, Length, TermKind};
use crate::region::parts::{AgreedMandate, Deed, Doing};
use crate::region::words::{MeetingKind, TeamKind};

/// Something that an overlay says, where.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) place: Place,
    pub(super) says: Says,
}

/// What it says.
#[derive(Debug, Clone)]
pub(super) enum Says {
    /// It speaks of a measure.
    Measure(MeasureId),
    /// It gives powers; to whom and which, where that can be read.
    Powers(Option<Deed>),
    /// It gives a mandate.
    Mandate(AgreedMandate),
    /// One organisation is all of these bodies.
    OneBody(Vec<Actor>),
    /// Somebody in a team uses the powers of this body, and is employed by who is these.
    ActingAs { acting_as: Actor, employer: Vec<Actor> },
    /// These sit in a team or at a table.
    Sits(Vec<Actor>),
    /// A team does this.
    TeamDoes { kind: TeamKind, actors: Vec<Actor>, doing: Doing },
    /// A team does all of these.
    TeamDoesAll { actors: Vec<Actor>, doings: Vec<Doing> },
    /// A table decides on this.
    TableDecides(MeasureId),
    /// This can come out of a table where these bring cases; by whom, where that is said.
    Outcome { by: Option<Actor>, doing: Doing, brought_by: Vec<Actor> },
    /// This can come out of a meeting; by whom, where that is said.
    Carries { kind: MeetingKind, by: Option<Actor>, doing: Doing },
    /// This body may do this along one way only.
    OnlyThrough { by: Actor, doing: Doing },
    /// How binding it is to hear somebody.
    Hearing { measures: Vec<MeasureId>, who: Actor, duty: HearingDuty },
    /// How long a term is.
    Term { measures: Vec<MeasureId>, kind: TermKind, length: Length },
    /// A document is not needed.
    Without { measures: Vec<MeasureId>, document: Document },
    /// Consent is not needed.
    NoConsent(Vec<MeasureId>),
    /// The consent of one is enough.
    OneConsents(Vec<MeasureId>),
    /// An aid bars.
    AidBars,
    /// Something that is no aid is turned down like one.
    TurnedDown(Code),
    /// It is not offered.
    LeftOut(MeasureId),
    /// It has another name.
    Renamed(MeasureId),
}

impl Doing {
    /// By somebody.
    pub(super) fn by(self, by: Actor) -> Deed {
        Deed { by, act: self.act, measure: self.measure }
    }

    pub(super) fn decide(measure: MeasureId) -> Doing {
        Doing { act: Act::Decide, measure }
    }
}
