//! The dossier in time: what happened when, by kind, and when each step was meant to run and did.

use std::collections::BTreeMap;

use afweging::{Event, StepAssessment};
use chrono::NaiveDate;

use super::{Block, Section, Subject};
use crate::words::Words;

/// The dossier in time.
#[derive(Debug)]
pub(crate) struct Timeline {
    /// The first day that it shows.
    pub(crate) from: NaiveDate,
    /// The last day that it shows.
    pub(crate) until: NaiveDate,
    /// The day of the assessment.
    pub(crate) at: NaiveDate,
    /// What happened, by kind.
    pub(crate) lanes: Vec<Lane>,
    /// The steps.
    pub(crate) bars: Vec<Bar>,
    /// What the picture shows, in words: a sentence each.
    pub(crate) description: Vec<String>,
}

/// One kind of event.
#[derive(Debug)]
pub(crate) struct Lane {
    /// What it is called.
    pub(crate) title: String,
    /// The entries of each day.
    pub(crate) days: BTreeMap<NaiveDate, Vec<u64>>,
    /// When nobody kept watch, on the lane that is about that.
    pub(crate) gaps: Vec<(NaiveDate, NaiveDate)>,
}

/// One step.
#[derive(Debug)]
pub(crate) struct Bar {
    /// What it is called.
    pub(crate) title: String,
    /// The step's own id, for where there is little room.
    pub(crate) id: String,
    /// The period that was proposed or granted.
    pub(crate) meant: Option<(NaiveDate, NaiveDate)>,
    /// When it was carried out; until the day of the assessment where it still is.
    pub(crate) carried_out: Option<(NaiveDate, NaiveDate)>,
    /// Whether it was not carried out until the day before the assessment.
    pub(crate) goes_on: bool,
}

