//! Regions: what the embedded overlays tell, and what of it an assessment takes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use afweging::{
    Actor, AidLevel, Analysis, Assessment, Code, Dossier, Entry, Event, Finding, FindingKind, MeasureId,
    MeetingKind, Missing, NewEntry, NotYet, Offer, Pack, PackCode, Person, PersonId, Phase, Preparation,
    Proposal, Region, RegionPart, Role, Said, Share, SourceSureness, StepDetails, StepId, TeamKind, assess,
};
use chrono::NaiveDate;

const HEAD: &str = r#"
format = "afweging/region/1"
id = "r"
label = { nl = "Regio R", en = "Region R" }
note = { nl = "Een voorbeeld.", en = "An example." }
hypothetical = false
from = 2025-01-01
[[source]]
id = "own"
label = { nl = "eigen afspraak", en = "own agreement" }
date = "2025"
"#;

const CITE: &str = r#"cite = { source = "own", at = "1", certainty = "stated" }"#;

fn nl() -> Pack {
    static NL: OnceLock<Pack> = OnceLock::new();
    NL.get_or_init(|| Pack::nl().unwrap()).clone()
}

fn named(id: &str) -> Region {
    Region::named(id).unwrap_or_else(|| panic!("no region {id}"))
}

fn own(body: &str) -> Region {
    let text = format!("{HEAD}{}", body.replace("CITE", CITE));
    Region::from_toml("r.toml", &text, &nl()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn measure(id: &str) -> MeasureId {
    MeasureId::new(id).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The example dossiers, each with the day of its last entry.
fn examples() -> Vec<(String, Dossier, NaiveDate)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/dossiers");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "json") {
            let dossier = Dossier::from_json_bytes(&fs::read(&path).unwrap()).unwrap();
            let at = dossier.entries().last().map(|entry: &Entry| entry.recorded.date_naive()).unwrap();
            found.push((path.display().to_string(), dossier, at));
        }
    }
    assert!(found.len() > 2, "the examples");
    found
}

/// A dossier in which a local team worker proposes the safety team.
fn asks_for_the_safety_team() -> Dossier {
    let mut dossier = Dossier::new("d1");
    let id = |text: &str| PersonId::new(text).unwrap();
    let mut record = |event: Event| {
        let entry = NewEntry {
            recorded: "2025-03-01T12:00:00Z".parse().unwrap(),
            occurred: "2025-03-01".parse().unwrap(),
            by: id("worker"),
            door: Default::default(),
            event,
            salt: String::new(),
        };
        dossier.record(entry).unwrap();
    };
    for (person, role) in [("worker", Role::LocalTeam), ("child", Role::Child)] {
        record(Event::PersonAdded(Person { person: id(person), role, birth: Default::default() }));
    }
    record(Event::StepProposed(Proposal {
        step: StepId::new("s1").unwrap(),
        measure: measure("M09"),
        placement: Said::NotSaid,
        about: id("child"),
        proposed_by: id("worker"),
        from: Said::NotSaid,
        until: Said::NotSaid,
        extends: Said::NotSaid,
        ends: Said::NotSaid,
        details: StepDetails::default(),
    }));
    dossier
}

fn aids(assessment: &Assessment) -> Vec<&Finding> {
    assessment.all_findings().filter(|finding| finding.code.as_str().starts_with("AFW-AID-")).collect()
}

