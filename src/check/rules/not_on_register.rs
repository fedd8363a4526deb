//! Pay is due, and the register has no row.
//!
//! **What**: a courier is due something in a month of the register, and the register has no row for courier, company and month.
//!
//! **Why**: somebody who worked was forgotten, or is paid outside the books.
//!
//! **Example**: the log has 812 parcels of C0015 in May, the register has no C0015.
//!
//! **Clause**: those of the lines that are due; 劳动法 art. 50.
//!
//! # 中文
//!
//! 有应付工资而工资表无此人。
//!
//! **查什么**：某派件员在工资表所含月份有应付工资，而工资表没有该派件员、公司、月份的行。
//!
//! **为什么**：漏发，或在账外支付。
//!
//! **举例**：派件记录 5 月有 C0015 的 812 件，工资表没有 C0015。
//!
//! **依据**：应付各项的条款；劳动法第50条。

use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check = Check {
    code: "not-on-register",
    severity: Severity::Violation,
    needs: &[Need::Pay, Need::ListedMonth],
    reveals_protection: false,
    source: include_str!("not_on_register.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let found = payroll.whole().filter(|row| row.paid.is_none()).filter_map(|row| {
        let due = row.due.as_deref().filter(|due| !due.pay().is_zero())?;
        let message = Message::new("check-not-on-register")
            .with("due", payroll.said(due.pay()))
            .with("piece_month", payroll.piece_month(row));
        let finding = CHECK.finding_of(row, message.count("parcels", due.parcels));
        let finding = Finding { due: Some(due.pay()), ..finding.under_lines(payroll.agreement, &due.lines) };
        // What is not in the register is not on a line of it; the roster at least says who it is.
        let terms =
            payroll.workforce.roster.as_deref().and_then(|roster| roster.rows(&row.courier, &row.company).first());
        Some(match terms {
            Some(terms) => finding.at(&terms.place),
            None => finding,
        })
    });
    found.collect()
}
