//! Dossiers that somebody wrote, for what hardly ever comes out of dice: a stay that runs on after consent was taken back,
//! what a judge finds as a whole. Each shows a code that the generated ones seldom or never show.

use afweging::{Dossier, NewEntry};
use serde_json::{Value, json};

/// A story that is told entry by entry, a day at a time.
struct Story {
    dossier: Dossier,
    day: &'static str,
}

impl Story {
    /// A local team, a child with a mother who holds authority, the institution and a judge.
    fn begin(name: &str, day: &'static str) -> Self {
        let story = Self { dossier: Dossier::new(name), day };
        let born = json!({ "on": "2012-05-01" });
        story
            .told("team", "person_added", &json!({ "person": "team", "role": "local_team" }))
            .told("team", "person_added", &json!({ "person": "child", "role": "child", "birth": born }))
            .told("team", "person_added", &json!({ "person": "mother", "role": "mother" }))
            .told("team", "person_added", &json!({ "person": "gi", "role": "gi" }))
            .told("team", "person_added", &json!({ "person": "judge", "role": "childrens_judge" }))
            .told(
                "team",
                "authority_noted",
                &json!({ "holder": "mother", "child": "child", "authority": "held" }),
            )
    }

    fn on(mut self, day: &'static str) -> Self {
        self.day = day;
        self
    }

    fn proposed(self, measure: &str, placement: &Value) -> Self {
        let mut proposal =
            json!({ "step": "step", "measure": measure, "about": "child", "proposed_by": "gi" });
        if let Some(fields) = proposal.as_object_mut().filter(|_| !placement.is_null()) {
            fields.insert("placement".to_owned(), placement.clone());
        }
        self.told("gi", "step_proposed", &proposal)
    }

    /// # Panics
    /// When the story is no dossier: a fault in this file, which its test finds.
    #[expect(clippy::panic, reason = "a story that cannot be told is a fault of this file")]
    fn told(mut self, by: &str, kind: &str, what: &Value) -> Self {
        let entry = json!({
            "recorded": format!("{}T12:00:00Z", self.day),
            "occurred": self.day,
            "by": by,
            "event": { kind: what },
        });
        let entry = NewEntry::from_json(&entry.to_string()).unwrap_or_else(|why| panic!("{kind}: {why}"));
        self.dossier.record(entry).unwrap_or_else(|why| panic!("{kind}: {why}"));
        self
    }
}

/// The scripted dossiers. Each is to be looked at on the day of its last entry.
///
/// ```
/// use afweging::{Code, assess};
/// use afweging_testkit::{dutch_pack, scripted};
/// let stay = scripted().into_iter().find(|it| it.id() == "a-stay-runs-on").ok_or("not there")?;
/// let at = stay.entries().last().ok_or("empty")?.recorded.date_naive();
/// let assessment = assess(&stay, dutch_pack(), at);
/// assert!(assessment.all_findings().any(|it| it.code == Code::ConsentRunsOn));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn scripted() -> Vec<Dossier> {
    let stories = [
        a_stay_runs_on(),
        found_as_a_whole("not_met"),
        found_as_a_whole("undecided"),
        without_need(),
        support_lost(),
    ];
    stories.into_iter().map(|story| story.dossier).collect()
}

/// Closed care on consent, which is taken back while the stay is under way (Jw 6.1.2(9)).
fn a_stay_runs_on() -> Story {
    let consent = json!({ "person": "mother", "scope": { "step": "step" } });
    let asked =
        json!({ "person": "mother", "scope": { "step": "step" }, "information": "what it is and what for" });
    Story::begin("a-stay-runs-on", "2024-03-01")
        .proposed("M27", &json!("closed"))
        .told("gi", "consent_asked", &asked)
        .told("mother", "consent_given", &consent)
        .told("gi", "request_filed", &json!({ "step": "step", "requester": "gi", "form": "written" }))
        .on("2024-03-05")
        .told("judge", "decided", &json!({ "step": "step", "decider": "judge", "outcome": "granted" }))
        .told("gi", "started", &json!({ "step": "step" }))
        .on("2024-04-02")
        .told("mother", "consent_withdrawn", &consent)
        .on("2024-04-04")
        .told("gi", "watch_taken", &json!({ "watcher": "gi" }))
}

/// A judge says as a whole whether something lighter would do.
fn found_as_a_whole(verdict: &str) -> Story {
    let view = json!({
        "step": "step", "on": { "condition": "nothing_lighter" }, "verdict": verdict, "why": "help at home was not looked at",
    });
    Story::begin(&format!("as-a-whole-{verdict}"), "2024-03-01").proposed("M16", &Value::Null).told(
        "judge",
        "view_given",
        &view,
    )
}

/// A judge finds that a power is not there, and that there is no need or interest any more.
fn without_need() -> Story {
    let view = |condition: &str, verdict: &str| json!({ "step": "step", "on": { "condition": condition }, "verdict": verdict, "why": "by the papers" });
    Story::begin("without-need", "2024-03-01")
        .proposed("M16", &Value::Null)
        .told("judge", "view_given", &view("necessary", "not_met"))
        .told("judge", "view_given", &view("interest", "undecided"))
        .told("judge", "view_given", &view("route", "not_met"))
        .told("judge", "view_given", &view("foreign_approval", "undecided"))
}

/// A ground rests on a finding, and the one observation that carried it is taken back.
fn support_lost() -> Story {
    let view = json!({
        "step": "step", "on": { "ground": "bw1-255-threat" }, "verdict": "met", "why": "by what the team saw", "for": ["alone"],
    });
    Story::begin("support-lost", "2024-03-01")
        .told(
            "team",
            "claimed",
            &json!({ "statement": "alone", "text": "alone at night", "about": ["child"] }),
        )
        .told(
            "team",
            "evidence_added",
            &json!({ "evidence": "seen", "statement": "alone", "polarity": "supports", "borne_by": "team",
                "origin": "own_observation" }),
        )
        .told(
            "team",
            "found",
            &json!({ "statement": "alone", "found": "established", "why": "seen from the street" }),
        )
        .proposed("M16", &Value::Null)
        .told("judge", "view_given", &view)
        .on("2024-03-08")
        .told(
            "team",
            "withdrawn",
            &json!({ "taken_back": { "evidence": "seen" }, "reason": "another house" }),
        )
}
