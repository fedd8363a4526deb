//! Tables: text becomes named cells, by headings that are known or by a map.

pub mod columns;
pub mod headings;
pub mod map;
mod mapped;
pub mod sheet;
