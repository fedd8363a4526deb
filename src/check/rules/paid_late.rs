//! Paid after the pay day.
//!
//! **What**: the register's `paid_on` lies after the pay day that an agreement names; where that day is a weekend or a statutory
//! holiday, after the working day before it. A weekend on which work is made up is a working day; the other days of a long holiday
//! are not known and count as they fall.
//!
//! **Why**: wages are paid in full and on time.
//!
//! **Example**: the pay day is the 15th of the next month; the wage of April 2022 is due on Friday, 13 May, as the 15th is a
//! Sunday.
//!
//! **Clause**: that of the pay day; 工资支付暂行规定 (劳部发〔1994〕489号) art. 7.
//!
//! # 中文
//!
//! 迟于约定的发薪日。
//!
//! **查什么**：工资册的 `paid_on`（发放日期）晚于协议约定的发薪日；该日逢周末或法定节假日的，应在前一个工作日发放。调休上班的周末算工作日；长假中其他调休日未收录，按平日计。
//!
//! **为什么**：工资应当按时足额支付。
//!
//! **举例**：约定次月 15 日发薪；2022 年 5 月 15 日是星期日，4 月工资应在 5 月 13 日（星期五）前发放。
//!
//! **依据**：发薪日条款；工资支付暂行规定（劳部发〔1994〕489号）第7条。

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Weekday;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Occasion};
use crate::check::{Check, Cited, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::{Date, Month};

pub(crate) const CHECK: Check = Check {
    code: "paid-late",
    severity: Severity::Violation,
    needs: &[Need::Register("paid_on", |paid| paid.paid_on.is_some()), Need::PayDay],
    reveals_protection: false,
    source: include_str!("paid_late.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for document in &payroll.agreement.documents {
        let Some(payment) = &document.payment else { continue };
        for row in &payroll.rows {
            let Some(on) = row.paid.and_then(|paid| paid.paid_on) else { continue };
            let due = pay_day(payroll.agreement, row.month, payment.day, payment.next_month);
            if on <= due || !document.term.contains(row.month.first()) {
                continue;
            }
            let message = Message::new("check-paid-late").with("on", on.to_string()).with("due", due.to_string());
            let cited = Cited {
                agreement: Arc::clone(&document.agreement),
                clause: Arc::clone(&payment.clause),
                words: Arc::clone(&payment.text),
                protects: false,
            };
            findings.push(CHECK.finding_of(row, message).citing(cited));
        }
    }
    findings
}

/// The last day on which the wage of a month is on time.
fn pay_day(agreement: &Agreement, month: Month, day: i8, next_month: bool) -> Date {
    let month = if next_month { month.next() } else { month };
    let mut due = Date::new(month.year, month.month, day.clamp(1, month.days())).unwrap_or(month.last());
    while !is_working_day(agreement, due) {
        let Ok(before) = due.yesterday() else { break };
        due = before;
    }
    due
}

/// Neither a statutory holiday nor a weekend; a weekend on which work is made up is a working day.
fn is_working_day(agreement: &Agreement, day: Date) -> bool {
    let listed = |dates: &BTreeMap<i16, Vec<Date>>| dates.get(&day.year()).is_some_and(|dates| dates.contains(&day));
    let mut weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    for rule in &agreement.rules {
        let Kind::Premium(premium) = &rule.kind else { continue };
        let Occasion::Holiday { dates, working } = &premium.occasion else { continue };
        if listed(dates) {
            return false;
        }
        weekend &= !listed(working);
    }
    !weekend
}
