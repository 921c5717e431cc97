//! What can happen next in a history: one move per seed. A move tries an event; what the dossier refuses does not happen.

mod consents;
mod courses;
mod dossier_log;
mod facts;
mod moments;
mod people;
mod perspectives;
mod scripts;
mod steps;
mod watch;
mod weighing;
mod words;

use crate::writer::Writer;

pub(crate) use courses::{stay_on_consent, support_lost};
pub use people::role_of;
pub(crate) use scripts::{dissent, in_force, opening, sealed, thorough};

/// One kind of move: it tries to record something, and says whether it did.
type Move = fn(&mut Writer) -> bool;

/// How often each kind of move is tried, in relation to the others.
const MOVES: &[(u64, Move)] = &[
    (4, people::person),
    (4, people::relation),
    (4, people::authority),
    (2, people::capacity),
    (2, people::set_aside),
    (6, perspectives::invite),
    (9, perspectives::hear),
    (3, perspectives::confirm),
    (2, perspectives::contest),
    (3, perspectives::decline),
    (4, perspectives::not_hear),
    (3, perspectives::still_stands),
    (3, perspectives::effect),
    (2, perspectives::cycle),
    (6, facts::claim),
    (14, facts::evidence),
    (9, facts::find),
    (3, facts::withdraw),
    (4, consents::ask),
    (4, consents::give),
    (2, consents::refuse),
    (2, consents::withdraw),
    (16, weighing::view),
    (3, weighing::agree_sealing),
    (6, weighing::seal),
    (4, weighing::reveal),
    (4, weighing::open_dialogue),
    (5, weighing::converge),
    (5, weighing::diverge),
    (3, weighing::reopen),
    (3, weighing::fall_back),
    (8, steps::propose),
    (2, steps::extend),
    (6, steps::detail),
    (5, steps::alternative),
    (9, steps::answer),
    (3, steps::urgency),
    (7, steps::file),
    (2, steps::withdraw_request),
    (2, steps::hold_over),
    (6, steps::decide),
    (4, steps::decide_urgently),
    (4, steps::hear_afterwards),
    (6, steps::start),
    (5, steps::review),
    (3, steps::link_mind_change),
    (2, steps::move_on),
    (1, steps::set_point_aside),
    (3, steps::end),
    (5, steps::lodge_appeal),
    (8, steps::rule_on_appeal),
    (1, courses::appeal),
    (1, courses::turned_down),
    (3, steps::pass_over),
    (6, steps::document),
    (3, steps::oblige),
    (2, steps::meet_obligation),
    (5, moments::note),
    (2, watch::report),
    (4, watch::take),
    (2, watch::leave),
    (3, watch::hand_over),
    (3, watch::accept),
    (1, watch::close),
    (3, dossier_log::correct),
    (3, dossier_log::contest),
    (2, dossier_log::tell),
    (2, dossier_log::redact),
];

/// Those that only say who is there, and what they are to each other.
const PEOPLE: &[(u64, Move)] = &[
    (4, people::person),
    (4, people::relation),
    (4, people::authority),
    (2, people::capacity),
    (2, people::set_aside),
];

/// Which moves a history may make.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowed {
    pub(crate) corrections: bool,
    pub(crate) redactions: bool,
    pub(crate) people_alone: bool,
}

/// Makes one move. A seed that falls on what is not possible yet falls again a few times.
pub(crate) fn next(writer: &mut Writer, allowed: Allowed) {
    writer.pass_time();
    let moves = if allowed.people_alone { PEOPLE } else { MOVES };
    for _ in 0..6 {
        let Some(make) = writer.dice.weighted(moves) else { return };
        let is = |other: fn(&mut Writer) -> bool| std::ptr::fn_addr_eq(make, other);
        if (!allowed.corrections && is(dossier_log::correct))
            || (!allowed.redactions && is(dossier_log::redact))
        {
            continue;
        }
        if make(writer) {
            return;
        }
    }
}
