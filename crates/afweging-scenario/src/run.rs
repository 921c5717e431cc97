//! Running a scenario: it is told, looked at on its last day, and each expectation is held against what was found.

use std::collections::BTreeSet;

use afweging::{
    Actor, Answerer, Assessment, Code, Finding, GateOutcome, Language, MayAct, Pack, PersonId, Question,
    ReasonIndex, StepAssessment, StepId, assess, assess_beside,
};

use crate::expect::{Expectation, What};
use crate::fault::ScenarioFault;
use crate::item::Told;
use crate::node::Node;
use crate::result::{Branch, ScenarioResult, Shown, Unmet, gate_label, shown};
use crate::scenario::{Scenario, ScenarioFaults};
use crate::tell::{Refused, Stop, Teller};
use crate::words::{GATE, is_same};

impl Scenario {
    /// Tells it, and looks what came of it by a law pack: the Dutch one, unless it is about another.
    ///
    /// # Errors
    /// [`ScenarioFaults`] when a name on a line stands for nothing that is there. That the dossier refuses a line is no
    /// fault of the scenario when it expects that (`weigert`); otherwise it is an expectation that did not come out.
    pub fn run(&self, pack: &Pack) -> Result<ScenarioResult, ScenarioFaults> {
        let pack = self.pack(pack)?;
        let pack = pack.as_ref();
        let mut teller = Teller::new(pack, "scenario", self.day);
        let mut refused = tell(&mut teller, &self.given)?;
        // What is expected is about the step of `als`.
        teller.last_step = None;
        if refused.is_none() {
            refused = tell(&mut teller, &self.when)?;
        }
        if refused.is_none()
            && let Some(fault) = teller.left_over()
        {
            return Err(fault.into());
        }
        let assessment = match self.beside.as_slice() {
            [] => assess(&teller.dossier, pack, teller.day),
            beside => {
                let mut other = Teller::new(pack, "ander-dossier", self.day);
                other.tell_all(beside).map_err(|stop| match stop {
                    Stop::Fault(fault) => fault,
                    Stop::Refused(it) => ScenarioFault::new(it.place, it.why),
                })?;
                assess_beside(&teller.dossier, pack, teller.day, &ReasonIndex::of(&[&other.dossier]))
            }
        };
        self.held_against(teller, assessment, refused)
    }

    /// The law that it is about.
    fn pack<'p>(&self, pack: &'p Pack) -> Result<std::borrow::Cow<'p, Pack>, ScenarioFaults> {
        use std::borrow::Cow;
        let mut law = Cow::Borrowed(pack);
        if let Some((place, name)) = &self.law {
            let fault = |why: String| ScenarioFault::new(*place, why);
            let read =
                Pack::hypothetical(name).ok_or_else(|| fault(format!("het voorstel `{name}` is er niet")))?;
            law = Cow::Owned(read.map_err(|error| fault(error.to_string()))?);
        }
        if let Some(region) = &self.region {
            let there = law.into_owned().in_region(region);
            law = Cow::Owned(
                there.map_err(|error| ScenarioFault::new(crate::fault::Place::START, error.to_string()))?,
            );
        }
        Ok(law)
    }

    fn held_against(
        &self,
        mut teller: Teller<'_>,
        assessment: Assessment,
        refused: Option<Refused>,
    ) -> Result<ScenarioResult, ScenarioFaults> {
        let mut met = Vec::new();
        let mut unmet = Vec::new();
        let asked_refusal = self.then.iter().any(|it| matches!(it.what, What::Refuses(_)));
        if let Some(it) = refused.as_ref().filter(|_| !asked_refusal) {
            unmet.push(Unmet {
                place: it.place,
                expected: "het dossier neemt deze regel op".to_owned(),
                happened: vec![format!("geweigerd met {}: {}", it.code, it.why)],
            });
        }
        for expectation in &self.then {
            let look = Look { assessment: &assessment, refused: refused.as_ref() };
            match look.at(expectation, &mut teller)? {
                Ok(()) => met.push(expectation.written.clone()),
                Err(happened) => unmet.push(Unmet {
                    place: expectation.place,
                    expected: expectation.written.clone(),
                    happened,
                }),
            }
        }
        unmet.sort_by_key(|it| it.place);
        let codes = |of: fn(&What) -> &[Code]| -> BTreeSet<Code> {
            self.then.iter().flat_map(|it| of(&it.what)).copied().collect()
        };
        let mut shows = shown(&teller.dossier, &assessment);
        shows.extend(refused.as_ref().map(|it| Shown { code: it.code, branch: Branch::Door }));
        Ok(ScenarioResult {
            title: self.title.clone(),
            sources: self.sources.clone(),
            day: teller.day,
            dossier: teller.dossier,
            assessment,
            refused,
            met,
            unmet,
            shows,
            expects: codes(What::codes),
            expects_not: codes(What::codes_not),
        })
    }
}

