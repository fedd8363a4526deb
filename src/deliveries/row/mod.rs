//! What a row of a log says: its columns, cells and days, and whether it counts.

pub(crate) mod cell;
pub mod columns;
pub(crate) mod day_headings;
pub(crate) mod days;
pub(crate) mod fault;
pub(crate) mod fields;
pub(crate) mod known_headings;
pub(crate) mod layout;
pub(crate) mod line;
pub(crate) mod meaning;
pub(crate) mod named;
pub(crate) mod no_row;
pub(crate) mod notes;
pub(crate) mod order_fields;
pub(crate) mod runs;
pub(crate) mod when;
