//! The Dutch pack as it is read, and how dated files supersede each other.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use afweging::{
    Actor, Breach, Certainty, Condition, ConsentBasis, ConsentException, ConsentGroup, Consenter, Document,
    EvidenceLevel, Exception, GroundId, LARGEST_PACK, Language, Length, MOST_STATES, Measure, MeasureId,
    Pack, PackCode, PlacementId, Renewal, TermKind, TermStart,
};
use chrono::NaiveDate;

/// The days on which the reference has the law change for the acts of this library.
const LAW_CHANGED: [&str; 10] = [
    "2015-01-01",
    "2018-09-28",
    "2018-12-14",
    "2019-01-01",
    "2020-01-01",
    "2022-01-01",
    "2023-01-01",
    "2024-01-01",
    "2025-03-01",
    "2026-01-01",
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(text: &str) -> MeasureId {
    MeasureId::new(text).unwrap()
}

fn nl() -> Pack {
    Pack::nl().unwrap()
}

fn measure<'a>(pack: &'a Pack, measure: &str, on: &str) -> &'a Measure {
    pack.measure(&id(measure), day(on)).unwrap()
}

fn grounds(measure: &Measure) -> Vec<Vec<&str>> {
    measure.grounds.iter().map(|all| all.iter().map(GroundId::as_str).collect()).collect()
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    fn walk(folder: &Path, prefix: &str, into: &mut BTreeSet<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                walk(&path, &format!("{name}/"), into);
            } else if name.ends_with(".toml") {
                into.insert((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut files = BTreeSet::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/nl"), "", &mut files);
    let read = Pack::from_files(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    assert_eq!(read.hash(), nl().hash());
}

#[test]
fn the_pack_has_every_measure_and_no_state_before_2015() {
    let pack = nl();
    assert_eq!((pack.id(), pack.is_hypothetical()), ("nl", false));
    assert_eq!(pack.first_state(), day("2015-01-01"));
    let ids = |on| pack.measures(day(on)).map(|measure| measure.id.to_string()).collect::<Vec<_>>();
    let mut all: Vec<_> = (0..=34).map(|nth| format!("M{nth:02}")).collect();
    // Besides those with a number of the reference, the internal decision that is taken for a measure (pitfall 18).
    all.push("perspective".to_owned());
    assert_eq!(ids("2024-01-01"), all, "every measure of the reference");
    all.retain(|id| id != "M29");
    for on in ["2015-01-01", "2023-12-31"] {
        assert_eq!(
            ids(on),
            all,
            "restricting liberty inside closed care came into this pack with the law of 2024"
        );
    }
    assert!(pack.measure(&id("M16"), day("2014-12-31")).is_none());
    assert!(pack.measure(&id("M99"), day("2025-01-01")).is_none());
    assert_eq!(pack.measures(day("2014-12-31")).count(), 0);
    assert!(pack.grants(day("2014-12-31")).is_empty());
    let known: Vec<_> = pack.changes().collect();
    for on in LAW_CHANGED {
        assert!(known.contains(&day(on)), "{on}");
    }
}

#[test]
fn the_hash_follows_names_and_texts_and_nothing_else() {
    let manifest = (
        "pack.toml",
        "format = \"afweging/pack/1\"\nid = \"a\"\nlabel = { nl = \"a\", en = \"a\" }\nhypothetical = false\n",
    );
    let sources = ("sources/2015-01-01.toml", "# nothing\n");
    let terms = ("terms/2015-01-01.toml", "# nothing\n");
    let hash = |files: &[(&str, &str)]| Pack::from_files(files.iter().copied()).unwrap().hash().to_owned();
    let straight = hash(&[manifest, sources, terms]);
    assert_eq!(straight.len(), 64);
    assert_eq!(straight, hash(&[terms, manifest, sources]));
    assert_ne!(straight, hash(&[manifest, sources, ("terms/2015-01-01.toml", "# nothing \n")]));
    assert_ne!(straight, hash(&[manifest, sources, ("terms/2015-01-02.toml", "# nothing\n")]));
}

#[test]
fn a_placement_with_the_other_parent_needs_no_college_decision_since_28_september_2018() {
    let pack = nl();
    let falls_away = |on| {
        let measure = measure(&pack, "M22", on);
        let mut decision = measure.requirements.iter().filter(|r| r.document == Document::CollegeDecision);
        let found = decision.next().unwrap().clone();
        assert!(decision.next().is_none(), "one version is in force");
        found
    };
    let before = falls_away("2018-09-27");
    assert!(before.unless_placement.is_empty());
    assert_eq!(before.cite.until, Some(day("2018-09-28")), "superseded");
    let after = falls_away("2018-09-28");
    assert_eq!(after.unless_placement, [PlacementId::new("other_parent").unwrap()]);
    assert_eq!(after.cite.certainty, Certainty::Confirmed);
    for requirement in [before, after] {
        assert_eq!(requirement.requesters, [Actor::Raad, Actor::Prosecutor]);
        assert_eq!(requirement.unless, [Exception::CourtDispensed]);
        assert_eq!(requirement.condition, Condition::Form);
        assert_eq!(requirement.extension, Some(false));
    }
}

#[test]
fn closed_care_takes_a_suitable_stay_since_2024() {
    let pack = nl();
    assert_eq!(grounds(measure(&pack, "M27", "2023-12-31")), [["jw-6.1-serious-problems", "jw-6.1.2-stay"]]);
    assert_eq!(
        grounds(measure(&pack, "M27", "2024-01-01")),
        [["jw-6.1-serious-problems", "jw-6.1.2-stay-2024"]]
    );
    let subsidiarity = |on| {
        measure(&pack, "M27", on)
            .principles
            .iter()
            .filter(|p| p.condition == Condition::NothingLighter)
            .count()
    };
    assert_eq!((subsidiarity("2023-12-31"), subsidiarity("2024-01-01")), (1, 2));
    assert!(
        pack.ground(&GroundId::new("jw-6.1.2-stay").unwrap()).is_some(),
        "a view of 2020 can still be read"
    );
}

#[test]
fn contact_is_not_restricted_against_a_court_since_14_december_2018() {
    let pack = nl();
    assert_eq!(grounds(measure(&pack, "M20", "2018-12-13")), [["bw1-265f-necessary"]]);
    assert_eq!(
        grounds(measure(&pack, "M20", "2018-12-14")),
        [["bw1-265f-necessary", "hr-2018-2321-no-court-arrangement"]]
    );
}

#[test]
fn grounds_take_the_level_that_the_law_gives_them() {
    use EvidenceLevel::{Established, SeriousSuspicion};
    let pack = nl();
    for (of, level) in [
        ("M13", SeriousSuspicion),
        ("M15", SeriousSuspicion),
        ("M16", Established),
        ("M17", Established),
        ("M22", Established),
        ("M23", SeriousSuspicion),
        ("M26", Established),
        ("M27", Established),
        ("M28", SeriousSuspicion),
        ("M32", Established),
    ] {
        for ground in measure(&pack, of, "2025-01-01").all_grounds() {
            let ground = pack.ground(ground).unwrap();
            if ground.open_norm {
                assert_eq!(ground.evidence_level, level, "{of} {}", ground.id);
            }
        }
    }
    assert_eq!(
        grounds(measure(&pack, "M32", "2025-01-01")),
        vec![vec!["bw1-266-threat", "bw1-266-not-able"], vec!["bw1-266-abuse"]]
    );
    assert_eq!(
        grounds(measure(&pack, "M16", "2025-01-01")),
        [["bw1-255-threat", "bw1-255-care-not-accepted", "bw1-255-capable-in-time"]]
    );
}

#[test]
fn prerequisites_are_those_of_the_law() {
    let pack = nl();
    let requires = |of: &str| -> Vec<Vec<String>> {
        measure(&pack, of, "2025-01-01")
            .requires
            .iter()
            .map(|prerequisite| prerequisite.one_of.iter().map(ToString::to_string).collect())
            .collect()
    };
    assert_eq!(requires("M17"), [["M16", "M17"]]);
    assert_eq!(requires("M18"), [["M15", "M16", "M17"]]);
    assert_eq!(requires("M22"), [["M15", "M16", "M17"]]);
    assert_eq!(requires("M23"), [["M15", "M16", "M17"]]);
    assert_eq!(requires("M20"), [["M22", "M23"]]);
    for free in ["M13", "M14", "M15", "M16", "M27", "M28", "M32"] {
        assert!(requires(free).is_empty(), "{free}");
    }
    for closed in ["M26", "M27", "M28"] {
        let supervision = [id("M15"), id("M16"), id("M17")].to_vec();
        assert_eq!(
            measure(&pack, closed, "2025-01-01").consent,
            ConsentBasis::OneOf { measures: supervision, guardianship: true, consent: true }
        );
    }
}

#[test]
fn a_measure_goes_on_in_the_way_that_the_law_has_for_it() {
    let pack = nl();
    let renewal = |of| measure(&pack, of, "2025-01-01").renewal.clone();
    assert_eq!(renewal("M15"), Renewal::By(id("M16")));
    assert_eq!(renewal("M16"), Renewal::By(id("M17")));
    assert_eq!(renewal("M22"), Renewal::Itself);
    assert_eq!(renewal("M23"), Renewal::By(id("M22")));
    assert_eq!(renewal("M32"), Renewal::No);
    assert_eq!(measure(&pack, "M17", "2025-01-01").extension_of, Some(id("M16")));
}

/// reference §4.6, row by row.
#[test]
fn consent_by_age() {
    let pack = nl();
    let rule = |group| pack.consent_rule(group, day("2025-01-01")).unwrap();
    use ConsentException::{MinorPersists, Resists, SeriousHarm};
    assert_eq!(rule(ConsentGroup::Under12).must, [Consenter::EveryoneWithAuthority]);
    assert_eq!(rule(ConsentGroup::From12To15).must, [Consenter::Person, Consenter::EveryoneWithAuthority]);
    assert!(rule(ConsentGroup::From12To15).exceptions.contains(&SeriousHarm));
    assert!(rule(ConsentGroup::From12To15).exceptions.contains(&MinorPersists));
    assert_eq!(rule(ConsentGroup::From16To17).must, [Consenter::Person]);
    assert_eq!(rule(ConsentGroup::Adult).must, [Consenter::Person]);
    assert_eq!(rule(ConsentGroup::Incapable).must, [Consenter::EveryoneWithAuthority]);
    assert!(rule(ConsentGroup::Incapable).exceptions.contains(&Resists));
}

/// The rows of reference §4.a that are about measures of this pack.
#[test]
fn terms_of_the_law() {
    use Breach::{Ends, Inadmissible, Lapse, SilenceIsRefusal};
    use Length::{Days, Months, Weeks, WorkingDays, Years};
    let pack = nl();
    for (of, kind, length, breach) in [
        ("M13", TermKind::Maximum, Days(10), Ends),
        ("M13", TermKind::MaximumTotal, Weeks(4), Ends),
        ("M13", TermKind::ReliefHearing, Days(3), Breach::None),
        ("M15", TermKind::Maximum, Months(3), Ends),
        ("M15", TermKind::ExParteHearing, Weeks(2), Lapse),
        ("M16", TermKind::Maximum, Years(1), Ends),
        ("M16", TermKind::FirstContact, WorkingDays(5), Breach::None),
        ("M16", TermKind::Review, Years(1), Breach::None),
        ("M16", TermKind::NoticeNoExtension, Months(2), Breach::None),
        ("M16", TermKind::Appeal, Months(3), Inadmissible),
        ("M17", TermKind::Maximum, Years(1), Ends),
        ("M17", TermKind::NoticeLongPlacement, Months(2), Breach::None),
        ("M18", TermKind::InstructionAnnulment, Weeks(2), Inadmissible),
        ("M18", TermKind::Answer, Weeks(2), SilenceIsRefusal),
        ("M20", TermKind::InstructionAnnulment, Weeks(2), Inadmissible),
        ("M22", TermKind::Maximum, Years(1), Ends),
        ("M22", TermKind::UnusedLapse, Months(3), Lapse),
        ("M22", TermKind::Answer, Weeks(2), SilenceIsRefusal),
        ("M22", TermKind::NoticeEnding, Months(1), Breach::None),
        ("M23", TermKind::ExParteHearing, Weeks(2), Lapse),
        ("M26", TermKind::Maximum, Months(6), Ends),
        ("M27", TermKind::Maximum, Years(1), Ends),
        ("M27", TermKind::UnusedLapse, Months(3), Lapse),
        ("M27", TermKind::ConsentRunOn, Days(14), Ends),
        ("M28", TermKind::Maximum, Weeks(4), Ends),
        ("M28", TermKind::ExParteHearing, Weeks(2), Lapse),
        ("M04", TermKind::Investigation, Weeks(6), Breach::MayApplyDirectly),
        ("M04", TermKind::DecisionOnApplication, Weeks(2), Breach::None),
        ("M02", TermKind::PlanAfterWaiver, Weeks(6), Breach::None),
    ] {
        let term = measure(&pack, of, "2025-01-01").terms_of(kind).next();
        let term = term.unwrap_or_else(|| panic!("{of} has no {kind:?}"));
        assert_eq!((term.length, term.breach), (length, breach), "{of} {kind:?}");
    }
    for barred in ["M15", "M18"] {
        let measure = measure(&pack, barred, "2025-01-01");
        assert_eq!(measure.terms_of(TermKind::Appeal).count(), 0, "Rv 807 bars appeal against {barred}");
    }
    assert_eq!(measure(&pack, "M32", "2025-01-01").terms_of(TermKind::Maximum).count(), 0, "until 18");
}

#[test]
fn lengths_run_out_on_the_day_that_the_law_means() {
    assert_eq!(Length::Weeks(2).end(day("2025-03-01")), day("2025-03-15"));
    assert_eq!(Length::Days(10).end(day("2025-02-25")), day("2025-03-07"));
    assert_eq!(Length::Months(3).end(day("2024-11-30")), day("2025-02-28"));
    assert_eq!(Length::Years(1).end(day("2024-02-29")), day("2025-02-28"));
    assert_eq!(Length::WorkingDays(5).end(day("2025-03-06")), day("2025-03-13"), "over a weekend");
    assert_eq!(Length::Months(2).before(day("2025-05-01")), day("2025-03-01"));
    assert_eq!(Length::WorkingDays(1).before(day("2025-03-10")), day("2025-03-07"));
    assert_eq!(Length::Years(u32::MAX).end(day("2025-03-01")), NaiveDate::MAX);
    let pack = nl();
    let annulment =
        measure(&pack, "M18", "2025-01-01").terms_of(TermKind::InstructionAnnulment).next().unwrap();
    assert_eq!(annulment.starts, TermStart::Sending);
    // Sent on Monday 3 March: the first day is the 4th, the fourteenth the 17th.
    assert_eq!(annulment.due(day("2025-03-03")), day("2025-03-17"));
}

#[test]
fn everything_in_the_pack_says_where_it_stands_and_is_in_force() {
    let pack = nl();
    for on in pack.changes() {
        for measure in pack.measures(on) {
            let mut cites = vec![&measure.cite, &measure.consent_cite];
            cites.extend(measure.grounds_cite.iter());
            cites.extend(measure.placements.iter().map(|x| &x.cite));
            cites.extend(measure.requires.iter().map(|x| &x.cite));
            cites.extend(measure.prefers.iter().map(|x| &x.cite));
            cites.extend(measure.adjacent.iter().map(|x| &x.cite));
            cites.extend(measure.requirements.iter().map(|x| &x.cite));
            cites.extend(measure.hearing.iter().map(|x| &x.cite));
            cites.extend(measure.terms.iter().map(|x| &x.cite));
            cites.extend(measure.principles.iter().map(|x| &x.cite));
            cites.extend(measure.all_grounds().into_iter().map(|ground| &pack.ground(ground).unwrap().cite));
            for cite in cites {
                assert!(cite.in_force(on) && !cite.source.is_empty(), "{} {on}: {cite}", measure.id);
            }
        }
        for grant in pack.grants(on) {
            assert!(grant.cite.in_force(on), "{} {on}", grant.id);
        }
    }
}

#[test]
fn a_placement_adds_its_own_levels() {
    let pack = nl();
    let levels = |of, placement: &str| {
        let vector =
            measure(&pack, of, "2025-01-01").placement(&PlacementId::new(placement).unwrap()).unwrap();
        (vector.vector.living, vector.vector.liberty)
    };
    assert_eq!(levels("M22", "other_parent"), (1, 0));
    assert_eq!(levels("M22", "network_foster"), (2, 0));
    assert_eq!(levels("M22", "foster"), (3, 0));
    assert_eq!(levels("M22", "family_home"), (4, 0));
    assert_eq!(levels("M22", "residential"), (5, 2));
    assert_eq!(levels("M26", "home"), (0, 1));
    assert_eq!(levels("M26", "residential"), (5, 2), "group rules hold there besides the conditions");
    assert_eq!(levels("M27", "closed"), (6, 3));
    let order: Vec<_> =
        measure(&pack, "M22", "2025-01-01").placements.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(order, ["other_parent", "network_foster", "foster", "family_home", "residential"]);
}

/// A small pack to which files are added.
fn with(more: &[(&str, String)]) -> Result<Pack, afweging::PackError> {
    let cite = cite("2015-01-01");
    let files = [
        ("pack.toml", "format = \"afweging/pack/1\"\nid = \"t\"\nlabel = { nl = \"t\", en = \"t\" }\nhypothetical = true\n".to_owned()),
        ("sources/2015-01-01.toml", "[[source]]\nid = \"s\"\naddress = \"a\"\n".to_owned()),
        ("measures/2015-01-01.toml", format!("[[measure]]\nid = \"M02\"\nlabel = {{ nl = \"h\", en = \"h\" }}\nkind = \"protective\"\nframe = \"voluntary\"\nsubject = \"minor\"\nform = \"decision\"\ngoals = []\nburdened = []\nvector = {{ authority = 0, living = 0, liberty = 0, contact = 0, privacy = 0, home = 0, coercion = 0, safeguard = 0, duration = 0 }}\nrenewal = \"free\"\n{cite}")),
        ("consent/2015-01-01.toml", format!("[[basis]]\nid = \"b\"\nmeasures = [\"M02\"]\nrests_on = \"not_needed\"\n{cite}")),
        ("authority/2015-01-01.toml", format!("[[grant]]\nid = \"g\"\nactors = [\"college\"]\nacts = [\"decide\"]\nmeasures = [\"M02\"]\n{cite}")),
        ("terms/2015-01-01.toml", term(4, "2015-01-01")),
    ];
    let all = files.iter().chain(more).map(|(name, text)| (*name, text.as_str()));
    Pack::from_files(all)
}

fn cite(from: &str) -> String {
    format!(
        "cite = {{ law = \"Jw\", article = \"2.3\", from = {from}, certainty = \"modelling\", source = \"s\" }}\n"
    )
}

fn term(weeks: u32, from: &str) -> String {
    format!(
        "[[term]]\nid = \"t\"\nmeasures = [\"M02\"]\nkind = \"maximum\"\nlength = {{ weeks = {weeks} }}\nstarts = \"order\"\nbreach = \"ends\"\nowner = \"gi\"\n\
         label = {{ nl = \"x\", en = \"x\" }}\nnorm = \"statute\"\nrest_days = {{ prolonged = false, {} }}\n{}",
        cite(from).trim_end(),
        cite(from)
    )
}

fn weeks(pack: &Pack, on: &str) -> Vec<Length> {
    measure(pack, "M02", on).terms.iter().map(|term| term.length).collect()
}

#[test]
fn a_later_file_supersedes_from_its_day_on() {
    let pack = with(&[("terms/2020-01-01.toml", term(6, "2020-01-01"))]).unwrap();
    assert_eq!(weeks(&pack, "2019-12-31"), [Length::Weeks(4)]);
    assert_eq!(weeks(&pack, "2020-01-01"), [Length::Weeks(6)]);
    assert!(pack.is_hypothetical());
}

#[test]
fn a_correction_takes_the_place_of_what_it_corrects() {
    let pack = with(&[("terms/2015-01-01.2.toml", term(5, "2015-01-01"))]).unwrap();
    assert_eq!(weeks(&pack, "2015-01-01"), [Length::Weeks(5)]);
    let twice = with(&[
        ("terms/2015-01-01.2.toml", term(5, "2015-01-01")),
        ("terms/2015-01-01.10.toml", term(7, "2015-01-01")),
    ]);
    assert_eq!(weeks(&twice.unwrap(), "2015-01-01"), [Length::Weeks(7)], "by number, not by text");
}

#[test]
fn a_name_keeps_its_legal_term_beside_its_plain_words() {
    let plainly = |nl: &str| format!("[[measure]]\nid = \"M02\"\nlabel = {{ nl = \"{nl}\", en = \"p\" }}\n");
    let first = ("wording/2015-01-01.toml", plainly("iemand helpt"));
    let worded = with(std::slice::from_ref(&first)).unwrap();
    let labels = &measure(&worded, "M02", "2015-01-01").labels;
    assert_eq!((labels.nl.as_str(), labels.plain(Language::Nl)), ("h", "iemand helpt"));
    let better = with(&[first, ("wording/2016-01-01.toml", plainly("u krijgt hulp"))]).unwrap();
    // Words are no law: the better ones hold on every day.
    assert_eq!(measure(&better, "M02", "2015-01-01").labels.plain(Language::Nl), "u krijgt hulp");
    let unworded = with(&[]).unwrap();
    assert_eq!(measure(&unworded, "M02", "2015-01-01").labels.plain(Language::Nl), "h");
}

#[test]
fn a_datum_ends_without_a_successor() {
    let end = format!("[[end]]\nwhat = \"term\"\nid = \"t\"\n{}", cite("2021-01-01"));
    let pack = with(&[("terms/2021-01-01.toml", end.clone())]).unwrap();
    assert_eq!(weeks(&pack, "2020-12-31"), [Length::Weeks(4)]);
    assert!(weeks(&pack, "2021-01-01").is_empty());
    let again =
        with(&[("terms/2021-01-01.toml", end), ("terms/2023-01-01.toml", term(8, "2023-01-01"))]).unwrap();
    assert!(weeks(&again, "2022-01-01").is_empty());
    assert_eq!(weeks(&again, "2023-01-01"), [Length::Weeks(8)]);
}

#[test]
fn what_is_larger_than_the_bounds_is_refused() {
    let comment = format!("# {}\n", "x".repeat(LARGEST_PACK));
    let error = with(&[("hearing/2015-01-01.toml", comment)]).unwrap_err();
    assert_eq!(error.code, PackCode::TooLarge);
    let mut files = Vec::new();
    for nth in 0..=MOST_STATES {
        let on = day("2016-01-01") + chrono::Days::new(nth as u64);
        files.push((format!("terms/{on}.toml"), term(1, &on.to_string())));
    }
    let more: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    assert_eq!(with(&more).unwrap_err().code, PackCode::TooLarge);
}
