//! `afweging regions`: which regions there are, what one of them has agreed, and how two differ.

use std::path::Path;

use afweging::{
    AidLevel, Doing, Figure, LARGEST_REGION, Labels, Length, MeasureId, MeetingForm, Municipality, Offer,
    Pack, Reading, Region, Said, Sentence,
};
use clap::ValueEnum;

use crate::fault::Fault;
use crate::input;
use crate::report::{Block, Inline, Item, Report, Section, Table};
use crate::text::{self, Screen};
use crate::words::{Words, capital};

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal.
    Text,
    /// JSON with sorted keys.
    Json,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) region: Option<&'a str>,
    pub(crate) diff: Option<&'a str>,
    pub(crate) format: Format,
    pub(crate) words: Words,
}

/// Lists the regions, describes one, or says how two differ.
pub(crate) fn run(asked: Asked<'_>) -> Result<String, Fault> {
    let pack = Pack::nl().map_err(|error| Fault::pack(None, error))?;
    let words = asked.words;
    let Some(id) = asked.region else { return Ok(all(asked.format, words)) };
    let region = find(id, &pack, words)?;
    let Some(other) = asked.diff else { return Ok(one(&region, &pack, asked.format, words)) };
    Ok(between(&region, &find(other, &pack, words)?, asked.format, words))
}

/// A region of the library by its id, or one out of a file.
pub(crate) fn find(asked: &str, pack: &Pack, words: Words) -> Result<Region, Fault> {
    if let Some(region) = Region::named(asked) {
        return Ok(region);
    }
    let path = Path::new(asked);
    if path.extension().is_none_or(|extension| extension != "toml") && !path.is_file() {
        let ids: Vec<String> = Region::all().iter().map(|region| region.id().to_owned()).collect();
        return Err(Fault::of(format!(
            "{} `{asked}`; {}: {}",
            words.say("er is geen regio", "there is no region"),
            words.say("er zijn", "there are"),
            words.list(&ids)
        )));
    }
    let text = input::text(path, LARGEST_REGION)?;
    Region::from_toml(asked, &text, pack).map_err(|error| Fault::pack(None, error))
}

fn all(format: Format, words: Words) -> String {
    let regions = Region::all();
    if format == Format::Json {
        let rows: Vec<serde_json::Value> = regions
            .iter()
            .map(|region| {
                serde_json::json!({
                    "hash": region.hash(), "hypothetical": region.is_hypothetical(), "id": region.id(),
                    "labels": region.labels(), "note": region.note(),
                })
            })
            .collect();
        return pretty(&rows);
    }
    let mut section = Section::new("regios", words.say("De regio's", "The regions"));
    section.blocks.push(Block::Terms(
        regions
            .iter()
            .map(|region| {
                let name = format!("{} ({})", words.label(region.labels()), region.id());
                let mut said = Inline::default();
                if region.is_hypothetical() {
                    said = said.strong(hypothetical(words)).text(" ");
                }
                (name, said.text(words.label(region.note())))
            })
            .collect(),
    ));
    write(
        words.say("Regio's in deze bibliotheek", "Regions in this library"),
        Vec::new(),
        vec![section],
        words,
    )
}

/// What is said of a scenario wherever it shows.
pub(crate) fn hypothetical(words: Words) -> &'static str {
    words.say(
        "Hypothetisch: een scenario, geen bestaande regio en geen geldend recht.",
        "Hypothetical: a scenario, no region that there is and no law in force.",
    )
}

fn one(region: &Region, pack: &Pack, format: Format, words: Words) -> String {
    if format == Format::Json {
        return region.to_json() + "\n";
    }
    let told = Told { region, pack, words };
    let mut about = vec![
        (words.say("Regio", "Region").to_owned(), Inline::from(region.id())),
        (words.say("Wat dit is", "What this is").to_owned(), Inline::from(words.label(region.note()))),
        (
            words.say("Getoetst aan de wet vanaf", "Held against the law from").to_owned(),
            words.date(region.from()).into(),
        ),
        (words.say("Kenmerk", "Hash").to_owned(), Inline::default().code(region.hash())),
    ];
    if region.is_hypothetical() {
        about.insert(
            0,
            (words.say("Let op", "Note").to_owned(), Inline::default().strong(hypothetical(words))),
        );
    }
    let parts = [
        told.municipalities(),
        told.bodies(),
        told.teams(),
        told.tables(),
        told.routes(),
        told.meetings(),
        told.measures(),
        told.aids(),
        told.agreements(),
        told.change(),
        told.goals(),
        told.figures(),
        told.sources(),
    ];
    let sections = parts.into_iter().filter(|section| !section.blocks.is_empty()).collect();
    write(words.label(region.labels()), about, sections, words)
}

