//! Terms: each last day counted by hand from a calendar of 2025 (Good Friday 18 April, Easter Monday 21 April, King's Day Saturday
//! 26 April, Liberation Day Monday 5 May, Whit Monday 9 June, Christmas Thursday 25 and Friday 26 December).

use afweging_testkit::vectors::{Expect, Level, Vector};
use serde_json::json;

use crate::tale::Tale;

/// A term that runs, and the act that keeps it.
struct Row {
    term: &'static str,
    source: &'static str,
    began: Tale,
    at: &'static str,
    last: &'static str,
    why: &'static str,
    kept: Option<Tale>,
}

fn tale() -> Tale {
    Tale::default()
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = |term, source, began: Tale, at, last, why, kept: Option<Tale>| {
        rows.push(Row { term, source, began, at, last, why, kept });
    };
    let it = || tale().reported("2025-04-17", "vt");
    row(
        "vt-safety",
        "law 4.a: five working days",
        it(),
        "2025-04-22",
        "2025-04-28",
        "22, 23, 24, 25 and 28 April",
        Some(it().moment("2025-04-23", "", "safety_assessed", "")),
    );
    let it = || tale().reported("2025-04-14", "vt").granted("2025-04-15", "s", "M08");
    row(
        "vt-start",
        "UBWmo 4.1.7(1)",
        it(),
        "2025-04-16",
        "2025-04-22",
        "the fifth day is a Saturday, and Monday is Easter Monday",
        Some(it().started("2025-04-18", "s")),
    );
    let it = || tale().granted("2025-04-15", "s", "M08");
    row(
        "vt-judgment",
        "UBWmo 4.1.7(2)",
        it(),
        "2025-05-01",
        "2025-06-24",
        "ten weeks on",
        Some(it().moment("2025-06-20", "s", "judgment_given", "")),
    );
    let it = || {
        tale().proposed("2025-03-03", "s", "M04", &json!({})).moment(
            "2025-03-03",
            "s",
            "support_reported",
            "",
        )
    };
    row(
        "wmo-investigation",
        "Wmo 2.3.2",
        it(),
        "2025-03-10",
        "2025-04-14",
        "six weeks on",
        Some(it().moment("2025-04-10", "s", "support_investigated", "")),
    );
    row(
        "wmo-plan",
        "Wmo 2.3.2",
        it(),
        "2025-03-05",
        "2025-03-10",
        "seven days on",
        Some(it().moment("2025-03-07", "s", "plan_made", "")),
    );
    let it = || tale().proposed("2025-03-03", "s", "M04", &json!({})).filed("2025-04-14", "s");
    row(
        "wmo-decision",
        "Wmo 2.3.5",
        it(),
        "2025-04-15",
        "2025-04-28",
        "two weeks on",
        Some(it().decided("2025-04-25", "s", "judge", "granted")),
    );
    let it = || tale().granted("2025-04-01", "s", "M02").moment("2025-04-07", "s", "plan_waived", "");
    row(
        "plan-after-waiver",
        "Jw 4.1.3(5)",
        it(),
        "2025-04-08",
        "2025-05-19",
        "six weeks on",
        Some(it().moment("2025-05-12", "s", "plan_made", "")),
    );
    let it = || tale().granted("2025-04-01", "s", "M16").moment("2025-04-07", "s", "plan_waived", "");
    row(
        "plan-after-waiver-gi",
        "Jw 4.1.3(5)",
        it(),
        "2025-04-08",
        "2025-05-19",
        "six weeks on",
        Some(it().moment("2025-05-12", "s", "plan_made", "")),
    );
    let it =
        || tale().granted("2025-04-01", "s", "M02").moment("2025-04-22", "s", "written_plan_requested", "");
    row(
        "plan-in-writing",
        "Jw 4.1.3",
        it(),
        "2025-04-23",
        "2025-05-06",
        "fourteen days on",
        Some(it().moment("2025-05-06", "s", "plan_written", "")),
    );
    let it = || {
        tale().granted("2025-12-23", "s", "M16").started("2025-12-23", "s").moment(
            "2025-12-24",
            "s",
            "measure_notified",
            "",
        )
    };
    row(
        "first-contact",
        "BJw 4.2.1",
        it(),
        "2025-12-30",
        "2026-01-05",
        "29, 30 and 31 December, 2 and 5 January",
        Some(it().moment("2026-01-02", "s", "first_contact", "")),
    );
    row(
        "plan-review",
        "BJw 4.2.4",
        tale().granted("2025-03-03", "s", "M16").started("2025-03-03", "s"),
        "2025-06-01",
        "2026-03-03",
        "a year on",
        None,
    );
    let it = || {
        tale().proposed("2025-12-01", "s", "M16", &json!({})).moment("2025-12-11", "s", "judgment_sought", "")
    };
    row(
        "raad-mayor-route",
        "BW1 255(3)",
        it(),
        "2025-12-12",
        "2025-12-29",
        "two weeks on is Christmas Day; then the second one and a weekend",
        Some(it().filed("2025-12-23", "s")),
    );
    let it = || {
        tale().proposed("2025-05-01", "s", "M32", &json!({})).moment("2025-05-05", "s", "judgment_sought", "")
    };
    row(
        "raad-institution-route",
        "BW1 267(2)",
        it(),
        "2025-05-06",
        "2025-05-19",
        "two weeks on",
        Some(it().filed("2025-05-19", "s")),
    );
    let it = || {
        tale().granted("2025-04-16", "s", "M13").started("2025-04-16", "s").moment(
            "2025-04-17",
            "s",
            "relief_requested",
            "",
        )
    };
    row(
        "ban-hearing",
        "Wth 6, 13",
        it(),
        "2025-04-18",
        "2025-04-20",
        "Easter Sunday: not put off",
        Some(it().moment("2025-04-19", "s", "relief_heard", "")),
    );
    let it = || tale().granted("2025-03-01", "s", "M30").started("2025-03-01", "s");
    row(
        "suspension",
        "BW1 268(5)",
        it(),
        "2025-05-31",
        "2025-06-01",
        "three months on is a Sunday: what lapses is not put off",
        Some(it().moment("2025-05-30", "s", "follow_up_requested", "")),
    );
    let it = || tale().granted("2025-03-01", "s", "M31").started("2025-03-01", "s");
    row(
        "provisional-guardianship",
        "BW1 241(4)",
        it(),
        "2025-05-31",
        "2025-06-01",
        "three months on is a Sunday: what lapses is not put off",
        Some(it().moment("2025-05-30", "s", "follow_up_requested", "")),
    );
    let it = || tale().granted("2025-03-01", "s", "M22");
    row(
        "placement-unused",
        "BW1 265c(3)",
        it(),
        "2025-05-01",
        "2025-06-01",
        "three months on is a Sunday: what lapses is not put off",
        Some(it().started("2025-05-31", "s")),
    );
    let it = || tale().granted("2025-03-01", "s", "M27");
    row(
        "closed-unused",
        "Jw 6.1.12(3)",
        it(),
        "2025-05-01",
        "2025-06-01",
        "three months on is a Sunday: what lapses is not put off",
        Some(it().started("2025-05-31", "s")),
    );
    let it = || tale().granted("2025-04-04", "s", "M18").moment("2025-04-07", "s", "decision_sent", "");
    row(
        "annulment",
        "BW1 264(3)",
        it(),
        "2025-04-10",
        "2025-04-22",
        "the fourteenth day after sending is Easter Monday",
        Some(it().moment("2025-04-22", "s", "annulment_requested", "")),
    );
    let it = || {
        tale().granted("2025-04-01", "s", "M18").started("2025-04-01", "s").moment(
            "2025-04-22",
            "s",
            "change_requested",
            "gi",
        )
    };
    row(
        "instruction-answer",
        "BW1 265",
        it(),
        "2025-04-25",
        "2025-05-06",
        "two weeks on",
        Some(it().moment("2025-05-06", "s", "change_answered", "")),
    );
    let it = || {
        tale().granted("2025-04-01", "s", "M22").started("2025-04-01", "s").moment(
            "2025-04-22",
            "s",
            "change_requested",
            "gi",
        )
    };
    row(
        "placement-answer",
        "BW1 265d",
        it(),
        "2025-04-25",
        "2025-05-06",
        "two weeks on",
        Some(it().moment("2025-05-06", "s", "change_answered", "")),
    );
    let it = || tale().granted("2025-03-01", "s", "M16").started("2025-03-01", "s");
    row(
        "notice-no-extension",
        "BW1 265j(1)",
        it(),
        "2025-12-01",
        "2025-12-28",
        "two months before 28 February 2026: a Sunday, and what counts back is not put off",
        Some(it().moment("2025-12-20", "s", "council_told", "")),
    );
    let it = || {
        tale().granted("2025-03-01", "s", "M22").started("2025-03-01", "s").proposed(
            "2025-06-01",
            "home",
            "M34",
            &json!({ "ends": "s", "from": "2025-08-01" }),
        )
    };
    row(
        "notice-ending",
        "BW1 265j(3)",
        it(),
        "2025-06-02",
        "2025-07-01",
        "a month before it begins",
        Some(it().moment("2025-06-20", "s", "council_told", "")),
    );
    let it = || {
        tale().granted("2025-04-01", "s", "M26").started("2025-04-01", "s").moment(
            "2025-04-16",
            "s",
            "admitted",
            "",
        )
    };
    row(
        "conditional-closed-reasons",
        "Jw 6.1.6",
        it(),
        "2025-04-17",
        "2025-04-20",
        "Easter Sunday: terms of deprivation of liberty are not put off",
        Some(it().moment("2025-04-18", "s", "reasons_given", "")),
    );
    let it = || it().moment("2025-04-17", "s", "annulment_requested", "");
    row(
        "conditional-closed-annulment",
        "Jw 6.1.7",
        it(),
        "2025-04-18",
        "2025-05-08",
        "three weeks on",
        Some(it().moment("2025-05-08", "s", "annulment_decided", "")),
    );
    let it = || tale().granted("2025-02-05", "s", "M16");
    row(
        "appeal",
        "Rv 806",
        it(),
        "2025-03-01",
        "2025-05-06",
        "three months on is Monday 5 May, Liberation Day",
        Some(it().on("2025-05-06", "appeal_lodged", json!({ "step": "s", "appellant": "mother" }))),
    );
    let it = || {
        tale()
            .proposed("2025-03-07", "s", "M02", &json!({}))
            .decided("2025-03-07", "s", "college", "granted")
            .moment("2025-03-10", "s", "decision_sent", "")
    };
    row(
        "objection",
        "Awb 6:7",
        it(),
        "2025-03-20",
        "2025-04-22",
        "six weeks on is Easter Monday",
        Some(it().moment("2025-04-22", "s", "objection_lodged", "")),
    );
    for (to, term, source) in [
        ("provider", "destruction", "Jw 7.3.9"),
        ("vt", "destruction-vt", "Wmo 5.3.5"),
        ("college", "destruction-college", "Wmo 5.3.5"),
    ] {
        let it = || tale().moment("2025-03-05", "", "destruction_requested", to);
        row(
            term,
            source,
            it(),
            "2025-03-06",
            "2025-06-05",
            "three months on",
            Some(it().moment("2025-05-01", "", "destruction_answered", "")),
        );
    }
    let it = || tale().moment("2025-05-09", "", "complaint_opinion", "");
    row(
        "complaint-follow-up",
        "Jw 4.2.1(5)",
        it(),
        "2025-05-10",
        "2025-06-10",
        "a month on is Whit Monday",
        Some(it().moment("2025-06-10", "", "complaint_followed_up", "")),
    );
    let it = || {
        let foster = json!({ "placement": "network_foster" });
        let proposed =
            tale().proposed("2025-03-10", "s", "M14", &foster).decided("2025-03-10", "s", "judge", "granted");
        proposed.on(
            "2025-03-10",
            "document_noted",
            json!({ "step": "s", "document": "foster_contract", "present": true }),
        )
    };
    row(
        "network-foster",
        "Jw 5.1",
        it(),
        "2025-05-01",
        "2025-06-09",
        "Whit Monday: a term of more than twelve weeks is not put off",
        Some(it().moment("2025-06-01", "s", "no_objection", "")),
    );
    row(
        "stay-upheld",
        "BW1 253s",
        tale().granted("2025-01-06", "s", "M14").moment("2025-03-03", "s", "stay_upheld", ""),
        "2025-04-01",
        "2025-09-02",
        "six months, the last day included",
        None,
    );
    let it =
        || tale().proposed("2025-03-01", "s", "M34", &json!({})).moment("2025-03-03", "s", "trial_begun", "");
    row(
        "trial",
        "BW1 278",
        it(),
        "2025-04-01",
        "2025-09-02",
        "six months, the last day included",
        Some(it().decided("2025-08-01", "s", "judge", "granted")),
    );
    row(
        "kept-in-force",
        "BW1 265i",
        tale().proposed("2025-03-01", "s", "M25", &json!({})).decided("2025-03-03", "s", "judge", "refused"),
        "2025-04-01",
        "2026-03-02",
        "a year, the last day included",
        None,
    );
    rows
}

