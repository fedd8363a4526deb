//! Work for more than a month without a written contract.
//!
//! **What**: a courier has worked on a day more than one month after `hired`, and no contract was signed by that day.
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
//! **查什么**：派件员在入职满一个月之后的日子上班，而到那天仍未签订书面劳动合同。
//!
//! **为什么**：应当自用工之日起一个月内订立书面劳动合同；未订立的每月付二倍工资。
//!
//! **举例**：4 月 12 日入职，未签合同；5 月 13 日派件。5 月 12 日尚未超过一个月。
//!
//! **依据**：劳动合同法第10条、第82条。

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;

use crate::agreement::kinds::Grant;
use crate::check::Books;
use crate::check::Finding;
use crate::check::Severity;
use crate::check::books::Pair;
use crate::check::registry::Check;
use crate::source::Message;
use crate::units::Date;

pub(crate) const CHECK: Check = Check {
    code: "no-written-contract",
    severity: Severity::Violation,
    source: include_str!("no_written_contract.rs"),
    find,
};

fn find(books: &Books<'_>) -> Vec<Finding> {
    if books.grants(Grant::WrittenContract).next().is_none() {
        return Vec::new();
    }
    let mut worked: BTreeMap<&Arc<str>, BTreeSet<Date>> = BTreeMap::new();
    for row in &books.tally.rows {
        worked.entry(books.tally.name(row.courier)).or_default().insert(row.date);
    }
    books.pairs.iter().filter_map(|pair| of_pair(books, pair, worked.get(&pair.courier))).collect()
}

fn of_pair(books: &Books<'_>, pair: &Pair<'_>, worked: Option<&BTreeSet<Date>>) -> Option<Finding> {
    let days = worked.into_iter().flat_map(|days| days.range(pair.month.first()..=pair.month.last()).copied());
    // Pay without a parcel in the log is work too: on the last day employed in the month.
    let by_pay = pair.paid.filter(|paid| !paid.paid.is_zero()).map(|_| pair.month.last());
    let (day, terms) = days.chain(by_pay).find_map(|day| {
        let terms = books.terms(&pair.courier, &pair.company, day)?;
        let deadline = terms.hired?.checked_add(1.month()).ok()?;
        (day > deadline && terms.contract_signed.is_none_or(|signed| signed > day)).then_some((day, terms))
    })?;
    let hired = terms.hired.map(|hired| hired.to_string()).unwrap_or_default();
    let message = Message::new("check-no-contract").with("hired", hired).with("day", day.to_string());
    let finding = Finding::new(CHECK.code, CHECK.severity, &pair.company, &pair.courier, message).in_month(pair.month);
    let finding = books.grants(Grant::WrittenContract).fold(finding, Finding::under);
    Some(finding.at(&terms.place))
}
