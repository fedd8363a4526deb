//! Whether the sums of a pay slot meet what rates ask of them.

use std::collections::BTreeSet;

use crate::agreement::kinds::{AbsenceKind, Kind};
use crate::agreement::proviso::{PeriodSum, Proviso};
use crate::pay::absences;
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
    let is_attended = days(slot).next().is_some();
    let is_met = |proviso: &&Proviso| {
        // Where the attendance has nothing of a courier, that he was never absent is not known.
        (is_attended || !proviso.asks_attendance()) && proviso.is_met(|of| sum(context, worksheet, slot, of))
    };
    rate.provided.iter().find(|proviso| !is_met(proviso))
}

/// The days of attendance of the pay period up to the last one asked for: the log is read as far.
fn days(slot: &PaySlot) -> impl Iterator<Item = (Date, Day<'_>)> {
    slot.days().filter(|(date, _)| slot.asked.until.is_none_or(|until| *date <= until))
}

/// The days of absence of a kind, or of all: of a day so much as was missed of it, maternity leave whole days and before others.
fn absent(context: &PricingContext<'_>, slot: &PaySlot, kind: Option<DayKind>) -> Decimal {
    let maternity = DayKind::Absence(Some(AbsenceKind::Maternity));
    let leave = absences::maternity_leave(context, slot);
    let is_of = |found: DayKind| found.is_absence() && kind.is_none_or(|kind| kind == found);
    let until = slot.asked.until;
    let of_period = leave.iter().filter(|date| until.is_none_or(|until| **date <= until)).count();
    let on_leave = if is_of(maternity) { Decimal::from(of_period) } else { Decimal::ZERO };
    let others = days(slot).filter(|(date, _)| !leave.contains(date)).flat_map(|(_, day)| absences::parts(day));
    on_leave + others.filter(|(entry, _)| is_of(entry.kind)).map(|(_, part)| part).sum::<Decimal>()
}

/// A sum of the pay period up to the last day asked for; where a year's figures have only a part of it, as much as the whole would come to.
fn sum(context: &PricingContext<'_>, worksheet: &Worksheet, slot: &PaySlot, of: &PeriodSum) -> Decimal {
    let counts = || slot.counts.clone().chain(slot.before.clone()).map(|index| &worksheet.counts[index]);
    let days = || days(slot).map(|(_, day)| day);
    let sum: Decimal = match of {
        PeriodSum::Parcels => counts().map(|count| Decimal::from(count.parcels)).sum(),
        PeriodSum::Hours => days().map(Day::hours).sum(),
        PeriodSum::Days => {
            let delivering = counts().filter(|count| count.parcels > 0).map(|count| count.date);
            let working = self::days(slot).filter(|(_, day)| day.is_worked()).map(|(date, _)| date);
            Decimal::from(delivering.chain(working).collect::<BTreeSet<Date>>().len())
        }
        PeriodSum::Absences(kind) => absent(context, slot, kind.map(|kind| DayKind::Absence(Some(kind)))),
        PeriodSum::Measure(measure) if context.attended_measure(measure).is_some() => {
            days().map(|day| context.measured_on(measure, day)).sum()
        }
        PeriodSum::Measure(measure) => counts().filter_map(|count| worksheet.detail(count)?.sum(measure)).sum(),
    };
    slot.cut().map_or(sum, |(covered, days)| sum * Decimal::from(days) / Decimal::from(covered))
}