fn between(here: &Region, there: &Region, format: Format, words: Words) -> String {
    let differences = here.diff(there);
    if format == Format::Json {
        return pretty(&differences);
    }
    let mut section = Section::new("verschillen", words.say("Verschillen", "Differences"));
    if differences.is_empty() {
        section.say(words.say(
            "Geen verschil in namen, teams, tafels en aanbod.",
            "No difference in names, teams, tables and offers.",
        ));
    } else {
        let said = |it: &Said<Sentence>| match it.said() {
            Some(sentence) => words.of(sentence).into(),
            None => Inline::from(words.say("niet gezegd", "not said")),
        };
        section.blocks.push(Block::Table(Table {
            caption: words
                .say(
                    "Wat de ene regio anders zegt dan de andere",
                    "What one region says otherwise than the other",
                )
                .to_owned(),
            columns: vec![
                words.say("Wat", "What").to_owned(),
                words.label(here.labels()).to_owned(),
                words.label(there.labels()).to_owned(),
            ],
            rows: differences
                .iter()
                .map(|it| {
                    let what = format!("{} {}", words.of(&it.part.label()), it.id);
                    (None, vec![what.into(), said(&it.here), said(&it.there)])
                })
                .collect(),
        }));
    }
    let mut about = Vec::new();
    for region in [here, there].into_iter().filter(|region| region.is_hypothetical()) {
        about.push((words.label(region.labels()).to_owned(), Inline::default().strong(hypothetical(words))));
    }
    let title = format!("{} – {}", words.label(here.labels()), words.label(there.labels()));
    write(&title, about, vec![section], words)
}

fn write(title: &str, about: Vec<(String, Inline)>, sections: Vec<Section>, words: Words) -> String {
    text::render(&Report { words, title: title.to_owned(), about, sections }, Screen::standard_output())
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// A region that is being told.
struct Told<'a> {
    region: &'a Region,
    pack: &'a Pack,
    words: Words,
}

