//! The delivery log, reduced once, while it is read, to a tally.

pub mod tally;

pub use tally::Tally;
