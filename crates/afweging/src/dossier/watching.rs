//! Who keeps watch, and when nobody does.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::state::{Recorded, WatchEvent};
use crate::id::PersonId;
use crate::said::Said;

/// A stretch in which nobody kept watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WatchGap {
    /// From this day.
    pub from: NaiveDate,
    /// Until this day.
    pub until: NaiveDate,
    /// Whether somebody took the watch on the last day; if not, the gap is still open then.
    pub ended: bool,
    /// The entry after which nobody watched.
    pub after: u64,
}

/// Who keeps watch, each with the entry since which they do, and who stands in for whom.
#[derive(Debug, Default)]
struct Watch {
    watchers: BTreeMap<PersonId, u64>,
    meanwhile: Vec<(PersonId, PersonId)>,
}

impl Watch {
    fn begins(&mut self, person: &PersonId, seq: u64) {
        self.watchers.entry(person.clone()).or_insert(seq);
    }

    /// Takes up what bears on who watches. A report and a closure do not.
    fn take(&mut self, event: &Recorded<WatchEvent>) {
        match &event.what {
            WatchEvent::Report(_) | WatchEvent::Close(_) => {}
            WatchEvent::Take(it) => self.begins(&it.watcher, event.seq),
            WatchEvent::Leave(it) => {
                self.watchers.remove(&it.watcher);
            }
            WatchEvent::HandOver(it) => {
                self.watchers.remove(&it.from);
                if let Said::Said(watcher) = &it.watcher_meanwhile {
                    self.begins(watcher, event.seq);
                    self.meanwhile.push((it.to.clone(), watcher.clone()));
                }
            }
            WatchEvent::Accept(it) => {
                let stand_ins = self.meanwhile.iter().filter(|(to, _)| *to == it.receiver);
                for (_, watcher) in stand_ins {
                    self.watchers.remove(watcher);
                }
                self.meanwhile.retain(|(to, _)| *to != it.receiver);
                self.begins(&it.receiver, event.seq);
            }
        }
    }
}

fn in_order(events: &[Recorded<WatchEvent>], until: NaiveDate) -> Vec<&Recorded<WatchEvent>> {
    let mut events: Vec<_> = events.iter().filter(|event| event.occurred.first_day() <= until).collect();
    events.sort_by_key(|event| (event.occurred.first_day(), event.seq));
    events
}

/// Who keeps watch at the end of a day, each with the entry since which they do. Nobody does after closure.
pub(crate) fn watchers(events: &[Recorded<WatchEvent>], on: NaiveDate) -> Vec<(PersonId, u64)> {
    let mut watch = Watch::default();
    let mut is_closed = false;
    for event in in_order(events, on) {
        watch.take(event);
        is_closed = match event.what {
            WatchEvent::Close(_) => true,
            WatchEvent::Report(_) => false,
            _ => is_closed,
        };
    }
    if is_closed { Vec::new() } else { watch.watchers.into_iter().collect() }
}

/// The gaps between the first report and closure, or `until` when it is not closed by then.
///
/// To the day: who hands over and who takes over on one day leave no gap. The receiver of a report watches only when
/// that is recorded, and so does the receiver of a hand-over: passing on is not watching.
pub(crate) fn gaps(events: &[Recorded<WatchEvent>], until: NaiveDate) -> Vec<WatchGap> {
    let mut watch = Watch::default();
    let mut reported = false;
    let mut nobody_since: Option<(NaiveDate, u64)> = None;
    let mut gaps = Vec::new();
    let mut close = |nobody_since: &mut Option<(NaiveDate, u64)>, day: NaiveDate, ended: bool| {
        if let Some((from, after)) = nobody_since.take()
            && from < day
        {
            gaps.push(WatchGap { from, until: day, ended, after });
        }
    };
    for event in in_order(events, until) {
        let day = event.occurred.first_day();
        watch.take(event);
        match event.what {
            WatchEvent::Report(_) => reported = true,
            WatchEvent::Close(_) => {
                close(&mut nobody_since, day, false);
                reported = false;
                continue;
            }
            _ => {}
        }
        if !reported {
            continue;
        }
        if watch.watchers.is_empty() {
            nobody_since.get_or_insert((day, event.seq));
        } else {
            close(&mut nobody_since, day, true);
        }
    }
    close(&mut nobody_since, until, false);
    gaps
}
