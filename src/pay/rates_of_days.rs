//! The rate of each day's parcels, for those who ask what is paid today: `balance` and the bargaining table.

use std::sync::Arc;

use crate::agreement::Agreement;
use crate::deliveries::Tally;
use crate::pay::courier_index::CourierIndex;
use crate::pay::line::{RateSource, Scenario};
use crate::pay::observed::Observed;
use crate::pay::pricing::{OutOfBand, PricingContext};
use crate::pay::rules::offers;
use crate::units::{Date, Decimal};
use crate::workforce::Workforce;

/// The rate of one day's parcels.
#[derive(Clone, Debug)]
pub struct RateOfDay {
    /// The day.
    pub date: Date,
    /// The company.
    pub company: Arc<str>,
    /// The courier's id.
    pub courier: Arc<str>,
    /// The area.
    pub area: Arc<str>,
    /// The service.
    pub service: Arc<str>,
    /// The id of the rule that pays them.
    pub rule: Arc<str>,
    /// The parcels.
    pub parcels: u64,
    /// The area that their piece line carries: empty where a ladder counts those of all areas together.
    pub line_area: Arc<str>,
    /// Whether the rate has steps.
    pub tiered: bool,
    /// Yuan for the first parcel.
    pub rate: Decimal,
    /// What gives it, where that is not the agreement itself.
    pub source: Option<RateSource>,
}

/// The rate of every row of the tally that a rule pays; where only a band is known, its lower end.
#[must_use]
pub fn rates_of_days(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Vec<RateOfDay> {
    let everyone = CourierIndex::new(tally, workforce, agreement);
    let worksheet = everyone.worksheet(&everyone.of_log());
    let context = PricingContext::new(agreement, workforce, OutOfBand::Refused);
    let offers = offers::offers(&context, &worksheet, &mut Observed::default());
    let mut rates = Vec::new();
    for slot in worksheet.slots.iter().filter(|slot| !slot.earlier) {
        for index in slot.counts.clone() {
            let Some(offer) = offers.best(index, Scenario::Low) else { continue };
            let count = &worksheet.counts[index];
            rates.push(RateOfDay {
                date: count.date,
                company: Arc::clone(&slot.company),
                courier: Arc::clone(&slot.courier),
                area: Arc::clone(worksheet.name(count.area)),
                service: Arc::clone(worksheet.name(count.service)),
                rule: Arc::clone(&agreement.rules[offer.rule].id),
                parcels: count.parcels,
                line_area: Arc::clone(offer.area),
                tiered: offer.steps(Scenario::Low).len() > 1,
                rate: offer.untiered(Scenario::Low),
                source: offer.source,
            });
        }
    }
    rates
}
