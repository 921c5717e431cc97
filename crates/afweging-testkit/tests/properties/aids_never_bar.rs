//! Aids are advice: turned off, said softly or loudly, or laid beside another dossier, no gate, open step, least intrusive
//! step, duty or shortfall changes.

use std::fmt::Write as _;

use afweging::{
    Assessment, Code, Finding, FindingKind, Pack, ReasonIndex, Region, Says, assess, assess_beside,
};
use afweging_testkit::{Histories, dutch_pack};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::{any_day, assessed, config, day};

fn is_aid(code: Code) -> bool {
    code.as_str().starts_with("AFW-AID-")
}

/// The Dutch pack in a region that says every aid at one level.
fn at_level(level: &str) -> Pack {
    const LABEL: &str = "label = { nl = \"naam\", en = \"name\" }";
    let mut text = format!(
        "format = \"afweging/region/1\"\nid = \"r\"\n{LABEL}\nnote = {{ nl = \"n\", en = \"n\" }}\nhypothetical = false\nfrom = 2015-01-01\n"
    );
    for code in Code::all().iter().filter(|code| is_aid(**code)) {
        writeln!(text, "aids.{code} = \"{level}\"").unwrap();
    }
    writeln!(text, "[[source]]\nid = \"own\"\n{LABEL}\ndate = \"2025\"").unwrap();
    let region = Region::from_toml("r.toml", &text, dutch_pack()).unwrap();
    dutch_pack().clone().in_region(&region).unwrap()
}

/// All that an aid may not change.
fn decided(assessment: &Assessment) -> Vec<String> {
    let steps = assessment
        .steps
        .iter()
        .map(|it| format!("{:?} {:?} {:?} {:?}", it.step, it.open, it.gates, it.candidates));
    let rest = format!(
        "{:?} {:?} {:?} {:?}",
        assessment.open, assessment.least_intrusive, assessment.duties, assessment.shortfalls
    );
    steps.chain([rest]).collect()
}

fn advice(assessment: &Assessment) -> impl Iterator<Item = &Finding> {
    assessment.all_findings().filter(|finding| is_aid(finding.code))
}

fn is_only_advice(assessment: &Assessment) -> Result<(), TestCaseError> {
    for finding in assessment.steps.iter().flat_map(|step| &step.gates).flat_map(|gate| &gate.findings) {
        prop_assert!(!is_aid(finding.code), "{} stands in a gate", finding.code);
    }
    for finding in advice(assessment) {
        prop_assert_eq!((finding.kind, finding.says, finding.gate), (FindingKind::Aid, Says::Nothing, None));
    }
    for step in &assessment.steps {
        prop_assert!(step.aids.iter().all(|finding| is_aid(finding.code)), "only aids stand among the aids");
    }
    Ok(())
}

proptest! {
    // Each case is assessed ten times over: a quarter of them says enough.
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(4), ..config() })]

    #[test]
    fn aids_never_bar(
        history in Histories::new().well_prepared().with_length(20..70).strategy(),
        other in Histories::new().well_prepared().with_length(20..50).strategy(),
        at in any_day(),
    ) {
        let (off, warn) = (at_level("off"), at_level("warn"));
        for at in [at, history.last_day()] {
            let law = assessed(&history, at);
            is_only_advice(&law)?;
            let (without, loud) = (assess(&history, &off, at), assess(&history, &warn, at));
            prop_assert_eq!(advice(&without).count(), 0);
            prop_assert_eq!(advice(&loud).count(), advice(&law).count());
            prop_assert_eq!(decided(&law), decided(&without));
            prop_assert_eq!(decided(&law), decided(&loud));
            let beside = assess_beside(&history, dutch_pack(), at, &ReasonIndex::of(&[&other]));
            prop_assert_eq!(decided(&law), decided(&beside));
            is_only_advice(&beside)?;
        }
    }
}

/// The property says something only if there is advice to turn off, on steps that are open too.
#[test]
fn the_generated_dossiers_bring_out_nearly_every_aid() {
    let mut found = std::collections::BTreeSet::new();
    let mut on_open_steps = 0;
    for number in 0..400_u64 {
        let mut dice = afweging_testkit::Dice::new(number);
        let length = 20 + dice.below(80);
        let seeds: Vec<u64> = (0..length).map(|_| dice.roll()).collect();
        // Those without care bring out what is missing, those with it what is there and goes wrong all the same.
        let kinds = [Histories::new(), Histories::new().well_prepared()];
        let history = dice.pick(&kinds).unwrap().build(&seeds);
        for at in [history.last_day(), day("2020-06-01")] {
            let assessment = assessed(&history, at);
            found.extend(advice(&assessment).map(|finding| finding.code));
            on_open_steps +=
                assessment.steps.iter().filter(|step| step.open && !step.aids.is_empty()).count();
        }
    }
    // A region, other dossiers, two colleagues who alone weigh a step: not in these. The pairs in the core's tests show them.
    let elsewhere =
        [Code::AidNotOffered, Code::AidPlanElsewhere, Code::AidReasonElsewhere, Code::AidOneOrganisation];
    let missing: Vec<_> = Code::all()
        .iter()
        .filter(|code| is_aid(**code) && !found.contains(code) && !elsewhere.contains(code))
        .map(|code| code.as_str())
        .collect();
    println!("aids that never occur: {missing:?}; {on_open_steps} open steps with advice");
    assert!(missing.is_empty(), "{missing:?}");
    assert!(on_open_steps > 0);
}
