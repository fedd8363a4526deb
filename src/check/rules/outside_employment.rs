//! Parcels delivered before joining or after leaving.
//!
//! **What**: the log has delivered parcels of a courier on days before `hired` or after `left`, with no other row of the roster under
//! which the courier was employed by that company on that day. One finding a month for each row of the roster.
//!
//! **Why**: the employment begins with the first day of work, whatever the roster says; and parcels after leaving are often
//! somebody else's under an old number.
//!
//! **Example**: hired on 10 May, 100 parcels on the 9th. Those of the 10th are none, nor are those of the last day.
//!
//! **Clause**: 劳动合同法 art. 7.
//!
//! # 中文
//!
//! 入职前或离职后派件。
//!
//! **查什么**：派件记录中某派件员在入职日期（`hired`）之前或离职日期（`left`）之后有已派送的件，而花名册没有其他记录表明当天受雇于该公司。花名册每行每月一条。
//!
//! **为什么**：劳动关系自用工之日起建立，不以花名册为准；离职后的件，往往是他人沿用旧工号。
//!
//! **举例**：5 月 10 日入职，9 日派件 100 件。10 日当天和离职当天的件不算。
//!
//! **依据**：劳动合同法第7条。

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::units::{Date, PayPeriod};
use crate::workforce::roster::{Terms, in_force, is_any_in_force};

pub(crate) const CHECK: Check = Check {
    code: "outside-employment",
    severity: Severity::Warning,
    needs: &[Need::Roster, Need::RosterColumn("hired"), Need::RosterColumn("left")],
    reveals_protection: false,
    source: include_str!("outside_employment.rs"),
    find,
};

/// The month, the company and the courier, whether before joining, and the day of joining or leaving.
type Key<'a> = (PayPeriod, &'a Arc<str>, &'a Arc<str>, bool, Date);

/// The parcels of a month outside one row of the roster, and the first day of them.
struct Outside<'a> {
    terms: &'a Terms,
    parcels: u64,
    first: Date,
}

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let Some(roster) = payroll.workforce.roster.as_deref() else { return Vec::new() };
    let mut found: BTreeMap<Key<'_>, Outside<'_>> = BTreeMap::new();
    let mut rows: HashMap<(u32, u32), &[Arc<Terms>], FxBuildHasher> = HashMap::default();
    let of_days = payroll.tally.rows.chunk_by(|one, other| one.date == other.date);
    let of_days = of_days.map(|of_day| (payroll.calendar.period(of_day[0].date), of_day));
    let checked = of_days.filter(|(month, _)| payroll.months.contains(month));
    for (month, row) in checked.flat_map(|(month, of_day)| of_day.iter().map(move |row| (month, row))) {
        let company = payroll.tally.name(row.company);
        let of_roster = || roster.rows(payroll.tally.name(row.courier), company);
        let rows = *rows.entry((row.courier, row.company)).or_insert_with(of_roster);
        if is_employed(rows, company, row.date) {
            continue;
        }
        let Some((terms, early, turn)) = nearest(rows, company, row.date) else { continue };
        let key = (month, &terms.company, &terms.courier, early, turn);
        let outside = found.entry(key).or_insert(Outside { terms, parcels: 0, first: row.date });
        outside.parcels += row.parcels;
        outside.first = outside.first.min(row.date);
    }
    let each = found.into_iter().filter(|(_, outside)| outside.parcels > 0);
    let of_terms = |((month, company, courier, early, turn), outside): (Key<'_>, Outside<'_>)| {
        let message = Message::new(if early { "check-before-hired" } else { "check-after-left" });
        let message = message.count("parcels", outside.parcels).with("first", outside.first.to_string());
        let finding = CHECK.finding(company, courier, message.with("turn", turn.to_string()));
        finding.in_month(month).at(&outside.terms.place)
    };
    each.map(of_terms).collect()
}

/// Whether one of the rows of a person is in force with a company on a day; where none is named, with any.
fn is_employed(rows: &[Arc<Terms>], company: &str, day: Date) -> bool {
    let own = |terms: &Terms| company.is_empty() || terms.company.is_empty() || *terms.company == *company;
    match rows {
        [only] if !own(only) => false,
        [_] => is_any_in_force(rows, day),
        several => in_force(several, day).into_iter().any(|terms| own(terms)),
    }
}

/// The row of the roster, of that company, whose day of joining or of leaving lies nearest: the row, whether the day comes before it,
/// and that day.
fn nearest<'a>(rows: &'a [Arc<Terms>], company: &str, day: Date) -> Option<(&'a Terms, bool, Date)> {
    let own = |terms: &&Arc<Terms>| company.is_empty() || terms.company.is_empty() || *terms.company == *company;
    let turn = |terms: &'a Arc<Terms>| {
        let early = terms.hired.filter(|hired| day < *hired).map(|hired| (&**terms, true, hired));
        early.or_else(|| terms.left.filter(|left| *left < day).map(|left| (&**terms, false, left)))
    };
    rows.iter().filter(own).filter_map(turn).min_by_key(|(_, early, turn)| ((day - *turn).get_days().abs(), *early))
}
