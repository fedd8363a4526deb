//! Tables: text becomes named cells, by headings that are known or by a map.

pub mod alike;
pub mod bound_map;
pub mod columns;
pub mod could_be;
pub mod delimiter;
pub mod heading;
pub mod headings;
pub mod leftovers;
pub mod map;
pub mod matrix;
pub mod months;
pub mod no_row;
mod records;
pub mod table;
pub mod table_files;
mod whole_text;
