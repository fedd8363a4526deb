//! Merged cells below the headings: what is under one that was merged downwards is filled in, or marked where it may be a sum.

use calamine::Dimensions;

use crate::files::spreadsheet::bounds;
use crate::files::spreadsheet::text_cell::{Cell, Kind};
use crate::files::unread;
use crate::units::number;

/// The merged cells of a sheet, from the top to the bottom.
#[derive(Debug, Default)]
pub(super) struct Merged {
    ranges: Vec<Dimensions>,
    /// How many of the ranges were begun.
    begun: usize,
    /// Those that reach into the rows to come, each with its own cell.
    open: Vec<(Dimensions, Cell)>,
    /// How many cells were filled in, and the range of the first.
    pub filled: Option<(u64, String)>,
}

impl Merged {
    pub(super) fn new(mut ranges: Vec<Dimensions>) -> Self {
        ranges.retain(|range| range.start != range.end);
        ranges.sort_unstable_by_key(|range| range.start);
        Self { ranges, ..Self::default() }
    }

    pub(super) fn ranges(&self) -> &[Dimensions] {
        &self.ranges
    }

    /// Fills the next row, that of this number from 0; one of headings, or above them, is left as it is.
    ///
    /// A word, a day or an id goes down to all rows of its range. A number may be the sum of them, which none of them is by
    /// itself, and so may what was merged sideways: there stands a mark.
    pub(super) fn fill(&mut self, number: usize, row: &mut Vec<Cell>, is_heading: bool) {
        self.open.retain(|(range, _)| range.end.0 as usize >= number);
        while let Some(range) = self.ranges.get(self.begun).filter(|range| range.start.0 as usize <= number) {
            self.begun += 1;
            let own = row.get(range.start.1 as usize).filter(|cell| !cell.text.is_empty());
            if let Some(own) = own.filter(|_| range.start.0 as usize == number) {
                let goes_down = !is_heading && goes_down(own);
                self.open.push((*range, if goes_down { own.clone() } else { mark(range) }));
            }
        }
        if is_heading || row.iter().all(|cell| cell.text.is_empty()) {
            return;
        }
        let is_label = row.iter().all(|cell| cell.text.is_empty() || cell.is_word());
        let first = row.iter().position(|cell| !cell.text.is_empty());
        for (range, own) in &self.open {
            let (start, end) = (range.start.1 as usize, range.end.1 as usize);
            let is_own_row = range.start.0 as usize == number;
            // A title, or the label of a row of totals, is merged sideways for its looks.
            let columns = if !is_own_row {
                start..end + 1
            } else if is_label || first == Some(start) {
                continue;
            } else {
                start + 1..end + 1
            };
            for column in columns {
                if row.get(column).is_some_and(|cell| !cell.text.is_empty()) {
                    continue;
                }
                row.resize(row.len().max(column + 1), Cell::default());
                let goes_down = column == start && own.kind != Kind::Mark;
                row[column] = if goes_down { own.clone() } else { mark(range) };
                if goes_down {
                    self.filled.get_or_insert_with(|| (0, name(range))).0 += 1;
                }
            }
        }
    }
}

/// Whether a merged cell says of each row what it says: it is a text that is no number (an id with a zero before it is none),
/// or a day.
fn goes_down(cell: &Cell) -> bool {
    let is_id = cell.text.starts_with('0') && cell.text[1..].starts_with(|sign: char| sign.is_ascii_digit());
    match cell.kind {
        Kind::Day => true,
        Kind::Text => is_id || number::amount(&cell.text).is_none(),
        Kind::Number | Kind::Mark => false,
    }
}

fn name(range: &Dimensions) -> String {
    format!("{}:{}", bounds::cell_name(range.start), bounds::cell_name(range.end))
}

fn mark(range: &Dimensions) -> Cell {
    Cell { text: unread::merged(&name(range)), kind: Kind::Mark }
}
