//! Which codes a set of scenarios touches, in words: who shows it, who says that it does not show, which way was never taken.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use afweging::{Code, Language};
use serde::Serialize;

use crate::result::{Branch, ScenarioResult};

/// The branches in which a code can show, as generated dossiers have shown it: see `tests/branches.rs`.
const POSSIBLE: &str = include_str!("branches.txt");

/// What a set of scenarios says of every code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// How many scenarios.
    pub scenarios: usize,
    /// One card for each code, in the order of the codes.
    pub cards: Vec<CodeCard>,
}

/// What a set of scenarios says of one code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeCard {
    /// The code.
    pub code: Code,
    /// What it means, in Dutch.
    pub sentence: &'static str,
    /// The scenarios that say that it must show: without the code they fail.
    pub expected_by: Vec<String>,
    /// The scenarios that say that it must not show.
    pub excluded_by: Vec<String>,
    /// The scenarios in which it shows and nobody says a word about it.
    pub also_shown_in: Vec<String>,
    /// The branches in which it showed.
    pub seen: BTreeSet<Branch>,
    /// The branches in which it can show and never did.
    pub never: BTreeSet<Branch>,
}

impl Coverage {
    /// Counts what a set of results says.
    ///
    /// ```
    /// use afweging::{Code, Pack};
    /// use afweging_scenario::{Coverage, Scenario, TEMPLATE};
    /// let result = Scenario::read(TEMPLATE)?.run(&Pack::nl()?)?;
    /// let coverage = Coverage::of(&[result]);
    /// let card = coverage.card(Code::SystemShortfall).ok_or("every code has a card")?;
    /// assert_eq!(card.expected_by.len(), 1);
    /// assert!(coverage.to_text().contains("AFW-DUTY-007: 1 scenario"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(results: &[ScenarioResult]) -> Coverage {
        let possible = possible();
        let cards = Code::all().iter().map(|code| card(*code, results, &possible)).collect();
        Coverage { scenarios: results.len(), cards }
    }

    /// The card of one code.
    pub fn card(&self, code: Code) -> Option<&CodeCard> {
        self.cards.iter().find(|card| card.code == code)
    }

    /// The codes of which no scenario says that they must show: a rule for them may go and nobody notices.
    pub fn unguarded(&self) -> Vec<Code> {
        self.cards.iter().filter(|card| card.expected_by.is_empty()).map(|card| card.code).collect()
    }

    /// In words, in Dutch: a line for each code.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{} scenario's over {} codes", self.scenarios, self.cards.len());
        for card in &self.cards {
            let _ = writeln!(text, "{}", card.to_line());
        }
        let unguarded = self.unguarded();
        let _ = match unguarded.as_slice() {
            [] => {
                writeln!(text, "\nElke code wordt door een scenario verwacht: zonder die code faalt er een.")
            }
            codes => {
                let codes: Vec<_> = codes.iter().map(|code| code.as_str()).collect();
                writeln!(text, "\nDeze codes mogen weg zonder dat een scenario faalt: {}", codes.join(", "))
            }
        };
        let without_twin: Vec<_> = self
            .cards
            .iter()
            .filter(|card| !card.expected_by.is_empty() && card.excluded_by.is_empty())
            .map(|card| card.code.as_str())
            .collect();
        if !without_twin.is_empty() {
            let _ = writeln!(
                text,
                "Van deze codes zegt geen scenario dat ze NIET gevonden worden: {}",
                without_twin.join(", ")
            );
        }
        text
    }

    /// As JSON with sorted keys.
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

impl CodeCard {
    /// In words, such as `AFW-INTRUSION-003: 4 scenario's; nooit: bij spoed`.
    pub fn to_line(&self) -> String {
        let count = self.expected_by.len();
        let mut line = match count {
            0 => format!("{}: geen scenario", self.code),
            1 => format!("{}: 1 scenario", self.code),
            many => format!("{}: {many} scenario's", self.code),
        };
        match self.excluded_by.len() {
            0 => {}
            1 => line.push_str(", 1 tweeling zonder"),
            many => line.push_str(&format!(", {many} tweelingen zonder")),
        }
        if count == 0 && !self.also_shown_in.is_empty() {
            line.push_str(" verwacht haar; wel gevonden");
        }
        if !self.never.is_empty() {
            let never: Vec<_> = self.never.iter().map(|branch| branch.label()).collect();
            line.push_str(&format!("; nooit: {}", never.join(", ")));
        }
        line
    }

    /// The rule card: what the code means, who shows it and who does not.
    pub fn to_text(&self) -> String {
        let mut text = format!("{}\n  {}\n", self.code, self.sentence);
        let mut list = |title: &str, names: &[String]| {
            if !names.is_empty() {
                let _ = writeln!(text, "  {title}");
                for name in names {
                    let _ = writeln!(text, "    - {name}");
                }
            }
        };
        list("moet gevonden worden in:", &self.expected_by);
        list("mag niet gevonden worden in:", &self.excluded_by);
        list("wordt ook gevonden in:", &self.also_shown_in);
        let labels = |branches: &BTreeSet<Branch>| -> Vec<String> {
            branches.iter().map(|branch| branch.label().to_owned()).collect()
        };
        list("gezien:", &labels(&self.seen));
        list("kan ook, en is nooit gezien:", &labels(&self.never));
        text
    }
}

fn card(code: Code, results: &[ScenarioResult], possible: &BTreeMap<&str, BTreeSet<Branch>>) -> CodeCard {
    let titles = |is_it: &dyn Fn(&ScenarioResult) -> bool| -> Vec<String> {
        results.iter().filter(|it| is_it(it)).map(|it| it.title.clone()).collect()
    };
    // What a scenario shows counts only where it came out as it says.
    let seen: BTreeSet<Branch> = results
        .iter()
        .flat_map(|result| &result.shows)
        .filter(|shown| shown.code == code)
        .map(|shown| shown.branch)
        .collect();
    let can: BTreeSet<Branch> = possible.get(code.as_str()).cloned().unwrap_or_default();
    CodeCard {
        code,
        sentence: code.sentence(Language::Nl),
        expected_by: titles(&|it| it.is_met() && it.expects.contains(&code)),
        excluded_by: titles(&|it| it.is_met() && it.expects_not.contains(&code)),
        also_shown_in: titles(&|it| {
            !it.expects.contains(&code) && it.shows.iter().any(|shown| shown.code == code)
        }),
        never: can.difference(&seen).copied().collect(),
        seen,
    }
}

/// The branches in which each code can show.
fn possible() -> BTreeMap<&'static str, BTreeSet<Branch>> {
    let branch = |word: &str| {
        Branch::ALL.into_iter().find(|it| serde_json::to_value(it).is_ok_and(|value| value == word))
    };
    POSSIBLE
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(code, branches)| (code, branches.split(' ').filter_map(branch).collect()))
        .collect()
}
