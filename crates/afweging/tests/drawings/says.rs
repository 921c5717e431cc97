//! What the drawings say: all of the pack's entries and nothing else, the same in every form.

use std::collections::BTreeSet;
use std::path::PathBuf;

use afweging::{
    Act, Grant, GrantCondition, Language, Lattice, LatticeDrawing, MapDrawing, MeasureId, MeasureKind,
    NotDrawn, Pack, PackError, Placed,
};
use chrono::NaiveDate;
use serde_json::Value;

use crate::LANGUAGES;
use crate::picture::read;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn word(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// All text of a picture, line breaks within a label undone.
fn read_aloud(svg: &str) -> String {
    let labels = read(svg).labels;
    let said = labels.iter().map(|label| {
        label.lines.iter().map(|(line, _)| line.as_str()).collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
    });
    said.collect::<Vec<_>>().join("\n")
}

/// Every entry of a course, as it stands in the JSON: actor, act, standing, article.
fn entries(course: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for lane in course["lanes"].as_array().unwrap() {
        for actor in lane["actors"].as_array().unwrap() {
            for entry in lane["entries"].as_array().unwrap() {
                for article in entry["articles"].as_array().unwrap() {
                    found.insert(format!("{actor} {} {} {article}", entry["act"], entry["standing"]));
                }
            }
        }
    }
    found
}

fn as_entry(grant: &Grant) -> String {
    let [actor, act, standing] = [word(&grant.actor), word(&grant.act), word(&grant.standing)];
    format!("{actor} {act} {standing} {}", word(&grant.cite))
}

#[test]
fn a_course_has_every_entry_of_its_measure_and_no_other() {
    let pack = Pack::nl().unwrap();
    let mut seen = BTreeSet::new();
    for on in pack.changes() {
        for measure in pack.measures(on) {
            let entries_then: Vec<String> =
                pack.grants(on).iter().filter(|grant| grant.measure == measure.id).map(as_entry).collect();
            if !seen.insert((measure.id.clone(), entries_then)) {
                continue;
            }
            let drawing = MapDrawing::course(&pack, &measure.id, on, Language::En).unwrap();
            let own = pack.grants(on).iter().filter(|grant| grant.measure == measure.id);
            let expected: BTreeSet<String> = own.clone().map(as_entry).collect();
            assert_eq!(entries(&json(&drawing.json())["drawing"]), expected, "{} on {on}", measure.id);
            let (text, picture) = (drawing.text(), read_aloud(&drawing.svg()));
            let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            for grant in own {
                let article = &grant.cite.article;
                for said in [&flat(&text), &flat(&picture), &drawing.mermaid(), &drawing.dot()] {
                    let said = said.to_lowercase();
                    assert!(said.contains(&grant.act.label().en), "{grant:?}");
                    assert!(said.contains(article.as_str()), "{grant:?}");
                }
            }
        }
    }
}

#[test]
fn the_overview_has_a_mark_exactly_where_the_pack_has_an_entry() {
    let pack = Pack::nl().unwrap();
    for on in pack.changes() {
        let drawing = MapDrawing::overview(&pack, on, Language::Nl).unwrap();
        let overview = json(&drawing.json());
        let mut found = BTreeSet::new();
        for row in overview["drawing"]["rows"].as_array().unwrap() {
            for cell in row["cells"].as_array().unwrap() {
                for mark in cell[1].as_array().unwrap() {
                    let does = mark["does"].as_str().unwrap();
                    assert!(found.insert(format!("{} {} {does}", row["measure"], cell[0])));
                }
            }
        }
        let expected: BTreeSet<String> = pack
            .grants(on)
            .iter()
            .map(|grant| {
                let on_appeal =
                    grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)));
                let does = match grant.act {
                    Act::Decide if on_appeal => "decide_on_appeal".to_owned(),
                    act => word(&act).as_str().unwrap().to_owned(),
                };
                format!("{} {} {does}", word(&grant.measure), word(&grant.actor))
            })
            .collect();
        assert_eq!(found, expected, "{on}");
        let marks = read(&drawing.svg()).labels.len();
        assert!(marks > expected.len(), "{marks}");
    }
}

