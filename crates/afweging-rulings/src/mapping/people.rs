//! The people of a record: who they are, who asked, who was heard.

use afweging::{Birth, Event, Forum, Hearing, IdError, Person, PersonId, Refusal, Role, Said};
use chrono::{Months, NaiveDate};

use super::MapError;
use super::log::Log;
use crate::part::numbers;
use crate::record::{Heard, Input, PersonRow, PerspectiveRow};

/// Somebody in the dossier, with how the record speaks of them.
pub(super) struct Somebody {
    pub(super) id: PersonId,
    pub(super) role: Role,
    code: String,
    /// The ruling's own word, in lower case.
    word: String,
}

/// Who asked for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asker {
    /// Somebody in particular.
    Person(PersonId, Role),
    /// The child whom it is about.
    TheChild,
}

/// Everyone in the dossier.
pub(super) struct Everyone {
    list: Vec<Somebody>,
    /// The court.
    pub(super) court: PersonId,
    /// The children, in the order of the record.
    pub(super) children: Vec<PersonId>,
    /// Who asked: nobody known, one, or several of whom the text names the others.
    pub(super) askers: Vec<Asker>,
    /// Who stands in as proposer where nobody is known to have asked.
    pub(super) nobody: PersonId,
}

impl Everyone {
    fn add(&mut self, log: &mut Log, somebody: Somebody, birth: Birth) -> Result<(), MapError> {
        let Somebody { id, role, .. } = &somebody;
        log.put(id, Event::PersonAdded(Person { person: id.clone(), role: *role, birth }))?;
        self.list.push(somebody);
        Ok(())
    }

    /// Somebody with one of these roles; a new one where the record names none.
    pub(super) fn with_role(
        &mut self,
        log: &mut Log,
        roles: &[Role],
        new: &str,
    ) -> Result<PersonId, MapError> {
        if let Some(found) = self.list.iter().find(|it| roles.contains(&it.role)) {
            return Ok(found.id.clone());
        }
        let role = roles.first().copied().unwrap_or(Role::Other);
        let id = PersonId::new(new)?;
        let somebody = Somebody { id: id.clone(), role, code: String::new(), word: String::new() };
        self.add(log, somebody, Birth::Unknown)?;
        Ok(id)
    }

    /// Somebody by their pseudonym; added with no known position where there is none.
    pub(super) fn other(&mut self, log: &mut Log, id: &str) -> Result<PersonId, MapError> {
        let id = PersonId::new(id)?;
        if !self.list.iter().any(|it| it.id == id) {
            let somebody =
                Somebody { id: id.clone(), role: Role::Other, code: String::new(), word: String::new() };
            self.add(log, somebody, Birth::Unknown)?;
        }
        Ok(id)
    }
}

/// Whoever is a parent by role.
pub(super) const PARENTS: [Role; 3] = [Role::Mother, Role::Father, Role::Parent];

/// The role of a code; `other` for a code that names none.
fn role(code: &str) -> Role {
    let name = match code {
        "foster_carer" => "foster_parent",
        "stepparent" => "step_parent",
        "vt" => "veilig_thuis",
        "minor" => "child",
        other => other,
    };
    serde_json::from_value(serde_json::Value::String(name.to_owned())).unwrap_or(Role::Other)
}

/// The role of whoever decided. One that is no court settles nothing.
fn court_role(code: &str) -> Role {
    match code {
        "district" => Role::DistrictCourt,
        "appeal" => Role::AppealCourt,
        "supreme" | "echr" => Role::SupremeCourt,
        _ => Role::Other,
    }
}

/// The birth days that an age allows: born at the latest when just turned the youngest age, at the earliest when about
/// to turn one more than the oldest.
fn birth(row: &PersonRow, at: NaiveDate) -> Birth {
    let years_before = |years: u32| at.checked_sub_months(Months::new(years.saturating_mul(12)));
    let span = row.age_min.zip(row.age_max).filter(|(min, max)| min <= max).and_then(|(min, max)| {
        let earliest = years_before(max.saturating_add(1))?.succ_opt()?;
        Some((earliest, years_before(min)?))
    });
    span.map_or(Birth::Unknown, |(earliest, latest)| Birth::Between(earliest, latest))
}

