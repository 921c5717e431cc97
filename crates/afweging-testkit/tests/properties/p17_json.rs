//! P17 (the part of this crate): JSON round-trips, and the same value always gives the same bytes.

use std::fmt;

use afweging::Dossier;
use afweging_testkit::Histories;
use proptest::prelude::*;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::{any_day, assessed, config};

/// Any JSON, as long as its keys are sorted at every depth and no number has a fraction.
struct Canonical;

impl<'de> Deserialize<'de> for Canonical {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Canonical;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("canonical JSON")
    }
    fn visit_unit<E>(self) -> Result<Canonical, E> {
        Ok(Canonical)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Canonical, E> {
        Ok(Canonical)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Canonical, E> {
        Ok(Canonical)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Canonical, E> {
        Ok(Canonical)
    }
    fn visit_str<E>(self, _: &str) -> Result<Canonical, E> {
        Ok(Canonical)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Canonical, A::Error> {
        while items.next_element::<Canonical>()?.is_some() {}
        Ok(Canonical)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Canonical, A::Error> {
        let mut last: Option<String> = None;
        while let Some((key, _)) = fields.next_entry::<String, Canonical>()? {
            if last.as_ref().is_some_and(|last| *last >= key) {
                return Err(A::Error::custom(format!("`{key}` after `{last:?}`")));
            }
            last = Some(key);
        }
        Ok(Canonical)
    }
}

fn is_canonical(text: &str) -> Result<(), TestCaseError> {
    if let Err(why) = serde_json::from_str::<Canonical>(text) {
        return Err(TestCaseError::fail(why.to_string()));
    }
    // Written without a space outside of texts: read and written plainly it is as long.
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    prop_assert_eq!(value.to_string().len(), text.len());
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p17_a_dossier_reads_back_to_the_same_bytes(history in Histories::new().strategy()) {
        let text = history.to_json();
        is_canonical(&text)?;
        prop_assert_eq!(Dossier::from_json(&text).expect("it reads").to_json(), text.clone());
        // Spaces and the order of keys are no part of what is said.
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let pretty = serde_json::to_string_pretty(&value).expect("JSON");
        prop_assert_eq!(Dossier::from_json(&pretty).expect("it reads").to_json(), text);
    }

    #[test]
    fn p17_an_assessment_is_canonical_and_holds_no_fraction(history in Histories::new().strategy(), at in any_day()) {
        is_canonical(&assessed(&history, at).to_json())?;
        is_canonical(&assessed(&history, history.last_day()).to_json())?;
    }
}
