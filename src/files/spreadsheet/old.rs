//! What an old workbook says beside the values of its cells: how numbers are shown, formulas that no program has worked out,
//! hidden rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::spreadsheet::cell::{Shown, shown};
use crate::files::spreadsheet::records::{END, Record, Records, sheets, two};

/// What is known of a sheet beside its values; cells by row and column from 0.
#[derive(Debug, Default)]
pub(super) struct OldSheet {
    /// The cells whose formula was never worked out.
    pub unworked: BTreeSet<(u32, u32)>,
    /// What the format of a cell shows beyond its value.
    pub shown: BTreeMap<(u32, u32), Shown>,
    /// How many rows that hold something are hidden.
    pub hidden: u64,
}

/// Looks through the sheet at a place among all.
pub(super) fn sheet(book: &[u8], at: usize) -> OldSheet {
    let rest = sheets(book).get(at).and_then(|start| book.get(*start..)).unwrap_or_default();
    let mut sheet = Sheet { formats: formats(book), ..Sheet::default() };
    // Within a sheet there may be charts, with a beginning and an end of their own.
    let mut depth = 0u32;
    for record in (Records { rest }) {
        match record.kind {
            BOF => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth <= 1 => sheet.take(&record),
            _ => {}
        }
    }
    sheet.finish()
}

const BOF: u16 = 0x0809;
const FORMULA: u16 = 0x0006;

/// What each style shows, by its place among all.
fn formats(book: &[u8]) -> Vec<Option<Shown>> {
    let (mut codes, mut styles, mut has_wide_texts) = (BTreeMap::new(), Vec::new(), true);
    for record in (Records { rest: book }).take_while(|record| record.kind != END) {
        match (record.kind, two(record.data, 0)) {
            (BOF, Some(version)) => has_wide_texts = version >= 0x0600,
            // FORMAT
            (0x041e, Some(id)) => _ = codes.insert(id, code(record.data, has_wide_texts)),
            // XF
            (0x00e0, Some(_)) => styles.extend(two(record.data, 2)),
            _ => {}
        }
    }
    let of_style = |id: u16| shown(codes.get(&id).map_or("", String::as_str), Some(u32::from(id)));
    styles.into_iter().map(of_style).collect()
}

