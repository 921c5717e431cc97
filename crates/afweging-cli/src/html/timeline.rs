//! The timeline as a drawing. All of its numbers are whole pixels of its own grid.

use std::fmt::Write as _;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::escape::{attribute, text};
use crate::report::{Lane, Timeline};
use crate::words::Words;

/// The grid: names at the left, the days at the right.
const WIDTH: i64 = 1000;
const NAMES: i64 = 190;
const RIGHT: i64 = 20;
const TOP: i64 = 34;
const LANE: i64 = 30;

/// Places on the grid.
struct Grid<'a> {
    timeline: &'a Timeline,
    days: i64,
}

impl Grid<'_> {
    /// The place of a day, counted from the left.
    fn x(&self, day: NaiveDate) -> i64 {
        let room = WIDTH.saturating_sub(NAMES).saturating_sub(RIGHT);
        let since = day.signed_duration_since(self.timeline.from).num_days().clamp(0, self.days);
        let along = room.saturating_mul(since).checked_div(self.days).unwrap_or(0);
        NAMES.saturating_add(along)
    }

    /// The middle of a row.
    fn y(row: usize) -> i64 {
        let row = i64::try_from(row).unwrap_or(0);
        TOP.saturating_add(LANE.saturating_mul(row)).saturating_add(LANE.saturating_div(2))
    }
}

/// The drawing, with a title and a description for whoever does not see it.
pub(super) fn draw(timeline: &Timeline, words: Words, id: &str) -> String {
    let days = timeline.until.signed_duration_since(timeline.from).num_days().max(1);
    let grid = Grid { timeline, days };
    let with_periods: Vec<_> =
        timeline.bars.iter().filter(|bar| bar.meant.is_some() || bar.carried_out.is_some()).collect();
    let rows = timeline.lanes.len().saturating_add(with_periods.len());
    let bottom = Grid::y(rows).saturating_sub(LANE.saturating_div(2));
    let height = bottom.saturating_add(30);
    let id = attribute(id);
    let mut out = String::new();
    let title = words.say("Het dossier in de tijd", "The dossier in time");
    // Writing to a `String` cannot fail.
    let _ = write!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-titel {id}-uitleg\">\n\
         <title id=\"{id}-titel\">{title}</title>\n<desc id=\"{id}-uitleg\">{}</desc>\n",
        text(&timeline.description.join(" "))
    );
    axis(&grid, words, bottom, &mut out);
    for (row, lane) in timeline.lanes.iter().enumerate() {
        let y = Grid::y(row);
        name(&lane.title, y, &mut out);
        for (from, until) in &lane.gaps {
            gap(&grid, *from, *until, y, words, &mut out);
        }
        for cluster in clusters(&grid, lane) {
            dot(&grid, &cluster, y, words, &mut out);
        }
    }
    for (place, bar) in with_periods.into_iter().enumerate() {
        let y = Grid::y(timeline.lanes.len().saturating_add(place));
        name(&format!("{} {}", words.say("stap", "step"), bar.id), y, &mut out);
        let said = bar.said(words).unwrap_or_default();
        let _ = write!(out, "<g><title>{}: {}</title>", text(&bar.title), text(&said));
        if let Some((from, until)) = bar.meant {
            period(&grid, from, until, y, 16, "bedoeld", &mut out);
        }
        if let Some((from, until)) = bar.carried_out {
            period(&grid, from, until, y, 8, "uitgevoerd", &mut out);
        }
        out.push_str("</g>\n");
    }
    out.push_str("</svg>");
    out
}

/// Months along the top, or years where there are many; and the day of the assessment.
fn axis(grid: &Grid<'_>, words: Words, bottom: i64, out: &mut String) {
    let step: u32 = match grid.days {
        ..=150 => 1,
        151..=450 => 3,
        451..=1100 => 6,
        1101..=5000 => 12,
        _ => 60,
    };
    let at = grid.x(grid.timeline.at);
    let first = grid.timeline.from.with_day(1).unwrap_or(grid.timeline.from);
    let mut month = first;
    // On a month that the step divides, so that years begin at January.
    while month.month0().checked_rem(step.min(12)).unwrap_or(0) != 0 {
        let Some(before) = month.checked_sub_months(Months::new(1)) else { break };
        month = before;
    }
    let mut last_label = i64::MIN;
    let left = grid.x(grid.timeline.from);
    let next = month.checked_add_months(Months::new(step)).map_or(WIDTH, |next| grid.x(next));
    if month < grid.timeline.from && next.saturating_sub(left) >= 70 {
        let from = words.month(grid.timeline.from);
        let _ = writeln!(out, "<text class=\"zacht\" x=\"{left}\" y=\"16\">{from}</text>");
        last_label = left;
    }
    while month <= grid.timeline.until {
        if month >= grid.timeline.from {
            let x = grid.x(month);
            let _ = writeln!(out, "<line class=\"lijn\" x1=\"{x}\" y1=\"24\" x2=\"{x}\" y2=\"{bottom}\"/>");
            let fits = x.saturating_add(70) <= WIDTH && x.saturating_sub(last_label) >= 70;
            if fits {
                let _ =
                    writeln!(out, "<text class=\"zacht\" x=\"{x}\" y=\"16\">{}</text>", words.month(month));
                last_label = x;
            }
        }
        let Some(next) = month.checked_add_months(Months::new(step)) else { break };
        month = next;
    }
    let y = bottom.saturating_add(18);
    let day = format!("{} {}", words.say("beoordeeld op", "assessed on"), words.date(grid.timeline.at));
    let (x, anchor) = if at > 700 { (at.saturating_sub(4), "end") } else { (at.saturating_add(4), "start") };
    let _ = writeln!(
        out,
        "<line class=\"vandaag\" x1=\"{at}\" y1=\"24\" x2=\"{at}\" y2=\"{y}\"/>\n\
         <text class=\"zacht\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{day}</text>"
    );
}

