//! The text of a table that is read whole, cleared of what nobody sees, and what stands between its cells.

use std::path::Path;

use crate::diagnostics::{Message, Problem, Text};
use crate::files::encoding::Stated;
use crate::files::input::TableText;
use crate::files::{input, quotes};
use crate::tables::map::part::Part;
use crate::tables::records::line_starts;
use crate::tables::{alike, delimiter};

/// The text of a table.
pub(super) struct WholeText {
    pub(super) file: Text,
    pub(super) delimiter: u8,
    /// Where its headings may begin: after lines that a map passes over, and a line that says the delimiter.
    pub(super) start: usize,
    /// What has to be known of the file.
    pub(super) notes: Vec<Message>,
}

/// Reads a table; `fits` knows its headings.
///
/// # Errors
/// That it cannot be read, or ends within a quote.
pub(super) fn read(
    path: &Path,
    stated: Option<Stated>,
    part: &Part,
    fits: impl Fn(&[String]) -> bool,
) -> Result<WholeText, Problem> {
    let TableText { file, is_sheet, notes } = input::read_table(path, stated)?;
    let file = Text { text: alike::seen(&file.text).into(), name: file.name };
    let mut start = line_starts(&file.text, part.skip.unwrap_or(0));
    let mut delimiter = if is_sheet { b',' } else { part.delimiter };
    if !is_sheet && !part.has_no_headings() {
        let found = delimiter::of(&file.text[start..], delimiter, fits);
        (delimiter, start) = (found.by, start + found.said_in);
    }
    if let Some(open) = quotes::open(&file, start, delimiter) {
        return Err(open);
    }
    Ok(WholeText { file, delimiter, start, notes })
}
