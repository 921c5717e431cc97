//! What is wrong with a scenario is said in Dutch, with the line and a hint: one case for each kind of fault.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use std::sync::LazyLock;

use afweging::Pack;
use afweging_scenario::{LARGEST_SCENARIO, Scenario, ScenarioFault, Unmet};

fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::nl().unwrap());
    &PACK
}

/// A scenario about one child, with these lines under `gegeven`, `als` and `dan`.
fn of(given: &str, when: &str, then: &str) -> String {
    format!(
        "scenario: Een proef\nbron: Q27\ndag: 2025-03-03\ngegeven:\n  - mensen: {{kind: 8 jaar, moeder: gezag}}\n{given}\nals:\n{when}\ndan:\n{then}\n"
    )
}

const WHEN: &str = "  - Raad overweegt ots";
const THEN: &str = "  - mag niet";

fn faults(yaml: &str) -> Vec<ScenarioFault> {
    match Scenario::read(yaml) {
        Err(faults) => faults.0,
        Ok(scenario) => scenario.run(pack()).expect_err(yaml).0,
    }
}

/// The one fault: its line, a part of what is wrong, a part of the hint.
fn one(yaml: &str, line: usize, what: &str, hint: &str) {
    let found = faults(yaml);
    let [fault] = found.as_slice() else { panic!("{} faults: {found:#?}\n{yaml}", found.len()) };
    assert!(fault.what.contains(what), "{fault}\nnot: {what}");
    assert!(fault.hint.contains(hint), "{fault}\nnot as a hint: {hint}");
    assert_eq!(fault.place.line, line, "{fault}\n{yaml}");
    assert!(fault.place.column >= 1);
}

#[test]
fn yaml_that_is_none() {
    one("", 1, "leeg", "scenario new");
    one("scenario: a\nbron: [b", 2, "geen YAML", "inspringen");
    one("scenario: a\nscenario: b", 2, "twee keer", "streepje");
    one("scenario: a\n---\nscenario: b", 3, "meer scenario's", "eigen bestand");
    one("- een lijst", 1, "begint met", "scenario new");
    one("gewoon tekst", 1, "begint met", "scenario new");
    one(&of("  - bewering: 1.5\n    van: team", WHEN, THEN), 6, "1.5", "aanhalingstekens");
    one(&of("  - bewering: &a b\n  - bewering: *a", WHEN, THEN), 7, "verwijzen", "aanhalingstekens");
    one(&"#".repeat(LARGEST_SCENARIO + 1), 1, "meer dan", "");
    let deep = format!("scenario: {}a{}", "[".repeat(60), "]".repeat(60));
    assert_eq!(faults(&deep).len(), 1);
}

#[test]
fn the_top() {
    let found = faults("toelichting: niets");
    let what: Vec<&str> = found.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(what, ["`scenario` ontbreekt", "`bron` ontbreekt", "`dag` ontbreekt", "`dan` ontbreekt"]);
    let top = |line: &str| format!("scenario: a\nbron: b\ndag: 2025-03-03\ndan: [mag niet]\n{line}");
    one(&top("gegevens: []"), 5, "`gegevens` kan niet bovenaan", "`gegeven`");
    one(&top("regio: midden-holand"), 5, "midden-holand", "`midden-holland`");
    one(&top("wet: reikwijte"), 5, "reikwijte", "`reikwijdte`");
    one("scenario: a\nbron: b\ndag: 3 maart\ndan: [mag niet]", 3, "geen dag", "2025-03-14");
    one("scenario: a\nbron: b\ndag: 2025-02-30\ndan: [mag niet]", 3, "geen dag", "2025-03-14");
}

