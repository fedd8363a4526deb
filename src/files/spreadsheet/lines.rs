//! The rows of a sheet as lines of CSV: the line of a row has its number, and all have the same width.

use std::io;
use std::io::Read;

use calamine::Dimensions;

use crate::files::spreadsheet::merged::Merged;
use crate::files::spreadsheet::text_cell::{Cell, Kind};

/// How many rows at the top are looked at for headings that take several.
const TOP: usize = 16;

/// Headings take at most so many rows.
const TALLEST: usize = 5;

/// So many numbers that follow each other are days, and no row.
const FEWEST_DAYS: usize = 7;

/// The rows of a sheet, cell by cell in their order.
#[derive(Debug, Default)]
pub(super) struct Rows {
    top: Vec<Vec<Cell>>,
    /// Whether the headings were found among the rows at the top.
    has_headings: bool,
    body: Lines,
    row: Vec<Cell>,
    /// How many rows were ended.
    ended: usize,
    merged: Merged,
}

/// Lines of CSV that are handed out with as many commas as the widest has.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: Vec<u8>,
    /// For each line where its text ends, and how many cells are in it; a blank one has none.
    ends: Vec<(usize, usize)>,
    width: usize,
    line: usize,
    at: usize,
    padded: usize,
}

/// A cell that lies before one that was given earlier.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OutOfOrder;

impl Rows {
    /// Of a sheet in which these cells are merged.
    pub(super) fn new(merged: Vec<Dimensions>) -> Self {
        Self { merged: Merged::new(merged), ..Self::default() }
    }

    /// Takes the next cell, both its row and its column counted from 0.
    ///
    /// # Errors
    /// That it lies before the last one.
    pub(super) fn take(&mut self, row: usize, column: usize, text: &str, kind: Kind) -> Result<(), OutOfOrder> {
        if row < self.ended || row == self.ended && column < self.row.len() {
            return Err(OutOfOrder);
        }
        if text.is_empty() {
            return Ok(());
        }
        while self.ended < row {
            self.end_row();
        }
        self.row.resize(column, Cell::default());
        self.row.push(Cell { text: text.to_string(), kind });
        Ok(())
    }

    /// How many bytes of text were taken.
    pub(super) fn size(&self) -> usize {
        self.body.text.len()
    }

    fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if self.top.len() < TOP {
            self.top.push(row);
        } else {
            self.find_headings();
            self.merged.fill(self.ended, &mut row, false);
            self.body.push(&row);
            self.row = row;
            self.row.clear();
        }
        self.ended += 1;
    }

    /// Brings down headings that are merged over several rows to the last of these, and fills the rows below.
    fn find_headings(&mut self) {
        if self.has_headings {
            return;
        }
        self.has_headings = true;
        let last = join_headings(&mut self.top, self.merged.ranges());
        for (number, row) in self.top.iter_mut().enumerate() {
            self.merged.fill(number, row, last.is_none_or(|last| number <= last));
        }
    }

    /// The lines, first those at the top; and how many cells under merged ones were filled in, with the range of the first.
    pub(super) fn finish(mut self) -> ([Lines; 2], Option<(u64, String)>) {
        if !self.row.is_empty() {
            self.end_row();
        }
        self.find_headings();
        let mut top = Lines::default();
        for row in &self.top {
            top.push(row);
        }
        let width = top.width.max(self.body.width);
        (top.width, self.body.width) = (width, width);
        ([top, self.body], self.merged.filled)
    }

    /// How many rows the sheet has.
    pub(super) fn count(&self) -> usize {
        self.ended + usize::from(!self.row.is_empty())
    }
}

