//! A folder of vectors with its manifest: what is in it is run, what is in one and not in the other is said.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use afweging::{Dossier, assess};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Failure, Level, Vector};
use crate::writer::dutch_pack;

/// The format of a manifest.
const MANIFEST_FORMAT: &str = "afweging/vectors/1";

/// What has to be in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// `afweging/vectors/1`.
    pub format: String,
    /// The vectors of each level, each a file in the folder of that level.
    pub levels: BTreeMap<Level, Vec<String>>,
    /// Folders with a dossier, a day and the assessment to the byte.
    pub bytes: Vec<String>,
    /// Dossiers on which something once failed: read, written and read they are the same, and they can be assessed on any day.
    pub dossiers: Vec<String>,
}

/// A folder of vectors.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    manifest: Manifest,
}

/// What a run gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How many of each level were run, of how many.
    pub levels: BTreeMap<Level, (usize, usize)>,
    /// How many assessments were compared to the byte.
    pub bytes: usize,
    /// How many kept dossiers were read and assessed.
    pub dossiers: usize,
    /// What failed: the file, and what.
    pub failures: Vec<(String, Failure)>,
    /// Files that the manifest names and that are not there.
    pub missing: Vec<String>,
    /// Files that are there and that the manifest does not name.
    pub unlisted: Vec<String>,
}

impl Report {
    /// Whether everything was there, was run, and holds.
    pub fn is_right(&self) -> bool {
        self.failures.is_empty() && self.missing.is_empty() && self.unlisted.is_empty()
    }
}

impl Folder {
    /// Reads the manifest of a folder.
    ///
    /// # Errors
    /// Where `manifest.json` cannot be read.
    pub fn open(root: &Path) -> Result<Folder, String> {
        let file = root.join("manifest.json");
        let text = read(&file)?;
        let manifest: Manifest =
            serde_json::from_str(&text).map_err(|why| format!("{}: {why}", file.display()))?;
        if manifest.format != MANIFEST_FORMAT {
            return Err(format!("{}: `{}` is not `{MANIFEST_FORMAT}`", file.display(), manifest.format));
        }
        Ok(Folder { root: root.to_path_buf(), manifest })
    }

