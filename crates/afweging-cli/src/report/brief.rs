//! In short: what is open, the least intrusive among that, what bars the rest, what comes first.

use afweging::{Gate, GateOutcome, StepAssessment};

use super::{Block, Inline, Item, Section, Subject};

pub(super) fn section(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new("kort", words.say("In het kort", "In short"));
    warnings(subject, &mut section);
    let (over, current): (Vec<_>, Vec<_>) = subject.assessment.steps.iter().partition(|step| step.over);
    let (open, barred): (Vec<_>, Vec<_>) = current.into_iter().partition(|step| step.open);
    if subject.assessment.steps.is_empty() {
        section.say(words.say("Er is geen stap voorgesteld.", "No step was proposed."));
        return section;
    }
    opened(subject, &open, &mut section);
    if !barred.is_empty() {
        section.say(words.say("Niet open, en waardoor:", "Not open, and why:"));
        let items = barred.iter().map(|step| bars(subject, step).into()).collect();
        section.blocks.push(Block::List(items));
    }
    if !over.is_empty() {
        section.say(words.say("Voorbij:", "Over:"));
        section.blocks.push(Block::List(over.iter().map(|step| with_stand(subject, step)).collect()));
    }
    first_duty(subject, &mut section);
    section
}

/// What must be known before anything else is read.
fn warnings(subject: &Subject<'_>, section: &mut Section) {
    let (words, assessment) = (subject.words, subject.assessment);
    if subject.pack.is_hypothetical() {
        let text = words.say(
            "Dit rust op een wetspakket met recht dat niet geldt. Niemand kan er een bevoegdheid aan ontlenen.",
            "This rests on a law pack with law that is not in force. Nobody can derive a power from it.",
        );
        section.blocks.push(Block::Warning(text.into()));
    }
    if subject.pack.region().is_some_and(|region| region.hypothetical) {
        section.blocks.push(Block::Warning(crate::regions::hypothetical(words).into()));
    }
    if let Some(tampering) = subject.dossier.tampering() {
        let text = format!(
            "{} {}.",
            words.say(
                "Het logboek is niet zoals het werd vastgelegd, vanaf regel",
                "The log is not as it was recorded, from entry"
            ),
            tampering.entry,
        );
        section.blocks.push(Block::Warning(text.into()));
    }
    for gap in assessment.watch_gaps.iter().filter(|gap| !gap.ended) {
        let text = format!(
            "{} {}.",
            words.say("Er let nu niemand op, sinds", "Nobody keeps watch now, since"),
            words.date(gap.from),
        );
        section.blocks.push(Block::Warning(text.into()));
    }
}

fn opened(subject: &Subject<'_>, open: &[&StepAssessment], section: &mut Section) {
    let words = subject.words;
    if open.is_empty() {
        section.say(words.say("Geen stap staat open.", "No step is open."));
        return;
    }
    // What was cured is not what was met: something is still to be done, or was passed over.
    let is_cured = open.iter().any(|step| has_cured(step));
    section.say(if is_cured {
        words.say(
            "Open: elke toets is voldaan of hersteld. Dat is geen advies; mensen wegen en kiezen.",
            "Open: each test is met or cured. That is no advice; people weigh and choose.",
        )
    } else {
        words.say(
            "Open: aan alle zeven toetsen is voldaan. Dat is geen advies; mensen wegen en kiezen.",
            "Open: all seven tests are met. That is no advice; people weigh and choose.",
        )
    });
    section.blocks.push(Block::List(open.iter().map(|step| with_stand(subject, step)).collect()));
    let least = &subject.assessment.least_intrusive;
    if least.is_empty() {
        section.say(words.say(
            "Wat open staat, wordt al uitgevoerd: er is nu geen stap om uit te kiezen.",
            "What is open is being carried out already: there is no step to choose among now.",
        ));
        return;
    }
    section.say(words.say(
        "Minst ingrijpend onder wat open staat en nog niet is begonnen. Staan er meer, dan is voor dezelfde persoon geen ervan lichter dan een ander:",
        "Least intrusive among what is open and not begun yet. Where there are more, none of them is lighter than another for the same person:",
    ));
    section.blocks.push(Block::List(least.iter().map(|id| subject.step_link(id).into()).collect()));
}

/// Whether a gate of it was not met and that was cured.
pub(super) fn has_cured(step: &StepAssessment) -> bool {
    step.gates.iter().any(|gate| gate.outcome == GateOutcome::Cured)
}

/// One line: where it stands.
fn with_stand(subject: &Subject<'_>, step: &StepAssessment) -> Item {
    subject.step_link(&step.step).text(format!(" – {}", subject.stand(step))).into()
}

/// One line: which gates it does not pass.
fn bars(subject: &Subject<'_>, step: &StepAssessment) -> Inline {
    let mut line = subject.step_link(&step.step).text(": ");
    let mut first = true;
    for outcome in [GateOutcome::Failed, GateOutcome::Unknown, GateOutcome::OutsidePack] {
        let gates: Vec<String> = step
            .gates
            .iter()
            .filter(|gate| gate.outcome == outcome)
            .map(|gate| gate_name(subject, gate.gate))
            .collect();
        if gates.is_empty() {
            continue;
        }
        if !first {
            line = line.text("; ");
        }
        first = false;
        line = line.outcome(outcome).text(format!(": {}", gates.join(", ")));
    }
    line.text(".")
}

/// A gate in running text.
pub(super) fn gate_name(subject: &Subject<'_>, gate: Gate) -> String {
    let label = subject.words.of(&gate.label());
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn first_duty(subject: &Subject<'_>, section: &mut Section) {
    let words = subject.words;
    let duties: Vec<_> = super::dated(subject.assessment).collect();
    let overdue = duties.iter().filter(|duty| duty.overdue).count();
    if overdue > 0 {
        let text = format!(
            "{} {}.",
            words.count(overdue, ("termijn is", "term has"), ("termijnen zijn", "terms have")),
            words.say("voorbij", "passed"),
        );
        section.blocks.push(Block::Paragraph(Inline::from(text).text(" ").link("plichten", see(subject))));
    }
    if let Some(duty) = duties.iter().find(|duty| !duty.overdue && duty.due.is_some()) {
        let first = words.say("Eerstvolgende termijn:", "Next term:");
        section.say(format!("{first} {}", words.of(&duty.sentence)));
    }
}

fn see(subject: &Subject<'_>) -> String {
    subject.words.say("Zie wat er moet gebeuren.", "See what has to be done.").to_owned()
}
