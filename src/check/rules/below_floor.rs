//! What counts towards the floor is below the floor.
//!
//! **What**: `paid`, less premiums and less allowances that do not count, is more than 0.01 yuan below the floor of the month, by the days employed.
//! Premiums and allowances are those of the register, else those due.
//!
//! **Why**: a minimum that holidays or heat allowances fill up is none (最低工资规定 art. 12).
//!
//! **Example**: 2,070 is the floor in May 2022; a courier is paid 1,966.40 by the piece and no top-up.
//!
//! **Clause**: that of the floor; 劳动法 art. 48.
//!
//! # 中文
//!
//! 计入保底的工资低于保底。
//!
//! **查什么**：`paid` 减去加班工资（加倍部分）、减去不计入保底的津贴后，低于当月按在职天数折算的保底，且相差超过 0.01 元。加班工资（加倍部分）和津贴以工资表为准，工资表没有的以应付数为准。
//!
//! **为什么**：靠节假日加成或高温津贴凑足的最低工资，不是最低工资（最低工资规定第12条）。
//!
//! **举例**：2022 年 5 月保底 2,070 元；某派件员计件得 1,966.40 元，没有补差。
//!
//! **依据**：保底条款；劳动法第48条。

use crate::agreement::Rule;
use crate::agreement::kinds::Kind;
use crate::check::due_and_paid::TOLERANCE;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::{Component, Line, Payslip};
use crate::units::{Rounding, Yuan};
use crate::workforce::register::Paid;

pub(crate) const CHECK: Check = Check {
    code: "below-floor",
    severity: Severity::Violation,
    needs: &[Need::Register("paid", |_| true), Need::Floor, Need::OwnPiece],
    reveals_protection: false,
    source: include_str!("below_floor.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    // A row with the piece pay of another month does not tell what was paid for its own.
    let both = payroll.both().filter(|_| !payroll.register.piece_late);
    let found = both.filter_map(|(row, due, paid)| {
        let guarantee = due.guarantee.as_ref()?;
        // Pay that is no part of the minimum wage fills no statutory floor.
        let counted = counted(due, paid) - Rounding::FEN.apply(guarantee.aside + guarantee.absent);
        // What is kept of the floor for absences is due by itself, beside that of the other days.
        let of_absence = |line: &&Line| matches!(line.ground.rule(payroll.agreement), Some(rule) if is_absence(rule));
        let top_ups = due.lines.iter().filter(|line| line.component == Component::TopUp).filter(of_absence);
        let floor = Rounding::FEN.apply_to_top_up(guarantee.due) + top_ups.map(|line| line.amount).sum();
        if (floor - counted).0 <= TOLERANCE {
            return None;
        }
        let message = Message::new("check-below-floor").with("counted", counted.0.to_string());
        let finding = CHECK.finding_of(row, message.with("floor", floor.0.to_string())).figures(floor, counted);
        Some(finding.resting_on(payroll.agreement, guarantee.ground))
    });
    found.collect()
}

fn is_absence(rule: &Rule) -> bool {
    matches!(rule.kind, Kind::Absence(_))
}

/// What of the pay counts towards the floor, in yuan.
fn counted(due: &Payslip, paid: &Paid) -> Yuan {
    let premium = paid.premium.unwrap_or_else(|| due.sum(Component::Premium));
    let aside = due.lines.iter().filter(|line| line.component == Component::Allowance && !line.counts_towards_floor);
    let aside: Yuan = aside.map(|line| line.amount).sum();
    // Of the allowances paid, those that do not count are at most as much as is due of them.
    let aside = paid.allowance.map_or(aside, |allowance| allowance.min(aside));
    paid.paid - premium - aside
}
