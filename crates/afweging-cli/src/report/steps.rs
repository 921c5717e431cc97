//! The proposed steps: each before its seven gates, with what else is possible and who may act.

use afweging::{
    Cure, CureWhy, Door, Gate, GateOutcome, GateResult, MayAct, PointStanding, StepAssessment, TurnedAway,
};

use super::brief::{gate_name, has_cured};
use super::{Block, Inline, Item, Section, Subject, Table, candidates, findings, reviews};
use crate::words::{Article, capital};

/// Every step before its seven gates, at a glance; nothing where there is no step.
pub(super) fn overview(subject: &Subject<'_>) -> Option<Section> {
    let words = subject.words;
    if subject.assessment.steps.is_empty() {
        return None;
    }
    let mut section =
        Section::new("toetsen", words.say("Zeven toetsen per stap", "Seven tests of each step"));
    section.blocks.push(Block::Table(strips(subject)));
    section.say(legend(subject));
    Some(section)
}

/// Each step in full.
pub(super) fn section(subject: &Subject<'_>) -> Section {
    let (words, steps) = (subject.words, &subject.assessment.steps);
    let mut section = Section::new("stappen", words.say("De voorgestelde stappen", "The proposed steps"));
    if steps.is_empty() {
        section.say(words.say("Er is geen stap voorgesteld.", "No step was proposed."));
        return section;
    }
    section.say(words.say(
        "Elke stap gaat langs zeven toetsen, in de volgorde waarin rechters toetsen. De volgorde van de stappen zelf zegt niets.",
        "Each step is put to seven tests, in the order in which courts test. The order of the steps themselves says nothing.",
    ));
    for step in steps {
        section.sections.push(one(subject, step));
    }
    section
}

/// One row of gates for each step.
fn strips(subject: &Subject<'_>) -> Table {
    let words = subject.words;
    let mut columns = vec![words.say("Stap", "Step").to_owned()];
    columns.extend(Gate::ALL.iter().map(|gate| format!("{} {}", gate.number(), words.of(&gate.label()))));
    let rows = subject.assessment.steps.iter().map(|step| {
        let gates = step.gates.iter().map(|gate| Inline::default().outcome(gate.outcome));
        (
            None,
            std::iter::once(Inline::default().link(Subject::step_anchor(&step.step), step.step.to_string()))
                .chain(gates)
                .collect(),
        )
    });
    Table {
        caption: words
            .say("Hoe elke stap voor elke toets staat", "How each step stands before each test")
            .to_owned(),
        columns,
        rows: rows.collect(),
    }
}

/// What the outcome words mean, as far as they occur.
fn legend(subject: &Subject<'_>) -> Inline {
    let words = subject.words;
    let mut line = Inline::default();
    for outcome in [
        GateOutcome::Passed,
        GateOutcome::Failed,
        GateOutcome::Unknown,
        GateOutcome::Cured,
        GateOutcome::OutsidePack,
    ] {
        let occurs =
            subject.assessment.steps.iter().any(|step| step.gates.iter().any(|it| it.outcome == outcome));
        if occurs {
            line = line.outcome(outcome).text(format!(": {}. ", words.outcome_explained(outcome)));
        }
    }
    line
}

fn one(subject: &Subject<'_>, step: &StepAssessment) -> Section {
    let words = subject.words;
    let id = Subject::step_anchor(&step.step);
    let mut section = Section::new(id.clone(), subject.step_title(step));
    section.blocks.push(Block::Terms(facts(subject, step)));
    let mut gates = Section::new(format!("{id}-toetsen"), words.say("De zeven toetsen", "The seven tests"));
    gates.sections.extend(step.gates.iter().map(|gate| gate_section(subject, gate, &id)));
    section.sections.push(gates);
    section.sections.push(candidates::section(subject, step, &id));
    section.sections.extend(not_taken(subject, step, &id));
    section.sections.push(powers(subject, step, &id));
    section.sections.extend(points(subject, step, &id));
    section.sections.extend(reviews::section(subject, step, &id));
    if !step.aids.is_empty() {
        let mut aids =
            Section::new(format!("{id}-hulp"), words.say("Hulp bij onzekerheid", "Aids in uncertainty"));
        aids.say(words.say(
            "Aandachtspunten. Ze houden geen stap tegen.",
            "Points of attention. They keep no step from being open.",
        ));
        aids.blocks.push(findings::list(subject, &step.aids));
        section.sections.push(aids);
    }
    section
}

