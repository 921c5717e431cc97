//! Names of the law pack and of the library, looked up as people write them, with the nearest when there is none.

use afweging::{Condition, Document, GroundId, Measure, MeasureId, Moment, Pack, Placement, PlacementId};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::fault::ScenarioFault;
use crate::node::Node;
use crate::words::{self, is_same, stands_for};

/// Names for grounds that people use beside the label of the law pack.
const GROUNDS: words::Words = &[
    ("ernstige ontwikkelingsbedreiging", "bw1-255-threat"),
    ("zorg niet aanvaard", "bw1-255-care-not-accepted"),
    ("ouders op tijd in staat", "bw1-255-capable-in-time"),
    ("nodig voor verzorging", "bw1-265b-care"),
    ("gevaar voor huisgenoten", "wth-2-danger"),
    ("acute bedreiging", "bw1-257-acute"),
];

/// The Dutch word for a value of the library, out of how it stands in JSON.
fn in_json(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// A measure, by its id, its label or a name that people use.
pub(crate) fn measure(pack: &Pack, on: NaiveDate, asked: &str) -> Option<MeasureId> {
    let asked = asked.trim();
    if let Some(id) = stands_for(words::MEASURES, asked) {
        return MeasureId::new(id).ok();
    }
    pack.measures(on)
        .find(|it| is_same(it.id.as_str(), asked) || is_same(&it.labels.nl, asked))
        .map(|it| it.id.clone())
}

/// The same, or what is wrong. An id of the right form that the pack does not have is taken: the pack says so itself.
pub(crate) fn measure_of(pack: &Pack, on: NaiveDate, node: &Node) -> Result<MeasureId, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    if let Some(id) = measure(pack, on, &asked) {
        return Ok(id);
    }
    let is_id =
        asked.starts_with('M') && asked.len() > 2 && asked.chars().skip(1).all(|it| it.is_ascii_digit());
    if let Some(id) = MeasureId::new(asked.clone()).ok().filter(|_| is_id) {
        return Ok(id);
    }
    let mut there: Vec<&str> = words::MEASURES.iter().map(|(dutch, _)| *dutch).collect();
    there.extend(pack.measures(on).map(|it| it.labels.nl.as_str()));
    Err(ScenarioFault::unknown(node.place, format!("de maatregel `{asked}` is er niet"), &asked, there))
}

/// A kind of place to live.
pub(crate) fn placement(pack: &Pack, on: NaiveDate, node: &Node) -> Result<PlacementId, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    let mut all: Vec<&Placement> = Vec::new();
    for placement in pack.measures(on).flat_map(|measure| &measure.placements) {
        if !all.iter().any(|it| it.id == placement.id) {
            all.push(placement);
        }
    }
    all.iter()
        .find(|it| is_same(it.id.as_str(), &asked) || is_same(&it.labels.nl, &asked))
        .map(|it| it.id.clone())
        .ok_or_else(|| {
            let what = format!("de plaats `{asked}` is er niet");
            ScenarioFault::unknown(node.place, what, &asked, all.iter().map(|it| it.labels.nl.as_str()))
        })
}

/// A ground; of the measure that it is about, or any that the pack has. `alle` is every ground of the measure.
pub(crate) fn grounds(
    pack: &Pack,
    measure: Option<&Measure>,
    node: &Node,
) -> Result<Vec<GroundId>, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    let of_measure: Vec<GroundId> =
        measure.map(|it| it.all_grounds().into_iter().cloned().collect()).unwrap_or_default();
    if is_same(&asked, "alle") && !of_measure.is_empty() {
        return Ok(of_measure);
    }
    let alias = stands_for(GROUNDS, &asked).unwrap_or(&asked);
    let is_it = |id: &GroundId, label: &str| is_same(id.as_str(), alias) || is_same(label, &asked);
    let near = || pack.grounds().filter(|it| of_measure.contains(&it.id));
    near()
        .chain(pack.grounds())
        .find(|it| is_it(&it.id, &it.labels.nl))
        .map(|it| vec![it.id.clone()])
        .ok_or_else(|| {
            let what = format!("de grond `{asked}` is er niet");
            let mut there: Vec<&str> = near().map(|it| it.labels.nl.as_str()).collect();
            if there.is_empty() {
                there.extend(pack.grounds().map(|it| it.labels.nl.as_str()));
                there.extend(GROUNDS.iter().map(|(dutch, _)| *dutch));
            }
            ScenarioFault::unknown(node.place, what, &asked, there)
        })
}

/// A condition, by its short name or its label.
pub(crate) fn condition(asked: &str) -> Option<Value> {
    if let Some(known) = stands_for(words::CONDITIONS, asked) {
        return Some(json!(known));
    }
    Condition::ALL.iter().find(|it| is_same(&it.label().nl, asked)).map(in_json)
}

/// The same, or what is wrong.
pub(crate) fn condition_of(node: &Node) -> Result<Value, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    condition(&asked).ok_or_else(|| {
        let what = format!("de voorwaarde `{asked}` is er niet");
        ScenarioFault::unknown(node.place, what, &asked, words::CONDITIONS.iter().map(|(dutch, _)| *dutch))
    })
}

/// Documents and moments that the law prescribes; `alle` is every one of the measure.
pub(crate) fn documents(measure: Option<&Measure>, node: &Node) -> Result<Vec<Value>, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    if let Some(measure) = measure.filter(|_| is_same(&asked, "alle")) {
        let mut all: Vec<Value> = measure.requirements.iter().map(|it| in_json(it.document)).collect();
        all.dedup();
        return Ok(all);
    }
    Document::ALL
        .iter()
        .find(|it| {
            is_same(&it.label().nl, &asked) || in_json(it).as_str().is_some_and(|id| is_same(id, &asked))
        })
        .map(|it| vec![in_json(it)])
        .ok_or_else(|| {
            let labels: Vec<String> = Document::ALL.iter().map(|it| it.label().nl).collect();
            let what = format!("het stuk `{asked}` is er niet");
            ScenarioFault::unknown(node.place, what, &asked, labels.iter().map(String::as_str))
        })
}

/// A moment from which a term runs, or by which one is kept.
pub(crate) fn moment(node: &Node) -> Result<Value, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    Moment::ALL
        .iter()
        .find(|it| {
            is_same(&it.label().nl, &asked) || in_json(it).as_str().is_some_and(|id| is_same(id, &asked))
        })
        .map(in_json)
        .ok_or_else(|| {
            let labels: Vec<String> = Moment::ALL.iter().map(|it| it.label().nl).collect();
            let what = format!("het moment `{asked}` is er niet");
            ScenarioFault::unknown(node.place, what, &asked, labels.iter().map(String::as_str))
        })
}
