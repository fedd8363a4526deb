//! A courier of the log is not on the roster.
//!
//! **What**: the log has parcels of a courier whose id the roster does not have.
//!
//! **Why**: no base wage, allowance or floor can be computed, and nobody knows on what contract the work was done.
//!
//! **Example**: parcels of C0107, and the roster ends with C0106.
//!
//! **Clause**: none; a question to the payroll office.
//!
//! # 中文
//!
//! 派件记录中的派件员不在花名册上。
//!
//! **查什么**：派件记录中有某派件员的包裹，而花名册没有其工号。
//!
//! **为什么**：无法计算基本工资、津贴和保底，也不知道依何种合同用工。
//!
//! **举例**：有 C0107 的包裹，而花名册只到 C0106。
//!
//! **依据**：无；请工资部门核实。

use std::collections::BTreeSet;

use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check = Check {
    code: "unknown-courier",
    severity: Severity::Warning,
    needs: &[Need::Roster],
    reveals_protection: false,
    source: include_str!("unknown_courier.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let Some(roster) = payroll.workforce.roster.as_deref() else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for row in &payroll.rows {
        let Some(due) = row.due.as_deref().filter(|due| due.parcels > 0) else { continue };
        if roster.rows(&row.courier, &row.company).is_empty() && seen.insert((&row.company, &row.courier)) {
            let message = Message::new("check-unknown-courier").count("parcels", due.parcels);
            findings.push(CHECK.finding_of(row, message));
        }
    }
    findings
}