/// The points of weighing of a step that places somebody elsewhere, each with whether anything is on record.
fn points(subject: &Subject<'_>, step: &StepAssessment, id: &str) -> Option<Section> {
    if step.points.is_empty() {
        return None;
    }
    let words = subject.words;
    let mut section =
        Section::new(format!("{id}-punten"), words.say("Punten van weging", "Points of weighing"));
    section.say(words.say(
        "Wat er over elk punt op papier staat, en niet wat het waard is.",
        "Whether anything is on record for each point, not what it is worth.",
    ));
    let terms = step.points.iter().map(|it| {
        let stands = match it.stands {
            PointStanding::Filled => words.say("ingevuld", "filled"),
            PointStanding::Reasoned => words.say("er staat waarom niet", "it is said why not"),
            PointStanding::Empty => words.say("leeg", "empty"),
        };
        (capital(&words.of(&it.point.label())), Inline::from(stands))
    });
    section.blocks.push(Block::Terms(terms.collect()));
    Some(section)
}

fn facts(subject: &Subject<'_>, step: &StepAssessment) -> Vec<(String, Inline)> {
    let words = subject.words;
    let label = |nl: &str, en: &str| words.say(nl, en).to_owned();
    let open = if step.over {
        words.say("voorbij; de toetsen blijven staan als verslag", "over; the tests stay for the record")
    } else if step.open && has_cured(step) {
        words.say("open: elke toets is voldaan of hersteld", "open: each test is met or cured")
    } else if step.open {
        words.say("open: aan alle toetsen voldaan", "open: all tests are met")
    } else {
        words.say("niet open", "not open")
    };
    let mut terms = vec![
        (label("Uitkomst", "Outcome"), Inline::default().strong(open)),
        (label("Gaat over", "About"), subject.person(&step.about).into()),
        (label("Stand", "Stands"), subject.stand(step).into()),
    ];
    if let Some(proposal) = subject.record(&step.step).map(|record| &record.proposal) {
        let mut who = subject.person(&proposal.what.proposed_by);
        if step.door == Door::Own {
            who = format!("{who} ({})", words.say("eigen handeling", "own act"));
        }
        terms.push((
            label("Voorgesteld door", "Proposed by"),
            Inline::from(format!("{who}, ")).entries(words, &[proposal.seq]),
        ));
        let day = |said: &afweging::Said<chrono::NaiveDate>| said.said().map(|day| words.date(*day));
        let period = match (day(&proposal.what.from), day(&proposal.what.until)) {
            (Some(from), Some(until)) => format!("{from} {} {until}", words.say("tot en met", "to")),
            (Some(from), None) => format!("{} {from}", words.say("vanaf", "from")),
            (None, Some(until)) => format!("{} {until}", words.say("tot en met", "until")),
            (None, None) => words.say("niet gezegd", "not said").to_owned(),
        };
        terms.push((label("Periode", "Period"), period.into()));
    }
    if !step.rests_on_judgement_of.is_empty() {
        terms.push((
            label("Rust op het oordeel van", "Rests on the judgement of"),
            subject.people(&step.rests_on_judgement_of).into(),
        ));
    }
    terms
}

fn gate_section(subject: &Subject<'_>, gate: &GateResult, id: &str) -> Section {
    let words = subject.words;
    let number = gate.gate.number();
    let title = format!("{number} {}", capital(&gate_name(subject, gate.gate)));
    let mut section = Section::new(format!("{id}-toets-{number}"), title);
    section.outcome = Some(gate.outcome);
    if !gate.findings.is_empty() {
        section.blocks.push(findings::list(subject, &gate.findings));
    }
    if !gate.cured.is_empty() {
        section.blocks.push(Block::List(gate.cured.iter().map(|it| cure(subject, it)).collect()));
    }
    if !gate.rests_on_judgement_of.is_empty() {
        // Who they are stands above, with the step.
        let judges: Vec<String> = gate.rests_on_judgement_of.iter().map(ToString::to_string).collect();
        let rests = words.say("Rust op het oordeel van", "Rests on the judgement of");
        section.say(format!("{rests} {}.", words.list(&judges)));
    }
    section
}

