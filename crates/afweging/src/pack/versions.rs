//! How a dated file supersedes what earlier files say.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::law::Citation;
use crate::pack::error::{PackCode, PackError};
use crate::pack::file::Place;

/// What a reference points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Measure,
    Ground,
    Placement,
}

/// A reference to another datum, with where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    pub(crate) target: Target,
    pub(crate) id: String,
    pub(crate) place: Place,
}

/// One version of a datum, in force from the day that its citation says.
#[derive(Debug, Clone)]
pub(crate) struct Version<T> {
    pub(crate) value: T,
    pub(crate) cite: Citation,
    pub(crate) place: Place,
    pub(crate) references: Vec<Reference>,
}

/// All versions of the data of one kind, by id.
#[derive(Debug, Clone)]
pub(crate) struct Versions<T> {
    data: BTreeMap<String, Vec<Version<T>>>,
}

impl<T> Default for Versions<T> {
    fn default() -> Self {
        Self { data: BTreeMap::new() }
    }
}

impl<T> Versions<T> {
    /// Takes up a version; files come in the order of their names' dates.
    ///
    /// What an earlier file says holds until the new one begins, and what it would say later no longer holds.
    pub(crate) fn supersede(&mut self, id: &str, version: Version<T>) -> Result<(), PackError> {
        let versions = self.data.entry(id.to_owned()).or_default();
        if let Some(twin) = versions.iter().find(|earlier| earlier.place.file == version.place.file) {
            let reason = format!("the id `{id}` stands on line {} too", twin.place.line);
            return Err(version.place.error(PackCode::Duplicate, reason));
        }
        close(versions, version.cite.from);
        versions.push(version);
        Ok(())
    }

    /// Ends a datum without a successor.
    pub(crate) fn end(&mut self, id: &str, from: NaiveDate, place: &Place) -> Result<(), PackError> {
        let in_force =
            self.data.get(id).is_some_and(|versions| versions.iter().any(|v| v.cite.in_force(from)));
        match self.data.get_mut(id) {
            Some(versions) if in_force => {
                close(versions, from);
                Ok(())
            }
            _ => Err(place.error(PackCode::EndsNothing, format!("`{id}` is not in force on {from}"))),
        }
    }

    /// What is in force on a day, by id.
    pub(crate) fn on(&self, day: NaiveDate) -> impl Iterator<Item = (&str, &Version<T>)> {
        self.data.iter().flat_map(move |(id, versions)| {
            versions
                .iter()
                .filter(move |version| version.cite.in_force(day))
                .map(move |version| (id.as_str(), version))
        })
    }

    /// Every version of one datum.
    pub(crate) fn of_mut(&mut self, id: &str) -> impl Iterator<Item = &mut T> {
        self.data.get_mut(id).into_iter().flatten().map(|version| &mut version.value)
    }

    /// Every version.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Version<T>> {
        self.data.values().flatten()
    }
}

fn close<T>(versions: &mut Vec<Version<T>>, from: NaiveDate) {
    versions.retain(|version| version.cite.from < from);
    for version in versions {
        version.cite.until = Some(version.cite.until.map_or(from, |until| until.min(from)));
    }
}
