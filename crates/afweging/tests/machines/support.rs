//! Support: back to the source. P5 (repeating a tale strengthens nothing) and the level that a ground takes.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    Belnap, EvidenceAdded, EvidenceGraph, EvidenceId, EvidenceLevel, FindingMade, Found, Lack, Narrative,
    OppositionAnswered, Origin, Piece, Polarity, Root, StatementId, Support,
};

use crate::samples::*;

fn id(text: &str) -> EvidenceId {
    EvidenceId::new(text).expect("an id")
}

fn ids(texts: &[&str]) -> BTreeSet<EvidenceId> {
    texts.iter().map(|text| id(text)).collect()
}

fn piece(evidence: &str, polarity: Polarity, borne_by: &str, origin: Origin) -> EvidenceAdded {
    EvidenceAdded {
        evidence: id(evidence),
        statement: statement(),
        polarity,
        borne_by: person(borne_by),
        origin,
    }
}

fn supports(evidence: &str, borne_by: &str, origin: Origin) -> EvidenceAdded {
    piece(evidence, Polarity::Supports, borne_by, origin)
}

fn opposes(evidence: &str, borne_by: &str, origin: Origin) -> EvidenceAdded {
    piece(evidence, Polarity::Opposes, borne_by, origin)
}

fn document(copies: &[&str]) -> Origin {
    Origin::Document { title: "a letter".into(), copies: copies.iter().map(|text| id(text)).collect() }
}

fn report() -> Origin {
    Origin::ExpertReport { title: "a test".into() }
}

fn told_by(evidence: &str) -> Origin {
    Origin::ToldByEvidence { evidence: id(evidence) }
}

fn told_by_person(teller: &str) -> Origin {
    Origin::ToldByPerson { person: person(teller) }
}

fn saw(who: &str) -> Root {
    Root::Person(person(who))
}

fn graph<'a>(evidence: &'a [EvidenceAdded], withdrawn: &[&str], contested: &[&str]) -> EvidenceGraph<'a> {
    EvidenceGraph::new(evidence.iter().map(|added| Piece {
        added,
        is_withdrawn: withdrawn.contains(&added.evidence.as_str()),
        is_contested: contested.contains(&added.evidence.as_str()),
    }))
}

fn support_of(evidence: &[EvidenceAdded]) -> Support {
    graph(evidence, &[], &[]).support(&statement())
}

fn finding_with(found: Found, answers: &[(&str, &str)]) -> FindingMade {
    let answers = answers
        .iter()
        .map(|(evidence, reply)| OppositionAnswered { evidence: id(evidence), reply: (*reply).into() })
        .collect();
    FindingMade { answers, ..finding(found) }
}

#[test]
fn the_four_values() {
    let (pro, contra) =
        (supports("e1", "a", Origin::OwnObservation), opposes("e2", "b", Origin::OwnObservation));
    assert_eq!(support_of(&[]).value, Belnap::Neither);
    assert_eq!(support_of(std::slice::from_ref(&pro)).value, Belnap::For);
    assert_eq!(support_of(std::slice::from_ref(&contra)).value, Belnap::Against);
    assert_eq!(support_of(&[pro, contra]).value, Belnap::Both);
}

#[test]
fn what_is_a_root_and_what_is_not() {
    for (origin, root) in [
        (Origin::OwnObservation, Some(saw("a"))),
        (report(), Some(Root::Expert(id("e1")))),
        (document(&[]), Some(Root::Document(id("e1")))),
        (document(&["e9"]), None),
        (told_by("e9"), None),
        (told_by_person("b"), None),
        (Origin::Untraced, None),
    ] {
        let support = support_of(&[supports("e1", "a", origin.clone())]);
        assert_eq!(support.roots_for, root.iter().cloned().collect(), "{origin:?}");
        assert_eq!(support.untraced, if root.is_none() { ids(&["e1"]) } else { ids(&[]) }, "{origin:?}");
        assert_eq!(support.mentions, 1);
    }
}

