//! The command line of `afweging`: assess a dossier, verify its log, draw the law pack, print the schemas.
//!
//! It reads, and writes to standard output; what is wrong goes to standard error. It ends with 0 when the question was
//! answered, 1 when a log was changed, 2 when an input or an argument is wrong, and 3 when an intact log holds an own decision without its
//! proof. It never reads the clock.

mod arguments;
mod assess;
mod calendar;
mod document;
mod drawing;
mod duties;
mod effects;
mod explore;
mod fault;
#[cfg(test)]
mod fuzz;
mod html;
mod input;
mod minimise;
mod pack;
mod place;
mod regions;
mod report;
mod retention;
mod rulings;
mod scenario;
mod schema;
mod sources;
mod text;
mod vectors;
mod verify;
mod words;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use afweging::Language;
use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};

use fault::Fault;
use words::Words;

/// What the process ends with when an input is wrong.
const WRONG_INPUT: u8 = 2;

/// Weighs decisions on protecting a child or an adult in danger: which steps are open, what bars the others, who may
/// answer what is missing, who may decide. It decides nothing and ranks nothing.
#[derive(Debug, Parser)]
#[command(
    name = "afweging",
    version,
    propagate_version = true,
    after_help = "Example:\n  afweging assess dossier.json\n  afweging assess dossier.json --format html > page.html\n\nEnds with 0: answered; 1: the log was changed (verify), the pack is not sound (pack check), a scenario does not come\nout (scenario check), a vector does not hold (vectors), something not meant was found (explore); 2: wrong input;\n3: the log is intact and an own decision in it has no proof (verify)."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Says how the four uncertainties stand, which steps are open, what bars the others, and what is due.
    #[command(
        after_help = "Example:\n  afweging assess dossier.json --at 2025-03-01 --lang en\n  afweging assess dossier.json --known-at 2025-02-01T12:00:00Z   what could they know then?\n  afweging assess dossier.json --beside others/   which reasons stand elsewhere word for word?\n  afweging assess - --format json < dossier.json"
    )]
    Assess(AssessArgs),
    /// Writes the decision record of a step: for professionals, parents, a child or a court.
    #[command(
        after_help = "Example:\n  afweging document dossier.json --step toezicht --reader court\n  afweging document dossier.json --step toezicht --reader parents --recipient moeder --format html > page.html\n  afweging document dossier.json --step toezicht --reader child --band 8-11\n  afweging document dossier.json --step toezicht --reader court --at 2025-10-01   with what happened since\n\nWithout --step, a dossier with more than one step is refused with the steps that it has. Without --recipient, parents get\nwhat each of them may read. Ends with 0: written; 2: wrong input."
    )]
    Document(DocumentArgs),
    /// Says what has to be done, the earliest day first: by whom, by which article, and how the day was reckoned.
    #[command(
        after_help = "Example:\n  afweging duties dossier.json --at 2025-03-01 --lang en\n  afweging duties dossier.json --format ics > terms.ics   for a calendar"
    )]
    Duties(DutiesArgs),
    /// Tells where a statement comes from, back to where each tale begins; without one, what the sources of each say.
    #[command(
        after_help = "Example:\n  afweging sources dossier.json\n  afweging sources dossier.json --statement geschreeuw\n  afweging sources dossier.json --statement geschreeuw --format svg --lang en > sources.svg"
    )]
    Sources(SourcesArgs),
    /// Tells what rests on something that was or would be taken back, put right or contested, and who has to be told.
    #[command(
        after_help = "Example:\n  afweging effects dossier.json --withdraw geschreeuw   a statement or a mention\n  afweging effects dossier.json --entry 88   what entry 88 took back; any other entry: if it were a mistake\n  afweging effects dossier.json --contest 12 --lang en"
    )]
    Effects(EffectsArgs),
    /// Says until when each kind of file that the dossier stands for is kept, by which source, or what is not known.
    #[command(
        after_help = "Example:\n  afweging retention dossier.json --at 2025-03-01\n  afweging retention dossier.json --format json --lang en"
    )]
    Retention(RetentionArgs),
    /// Tells the shortest history of a dossier that still shows a code, or still lacks it, step by step.
    #[command(
        after_help = "Example:\n  afweging minimise dossier.json --code AFW-INTRUSION-002\n  afweging minimise dossier.json --code AFW-HEARING-001 --absent   what keeps it away from these steps?\n  afweging minimise dossier.json --code AFW-TERM-003 --format dossier > small.json\n\nShortest: leaving out any further step changes it. Ends with 0: told; 2: wrong input, or the code is not as asked."
    )]
    Minimise(MinimiseArgs),
    /// Says whether the log is as it was recorded, or which entry is the first that is not.
    #[command(
        after_help = "Example:\n  afweging verify dossier.json\n  afweging verify dossier.json --head 3b7e…   the hash that you kept: finds a cut-off tail\n\nEnds with 0: intact; 1: changed; 2: cannot be read, or holds no hashes and no --head was given; 3: intact, and an\nown decision in it has no proof that can be made again: it is named."
    )]
    Verify(VerifyArgs),
    /// Prints the JSON Schema of a dossier, of one entry or of a scenario.
    #[command(
        after_help = "Example:\n  afweging schema > dossier.schema.json\n  afweging schema entry\n  afweging schema scenario"
    )]
    Schema(SchemaArgs),
    /// Lists the regions, tells what one of them has agreed, or how two differ.
    #[command(
        after_help = "Example:\n  afweging regions\n  afweging regions utrecht-west --lang en\n  afweging regions foodvalley --diff midden-holland"
    )]
    Regions(RegionsArgs),
    /// Compares the model with published rulings: three gates of each, where the ruling states them.
    #[command(
        after_help = "Example:\n  afweging rulings tests/rulings\n  afweging rulings tests/rulings --format json"
    )]
    Rulings(RulingsArgs),
    /// Runs the vectors of a folder: small dossiers with one point each, against the library and against their manifest.
    #[command(
        after_help = "Example:\n  afweging vectors tests/vectors\n  afweging vectors tests/vectors --format json\n\nEnds with 0: all hold; 1: one does not, is missing, or is not in the manifest; 2: cannot be read."
    )]
    Vectors(VectorsArgs),
    /// Checks cases that were written in Dutch, in YAML, and says what they cover. For who does not program.
    #[command(subcommand)]
    Scenario(ScenarioCommand),
    /// Draws who may do what: one measure from request to appeal, or all measures at a glance.
    #[command(
        after_help = "Example:\n  afweging map --measure M22 --format svg > m22.svg\n  afweging map --on 2024-01-01 --lang en\n  afweging map --measure M27 --on 2024-01-01 --diff 2015-01-01"
    )]
    Map(MapArgs),
    /// Draws how intrusive measures are: which are equal, which line leads to a heavier one, and on what it is heavier.
    #[command(
        after_help = "Example:\n  afweging measures --format svg > measures.svg\n  afweging measures --on 2015-01-01 --format dot | dot -Tpdf > measures.pdf"
    )]
    Measures(MeasuresArgs),
    /// Tries everything within a bound: every machine, every power and situation, every short history; says what is
    /// unreachable, leads nowhere, nobody or two may decide, and which properties hold.
    #[command(
        after_help = "Example:\n  afweging explore --depth 3\n  afweging explore --depth 2 --region utrecht-west --format html > exploration.html\n  afweging explore --depth 4 --mixed   out of all moves: long\n\nWhere it is goes to standard error. Ends with 0: as the model means it; 1: something that nobody said to be meant; 2: wrong input."
    )]
    Explore(ExploreArgs),
    /// Says everything that is wrong with a law pack, or marks its files as released.
    #[command(subcommand)]
    Pack(PackCommand),
}

