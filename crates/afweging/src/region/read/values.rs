//! The single values of an overlay.

use crate::actor::Act;
use crate::pack::file::{Node, Table};
use crate::pack::{PackCode, PackError};
use crate::region::parts::Deed;
use crate::said::Said;
use crate::time::When;

/// Keys that name a person, where a role belongs.
const PERSON_KEYS: &[&str] =
    &["address", "email", "mail", "naam", "name", "person", "phone", "telefoon", "telephone"];

/// The article that lets no more of a person into the data than is needed.
const DATA_MINIMISATION: &str = "AVG 5(1)(c)";

/// Who does what, out of the first entry of a key that gives powers, when it can be read.
pub(in crate::region) fn deed_in(node: &Node<'_, '_>) -> Option<Deed> {
    let table = match node.list() {
        Ok(entries) => entries.first()?.table().ok()?,
        Err(_) => node.table().ok()?,
    };
    Some(Deed {
        by: one(&table, "actor", "actors")?.word().ok()?,
        act: one(&table, "act", "acts")?.word::<Act>().ok()?,
        measure: one(&table, "measure", "measures")?.id().ok()?,
    })
}

pub(in crate::region) fn one<'s, 'a>(
    table: &Table<'s, 'a>,
    one: &'static str,
    more: &'static str,
) -> Option<Node<'s, 'a>> {
    match table.get(one) {
        Some(node) => Some(node),
        None => table.get(more)?.list().ok()?.into_iter().next(),
    }
}

pub(in crate::region) fn no_person(table: &Table<'_, '_>) -> Result<(), PackError> {
    match table.first_of(PERSON_KEYS) {
        Some((key, place)) => Err(place.error(PackCode::PersonNamed, person(&format!("`{key}`")))),
        None => Ok(()),
    }
}

pub(in crate::region) fn person(what: &str) -> String {
    format!("{what} names a person; an overlay holds roles only ({DATA_MINIMISATION})")
}

pub(in crate::region) fn text(table: &Table<'_, '_>, key: &'static str) -> Result<String, PackError> {
    Ok(table.need(key)?.text()?.to_owned())
}

pub(in crate::region) fn truth(table: &Table<'_, '_>, key: &'static str) -> Result<bool, PackError> {
    table.get(key).map_or(Ok(false), |node| node.truth())
}

pub(in crate::region) fn list<'s, 'a>(
    table: &Table<'s, 'a>,
    key: &'static str,
) -> Result<Vec<Node<'s, 'a>>, PackError> {
    table.get(key).map_or(Ok(Vec::new()), |node| node.list())
}

pub(in crate::region) fn optional<'s, 'a, T>(
    table: &Table<'s, 'a>,
    key: &'static str,
    read: impl Fn(&Node<'s, 'a>) -> Result<T, PackError>,
) -> Result<Said<T>, PackError> {
    Ok(match table.get(key) {
        Some(node) => Said::Said(read(&node)?),
        None => Said::NotSaid,
    })
}

pub(in crate::region) fn when(node: &Node<'_, '_>) -> Result<When, PackError> {
    node.text()?
        .parse()
        .map_err(|error: crate::time::WhenError| node.place().error(PackCode::Form, error.to_string()))
}
