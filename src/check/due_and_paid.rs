//! Which row of the register pays which payslip: by month, courier and company, as far as both name one.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::line::Unit;
use crate::pay::{BaseKept, BesideFund, Component, Guarantee, Line, Payslip, Scenario};
use crate::units::{Decimal, PayPeriod, Rounding, Yuan};
use crate::workforce::Register;
use crate::workforce::register::Paid;

/// Differences up to this are the register's own rounding: 0.01 yuan.
pub(crate) const TOLERANCE: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Half a fen.
const HALF_FEN: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

/// By how much a payroll may differ that rounds once where each of so many lines is rounded here: half a fen for each line, and
/// for its own sum.
pub(crate) fn tolerance(lines: usize) -> Decimal {
    TOLERANCE.max(HALF_FEN * Decimal::from(lines + 1))
}

/// What is due to a courier of a company for a month, and what was paid.
#[derive(Clone, Debug)]
pub struct DueAndPaid<'a> {
    /// The month.
    pub month: PayPeriod,
    /// The company; empty where no file names one, or where one row of the register pays for several.
    pub company: Arc<str>,
    /// The courier's id.
    pub courier: Arc<str>,
    /// What is due; where only the band of a rate is known, at its lower end.
    pub due: Option<Cow<'a, Payslip>>,
    /// The same at the upper end of the band.
    pub most: Option<Cow<'a, Payslip>>,
    /// What was paid; `None` where the register has no row.
    pub paid: Option<&'a Paid>,
}

/// What is due to a courier of one company in one month: at the lower and at the upper end of the band.
type Due<'a> = [Option<Cow<'a, Payslip>>; 2];

/// What is due to a courier in a month, by company; boxed, as a map makes room for eleven at once and nearly all have one.
type Companies<'a> = BTreeMap<Arc<str>, Box<Due<'a>>>;

/// The rows of a register for a month of which the log has no delivery, nor of the month whose piece pay they list.
#[must_use]
pub fn unknown_months(register: &Register, tally: &Tally) -> Problems {
    let days = tally.days_asked();
    let is_of_log = |month: PayPeriod| days.from.is_some() && month.within(days).is_some();
    let known = |paid: &&Paid| is_of_log(paid.month) || is_of_log(register.piece_month(paid.month));
    let unknown = register.rows.iter().filter(|paid| !known(paid));
    unknown.map(month_not_in_log).collect()
}

fn month_not_in_log(paid: &Paid) -> Problem {
    let message = Message::new("register-month-not-in-log").with("month", paid.month.to_string());
    Problem::new(message).at(paid.place.clone())
}

impl<'a> DueAndPaid<'a> {
    /// Those of the months given, in the order of month, company, courier. The payslips are those of one scenario, or of the lower
    /// and then the upper end of the band.
    pub(crate) fn of_months(
        payslips: impl IntoIterator<Item = Cow<'a, Payslip>>,
        register: &'a Register,
        months: &BTreeSet<PayPeriod>,
        rounding: Rounding,
    ) -> Vec<Self> {
        let mut due: BTreeMap<(PayPeriod, Arc<str>), Companies<'a>> = BTreeMap::new();
        for payslip in payslips.into_iter().filter(|payslip| months.contains(&payslip.month)) {
            let companies = due.entry((payslip.month, Arc::clone(&payslip.courier))).or_default();
            let ends = companies.entry(Arc::clone(&payslip.company)).or_default();
            if payslip.scenario != Scenario::High {
                ends[0] = Some(payslip.clone());
            }
            ends[1] = Some(payslip);
        }
        let mut rows = Vec::new();
        // Rows that name a company take their own first; one that names none is then paid for all that are left.
        let (named, unnamed): (Vec<_>, Vec<_>) =
            register.rows.iter().filter(|paid| months.contains(&paid.month)).partition(|paid| !paid.company.is_empty());
        for paid in named.into_iter().chain(unnamed) {
            let companies = due.get_mut(&(paid.month, Arc::clone(&paid.courier)));
            rows.push(companies.map_or_else(|| of_paid(paid, &paid.company, []), |companies| of_row(paid, companies)));
        }
        for ((month, courier), companies) in due {
            for (company, ends) in companies.into_iter().filter(|(_, ends)| ends[1].is_some()) {
                let [due, most] = *ends;
                rows.push(Self { month, company, courier: Arc::clone(&courier), due, most, paid: None });
            }
        }
        for row in &mut rows {
            let Some(paid) = row.paid else { continue };
            let with_lacking = |due| with_lacking(due, paid, rounding);
            (row.due, row.most) = (row.due.take().map(with_lacking), row.most.take().map(with_lacking));
        }
        let key = |row: &Self| (row.month, Arc::clone(&row.company), Arc::clone(&row.courier));
        rows.sort_by_cached_key(key);
        rows
    }
}

