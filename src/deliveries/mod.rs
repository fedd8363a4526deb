//! The delivery log, reduced once, while it is read, to a tally.
//!
//! [`read()`] is the way in. The folders, from the bottom to the top:
//!
//! * `csv`: where the records and fields of a log begin and end.
//! * `row`: what a row says: its columns, cells and days, and whether it counts.
//! * `count`: the counts of one worker, parcels that were met before, and all counts put together in a [`Tally`].
//! * `read`: blocks of the files to all cores, headings, numbers of lines, rows that cannot be read. [`rows()`] reads the
//!   log a second time, for the rows of one courier.
//! * [`engines`]: the same tally as one statement of SQL, for logs beyond one machine.

mod count;
mod csv;
pub mod engines;
mod read;
mod row;

pub use count::{Periods, Tally, details, periods, tally};
pub use read::{
    Fate, LogRow, Progress, ReadOptions, Reading, Rejects, Request, Summary, read, read_by_period, rereadable, rows,
};
pub(crate) use row::cell::{moment, time};
pub use row::columns;