#[test]
fn a_line() {
    one(&of("  - bewerring: x", WHEN, THEN), 6, "`bewerring`", "bedoelde u `bewering`");
    one(&of("  - bewering: x\n    vaan: moeder", WHEN, THEN), 7, "kan niet bij `bewering`", "`van`");
    one(
        &of("  - grond: ontwikkeling ernstig bedreigd\n    oordeel: vervuld\n    omdat: x", WHEN, THEN),
        6,
        "hoort ook `door`",
        "vult niemand in",
    );
    one(
        &of("  - bewering: x\n    van: moeder\n    soort: krachtig", WHEN, THEN),
        8,
        "`krachtig`",
        "`kracht`",
    );
    one(
        &of("  - bewering: x\n    van: moeder\n    zelf gezien: misschien", WHEN, THEN),
        8,
        "`ja` of `nee`",
        "`ja`",
    );
    one(&of("  - bewering:", WHEN, THEN), 6, "achter `bewering` staat niets", "");
    one(&of("  - bewering: [a, b]", WHEN, THEN), 6, "geen lijst", "");
    one(&of("  - bewering: x\n    van: team\n    van: moeder", WHEN, THEN), 8, "twee keer", "");
    one(&of("  -", WHEN, THEN), 6, "staat niets", "");
    one(
        &of("  - niet gehoord: moeder\n    grond: onbereikbaar\n    omdat: x", WHEN, THEN),
        6,
        "`pogingen`",
        "",
    );
    one(
        &of("  - niet gehoord: moeder\n    grond: te jong\n    pogingen: 2\n    omdat: x", WHEN, THEN),
        8,
        "hoort niet",
        "",
    );
    one(
        &of(
            "  - niet gehoord: moeder\n    grond: onbereikbaar\n    pogingen: drie\n    omdat: x",
            WHEN,
            THEN,
        ),
        8,
        "een getal",
        "",
    );
    one(&of("  - bewering: x\n    zelf gezien: ja", WHEN, THEN), 6, "hoort ook `van`", "");
    one(
        &of("  - bewering: x\n    van: team\n    stuk: brief\n    zelf gezien: ja", WHEN, THEN),
        6,
        "één herkomst",
        "`bewijs",
    );
}

/// What somebody says and nobody would record is a fault: silence is no way to lose it.
#[test]
fn what_would_be_lost() {
    let given = "  - toestemming: gegeven\n    van: moeder\n    omdat: x";
    one(&of(given, WHEN, THEN), 8, "`omdat` hoort bij", "");
    let twice = "  - toestemming: gevraagd\n    van: moeder\n  - toestemming: gegeven\n    van: moeder\n    informatie: x";
    one(&of(twice, WHEN, THEN), 10, "gevraagd was er al", "toestemming: gevraagd");
    one(&of("  - alternatief: bij oma\n    omdat: x", WHEN, THEN), 7, "geen `oordeel`", "");
    one(&of("  - alternatief: bij oma\n    steunt op: x", WHEN, THEN), 7, "geen `oordeel`", "");
    one(
        &of("  - alternatief: bij oma\n    plaats: pleeggezin", WHEN, THEN),
        7,
        "hoort bij een maatregel",
        "",
    );
    let framed = "  - alternatief: vrijwillige hulp\n    oordeel: toereikend\n    kader: drang\n    omdat: x";
    one(&of(framed, WHEN, THEN), 8, "eigen woorden", "");
    let other = "  - alternatief: vrijwillige hulp\n    oordeel: toereikend\n    intussen: y\n    omdat: x";
    one(&of(other, WHEN, THEN), 8, "hoort niet bij dit oordeel", "steunt op");
    one(
        &of("  - alternatief: vrijwillige hulp\n    oordeel: toereikend", WHEN, THEN),
        6,
        "hoort ook `omdat`",
        "",
    );
    one(
        &of("  - alternatief: vrijwillige hulp\n    oordeel: geprobeerd\n    omdat: x", WHEN, THEN),
        6,
        "hoort ook `als`",
        "",
    );
    one(
        &of("  - alternatief: vrijwillige hulp\n    oordeel: geweigerd\n    omdat: x", WHEN, THEN),
        6,
        "`geweigerd door`",
        "",
    );
    let oneens =
        "  - gesprek: [Raad, team]\n  - oneens:\n      - {wie: team, over: nodig, oordeel: nee, omdat: x}";
    one(&of(oneens, WHEN, THEN), 8, "`nee` is geen oordeel", "");
    let half = "  - gesprek: [Raad, team]\n  - oneens:\n      - {wie: team, over: nodig, oordeel: vervuld}";
    one(&of(half, WHEN, THEN), 8, "ook `omdat`", "");
}

