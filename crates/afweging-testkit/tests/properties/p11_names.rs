//! P11: an order-preserving renaming of ids changes nothing but the names, hashes aside.

use std::collections::BTreeSet;

use afweging::{Dossier, Event, Link, NewEntry, RevealedView, SealedView};
use afweging_testkit::Histories;
use proptest::prelude::*;
use serde_json::Value;

use crate::{any_day, assessed, config};

/// What every id gets in front: in front of all of them it changes no order.
const MARK: &str = "zz-";

fn ids(dossier: &Dossier) -> BTreeSet<String> {
    let made = dossier.entries().iter().filter_map(|entry| entry.event.links().makes);
    made.map(|link| match link {
        Link::Person(id) => id.to_string(),
        Link::Statement(id) => id.to_string(),
        Link::Evidence(id) => id.to_string(),
        Link::Step(id) => id.to_string(),
        Link::Alternative(id) => id.to_string(),
        Link::Obligation(id) => id.to_string(),
        other => panic!("nobody makes {other:?}"),
    })
    .collect()
}

fn rename(value: &mut Value, ids: &BTreeSet<String>) {
    match value {
        Value::String(text) if ids.contains(text) => *text = format!("{MARK}{text}"),
        Value::Array(items) => items.iter_mut().for_each(|it| rename(it, ids)),
        Value::Object(fields) => fields.values_mut().for_each(|it| rename(it, ids)),
        _ => {}
    }
}

fn renamed(dossier: &Dossier) -> Dossier {
    fn anew<T: serde::Serialize + serde::de::DeserializeOwned>(it: &T, ids: &BTreeSet<String>) -> T {
        let mut value = serde_json::to_value(it).expect("JSON");
        rename(&mut value, ids);
        serde_json::from_value(value).expect("the same with other names")
    }
    let ids = ids(dossier);
    let opened: Vec<&RevealedView> = (dossier.entries().iter())
        .filter_map(|entry| match &entry.event {
            Event::ViewsRevealed(it) => Some(&it.views),
            _ => None,
        })
        .flatten()
        .collect();
    let entries = Vec::<NewEntry>::from(dossier).into_iter().map(|entry| {
        let mut other = anew(&entry, &ids);
        // The names are under the seal too: what will be opened is sealed anew. Nothing is compared with any other seal.
        if let (Event::ViewSealed(sealed), Event::ViewSealed(other_sealed)) = (&entry.event, &mut other.event)
        {
            let salt = |it: &&&RevealedView| {
                it.view_salt.text().is_some_and(|salt| sealed.verify(&entry.by, &it.view, salt))
            };
            if let Some(it) = opened.iter().find(salt) {
                let salt = it.view_salt.text().expect("the salt that was compared");
                *other_sealed = SealedView::seal(&other.by, &anew(&it.view, &ids), salt).expect("a seal");
            }
        }
        other
    });
    Dossier::replay(dossier.id(), entries).expect("other names are as coherent")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p11_other_names_change_nothing_else(
        // An erased text reads back only with its hashes, and those are of the old names.
        history in Histories::new().without_redactions().with_length(10..90).strategy(),
        at in any_day(),
    ) {
        let other = renamed(&history);
        for at in [at, history.last_day()] {
            let (before, mut after) = (assessed(&history, at), assessed(&other, at));
            after.receipt.head = before.receipt.head.clone();
            prop_assert_eq!(before.to_json(), after.to_json().replace(MARK, ""));
        }
    }
}
