//! Work for more than a month without a written contract.
//!
//! **What**: a courier has delivered or attended on a day more than one month after `hired`, and no contract was signed by that
//! day. One finding a month, with the first such day. Who is paid without a delivery or attendance is taken as at work up to the last
//! day employed.
//!
//! **Why**: a written labour contract is due within one month; without it double pay.
//!
//! **Example**: hired on 12 April, no contract; a parcel on 13 May. On 12 May it is not yet more than a month.
//!
//! **Clause**: 劳动合同法 art. 10 and 82.
//!
//! # 中文
//!
//! 用工超过一个月未签书面劳动合同。
//!
//! **查什么**：派件员在入职满一个月之后的日子派件或出勤，而到那天仍未签订书面劳动合同。每月一条，记首日。有工资而无派件和出勤的，视为工作到当月最后一个在职日。
//!
//! **为什么**：应当自用工之日起一个月内订立书面劳动合同；未订立的每月付二倍工资。
//!
//! **举例**：4 月 12 日入职，未签合同；5 月 13 日派件。5 月 12 日尚未超过一个月。
//!
//! **依据**：劳动合同法第10条、第82条。

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;

use crate::agreement::kinds::Grant;
use crate::check::{Check, DueAndPaid, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::{Date, Month};
use crate::workforce::Roster;
use crate::workforce::roster::Terms;

pub(crate) const CHECK: Check = Check {
    code: "no-written-contract",
    severity: Severity::Violation,
    needs: &[
        Need::Roster,
        Need::RosterColumn(CONTRACT_SIGNED),
        Need::RosterColumn("hired"),
        Need::Grant(Grant::WrittenContract),
    ],
    reveals_protection: false,
    source: include_str!("no_written_contract.rs"),
    find,
};

/// The column of the roster without which no contract can be missed.
const CONTRACT_SIGNED: &str = "contract_signed";

/// The days on which each courier delivered, by company as the log names it.
type Worked<'a> = BTreeMap<&'a Arc<str>, BTreeSet<(Date, &'a Arc<str>)>>;

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    // A roster without the column says nothing of contracts.
    let roster = payroll.workforce.roster.as_deref().filter(|roster| roster.has_column(CONTRACT_SIGNED));
    let mut suspects: BTreeSet<&Arc<str>> = BTreeSet::new();
    for (courier, rows) in roster.into_iter().flat_map(Roster::couriers) {
        let late = |terms: &Arc<Terms>| deadline(terms).is_some_and(|deadline| unsigned(terms, deadline));
        suspects.extend(rows.iter().any(late).then_some(courier));
    }
    let mut worked: Worked<'_> = BTreeMap::new();
    for row in &payroll.tally.rows {
        let courier = payroll.tally.name(row.courier);
        if suspects.contains(courier) {
            worked.entry(courier).or_default().insert((row.date, payroll.tally.name(row.company)));
        }
    }
    let suspect = |row: &&DueAndPaid<'_>| suspects.contains(&row.courier);
    payroll.rows.iter().filter(suspect).filter_map(|row| of_row(payroll, row, &worked)).collect()
}

fn of_row(payroll: &PayrollCheck<'_>, row: &DueAndPaid<'_>, worked: &Worked<'_>) -> Option<Finding> {
    let in_month = |day: &Date| Month::of(*day) == row.month;
    let own = |company: &Arc<str>| company.is_empty() || row.company.is_empty() || *company == row.company;
    let delivered = worked.get(&row.courier).into_iter().flatten().filter(|(_, company)| own(company));
    let mut days: BTreeSet<Date> = delivered.map(|(day, _)| *day).filter(in_month).collect();
    if let Some(attendance) = payroll.workforce.attendance.as_deref() {
        let attended = attendance.of(&row.courier, row.month).filter(|(_, day)| !day.hours.is_zero());
        days.extend(attended.map(|(date, _)| date));
    }
    // Pay without a day of work in the files is work too: up to the last day employed in the month.
    if days.is_empty() && row.paid.is_some_and(|paid| !paid.paid.is_zero()) {
        let employed = |day: &Date| payroll.terms(&row.courier, &row.company, *day).is_some();
        days.extend(row.month.each_day().filter(employed).last());
    }
    let (day, terms) = days.into_iter().find_map(|day| {
        let terms = payroll.terms(&row.courier, &row.company, day)?;
        (day > deadline(terms)? && unsigned(terms, day)).then_some((day, terms))
    })?;
    let mut grants = payroll.grants(Grant::WrittenContract, day).peekable();
    grants.peek()?;
    let hired = terms.hired.map(|hired| hired.to_string()).unwrap_or_default();
    let message = Message::new("check-no-contract").with("hired", hired).with("day", day.to_string());
    Some(grants.fold(CHECK.finding_of(row, message), Finding::under).at(&terms.place))
}

/// The last day on which a contract is signed in time: the same day of the next month, in a shorter month its last.
fn deadline(terms: &Terms) -> Option<Date> {
    terms.hired?.checked_add(1.month()).ok()
}

fn unsigned(terms: &Terms, day: Date) -> bool {
    terms.contract_signed.is_none_or(|signed| signed > day)
}
