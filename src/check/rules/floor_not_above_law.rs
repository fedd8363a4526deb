//! An agreement's floor is not above the statutory minimum.
//!
//! **What**: a monthly floor of an agreement is not above the statutory minimum wage in force with it; equal is not enough. One
//! finding a floor, with the first month in which it is so.
//!
//! **Why**: in Zhejiang the pay of a collective contract must be above the local minimum.
//!
//! **Example**: the agreement guarantees 2,070 in May 2022, which is the statutory minimum itself.
//!
//! **Clause**: 浙江省集体合同条例 art. 5.
//!
//! # 中文
//!
//! 协议的最低工资不高于法定最低工资。
//!
//! **查什么**：协议的月保底不高于同时有效的法定最低工资；等于也不行。每项保底一条，记首个月份。
//!
//! **为什么**：在浙江，集体合同中的劳动报酬应当高于当地最低工资标准。
//!
//! **举例**：协议 2022 年 5 月保底 2,070 元，恰为法定最低工资。
//!
//! **依据**：浙江省集体合同条例第5条。

use std::sync::Arc;

use crate::agreement::Rule;
use crate::agreement::figure::Figure;
use crate::agreement::kinds::{Kind, Per};
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::{Date, Decimal, Yuan};

pub(crate) const CHECK: Check = Check {
    code: "floor-not-above-law",
    severity: Severity::Violation,
    needs: &[
        Need::Rule(|kind| is_monthly(kind, false), "check-lacks-agreed-floor"),
        Need::Rule(|kind| is_monthly(kind, true), "check-lacks-statutory-floor"),
    ],
    reveals_protection: false,
    source: include_str!("floor_not_above_law.rs"),
    find,
};

/// A monthly floor, by law or agreed.
fn is_monthly(kind: &Kind, statutory: bool) -> bool {
    matches!(kind, Kind::Floor(floor) if floor.per == Per::Month && floor.window.is_none() && floor.statutory == statutory)
}

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let floors = |statutory: bool| payroll.agreement.rules.iter().filter(move |rule| is_monthly(&rule.kind, statutory));
    let mut findings = Vec::new();
    for rule in floors(false) {
        let low = payroll.months.iter().flat_map(|month| month.each_day()).find_map(|day| {
            // Of what the law gives, what it gives where nothing else is known of the courier.
            let minima = floors(true).filter_map(|law| Some((law, least(law, day)?)));
            let (law, minimum) = minima.max_by_key(|(_, minimum)| *minimum)?;
            let agreed = least(rule, day)?;
            (agreed <= minimum).then_some((day, agreed, law, minimum))
        });
        let Some((day, agreed, law, minimum)) = low else { continue };
        let message = Message::new("check-floor-not-above-law").with("rule", &*rule.id);
        let message = message.with("agreed", agreed.to_string()).with("minimum", minimum.to_string());
        let nobody: Arc<str> = Arc::default();
        let finding = CHECK.finding(&nobody, &nobody, message).in_month(payroll.calendar.period(day));
        findings
            .push(finding.figures(Yuan(minimum), Yuan(agreed)).under_on(rule, day).under_on(law, day).at(&rule.place));
    }
    findings
}

/// What a floor gives on a day; of a table, the entry taken where the roster says nothing, else the lowest.
///
/// A floor that a better one of the same id has beaten still counts: its figure is what was agreed.
fn least(rule: &Rule, day: Date) -> Option<Decimal> {
    if !rule.term.contains(day) || !rule.scope.covers(day) {
        return None;
    }
    match rule.figure(day)? {
        Figure::By(by) => match &by.otherwise {
            Some(otherwise) => by.amounts.get(otherwise).copied(),
            None => by.amounts.values().min().copied(),
        },
        Figure::Amount(amount) => Some(*amount),
        Figure::Band(band) => Some(band.min),
        Figure::Ladder(_) | Figure::Formula(_) => None,
    }
}
