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
//! 有应付工资而工资册无此人。
//!
//! **查什么**：某派件员在工资册所含月份有应付工资，而工资册没有该派件员、公司、月份的行。
//!
//! **为什么**：漏发，或在账外支付。
//!
//! **举例**：派件记录 5 月有 C0015 的 812 件，工资册没有 C0015。
//!
//! **依据**：应付各项的条款；劳动法第50条。

use crate::check::registry::Check;
use crate::check::{Books, Finding, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check =
    Check { code: "not-on-register", severity: Severity::Violation, source: include_str!("not_on_register.rs"), find };

fn find(books: &Books<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in books.pairs.iter().filter(|pair| pair.paid.is_none()) {
        let Some(due) = pair.due.as_deref().filter(|due| !due.pay().is_zero()) else { continue };
        let message = Message::new("check-not-on-register").with("due", due.pay().0.to_string());
        let message = message.count("parcels", due.parcels);
        let finding = Finding::new(CHECK.code, CHECK.severity, &pair.company, &pair.courier, message);
        let finding = finding.in_month(pair.month).under_lines(books.agreement, &due.lines);
        let finding = Finding { due: Some(due.pay()), ..finding };
        // What is not in the register is not on a line of it; the roster at least says who it is.
        let terms = books.workforce.roster.as_deref().and_then(|roster| roster.rows(&pair.courier).first());
        findings.push(match terms {
            Some(terms) => finding.at(&terms.place),
            None => finding,
        });
    }
    findings
}
