//! How long files are kept, each day reckoned by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use afweging::{
    Answerer, Certainty, Code, Dossier, FileKind, FileRetention, OnRequest, Pack, Retention, Until, assess,
    retention,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

fn pack() -> &'static Pack {
    static PACK: std::sync::LazyLock<Pack> = std::sync::LazyLock::new(|| Pack::nl().expect("the pack"));
    &PACK
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A dossier with a local team that writes, a court, and a child of which more or less is known.
#[derive(Clone)]
struct Kept {
    entries: Vec<Value>,
}

impl Kept {
    fn of(birth: &Value) -> Kept {
        let mut kept = Kept { entries: Vec::new() };
        for (person, role) in
            [("lt", "local_team"), ("rechter", "childrens_judge"), ("raad", "raad"), ("man", "adult_subject")]
        {
            kept = kept.on("2016-01-04", "person_added", json!({ "person": person, "role": role }));
        }
        let child = json!({ "person": "kind", "role": "child", "birth": birth });
        kept.on("2016-01-04", "person_added", child)
    }

    /// A child born on 2 May 2010.
    fn known() -> Kept {
        Kept::of(&json!({ "on": "2010-05-02" }))
    }

    fn on(mut self, day: &str, kind: &str, what: Value) -> Kept {
        let seq = self.entries.len() + 1;
        self.entries.push(json!({
            "seq": seq, "recorded": format!("{day}T10:{seq:02}:00Z"), "occurred": day, "by": "lt",
            "event": { kind: what },
        }));
        self
    }

    fn proposed(self, day: &str, step: &str, measure: &str, about: &str) -> Kept {
        let what = json!({ "step": step, "measure": measure, "about": about, "proposed_by": "lt" });
        self.on(day, "step_proposed", what)
    }

    fn granted(self, day: &str, step: &str, measure: &str) -> Kept {
        self.proposed(day, step, measure, "kind").on(
            day,
            "decided",
            json!({ "step": step, "decider": "rechter", "outcome": "granted" }),
        )
    }

    fn closed(self, day: &str) -> Kept {
        self.on(day, "closed", json!({ "why": "klaar" }))
    }

    fn dossier(&self) -> Dossier {
        let text = json!({ "format": "afweging/dossier/1", "id": "d", "entries": self.entries }).to_string();
        Dossier::from_json(&text).unwrap_or_else(|error| panic!("{error}"))
    }

    fn at(&self, at: &str) -> Retention {
        retention(&self.dossier(), pack(), day(at))
    }

    fn file(&self, at: &str, kind: FileKind) -> FileRetention {
        let kept = self.at(at);
        kept.files.into_iter().find(|it| it.kind == kind).unwrap_or_else(|| panic!("no {kind:?}"))
    }
}

