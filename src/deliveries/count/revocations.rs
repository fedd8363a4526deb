//! Parcels that were delivered and taken back later: which delivery no longer stands.

use std::collections::BTreeMap;

use crate::units::Date;

/// Where a row stands among all: its block, and its first byte in it.
pub(crate) type Position = (u64, usize);

/// When a row says that something happened; `None`: it does not say.
pub(crate) type Moment = Option<(Date, Option<u32>)>;

/// For each parcel that was taken back when that was, and in which rows.
#[derive(Debug, Default)]
pub(crate) struct Revocations {
    of_parcels: BTreeMap<Box<str>, Vec<(Moment, Position)>>,
}

impl Revocations {
    /// Enters that a parcel was taken back.
    pub(crate) fn add(&mut self, parcel: &str, when: Moment, at: Position) {
        self.of_parcels.entry(parcel.into()).or_default().push((when, at));
    }

    /// Whether a parcel that was delivered then was taken back after it: later by day and time as far as both rows say them, else in a later
    /// row.
    pub(crate) fn follow(&self, parcel: &str, delivered: (Date, Option<u32>), at: Position) -> bool {
        let is_after = |(when, position): &(Moment, Position)| {
            let Some((day, time)) = *when else { return *position > at };
            let same_time = time.is_none() || delivered.1.is_none() || time == delivered.1;
            if day == delivered.0 && same_time { *position > at } else { (day, time) > delivered }
        };
        self.of_parcels.get(parcel).is_some_and(|all| all.iter().any(is_after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_stands_until_it_is_taken_back() {
        let day = |day| Date::constant(2022, 5, day);
        let mut all = Revocations::default();
        all.add("1", Some((day(3), None)), (0, 50));
        all.add("2", Some((day(3), Some(600))), (0, 50));
        all.add("3", None, (0, 50));
        let follow = |parcel, of, time, row| all.follow(parcel, (day(of), time), (0, row));
        // By the day; on one day by the row.
        assert_eq!(
            [(2, 90), (4, 10), (3, 10), (3, 90)].map(|(of, row)| follow("1", of, None, row)),
            [true, false, true, false]
        );
        // By the time of the day, where both say it.
        assert!(follow("2", 3, Some(599), 90) && !follow("2", 3, Some(601), 10) && follow("2", 3, None, 10));
        assert!(follow("3", 9, None, 10) && !follow("3", 1, None, 90) && !follow("4", 1, None, 1));
    }
}
