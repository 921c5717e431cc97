//! The pitfalls of the law reference that are about terms, each a test whose name says it.

use afweging::{Breach, Code, Norm, TermKind};

use crate::story::{Story, day, pack};

#[test]
fn a11_an_ex_parte_order_lapses_at_two_weeks_without_a_hearing() {
    for measure in ["M15", "M23", "M25", "M28", "M31"] {
        let ordered = || Story::new().urgently("2025-03-01", "s", measure, true).started("2025-03-01", "s");
        assert_eq!(ordered().stands("2025-03-14", "s"), ("UrgentlyGranted", "InForce"), "{measure}");
        assert_eq!(ordered().stands("2025-03-15", "s"), ("Lapsed", "Ended"), "{measure}, at d + 14");
        let lapsed = ordered().assessed("2025-03-15");
        assert!(lapsed.all_findings().any(|it| it.code == Code::Lapsed), "{measure}");
        let heard = ordered().heard("2025-03-15", "s");
        assert_eq!(
            heard.stands("2025-03-15", "s"),
            ("Confirmed", "InForce"),
            "{measure}: heard that very day"
        );
        let late = ordered().heard("2025-03-16", "s");
        assert_eq!(late.stands("2025-03-16", "s"), ("Lapsed", "Ended"), "{measure}: heard in vain");
    }
}

#[test]
fn pitfall_13_an_ex_parte_order_is_not_valid_for_three_months() {
    let ordered = Story::new().urgently("2025-03-01", "s", "M15", true).started("2025-03-01", "s");
    let hearing = ordered.assessed("2025-03-02").duties.into_iter().find(|it| it.code == Code::HearingDue);
    assert_eq!(hearing.and_then(|it| it.due), Some(day("2025-03-15")));
    assert_eq!(ordered.stands("2025-04-01", "s").1, "Ended", "one month on");
    // Heard, it is a provisional supervision order of three months, and no more.
    let heard = ordered.heard("2025-03-10", "s");
    assert_eq!(heard.stands("2025-05-31", "s").1, "InForce");
    assert_eq!(heard.stands("2025-06-01", "s").1, "Expired");
}

#[test]
fn pitfall_13_a_lapse_is_never_put_off_to_a_working_day() {
    // Two weeks on is Good Friday; nothing is prolonged.
    let ordered = Story::new().urgently("2025-04-04", "s", "M23", true).started("2025-04-04", "s");
    assert_eq!(ordered.stands("2025-04-18", "s").0, "Lapsed");
    for (_, term) in pack().terms(day("2025-01-01")) {
        if matches!(term.breach, Breach::Lapse | Breach::Ends) {
            assert!(!term.rest_days.prolonged, "{}", term.id);
        }
    }
}

#[test]
fn pitfall_14_provisional_supervision_is_not_deducted_from_the_year() {
    let story = Story::new()
        .granted("2025-03-01", "vots", "M15", "")
        .started("2025-03-01", "vots")
        .granted("2025-05-20", "ots", "M16", "")
        .started("2025-05-20", "ots");
    assert_eq!(story.stands("2026-05-19", "ots").1, "InForce", "a whole year from its own order");
    assert_eq!(story.stands("2026-05-20", "ots").1, "Expired");
    // Nor is the time of an urgent placement deducted from the authorisation (265c(1)).
    let placed = Story::new()
        .urgently("2025-03-01", "urgent", "M23", true)
        .granted("2025-03-12", "muhp", "M22", "")
        .started("2025-03-12", "muhp");
    assert_eq!(placed.stands("2026-03-11", "muhp").1, "InForce");
    assert_eq!(placed.stands("2026-03-12", "muhp").1, "Expired");
}

#[test]
fn pitfall_22_veilig_thuis_has_three_clocks() {
    let story = Story::new().reported("2025-03-03", "vt").granted("2025-03-05", "s", "M08", "");
    let due = |term| story.duty("2025-03-06", term).due;
    // Five working days, five days that end on a Saturday, ten weeks from the day on which the need was established.
    assert_eq!(due("vt-safety"), Some(day("2025-03-10")));
    assert_eq!(due("vt-start"), Some(day("2025-03-10")), "Saturday 8 March, so Monday");
    assert_eq!(due("vt-judgment"), Some(day("2025-05-14")));
    let norm = |term| story.duty("2025-03-06", term).reckoning.map(|it| it.norm);
    assert_eq!(norm("vt-safety"), Some(Norm::Policy), "the wording of the inspectorate, no law");
    assert_eq!(norm("vt-start"), Some(Norm::Statute));
    assert_eq!(norm("vt-judgment"), Some(Norm::Statute));
    // One that is kept leaves the others running.
    let assessed = story.moment("2025-03-06", "", "safety_assessed");
    assert!(assessed.duties("2025-03-07", "vt-safety").is_empty());
    assert_eq!(assessed.duties("2025-03-07", "vt-start").len(), 1);
    let begun = assessed.started("2025-03-07", "s");
    assert!(begun.duties("2025-03-08", "vt-start").is_empty());
    assert_eq!(begun.duties("2025-03-08", "vt-judgment").len(), 1);
}