#[test]
fn two_observations_by_one_person_are_one_root() {
    let support = support_of(&[
        supports("e1", "a", Origin::OwnObservation),
        supports("e2", "a", Origin::OwnObservation),
        supports("e3", "b", Origin::OwnObservation),
    ]);
    assert_eq!((support.mentions, support.roots_for), (3, [saw("a"), saw("b")].into()));
}

#[test]
fn repeating_a_tale_strengthens_nothing() {
    let mut evidence = vec![supports("e1", "a", Origin::OwnObservation)];
    let once = support_of(&evidence);
    evidence.extend([
        supports("e2", "b", told_by("e1")),
        supports("e3", "c", document(&["e1", "e2"])),
        supports("e4", "d", told_by_person("a")),
        supports("e5", "e", told_by_person("d")),
        supports("e6", "f", told_by("e5")),
    ]);
    let often = support_of(&evidence);
    assert_eq!(often.mentions, 6);
    assert_eq!(Support { mentions: 1, ..often }, once);
    let was_there = |added: &EvidenceAdded| added.evidence == id("e1");
    assert!(graph(&evidence, &[], &[]).new_roots(&statement(), was_there).is_empty());
}

#[test]
fn a_document_has_the_roots_of_what_it_copies() {
    let support = support_of(&[
        supports("e1", "a", Origin::OwnObservation),
        supports("e2", "b", document(&[])),
        supports("e3", "c", document(&["e1", "e2"])),
    ]);
    assert_eq!(support.roots_for, [saw("a"), Root::Document(id("e2"))].into());
}

#[test]
fn a_tale_told_by_a_person_has_the_roots_of_what_they_bring_on_the_same_side() {
    let tale = supports("e2", "b", told_by_person("a"));
    let same_side = support_of(&[supports("e1", "a", Origin::OwnObservation), tale.clone()]);
    assert!(same_side.untraced.is_empty());
    let other_side = support_of(&[opposes("e1", "a", Origin::OwnObservation), tale.clone()]);
    assert_eq!((other_side.value, other_side.untraced), (Belnap::Against, ids(&["e2"])));
    let elsewhere = EvidenceAdded {
        statement: StatementId::new("st2").expect("an id"),
        ..supports("e1", "a", Origin::OwnObservation)
    };
    let support = support_of(&[elsewhere, tale]);
    assert_eq!((support.value, support.mentions, support.untraced), (Belnap::Neither, 1, ids(&["e2"])));
}

#[test]
fn evidence_on_another_statement_can_be_a_source() {
    let other = StatementId::new("st2").expect("an id");
    let evidence = [
        EvidenceAdded { statement: other.clone(), ..supports("e1", "a", Origin::OwnObservation) },
        supports("e2", "b", told_by("e1")),
    ];
    assert_eq!(support_of(&evidence).roots_for, [saw("a")].into());
    assert_eq!(graph(&evidence, &[], &[]).support(&other).mentions, 1);
}

#[test]
fn a_circle_counts_for_nothing_and_is_shown() {
    let mut evidence = vec![
        supports("e1", "a", told_by_person("b")),
        supports("e2", "b", told_by_person("a")),
        supports("e3", "c", told_by("e1")),
        supports("e4", "d", told_by("e4")),
    ];
    let support = support_of(&evidence);
    assert_eq!((support.value, support.mentions), (Belnap::Neither, 4));
    assert_eq!(support.untraced, ids(&["e1", "e2", "e3", "e4"]));
    assert_eq!(support.circles, [ids(&["e1", "e2"]), ids(&["e4"])].into());
    // Somebody in it who saw it themselves breaks it.
    evidence.push(supports("e5", "b", Origin::OwnObservation));
    let support = support_of(&evidence);
    assert_eq!((support.roots_for, support.untraced), ([saw("b")].into(), ids(&["e4"])));
    assert_eq!(support.circles, [ids(&["e4"])].into());
}

