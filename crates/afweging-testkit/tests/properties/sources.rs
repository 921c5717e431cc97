//! The tree of sources against the support that it explains.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Ending, EvidenceId, Polarity, Root, SourceTree, Tale};
use afweging_testkit::Histories;
use proptest::prelude::*;

use crate::config;

/// The roots that branches lead to, going by nothing but the tree.
fn roots(tree: &SourceTree, side: Polarity) -> BTreeSet<Root> {
    let branches = &tree.branches;
    let below = |at: usize| {
        let depth = branches[at].depth;
        (at + 1..branches.len()).take_while(move |next| branches[*next].depth > depth)
    };
    let mut open: Vec<usize> = (0..branches.len())
        .filter(|at| branches[*at].depth == 0)
        .filter(|at| matches!(&branches[*at].tale, Tale::Evidence { polarity, .. } if *polarity == side))
        .collect();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut found = BTreeSet::new();
    while let Some(at) = open.pop() {
        if !seen.insert(at) {
            continue;
        }
        match &branches[at].ends {
            Ending::Begins(root) => {
                found.insert(root.clone());
            }
            Ending::Above(place) => open.push(*place),
            Ending::TakenBack => {}
            Ending::Below | Ending::Circle | Ending::Untraced => open.extend(below(at)),
        }
    }
    found
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_tree_leads_to_the_roots_of_the_support_and_tells_each_piece_once(
        history in Histories::new().with_length(20..90).strategy(),
        days in 0_u64..200,
    ) {
        let at = history.last_day() - chrono::Days::new(days.min(30));
        for id in history.statements().keys() {
            let Some(tree) = history.source_tree(id, at) else { continue };
            prop_assert_eq!(&roots(&tree, Polarity::Supports), &tree.support.roots_for, "{:?}", &tree);
            prop_assert_eq!(&roots(&tree, Polarity::Opposes), &tree.support.roots_against, "{:?}", &tree);
            let mut told: BTreeMap<&EvidenceId, usize> = BTreeMap::new();
            let mut tops = 0;
            for branch in &tree.branches {
                let Tale::Evidence { evidence, .. } = &branch.tale else { continue };
                if branch.depth == 0 && branch.ends != Ending::TakenBack {
                    tops += 1;
                }
                if !matches!(branch.ends, Ending::Above(_) | Ending::TakenBack) {
                    *told.entry(evidence).or_default() += 1;
                }
            }
            prop_assert!(told.values().all(|times| *times == 1), "{:?}", &tree);
            prop_assert_eq!(tops, tree.support.mentions);
            for (place, branch) in tree.branches.iter().enumerate() {
                let next = tree.branches.get(place + 1).map_or(0, |next| next.depth);
                prop_assert!(next <= branch.depth + 1);
                if let Ending::Above(above) = branch.ends {
                    prop_assert!(above < place && tree.branches[above].tale == branch.tale);
                }
            }
        }
    }
}
