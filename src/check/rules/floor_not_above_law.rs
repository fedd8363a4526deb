//! An agreement's floor is not above the statutory minimum.
//!
//! **What**: a monthly floor of an agreement is not above the statutory minimum wage in force with it; equal is not enough.
//!
//! **Why**: in Zhejiang the pay of a collective contract must be above the local minimum.
//!
//! **Example**: the agreement guarantees 2,070 in May 2022, which is the statutory minimum itself.
//!
//! **Clause**: 浙江省集体合同条例 art. 5.
//!
//! # 中文
//!
//! 协议的最低工资不高于法定最低工资。
//!
//! **查什么**：协议的月保底不高于同时有效的法定最低工资；等于也不行。
//!
//! **为什么**：在浙江，集体合同中的劳动报酬应当高于当地最低工资标准。
//!
//! **举例**：协议 2022 年 5 月保底 2,070 元，恰为法定最低工资。
//!
//! **依据**：浙江省集体合同条例第5条。

use std::sync::Arc;

use crate::agreement::Rule;
use crate::agreement::in_force::Subject;
use crate::agreement::kinds::Floor;
use crate::agreement::kinds::Kind;
use crate::agreement::kinds::Per;
use crate::agreement::kinds::Value;
use crate::check::Books;
use crate::check::Finding;
use crate::check::Severity;
use crate::check::registry::Check;
use crate::source::Message;
use crate::units::Date;
use crate::units::Decimal;
use crate::units::Yuan;

pub(crate) const CHECK: Check = Check {
    code: "floor-not-above-law",
    severity: Severity::Violation,
    source: include_str!("floor_not_above_law.rs"),
    find,
};

/// A full-time courier of whom nothing else is known.
struct Anyone;

impl Subject for Anyone {
    fn named(&self, _: &str) -> Option<&str> {
        None
    }
}

fn find(books: &Books<'_>) -> Vec<Finding> {
    let floors = |statutory: bool| {
        books.agreement.rules.iter().filter_map(move |rule| match &rule.kind {
            Kind::Floor(floor) if floor.per == Per::Month && floor.statutory == statutory => Some((rule, floor)),
            _ => None,
        })
    };
    let mut findings = Vec::new();
    for (rule, floor) in floors(false) {
        let month = books.months.iter().find_map(|month| {
            let day = month.first();
            let agreed = amount(rule, floor, day)?;
            let least = floors(true).filter_map(|(law, minimum)| Some((law, amount(law, minimum, day)?)));
            let (law, minimum) = least.max_by_key(|(_, minimum)| *minimum)?;
            (agreed <= minimum).then_some((*month, agreed, law, minimum))
        });
        let Some((month, agreed, law, minimum)) = month else { continue };
        let message = Message::new("check-floor-not-above-law").with("rule", &*rule.id);
        let message = message.with("agreed", agreed.to_string()).with("minimum", minimum.to_string());
        let nobody: Arc<str> = Arc::default();
        let finding = Finding::new(CHECK.code, CHECK.severity, &nobody, &nobody, message).in_month(month);
        findings.push(finding.figures(Yuan(minimum), Yuan(agreed)).under(rule).under(law).at(&rule.place));
    }
    findings
}

/// What a floor gives in a month; of a table, the entry taken where the roster says nothing.
fn amount(rule: &Rule, floor: &Floor, day: Date) -> Option<Decimal> {
    // A floor that a better one of the same id has beaten is no floor of its own; its figure is still what was agreed.
    if !rule.term.contains(day) || (!rule.scope.values.is_empty() && !rule.scope.fits(&Anyone, day)) {
        return None;
    }
    match &floor.value {
        Value::Amount(amounts) => amounts.on(day).copied(),
        Value::By(by) => by.amounts.on(day)?.get(by.otherwise.as_ref()?).copied(),
        Value::Band(bands) => bands.on(day).map(|band| band.min),
        Value::Tiers(_) => None,
    }
}
