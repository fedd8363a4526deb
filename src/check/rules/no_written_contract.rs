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
use crate::check::books::Pair;
use crate::check::registry::Check;
use crate::check::unseen::CONTRACT_SIGNED;
use crate::check::{Books, Finding, Severity};
use crate::diagnostics::Message;
use crate::units::{Date, Month};
use crate::workforce::roster::Terms;

pub(crate) const CHECK: Check = Check {
    code: "no-written-contract",
    severity: Severity::Violation,
    source: include_str!("no_written_contract.rs"),
    find,
};

/// The days on which each courier delivered, by company as the log names it.
type Worked<'a> = BTreeMap<&'a Arc<str>, BTreeSet<(Date, &'a Arc<str>)>>;

fn find(books: &Books<'_>) -> Vec<Finding> {
    // A roster without the column says nothing of contracts; that is remarked, and is no finding.
    if !books.workforce.roster.as_ref().is_some_and(|roster| roster.has_column(CONTRACT_SIGNED)) {
        return Vec::new();
    }
    let mut suspects: BTreeSet<&Arc<str>> = BTreeSet::new();
    for (courier, rows) in books.workforce.roster.iter().flat_map(|roster| roster.couriers()) {
        let late = |terms: &Arc<Terms>| deadline(terms).is_some_and(|deadline| unsigned(terms, deadline));
        suspects.extend(rows.iter().any(late).then_some(courier));
    }
    let mut worked: Worked<'_> = BTreeMap::new();
    for row in &books.tally.rows {
        let courier = books.tally.name(row.courier);
        if suspects.contains(courier) {
            worked.entry(courier).or_default().insert((row.date, books.tally.name(row.company)));
        }
    }
    let suspect = |pair: &&Pair<'_>| suspects.contains(&pair.courier);
    books.pairs.iter().filter(suspect).filter_map(|pair| of_pair(books, pair, &worked)).collect()
}

fn of_pair(books: &Books<'_>, pair: &Pair<'_>, worked: &Worked<'_>) -> Option<Finding> {
    let in_month = |day: &Date| Month::of(*day) == pair.month;
    let own = |company: &Arc<str>| company.is_empty() || pair.company.is_empty() || *company == pair.company;
    let delivered = worked.get(&pair.courier).into_iter().flatten().filter(|(_, company)| own(company));
    let mut days: BTreeSet<Date> = delivered.map(|(day, _)| *day).filter(in_month).collect();
    if let Some(attendance) = books.workforce.attendance.as_deref() {
        let attended = attendance.of(&pair.courier, pair.month).filter(|(_, day)| !day.hours.is_zero());
        days.extend(attended.map(|(date, _)| date));
    }
    // Pay without a day of work in the files is work too: up to the last day employed in the month.
    if days.is_empty() && pair.paid.is_some_and(|paid| !paid.paid.is_zero()) {
        let employed = |day: &Date| books.terms(&pair.courier, &pair.company, *day).is_some();
        days.extend(pair.month.each_day().filter(employed).last());
    }
    let (day, terms) = days.into_iter().find_map(|day| {
        let terms = books.terms(&pair.courier, &pair.company, day)?;
        (day > deadline(terms)? && unsigned(terms, day)).then_some((day, terms))
    })?;
    let mut grants = books.grants(Grant::WrittenContract, day).peekable();
    grants.peek()?;
    let hired = terms.hired.map(|hired| hired.to_string()).unwrap_or_default();
    let message = Message::new("check-no-contract").with("hired", hired).with("day", day.to_string());
    let finding = Finding::new(CHECK.code, CHECK.severity, &pair.company, &pair.courier, message).in_month(pair.month);
    Some(grants.fold(finding, Finding::under).at(&terms.place))
}

/// The last day on which a contract is signed in time: the same day of the next month, in a shorter month its last.
fn deadline(terms: &Terms) -> Option<Date> {
    terms.hired?.checked_add(1.month()).ok()
}

fn unsigned(terms: &Terms, day: Date) -> bool {
    terms.contract_signed.is_none_or(|signed| signed > day)
}
