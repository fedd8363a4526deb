//! Parcels whose row names no company, of a courier whom the roster knows in two: whose they are, nobody has said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::diagnostics::Place;
use crate::units::{Date, Month};
use crate::workforce::Workforce;
use crate::workforce::roster::in_force_or_nearest;

/// Such parcels of one courier.
#[derive(Clone, Debug)]
pub struct Unnamed {
    /// The courier's id.
    pub courier: Arc<str>,
    /// The companies of which one is meant.
    pub companies: BTreeSet<Arc<str>>,
    /// How many.
    pub parcels: u64,
    /// The first day with any.
    pub first: Date,
    /// The rows of the roster that employ the courier.
    pub employed: Vec<Place>,
}

/// The parcels of a log of which it cannot be told for whom they were delivered, courier by courier.
#[must_use]
pub fn unnamed(tally: &Tally, workforce: &Workforce) -> Vec<Unnamed> {
    let mut found: BTreeMap<u32, Unnamed> = BTreeMap::new();
    let Some(roster) = workforce.roster.as_deref() else { return Vec::new() };
    let of_asked = |row: &&Row| tally.asked.from.is_none_or(|from| Month::of(row.date) >= Month::of(from));
    let rows = tally.rows.iter().chain(&tally.before).filter(of_asked);
    for row in rows.filter(|row| tally.name(row.company).is_empty()) {
        let courier = tally.name(row.courier);
        let rows = roster.rows(courier, "");
        let meant = if roster.are_two(courier) {
            roster.rows_of_id(courier)
        } else {
            in_force_or_nearest(rows, "", row.date).into_iter().map(|terms| &**terms).collect()
        };
        if meant.len() < 2 {
            continue;
        }
        let new = || Unnamed {
            courier: Arc::clone(courier),
            companies: BTreeSet::new(),
            parcels: 0,
            first: row.date,
            employed: Vec::new(),
        };
        let unnamed = found.entry(row.courier).or_insert_with(new);
        unnamed.companies.extend(meant.iter().map(|terms| Arc::clone(&terms.company)));
        for terms in meant {
            if !unnamed.employed.contains(&terms.place) {
                unnamed.employed.push(terms.place.clone());
            }
        }
        unnamed.parcels += row.parcels;
        unnamed.first = unnamed.first.min(row.date);
    }
    found.into_values().collect()
}
