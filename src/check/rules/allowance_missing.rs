//! An allowance that is due is not, or not wholly, paid.
//!
//! **What**: the register's `allowance` is more than 0.01 yuan below the sum of the allowances due: skill, heat.
//!
//! **Why**: they are owed beside the wage, and heat allowances do not fill up the minimum.
//!
//! **Example**: in July a courier is due 300.00 for the heat; the register has 200.00.
//!
//! **Clause**: those of the allowances.
//!
//! # 中文
//!
//! 应付津贴未付或未付足。
//!
//! **查什么**：工资册的 `allowance` 比应付津贴（技能津贴、高温津贴）之和少，且相差超过 0.01 元。
//!
//! **为什么**：津贴在工资之外另付，高温津贴也不计入最低工资。
//!
//! **举例**：7 月应付高温津贴 300.00 元；工资册为 200.00 元。
//!
//! **依据**：各项津贴的条款。

use crate::check::registry::Check;
use crate::check::rules::underpaid::TOLERANCE;
use crate::check::{Books, Finding, Severity};
use crate::diagnostics::Message;
use crate::pay::Component;

pub(crate) const CHECK: Check = Check {
    code: "allowance-missing",
    severity: Severity::Violation,
    source: include_str!("allowance_missing.rs"),
    find,
};

fn find(books: &Books<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, due, paid) in books.both() {
        let Some(allowance) = paid.allowance else { continue };
        let sum = due.sum(Component::Allowance);
        if (sum - allowance).0 > TOLERANCE {
            let lines = || due.lines.iter().filter(|line| line.component == Component::Allowance);
            let names: Vec<String> =
                lines().map(|line| format!("{} {}", line.ground.id(books.agreement), line.amount.0)).collect();
            let message = Message::new("check-allowance-missing")
                .with("allowances", names.join(", "))
                .with("paid", allowance.0.to_string());
            let finding = Finding::new(CHECK.code, CHECK.severity, &pair.company, &pair.courier, message);
            let finding = finding.in_month(pair.month).figures(sum, allowance).at(&paid.place);
            findings.push(finding.under_lines(books.agreement, lines()));
        }
    }
    findings
}
