//! Piece wages without a delivered parcel.
//!
//! **What**: the register pays a courier piece wages for a month in which the log has no delivered parcel of that courier and
//! company.
//!
//! **Why**: a part of the log is missing, an id is mistyped, or somebody is paid who did not work.
//!
//! **Example**: the register pays 2,310.00 by the piece to C0019, of whom the log knows nothing.
//!
//! **Clause**: that of the piece rate.
//!
//! # 中文
//!
//! 发了计件工资而无已派送包裹。
//!
//! **查什么**：工资表某月发给某派件员计件工资，而派件记录中该派件员、该公司当月没有已派送的包裹。
//!
//! **为什么**：派件记录不全、工号写错，或付给了未派件的人。
//!
//! **举例**：工资表付 C0019 计件工资 2,310.00 元，派件记录中没有 C0019。
//!
//! **依据**：计件单价条款。

use crate::check::{Check, DueAndPaid, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;

pub(crate) const CHECK: Check = Check {
    code: "not-in-log",
    severity: Severity::Warning,
    needs: &[Need::Listed("piece", |paid| paid.piece.is_some())],
    reveals_protection: false,
    source: include_str!("not_in_log.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let unknown = |row: &&DueAndPaid<'_>| row.due.as_deref().is_none_or(|due| due.parcels == 0);
    let found = payroll.listed().iter().filter(unknown).filter_map(|row| {
        let piece = row.paid?.piece.filter(|piece| !piece.is_zero())?;
        let message = Message::new("check-not-in-log").with("piece", piece.0.to_string());
        let finding = CHECK.finding_of(row, message).in_month(payroll.register.piece_month(row.month));
        Some(Finding { found: Some(piece), ..finding })
    });
    found.collect()
}