/// Granted and begun on the first day: the last day in force.
#[rustfmt::skip]
const LASTS: &[(&str, &str, &str, &str, &str)] = &[
    ("M13", "Wth 2(1)", "2025-03-01", "2025-03-10", "ten days"),
    ("M15", "BW1 257(2)", "2025-03-01", "2025-05-31", "three months"),
    ("M16", "BW1 258", "2025-03-01", "2026-02-28", "a year"),
    ("M17", "BW1 260", "2024-02-29", "2025-02-27", "a year from a leap day"),
    ("M22", "BW1 265c(1)", "2025-03-01", "2026-02-28", "a year"),
    ("M23", "BW1 265c(1)", "2025-03-01", "2026-02-28", "a year"),
    ("M24", "BW1 265e", "2025-03-01", "2026-02-28", "a year"),
    ("M26", "Jw 6.1.12", "2025-03-01", "2025-08-31", "six months at first"),
    ("M27", "Jw 6.1.12", "2025-03-01", "2026-02-28", "a year"),
    ("M28", "Jw 6.1.12", "2025-03-01", "2025-03-28", "four weeks"),
    ("M30", "BW1 268(5)", "2025-03-01", "2025-05-31", "three months without a follow-up"),
    ("M31", "BW1 241(4)", "2025-03-01", "2025-05-31", "three months without a follow-up"),
];

