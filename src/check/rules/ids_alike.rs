//! Two ids that differ only in leading zeros, width or case.
//!
//! **What**: of two tables (log, roster, attendance, protected periods, rates, register) each has an id, one of them is not in both,
//! and the two differ only in zeros at the beginning, in full-width letters and digits, or in capitals. One finding for each pair of
//! ids; what else is found of either is found as well.
//!
//! **Why**: a spreadsheet takes the zeros off a number, and people type ids by hand: most likely it is one courier, whose hours,
//! terms or pay do not come together.
//!
//! **Example**: `0571` in the log, `571` in the register: 0571 has no row in it, and 571 has no parcels.
//!
//! **Clause**: none; a question to the payroll office.
//!
//! # 中文
//!
//! 两个工号仅前导零、全半角或大小写不同。
//!
//! **查什么**：派件记录、花名册、考勤、三期、单价、工资表中，有两张表各有一个工号，其中至少一个不在另一张表中，两者仅前导零、全角半角或大小写不同。每对工号一条；与其中任何一个有关的其他问题照样列出。
//!
//! **为什么**：电子表格会去掉数字前面的零，工号也常由人手工录入：多半是同一名派件员，其工时、用工条件或工资因此对不上。
//!
//! **举例**：派件记录中为 `0571`，工资表中为 `571`：工资表没有 0571，571 没有派件。
//!
//! **依据**：无；请工资部门核实。

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::{Check, Finding, PayrollCheck, Severity};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place};
use crate::pay::alike_ids;

pub(crate) const CHECK: Check = Check {
    code: "ids-alike",
    severity: Severity::Warning,
    needs: &[],
    reveals_protection: false,
    source: include_str!("ids_alike.rs"),
    find,
};

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let tables = payroll.ids();
    let mut pairs: BTreeMap<[Arc<str>; 2], [&'static str; 2]> = BTreeMap::new();
    for alike in alike_ids(&tables) {
        for [one, other] in alike.pairs {
            // Two tables more may differ in the same two ids.
            if !pairs.contains_key(&[Arc::clone(&other), Arc::clone(&one)]) {
                pairs.entry([one, other]).or_insert(alike.tables);
            }
        }
    }
    let finding = |([one, other], tables): ([Arc<str>; 2], [&'static str; 2])| {
        let message = Message::new("check-ids-alike").with("one", &*one).arg("table", Arg::Word(tables[0]));
        let message = message.with("other", &*other).arg("beside", Arg::Word(tables[1]));
        let ids = [&one, &other];
        let place = ids
            .into_iter()
            .find_map(|id| paid(payroll, id))
            .or_else(|| ids.into_iter().find_map(|id| employed(payroll, id)));
        let (company, place) = place.unzip();
        let finding = CHECK.finding(&company.unwrap_or_default(), &one, message);
        match place {
            Some(place) => finding.at(place),
            None => finding,
        }
    };
    pairs.into_iter().map(finding).collect()
}

/// The company and the place of an id in the register.
fn paid<'a>(payroll: &PayrollCheck<'a>, id: &Arc<str>) -> Option<(Arc<str>, &'a Place)> {
    let paid = payroll.rows.iter().filter_map(|row| row.paid).find(|paid| paid.courier == *id)?;
    Some((Arc::clone(&paid.company), &paid.place))
}

/// The same on the roster.
fn employed<'a>(payroll: &PayrollCheck<'a>, id: &Arc<str>) -> Option<(Arc<str>, &'a Place)> {
    let terms = payroll.workforce.roster.as_deref()?.rows(id, "").first()?;
    Some((Arc::clone(&terms.company), &terms.place))
}