#[test]
fn what_was_taken_back_counts_for_nothing_nor_does_what_rests_on_it_alone() {
    let evidence = [
        supports("e1", "a", Origin::OwnObservation),
        supports("e2", "b", told_by("e1")),
        supports("e3", "c", document(&["e1"])),
        supports("e4", "d", Origin::OwnObservation),
    ];
    let support = graph(&evidence, &["e1"], &[]).support(&statement());
    assert_eq!((support.mentions, support.roots_for), (3, [saw("d")].into()));
    assert_eq!(support.untraced, ids(&["e2", "e3"]));
}

#[test]
fn a_new_root_re_opens_and_a_new_mention_does_not() {
    let old = supports("e1", "a", Origin::OwnObservation);
    let was_there = |added: &EvidenceAdded| added.evidence == id("e1");
    for (new, re_opens) in [
        (supports("e2", "b", Origin::OwnObservation), Some((Polarity::Supports, saw("b")))),
        (supports("e2", "a", Origin::OwnObservation), None),
        (supports("e2", "b", told_by("e1")), None),
        (supports("e2", "b", Origin::Untraced), None),
        (opposes("e2", "a", Origin::OwnObservation), Some((Polarity::Opposes, saw("a")))),
        (opposes("e2", "b", report()), Some((Polarity::Opposes, Root::Expert(id("e2"))))),
    ] {
        let evidence = [old.clone(), new];
        let found = graph(&evidence, &[], &[]).new_roots(&statement(), was_there);
        assert_eq!(found, re_opens.into_iter().collect(), "{:?}", evidence[1]);
    }
}

#[test]
fn established_takes_a_first_hand_root_or_two_others() {
    let established = finding_with(Found::Established, &[]);
    for (evidence, is_enough) in [
        (vec![], false),
        (vec![supports("e1", "a", Origin::Untraced)], false),
        (vec![supports("e1", "a", document(&[]))], false),
        (vec![supports("e1", "a", document(&[])), supports("e2", "a", document(&["e1"]))], false),
        (vec![supports("e1", "a", document(&[])), supports("e2", "a", document(&[]))], true),
        (vec![supports("e1", "a", Origin::OwnObservation)], true),
        (vec![supports("e1", "a", report())], true),
    ] {
        let level = graph(&evidence, &[], &[]).level(&statement(), Some(&established));
        assert_eq!(level.meets(EvidenceLevel::Established), is_enough, "{evidence:?}");
        assert_eq!(level.lacks, if is_enough { vec![] } else { vec![Lack::NoRoots] });
        assert!(level.meets(EvidenceLevel::SeriousSuspicion), "it was found established");
    }
}

#[test]
fn established_takes_an_answer_to_each_root_against() {
    let evidence = [
        supports("e1", "a", Origin::OwnObservation),
        opposes("e2", "b", Origin::OwnObservation),
        opposes("e3", "c", told_by("e2")),
        opposes("e4", "d", report()),
        opposes("e5", "e", Origin::Untraced),
        supports("e6", "b", Origin::OwnObservation),
    ];
    let lacks = |answers: &[(&str, &str)]| {
        graph(&evidence, &[], &[]).level(&statement(), Some(&finding_with(Found::Established, answers))).lacks
    };
    let (b, report) = (Lack::Unanswered(saw("b")), Lack::Unanswered(Root::Expert(id("e4"))));
    assert_eq!(lacks(&[]), [b.clone(), report.clone()]);
    assert_eq!(lacks(&[("e2", "no"), ("e4", "no")]), []);
    assert_eq!(lacks(&[("e3", "no"), ("e4", "no")]), [], "an answer to who tells it answers who saw it");
    assert_eq!(lacks(&[("e2", "no")]), std::slice::from_ref(&report));
    assert_eq!(lacks(&[("e2", " "), ("e4", "no")]), std::slice::from_ref(&b), "a blank answer is none");
    assert_eq!(lacks(&[("e6", "no"), ("e4", "no")]), [b], "nor is one to what the same person said for it");
    assert_eq!(lacks(&[("e5", "no"), ("e9", "no")]).len(), 2, "nor to what has no root, or is not there");
    let erased = FindingMade {
        answers: ["e2", "e4"]
            .map(|e| OppositionAnswered { evidence: id(e), reply: Narrative::Erased })
            .into(),
        ..finding(Found::Established)
    };
    assert!(graph(&evidence, &[], &[]).level(&statement(), Some(&erased)).lacks.is_empty());
}

