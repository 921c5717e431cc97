//! For a code the shortest dossier that shows it, and the nearest one that does not.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Code, Dossier, Event, Language, Pack, Region, StepId, assess, minimise, simpler_forms};
use afweging_testkit::{Dice, Histories, dutch_pack, scripted};
use chrono::{Days, NaiveDate};
use serde_json::Value;

/// How many dossiers that show a code are made short, to take the best.
const TRIES: usize = 4;
/// How many dossiers that lack a code are looked at for one from which leaving something out shows it.
const LOOKS: usize = 60;

/// Two dossiers that differ in one thing.
pub struct Pair {
    pub at: NaiveDate,
    pub shown: Value,
    pub not: Option<Value>,
    /// What the shown one has or lacks, and what the other.
    pub differs: (String, String),
    pub region: Option<String>,
}

/// Dossiers of all kinds, with the codes that they show on some days.
pub struct Pool {
    all: Vec<(Dossier, NaiveDate, BTreeSet<Code>)>,
    local: Pack,
}

const REGION: &str = "midden-holland";

impl Pool {
    pub fn new() -> Pool {
        let seeds = |number: u64| -> Vec<u64> {
            let mut dice = Dice::new(number);
            let length = dice.below(95).saturating_add(5);
            (0..length).map(|_| dice.roll()).collect()
        };
        let wild = (0..400_u64).map(|it| Histories::new().build(&seeds(it)).into_dossier());
        let careful =
            (1000..1200_u64).map(|it| Histories::new().well_prepared().build(&seeds(it)).into_dossier());
        let local = Region::named(REGION).and_then(|region| dutch_pack().clone().in_region(&region).ok());
        let local = local.unwrap_or_else(|| dutch_pack().clone());
        let mut all = Vec::new();
        for dossier in scripted().into_iter().chain(careful).chain(wild) {
            let Some(last) = dossier.entries().last().map(|it| it.recorded.date_naive()) else { continue };
            let later = last.checked_add_days(Days::new(200)).unwrap_or(last);
            for at in [last, later, crate::day("2020-06-01")] {
                let codes = assess(&dossier, dutch_pack(), at).codes();
                all.push((dossier.clone(), at, codes));
            }
        }
        // Short ones first: they are made short sooner.
        all.sort_by_key(|(dossier, ..)| dossier.len());
        Pool { all, local }
    }

    pub fn pair(&self, code: Code) -> Option<Pair> {
        let is_local = code == Code::AidNotOffered;
        let pack = if is_local { &self.local } else { dutch_pack() };
        let region = is_local.then(|| REGION.to_owned());
        let shows = |it: &Dossier, at| assess(it, pack, at).codes().contains(&code);
        let mut shortest: Vec<(Dossier, NaiveDate)> = self
            .all
            .iter()
            .filter(|(dossier, at, codes)| codes.contains(&code) || is_local && shows(dossier, *at))
            .take(TRIES)
            .filter_map(|(dossier, at, _)| Some((minimise(dossier, |it| shows(it, *at)).ok()?.dossier, *at)))
            .collect();
        shortest.sort_by_key(|(dossier, _)| dossier.len());
        let made = |shown: &Dossier, at, not: Option<(Dossier, String, String)>| {
            let (differs, not) = match not {
                Some((not, has, lacks)) => ((has, lacks), Some(plain(&not))),
                None => ((String::new(), String::new()), None),
            };
            Some(Pair { at, shown: plain(shown), not, differs, region: region.clone() })
        };
        for (shown, at) in &shortest {
            if let Some((without, what)) = nearest(shown, |it| !shows(it, *at)) {
                return made(
                    shown,
                    *at,
                    Some((without, format!("this one has {what}"), format!("without {what}"))),
                );
            }
        }
        // What shows it says nothing that could be left out: so somebody has to say something more for it to go.
        let lacking = self.all.iter().filter(|(_, _, codes)| !codes.contains(&code));
        let bare = lacking.filter_map(|(dossier, at, _)| {
            let step = steps(dossier).into_iter().find(|step| shows(&only(dossier, step), *at))?;
            Some((dossier, *at, step))
        });
        for (dossier, at, step) in bare.take(LOOKS) {
            let lacks = |it: &Dossier| steps(it).contains(&step) && !shows(it, at);
            let Ok(found) = minimise(dossier, lacks) else { continue };
            let not = found.dossier;
            if let Some((shown, what)) = nearest(&not, |it| shows(it, at)) {
                return made(
                    &shown,
                    at,
                    Some((not, format!("without {what}"), format!("this one has {what}"))),
                );
            }
        }
        let (shown, at) = shortest.first()?;
        // What a region says is not said where there is none.
        let elsewhere = is_local
            .then(|| (shown.clone(), format!("in the region {REGION}"), "without the region".to_owned()));
        made(shown, *at, elsewhere)
    }
}

