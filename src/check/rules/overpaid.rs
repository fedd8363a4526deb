//! Paid more than what is due.
//!
//! **What**: the register's `paid` is more than 0.01 yuan above what is due; where only the band of a rate is known, above what
//! its upper end gives. Where nothing is due, all of it is more.
//!
//! **Why**: more is allowed, but it is often a slip: a courier paid twice, a wrong rate, parcels of somebody else.
//!
//! **Example**: 100 parcels at 0.80 are due 80.00; the register pays 88.00.
//!
//! **Clause**: those of the lines that are due.
//!
//! # 中文
//!
//! 工资册所付高于应付。
//!
//! **查什么**：工资册的 `paid` 高于应付数，且相差超过 0.01 元；只知道单价幅度的，以上限计；没有应付的，全部算多付。
//!
//! **为什么**：多付并不违约，但往往是差错：重复支付、单价用错、计入了他人的件数。
//!
//! **举例**：100 件、单价 0.80，应付 80.00 元；工资册付 88.00 元。
//!
//! **依据**：应付各项所据条款。

use crate::check::registry::Check;
use crate::check::rules::underpaid::TOLERANCE;
use crate::check::{Books, Finding, Severity};
use crate::diagnostics::Message;
use crate::pay::Payslip;
use crate::units::Rounding;

pub(crate) const CHECK: Check =
    Check { code: "overpaid", severity: Severity::Warning, source: include_str!("overpaid.rs"), find };

fn find(books: &Books<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in &books.pairs {
        let Some(paid) = pair.paid else { continue };
        let most = pair.most.as_deref().map(Payslip::pay).unwrap_or_default();
        let over = paid.paid - most;
        if over.0 > TOLERANCE {
            let message = Message::new("check-overpaid").with("over", over.0.to_string());
            let message =
                message.with("due", Rounding::FEN.apply(most.0).0.to_string()).with("found", paid.paid.0.to_string());
            let finding = Finding::new(CHECK.code, CHECK.severity, &pair.company, &pair.courier, message);
            let lines = pair.most.iter().flat_map(|most| &most.lines);
            let finding = finding.in_month(pair.month).figures(most, paid.paid).at(&paid.place);
            findings.push(finding.under_lines(books.agreement, lines));
        }
    }
    findings
}
