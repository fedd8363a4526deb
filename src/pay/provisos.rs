//! Whether the sums of a pay slot meet what rates ask of them.

use std::collections::BTreeSet;

use crate::agreement::kinds::Kind;
use crate::agreement::proviso::{PeriodSum, Proviso};
use crate::pay::pricing::PricingContext;
use crate::pay::worksheet::{PaySlot, Worksheet};
use crate::units::{Date, Decimal};
use crate::workforce::day::{Day, DayKind};

/// The rates, by their places in the stack, of which a proviso is not met in the pay period of a slot.
pub(crate) fn unmet(context: &PricingContext<'_>, worksheet: &Worksheet, slot: &PaySlot) -> Vec<usize> {
    let rules = context.with_provisos.iter().copied();
    rules.filter(|place| first_unmet(context, worksheet, slot, *place).is_some()).collect()
}

/// The first proviso of a rate that is not met in the pay period of a slot.
pub(crate) fn first_unmet<'a>(
    context: &PricingContext<'a>,
    worksheet: &Worksheet,
    slot: &PaySlot,
    place: usize,
) -> Option<&'a Proviso> {
    let Kind::Rate(rate) = &context.agreement.rules[place].kind else { return None };
    let is_attended = slot.days().next().is_some();
    let is_met = |proviso: &&Proviso| {
        // Where the attendance has nothing of a courier, that he was never absent is not known.
        (is_attended || !proviso.asks_attendance()) && proviso.is_met(|of| sum(context, worksheet, slot, of))
    };
    rate.provided.iter().find(|proviso| !is_met(proviso))
}

/// A sum of the whole pay period; where a year's figures have only a part of it, as much as the whole would come to.
fn sum(context: &PricingContext<'_>, worksheet: &Worksheet, slot: &PaySlot, of: &PeriodSum) -> Decimal {
    let counts = || slot.counts.clone().chain(slot.before.clone()).map(|index| &worksheet.counts[index]);
    let days = || slot.days().map(|(_, day)| day);
    let sum: Decimal = match of {
        PeriodSum::Parcels => counts().map(|count| Decimal::from(count.parcels)).sum(),
        PeriodSum::Hours => days().map(Day::hours).sum(),
        PeriodSum::Days => {
            let delivering = counts().filter(|count| count.parcels > 0).map(|count| count.date);
            let working = slot.days().filter(|(_, day)| day.is_worked()).map(|(date, _)| date);
            Decimal::from(delivering.chain(working).collect::<BTreeSet<Date>>().len())
        }
        PeriodSum::Absences(kind) => {
            let is_of = |found: DayKind| match found {
                DayKind::Absence(found) => kind.is_none() || found == *kind,
                _ => false,
            };
            Decimal::from(days().filter(|day| day.absences().any(|entry| is_of(entry.kind))).count())
        }
        PeriodSum::Measure(measure) if context.attended_measure(measure).is_some() => {
            days().map(|day| context.measured_on(measure, day)).sum()
        }
        PeriodSum::Measure(measure) => counts().filter_map(|count| worksheet.detail(count)?.sum(measure)).sum(),
    };
    slot.cut().map_or(sum, |(covered, days)| sum * Decimal::from(days) / Decimal::from(covered))
}
