//! The project file: what would be typed again every month, and which files are of which month.

pub mod format;
mod months;
mod pattern;
mod read;

pub use months::{Asked, months};
pub use pattern::Pattern;
pub use read::{Entry, NAME, Project, find};
