//! Files, the places in them, and what is wrong there.

pub mod clock;
pub mod columns;
pub mod digest;
pub mod encoding;
pub mod excerpt;
pub mod headings;
pub mod input;
pub mod map;
mod mapped;
pub mod message;
pub mod nearest;
pub mod output;
pub mod place;
pub mod problem;
pub mod sheet;
pub(crate) mod written;

mod compressed;
mod contents;
mod decoded;
mod spreadsheet;

pub use message::Message;
pub use nearest::nearest;
pub use place::Place;
pub use problem::Problem;
pub use problem::Problems;