#[derive(Debug, Subcommand)]
enum PackCommand {
    /// Reads a folder with a law pack and says everything that is wrong with it, each with file, line and key.
    #[command(
        after_help = "Example:\n  afweging pack check crates/afweging/packs/nl\n\nEnds with 0: sound; 1: not sound; 2: cannot be read."
    )]
    Check(PackCheckArgs),
    /// Names the files of a sound pack as released: from then on `pack check` refuses a change to them.
    #[command(after_help = "Example:\n  afweging pack release crates/afweging/packs/nl")]
    Release(PackReleaseArgs),
}

#[derive(Debug, Subcommand)]
enum ScenarioCommand {
    /// Holds every scenario against the model, and says what did happen where it is not as expected.
    #[command(
        after_help = "Example:\n  afweging scenario check tests/scenarios\n  afweging scenario check wachtlijst.yaml --format json\n\nEnds with 0: all came out; 1: one did not, or cannot be read; 2: no file."
    )]
    Check(ScenarioCheckArgs),
    /// Prints a scenario to begin from, with a remark on each part.
    #[command(
        after_help = "Example:\n  afweging scenario new > eerste.yaml\n  afweging scenario new --out eerste.yaml"
    )]
    New(ScenarioNewArgs),
    /// Says of each code which scenarios expect it, which say that it is not there, and which way was never taken.
    #[command(
        after_help = "Example:\n  afweging scenario coverage tests/scenarios\n  afweging scenario coverage tests/scenarios --code AFW-INTRUSION-003   the card of one rule"
    )]
    Coverage(ScenarioCoverageArgs),
}

