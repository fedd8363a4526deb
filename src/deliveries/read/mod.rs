//! The reading: blocks of the files to all cores, headings, numbers of lines, and rows that cannot be read.

mod blocks;
mod endless;
mod first_rows;
mod header;
mod layouts;
mod line_numbers;
mod one_log;
mod reading;
mod rejected;
mod rejects;
mod reread;
mod statuses;
mod taken_back;

pub use blocks::{Progress, ReadOptions};
pub use reading::{Reading, Request, Summary, read, read_by_period};
pub use rejects::Rejects;
pub use reread::{Fate, LogRow, rereadable, rows};
