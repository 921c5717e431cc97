//! Reading an overlay: the form, the references, and what in it touches the law.

mod values;

use std::collections::{BTreeMap, BTreeSet};

use crate::actor::Actor;
use crate::code::Code;
use crate::id::MeasureId;
use crate::pack::file::{Node, Place, Source, Table};
use crate::pack::{AidLevel, PackCode, PackError, length};
use crate::region::change;
use crate::region::claim::{Claim, Says};
use crate::region::parts::{
    AgreedMandate, Agreement, ContactRole, DiscussionTable, Doing, Figure, FigureValue, MeetingForm, Member,
    Milestone, Municipality, Organisation, Reading, RegionChange, RegionGoal, RegionMeasure, RegionSource,
    Routing, TableOutcome, Team,
};
use crate::region::words::{Family, MeetingKind, TeamKind};
use crate::region::{FORMAT, LARGEST_REGION, Region};
use crate::said::Said;

pub(super) use values::list;
use values::{deed_in, no_person, optional, person, text, truth, when};

/// Keys that give powers, wherever they stand.
const POWER_KEYS: &[&str] = &[
    "authority",
    "bevoegdheid",
    "bevoegdheden",
    "competence",
    "grant",
    "grants",
    "may",
    "may_decide",
    "may_request",
    "power",
    "powers",
];

type Done = Result<(), PackError>;

pub(super) fn read(file: &str, text: &str) -> Result<Region, PackError> {
    let source = Source::new(file, text);
    if text.len() > LARGEST_REGION {
        let place = Place { file: file.to_owned(), line: 0, key: String::new() };
        let reason = format!("{} bytes; the largest overlay that is taken has {LARGEST_REGION}", text.len());
        return Err(place.error(PackCode::TooLarge, reason));
    }
    let parsed = source.parse()?;
    let root = Table::root(&source, &parsed);
    let format = root.need("format")?;
    if format.text()? != FORMAT {
        let reason = format!("expected `{FORMAT}`, found `{}`", format.text()?);
        return Err(format.place().error(PackCode::Manifest, reason));
    }
    let mut region = Region {
        id: root.need("id")?.text()?.to_owned(),
        labels: root.labels("label")?,
        hypothetical: root.need("hypothetical")?.truth()?,
        from: root.need("from")?.day()?,
        note: root.labels("note")?,
        hash: crate::pack::hash(&BTreeMap::from([("region.toml", text)])),
        sources: Vec::new(),
        organisations: Vec::new(),
        teams: Vec::new(),
        tables: Vec::new(),
        routes: Vec::new(),
        contacts: Vec::new(),
        meetings: Vec::new(),
        municipalities: Vec::new(),
        measures: Vec::new(),
        mandates: Vec::new(),
        agreements: Vec::new(),
        goals: Vec::new(),
        figures: Vec::new(),
        aids: BTreeMap::new(),
        change: Said::NotSaid,
        claims: Vec::new(),
    };
    let mut reader = Reader { region: &mut region, bodies: BTreeMap::new(), ids: BTreeSet::new() };
    reader.whole(&root)?;
    region.claims.sort_by_key(|claim| claim.place.line);
    Ok(region)
}

struct Reader<'r> {
    region: &'r mut Region,
    /// The bodies that an organisation or team is, by its id.
    bodies: BTreeMap<String, Vec<Actor>>,
    ids: BTreeSet<(&'static str, String)>,
}