#[test]
fn every_file_of_the_folder_is_embedded_sound_and_named_after_its_region() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/regions");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".toml", ""))
        .collect();
    names.sort();
    let regions = Region::all();
    let ids: Vec<&str> = regions.iter().map(Region::id).collect();
    assert_eq!(ids, names);
    for region in &regions {
        region.check(&nl()).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn every_datum_says_where_it_was_read_in_a_source_that_is_named() {
    for region in Region::all() {
        let sources: BTreeSet<&str> = region.sources().iter().map(|it| it.id.as_str()).collect();
        let json: serde_json::Value = serde_json::from_str(&region.to_json()).unwrap();
        let mut read = 0;
        let mut lists = 0;
        for (key, list) in json.as_object().unwrap() {
            let Some(entries) = list.as_array().filter(|_| key != "sources") else { continue };
            lists += 1;
            for entry in entries {
                let source = entry["read"]["source"].as_str().unwrap_or_else(|| panic!("{key}: {entry}"));
                assert!(sources.contains(source), "{}: {entry}", region.id());
                read += 1;
            }
        }
        assert!(lists > 8 && read > 1, "{}: {lists} lists, {read} data", region.id());
    }
}

#[test]
fn utrecht_west_has_five_municipalities_each_from_its_own_start() {
    let region = named("utrecht-west");
    let names: Vec<&str> = region.municipalities().iter().map(|it| it.labels.nl.as_str()).collect();
    assert_eq!(names, ["Montfoort", "Oudewater", "Woerden", "Stichtse Vecht", "De Ronde Venen"]);
    let starts: BTreeSet<&str> = region.municipalities().iter().map(|it| it.start.nl.as_str()).collect();
    assert_eq!(starts.len(), 5);
    let first: Vec<String> = region.municipalities().iter().map(|it| it.moments[0].on.to_string()).collect();
    assert_eq!(first, ["2020-05-01", "2020-05-01", "2020-07-01/2020-07-31", "2020-11-01", "2021"]);
    assert_eq!(region.figure("N03").unwrap().read.sureness, SourceSureness::Ambiguous);
    let n02: Vec<u32> = region.figure("N02").unwrap().values.iter().map(|it| it.number).collect();
    assert_eq!(n02, [22, 0]);
    assert!(region.teams().iter().all(|team| team.kind == TeamKind::Local), "no fixed safety team");
    assert_eq!(region.offer(&measure("M09")), Offer::NotOffered);
}

#[test]
fn in_every_team_each_acts_for_the_own_employer() {
    let mut members = 0;
    for region in Region::all() {
        for member in region.teams().iter().flat_map(|team| &team.members) {
            let employer = region.organisations().iter().find(|it| it.id == member.employer).unwrap();
            assert!(employer.acts_as.contains(&member.acting_as), "{}", region.id());
            members += 1;
        }
    }
    assert!(members > 10);
    let zaanstad = named("zaanstreek-waterland");
    let team = zaanstad.teams().iter().find(|team| team.kind == TeamKind::Safety).unwrap();
    assert_eq!((team.staff, team.members.len()), (Said::Said(6), 6));
}

#[test]
fn only_the_scenario_is_hypothetical_and_every_assessment_in_it_says_so() {
    for region in Region::all() {
        let is_scenario = region.id() == "toekomstscenario";
        assert_eq!(region.is_hypothetical(), is_scenario, "{}", region.id());
        let pack = nl().in_region(&region).unwrap();
        let assessment = assess(&Dossier::new("d"), &pack, day("2026-06-01"));
        assert_eq!(assessment.receipt.hypothetical, is_scenario);
        assert_eq!(assessment.receipt.region.as_deref(), Some(region.id()));
        assert_eq!(assessment.receipt.region_hash.as_deref(), Some(region.hash()));
        assert_eq!(assessment.receipt.pack_hash, nl().hash(), "the law is the same law");
    }
}

#[test]
fn what_the_sources_do_not_say_is_not_filled_in() {
    for id in ["amsterdam-amstelland", "rotterdam", "zeeland-west-brabant-west"] {
        let region = named(id);
        assert_eq!(region.offer(&measure("M09")), Offer::NotSaid, "{id}");
        assert!(
            region.teams().is_empty() && region.tables().is_empty() && region.figures().is_empty(),
            "{id}"
        );
    }
}

#[test]
fn a03_a_learning_meeting_that_decides_about_a_person_is_rejected() {
    let meeting = |carries: &str| {
        let text = format!(
            "{HEAD}[[meeting]]\nid = \"m\"\nlabel = {{ nl = \"leerbijeenkomst\", en = \"learning meeting\" }}\nkind = \"learning\"\nfamily = \"absent\"\ncarries = [{carries}]\n{CITE}\n"
        );
        Region::from_toml("r.toml", &text, &nl())
    };
    assert!(meeting("").is_ok());
    // Not even by who has the power: the meeting is no place for it.
    for deed in [
        r#"{ act = "decide", measure = "M02" }"#,
        r#"{ by = "raad", act = "decide", measure = "M12" }"#,
        r#"{ by = "raad", act = "request", measure = "M16" }"#,
    ] {
        let refused = meeting(deed).unwrap_err();
        assert_eq!(refused.code, PackCode::LearningDecides, "{refused}");
    }
    let all: Vec<Region> = Region::all();
    let learning = all.iter().flat_map(Region::meetings).filter(|it| it.kind == MeetingKind::Learning);
    assert!(learning.map(|it| assert!(it.carries.is_empty())).count() > 0);
}

#[test]
fn a09_the_figure_of_zaanstad_adds_up_and_is_a_share() {
    let region = named("zaanstreek-waterland");
    let figure = region.figure("N01").unwrap();
    let parts: Vec<u32> = figure.values.iter().map(|it| it.number).collect();
    assert_eq!((parts.as_slice(), figure.total), ([29, 166].as_slice(), Said::Said(195)));
    assert_eq!(figure.share(&figure.values[0]), Some(Share { part: 29, whole: 195 }));
    assert_eq!(figure.share(&figure.values[0]).unwrap().per_mille(), 149, "29 / 195 = 0.1487…");
    for text in
        [&figure.labels.nl, &figure.caveat.nl, &figure.values[0].labels.nl, &figure.values[1].labels.nl]
    {
        for claim in ["dankzij", "daardoor", "omdat", "effect", "heeft geleid", "is veilig"] {
            assert!(!text.contains(claim), "{text}");
        }
    }
    assert_eq!(named("utrecht-west").figure("N02").unwrap().total, Said::NotSaid, "no whole, no share");
}

#[test]
fn a10_what_each_region_offers_and_calls_it() {
    assert_eq!(named("midden-holland").offer(&measure("M09")), Offer::NotOffered);
    let called = |region: &str, id: &str| {
        let pack = nl().in_region(&named(region)).unwrap();
        pack.measure(&measure(id), day("2023-01-01")).unwrap().labels.nl.clone()
    };
    assert_eq!(called("foodvalley", "M09"), "Jeugdlink");
    assert_eq!(called("zaanstreek-waterland", "M10"), "Beschermtafel");
    let zaanstad = named("zaanstreek-waterland");
    assert_eq!(zaanstad.offer(&measure("M10")), Offer::Offered);
    let table = zaanstad.table_for(&measure("M10")).unwrap();
    assert_eq!(table.may_bring, ["jeugdteam", "veilig-thuis", "jeugdbescherming"]);
    let deeds: Vec<Actor> = table.outcomes.iter().filter_map(|it| it.deed.said()).map(|it| it.by).collect();
    assert_eq!((table.outcomes.len(), deeds.as_slice()), (2, [Actor::Raad].as_slice()));
}

#[test]
fn a17_what_a_region_wants_of_all_its_cases_changes_no_case() {
    let without = own("");
    let with = own(
        "[[goal]]\nid = \"g\"\nlabel = { nl = \"minder uithuisplaatsingen\", en = \"fewer placements\" }\nCITE\n",
    );
    assert_eq!((without.goals().len(), with.goals().len()), (0, 1));
    for (name, dossier, at) in examples() {
        let assessed = |region: &Region| {
            let assessment = assess(&dossier, &nl().in_region(region).unwrap(), at);
            assert!(!assessment.steps.is_empty(), "{name}");
            assessment.to_json().replace(region.hash(), "")
        };
        assert_eq!(assessed(&without), assessed(&with), "{name}");
    }
}

#[test]
fn pitfall_25_neither_table_nor_safety_team_decides() {
    let table = |more: &str| {
        format!(
            "{HEAD}[[organisation]]\nid = \"raad\"\nlabel = {{ nl = \"Raad\", en = \"Council\" }}\nacts_as = [\"raad\"]\n{CITE}\n{}",
            more.replace("CITE", CITE)
        )
    };
    let decides = table(
        "[[table]]\nid = \"t\"\nlabel = { nl = \"Beschermtafel\", en = \"table\" }\nmeasure = \"M10\"\nseats = [\"raad\"]\ndecides = [\"M12\"]\nCITE\n",
    );
    let refused = Region::from_toml("r.toml", &decides, &nl()).unwrap_err();
    assert_eq!(refused.code, PackCode::NoPowerOfItsOwn, "{refused}");
    assert!(refused.reason.contains("`raad` (Jw 3.1"), "{refused}");
    let team = table(
        "[[team]]\nid = \"v\"\nlabel = { nl = \"Veiligheidsteam\", en = \"safety team\" }\nkind = \"safety\"\nmembers = [{ employer = \"raad\", acting_as = \"raad\" }]\ndoes = [{ act = \"decide\", measure = \"M12\" }]\nCITE\n",
    );
    let refused = Region::from_toml("r.toml", &team, &nl()).unwrap_err();
    assert_eq!(
        refused.code,
        PackCode::NoPowerOfItsOwn,
        "even with the Council's own worker in it: {refused}"
    );
    for region in Region::all() {
        let (alone, within) = (nl(), nl().in_region(&region).unwrap());
        for on in alone.changes() {
            assert_eq!(alone.grants(on), within.grants(on), "{}", region.id());
        }
    }
}

#[test]
fn pitfall_35_local_practice_is_no_law() {
    let route = |only: &str| {
        format!(
            "{HEAD}[[organisation]]\nid = \"team\"\nlabel = {{ nl = \"team\", en = \"team\" }}\nacts_as = [\"local_team\"]\n{CITE}\n[[route]]\nid = \"q66\"\nlabel = {{ nl = \"eerst langs het lokale team\", en = \"by way of the local team first\" }}\nfrom = \"veilig_thuis\"\nto = \"team\"\n{only}{CITE}\n"
        )
    };
    assert!(Region::from_toml("r.toml", &route(""), &nl()).is_ok(), "an agreement on where reports go first");
    let shut = route("only = [{ act = \"request\", measure = \"M11\" }]\n");
    let refused = Region::from_toml("r.toml", &shut, &nl()).unwrap_err();
    assert_eq!(refused.code, PackCode::RouteShuts, "{refused}");
    assert!(refused.reason.contains("Jw 3.1"), "{refused}");
    // The route and the direction of Oudewater (Q66, Q45) leave everything as the law has it.
    let within = nl().in_region(&named("utrecht-west")).unwrap();
    for (name, dossier, at) in examples() {
        let (law, local) = (assess(&dossier, &nl(), at), assess(&dossier, &within, at));
        for (law, local) in law.steps.iter().zip(&local.steps) {
            assert_eq!(law.gates, local.gates, "{name}");
            assert_eq!(law.who_may_request, local.who_may_request, "{name}");
            assert_eq!(law.who_may_decide, local.who_may_decide, "{name}");
        }
    }
}

#[test]
fn the_level_of_an_aid_shows_on_it_and_off_leaves_it_out() {
    let (dossier, at) = (asks_for_the_safety_team(), day("2025-03-01"));
    let law = assess(&dossier, &nl(), at);
    let codes: BTreeSet<Code> = aids(&law).iter().map(|finding| finding.code).collect();
    assert!(codes.len() > 1, "{codes:?}");
    assert!(aids(&law).iter().all(|finding| finding.level.is_none()), "no region, no level");
    let code = *codes.first().unwrap();
    for (word, level) in [("off", AidLevel::Off), ("note", AidLevel::Note), ("warn", AidLevel::Warn)] {
        let region = own(&format!("[aids]\n{code} = \"{word}\"\n"));
        assert_eq!(region.aids().collect::<Vec<_>>(), [(code, level)]);
        let local = assess(&dossier, &nl().in_region(&region).unwrap(), at);
        for finding in aids(&local) {
            let wanted = (finding.code == code).then_some(level);
            assert_eq!(finding.level, wanted, "{}", finding.code);
            assert_eq!(finding.kind, FindingKind::Aid);
        }
        let left = if level == AidLevel::Off { codes.len() - 1 } else { codes.len() };
        let shown: BTreeSet<Code> = aids(&local).iter().map(|finding| finding.code).collect();
        assert_eq!(shown.len(), left, "{word}");
        assert_eq!(law.open, local.open);
    }
}

#[test]
fn a_step_that_the_region_does_not_offer_gets_advice_and_no_bar() {
    let (dossier, at) = (asks_for_the_safety_team(), day("2025-03-01"));
    let found = |pack: &Pack| {
        let assessment = assess(&dossier, pack, at);
        let step = assessment.steps.into_iter().next().unwrap();
        let advice = step.aids.iter().find(|it| it.code == Code::AidNotOffered).cloned();
        (step.gates, step.open, step.measure_labels.nl, advice)
    };
    let law = found(&nl());
    let local = found(&nl().in_region(&named("midden-holland")).unwrap());
    assert_eq!((&law.0, law.1), (&local.0, local.1));
    assert!(law.3.is_none());
    let advice = local.3.unwrap();
    assert_eq!(advice.kind, FindingKind::Aid);
    assert_eq!(
        advice.sentence.nl,
        "Midden-Holland biedt dit niet aan: inzet van het regionale veiligheidsteam (M09)."
    );
    let foodvalley = found(&nl().in_region(&named("foodvalley")).unwrap());
    assert!(foodvalley.3.is_none());
    assert_eq!(foodvalley.2, "Jeugdlink");
    let unsaid = found(&nl().in_region(&named("rotterdam")).unwrap());
    assert!(unsaid.3.is_none(), "what a region does not say is no refusal");
}

#[test]
fn another_region_takes_the_place_of_the_one_before() {
    let pack = nl().in_region(&named("foodvalley")).unwrap().in_region(&named("midden-holland")).unwrap();
    let labels = |pack: &Pack| pack.measure(&measure("M09"), day("2025-01-01")).unwrap().labels.clone();
    assert_eq!(labels(&pack), labels(&nl()));
    assert_eq!(pack.region().unwrap().id, "midden-holland");
    let back = pack.in_region(&named("foodvalley")).unwrap();
    assert_eq!(labels(&back).nl, "Jeugdlink");
    assert_eq!(labels(&back.in_region(&own("")).unwrap()), labels(&nl()));
}

#[test]
fn what_the_law_allows_is_taken() {
    let region = own(r#"
[[mandate]]
id = "toegang"
from = "college"
to = "local_team"
act = "decide"
measure = "M02"
CITE
[[mandate]]
id = "huisverbod"
from = "mayor"
to = "assistant_prosecutor"
act = "decide"
measure = "M13"
CITE
[[team]]
id = "wijkteam"
label = { nl = "wijkteam", en = "local team" }
kind = "local"
does = [{ act = "decide", measure = "M02" }, { act = "execute", measure = "M02" }, { act = "request", measure = "M10" }]
CITE
[[hearing]]
id = "jonger"
label = { nl = "ook kinderen onder de 12 wordt een gesprek aangeboden", en = "children under 12 are offered a talk too" }
measures = ["M16"]
who = "minor_under12"
duty = "offer"
CITE
[[term]]
id = "evaluatie"
label = { nl = "elk half jaar een evaluatie", en = "a review every half year" }
measures = ["M16"]
kind = "review"
length = { months = 6 }
CITE
"#);
    assert_eq!(region.mandates().len(), 2);
    assert_eq!(region.agreements().len(), 2);
    // The mandate is told, and fills nothing in: who acts by it still says so in the dossier.
    let (alone, within) = (nl(), nl().in_region(&region).unwrap());
    assert_eq!(alone.grants(day("2025-03-01")), within.grants(day("2025-03-01")));
}

#[test]
fn regions_differ_by_names_teams_tables_and_offers() {
    let (here, there) = (named("foodvalley"), named("midden-holland"));
    let differences = here.diff(&there);
    let offer = differences.iter().find(|it| it.part == RegionPart::Offer && it.id == "M09").unwrap();
    let said = |it: &Said<afweging::Sentence>| it.said().map(|it| it.nl.clone());
    assert_eq!(said(&offer.here).as_deref(), Some("aangeboden"));
    assert_eq!(said(&offer.there).as_deref(), Some("niet aangeboden"));
    let team = differences.iter().find(|it| it.part == RegionPart::Team).unwrap();
    assert_eq!(team.there, Said::NotSaid);
    assert!(said(&team.here).unwrap().starts_with("Jeugdlink (leden uit "));
    assert!(differences.iter().any(|it| it.part == RegionPart::Name));
    assert!(here.diff(&here).is_empty());
    let back = there.diff(&here);
    assert_eq!(back.len(), differences.len());
    assert!(
        back.iter()
            .all(|it| differences.iter().any(|other| (&other.here, &other.there) == (&it.there, &it.here)))
    );
}

#[test]
fn a_phase_is_left_only_with_what_it_must_bring() {
    let parties = ["raad", "vt"];
    let NotYet { phase, missing } = Preparation::of(parties).committed("vt").begin().unwrap_err();
    assert_eq!(missing, [Missing::Commitment("raad".to_owned())]);
    let analysis: Analysis = phase.committed("raad").begin().unwrap();
    let NotYet { phase, missing } = analysis.start_picture("vt").shared_goals().design().unwrap_err();
    let named = [Missing::StartPicture("raad".to_owned()), Missing::WayOfWorking, Missing::Conditions];
    assert_eq!(missing, named);
    let design = phase.start_picture("raad").way_of_working().conditions().design().unwrap();
    let NotYet { phase, missing } = design.plan("raad").realise().unwrap_err();
    assert_eq!(missing, [Missing::Monitoring, Missing::Plan("vt".to_owned())]);
    let realisation = phase.monitoring().plan("vt").realise().unwrap();
    assert_eq!(realisation.parties().collect::<Vec<_>>(), parties);
    assert_eq!(Preparation::of(Vec::<String>::new()).begin().unwrap_err().missing, [Missing::Parties]);
    let region = named_change("midden-holland");
    assert_eq!(region.0, Phase::Analysis);
    assert!(region.1.contains(&Missing::StartPicture("gemeenten".to_owned())));
}

fn named_change(id: &str) -> (Phase, Vec<Missing>) {
    let region = named(id);
    let change = *region.change().said().unwrap();
    (change.stands.phase(), change.stands.missing())
}

#[test]
fn an_overlay_past_the_bound_is_refused() {
    let text = format!("{HEAD}# {}", "x".repeat(afweging::LARGEST_REGION));
    let refused = Region::from_toml("r.toml", &text, &nl()).unwrap_err();
    assert_eq!(refused.code, PackCode::TooLarge);
}

#[test]
fn pitfall_36_a_figure_that_can_be_read_in_two_ways_says_so() {
    let region = named("utrecht-west");
    let figure = region.figures().iter().find(|figure| figure.id == "N03").unwrap();
    assert_eq!(figure.read.sureness, SourceSureness::Ambiguous);
    assert!(figure.caveat.nl.contains("niet een daling"), "{}", figure.caveat.nl);
    let name = figure.labels.en.to_lowercase();
    assert!(!name.contains("decrease") && !name.contains("fewer"), "{name}");
}
