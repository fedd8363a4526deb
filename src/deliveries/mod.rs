//! The delivery log, reduced once, while it is read, to a tally.
//!
//! [`read()`] is the way in. Inside, the bytes go from `feed` (blocks that end where a record ends, by `cut`) to as many
//! workers as there are cores; each searches its block (`scan`, or `record` with care where that cannot), reads its rows
//! (`counter`, `row`, `when`, `cell`, `layout`, with `seen` for names met before) and counts them (`partial`, by day or by `spells`); `merge`
//! puts the counts of all in order. Rows that cannot be read are told of by `fault`, numbered by `ledger`, and written
//! by `rejects`. [`rows()`] reads the log a second time, for the rows of one courier.

pub mod columns;
pub mod read;
pub mod rows;
pub mod sketch;
pub mod sql;
pub mod tally;

mod cell;
mod counter;
mod cut;
mod fault;
mod feed;
mod head;
mod laid;
mod layout;
mod ledger;
mod merge;
mod notes;
mod once;
mod partial;
mod record;
mod rejects;
mod row;
mod scan;
mod seen;
pub mod spells;
mod when;

pub use feed::Manner;
pub use read::{Progress, Reading, Request, Summary, read, read_in_spells};
pub use rejects::Rejects;
pub use rows::{Fate, LogRow, rereadable, rows};
pub use spells::Spells;
pub use tally::Tally;
