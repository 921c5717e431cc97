//! The log: record, replay, know what was known, verify.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::entry::{Entry, LONGEST_SALT, NewEntry, is_erased};
use super::event::{Contested, Event, LONGEST_ARTICLE};
use super::people::People;
use super::state::{EvidenceRecord, ObligationRecord, Recorded, State, StatementRecord, StepRecord};
use super::watching::{WatchGap, gaps};
use crate::code::Code;
use crate::consent::{Consent, Scope};
use crate::error::{Refusal, Tampering};
use crate::id::{AlternativeId, EvidenceId, ObligationId, PersonId, StatementId, StepId};
use crate::machine::History;
use crate::perspective::Perspective;
use crate::step::AlternativeNamed;
use crate::time::instant_text;

/// The most entries that one dossier takes.
pub const MOST_ENTRIES: usize = 100_000;

/// A dossier: an append-only log and what it adds up to.
///
/// ```
/// use afweging::{Dossier, Event, NewEntry, Person, PersonId, Role};
///
/// let mut dossier = Dossier::new("d1");
/// let worker = PersonId::new("worker-1")?;
/// let seq = dossier.record(NewEntry {
///     recorded: "2025-03-01T09:00:00Z".parse()?,
///     occurred: "2025-03-01".parse()?,
///     by: worker.clone(),
///     door: Default::default(),
///     event: Event::PersonAdded(Person { person: worker, role: Role::LocalTeam, birth: Default::default() }),
///     salt: String::new(),
/// })?;
/// assert_eq!(seq, 1);
/// assert!(dossier.verify().is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Dossier {
    pub(super) id: String,
    pub(super) entries: Vec<Entry>,
    pub(super) state: State,
    /// Entries that were erased after the moment of a `known_at`: erasure reaches every earlier view.
    pub(super) erased_later: BTreeSet<u64>,
    pub(super) known_at: Option<DateTime<Utc>>,
    pub(super) tampering: Option<Tampering>,
}

