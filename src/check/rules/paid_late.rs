//! Paid after the pay day.
//!
//! **What**: of what is due, a part was still unpaid on the pay day, and a row of the register pays it later: its `paid_on` lies
//! after the pay day that an agreement names; where that day is a weekend or a statutory
//! holiday, after the working day before it. A weekend on which work is made up is a working day; the other days of a long holiday
//! are not known and count as they fall. Rows without `paid_on` count as paid in time.
//!
//! **Why**: wages are paid in full and on time.
//!
//! **Example**: the pay day is the 15th of the next month; the wage of April 2022 is due on Friday, 13 May, as the 15th is a
//! Sunday. Of 2,800.00 due, 1,000.00 is paid in time and 1,800.00 a month later: 1,800.00 is late.
//!
//! **Clause**: that of the pay day; 工资支付暂行规定 (劳部发〔1994〕489号) art. 7.
//!
//! # 中文
//!
//! 迟于约定的发薪日。
//!
//! **查什么**：应付工资在约定的发薪日尚未付清，而工资表另有一行在其后补付（`paid_on` 发放日期晚于发薪日）；没有发放日期的行视为按时；该日逢周末或法定节假日的，应在前一个工作日发放。调休上班的周末算工作日；长假中其他调休日未收录，按平日计。
//!
//! **为什么**：工资应当按时足额支付。
//!
//! **举例**：约定次月 15 日发薪；2022 年 5 月 15 日是星期日，4 月工资应在 5 月 13 日（星期五）前发放。应付 2,800.00 元，按时付 1,000.00 元，一个月后补付 1,800.00 元：迟付 1,800.00 元。
//!
//! **依据**：发薪日条款；工资支付暂行规定（劳部发〔1994〕489号）第7条。

use std::sync::Arc;

use jiff::civil::Weekday;

use crate::agreement::Agreement;

use crate::check::{Check, Cited, DueAndPaid, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::{Date, PayPeriod, Rounding, Yuan};
use crate::workforce::register::Payment;

pub(crate) const CHECK: Check = Check {
    code: "paid-late",
    severity: Severity::Violation,
    needs: &[
        Need::Register("paid_on", |paid| paid.payments.iter().any(|payment| payment.paid_on.is_some())),
        Need::PayDay,
        Need::OwnPiece,
    ],
    reveals_protection: false,
    source: include_str!("paid_late.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for document in &payroll.agreement.documents {
        let Some(payment) = &document.payment else { continue };
        for row in payroll.whole() {
            let due = pay_day(payroll.agreement, row.month, payment.day, payment.next_month);
            if !document.term.contains(row.month.first()) {
                continue;
            }
            let cited = Cited {
                agreement: Arc::clone(&document.agreement),
                clause: Arc::clone(&payment.clause),
                words: Arc::clone(&payment.text),
                protects: false,
            };
            findings.extend(late(row, due).into_iter().map(|(late, unpaid, on)| {
                let message = Message::new("check-paid-late").with("late", Rounding::FEN.apply(unpaid.0).0.to_string());
                let message = message.with("on", on.to_string()).with("due", due.to_string());
                CHECK.finding_of(row, message).citing(cited.clone()).at(&late.place)
            }));
        }
    }
    findings
}

/// The rows paid after the pay day, as far as they pay what was due and still unpaid on it, with how much and when.
fn late<'a>(row: &DueAndPaid<'a>, pay_day: Date) -> Vec<(&'a Payment, Yuan, Date)> {
    let Some(paid) = row.paid else { return Vec::new() };
    let is_late = |payment: &Payment| payment.paid_on.is_some_and(|on| on > pay_day);
    // Where the agreements give no pay, all that was paid was due.
    let due = row.due.as_deref().filter(|due| !due.lines.is_empty()).map_or(paid.paid, |due| due.pay().min(paid.paid));
    let in_time: Yuan = paid.payments.iter().filter(|payment| !is_late(payment)).map(|payment| payment.paid).sum();
    let mut unpaid = due - in_time;
    let mut late: Vec<(&Payment, Date)> =
        paid.payments.iter().filter_map(|payment| Some((payment, payment.paid_on?))).collect();
    late.retain(|(payment, _)| is_late(payment));
    late.sort_by_key(|(_, on)| *on);
    let mut found = Vec::new();
    for (payment, on) in late {
        let amount = payment.paid.min(unpaid);
        if amount > Yuan::default() {
            found.push((payment, amount, on));
            unpaid = unpaid - amount;
        }
    }
    found
}

/// The last day on which the wage of a month is on time.
fn pay_day(agreement: &Agreement, month: PayPeriod, day: i8, next_month: bool) -> Date {
    let month = if next_month { month.month().next() } else { month.month() };
    let mut due = Date::new(month.year, month.month, day.clamp(1, month.days())).unwrap_or(month.last());
    while !is_working_day(agreement, due) {
        let Ok(before) = due.yesterday() else { break };
        due = before;
    }
    due
}

/// Neither a statutory holiday nor a weekend; a weekend on which work is made up is a working day.
fn is_working_day(agreement: &Agreement, day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !agreement.is_holiday(day) && (!weekend || agreement.is_made_up(day))
}