/// Tells a part; the line that the dossier refused, when it did.
fn tell(teller: &mut Teller<'_>, told: &[Told]) -> Result<Option<Refused>, ScenarioFaults> {
    match teller.tell_all(told) {
        Ok(()) => Ok(None),
        Err(Stop::Refused(refused)) => Ok(Some(refused)),
        Err(Stop::Fault(fault)) => Err(fault.into()),
    }
}

/// What there is to look at.
struct Look<'a> {
    assessment: &'a Assessment,
    refused: Option<&'a Refused>,
}

/// Whether it came out; when not, what did happen.
type Came = Result<(), Vec<String>>;

impl Look<'_> {
    fn at(&self, it: &Expectation, teller: &mut Teller<'_>) -> Result<Came, ScenarioFaults> {
        Ok(match &it.what {
            What::Refuses(code) => match self.refused {
                Some(refused) if refused.code == *code => Ok(()),
                Some(refused) => Err(vec![format!("geweigerd met {}: {}", refused.code, refused.why)]),
                None => Err(vec!["elke regel is opgenomen".to_owned()]),
            },
            What::Finds(codes) => {
                let day = match &it.due {
                    Some(node) => Some(teller.day_said(node)?),
                    None => None,
                };
                let step = self.said_step(it, teller)?;
                self.finds(codes, step, it.text.as_deref(), day)
            }
            What::FindsNot(codes) => {
                let step = self.said_step(it, teller)?;
                self.finds_not(codes, step, it.text.as_deref())
            }
            What::May => self.may(self.step(it, teller)?),
            What::MayNot(codes) => self.may_not(codes, self.step(it, teller)?),
            What::Asks(text) => {
                let step = self.said_step(it, teller)?;
                let to = match &it.to {
                    Some(node) => Some(whom(node, teller)?),
                    None => None,
                };
                self.asks(text, step, to.as_ref())
            }
            What::AsksNot(text) => {
                let step = self.said_step(it, teller)?;
                match self.questions(step).into_iter().find(|it| contains(&it.what.nl, text)) {
                    None => Ok(()),
                    Some(question) => Err(vec![format!("wel gevraagd: „{}”", question.what.nl)]),
                }
            }
            What::Open(nodes) => self.open(nodes, teller, true)?,
            What::NotOpen(nodes) => self.open(nodes, teller, false)?,
            What::Requests(nodes) => people(nodes, teller, &self.step(it, teller)?.who_may_request, true)?,
            What::RequestsNot(nodes) => {
                people(nodes, teller, &self.step(it, teller)?.who_may_request, false)?
            }
            What::Decides(nodes) => people(nodes, teller, &self.step(it, teller)?.who_may_decide, true)?,
            What::DecidesNot(nodes) => people(nodes, teller, &self.step(it, teller)?.who_may_decide, false)?,
            What::Gate(gate, stands) => {
                let step = self.step(it, teller)?;
                let outcome = step.gate(*gate).map(|result| outcome(result.outcome)).unwrap_or_default();
                let is_it = GATE.iter().any(|(dutch, word)| *dutch == outcome && word == stands);
                if is_it {
                    Ok(())
                } else {
                    let mut happened = vec![format!("{}: {outcome}", gate_label(*gate))];
                    happened.extend(step.gate(*gate).iter().flat_map(|it| &it.findings).map(told));
                    Err(happened)
                }
            }
            What::RestsOn(nodes) => {
                let mut wanted: Vec<PersonId> = Vec::new();
                for node in nodes {
                    wanted.extend(PersonId::new(teller.person_id(node)?).ok());
                }
                let rests = &self.step(it, teller)?.rests_on_judgement_of;
                if wanted.iter().all(|id| rests.contains(id)) {
                    Ok(())
                } else {
                    let there: Vec<&str> = rests.iter().map(PersonId::as_str).collect();
                    Err(vec![format!("rust op het oordeel van: {}", or_nobody(&there))])
                }
            }
            What::Least(nodes) => {
                let wanted = steps(nodes, teller)?;
                let least: BTreeSet<&StepId> = self.assessment.least_intrusive.iter().collect();
                if wanted.iter().collect::<BTreeSet<_>>() == least {
                    Ok(())
                } else {
                    let there: Vec<&str> = least.iter().map(|id| id.as_str()).collect();
                    Err(vec![format!("het minst ingrijpend van wat openstaat: {}", or_nobody(&there))])
                }
            }
        })
    }

    /// The step that was named beside the expectation.
    fn said_step(
        &self,
        it: &Expectation,
        teller: &Teller<'_>,
    ) -> Result<Option<&StepAssessment>, ScenarioFaults> {
        match &it.step {
            None => Ok(None),
            Some(node) => Ok(self.step_of(&teller.step_said(node)?)),
        }
    }

    fn step_of(&self, id: &StepId) -> Option<&StepAssessment> {
        self.assessment.step(id)
    }

    /// The step that an expectation is about: the one that it names, that `als` is about, or the only one.
    fn step(&self, it: &Expectation, teller: &Teller<'_>) -> Result<&StepAssessment, ScenarioFaults> {
        let named = self.said_step(it, teller)?;
        let last = teller.last_step.as_ref().and_then(|id| self.step_of(id));
        let only = || match self.assessment.steps.as_slice() {
            [step] => Some(step),
            _ => None,
        };
        named.or(last).or_else(only).ok_or_else(|| {
            ScenarioFault::new(it.place, format!("niet te zeggen over welke stap `{}` gaat", it.written))
                .hint("zet erbij: `stap: …`, of laat onder `als` iemand iets met een stap doen")
                .into()
        })
    }

    fn may(&self, step: &StepAssessment) -> Came {
        if step.open { Ok(()) } else { Err(bars(step)) }
    }

    fn may_not(&self, codes: &[Code], step: &StepAssessment) -> Came {
        if step.open {
            return Err(vec![format!("de stap {} staat open", step.step)]);
        }
        let barring: BTreeSet<Code> = step
            .gates
            .iter()
            .flat_map(|gate| gate.findings.iter())
            .filter(|it| is_bar(it))
            .map(|it| it.code)
            .collect();
        let missing: Vec<&str> =
            codes.iter().filter(|code| !barring.contains(code)).map(|code| code.as_str()).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut happened = vec![format!("niet door {}", missing.join(", "))];
        // What stands before the same gates tells most; of the others the codes are enough.
        let gates: BTreeSet<_> = codes.iter().filter_map(|code| code.gate()).collect();
        let bars = step.gates.iter().flat_map(|gate| gate.findings.iter()).filter(|it| is_bar(it));
        let (near, far): (Vec<&Finding>, Vec<&Finding>) =
            bars.partition(|it| it.gate.is_some_and(|gate| gates.contains(&gate)));
        happened.extend(near.into_iter().map(told));
        let far: BTreeSet<&str> = far.into_iter().map(|it| it.code.as_str()).collect();
        if !far.is_empty() {
            happened
                .push(format!("en bij andere poorten: {}", far.into_iter().collect::<Vec<_>>().join(", ")));
        }
        Err(happened)
    }

    fn finds(
        &self,
        codes: &[Code],
        step: Option<&StepAssessment>,
        text: Option<&str>,
        due: Option<chrono::NaiveDate>,
    ) -> Came {
        let mut happened = Vec::new();
        for code in codes {
            let said = self.sentences(*code, step);
            let is_there = said.iter().any(|(sentence, day)| {
                text.is_none_or(|text| contains(sentence, text)) && due.is_none_or(|due| *day == Some(due))
            });
            if is_there {
                continue;
            }
            if said.is_empty() {
                happened.push(format!("{code} is niet gevonden"));
            }
            happened.extend(said.into_iter().map(|(sentence, day)| {
                let day = day.map(|day| format!(" [uiterlijk {day}]")).unwrap_or_default();
                format!("{code} zegt: „{sentence}”{day}")
            }));
        }
        if happened.is_empty() {
            return Ok(());
        }
        let mut there: BTreeSet<&str> = self.all(step).iter().map(|it| it.code.as_str()).collect();
        if step.is_none() {
            there.extend(self.assessment.duties.iter().map(|it| it.code.as_str()));
        }
        happened.push(format!("wel gevonden: {}", or_nobody(&there.into_iter().collect::<Vec<_>>())));
        if let Some(refused) = self.refused {
            happened.push(format!("geweigerd met {}: {}", refused.code, refused.why));
        }
        Err(happened)
    }

    fn finds_not(&self, codes: &[Code], step: Option<&StepAssessment>, text: Option<&str>) -> Came {
        let mut happened = Vec::new();
        for code in codes {
            for (sentence, _) in self.sentences(*code, step) {
                if text.is_none_or(|text| contains(&sentence, text)) {
                    happened.push(format!("{code} is wel gevonden: „{sentence}”"));
                }
            }
        }
        if happened.is_empty() { Ok(()) } else { Err(happened) }
    }

    /// The findings of one step, or all of them.
    fn all(&self, step: Option<&StepAssessment>) -> Vec<&Finding> {
        match step {
            Some(step) => {
                let gates = self.assessment.step(&step.step).into_iter();
                gates.flat_map(|it| it.findings().chain(it.remarks())).collect()
            }
            None => self.assessment.all_findings().collect(),
        }
    }

    /// What a code says, with the day of a duty.
    fn sentences(
        &self,
        code: Code,
        step: Option<&StepAssessment>,
    ) -> Vec<(String, Option<chrono::NaiveDate>)> {
        let findings = self.all(step).into_iter().filter(|it| it.code == code);
        let mut said: Vec<_> = findings.map(|it| (it.sentence.nl.clone(), None)).collect();
        if step.is_none() {
            let duties = self.assessment.duties.iter().filter(|it| it.code == code);
            said.extend(duties.map(|it| (it.sentence.nl.clone(), it.due)));
        }
        said
    }

    fn questions(&self, step: Option<&StepAssessment>) -> Vec<&Question> {
        self.all(step).into_iter().flat_map(|it| &it.questions).collect()
    }

    fn asks(&self, text: &str, step: Option<&StepAssessment>, to: Option<&Whom>) -> Came {
        let questions = self.questions(step);
        let mut near: Vec<&&Question> = questions.iter().filter(|it| contains(&it.what.nl, text)).collect();
        if near.iter().any(|it| to.is_none_or(|to| to.is_among(&it.who_may_answer))) {
            return Ok(());
        }
        let mut happened = Vec::new();
        if near.is_empty() {
            happened.push("deze vraag wordt niet gesteld; wel:".to_owned());
            near = questions.iter().take(12).collect();
        }
        happened.extend(near.into_iter().map(|it| {
            let who: Vec<String> = it.who_may_answer.iter().map(answerer).collect();
            format!("„{}” (aan {})", it.what.nl, who.join(", "))
        }));
        happened.dedup();
        Err(happened)
    }

    fn open(&self, nodes: &[Node], teller: &Teller<'_>, wanted: bool) -> Result<Came, ScenarioFaults> {
        let mut happened = Vec::new();
        for id in steps(nodes, teller)? {
            let Some(step) = self.step_of(&id) else { continue };
            if step.open != wanted {
                happened.extend(if wanted { bars(step) } else { vec![format!("de stap {id} staat open")] });
            }
        }
        Ok(if happened.is_empty() { Ok(()) } else { Err(happened) })
    }
}

