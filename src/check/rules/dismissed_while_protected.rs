//! The employment ended in a protected period, and not by the courier's own wish.
//!
//! **What**: the roster's `left` falls in pregnancy, maternity leave or nursing, and `left_reason` is not the courier's own
//! resignation (辞职, 本人辞职, 主动辞职, 个人原因, 离职申请, resigned, resignation).
//!
//! **Why**: no arbitrary dismissal; a contract that expires runs on to the end of the period.
//!
//! **Example**: left on the last day of the nursing period with the reason 裁员. The day after it would be none.
//!
//! **Clause**: that of the protection; 劳动合同法 art. 42 and 45.
//!
//! # 中文
//!
//! 保护期内终止劳动关系，且非本人辞职。
//!
//! **查什么**：花名册的 `left`（离职日期）在孕期、产假或哺乳期之内，而 `left_reason`（离职原因）不是本人辞职（辞职、本人辞职、主动辞职、个人原因、离职申请、resigned、resignation）。
//!
//! **为什么**：不得随意辞退；合同期满的，顺延至该期间结束。
//!
//! **举例**：哺乳期最后一天离职，原因为裁员。次日离职则不算。
//!
//! **依据**：该保护条款；劳动合同法第42条、第45条。

use std::collections::BTreeSet;

use crate::agreement::kinds::Grant;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::Month;

pub(crate) const CHECK: Check = Check {
    code: "dismissed-while-protected",
    severity: Severity::Violation,
    needs: &[Need::Roster, Need::RosterColumn("left"), Need::Protected, Need::Grant(Grant::NoDismissal)],
    reveals_protection: true,
    source: include_str!("dismissed_while_protected.rs"),
    find,
};

/// What a roster writes where the courier left by own wish.
const OWN_WISH: &[&str] = &["辞职", "本人辞职", "主动辞职", "个人原因", "离职申请", "resigned", "resignation"];

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let Some(roster) = payroll.workforce.roster.as_deref() else { return Vec::new() };
    let mut findings = Vec::new();
    // Several rows of a courier may repeat one and the same leaving.
    let mut seen = BTreeSet::new();
    for terms in roster.couriers().flat_map(|(_, rows)| rows) {
        let Some(left) = terms.left.filter(|left| payroll.months.contains(&Month::of(*left))) else { continue };
        if !seen.insert((&terms.courier, &terms.company, left)) {
            continue;
        }
        if OWN_WISH.iter().any(|reason| terms.left_reason.eq_ignore_ascii_case(reason)) {
            continue;
        }
        let protections = payroll.protections(Grant::NoDismissal, &terms.courier, &terms.company, left);
        let Some((rule, _)) = protections.into_iter().next() else { continue };
        let said = if terms.left_reason.is_empty() { "check-dismissed-unsaid" } else { "check-dismissed" };
        let message = Message::new(said).with("day", left.to_string()).with("reason", &*terms.left_reason);
        let finding = CHECK.finding(&terms.company, &terms.courier, message).under(rule);
        findings.push(finding.in_month(Month::of(left)).at(&terms.place));
    }
    findings
}