/// Puts everyone into the dossier, with who was heard and who asked.
pub(super) fn record(input: &Input, log: &mut Log) -> Result<Everyone, MapError> {
    let court = PersonId::new("court")?;
    let mut everyone = Everyone {
        list: Vec::new(),
        court: court.clone(),
        children: Vec::new(),
        askers: Vec::new(),
        nobody: court.clone(),
    };
    let bench =
        Somebody { id: court, role: court_role(&input.court_code), code: String::new(), word: String::new() };
    everyone.add(log, bench, Birth::Unknown)?;
    for (place, row) in input.persons.iter().enumerate() {
        let somebody = Somebody {
            id: numbered("p", place)?,
            role: role(&row.role_code),
            code: row.role_code.clone(),
            word: row.role.as_deref().unwrap_or_default().to_lowercase(),
        };
        if somebody.role == Role::Child {
            everyone.children.push(somebody.id.clone());
        }
        everyone.add(log, somebody, birth(row, log.at()))?;
    }
    if everyone.children.is_empty() {
        let child = everyone.with_role(log, &[Role::Child], "child")?;
        everyone.children.push(child);
    }
    askers(input, &mut everyone, log)?;
    everyone.nobody = everyone.other(log, "unknown-requester")?;
    for (place, row) in input.perspectives.iter().enumerate() {
        heard(row, place, &mut everyone, log)?;
    }
    Ok(everyone)
}

fn numbered(prefix: &str, place: usize) -> Result<PersonId, IdError> {
    PersonId::new(format!("{prefix}{}", place.saturating_add(1)))
}

/// Who asked: the body or person of the code, and bodies that the text names besides.
fn askers(input: &Input, everyone: &mut Everyone, log: &mut Log) -> Result<(), MapError> {
    let text = input.requester.text.as_deref().unwrap_or_default().to_lowercase();
    let code = input.requester.code.as_str();
    match role(code) {
        // A code that names nobody (`unknown`, `professional`): nobody is known to have asked.
        Role::Other => return Ok(()),
        Role::Child => everyone.askers.push(Asker::TheChild),
        parent if PARENTS.contains(&parent) => {
            let named = everyone
                .list
                .iter()
                .filter(|it| parent == Role::Parent || it.role == parent)
                .find(|it| PARENTS.contains(&it.role) && !it.word.is_empty() && text.contains(&it.word));
            let id = match named {
                Some(found) => found.id.clone(),
                None if parent == Role::Parent => everyone.with_role(log, &PARENTS, "requester")?,
                None => everyone.with_role(log, &[parent], "requester")?,
            };
            everyone.askers.push(Asker::Person(id, parent));
        }
        body => {
            let id = everyone.with_role(log, &[body], "requester")?;
            everyone.askers.push(Asker::Person(id, body));
        }
    }
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    for (word, body) in
        [("raad", Role::Raad), ("gi", Role::Gi), ("college", Role::College), ("officier", Role::Prosecutor)]
    {
        let is_asker =
            everyone.askers.iter().any(|it| matches!(it, Asker::Person(_, asker) if *asker == body));
        if words.contains(&word) && !is_asker {
            let id = everyone.with_role(log, &[body], &format!("requester-{word}"))?;
            everyone.askers.push(Asker::Person(id, body));
        }
    }
    Ok(())
}

/// Whom a row on hearing is about: by the ruling's own word, by number, by code; `parent` is every parent.
fn meant(row: &PerspectiveRow, everyone: &Everyone) -> Vec<PersonId> {
    let word = row.role.as_deref().unwrap_or_default().to_lowercase();
    let is_parent = role(&row.role_code) == Role::Parent;
    let of_code: Vec<&Somebody> = everyone
        .list
        .iter()
        .filter(|it| it.code == row.role_code || (is_parent && PARENTS.contains(&it.role)))
        .collect();
    let pick = |is_meant: &dyn Fn(&Somebody) -> bool| -> Vec<PersonId> {
        of_code.iter().filter(|it| is_meant(it)).map(|it| it.id.clone()).collect()
    };
    let same = pick(&|it| it.word == word);
    if !same.is_empty() {
        return same;
    }
    let wanted: Vec<&str> = numbers(&word).collect();
    if !wanted.is_empty() {
        return pick(&|it| numbers(&it.word).any(|number| wanted.contains(&number)));
    }
    pick(&|_| true)
}

fn heard(row: &PerspectiveRow, place: usize, everyone: &mut Everyone, log: &mut Log) -> Result<(), MapError> {
    if row.heard != Heard::Yes {
        return Ok(());
    }
    let mut people = meant(row, everyone);
    if people.is_empty() {
        let id = numbered("heard", place)?;
        let somebody = Somebody {
            id: id.clone(),
            role: role(&row.role_code),
            code: row.role_code.clone(),
            word: row.role.as_deref().unwrap_or_default().to_lowercase(),
        };
        everyone.add(log, somebody, Birth::Unknown)?;
        people.push(id);
    }
    for person in people {
        record_heard(&person, &everyone.court, log)?;
    }
    Ok(())
}

fn record_heard(person: &PersonId, court: &PersonId, log: &mut Log) -> Result<(), Refusal> {
    let hearing = Hearing {
        person: person.clone(),
        forum: Forum::Court,
        mode: Said::NotSaid,
        hearer: Said::Said(court.clone()),
        distance: Said::NotSaid,
        account: Said::NotSaid,
    };
    log.put(court, Event::Heard(hearing))
}
