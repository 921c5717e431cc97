//! A rule of somebody, tried on generated dossiers: what breaks it is told as the shortest story that does.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use afweging::{Dossier, Language, MinimiseError, Story, StoryOf, minimise};
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

use crate::histories::Histories;
use crate::writer::dutch_pack;

/// A rule that breaks, with the shortest history on which it does.
#[derive(Debug, Clone)]
pub struct Broken {
    /// Why, in the words of the rule on that history.
    pub reason: String,
    /// The history, to be kept as a vector.
    pub dossier: Dossier,
    /// The history in plain words.
    pub story: Story,
}

/// The story in Dutch and in English, the reason, and the dossier itself.
impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.reason)?;
        writeln!(f, "\n{}", self.story.text(Language::Nl))?;
        writeln!(f, "{}", self.story.text(Language::En))?;
        write!(f, "{}", self.dossier.to_json())
    }
}

/// Tries a rule on generated dossiers, as many as the configuration says.
///
/// The rule says `Ok` when it holds; it fails as a property test does, by `prop_assert!` or by a panic. proptest itself shrinks
/// nothing here: the story is made of the dossier, and is as short for a rule on a log of eighty entries.
///
/// ```
/// use afweging::Event;
/// use afweging_testkit::{Histories, for_all};
/// use proptest::prelude::*;
/// // Whatever is decided, somebody decided it.
/// for_all(ProptestConfig::with_cases(16), Histories::new().with_length(20..40), |dossier| {
///     for entry in dossier.entries() {
///         if let Event::Decided(it) = &entry.event {
///             prop_assert!(dossier.people().role(&it.decider).is_some(), "{} is not there", it.decider);
///         }
///     }
///     Ok(())
/// });
/// ```
///
/// # Panics
/// When the rule breaks, with the story.
#[expect(clippy::panic, reason = "that is how a test says that it failed")]
pub fn for_all(config: Config, histories: Histories, rule: impl Fn(&Dossier) -> Result<(), TestCaseError>) {
    let config = Config { failure_persistence: None, max_shrink_iters: 0, ..config };
    let outcome = TestRunner::new(config).run(&histories.strategy(), |history| rule(&history));
    match outcome {
        Ok(()) => {}
        Err(TestError::Abort(reason)) => panic!("not enough dossiers to try it on: {reason}"),
        Err(TestError::Fail(reason, history)) => match counterexample(&history, &rule) {
            Some(broken) => panic!("{broken}"),
            None => {
                panic!("{reason}\nbut not when its dossier is built anew: the rule is not the same each time")
            }
        },
    }
}

/// The shortest history of a dossier on which a rule still breaks; `None` when it holds. What the rule rejects counts as
/// holding.
///
/// ```
/// use afweging::Language;
/// use afweging_testkit::{counterexample, scripted};
/// use proptest::prop_assert;
/// let stay = scripted().into_iter().next().ok_or("no story")?;
/// let broken = counterexample(&stay, |dossier| {
///     prop_assert!(!dossier.entries().iter().any(|it| it.event.kind() == "consent_withdrawn"), "taken back");
///     Ok(())
/// });
/// let story = broken.ok_or("it holds")?.story;
/// assert!(story.text(Language::Nl).starts_with("Kortste geval dat uw regel breekt ("));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn counterexample(
    dossier: &Dossier,
    rule: impl Fn(&Dossier) -> Result<(), TestCaseError>,
) -> Option<Broken> {
    match minimise(dossier, |it| reason(&rule, it).is_some()) {
        Ok(found) => Some(Broken {
            reason: reason(&rule, &found.dossier).unwrap_or_default(),
            story: Story::of(StoryOf::Rule, &found, dutch_pack()),
            dossier: found.dossier,
        }),
        Err(MinimiseError::Holds | MinimiseError::NotTried { .. }) => None,
    }
}

/// Why a rule breaks on a dossier. A rule that panics breaks: an assertion in it does just that.
fn reason(rule: &impl Fn(&Dossier) -> Result<(), TestCaseError>, dossier: &Dossier) -> Option<String> {
    match catch_unwind(AssertUnwindSafe(|| rule(dossier))) {
        Ok(Ok(()) | Err(TestCaseError::Reject(_))) => None,
        Ok(Err(TestCaseError::Fail(why))) => Some(why.to_string()),
        Err(panic) => {
            let text = panic.downcast_ref::<&str>().map(|it| (*it).to_owned());
            Some(
                text.or_else(|| panic.downcast_ref::<String>().cloned())
                    .unwrap_or_else(|| "it panics".to_owned()),
            )
        }
    }
}
