//! A rate below the band of its rule.
//!
//! **What**: a row of `--rates`, or a `--rate`, lies below the lower end of the band agreed, or below the amount agreed. What is
//! due is then computed with the nearest rate that the rule allows on the day.
//!
//! **Why**: a company may choose inside the band, not below it.
//!
//! **Example**: the band is 0.60 to 1.00 and a row pays 0.58.
//!
//! **Clause**: that of the rule, such as 派送单件提成0.6~1元; 劳动合同法 art. 55.
//!
//! # 中文
//!
//! 单价低于约定幅度。
//!
//! **查什么**：`--rates` 中的一行或 `--rate` 低于约定幅度的下限，或低于约定的数额。应付数改按规则当天允许的最接近单价计算。
//!
//! **为什么**：公司可以在幅度内选择，不能低于幅度。
//!
//! **举例**：约定幅度 0.60 至 1.00 元，某行为 0.58 元。
//!
//! **依据**：该规则的条款，如“派送单件提成0.6~1元”；劳动合同法第55条。

use crate::agreement::Rule;
use crate::agreement::figure::Figure;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::{Misfit, misfits};
use crate::units::Yuan;

pub(crate) const CHECK: Check = Check {
    code: "rate-below-band",
    severity: Severity::Violation,
    needs: &[Need::Rates(is_limit)],
    reveals_protection: false,
    source: include_str!("rate_below_band.rs"),
    find,
};

fn is_limit(rule: &Rule) -> bool {
    rule.figures.values.iter().any(|dated| matches!(dated.value, Figure::Band(_) | Figure::Amount(_)))
}

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    outside(payroll, &CHECK, true)
}

/// The rates on one side of their bands.
pub(crate) fn outside(payroll: &PayrollCheck<'_>, check: &Check, below: bool) -> Vec<Finding> {
    let misfits = misfits(payroll.agreement, payroll.workforce);
    let finding = |misfit: &Misfit<'_>| {
        let rate = misfit.step.amount.to_string();
        let message = Message::new(if below { "check-rate-below" } else { "check-rate-above" })
            .with("rate", rate)
            .with("rule", &*misfit.rule.id);
        let message = message.with("nearest", misfit.nearest.to_string());
        let (company, courier) = misfit.named.map(|named| (&named.company, &named.courier)).unzip();
        let (company, courier) = (company.cloned().unwrap_or_default(), courier.cloned().unwrap_or_default());
        let finding = check.finding(&company, &courier, message).under_on(misfit.rule, misfit.day);
        finding.figures(Yuan(misfit.nearest), Yuan(misfit.step.amount)).at(&misfit.step.place)
    };
    misfits.iter().filter(|misfit| misfit.below() == below).map(finding).collect()
}
