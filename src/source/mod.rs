//! Files, the places in them, and what is wrong there.

pub mod columns;
pub mod excerpt;
pub mod input;
pub mod message;
pub mod place;
pub mod problem;

pub use message::Message;
pub use place::Place;
pub use problem::Problem;
pub use problem::Problems;
