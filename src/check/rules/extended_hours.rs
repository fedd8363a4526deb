//! More than eight hours in pregnancy or nursing.
//!
//! **What**: a day over 8 hours of a courier who is protected from extended hours: under the Anji agreement in the whole pregnancy,
//! under the law from twelve weeks before the birth is due (`due` of the protected period) and while nursing. By attendance a
//! violation; where attendance has no such day, a span of over 8 hours from the first to the last delivery is a warning, as the
//! breaks in it are not known.
//!
//! **Why**: extended hours are forbidden then, whatever they are paid.
//!
//! **Example**: 9 hours on a day in pregnancy. 8.0 hours are none too many.
//!
//! **Clause**: that of the protection; 国务院令第619号 art. 6 and 9, 劳动法 art. 61 and 63.
//!
//! # 中文
//!
//! 孕期或哺乳期延长工时。
//!
//! **查什么**：不得延长工时的派件员某天超过 8 小时：安吉协议为整个孕期，法律为预产期（保护期登记的 `due`）前十二周起以及哺乳期。有考勤的为违规；考勤没有当天记录的，首件至末件超过 8 小时为提醒，因为中间休息时间未知。
//!
//! **为什么**：此时不得延长工时，付加班费也不行。
//!
//! **举例**：怀孕期间某天工作 9 小时。正好 8 小时不算。
//!
//! **依据**：该保护条款；国务院令第619号第6条、第9条，劳动法第61条、第63条。

use std::sync::Arc;

use crate::agreement::kinds::Grant;
use crate::check::protected_days::{Day, days, time_of_day};
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::time::hours;
use crate::units::{Date, Decimal};
use crate::workforce::day;

pub(crate) const CHECK: Check = Check {
    code: "extended-hours",
    severity: Severity::Violation,
    needs: &[Need::Protected, Need::Hours, Need::BirthDue(Grant::NoExtendedHours), Need::Grant(Grant::NoExtendedHours)],
    reveals_protection: true,
    source: include_str!("extended_hours.rs"),
    find,
};

/// The normal day of 劳动法 art. 36 and 国务院令第174号 art. 3.
const NORMAL_HOURS: u32 = 8;

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for month in &payroll.months {
        let days = days(payroll, *month);
        for person in payroll.workforce.protected.people() {
            let of_day = |day: Date| on_day(payroll, person, day, days.get(&(Arc::clone(person), day)));
            findings.extend(month.each_day().filter_map(of_day));
        }
    }
    findings
}

fn on_day(payroll: &PayrollCheck<'_>, person: &Arc<str>, date: Date, of_log: Option<&Day<'_>>) -> Option<Finding> {
    let attended = payroll.workforce.attendance.as_deref().and_then(|attendance| attendance.on(person, date));
    let (message, severity) = match (attended, of_log) {
        (Some(day), _) => (attended_too_long(day)?, Severity::Violation),
        (None, Some(day)) => (spans_too_long(day)?, Severity::Warning),
        (None, None) => return None,
    };
    let company = payroll.employer(person, of_log.map(|day| &day.company), date);
    let (rule, span) = payroll.protections(Grant::NoExtendedHours, person, &company, date).into_iter().next()?;
    let message = message.with("day", date.to_string());
    let finding = CHECK.finding(&company, person, message).in_month(payroll.calendar.period(date)).under(rule);
    let finding = Finding { severity, ..finding };
    Some(match (attended, payroll.workforce.attendance.as_deref()) {
        (Some(day), Some(attendance)) => Finding { at: attendance.at(day), ..finding },
        // The log is not kept row by row: the evidence named is the protected period.
        _ => finding.at(&span.place),
    })
}

fn attended_too_long(day: day::Day<'_>) -> Option<Message> {
    let worked = day.hours();
    (worked > Decimal::from(NORMAL_HOURS)).then(|| Message::new("check-extended-hours").with("hours", hours(worked)))
}

fn spans_too_long(day: &Day<'_>) -> Option<Message> {
    let (first, last) = day.first_at.zip(day.last_at)?;
    let message =
        || Message::new("check-extended-hours-log").with("first", time_of_day(first)).with("last", time_of_day(last));
    (last.saturating_sub(first) > NORMAL_HOURS * 3600).then(message)
}
