//! What a proposal costs year by year: its changes come into force on their days, one after the other.
//!
//! A year is parted where a change comes into force. Each part counts with its days ÷ the days of the year, and with what the
//! changes then in force cost in a full year.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::change::Change;
use crate::agreement::proposal::Proposal;
use crate::cost::annual_cost::{Cost, cost};
use crate::cost::baseline::Baseline;
use crate::cost::question::{By, Question};
use crate::diagnostics::Problems;
use crate::units::{Date, Decimal, Rounding, Yuan};

/// What a proposal costs in one calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Yuan that fall in it, the employer's contributions included.
    pub in_year: Yuan,
    /// Of these, yuan that do not go on: what parts of the year cost beyond the level at its end.
    pub one_off: Yuan,
    /// Yuan that a full year costs with the changes in force on its last day.
    pub full_year: Yuan,
    /// What the next year costs more than this one without any further change: `full_year` − `in_year`.
    pub carry_over: Yuan,
}

/// The years of a proposal.
#[derive(Clone, Debug)]
pub struct Years {
    /// In their order.
    pub years: Vec<Year>,
    /// What a full year costs with all changes that come into force in them, for the remarks on its figures.
    pub last: Cost,
    /// Changes that come into force only later.
    pub later: Vec<Arc<Change>>,
}

/// What a proposal costs in so many years from the first on. A change without a day is in force from the beginning.
///
/// # Errors
/// Those of `cost`, for every set of changes that is in force together.
pub fn years(
    baseline: &Baseline,
    question: &Question<'_>,
    proposal: &Proposal,
    first: i16,
    count: i16,
) -> Result<Years, Problems> {
    let question = Question { by: By::Total, ..*question };
    let mut levels = Levels { baseline, question: &question, proposal, known: BTreeMap::new() };
    let mut found = Vec::new();
    for year in first..first.saturating_add(count) {
        found.push(levels.year(year)?);
    }
    let end = found.last().map_or_else(|| Date::constant(first, 12, 31), |last| last_day(last.year));
    let in_force = levels.in_force(end);
    let later = proposal.changes.iter().enumerate().filter(|(index, _)| !in_force.contains(index));
    let later = later.map(|(_, change)| Arc::clone(change)).collect();
    Ok(Years { years: found, last: levels.cost(&in_force)?, later })
}

fn last_day(year: i16) -> Date {
    Date::constant(year, 12, 31)
}

/// What sets of changes cost in a full year, each priced once.
struct Levels<'a> {
    baseline: &'a Baseline,
    question: &'a Question<'a>,
    proposal: &'a Proposal,
    known: BTreeMap<Vec<usize>, Yuan>,
}

impl Levels<'_> {
    fn year(&mut self, year: i16) -> Result<Year, Problems> {
        let end = last_day(year);
        let mut begins: BTreeSet<Date> = [Date::constant(year, 1, 1)].into();
        begins.extend(self.proposal.changes.iter().filter_map(|change| change.from).filter(|day| day.year() == year));
        let full_year = self.level(end)?;
        let begins: Vec<Date> = begins.into_iter().collect();
        let (mut sum, mut beyond) = (Decimal::ZERO, Decimal::ZERO);
        for (at, begin) in begins.iter().enumerate() {
            let after =
                begins.get(at + 1).map_or(i64::from(end.days_in_year()) + 1, |next| i64::from(next.day_of_year()));
            let days = Decimal::from(after - i64::from(begin.day_of_year()));
            let level = self.level(*begin)?;
            sum += level.0.saturating_mul(days);
            beyond += beyond_level(level.0, full_year.0).saturating_mul(days);
        }
        let share = |sum: Decimal| Rounding::FEN.apply(sum / Decimal::from(end.days_in_year()));
        let in_year = share(sum);
        Ok(Year { year, in_year, one_off: share(beyond), full_year, carry_over: full_year - in_year })
    }

    /// The changes in force on a day, by their index.
    fn in_force(&self, day: Date) -> Vec<usize> {
        let changes = self.proposal.changes.iter().enumerate();
        changes.filter(|(_, change)| change.from.is_none_or(|from| from <= day)).map(|(index, _)| index).collect()
    }

    fn level(&mut self, day: Date) -> Result<Yuan, Problems> {
        let in_force = self.in_force(day);
        if let Some(known) = self.known.get(&in_force) {
            return Ok(*known);
        }
        let total = self.cost(&in_force)?.total;
        let level = total.total_change.unwrap_or(total.change);
        self.known.insert(in_force, level);
        Ok(level)
    }

    /// What these changes cost, in force all the year.
    fn cost(&self, in_force: &[usize]) -> Result<Cost, Problems> {
        let change = |index: &usize| Arc::new(Change { from: None, ..Change::clone(&self.proposal.changes[*index]) });
        let proposal = Proposal { title: self.proposal.title.clone(), changes: in_force.iter().map(change).collect() };
        cost(self.baseline, self.question, &proposal).map(|(cost, _)| cost)
    }
}

/// How far a level lies beyond the one at the end of the year: above it where that is a cost, below it where that saves.
fn beyond_level(level: Decimal, end: Decimal) -> Decimal {
    match end.cmp(&Decimal::ZERO) {
        Ordering::Less => (level - end).min(Decimal::ZERO),
        Ordering::Equal => level,
        Ordering::Greater => (level - end).max(Decimal::ZERO),
    }
}
