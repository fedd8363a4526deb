//! What a change costs in a year: pay as it stands, pay as proposed, and the difference.

pub mod annual;
pub mod balance;
mod contribution;
mod known;
mod rows;
pub mod solve;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use annual::Annual;
pub use rows::By;
pub use rows::Row;

use crate::agreement::Agreement;
use crate::agreement::Rule;
use crate::agreement::change::Field;
use crate::agreement::kinds::ContributionBase;
use crate::agreement::kinds::Kind;
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

/// Pay as it stands and as proposed, over the days of the log.
struct Pair {
    before: PayRun,
    after: PayRun,
    /// Whether the present rates are known; else only the difference has a meaning.
    known: bool,
}

/// Computes what a proposal costs in a year.
///
/// # Errors
/// Changes that cannot be made, that match nothing, that leave a band, or that need a rate which is not known.
pub fn cost(question: &Question<'_>, proposal: &Proposal) -> Result<Cost, Problems> {
    let proposed = question.agreement.with_changes(&proposal.changes)?;
    let pair = runs(question, &proposed, proposal)?;
    let factors = question.annual.factors(question.tally, &pair.before)?;
    let mut met = pair.after.met.clone();
    let contributions = contribution::changes(question, &proposed, &pair, &mut met);
    let idle = unmet(question, &proposed, proposal, &met)?;
    let (rows, total) = rows::rows(&pair, question.by, &factors, contributions.as_ref());
    let mut notes = notes(&factors);
    notes.extend(idle);
    notes.extend(contributions.is_none().then(|| Message::new("cost-without-contributions")));
    notes.extend(contributions.iter().flat_map(|contributions| contributions.notes.clone()));
    let said_of_rates = |note: &&Message| note.id != "pay-band";
    notes.extend(pair.after.notes.iter().filter(said_of_rates).cloned());
    Ok(Cost { rows, total, notes })
}

/// Both runs. Where only the band of a rate is known, both are made at its lower end and without rounding: what they
/// differ by is parcels × amount, whatever the rates are.
fn runs(question: &Question<'_>, proposed: &Agreement, proposal: &Proposal) -> Result<Pair, Problems> {
    let Question { agreement, tally, workforce, .. } = question;
    let before = pay(agreement, tally, workforce)?;
    if before.scenarios.len() < 2 {
        return Ok(Pair { before, after: pay(proposed, tally, workforce)?, known: true });
    }
    known::independent_of_rates(question, proposal)?;
    let exact = |agreement: &Agreement| Agreement { rounding: Rounding::NONE, ..agreement.clone() };
    let low = |mut run: PayRun| {
        run.payslips.retain(|payslip| payslip.scenario == run.scenarios[0]);
        run
    };
    let before = low(pay(&exact(agreement), tally, workforce)?);
    let after = low(pay(&exact(proposed), tally, workforce)?);
    Ok(Pair { before, after, known: false })
}

/// A change that fits nothing in the log, or whose rule needs an input that is missing, is a mistake. A change of a whole
/// rule is none: that nothing in the log came under the rule is an answer, and is said.
fn unmet(
    question: &Question<'_>,
    proposed: &Agreement,
    proposal: &Proposal,
    met: &crate::agreement::in_force::Met,
) -> Result<Vec<Message>, Problems> {
    let mut problems = Problems::new();
    let mut idle = Vec::new();
    for (index, change) in proposal.changes.iter().enumerate().filter(|(index, _)| !met.contains(index)) {
        let rule = proposed.rules.iter().find(|rule| rule.changes.iter().any(|(of_rule, _)| *of_rule == index));
        let missing = rule.and_then(|rule| known::missing_input(rule, question.workforce));
        let message = match missing {
            _ if rule.is_some_and(moves_no_wage) => Message::new("change-not-computed"),
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

/// Whether a rule says nothing of this year's wages and contributions: what may be taken off, and what is reckoned on last
/// year's pay, which no input gives.
fn moves_no_wage(rule: &Rule) -> bool {
    match &rule.kind {
        Kind::Deduction(_) => true,
        Kind::Contribution(contribution) => contribution.of == ContributionBase::LastYear,
        Kind::Rate(_) | Kind::Base(_) | Kind::Floor(_) | Kind::Premium(_) | Kind::Protection(_) => false,
    }
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