/// What a row pays: takes what is due under its company; a row or a log without company means whichever there is.
fn of_row<'a>(paid: &'a Paid, companies: &mut Companies<'a>) -> DueAndPaid<'a> {
    if let Some(ends) = companies.remove(&paid.company).or_else(|| companies.remove("")) {
        return of_paid(paid, &paid.company, [*ends]);
    }
    if !paid.company.is_empty() {
        return of_paid(paid, &paid.company, []);
    }
    let all = std::mem::take(companies);
    let company = match all.keys().collect::<Vec<_>>()[..] {
        [only] => Arc::clone(only),
        _ => Arc::clone(&paid.company),
    };
    of_paid(paid, &company, all.into_values().map(|ends| *ends))
}

fn of_paid<'a>(paid: &'a Paid, company: &Arc<str>, dues: impl IntoIterator<Item = Due<'a>>) -> DueAndPaid<'a> {
    let (due, most): (Vec<_>, Vec<_>) = dues.into_iter().map(|[due, most]| (due, most)).unzip();
    DueAndPaid {
        month: paid.month,
        company: Arc::clone(company),
        courier: Arc::clone(&paid.courier),
        due: joined(due.into_iter().flatten()),
        most: joined(most.into_iter().flatten()),
        paid: Some(paid),
    }
}

/// Several payslips as the one that a single row of the register pays.
pub(crate) fn joined<'a>(mut payslips: impl Iterator<Item = Cow<'a, Payslip>>) -> Option<Cow<'a, Payslip>> {
    let first = payslips.next()?;
    Some(payslips.fold(first, |sum, next| {
        let mut sum = sum.into_owned();
        sum.parcels += next.parcels;
        sum.due += next.due;
        sum.lines.extend(next.lines.iter().cloned());
        sum.base_kept = match (sum.base_kept, next.base_kept) {
            (Some(one), Some(other)) => Some(BaseKept { amount: one.amount + other.amount, ..one }),
            (one, other) => one.or(other),
        };
        sum.beside_fund = match (sum.beside_fund, next.beside_fund) {
            (Some(one), Some(other)) => Some(BesideFund {
                base: one.base + other.base,
                kept: one.kept + other.kept,
                days: one.days.max(other.days),
                ..one
            }),
            (one, other) => one.or(other),
        };
        sum.guarantee = match (sum.guarantee, &next.guarantee) {
            (Some(one), Some(other)) => Some(Guarantee { due: one.due + other.due, ..one }),
            (one, other) => one.or_else(|| other.clone()),
        };
        Cow::Owned(sum)
    }))
}

/// A payslip with what the fund lacks to the base of the days of maternity leave, where the register says what it paid.
fn with_lacking<'a>(due: Cow<'a, Payslip>, paid: &Paid, rounding: Rounding) -> Cow<'a, Payslip> {
    let Some((beside, fund)) = due.beside_fund.zip(paid.fund_paid) else { return due };
    let lacking = rounding.apply(beside.base - beside.kept.max(Decimal::ZERO) - fund.0);
    if lacking <= Yuan::ZERO || beside.days.is_zero() {
        return due;
    }
    let mut due = due.into_owned();
    let rate = beside.base / beside.days;
    let line = Line::new(Component::Base, beside.ground, Unit::Day, beside.days, rate, false);
    due.lines.push(Line { amount: lacking, ..line });
    due.due += lacking;
    Cow::Owned(due)
}
