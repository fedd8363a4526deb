//! A rate above the band of its rule.
//!
//! **What**: a row of `--rates`, or a `--rate`, lies above the upper end of the band agreed. What is due is then computed with
//! the upper end.
//!
//! **Why**: more than the band is no breach towards the courier, but it departs from what was signed, or is a slip of the pen.
//!
//! **Example**: the band is 0.60 to 1.00 and a row pays 1.05.
//!
//! **Clause**: that of the rule, such as 派送单件提成0.6~1元.
//!
//! # 中文
//!
//! 单价高于约定幅度。
//!
//! **查什么**：`--rates` 中的一行或 `--rate` 高于约定幅度的上限。应付数改按上限计算。
//!
//! **为什么**：高于幅度对派件员并非违约，但偏离了所签协议，或是笔误。
//!
//! **举例**：约定幅度 0.60 至 1.00 元，某行为 1.05 元。
//!
//! **依据**：该规则的条款，如“派送单件提成0.6~1元”。

use crate::agreement::Rule;
use crate::check::rules::rate_below_band::outside;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};

pub(crate) const CHECK: Check = Check {
    code: "rate-above-band",
    severity: Severity::Warning,
    needs: &[Need::Rates(Rule::has_band)],
    reveals_protection: false,
    source: include_str!("rate_above_band.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    outside(payroll, &CHECK, false)
}
