//! One pay slot in one scenario, as every kind of rule asks about it.

use std::sync::Arc;

use crate::agreement::Rule;
use crate::pay::absences::Absences;
use crate::pay::ground::Ground;
use crate::pay::line::Scenario;
use crate::pay::observed::Observed;
use crate::pay::pricing::PricingContext;
use crate::pay::proration::{DaysByAmount, Wages};
use crate::pay::provisos;
use crate::pay::subject::Parcels;
use crate::pay::worksheet::{Attended, PaySlot, Worksheet};
use crate::units::{Date, Decimal};
use crate::workforce::roster::Terms;

/// What a rule is asked with: the terms of the run, the slot, the scenario.
pub(crate) struct SlotPricing<'s, 'a> {
    pub(crate) context: &'s PricingContext<'a>,
    pub(crate) slot: &'s PaySlot,
    pub(crate) scenario: Scenario,
    pub(crate) absences: Arc<Absences>,
    /// How its base and allowances are cut by the days employed.
    pub(crate) wages: Wages,
    /// The days, in order, on which a rule, a rate or maternity leave begins or ends.
    pub(crate) change_dates: Arc<[Date]>,
    /// The rates that a proviso keeps from being paid, by their places.
    pub(crate) unmet: Vec<usize>,
    /// The days of attendance that are paid.
    pub(crate) attended: Vec<Attended<'s>>,
}

impl<'s, 'a> SlotPricing<'s, 'a> {
    pub(crate) fn new(
        context: &'s PricingContext<'a>,
        (worksheet, slot): (&Worksheet, &'s PaySlot),
        scenario: Scenario,
        observed: &mut Observed,
    ) -> Self {
        let absences = Arc::new(Absences::of(context, slot, observed));
        let change_dates = if context.months_by_day {
            slot.month.each_day().collect()
        } else {
            absences.change_dates(slot.month, &context.change_dates)
        };
        let wages = Wages::of(slot, context.agreement);
        let attended = slot.attended_days(context.workforce);
        let unmet = provisos::unmet(context, worksheet, slot);
        Self { context, slot, scenario, absences, wages, change_dates, unmet, attended }
    }

    /// The rules of the stack, each with its place.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (usize, &'a Rule)> + use<'a> {
        self.context.agreement.rules.iter().enumerate()
    }

    /// The courier's employment on those terms.
    pub(crate) fn person(&self, terms: Option<&'s Terms>) -> Parcels<'s> {
        Parcels::person(&self.slot.company, &self.slot.courier, terms)
    }

    /// The amount of a rule that applies to the courier on a day, and on what it rests.
    pub(crate) fn amount(
        &self,
        rule: usize,
        terms: Option<&'s Terms>,
        day: Date,
        observed: &mut Observed,
    ) -> Option<(Decimal, Ground)> {
        let person = self.person(terms);
        if self.unmet.contains(&rule) || !self.context.agreement.rules[rule].applies_to(&person, day) {
            return None;
        }
        self.context.amount(rule, &person, day, self.scenario, observed)
    }

    /// The days employed, period by period: the first, how many, the terms.
    pub(crate) fn periods(&self) -> impl Iterator<Item = (Date, i8, &'s Terms)> {
        self.slot.periods(&self.change_dates)
    }

    /// The days employed by the amount of a rule that is due on them; `part` says how much of each counts.
    pub(crate) fn by_month(
        &self,
        rule: usize,
        part: impl Fn(Date) -> Decimal,
        observed: &mut Observed,
    ) -> DaysByAmount {
        let mut all = DaysByAmount::default();
        for (day, days, terms) in self.periods() {
            if let Some(due) = self.amount(rule, Some(terms), day, observed) {
                all.add(self.context.agreement, due, self.wages.days(day, days) * part(day));
            }
        }
        all
    }
}