impl Reader<'_> {
    fn whole(&mut self, root: &Table<'_, '_>) -> Done {
        self.each(root, "source", Self::source)?;
        self.each(root, "organisation", Self::organisation)?;
        self.each(root, "team", Self::team)?;
        self.each(root, "table", Self::table)?;
        self.each(root, "route", Self::route)?;
        self.each(root, "contact", Self::contact)?;
        self.each(root, "meeting", Self::meeting)?;
        self.each(root, "municipality", Self::municipality)?;
        self.each(root, "measure", Self::measure)?;
        self.each(root, "mandate", Self::mandate)?;
        self.each(root, "agreement", Self::agreement)?;
        self.each(root, "hearing", Self::hearing)?;
        self.each(root, "term", Self::term)?;
        self.each(root, "requirement", Self::requirement)?;
        self.each(root, "consent", Self::consent)?;
        self.each(root, "goal", Self::goal)?;
        self.each(root, "figure", Self::figure)?;
        self.aids(root)?;
        if let Some(node) = root.get("change") {
            let table = node.table()?;
            let parties: BTreeSet<String> = self
                .bodies
                .keys()
                .cloned()
                .chain(self.region.municipalities.iter().map(|it| it.id.clone()))
                .collect();
            let change = change::read(&table, &parties)?;
            let read = self.cited(&table)?;
            self.finish(&table)?;
            self.region.change = Said::Said(RegionChange { stands: change, read });
        }
        self.finish(root)
    }

    fn each(
        &mut self,
        root: &Table<'_, '_>,
        kind: &'static str,
        mut read: impl FnMut(&mut Self, &Table<'_, '_>) -> Done,
    ) -> Done {
        for mut entry in root.entries(kind)? {
            let id = entry.need("id")?.text()?.to_owned();
            entry.call(format!("{kind}.{id}"));
            // Organisations and teams are referred to alike.
            let space = if kind == "team" { "organisation" } else { kind };
            if !self.ids.insert((space, id.clone())) {
                return Err(entry.place().error(PackCode::Duplicate, format!("the id `{id}` stands twice")));
            }
            read(self, &entry)?;
            self.finish(&entry)?;
        }
        Ok(())
    }

    /// Refuses keys that nobody asked for. One that gives powers is taken in as what it is, so that the law pack can say
    /// whose the powers are.
    fn finish(&mut self, table: &Table<'_, '_>) -> Done {
        let Some((key, place)) = table.first_of(POWER_KEYS) else { return table.finish() };
        let deed = table.pairs().into_iter().find(|(it, _)| *it == key).and_then(|(_, node)| deed_in(&node));
        self.claim(place, Says::Powers(deed));
        Ok(())
    }

    fn claim(&mut self, place: Place, says: Says) {
        self.region.claims.push(Claim { place, says });
    }

    fn measure_id(&mut self, node: &Node<'_, '_>) -> Result<MeasureId, PackError> {
        let id: MeasureId = node.id()?;
        self.claim(node.place(), Says::Measure(id.clone()));
        Ok(id)
    }

    fn measure_ids(&mut self, table: &Table<'_, '_>) -> Result<Vec<MeasureId>, PackError> {
        table.need("measures")?.list()?.iter().map(|node| self.measure_id(node)).collect()
    }

    fn doing(&mut self, table: &Table<'_, '_>) -> Result<Doing, PackError> {
        let measure = self.measure_id(&table.need("measure")?)?;
        Ok(Doing { act: table.need("act")?.word()?, measure })
    }

    fn cited(&self, entry: &Table<'_, '_>) -> Result<Reading, PackError> {
        let table = entry.need("cite")?.table()?;
        let source = table.need("source")?;
        let id = source.text()?.to_owned();
        if !self.region.sources.iter().any(|it| it.id == id) {
            return Err(source.place().error(PackCode::Dangling, format!("unknown source `{id}`")));
        }
        let reading = Reading {
            source: id,
            at: table.need("at")?.text()?.to_owned(),
            sureness: table.need("certainty")?.word()?,
            on: optional(&table, "on", when)?,
        };
        table.finish()?;
        Ok(reading)
    }

    /// The ids of organisations and teams in a list.
    fn bodies(&self, table: &Table<'_, '_>, key: &'static str) -> Result<Vec<String>, PackError> {
        list(table, key)?.iter().map(|node| self.body(node)).collect()
    }

    fn body(&self, node: &Node<'_, '_>) -> Result<String, PackError> {
        let id = node.text()?;
        if self.bodies.contains_key(id) {
            return Ok(id.to_owned());
        }
        let reason = format!("no organisation or team has the id `{id}`");
        Err(node.place().error(PackCode::Dangling, reason))
    }

    fn actors(&self, ids: &[String]) -> Vec<Actor> {
        let mut actors: Vec<Actor> =
            ids.iter().filter_map(|id| self.bodies.get(id)).flatten().copied().collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    fn source(&mut self, entry: &Table<'_, '_>) -> Done {
        let source = RegionSource {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            dated: when(&entry.need("date")?)?,
        };
        self.region.sources.push(source);
        Ok(())
    }

    fn organisation(&mut self, entry: &Table<'_, '_>) -> Done {
        let node = entry.need("acts_as")?;
        let acts_as: Vec<Actor> = node.list()?.iter().map(Node::word).collect::<Result<_, _>>()?;
        self.claim(node.place(), Says::OneBody(acts_as.clone()));
        let organisation = Organisation {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            acts_as,
            read: self.cited(entry)?,
        };
        self.bodies.insert(organisation.id.clone(), organisation.acts_as.clone());
        self.region.organisations.push(organisation);
        Ok(())
    }

    fn team(&mut self, entry: &Table<'_, '_>) -> Done {
        let kind: TeamKind = entry.need("kind")?.word()?;
        let mut members = Vec::new();
        let mut actors = if kind == TeamKind::Local { vec![Actor::LocalTeam] } else { Vec::new() };
        for member in entry.entries("members")? {
            no_person(&member)?;
            let employer = self.body(&member.need("employer")?)?;
            let node = member.need("acting_as")?;
            let acting_as: Actor = node.word()?;
            let its = self.bodies.get(&employer).cloned().unwrap_or_default();
            self.claim(node.place(), Says::ActingAs { acting_as, employer: its });
            self.claim(node.place(), Says::Sits(vec![acting_as]));
            self.finish(&member)?;
            actors.push(acting_as);
            members.push(Member { employer, acting_as });
        }
        let mut doings = Vec::new();
        for table in entry.entries("does")? {
            doings.push((table.place(), self.doing(&table)?));
            self.finish(&table)?;
        }
        for node in list(entry, "decides")? {
            doings.push((node.place(), Doing::decide(self.measure_id(&node)?)));
        }
        let does: Vec<Doing> = doings.iter().map(|(_, doing)| doing.clone()).collect();
        // Standing on both sides is worse than standing on one: it is looked at first.
        if let Some((place, _)) = doings.first() {
            let says = Says::TeamDoesAll { actors: actors.clone(), doings: does.clone() };
            self.claim(place.clone(), says);
        }
        for (place, doing) in doings {
            self.claim(place, Says::TeamDoes { kind, actors: actors.clone(), doing });
        }
        let team = Team {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            kind,
            members,
            staff: optional(entry, "staff", Node::number)?,
            does,
            read: self.cited(entry)?,
        };
        self.bodies.insert(team.id.clone(), actors);
        self.region.teams.push(team);
        Ok(())
    }

    fn table(&mut self, entry: &Table<'_, '_>) -> Done {
        let measure = self.measure_id(&entry.need("measure")?)?;
        let may_bring = self.bodies(entry, "may_bring")?;
        let seats = self.bodies(entry, "seats")?;
        if let Some(node) = entry.get("seats") {
            self.claim(node.place(), Says::Sits(self.actors(&seats)));
        }
        let brought_by = self.actors(&may_bring);
        for node in list(entry, "decides")? {
            let decided = self.measure_id(&node)?;
            self.claim(node.place(), Says::TableDecides(decided));
        }
        let mut outcomes = Vec::new();
        for table in entry.entries("outcomes")? {
            let by: Said<Actor> = optional(&table, "by", Node::word)?;
            let mut deed = Said::NotSaid;
            if table.get("act").is_some() || table.get("measure").is_some() {
                let doing = self.doing(&table)?;
                let says = Says::Outcome {
                    by: by.said().copied(),
                    doing: doing.clone(),
                    brought_by: brought_by.clone(),
                };
                self.claim(table.place(), says);
                if let Said::Said(by) = by {
                    deed = Said::Said(doing.by(by));
                }
            }
            outcomes.push(TableOutcome { labels: table.labels("label")?, deed });
            self.finish(&table)?;
        }
        let table = DiscussionTable {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            measure,
            may_bring,
            seats,
            outcomes,
            read: self.cited(entry)?,
        };
        self.region.tables.push(table);
        Ok(())
    }

    fn route(&mut self, entry: &Table<'_, '_>) -> Done {
        let from: Actor = entry.need("from")?.word()?;
        for table in entry.entries("only")? {
            let doing = self.doing(&table)?;
            self.finish(&table)?;
            self.claim(table.place(), Says::OnlyThrough { by: from, doing });
        }
        let route = Routing {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            from,
            to: self.body(&entry.need("to")?)?,
            read: self.cited(entry)?,
        };
        self.region.routes.push(route);
        Ok(())
    }

    fn contact(&mut self, entry: &Table<'_, '_>) -> Done {
        no_person(entry)?;
        let contact = ContactRole {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            of: self.body(&entry.need("of")?)?,
            for_team: match entry.get("for") {
                Some(node) => Said::Said(self.body(&node)?),
                None => Said::NotSaid,
            },
            read: self.cited(entry)?,
        };
        for text in [&contact.labels.nl, &contact.labels.en] {
            if text.contains('@') || text.bytes().filter(u8::is_ascii_digit).count() > 7 {
                let place = entry.need("label")?.place();
                return Err(place.error(PackCode::PersonNamed, person("an address or number")));
            }
        }
        self.region.contacts.push(contact);
        Ok(())
    }

    fn meeting(&mut self, entry: &Table<'_, '_>) -> Done {
        let kind: MeetingKind = entry.need("kind")?.word()?;
        let mut carries = Vec::new();
        for table in entry.entries("carries")? {
            let by: Said<Actor> = optional(&table, "by", Node::word)?;
            let doing = self.doing(&table)?;
            self.finish(&table)?;
            let says = Says::Carries { kind, by: by.said().copied(), doing: doing.clone() };
            self.claim(table.place(), says);
            if let Said::Said(by) = by {
                carries.push(doing.by(by));
            }
        }
        let meeting = MeetingForm {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            kind,
            family: optional(entry, "family", Node::word)?.said().copied().unwrap_or(Family::NotSaid),
            every: optional(entry, "every", length)?,
            carries,
            read: self.cited(entry)?,
        };
        self.region.meetings.push(meeting);
        Ok(())
    }

    fn municipality(&mut self, entry: &Table<'_, '_>) -> Done {
        let mut moments = Vec::new();
        for table in entry.entries("moments")? {
            moments.push(Milestone {
                labels: table.labels("label")?,
                on: when(&table.need("on")?)?,
                read: self.cited(&table)?,
            });
            self.finish(&table)?;
        }
        moments.sort_by_key(|moment| (moment.on.first_day(), moment.on.last_day()));
        let municipality = Municipality {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            start: entry.labels("start")?,
            moments,
            read: self.cited(entry)?,
        };
        self.region.municipalities.push(municipality);
        Ok(())
    }

    fn measure(&mut self, entry: &Table<'_, '_>) -> Done {
        let id = entry.need("id")?;
        let measure = self.measure_id(&id)?;
        let node = entry.need("offered")?;
        let offered = node.truth()?;
        if !offered {
            self.claim(node.place(), Says::LeftOut(measure.clone()));
        }
        let mut labels = Said::NotSaid;
        if let Some(node) = entry.get("label") {
            labels = Said::Said(entry.labels("label")?);
            self.claim(node.place(), Says::Renamed(measure.clone()));
        }
        self.region.measures.push(RegionMeasure { measure, offered, labels, read: self.cited(entry)? });
        Ok(())
    }

    fn mandate(&mut self, entry: &Table<'_, '_>) -> Done {
        let mandate = AgreedMandate {
            id: text(entry, "id")?,
            from: entry.need("from")?.word()?,
            to: entry.need("to")?.word()?,
            doing: self.doing(entry)?,
            extension: truth(entry, "extension")?,
            may_be_passed_on: truth(entry, "may_be_passed_on")?,
            read: self.cited(entry)?,
        };
        self.claim(entry.place(), Says::Mandate(mandate.clone()));
        self.region.mandates.push(mandate);
        Ok(())
    }

    fn agreement(&mut self, entry: &Table<'_, '_>) -> Done {
        let agreement =
            Agreement { id: text(entry, "id")?, labels: entry.labels("label")?, read: self.cited(entry)? };
        self.region.agreements.push(agreement);
        Ok(())
    }

    fn hearing(&mut self, entry: &Table<'_, '_>) -> Done {
        let says = Says::Hearing {
            measures: self.measure_ids(entry)?,
            who: entry.need("who")?.word()?,
            duty: entry.need("duty")?.word()?,
        };
        self.claim(entry.need("duty")?.place(), says);
        self.agreement(entry)
    }

    fn term(&mut self, entry: &Table<'_, '_>) -> Done {
        let node = entry.need("length")?;
        let says = Says::Term {
            measures: self.measure_ids(entry)?,
            kind: entry.need("kind")?.word()?,
            length: length(&node)?,
        };
        self.claim(node.place(), says);
        self.agreement(entry)
    }

    fn requirement(&mut self, entry: &Table<'_, '_>) -> Done {
        let node = entry.need("needed")?;
        let measures = self.measure_ids(entry)?;
        let document = entry.need("document")?.word()?;
        if !node.truth()? {
            self.claim(node.place(), Says::Without { measures, document });
        }
        self.agreement(entry)
    }

    fn consent(&mut self, entry: &Table<'_, '_>) -> Done {
        let measures = self.measure_ids(entry)?;
        if let Some(node) = entry.get("needed")
            && !node.truth()?
        {
            self.claim(node.place(), Says::NoConsent(measures.clone()));
        }
        if let Some(node) = entry.get("one_is_enough")
            && node.truth()?
        {
            self.claim(node.place(), Says::OneConsents(measures));
        }
        self.agreement(entry)
    }

    fn goal(&mut self, entry: &Table<'_, '_>) -> Done {
        let goal =
            RegionGoal { id: text(entry, "id")?, labels: entry.labels("label")?, read: self.cited(entry)? };
        self.region.goals.push(goal);
        Ok(())
    }

    fn figure(&mut self, entry: &Table<'_, '_>) -> Done {
        let mut values = Vec::new();
        for table in entry.entries("values")? {
            values.push(FigureValue {
                labels: table.labels("label")?,
                number: table.need("number")?.number()?,
            });
            self.finish(&table)?;
        }
        let total = optional(entry, "total", Node::number)?;
        let sum = values.iter().fold(0_u64, |sum, value| sum.saturating_add(value.number.into()));
        if let (Some(total), Some(node)) = (total.said(), entry.get("total"))
            && u64::from(*total) != sum
        {
            let reason = format!("the parts are {sum} together, not {total}");
            return Err(node.place().error(PackCode::PartsDoNotAdd, reason));
        }
        let figure = Figure {
            id: text(entry, "id")?,
            labels: entry.labels("label")?,
            values,
            total,
            caveat: entry.labels("caveat")?,
            read: self.cited(entry)?,
        };
        self.region.figures.push(figure);
        Ok(())
    }

    fn aids(&mut self, root: &Table<'_, '_>) -> Done {
        let Some(node) = root.get("aids") else { return Ok(()) };
        for (key, node) in node.table()?.pairs() {
            let level = node.text()?;
            let Some(code) = Code::all().iter().copied().find(|code| code.as_str() == key) else {
                let reason = format!("`{key}` is no code of this library");
                return Err(node.place().error(PackCode::Dangling, reason));
            };
            if !key.starts_with("AFW-AID-") {
                self.claim(node.place(), Says::TurnedDown(code));
            } else if ["bar", "block", "fail", "failed", "hard"].contains(&level) {
                self.claim(node.place(), Says::AidBars);
            } else {
                let level: AidLevel = node.word()?;
                self.region.aids.insert(code, level);
            }
        }
        Ok(())
    }
}