#[test]
fn people_establish_and_nothing_else_does() {
    let evidence = ["a", "b", "c"].map(|who| supports(&format!("e-{who}"), who, Origin::OwnObservation));
    let level = graph(&evidence, &[], &[]).level(&statement(), None);
    assert_eq!(level.reached, Some(EvidenceLevel::SeriousSuspicion));
    assert_eq!(level.lacks, [Lack::NoFinding]);
}

#[test]
fn a_serious_suspicion_takes_a_finding_or_one_untainted_first_hand_root() {
    let seen = [supports("e1", "a", Origin::OwnObservation)];
    let letter = [supports("e1", "a", document(&[]))];
    let suspects = |evidence: &[EvidenceAdded], contested: &[&str], found: Option<Found>| {
        let found = found.map(|found| finding_with(found, &[]));
        let level = graph(evidence, &[], contested).level(&statement(), found.as_ref());
        level.meets(EvidenceLevel::SeriousSuspicion)
    };
    assert!(suspects(&seen, &[], None));
    assert!(!suspects(&seen, &["e1"], None), "contested");
    assert!(!suspects(&letter, &[], None), "not first-hand");
    assert!(suspects(&[], &[], Some(Found::Plausible)));
    assert!(suspects(&seen, &["e1"], Some(Found::Plausible)));
    assert!(suspects(&seen, &[], Some(Found::NotEstablished)));
    assert!(!suspects(&letter, &[], Some(Found::NotEstablished)));
    assert!(!suspects(&seen, &[], Some(Found::Refuted)));
    assert!(!suspects(&seen, &[], Some(Found::Unresolvable)), "it never carries a ground alone");
}

#[test]
fn a_root_is_untainted_when_one_way_to_it_is() {
    let evidence = [supports("e1", "a", Origin::OwnObservation), supports("e2", "a", Origin::OwnObservation)];
    assert_eq!(graph(&evidence, &[], &["e1"]).support(&statement()).untainted_for, [saw("a")].into());
    assert!(graph(&evidence, &[], &["e1", "e2"]).support(&statement()).untainted_for.is_empty());
    let other = StatementId::new("st2").expect("an id");
    let misquoted = [
        EvidenceAdded { statement: other, ..supports("e1", "a", Origin::OwnObservation) },
        supports("e2", "b", document(&["e1"])),
    ];
    let support = graph(&misquoted, &[], &["e2"]).support(&statement());
    assert_eq!(support.roots_for, [saw("a")].into());
    assert!(support.untainted_for.is_empty(), "the only way to it is contested");
}

/// The rules once more, in the plainest way: add roots until nothing changes.
fn slow_roots(evidence: &[EvidenceAdded]) -> BTreeMap<EvidenceId, BTreeSet<Root>> {
    let mut roots: BTreeMap<_, BTreeSet<Root>> =
        evidence.iter().map(|added| (added.evidence.clone(), BTreeSet::new())).collect();
    loop {
        let before = roots.clone();
        for added in evidence {
            let of = |id: &EvidenceId| before.get(id).cloned().unwrap_or_default();
            let new: BTreeSet<Root> = match &added.origin {
                Origin::OwnObservation => [Root::Person(added.borne_by.clone())].into(),
                Origin::ExpertReport { .. } => [Root::Expert(added.evidence.clone())].into(),
                Origin::Document { copies, .. } if copies.is_empty() => {
                    [Root::Document(added.evidence.clone())].into()
                }
                Origin::Document { copies, .. } => copies.iter().flat_map(of).collect(),
                Origin::ToldByEvidence { evidence } => of(evidence),
                Origin::ToldByPerson { person } => evidence
                    .iter()
                    .filter(|it| {
                        it.borne_by == *person
                            && it.statement == added.statement
                            && it.polarity == added.polarity
                    })
                    .flat_map(|it| of(&it.evidence))
                    .collect(),
                Origin::Untraced => BTreeSet::new(),
            };
            roots.entry(added.evidence.clone()).or_default().extend(new);
        }
        if roots == before {
            return roots;
        }
    }
}

