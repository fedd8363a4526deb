//! Maternity leave: nothing is claimed of it where the register does not say what the fund paid.

use crate::check::PayrollCheck;
use crate::diagnostics::Message;
use crate::pay::Payslip;

/// That nothing can be claimed for the days of leave, as the register does not say what the fund paid.
#[must_use]
pub fn unknown(payroll: &PayrollCheck<'_>) -> Option<Message> {
    let owes = |due: &Payslip| due.beside_fund.is_some_and(|beside| beside.base > beside.kept);
    let of_leave = payroll.rows.iter().filter(|row| row.due.as_deref().is_some_and(owes));
    let mut silent = of_leave.filter(|row| row.paid.is_none_or(|paid| paid.fund_paid.is_none())).peekable();
    let first = silent.peek()?.courier.to_string();
    let message = Message::new("check-fund-unknown").with("first", first);
    Some(message.count("payslips", silent.count() as u64))
}
