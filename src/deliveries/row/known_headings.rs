//! The columns that a log must have, and the headings by which they are known.

use crate::deliveries::row::columns::{COLUMNS, place};
use crate::tables::columns::Found;

/// Whether a column of the courier was found.
pub(crate) fn has_courier(found: &Found) -> bool {
    found.positions[place::COURIER].is_some()
}

/// Whether a column of the day was found.
pub(crate) fn has_day(found: &Found) -> bool {
    found.positions[place::DATE].or(found.positions[place::DELIVERED_AT]).is_some()
}

/// So many of the headings of a column are named.
const NAMED: usize = 12;

/// The headings by which columns are known, the first of each.
pub(crate) fn accepted(columns: &[usize]) -> String {
    let known: Vec<&str> = columns.iter().flat_map(|column| COLUMNS[*column].known().take(NAMED)).collect();
    known.join(", ")
}