#[derive(Debug, Args)]
struct ScenarioCheckArgs {
    /// Scenarios in YAML, or folders with them; a folder is read one level deep.
    #[arg(required = true, value_name = "FILE|DIR")]
    given: Vec<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: scenario::Format,
}

#[derive(Debug, Args)]
struct ScenarioNewArgs {
    /// A file that is not there yet. Without it: standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct ScenarioCoverageArgs {
    /// Scenarios in YAML, or folders with them.
    #[arg(required = true, value_name = "FILE|DIR")]
    given: Vec<PathBuf>,
    /// Only the card of this code: what it means, who expects it, who does not.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: scenario::Format,
}

#[derive(Debug, Args)]
struct ExploreArgs {
    /// How many moves a history has at most. With each more there are some five times as many.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=12))]
    depth: u8,
    /// A folder with a law pack in TOML, in place of the Dutch one that is built in.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// A region: does anything open there that the law alone bars? One that `afweging regions` lists, or a TOML file.
    #[arg(long, value_name = "ID|FILE")]
    region: Option<String>,
    /// Makes histories out of the moves of all themes together. Takes far longer.
    #[arg(long)]
    mixed: bool,
    /// Takes nothing as equal: every situation by every state of the law, every history in every order. Takes far longer.
    #[arg(long)]
    nothing_equal: bool,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: explore::Format,
    #[command(flatten)]
    lang: LangArg,
}

#[derive(Debug, Args)]
struct PackCheckArgs {
    /// A folder with a law pack in TOML.
    dir: PathBuf,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: pack::Format,
}

#[derive(Debug, Args)]
struct PackReleaseArgs {
    /// A folder with a law pack in TOML.
    dir: PathBuf,
}

#[derive(Debug, Args)]
struct AssessArgs {
    #[command(flatten)]
    about: AboutArgs,
    /// Other dossiers as JSON, or folders with them: says which reasons and plans stand there word for word. A folder is read
    /// one level deep; with --known-at the others count as they were known then too.
    #[arg(long, value_name = "FILE|DIR", num_args = 1..)]
    beside: Vec<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: assess::Format,
}

#[derive(Debug, Args)]
struct DutiesArgs {
    #[command(flatten)]
    about: AboutArgs,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: duties::Format,
}

#[derive(Debug, Args)]
struct MinimiseArgs {
    #[command(flatten)]
    about: AboutArgs,
    /// The code that the history is to show, such as AFW-INTRUSION-002.
    #[arg(long, value_name = "CODE")]
    code: String,
    /// The history is to lack the code, and to have all the steps that the dossier has.
    #[arg(long)]
    absent: bool,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: minimise::Format,
}

#[derive(Debug, Args)]
struct RetentionArgs {
    #[command(flatten)]
    about: AboutArgs,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: retention::Format,
}

/// What an assessment is made of.
#[derive(Debug, Args)]
struct AboutArgs {
    /// The dossier, as JSON; `-` reads standard input.
    file: PathBuf,
    /// The day for which to assess, such as 2025-03-01. Without it: the day (UTC) on which the last entry was recorded,
    /// of those known. The output says which.
    #[arg(long, value_name = "DATE")]
    at: Option<NaiveDate>,
    /// Shows the dossier as it was known at this moment, such as 2025-02-01T12:00:00Z. Nothing recorded later shows.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    known_at: Option<DateTime<Utc>>,
    /// A folder with a law pack in TOML, in place of the Dutch one that is built in.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// The region whose names, aids and offers to use: one that `afweging regions` lists, or a TOML file. It changes no
    /// power. Without it: the law alone.
    #[arg(long, value_name = "ID|FILE")]
    region: Option<String>,
    /// Dutch law with a bill or scenario upon it that is NOT in force. The output says so.
    #[arg(
        long,
        value_name = "NAME",
        conflicts_with = "pack",
        value_parser = clap::builder::PossibleValuesParser::new(afweging::Pack::HYPOTHETICAL)
    )]
    hypothetical: Option<String>,
    #[command(flatten)]
    lang: LangArg,
}