/// What keeps a step from being open.
fn bars(step: &StepAssessment) -> Vec<String> {
    if step.open {
        return vec![format!("de stap {} staat open", step.step)];
    }
    let mut told_all = vec![format!(
        "de stap {} staat niet open{}",
        step.step,
        if step.over { ": hij is voorbij" } else { "" }
    )];
    for gate in &step.gates {
        for finding in gate.findings.iter().filter(|it| is_bar(it)) {
            told_all.push(told(finding));
        }
    }
    told_all
}

fn is_bar(finding: &Finding) -> bool {
    use afweging::Says;
    matches!(finding.says, Says::Failed | Says::Unknown | Says::OutsidePack)
}

fn told(finding: &Finding) -> String {
    format!("{}: {}", finding.code, finding.sentence.in_language(Language::Nl))
}

fn outcome(outcome: GateOutcome) -> &'static str {
    match outcome {
        GateOutcome::Passed => "voldaan",
        GateOutcome::Failed => "niet voldaan",
        GateOutcome::Unknown => "onbekend",
        GateOutcome::Cured => "hersteld",
        GateOutcome::OutsidePack => "buiten het wetspakket",
    }
}

fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

fn or_nobody(names: &[&str]) -> String {
    if names.is_empty() { "niets of niemand".to_owned() } else { names.join(", ") }
}

