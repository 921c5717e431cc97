//! The sentences on which the core and these rules are known to differ.
//!
//! By default the rules read each as the model says it. A differential run that finds a difference tries the core's readings, so that
//! what is known does not hide what is not. Each has its dossier, and the sentence that it is about, in `tests/vectors/disagreements/`.

/// A sentence that can be read as the core does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// What began after its title had lapsed has expired or ended, as if it had begun in time.
    LateStartIsInTime,
    /// An urgent decision that was not maintained never had the last day that it named.
    NotMaintainedHadNoTerm,
    /// After a decision the view of whoever may decide goes on settling what the one who decided gave no view on.
    AnyMayDecide,
    /// Who may end any measure may end this one, whichever the step says that it ends.
    EndsAnyMeasure,
    /// That something lighter was found adequate cannot be passed over.
    AdequateNotPassedOver,
    /// A period may run up to and including the day on which the longest term has just passed.
    PeriodMayHoldADayMore,
    /// A step in a place that its measure does not have is covered by the pack, has nothing lighter, and can pass its gates.
    NoPlacePasses,
    /// Somebody whose entry was corrected still has the role that it gave.
    CorrectedRoleStays,
    /// What was said of a step and then erased was not said.
    ErasedIsNotSaid,
}

impl Reading {
    /// All of them, with the name of the dossier that shows it.
    pub const ALL: &[(Self, &str)] = &[
        (Self::LateStartIsInTime, "late-start-is-in-time"),
        (Self::NotMaintainedHadNoTerm, "not-maintained-had-no-term"),
        (Self::AnyMayDecide, "who-may-decide-settles-on"),
        (Self::EndsAnyMeasure, "who-may-end-any"),
        (Self::AdequateNotPassedOver, "adequate-is-not-passed-over"),
        (Self::PeriodMayHoldADayMore, "period-may-hold-a-day-more"),
        (Self::NoPlacePasses, "no-place-passes"),
        (Self::CorrectedRoleStays, "corrected-role-stays"),
        (Self::ErasedIsNotSaid, "erased-is-not-said"),
    ];
}