/// A dossier with one thing less, and as many steps, of which something holds: one entry less, or one thing within an entry.
fn nearest(dossier: &Dossier, holds: impl Fn(&Dossier) -> bool) -> Option<(Dossier, String)> {
    let all = steps(dossier);
    for entry in dossier.entries().iter().rev() {
        if matches!(entry.event, Event::PersonAdded(_) | Event::StepProposed(_)) {
            continue;
        }
        let without = dossier.without(&[entry.seq]);
        if without.left_out.len() == 1 && steps(&without.dossier) == all && holds(&without.dossier) {
            let done = Event::done(entry.event.kind(), Language::En).unwrap_or_default();
            return Some((without.dossier, format!("entry {} ({done})", entry.seq)));
        }
    }
    let simpler = simpler_forms(dossier).into_iter().find(|it| steps(it) == all && holds(it));
    if let Some(simpler) = simpler {
        let place = dossier
            .entries()
            .iter()
            .zip(simpler.entries())
            .find(|(one, other)| one.event != other.event || one.by != other.by);
        let what = place
            .map_or_else(String::new, |(entry, other)| difference(entry.seq, &entry.event, &other.event));
        return Some((simpler, what));
    }
    let people = dossier.entries().iter().filter(|it| matches!(it.event, Event::PersonAdded(_)));
    people.rev().find_map(|entry| {
        let without = dossier.without(&[entry.seq]);
        let is_one = without.left_out.len() == 1 && steps(&without.dossier) == all && holds(&without.dossier);
        is_one.then(|| (without.dossier, format!("entry {} (named in the dossier)", entry.seq)))
    })
}

/// Which field an entry has that the other has not.
fn difference(seq: u64, entry: &Event, other: &Event) -> String {
    let fields = |event: &Event| -> BTreeMap<String, Value> {
        let mut found = BTreeMap::new();
        if let Ok(value) = serde_json::to_value(event) {
            leaves(&value, "", &mut found);
        }
        found
    };
    let (has, lacks) = (fields(entry), fields(other));
    let field = has.iter().find(|(path, value)| lacks.get(*path) != Some(value));
    format!("`{}` of entry {seq}", field.map_or("", |(path, _)| path.as_str()))
}

fn leaves(value: &Value, path: &str, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                leaves(field, &path, found);
            }
        }
        leaf => {
            found.insert(path.to_owned(), leaf.clone());
        }
    }
}

fn steps(dossier: &Dossier) -> BTreeSet<StepId> {
    dossier.steps().keys().cloned().collect()
}

/// A dossier with one step of which nothing is said.
fn only(dossier: &Dossier, step: &StepId) -> Dossier {
    let gone: Vec<u64> = dossier
        .entries()
        .iter()
        .filter(|entry| match &entry.event {
            Event::PersonAdded(_) => false,
            Event::StepProposed(it) => it.step != *step,
            _ => true,
        })
        .map(|entry| entry.seq)
        .collect();
    dossier.without(&gone).dossier
}

/// A dossier as JSON without hashes: a vector is to be read, and to be changed by hand.
pub fn plain(dossier: &Dossier) -> Value {
    let mut value: Value = serde_json::from_str(&dossier.to_json()).unwrap_or_default();
    for entry in value.get_mut("entries").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(entry) = entry.as_object_mut() {
            entry.remove("hash");
            entry.remove("content_hash");
        }
    }
    if let Some(fields) = value.as_object_mut() {
        fields.insert("id".to_owned(), Value::from("vector"));
    }
    value
}
