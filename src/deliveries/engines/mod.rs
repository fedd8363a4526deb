//! The tally as one statement of SQL, for logs beyond one machine: an engine groups them, `wagepact` prices what it finds.
//!
//! [`statement()`] puts the parts together: `cells` says what a row has in each column, as the map takes it; `moments` and
//! `letters` how days and times are written; `orders` what agreements ask of a row beside names and parcels; `duckdb` and `spark` what the two engines write differently. A row means in SQL
//! what `row` makes of it; `tests/engines` runs the statements beside `wagepact tally` and compares.

mod cells;
mod dialect;
mod duckdb;
mod engine;
mod letters;
mod meant;
mod moments;
mod no_row;
mod orders;
mod spark;
mod statement;

pub use engine::Engine;
pub use statement::{StatementRequest, statement};
