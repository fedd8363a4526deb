//! A part-timer works longer than part-time allows.
//!
//! **What**: by attendance, a courier whose `employment` on the roster is `part-time` (非全日制) works more than 4 hours a day on the
//! average of the days worked in the month, or more than 24 hours in a week, Monday to Sunday, that ends in the month. One finding a
//! month for each of the two.
//!
//! **Why**: who works longer is employed full-time, with the monthly minimum wage, a written contract and all insurance.
//!
//! **Example**: six days of 4 hours are 24 hours and an average of 4: neither is too much. 4.5 hours on one of them are both.
//!
//! **Clause**: 劳动合同法 art. 68.
//!
//! # 中文
//!
//! 非全日制用工超过法定工时。
//!
//! **查什么**：花名册 `employment`（用工形式）为 `part-time`（非全日制）的派件员，按考勤，当月出勤日平均每天多于 4 小时，或在当月结束的某一周（周一至周日）多于 24 小时。两种情形每月各一条。
//!
//! **为什么**：超过的应按全日制用工，适用月最低工资、书面劳动合同和各项社会保险。
//!
//! **举例**：六天各 4 小时，共 24 小时，平均 4 小时，均不超过；其中一天 4.5 小时，则两项都超过。
//!
//! **依据**：劳动合同法第68条。

use jiff::civil::Weekday;

use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::time::hours;
use crate::units::{Date, Decimal, PayPeriod};
use crate::workforce::Attendance;
use crate::workforce::day::Day;

pub(crate) const CHECK: Check = Check {
    code: "part-time-hours",
    severity: Severity::Warning,
    needs: &[Need::Attendance, Need::Roster, Need::RosterColumn("employment")],
    reveals_protection: false,
    source: include_str!("part_time_hours.rs"),
    find,
};

/// At most so many hours a day on average, and in a week.
const HOURS_A_DAY: u32 = 4;
const HOURS_A_WEEK: u32 = 24;

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let Some(attendance) = payroll.workforce.attendance.as_deref() else { return Vec::new() };
    let Some(roster) = payroll.workforce.roster.as_deref() else { return Vec::new() };
    let mut findings = Vec::new();
    for month in &payroll.months {
        for courier in attendance.people() {
            // Hardly anyone is, so that the days of the others need not be looked at one by one.
            if !roster.rows(courier, "").iter().any(|terms| terms.is_part_time()) {
                continue;
            }
            let part_time = |day: Date| payroll.terms(courier, "", day).filter(|terms| terms.is_part_time());
            let Some(terms) = month.each_day().find_map(part_time) else { continue };
            let on = |day: Date| {
                let worked = part_time(day).and_then(|_| attendance.on(courier, day)).map(Day::hours);
                worked.filter(|hours| !hours.is_zero())
            };
            let found = [long_days(*month, on), long_week(*month, on)].into_iter().flatten();
            findings.extend(found.map(|(message, day)| {
                let finding = CHECK.finding(&terms.company, courier, message).in_month(*month);
                finding_at(finding, attendance, courier, day)
            }));
        }
    }
    findings
}

fn finding_at(finding: Finding, attendance: &Attendance, courier: &str, day: Date) -> Finding {
    let at = attendance.on(courier, day).and_then(|day| attendance.at(day));
    Finding { at, ..finding }
}

/// The average of the days worked, at the last of them.
fn long_days(month: PayPeriod, on: impl Fn(Date) -> Option<Decimal>) -> Option<(Message, Date)> {
    let worked: Vec<(Date, Decimal)> = month.each_day().filter_map(|day| Some((day, on(day)?))).collect();
    let (last, _) = *worked.last()?;
    let sum: Decimal = worked.iter().map(|(_, hours)| *hours).sum();
    let days = worked.len() as u64;
    let message = Message::new("check-part-time-days").with("hours", hours(sum)).count("days", days);
    (sum > Decimal::from(days) * Decimal::from(HOURS_A_DAY)).then_some((message, last))
}

/// The first week that ends in the month and is too long, at its last day worked.
fn long_week(month: PayPeriod, on: impl Fn(Date) -> Option<Decimal>) -> Option<(Message, Date)> {
    month.each_day().filter(|day| day.weekday() == Weekday::Sunday).find_map(|sunday| {
        let days = std::iter::successors(Some(sunday), |day| day.yesterday().ok()).take(7);
        let worked: Vec<(Date, Decimal)> = days.filter_map(|day| Some((day, on(day)?))).collect();
        let (last, _) = *worked.first()?;
        let sum: Decimal = worked.iter().map(|(_, hours)| *hours).sum();
        let message = Message::new("check-part-time-week").with("hours", hours(sum));
        (sum > Decimal::from(HOURS_A_WEEK)).then(|| (message.with("day", sunday.to_string()), last))
    })
}
