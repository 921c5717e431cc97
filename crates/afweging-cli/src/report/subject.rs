//! What the document is about, and what people, steps and measures are called in it.

use afweging::{
    Answerer, Assessment, Dossier, MeasureId, Pack, PersonId, PlacementId, StepAssessment, StepDetails,
    StepId, StepRecord,
};

use super::Inline;
use crate::words::{Words, capital};

/// An assessment with the dossier and the law pack that it was made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) assessment: &'a Assessment,
    pub(crate) dossier: &'a Dossier,
    pub(crate) pack: &'a Pack,
    pub(crate) words: Words,
    /// Whether nobody named the day and it is that of the last entry.
    pub(crate) is_default_day: bool,
}

impl<'a> Subject<'a> {
    pub(super) fn title(&self) -> String {
        let dossier = &self.assessment.receipt.dossier;
        format!("{}: dossier {dossier}", self.words.say("Hoe het ervoor staat", "How it stands"))
    }

    pub(super) fn about(&self) -> Vec<(String, Inline)> {
        let (words, receipt) = (self.words, &self.assessment.receipt);
        let label = |nl: &str, en: &str| words.say(nl, en).to_owned();
        let known = match receipt.known_at {
            Some(known_at) => format!(
                "{} {} ({})",
                words.say("zoals bekend op", "as known on"),
                words.instant(known_at),
                words.say("niets wat later is vastgelegd telt mee", "nothing recorded later counts"),
            ),
            None => words.say("met alles wat is vastgelegd", "with all that is recorded").to_owned(),
        };
        let law = words.label(self.pack.labels());
        let pack = if self.pack.is_hypothetical() {
            format!(
                "{law} ({}) – {}",
                receipt.pack,
                words.say("let op: geen geldend recht", "note: not law in force")
            )
        } else {
            format!("{law} ({})", receipt.pack)
        };
        let mut day = words.date(receipt.at);
        if self.is_default_day {
            let why = words.say(
                "de dag waarop de laatste regel is vastgelegd",
                "the day on which the last entry was recorded",
            );
            day = format!("{day} ({why})");
        }
        let mut about: Vec<(String, Inline)> = vec![
            (label("Beoordeeld op", "Assessed on"), day.into()),
            (label("Kennis", "Knowledge"), known.into()),
            (label("Wetspakket", "Law pack"), pack.into()),
        ];
        if let Some(region) = self.pack.region() {
            let name = format!("{} ({})", words.label(&region.labels), region.id);
            let told = if region.hypothetical {
                format!("{name} – {}", words.say("let op: hypothetisch", "note: hypothetical"))
            } else {
                name
            };
            about.push((label("Regio", "Region"), told.into()));
        }
        let entries = words.count(receipt.entries, ("regel", "entry"), ("regels", "entries"));
        about.push((label("Dossier", "Dossier"), entries.into()));
        about
    }

    /// Somebody: the role and the pseudonym.
    pub(super) fn person(&self, id: &PersonId) -> String {
        self.words.of(&self.dossier.people().named(id))
    }

    pub(super) fn people<'p>(&self, ids: impl IntoIterator<Item = &'p PersonId>) -> String {
        let names: Vec<String> = ids.into_iter().map(|id| self.person(id)).collect();
        self.words.list(&names)
    }

    pub(super) fn answerer(&self, who: &Answerer) -> String {
        match who {
            Answerer::Person(id) => self.person(id),
            Answerer::Actor(actor) => self.words.of(&actor.label()),
            Answerer::ThoseWhoWeigh => {
                self.words.say("wie de stap samen wegen", "those who weigh the step together").to_owned()
            }
        }
    }

    /// Any one of these.
    pub(super) fn answerers(&self, who: &[Answerer]) -> String {
        let names: Vec<String> = who.iter().map(|it| self.answerer(it)).collect();
        self.words.one_of(&names)
    }

    /// A measure with its placement, by name.
    pub(super) fn measure(&self, id: &MeasureId, placement: Option<&PlacementId>) -> String {
        let Some(measure) = self.pack.measure(id, self.assessment.receipt.at) else { return id.to_string() };
        let name = self.words.label(&measure.labels);
        match placement.and_then(|placement| measure.placement(placement)) {
            Some(placement) => format!("{name}: {}", self.words.label(&placement.labels)),
            None => name.to_owned(),
        }
    }

    /// A step as a heading: the measure and the step's own id.
    pub(super) fn step_title(&self, step: &StepAssessment) -> String {
        let named = self.words.label(&step.measure_labels);
        let name = if step.placement.is_some() || named.is_empty() {
            self.measure(&step.measure, step.placement.as_ref())
        } else {
            named.to_owned()
        };
        format!("{} ({} {})", capital(&name), self.words.say("stap", "step"), step.step)
    }

    /// A step by its id, as a heading.
    pub(super) fn step_name(&self, id: &StepId) -> String {
        self.assessment.step(id).map_or_else(|| id.to_string(), |step| self.step_title(step))
    }

    pub(super) fn step_anchor(id: &StepId) -> String {
        format!("stap-{}", anchor(id.as_str()))
    }

    pub(super) fn step_link(&self, id: &StepId) -> Inline {
        Inline::default().link(Self::step_anchor(id), self.step_name(id))
    }

    pub(super) fn record(&self, id: &StepId) -> Option<&'a StepRecord> {
        self.dossier.steps().get(id)
    }

    /// What was said of a step up to the day of the assessment.
    pub(super) fn details(&self, id: &StepId) -> StepDetails {
        let mut details = StepDetails::default();
        let Some(record) = self.record(id) else { return details };
        let at = self.assessment.receipt.at;
        for said in &record.details {
            if said.occurred.first_day() <= at && !self.dossier.is_corrected(said.seq) {
                details.merge(&said.what);
            }
        }
        details
    }

    /// Where a step stands: request, decision, execution, appeal.
    pub(super) fn stand(&self, step: &StepAssessment) -> String {
        let (words, stands) = (self.words, &step.stands);
        let mut parts = Vec::new();
        // Help among people who agree has no request and often no decision: what says nothing is left out.
        if stands.request != "Draft" || stands.decision == "Pending" {
            parts.push(words.request(stands.request).to_owned());
        }
        parts.push(words.decision(stands.decision).to_owned());
        let mut execution = words.execution(stands.execution).to_owned();
        if let Some(since) = stands.since {
            execution = format!("{execution} {} {}", words.say("sinds", "since"), words.date(since));
        }
        if stands.decision != "Refused" {
            parts.push(execution);
        }
        parts.extend(words.appeal(stands.appeal).map(str::to_owned));
        parts.join("; ")
    }
}

/// A name for links, out of anything: what has no place in one is written as its number.
pub(super) fn anchor(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            out.push(letter);
        } else {
            out.push_str(&format!("_{:x}_", u32::from(letter)));
        }
    }
    out
}