fn needs(until: &Until) -> (String, Option<NaiveDate>) {
    match until {
        Until::Unknown { what, not_before, .. } => (what.en.clone(), *not_before),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_youth_help_file_is_kept_twenty_years_from_its_last_change() {
    let help = Kept::known().granted("2021-03-01", "h", "M02").closed("2022-06-30");
    let file = help.file("2025-01-01", FileKind::YouthHelp);
    assert_eq!(file.until, Until::Day(day("2042-06-30")));
    assert_eq!(file.on_request, OnRequest::AnyTime);
    assert_eq!(file.reason.en, "20 years after the last change");
    let afweging::Basis::Law { article, certainty } = &file.basis else { panic!("{:?}", file.basis) };
    assert_eq!((article.as_str(), *certainty), ("Jw 7.3.8", Certainty::Confirmed));
}

#[test]
fn while_it_is_open_nobody_knows_its_last_change() {
    let help = Kept::known().granted("2021-03-01", "h", "M02");
    let file = help.file("2025-01-01", FileKind::YouthHelp);
    let (what, not_before) = needs(&file.until);
    assert!(what.contains("not closed yet"), "{what}");
    assert_eq!(not_before, Some(day("2041-03-01")), "at least so long, whatever still comes");
}

#[test]
fn before_2020_it_was_fifteen_years_and_the_longer_term_found_it_still_there() {
    let help = Kept::known().granted("2016-03-01", "h", "M02").closed("2017-02-28");
    assert_eq!(help.file("2019-12-31", FileKind::YouthHelp).until, Until::Day(day("2032-02-28")));
    assert_eq!(help.file("2020-01-01", FileKind::YouthHelp).until, Until::Day(day("2037-02-28")));
}

#[test]
fn a_term_that_was_over_before_2020_stays_over() {
    let mut help = Kept { entries: Vec::new() };
    for (person, role) in [("lt", "local_team"), ("kind", "child"), ("rechter", "childrens_judge")] {
        help = help.on("2003-01-06", "person_added", json!({ "person": person, "role": role }));
    }
    let help = help.granted("2003-03-03", "h", "M02").closed("2004-12-31");
    // 31 December 2004 and fifteen years is 31 December 2019: the day before the longer term began.
    assert_eq!(help.file("2021-01-01", FileKind::YouthHelp).until, Until::Day(day("2019-12-31")));
    let later = Kept { entries: help.entries[..help.entries.len() - 1].to_vec() }.closed("2005-01-02");
    // Two days later it was still there, and the longer term took it up.
    assert_eq!(later.file("2021-01-01", FileKind::YouthHelp).until, Until::Day(day("2025-01-02")));
}

/// A body that took part keeps a file of its own; whether it has one is not left out, and not guessed either.
#[test]
fn a_body_that_took_part_without_a_file_is_asked_for_its_own() {
    let ots = Kept::known().granted("2018-05-02", "ots", "M16").closed("2019-05-01");
    assert_eq!(ots.at("2025-01-01").whole, Until::Day(day("2058-05-02")));
    let asked = Kept::known()
        .on("2018-05-01", "person_added", json!({ "person": "vt", "role": "veilig_thuis" }))
        .on("2018-05-01", "report_received", json!({ "receiver": "vt", "text": "melding" }))
        .proposed("2018-05-02", "ots", "M16", "kind")
        .on("2018-05-02", "request_filed", json!({ "step": "ots", "requester": "raad", "form": "written" }))
        .on("2018-05-02", "decided", json!({ "step": "ots", "decider": "rechter", "outcome": "granted" }))
        .closed("2019-05-01");
    let (what, not_before) = needs(&asked.at("2025-01-01").whole);
    assert!(what.contains("Veilig Thuis") && what.contains("Council"), "{what}");
    assert_eq!(not_before, Some(day("2058-05-02")), "the supervision file, whatever they say");
}

#[test]
fn a_body_whose_request_was_refused_is_asked_for_its_file_too() {
    let refused = Kept::known()
        .proposed("2018-05-02", "ots", "M16", "kind")
        .on("2018-05-02", "request_filed", json!({ "step": "ots", "requester": "raad", "form": "written" }))
        .on("2018-05-02", "decided", json!({ "step": "ots", "decider": "rechter", "outcome": "refused" }))
        .closed("2019-05-01");
    let (what, _) = needs(&refused.at("2025-01-01").whole);
    assert!(what.contains("Council"), "{what}");
}

#[test]
fn a_supervision_file_is_kept_until_thirty_years_after_majority() {
    let ots = Kept::known().granted("2018-05-02", "ots", "M16").closed("2019-05-01");
    // Of age on 2 May 2028, and thirty years.
    let file = ots.file("2025-01-01", FileKind::Supervision);
    assert_eq!(file.until, Until::Day(day("2058-05-02")));
    assert_eq!(file.on_request, OnRequest::FromMajority);
    assert_eq!(ots.at("2025-01-01").whole, Until::Day(day("2058-05-02")), "no flat twenty years");
}

#[test]
fn a_birth_that_is_not_known_is_asked_for_and_never_filled_in() {
    let ots = |birth: &Value| Kept::of(birth).granted("2018-05-02", "ots", "M16").closed("2019-05-01");
    let file = ots(&json!({ "year": 2010 })).file("2025-01-01", FileKind::Supervision);
    let (what, not_before) = needs(&file.until);
    assert_eq!((what.as_str(), not_before), ("On which day was kind born?", Some(day("2058-01-01"))));
    let Until::Unknown { who_may_answer, .. } = &file.until else { panic!() };
    assert!(matches!(who_may_answer.as_slice(), [Answerer::Person(person)] if person.as_str() == "lt"));
    let (_, not_before) = needs(&ots(&json!("unknown")).file("2025-01-01", FileKind::Supervision).until);
    assert_eq!(not_before, None);
}

#[test]
fn veilig_thuis_keeps_until_the_youngest_child_is_of_age() {
    let second = |birth: Value| {
        Kept::known()
            .on("2016-01-05", "person_added", json!({ "person": "zus", "role": "child", "birth": birth }))
            .proposed("2016-02-01", "melding", "M06", "kind")
            .closed("2016-12-31")
    };
    let file = second(json!({ "on": "2014-08-30" })).file("2025-01-01", FileKind::VeiligThuis);
    assert_eq!(file.until, Until::Day(day("2032-08-30")));
    let file = second(json!({ "year": 2014 })).file("2025-01-01", FileKind::VeiligThuis);
    assert_eq!(needs(&file.until).1, Some(day("2032-01-01")));
}

#[test]
fn the_council_keeps_a_protection_file_a_hundred_years_after_the_birth() {
    let file = Kept::known()
        .proposed("2018-01-10", "onderzoek", "M12", "kind")
        .file("2025-01-01", FileKind::CouncilInvestigation);
    assert_eq!(file.until, Until::Day(day("2110-05-02")));
}

#[test]
fn termination_of_authority_is_kept_always_and_so_is_the_whole() {
    let ended = Kept::known().granted("2019-02-01", "einde", "M32").closed("2020-02-01");
    assert_eq!(ended.file("2025-01-01", FileKind::AuthorityTerminated).until, Until::Always);
    assert_eq!(ended.file("2025-01-01", FileKind::Supervision).until, Until::Day(day("2058-05-02")));
    assert_eq!(ended.at("2025-01-01").whole, Until::Always);
    // Asked for and refused leaves no such file.
    let refused = Kept::known().proposed("2019-02-01", "einde", "M32", "kind").on(
        "2019-03-01",
        "decided",
        json!({ "step": "einde", "decider": "rechter", "outcome": "refused" }),
    );
    assert!(refused.at("2025-01-01").files.is_empty());
}

#[test]
fn papers_on_a_house_ban_are_kept_five_years_from_its_end() {
    let ban = Kept::known()
        .on("2021-04-01", "person_added", json!({ "person": "bm", "role": "mayor" }))
        .proposed("2021-04-01", "ban", "M13", "man")
        .on("2021-04-01", "decided", json!({ "step": "ban", "decider": "bm", "outcome": "granted" }))
        .on("2021-04-01", "started", json!({ "step": "ban" }));
    let ended = ban.clone().on("2021-04-09", "ended", json!({ "step": "ban", "why": "afgelopen" }));
    assert_eq!(ended.file("2025-01-01", FileKind::HouseBan).until, Until::Day(day("2026-04-09")));
    let running = ban.file("2021-04-05", FileKind::HouseBan);
    assert_eq!(needs(&running.until).1, Some(day("2026-04-05")), "it still runs");
}

#[test]
fn no_file_kind_is_no_answer() {
    let (what, not_before) = needs(&Kept::known().at("2025-01-01").whole);
    assert!(what.starts_with("Which kind of file is this?"), "{what}");
    assert_eq!(not_before, None);
}

#[test]
fn a_text_that_was_erased_too_early_is_found_and_one_in_time_is_not() {
    let codes = |at: &str, kept: &Kept| -> Vec<(Code, String)> {
        let assessment = assess(&kept.dossier(), pack(), day(at));
        let of_log = assessment.findings.iter().filter(|it| it.code == Code::RetentionNotOver);
        of_log.map(|it| (it.code, it.sentence.en.clone())).collect()
    };
    let erase = json!({ "entry": 7, "ground": "retention_passed" });
    let ban = Kept::known().granted("2021-03-01", "h", "M02").closed("2022-06-30");
    let early = ban.clone().on("2030-01-01", "redacted", erase.clone());
    let found = codes("2030-01-01", &early);
    assert_eq!(found.len(), 1);
    assert!(found[0].1.ends_with("that runs until: 2042-06-30."), "{}", found[0].1);
    assert!(codes("2029-12-31", &early).is_empty(), "not yet");
    let in_time = ban.clone().on("2042-06-30", "redacted", erase.clone());
    assert!(codes("2042-07-01", &in_time).is_empty());
    let asked = ban.on("2030-01-01", "redacted", json!({ "entry": 7, "ground": "on_request" }));
    assert!(codes("2030-01-01", &asked).is_empty(), "on request is another ground");
    let unknown = Kept::known().granted("2021-03-01", "h", "M02").on("2030-01-01", "redacted", erase);
    assert_eq!(codes("2030-01-01", &unknown).len(), 1, "nobody can say that it was over");
}

/// The least that something is certainly kept: what is always kept is kept longest.
fn at_least(until: &Until) -> NaiveDate {
    match until {
        Until::Day(day) => *day,
        Until::Always => NaiveDate::MAX,
        Until::Unknown { not_before, .. } => not_before.unwrap_or(NaiveDate::MIN),
    }
}

const KINDS: [&str; 6] = ["M02", "M16", "M06", "M12", "M32", "M13"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    /// Adding a kind of file never shortens the whole, and the whole is never shorter than a file of it.
    #[test]
    fn adding_a_file_never_shortens_the_whole(
        kinds in prop::collection::vec(0_usize..6, 1..6),
        birth in prop_oneof![Just(json!({ "on": "2010-05-02" })), Just(json!({ "year": 2010 })), Just(json!("unknown"))],
        is_closed in any::<bool>(),
        years in 0_i64..60,
    ) {
        let at = (day("2018-01-01") + chrono::Duration::days(years * 365)).to_string();
        let whole_of = |kinds: &[usize]| {
            let mut kept = Kept::of(&birth);
            for (place, kind) in kinds.iter().enumerate() {
                kept = kept.granted("2017-01-02", &format!("s{place}"), KINDS[*kind]);
            }
            if is_closed { kept.closed("2017-06-01").at(&at) } else { kept.at(&at) }
        };
        let mut before = NaiveDate::MIN;
        for up_to in 1..=kinds.len() {
            let kept = whole_of(&kinds[..up_to]);
            let now = at_least(&kept.whole);
            prop_assert!(now >= before, "{:?}", kept.whole);
            for file in &kept.files {
                prop_assert!(at_least(&kept.whole) >= at_least(&file.until));
                if matches!(file.until, Until::Unknown { .. }) {
                    prop_assert!(!matches!(kept.whole, Until::Day(_)), "what is not known is never left out");
                }
            }
            before = now;
        }
    }
}
