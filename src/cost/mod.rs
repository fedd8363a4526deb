//! What a change costs in a year: pay as it stands, pay as proposed, and the difference.

pub mod annual;
mod condensed;
mod contribution;
mod known;
mod rows;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use annual::Annual;
pub use condensed::condensed;
pub(crate) use known::missing_input;
pub use rows::By;
pub use rows::Row;

use crate::agreement::Agreement;
use crate::agreement::proposal::Proposal;
use crate::cost::annual::Factor;
use crate::deliveries::Tally;
use crate::pay::PayRun;
use crate::pay::pay;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::units::Rounding;
use crate::workforce::Workforce;

/// What is asked of `cost`: the terms as they stand, the log, and how it becomes a year.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The agreement in force.
    pub agreement: &'a Agreement,
    /// The log.
    pub tally: &'a Tally,
    /// Rates, roster and the rest.
    pub workforce: &'a Workforce,
    /// How the figures of the log become those of a year.
    pub annual: &'a Annual,
    /// What a row stands for.
    pub by: By,
}

/// The answer for one proposal.
#[derive(Clone, Debug)]
pub struct Cost {
    /// The rows, in the order of company and then area or courier. All figures are a year's.
    pub rows: Vec<Row>,
    /// All companies together: the sum of the rounded figures of each.
    pub total: Row,
    /// What belongs to the figures: the factor with its reason, assumptions.
    pub notes: Vec<Message>,
}

/// Pay as it stands, over the days of the log: the side of a comparison that every proposal shares.
#[derive(Clone, Debug)]
pub struct Present {
    /// What is due as it stands. Where only the band of a rate is known, at its lower end and without rounding.
    pub run: PayRun,
    /// Whether the present rates are known; else only the difference has a meaning.
    pub known: bool,
}

/// Pay as it stands and as proposed, over the days of the log.
struct Pair<'a> {
    before: &'a PayRun,
    after: &'a PayRun,
    /// Whether the present rates are known; else only the difference has a meaning.
    known: bool,
}

/// Computes what a proposal costs in a year.
///
/// # Errors
/// Changes that cannot be made, that match nothing, that leave a band, or that need a rate which is not known.
pub fn cost(question: &Question<'_>, proposal: &Proposal) -> Result<Cost, Problems> {
    question.agreement.with_changes(&proposal.changes)?;
    cost_beside(&Present::new(question)?, question, proposal).map(|(cost, _)| cost)
}

/// Computes what a proposal costs in a year beside pay as it stands, and what is then due: for many proposals on one log.
///
/// # Errors
/// Those of [`cost`].
pub fn cost_beside(
    present: &Present,
    question: &Question<'_>,
    proposal: &Proposal,
) -> Result<(Cost, PayRun), Problems> {
    let proposed = question.agreement.with_changes(&proposal.changes)?;
    let after = present.after(question, &proposed, proposal)?;
    let pair = Pair { before: &present.run, after: &after, known: present.known };
    let factors = question.annual.factors(question.tally, pair.before)?;
    let mut met = pair.after.met.clone();
    let contributions = contribution::changes(question, &proposed, &pair, &mut met);
    unmet(question, &proposed, proposal, &met)?;
    let (rows, total) = rows::rows(&pair, question.by, &factors, contributions.as_ref());
    let mut notes = notes(&factors);
    notes.extend(contributions.is_none().then(|| Message::new("cost-without-contributions")));
    notes.extend(contributions.iter().flat_map(|contributions| contributions.notes.clone()));
    let said_of_rates = |note: &&Message| note.id != "pay-band";
    notes.extend(pair.after.notes.iter().filter(said_of_rates).cloned());
    Ok((Cost { rows, total, notes }, after))
}

impl Present {
    /// Computes it. Where only the band of a rate is known, both sides are made at its lower end and without rounding:
    /// what they differ by is parcels × amount, whatever the rates are.
    ///
    /// # Errors
    /// Those of [`pay`].
    pub fn new(question: &Question<'_>) -> Result<Self, Problems> {
        let Question { agreement, tally, workforce, .. } = question;
        let run = pay(agreement, tally, workforce)?;
        if run.scenarios.len() < 2 {
            return Ok(Self { run, known: true });
        }
        Ok(Self { run: low(question, agreement)?, known: false })
    }

    /// The other side, on the same terms.
    fn after(&self, question: &Question<'_>, proposed: &Agreement, proposal: &Proposal) -> Result<PayRun, Problems> {
        if self.known {
            return pay(proposed, question.tally, question.workforce);
        }
        known::independent_of_rates(question, proposal)?;
        low(question, proposed)
    }
}

/// A run at the lower end of every open band, without rounding.
fn low(question: &Question<'_>, agreement: &Agreement) -> Result<PayRun, Problems> {
    let exact = Agreement { rounding: Rounding::NONE, ..agreement.clone() };
    let mut run = pay(&exact, question.tally, question.workforce)?;
    run.payslips.retain(|payslip| payslip.scenario == run.scenarios[0]);
    Ok(run)
}

/// A change whose filter fits nothing in the log, or whose rule needs an input that is missing, is a mistake.
fn unmet(
    question: &Question<'_>,
    proposed: &Agreement,
    proposal: &Proposal,
    met: &crate::agreement::in_force::Met,
) -> Result<(), Problems> {
    let mut problems = Problems::new();
    for (index, change) in proposal.changes.iter().enumerate().filter(|(index, _)| !met.contains(index)) {
        let rule = proposed.rules.iter().find(|rule| rule.changes.iter().any(|(of_rule, _)| *of_rule == index));
        let missing = rule.and_then(|rule| known::missing_input(rule, question.workforce));
        let message = match missing {
            Some(flag) => Message::new("change-needs-input").with("flag", flag),
            None if change.scope.values.is_empty() => continue,
            None => Message::new("change-matches-nothing"),
        };
        problems.push(Problem::new(message.with("change", &*change.text)).at(change.place.clone()));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// The factor, said once where it is the same for all, else for each company.
fn notes(factors: &BTreeMap<Arc<str>, Factor>) -> Vec<Message> {
    let mut said: Vec<Message> = Vec::new();
    for (company, factor) in factors {
        let note = factor.note(company);
        if !said.contains(&note) {
            said.push(note);
        }
    }
    said
}
