//! Deliveries at night in late pregnancy or while nursing.
//!
//! **What**: a first or last delivery of the day before 06:00 or after 22:00 of a courier who is protected from night work: from twelve
//! weeks before the birth is due, and while nursing.
//!
//! **Why**: night work is forbidden then.
//!
//! **Example**: a nursing courier's last parcel of the day at 22:00:01. A parcel at 22:00:00 is the end of the evening.
//!
//! **Clause**: that of the protection; 国务院令第619号 art. 6 and 9; 22:00 to 06:00 by 劳安字〔1989〕1号.
//!
//! # 中文
//!
//! 怀孕后期或哺乳期夜间派件。
//!
//! **查什么**：不得夜间劳动的派件员，当天首件或末件早于 06:00 或晚于 22:00：预产期前十二周起，以及哺乳期。
//!
//! **为什么**：此时不得安排夜班劳动。
//!
//! **举例**：哺乳期派件员当天末件在 22:00:01。正好 22:00:00 不算。
//!
//! **依据**：该保护条款；国务院令第619号第6条、第9条；22:00 至 06:00 见劳安字〔1989〕1号。

use crate::agreement::kinds::Grant;
use crate::check::protected_days::{days, time_of_day};
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check = Check {
    code: "night-work",
    severity: Severity::Violation,
    needs: &[Need::Protected, Need::Times, Need::BirthDue(Grant::NoNightWork), Need::Grant(Grant::NoNightWork)],
    reveals_protection: true,
    source: include_str!("night_work.rs"),
    find,
};

/// Night ends at 06:00 and begins at 22:00, in seconds since midnight.
const MORNING: u32 = 6 * 3600;
const NIGHT: u32 = 22 * 3600;

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ((_, date), day) in payroll.months.iter().flat_map(|month| days(payroll, *month)) {
        let mut times = [day.first_at, day.last_at].into_iter().flatten();
        let Some(at) = times.find(|at| *at < MORNING || *at > NIGHT) else { continue };
        let courier = day.courier;
        let company = payroll.employer(courier, Some(&day.company), date);
        let protections = payroll.protections(Grant::NoNightWork, courier, &company, date);
        let Some((rule, span)) = protections.into_iter().next() else { continue };
        let message = Message::new("check-night-work").with("day", date.to_string()).with("time", time_of_day(at));
        let finding = CHECK.finding(&company, courier, message).in_month(payroll.calendar.period(date));
        findings.push(finding.under(rule).at(&span.place));
    }
    findings
}
