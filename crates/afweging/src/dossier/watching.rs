//! Who keeps watch, and when nobody does.

use std::collections::BTreeSet;

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

/// The gaps between the first report and closure, or `until` when it is not closed by then.
///
/// To the day: who hands over and who takes over on one day leave no gap. The receiver of a report watches only when
/// that is recorded, and so does the receiver of a hand-over: passing on is not watching.
pub(crate) fn gaps(events: &[Recorded<WatchEvent>], until: NaiveDate) -> Vec<WatchGap> {
    let mut events: Vec<_> = events.iter().filter(|event| event.occurred.first_day() <= until).collect();
    events.sort_by_key(|event| (event.occurred.first_day(), event.seq));

    let mut watchers: BTreeSet<PersonId> = BTreeSet::new();
    let mut meanwhile: Vec<(PersonId, PersonId)> = Vec::new();
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
    for event in events {
        let day = event.occurred.first_day();
        match &event.what {
            WatchEvent::Report(_) => reported = true,
            WatchEvent::Take(it) => {
                watchers.insert(it.watcher.clone());
            }
            WatchEvent::Leave(it) => {
                watchers.remove(&it.watcher);
            }
            WatchEvent::HandOver(it) => {
                watchers.remove(&it.from);
                if let Said::Said(watcher) = &it.watcher_meanwhile {
                    watchers.insert(watcher.clone());
                    meanwhile.push((it.to.clone(), watcher.clone()));
                }
            }
            WatchEvent::Accept(it) => {
                let stand_ins =
                    meanwhile.iter().filter(|(to, _)| *to == it.receiver).map(|(_, watcher)| watcher);
                for watcher in stand_ins {
                    watchers.remove(watcher);
                }
                meanwhile.retain(|(to, _)| *to != it.receiver);
                watchers.insert(it.receiver.clone());
            }
            WatchEvent::Close(_) => {
                close(&mut nobody_since, day, false);
                reported = false;
                continue;
            }
        }
        if !reported {
            continue;
        }
        if watchers.is_empty() {
            nobody_since.get_or_insert((day, event.seq));
        } else {
            close(&mut nobody_since, day, true);
        }
    }
    close(&mut nobody_since, until, false);
    gaps
}
