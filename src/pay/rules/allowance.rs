//! Allowances: rates per month, for those employed whom the rule reaches, by the days employed.

use std::sync::Arc;

use crate::agreement::kinds::{Kind, Per, Rate};
use crate::pay::amount::Desk;
use crate::pay::ledger::Sheet;
use crate::pay::line::{Component, Line};
use crate::pay::rules::base::{Days, part, share};
use crate::pay::subject::Person;
use crate::units::Decimal;

/// The allowance lines of a payslip: one for each rule and amount.
pub(crate) fn lines(desk: &mut Desk<'_>, sheet: &Sheet) -> Vec<Line> {
    let agreement = desk.agreement;
    let mut lines = Vec::new();
    for (index, rule) in agreement.rules.iter().enumerate() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per != Per::Month {
            continue;
        }
        let mut days: Days<(Decimal, Arc<str>)> = Days::new();
        for (day, count, terms) in sheet.spells(&Arc::clone(&desk.turns)) {
            let person = Person { company: &sheet.company, courier: &sheet.courier, terms: Some(terms) };
            if rule.reaches(&person, day)
                && let Some(amount) = desk.amount(index, &person, day)
            {
                *days.entry((amount, Arc::clone(desk.clause(index, day)))).or_default() += count;
            }
        }
        if rate.prorate {
            lines.extend(days.into_iter().map(|(key, days)| line(desk, sheet, index, rate, key, days)));
        } else if let Some((key, _)) = days.pop_last() {
            lines.push(line(desk, sheet, index, rate, key, sheet.month.days()));
        }
    }
    lines
}

fn line(desk: &Desk<'_>, sheet: &Sheet, rule: usize, rate: &Rate, key: (Decimal, Arc<str>), days: i8) -> Line {
    let (amount, clause) = key;
    let (unit, quantity) = part(sheet.month, days);
    Line {
        component: Component::Allowance,
        rule: Arc::clone(&desk.agreement.rules[rule].id),
        clause,
        area: Arc::default(),
        service: Arc::default(),
        unit,
        quantity,
        rate: amount,
        tier: None,
        multiple: None,
        amount: desk.agreement.rounding.apply(share(amount, days, sheet.month)),
        counts_towards_floor: rate.counts_towards_floor,
    }
}
