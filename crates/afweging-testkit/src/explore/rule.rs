//! A sentence that must hold of every state that is looked at, and how often it was tried.

use std::collections::BTreeMap;

use afweging::{Assessment, Dossier, Event, Pack, Said, Sentence, assess};
use chrono::NaiveDate;
use serde::Serialize;

/// A dossier on a day, with its assessment.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The dossier.
    pub dossier: Dossier,
    /// The day.
    pub at: NaiveDate,
    /// How it stands on that day, by the law pack that is explored.
    pub assessment: Assessment,
}

impl Seen {
    pub(super) fn of(dossier: Dossier, at: NaiveDate, pack: &Pack) -> Self {
        let assessment = assess(&dossier, pack, at);
        Seen { dossier, at, assessment }
    }
}

/// One look: what is there now, and what was there one move before.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// What is there now.
    pub now: &'a Seen,
    /// What was there one move before; absent for a state that no move led to.
    pub before: Option<&'a Seen>,
    /// What happened between the two; absent when only time passed, or nothing did.
    pub event: Option<&'a Event>,
    /// The law pack, without the region.
    pub law: &'a Pack,
    /// The law pack in the region; absent when none was asked for.
    pub in_region: Option<&'a Pack>,
}

/// What became of one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    /// It says nothing here.
    NotHere,
    /// It holds.
    Holds,
    /// It does not, with what was seen.
    Broken(String),
}

impl Tried {
    /// It holds when this is so.
    pub fn when(holds: bool, seen: impl FnOnce() -> String) -> Tried {
        if holds { Tried::Holds } else { Tried::Broken(seen()) }
    }
}

/// A sentence that must hold of every look. One of your own is made of its name, its words and a check:
///
/// ```
/// use afweging_testkit::explore::{Explorer, Rule, Tried};
/// let open_is_rare = Rule::new("own", "geen stap staat open", "no step is open", |look| {
///     Tried::when(look.now.assessment.open.is_empty(), || format!("{:?}", look.now.assessment.open))
/// });
/// let found = Explorer::new(afweging_testkit::dutch_pack()).depth(1).only_histories().with_rule(open_is_rare).explore();
/// let tried = found.properties.iter().find(|it| it.id == "own").ok_or("it was not tried")?;
/// assert!(tried.checked > 10 && tried.violated == 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its name, such as `P4`.
    pub id: &'static str,
    /// What it says.
    pub says: Sentence,
    /// The check.
    pub check: fn(&Look<'_>) -> Tried,
}

impl Rule {
    /// A rule: its name, what it says in Dutch and in English, and the check.
    pub fn new(id: &'static str, nl: &str, en: &str, check: fn(&Look<'_>) -> Tried) -> Self {
        Rule { id, says: Sentence::new(nl, en), check }
    }
}

/// The first case in which something did not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counterexample {
    /// What happened, move by move; or the situation.
    pub story: Vec<Sentence>,
    /// What was seen.
    pub seen: String,
}

/// How often one property was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PropertyTried {
    /// Its name.
    pub id: &'static str,
    /// What it says.
    pub says: Sentence,
    /// How often it said something.
    pub checked: u64,
    /// How often it did not hold.
    pub violated: u64,
    /// The first time that it did not.
    pub first: Said<Counterexample>,
    /// Why it cannot be decided here; not said: it can.
    pub not_decidable: Said<Sentence>,
}

/// Counts tries by property.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: BTreeMap<&'static str, (u64, u64, Option<Counterexample>)>,
    /// The case at hand.
    pub(super) story: Vec<Sentence>,
}

impl Tally {
    /// Counts one try.
    pub(super) fn add(&mut self, id: &'static str, holds: bool, seen: impl FnOnce() -> String) {
        self.count(id, Tried::when(holds, seen));
    }

    pub(super) fn count(&mut self, id: &'static str, tried: Tried) {
        let (checked, violated, first) = self.counts.entry(id).or_default();
        match tried {
            Tried::NotHere => {}
            Tried::Holds => *checked = checked.saturating_add(1),
            Tried::Broken(seen) => {
                *checked = checked.saturating_add(1);
                *violated = violated.saturating_add(1);
                first.get_or_insert_with(|| Counterexample { story: self.story.clone(), seen });
            }
        }
    }

    /// Tries every rule on a look.
    pub(super) fn try_all(&mut self, rules: &[Rule], look: &Look<'_>) {
        for rule in rules {
            self.count(rule.id, (rule.check)(look));
        }
    }

    /// What became of a property.
    pub(super) fn of(
        &self,
        id: &'static str,
        says: Sentence,
        not_decidable: Said<Sentence>,
    ) -> PropertyTried {
        let (checked, violated, first) = self.counts.get(id).cloned().unwrap_or_default();
        let first = first.map_or(Said::NotSaid, Said::Said);
        PropertyTried { id, says, checked, violated, first, not_decidable }
    }
}
