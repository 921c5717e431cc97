//! The explorer finds what was planted, counts what there is, and finds nothing in the real law that nobody meant.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

use std::sync::OnceLock;

use afweging::{Act, Actor, GapKind, Machine, Pack, Refused, Said, Sentence, When};
use afweging_testkit::dutch_pack;
use afweging_testkit::explore::{Exploration, Explorer, Rule, Tried, walk};

/// A machine with a room that nothing leads to and one that nothing leads out of.
#[derive(Debug, Clone, PartialEq)]
enum House {
    Hall,
    Cellar,
    Attic,
}

impl Machine for House {
    type Transition = &'static str;
    const STATES: &'static [&'static str] = &["Hall", "Cellar", "Attic"];
    const TRANSITIONS: &'static [&'static str] = &["down", "wait", "fly"];

    fn start() -> Self {
        House::Hall
    }

    fn state(&self) -> &'static str {
        match self {
            House::Hall => "Hall",
            House::Cellar => "Cellar",
            House::Attic => "Attic",
        }
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            House::Hall => &["down", "wait"],
            House::Cellar => &["wait", "fly"],
            House::Attic => &["wait"],
        }
    }

    fn name(transition: &&'static str) -> &'static str {
        transition
    }

    fn apply(self, transition: &&'static str, _: &When) -> Result<Self, Refused<Self>> {
        match (&self, *transition) {
            (House::Hall, "down") => Ok(House::Cellar),
            (House::Cellar, "fly") => Ok(House::Attic),
            (_, "wait") => Ok(self),
            _ => Err(Refused { state: self, reason: "there is no way".into() }),
        }
    }
}

#[test]
fn an_unreachable_state_and_a_dead_end_are_found() {
    let samples = [("down", "down"), ("wait", "wait")];
    let walked = walk::<House>("House", &samples, &[], 4, &mut |_, _, _| ());
    assert_eq!(walked.unreachable, ["Attic"]);
    assert_eq!(walked.dead_ends().collect::<Vec<_>>(), ["Cellar"]);
    assert_eq!(walked.without_sample, ["fly"]);
    assert!(!walked.is_as_meant());
    // Hall: down, wait. Cellar: down is refused, wait. Each state once.
    assert_eq!(
        (walked.states, walked.tried, walked.refused, walked.equal, walked.not_walked),
        (2, 4, 1, 2, 0)
    );

    let why = |state| (state, Sentence::new("zo bedoeld", "meant so"));
    let walked = walk::<House>("House", &samples, &[why("Cellar"), why("Hall")], 4, &mut |_, _, _| ());
    assert_eq!(walked.dead_ends().count(), 0, "meant so");
    assert_eq!(walked.lead_on, ["Hall"], "meant to be final, and it leads on");

    let walked = walk::<House>("House", &samples, &[], 1, &mut |_, _, _| ());
    assert_eq!(walked.not_walked, 1, "the bound is said");
}

const CITE: &str =
    r#"cite = { law = "Jw", article = "2.3", from = 2015-01-01, certainty = "text2015", source = "text" }"#;

/// A pack of one measure, with these grants besides the usual one.
fn small(grants: &str) -> Pack {
    let measure = format!(
        r#"[[measure]]
id = "M16"
label = {{ nl = "hulp", en = "help" }}
kind = "protective"
frame = "voluntary"
subject = "any"
form = "decision"
goals = ["upbringing"]
burdened = ["child"]
vector = {{ authority = 1, living = 0, liberty = 0, contact = 0, privacy = 1, home = 0, coercion = 0, safeguard = 0, duration = 0 }}
renewal = "free"
{CITE}
"#
    );
    let files = [
        (
            "pack.toml",
            "format = \"afweging/pack/1\"\nid = \"proef\"\nlabel = { nl = \"proef\", en = \"test\" }\nhypothetical = true\n"
                .to_owned(),
        ),
        ("sources/2015-01-01.toml", "[[source]]\nid = \"text\"\naddress = \"the text\"\n".to_owned()),
        ("measures/2015-01-01.toml", measure),
        (
            "consent/2015-01-01.toml",
            format!("[[basis]]\nid = \"help\"\nmeasures = [\"M16\"]\nrests_on = \"not_needed\"\n{CITE}\n"),
        ),
        ("authority/2015-01-01.toml", grants.to_owned()),
    ];
    Pack::from_files(files.iter().map(|(name, text)| (*name, text.as_str())))
        .expect("a pack that can be read")
}

