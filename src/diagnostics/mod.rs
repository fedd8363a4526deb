//! What is wrong, and where: messages as data, problems, places in files, excerpts.

pub mod excerpt;
pub mod legible;
pub mod message;
pub mod place;
pub mod problem;
pub mod suggestion;
pub(crate) mod toml_file;
pub mod wrap;

pub use message::Message;
pub use place::{Place, Text};
pub use problem::{Problem, Problems};
pub use suggestion::nearest;
