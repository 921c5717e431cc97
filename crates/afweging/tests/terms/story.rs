//! A dossier told in a few lines.

use std::sync::OnceLock;

use afweging::{Assessment, Dossier, Duty, Event, NewEntry, Pack, StepId, assess};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// The Dutch pack, read once.
pub fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::nl().expect("the pack"))
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

/// Everyone is there, and nothing has happened.
pub struct Story {
    pub dossier: Dossier,
    recorded: DateTime<Utc>,
}

const PEOPLE: &[(&str, &str)] = &[
    ("worker", "local_team"),
    ("vt", "veilig_thuis"),
    ("college", "college"),
    ("gi", "gi"),
    ("raad", "raad"),
    ("mayor", "mayor"),
    ("judge", "childrens_judge"),
    ("court", "district_court"),
    ("provider", "provider"),
    ("mother", "mother"),
    ("father", "father"),
    ("child", "child"),
    ("adult", "adult_subject"),
];

impl Story {
    pub fn new() -> Self {
        let recorded = "2030-01-01T00:00:00Z".parse().expect("an instant");
        let mut story = Self { dossier: Dossier::new("d1"), recorded };
        for (person, role) in PEOPLE {
            story = story
                .on("2012-01-01", &format!(r#"{{"person_added":{{"person":"{person}","role":"{role}"}}}}"#));
        }
        story
    }

    /// Something happens on a day, or at a moment.
    pub fn on(mut self, when: &str, event: &str) -> Self {
        let event: Event = serde_json::from_str(event).unwrap_or_else(|error| panic!("{event}: {error}"));
        self.recorded += TimeDelta::seconds(1);
        let entry = NewEntry {
            recorded: self.recorded,
            occurred: when.parse().expect(when),
            by: "worker".to_owned().try_into().expect("an id"),
            door: Default::default(),
            event,
            salt: String::new(),
        };
        self.dossier.record(entry).unwrap_or_else(|refusal| panic!("{when}: {refusal}"));
        self
    }

    /// A step is proposed for a day on which it begins; `more` are further fields of the proposal.
    pub fn proposed(self, when: &str, step: &str, measure: &str, more: &str) -> Self {
        let about = if matches!(measure, "M04" | "M13") { "adult" } else { "child" };
        let event = format!(
            r#"{{"step_proposed":{{"step":"{step}","measure":"{measure}","about":"{about}","proposed_by":"worker"{more}}}}}"#
        );
        self.on(when, &event)
    }

    /// A step is proposed and granted on one day.
    pub fn granted(self, when: &str, step: &str, measure: &str, more: &str) -> Self {
        self.proposed(when, step, measure, more).decided(when, step, "granted")
    }

    pub fn decided(self, when: &str, step: &str, outcome: &str) -> Self {
        self.decided_by(when, step, "judge", outcome)
    }

    pub fn decided_by(self, when: &str, step: &str, decider: &str, outcome: &str) -> Self {
        let event =
            format!(r#"{{"decided":{{"step":"{step}","decider":"{decider}","outcome":"{outcome}"}}}}"#);
        self.on(when, &event)
    }

    pub fn urgently(self, when: &str, step: &str, measure: &str, ex_parte: bool) -> Self {
        let event = format!(
            r#"{{"decided_urgently":{{"step":"{step}","decider":"judge","danger":"a knife","why_it_cannot_wait":"tonight","ex_parte":{ex_parte}}}}}"#
        );
        self.proposed(when, step, measure, "").on(when, &event)
    }

    pub fn filed(self, when: &str, step: &str) -> Self {
        self.on(when, &format!(r#"{{"request_filed":{{"step":"{step}","requester":"raad"}}}}"#))
    }

    pub fn started(self, when: &str, step: &str) -> Self {
        self.on(when, &format!(r#"{{"started":{{"step":"{step}"}}}}"#))
    }

    pub fn reviewed(self, when: &str, step: &str) -> Self {
        self.on(when, &format!(r#"{{"reviewed":{{"step":"{step}","outcome":"better","why":"we asked"}}}}"#))
    }

    pub fn heard(self, when: &str, step: &str) -> Self {
        self.on(when, &format!(r#"{{"heard_afterwards":{{"step":"{step}","maintained":true}}}}"#))
    }

    pub fn appealed(self, when: &str, step: &str, by: &str) -> Self {
        self.on(when, &format!(r#"{{"appeal_lodged":{{"step":"{step}","appellant":"{by}"}}}}"#))
    }

    pub fn reported(self, when: &str, to: &str) -> Self {
        self.on(when, &format!(r#"{{"report_received":{{"receiver":"{to}","text":"worries"}}}}"#))
    }

    /// A moment of a step, or of the dossier for an empty `step`.
    pub fn moment(self, when: &str, step: &str, moment: &str) -> Self {
        let of = if step.is_empty() { String::new() } else { format!(r#","step":"{step}""#) };
        self.on(when, &format!(r#"{{"moment_noted":{{"moment":"{moment}"{of}}}}}"#))
    }

    pub fn moment_to(self, when: &str, step: &str, moment: &str, to: &str) -> Self {
        let of = if step.is_empty() { String::new() } else { format!(r#","step":"{step}""#) };
        self.on(when, &format!(r#"{{"moment_noted":{{"moment":"{moment}"{of},"to":"{to}"}}}}"#))
    }

    pub fn assessed(&self, at: &str) -> Assessment {
        assess(&self.dossier, pack(), day(at))
    }

    /// The duties out of one term of the pack.
    pub fn duties(&self, at: &str, term: &str) -> Vec<Duty> {
        let of = |duty: &Duty| duty.reckoning.as_ref().is_some_and(|it| it.term == term);
        self.assessed(at).duties.into_iter().filter(of).collect()
    }

    /// The one duty out of a term.
    pub fn duty(&self, at: &str, term: &str) -> Duty {
        let mut duties = self.duties(at, term);
        assert_eq!(duties.len(), 1, "{term} on {at}: {duties:#?}");
        duties.remove(0)
    }

    /// How a step is carried out on a day, and how the decision stands.
    pub fn stands(&self, at: &str, step: &str) -> (&'static str, &'static str) {
        let assessment = self.assessed(at);
        let step = assessment.step(&StepId::new(step).expect("an id")).expect("the step");
        (step.stands.decision, step.stands.execution)
    }
}
