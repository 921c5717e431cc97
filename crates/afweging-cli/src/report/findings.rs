//! Findings: what each says, on what it rests, what is asked and of whom, what could change it.
//!
//! Findings that say the same of several things stand together, so that ten unanswered alternatives read as one
//! question with ten objects.

use afweging::{AidLevel, Finding, Question};

use super::{Block, Inline, Item, Subject, remedy};

/// What findings share when they stand together.
#[derive(Debug, PartialEq, Eq)]
struct Shared {
    code: &'static str,
    basis: Vec<String>,
    kinds_and_answerers: Vec<String>,
    remedy: Option<(String, Vec<Inline>)>,
    says: afweging::Says,
    level: Option<AidLevel>,
}

impl Shared {
    fn of(subject: &Subject<'_>, finding: &Finding) -> Self {
        let words = subject.words;
        Shared {
            code: finding.code.as_str(),
            basis: finding.basis.iter().map(|basis| words.basis(basis)).collect(),
            kinds_and_answerers: finding
                .questions
                .iter()
                .map(|question| {
                    let who = if question.who_may_answer.is_empty() {
                        words.say("niet gezegd wie mag antwoorden", "not said who may answer").to_owned()
                    } else {
                        format!(
                            "{} {}",
                            words.say("te beantwoorden door", "to be answered by"),
                            subject.answerers(&question.who_may_answer)
                        )
                    };
                    format!("{}; {who}", words.question_kind(question.kind))
                })
                .collect(),
            remedy: remedy::of(subject, &finding.remedy, &words.of(&finding.sentence)),
            says: finding.says,
            level: finding.level,
        }
    }
}

/// Findings as a list.
pub(super) fn list<'f>(subject: &Subject<'_>, findings: impl IntoIterator<Item = &'f Finding>) -> Block {
    let mut groups: Vec<(Shared, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let shared = Shared::of(subject, finding);
        match groups.iter_mut().find(|(other, _)| *other == shared) {
            Some((_, members)) => members.push(finding),
            None => groups.push((shared, vec![finding])),
        }
    }
    Block::List(groups.into_iter().flat_map(|(shared, members)| group(subject, &shared, &members)).collect())
}

/// One item where the members share how their sentence begins and ask the same, else one for each.
fn group(subject: &Subject<'_>, shared: &Shared, members: &[&Finding]) -> Vec<Item> {
    if members.len() > 1
        && let Some(same) = Same::of(subject, members)
    {
        return vec![together(subject, shared, members, &same)];
    }
    members.iter().map(|finding| alone(subject, shared, finding)).collect()
}

/// What several findings say in the same words, each of something else.
struct Same {
    /// How each sentence begins.
    start: String,
    /// Of what each speaks.
    objects: Vec<String>,
    /// What is asked of each.
    questions: Vec<String>,
}

impl Same {
    fn of(subject: &Subject<'_>, members: &[&Finding]) -> Option<Self> {
        let words = subject.words;
        let sentences: Vec<String> = members.iter().map(|finding| words.of(&finding.sentence)).collect();
        let (start, _) = sentences.first()?.split_once(": ")?;
        let start = format!("{start}: ");
        let objects: Vec<String> = sentences
            .iter()
            .map(|sentence| sentence.strip_prefix(&start).map(|end| end.trim_end_matches('.').to_owned()))
            .collect::<Option<_>>()?;
        let asked = |(finding, object): (&&Finding, &String)| -> Vec<String> {
            let object = format!(": {object}");
            finding.questions.iter().map(|question| words.of(&question.what).replace(&object, "")).collect()
        };
        let mut asked = members.iter().zip(&objects).map(asked);
        let questions = asked.next()?;
        asked.all(|theirs| theirs == questions).then_some(Same { start, objects, questions })
    }
}

fn alone(subject: &Subject<'_>, shared: &Shared, finding: &Finding) -> Item {
    let words = subject.words;
    let mut terms = Vec::new();
    for (question, who) in finding.questions.iter().zip(&shared.kinds_and_answerers) {
        terms.push(asked(subject, question, who));
    }
    terms.extend(changes(shared));
    terms.extend(rests(subject, shared, &finding.because));
    let text = heading(subject, shared).text(words.of(&finding.sentence)).text(" ").code(shared.code);
    Item { text, below: vec![Block::Terms(terms)] }
}

fn together(subject: &Subject<'_>, shared: &Shared, members: &[&Finding], same: &Same) -> Item {
    let words = subject.words;
    let objects = members
        .iter()
        .zip(&same.objects)
        .map(|(finding, object)| {
            let object = Inline::from(object.clone());
            if finding.because.is_empty() {
                object.into()
            } else {
                object.text(" (").entries(words, &finding.because).text(")").into()
            }
        })
        .collect();
    let mut terms = Vec::new();
    for (asks, who) in same.questions.iter().zip(&shared.kinds_and_answerers) {
        let text = format!("{} {asks} ({who})", words.say("Voor elk:", "For each:"));
        terms.push((words.say("Vraag", "Question").to_owned(), text.into()));
    }
    terms.extend(changes(shared));
    terms.extend(rests(subject, shared, &[]));
    let text = heading(subject, shared).text(same.start.trim_end()).text(" ").code(shared.code);
    Item { text, below: vec![Block::List(objects), Block::Terms(terms)] }
}

/// The outcome that a finding gives its gate, in front of it.
fn heading(subject: &Subject<'_>, shared: &Shared) -> Inline {
    use afweging::{GateOutcome, Says};
    let outcome = match shared.says {
        Says::Failed => GateOutcome::Failed,
        Says::Unknown => GateOutcome::Unknown,
        Says::OutsidePack => GateOutcome::OutsidePack,
        Says::Cured => GateOutcome::Cured,
        Says::Nothing if shared.level == Some(AidLevel::Warn) => {
            return Inline::default().strong(subject.words.say("Let op: ", "Note: "));
        }
        Says::Nothing => {
            return Inline::from(subject.words.say("Ter kennisname: ", "For your information: "));
        }
    };
    Inline::default().outcome(outcome).text(": ")
}

fn asked(subject: &Subject<'_>, question: &Question, who: &str) -> (String, Inline) {
    let words = subject.words;
    (words.say("Vraag", "Question").to_owned(), format!("{} ({who})", words.of(&question.what)).into())
}

fn changes(shared: &Shared) -> Vec<(String, Inline)> {
    let Some((title, lines)) = &shared.remedy else { return Vec::new() };
    lines.iter().map(|line| (title.clone(), line.clone())).collect()
}

fn rests(subject: &Subject<'_>, shared: &Shared, because: &[u64]) -> Option<(String, Inline)> {
    let words = subject.words;
    let mut line = Inline::from(shared.basis.join("; "));
    if !because.is_empty() {
        line = line.text(if shared.basis.is_empty() { "" } else { "; " }).entries(words, because);
    }
    let is_empty = shared.basis.is_empty() && because.is_empty();
    (!is_empty).then(|| (words.say("Grondslag", "Basis").to_owned(), line))
}
