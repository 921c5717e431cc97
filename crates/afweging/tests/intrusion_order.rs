//! P10: intrusiveness is a preorder; the diagram has exactly the closure of its classes; minimal sets are antichains of
//! classes and cover. On generated packs, since the law has only one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use afweging::{Comparison, Lattice, Pack, Placed, Vector, compare};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// Levels of authority, living, liberty, contact, privacy, home; then who is burdened. Few levels, so that classes meet.
type Levels = ([u8; 6], Vec<&'static str>);

fn levels() -> impl Strategy<Value = Levels> {
    let persons = subsequence(vec!["child", "parents", "adult", "adult_in_home"], 0..=3);
    ([0..3_u8, 0..3_u8, 0..2_u8, 0..2_u8, 0..3_u8, 0..2_u8], persons)
}

const CITE: &str =
    "cite = { law = \"X\", article = \"1\", from = 2015-01-01, certainty = \"modelling\", source = \"s\" }\n";

fn pack(all: &[Levels]) -> Pack {
    let (mut measures, mut ids) = (String::new(), Vec::new());
    for (nth, ([authority, living, liberty, contact, privacy, home], persons)) in all.iter().enumerate() {
        let id = format!("\"X{nth:02}\"");
        write!(
            measures,
            "[[measure]]\nid = {id}\nlabel = {{ nl = \"x\", en = \"x\" }}\nkind = \"protective\"\nframe = \"voluntary\"\n\
             subject = \"any\"\nform = \"agreement\"\ngoals = [\"upbringing\"]\nburdened = {persons:?}\nvector = {{ \
             authority = {authority}, living = {living}, liberty = {liberty}, contact = {contact}, privacy = {privacy}, \
             home = {home}, coercion = 0, safeguard = {nth}, duration = 0 }}\nrenewal = \"free\"\n{CITE}",
            nth = nth % 3,
        )
        .unwrap();
        ids.push(id);
    }
    let ids = ids.join(", ");
    let files = [
        ("pack.toml", "format = \"afweging/pack/1\"\nid = \"x\"\nlabel = { nl = \"x\", en = \"x\" }\nhypothetical = true\n".to_owned()),
        ("sources/2015-01-01.toml", "[[source]]\nid = \"s\"\naddress = \"a\"\n".to_owned()),
        ("measures/2015-01-01.toml", measures),
        ("consent/2015-01-01.toml", format!("[[basis]]\nid = \"b\"\nmeasures = [{ids}]\nrests_on = \"not_needed\"\n{CITE}")),
        ("authority/2015-01-01.toml", format!("[[grant]]\nid = \"g\"\nactors = [\"college\"]\nacts = [\"decide\"]\nmeasures = [{ids}]\n{CITE}")),
    ];
    Pack::from_files(files.iter().map(|(name, text)| (*name, text.as_str()))).unwrap()
}

fn at_most(a: &Vector, b: &Vector) -> bool {
    matches!(compare(a, b), Comparison::Equal | Comparison::Lighter { .. })
}

/// The reachable pairs of a diagram, worked out the slow way.
fn closure(lattice: &Lattice) -> BTreeSet<(usize, usize)> {
    let mut pairs: BTreeSet<_> = lattice.edges().iter().map(|edge| (edge.lighter, edge.heavier)).collect();
    loop {
        let more: Vec<_> = pairs
            .iter()
            .flat_map(|(a, b)| pairs.iter().filter(move |(c, _)| b == c).map(move |(_, d)| (*a, *d)))
            .filter(|pair| !pairs.contains(pair))
            .collect();
        if more.is_empty() {
            return pairs;
        }
        pairs.extend(more);
    }
}

fn on() -> NaiveDate {
    "2025-01-01".parse().unwrap()
}

fn check(pack: &Pack) {
    let lattice = Lattice::of(pack, on());
    let classes = lattice.classes();
    // A preorder on vectors, and a partial order on classes.
    for a in classes {
        assert!(at_most(&a.vector, &a.vector));
        for b in classes {
            assert!(a == b || compare(&a.vector, &b.vector) != Comparison::Equal, "no two classes are equal");
            let turned = match compare(&b.vector, &a.vector) {
                Comparison::Equal => Comparison::Equal,
                Comparison::Lighter { on } => Comparison::Heavier { on },
                Comparison::Heavier { on } => Comparison::Lighter { on },
                Comparison::Incomparable { lighter_on, heavier_on } => {
                    Comparison::Incomparable { lighter_on: heavier_on, heavier_on: lighter_on }
                }
            };
            assert_eq!(compare(&a.vector, &b.vector), turned);
            for c in classes {
                let chain = at_most(&a.vector, &b.vector) && at_most(&b.vector, &c.vector);
                assert!(!chain || at_most(&a.vector, &c.vector), "transitive");
            }
        }
    }
    // The diagram has exactly the closure of the order, and no line that follows from others.
    let closure = closure(&lattice);
    for (a, class_a) in classes.iter().enumerate() {
        for (b, class_b) in classes.iter().enumerate() {
            let lighter = a != b && at_most(&class_a.vector, &class_b.vector);
            assert_eq!(closure.contains(&(a, b)), lighter, "{a} {b}");
        }
    }
    for edge in lattice.edges() {
        let between = (0..classes.len()).any(|class| {
            closure.contains(&(edge.lighter, class)) && closure.contains(&(class, edge.heavier))
        });
        assert!(!between, "nothing lies between");
        let found = compare(&classes[edge.heavier].vector, &classes[edge.lighter].vector);
        assert_eq!(found, Comparison::Heavier { on: edge.on.clone() });
    }
    // Every measure is in exactly one class.
    let members: Vec<&Placed> = classes.iter().flat_map(|class| &class.members).collect();
    assert_eq!(members.iter().collect::<BTreeSet<_>>().len(), members.len());
}

fn check_minimal(lattice: &Lattice, set: &[Placed]) {
    let minimal = lattice.minimal(set);
    for one in &minimal {
        assert!(minimal.iter().all(|other| !lattice.is_lighter(one, other)), "an antichain");
    }
    for one in set {
        let covered = minimal
            .iter()
            .any(|least| least == one || lattice.is_lighter(least, one) || lattice.is_equal(least, one));
        assert!(covered, "{one:?} is covered");
        assert!(
            !minimal.iter().any(|least| lattice.is_equal(least, one)) || minimal.contains(one),
            "classes stay whole"
        );
    }
}

#[test]
fn the_order_of_the_dutch_pack() {
    let pack = Pack::nl().unwrap();
    check(&pack);
    let lattice = Lattice::of(&pack, on());
    let all: Vec<Placed> = lattice.classes().iter().flat_map(|class| class.members.clone()).collect();
    check_minimal(&lattice, &all);
    for measure in pack.measures(on()) {
        let mut set = all.clone();
        set.push((measure.id.clone(), None));
        check_minimal(&lattice, &set);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_order_of_any_pack(all in prop::collection::vec(levels(), 1..12), chosen in prop::collection::vec(any::<bool>(), 12)) {
        let pack = pack(&all);
        check(&pack);
        let set: Vec<Placed> = pack
            .measures(on())
            .zip(chosen)
            .filter(|(_, chosen)| *chosen)
            .map(|(measure, _)| (measure.id.clone(), None))
            .collect();
        check_minimal(&Lattice::of(&pack, on()), &set);
    }
}
