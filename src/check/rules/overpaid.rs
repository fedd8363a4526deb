//! Paid more than what is due.
//!
//! **What**: the register's `paid` is above what is due by more than rounding explains (half a fen for each line of the payslip and
//! for the sum, at least 0.01 yuan); where only the band of a rate is known, above what
//! its upper end gives. Where nothing is due, all of it is more. What is due is only a least amount, and nothing is too much, in a
//! month with days of maternity leave that the fund pays, where a floor is topped up to, and where a rate is agreed as the least.
//!
//! **Why**: more is allowed, but it is often a slip: a courier paid twice, a wrong rate, parcels of somebody else.
//!
//! **Example**: 100 parcels at 0.80 are due 80.00; the register pays 88.00.
//!
//! **Clause**: those of the lines that are due.
//!
//! # 中文
//!
//! 工资表所付高于应付。
//!
//! **查什么**：工资表的 `paid` 高于应付数，且相差超过四舍五入所致（工资条每项及合计各半分，至少 0.01 元）；只知道单价幅度的，以上限计；没有应付的，全部算多付。当月有由基金支付的产假的、有补差的、单价约定为最低数额的，应付数只是最低数额，不算多付。
//!
//! **为什么**：多付并不违约，但往往是差错：重复支付、单价用错、计入了他人的件数。
//!
//! **举例**：100 件、单价 0.80，应付 80.00 元；工资表付 88.00 元。
//!
//! **依据**：应付各项所据条款。

use crate::check::due_and_paid::tolerance;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::Payslip;
use crate::units::Rounding;

pub(crate) const CHECK: Check = Check {
    code: "overpaid",
    severity: Severity::Warning,
    needs: &[Need::Register("paid", |_| true), Need::ListedMonth],
    reveals_protection: false,
    source: include_str!("overpaid.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let found = payroll.whole().filter_map(|row| {
        let paid = row.paid?.paid;
        // Beside the maternity fund, what is due is a least amount.
        if row.most.as_deref().is_some_and(|most| most.beside_fund.is_some()) {
            return None;
        }
        if row.most.as_deref().is_some_and(|most| most.is_least(payroll.agreement)) {
            return None;
        }
        let most = row.most.as_deref().map(Payslip::pay).unwrap_or_default();
        let over = paid - most;
        let message = Message::new("check-overpaid")
            .with("over", over.0.to_string())
            .with("due", Rounding::FEN.apply(most.0).0.to_string())
            .with("piece_month", payroll.piece_month(row))
            .with("found", payroll.said(paid));
        let lines = row.most.as_deref().map(|most| &most.lines[..]).unwrap_or_default();
        let finding = || CHECK.finding_of(row, message).figures(most, paid);
        (over.0 > tolerance(lines.len())).then(|| finding().under_lines(payroll.agreement, lines))
    });
    found.collect()
}
