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

use crate::check::registry::Check;
use crate::check::{Books, Finding, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check =
    Check { code: "unknown-courier", severity: Severity::Warning, source: include_str!("unknown_courier.rs"), find };

fn find(books: &Books<'_>) -> Vec<Finding> {
    let Some(roster) = books.workforce.roster.as_deref() else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for pair in &books.pairs {
        let Some(due) = pair.due.as_deref().filter(|due| due.parcels > 0) else { continue };
        if roster.rows(&pair.courier).is_empty() && seen.insert((&pair.company, &pair.courier)) {
            let message = Message::new("check-unknown-courier").count("parcels", due.parcels);
            let finding = Finding::new(CHECK.code, CHECK.severity, &pair.company, &pair.courier, message);
            let finding = finding.in_month(pair.month);
            findings.push(match pair.paid {
                Some(paid) => finding.at(&paid.place),
                None => finding,
            });
        }
    }
    findings
}
