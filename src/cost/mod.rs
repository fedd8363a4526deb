//! What a change costs in a year: pay as it stands, pay as proposed, and the difference.

pub mod annual;
pub mod balance;
mod condensed;
mod contribution;
mod known;
pub mod people;
pub(crate) mod present;
mod rows;
pub mod solve;
pub mod split;
pub mod spread;
pub mod years;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use annual::Annual;
pub use condensed::condensed;
pub(crate) use known::missing_input;
pub use present::Present;
pub use rows::{By, Row};

use crate::agreement::Agreement;
use crate::agreement::change::Field;
use crate::agreement::proposal::Proposal;
use crate::cost::annual::Factor;
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::{OutOfBand, PayRun};
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

/// Pay as it stands and as proposed, over the days of the log; each side in one run, or in one for each part of the couriers.
struct Pair<'a> {
    before: &'a [Arc<PayRun>],
    after: &'a [Arc<PayRun>],
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
/// In parts, the notes leave out what `pay` says of the log: [`Present::notes`] has that once for all proposals.
///
/// # Errors
/// Those of [`cost`].
pub fn cost_beside(
    present: &Present,
    question: &Question<'_>,
    proposal: &Proposal,
) -> Result<(Cost, Vec<Arc<PayRun>>), Problems> {
    let proposed = question.agreement.with_changes(&proposal.changes)?;
    let after = present.after(question, &proposed, proposal, OutOfBand::Refused)?;
    let pair = Pair { before: &present.runs, after: &after.runs, known: present.known };
    let factors = question.annual.factors(question.tally, pair.before)?;
    let mut met = after.met;
    let contributions = contribution::changes(question, &proposed, &pair, &mut met);
    let idle = unmet(question, &proposed, proposal, &met)?;
    let (rows, total) = rows::rows(&pair, question.by, &factors, contributions.as_ref());
    let mut notes = notes(&factors);
    notes.extend(idle);
    notes.extend(contributions.is_none().then(|| Message::new("cost-without-contributions")));
    notes.extend(contributions.iter().flat_map(|contributions| contributions.notes.clone()));
    for note in pair.after.iter().flat_map(|run| &run.notes) {
        let wanted = if present.is_parted() { note.id == "pay-lifted" } else { note.id != "pay-band" };
        if wanted && !notes.contains(note) {
            notes.push(note.clone());
        }
    }
    Ok((Cost { rows, total, notes }, after.runs))
}

/// A change that fits nothing in the log, or whose rule needs an input that is missing, is a mistake. A change of a whole
/// rule is none: that nothing in the log came under the rule is an answer, and is said.
fn unmet(
    question: &Question<'_>,
    proposed: &Agreement,
    proposal: &Proposal,
    met: &crate::agreement::in_force::Applied,
) -> Result<Vec<Message>, Problems> {
    let mut problems = Problems::new();
    let mut idle = Vec::new();
    for (index, change) in proposal.changes.iter().enumerate().filter(|(index, _)| !met.contains(index)) {
        let rule = proposed.rules.iter().find(|rule| rule.changes.iter().any(|(of_rule, _)| *of_rule == index));
        let missing = rule.and_then(|rule| known::missing_input(rule, question.workforce));
        let last_day = question.tally.span().until;
        let later = change.from.zip(last_day).filter(|(from, last_day)| from > last_day);
        let message = match missing {
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