#[test]
fn pitfall_23_the_council_has_no_statutory_term_for_its_investigation() {
    let pack = pack();
    for on in ["2015-01-01", "2020-01-01", "2026-11-22"] {
        for (measure, term) in pack.terms(day(on)).filter(|(measure, _)| measure.as_str() == "M12") {
            assert_eq!(term.norm, Norm::Policy, "{measure} {} on {on}", term.id);
        }
    }
    // Ten days on is Good Friday: a norm that is no law is put off by no law.
    let asked = Story::new().proposed("2025-04-08", "s", "M12", "").filed("2025-04-08", "s");
    let waiting = asked.duty("2025-04-10", "raad-waiting");
    assert_eq!((waiting.code, waiting.due), (Code::NormTerm, Some(day("2025-04-18"))));
    assert!(waiting.sentence.en.contains("no law") && waiting.sentence.nl.contains("geen wet"));
    let running = asked.started("2025-04-17", "s").assessed("2026-04-17");
    assert!(running.duties.iter().all(|it| it.reckoning.is_none()), "and none to conclude it");
}

#[test]
fn pitfall_27_a_house_ban_lasts_four_weeks_from_imposition_at_most() {
    let ban = || Story::new().granted("2025-03-01", "ban", "M13", "").started("2025-03-01", "ban");
    assert_eq!(ban().stands("2025-03-10", "ban").1, "InForce");
    assert_eq!(ban().stands("2025-03-11", "ban").1, "Expired", "ten days");
    let extended = ban()
        .granted("2025-03-10", "more", "M13", r#","extends":"ban","from":"2025-03-11","until":"2025-03-28""#)
        .started("2025-03-11", "more");
    assert_eq!(extended.stands("2025-03-28", "more").1, "InForce");
    assert_eq!(extended.stands("2025-03-29", "more").1, "Expired", "28 days from 1 March, not from 11 March");
    let no_longer =
        |story: &Story| !story.assessed("2025-03-12").all_findings().any(|it| it.code == Code::LongerThanLaw);
    assert!(no_longer(&extended));
    let too_long = ban()
        .granted("2025-03-10", "more", "M13", r#","extends":"ban","from":"2025-03-11","until":"2025-04-08""#)
        .started("2025-03-11", "more");
    assert!(!no_longer(&too_long), "10 + 28 days is found");
    assert_eq!(too_long.stands("2025-03-29", "more").1, "Expired", "and does not count");
    let pack = pack();
    let m13 = pack.measures(day("2025-01-01")).find(|it| it.id.as_str() == "M13").expect("M13");
    assert!(m13.terms.iter().all(|term| !term.rest_days.prolonged), "Wth 13");
    assert_eq!(m13.terms_of(TermKind::MaximumTotal).count(), 1);
}

#[test]
fn a_year_of_supervision_runs_from_the_order_and_a_longer_grant_is_found_that_day() {
    let granted = |until: &str| {
        Story::new()
            .proposed("2025-11-17", "ots", "M16", &format!(r#","from":"2025-12-12","until":"{until}""#))
            .on("2025-12-08", &format!(r#"{{"decided":{{"step":"ots","decider":"judge","outcome":"granted","until":"{until}"}}}}"#))
            .started("2025-12-12", "ots")
    };
    let found =
        |story: &Story, on: &str| story.assessed(on).all_findings().any(|it| it.code == Code::LongerThanLaw);
    let last = |story: &Story| {
        let step = story.assessed("2026-01-15").steps[0].stands.until;
        let duties = story.assessed("2026-01-15").duties;
        let duty = duties.iter().find(|it| it.code == Code::LastsUntil).map(|it| it.due);
        assert_eq!(duty, Some(step));
        step
    };
    let too_long = granted("2026-12-11");
    assert!(!found(&too_long, "2025-12-07"), "it was proposed for a year from its own day");
    assert!(found(&too_long, "2025-12-08"), "granted for longer than a year from the order");
    assert_eq!(last(&too_long), Some(day("2026-12-07")));
    let in_time = granted("2026-12-07");
    assert!(!found(&in_time, "2025-12-08"));
    assert_eq!(last(&in_time), Some(day("2026-12-07")));
}

#[test]
fn an_extension_adds_to_the_term_that_runs() {
    let extended = |until: &str| {
        let ots = r#","from":"2025-04-01","until":"2026-03-31""#;
        let more = format!(r#","extends":"ots","from":"2026-04-01","until":"{until}""#);
        Story::new()
            .granted("2025-04-01", "ots", "M16", ots)
            .started("2025-04-01", "ots")
            .granted("2026-03-10", "more", "M17", &more)
            .started("2026-04-01", "more")
    };
    let found =
        |story: &Story| story.assessed("2026-03-10").all_findings().any(|it| it.code == Code::LongerThanLaw);
    let whole = extended("2027-03-31");
    assert!(!found(&whole), "ordered three weeks before the first one ends, for a year from then");
    assert_eq!(whole.stands("2027-03-31", "more").1, "InForce");
    assert_eq!(whole.stands("2027-04-01", "more").1, "Expired");
    assert!(found(&extended("2027-04-01")));
}