fn answerer(answerer: &Answerer) -> String {
    match answerer {
        Answerer::Person(id) => id.as_str().to_owned(),
        Answerer::Actor(actor) => actor.label().nl,
        Answerer::ThoseWhoWeigh => "wie samen weegt".to_owned(),
    }
}

fn steps(nodes: &[Node], teller: &Teller<'_>) -> Result<Vec<StepId>, ScenarioFaults> {
    let mut ids = Vec::new();
    for node in nodes {
        ids.push(teller.step_said(node)?);
    }
    Ok(ids)
}

/// Somebody, by name or as a body.
struct Whom {
    person: Option<PersonId>,
    actors: Vec<Actor>,
}

impl Whom {
    fn is(&self, who: &Answerer) -> bool {
        match who {
            Answerer::Person(id) => self.person.as_ref() == Some(id),
            Answerer::Actor(actor) => self.actors.contains(actor),
            Answerer::ThoseWhoWeigh => false,
        }
    }

    fn is_among(&self, who: &[Answerer]) -> bool {
        who.iter().any(|it| self.is(it))
    }
}

/// Who is meant: somebody of the story, with the body for which they act, or a body.
fn whom(node: &Node, teller: &Teller<'_>) -> Result<Whom, ScenarioFaults> {
    let asked = node.text().unwrap_or_default();
    let member = teller.cast.find(&asked);
    let role = member.map(|it| it.role.clone()).or_else(|| crate::cast::role(&asked));
    let body = role
        .and_then(|role| serde_json::from_value::<afweging::Role>(serde_json::Value::String(role)).ok())
        .and_then(afweging::Role::body);
    let mut actors: Vec<Actor> = body.into_iter().collect();
    if member.is_none() {
        actors.extend(Actor::ALL.iter().copied().filter(|actor| {
            let label = actor.label().nl;
            let bare = ["de ", "het ", "een "].iter().find_map(|word| label.strip_prefix(word));
            is_same(&label, &asked) || bare.is_some_and(|bare| is_same(bare, &asked))
        }));
    }
    let person = member.and_then(|it| PersonId::new(it.id.clone()).ok());
    if person.is_none() && actors.is_empty() {
        return Err(teller.cast.nobody(node.place, &asked).into());
    }
    Ok(Whom { person, actors })
}

fn people(nodes: &[Node], teller: &Teller<'_>, may: &[MayAct], wanted: bool) -> Result<Came, ScenarioFaults> {
    let mut wrong = false;
    for node in nodes {
        let whom = whom(node, teller)?;
        wrong |= may.iter().any(|it| whom.is(&it.who)) != wanted;
    }
    if !wrong {
        return Ok(Ok(()));
    }
    let there: Vec<String> = may.iter().map(|it| format!("{} ({})", answerer(&it.who), it.article)).collect();
    let there: Vec<&str> = there.iter().map(String::as_str).collect();
    Ok(Err(vec![format!("wel: {}", or_nobody(&there))]))
}