#[test]
fn a_name_that_stands_for_nothing() {
    one(&of("  - let op: moedre", WHEN, THEN), 6, "`moedre` is er niet", "`moeder`");
    one(&of("  - mensen: {Ans: 40 jaar}", WHEN, THEN), 6, "wat `Ans` is", "Ans: grootouder");
    one(&of("  - mensen: {oma: verzorgd het kind}", WHEN, THEN), 6, "zegt hier niets", "`verzorgt het kind`");
    one(&of("  - mensen: {moeder: gezag}", WHEN, THEN), 6, "is er al", "");
    one(&of("  - mensen: moeder", WHEN, THEN), 6, "namen", "");
    one(&of("", "  - Raad overweegt otss", THEN), 8, "de maatregel `otss`", "`ots`");
    one(
        &of("", "  - stap: uithuisplaatsing\n    door: GI\n    plaats: pleeggezinn", THEN),
        10,
        "pleeggezinn",
        "`pleeggezin`",
    );
    let ground =
        "  - grond: ontwikkeling ernstig bedregd\n    oordeel: vervuld\n    door: team\n    omdat: x";
    one(&of(ground, WHEN, THEN), 6, "bedregd", "ontwikkeling ernstig bedreigd");
    let condition = "  - voorwaarde: geschickt\n    oordeel: vervuld\n    door: team\n    omdat: x";
    one(&of(condition, WHEN, THEN), 6, "geschickt", "`geschikt`");
    one(&of("  - stuk: plan en verslach\n    aanwezig: ja", WHEN, THEN), 6, "verslach", "`plan en verslag`");
    one(&of("  - moment: opgenoomen", WHEN, THEN), 6, "opgenoomen", "`opgenomen`");
    one(
        &of("  - bewering: x\n    naam: nachten\n  - ingetrokken: nacht\n    omdat: y", WHEN, THEN),
        8,
        "`nacht`",
        "`nachten`",
    );
    one(&of("  - betwist: regel\n    door: moeder\n    bezwaar: y", WHEN, THEN), 6, "de regel `regel`", "");
    one(
        &of("", "  - Raad overweegt ots\n  - verzoek: Raad\n    stap: utos", THEN),
        10,
        "de stap `utos`",
        "`ots`",
    );
    one(
        &of("", "  - Raad overweegt ots\n  - GI overweegt uithuisplaatsing\n  - verzoek: Raad", THEN),
        10,
        "bij welke stap",
        "stap: ots",
    );
    one(&of("  - mensen: {Bo: kind}", WHEN, THEN), 8, "over wie", "voor: kind");
    one(&of("  - verzoek: Raad", "  - 2 weken later", THEN), 6, "er is er geen", "stel een stap voor");
}

#[test]
fn a_sentence_or_a_day() {
    one(&of("", "  - Raad denkt na over ots", THEN), 8, "niet te lezen", "GI overweegt ots");
    one(&of("", "  - 2 wekken later", THEN), 8, "niet te lezen", "2 weken later");
    one(&of("  - plan:\n    evaluatie op: gauw", WHEN, THEN), 7, "`gauw` is geen dag", "over 2 weken");
    one(&of("  - bewering: x\n    op: ooit", WHEN, THEN), 7, "`ooit` is geen dag", "3 dagen eerder");
}

