//! The entries of each topic.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::id::{GroundId, MeasureId, PlacementId};
use crate::law::{Certainty, Citation};
use crate::moment::Moment;
use crate::pack::consent::{ConsentBasis, ConsentRule};
use crate::pack::draft::{BareMeasure, BarePlacement, Dated, Draft, Entry, Of, grants, relations, wording};
use crate::pack::error::{PackCode, PackError};
use crate::pack::file::{Node, Table};
use crate::pack::keeping::Keeping;
use crate::pack::measure::{Ground, HearingRule, Measure, Principle, Renewal, Requirement, UrgentVariant};
use crate::pack::provision::Provision;
use crate::pack::term::{Length, RestDays, Term, TermKept, TermStart};
use crate::pack::vector::Vector;
use crate::pack::versions::{Reference, Target};
use crate::pack::words::{Burdened, KeptFrom};

pub(super) type Done = Result<(), PackError>;

/// Reads the entries that the file's topic has; what is wrong with one entry keeps no other from being read.
pub(super) fn read(draft: &mut Draft, file: &Dated<'_>, root: &Table<'_, '_>) -> Vec<PackError> {
    let mut faults = match file.topic {
        "sources" => each(root, "source", |entry| source(draft, entry)),
        "placements" => each(root, "placement", |entry| placement(draft, file, entry)),
        "measures" => each(root, "measure", |entry| measure(draft, file, entry)),
        "grounds" => {
            let mut faults = each(root, "ground", |entry| ground(draft, file, entry));
            faults.extend(each(root, "test", |entry| test(draft, file, entry)));
            faults
        }
        "relations" => {
            let mut faults = each(root, "requires", |entry| relations::requires(draft, file, entry));
            faults.extend(each(root, "prefers", |entry| relations::prefers(draft, file, entry)));
            faults.extend(each(root, "adjacent", |entry| relations::adjacent(draft, file, entry)));
            faults.extend(each(root, "ordered", |entry| relations::ordered(draft, file, entry)));
            faults.extend(each(root, "incomparable", |entry| relations::incomparable(draft, file, entry)));
            faults
        }
        "requirements" => each(root, "requirement", |entry| requirement(draft, file, entry)),
        "hearing" => each(root, "hearing", |entry| hearing(draft, file, entry)),
        "consent" => {
            let mut faults = each(root, "basis", |entry| basis(draft, file, entry));
            faults.extend(each(root, "rule", |entry| rule(draft, file, entry)));
            faults
        }
        "authority" => each(root, "grant", |entry| grants::grant(draft, file, entry)),
        "terms" => each(root, "term", |entry| term(draft, file, entry)),
        "provisions" => each(root, "provision", |entry| provision(draft, file, entry)),
        "retention" => each(root, "retention", |entry| keeping(draft, file, entry)),
        "wording" => {
            let mut faults = each(root, "measure", |entry| wording::measure(draft, entry));
            faults.extend(each(root, "ground", |entry| wording::ground(draft, entry)));
            faults.extend(each(root, "adjacent", |entry| wording::adjacent(draft, entry)));
            faults.extend(each(root, "requirement", |entry| wording::requirement(draft, entry)));
            return faults;
        }
        _ => each(root, "principle", |entry| principle(draft, file, entry)),
    };
    faults.extend(each(root, "end", |entry| end(draft, file, entry)));
    faults
}

/// Calls each entry by its id, so that an error in it can say which it is, and refuses keys that nobody asked for.
fn each<'s, 'a>(
    root: &Table<'s, 'a>,
    kind: &'static str,
    mut read: impl FnMut(&Table<'s, 'a>) -> Done,
) -> Vec<PackError> {
    let entries = match root.entries(kind) {
        Ok(entries) => entries,
        Err(fault) => return vec![fault],
    };
    entries.into_iter().filter_map(|mut entry| named(&mut entry, kind, &mut read).err()).collect()
}

fn named<'s, 'a>(
    entry: &mut Table<'s, 'a>,
    kind: &'static str,
    read: &mut impl FnMut(&Table<'s, 'a>) -> Done,
) -> Done {
    let id = entry.need("id")?.text()?;
    entry.call(format!("{kind}.{id}"));
    read(entry)?;
    entry.finish()
}

