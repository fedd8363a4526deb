//! More is taken off than may be.
//!
//! **What**: `damages` and `fines` together are more than may be taken off: 20 % of `paid`, or what `paid` has above the floor of the days
//! employed, whichever is less. Tax, the worker's own insurance (`tax`, `insurance`) and other `deductions` have no cap.
//! Where a register has none of these four columns, `deductions` may hold damages and fines as well as tax and insurance: it is not checked, but
//! `deductions` that alone are more than may be taken off are a warning.
//!
//! **Why**: damages may be recovered only slowly, and never out of the minimum.
//!
//! **Example**: of 3,000.00 up to 600.00 may be taken off; the register takes 600.01. Of 800.00 over a floor of 734.52 only 65.48 may.
//!
//! **Clause**: 工资支付暂行规定 (劳部发〔1994〕489号) art. 16.
//!
//! # 中文
//!
//! 扣款超过上限。
//!
//! **查什么**：`damages`（赔偿）与 `fines`（罚款）合计超过可扣数：`paid` 的 20%，或 `paid` 高于在职天数保底的部分，以较低者为准。个人所得税、个人社保（`tax`、`insurance`）和其他 `deductions` 不受此限。这四列都没有的工资表，`deductions`（扣款）里可能有赔偿和罚款，也可能只是个税和社保：此项不作检查，但仅 `deductions` 一项就超过可扣数的，作提醒。
//!
//! **为什么**：赔偿只能逐月扣除，不得动用最低工资。
//!
//! **举例**：工资 3,000.00 元，每月至多扣 600.00 元；工资表扣了 600.01 元。工资 800.00 元、保底 734.52 元的，至多扣 65.48 元。
//!
//! **依据**：工资支付暂行规定（劳部发〔1994〕489号）第16条。

use std::collections::BTreeSet;

use crate::agreement::Rule;
use crate::agreement::kinds::Kind;
use crate::check::{Check, DueAndPaid, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::subject::Parcels;
use crate::units::rounding::Mode;
use crate::units::{Decimal, PayPeriod, Rounding, Yuan};
use crate::workforce::register::Paid;

pub(crate) const CHECK: Check = Check {
    code: "deduction-over-cap",
    severity: Severity::Violation,
    needs: &[Need::Damages, Need::Rule(|kind| matches!(kind, Kind::Deduction(_)), "check-lacks-cap")],
    reveals_protection: false,
    source: include_str!("deduction_over_cap.rs"),
    find,
};

/// A cap is rounded down, in favour of the worker.
const DOWN: Rounding = Rounding { mode: Mode::Down, ..Rounding::FEN };

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let paid = payroll.rows.iter().filter_map(|row| Some((row.month, row.paid?)));
    let told: BTreeSet<PayPeriod> = paid.filter(|(_, paid)| tells_kinds(paid)).map(|(month, _)| month).collect();
    payroll.rows.iter().filter_map(|row| of_row(payroll, row, &told)).collect()
}

/// What a row departs from; `told` are the months of which the register tells what deductions are for.
fn of_row(payroll: &PayrollCheck<'_>, row: &DueAndPaid<'_>, told: &BTreeSet<PayPeriod>) -> Option<Finding> {
    let paid = row.paid?;
    // What a register has only as deductions may be of any kind.
    let is_untold = !told.contains(&row.month);
    let of_kinds = || paid.damages.unwrap_or_default() + paid.fines.unwrap_or_default();
    let taken = if is_untold { paid.deductions? } else { of_kinds() };
    let severity = if is_untold { Severity::Warning } else { CHECK.severity };
    let in_force = caps(payroll, row);
    let (rule, percent, _) = in_force.iter().min_by_key(|(_, percent, _)| *percent)?;
    let share = DOWN.apply(paid.paid.0 * percent / Decimal::ONE_HUNDRED);
    let said = Message::new("check-deduction-over-cap").with("percent", percent.normalize().to_string());
    let keeps_floor = in_force.iter().find(|(.., keeps_floor)| *keeps_floor);
    let floor = row.due.as_deref().and_then(|due| due.guarantee.as_ref()).map(|guarantee| guarantee.due);
    let above_floor = keeps_floor.zip(floor).map(|((rule, ..), floor)| {
        let floor = Rounding::FEN.apply_to_top_up(floor);
        let said = Message::new("check-deduction-below-floor").with("floor", amount(floor));
        ((paid.paid - floor).max(Yuan::default()), said, *rule)
    });
    let by_share = (share, said, *rule);
    let (most, message, rule) = above_floor.filter(|(most, ..)| *most < share).unwrap_or(by_share);
    let message = message.with("taken", amount(taken)).with("due", amount(most));
    let message = message.with("kind", if is_untold { "untold" } else { "told" });
    let finding = || CHECK.finding_of(row, message).under_on(rule, row.month.last()).figures(most, taken);
    (taken > most).then(|| Finding { severity, ..finding() })
}

fn tells_kinds(paid: &Paid) -> bool {
    [paid.damages, paid.fines, paid.tax, paid.insurance].iter().any(Option::is_some)
}

fn amount(yuan: Yuan) -> String {
    Rounding::FEN.apply(yuan.0).0.to_string()
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
