//! What is due as a register lists it that has the piece pay a month late: of its own month all but piece wages, premiums and
//! parcels, and those of the month before.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::due_and_paid::joined;
use crate::pay::{Component, Line, PayRun, Payslip};
use crate::units::{Decimal, PayCalendar};

/// The payslips of a run as such a register lists them.
pub(crate) fn a_month_late(run: &PayRun, calendar: PayCalendar) -> Vec<Cow<'_, Payslip>> {
    let mut parts: BTreeMap<_, Vec<Payslip>> = BTreeMap::new();
    for part in run.payslips.iter().flat_map(|payslip| [of_time(payslip), of_parcels(payslip, calendar)]) {
        parts.entry((part.scenario, part.month, part.company.clone(), part.courier.clone())).or_default().push(part);
    }
    parts.into_values().filter_map(|parts| joined(parts.into_iter().map(Cow::Owned))).collect()
}

/// What is listed in the month of a payslip itself.
fn of_time(payslip: &Payslip) -> Payslip {
    let payslip = Payslip { parcels: 0, parcels_by_area: Vec::new(), ..payslip.clone() };
    with_lines(payslip, |line| !is_piece(line))
}

/// What is listed in the month after it.
fn of_parcels(payslip: &Payslip, calendar: PayCalendar) -> Payslip {
    let payslip = Payslip {
        month: calendar.after(payslip.month),
        guarantee: None,
        extended_hours: Decimal::ZERO,
        base_kept: None,
        beside_fund: None,
        ..payslip.clone()
    };
    with_lines(payslip, is_piece)
}

fn is_piece(line: &Line) -> bool {
    matches!(line.component, Component::Piece | Component::Premium)
}

fn with_lines(mut payslip: Payslip, stays: impl Fn(&Line) -> bool) -> Payslip {
    payslip.lines.retain(stays);
    payslip.due = payslip.lines.iter().map(|line| line.amount).sum();
    payslip.due_by_month = payslip.lines.iter().filter(|line| line.is_by_month()).map(|line| line.amount).sum();
    payslip
}