fn source(draft: &mut Draft, entry: &Table<'_, '_>) -> Done {
    let id = entry.need("id")?.text()?;
    let address = entry.need("address")?.text()?;
    match draft.sources.insert(id.to_owned(), (address.to_owned(), entry.place())) {
        None => Ok(()),
        Some((_, earlier)) => Err(entry.place().error(PackCode::Duplicate, also(id, &earlier))),
    }
}

fn also(id: &str, earlier: &crate::pack::file::Place) -> String {
    format!("the id `{id}` stands in `{}` on line {} too", earlier.file, earlier.line)
}

pub(super) fn start(draft: &Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Result<Entry, PackError> {
    Ok(Entry {
        id: entry.need("id")?.text()?.to_owned(),
        cite: cite(draft, file, entry)?,
        place: entry.place(),
        references: Vec::new(),
    })
}

fn cite(draft: &Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Result<Citation, PackError> {
    let node = entry.need("cite")?;
    let table = node.table()?;
    let from = table.need("from")?;
    let until = table.get("until");
    let source = table.need("source")?;
    let citation = Citation {
        law: table.need("law")?.text()?.to_owned(),
        article: table.need("article")?.text()?.to_owned(),
        paragraph: optional_text(&table, "paragraph")?.unwrap_or_default(),
        from: from.day()?,
        until: until.as_ref().map(Node::day).transpose()?,
        certainty: table.need("certainty")?.word::<Certainty>()?,
        source: match draft.sources.get(source.text()?) {
            Some((address, _)) => address.clone(),
            None => {
                let reason = format!("unknown source `{}`", source.text()?);
                return Err(source.place().error(PackCode::Dangling, reason));
            }
        },
    };
    table.finish()?;
    if citation.from > file.day {
        let reason = format!("begins on {}, after the day of its file, {}", citation.from, file.day);
        return Err(from.place().error(PackCode::FromAfterFile, reason));
    }
    if let (Some(node), Some(day)) = (until, citation.until)
        && day <= citation.from
    {
        let reason = format!("ends on {day}, but begins on {}", citation.from);
        return Err(node.place().error(PackCode::Backwards, reason));
    }
    Ok(citation)
}

fn optional_text(table: &Table<'_, '_>, key: &'static str) -> Result<Option<String>, PackError> {
    table.get(key).map(|node| node.text().map(str::to_owned)).transpose()
}

pub(super) fn optional_truth(table: &Table<'_, '_>, key: &'static str) -> Result<Option<bool>, PackError> {
    table.get(key).map(|node| node.truth()).transpose()
}

pub(super) fn list<'s, 'a>(table: &Table<'s, 'a>, key: &'static str) -> Result<Vec<Node<'s, 'a>>, PackError> {
    table.get(key).map_or(Ok(Vec::new()), |node| node.list())
}

pub(super) fn words<T: DeserializeOwned>(
    table: &Table<'_, '_>,
    key: &'static str,
) -> Result<Vec<T>, PackError> {
    list(table, key)?.iter().map(Node::word).collect()
}

/// A list of words that must be there and must not be empty.
pub(super) fn some_words<T: DeserializeOwned>(
    table: &Table<'_, '_>,
    key: &'static str,
) -> Result<Vec<T>, PackError> {
    let node = table.need(key)?;
    let words: Vec<T> = node.list()?.iter().map(Node::word).collect::<Result<_, _>>()?;
    if words.is_empty() {
        Err(node.place().error(PackCode::Form, "expected at least one"))
    } else {
        Ok(words)
    }
}

pub(super) fn measure_ids(
    nodes: &[Node<'_, '_>],
    into: &mut Vec<Reference>,
) -> Result<Vec<MeasureId>, PackError> {
    nodes.iter().map(|node| measure_id(node, into)).collect()
}

pub(super) fn measure_id(node: &Node<'_, '_>, into: &mut Vec<Reference>) -> Result<MeasureId, PackError> {
    let id: MeasureId = node.id()?;
    into.push(Reference { target: Target::Measure, id: id.to_string(), place: node.place() });
    Ok(id)
}

pub(super) fn placement_ids(
    nodes: &[Node<'_, '_>],
    into: &mut Vec<Reference>,
) -> Result<Vec<PlacementId>, PackError> {
    nodes
        .iter()
        .map(|node| {
            let id: PlacementId = node.id()?;
            into.push(Reference { target: Target::Placement, id: id.to_string(), place: node.place() });
            Ok(id)
        })
        .collect()
}

/// The measures that an entry is about.
pub(super) fn about(entry: &Table<'_, '_>, into: &mut Vec<Reference>) -> Result<Vec<MeasureId>, PackError> {
    let node = entry.need("measures")?;
    let measures = measure_ids(&node.list()?, into)?;
    if measures.is_empty() {
        Err(node.place().error(PackCode::Form, "expected at least one"))
    } else {
        Ok(measures)
    }
}

pub(crate) fn length(node: &Node<'_, '_>) -> Result<Length, PackError> {
    let table = node.table()?;
    let (unit, number) = table.only()?;
    let make: fn(u32) -> Length = match unit {
        "hours" => Length::Hours,
        "days" => Length::Days,
        "working_days" => Length::WorkingDays,
        "weeks" => Length::Weeks,
        "months" => Length::Months,
        "years" => Length::Years,
        _ => {
            let reason = format!(
                "unknown word `{unit}`, expected one of `hours`, `days`, `working_days`, `weeks`, `months`, `years`"
            );
            return Err(number.place().error(PackCode::UnknownWord, reason));
        }
    };
    Ok(make(number.number()?))
}

fn placement(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let start = start(draft, file, entry)?;
    let value = BarePlacement {
        id: entry.need("id")?.id()?,
        labels: entry.labels("label")?,
        living: entry.need("living")?.level(6)?,
        liberty: entry.need("liberty")?.level(4)?,
    };
    draft.placements.supersede(&start.id.clone(), start.version(value))
}

fn vector(entry: &Table<'_, '_>, burdened: &BTreeSet<Burdened>) -> Result<Vector, PackError> {
    let table = entry.need("vector")?.table()?;
    let vector = Vector {
        authority: table.need("authority")?.level(5)?,
        living: table.need("living")?.level(6)?,
        liberty: table.need("liberty")?.level(4)?,
        contact: table.need("contact")?.level(3)?,
        privacy: table.need("privacy")?.level(4)?,
        home: table.need("home")?.level(1)?,
        coercion: table.need("coercion")?.level(2)?,
        burdened: burdened.clone(),
        safeguard: table.need("safeguard")?.level(2)?,
        duration: table.need("duration")?.level(4)?,
    };
    table.finish()?;
    Ok(vector)
}

fn renewal(node: &Node<'_, '_>, into: &mut Vec<Reference>) -> Result<Renewal, PackError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Plain {
        No,
        Free,
        Itself,
    }
    if node.is_text() {
        return Ok(match node.word()? {
            Plain::No => Renewal::No,
            Plain::Free => Renewal::Free,
            Plain::Itself => Renewal::Itself,
        });
    }
    let table = node.table()?;
    let by = measure_id(&table.need("by")?, into)?;
    table.finish()?;
    Ok(Renewal::By(by))
}

fn measure(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let refs = &mut start.references;
    let burdened: BTreeSet<Burdened> = words(entry, "burdened")?.into_iter().collect();
    let urgent = match entry.get("urgent") {
        None => None,
        Some(node) => {
            let table = node.table()?;
            let variant = UrgentVariant {
                ex_parte: table.need("ex_parte")?.truth()?,
                hearing_within: table.get("hearing_within").as_ref().map(length).transpose()?,
                cite: cite(draft, file, &table)?,
            };
            table.finish()?;
            Some(variant)
        }
    };
    let measure = Measure {
        id: entry.need("id")?.id()?,
        labels: entry.labels("label")?,
        kind: entry.need("kind")?.word()?,
        frame: entry.need("frame")?.word()?,
        goals: words(entry, "goals")?.into_iter().collect(),
        vector: vector(entry, &burdened)?,
        burdened,
        placements: Vec::new(),
        subject: entry.need("subject")?.word()?,
        form: entry.need("form")?.word()?,
        several_deciders: optional_truth(entry, "several_deciders")?.unwrap_or(false),
        renewal: renewal(&entry.need("renewal")?, refs)?,
        extension_of: entry.get("extension_of").map(|node| measure_id(&node, refs)).transpose()?,
        counts_as: measure_ids(&list(entry, "counts_as")?, refs)?,
        urgent,
        grounds: Vec::new(),
        grounds_cite: None,
        requires: Vec::new(),
        prefers: Vec::new(),
        adjacent: Vec::new(),
        requirements: Vec::new(),
        hearing: Vec::new(),
        consent: ConsentBasis::NotNeeded,
        consent_cite: start.cite.clone(),
        terms: Vec::new(),
        principles: Vec::new(),
        cite: start.cite.clone(),
    };
    let placements = placement_ids(&list(entry, "placements")?, refs)?;
    draft.measures.supersede(&start.id.clone(), start.version(BareMeasure { measure, placements }))
}

fn ground(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let start = start(draft, file, entry)?;
    let id: GroundId = entry.need("id")?.id()?;
    let ground = Ground {
        id: id.clone(),
        labels: entry.labels("label")?,
        text: entry.labels("question")?,
        evidence_level: entry.need("evidence_level")?.word()?,
        open_norm: entry.need("open_norm")?.truth()?,
        cite: start.cite,
    };
    match draft.grounds.insert(id.clone(), (ground, start.place.clone())) {
        None => Ok(()),
        Some((_, earlier)) => Err(start.place.error(PackCode::Duplicate, also(id.as_str(), &earlier))),
    }
}

fn test(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let measures = about(entry, &mut start.references)?;
    let mut value = Vec::new();
    let any_of = entry.need("any_of")?;
    for all_of in any_of.list()? {
        let mut grounds = Vec::new();
        for node in all_of.list()? {
            let id: GroundId = node.id()?;
            start.references.push(Reference {
                target: Target::Ground,
                id: id.to_string(),
                place: node.place(),
            });
            grounds.push(id);
        }
        if grounds.is_empty() {
            return Err(all_of.place().error(PackCode::Form, "expected at least one"));
        }
        value.push(grounds);
    }
    if value.is_empty() {
        return Err(any_of.place().error(PackCode::Form, "expected at least one"));
    }
    draft.tests.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

fn requirement(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let measures = about(entry, &mut start.references)?;
    let value = Requirement {
        id: start.id.clone(),
        document: entry.need("document")?.word()?,
        labels: entry.labels("label")?,
        condition: entry.need("condition")?.word()?,
        requesters: words(entry, "requesters")?,
        extension: optional_truth(entry, "extension")?,
        after: entry.get("after").as_ref().map(length).transpose()?,
        unless: words(entry, "unless")?,
        unless_placement: placement_ids(&list(entry, "unless_placement")?, &mut start.references)?,
        owner: entry.get("owner").map(|node| node.word()).transpose()?,
        cite: start.cite.clone(),
    };
    draft.requirements.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

fn hearing(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let measures = about(entry, &mut start.references)?;
    let value = HearingRule {
        id: start.id.clone(),
        who: entry.need("who")?.word()?,
        duty: entry.need("duty")?.word()?,
        cares_for: entry.get("cares_for").as_ref().map(length).transpose()?,
        unless: words(entry, "unless")?,
        cite: start.cite.clone(),
    };
    draft.hearing.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

fn basis(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Rests {
        NotNeeded,
        Needed,
        OneOf,
    }
    let mut start = start(draft, file, entry)?;
    let measures = about(entry, &mut start.references)?;
    let value = match entry.need("rests_on")?.word()? {
        Rests::NotNeeded => ConsentBasis::NotNeeded,
        Rests::Needed => ConsentBasis::Needed,
        Rests::OneOf => ConsentBasis::OneOf {
            measures: measure_ids(&entry.need("in_force")?.list()?, &mut start.references)?,
            guardianship: entry.need("guardianship")?.truth()?,
            consent: entry.need("consent")?.truth()?,
        },
    };
    draft.bases.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

fn rule(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let start = start(draft, file, entry)?;
    let value = ConsentRule {
        id: start.id.clone(),
        group: entry.need("group")?.word()?,
        must: some_words(entry, "must")?,
        exceptions: words(entry, "exceptions")?,
        cite: start.cite.clone(),
    };
    draft.rules.supersede(&start.id.clone(), start.version(value))
}

fn term(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    // A term of no measure is one of the dossier as a whole; that is said by an empty list, never by silence.
    let measures = measure_ids(&entry.need("measures")?.list()?, &mut start.references)?;
    let value = Term {
        id: start.id.clone(),
        kind: entry.need("kind")?.word()?,
        length: length(&entry.need("length")?)?,
        labels: entry.labels("label")?,
        starts: word_or_moment(&entry.need("starts")?, TermStart::Moment)?,
        kept: list(entry, "kept")?
            .iter()
            .map(|node| word_or_moment(node, TermKept::Moment))
            .collect::<Result<_, _>>()?,
        breach: entry.need("breach")?.word()?,
        owner: entry.need("owner")?.word()?,
        norm: entry.need("norm")?.word()?,
        rest_days: rest_days(draft, file, &entry.need("rest_days")?.table()?)?,
        after: entry.get("after").as_ref().map(length).transpose()?,
        placements: placement_ids(&list(entry, "placements")?, &mut start.references)?,
        cite: start.cite.clone(),
    };
    draft.terms.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

fn rest_days(draft: &Draft, file: &Dated<'_>, table: &Table<'_, '_>) -> Result<RestDays, PackError> {
    let value = RestDays { prolonged: table.need("prolonged")?.truth()?, cite: cite(draft, file, table)? };
    table.finish()?;
    Ok(value)
}

/// A word of a closed vocabulary, or `{ moment = "…" }`.
fn word_or_moment<T: DeserializeOwned>(node: &Node<'_, '_>, of: fn(Moment) -> T) -> Result<T, PackError> {
    if node.is_text() {
        return node.word();
    }
    let table = node.table()?;
    let moment = table.need("moment")?.word()?;
    table.finish()?;
    Ok(of(moment))
}

fn principle(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let measures = about(entry, &mut start.references)?;
    let value = Principle {
        id: start.id.clone(),
        labels: entry.labels("label")?,
        condition: entry.need("condition")?.word()?,
        cite: start.cite.clone(),
    };
    draft.principles.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

fn provision(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let value = Provision {
        id: start.id.clone(),
        kind: entry.need("kind")?.word()?,
        labels: entry.labels("label")?,
        actors: words(entry, "actors")?,
        measures: measure_ids(&list(entry, "measures")?, &mut start.references)?,
        length: entry.get("length").as_ref().map(length).transpose()?,
        cite: start.cite.clone(),
    };
    draft.provisions.supersede(&start.id.clone(), start.version(value))
}

fn keeping(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let starts = entry.need("starts")?.word()?;
    let length = entry.get("length");
    if let (KeptFrom::Always, Some(length)) = (starts, &length) {
        return Err(length.place().error(PackCode::Form, "what is always kept has no length"));
    }
    let value = Keeping {
        id: start.id.clone(),
        file: entry.need("file")?.word()?,
        labels: entry.labels("label")?,
        measures: measure_ids(&list(entry, "measures")?, &mut start.references)?,
        starts,
        length: length.as_ref().map(self::length).transpose()?,
        on_request: entry.need("on_request")?.word()?,
        cite: start.cite.clone(),
    };
    draft.keepings.supersede(&start.id.clone(), start.version(value))
}

/// Ends a datum without a successor.
fn end(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum What {
        Placement,
        Measure,
        Test,
        Requires,
        Prefers,
        Adjacent,
        Requirement,
        Hearing,
        Basis,
        Rule,
        Grant,
        Term,
        Principle,
        Ordered,
        Incomparable,
        Provision,
        Retention,
    }
    let Entry { id, cite, place, .. } = start(draft, file, entry)?;
    let from = cite.from;
    match entry.need("what")?.word()? {
        What::Placement => draft.placements.end(&id, from, &place),
        What::Measure => draft.measures.end(&id, from, &place),
        What::Test => draft.tests.end(&id, from, &place),
        What::Requires => draft.requires.end(&id, from, &place),
        What::Prefers => draft.prefers.end(&id, from, &place),
        What::Adjacent => draft.adjacent.end(&id, from, &place),
        What::Requirement => draft.requirements.end(&id, from, &place),
        What::Hearing => draft.hearing.end(&id, from, &place),
        What::Basis => draft.bases.end(&id, from, &place),
        What::Rule => draft.rules.end(&id, from, &place),
        What::Grant => draft.grants.end(&id, from, &place),
        What::Term => draft.terms.end(&id, from, &place),
        What::Principle => draft.principles.end(&id, from, &place),
        What::Ordered => draft.ordered.end(&id, from, &place),
        What::Incomparable => draft.incomparable.end(&id, from, &place),
        What::Provision => draft.provisions.end(&id, from, &place),
        What::Retention => draft.keepings.end(&id, from, &place),
    }
}