/// The text of a FORMAT; signs beyond ASCII say nothing of zeros and times, and which they are does not matter.
fn code(data: &[u8], has_wide_texts: bool) -> String {
    let is_wide = has_wide_texts && data.get(4).is_some_and(|options| options & 1 > 0);
    let text = data.get(if has_wide_texts { 5 } else { 3 }..).unwrap_or_default();
    let sign = |pair: &[u8]| match *pair {
        [byte] | [byte, 0] => char::from(byte),
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.chunks(if is_wide { 2 } else { 1 }).map(sign).collect()
}

/// A sheet while it is looked through.
#[derive(Default)]
struct Sheet {
    formats: Vec<Option<Shown>>,
    old: OldSheet,
    /// The formulas whose value is an empty text, those whose value is 0, and whether any has another.
    blanks: Vec<(u32, u32)>,
    zeros: Vec<(u32, u32)>,
    has_values: bool,
    /// Whether the formulas are to be worked out on opening.
    is_uncalculated: bool,
    /// Rows that are hidden, and rows that hold something.
    hidden: BTreeSet<u32>,
    filled: BTreeSet<u32>,
}

impl Sheet {
    fn take(&mut self, record: &Record<'_>) {
        let data = record.data;
        let (Some(row), Some(column)) = (two(data, 0).map(u32::from), two(data, 2).map(u32::from)) else {
            self.is_uncalculated |= record.kind == UNCALCULATED;
            return;
        };
        match record.kind {
            UNCALCULATED => self.is_uncalculated = true,
            // ROW
            0x0208 if data.get(12).is_some_and(|options| options & 0x20 > 0) => _ = self.hidden.insert(row),
            FORMULA => {
                self.number((row, column), two(data, 4));
                self.formula((row, column), data);
            }
            // NUMBER, RK
            0x0203 | 0x027e => self.number((row, column), two(data, 4)),
            // MULRK: a style and four bytes of number for each, and then the last column
            0x00bd => {
                let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
                (column..).zip(cells).for_each(|(column, cell)| self.number((row, column), two(cell, 0)));
            }
            // LABEL, RSTRING, BOOLERR, LABELSST
            0x0204 | 0x00d6 | 0x0205 | 0x00fd => _ = self.filled.insert(row),
            _ => {}
        }
    }

    fn number(&mut self, at: (u32, u32), style: Option<u16>) {
        self.filled.insert(at.0);
        let format = style.and_then(|style| *self.formats.get(usize::from(style))?);
        self.old.shown.extend(format.map(|shown| (at, shown)));
    }

    fn formula(&mut self, at: (u32, u32), data: &[u8]) {
        let value = data.get(6..14).unwrap_or_default();
        // "Calculate always", "calculate on opening".
        let asks = data.get(14).is_some_and(|options| options & 3 > 0);
        self.is_uncalculated |= asks;
        match value {
            [3, _, _, _, _, _, 0xff, 0xff] => self.blanks.push(at),
            [0, 0, 0, 0, 0, 0, 0, 0] => self.zeros.push(at),
            _ => self.has_values = true,
        }
    }

    fn finish(mut self) -> OldSheet {
        // Programs that work nothing out write an empty text for each formula, or a 0 and the wish that it be worked out.
        let are_zeros_unworked = self.is_uncalculated || self.zeros.is_empty();
        if !self.has_values && are_zeros_unworked {
            self.old.unworked.extend(self.blanks.into_iter().chain(self.zeros));
        }
        self.old.hidden = self.hidden.intersection(&self.filled).count() as u64;
        self.old
    }
}

/// UNCALCED: formulas of the sheet are still to be worked out.
const UNCALCULATED: u16 = 0x005e;

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
    }

    /// A workbook with styles of these formats and one sheet.
    fn book(version: u16, formats: &[(u16, &[u8])], sheet: &[Vec<u8>]) -> Vec<u8> {
        let mut book = record(BOF, &version.to_le_bytes());
        for (id, text) in formats {
            book.extend(record(0x041e, &[&id.to_le_bytes()[..], text].concat()));
            book.extend(record(0x00e0, &[[0, 0], id.to_le_bytes()].concat()));
        }
        let start = u32::try_from(book.len() + 12).unwrap();
        book.extend(record(0x0085, &start.to_le_bytes()));
        book.extend(record(END, &[]));
        book.extend(record(BOF, &version.to_le_bytes()));
        book.extend(sheet.concat());
        book.extend(record(END, &[]));
        book
    }

    const FOUR: Option<Shown> = Some(Shown::Digits(4));

    #[test]
    fn formats_of_both_kinds_of_texts() {
        assert_eq!(formats(&book(0x0600, &[(164, b"\x04\0\x000000")], &[])), [FOUR]);
        assert_eq!(formats(&book(0x0600, &[(164, b"\x04\0\x010\x000\x000\x000\0")], &[])), [FOUR]);
        assert_eq!(formats(&book(0x0500, &[(164, b"\x040000")], &[])), [FOUR]);
        assert_eq!(formats(&book(0x0600, &[(22, b"")], &[])), [Some(Shown::Time)]);
        assert_eq!(formats(&book(0x0600, &[(164, b"\x04"), (14, b"")], &[])), [None, None]);
    }

    #[test]
    fn numbers_that_stand_together_and_a_chart_between() {
        let several = record(0x00bd, &[3, 0, 1, 0, 0, 0, 9, 9, 9, 9, 1, 0, 9, 9, 9, 9, 0, 0, 9, 9, 9, 9, 3, 0]);
        let chart = [record(BOF, &[0, 6]), record(0x0203, &[1, 0, 1, 0, 0, 0]), record(END, &[])].concat();
        let formats: &[(u16, &[u8])] = &[(164, b"\x04\0\x000000"), (165, b"\x01\0\x000")];
        let found = sheet(&book(0x0600, formats, &[chart, several, record(0x0203, &[4, 0, 0, 0, 7, 0])]), 0);
        let shown: Vec<_> = found.shown.into_iter().collect();
        assert_eq!(shown, [((3, 1), Shown::Digits(4)), ((3, 3), Shown::Digits(4))]);
    }

    #[test]
    fn what_is_cut_off_says_nothing() {
        let whole = book(0x0600, &[(164, b"\x04\0\x000000")], &[record(0x0006, &[0; 20]), record(0x0208, &[0; 13])]);
        (0..whole.len()).for_each(|end| _ = sheet(&whole[..end], 0));
        assert_eq!(sheet(&whole, 1).hidden, 0);
    }
}
