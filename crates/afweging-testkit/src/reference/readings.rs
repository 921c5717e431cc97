//! The sentences on which the core and these rules are known to differ.
//!
//! By default the rules read each as the model says it. A differential run that finds a difference tries the core's readings, so that
//! what is known does not hide what is not. Each has its dossier, and the sentence that it is about, in `tests/vectors/disagreements/`.

/// A sentence that can be read as the core does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A finding goes on when all that carried it was taken back.
    LostSupportStays,
    /// What somebody tells anew after taking it back is a new root.
    ToldAnewIsNew,
    /// Only the answers that came with the latest finding count.
    LatestAnswersOnly,
    /// What began after its title had lapsed has expired or ended, as if it had begun in time.
    LateStartIsInTime,
    /// An urgent decision that was not maintained never had the last day that it named.
    NotMaintainedHadNoTerm,
    /// Of an observed step the view of any court, and of whoever may decide on the measure, settles a matter, whether they decided or
    /// not; that of who decided without the power does not.
    WhoMayDecideSettles,
    /// In `Fallback` the view of anyone whose own power was written down settles a matter, whichever power is used.
    AnyOwnPowerSettles,
    /// That something is not available stands without having been asked for, and without a day before which it is not there.
    NotAvailableStands,
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
        (Self::LostSupportStays, "lost-support-stays"),
        (Self::ToldAnewIsNew, "told-anew-is-new"),
        (Self::LatestAnswersOnly, "latest-answers-only"),
        (Self::LateStartIsInTime, "late-start-is-in-time"),
        (Self::NotMaintainedHadNoTerm, "not-maintained-had-no-term"),
        (Self::WhoMayDecideSettles, "who-may-decide-settles"),
        (Self::AnyOwnPowerSettles, "any-own-power-settles"),
        (Self::NotAvailableStands, "not-available-stands"),
        (Self::PeriodMayHoldADayMore, "period-may-hold-a-day-more"),
        (Self::NoPlacePasses, "no-place-passes"),
        (Self::CorrectedRoleStays, "corrected-role-stays"),
        (Self::ErasedIsNotSaid, "erased-is-not-said"),
    ];
}
