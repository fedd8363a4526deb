//! Rows of a log that are no rows of data. Only a row that cannot be read, or whose names are none, is looked at for that.

use crate::deliveries::csv::record;
use crate::deliveries::row::columns::{COLUMNS, place};
use crate::deliveries::row::fields::Fields;
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::line;
use crate::tables::alike;
use crate::tables::columns::is_heading;
use crate::tables::no_row::{NoRow, is_total};

/// What the row is that begins there; `None`: a row of data.
#[inline(never)]
pub(crate) fn at(layout: &Layout, bytes: &[u8], start: usize) -> Option<NoRow> {
    let mut fields = Vec::new();
    record::fields(bytes, start, layout.delimiter, &mut fields)?;
    let cells = line::texts(bytes, &fields, layout.encoding);
    NoRow::of(&cells, &layout.headings, &COLUMNS, |column| layout.position(column))
}

/// What a row is by its names, where these may be none.
pub(crate) fn by_names(layout: &Layout, row: &impl Fields) -> Option<NoRow> {
    let says =
        |column: usize, is_none: &dyn Fn(&str) -> bool| layout.text(column, row).is_ok_and(|text| is_none(&text));
    let suspect = says(place::COURIER, &|text| is_blank(text) || is_total(text) || is_heading(text, &COLUMNS))
        || [place::COMPANY, place::AREA].into_iter().any(|column| says(column, &is_total));
    if suspect { at(layout, row.bytes(), row.start(0)) } else { None }
}

/// Whether a row names no courier, so that rows with the same names may say something else.
pub(crate) fn names_nobody(layout: &Layout, row: &impl Fields) -> bool {
    layout.text(place::COURIER, row).is_ok_and(|text| is_blank(&text))
}

fn is_blank(text: &str) -> bool {
    alike::meant(text).is_empty()
}
