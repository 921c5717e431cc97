//! The properties of the model, one module per property, on generated dossiers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

mod aids_never_bar;
mod aids_read_words;
mod codes;
mod coverage;
mod first_property;
mod knobs;
mod numbers;
mod p01_later;
mod p01_total;
mod p02_replay;
mod p03_known_at;
mod p04_candidates;
mod p05_repeating;
mod p06_authority;
mod p06_proof;
mod p07_court;
mod p08_consent;
mod p09_remedies;
mod p10_explained;
mod p11_days;
mod p11_names;
mod p12_order;
mod p13_dissent;
mod p13_sealed;
mod p14_bearing;
mod p14_raising;
mod p15_look_back;
mod p15_urgent;
mod p16_terms;
mod p17_json;
mod p18_overlay;
mod p20_tampering;
mod p21_withdrawal;
mod p22_watch;
mod p23_open_norm;
mod p24_fallback;
mod plain_dutch;
mod record;
mod regressions;
mod relatives;
mod reviews;
mod shortest;
mod sources;

use afweging::{Assessment, Dossier, assess};
use afweging_testkit::dutch_pack;
use chrono::{Days, NaiveDate};
use proptest::prelude::{ProptestConfig, Strategy};
use proptest::test_runner::RngSeed;

/// How many cases each property is tried on in the normal run.
const CASES: u32 = 256;

/// The normal run tries the same cases every time: a change never fails for what lies outside it. A long run says how
/// many cases it wants (`AFWEGING_CASES=20000`) and gets others each time.
fn config() -> ProptestConfig {
    let asked = std::env::var("AFWEGING_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(CASES),
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(1) },
        failure_persistence: None,
        max_shrink_time: 60_000,
        max_shrink_iters: 4_000,
        ..ProptestConfig::default()
    }
}

/// Any day from 2010 up to and with 2035.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..26 * 365).prop_map(|days| day("2010-01-01") + Days::new(days))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The assessment by the Dutch pack.
fn assessed(dossier: &Dossier, at: NaiveDate) -> Assessment {
    assess(dossier, dutch_pack(), at)
}

/// The days on which something in a dossier happened, or stood on the brink of it.
fn eventful_days(dossier: &Dossier) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = dossier
        .entries()
        .iter()
        .flat_map(|entry| {
            [entry.occurred.first_day(), entry.occurred.last_day(), entry.recorded.date_naive()]
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
