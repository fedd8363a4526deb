//! What each change of a proposal costs: the order-averaged (Shapley) split of the whole, to the last fen.
//!
//! Changes act on each other: after a rate is raised, the holiday premium on it costs more. Which of the two "costs" the
//! overlap depends on the order in which they are made, so each change is given the mean of what it adds over all orders
//! (L. S. Shapley, A value for n-person games, 1953). The parts then add up to the whole, whatever the order.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::change::Change;
use crate::agreement::proposal::Proposal;
use crate::cost::annual_cost::{Cost, cost, price};
use crate::cost::baseline::Baseline;
use crate::cost::question::{By, Question};
use crate::cost::rows::CostRow;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::OutOfBand;
use crate::units::{Decimal, Yuan, rounding};

/// The most changes of a proposal: 2^8 combinations are priced, each by `pay`.
pub const MOST: usize = 8;

/// What one change costs one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The company; empty in the sum of all.
    pub company: Arc<str>,
    /// The change as written.
    pub change: Arc<str>,
    /// Yuan a year, the employer's contributions included.
    pub total_change: Yuan,
}

/// A year's cost by company.
type ByCompany = BTreeMap<Arc<str>, Yuan>;

/// Splits what a proposal costs, and gives the whole beside it. The shares come by company, else in the order of the changes;
/// with [`By::Total`] those of all companies are added up.
///
/// # Errors
/// Those of `cost`; more than [`MOST`] changes.
pub fn split(
    baseline: &Baseline,
    question: &Question<'_>,
    proposal: &Proposal,
) -> Result<(Vec<Share>, Cost), Problems> {
    let mut splitting = Splitting::new(baseline, question, proposal)?;
    while splitting.go_on(baseline, question, proposal)? {}
    let shares = splitting.shares(proposal);
    let shares = if question.by == By::Total { added_up(&shares) } else { shares };
    Ok((shares, splitting.whole))
}

/// A split while it is worked out, one combination of changes after the other: someone may ask for something else meanwhile.
#[derive(Debug)]
pub(crate) struct Splitting {
    whole: Cost,
    /// What each combination costs, as far as they are priced.
    values: Vec<ByCompany>,
    /// How many have been looked at.
    looked_at: usize,
}

impl Splitting {
    /// Prices the whole.
    pub(crate) fn new(baseline: &Baseline, question: &Question<'_>, proposal: &Proposal) -> Result<Self, Problems> {
        let changes = &proposal.changes;
        if changes.len() > MOST {
            let message = Message::new("split-too-many").count("changes", changes.len() as u64);
            let message = message.count("most", MOST as u64);
            return Err(Problem::new(message).at(changes[MOST].place.clone()).into());
        }
        let (whole, _) = cost(baseline, &by_company(question), proposal)?;
        let mut values = vec![ByCompany::new(); 1_usize << changes.len()];
        if let Some(all) = values.last_mut() {
            *all = totals(&whole.rows);
        }
        Ok(Self { whole, values, looked_at: 1 })
    }

