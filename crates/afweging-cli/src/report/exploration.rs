//! What the explorer found: first in short, then walk by walk, with how much was looked at and what was left out.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{GapKind, Said, Sentence};
use afweging_testkit::explore::{
    Counterexample, Exploration, LackKind, MachineWalk, Period, PowerHere, PowerOverlap, PropertyTried,
};

use super::{Block, Inline, Item, Report, Section, Table};
use crate::words::{Article, Words, capital};

/// An exploration as a document.
pub(crate) fn of_exploration(found: &Exploration, words: Words) -> Report {
    let mut about = vec![(
        words.say("Wetspakket", "Law pack").to_owned(),
        Inline::from(found.pack.as_str())
            .text(" ")
            .code(found.pack_hash.chars().take(12).collect::<String>()),
    )];
    if found.hypothetical {
        let not_law = words.say("geen geldend recht", "not law that is in force");
        about.push((words.say("Let op", "Note").to_owned(), Inline::default().strong(not_law)));
    }
    let region = match &found.region {
        Said::Said(region) => region.as_str(),
        Said::NotSaid => words.say("geen: alleen de wet", "none: the law alone"),
    };
    about.push((words.say("Regio", "Region").to_owned(), region.into()));
    about.push((
        words.say("Zetten na elkaar", "Moves in a row").to_owned(),
        found.histories.depth.to_string().into(),
    ));
    let page = Page { found, words };
    let mut sections = vec![page.in_short()];
    sections.extend(page.machines());
    sections.extend(page.powers());
    sections.extend(page.situations());
    sections.extend([page.histories(), page.dead_ends(), page.properties(), page.left_out()]);
    Report {
        words,
        title: words.say("Verkenning van het model", "Exploration of the model").to_owned(),
        about,
        sections,
    }
}

struct Page<'a> {
    found: &'a Exploration,
    words: Words,
}

fn cell(text: impl ToString) -> Inline {
    Inline::from(text.to_string())
}

fn list<T: Into<Item>>(items: impl IntoIterator<Item = T>) -> Block {
    Block::List(items.into_iter().map(Into::into).collect())
}

