//! Each row of the reference's table of terms: its last day, what keeps it, what follows when it passes.
//!
//! The days were counted by hand from a calendar of 2025: Good Friday 18 April, Easter Monday 21 April, King's Day
//! Saturday 26 April, Liberation Day Monday 5 May, Whit Monday 9 June, Christmas Thursday 25 and Friday 26 December.

use afweging::Code;

use crate::story::{Story, day};

/// What a term that passed leaves behind.
enum Then {
    /// A duty that is overdue.
    Overdue,
    /// What the law attaches to it, in the sentence.
    Effect(&'static str),
    /// Nothing: whoever could use it did not.
    Gone,
}

struct Row {
    /// The row of the table.
    name: &'static str,
    term: &'static str,
    began: Story,
    /// Asked on this day, and on it not passed.
    at: &'static str,
    /// The last day, by hand.
    last: &'static str,
    /// The day and the act that keep it.
    kept: Option<fn(Story) -> Story>,
    then: Then,
}

fn check(row: Row) {
    let Row { name, term, began, at, last, kept, then } = row;
    let duty = began.duty(at, term);
    assert_eq!(duty.due, Some(day(last)), "{name}: {}", duty.sentence.en);
    assert!(!duty.overdue, "{name}: not yet on {at}");
    assert_eq!(duty.because.len(), 1, "{name}: the entry that it runs from");
    assert!(
        duty.sentence.nl.contains(last) && duty.sentence.en.contains(last),
        "{name}: {:?}",
        duty.sentence
    );
    assert!(!began.duty(last, term).overdue, "{name}: on the last day itself it can still be kept");
    let after = day(last).succ_opt().expect("a day").to_string();
    let passed = began.duties(&after, term);
    match then {
        Then::Overdue => {
            assert_eq!(passed.len(), 1, "{name}");
            assert!(passed[0].overdue, "{name}: overdue the day after");
        }
        Then::Effect(effect) => {
            assert_eq!(passed.len(), 1, "{name}");
            assert!(passed[0].overdue, "{name}");
            assert_eq!(passed[0].code, Code::TermPassed, "{name}");
            assert!(passed[0].sentence.en.contains(effect), "{name}: {}", passed[0].sentence.en);
        }
        Then::Gone => assert!(passed.is_empty(), "{name}: {passed:#?}"),
    }
    if let Some(keep) = kept {
        let kept = keep(began);
        for at in [last, &after] {
            assert!(kept.duties(at, term).is_empty(), "{name}: it was kept, and still asked on {at}");
        }
    }
}

#[test]
fn veilig_thuis_assesses_safety_within_five_working_days() {
    check(Row {
        name: "VT safety assessment",
        term: "vt-safety",
        began: Story::new().reported("2025-04-17", "vt"),
        at: "2025-04-22",
        // 22, 23, 24, 25 and 28 April: Good Friday, the Easter weekend and the next weekend do not count.
        last: "2025-04-28",
        kept: Some(|story| story.moment("2025-04-23", "", "safety_assessed")),
        then: Then::Overdue,
    });
    let to_another = Story::new().reported("2025-04-17", "worker");
    assert!(to_another.duties("2025-05-30", "vt-safety").is_empty(), "the local team has no such norm");
}

#[test]
fn veilig_thuis_begins_and_concludes_its_investigation() {
    check(Row {
        name: "VT investigation start",
        term: "vt-start",
        began: Story::new().reported("2025-04-14", "vt").granted("2025-04-15", "s", "M08", ""),
        at: "2025-04-16",
        // The fifth day is Saturday 19 April; Monday is Easter Monday.
        last: "2025-04-22",
        kept: Some(|story| story.started("2025-04-18", "s")),
        then: Then::Overdue,
    });
    check(Row {
        name: "VT investigation judgment",
        term: "vt-judgment",
        began: Story::new().granted("2025-04-15", "s", "M08", ""),
        at: "2025-05-01",
        last: "2025-06-24",
        kept: Some(|story| story.moment("2025-06-20", "s", "judgment_given")),
        then: Then::Overdue,
    });
}

#[test]
fn the_municipality_investigates_and_decides_on_social_support() {
    let reported =
        || Story::new().proposed("2025-03-03", "s", "M04", "").moment("2025-03-03", "s", "support_reported");
    check(Row {
        name: "Wmo investigation",
        term: "wmo-investigation",
        began: reported(),
        at: "2025-03-10",
        last: "2025-04-14",
        kept: Some(|story| story.moment("2025-04-10", "s", "support_investigated")),
        then: Then::Effect("can now be made without that investigation"),
    });
    check(Row {
        name: "Wmo personal plan",
        term: "wmo-plan",
        began: reported(),
        at: "2025-03-05",
        last: "2025-03-10",
        kept: Some(|story| story.moment("2025-03-07", "s", "plan_made")),
        then: Then::Gone,
    });
    check(Row {
        name: "Wmo decision",
        term: "wmo-decision",
        began: Story::new().proposed("2025-03-03", "s", "M04", "").filed("2025-04-14", "s"),
        at: "2025-04-15",
        last: "2025-04-28",
        kept: Some(|story| story.decided("2025-04-25", "s", "granted")),
        then: Then::Overdue,
    });
}

#[test]
fn a_plan_follows_on_a_waiver() {
    for (measure, term) in [("M02", "plan-after-waiver"), ("M16", "plan-after-waiver-gi")] {
        check(Row {
            name: "plan after waiver",
            term,
            began: Story::new().granted("2025-04-01", "s", measure, "").moment(
                "2025-04-07",
                "s",
                "plan_waived",
            ),
            at: "2025-04-08",
            last: "2025-05-19",
            kept: Some(|story| story.moment("2025-05-12", "s", "plan_made")),
            then: Then::Overdue,
        });
    }
    check(Row {
        name: "plan in writing",
        term: "plan-in-writing",
        began: Story::new().granted("2025-04-01", "s", "M02", "").moment(
            "2025-04-22",
            "s",
            "written_plan_requested",
        ),
        at: "2025-04-23",
        last: "2025-05-06",
        kept: Some(|story| story.moment("2025-05-06", "s", "plan_written")),
        then: Then::Overdue,
    });
}

#[test]
fn the_institution_makes_contact_within_five_working_days_of_the_notice() {
    let granted = || Story::new().granted("2025-12-23", "s", "M16", "").started("2025-12-23", "s");
    check(Row {
        name: "GI first contact",
        term: "first-contact",
        began: granted().moment("2025-12-24", "s", "measure_notified"),
        at: "2025-12-30",
        // 29, 30 and 31 December, 2 and 5 January.
        last: "2026-01-05",
        kept: Some(|story| story.moment("2026-01-02", "s", "first_contact")),
        then: Then::Overdue,
    });
    let unknown = granted().duty("2026-02-01", "first-contact");
    assert_eq!((unknown.code, unknown.due, unknown.overdue), (Code::TermStartNotNoted, None, false));
    assert!(unknown.sentence.en.contains("2026-01-02"), "not before: {}", unknown.sentence.en);
    let known = granted().moment("2025-12-24", "s", "first_contact");
    assert!(known.duties("2026-02-01", "first-contact").is_empty(), "made, whenever the notice came");
}

#[test]
fn the_plan_is_reviewed_each_year() {
    let began = || Story::new().granted("2025-03-03", "s", "M16", "").started("2025-03-03", "s");
    assert_eq!(began().duty("2025-06-01", "plan-review").due, Some(day("2026-03-03")), "GI plan review");
    let reviewed = began().reviewed("2025-11-10", "s");
    assert_eq!(
        reviewed.duty("2025-12-01", "plan-review").due,
        Some(day("2026-11-10")),
        "from the last one on"
    );
}

#[test]
fn the_council_goes_to_court_when_the_mayor_or_the_institution_wants_it() {
    check(Row {
        name: "Raad request after the mayor's",
        term: "raad-mayor-route",
        began: Story::new().proposed("2025-12-01", "s", "M16", "").moment(
            "2025-12-11",
            "s",
            "judgment_sought",
        ),
        at: "2025-12-12",
        // Christmas Day; then the second one, Saturday and Sunday.
        last: "2025-12-29",
        kept: Some(|story| story.filed("2025-12-23", "s")),
        then: Then::Overdue,
    });
    check(Row {
        name: "Raad request after the institution's",
        term: "raad-institution-route",
        began: Story::new().proposed("2025-05-01", "s", "M32", "").moment(
            "2025-05-05",
            "s",
            "judgment_sought",
        ),
        at: "2025-05-06",
        last: "2025-05-19",
        kept: Some(|story| story.filed("2025-05-19", "s")),
        then: Then::Overdue,
    });
}

#[test]
fn a_banned_person_is_heard_within_three_days_weekend_or_not() {
    let ban = || Story::new().granted("2025-04-16", "s", "M13", "").started("2025-04-16", "s");
    check(Row {
        name: "hearing banned person",
        term: "ban-hearing",
        began: ban().moment("2025-04-17", "s", "relief_requested"),
        at: "2025-04-18",
        // Easter Sunday: the general law on terms does not apply (Wth 13).
        last: "2025-04-20",
        kept: Some(|story| story.moment("2025-04-19", "s", "relief_heard")),
        then: Then::Overdue,
    });
    let wished = ban().moment("2025-04-17T20:00:00Z", "s", "lawyer_wished");
    let lawyer = wished.duty("2025-04-18", "ban-lawyer");
    let until = lawyer.reckoning.as_ref().and_then(|it| it.reckoned.until).expect("a moment");
    assert_eq!(until.to_string(), "2025-04-18 20:00:00 UTC", "a lawyer within 24 hours");
    assert_eq!(lawyer.due, Some(day("2025-04-18")));
    let some_time = ban().moment("2025-04-17", "s", "lawyer_wished").duty("2025-04-18", "ban-lawyer");
    assert_eq!(some_time.due, Some(day("2025-04-18")), "of a day without an hour: the next day");
    assert!(some_time.reckoning.is_some_and(|it| it.reckoned.until.is_none()));
}

#[test]
fn measures_end_with_their_terms() {
    // Granted and begun on the first day: the last day in force, by hand.
    for (name, measure, began, last) in [
        ("house ban", "M13", "2025-03-01", "2025-03-10"),
        ("VOTS", "M15", "2025-03-01", "2025-05-31"),
        ("OTS", "M16", "2025-03-01", "2026-02-28"),
        ("OTS extension", "M17", "2024-02-29", "2025-02-27"),
        ("MUHP", "M22", "2025-03-01", "2026-02-28"),
        ("urgent MUHP", "M23", "2025-03-01", "2026-02-28"),
        ("partial transfer of authority", "M24", "2025-03-01", "2026-02-28"),
        ("conditional closed care, first", "M26", "2025-03-01", "2025-08-31"),
        ("closed care", "M27", "2025-03-01", "2026-02-28"),
        ("closed care, urgent", "M28", "2025-03-01", "2025-03-28"),
        ("suspension without follow-up", "M30", "2025-03-01", "2025-05-31"),
        ("provisional guardianship without follow-up", "M31", "2025-03-01", "2025-05-31"),
    ] {
        let story = Story::new().granted(began, "s", measure, "").started(began, "s");
        let after = day(last).succ_opt().expect("a day").to_string();
        assert_eq!(story.stands(last, "s"), ("Granted", "InForce"), "{name}");
        assert_eq!(story.stands(&after, "s"), ("Granted", "Expired"), "{name}");
        let said = story
            .assessed(began)
            .duties
            .into_iter()
            .find(|duty| duty.code == Code::LastsUntil && duty.due == Some(day(last)));
        assert!(said.is_some(), "{name}: the last day stands among what is due");
        let findings = story.assessed(&after);
        assert!(
            findings.all_findings().any(|it| it.code == Code::Expired),
            "{name}: and is found when it has passed"
        );
    }
}

#[test]
fn what_follows_on_a_suspension_keeps_it_in_force() {
    for (measure, successor, term) in
        [("M30", "M32", "suspension"), ("M31", "M33", "provisional-guardianship")]
    {
        let began = || Story::new().granted("2025-03-01", "s", measure, "").started("2025-03-01", "s");
        // Three months on is a Sunday; what lapses is not put off. Like an order without a hearing it has lapsed on that day
        // as long as nobody asked, and asking that day is in time.
        assert_eq!(began().duty("2025-05-31", term).due, Some(day("2025-06-01")), "{measure}");
        assert_eq!(began().stands("2025-06-01", "s").1, "Expired", "{measure}");
        assert!(began().duties("2025-06-01", term).is_empty(), "{measure}: gate 7 says it now");
        let asked = began().moment("2025-05-30", "s", "follow_up_requested");
        assert!(asked.duties("2025-05-31", term).is_empty(), "{measure}");
        let noted = began().moment("2025-06-01", "s", "follow_up_requested");
        assert_eq!(noted.stands("2025-09-01", "s").1, "InForce", "{measure}: asked on the last day");
        let late = began().moment("2025-06-02", "s", "follow_up_requested");
        assert_eq!(late.stands("2025-09-01", "s").1, "Expired", "{measure}: asked a day late");
        let filed = began().proposed("2025-05-01", "next", successor, "").filed("2025-05-20", "next");
        assert_eq!(filed.stands("2025-09-01", "s").1, "InForce", "{measure}: {successor} was requested");
        assert!(filed.duties("2025-05-25", term).is_empty());
    }
}

#[test]
fn what_goes_unused_for_three_months_lapses() {
    for (measure, term) in
        [("M22", "placement-unused"), ("M23", "placement-unused"), ("M27", "closed-unused")]
    {
        let began = || Story::new().granted("2025-03-01", "s", measure, "");
        // Sunday 1 June: what lapses is not put off to Monday.
        check(Row {
            name: "unused authorisation",
            term,
            began: began(),
            at: "2025-05-01",
            last: "2025-06-01",
            kept: Some(|story| story.started("2025-05-31", "s")),
            then: Then::Gone,
        });
        assert_eq!(began().stands("2025-06-02", "s"), ("Granted", "Lapsed"), "{measure}");
    }
}

#[test]
fn an_instruction_is_open_to_annulment_for_two_weeks() {
    let sent =
        || Story::new().granted("2025-04-04", "s", "M18", "").moment("2025-04-07", "s", "decision_sent");
    check(Row {
        name: "annul instruction",
        term: "annulment",
        began: sent(),
        at: "2025-04-10",
        // The fourteenth day after sending is Easter Monday.
        last: "2025-04-22",
        kept: Some(|story| story.moment("2025-04-22", "s", "annulment_requested")),
        then: Then::Gone,
    });
    let late = sent().moment("2025-04-23", "s", "annulment_requested").assessed("2025-05-01");
    let found = late.findings.iter().find(|it| it.code == Code::DoneTooLate).expect("done too late");
    assert!(found.sentence.en.contains("2025-04-22") && found.sentence.en.contains("inadmissible"));
    let unsent = Story::new().granted("2025-04-04", "s", "M18", "").duty("2025-05-01", "annulment");
    assert_eq!((unsent.code, unsent.due), (Code::TermStartNotNoted, None), "nobody noted when it was sent");
}

#[test]
fn silence_of_the_institution_is_a_refusal_after_two_weeks() {
    for (measure, term) in [("M18", "instruction-answer"), ("M22", "placement-answer")] {
        check(Row {
            name: "GI answer 265, 265d",
            term,
            began: Story::new().granted("2025-04-01", "s", measure, "").started("2025-04-01", "s").moment_to(
                "2025-04-22",
                "s",
                "change_requested",
                "gi",
            ),
            at: "2025-04-25",
            last: "2025-05-06",
            kept: Some(|story| story.moment("2025-05-06", "s", "change_answered")),
            then: Then::Effect("counts as a refusal"),
        });
    }
}

#[test]
fn the_council_is_told_in_time() {
    check(Row {
        name: "notice to Raad: no extension",
        term: "notice-no-extension",
        began: Story::new().granted("2025-03-01", "s", "M16", "").started("2025-03-01", "s"),
        at: "2025-12-01",
        // Two months before 28 February 2026: a Sunday, and what counts back is never put off.
        last: "2025-12-28",
        kept: Some(|story| story.moment("2025-12-20", "s", "council_told")),
        then: Then::Overdue,
    });
    let extended = Story::new()
        .granted("2025-03-01", "s", "M16", "")
        .started("2025-03-01", "s")
        .proposed("2025-12-01", "next", "M17", r#","extends":"s""#)
        .filed("2025-12-10", "next");
    assert!(extended.duties("2025-12-11", "notice-no-extension").is_empty(), "an extension was requested");

    let years = |story: Story, measure: &str, first: &str| {
        story
            .granted("2023-03-01", &format!("{measure}a"), first, "")
            .started("2023-03-01", &format!("{measure}a"))
            .granted("2024-03-01", &format!("{measure}b"), measure, &format!(r#","extends":"{measure}a""#))
            .started("2024-03-01", &format!("{measure}b"))
            .granted("2025-03-01", &format!("{measure}c"), measure, &format!(r#","extends":"{measure}b""#))
            .started("2025-03-01", &format!("{measure}c"))
    };
    let long = || years(years(Story::new(), "M17", "M16"), "M22", "M22");
    check(Row {
        name: "notice to Raad: two years with placement",
        term: "notice-long-placement",
        began: long(),
        at: "2025-12-01",
        last: "2025-12-28",
        kept: Some(|story| story.moment("2025-12-20", "M17c", "council_told")),
        then: Then::Overdue,
    });
    let at_home = years(Story::new(), "M17", "M16");
    assert!(
        at_home.duties("2025-12-01", "notice-long-placement").is_empty(),
        "without a placement there is none"
    );

    check(Row {
        name: "notice to Raad: ending a placement",
        term: "notice-ending",
        began: Story::new().granted("2025-03-01", "s", "M22", "").started("2025-03-01", "s").proposed(
            "2025-06-01",
            "home",
            "M34",
            r#","ends":"s","from":"2025-08-01""#,
        ),
        at: "2025-06-02",
        last: "2025-07-01",
        kept: Some(|story| story.moment("2025-06-20", "s", "council_told")),
        then: Then::Overdue,
    });
}

#[test]
fn terms_of_closed_care() {
    let admitted = || {
        Story::new().granted("2025-04-01", "s", "M26", "").started("2025-04-01", "s").moment(
            "2025-04-16",
            "s",
            "admitted",
        )
    };
    check(Row {
        name: "reasons for admission, four days",
        term: "conditional-closed-reasons",
        began: admitted(),
        at: "2025-04-17",
        // Easter Sunday: terms of deprivation of liberty are not put off.
        last: "2025-04-20",
        kept: Some(|story| story.moment("2025-04-18", "s", "reasons_given")),
        then: Then::Overdue,
    });
    let stay = admitted().duty("2025-05-01", "conditional-closed-admission");
    assert_eq!((stay.code, stay.due), (Code::LastsUntil, Some(day("2025-10-15"))), "stay after admission");
    check(Row {
        name: "decision on annulling the admission, 6.1.7",
        term: "conditional-closed-annulment",
        began: admitted().moment("2025-04-17", "s", "annulment_requested"),
        at: "2025-04-18",
        last: "2025-05-08",
        kept: Some(|story| story.moment("2025-05-08", "s", "annulment_decided")),
        then: Then::Overdue,
    });
    let withdrawn = Story::new()
        .on(
            "2025-03-01",
            r#"{"consent_asked":{"person":"mother","scope":{"measure":"M27"},"information":"all of it"}}"#,
        )
        .on("2025-03-01", r#"{"consent_given":{"person":"mother","scope":{"measure":"M27"}}}"#)
        .granted("2025-03-01", "s", "M27", "")
        .started("2025-03-01", "s")
        .on("2025-05-01", r#"{"consent_withdrawn":{"person":"mother","scope":{"measure":"M27"}}}"#);
    let run_on = withdrawn.duty("2025-05-02", "closed-consent-withdrawn");
    assert_eq!((run_on.code, run_on.due), (Code::LastsUntil, Some(day("2025-05-14"))), "run-on of 14 days");
    assert!(withdrawn.duty("2025-05-15", "closed-consent-withdrawn").overdue);
    let supervised = withdrawn.granted("2025-04-01", "ots", "M16", "").started("2025-04-01", "ots");
    assert!(
        supervised.duties("2025-05-02", "closed-consent-withdrawn").is_empty(),
        "it rests on supervision"
    );
}

#[test]
fn a_liberty_restricting_measure_in_an_emergency_lasts_three_days() {
    let began =
        || Story::new().urgently("2025-04-19", "s", "M29", false).started("2025-04-19T10:00:00Z", "s");
    let agreement = began().duty("2025-04-19", "emergency-agreement");
    let until = agreement.reckoning.and_then(|it| it.reckoned.until).expect("a moment");
    assert_eq!(until.to_string(), "2025-04-19 22:00:00 UTC", "twelve hours");
    assert_eq!(
        began().duty("2025-04-20", "emergency-restriction").due,
        Some(day("2025-04-21")),
        "three days"
    );
    assert_eq!(began().stands("2025-04-21", "s").1, "InForce");
    assert_eq!(began().stands("2025-04-22", "s").1, "Expired", "the fourth day");
    let planned = Story::new().granted("2025-04-19", "s", "M29", "").started("2025-04-19", "s");
    assert_eq!(planned.stands("2025-06-01", "s").1, "InForce", "in the plan, and no emergency");
}

/// Appeal is open against a court and objection against the municipality. What the institution decides by itself has a way
/// of its own.
#[test]
fn a_remedy_is_due_only_against_who_it_is_open_against() {
    let ended = Story::new()
        .granted("2025-02-05", "p", "M22", r#","placement":"foster""#)
        .started("2025-02-05", "p")
        .proposed("2025-05-01", "back", "M34", r#","ends":"p""#);
    let by_institution = ended.decided_by("2025-05-01", "back", "gi", "granted");
    let appeals = |story: &Story| story.duties("2025-05-02", "appeal").len();
    let before = Story::new().granted("2025-02-05", "p", "M22", r#","placement":"foster""#);
    assert_eq!(
        appeals(&by_institution),
        appeals(&before),
        "no appeal against the institution's own decision"
    );
    let by_provider = Story::new()
        .proposed("2025-03-07", "s", "M02", "")
        .decided_by("2025-03-07", "s", "provider", "granted")
        .moment("2025-03-10", "s", "decision_sent");
    assert!(by_provider.duties("2025-03-20", "objection").is_empty());
}

#[test]
fn remedies_end_with_their_terms() {
    let decided = || Story::new().granted("2025-02-05", "s", "M16", "");
    check(Row {
        name: "appeal",
        term: "appeal",
        began: decided(),
        at: "2025-03-01",
        // Three months on is Monday 5 May.
        last: "2025-05-06",
        kept: Some(|story| story.appealed("2025-05-06", "s", "mother")),
        then: Then::Gone,
    });
    let served = decided().moment_to("2025-02-20", "s", "decision_sent", "father");
    let due: Vec<_> = served.duties("2025-03-01", "appeal").into_iter().filter_map(|it| it.due).collect();
    assert_eq!(due, [day("2025-05-06"), day("2025-05-20")], "for others from service");
    let late = decided().appealed("2025-05-07", "s", "mother").assessed("2025-06-01");
    assert!(late.findings.iter().any(|it| it.code == Code::DoneTooLate), "lodged a day late");
    let refused = Story::new().proposed("2025-02-05", "s", "M16", "").decided("2025-02-05", "s", "refused");
    assert_eq!(refused.duty("2025-03-01", "appeal").due, Some(day("2025-05-06")), "of a refusal too");

    check(Row {
        name: "objection",
        term: "objection",
        began: Story::new()
            .proposed("2025-03-07", "s", "M02", "")
            .decided_by("2025-03-07", "s", "college", "granted")
            .moment("2025-03-10", "s", "decision_sent"),
        at: "2025-03-20",
        // Six weeks on is Easter Monday.
        last: "2025-04-22",
        kept: Some(|story| story.moment("2025-04-22", "s", "objection_lodged")),
        then: Then::Gone,
    });
}

#[test]
fn files_and_complaints() {
    for (to, term) in
        [("provider", "destruction"), ("vt", "destruction-vt"), ("college", "destruction-college")]
    {
        check(Row {
            name: "destruction request",
            term,
            began: Story::new().moment_to("2025-03-05", "", "destruction_requested", to),
            at: "2025-03-06",
            last: "2025-06-05",
            kept: Some(|story| story.moment("2025-05-01", "", "destruction_answered")),
            then: Then::Overdue,
        });
    }
    check(Row {
        name: "complaint follow-up",
        term: "complaint-follow-up",
        began: Story::new().moment("2025-05-09", "", "complaint_opinion"),
        at: "2025-05-10",
        // A month on is Whit Monday.
        last: "2025-06-10",
        kept: Some(|story| story.moment("2025-06-10", "", "complaint_followed_up")),
        then: Then::Overdue,
    });
}

#[test]
fn terms_of_the_records_beside_the_table() {
    check(Row {
        name: "network foster family, 13 weeks",
        term: "network-foster",
        began: Story::new().granted("2025-03-10", "s", "M14", r#","placement":"network_foster""#).on(
            "2025-03-10",
            r#"{"document_noted":{"step":"s","document":"foster_contract","present":true}}"#,
        ),
        at: "2025-05-01",
        // Whit Monday: a term of more than twelve weeks is not put off.
        last: "2025-06-09",
        kept: Some(|story| story.moment("2025-06-01", "s", "no_objection")),
        then: Then::Overdue,
    });
    let elsewhere = Story::new()
        .granted("2025-03-10", "s", "M14", r#","placement":"foster""#)
        .on("2025-03-10", r#"{"document_noted":{"step":"s","document":"foster_contract","present":true}}"#);
    assert!(elsewhere.duties("2025-05-01", "network-foster").is_empty());
    check(Row {
        name: "253s, six months",
        term: "stay-upheld",
        began: Story::new().granted("2025-01-06", "s", "M14", "").moment("2025-03-03", "s", "stay_upheld"),
        at: "2025-04-01",
        last: "2025-09-02",
        kept: None,
        then: Then::Effect("ends by law"),
    });
    check(Row {
        name: "278, trial of six months",
        term: "trial",
        began: Story::new().proposed("2025-03-01", "s", "M34", "").moment("2025-03-03", "s", "trial_begun"),
        at: "2025-04-01",
        last: "2025-09-02",
        kept: Some(|story| story.decided("2025-08-01", "s", "granted")),
        then: Then::Effect("ends by law"),
    });
    check(Row {
        name: "265i, kept in force for a year",
        term: "kept-in-force",
        began: Story::new().proposed("2025-03-01", "s", "M25", "").decided("2025-03-03", "s", "refused"),
        at: "2025-04-01",
        last: "2026-03-02",
        kept: None,
        then: Then::Effect("ends by law"),
    });
}
