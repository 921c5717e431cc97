//! A transition table, found by trying everything everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use afweging::{Machine, When};

/// How many transitions deep a machine is explored. The longest way to a state with something of its own is five: be
/// heard, open a cycle, be invited, decline, let the account stand.
const DEPTH: usize = 5;

/// What transitions lead to from each state: in a cell the next states, `None` where it is refused.
pub struct Table<M: Machine> {
    columns: Vec<&'static str>,
    cells: BTreeMap<&'static str, Vec<BTreeSet<Option<&'static str>>>>,
    machine: std::marker::PhantomData<M>,
}

impl<M: Machine + PartialEq> Table<M> {
    /// Tries every sample from every state that samples lead to. Checks on the way that a refusal gives the state
    /// back and says why, and that a state allows what it says that it allows.
    pub fn explore(samples: &[(&'static str, M::Transition)]) -> Self {
        for name in M::TRANSITIONS {
            assert!(samples.iter().any(|(_, it)| M::name(it) == *name), "no sample of {name}");
        }
        let day: When = "2025-03-01".parse().expect("a day");
        let mut cells: BTreeMap<_, Vec<BTreeSet<_>>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![M::start()];
        for _ in 0..=DEPTH {
            let mut next = Vec::new();
            for state in open {
                if !seen.insert(format!("{state:?}")) {
                    continue;
                }
                let row = cells.entry(state.state()).or_insert_with(|| vec![BTreeSet::new(); samples.len()]);
                let mut allowed = BTreeSet::new();
                for (cell, (label, transition)) in row.iter_mut().zip(samples) {
                    match state.clone().apply(transition, &day) {
                        Ok(after) => {
                            allowed.insert(M::name(transition));
                            cell.insert(Some(after.state()));
                            next.push(after);
                        }
                        Err(refused) => {
                            assert_eq!(refused.state, state, "{label} does not give the state back");
                            assert!(!refused.reason.is_empty() && !refused.reason.contains('\n'));
                            cell.insert(None);
                        }
                    }
                }
                let in_order: Vec<_> =
                    M::TRANSITIONS.iter().copied().filter(|name| allowed.contains(name)).collect();
                assert_eq!(state.allowed(), in_order, "what {state:?} says that it allows");
            }
            open = next;
        }
        Table {
            columns: samples.iter().map(|(label, _)| *label).collect(),
            cells,
            machine: std::marker::PhantomData,
        }
    }

    /// The states that nothing leads to.
    pub fn unreachable(&self) -> Vec<&'static str> {
        M::STATES.iter().copied().filter(|state| !self.cells.contains_key(state)).collect()
    }

    /// The states out of which nothing leads.
    pub fn dead_ends(&self) -> Vec<&'static str> {
        let leads_out = |state: &&str| {
            self.cells.get(state).is_some_and(|row| row.iter().flatten().flatten().any(|next| next != state))
        };
        M::STATES.iter().copied().filter(|state| !leads_out(state)).collect()
    }

    /// The table in Markdown: rows are states, columns are transitions, a cell is the next state.
    pub fn markdown(&self) -> String {
        let mut text = String::from("| |");
        for label in &self.columns {
            write!(text, " {label} |").expect("text");
        }
        text.push_str("\n| --- |");
        text.push_str(&" --- |".repeat(self.columns.len()));
        for state in M::STATES {
            write!(text, "\n| **{state}** |").expect("text");
            for cell in self.cells.get(state).into_iter().flatten() {
                let mut next: Vec<_> =
                    M::STATES.iter().copied().filter(|next| cell.contains(&Some(*next))).collect();
                if cell.contains(&None) {
                    next.push("—");
                }
                write!(text, " {} |", next.join(" or ")).expect("text");
            }
        }
        text
    }

    /// Compares the table with the one that stands in a file between `<!-- table: NAME -->` and `<!-- end -->`, with
    /// each line after `margin`. With `AFWEGING_WRITE_TABLES` set it writes the table there instead.
    pub fn stands_in(&self, path: &str, name: &str, margin: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let source = std::fs::read_to_string(&path).expect("the file with the table");
        let (begin, end) = (format!("{margin}<!-- table: {name} -->\n"), format!("{margin}<!-- end -->\n"));
        let (before, rest) = source.split_once(&begin).expect("the mark before the table");
        let (there, after) = rest.split_once(&end).expect("the mark after the table");
        let blank = margin.trim_end();
        let table: String = self.markdown().lines().map(|line| format!("{margin}{line}\n")).collect();
        let derived = format!("{blank}\n{table}{blank}\n");
        if std::env::var_os("AFWEGING_WRITE_TABLES").is_some() {
            std::fs::write(&path, format!("{before}{begin}{derived}{end}{after}")).expect("write the table");
        } else {
            assert_eq!(
                there,
                derived,
                "the table of {name} in {} (left) is not what the code does (right); set AFWEGING_WRITE_TABLES=1 to write it",
                path.display()
            );
        }
    }
}