impl Page<'_> {
    fn in_short(&self) -> Section {
        let (words, found) = (self.words, self.found);
        let mut section = Section::new("kort", words.say("In het kort", "In short"));
        let surprises = found.surprises();
        section.say(if surprises.is_none() {
            words.say(
                "Niets gevonden dat anders is dan het model bedoelt, binnen wat hieronder staat. Wat niet is bekeken, staat onder Weggelaten.",
                "Nothing was found that is otherwise than the model means, within what stands below. What was not looked at stands under Left out.",
            )
        } else {
            words.say(
                "Er is iets gevonden waarvan niemand zei dat het zo bedoeld is.",
                "Something was found of which nobody said that it is meant so.",
            )
        });
        let kinds = [
            (
                surprises.machines,
                words.say(
                    "machines met een onbereikbare of doodlopende toestand",
                    "machines with an unreachable state or a dead end",
                ),
            ),
            (
                surprises.powers,
                words.say("hiaten en dubbelen in wie mag beslissen", "gaps and doubles in who may decide"),
            ),
            (
                surprises.dead_ends,
                words.say("soorten bevinding zonder uitweg", "kinds of finding without a way out"),
            ),
            (surprises.properties, words.say("geschonden eigenschappen", "violated properties")),
        ];
        section.say(words.say("Niet bedoeld, per soort:", "Not meant, by kind:"));
        section.blocks.push(list(kinds.map(|(count, what)| format!("{count} {what}"))));
        let situations = found.situations.said();
        let seen = [
            (
                words.say("toestanden van machines", "states of machines"),
                found.machines.iter().map(|it| it.states).sum(),
                found.machines.iter().map(|it| it.equal).sum(),
            ),
            (
                words.say("combinaties op de kaart", "combinations on the map"),
                found.powers.said().map_or(0, |it| it.combinations),
                0,
            ),
            (
                words.say("situaties", "situations"),
                situations.map_or(0, |it| it.assessed),
                situations.map_or(0, |it| it.equal),
            ),
            (words.say("geschiedenissen", "histories"), found.histories.assessed(), found.histories.equal()),
        ];
        section.blocks.push(Block::Table(Table {
            caption: words.say("Wat is bekeken", "What was looked at").to_owned(),
            columns: [
                words.say("wat", "what"),
                words.say("bekeken", "looked at"),
                words.say("gelijk aan een andere", "equal to another"),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: seen
                .into_iter()
                .map(|(name, seen, equal)| (None, vec![cell(name), cell(seen), cell(equal)]))
                .collect(),
        }));
        section
    }

    fn machines(&self) -> Option<Section> {
        let (words, machines) = (self.words, &self.found.machines);
        if machines.is_empty() {
            return None;
        }
        let mut section = Section::new("machines", words.say("Toestandsmachines", "State machines"));
        section.say(words.say(
            "Elke overgang is geprobeerd vanuit elke toestand, tot vijf overgangen diep. Toestanden met dezelfde naam die iets anders bewaren, tellen apart; gelijke zijn één keer bekeken.",
            "Every transition was tried from every state, up to five transitions deep. States of one name that keep something else are counted apart; equal ones were looked at once.",
        ));
        let columns = [
            words.say("machine", "machine"),
            words.say("namen", "names"),
            words.say("toestanden", "states"),
            words.say("overgangen geprobeerd", "transitions tried"),
            words.say("geweigerd", "refused"),
            words.say("gelijk", "equal"),
            words.say("op de grens, niet verder bekeken", "at the bound, not gone on from"),
        ];
        let row = |it: &MachineWalk| {
            let counts = [it.names, it.states, it.tried, it.refused, it.equal, it.not_walked];
            (None, [cell(it.machine)].into_iter().chain(counts.map(cell)).collect())
        };
        section.blocks.push(Block::Table(Table {
            caption: words.say("De acht machines", "The eight machines").to_owned(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: machines.iter().map(row).collect(),
        }));
        let mut items: Vec<Item> = Vec::new();
        for machine in machines {
            for state in &machine.unreachable {
                items.push(self.state(
                    machine,
                    state,
                    words.say("hier leidt niets heen", "nothing leads here"),
                ));
            }
            for state in &machine.lead_on {
                let why = words.say(
                    "bedoeld als einde, en er volgt toch iets",
                    "meant as an end, and something follows",
                );
                items.push(self.state(machine, state, why));
            }
            for transition in &machine.without_sample {
                items.push(self.state(machine, transition, words.say("niet geprobeerd", "not tried")));
            }
            for end in &machine.finals {
                items.push(match &end.meant {
                    Said::Said(why) => self.state(
                        machine,
                        end.state,
                        &format!(
                            "{}: {}",
                            words.say("einde, zo bedoeld", "an end, and meant so"),
                            words.of(why)
                        ),
                    ),
                    Said::NotSaid => {
                        let why = words.say(
                            "loopt dood: hieruit volgt niets, en het model zegt niet waarom",
                            "a dead end: nothing follows, and the model does not say why",
                        );
                        self.state(machine, end.state, why)
                    }
                });
            }
        }
        section.blocks.push(Block::List(items));
        Some(section)
    }

    fn state(&self, machine: &MachineWalk, state: &str, what: &str) -> Item {
        Inline::default().strong(format!("{}::{state}", machine.machine)).text(format!(": {what}.")).into()
    }

    fn powers(&self) -> Option<Section> {
        let (words, powers) = (self.words, self.found.powers.said()?);
        let mut section = Section::new("bevoegdheden", words.say("Bevoegdheden", "Powers"));
        let entries = format!(
            "{} {}. {} {}; {}",
            powers.combinations,
            words.say(
                &format!(
                    "combinaties van {} standen van de wet, maatregel, handeling en actor",
                    powers.law_states
                ),
                &format!("combinations of {} states of the law, measure, act and actor", powers.law_states),
            ),
            words.say("Op de kaart staan er", "On the map there are"),
            powers.with_entry,
            words.say("wat er niet staat, mag niet.", "what is not there is not allowed."),
        );
        section.say(entries);
        let mut gaps = Section::new("niemand", words.say("Wat niemand mag", "What nobody may do"));
        gaps.say(
            words.say(
                "Wat een hiaat is, zegt de bevoegdheidskaart.",
                "What a gap is, the authority map says.",
            ),
        );
        let gap = |it: &afweging_testkit::explore::PowerGap| -> Item {
            let what = Inline::default()
                .strong(format!("{} {}", it.measure, words.label(&it.labels)))
                .text(format!(" ({}): {}, ", words.article(Article(&it.article)), self.gap(it.kind)))
                .text(self.periods(&it.periods));
            self.meant(what, &it.meant)
        };
        gaps.blocks.push(self.items(powers.gaps.iter().map(gap)));
        let mut both = Section::new(
            "twee",
            words.say("Waar twee ieder alleen mogen beslissen", "Where two may each decide alone"),
        );
        both.blocks.push(self.items(self.overlaps(&powers.overlaps)));
        section.sections = vec![gaps, both];
        Some(section)
    }

    /// Pairs of one measure that are meant for one reason stand together.
    fn overlaps(&self, overlaps: &[PowerOverlap]) -> Vec<Item> {
        type Together<'a> = (String, Vec<(String, Option<String>)>, Said<Sentence>);
        let words = self.words;
        let mut groups: BTreeMap<Together<'_>, (BTreeSet<String>, usize)> = BTreeMap::new();
        for it in overlaps {
            let name = format!("{} {}", it.measure, words.label(&it.labels));
            let periods = it
                .periods
                .iter()
                .map(|period| (period.from.to_string(), period.until.said().map(ToString::to_string)));
            let (who, pairs) = groups.entry((name, periods.collect(), it.meant.clone())).or_default();
            let named = |actor: afweging::Actor, article: &str| {
                format!("{} ({})", words.of(&actor.label()), words.article(Article(article)))
            };
            who.extend([named(it.one, &it.one_article), named(it.other, &it.other_article)]);
            *pairs = pairs.saturating_add(1);
        }
        groups
            .into_iter()
            .map(|((name, periods, meant), (who, pairs))| {
                let who: Vec<String> = who.into_iter().collect();
                let pairs = words.count(pairs, ("paar", "pair"), ("paren", "pairs"));
                let periods: Vec<String> =
                    periods.iter().map(|(from, until)| self.period(from, until.as_deref())).collect();
                let what = Inline::default().strong(name).text(format!(
                    ": {}; {pairs}, {}",
                    words.list(&who),
                    words.list(&periods)
                ));
                self.meant(what, &meant)
            })
            .collect()
    }

    fn meant(&self, what: Inline, meant: &Said<Sentence>) -> Item {
        let words = self.words;
        let why: Inline = match meant {
            Said::Said(why) => format!("{}: {}.", words.say("Zo bedoeld", "Meant so"), words.of(why)).into(),
            Said::NotSaid => Inline::default().strong(
                words.say("Niemand zei dat dit zo bedoeld is.", "Nobody said that this is meant so."),
            ),
        };
        Item { text: what.end(), below: vec![Block::Paragraph(why)] }
    }

    fn items(&self, items: impl IntoIterator<Item = Item>) -> Block {
        let items: Vec<Item> = items.into_iter().collect();
        if items.is_empty() { list([self.words.say("Geen.", "None.")]) } else { Block::List(items) }
    }

    fn gap(&self, kind: GapKind) -> &'static str {
        let words = self.words;
        match kind {
            GapKind::NoDecider => words.say("niemand mag beslissen", "nobody may decide"),
            GapKind::NoRequester => {
                words.say("niemand mag het de rechter verzoeken", "nobody may ask the court")
            }
            GapKind::NoExecutor => words.say("niemand mag het uitvoeren", "nobody may carry it out"),
            GapKind::NoAppealCourt => words.say(
                "er kan bezwaar of beroep worden ingesteld, en niemand op de kaart beslist daarop",
                "there is objection or appeal, and nobody on the map rules on that",
            ),
            GapKind::MandateWithoutPower => words
                .say("een mandaat van wie de bevoegdheid niet heeft", "a mandate by who has no such power"),
        }
    }

    fn periods(&self, periods: &[Period]) -> String {
        let each: Vec<String> = periods
            .iter()
            .map(|it| self.period(&it.from.to_string(), it.until.said().map(ToString::to_string).as_deref()))
            .collect();
        self.words.list(&each)
    }

    fn period(&self, from: &str, until: Option<&str>) -> String {
        let words = self.words;
        let said = match until {
            Some(until) => {
                format!("{} {from} {} {until}", words.say("van", "from"), words.say("tot", "until"))
            }
            None => format!("{} {from}", words.say("vanaf", "from")),
        };
        words.dates_written_out(&said)
    }

    fn situations(&self) -> Option<Section> {
        let (words, it) = (self.words, self.found.situations.said()?);
        let mut section = Section::new("situaties", words.say("Situaties", "Situations"));
        section.say(format!(
            "{} × {} × {} × {} = {} {}.",
            words.count(
                it.measures_in_law,
                ("maatregel in een stand van de wet", "measure in a state of the law"),
                ("maatregelen, elk in een stand van de wet", "measures, each in a state of the law"),
            ),
            words.count(it.ages, ("leeftijd", "age"), ("leeftijden", "ages")),
            words.count(
                it.consents,
                ("antwoord op toestemming", "answer on consent"),
                ("antwoorden op toestemming", "answers on consent")
            ),
            words.say("wel of geen spoed", "urgent or not"),
            it.situations,
            words.say(
                "situaties waarin een stap is voorgesteld en nog niets is verzocht",
                "situations in which a step is proposed and nothing was asked for yet"
            ),
        ));
        section.say(format!(
            "{} {}; {} {}.",
            it.assessed,
            words.say("zijn beoordeeld", "were assessed"),
            it.equal,
            words.say(
                "zijn daaraan gelijk: tussen die standen van de wet verschilt niets dat toets 1 leest, of de maatregel rust op geen toestemming en elk antwoord daarop bleek op de eerste leeftijd niets te veranderen",
                "are equal to those: between these states of the law nothing differs that gate 1 reads, or the measure rests on no consent and each answer to it was seen to change nothing at the first age",
            ),
        ));
        let gate: Vec<Item> = it
            .gate_1
            .iter()
            .map(|(outcome, count)| Inline::default().outcome(*outcome).text(format!(": {count}")).into())
            .collect();
        section.say(words.say(
            "Toets 1 (bevoegdheid) in de beoordeelde situaties:",
            "Gate 1 (authority) in the situations assessed:",
        ));
        section.blocks.push(Block::List(gate));
        section.say(format!(
            "{} {}: {} {}, {} {}, {} {}, {} {}.",
            it.powers_asked,
            words.say("keer gevraagd wie wat mag", "times it was asked who may do what"),
            it.no_entry,
            words.say("keer niet op de kaart", "not on the map"),
            it.allowed,
            words.say("keer wel", "allowed"),
            it.not_known,
            words.say("keer niet bekend", "not known"),
            it.not_met,
            words.say("keer niet, om een voorwaarde", "not, for a condition"),
        ));
        let mut nobody = Section::new(
            "situaties-niemand",
            words.say("Situaties waarin niemand mag", "Situations in which nobody may"),
        );
        nobody.blocks.push(self.items(it.nobody.iter().map(|here| self.nobody(here, it.ages))));
        let mut two = Section::new(
            "situaties-twee",
            words.say("Situaties waarin twee ieder alleen mogen", "Situations in which two may each alone"),
        );
        two.say(words.say(
            "Waar beide bevoegdheden zonder meer gelden, zoals de situatie is.",
            "Where both powers hold as things stand.",
        ));
        two.blocks.push(self.items(self.two(&it.two, it.ages)));
        section.sections = vec![nobody, two];
        Some(section)
    }

    fn nobody(&self, here: &PowerHere, all: usize) -> Item {
        let words = self.words;
        let name = format!(
            "{} {} ({})",
            here.measure,
            words.label(&here.labels),
            words.article(Article(&here.article))
        );
        let what = format!(
            ": {} {}; {}; {}",
            words.say("niemand mag", "nobody may"),
            words.of(&here.act.label()),
            self.ages(&here.ages, all),
            words.count(here.situations, ("situatie", "situation"), ("situaties", "situations")),
        );
        self.meant(Inline::default().strong(name).text(what), &here.meant)
    }

    /// Pairs of one measure, at the same ages and meant for one reason, stand together.
    fn two(&self, two: &[PowerHere], all: usize) -> Vec<Item> {
        let words = self.words;
        let mut groups: BTreeMap<(String, String, Said<Sentence>), BTreeSet<String>> = BTreeMap::new();
        for here in two {
            let name = format!("{} {}", here.measure, words.label(&here.labels));
            let who = here.who.iter().map(|(actor, article)| {
                format!("{} ({})", words.of(&actor.label()), words.article(Article(article)))
            });
            groups.entry((name, self.ages(&here.ages, all), here.meant.clone())).or_default().extend(who);
        }
        groups
            .into_iter()
            .map(|((name, ages, meant), who)| {
                let who: Vec<String> = who.into_iter().collect();
                self.meant(
                    Inline::default().strong(name).text(format!(": {}; {ages}", words.list(&who))),
                    &meant,
                )
            })
            .collect()
    }

    fn ages(&self, ages: &[Sentence], all: usize) -> String {
        let words = self.words;
        if ages.len() == all {
            return words.say("op elke leeftijd", "at every age").to_owned();
        }
        let ages: Vec<String> = ages.iter().map(|it| words.of(it)).collect();
        format!("{}: {}", words.say("leeftijden", "ages"), words.list(&ages))
    }

    fn histories(&self) -> Section {
        let (words, it) = (self.words, &self.found.histories);
        let mut section = Section::new("geschiedenissen", words.say("Geschiedenissen", "Histories"));
        section.say(format!(
            "{} {} {}, {} {}. {}",
            words.say("Elke rij van hoogstens", "Every row of at most"),
            words.count(it.depth, ("zet", "move"), ("zetten", "moves")),
            words.say("uit de zetten van een thema", "out of the moves of a theme"),
            words.say("vanaf", "from"),
            words.date(it.from),
            words.say(
                "Wat het dossier weigert, kan niet gebeurd zijn. Rijen die alleen verschillen in de volgorde van wat niet van elkaar afhangt, zijn gelijk.",
                "What the dossier refuses cannot have happened. Rows that differ only in the order of what does not depend on each other are equal.",
            ),
        ));
        let columns = [
            words.say("thema", "theme"),
            words.say("zetten", "moves"),
            words.say("lengte", "length"),
            words.say("geprobeerd", "tried"),
            words.say("geweigerd", "refused"),
            words.say("gelijk", "equal"),
            words.say("beoordeeld", "assessed"),
        ];
        let rows = it.beginnings.iter().flat_map(|from| {
            from.lengths.iter().map(|length| {
                let counts =
                    [from.moves, length.moves, length.tried, length.refused, length.equal, length.assessed];
                (None, [cell(words.of(&from.name))].into_iter().chain(counts.map(cell)).collect())
            })
        });
        section.blocks.push(Block::Table(Table {
            caption: words
                .say("Per thema en lengte: zo groeit het", "By theme and length: how it grows")
                .to_owned(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }));
        section.say(format!(
            "{} {} {} {} {}.",
            words.say("Er kwamen", "There occurred"),
            it.codes_shown,
            words.say("van de", "of the"),
            it.codes,
            words.say("codes van de bibliotheek voor", "codes of the library"),
        ));
        let missed: Vec<String> =
            it.not_reached.iter().map(|it| format!("{}::{}", it.machine, it.state)).collect();
        section.say(if missed.is_empty() {
            words.say("Elke toestand van elke machine kwam voor.", "Every state of every machine occurred.").to_owned()
        } else {
            format!(
                "{}: {}.",
                words.say(
                    "Toestanden waar geen van deze geschiedenissen kwam (bereikbaar zijn zij, zie Toestandsmachines; langere rijen of andere zetten komen er wel)",
                    "States that none of these histories came to (they can be reached, see State machines; longer rows or other moves do)",
                ),
                words.list(&missed)
            )
        });
        section
    }

    fn dead_ends(&self) -> Section {
        let words = self.words;
        let mut section =
            Section::new("doodlopend", words.say("Bevindingen zonder uitweg", "Findings without a way out"));
        section.say(words.say(
            "Wat in de weg staat, moet iemand kunnen wegnemen, of er staat waarom niemand dat kan. Gezocht in alle beoordeelde situaties en geschiedenissen.",
            "What stands in the way somebody must be able to take away, or it says why nobody can. Looked for in all situations and histories that were assessed.",
        ));
        let item = |it: &afweging_testkit::explore::Lack| -> Item {
            let what = match it.kind {
                LackKind::NoWay => words.say(
                    "niets neemt het weg, en er staat niet waarom",
                    "nothing lifts it, and it does not say why",
                ),
                LackKind::NoQuestion => {
                    words.say("onbekend, en er wordt niets gevraagd", "unknown, and nothing is asked")
                }
                LackKind::NobodyAnswers => words.say("een vraag aan niemand", "a question to nobody"),
                LackKind::NobodyFills => words.say(
                    "wat het wegneemt, is voor niemand om vast te leggen",
                    "what lifts it is for nobody to record",
                ),
                LackKind::NobodyOwes => words.say("een plicht van niemand", "a duty of nobody"),
            };
            let text = Inline::default().code(it.code.to_string()).text(format!(
                " {what}; {} {}. ",
                it.count,
                words.say("keer", "times")
            ));
            text.text(format!("{}: {}", words.say("Eerst", "First"), self.story(&it.first))).end().into()
        };
        section.blocks.push(self.items(self.found.lacks.iter().map(item)));
        section
    }

    fn story(&self, story: &[Sentence]) -> String {
        story.iter().map(|it| self.words.of(it)).collect::<Vec<_>>().join(" → ")
    }

    fn properties(&self) -> Section {
        let (words, properties) = (self.words, &self.found.properties);
        let mut section = Section::new("eigenschappen", words.say("Eigenschappen", "Properties"));
        section.say(words.say(
            "Wat altijd moet gelden (model §12), geprobeerd op alles hierboven waar de zin iets zegt.",
            "What must always hold (model §12), tried on everything above of which the sentence says something.",
        ));
        let row = |it: &PropertyTried| {
            let outcome = match (&it.not_decidable, it.checked, it.violated) {
                (Said::Said(why), _, _) => {
                    Inline::from(words.say("hier niet te beslissen: ", "cannot be decided here: "))
                        .text(words.of(why))
                }
                (_, 0, _) => words.say("kwam niet voor", "did not occur").into(),
                (_, _, 0) => words.say("houdt stand", "holds").into(),
                _ => Inline::default().strong(words.say("geschonden", "violated")),
            };
            let cells = vec![
                cell(it.id),
                capital(&words.of(&it.says)).into(),
                cell(it.checked),
                cell(it.violated),
                outcome,
            ];
            (None, cells)
        };
        section.blocks.push(Block::Table(Table {
            caption: words
                .say("Hoe vaak geprobeerd, hoe vaak geschonden", "How often tried, how often violated")
                .to_owned(),
            columns: [
                words.say("nr", "no"),
                words.say("eigenschap", "property"),
                words.say("geprobeerd", "tried"),
                words.say("geschonden", "violated"),
                words.say("uitkomst", "outcome"),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: properties.iter().map(row).collect(),
        }));
        for it in properties {
            if let Said::Said(Counterexample { story, seen }) = &it.first {
                let what = Inline::default()
                    .strong(it.id)
                    .text(format!(": {}. ", self.story(story)))
                    .code(seen.as_str());
                section.blocks.push(Block::Warning(what));
            }
        }
        section
    }

    fn left_out(&self) -> Section {
        let (words, it) = (self.words, &self.found.histories);
        let mut section = Section::new("weggelaten", words.say("Weggelaten", "Left out"));
        let mut items: Vec<Item> = self.found.left_out.iter().map(|it| words.of(it).into()).collect();
        let kinds: Vec<String> = it.kinds_left_out.iter().map(|it| (*it).to_owned()).collect();
        items.push(
            format!(
                "{} ({}): {}.",
                words.say(
                    "Soorten regels die in geen geschiedenis voorkomen",
                    "Kinds of entry that are in no history"
                ),
                kinds.len(),
                words.list(&kinds)
            )
            .into(),
        );
        items.push(
            format!(
                "{}: {}.",
                words.say(
                    "Geschiedenissen van meer zetten dan dit; van de machines de toestanden voorbij vijf overgangen",
                    "Histories of more moves than this; of the machines the states beyond five transitions",
                ),
                self.found.machines.iter().map(|it| it.not_walked).sum::<usize>(),
            )
            .into(),
        );
        section.blocks.push(Block::List(items));
        section
    }
}
