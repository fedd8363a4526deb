//! The register counts other parcels than the log.
//!
//! **What**: the register's `parcels` of a courier and month are not those delivered by the log. Fewer is a violation, more a
//! warning.
//!
//! **Why**: the piece wage goes by the number in fact delivered, 计件工资根据实际派送件数确定.
//!
//! **Example**: the log has 6,120 delivered parcels, the register pays 6,000.
//!
//! **Clause**: that of the piece rate.
//!
//! # 中文
//!
//! 工资表件数与派件记录不符。
//!
//! **查什么**：工资表中某派件员某月的 `parcels` 与派件记录中已派送的件数不一致。少计为违规，多计为提醒。
//!
//! **为什么**：计件工资根据实际派送件数确定。
//!
//! **举例**：派件记录已派送 6,120 件，工资表按 6,000 件计。
//!
//! **依据**：计件单价条款。

use std::cmp::Ordering;

use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::Component;

pub(crate) const CHECK: Check = Check {
    code: "parcels-differ",
    severity: Severity::Violation,
    needs: &[Need::Listed("parcels", |paid| paid.parcels.is_some())],
    reveals_protection: false,
    source: include_str!("parcels_differ.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let found = payroll.listed().iter().filter_map(|row| {
        let counted = row.paid?.parcels?;
        let delivered = row.due.as_deref().map_or(0, |due| due.parcels);
        let severity = match counted.cmp(&delivered) {
            Ordering::Equal => return None,
            Ordering::Less => Severity::Violation,
            Ordering::Greater => Severity::Warning,
        };
        let message = Message::new("check-parcels-differ").count("log", delivered).count("register", counted);
        let lines = row.due.iter().flat_map(|due| &due.lines);
        let piece = lines.filter(|line| line.component == Component::Piece);
        let finding = CHECK.finding_of(row, message).under_lines(payroll.agreement, piece);
        Some(Finding { severity, ..finding }.in_month(payroll.register.piece_month(row.month)))
    });
    found.collect()
}