impl AboutArgs {
    fn asked(&self) -> assess::Asked<'_> {
        assess::Asked {
            file: &self.file,
            at: self.at,
            known_at: self.known_at,
            pack: self.pack.as_deref(),
            region: self.region.as_deref(),
            hypothetical: self.hypothetical.as_deref(),
            beside: &[],
            words: Words::new(self.lang.into()),
        }
    }
}

#[derive(Debug, Args)]
struct DocumentArgs {
    /// The dossier, as JSON; `-` reads standard input.
    file: PathBuf,
    /// The step. Without it: the only one that there is.
    #[arg(long, value_name = "ID")]
    step: Option<String>,
    /// For whom.
    #[arg(long, value_enum, default_value = "professional")]
    reader: document::ReaderArg,
    /// Who of them, by pseudonym: a parent, or a child where there are more.
    #[arg(long, value_name = "PERSON")]
    recipient: Option<String>,
    /// The age in whose words a letter to a child is written. Without it: that of the child on the day; a child without a
    /// known birth needs it.
    #[arg(long, value_enum, value_name = "AGE")]
    band: Option<document::Band>,
    /// The day as of which to tell it. Without it: the day of the decision on the step; while there is none, the day
    /// (UTC) on which the last entry was recorded. The output says which.
    #[arg(long, value_name = "DATE")]
    at: Option<NaiveDate>,
    /// Tells it as it was known at this moment. Nothing recorded later shows.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    known_at: Option<DateTime<Utc>>,
    /// A folder with a law pack in TOML, in place of the Dutch one that is built in.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: document::Format,
    #[command(flatten)]
    lang: LangArg,
}

#[derive(Debug, Args)]
struct SourcesArgs {
    /// The dossier, as JSON; `-` reads standard input.
    file: PathBuf,
    /// The statement. Without it: all of them, each with what its sources say.
    #[arg(long, value_name = "ID")]
    statement: Option<String>,
    /// The day for which to tell it, such as 2025-03-01. Without it: the day (UTC) on which the last entry was recorded. The
    /// output says which.
    #[arg(long, value_name = "DATE")]
    at: Option<NaiveDate>,
    /// Tells it as it was known at this moment. Nothing recorded later shows.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    known_at: Option<DateTime<Utc>>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: sources::Format,
    #[command(flatten)]
    lang: LangArg,
}

#[derive(Debug, Args)]
struct EffectsArgs {
    /// The dossier, as JSON; `-` reads standard input.
    file: PathBuf,
    #[command(flatten)]
    what: WhatArgs,
    /// The day for which to tell it, such as 2025-03-01. Without it: the day (UTC) on which the last entry was recorded. The
    /// output says which.
    #[arg(long, value_name = "DATE")]
    at: Option<NaiveDate>,
    /// Tells it as it was known at this moment. Nothing recorded later shows.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    known_at: Option<DateTime<Utc>>,
    /// A folder with a law pack in TOML, in place of the Dutch one that is built in.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: effects::Format,
    #[command(flatten)]
    lang: LangArg,
}

/// What falls away or comes into doubt: one of these.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct WhatArgs {
    /// A statement or a piece of evidence, as if it were taken back; if it was, what that did.
    #[arg(long, value_name = "ID")]
    withdraw: Option<String>,
    /// An entry that takes back, puts right or objects: what that did. Any other entry: as if it were a mistake.
    #[arg(long, value_name = "NUMBER")]
    entry: Option<u64>,
    /// An entry, as if somebody objected to it; if somebody did, what that did.
    #[arg(long, value_name = "NUMBER")]
    contest: Option<u64>,
}

impl WhatArgs {
    fn asked(&self) -> Option<effects::What<'_>> {
        let withdraw = self.withdraw.as_deref().map(effects::What::Withdraw);
        withdraw.or(self.entry.map(effects::What::Entry)).or(self.contest.map(effects::What::Contest))
    }
}

#[derive(Debug, Args)]
struct VerifyArgs {
    /// The dossier, as JSON with the hashes of its entries; `-` reads standard input.
    file: PathBuf,
    /// The hash of the last entry that you kept. It must still be in the log.
    #[arg(long, value_name = "HASH", value_parser = hash)]
    head: Option<String>,
    /// A folder with a law pack in TOML, in place of the Dutch one that is built in: by it the proofs of own decisions are made
    /// again.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    #[command(flatten)]
    lang: LangArg,
}

#[derive(Debug, Args)]
struct SchemaArgs {
    /// Of what.
    #[arg(value_enum, default_value = "dossier")]
    of: schema::Of,
}

