//! More hours or days in a row than the law allows.
//!
//! **What**: by attendance, a day of more than 3 hours beyond 8; a month with more than 36 hours beyond 8 a day; more than six days
//! worked in a row, of which the seventh or a later one lies in the month. One finding a month for each of the three. What comes
//! before the attendance begins is not known and counts as rest.
//!
//! **Why**: extended hours are limited whatever they are paid, and a week has a day of rest.
//!
//! **Example**: 11 hours are the most of a day, 12 days of 11 hours the most of a month, and six days in a row.
//!
//! **Clause**: 劳动法 art. 38 and 41.
//!
//! # 中文
//!
//! 工时或连续工作天数超过法定上限。
//!
//! **查什么**：按考勤，某天超过 8 小时的部分多于 3 小时；当月各天超过 8 小时的部分合计多于 36 小时；连续工作超过六天，且第七天或其后某天在当月。三种情形每月各一条。考勤开始之前的情况未知，按休息计。
//!
//! **为什么**：延长工时有上限，付了加班费也一样；每周至少休息一天。
//!
//! **举例**：一天至多 11 小时，一个月至多 12 个 11 小时的工作日，连续工作至多六天。
//!
//! **依据**：劳动法第38条、第41条。

use crate::agreement::kinds::{Kind, Occasion};
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::time::hours;
use crate::units::{Date, Decimal, PayPeriod};
use crate::workforce::day::{Day, Days};

pub(crate) const CHECK: Check = Check {
    code: "hours-over-limit",
    severity: Severity::Warning,
    needs: &[Need::Attendance, Need::Rule(is_overtime, "check-lacks-overtime")],
    reveals_protection: false,
    source: include_str!("hours_over_limit.rs"),
    find,
};

/// The normal day of 劳动法 art. 36 and 国务院令第174号 art. 3.
const NORMAL_HOURS: u32 = 8;
/// At most so many hours beyond it in a day and in a month, and so many days worked in a row.
const BEYOND_A_DAY: u32 = 3;
const BEYOND_A_MONTH: u32 = 36;
const DAYS_IN_A_ROW: usize = 6;

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let Some(attendance) = payroll.workforce.attendance.as_deref() else { return Vec::new() };
    let mut findings = Vec::new();
    // Where no rule speaks of overtime, it is not this law that holds.
    for month in payroll.months.iter().filter(|month| CHECK.needs[1].lacking(payroll, **month).is_none()) {
        for (courier, days) in attendance.each() {
            let found = [long_day, long_month, no_rest].into_iter().filter_map(|of| of(days, *month));
            findings.extend(found.map(|(message, date, day)| {
                let company = payroll.employer(courier, None, date);
                let finding = CHECK.finding(&company, courier, message).in_month(*month);
                Finding { at: attendance.at(day), ..finding }
            }));
        }
    }
    findings
}

fn is_overtime(kind: &Kind) -> bool {
    matches!(kind, Kind::Premium(premium) if matches!(premium.occasion, Occasion::Overtime { .. }))
}

fn beyond(day: Day<'_>) -> Decimal {
    (day.hours() - Decimal::from(NORMAL_HOURS)).max(Decimal::ZERO)
}

/// The first day of more hours than a day may have.
fn long_day(days: &Days, month: PayPeriod) -> Option<(Message, Date, Day<'_>)> {
    let mut long = days
        .between(month.first(), month.last())
        .filter(|(_, day)| day.hours() > Decimal::from(NORMAL_HOURS + BEYOND_A_DAY))
        .peekable();
    let (date, day) = *long.peek()?;
    let message = Message::new("check-hours-of-day").with("hours", hours(day.hours()));
    Some((message.with("day", date.to_string()).count("days", long.count() as u64), date, day))
}

/// The day on which the hours beyond eight of the month become too many.
fn long_month(days: &Days, month: PayPeriod) -> Option<(Message, Date, Day<'_>)> {
    let mut sum = Decimal::ZERO;
    let mut too_many = None;
    // On most days nothing is beyond.
    let long = days.between(month.first(), month.last()).filter(|(_, day)| day.hours() > Decimal::from(NORMAL_HOURS));
    for (date, day) in long {
        sum += beyond(day);
        if too_many.is_none() && sum > Decimal::from(BEYOND_A_MONTH) {
            too_many = Some((date, day));
        }
    }
    let (date, day) = too_many?;
    Some((Message::new("check-hours-of-month").with("hours", hours(sum)), date, day))
}

/// The first day of the month that is one too many in a row.
fn no_rest(days: &Days, month: PayPeriod) -> Option<(Message, Date, Day<'_>)> {
    let before = |date: Date| date.yesterday().ok();
    let worked = |date: &Date| days.get(*date).is_some_and(Day::is_worked);
    // The days in a row up to the last day looked at: before the month, they have to be counted back.
    let up_to_month = std::iter::successors(before(month.first()), |date| before(*date)).take_while(worked).count();
    let (mut in_a_row, mut last) = (up_to_month, before(month.first()));
    let mut found: Option<(Date, Day<'_>)> = None;
    for (date, day) in days.between(month.first(), Date::MAX) {
        let goes_on = last.is_some() && last == before(date);
        if found.is_some() && !(goes_on && day.is_worked()) || found.is_none() && date > month.last() {
            break;
        }
        in_a_row = if !day.is_worked() {
            0
        } else if goes_on {
            in_a_row + 1
        } else {
            1
        };
        last = Some(date);
        if found.is_none() && in_a_row > DAYS_IN_A_ROW {
            found = Some((date, day));
        }
    }
    let (date, day) = found?;
    let message = Message::new("check-hours-no-rest").count("days", in_a_row as u64);
    Some((message.with("last", last.unwrap_or(date).to_string()), date, day))
}
