//! Tables: text becomes named cells, by headings that are known or by a map.

pub mod alike;
pub mod bound_map;
pub mod columns;
pub mod headings;
pub mod map;
mod records;
pub mod table;
