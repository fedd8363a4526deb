//! What is known of the areas of each company: parcels, courier-days, couriers, piece pay and the rate as it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::pay::{Component, Line, PayRun, RateOfDay};
use crate::units::{Date, Decimal, Month};

/// A company and one of its areas.
pub(crate) type Key = (Arc<str>, Arc<str>);

/// One area of one company.
#[derive(Clone, Debug, Default)]
pub(crate) struct Area {
    /// Delivered parcels that the rule pays.
    pub(crate) parcels: u64,
    /// Each courier on each day with a parcel there.
    pub(crate) courier_days: BTreeSet<(Arc<str>, Date)>,
    /// The couriers with a parcel there.
    pub(crate) couriers: BTreeSet<Arc<str>>,
    /// What the rule pays there, in yuan.
    pub(crate) piece: Decimal,
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

    /// The rate paid there, or the average: piece pay ÷ parcels.
    pub(crate) fn rate(&self) -> Decimal {
        self.only_rate().unwrap_or_else(|| self.piece / Decimal::from(self.parcels))
    }
}

/// The areas with parcels that a rule pays.
pub(crate) fn areas(days: &[RateOfDay], run: &PayRun, rule: &str, agreement: &Agreement) -> BTreeMap<Key, Area> {
    let mut areas: BTreeMap<Key, Area> = BTreeMap::new();
    for day in days.iter().filter(|day| *day.rule == *rule && day.parcels > 0) {
        let area = areas.entry((Arc::clone(&day.company), Arc::clone(&day.area))).or_default();
        area.parcels += day.parcels;
        area.courier_days.insert((Arc::clone(&day.courier), day.date));
        area.couriers.insert(Arc::clone(&day.courier));
        area.rates.insert(day.rate.normalize());
        area.tiered |= day.tiered;
    }
    for (key, piece) in pieces(days, run, rule, agreement) {
        if let Some(area) = areas.get_mut(&key) {
            area.piece = piece;
        }
    }
    areas
}

/// The piece pay of each area by the lines of the payslips. Lines of a ladder that counts several areas together are shared
/// out among them by the courier's parcels.
pub(crate) fn pieces(days: &[RateOfDay], run: &PayRun, rule: &str, agreement: &Agreement) -> BTreeMap<Key, Decimal> {
    type Slip<'a> = (Month, &'a str, &'a str, &'a str);
    let mut parcels: BTreeMap<Slip<'_>, BTreeMap<&Arc<str>, u64>> = BTreeMap::new();
    for day in days.iter().filter(|day| *day.rule == *rule && day.parcels > 0) {
        let slip = (Month::of(day.date), &*day.company, &*day.courier, &*day.line_area);
        *parcels.entry(slip).or_default().entry(&day.area).or_default() += day.parcels;
    }
    let mut pieces: BTreeMap<Key, Decimal> = BTreeMap::new();
    for payslip in &run.payslips {
        let mut amounts: BTreeMap<&str, Decimal> = BTreeMap::new();
        let of_rule = |line: &&Line| line.component == Component::Piece && **line.ground.id(agreement) == *rule;
        for line in payslip.lines.iter().filter(of_rule) {
            *amounts.entry(&line.area).or_default() += line.amount.0;
        }
        for (line_area, amount) in amounts {
            let Some(areas) = parcels.get(&(payslip.month, &*payslip.company, &*payslip.courier, line_area)) else {
                continue;
            };
            let mut left = (amount, areas.values().sum::<u64>());
            for (area, parcels) in areas {
                // Each takes its part of what is left, so that the parts add up to the line.
                let part = left.0.saturating_mul(Decimal::from(*parcels)) / Decimal::from(left.1);
                left = (left.0 - part, left.1 - parcels);
                *pieces.entry((Arc::clone(&payslip.company), Arc::clone(area))).or_default() += part;
            }
        }
    }
    pieces
}
