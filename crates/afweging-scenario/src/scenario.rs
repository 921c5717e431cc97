//! A scenario: what is given, what happens, and what must then be found. Read out of YAML with Dutch words.

use afweging::{Pack, Region};
use chrono::NaiveDate;

use crate::day::day;
use crate::expect::{self, Expectation};
use crate::fault::{Place, ScenarioFault};
use crate::item::{self, Told};
use crate::node::{self, Body, Key, Node};
use crate::words::is_same;

/// One case with what must be found of it.
///
/// ```
/// use afweging::Pack;
/// use afweging_scenario::Scenario;
/// let scenario = Scenario::read(r#"
/// scenario: Wie verzoekt moet dat mogen
/// bron: BW 1:255 lid 2
/// dag: 2025-03-03
/// gegeven:
///   - mensen: {kind: 8 jaar, moeder: gezag}
/// als: school verzoekt ots
/// dan:
///   - mag niet: AFW-AUTHORITY-001
/// "#)?;
/// let result = scenario.run(&Pack::nl()?)?;
/// assert!(result.is_met());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Scenario {
    pub(crate) title: String,
    pub(crate) sources: Vec<String>,
    pub(crate) day: NaiveDate,
    pub(crate) law: Option<(Place, String)>,
    pub(crate) region: Option<Region>,
    pub(crate) given: Vec<Told>,
    pub(crate) beside: Vec<Told>,
    pub(crate) when: Vec<Told>,
    pub(crate) then: Vec<Expectation>,
}

/// Everything that is wrong with a scenario, in the order of the lines.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[error("{}", joined(.0))]
pub struct ScenarioFaults(pub Vec<ScenarioFault>);

fn joined(faults: &[ScenarioFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl From<ScenarioFault> for ScenarioFaults {
    fn from(fault: ScenarioFault) -> Self {
        Self(vec![fault])
    }
}

/// The words at the top of a file, with whether they must be there.
pub(crate) const TOP: &[(&str, bool, &str)] = &[
    ("scenario", true, "De titel: waar het om gaat, in één zin."),
    (
        "bron",
        true,
        "Waarop de verwachting rust: een artikel, een eis (Q-nummer), een uitspraak of een bekend misgaan.",
    ),
    ("toelichting", false, "Uitleg voor wie dit later leest."),
    ("dag", true, "De dag waarop het verhaal begint."),
    ("regio", false, "De regio waarvan namen, aanbod en hulpmiddelen gelden, zoals `midden-holland`."),
    ("wet", false, "Een wetsvoorstel of scenario dat NIET geldt, in plaats van het geldende recht."),
    ("gegeven", false, "Wat er is en wat er gebeurde."),
    ("ander dossier", false, "Een tweede dossier dat ernaast ligt: staat er woord voor woord hetzelfde?"),
    ("als", false, "Wat er nu gebeurt: iemand overweegt, verzoekt of beslist iets, of de tijd verstrijkt."),
    ("dan", true, "Wat er gevonden moet worden."),
];

impl Scenario {
    /// Reads a scenario.
    ///
    /// # Errors
    /// [`ScenarioFaults`]: everything that is wrong, each with its line, in Dutch.
    pub fn read(yaml: &str) -> Result<Scenario, ScenarioFaults> {
        let root = node::read(yaml)?;
        let Body::Map(fields) = &root.body else {
            if matches!(root.body, Body::Nothing) {
                let empty = ScenarioFault::new(root.place, "dit bestand is leeg");
                return Err(empty.hint("`afweging scenario new` geeft een voorbeeld").into());
            }
            return Err(ScenarioFault::new(root.place, "een scenario begint met `scenario: …`")
                .hint("`afweging scenario new` geeft een voorbeeld")
                .into());
        };
        let mut faults = Vec::new();
        for (key, _) in
            fields.iter().filter(|(key, _)| !TOP.iter().any(|(word, ..)| is_same(word, &key.word)))
        {
            let what = format!("`{}` kan niet bovenaan staan", key.word);
            faults.push(ScenarioFault::unknown(
                key.place,
                what,
                &key.word,
                TOP.iter().map(|(word, ..)| *word),
            ));
        }
        let find = |word: &str| fields.iter().find(|(key, _)| is_same(&key.word, word));
        for (word, _, about) in TOP.iter().filter(|(_, must, _)| *must) {
            if find(word).is_none_or(|(_, node)| matches!(node.body, Body::Nothing)) {
                let place = find(word).map_or(Place::START, |(key, _)| key.place);
                faults.push(ScenarioFault::new(place, format!("`{word}` ontbreekt")).hint(*about));
            }
        }
        let title = find("scenario").and_then(|(_, node)| node.text()).unwrap_or_default();
        let sources = find("bron")
            .map(|(_, node)| node.each().into_iter().filter_map(Node::text).collect())
            .unwrap_or_default();
        let day = first_day(find("dag"), &mut faults);
        let region = find("regio").and_then(|(_, node)| region(node, &mut faults));
        let law = find("wet").and_then(|(_, node)| law(node, &mut faults));
        let mut told =
            |word| find(word).map(|(_, node)| item::read_all(node, &mut faults)).unwrap_or_default();
        let (given, beside, when) = (told("gegeven"), told("ander dossier"), told("als"));
        let then = find("dan").map(|(_, node)| expect::read_all(node, &mut faults)).unwrap_or_default();
        if faults.is_empty() {
            Ok(Scenario { title, sources, day, law, region, given, beside, when, then })
        } else {
            faults.sort_by_key(|fault| fault.place);
            Err(ScenarioFaults(faults))
        }
    }

    /// Its title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// On what its expectations rest: an article, a requirement, a ruling, a failure story.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The day on which it begins.
    pub fn day(&self) -> NaiveDate {
        self.day
    }
}

fn first_day(found: Option<&(Key, Node)>, faults: &mut Vec<ScenarioFault>) -> NaiveDate {
    let Some((_, node)) = found.filter(|(_, node)| !matches!(node.body, Body::Nothing)) else {
        return NaiveDate::MIN;
    };
    let asked = node.text().unwrap_or_default();
    // Nothing comes before it, so it is a date.
    let read = if asked.len() == 10 { day(&asked, NaiveDate::MIN) } else { None };
    read.unwrap_or_else(|| {
        let what = format!("`{asked}` is geen dag");
        faults.push(ScenarioFault::new(node.place, what).hint("schrijf jaar-maand-dag, zoals `2025-03-14`"));
        NaiveDate::MIN
    })
}

fn region(node: &Node, faults: &mut Vec<ScenarioFault>) -> Option<Region> {
    let asked = node.text().unwrap_or_default();
    let found = Region::named(&asked);
    if found.is_none() {
        let regions = Region::all();
        let what = format!("de regio `{asked}` is er niet");
        faults.push(ScenarioFault::unknown(node.place, what, &asked, regions.iter().map(Region::id)));
    }
    found
}

fn law(node: &Node, faults: &mut Vec<ScenarioFault>) -> Option<(Place, String)> {
    let asked = node.text().unwrap_or_default();
    if Pack::HYPOTHETICAL.contains(&asked.as_str()) {
        return Some((node.place, asked));
    }
    let what = format!("het voorstel `{asked}` is er niet");
    faults.push(ScenarioFault::unknown(node.place, what, &asked, Pack::HYPOTHETICAL.iter().copied()));
    None
}
