//! What does not count towards a statutory floor: the pay of parcels and hours that a premium on overtime, rest days or
//! holidays reaches, as a whole (最低工资规定 art. 12).

use crate::pay::rules::offers::Offers;
use crate::pay::rules::premium::{Claim, Work};
use crate::pay::rules::time::PaidDay;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::Worksheet;
use crate::units::Decimal;

/// The pay that the claims of premiums set aside, in yuan, not rounded. Of one work the rules reach the same parcels or hours:
/// the most that one of them reaches.
pub(crate) fn aside(
    of: &SlotPricing<'_, '_>,
    worksheet: &Worksheet,
    claims: &[Claim<'_>],
    offers: &Offers<'_>,
    paid: &[PaidDay<'_>],
) -> Decimal {
    let mut aside = Decimal::ZERO;
    for (work, reached) in reached(claims) {
        aside += match work {
            Work::Parcels(index, offer) => {
                let (offer, parcels) = (&offers.of(index)[offer], worksheet.counts[index].parcels);
                if parcels > 0 && offer.counts_towards_floor {
                    let of_day = offers.pay_of(offer, index, worksheet, of.slot, of.scenario);
                    of_day * reached / Decimal::from(parcels)
                } else {
                    Decimal::ZERO
                }
            }
            Work::Time(day) if paid[day].rate.counts_towards_floor => paid[day].amount * reached,
            Work::Time(_) => Decimal::ZERO,
        };
    }
    aside
}

/// The work that premiums on overtime, rest days or holidays reach, in the order of the claims, and how much of it.
pub(crate) fn reached(claims: &[Claim<'_>]) -> impl Iterator<Item = (Work, Decimal)> {
    claims.chunk_by(|one, next| one.work == next.work).filter_map(|of_work| {
        let extended = of_work.iter().filter(|claim| claim.premium.is_for_extended_hours());
        Some((of_work[0].work, extended.map(|claim| claim.reached).max()?))
    })
}