#[test]
fn every_small_graph_agrees_with_the_plain_rules() {
    let origins = [
        Origin::OwnObservation,
        document(&[]),
        document(&["e0", "e2"]),
        told_by("e0"),
        told_by("e1"),
        told_by("e2"),
        told_by_person("a"),
        told_by_person("b"),
        Origin::Untraced,
    ];
    let choices: Vec<_> = [Polarity::Supports, Polarity::Opposes]
        .into_iter()
        .flat_map(|side| ["a", "b"].map(|who| (side, who)))
        .flat_map(|(side, who)| origins.clone().map(|origin| (side, who, origin)))
        .collect();
    let mut circles = 0;
    // The rules treat both sides alike: one of the pieces can stay on one side.
    for first in choices.iter().filter(|(side, ..)| *side == Polarity::Supports) {
        for second in &choices {
            for third in &choices {
                let evidence: Vec<_> = [("e0", first), ("e1", second), ("e2", third)]
                    .map(|(id, (side, who, origin))| piece(id, *side, who, origin.clone()))
                    .into();
                let (support, slow) = (support_of(&evidence), slow_roots(&evidence));
                let on = |side| -> BTreeSet<Root> {
                    evidence
                        .iter()
                        .filter(|it| it.polarity == side)
                        .flat_map(|it| slow[&it.evidence].clone())
                        .collect()
                };
                let untraced: BTreeSet<_> =
                    slow.iter().filter(|(_, roots)| roots.is_empty()).map(|(id, _)| id.clone()).collect();
                assert_eq!(support.roots_for, on(Polarity::Supports), "{evidence:?}");
                assert_eq!(support.roots_against, on(Polarity::Opposes), "{evidence:?}");
                assert_eq!(support.untainted_for, support.roots_for);
                assert_eq!(support.untraced, untraced, "{evidence:?}");
                assert!(support.circles.iter().all(|circle| circle.is_subset(&untraced)), "{evidence:?}");
                circles += support.circles.len();
            }
        }
    }
    assert!(circles > 500, "{circles}");
}

#[test]
fn the_order_in_which_evidence_came_changes_nothing() {
    let mut evidence = vec![
        supports("e1", "a", told_by_person("b")),
        supports("e2", "b", told_by_person("a")),
        supports("e3", "c", document(&["e4"])),
        opposes("e4", "d", Origin::OwnObservation),
        supports("e5", "e", Origin::Untraced),
    ];
    let support = support_of(&evidence);
    for _ in 0..evidence.len() {
        evidence.rotate_left(1);
        assert_eq!(support_of(&evidence), support);
    }
    evidence.reverse();
    assert_eq!(support_of(&evidence), support);
}

#[test]
fn a_tale_may_pass_through_a_hundred_thousand_mouths() {
    const MOUTHS: usize = 100_000;
    let mut chain = vec![supports("e0", "a", Origin::OwnObservation)];
    chain.extend((1..MOUTHS).map(|n| supports(&format!("e{n}"), "b", told_by(&format!("e{}", n - 1)))));
    let support = support_of(&chain);
    assert_eq!((support.mentions, support.roots_for), (MOUTHS, [saw("a")].into()));

    // All of them in one circle.
    chain[0].origin = told_by(&format!("e{}", MOUTHS - 1));
    let support = support_of(&chain);
    assert_eq!((support.untraced.len(), support.circles.len()), (MOUTHS, 1));

    // Everyone told by somebody who brings it half the time: the pairs would be too many.
    let crowd: Vec<_> = (0..MOUTHS)
        .map(|n| {
            let (who, origin) =
                if n % 2 == 0 { ("a", Origin::OwnObservation) } else { ("b", told_by_person("a")) };
            supports(&format!("e{n}"), who, origin)
        })
        .collect();
    assert_eq!(support_of(&crowd).roots_for, [saw("a")].into());
}