fn grant(id: &str, actor: &str, act: &str, conditions: &str) -> String {
    format!(
        "[[grant]]\nid = \"{id}\"\nactors = [\"{actor}\"]\nacts = [\"{act}\"]\nmeasures = [\"M16\"]\nconditions = [{conditions}]\n{CITE}\n\n"
    )
}

fn sound() -> String {
    grant("d", "college", "decide", "") + &grant("e", "local_team", "execute", "")
}

fn explored(pack: &Pack) -> Exploration {
    Explorer::new(pack).depth(1).explore()
}

#[test]
fn a_sound_pack_has_no_surprise_in_its_powers() {
    let found = explored(&small(&sound()));
    let surprises = found.surprises();
    assert_eq!((surprises.machines, surprises.powers, surprises.properties), (0, 0, 0), "{found:#?}");
}

#[test]
fn a_measure_without_a_decider_is_found() {
    // By mandate of who has no power, and by nobody else.
    let grants = grant("m", "local_team", "decide", "{ by_mandate_of = \"college\" }")
        + &grant("e", "local_team", "execute", "");
    let found = explored(&small(&grants));
    let gaps = &found.powers.said().expect("walked").gaps;
    let is_found = gaps
        .iter()
        .any(|it| it.kind == GapKind::NoDecider && it.act == Act::Decide && it.meant.is_not_said());
    assert!(is_found, "{gaps:#?}");
    let nobody = &found.situations.said().expect("walked").nobody;
    assert!(nobody.iter().any(|it| it.act == Act::Decide && it.ages.len() == 12), "{nobody:#?}");
    assert!(found.surprises().powers >= 2);
}

#[test]
fn a_situation_without_a_decider_is_found() {
    // Somebody decides on the map, and only on an extension.
    let grants =
        grant("d", "college", "decide", "\"extension_only\"") + &grant("e", "local_team", "execute", "");
    let found = explored(&small(&grants));
    assert!(found.powers.said().expect("walked").gaps.is_empty(), "the map by itself has no gap");
    let nobody = &found.situations.said().expect("walked").nobody;
    assert_eq!(nobody.len(), 1, "{nobody:#?}");
    assert_eq!((nobody[0].act, nobody[0].situations), (Act::Decide, 12 * 2));
}

#[test]
fn two_deciders_are_found() {
    let grants = sound() + &grant("two", "mayor", "decide", "\"acute_or_own_task\"");
    let found = explored(&small(&grants));
    let overlaps = &found.powers.said().expect("walked").overlaps;
    assert_eq!(overlaps.len(), 1, "{overlaps:#?}");
    assert_eq!((overlaps[0].one, overlaps[0].other), (Actor::College, Actor::Mayor));
    assert!(overlaps[0].meant.is_not_said() && overlaps[0].one_article == "Jw 2.3");
    // Both hold when it is urgent, and only then.
    let two = &found.situations.said().expect("walked").two;
    assert_eq!(two.iter().map(|it| it.situations).collect::<Vec<_>>(), [12], "{two:#?}");
    assert_eq!(found.surprises().powers, 2);
}

#[test]
fn a_false_rule_is_violated_and_says_where() {
    let pack = small(&sound());
    let no_report = Rule::new("false", "er komt nooit een melding", "no report ever comes in", |look| {
        let reported = look.now.dossier.entries().iter().any(|it| it.event.kind() == "report_received");
        Tried::when(!reported, || "a report".to_owned())
    });
    let found = Explorer::new(&pack).depth(2).only_histories().with_rule(no_report).explore();
    let it = found.properties.iter().find(|it| it.id == "false").expect("tried");
    assert!(it.violated > 0 && it.checked > it.violated);
    let first = it.first.said().expect("a case");
    let story: Vec<&str> = first.story.iter().map(|it| it.en.as_str()).collect();
    assert_eq!(story, ["who keeps watch", "a report comes in"], "the shortest comes first");
    assert_eq!(found.surprises().properties, 1);
}

/// The real law, explored once for all tests below.
fn real() -> &'static Exploration {
    static FOUND: OnceLock<Exploration> = OnceLock::new();
    FOUND.get_or_init(|| Explorer::new(dutch_pack()).depth(2).explore())
}

#[test]
fn the_law_has_no_surprise() {
    assert!(real().surprises().is_none(), "{:#?}", real());
}

