//! Which guarantees for each order can be reckoned while a log is read: those of which nothing but the order itself and its day
//! decides what is missing. Orders need not be told apart then, and a log of ten million comes to a row for each courier.
//!
//! Where a guarantee or what it is compared with hangs on anything else (who delivered, where, what the roster or the rates say),
//! orders with the same measures are a row of the tally each, and are priced there.

use crate::agreement::asked::{DetailsAsked, MeasureAsked};
use crate::agreement::figure::Figure;
use crate::agreement::formula::{Counted, Each, Formula, Over, Window};
use crate::agreement::kinds::{Kind, Per, Rate};
use crate::agreement::measure::Measure;
use crate::agreement::order_floor::{OrderFloor, Worth};
use crate::agreement::order_floors::OrderFloors;
use crate::agreement::scope::Where;
use crate::agreement::{Agreement, Rule};
use crate::units::{Date, Decimal};

impl Agreement {
    /// The same with the guarantees for each order reckoned while the log is read, where that can be; `is_rated` tells of which
    /// rules the amount may be another than the agreement's.
    #[must_use]
    pub fn with_order_floors(&self, asked: DetailsAsked, is_rated: impl Fn(&str) -> bool) -> DetailsAsked {
        let Some(floors) = self.order_floors(&asked.measures, is_rated) else { return asked };
        let scopes = || self.rules.iter().flat_map(Rule::scopes);
        let is_ranged = |measure: &Measure| scopes().any(|scope| scope.ranges.contains_key(&measure.name));
        let measures = asked.measures.into_iter();
        let measures = measures.map(|one| MeasureAsked { apart: is_ranged(&one.measure), ..one }).collect();
        DetailsAsked { measures, floors: Some(floors), ..asked }
    }

    fn order_floors(&self, measures: &[MeasureAsked], is_rated: impl Fn(&str) -> bool) -> Option<OrderFloors> {
        let of_orders = self.rules.iter().enumerate().filter(|(_, rule)| window(rule).is_some());
        let floors: Vec<(usize, Rule)> = of_orders.map(|(place, rule)| (place, rule.clone())).collect();
        let rates: Vec<Rule> = self.rules.iter().filter(|rule| compared(rule).is_some()).cloned().collect();
        let plain = |rule: &Rule| is_by_day(&rule.scope) && rule.changes.is_empty();
        let rated = |rule: &Rule| {
            let is_amount = rule.figures.values.iter().all(|dated| matches!(dated.value, Figure::Amount(_)));
            plain(rule) && is_amount && !is_rated(&rule.id) && by_measure(rule, measures).is_some()
        };
        let formulas = |rule: &Rule| {
            let mut figures = rule.figures.values.iter();
            plain(rule)
                && figures.all(|dated| dated.value.formula().is_some_and(|formula| each(formula, measures).is_some()))
        };
        let compares = |rate: &Rule| floors.iter().any(|(_, floor)| is_compared(floor, rate));
        let can =
            floors.iter().all(|(_, rule)| formulas(rule)) && rates.iter().all(|rate| !compares(rate) || rated(rate));
        let rules: Vec<usize> = floors.iter().map(|(place, _)| *place).collect();
        if rules.is_empty() || !can {
            return None;
        }
        let (measures, rounding) = (measures.to_vec(), self.rounding);
        let on = move |day: Date| {
            let holds = |rule: &Rule| rule.in_force_on(day) && rule.scope.covers(day);
            let floor = |(_, rule): &(usize, Rule)| {
                let formula = rule.figure(day).filter(|_| holds(rule))?.formula()?;
                let mut counted = vec![Decimal::ZERO; measures.len()];
                for rate in rates.iter().filter(|rate| holds(rate) && is_compared(rule, rate)) {
                    if let Some(((at, each), amount)) = by_measure(rate, &measures).zip(rate.amount(day)) {
                        counted[at] += amount / each;
                    }
                }
                let due = Worth(self::each(formula, &measures)?);
                Some(OrderFloor { due, at_least: formula.at_least, counted: Worth(counted), rounding })
            };
            floors.iter().map(floor).collect()
        };
        Some(OrderFloors::new(rules, on))
    }
}

/// What a guarantee for each order is tested over.
fn window(rule: &Rule) -> Option<&Window> {
    let Kind::Floor(floor) = &rule.kind else { return None };
    floor.window.as_ref().filter(|window| window.over == Over::Order)
}

/// A rate for what is delivered, if it counts towards a floor.
fn compared(rule: &Rule) -> Option<&Rate> {
    let Kind::Rate(rate) = &rule.kind else { return None };
    Some(rate).filter(|rate| rate.counts_towards_floor && matches!(rate.per, Per::Parcel | Per::Measure))
}

/// Whether what a rate pays counts for a guarantee.
fn is_compared(floor: &Rule, rate: &Rule) -> bool {
    window(floor).is_some_and(|window| window.against.is_empty() || window.against.contains(&rate.id))
}

/// Whether it asks for nothing but the day.
fn is_by_day(scope: &Where) -> bool {
    scope.time.is_none() && scope.ranges.is_empty() && scope.values.is_empty()
}

/// The place of the measure that a rate pays among those of the log, and how many of the column make one.
fn by_measure(rate: &Rule, measures: &[MeasureAsked]) -> Option<(usize, Decimal)> {
    let is_plain = |rate: &&Rate| rate.provided.is_empty() && rate.bonus.is_none();
    let measure = compared(rate).filter(is_plain).and_then(|rate| rate.measure.as_ref())?;
    let amounts = rate.figures.values.iter().filter_map(|dated| dated.value.amount());
    let is_exact = amounts.into_iter().all(|amount| ends(amount, measure.each));
    place(measure, measures).filter(|_| is_exact).map(|at| (at, measure.each))
}

/// What a formula gives for one of each measure of the log; `None` where it counts anything else, or that does not end.
fn each(formula: &Formula, measures: &[MeasureAsked]) -> Option<Vec<Decimal>> {
    let mut each = vec![Decimal::ZERO; measures.len()];
    for term in &formula.terms {
        let (Counted::Measure(measure), Each::Amount(amount)) = (&term.counted, &term.each) else { return None };
        each[place(measure, measures).filter(|_| ends(*amount, measure.each))?] += *amount / measure.each;
    }
    Some(each)
}

fn place(measure: &Measure, measures: &[MeasureAsked]) -> Option<usize> {
    measures.iter().position(|asked| asked.measure.name == measure.name)
}

/// Whether a quotient is exact: 0.44 ÷ 60 is not.
fn ends(amount: Decimal, each: Decimal) -> bool {
    amount / each * each == amount
}
