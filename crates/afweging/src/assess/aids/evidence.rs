//! Back to the source, and the same yardstick for what contradicts as for what confirms.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::fact::{Belnap, Found, Polarity, StatementEvent};
use crate::finding::Finding;
use crate::id::StatementId;
use crate::machine::{Dated, Machine as _};
use crate::sentence::Sentence;
use crate::weighing::{Verdict, View, Views, WeighingEvent};

use super::super::case::{Case, StepCase};
use super::super::facts::{self, Standing};
use super::{aid, those_who_weigh};

pub(super) fn look(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let weighing = step.record.weighing.as_of(step.case.at);
    let leaned_on: BTreeSet<&StatementId> =
        weighing.views().current().flat_map(|given| &given.view.statements_for).collect();
    for id in leaned_on {
        let Some(standing) = facts::stand(step.case, id) else { continue };
        sources(step, id, &standing, aids);
        tested_harder(step, id, &standing, aids);
        not_looked_at(step, id, &standing, aids);
    }
    examined_harder(step, weighing.views(), aids);
}

fn more_evidence(aid: Finding, id: &StatementId) -> Finding {
    aid.lifted_by(
        "evidence_added",
        &[("statement", id.to_string())],
        &["borne_by", "origin", "polarity"],
        those_who_weigh(),
    )
}

fn found_anew(aid: Finding, id: &StatementId) -> Finding {
    aid.lifted_by("found", &[("statement", id.to_string())], &["found", "why", "answers"], those_who_weigh())
}

/// Hearsay that was not traced; all that speaks for it from one root.
fn sources(step: &StepCase<'_>, id: &StatementId, standing: &Standing, aids: &mut Vec<Finding>) {
    let fills = [("statement", facts::statement_name(step.case, id))];
    let said = |code| more_evidence(aid(code, &fills, "Q28").because(standing.because.iter().copied()), id);
    if standing.support.value == Belnap::Neither && standing.support.mentions > 0 {
        aids.push(said(Code::AidHearsay));
    }
    let established = standing.found == Some(Found::Established);
    if established && standing.support.roots_for.len() == 1 && standing.support.mentions > 1 {
        aids.push(said(Code::AidOneRoot));
    }
}

/// How the pieces on one side of a statement were tested.
#[derive(Default)]
struct Side {
    pieces: usize,
    /// Contested, taken back, or answered by a finding.
    tested: usize,
    /// Without a known source, and neither contested nor taken back.
    untraced: usize,
    seqs: Vec<u64>,
}

/// Every piece against was contested, taken back or answered. Of those in favour none was contested or taken back, and
/// some have no known source: nobody went back for it. An answer to what opposes is asked for by the model, so answering alone
/// is no severity; leaving the untraced on the other side alone is.
fn tested_harder(step: &StepCase<'_>, id: &StatementId, standing: &Standing, aids: &mut Vec<Finding>) {
    let [confirming, contrary] = sides(step.case, id, standing);
    if contrary.pieces == 0
        || contrary.tested < contrary.pieces
        || confirming.tested > 0
        || confirming.untraced == 0
    {
        return;
    }
    let name = facts::statement_name(step.case, id);
    let (against, pieces, untraced) = (contrary.pieces, confirming.pieces, confirming.untraced);
    let detail = Sentence::new(
        format!(
            "van {} is alles wat ertegen spreekt ({against}) beantwoord, betwist of ingetrokken, en van wat ervoor spreekt \
             ({pieces}) niets, terwijl van {untraced} de bron niet bekend is",
            name.nl
        ),
        format!(
            "of {} all that speaks against it ({against}) was answered, contested or taken back, and of what speaks for it \
             ({pieces}) nothing, while the source of {untraced} is not known",
            name.en
        ),
    );
    let found = aid(Code::AidContraryTestedHarder, &[("detail", detail)], "Q28")
        .because(confirming.seqs.into_iter().chain(contrary.seqs));
    aids.push(more_evidence(found, id));
}

fn sides(case: &Case<'_>, id: &StatementId, standing: &Standing) -> [Side; 2] {
    let [mut confirming, mut contrary] = [Side::default(), Side::default()];
    let Some(record) = case.dossier.statements().get(id) else { return [confirming, contrary] };
    let answered: BTreeSet<_> = record
        .history
        .until(case.at)
        .filter_map(|dated| match &dated.transition {
            StatementEvent::Find { finding, .. } => Some(&finding.answers),
            StatementEvent::Withdraw(_) => None,
        })
        .flatten()
        .map(|answer| &answer.evidence)
        .collect();
    for piece in record.evidence.iter().filter_map(|id| case.dossier.evidence().get(id)) {
        let added = &piece.added;
        if !case.has_occurred(&added.occurred) || case.dossier.is_corrected(added.seq) {
            continue;
        }
        let is_contested = case
            .dossier
            .contests()
            .get(&added.seq)
            .is_some_and(|contests| contests.iter().any(|contest| case.has_occurred(&contest.occurred)));
        let is_withdrawn = piece.withdrawn.as_ref().is_some_and(|(_, when)| case.has_occurred(when));
        let is_tested = is_contested || is_withdrawn || answered.contains(&added.what.evidence);
        let side = match added.what.polarity {
            Polarity::Supports => &mut confirming,
            Polarity::Opposes => &mut contrary,
        };
        side.pieces = side.pieces.saturating_add(1);
        side.seqs.push(added.seq);
        if is_tested {
            side.tested = side.tested.saturating_add(1);
        } else if standing.support.untraced.contains(&added.what.evidence) {
            side.untraced = side.untraced.saturating_add(1);
        }
    }
    [confirming, contrary]
}

