//! A month outside an agreement's term.
//!
//! **What**: on some day of a month of the register no document of an agreement given with `-a` is in force.
//!
//! **Why**: nothing is computed from a clause that is not in force; what looks in order may only be unchecked.
//!
//! **Example**: an agreement ends on 31 March 2023, the register is that of April 2023.
//!
//! **Clause**: the terms of the agreement's documents.
//!
//! # 中文
//!
//! 月份不在协议有效期内。
//!
//! **查什么**：工资表的某个月有日子，`-a` 所给协议没有任何一份文件有效。
//!
//! **为什么**：不在有效期内的条款不参与计算；看似没有问题，也许只是没有检查。
//!
//! **举例**：协议于 2023 年 3 月 31 日届满，工资表是 2023 年 4 月的。
//!
//! **依据**：协议各文件的有效期。

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::{Check, Cited, Finding, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::{Date, Term};

pub(crate) const CHECK: Check = Check {
    code: "not-in-force",
    severity: Severity::Warning,
    needs: &[],
    reveals_protection: false,
    source: include_str!("not_in_force.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut agreements: BTreeMap<&Arc<str>, Vec<Term>> = BTreeMap::new();
    for document in &payroll.agreement.documents {
        agreements.entry(&document.agreement).or_default().push(document.term);
    }
    let mut findings = Vec::new();
    for (agreement, terms) in agreements {
        for month in &payroll.months {
            let silent = |day: &Date| !terms.iter().any(|term| term.contains(*day));
            let days: Vec<Date> = month.each_day().filter(silent).collect();
            let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
            let message = Message::new("check-not-in-force").with("agreement", &**agreement);
            let message = message
                .with("first", first.to_string())
                .with("last", last.to_string())
                .count("days", days.len() as u64);
            let nobody = Arc::default();
            let finding = CHECK.finding(&nobody, &nobody, message).in_month(*month);
            let (clause, words) = (Arc::default(), Arc::default());
            findings.push(finding.citing(Cited { agreement: Arc::clone(agreement), clause, words, protects: false }));
        }
    }
    findings
}
