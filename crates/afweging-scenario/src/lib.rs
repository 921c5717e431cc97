//! Scenarios in Dutch: a case in a few lines of YAML, and what must be found of it. For methodologists who do not program.
//!
//! Data goes one way: text → [`Scenario::read`] → [`Scenario::run`] → [`ScenarioResult`]. Nothing here opens a file. Short
//! lines are written out as entries of the log and nothing else: **what a scenario does not say stays unknown in its
//! dossier**. What the short lines cannot say stands there as an entry of its own (`gebeurtenis`).
//!
//! ```
//! use afweging::Pack;
//! use afweging_scenario::Scenario;
//! let pack = Pack::nl()?;
//! let result = Scenario::read(afweging_scenario::TEMPLATE)?.run(&pack)?;
//! assert!(result.is_met(), "{:#?}", result.unmet);
//!
//! let wrong = Scenario::read("scenario: Zonder dag\nbron: Q27\ndan: [mag neit]").unwrap_err();
//! let faults: Vec<String> = wrong.0.iter().map(ToString::to_string).collect();
//! assert_eq!(faults[1], "3:7: `mag neit` is geen verwachting\n  tip: bedoelde u `mag niet`?");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cast;
mod coverage;
mod day;
mod expect;
mod fault;
mod form;
mod item;
mod lookup;
mod near;
mod node;
mod page;
mod result;
mod run;
mod scenario;
mod schema;
mod sentence;
mod tell;
mod words;

pub use coverage::{CodeCard, Coverage};
pub use fault::{Place, ScenarioFault};
pub use near::nearest;
pub use node::LARGEST_SCENARIO;
pub use page::form_page;
pub use result::{Branch, ScenarioResult, Shown, Unmet, shown};
pub use scenario::{Scenario, ScenarioFaults};
pub use schema::scenario_schema;
pub use tell::Refused;

/// A scenario to begin from, with a remark on each part.
pub const TEMPLATE: &str = include_str!("template.yaml");
