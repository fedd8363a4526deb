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
//! **查什么**：工资表的 `allowance` 比应付津贴（技能津贴、高温津贴）之和少，且相差超过 0.01 元。
//!
//! **为什么**：津贴在工资之外另付，高温津贴也不计入最低工资。
//!
//! **举例**：7 月应付高温津贴 300.00 元；工资表为 200.00 元。
//!
//! **依据**：各项津贴的条款。

use crate::agreement::kinds::{Kind, Per};
use crate::check::due_and_paid::TOLERANCE;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::{Component, Line};

pub(crate) const CHECK: Check = Check {
    code: "allowance-missing",
    severity: Severity::Violation,
    needs: &[
        Need::Register("allowance", |paid| paid.allowance.is_some()),
        Need::Roster,
        Need::Rule(is_allowance, "check-lacks-allowance"),
    ],
    reveals_protection: false,
    source: include_str!("allowance_missing.rs"),
    find,
};

fn is_allowance(kind: &Kind) -> bool {
    matches!(kind, Kind::Rate(rate) if matches!(rate.per, Per::Month | Per::Km))
}

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let found = payroll.both().filter_map(|(row, due, paid)| {
        let (allowance, sum) = (paid.allowance?, due.sum(Component::Allowance));
        if (sum - allowance).0 <= TOLERANCE {
            return None;
        }
        let lines = || due.lines.iter().filter(|line| line.component == Component::Allowance);
        let named = |line: &Line| format!("{} {}", line.ground.id(payroll.agreement), line.amount.0);
        let names: Vec<String> = lines().map(named).collect();
        let message = Message::new("check-allowance-missing")
            .with("allowances", names.join(", "))
            .with("paid", payroll.said(allowance));
        let finding = CHECK.finding_of(row, message).figures(sum, allowance);
        Some(finding.under_lines(payroll.agreement, lines()))
    });
    found.collect()
}
