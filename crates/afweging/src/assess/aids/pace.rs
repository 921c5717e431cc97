//! Haste without urgency: decided on the day of the proposal, or before people talked; judged on the day of the report.

use crate::code::Code;
use crate::dossier::WatchEvent;
use crate::finding::{Answerer, Finding};
use crate::sentence::Sentence;
use crate::weighing::{Verdict, WeighingEvent};

use super::super::case::StepCase;
use super::{aid, is_urgent, last_views, those_who_weigh};

pub(super) fn look(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    if is_urgent(step) {
        return;
    }
    decided_at_once(step, aids);
    before_dialogue(step, aids);
    on_the_first_day(step, aids);
}

fn urgency_asked(step: &StepCase<'_>, found: Finding) -> Finding {
    found.lifted_by(
        "urgency_declared",
        &[("step", step.id.to_string())],
        &["danger", "why_it_cannot_wait", "look_back"],
        those_who_weigh(),
    )
}

fn decided_at_once(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let proposed = step.record.proposal.occurred.first_day();
    let decided = crate::stand::decided_on(step.record, step.at).map(|(day, _)| day);
    let granted = step.record.machines.decision().as_of(step.case.at).is_granted();
    if granted && decided == Some(proposed) {
        let because = [Some(step.record.proposal.seq), step.decided_by().map(|(_, seq)| seq)];
        aids.push(urgency_asked(
            step,
            aid(Code::AidHaste, &[], "Q28").because(because.into_iter().flatten()),
        ));
    }
}

/// The decision came before the dialogue on the same step: then the talk was about something that was settled.
fn before_dialogue(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let Some((decided, _)) = crate::stand::decided_on(step.record, step.at) else { return };
    let opened = step
        .record
        .weighing
        .until(step.case.at)
        .find(|dated| matches!(dated.transition, WeighingEvent::OpenDialogue(_)));
    let Some(opened) = opened.filter(|opened| opened.occurred.first_day() > decided) else { return };
    let fills = [("date", Sentence::same(decided)), ("later", Sentence::same(opened.occurred.first_day()))];
    let because = step.decided_by().map(|(_, seq)| seq).into_iter().chain([opened.seq]);
    aids.push(urgency_asked(step, aid(Code::AidBeforeDialogue, &fills, "Q29").because(because)));
}

/// A professional decided for themselves on the day on which the first report came in, and did not look again.
fn on_the_first_day(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let reported = step
        .case
        .so_far(step.dossier().watch_events())
        .find(|event| matches!(event.what, WatchEvent::Report(_)));
    let Some(reported) = reported else { return };
    for (judge, (seq, on, verdict)) in last_views(step) {
        if verdict == Verdict::Undecided || on != reported.occurred.first_day() {
            continue;
        }
        let found = aid(Code::AidFirstDay, &[("judge", step.case.person(judge))], "Q28")
            .because([reported.seq, seq])
            .lifted_by(
                "view_given",
                &[("step", step.id.to_string())],
                &["on", "verdict", "why"],
                vec![Answerer::Person(judge.clone())],
            );
        aids.push(urgency_asked(step, found));
    }
}