/// Where the headings take several rows, as cells merged downwards tell, each goes to the last of these rows: of a column
/// the lowest that is there. The rows above become blank, so that the rows keep their numbers. Returns the row of the headings.
fn join_headings(top: &mut [Vec<Cell>], merged: &[Dimensions]) -> Option<usize> {
    let filled = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.text.is_empty()).count();
    // above the headings stand titles, which are one cell
    let first = top.iter().position(|row| filled(row) > 1)?;
    let rows = |merge: &Dimensions| (merge.start.0 as usize, merge.end.0 as usize);
    let mut last = first;
    while let Some(further) = merged
        .iter()
        .map(rows)
        .filter(|(start, end)| (first..=last).contains(start) && *end > last)
        .map(|(_, end)| end)
        .max()
    {
        last = further;
    }
    let is_heading = |row: &Vec<Cell>| row.iter().all(|cell| cell.text.is_empty() || cell.is_word()) || has_days(row);
    if last == first || last - first >= TALLEST || last >= top.len() || !top[first..=last].iter().all(is_heading) {
        return Some(first);
    }
    let width = top[first..=last].iter().map(Vec::len).max().unwrap_or_default();
    let lowest = |column: usize| {
        let mut column = top[first..=last].iter().filter_map(|row| row.get(column));
        column.rfind(|cell| !cell.text.is_empty()).cloned().unwrap_or_default()
    };
    let headings: Vec<Cell> = (0..width).map(lowest).collect();
    top[first..last].fill(Vec::new());
    top[last] = headings;
    Some(last)
}

/// Whether all cells of a row that are no words are days, one after the other: those of a table with one column a day.
fn has_days(row: &[Cell]) -> bool {
    let days = row.iter().filter(|cell| !cell.text.is_empty() && !cell.is_word());
    let days: Vec<Option<(i64, bool)>> = days.map(Cell::day).collect();
    let follow = |pair: &[Option<(i64, bool)>]| {
        pair[0].zip(pair[1]).is_some_and(|(one, next)| one.0 + 1 == next.0 && one.1 == next.1)
    };
    days.len() >= FEWEST_DAYS && days.windows(2).all(follow)
}

impl Lines {
    fn push(&mut self, row: &[Cell]) {
        let count = row.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
        for (at, cell) in row[..count].iter().enumerate() {
            if at > 0 {
                self.text.push(b',');
            }
            self.push_cell(&cell.text);
        }
        self.width = self.width.max(count);
        self.ends.push((self.text.len(), count));
    }

    /// A line break within a cell becomes a space.
    fn push_cell(&mut self, text: &str) {
        let quoted = text.contains([',', '"']);
        self.text.extend(quoted.then_some(b'"'));
        let mut bytes = text.bytes().peekable();
        while let Some(byte) = bytes.next() {
            match byte {
                b'\r' if bytes.peek() == Some(&b'\n') => {}
                b'\r' | b'\n' => self.text.push(b' '),
                b'"' => self.text.extend(*b"\"\""),
                other => self.text.push(other),
            }
        }
        self.text.extend(quoted.then_some(b'"'));
    }
}

