//! Reports: results as typed tables, the formats that write them, and the words for them in two languages.

pub mod table;
pub mod views;

pub use table::Cell;
pub use table::Column;
pub use table::Kind;
pub use table::Report;
pub use table::Table;