/// The same for the statements of a view: people made a finding on every one that contradicts their verdict, and on none of
/// those that confirm it.
fn examined_harder(step: &StepCase<'_>, views: &Views, aids: &mut Vec<Finding>) {
    let mut confirming: BTreeSet<&StatementId> = BTreeSet::new();
    let mut contrary: BTreeSet<&StatementId> = BTreeSet::new();
    for given in views.current() {
        let (with, against) = match given.view.verdict {
            Verdict::Met => (&given.view.statements_for, &given.view.statements_against),
            Verdict::NotMet => (&given.view.statements_against, &given.view.statements_for),
            Verdict::Undecided => continue,
        };
        confirming.extend(with);
        contrary.extend(against);
    }
    // What serves both sides is tested for both.
    let both: BTreeSet<&StatementId> = confirming.intersection(&contrary).copied().collect();
    let examined = |ids: &BTreeSet<&StatementId>| -> (usize, usize) {
        let rest: Vec<_> = ids.iter().filter(|id| !both.contains(*id)).collect();
        (rest.iter().filter(|id| is_examined(step.case, id)).count(), rest.len())
    };
    let ((tested, with), (tested_against, against)) = (examined(&confirming), examined(&contrary));
    if against == 0 || tested_against < against || with == 0 || tested > 0 {
        return;
    }
    let detail = Sentence::new(
        format!(
            "over alles wat het oordeel tegenspreekt ({against}) is een bevinding, over wat het bevestigt ({with}) geen enkele"
        ),
        format!(
            "there is a finding on all that contradicts the verdict ({against}), and on none of what confirms it ({with})"
        ),
    );
    let claim = |id: &&StatementId| step.dossier().statements().get(*id).map(|record| record.claim.seq);
    let mut found = aid(Code::AidContraryTestedHarder, &[("detail", detail)], "Q28")
        .because(confirming.iter().chain(&contrary).filter_map(claim));
    for id in confirming.iter().filter(|id| !both.contains(*id)) {
        found = found_anew(found, id);
    }
    aids.push(found);
}

/// Whether people made a finding on a statement.
fn is_examined(case: &Case<'_>, id: &StatementId) -> bool {
    case.dossier.statements().get(id).is_some_and(|record| {
        record.history.until(case.at).any(|dated| matches!(dated.transition, StatementEvent::Find { .. }))
    })
}

/// Slow to revise: since people last looked, new roots speak against what a view leans on, and nobody made a finding, gave a
/// view or took the dialogue up again. A new mention of an old root is no news.
fn not_looked_at(step: &StepCase<'_>, id: &StatementId, standing: &Standing, aids: &mut Vec<Finding>) {
    if standing.withdrawn || standing.support.roots_against.is_empty() {
        return;
    }
    let Some((since, seq)) = last_looked(step, id) else { return };
    let count = facts::roots_against_since(step.case, id, seq);
    if count == 0 {
        return;
    }
    let fills = [
        ("since", Sentence::same(since)),
        ("count", Sentence::same(count)),
        ("statement", facts::statement_name(step.case, id)),
    ];
    let found = aid(Code::AidContraryNotLookedAt, &fills, "Q28")
        .because(standing.because.iter().copied().chain([seq]));
    let mut found = found_anew(found, id);
    // A dialogue that is going on, or did not begin, is not taken up again.
    if step.record.weighing.as_of(step.case.at).allowed().contains(&"reopen") {
        let this = [("step", step.id.to_string())];
        found = found.lifted_by("dialogue_reopened", &this, &["why"], those_who_weigh());
    }
    aids.push(found);
}

/// When people last looked at a statement for a step: by a finding on it, a view, or a dialogue begun or taken up again.
fn last_looked(step: &StepCase<'_>, id: &StatementId) -> Option<(chrono::NaiveDate, u64)> {
    let found = |dated: &&Dated<StatementEvent>| matches!(dated.transition, StatementEvent::Find { .. });
    let findings = step.dossier().statements().get(id)?.history.until(step.case.at).filter(found);
    let findings = findings.map(|dated| (dated.occurred.first_day(), dated.seq));
    let weighed = step.record.weighing.until(step.case.at).filter_map(|dated| {
        let names = |view: &View| view.statements_for.contains(id) || view.statements_against.contains(id);
        let looks = matches!(dated.transition, WeighingEvent::Reopen(_))
            || dated.transition.views().any(|(_, view)| names(view));
        looks.then(|| (dated.occurred.first_day(), dated.seq))
    });
    findings.chain(weighed).max_by_key(|(_, seq)| *seq)
}
