//! The sentences on which the core and these rules are known to differ.
//!
//! By default the rules read each as the model says it. A differential run that finds a difference tries the core's reading, one at
//! a time and then together, so that what is known does not hide what is not. Each has its dossier in
//! `tests/vectors/disagreements/`.

/// Which sentences are read as the core does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    /// A finding goes on when all that carried it was taken back.
    pub lost_support_stays: bool,
    /// What somebody tells anew after taking it back is a new root.
    pub told_anew_is_new: bool,
    /// Only the answers that came with the latest finding count.
    pub latest_answers_only: bool,
    /// What began after its title had lapsed has expired or ended, as if it had begun in time.
    pub late_start_is_in_time: bool,
    /// An urgent decision that was not maintained never had the last day that it named.
    pub not_maintained_had_no_term: bool,
    /// Of an observed step the view of any court, and of whoever may decide on the measure, settles a matter, whether they decided or
    /// not; that of who decided without the power does not.
    pub who_may_decide_settles: bool,
    /// That something is not available stands without having been asked for, and without a day before which it is not there.
    pub not_available_stands: bool,
}
