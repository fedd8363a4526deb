//! More is taken off than may be.
//!
//! **What**: deductions and fines together are over the cap, 20 % of `paid`, or what is left of `paid` is below the floor.
//!
//! **Why**: damages may be recovered only slowly, and never out of the minimum.
//!
//! **Example**: of 3,000.00 up to 600.00 may be taken off; the register takes 600.01.
//!
//! **Clause**: 工资支付暂行规定 (劳部发〔1994〕489号) art. 16.
//!
//! # 中文
//!
//! 扣款超过上限。
//!
//! **查什么**：扣款与罚款合计超过 `paid` 的 20%，或扣除后的剩余工资低于保底。
//!
//! **为什么**：赔偿只能逐月扣除，不得动用最低工资。
//!
//! **举例**：工资 3,000.00 元，每月至多扣 600.00 元；工资册扣了 600.01 元。
//!
//! **依据**：工资支付暂行规定（劳部发〔1994〕489号）第16条。

use crate::agreement::Rule;
use crate::agreement::kinds::Kind;
use crate::check::{Check, DueAndPaid, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::subject::Parcels;
use crate::units::rounding::Mode;
use crate::units::{Decimal, Rounding, Yuan};

pub(crate) const CHECK: Check = Check {
    code: "deduction-over-cap",
    severity: Severity::Violation,
    needs: &[
        Need::Register("deductions", |paid| paid.deductions.is_some() || paid.fines.is_some()),
        Need::Rule(|kind| matches!(kind, Kind::Deduction(_)), "check-lacks-cap"),
    ],
    reveals_protection: false,
    source: include_str!("deduction_over_cap.rs"),
    find,
};

/// A cap is rounded down, in favour of the worker.
const DOWN: Rounding = Rounding { places: Some(2), mode: Mode::Down };

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    payroll.rows.iter().filter_map(|row| of_row(payroll, row)).collect()
}

fn of_row(payroll: &PayrollCheck<'_>, row: &DueAndPaid<'_>) -> Option<Finding> {
    let paid = row.paid?;
    let taken = paid.deductions.unwrap_or_default() + paid.fines.unwrap_or_default();
    if taken.is_zero() {
        return None;
    }
    let in_force = caps(payroll, row);
    let (rule, percent, _) = in_force.iter().min_by_key(|(_, percent, _)| *percent)?;
    let most = DOWN.apply(paid.paid.0 * percent / Decimal::ONE_HUNDRED);
    let left = paid.paid - taken;
    let keeps_floor = in_force.iter().find(|(.., keeps_floor)| *keeps_floor);
    let floor = row.due.as_deref().and_then(|due| due.guarantee.as_ref()).map(|guarantee| guarantee.due);
    let (message, rule, due, found) = if taken > most {
        let message = Message::new("check-deduction-over-cap").with("percent", percent.normalize().to_string());
        (message, rule, most, taken)
    } else if let Some(((rule, ..), floor)) = keeps_floor.zip(floor).filter(|(_, floor)| left.0 < *floor) {
        (Message::new("check-deduction-below-floor"), rule, Rounding::FEN.apply_up(floor), left)
    } else {
        return None;
    };
    let message = message.with("taken", amount(taken)).with("due", amount(due)).with("found", amount(found));
    Some(CHECK.finding_of(row, message).under_on(rule, row.month.last()).figures(due, found))
}

fn amount(yuan: Yuan) -> String {
    yuan.0.to_string()
}

/// The caps in force in a month: the rule, its percentage, and whether the floor must be left.
fn caps<'a>(payroll: &PayrollCheck<'a>, row: &DueAndPaid<'_>) -> Vec<(&'a Rule, Decimal, bool)> {
    let terms = payroll.terms_in(&row.courier, &row.company, row.month);
    let person = Parcels::person(&row.company, &row.courier, terms);
    let day = row.month.last();
    let cap = |rule: &'a Rule| match &rule.kind {
        Kind::Deduction(deduction) if rule.applies_to(&person, day) => {
            Some((rule, rule.amount(day)?, deduction.keeps_floor))
        }
        _ => None,
    };
    payroll.agreement.rules.iter().filter_map(cap).collect()
}