impl Dossier {
    /// An empty dossier. The id is the vendor's own, opaque here.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            entries: Vec::new(),
            state: State::default(),
            erased_later: BTreeSet::new(),
            known_at: None,
            tampering: None,
        }
    }

    /// The vendor's id of the dossier.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The entries, first to last.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// One entry, by its number.
    pub fn entry(&self, seq: u64) -> Option<&Entry> {
        let place = usize::try_from(seq).ok()?.checked_sub(1)?;
        self.entries.get(place)
    }

    /// How many entries it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The hash of the last entry; empty for an empty dossier. Whoever keeps it can tell a cut-off tail.
    pub fn head(&self) -> &str {
        self.entries.last().map_or("", |last| &last.hash)
    }

    /// The moment whose knowledge this is, when it came out of [`Dossier::known_at`].
    pub fn known_at_instant(&self) -> Option<DateTime<Utc>> {
        self.known_at
    }

    /// Records one entry and gives its number. The time that it takes does not depend on how long the log is.
    ///
    /// # Errors
    /// [`Refusal`] when the entry is incoherent with what is on record: an id that is not there or in use already,
    /// time running backwards, a transition that its state does not allow, an own decision without its proof of
    /// authority. The dossier is then as it was.
    pub fn record(&mut self, entry: NewEntry) -> Result<u64, Refusal> {
        if entry.is_own_decision() {
            return Err(Refusal::new(
                Code::InputOwnAct,
                "door",
                "an own decision is recorded with `record_own`, out of what the authority map authorised",
            ));
        }
        self.append(entry)
    }

    /// Records an entry whose door was looked at already.
    pub(crate) fn append(&mut self, entry: NewEntry) -> Result<u64, Refusal> {
        let seq = self.check(&entry)?;
        self.state.take(seq, &entry)?;
        let erases = match &entry.event {
            Event::Redacted(it) => Some(it.entry),
            _ => None,
        };
        let sealed = Entry::seal(entry, seq, self.head());
        self.entries.push(sealed);
        if let Some(erased) = erases {
            self.erase(&[erased]);
        }
        Ok(seq)
    }

    /// What holds for every entry, whatever it says. Gives the entry's number.
    pub(super) fn check(&self, entry: &NewEntry) -> Result<u64, Refusal> {
        if let Some(known_at) = self.known_at {
            return Err(Refusal::new(
                Code::InputSequence,
                "recorded",
                format!("what was known at `{}` takes no new entries", instant_text(known_at)),
            ));
        }
        if self.entries.len() >= MOST_ENTRIES {
            return Err(Refusal::new(
                Code::InputTooLarge,
                "entries",
                format!("a dossier takes {MOST_ENTRIES} entries at most"),
            ));
        }
        if entry.salt.len() > LONGEST_SALT {
            return Err(Refusal::new(
                Code::InputTooLarge,
                "salt",
                format!("a salt has {LONGEST_SALT} bytes at most"),
            ));
        }
        if let Some(last) = self.entries.last()
            && entry.recorded < last.recorded
        {
            return Err(Refusal::new(
                Code::InputTimeBackwards,
                "recorded",
                format!(
                    "`{}` is before `{}` of the entry before it",
                    instant_text(entry.recorded),
                    instant_text(last.recorded)
                ),
            ));
        }
        // One day of grace: the day of an entry is a Dutch day, the instant is UTC.
        let latest = entry.recorded.date_naive().checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        if entry.occurred.first_day() > latest {
            return Err(Refusal::new(
                Code::InputTimeBackwards,
                "occurred",
                format!(
                    "`{}` is after `{}`, when it was recorded",
                    entry.occurred,
                    instant_text(entry.recorded)
                ),
            ));
        }
        for (field, article) in entry.event.articles() {
            let refuse = |code, reason| Err(Refusal::new(code, format!("event.{field}"), reason));
            if article.len() > LONGEST_ARTICLE {
                let reason = format!("{} bytes; an article has {LONGEST_ARTICLE} at most", article.len());
                return refuse(Code::InputTooLarge, reason);
            }
            if article.chars().any(|it| it.is_control() || matches!(it, '\u{2028}' | '\u{2029}')) {
                return refuse(Code::InputShape, "an article stands on one line".to_owned());
            }
        }
        u64::try_from(self.entries.len())
            .ok()
            .and_then(|length| length.checked_add(1))
            .ok_or_else(|| Refusal::new(Code::InputTooLarge, "entries", "too many entries"))
    }

    /// Takes the texts of entries away. They live in the state as well, so it is folded anew without them; erasure is
    /// rare.
    pub(super) fn erase(&mut self, seqs: &[u64]) {
        for seq in seqs {
            let place = usize::try_from(*seq).ok().and_then(|seq| seq.checked_sub(1));
            if let Some(entry) = place.and_then(|place| self.entries.get_mut(place)) {
                entry.erase();
            }
        }
        let mut state = State::default();
        for entry in &self.entries {
            // What was coherent with its texts is coherent without them: no transition reads a text.
            if state.take(entry.seq, &as_new(entry)).is_err() {
                return;
            }
        }
        self.state = state;
    }

    /// Builds a dossier anew out of entries, checking each as `record` would.
    ///
    /// # Errors
    /// The place of the first entry that is refused, and the [`Refusal`].
    pub fn replay(
        id: impl Into<String>,
        entries: impl IntoIterator<Item = NewEntry>,
    ) -> Result<Self, (usize, Refusal)> {
        let mut dossier = Dossier::new(id);
        for (place, entry) in entries.into_iter().enumerate() {
            // An own decision was authorised when it was recorded; here only its coherence is at stake.
            dossier.append(entry).map_err(|refusal| (place, refusal))?;
        }
        Ok(dossier)
    }

    /// The dossier as it was known at a moment: nothing recorded later is in it. What was erased later is erased.
    ///
    /// It can be assessed and read; it takes no new entries.
    pub fn known_at(&self, instant: DateTime<Utc>) -> Dossier {
        let mut known = self.beginning(self.entries.partition_point(|entry| entry.recorded <= instant));
        // What was known at an earlier moment says nothing of a later one.
        known.known_at = Some(self.known_at.map_or(instant, |earlier| earlier.min(instant)));
        known
    }

    /// The dossier as it was when an entry was about to be recorded.
    pub(crate) fn before(&self, seq: u64) -> Dossier {
        self.beginning(usize::try_from(seq).unwrap_or(usize::MAX).saturating_sub(1))
    }

    /// The first entries, without what was erased later.
    fn beginning(&self, entries: usize) -> Dossier {
        let mut known = Dossier::new(self.id.clone());
        for entry in self.entries.iter().take(entries) {
            // A beginning of a coherent log is coherent.
            if known.state.take(entry.seq, &as_new(entry)).is_err() {
                break;
            }
            known.entries.push(entry.clone());
        }
        let kept = known.entries.len();
        known.erased_later = self.erased_later.clone();
        known.erased_later.extend(self.entries.iter().skip(kept).filter_map(|entry| match &entry.event {
            Event::Redacted(it) => Some(it.entry),
            _ => None,
        }));
        // A change that came in later was not known then, and takes nothing from what came before it.
        known.tampering = self
            .tampering
            .clone()
            .filter(|found| usize::try_from(found.entry).is_ok_and(|entry| entry <= kept));
        known
    }

    /// Whether the log is as it was recorded.
    ///
    /// # Errors
    /// [`Tampering`] with the first entry that was changed, dropped, moved or inserted, or whose content is missing
    /// without an entry that says it was erased.
    pub fn verify(&self) -> Result<(), Tampering> {
        let mut before = "";
        for (place, entry) in self.entries.iter().enumerate() {
            let found = |reason: &str| Tampering {
                code: Code::ChainBroken,
                entry: entry.seq,
                path: format!("entries[{place}]"),
                reason: reason.to_owned(),
            };
            if !entry.follows(before) {
                return Err(found(
                    "it does not follow on the entry before it: changed, moved, or something was dropped or put in here",
                ));
            }
            let says_erased =
                self.state.redacted.contains_key(&entry.seq) || self.erased_later.contains(&entry.seq);
            if is_erased(&entry.event) {
                if !says_erased {
                    return Err(found("its content is missing and no entry says that it was erased"));
                }
            } else if !says_erased && !entry.content_is_as_recorded() {
                return Err(found("its content is not what was recorded"));
            }
            before = &entry.hash;
        }
        Ok(())
    }

    /// Whether the log is as it was recorded and still reaches the head that the caller kept.
    ///
    /// # Errors
    /// [`Tampering`] as for [`Dossier::verify`], or at the end when the kept head is nowhere in the log.
    pub fn verify_against(&self, kept_head: &str) -> Result<(), Tampering> {
        self.verify()?;
        if kept_head.is_empty() || self.entries.iter().any(|entry| entry.hash == kept_head) {
            return Ok(());
        }
        let next = u64::try_from(self.entries.len()).unwrap_or(u64::MAX).saturating_add(1);
        Err(Tampering {
            code: Code::ChainBroken,
            entry: next,
            path: format!("entries[{}]", self.entries.len()),
            reason: "the log ends before the head that was kept: its tail was cut off".to_owned(),
        })
    }

    /// What reading found of tampering.
    pub fn tampering(&self) -> Option<&Tampering> {
        self.tampering.as_ref()
    }

    /// Everyone in it.
    pub fn people(&self) -> &People {
        &self.state.people
    }

    /// Who was set aside as not relevant, with the reasons.
    pub fn set_aside(&self) -> &[Recorded<super::event::SetAside>] {
        &self.state.set_aside
    }

    /// Somebody's perspective; nothing when nothing was ever recorded of it.
    pub fn perspective(&self, person: &PersonId) -> Option<&History<Perspective>> {
        self.state.perspectives.get(person)
    }

    /// Somebody's perspective on a day.
    pub fn perspective_on(&self, person: &PersonId, day: NaiveDate) -> Perspective {
        use crate::machine::Machine as _;
        self.state.perspectives.get(person).map_or_else(Perspective::start, |history| history.on(day))
    }

    /// The statements.
    pub fn statements(&self) -> &BTreeMap<StatementId, StatementRecord> {
        &self.state.statements
    }

    /// The evidence.
    pub fn evidence(&self) -> &BTreeMap<EvidenceId, EvidenceRecord> {
        &self.state.evidence
    }

    /// The consents, by person and scope.
    pub fn consents(&self) -> &BTreeMap<(PersonId, Scope), History<Consent>> {
        &self.state.consents
    }

    /// The steps.
    pub fn steps(&self) -> &BTreeMap<StepId, StepRecord> {
        &self.state.steps
    }

    /// The alternatives that were named.
    pub fn alternatives(&self) -> &BTreeMap<AlternativeId, Recorded<AlternativeNamed>> {
        &self.state.alternatives
    }

    /// The obligations out of rulings.
    pub fn obligations(&self) -> &BTreeMap<ObligationId, ObligationRecord> {
        &self.state.obligations
    }

    /// The moments on which terms depend, in the order in which they were recorded.
    pub fn moments(&self) -> &[Recorded<crate::moment::MomentNoted>] {
        &self.state.moments
    }

    /// What people object to, by the entry that they object to.
    pub fn contests(&self) -> &BTreeMap<u64, Vec<Recorded<Contested>>> {
        &self.state.contests
    }

    /// Who was told of an entry, by that entry.
    pub fn told(&self) -> &BTreeMap<u64, Vec<Recorded<super::told::Told>>> {
        &self.state.told
    }

    /// Whether an entry was corrected: it stays visible and no longer counts.
    pub fn is_corrected(&self, seq: u64) -> bool {
        self.state.is_corrected(seq)
    }

    /// The corrected entries, each with the entry that put it right.
    pub fn corrected(&self) -> &BTreeMap<u64, u64> {
        &self.state.corrected
    }

    /// The stretches in which nobody kept watch, between the first report and closure or `until`.
    pub fn watch_gaps(&self, until: NaiveDate) -> Vec<WatchGap> {
        gaps(&self.state.watch, until)
    }

    /// Who keeps watch at the end of a day, each with the entry since which they do; nobody after closure.
    pub fn watchers(&self, on: NaiveDate) -> Vec<(PersonId, u64)> {
        super::watching::watchers(&self.state.watch, on)
    }

    /// What bears on who keeps watch, in the order in which it was recorded.
    pub fn watch_events(&self) -> &[Recorded<super::state::WatchEvent>] {
        &self.state.watch
    }
}

/// The entry as it was when it was to be recorded.
pub(super) fn as_new(entry: &Entry) -> NewEntry {
    NewEntry {
        recorded: entry.recorded,
        occurred: entry.occurred,
        by: entry.by.clone(),
        door: entry.door,
        event: entry.event.clone(),
        salt: entry.salt.clone(),
    }
}
