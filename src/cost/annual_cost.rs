//! What a proposal costs in a year, beside pay as it stands.

use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Field;
use crate::agreement::proposal::Proposal;
use crate::cost::baseline::{Baseline, BeforeAndAfter};
use crate::cost::contribution::{Contributions, changes};
use crate::cost::losers::losers;
use crate::cost::question::Question;
use crate::cost::requirements::missing_input;
use crate::cost::rows::{CostRow, rows};
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::{OutOfBand, PayRun};

/// The answer for one proposal.
#[derive(Clone, Debug)]
pub struct Cost {
    /// The rows, in the order of company and then area or courier. All figures are a year's.
    pub rows: Vec<CostRow>,
    /// All companies together: the sum of the rounded figures of each.
    pub total: CostRow,
    /// What belongs to the figures: the factor with its reason, assumptions.
    pub notes: Vec<Message>,
}

/// A proposal with its figures, before it is asked whether they answer what was meant.
pub(crate) struct Priced<'a> {
    proposed: Agreement,
    sides: BeforeAndAfter<'a>,
    contributions: Contributions,
    pub(crate) rows: Vec<CostRow>,
    total: CostRow,
}

/// Computes what a proposal costs in a year beside pay as it stands, with who loses among its notes, and what is then due.
///
/// # Errors
/// Those of [`cost_beside`].
pub fn cost(
    baseline: &Baseline,
    question: &Question<'_>,
    proposal: &Proposal,
) -> Result<(Cost, Vec<Arc<PayRun>>), Problems> {
    let (mut cost, after) = cost_beside(baseline, question, proposal)?;
    cost.notes.extend(losers(baseline, proposal, &after));
    Ok((cost, after))
}

/// The same without looking for losers: for many proposals on one log. The notes leave out what `pay` says of the log:
/// [`Baseline::with_notes`] adds that once for all proposals.
///
/// # Errors
/// Changes that cannot be made, that match nothing, that leave a band, or that need a rate which is not known.
pub fn cost_beside(
    baseline: &Baseline,
    question: &Question<'_>,
    proposal: &Proposal,
) -> Result<(Cost, Vec<Arc<PayRun>>), Problems> {
    let priced = price(baseline, question, proposal, OutOfBand::Refused)?;
    let idle = unapplied(question, proposal, &priced)?;
    let mut notes = baseline.factors.notes.clone();
    notes.extend(question.tally.notes.iter().cloned().chain(idle));
    notes.extend(priced.contributions.notes);
    notes.extend(priced.sides.after.iter().flat_map(|run| &run.notes).cloned());
    Ok((Cost { rows: priced.rows, total: priced.total, notes }, priced.sides.after))
}

/// Computes the figures of a proposal, whatever its changes find in the log.
pub(crate) fn price<'a>(
    baseline: &'a Baseline,
    question: &Question<'_>,
    proposal: &Proposal,
    out_of_band: OutOfBand,
) -> Result<Priced<'a>, Problems> {
    let proposed = question.agreement.with_changes(&proposal.changes)?;
    let mut sides = baseline.beside(question, &proposed, proposal, out_of_band)?;
    let contributions = changes(question, &proposed, &mut sides);
    let (rows, total) = rows(&sides, question.by, &baseline.factors, &contributions);
    Ok(Priced { proposed, sides, contributions, rows, total })
}

/// A change that fits nothing in the log, or whose rule needs an input that is missing, is a mistake. A change of a whole
/// rule is none: that nothing in the log came under the rule is an answer, and is said.
fn unapplied(question: &Question<'_>, proposal: &Proposal, priced: &Priced<'_>) -> Result<Vec<Message>, Problems> {
    let mut problems = Problems::new();
    let mut idle = Vec::new();
    let changes = proposal.changes.iter().enumerate();
    for (index, change) in changes.filter(|(index, _)| !priced.sides.applied.contains(index)) {
        let rules = &priced.proposed.rules;
        let rule = rules.iter().find(|rule| rule.changes.iter().any(|(of_rule, _)| *of_rule == index));
        let last_day = question.tally.span().until;
        let later = change.from.zip(last_day).filter(|(from, last_day)| from > last_day);
        let message = match rule.and_then(|rule| missing_input(rule, question.workforce)) {
            _ if let Some((from, last_day)) = later => {
                let message = Message::new("change-begins-later").with("from", from.to_string());
                message.with("last", last_day.to_string())
            }
            _ if rule.is_some_and(|rule| !rule.kind.moves_cost()) => Message::new("change-not-computed"),
            Some(flag) => Message::new("change-needs-input").with("flag", flag),
            None if change.field == Field::Figure && change.scope.values.is_empty() => {
                idle.push(Message::new("cost-change-idle").with("change", &*change.text));
                continue;
            }
            None => Message::new("change-matches-nothing"),
        };
        problems.push(Problem::new(message.with("change", &*change.text)).at(change.place.clone()));
    }
    if problems.is_empty() { Ok(idle) } else { Err(problems) }
}