fn powers(subject: &Subject<'_>, step: &StepAssessment, id: &str) -> Section {
    let words = subject.words;
    let mut section = Section::new(
        format!("{id}-bevoegd"),
        words.say("Wie mag verzoeken en beslissen", "Who may request and decide"),
    );
    let terms = [
        (words.say("Verzoeken", "Request"), &step.who_may_request),
        (words.say("Beslissen", "Decide"), &step.who_may_decide),
    ];
    for (title, may) in terms {
        if may.is_empty() {
            let none = words.say("het wetspakket noemt niemand", "the law pack names nobody");
            section.say(format!("{title}: {none}."));
            continue;
        }
        section.say(format!("{title}:"));
        let items = may.iter().map(|it| who_may(subject, it)).collect();
        section.blocks.push(Block::List(items));
    }
    if !step.turned_away.is_empty() {
        section.say(words.say(
            "Wie dit zonder bevoegdheid deed of voorstelt:",
            "Who did or proposes this without the power to:",
        ));
        let items = step.turned_away.iter().map(|it| turned_away(subject, it)).collect();
        section.blocks.push(Block::List(items));
    }
    section
}

fn turned_away(subject: &Subject<'_>, turned: &TurnedAway) -> Item {
    let words = subject.words;
    let mut text = Inline::from(format!("{}: {}", subject.person(&turned.who), words.of(&turned.why)));
    if !turned.because.is_empty() {
        text = text.text(" (").entries(words, &turned.because).text(")");
    }
    let instead: Vec<Item> = turned.who_may_instead.iter().map(|it| who_may(subject, it)).collect();
    let below = if instead.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(words.say("Wie wel:", "Who may:").into()), Block::List(instead)]
    };
    Item { text, below }
}

/// Who passed over a defect, or put it off, and why.
fn cure(subject: &Subject<'_>, cure: &Cure) -> Item {
    let words = subject.words;
    let erased = words.say("(tekst gewist)", "(text erased)");
    let who = subject.person(&cure.by);
    let (lead, reason) = match &cure.why {
        CureWhy::PassedOver { condition, article, reason } => {
            let article =
                article.as_ref().map(|it| format!(", {}", words.article(Article(it)))).unwrap_or_default();
            (
                format!(
                    "{who} {} – {}{article}: ",
                    words.say("ging hieraan voorbij", "passed over this"),
                    words.of(&condition.label())
                ),
                reason,
            )
        }
        CureWhy::Urgency { look_back, reason } => (
            format!(
                "{who} {} {}: ",
                words.say(
                    "stelde dit wegens spoed uit tot uiterlijk",
                    "put this off because of urgency until"
                ),
                words.date(*look_back)
            ),
            reason,
        ),
    };
    let reason = if reason.is_empty() { erased } else { reason };
    Inline::from(lead).quote(reason).text(" (").entries(words, &[cure.because]).text(")").into()
}

/// The decision that was not taken; nothing while nobody decided.
fn not_taken(subject: &Subject<'_>, step: &StepAssessment, id: &str) -> Option<Section> {
    let words = subject.words;
    let not_taken = &step.not_taken;
    if not_taken.rejected.is_empty() && not_taken.written_down.is_empty() {
        return None;
    }
    let mut section = Section::new(
        format!("{id}-niet-genomen"),
        words.say("De niet genomen beslissing", "The decision not taken"),
    );
    if !not_taken.rejected.is_empty() {
        section.say(words.say("Wat is afgewezen:", "What was set aside:"));
        let items = not_taken.rejected.iter().map(|it| -> Item {
            let mut text = capital(&words.of(&it.label));
            if let Some(comparison) = &it.comparison {
                text = format!("{text} – {}", words.of(comparison));
            }
            Inline::from(format!("{text} (")).entries(words, &[it.because]).text(")").into()
        });
        section.blocks.push(Block::List(items.collect()));
    }
    if !not_taken.written_down.is_empty() {
        section.blocks.push(Block::Terms(reviews::written_down(subject, &not_taken.written_down)));
    }
    Some(section)
}

fn who_may(subject: &Subject<'_>, may: &MayAct) -> Item {
    let words = subject.words;
    let mut text = format!(
        "{}, {} [{}]",
        subject.answerer(&may.who),
        words.article(Article(&may.article)),
        words.certainty(may.certainty)
    );
    if may.subsidiary {
        text = format!(
            "{text}; {}",
            words.say(
                "alleen als wie het eerst mag het niet doet",
                "only if who may in the first place does not"
            )
        );
    }
    text.into()
}