    /// The manifest of what is in a folder.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn listed(root: &Path) -> Result<Manifest, String> {
        let mut levels = BTreeMap::new();
        for level in Level::ALL {
            levels.insert(level, Vec::new());
        }
        let mut manifest =
            Manifest { format: MANIFEST_FORMAT.to_owned(), levels, bytes: Vec::new(), dossiers: Vec::new() };
        for name in names(root)? {
            if let Some(level) = Level::ALL.into_iter().find(|it| it.name() == name) {
                let all = names(&root.join(&name))?;
                let all = all.iter().filter_map(|it| it.strip_suffix(".json")).map(str::to_owned).collect();
                manifest.levels.insert(level, all);
            } else if root.join(&name).join("assessment.json").is_file() {
                manifest.bytes.push(name);
            } else if root.join(&name).is_dir() {
                let all = names(&root.join(&name))?;
                manifest
                    .dossiers
                    .extend(all.iter().filter(|it| it.ends_with(".json")).map(|it| format!("{name}/{it}")));
            }
        }
        Ok(manifest)
    }

    /// The vectors that the manifest names, each with its file.
    pub fn vectors(&self) -> impl Iterator<Item = (PathBuf, Level, &str)> {
        self.manifest.levels.iter().flat_map(|(level, names)| {
            names.iter().map(|name| {
                (self.root.join(level.name()).join(format!("{name}.json")), *level, name.as_str())
            })
        })
    }

    /// Runs everything.
    ///
    /// # Errors
    /// Where the folder cannot be listed.
    pub fn run(&self) -> Result<Report, String> {
        let mut report = Report::default();
        self.compare_lists(&mut report)?;
        for (level, names) in &self.manifest.levels {
            report.levels.insert(*level, (0, names.len()));
        }
        for (file, level, name) in self.vectors().filter(|(file, ..)| file.is_file()) {
            let failures = match read(&file).and_then(|text| Vector::from_json(&text)) {
                Ok(vector) if vector.name != name || vector.level != level => {
                    vec![Failure::NotRun(format!("it is `{}` of level {}", vector.name, vector.level.name()))]
                }
                Ok(vector) => vector.failures(),
                Err(why) => vec![Failure::NotRun(why)],
            };
            if let Some((ran, _)) = report.levels.get_mut(&level) {
                *ran = ran.saturating_add(1);
            }
            let name = format!("{}/{name}.json", level.name());
            report.failures.extend(failures.into_iter().map(|failure| (name.clone(), failure)));
        }
        for name in &self.manifest.bytes {
            report.bytes = report.bytes.saturating_add(1);
            if let Err(failure) = self.bytes(name) {
                report.failures.push((name.clone(), failure));
            }
        }
        for name in &self.manifest.dossiers {
            report.dossiers = report.dossiers.saturating_add(1);
            if let Err(failure) = self.kept(name) {
                report.failures.push((name.clone(), failure));
            }
        }
        Ok(report)
    }

    fn compare_lists(&self, report: &mut Report) -> Result<(), String> {
        let there = files(&Folder::listed(&self.root)?);
        let named = files(&self.manifest);
        report.missing = named.difference(&there).cloned().collect();
        report.unlisted = there.difference(&named).cloned().collect();
        Ok(())
    }

    /// The assessment to the byte.
    fn bytes(&self, name: &str) -> Result<(), Failure> {
        let file = |name: &str, of: &str| read(&self.root.join(name).join(of)).map_err(Failure::NotRun);
        let dossier = Dossier::from_json(&file(name, "dossier.json")?)
            .map_err(|why| Failure::NotRun(why.to_string()))?;
        let at: NaiveDate =
            file(name, "at.txt")?.trim().parse().map_err(|why| Failure::NotRun(format!("at.txt: {why}")))?;
        let found = assess(&dossier, dutch_pack(), at).to_json();
        if found == file(name, "assessment.json")? {
            Ok(())
        } else {
            Err(Failure::Codes("the assessment has other bytes".to_owned()))
        }
    }

    fn kept(&self, name: &str) -> Result<(), Failure> {
        let text = read(&self.root.join(name)).map_err(Failure::NotRun)?;
        let value: Value = serde_json::from_str(&text).map_err(|why| Failure::NotRun(why.to_string()))?;
        // Some are kept with their day, some alone.
        let text = value.get("dossier").map_or(text, Value::to_string);
        let dossier = Dossier::from_json(&text).map_err(|why| Failure::NotRun(why.to_string()))?;
        let again = Dossier::from_json(&dossier.to_json()).map_err(|why| Failure::Point(why.to_string()))?;
        if again.to_json() != dossier.to_json() {
            return Err(Failure::Point("written and read it is another".to_owned()));
        }
        let days: BTreeSet<NaiveDate> = dossier.entries().iter().map(|it| it.recorded.date_naive()).collect();
        let differs = days.into_iter().find(|at| {
            assess(&dossier, dutch_pack(), *at).to_json() != assess(&again, dutch_pack(), *at).to_json()
        });
        match differs {
            Some(at) => Err(Failure::Point(format!("read back it is assessed otherwise on {at}"))),
            None => Ok(()),
        }
    }
}

/// Every file that a manifest names.
fn files(manifest: &Manifest) -> BTreeSet<String> {
    let of_levels = manifest
        .levels
        .iter()
        .flat_map(|(level, names)| names.iter().map(|name| format!("{}/{name}.json", level.name())));
    of_levels.chain(manifest.bytes.iter().cloned()).chain(manifest.dossiers.iter().cloned()).collect()
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))
}

/// What a folder holds, sorted.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry.map_err(|why| why.to_string())?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
