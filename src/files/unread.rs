//! Cells of which a workbook holds no value: in the text of its sheet a mark stands in their place, as `#N/A` does for a value
//! that could not be worked out, and whoever needs the cell tells what the mark means.

/// Stands for a formula that no program has worked out yet.
pub const FORMULA: &str = "#FORMULA!";

/// Stands, with the range behind it, for a cell that lies under a merged one.
pub const MERGED: &str = "#MERGED!";

/// Why a cell has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread<'a> {
    /// Its formula was never worked out.
    Formula,
    /// It lies in a range of merged cells, such as `B2:B5`, whose value may not be its own.
    Merged(&'a str),
}

/// The mark of a cell in a merged range.
pub(super) fn merged(range: &str) -> String {
    format!("{MERGED}{range}")
}

/// What a text of a sheet stands for, where it is a mark.
#[must_use]
pub fn unread(text: &str) -> Option<Unread<'_>> {
    if text == FORMULA { Some(Unread::Formula) } else { text.strip_prefix(MERGED).map(Unread::Merged) }
}
