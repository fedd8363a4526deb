//! The base wage: base × days employed ÷ calendar days, at least the agreement's standard, kept in protected periods.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::kinds::Kind;
use crate::pay::amount::Desk;
use crate::pay::ledger::Sheet;
use crate::pay::line::{Component, Line, Unit};
use crate::pay::rules::protection;
use crate::pay::subject::Person;
use crate::units::{Date, Decimal, Month, Yuan};
use crate::workforce::roster::Terms;

/// The id of base lines that rest on the roster alone.
pub(crate) const CONTRACT: &str = "base";

/// The clause of base lines that rest on the roster alone.
const CONTRACT_CLAUSE: &str = "劳动合同（花名册）";

/// A base wage and the rule that gives it; no rule where it is the labour contract's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Due {
    /// Yuan a month.
    pub(crate) amount: Decimal,
    pub(crate) rule: Option<usize>,
}

/// The base lines of a payslip: one for each base wage of the month.
pub(crate) fn lines(desk: &mut Desk<'_>, sheet: &Sheet) -> Vec<Line> {
    let mut spells: Vec<(Due, i8)> = Vec::new();
    let kept = protection::kept_bases(desk, sheet);
    for (day, count, terms) in sheet.spells(&protection::turns(desk, &kept)) {
        let protected = kept.iter().filter(|kept| kept.term.contains(day)).map(|kept| kept.due);
        // Of equal amounts the contract's own stands, then the standard's.
        let Some(due) = highest(standing(desk, &sheet.company, terms, day).into_iter().chain(protected)) else {
            continue;
        };
        match spells.iter_mut().find(|(other, _)| other.amount == due.amount) {
            // One amount is one line; where a rule lifts it to that on some of the days, the line names the rule.
            Some((other, days)) => {
                other.rule = other.rule.or(due.rule);
                *days += count;
            }
            None => spells.push((due, count)),
        }
    }
    spells.into_iter().map(|(due, days)| line(desk, sheet, due, days)).collect()
}

/// What the base comes to where protected days pay only the base that their period keeps, and the rule that keeps it; `None`
/// where no day is protected.
pub(crate) fn kept(desk: &mut Desk<'_>, sheet: &Sheet) -> Option<(Yuan, usize)> {
    let kept = protection::kept_bases(desk, sheet);
    let mut days: Days<Decimal> = Days::new();
    let mut keeps = None;
    for (day, count, terms) in sheet.spells(&protection::turns(desk, &kept)) {
        let protected = kept.iter().filter(|kept| kept.term.contains(day)).map(|kept| kept.due).max();
        keeps = keeps.or(protected.and_then(|due| due.rule));
        let due = protected.or_else(|| own(desk, &sheet.company, terms, day));
        if let Some(due) = due {
            *days.entry(due.amount).or_default() += count;
        }
    }
    let amounts =
        days.into_iter().map(|(amount, days)| desk.agreement.rounding.apply(share(amount, days, sheet.month)));
    Some((amounts.sum(), keeps?))
}

/// The base of the roster's terms on a day, at least the standard of the agreement.
pub(crate) fn own(desk: &mut Desk<'_>, company: &str, terms: &Terms, day: Date) -> Option<Due> {
    highest(standing(desk, company, terms, day))
}

/// The base wages of the contract and of each standard that reaches it, in this order.
pub(crate) fn standing(desk: &mut Desk<'_>, company: &str, terms: &Terms, day: Date) -> Vec<Due> {
    let agreement = desk.agreement;
    let person = Person { company, courier: &terms.courier, terms: Some(terms) };
    let mut standing: Vec<Due> = terms.base.map(|amount| Due { amount, rule: None }).into_iter().collect();
    for (index, rule) in agreement.rules.iter().enumerate() {
        if matches!(rule.kind, Kind::Base(_))
            && rule.reaches(&person, day)
            && let Some(amount) = desk.amount(index, &person, day)
        {
            standing.push(Due { amount, rule: Some(index) });
        }
    }
    standing
}

/// The highest, the first of equal ones.
pub(crate) fn highest(dues: impl IntoIterator<Item = Due>) -> Option<Due> {
    dues.into_iter().reduce(|best, next| if next.amount > best.amount { next } else { best })
}

fn line(desk: &mut Desk<'_>, sheet: &Sheet, due: Due, days: i8) -> Line {
    let first = sheet.month.first();
    let (rule, clause) = match due.rule {
        Some(index) => (Arc::clone(&desk.agreement.rules[index].id), Arc::clone(desk.clause(index, first))),
        None => (CONTRACT.into(), CONTRACT_CLAUSE.into()),
    };
    let (unit, quantity) = part(sheet.month, days);
    Line {
        component: Component::Base,
        rule,
        clause,
        area: Arc::default(),
        service: Arc::default(),
        unit,
        quantity,
        rate: due.amount,
        tier: None,
        multiple: None,
        amount: desk.agreement.rounding.apply(share(due.amount, days, sheet.month)),
        counts_towards_floor: true,
    }
}

/// A monthly amount for some of the days of a month.
pub(crate) fn share(amount: Decimal, days: i8, month: Month) -> Decimal {
    if days == month.days() {
        return amount;
    }
    amount * Decimal::from(days) / Decimal::from(month.days())
}

/// The unit and quantity of a line for some of the days of a month: the whole month is 1.
pub(crate) fn part(month: Month, days: i8) -> (Unit, Decimal) {
    if days == month.days() {
        return (Unit::Month, Decimal::ONE);
    }
    (Unit::DayOf(month.days()), Decimal::from(days))
}

/// Days by what is due on them, in the order of their amounts.
pub(crate) type Days<K> = BTreeMap<K, i8>;
