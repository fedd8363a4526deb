//! What someone's terms are worth on a day, whatever was delivered: for those who ask what a change of terms takes away.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Per};
use crate::pay::line::Scenario;
use crate::pay::observed::Observed;
use crate::pay::pricing::{OutOfBand, PricingContext};
use crate::pay::subject::Parcels;
use crate::units::{Date, Decimal, PayPeriod};
use crate::workforce::Workforce;
use crate::workforce::roster::Terms;

/// The rates by time and the floors of a stack.
pub struct Entitlements<'a> {
    context: PricingContext<'a>,
}

impl<'a> Entitlements<'a> {
    /// Of a stack and a workforce.
    #[must_use]
    pub fn new(agreement: &'a Agreement, workforce: &'a Workforce) -> Self {
        Self { context: PricingContext::new(agreement, workforce, OutOfBand::Nearest) }
    }

    /// The days of a month from which on what someone is entitled to can be another than before, its first day among them.
    #[must_use]
    pub fn change_dates(&self, rows: &[Arc<Terms>], month: PayPeriod) -> BTreeSet<Date> {
        let of_rows = rows.iter().flat_map(|terms| terms.change_dates());
        let changes = self.context.change_dates.iter().copied().chain(of_rows);
        changes.filter(|day| month.contains(*day)).chain([month.first()]).collect()
    }

    /// What each rate by time and each floor gives someone on those terms on a day: the place of the rule in the stack, and
    /// yuan for its unit. Of a band it is the lower end.
    #[must_use]
    pub fn on(&self, company: &str, terms: &Terms, day: Date) -> Vec<(usize, Decimal)> {
        let person = Parcels::person(company, &terms.courier, Some(terms));
        let mut found = Vec::new();
        for (place, rule) in self.context.agreement.rules.iter().enumerate() {
            let by_terms = match &rule.kind {
                Kind::Rate(rate) => rate.per != Per::Parcel,
                Kind::Floor(_) => true,
                _ => false,
            };
            if by_terms && rule.applies_to(&person, day) {
                let amount = self.context.amount(place, &person, day, Scenario::Low, &mut Observed::default());
                found.extend(amount.map(|(amount, _)| (place, amount)));
            }
        }
        found
    }
}