impl Told<'_> {
    fn section(&self, id: &str, nl: &str, en: &str, items: Vec<Item>) -> Section {
        let mut section = Section::new(id, self.words.say(nl, en));
        if !items.is_empty() {
            section.blocks.push(Block::List(items));
        }
        section
    }

    /// Where something was read, and how sure that is.
    fn read(&self, read: &Reading) -> String {
        let on = match read.on.said() {
            Some(on) => format!("; {}", self.words.when(on)),
            None => String::new(),
        };
        format!(" ({} {}: {}{on})", read.source, read.at, self.words.of(&read.sureness.label()))
    }

    fn item(&self, labels: &Labels, read: &Reading) -> Item {
        Inline::from(capital(self.words.label(labels))).text(self.read(read)).into()
    }

    fn body(&self, id: &str) -> String {
        self.region.body(id).map_or_else(|| id.to_owned(), |labels| self.words.label(labels).to_owned())
    }

    fn bodies_of<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> String {
        let names: Vec<String> = ids.into_iter().map(|id| self.body(id)).collect();
        self.words.list(&names)
    }

    fn measure(&self, id: &MeasureId) -> String {
        match self.pack.measure(id, self.region.from()) {
            Some(measure) => format!("{} ({id})", self.words.label(&measure.labels)),
            None => id.to_string(),
        }
    }

    fn doing(&self, doing: &Doing) -> String {
        format!("{}: {}", self.words.of(&doing.act.label()), self.measure(&doing.measure))
    }

    fn municipalities(&self) -> Section {
        let words = self.words;
        let told = |it: &Municipality| {
            let text = Inline::default()
                .strong(words.label(&it.labels))
                .text(format!(": {}", words.label(&it.start)))
                .text(self.read(&it.read));
            let moments: Vec<Item> = it
                .moments
                .iter()
                .map(|moment| {
                    let text = format!("{}: {}", words.when(&moment.on), words.label(&moment.labels));
                    Inline::from(text).text(self.read(&moment.read)).into()
                })
                .collect();
            let below = if moments.is_empty() { Vec::new() } else { vec![Block::List(moments)] };
            Item { text, below }
        };
        let items = self.region.municipalities().iter().map(told).collect();
        self.section(
            "gemeenten",
            "Gemeenten, elk met een eigen begin",
            "Municipalities, each from its own start",
            items,
        )
    }

    fn bodies(&self) -> Section {
        let items = self.region.organisations().iter().map(|it| self.item(&it.labels, &it.read)).collect();
        self.section("organisaties", "Organisaties", "Organisations", items)
    }

    fn teams(&self) -> Section {
        let words = self.words;
        let told = |it: &afweging::Team| {
            let mut terms = Vec::new();
            if !it.members.is_empty() {
                let names: Vec<String> = it
                    .members
                    .iter()
                    .map(|member| {
                        format!(
                            "{} ({} {})",
                            self.body(&member.employer),
                            words.say("als", "as"),
                            words.of(&member.acting_as.label())
                        )
                    })
                    .collect();
                terms.push((words.say("Leden uit", "Members from").to_owned(), words.list(&names).into()));
            }
            if let Some(staff) = it.staff.said() {
                terms.push((words.say("Medewerkers", "Workers").to_owned(), staff.to_string().into()));
            }
            if !it.does.is_empty() {
                let does: Vec<String> = it.does.iter().map(|doing| self.doing(doing)).collect();
                terms.push((words.say("Doet", "Does").to_owned(), does.join("; ").into()));
            }
            let text = Inline::default()
                .strong(words.label(&it.labels))
                .text(format!(", {}", words.of(&it.kind.label())))
                .text(self.read(&it.read));
            Item { text, below: if terms.is_empty() { Vec::new() } else { vec![Block::Terms(terms)] } }
        };
        let items: Vec<Item> = self.region.teams().iter().map(told).collect();
        let mut section = self.section("teams", "Teams", "Teams", items);
        if !section.blocks.is_empty() {
            section.say(words.say(
                "Een team heeft geen eigen bevoegdheid. Elk lid handelt namens de eigen werkgever.",
                "A team has no power of its own. Each member acts for the own employer.",
            ));
        }
        section
    }

    fn tables(&self) -> Section {
        let words = self.words;
        let told = |it: &afweging::DiscussionTable| {
            let outcomes: Vec<String> =
                it.outcomes.iter().map(|outcome| words.label(&outcome.labels).to_owned()).collect();
            let terms = vec![
                (words.say("Zaken van", "Cases from").to_owned(), self.bodies_of(&it.may_bring).into()),
                (words.say("Aan tafel", "At the table").to_owned(), self.bodies_of(&it.seats).into()),
                (words.say("Wat eruit komt", "What comes out").to_owned(), words.one_of(&outcomes).into()),
            ];
            let text = Inline::default().strong(words.label(&it.labels)).text(self.read(&it.read));
            Item { text, below: vec![Block::Terms(terms)] }
        };
        let items = self.region.tables().iter().map(told).collect();
        self.section("tafels", "Tafels; een tafel beslist niets", "Tables; a table decides nothing", items)
    }

    fn routes(&self) -> Section {
        let words = self.words;
        let mut items: Vec<Item> = self
            .region
            .routes()
            .iter()
            .map(|it| {
                let text = format!(
                    "{} → {}: {}",
                    words.of(&it.from.label()),
                    self.body(&it.to),
                    words.label(&it.labels)
                );
                Inline::from(text).text(self.read(&it.read)).into()
            })
            .collect();
        items.extend(self.region.contacts().iter().map(|it| {
            let for_team =
                it.for_team.said().map(|team| format!(" {} {}", words.say("voor", "for"), self.body(team)));
            let text = format!(
                "{}, {}{}",
                capital(words.label(&it.labels)),
                self.body(&it.of),
                for_team.unwrap_or_default()
            );
            Item::from(Inline::from(text).text(self.read(&it.read)))
        }));
        self.section(
            "routes",
            "Waar meldingen en vragen eerst heen gaan; geen andere weg wordt afgesloten",
            "Where reports and questions go first; no other way is shut",
            items,
        )
    }

    fn meetings(&self) -> Section {
        let words = self.words;
        let told = |it: &MeetingForm| {
            let every = it.every.said().map(|every| format!("; {}", self.every(*every))).unwrap_or_default();
            let text = format!(
                "{}: {}; {}{every}",
                capital(words.label(&it.labels)),
                words.of(&it.kind.label()),
                words.of(&it.family.label())
            );
            Inline::from(text).text(self.read(&it.read)).into()
        };
        let items = self.region.meetings().iter().map(told).collect();
        self.section("overleg", "Vormen van overleg", "Forms of meeting", items)
    }

    fn every(&self, length: Length) -> String {
        let words = self.words;
        let length = words.of(&length.label());
        match length.strip_prefix("1 ") {
            Some(unit) => format!("{} {unit}", words.say("elke", "every")),
            None => format!("{} {length}", words.say("om de", "every")),
        }
    }

    fn measures(&self) -> Section {
        let words = self.words;
        let items = self
            .region
            .measures()
            .iter()
            .map(|it| {
                let offered = match self.region.offer(&it.measure) {
                    Offer::NotOffered => words.say("niet aangeboden", "not offered"),
                    Offer::Offered | Offer::NotSaid => words.say("aangeboden", "offered"),
                };
                let name = it.labels.said().map(|labels| {
                    format!("; {} {}", words.say("heet hier", "called here"), words.label(labels))
                });
                let text =
                    format!("{}: {offered}{}", capital(&self.measure(&it.measure)), name.unwrap_or_default());
                Inline::from(text).text(self.read(&it.read)).into()
            })
            .collect();
        self.section(
            "aanbod",
            "Wat wel en niet wordt aangeboden; van al het andere is niets gezegd",
            "What is offered and what is not; of all else nothing is said",
            items,
        )
    }

    fn aids(&self) -> Section {
        let words = self.words;
        let told = |(code, level): (afweging::Code, AidLevel)| {
            Item::from(Inline::default().code(code.as_str()).text(format!(": {}", words.of(&level.label()))))
        };
        let items = self.region.aids().map(told).collect();
        self.section(
            "hulpmiddelen",
            "Hulpmiddelen; geen ervan houdt een stap tegen",
            "Aids; none keeps a step from being open",
            items,
        )
    }

    fn agreements(&self) -> Section {
        let words = self.words;
        let mut items: Vec<Item> =
            self.region.agreements().iter().map(|it| self.item(&it.labels, &it.read)).collect();
        items.extend(self.region.mandates().iter().map(|it| {
            let text = format!(
                "{} {} → {}: {}",
                words.say("Mandaat", "Mandate"),
                words.of(&it.from.label()),
                words.of(&it.to.label()),
                self.doing(&it.doing)
            );
            Item::from(Inline::from(text).text(self.read(&it.read)))
        }));
        self.section("afspraken", "Andere afspraken", "Other agreements", items)
    }

    fn change(&self) -> Section {
        let words = self.words;
        let mut section =
            Section::new("verandering", words.say("De eigen verandering", "The region's own change"));
        if let Said::Said(change) = self.region.change() {
            let phase = words.of(&change.stands.phase().label());
            let text = format!("{}: {phase}{}", words.say("Fase", "Phase"), self.read(&change.read));
            section.say(text);
            let missing: Vec<Item> =
                change.stands.missing().iter().map(|it| words.of(&it.sentence()).as_str().into()).collect();
            if !missing.is_empty() {
                section.say(words.say(
                    "Voor de volgende fase is niet vastgelegd:",
                    "Before the next phase there is not on record:",
                ));
                section.blocks.push(Block::List(missing));
            }
        }
        section
    }

    fn goals(&self) -> Section {
        let items = self.region.goals().iter().map(|it| self.item(&it.labels, &it.read)).collect();
        self.section(
            "doelen",
            "Wat de regio over al haar zaken samen wil; nooit een reden in één zaak",
            "What the region wants of all its cases together; never a reason in one case",
            items,
        )
    }

    fn figures(&self) -> Section {
        let words = self.words;
        let told = |it: &Figure| {
            let values = it
                .values
                .iter()
                .map(|value| {
                    let share = it.share(value).map(|share| {
                        let per_mille = share.per_mille();
                        let (whole, tenth) = (per_mille.checked_div(10).unwrap_or_default(), per_mille % 10);
                        format!(
                            " {} {} ({whole}{}{tenth} %)",
                            words.say("van", "of"),
                            share.whole,
                            words.say(",", ".")
                        )
                    });
                    let text = format!(
                        "{}: {}{}",
                        words.label(&value.labels),
                        value.number,
                        share.unwrap_or_default()
                    );
                    Item::from(text)
                })
                .collect();
            let text = Inline::default()
                .strong(capital(words.label(&it.labels)))
                .text(format!(" ({})", it.id))
                .text(self.read(&it.read));
            let caveat = Block::Paragraph(words.label(&it.caveat).into());
            Item { text, below: vec![Block::List(values), caveat] }
        };
        let items = self.region.figures().iter().map(told).collect();
        self.section(
            "cijfers",
            "Cijfers, met wat ze niet zeggen",
            "Figures, with what they do not say",
            items,
        )
    }

    fn sources(&self) -> Section {
        let words = self.words;
        let items = self
            .region
            .sources()
            .iter()
            .map(|it| {
                Item::from(format!("{}: {} ({})", it.id, words.label(&it.labels), words.when(&it.dated)))
            })
            .collect();
        self.section("bronnen", "Bronnen", "Sources", items)
    }
}