pub fn vectors() -> Vec<Vector> {
    let mut all = Vec::new();
    for Row { term, source, began, at, last, why, kept } in rows() {
        let due = Expect::Due { term: term.to_owned(), last: last.parse().unwrap_or_default() };
        let point = format!("The last day of `{term}` is {last}: {why}.");
        all.push(began.vector(&format!("term-{term}-due"), Level::Time, at, source, &point, due));
        if let Some(kept) = kept {
            let point = format!("What keeps `{term}` was done in time, so on its last day nothing is due.");
            let not = Expect::NotDue { term: term.to_owned() };
            all.push(kept.vector(&format!("term-{term}-kept"), Level::Time, last, source, &point, not));
        }
    }
    for (measure, source, began, last, why) in LASTS {
        let tale = tale().granted(began, "s", measure).started(began, "s");
        let stands = |execution: &str| Expect::Stands {
            step: "s".to_owned(),
            decision: "Granted".to_owned(),
            execution: execution.to_owned(),
        };
        let name = measure.to_lowercase();
        let point = format!("{measure} lasts {why}: on {last} it is still in force.");
        all.push(tale.vector(
            &format!("lasts-{name}-last-day"),
            Level::Time,
            last,
            source,
            &point,
            stands("InForce"),
        ));
        let after = last
            .parse()
            .ok()
            .and_then(|day: chrono::NaiveDate| day.succ_opt())
            .unwrap_or_default()
            .to_string();
        let point = format!("{measure} lasts {why}: on {after} its term has passed.");
        all.push(tale.vector(
            &format!("lasts-{name}-day-after"),
            Level::Time,
            &after,
            source,
            &point,
            stands("Expired"),
        ));
    }
    all
}
