//! A fine is taken off the wage.
//!
//! **What**: the register's `fines` of a courier and month are above zero, whatever their amount.
//!
//! **Why**: only what the law or the contract names may be withheld: tax, own insurance, what a court orders, damages. The rule by
//! which enterprises fined their workers was repealed in 2008; a fine needs another ground, which the file does not tell.
//!
//! **Example**: 0.01 yuan of fines is one; 0.00 is none.
//!
//! **Clause**: 工资支付暂行规定 (劳部发〔1994〕489号) art. 15; 国务院令第516号, which repealed the 企业职工奖惩条例.
//!
//! # 中文
//!
//! 工资中扣了罚款。
//!
//! **查什么**：工资表中某派件员某月的 `fines`（罚款）大于零，不论数额。
//!
//! **为什么**：可以代扣的只有法律或合同写明的项目：个人所得税、个人社保、法院判决的费用、赔偿。企业罚款所依据的企业职工奖惩条例已于 2008 年废止；罚款须另有依据，而文件中没有。
//!
//! **举例**：罚款 0.01 元也算；0.00 元不算。
//!
//! **依据**：工资支付暂行规定（劳部发〔1994〕489号）第15条；国务院令第516号（废止企业职工奖惩条例）。

use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::{Rounding, Yuan};

pub(crate) const CHECK: Check = Check {
    code: "fines",
    severity: Severity::Warning,
    needs: &[Need::Register("fines", |paid| paid.fines.is_some())],
    reveals_protection: false,
    source: include_str!("fines.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let found = payroll.rows.iter().filter_map(|row| {
        let fines = row.paid?.fines.filter(|fines| *fines > Yuan::default())?;
        let message = Message::new("check-fines").with("fines", Rounding::FEN.apply(fines.0).0.to_string());
        Some(CHECK.finding_of(row, message).figures(Yuan::default(), fines))
    });
    found.collect()
}