#[derive(Debug, Args)]
struct RegionsArgs {
    /// One that is listed without it, or a TOML file.
    #[arg(value_name = "ID|FILE")]
    region: Option<String>,
    /// Another region, to say how they differ.
    #[arg(long, value_name = "ID|FILE", requires = "region")]
    diff: Option<String>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: regions::Format,
    #[command(flatten)]
    lang: LangArg,
}

#[derive(Debug, Args)]
struct RulingsArgs {
    /// A folder with the rulings, one YAML file each.
    dir: PathBuf,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: rulings::Format,
}

#[derive(Debug, Args)]
struct VectorsArgs {
    /// A folder with `manifest.json`, and a folder for each level.
    dir: PathBuf,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: vectors::Format,
}

#[derive(Debug, Args)]
struct MapArgs {
    /// The measure to draw in full, such as M22. Without it: all measures in one table.
    #[arg(long, value_name = "ID")]
    measure: Option<String>,
    /// An earlier day to compare with: what came, what went, what reads otherwise. Or another region: its names stand beside
    /// those of `--region`; powers are the same in both.
    #[arg(long, value_name = "DATE|REGION")]
    diff: Option<drawing::Against>,
    /// The region whose names for bodies and measures to use: one that `afweging regions` lists, or a TOML file. It
    /// changes no power.
    #[arg(long, value_name = "ID|FILE")]
    region: Option<String>,
    #[command(flatten)]
    drawing: DrawingArgs,
}

#[derive(Debug, Args)]
struct MeasuresArgs {
    #[command(flatten)]
    drawing: DrawingArgs,
}

#[derive(Debug, Args)]
struct DrawingArgs {
    /// The day of the law, such as 2024-01-01. Without it: the day from which the newest state in the law pack is in force. The
    /// drawing says which.
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// A folder with a law pack in TOML, in place of the Dutch one that is built in.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// Dutch law with a bill or scenario upon it that is NOT in force. The drawing says so.
    #[arg(
        long,
        value_name = "NAME",
        conflicts_with = "pack",
        value_parser = clap::builder::PossibleValuesParser::new(afweging::Pack::HYPOTHETICAL)
    )]
    hypothetical: Option<String>,
    /// What to write.
    #[arg(long, value_enum, default_value = "text")]
    format: drawing::Format,
    #[command(flatten)]
    lang: LangArg,
}

#[derive(Debug, Clone, Copy, Args)]
struct LangArg {
    /// The language of the output: Dutch or English.
    #[arg(long, value_enum, default_value = "nl")]
    lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Lang {
    Nl,
    En,
}

impl From<LangArg> for Language {
    fn from(it: LangArg) -> Self {
        match it.lang {
            Lang::Nl => Language::Nl,
            Lang::En => Language::En,
        }
    }
}

fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    text.parse().map_err(|_| "a moment is written as 2025-02-01T12:00:00Z".to_owned())
}

fn hash(text: &str) -> Result<String, String> {
    let is_hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { Ok(text.to_owned()) } else { Err("a hash has 64 hexadecimal digits".to_owned()) }
}

fn main() -> ExitCode {
    let given: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let cli = match Cli::try_parse_from(&given) {
        Ok(cli) => cli,
        Err(error) => {
            let dutch = match arguments::language(&given) {
                Language::Nl => arguments::in_dutch(&error),
                Language::En => None,
            };
            // What the reader of arguments says itself: help, the version, and what is wrong in English.
            let Some(dutch) = dutch else { error.exit() };
            eprintln!("{dutch}");
            return ExitCode::from(WRONG_INPUT);
        }
    };
    let (language, result) = run(&cli.command);
    result.unwrap_or_else(|fault| {
        eprintln!("{}", fault.message(language));
        ExitCode::from(WRONG_INPUT)
    })
}

