//! Reports: results as typed tables, the formats that write them, and the words for them in two languages.

pub mod catalogue;
pub mod cell;
pub mod formats;
pub mod help;
pub mod problems;
pub mod provenance;
pub mod remarks;
pub mod rows;
pub mod table;
pub mod usage;
pub mod views;

pub use catalogue::{Catalogue, Language};
pub use cell::Cell;
pub use provenance::Provenance;
pub use rows::Rows;
pub use table::{Block, Column, ColumnKind, Heading, Papers, Report, Table};
