//! What is known of the areas of each company: parcels, courier-days, couriers, and piece pay before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::pay::{Component, Line, PayRun, RateOfDay};
use crate::units::{Date, Decimal, Month, Rounding, Yuan};

/// One area of one company, before and after.
#[derive(Clone, Debug, Default)]
pub struct Area {
    /// The company; empty where none is known.
    pub company: Arc<str>,
    /// The area; empty where the log names none.
    pub area: Arc<str>,
    /// Delivered parcels that the rule pays.
    pub parcels: u64,
    /// Each courier on each day with a parcel there.
    pub courier_days: BTreeSet<(Arc<str>, Date)>,
    /// The couriers with a parcel there.
    pub couriers: BTreeSet<Arc<str>>,
    /// Yuan per parcel as proposed.
    pub rate_after: Decimal,
    /// What the rule pays there as it stands, in yuan.
    pub(crate) piece_before: Decimal,
    /// What it pays there as proposed, in yuan.
    pub(crate) piece_after: Decimal,
    /// The rates paid there; a ladder counts as several.
    rates: BTreeSet<Decimal>,
    tiered: bool,
}

impl Area {
    /// The courier-days as a figure.
    pub(crate) fn days(&self) -> Decimal {
        Decimal::from(self.courier_days.len())
    }

    /// The one rate paid there; `None` where there are several.
    pub(crate) fn only_rate(&self) -> Option<Decimal> {
        if self.tiered || self.rates.len() != 1 { None } else { self.rates.first().copied() }
    }

    /// Yuan per parcel as it stands: the rate, or the average, piece pay ÷ parcels.
    #[must_use]
    pub fn rate_before(&self) -> Decimal {
        self.only_rate().unwrap_or_else(|| self.piece_before / Decimal::from(self.parcels))
    }

    /// Yuan of piece pay per courier-day, as it stands and as proposed.
    #[must_use]
    pub fn pay_per_day(&self) -> (Yuan, Yuan) {
        let of_day = |piece: Decimal| Rounding::FEN.apply(piece / self.days());
        (of_day(self.piece_before), of_day(self.piece_after))
    }
}

/// The areas with parcels that a rule pays, in the order of company and area.
pub(crate) fn areas(days: &[RateOfDay], run: &PayRun, rule: &str, agreement: &Agreement) -> Vec<Area> {
    let mut areas: BTreeMap<(&Arc<str>, &Arc<str>), Area> = BTreeMap::new();
    for day in days.iter().filter(|day| *day.rule == *rule && day.parcels > 0) {
        let area = areas.entry((&day.company, &day.area)).or_default();
        area.parcels += day.parcels;
        area.courier_days.insert((Arc::clone(&day.courier), day.date));
        area.couriers.insert(Arc::clone(&day.courier));
        area.rates.insert(day.rate.normalize());
        area.tiered |= day.tiered;
    }
    let pieces = pieces(days, run, rule, agreement);
    let named = |(key, area): ((&Arc<str>, &Arc<str>), Area)| Area {
        company: Arc::clone(key.0),
        area: Arc::clone(key.1),
        piece_before: pieces.get(&(&**key.0, &**key.1)).copied().unwrap_or_default(),
        ..area
    };
    areas.into_iter().map(named).collect()
}

/// Fills in what the rule pays in each area as proposed.
pub(crate) fn pay_after(areas: &mut [Area], days: &[RateOfDay], then: &PayRun, rule: &str, agreement: &Agreement) {
    let pieces = pieces(days, then, rule, agreement);
    for area in areas {
        area.piece_after = pieces.get(&(&*area.company, &*area.area)).copied().unwrap_or_default();
    }
}

/// The piece pay of each area by the lines of the payslips. Lines of a ladder that counts several areas together are shared
/// out among them by the courier's parcels.
fn pieces<'d>(
    days: &'d [RateOfDay],
    run: &'d PayRun,
    rule: &str,
    agreement: &Agreement,
) -> BTreeMap<(&'d str, &'d str), Decimal> {
    type Slip<'s> = (Month, &'s str, &'s str, &'s str);
    let mut parcels: BTreeMap<Slip<'_>, BTreeMap<&'d str, u64>> = BTreeMap::new();
    for day in days.iter().filter(|day| *day.rule == *rule && day.parcels > 0) {
        let slip = (Month::of(day.date), &*day.company, &*day.courier, &*day.line_area);
        *parcels.entry(slip).or_default().entry(&day.area).or_default() += day.parcels;
    }
    let mut pieces: BTreeMap<(&str, &str), Decimal> = BTreeMap::new();
    for payslip in &run.payslips {
        let mut amounts: BTreeMap<&str, Decimal> = BTreeMap::new();
        let of_rule = |line: &&Line| line.component == Component::Piece && **line.ground.id(agreement) == *rule;
        for line in payslip.lines.iter().filter(of_rule) {
            *amounts.entry(&line.area).or_default() += line.amount.0;
        }
        for (line_area, amount) in amounts {
            let Some(areas) = parcels.get(&(payslip.month.month(), &*payslip.company, &*payslip.courier, line_area))
            else {
                continue;
            };
            let mut left = (amount, areas.values().sum::<u64>());
            for (area, parcels) in areas {
                // Each takes its part of what is left, so that the parts add up to the line.
                let part = left.0.saturating_mul(Decimal::from(*parcels)) / Decimal::from(left.1);
                left = (left.0 - part, left.1 - parcels);
                *pieces.entry((&payslip.company, area)).or_default() += part;
            }
        }
    }
    pieces
}