#[test]
fn the_drawn_diagram_has_exactly_the_closure_of_its_classes() {
    let pack = Pack::nl().unwrap();
    for on in pack.changes() {
        let lattice = Lattice::of(&pack, on);
        let drawing = LatticeDrawing::of(&pack, on, Language::En).unwrap();
        let drawn = json(&drawing.json());
        let classes: Vec<Vec<Placed>> = drawn["drawing"]["classes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|class| serde_json::from_value(class["members"].clone()).unwrap())
            .collect();
        // Every protective measure with its placement stands in one class, equal ones together; procedural ones in none.
        let kind = |(id, _): &Placed| pack.measure(id, on).unwrap().kind;
        for class in lattice.classes() {
            let protective: Vec<&Placed> =
                class.members.iter().filter(|it| kind(it) == MeasureKind::Protective).collect();
            let holding: Vec<_> =
                classes.iter().filter(|it| protective.iter().any(|member| it.contains(member))).collect();
            assert_eq!(holding.len(), usize::from(!protective.is_empty()));
            assert!(holding.iter().all(|it| it.iter().collect::<Vec<_>>() == protective));
        }
        assert!(classes.iter().flatten().all(|it| kind(it) == MeasureKind::Protective));
        let apart = drawn["drawing"]["procedural"].as_array().unwrap().len();
        let procedural = pack.measures(on).filter(|it| it.kind == MeasureKind::Procedural).count();
        assert_eq!(apart, procedural);

        let n = classes.len();
        let mut reached = vec![vec![false; n]; n];
        let lines = drawn["drawing"]["lines"].as_array().unwrap();
        for line in lines {
            let [a, b] = ["lighter", "heavier"].map(|it| line[it].as_u64().unwrap() as usize);
            reached[a][b] = true;
        }
        for via in 0..n {
            for a in 0..n {
                for b in 0..n {
                    reached[a][b] |= reached[a][via] && reached[via][b];
                }
            }
        }
        for a in 0..n {
            for b in 0..n {
                assert_eq!(reached[a][b], lattice.is_lighter(&classes[a][0], &classes[b][0]), "{a} {b}");
            }
        }
        // No line that others say already.
        for line in lines {
            let [a, b] = ["lighter", "heavier"].map(|it| line[it].as_u64().unwrap() as usize);
            assert!(!(0..n).any(|via| reached[a][via] && reached[via][b]));
        }
    }
}

#[test]
fn the_diagram_says_on_what_each_line_is_heavier() {
    let pack = Pack::nl().unwrap();
    let drawing = LatticeDrawing::of(&pack, day("2024-01-01"), Language::Nl).unwrap();
    let text = drawing.text();
    let line = |heavier: &str, lighter: &str| {
        let parts =
            text.lines().filter_map(|line| Some((line, line.trim().split_once(": ingrijpender dan ")?)));
        let found: Vec<&str> = parts
            .filter(|(_, (a, b))| {
                a.starts_with(heavier) && a.ends_with("(pleeggezin)") && b.starts_with(lighter)
            })
            .map(|(line, _)| line)
            .collect();
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].to_owned()
    };
    assert!(line("M22 ", "M22 ").ends_with("; zwaarder op woonplek, verder gelijk."));
    assert!(line("M22 ", "M14 ").ends_with("; zwaarder op gezag, privacy en dwang, verder gelijk."));
    for form in [drawing.dot(), drawing.mermaid()] {
        assert!(form.contains("zwaarder op woonplek, verder gelijk"));
    }
    assert!(read_aloud(&drawing.svg()).lines().any(|label| label == "+ woonplek"));
    assert!(text.contains("beschermen niemand"));
}

#[test]
fn what_was_not_read_in_the_law_carries_its_sign_and_the_signs_are_explained() {
    let pack = Pack::nl().unwrap();
    let drawing =
        MapDrawing::course(&pack, &MeasureId::new("M22").unwrap(), day("2024-01-01"), Language::Nl).unwrap();
    for form in [drawing.text(), read_aloud(&drawing.svg())] {
        assert!(form.contains("art. 426 Rv [?]"), "{form}");
        assert!(form.contains("art. 1:265b lid 1 BW"), "{form}");
        assert!(!form.contains("art. 1:265b lid 1 BW ["), "{form}");
        for (sign, means) in [
            ("[?]", "?: uit algemene kennis, nog na te lezen"),
            ("[°]", "°: niet in de wet"),
            ("[~]", "~: keuze"),
        ] {
            assert_eq!(form.contains(sign), form.contains(means), "{sign} is explained where it stands");
        }
        assert!(form.contains("Wie hier niet staat, mag het niet."));
    }
}

