//! Reports: results as typed tables, the formats that write them, and the words for them in two languages.

pub mod catalogue;
pub mod figures;
pub mod formats;
pub mod help;
pub mod made;
pub mod problems;
pub mod remarks;
pub mod rows;
pub mod table;
pub mod usage;
pub mod views;

pub use catalogue::{Catalogue, Language};
pub use made::Made;
pub use rows::Rows;
pub use table::{Block, Cell, Column, Kind, Report, Table};
