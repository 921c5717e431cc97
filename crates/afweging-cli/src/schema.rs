//! `afweging schema`: the JSON Schema of what is read.

use clap::ValueEnum;

/// What a schema is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Of {
    /// A dossier, as a file holds it.
    Dossier,
    /// One entry, as it is handed over to be recorded.
    Entry,
    /// A scenario in YAML.
    Scenario,
}

/// A schema as JSON: sorted keys, two spaces, a line end.
pub(crate) fn text(of: Of) -> String {
    let schema = match of {
        Of::Dossier => afweging::dossier_schema(),
        Of::Scenario => afweging_scenario::scenario_schema(),
        Of::Entry => schemars::schema_for!(afweging::NewEntry).to_value(),
    };
    format!("{schema:#}\n")
}