#[test]
fn every_property_that_can_be_decided_was_tried() {
    for it in &real().properties {
        assert_eq!(it.checked > 0, it.not_decidable.is_not_said(), "{}: {}", it.id, it.checked);
    }
    let ids: Vec<String> = real().properties.iter().map(|it| it.id.to_owned()).collect();
    assert_eq!(ids, (1..=24).map(|it| format!("P{it}")).collect::<Vec<_>>());
}

#[test]
fn the_counts_are_the_products_of_the_sizes() {
    let pack = dutch_pack();
    let states: Vec<_> = pack.changes().collect();
    let measures: usize = states.iter().map(|on| pack.measures(*on).count()).sum();
    let powers = real().powers.said().expect("walked");
    assert_eq!(powers.law_states, states.len());
    assert_eq!(powers.combinations, measures * 12 * Actor::ALL.len(), "twelve acts");
    let entries: usize = states
        .iter()
        .map(|on| {
            let mut entries: Vec<_> =
                pack.grants(*on).iter().map(|it| (&it.measure, it.act, it.actor)).collect();
            entries.sort();
            entries.dedup();
            entries.len()
        })
        .sum();
    assert_eq!(powers.with_entry, entries);

    let it = real().situations.said().expect("walked");
    // A newborn, both sides of five edges, and unknown; five answers; urgent or not.
    assert_eq!((it.measures_in_law, it.situations), (measures, measures * 12 * 5 * 2));
    assert_eq!(it.assessed + it.equal, it.situations);
    assert_eq!(it.gate_1.iter().map(|(_, count)| count).sum::<usize>(), it.assessed);
    assert_eq!(it.no_entry + it.not_met + it.not_known + it.allowed, it.powers_asked);
    assert_eq!(it.powers_asked % (12 * 2 * 12 * Actor::ALL.len()), 0, "ages, urgency, acts, actors");

    for from in &real().histories.beginnings {
        for pair in from.lengths.windows(2) {
            assert_eq!(pair[1].tried, pair[0].assessed * from.moves);
            assert_eq!(pair[1].tried, pair[1].refused + pair[1].equal + pair[1].assessed);
        }
    }
}

/// With the Dutch law, rows of two moves are laid beside each other by the explorer itself (P12).
#[test]
fn nothing_is_lost_by_what_is_taken_as_equal() {
    let pack = small(&sound());
    let explorer = Explorer::new(&pack).depth(3).only_histories();
    let said = explorer.all_said();
    assert!(said.len() > 50);
    assert_eq!(said, explorer.nothing_equal().all_said());
}

#[test]
fn without_equal_ones_every_row_is_counted() {
    let pack = small(&sound());
    let found = Explorer::new(&pack).depth(3).only_histories().nothing_equal().explore();
    let watch = found.histories.beginnings.iter().find(|it| it.name.en == "who keeps watch").expect("it");
    // Nothing of it is ever refused.
    assert_eq!(watch.lengths.iter().map(|it| it.assessed).collect::<Vec<_>>(), [1, 5, 25, 125]);
    assert_eq!(found.histories.equal(), 0);
}

#[test]
fn situations_taken_as_equal_are() {
    let pack = small(&sound());
    let few = explored(&pack);
    let all = Explorer::new(&pack).depth(0).nothing_equal().explore();
    let (few, all) = (few.situations.said().expect("it").clone(), all.situations.said().expect("it").clone());
    assert_eq!((few.situations, all.assessed, all.equal), (120, 120, 0));
    assert_eq!(few.assessed, 5 + 23, "all answers once, then one for each age and urgency");
    let outcomes = |it: &afweging_testkit::explore::SituationsWalk| {
        it.gate_1.iter().map(|(of, _)| *of).collect::<Vec<_>>()
    };
    assert_eq!(outcomes(&few), outcomes(&all));
    assert_eq!((few.nobody, few.two), (all.nobody, all.two));
}

#[test]
fn a_region_is_laid_beside_the_law() {
    let region = afweging::Region::named("utrecht-west").expect("a region");
    let there = dutch_pack().clone().in_region(&region).expect("it fits");
    let found = Explorer::new(dutch_pack()).in_region(&there).depth(1).only_histories().explore();
    assert_eq!(found.region, Said::Said("utrecht-west".to_owned()));
    let it = found.properties.iter().find(|it| it.id == "P18").expect("tried");
    assert_eq!((it.checked, it.violated), (u64::try_from(found.histories.assessed()).unwrap(), 0));
}

#[test]
fn the_same_comes_out_twice() {
    let pack = small(&sound());
    let json = || serde_json::to_string(&explored(&pack)).expect("JSON");
    assert_eq!(json(), json());
}
