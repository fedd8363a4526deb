//! What does not count towards a statutory floor: the pay of parcels and hours that a premium on overtime, rest days or
//! holidays reaches, as a whole (最低工资规定 art. 12).

use std::collections::BTreeMap;

use crate::agreement::kinds::{Kind, Occasion};
use crate::pay::rules::piece::Offers;
use crate::pay::rules::premium::Claim;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::Worksheet;
use crate::units::{Date, Decimal};

/// What stands aside of a statutory floor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Aside {
    /// Yuan, not rounded.
    pub(crate) pay: Decimal,
    hours: BTreeMap<Date, Decimal>,
}

impl Aside {
    /// The hours of a day that stand aside.
    pub(crate) fn hours(&self, day: Date) -> Decimal {
        self.hours.get(&day).copied().unwrap_or_default()
    }
}

/// What the claims of premiums set aside. Of one count the rules reach the same parcels: the most that one of them reaches.
pub(crate) fn aside(of: &SlotPricing<'_, '_>, worksheet: &Worksheet, claims: &[Claim], offers: &Offers<'_>) -> Aside {
    let mut aside = Aside::default();
    for of_count in claims.chunk_by(|one, next| one.count == next.count) {
        let reaching = of_count.iter().filter(|claim| sets_aside(of, claim.rule));
        let Some(reached) = reaching.map(|claim| claim.reached).max() else { continue };
        let count = &worksheet.counts[of_count[0].count];
        let pay = offers.pay_of_day(of_count[0].count, worksheet, of.slot, of.scenario);
        if count.parcels > 0 {
            aside.pay += pay * reached / Decimal::from(count.parcels);
        }
    }
    aside
}

/// Whether a premium is for work outside the normal hours, so that the whole pay of it is no part of the minimum wage.
fn sets_aside(of: &SlotPricing<'_, '_>, rule: usize) -> bool {
    match &of.context.agreement.rules[rule].kind {
        Kind::Premium(premium) => match premium.occasion {
            Occasion::Overtime { .. } | Occasion::RestDay | Occasion::Holiday { .. } => true,
            Occasion::Night { .. } => false,
        },
        _ => false,
    }
}
