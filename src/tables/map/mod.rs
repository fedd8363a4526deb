//! A map: how a file that is laid out in its own way is read as one of ours.
//!
//! `--map FILE` reads one ([`Map::read`]); `read` turns the TOML into the values of `part` and finds everything that is wrong
//! with it, [`format`] reads days and times as the map says they are written, and [`layouts`] are the maps shipped.

pub mod format;
pub mod layouts;
pub(crate) mod part;
mod read;

pub use part::{Cell, Heading, Map, Origin, Part, Taken};
