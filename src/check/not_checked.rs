//! What could not be checked, and why: nothing found is not the same as nothing looked at.

use std::collections::BTreeSet;

use crate::check::{Check, Need, PayrollCheck};
use crate::diagnostics::Message;
use crate::units::{Date, PayPeriod};

/// A check that could not look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// Its code.
    pub code: &'static str,
    /// The month in which it could not; `None`: in none at all.
    pub month: Option<PayPeriod>,
    /// What it lacks.
    pub lacking: Vec<Message>,
    /// Whether it has looked in no month.
    pub wholly: bool,
}

/// The checks that could not look, in the order of the checks and months.
#[must_use]
pub fn not_checked(payroll: &PayrollCheck<'_>, checks: &[&Check]) -> Vec<NotChecked> {
    checks.iter().flat_map(|check| of_check(payroll, check)).collect()
}

fn of_check(payroll: &PayrollCheck<'_>, check: &Check) -> Vec<NotChecked> {
    let code = check.code;
    let of_piece = check.needs.iter().any(|need| matches!(need, Need::Listed(..)));
    let of_register = payroll.of_register(of_piece);
    let mut months: BTreeSet<PayPeriod> = payroll.calendar.periods(payroll.tally.days_asked()).collect();
    months.extend(&of_register);
    // Without any month, what belongs to a month is lacking in whichever.
    months.extend(months.is_empty().then(|| payroll.calendar.period(Date::ZERO)));
    // Rates are looked at whatever the month; all else, where the register has it.
    let in_any = check.needs.iter().any(|need| matches!(need, Need::Rates(_)));
    let compared = |month: &PayPeriod| in_any || of_register.contains(month) && payroll.covers(*month);
    let lacking = |month: &PayPeriod| {
        let of_need = |need: &Need| need.lacking(payroll, *month);
        let outside = (!compared(month)).then(|| vec![outside(payroll, *month, of_piece)]);
        outside.unwrap_or_else(|| check.needs.iter().filter_map(of_need).collect())
    };
    let each: Vec<(PayPeriod, Vec<Message>)> = months.iter().map(|month| (*month, lacking(month))).collect();
    let mut sets = each.iter().filter(|(month, _)| compared(month)).map(|(_, lacking)| lacking);
    let mut always = sets.next().cloned().unwrap_or_default();
    sets.for_each(|lacking| always.retain(|message| lacking.contains(message)));
    if !always.is_empty() {
        return vec![NotChecked { code, month: None, lacking: always, wholly: true }];
    }
    let wholly = each.iter().all(|(_, lacking)| !lacking.is_empty());
    let short = each.into_iter().filter(|(_, lacking)| !lacking.is_empty());
    short.map(|(month, lacking)| NotChecked { code, month: Some(month), lacking, wholly }).collect()
}

/// Why a month is not compared at all.
fn outside(payroll: &PayrollCheck<'_>, month: PayPeriod, of_piece: bool) -> Message {
    let asked = payroll.tally.asked;
    if !(asked.contains(month.first()) && asked.contains(month.last())) {
        Message::new("check-lacks-days")
    } else if !payroll.covers(month) {
        Message::new("check-lacks-log")
    } else if of_piece && payroll.register.piece_late {
        Message::new("check-lacks-month-after").with("month", payroll.calendar.after(month).to_string())
    } else {
        Message::new("check-lacks-month")
    }
}