#[test]
fn an_expectation() {
    one(&of("", WHEN, "  - mag neit"), 10, "`mag neit`", "`mag niet`");
    one(&of("", WHEN, "  - meld: AFW-INTRUSION-999"), 10, "AFW-INTRUSION-999", "`AFW-INTRUSION-00");
    one(&of("", WHEN, "  - meld:"), 10, "achter `meld` hoort", "");
    one(&of("", WHEN, "  - poort 5: voldoende"), 10, "voldoende", "`voldaan`");
    one(&of("", WHEN, "  - poort 8: voldaan"), 10, "`poort 8`", "`poort ");
    one(&of("", WHEN, "  - mag niet: AFW-TERM-002\n    stapp: ots"), 11, "`stapp`", "`stap`");
    one(&of("", WHEN, "  - open: utos"), 10, "de stap `utos`", "`ots`");
    one(&of("", WHEN, "  - beslist door: de kinderechter"), 10, "kinderechter", "`kinderrechter`");
    one(&of("", WHEN, "  - rust op oordeel van: niemand"), 10, "`niemand` is er niet", "");
    one(&of("", "  - 2 weken later", "  - mag niet"), 10, "over welke stap", "stap: …");
    one(&of("", WHEN, "  - weigert: [AFW-INPUT-001, AFW-INPUT-002]"), 10, "één code", "");
}

#[test]
fn all_faults_of_a_file_come_together_in_the_order_of_the_lines() {
    let found = faults(&of("  - bewerring: x\n  - let opp: moeder", WHEN, "  - mag neit\n  - meld: AFW-1"));
    let lines: Vec<usize> = found.iter().map(|fault| fault.place.line).collect();
    assert_eq!(lines, [6, 7, 11, 12]);
}

fn unmet(given: &str, when: &str, then: &str) -> Vec<Unmet> {
    let yaml = of(given, when, then);
    let scenario = Scenario::read(&yaml).unwrap_or_else(|faults| panic!("{faults}"));
    scenario.run(pack()).unwrap_or_else(|faults| panic!("{faults}")).unmet
}

/// One case for each kind of expectation: the line, and what did happen.
#[test]
fn an_expectation_that_fails_says_what_did_happen() {
    for (then, happened) in [
        ("mag", "AFW-THREAT-002"),
        ("mag niet: AFW-AUTHORITY-002", "niet door AFW-AUTHORITY-002"),
        ("meld: AFW-AID-012", "AFW-AID-012 is niet gevonden"),
        ("meld: AFW-AID-005\n    tekst: driemaal", "Er is geen alternatief genoemd"),
        ("meld niet: AFW-AID-005", "AFW-AID-005 is wel gevonden"),
        ("vraag: hoe laat", "deze vraag wordt niet gesteld"),
        ("vraag niet: Wanneer bekijken we", "wel gevraagd"),
        ("vraag: Wanneer bekijken we\n    aan: burgemeester", "(aan raad)"),
        ("open: ots", "staat niet open"),
        ("verzoekt door: school", "de Raad voor de Kinderbescherming (BW1 255"),
        ("verzoekt niet door: Raad", "de Raad voor de Kinderbescherming (BW1 255"),
        ("beslist door: burgemeester", "de kinderrechter (BW1 255"),
        ("beslist niet door: kinderrechter", "de kinderrechter (BW1 255"),
        ("poort 4: voldaan", "poort 4 (Bedreiging en gronden): onbekend"),
        ("rust op oordeel van: moeder", "niets of niemand"),
        ("minst ingrijpend: ots", "niets of niemand"),
        ("weigert: AFW-INPUT-001", "elke regel is opgenomen"),
    ] {
        let unmet = unmet("", WHEN, &format!("  - {then}"));
        let [it] = unmet.as_slice() else { panic!("{then}: {unmet:#?}") };
        assert_eq!(it.place.line, 10, "{then}");
        assert!(it.happened.iter().any(|line| line.contains(happened)), "{then}: {:#?}", it.happened);
    }
}

#[test]
fn a_line_that_the_dossier_refuses_is_named_with_what_could_have_been_said() {
    let unmet = unmet(
        "",
        "  - Raad overweegt ots\n  - evaluatie: beter\n    door: GI\n    omdat: x",
        "  - meld niet: AFW-LOG-001",
    );
    let [it] = unmet.as_slice() else { panic!("{unmet:#?}") };
    assert_eq!(it.place.line, 9);
    let said = it.happened.join(" ");
    assert!(
        said.contains("AFW-INPUT-008") && said.contains("kan wel") && said.contains("`begonnen`"),
        "{said}"
    );
}
