//! Work for more than a month without a written contract.
//!
//! **What**: a courier has delivered or attended on a day more than one month after `hired`, and no contract was signed by that
//! day. One finding a month, with the first such day. Who is paid without a delivery or attendance is taken as at work up to the last
//! day employed. The message gives the second wage owed for the days of the month: from the day on which the month is over to the
//! day before signing, or to the last day of the first year; of piece wages what the parcels of those days earn, of the rest the
//! part of the days employed.
//!
//! **Why**: a written labour contract is due within one month; without it double pay.
//!
//! **Example**: hired on 12 April, no contract; a parcel on 13 May. On 12 May it is not yet more than a month. Hired on 1 March 2022, signed on 11 May: the
//! second wage is owed from 1 April to 10 May.
//!
//! **Clause**: 劳动合同法 art. 10 and 82; 劳动合同法实施条例 art. 6 and 7.
//!
//! # 中文
//!
//! 用工超过一个月未签书面劳动合同。
//!
//! **查什么**：派件员在入职满一个月之后的日子派件或出勤，而到那天仍未签订书面劳动合同。每月一条，记首日。有工资而无派件和出勤的，视为工作到当月最后一个在职日。并列出当月应付的第二倍工资：自满一个月的次日起，至补签前一日止，最多至满一年的前一日；计件部分按这些日子的件数，其余按在职天数折算。
//!
//! **为什么**：应当自用工之日起一个月内订立书面劳动合同；未订立的每月付二倍工资。
//!
//! **举例**：4 月 12 日入职，未签合同；5 月 13 日派件。5 月 12 日尚未超过一个月。2022 年 3 月 1 日入职、5 月 11 日签订：第二倍工资自 4 月 1 日算至 5 月 10 日。
//!
//! **依据**：劳动合同法第10条、第82条；劳动合同法实施条例第6条、第7条。

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;

use crate::agreement::kinds::Grant;
use crate::check::protected_days::rows_in;
use crate::check::{Check, DueAndPaid, Finding, Need, PayrollCheck, Severity};
use crate::deliveries::tally::Row;
use crate::diagnostics::Message;
use crate::pay::subject::Parcels;
use crate::pay::{Component, Line};
use crate::units::{Date, Decimal, Rounding, Yuan};
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
    for (_, rows) in roster.into_iter().flat_map(Roster::people) {
        let late = |terms: &Arc<Terms>| deadline(terms).is_some_and(|deadline| unsigned(terms, deadline));
        suspects.extend(rows.iter().any(late).then_some(&rows[0].courier));
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
    let in_month = |day: &Date| payroll.calendar.period(*day) == row.month;
    let own = |company: &Arc<str>| company.is_empty() || row.company.is_empty() || *company == row.company;
    let delivered = worked.get(&row.courier).into_iter().flatten().filter(|(_, company)| own(company));
    let mut days: BTreeSet<Date> = delivered.map(|(day, _)| *day).filter(in_month).collect();
    if let Some(attendance) = payroll.workforce.attendance.as_deref() {
        let person = payroll.workforce.person(&row.courier, &row.company);
        let attended =
            attendance.between(&person, row.month.first(), row.month.last()).filter(|(_, day)| day.is_worked());
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
    let person = Parcels::person(&row.company, &row.courier, Some(terms));
    let mut grants =
        payroll.grants(Grant::WrittenContract, day).filter(|rule| rule.applies_to(&person, day)).peekable();
    grants.peek()?;
    let hired = terms.hired.map(|hired| hired.to_string()).unwrap_or_default();
    let message = Message::new("check-no-contract").with("hired", hired).with("day", day.to_string());
    let finding = match second_wage(payroll, row, terms) {
        Some((first, last, owed)) => {
            let message = message.with("first", first.to_string()).with("last", last.to_string());
            let message = message.with("owed", owed.0.to_string());
            CHECK.finding_of(row, Message { id: "check-no-contract-owed", ..message }).figures(owed, Yuan::default())
        }
        None => CHECK.finding_of(row, message),
    };
    Some(grants.fold(finding, Finding::under).at(&terms.place))
}

/// The second wage of a month: its first and last day, and as much as is due for those days: of what is earned by work, the part of
/// the parcels delivered on them; of the rest, the part of the days employed.
fn second_wage(payroll: &PayrollCheck<'_>, row: &DueAndPaid<'_>, terms: &Terms) -> Option<(Date, Date, Yuan)> {
    let due = row.due.as_deref().filter(|due| !due.lines.is_empty())?;
    let begins = deadline(terms)?;
    // After a year the contract counts as one without end, and no second wage is owed for it.
    let ends = terms.hired?.checked_add(1.year()).ok()?.yesterday().ok()?;
    let signed = terms.contract_signed.and_then(|signed| signed.yesterday().ok());
    let ends = signed.map_or(ends, |signed| ends.min(signed));
    let employed = |day: &Date| payroll.terms(&row.courier, &row.company, *day).is_some();
    let of_month: Vec<Date> = row.month.each_day().filter(employed).collect();
    let owed = |day: &Date| begins <= *day && *day <= ends;
    let days: Vec<Date> = of_month.iter().copied().filter(owed).collect();
    let (first, last) = (*days.first()?, *days.last()?);
    let (mut all, mut within) = (0_u64, 0_u64);
    for parcels in rows_in(payroll, row.month).iter().filter(|parcels| is_of(payroll, parcels, row)) {
        all += parcels.parcels;
        within += if owed(&parcels.date) { parcels.parcels } else { 0 };
    }
    let share = |part: u64, whole: u64| Decimal::from(part) / Decimal::from(whole.max(1));
    let by_work = |line: &&Line| matches!(line.component, Component::Piece | Component::Premium);
    let worked: Yuan = due.lines.iter().filter(by_work).map(|line| line.amount).sum();
    let of_work = worked.0 * share(within, all);
    let of_days = (due.pay() - worked).0 * share(days.len() as u64, of_month.len() as u64);
    Some((first, last, Rounding::FEN.apply(of_work + of_days)))
}

fn is_of(payroll: &PayrollCheck<'_>, parcels: &Row, row: &DueAndPaid<'_>) -> bool {
    let company = payroll.tally.name(parcels.company);
    payroll.tally.name(parcels.courier) == &row.courier
        && (company.is_empty() || row.company.is_empty() || *company == row.company)
}

/// The last day on which a contract is signed in time: the same day of the next month, in a shorter month its last.
fn deadline(terms: &Terms) -> Option<Date> {
    terms.hired?.checked_add(1.month()).ok()
}

fn unsigned(terms: &Terms, day: Date) -> bool {
    terms.contract_signed.is_none_or(|signed| signed > day)
}