fn run(command: &Command) -> (Language, Result<ExitCode, Fault>) {
    match command {
        Command::Assess(args) => {
            let asked = assess::Asked { beside: &args.beside, ..args.about.asked() };
            let answer = assess::run(asked, args.format);
            (args.about.lang.into(), answer.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Duties(args) => {
            let answer = duties::run(args.about.asked(), args.format);
            (args.about.lang.into(), answer.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Retention(args) => {
            let answer = retention::run(args.about.asked(), args.format);
            (args.about.lang.into(), answer.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Document(args) => {
            let language = args.lang.into();
            let asked = document::Asked {
                file: &args.file,
                step: args.step.as_deref(),
                reader: args.reader,
                recipient: args.recipient.as_deref(),
                band: args.band,
                at: args.at,
                known_at: args.known_at,
                pack: args.pack.as_deref(),
                format: args.format,
                words: Words::new(language),
            };
            (language, document::run(asked).and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Sources(args) => {
            let language = args.lang.into();
            let asked = sources::Asked {
                file: &args.file,
                statement: args.statement.as_deref(),
                at: args.at,
                known_at: args.known_at,
                format: args.format,
                words: Words::new(language),
            };
            (language, sources::run(asked).and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Effects(args) => {
            let language = args.lang.into();
            // One of them is there: the command line wants exactly one.
            let Some(what) = args.what.asked() else { return (language, Ok(ExitCode::from(WRONG_INPUT))) };
            let asked = effects::Asked {
                file: &args.file,
                what,
                at: args.at,
                known_at: args.known_at,
                pack: args.pack.as_deref(),
                format: args.format,
                words: Words::new(language),
            };
            (language, effects::run(asked).and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Minimise(args) => {
            let sought = minimise::Sought { code: &args.code, absent: args.absent };
            let told = minimise::run(args.about.asked(), sought, args.format);
            (args.about.lang.into(), told.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Verify(args) => {
            let language = args.lang.into();
            let asked = verify::Asked {
                file: &args.file,
                head: args.head.as_deref(),
                pack: args.pack.as_deref(),
                words: Words::new(language),
            };
            (language, verify::run(asked))
        }
        Command::Regions(args) => {
            let language = args.lang.into();
            let asked = regions::Asked {
                region: args.region.as_deref(),
                diff: args.diff.as_deref(),
                format: args.format,
                words: Words::new(language),
            };
            (language, regions::run(asked).and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Rulings(args) => (
            Language::En,
            rulings::run(&args.dir, args.format).and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS),
        ),
        Command::Vectors(args) => (
            Language::En,
            vectors::run(&args.dir, args.format)
                .and_then(|(text, is_right)| print(&text).map(|()| is_right))
                .map(|is_right| if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        ),
        Command::Scenario(ScenarioCommand::Check(args)) => (
            Language::Nl,
            scenario::check(&args.given, args.format)
                .and_then(|(text, is_met)| print(&text).map(|()| is_met))
                .map(|is_met| if is_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        ),
        Command::Scenario(ScenarioCommand::New(args)) => {
            let written = scenario::new(args.out.as_deref());
            (Language::Nl, written.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Scenario(ScenarioCommand::Coverage(args)) => {
            let told = scenario::coverage(&args.given, args.code.as_deref(), args.format);
            (Language::Nl, told.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Map(args) => {
            let language = args.drawing.lang.into();
            let asked = asked(&args.drawing);
            let drawn =
                drawing::map(asked, args.measure.as_deref(), args.region.as_deref(), args.diff.as_ref());
            (language, drawn.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Measures(args) => {
            let language = args.drawing.lang.into();
            let drawn = drawing::measures(asked(&args.drawing));
            (language, drawn.and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Explore(args) => {
            let asked = explore::Asked {
                depth: args.depth.into(),
                pack: args.pack.as_deref(),
                region: args.region.as_deref(),
                mixed: args.mixed,
                nothing_equal: args.nothing_equal,
                format: args.format,
                words: Words::new(args.lang.into()),
            };
            let done = explore::run(asked).and_then(|(text, as_meant)| print(&text).map(|()| as_meant));
            (
                args.lang.into(),
                done.map(|as_meant| if as_meant { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
            )
        }
        Command::Pack(PackCommand::Check(args)) => (
            Language::En,
            pack::check(&args.dir, args.format)
                .and_then(|(text, is_sound)| print(&text).map(|()| is_sound))
                .map(|is_sound| if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        ),
        Command::Pack(PackCommand::Release(args)) => {
            (Language::En, pack::release(&args.dir).and_then(|text| print(&text)).map(|()| ExitCode::SUCCESS))
        }
        Command::Schema(args) => (Language::En, print(&schema::text(args.of)).map(|()| ExitCode::SUCCESS)),
    }
}

fn asked(args: &DrawingArgs) -> drawing::Asked<'_> {
    drawing::Asked {
        on: args.on,
        pack: args.pack.as_deref(),
        hypothetical: args.hypothetical.as_deref(),
        format: args.format,
        language: args.lang.into(),
    }
}

/// Writes to standard output. A reader that stopped reading is no fault.
fn print(text: &str) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Fault::of(format!("(standard output): {error}")))
        }
        _ => Ok(()),
    }
}
