//! The base wage is cut in a protected period.
//!
//! **What**: in a month with days of pregnancy, maternity leave or nursing, the register's `base` is more than 0.01 yuan below what
//! the highest base gives for those days that was in force on the day before the period began or since, and the base due for the others.
//!
//! **Why**: no cut of the base wage in pregnancy, childbirth and nursing.
//!
//! **Example**: the base was 1,800 before the pregnancy and is 1,400 from 16 May on: for May 1,593.55 is paid, 1,800.00 is due.
//!
//! **Clause**: that of the protection; 国务院令第619号 art. 5.
//!
//! # 中文
//!
//! 保护期内降低基本工资。
//!
//! **查什么**：当月有孕期、产假或哺乳期的日子，而工资表的 `base` 低于应保留的数额，且相差超过 0.01 元：这些日子按该期间开始前一天及其后曾有的最高基本工资计，其余日子按应付的基本工资计。
//!
//! **为什么**：孕期、产期、哺乳期不得降低基本工资。
//!
//! **举例**：怀孕前基本工资 1,800 元，5 月 16 日起降为 1,400 元：5 月付 1,593.55 元，应付 1,800.00 元。
//!
//! **依据**：该保护条款；女职工劳动保护特别规定（国务院令第619号）第5条。

use crate::agreement::kinds::Grant;
use crate::check::due_and_paid::TOLERANCE;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check = Check {
    code: "base-cut",
    severity: Severity::Violation,
    needs: &[
        Need::Register("base", |paid| paid.base.is_some()),
        Need::Roster,
        Need::BaseWage,
        Need::Protected,
        Need::Grant(Grant::KeepsBase),
    ],
    reveals_protection: true,
    source: include_str!("base_cut.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let found = payroll.both().filter_map(|(row, due, paid)| {
        let (base, kept) = (paid.base?, due.base_kept?);
        if (kept.amount - base).0 <= TOLERANCE {
            return None;
        }
        let message =
            Message::new("check-base-cut").with("due", payroll.said(kept.amount)).with("found", payroll.said(base));
        let finding = CHECK.finding_of(row, message).figures(kept.amount, base);
        Some(finding.resting_on(payroll.agreement, kept.ground))
    });
    found.collect()
}
