//! What is wrong, and where: messages as data, problems, places in files, excerpts.

pub mod excerpt;
pub mod message;
pub mod nearest;
pub mod place;
pub mod problem;
pub(crate) mod written;

pub use message::Message;
pub use nearest::nearest;
pub use place::{Place, Text};
pub use problem::{Problem, Problems};
