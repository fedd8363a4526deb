//! The counting: of one worker, of parcels that were met before, and of all together.

pub(crate) mod counter;
pub(crate) mod counts;
pub mod details;
pub(crate) mod merge;
pub(crate) mod open_page;
pub(crate) mod partial;
pub mod periods;
pub(crate) mod plain_block;
pub(crate) mod plain_rows;
pub(crate) mod revocations;
pub(crate) mod seen_names;
pub(crate) mod seen_parcels;
pub(crate) mod sums;
pub mod tally;

pub use periods::Periods;
pub use tally::Tally;