/// The kinds of event, in the order in which the picture shows them.
const KINDS: [(Kind, &str, &str); 6] = [
    (Kind::Talks, "Gesprekken", "Talks"),
    (Kind::Facts, "Feiten", "Facts"),
    (Kind::Weighing, "Weging", "Weighing"),
    (Kind::Consent, "Toestemming", "Consent"),
    (Kind::Steps, "Stappen en beslissingen", "Steps and decisions"),
    (Kind::Watch, "Opletten", "Keeping watch"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Talks,
    Facts,
    Weighing,
    Consent,
    Steps,
    Watch,
}

/// The lane of an event. Who people are, and what was put right in the log, is no event in the life of a family.
fn kind(event: &Event) -> Option<Kind> {
    Some(match event {
        Event::Invited(_)
        | Event::Heard(_)
        | Event::AccountConfirmed(_)
        | Event::AccountContested(_)
        | Event::HearingDeclined(_)
        | Event::NotHeard(_)
        | Event::AccountStillStands(_)
        | Event::EffectNoted(_)
        | Event::CycleOpened(_)
        | Event::Contested(_)
        | Event::Told(_) => Kind::Talks,
        Event::Claimed(_) | Event::EvidenceAdded(_) | Event::Found(_) | Event::Withdrawn(_) => Kind::Facts,
        Event::ViewGiven(_)
        | Event::SealingAgreed(_)
        | Event::ViewSealed(_)
        | Event::ViewsRevealed(_)
        | Event::DialogueOpened(_)
        | Event::Converged(_)
        | Event::Diverged(_)
        | Event::DialogueReopened(_)
        | Event::FellBack(_) => Kind::Weighing,
        Event::ConsentAsked(_)
        | Event::ConsentGiven(_)
        | Event::ConsentRefused(_)
        | Event::ConsentWithdrawn(_) => Kind::Consent,
        Event::StepProposed(_)
        | Event::StepDetailed(_)
        | Event::AlternativeNamed(_)
        | Event::CandidatesAnswered(_)
        | Event::UrgencyDeclared(_)
        | Event::RequestFiled(_)
        | Event::RequestWithdrawn(_)
        | Event::RequestHeldOver(_)
        | Event::Decided(_)
        | Event::DecidedUrgently(_)
        | Event::HeardAfterwards(_)
        | Event::Started(_)
        | Event::Reviewed(_)
        | Event::MindChangeLinked(_)
        | Event::MomentNoted(_)
        | Event::Ended(_)
        | Event::AppealLodged(_)
        | Event::AppealRuled(_)
        | Event::DefectPassedOver(_)
        | Event::DocumentNoted(_)
        | Event::ObligationOrdered(_)
        | Event::ObligationMet(_)
        | Event::PlacementChanged(_) => Kind::Steps,
        Event::ReportReceived(_)
        | Event::WatchTaken(_)
        | Event::WatchLeft(_)
        | Event::HandedOver(_)
        | Event::HandOverAccepted(_)
        | Event::Closed(_) => Kind::Watch,
        Event::PersonAdded(_)
        | Event::RelationNoted(_)
        | Event::AuthorityNoted(_)
        | Event::CapacityNoted(_)
        | Event::SetAside(_)
        | Event::Corrected(_)
        | Event::Redacted(_) => return None,
    })
}

pub(super) fn section(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new("tijdlijn", words.say("In de tijd", "In time"));
    match timeline(subject) {
        Some(timeline) => section.blocks.push(Block::Timeline(Box::new(timeline))),
        None => section.say(words.say("Er is nog niets gebeurd.", "Nothing has happened yet.")),
    }
    section
}

fn timeline(subject: &Subject<'_>) -> Option<Timeline> {
    let (words, at) = (subject.words, subject.assessment.receipt.at);
    let mut lanes: Vec<Lane> = KINDS
        .iter()
        .map(|(_, nl, en)| Lane {
            title: words.say(nl, en).to_owned(),
            days: BTreeMap::new(),
            gaps: Vec::new(),
        })
        .collect();
    for entry in subject.dossier.entries() {
        let day = entry.occurred.first_day();
        let Some(kind) = kind(&entry.event).filter(|_| day <= at) else { continue };
        let place = KINDS.iter().position(|(it, _, _)| *it == kind);
        if let Some(lane) = place.and_then(|place| lanes.get_mut(place)) {
            lane.days.entry(day).or_default().push(entry.seq);
        }
    }
    if let Some(watch) = lanes.last_mut() {
        watch.gaps = subject.assessment.watch_gaps.iter().map(|gap| (gap.from, gap.until)).collect();
    }
    let bars: Vec<Bar> = subject.assessment.steps.iter().map(|step| bar(subject, step)).collect();
    let happened = lanes.iter().flat_map(|lane| lane.days.keys().copied());
    let carried = bars.iter().filter_map(|bar| bar.carried_out);
    let from = happened.chain(carried.map(|(from, _)| from)).min()?;
    let last_meant = bars.iter().filter_map(|bar| bar.meant).map(|(_, until)| until).max();
    let until = last_meant.map_or(at, |last| last.max(at));
    lanes.retain(|lane| !lane.days.is_empty() || !lane.gaps.is_empty());
    let description = description(words, from, at, &lanes, &bars);
    Some(Timeline { from, until, at, lanes, bars, description })
}

fn bar(subject: &Subject<'_>, step: &StepAssessment) -> Bar {
    let at = subject.assessment.receipt.at;
    let mut bar = Bar {
        title: subject.step_title(step),
        id: step.step.to_string(),
        meant: None,
        carried_out: None,
        goes_on: false,
    };
    let Some(record) = subject.record(&step.step) else { return bar };
    let proposal = &record.proposal.what;
    let until = step.stands.until.or(proposal.until.said().copied());
    bar.meant = proposal.from.said().copied().zip(until).filter(|(from, until)| from <= until);
    if let Some(started) = record.machines.execution().on(at).started() {
        let until = step.stands.since.unwrap_or(at);
        let from = started.first_day();
        bar.carried_out = (from <= until).then_some((from, until));
        bar.goes_on = step.stands.execution == "InForce";
    }
    bar
}

fn description(words: Words, from: NaiveDate, at: NaiveDate, lanes: &[Lane], bars: &[Bar]) -> Vec<String> {
    let mut said = vec![format!(
        "{} {} {} {}.",
        words.say("Van", "From"),
        words.date(from),
        words.say("tot", "to"),
        words.date(at)
    )];
    said.extend(lanes.iter().map(|lane| lane.said(words)));
    said.extend(bars.iter().filter_map(|bar| bar.said(words).map(|said| format!("{}: {said}.", bar.title))));
    said
}

impl Lane {
    /// How many entries there are of this kind, from when until when.
    fn said(&self, words: Words) -> String {
        let entries = self.days.values().map(Vec::len).fold(0_usize, usize::saturating_add);
        let count = words.count(entries, ("regel", "entry"), ("regels", "entries"));
        let span = match (self.days.first_key_value(), self.days.last_key_value()) {
            (Some((first, _)), Some((last, _))) if first == last => {
                format!(", {} {}", words.say("op", "on"), words.date(*first))
            }
            (Some((first, _)), Some((last, _))) => format!(
                ", {} {} {} {}",
                words.say("van", "from"),
                words.date(*first),
                words.say("tot en met", "to"),
                words.date(*last)
            ),
            _ => String::new(),
        };
        format!("{}: {count}{span}.", self.title)
    }
}

impl Bar {
    /// The step's periods in words; nothing when there is none.
    pub(crate) fn said(&self, words: Words) -> Option<String> {
        let mut parts = Vec::new();
        if let Some((from, until)) = self.meant {
            parts.push(format!(
                "{} {} {} {}",
                words.say("bedoeld van", "meant from"),
                words.date(from),
                words.say("tot en met", "to"),
                words.date(until)
            ));
        }
        if let Some((from, until)) = self.carried_out {
            let until = if self.goes_on { words.say("nu", "now").to_owned() } else { words.date(until) };
            parts.push(format!(
                "{} {} {} {until}",
                words.say("uitgevoerd van", "carried out from"),
                words.date(from),
                words.say("tot", "to"),
            ));
        }
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}
