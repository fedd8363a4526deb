//! A log made short for many proposals: the days of a month that every rule treats alike, as one day.

use std::sync::Arc;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::agreement::Agreement;
use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::pay::{Calendar, OfCourier};
use crate::units::Month;
use crate::workforce::Workforce;

/// The same parcels in as few rows as give the same payslips: `pay` on them answers the same, to the last fen. Changes that
/// begin on a day of their own (`from`) need the log itself.
#[must_use]
pub fn merge_like_days(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Tally {
    let calendar = Calendar::new(agreement, workforce);
    let mut places: HashMap<_, usize, FxBuildHasher> = HashMap::default();
    let mut couriers: HashMap<_, OfCourier<'_>, FxBuildHasher> = HashMap::default();
    let mut rows: Vec<Row> = Vec::new();
    for row in &tally.rows {
        let names = (row.company, row.courier, row.area, row.service, row.detail);
        let of_courier = || calendar.of(tally.name(row.courier), tally.name(row.company));
        let days = couriers.entry((row.company, row.courier)).or_insert_with(of_courier);
        let key = (names, Month::of(row.date), days.kind_of_day(row.date), days.terms(row.date));
        let place = *places.entry(key).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(like) => like.parcels += row.parcels,
            None => rows.push(*row),
        }
    }
    let (names, with_parcels, details) = (tally.names.clone(), tally.with_parcels.clone(), tally.details.clone());
    let details_asked = Arc::clone(&tally.details_asked);
    Tally { names, rows, before: Vec::new(), with_parcels, details, details_asked, ..*tally }
}