fn name(title: &str, y: i64, out: &mut String) {
    const LONGEST: usize = 27;
    let mut short: String = title.chars().take(LONGEST).collect();
    if short.len() < title.len() {
        short.push('…');
    }
    let y = y.saturating_add(4);
    let _ = writeln!(out, "<text x=\"0\" y=\"{y}\">{}<title>{}</title></text>", text(&short), text(title));
}

/// Days that lie too close to be told apart.
struct Cluster {
    first: NaiveDate,
    last: NaiveDate,
    entries: Vec<u64>,
}

fn clusters(grid: &Grid<'_>, lane: &Lane) -> Vec<Cluster> {
    const CLOSE: i64 = 20;
    let mut clusters: Vec<Cluster> = Vec::new();
    for (day, entries) in &lane.days {
        match clusters.last_mut() {
            Some(before) if grid.x(*day).saturating_sub(grid.x(before.last)) < CLOSE => {
                before.last = *day;
                before.entries.extend(entries);
            }
            _ => clusters.push(Cluster { first: *day, last: *day, entries: entries.clone() }),
        }
    }
    clusters
}

/// The entries of a day or of days close together: a dot, with their number in it where there are more.
fn dot(grid: &Grid<'_>, cluster: &Cluster, y: i64, words: Words, out: &mut String) {
    let (left, right) = (grid.x(cluster.first), grid.x(cluster.last));
    let entries = &cluster.entries;
    let radius: i64 = if entries.len() > 1 { 9 } else { 5 };
    let seqs: Vec<String> = entries.iter().map(u64::to_string).collect();
    let word = if entries.len() > 1 { ("regels", "entries") } else { ("regel", "entry") };
    let days = if cluster.first == cluster.last {
        words.date(cluster.first)
    } else {
        format!(
            "{} {} {}",
            words.date(cluster.first),
            words.say("tot en met", "to"),
            words.date(cluster.last)
        )
    };
    let said = format!("{days}: {} {}", words.say(word.0, word.1), words.list(&seqs));
    let (x, top) = (left.saturating_sub(radius), y.saturating_sub(radius));
    let height = radius.saturating_mul(2);
    let width = right.saturating_sub(left).saturating_add(height);
    let _ = write!(
        out,
        "<g><title>{}</title><rect class=\"stip\" x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"/>",
        text(&said)
    );
    if entries.len() > 1 {
        let (middle, below) = (left.saturating_add(right).saturating_div(2), y.saturating_add(4));
        let _ = write!(out, "<text class=\"getal\" x=\"{middle}\" y=\"{below}\">{}</text>", entries.len());
    }
    out.push_str("</g>\n");
}

fn gap(grid: &Grid<'_>, from: NaiveDate, until: NaiveDate, y: i64, words: Words, out: &mut String) {
    let said = format!(
        "{}: {} {} {}",
        words.say("Niemand lette op", "Nobody kept watch"),
        words.date(from),
        words.say("tot", "to"),
        words.date(until)
    );
    let _ = write!(out, "<g><title>{}</title>", text(&said));
    period(grid, from, until, y, 20, "gat", out);
    out.push_str("</g>\n");
}

/// A stretch of days, both ends included.
fn period(
    grid: &Grid<'_>,
    from: NaiveDate,
    until: NaiveDate,
    y: i64,
    height: i64,
    class: &str,
    out: &mut String,
) {
    let left = grid.x(from);
    let after = until.checked_add_days(Days::new(1)).unwrap_or(until);
    let width = grid.x(after).saturating_sub(left).max(3);
    let top = y.saturating_sub(height.saturating_div(2));
    let _ = write!(
        out,
        "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"3\"/>"
    );
}