#[test]
fn standing_conditions_and_hearing_can_be_read() {
    let pack = Pack::nl().unwrap();
    let on = day("2024-01-01");
    let map = |id: &str| MapDrawing::course(&pack, &MeasureId::new(id).unwrap(), on, Language::Nl).unwrap();
    let supervision = read_aloud(&map("M16").svg());
    for part in [
        "Verzoeken, subsidiair art. 1:255 lid 2 BW Zorgt nu voor het kind",
        "Beslissen, ambtshalve art. 1:255 lid 3 BW Weg via de burgemeester",
        "Gehoord worden art. 809 lid 1 Rv Moet de kans krijgen",
        "ten hoogste 1 jaar",
    ] {
        assert!(supervision.contains(part), "`{part}` is not in\n{supervision}");
    }
    assert!(map("M23").text().contains("Spoed kan, zonder verhoor vooraf; horen binnen 2 weken"));
    assert!(map("M02").text().contains("toestemming geven"));
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let pack = Pack::nl().unwrap();
    let wrong = MeasureId::new("M99").unwrap();
    let early = day("1999-01-01");
    let error = MapDrawing::course(&pack, &wrong, day("2024-01-01"), Language::Nl).unwrap_err();
    let NotDrawn::NoSuchMeasure { there, .. } = &error else { panic!("{error}") };
    assert_eq!(there.len(), pack.measures(day("2024-01-01")).count());
    assert!(error.to_string().contains("`M99`") && error.to_string().contains("M00, M01"), "{error}");
    for error in [
        MapDrawing::overview(&pack, early, Language::Nl).unwrap_err(),
        LatticeDrawing::of(&pack, early, Language::Nl).unwrap_err(),
        MapDrawing::changes(&pack, None, early, day("2024-01-01"), Language::Nl).unwrap_err(),
        MapDrawing::changes(&pack, None, day("2024-01-01"), early, Language::Nl).unwrap_err(),
    ] {
        assert_eq!(error, NotDrawn::OutsidePack { on: early, first: pack.first_state() });
    }
}

/// The Dutch pack with one more file.
fn with(name: &str, text: &str) -> Result<Pack, PackError> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packs/nl");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "toml") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.push((name.to_owned(), text.to_owned()));
    Pack::from_files(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

#[test]
fn what_changed_between_two_days_is_marked() {
    let cite = |article: &str| {
        format!(
            "cite = {{ law = \"BW1\", article = \"{article}\", from = 2030-01-01, certainty = \"modelling\", source = \"model\" }}"
        )
    };
    let text = format!(
        "[[grant]]\nid = \"placement-asked\"\nactors = [\"gi\"]\nacts = [\"request\"]\nmeasures = [\"M22\", \"M23\"]\n{}\n\
         [[grant]]\nid = \"placement-asked-new\"\nactors = [\"veilig_thuis\"]\nacts = [\"request\"]\nmeasures = [\"M22\"]\n{}\n\
         [[end]]\nwhat = \"grant\"\nid = \"placement-asked-by-others\"\n{}\n",
        cite("999"),
        cite("998"),
        cite("997")
    );
    let pack = with("authority/2030-01-01.toml", &text).unwrap();
    let (before, after) = (day("2029-12-31"), day("2030-01-01"));
    let placement = MeasureId::new("M22").unwrap();
    for language in LANGUAGES {
        let one = MapDrawing::changes(&pack, Some(&placement), before, after, language).unwrap();
        let all = MapDrawing::changes(&pack, None, before, after, language).unwrap();
        let nl = language == Language::Nl;
        for drawing in [&one, &all] {
            for form in [drawing.text(), read_aloud(&drawing.svg()), drawing.dot(), drawing.mermaid()] {
                let signs = if nl {
                    ["+ nieuw", "− vervallen", "± gewijzigd"]
                } else {
                    ["+ new", "− gone", "± changed"]
                };
                for part in signs.into_iter().chain(["1:998", "1:999"]) {
                    assert!(form.contains(part), "`{part}` is not in\n{form}");
                }
                let was = if nl { "was: verzoeken" } else { "was: request" };
                assert!(form.to_lowercase().contains(was), "{was}\n{form}");
            }
        }
        // In full, what did not change stands there too; of all measures, only what changed does.
        assert!(one.text().contains("M15, M16") && !all.text().contains("M15, M16"));
        assert!(all.text().contains("M23 ") && !all.text().contains("M16 "));
        let same = MapDrawing::changes(&pack, None, before, before, language).unwrap();
        assert!(same.text().contains(if nl { "Geen verschil met" } else { "No difference from" }));
    }
}

#[test]
fn hypothetical_law_says_so_in_every_form() {
    for name in Pack::HYPOTHETICAL {
        let pack = Pack::hypothetical(name).unwrap().unwrap();
        let drawing = MapDrawing::overview(&pack, day("2027-01-01"), Language::Nl).unwrap();
        for form in [drawing.text(), read_aloud(&drawing.svg()), drawing.mermaid(), drawing.dot()] {
            assert!(form.to_lowercase().contains("geen geldend recht"), "{form}");
        }
        assert_eq!(json(&drawing.json())["hypothetical"], true);
    }
}
