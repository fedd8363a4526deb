//! Guarantees over a month or a year of several pay periods: what is missing when the last of them ends is a top-up in that one.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::formula::{Over, Window};
use crate::agreement::kinds::{Floor, Kind};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Scenario, Unit};
use crate::pay::rules::guarantee;
use crate::pay::rules::guarantee::OfTogether;
use crate::pay::shares::Shares;
use crate::pay::workings::Workings;
use crate::units::{Date, Decimal, PayPeriod, Term};

/// A worker of a company under a rule, in a scenario, over the days to one that ends a month or a year.
type Whose = (Scenario, Date, Arc<str>, Arc<str>, usize);

/// What a window has come to so far.
struct Sums {
    /// What the guarantee rests on; `None`: nothing that it is for was worked yet.
    ground: Option<Ground>,
    over: Over,
    /// What the terms of the formula come to, and its least amount.
    sum: Decimal,
    least: Option<Decimal>,
    /// What is paid that counts.
    counted: Decimal,
    /// The last pay period of the worker in it.
    last: PayPeriod,
    /// Whether days of it lie before those asked for.
    begins_late: bool,
}

/// The windows of all workers, while they are added up.
#[derive(Default)]
pub(crate) struct LongWindows {
    windows: BTreeMap<Whose, Sums>,
    /// The last pay period that anybody has.
    last: Option<PayPeriod>,
}

/// The window of a guarantee over more than a pay period.
pub(crate) fn long(kind: &Kind) -> Option<&Window> {
    let Kind::Floor(Floor { window: Some(window), .. }) = kind else { return None };
    matches!(window.over, Over::Month | Over::Year).then_some(window)
}

/// Whether a rule of the stack guarantees something over more than a pay period.
pub(crate) fn is_asked(agreement: &Agreement) -> bool {
    agreement.rules.iter().any(|rule| long(&rule.kind).is_some())
}

/// Whether the pay periods end before a window does.
pub(crate) fn is_open(agreement: &Agreement, over: Over, last: PayPeriod) -> bool {
    over.around(agreement.pay_calendar().after(last)) == over.around(last)
}

impl LongWindows {
    /// Adds the pay of a period.
    pub(crate) fn add(&mut self, agreement: &Agreement, workings: &Workings<'_>) {
        let slip = &workings.payslip;
        self.last = self.last.max(Some(slip.month));
        for (rule, window) in agreement.rules.iter().enumerate().filter_map(|(at, rule)| Some((at, long(&rule.kind)?)))
        {
            let found = workings.by_formula.together.iter().find(|found| found.ground.place() == Some(rule));
            let Some(Term { from: Some(from), until: Some(until) }) = window.over.around(slip.month) else { continue };
            let counted = guarantee::compared(agreement, rule, &slip.lines);
            let whose = (slip.scenario, until, Arc::clone(&slip.company), Arc::clone(&slip.person), rule);
            let begins_late = workings.slot.asked.from.is_some_and(|asked| asked > from);
            let sums = self.windows.entry(whose).or_insert_with(|| Sums::new(window.over, slip.month));
            sums.add(found, counted, slip.month);
            sums.begins_late |= begins_late;
        }
    }

    /// Gives each worker what is missing over the windows that have ended, first of the months, whose top-ups count in the years.
    pub(crate) fn give(mut self, agreement: &Agreement, shares: &mut Shares) {
        let (months, mut years): (BTreeMap<_, _>, BTreeMap<_, _>) =
            std::mem::take(&mut self.windows).into_iter().partition(|(_, sums)| sums.over == Over::Month);
        for ((scenario, _, company, person, _), sums) in months {
            let Some(line) = self.missing(agreement, &sums) else { continue };
            let year = sums.last.last().last_of_year();
            let of_rule = |rule| (scenario, year, Arc::clone(&company), Arc::clone(&person), rule);
            for ((.., rule), of_year) in years.range_mut(of_rule(0)..=of_rule(usize::MAX)) {
                of_year.counted += guarantee::compared(agreement, *rule, std::slice::from_ref(&line));
            }
            shares.give((scenario, sums.last, company, person), line);
        }
        for ((scenario, _, company, person, _), sums) in years {
            if let Some(line) = self.missing(agreement, &sums) {
                shares.give((scenario, sums.last, company, person), line);
            }
        }
    }

    /// What is missing over a window that has ended.
    fn missing(&self, agreement: &Agreement, sums: &Sums) -> Option<Line> {
        let due = sums.least.map_or(sums.sum, |least| least.max(sums.sum));
        let is_open = self.last.is_some_and(|last| {
            sums.over.around(last) == sums.over.around(sums.last) && is_open(agreement, sums.over, last)
        });
        let ground = sums.ground.filter(|_| due > sums.counted && !sums.begins_late && !is_open)?;
        let unit = if sums.over == Over::Year { Unit::Year } else { Unit::Month };
        Some(Line {
            less: sums.counted,
            amount: agreement.rounding.apply_to_top_up(due - sums.counted),
            ..Line::new(Component::TopUp, ground, unit, Decimal::ONE, due, true)
        })
    }
}

impl Sums {
    fn new(over: Over, last: PayPeriod) -> Self {
        let (sum, least, counted) = (Decimal::ZERO, None, Decimal::ZERO);
        Self { ground: None, over, sum, least, counted, last, begins_late: false }
    }

    fn add(&mut self, found: Option<&OfTogether>, counted: Decimal, period: PayPeriod) {
        if let Some(found) = found {
            self.ground = Some(self.ground.map_or(found.ground, |ground| ground.and(found.ground)));
            self.sum += found.sum;
            self.least = self.least.max(found.least);
        }
        self.counted += counted;
        self.last = self.last.max(period);
    }
}
