//! More is taken off than may be.
//!
//! **What**: deductions and fines together are over the cap, 20 % of `paid`, or what is left of `paid` is below the floor.
//!
//! **Why**: damages may be recovered only slowly, and never out of the minimum.
//!
//! **Example**: of 3,000.00 up to 600.00 may be taken off; the register takes 600.01.
//!
//! **Clause**: 工资支付暂行规定 (劳部发〔1994〕489号) art. 16.
//!
//! # 中文
//!
//! 扣款超过上限。
//!
//! **查什么**：扣款与罚款合计超过 `paid` 的 20%，或扣除后的剩余工资低于保底。
//!
//! **为什么**：赔偿只能逐月扣除，不得动用最低工资。
//!
//! **举例**：工资 3,000.00 元，每月至多扣 600.00 元；工资册扣了 600.01 元。
//!
//! **依据**：工资支付暂行规定（劳部发〔1994〕489号）第16条。

use crate::agreement::Rule;
use crate::agreement::kinds::Kind;
use crate::check::Books;
use crate::check::Finding;
use crate::check::Severity;
use crate::check::books::Pair;
use crate::check::registry::Check;
use crate::pay::subject::Person;
use crate::source::Message;
use crate::units::Decimal;
use crate::units::Rounding;
use crate::units::Yuan;
use crate::units::rounding::Mode;

pub(crate) const CHECK: Check = Check {
    code: "deduction-over-cap",
    severity: Severity::Violation,
    source: include_str!("deduction_over_cap.rs"),
    find,
};

/// A cap is rounded down, in favour of the worker.
const DOWN: Rounding = Rounding { places: Some(2), mode: Mode::Down };

fn find(books: &Books<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in &books.pairs {
        let Some(paid) = pair.paid else { continue };
        let taken = paid.deductions.unwrap_or_default() + paid.fines.unwrap_or_default();
        let Some((rule, percent, keeps_floor)) = cap(books, pair).filter(|_| !taken.is_zero()) else { continue };
        let most = paid.paid.0 * percent / Decimal::ONE_HUNDRED;
        let left = paid.paid - taken;
        let floor = pair.due.and_then(|due| due.guarantee.as_ref()).map(|guarantee| guarantee.due);
        let floor = floor.filter(|floor| keeps_floor && left.0 < *floor);
        let (message, due, found) = if taken.0 > most {
            let message = Message::new("check-deduction-over-cap").with("percent", percent.normalize().to_string());
            (message, DOWN.apply(most), taken)
        } else if let Some(floor) = floor {
            (Message::new("check-deduction-below-floor"), Rounding::FEN.apply_up(floor), left)
        } else {
            continue;
        };
        let message = message.with("taken", taken.0.to_string()).with("due", amount(due)).with("found", amount(found));
        let finding = Finding::new(CHECK.code, CHECK.severity, &pair.company, &pair.courier, message).under(rule);
        findings.push(finding.in_month(pair.month).figures(due, found).at(&paid.place));
    }
    findings
}

fn amount(yuan: Yuan) -> String {
    yuan.0.to_string()
}

/// The lowest cap in force, with its percentage and whether the floor must be left.
fn cap<'a>(books: &Books<'a>, pair: &Pair<'_>) -> Option<(&'a Rule, Decimal, bool)> {
    let day = pair.month.first();
    let terms = books.terms(&pair.courier, &pair.company, day);
    let person = Person { company: &pair.company, courier: &pair.courier, terms };
    let caps = books.agreement.rules.iter().filter_map(|rule| match &rule.kind {
        Kind::Deduction(deduction) if rule.reaches(&person, day) => {
            Some((rule, *deduction.percent.on(day)?, deduction.keeps_floor))
        }
        _ => None,
    });
    caps.min_by_key(|(_, percent, _)| *percent)
}