impl Read for Lines {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut written = 0;
        while written < into.len() && self.line < self.ends.len() {
            let (end, count) = self.ends[self.line];
            if self.at < end {
                let length = (end - self.at).min(into.len() - written);
                into[written..written + length].copy_from_slice(&self.text[self.at..self.at + length]);
                self.at += length;
                written += length;
                continue;
            }
            let is_padded = count == 0 || count + self.padded == self.width;
            into[written] = if is_padded { b'\n' } else { b',' };
            written += 1;
            if is_padded {
                self.line += 1;
                self.padded = 0;
            } else {
                self.padded += 1;
            }
        }
        Ok(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(cells: &[(usize, usize, &str)], merged: &[[(u32, u32); 2]]) -> String {
        let mut rows = Rows::new(merged.iter().map(|[start, end]| Dimensions::new(*start, *end)).collect());
        for (row, column, text) in cells {
            let kind = if text.starts_with("20") { Kind::Day } else { Kind::Text };
            rows.take(*row, *column, text, kind).unwrap();
        }
        let ([mut top, mut body], _) = rows.finish();
        let mut text = String::new();
        let mut byte = [0];
        while top.read(&mut byte).unwrap() > 0 {
            text.push(char::from(byte[0]));
        }
        body.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_row_is_a_line_and_all_are_as_wide_as_the_widest() {
        let cells = [(0, 0, "a"), (0, 2, "c"), (2, 1, "x,\"y\"\r\nz"), (3, 0, "k"), (3, 3, "")];
        assert_eq!(lines(&cells, &[]), "a,,c\n\n,\"x,\"\"y\"\" z\",\nk,,\n");
        // Far below the top too.
        assert_eq!(lines(&[(0, 0, "a"), (0, 1, "b"), (20, 0, "k")], &[]), format!("a,b\n{}k,\n", "\n".repeat(19)));
        assert_eq!(lines(&[], &[]), "");
    }

    #[test]
    fn cells_come_in_their_order() {
        let mut rows = Rows::default();
        rows.take(1, 1, "a", Kind::Text).unwrap();
        assert_eq!(
            (rows.take(1, 1, "b", Kind::Text), rows.take(0, 5, "b", Kind::Text)),
            (Err(OutOfOrder), Err(OutOfOrder))
        );
    }

    #[test]
    fn headings_merged_downwards_stand_in_their_last_row() {
        // A title over all; id and date over two rows, two columns under one heading.
        let cells =
            [(0, 0, "May"), (1, 0, "id"), (1, 1, "date"), (1, 2, "work"), (2, 2, "n"), (2, 3, "area"), (3, 0, "k")];
        let merged = [[(0, 0), (0, 3)], [(1, 0), (2, 0)], [(1, 1), (2, 1)], [(1, 2), (1, 3)]];
        assert_eq!(lines(&cells, &merged), "May,,,\n\nid,date,n,area\nk,,,\n");
        // Without the merges, the rows are as they are.
        assert_eq!(lines(&cells, &[]), "May,,,\nid,date,work,\n,,n,area\nk,,,\n");
    }

    #[test]
    fn merged_words_and_days_are_filled_downwards_and_sums_are_marked() {
        let cells = [(0, 0, "id"), (0, 1, "n"), (1, 0, "k"), (1, 1, "5"), (2, 1, "6"), (20, 0, "0571"), (21, 1, "7")];
        let blank = "\n".repeat(17);
        let merged = [[(1, 0), (2, 0)], [(20, 0), (21, 0)]];
        assert_eq!(lines(&cells, &merged), format!("id,n\nk,5\nk,6\n{blank}0571,\n0571,7\n"));
        // A number may be the sum of its rows. A blank row stays blank.
        let cells = [(0, 0, "id"), (0, 1, "n"), (1, 0, "k"), (1, 1, "5"), (2, 0, "l"), (4, 0, "m")];
        assert_eq!(lines(&cells, &[[(1, 1), (4, 1)]]), "id,n\nk,5\nl,#MERGED!B2:B5\n\nm,#MERGED!B2:B5\n");
        // Nor does what is merged in the headings too go down.
        let cells = [(0, 0, "id"), (0, 1, "day"), (1, 0, "k"), (1, 1, "2022-05-01"), (2, 1, "2022-05-02")];
        assert_eq!(lines(&cells, &[[(0, 0), (2, 0)]]), "id,day\nk,2022-05-01\n#MERGED!A1:A3,2022-05-02\n");
    }

    #[test]
    fn of_cells_merged_sideways_the_others_are_marked_but_not_those_of_titles_and_totals() {
        let cells = [(0, 0, "May"), (1, 0, "id"), (1, 1, "day"), (1, 2, "area"), (1, 3, "post")];
        let rows = [(2, 0, "k"), (2, 1, "2022-05-01"), (2, 2, "x"), (3, 0, "total"), (3, 3, "2022-05-01")];
        let merged = [[(0, 0), (0, 3)], [(2, 2), (2, 3)], [(3, 0), (3, 2)]];
        let expected = "May,,,\nid,day,area,post\nk,2022-05-01,x,#MERGED!C3:D3\ntotal,,,2022-05-01\n";
        assert_eq!(lines(&[&cells[..], &rows].concat(), &merged), expected);
    }
}