    /// Prices one more combination; whether there was one.
    pub(crate) fn go_on(
        &mut self,
        baseline: &Baseline,
        question: &Question<'_>,
        proposal: &Proposal,
    ) -> Result<bool, Problems> {
        let all = self.values.len() - 1;
        while self.looked_at <= all {
            // In this order each combination differs from the one before by one change, so that few companies are priced anew.
            let combination = self.looked_at ^ self.looked_at >> 1;
            self.looked_at += 1;
            if combination != all {
                let changes = proposal.changes.iter().enumerate();
                let made = changes.filter(|(index, _)| combination >> index & 1 == 1);
                let made = made.map(|(_, change)| Arc::clone(change)).collect();
                self.values[combination] = value(baseline, &by_company(question), made)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The shares, company by company, when all is priced.
    pub(crate) fn shares(&self, proposal: &Proposal) -> Vec<Share> {
        let changes = &proposal.changes;
        let companies = self.whole.rows.iter().map(|row| &row.company);
        let of_company = companies.flat_map(|company| {
            let value = |combination: usize| self.values[combination].get(company).copied().unwrap_or_default().0;
            let share = |(change, share): (&Arc<Change>, Decimal)| Share {
                company: Arc::clone(company),
                change: Arc::clone(&change.text),
                total_change: Yuan(share),
            };
            changes.iter().zip(shares(changes.len(), value)).map(share).collect::<Vec<_>>()
        });
        of_company.collect()
    }
}

fn by_company<'a>(question: &Question<'a>) -> Question<'a> {
    Question { by: By::Company, ..*question }
}

/// What some of the changes cost without the others, by company. They may leave a band that the others would move.
fn value(baseline: &Baseline, question: &Question<'_>, changes: Vec<Arc<Change>>) -> Result<ByCompany, Problems> {
    let proposal = Proposal { title: None, changes };
    price(baseline, question, &proposal, OutOfBand::Allowed).map(|priced| totals(&priced.rows))
}

fn totals(rows: &[CostRow]) -> ByCompany {
    rows.iter().map(|row| (Arc::clone(&row.company), row.total_change.unwrap_or(row.change))).collect()
}

/// The mean of what each of `count` changes adds over all orders: Σ |S|! (n − |S| − 1)! (v(S + i) − v(S)) ÷ n!, S running over
/// the combinations without it. What a change adds hangs only on which others came before it, not on their order, so each
/// combination stands for all the orders that begin with it: 2^n are priced instead of n! orders. Each mean is brought down to
/// the fen, and the fen left over go to those that lost most by that, so that the parts add up to the whole.
fn shares(count: usize, value: impl Fn(usize) -> Decimal) -> Vec<Decimal> {
    let factorial = |number: usize| (1..=number).map(|factor| factor as u64).product::<u64>();
    let orders = Decimal::from(factorial(count));
    let all = (1_usize << count) - 1;
    let mean = |change: usize| {
        let without = (0..=all).filter(|combination| combination >> change & 1 == 0);
        let weighted = without.map(|combination| {
            let size = combination.count_ones() as usize;
            let weight = Decimal::from(factorial(size) * factorial(count - size - 1));
            weight.saturating_mul(value(combination | 1 << change) - value(combination))
        });
        rounding::down_to_fen(weighted.sum(), orders)
    };
    let (mut shares, rests): (Vec<Decimal>, Vec<Decimal>) = (0..count).map(mean).unzip();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| rests[*other].cmp(&rests[*one]));
    let mut left = value(all) - shares.iter().sum::<Decimal>();
    for index in order {
        if left > Decimal::ZERO {
            shares[index] += rounding::ONE_FEN;
            left -= rounding::ONE_FEN;
        }
    }
    shares
}

/// The shares of all companies together, change by change, in the order of the changes.
#[must_use]
pub fn added_up(shares: &[Share]) -> Vec<Share> {
    let count = shares.chunk_by(|one, other| one.company == other.company).next().map_or(0, <[Share]>::len);
    let sum = |index: usize| shares.iter().skip(index).step_by(count).map(|share| share.total_change).sum();
    let share = |index: usize| Share {
        company: Arc::default(),
        change: Arc::clone(&shares[index].change),
        total_change: sum(index),
    };
    (0..count).map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fen(amounts: &[i64]) -> Vec<Decimal> {
        amounts.iter().map(|amount| Decimal::new(*amount, 2)).collect()
    }

    /// Alone the first costs 1.00 and the second 0.50; together 1.80. First of two orders: 1.00 + 0.80; second: 0.50 + 1.30.
    /// The means are (1.00 + 1.30) ÷ 2 = 1.15 and (0.80 + 0.50) ÷ 2 = 0.65.
    #[test]
    fn of_two_the_overlap_is_halved() {
        let values = fen(&[0, 100, 50, 180]);
        assert_eq!(shares(2, |combination| values[combination]), fen(&[115, 65]));
    }

    /// Three changes that cost nothing but together, 1.00: a third each is 0.33, and the fen left over goes to the first.
    #[test]
    fn the_last_fen_is_given_to_one() {
        let values = fen(&[0, 0, 0, 0, 0, 0, 0, 100]);
        assert_eq!(shares(3, |combination| values[combination]), fen(&[34, 33, 33]));
        let saved = fen(&[0, 0, 0, 0, 0, 0, 0, -100]);
        assert_eq!(shares(3, |combination| saved[combination]), fen(&[-33, -33, -34]));
    }
}
