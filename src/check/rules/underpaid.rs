//! Paid less than what is due.
//!
//! **What**: the register's `paid` of a courier and month is below what the agreement and the law give, by more than
//! rounding explains: half a fen for each line of the payslip and for the sum, at least 0.01 yuan.
//! The message names the parts that are short, where the register tells them apart. Of the base of days of maternity leave, what the
//! fund does not pay (`fund_paid`) is due from the company; where the register does not say what it paid, nothing is claimed of it.
//!
//! **Why**: this is the wage itself. The shortfalls of this check, and of no other, add up to the arrears.
//!
//! **Example**: 8,604 parcels at a ladder of 0.74 and 0.82 come to 6,575.28; the register pays 6,366.96, all parcels at 0.74:
//! short by 208.32.
//!
//! **Clause**: those of the lines that are short; 劳动合同法 art. 30 and 85.
//!
//! # 中文
//!
//! 工资表所付低于应付。
//!
//! **查什么**：工资表中某派件员某月的 `paid`（应发工资）低于协议和法律规定的应付数，且相差超过四舍五入所致（工资条每项及合计各半分，至少 0.01 元）。工资表分列各项的，说明哪几项少了。产假期间的基本工资，基金支付（`fund_paid`）不足的部分由单位补足；工资表没有写明基金支付数的，不作主张。
//!
//! **为什么**：这就是工资本身。只有这一项检查填写差额，差额之和即为欠薪总额。
//!
//! **举例**：8,604 件按 0.74 和 0.82 的阶梯单价应为 6,575.28 元；工资表全部按 0.74 计，付 6,366.96 元：少付 208.32 元。
//!
//! **依据**：少付各项所据条款；劳动合同法第30条、第85条。

use crate::check::due_and_paid::tolerance;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::{Component, Payslip};
use crate::units::Yuan;
use crate::workforce::register::Paid;

pub(crate) const CHECK: Check = Check {
    code: "underpaid",
    severity: Severity::Violation,
    needs: &[Need::Register("paid", |_| true), Need::Pay, Need::ListedMonth],
    reveals_protection: false,
    source: include_str!("underpaid.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let both = payroll.whole().filter_map(|row| Some((row, row.due.as_deref()?, row.paid?)));
    let found = both.filter_map(|(row, due, paid)| {
        let short = due.pay() - paid.paid;
        if short.0 <= tolerance(due.lines.len()) {
            return None;
        }
        let parts = short_parts(due, paid);
        let message = Message::new(if parts.is_empty() { "check-underpaid" } else { "check-underpaid-parts" });
        let message = message
            .with("short", short.0.to_string())
            .with("due", payroll.said(due.pay()))
            .with("found", payroll.said(paid.paid))
            .with("piece_month", payroll.piece_month(row))
            .arg("parts", words(&parts));
        let of_parts = |component: Component| parts.is_empty() || parts.iter().any(|(part, _)| *part == component);
        let lines = due.lines.iter().filter(|line| of_parts(line.component));
        let finding = CHECK.finding_of(row, message).figures(due.pay(), paid.paid);
        Some(Finding { shortfall: Some(short), ..finding.under_lines(payroll.agreement, lines) })
    });
    found.collect()
}

/// The parts that the register tells and that are short, with how much.
fn short_parts(due: &Payslip, paid: &Paid) -> Vec<(Component, Yuan)> {
    let told = [
        (Component::Base, paid.base),
        (Component::Piece, paid.piece),
        (Component::Premium, paid.premium),
        (Component::Allowance, paid.allowance),
        (Component::TopUp, paid.top_up),
    ];
    let short = told.into_iter().filter_map(|(part, paid)| Some((part, due.sum(part) - paid?)));
    let lines = |part: Component| due.lines.iter().filter(|line| line.component == part).count();
    short.filter(|(part, short)| short.0 > tolerance(lines(*part))).collect()
}

/// The parts in both languages, as a list.
fn words(parts: &[(Component, Yuan)]) -> Arg {
    let list = |name: fn(Component) -> &'static str, comma: &str| {
        let each = parts.iter().map(|(part, short)| format!("{} {}", name(*part), short.0));
        each.collect::<Vec<_>>().join(comma)
    };
    Arg::Either { en: list(english, ", "), zh: list(chinese, "、") }
}

fn english(part: Component) -> &'static str {
    match part {
        Component::Base => "base",
        Component::Piece => "piece",
        Component::Premium => "premium",
        Component::Allowance => "allowance",
        Component::TopUp => "top-up",
    }
}

fn chinese(part: Component) -> &'static str {
    match part {
        Component::Base => "基本工资",
        Component::Piece => "计件工资",
        Component::Premium => "加班工资（加倍部分）",
        Component::Allowance => "津贴",
        Component::TopUp => "补差",
    }
}
