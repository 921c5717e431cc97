//! A small case to put questions to the map about.

use std::sync::LazyLock;

use afweging::{
    Act, AuthorityMap, AuthorityNoted, Birth, Decided, Dossier, Event, Matter, MeasureId, NewEntry, Outcome,
    Pack, ParentalAuthority, Person, PersonId, Proposal, Relation, RelationNoted, RequestFiled,
    RequestWithdrawn, Role, Route, Said, Started, StepDetails, StepId, Way,
};
use chrono::NaiveDate;

pub const DAY: &str = "2025-03-01";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

pub fn measure(text: &str) -> MeasureId {
    MeasureId::new(text).unwrap()
}

pub fn step_id(text: &str) -> StepId {
    StepId::new(text).unwrap()
}

/// A dossier with a child of ten, her mother with authority, and whoever is named; everything on one day.
pub struct Case {
    pub dossier: Dossier,
    pub on: &'static str,
}

impl Case {
    pub fn with(people: &[(&str, Role)]) -> Case {
        let mut case = Case { dossier: Dossier::new("d1"), on: DAY };
        case.add("child", Role::Child, Birth::On(day("2015-01-01")));
        case.add("mother", Role::Mother, Birth::Unknown);
        case.record(Event::RelationNoted(RelationNoted {
            person: id("mother"),
            child: id("child"),
            relation: Relation::Parent,
        }));
        case.record(Event::AuthorityNoted(AuthorityNoted {
            holder: id("mother"),
            child: id("child"),
            authority: ParentalAuthority::Held,
        }));
        for (person, role) in people {
            case.add(person, *role, Birth::Unknown);
        }
        case
    }

    pub fn add(&mut self, person: &str, role: Role, birth: Birth) {
        self.record(Event::PersonAdded(Person { person: id(person), role, birth }));
    }

    pub fn record(&mut self, event: Event) {
        let by = match &event {
            Event::PersonAdded(person) => person.person.clone(),
            _ => id("child"),
        };
        let entry = NewEntry {
            recorded: format!("{}T12:00:00Z", self.on).parse().unwrap(),
            occurred: self.on.parse().unwrap(),
            by,
            door: Default::default(),
            event,
            salt: String::new(),
        };
        self.dossier.record(entry).unwrap();
    }

    pub fn propose(&mut self, step: &str, of: &str, about: &str, by: &str) {
        self.record(Event::StepProposed(Proposal {
            step: step_id(step),
            measure: measure(of),
            placement: Said::NotSaid,
            about: id(about),
            proposed_by: id(by),
            from: Said::NotSaid,
            until: Said::NotSaid,
            extends: Said::NotSaid,
            ends: Said::NotSaid,
            details: StepDetails::default(),
        }));
    }

    pub fn file(&mut self, step: &str, by: &str) {
        self.record(Event::RequestFiled(RequestFiled {
            step: step_id(step),
            requester: id(by),
            form: Said::NotSaid,
            discussed_with_child: Said::NotSaid,
            mentions: Said::NotSaid,
        }));
    }

    pub fn withdraw(&mut self, step: &str) {
        self.record(Event::RequestWithdrawn(RequestWithdrawn { step: step_id(step), why: Said::NotSaid }));
    }

    pub fn decide(&mut self, step: &str, by: &str, outcome: Outcome) {
        self.record(Event::Decided(Decided {
            step: step_id(step),
            decider: id(by),
            outcome,
            until: Said::NotSaid,
            ex_officio: Said::NotSaid,
            why: Said::NotSaid,
        }));
    }

    pub fn start(&mut self, step: &str) {
        self.record(Event::Started(Started { step: step_id(step) }));
    }

    /// A measure that was asked for, granted and begun.
    pub fn in_force(&mut self, step: &str, of: &str, asks: &str, decides: &str) {
        self.propose(step, of, "child", asks);
        self.file(step, asks);
        self.decide(step, decides, Outcome::Granted);
        self.start(step);
    }

    pub fn route(&self, to: &str) -> Route {
        map().route(&self.dossier, &measure(to), &id("child"), day(self.on))
    }

    pub fn ways(&self, to: &str) -> Vec<Way> {
        match self.route(to) {
            Route::Ways(ways) => ways,
            other => panic!("{other:?}"),
        }
    }

    pub fn may(&self, who: &str, act: Act, of: &str) -> Result<afweging::Authority, afweging::NoAuthority> {
        let (child, of) = (id("child"), measure(of));
        map().may_in(&id(who), act, &Matter::new(&self.dossier, &child, &of, day(self.on)))
    }
}

/// A way as one line: who does what to which measure.
pub fn told(way: &Way) -> Vec<String> {
    way.steps
        .iter()
        .map(|step| {
            let mut by: Vec<String> = step.by.iter().map(|it| format!("{:?}", it.actor)).collect();
            by.sort();
            by.dedup();
            format!("{} {:?} {}", by.join("/"), step.act, step.measure)
        })
        .collect()
}

pub fn map() -> &'static AuthorityMap {
    static MAP: LazyLock<AuthorityMap> = LazyLock::new(|| AuthorityMap::of(&Pack::nl().unwrap()));
    &MAP
}
