//! Fixed pay does not reach the minimum wage and overtime on its hour.
//!
//! **What**: of someone with a base wage, what is due for the month is more than 0.01 yuan below the minimum wage of the days
//! employed and, for each hour of attendance beyond the normal ones, on a rest day or on a statutory holiday, the multiple of the
//! minimum wage ÷ 21.75 ÷ 8.
//!
//! **Why**: pay that is said to contain overtime must at least come to that; else the overtime was not paid.
//!
//! **Example**: 2,600 yuan a month where the minimum wage is 2,260; 10 hours of overtime at 1.5 and 8 on a rest day at 2 are 31 hours
//! of 12.99 yuan, so that 2,662.64 is the least.
//!
//! **Clause**: those of overtime and of the minimum wage; model cases of 人力资源社会保障部 and the Supreme People's Court on overtime.
//!
//! # 中文
//!
//! 固定工资不足以包含加班工资。
//!
//! **查什么**：有基本工资的人员，当月应发低于在职日的最低工资加上按最低工资折算的加班工资，且相差超过 0.01 元：考勤中正常工时以外、休息日和法定休假日的每小时，按最低工资 ÷ 21.75 ÷ 8 乘以相应倍数计。
//!
//! **为什么**：约定工资已包含加班费的，至少应达到这一数额，否则等于没有支付加班费。
//!
//! **举例**：月固定工资 2,600 元，最低工资标准 2,260 元；延长工时 10 小时（1.5 倍）、休息日 8 小时（2 倍），折合 31 小时，每小时 12.99 元，至少应为 2,662.64 元。
//!
//! **依据**：加班工资和最低工资的规定；人力资源社会保障部、最高人民法院联合发布的超时加班典型案例。

use std::ops::Bound;

use crate::agreement::Rule;
use crate::agreement::kinds::{Kind, Occasion, Per};
use crate::check::due_and_paid::TOLERANCE;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::pay::{Entitlements, Payslip};
use crate::units::{Date, Decimal, Rounding};

pub(crate) const CHECK: Check = Check {
    code: "overtime-in-fixed-pay",
    severity: Severity::Warning,
    needs: &[
        Need::Attendance,
        Need::Roster,
        Need::BaseWage,
        Need::Rule(is_overtime, "check-lacks-overtime"),
        Need::Rule(is_minimum, "check-lacks-minimum-wage"),
    ],
    reveals_protection: false,
    source: include_str!("overtime_in_fixed_pay.rs"),
    find,
};

/// The paid hours of a month: 21.75 days of eight.
const PAID_HOURS: Decimal = Decimal::from_parts(174, 0, 0, false, 0);

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let entitlements = Entitlements::new(payroll.agreement, payroll.workforce);
    let found = payroll.rows.iter().filter_map(|row| {
        let due = row.due.as_deref().filter(|due| !due.extended_hours.is_zero())?;
        let (employed, minimum, rule) = minimum(payroll, &entitlements, due)?;
        let least = Rounding::FEN.apply(employed + minimum / PAID_HOURS * due.extended_hours);
        if (least - due.pay()).0 <= TOLERANCE {
            return None;
        }
        let message = Message::new("check-overtime-in-fixed-pay")
            .with("due", due.pay().0.to_string())
            .with("hours", due.extended_hours.normalize().to_string())
            .with("least", least.0.to_string());
        let finding = CHECK.finding_of(row, message).figures(least, due.pay());
        let overtime = payroll.agreement.rules.iter().find(|rule| is_overtime(&rule.kind));
        let finding = overtime.into_iter().fold(finding, |finding, rule| finding.under_on(rule, due.month.last()));
        Some(finding.under_on(rule, due.month.last()))
    });
    found.collect()
}

/// The minimum wage of the days employed, that of a month on the last of them, and its rule.
fn minimum<'a>(
    payroll: &PayrollCheck<'a>,
    entitlements: &Entitlements<'_>,
    due: &Payslip,
) -> Option<(Decimal, Decimal, &'a Rule)> {
    let on_day = |day: Date| {
        let terms = payroll.terms(&due.courier, &due.company, day).filter(|terms| !terms.is_part_time())?;
        let statutory = entitlements.on(&due.company, terms, day).into_iter().filter_map(|(rule, amount)| {
            let rule = &payroll.agreement.rules[rule];
            is_minimum(&rule.kind).then_some((amount, rule))
        });
        statutory.max_by_key(|(amount, _)| *amount)
    };
    let rows = payroll.workforce.roster.as_deref()?.rows(&due.courier, &due.company);
    let changes = entitlements.change_dates(rows, due.month);
    let (mut sum, mut last) = (Decimal::ZERO, None);
    for begin in &changes {
        let Some((amount, rule)) = on_day(*begin) else { continue };
        let end = changes.range((Bound::Excluded(*begin), Bound::Unbounded)).next();
        let days = end.map_or(due.month.days() + 1, |end| end.day()) - begin.day();
        sum += amount * Decimal::from(days);
        last = Some((amount, rule));
    }
    let (last, rule) = last?;
    Some((sum / Decimal::from(due.month.days()), last, rule))
}

fn is_overtime(kind: &Kind) -> bool {
    matches!(kind, Kind::Premium(premium) if matches!(premium.occasion, Occasion::Overtime { .. }))
}

fn is_minimum(kind: &Kind) -> bool {
    matches!(kind, Kind::Floor(floor) if floor.statutory && floor.window.is_none() && floor.per == Per::Month)
}
