//! What a sheet holds of a cell, and how it looks there.

use crate::diagnostics::wrap;
use crate::report::Cell;
use crate::report::formats::cells::for_people;
use crate::report::formats::words::Words;
use crate::report::formats::xlsx::figure;

/// The widest column of words, in characters; longer ones are broken into lines.
pub(super) const WIDEST: usize = 46;

/// What surely stands on a line of it: Chinese is a little wider than two digits.
const SURE: usize = WIDEST - 3;

/// The lines that the highest row has: all that a screen shows at once, and no spreadsheet takes more than 27.
pub(super) const MOST_LINES: u32 = 25;

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CellLook {
    /// As text, so that an id that someone types over stays one.
    Text,
    /// Text that is broken into lines; marked as text, some spreadsheets would hide it.
    Long,
    /// A figure of more digits than a workbook has, as text.
    Digits,
    /// A figure with so many places after the point.
    Figure(u32),
}

impl CellLook {
    /// That of a text.
    pub(super) fn of_text(text: &str) -> Self {
        if wrap::cells(text) > SURE || text.contains('\n') { Self::Long } else { Self::Text }
    }
}

/// What a sheet holds of a cell.
pub(super) enum Held {
    Text(String, CellLook),
    /// The number of the cell itself.
    Number(CellLook),
    Nothing,
}

impl Held {
    pub(super) fn of(cell: &Cell, words: &Words<'_>) -> Self {
        if let Some(text) = words.text(cell) {
            let look = CellLook::of_text(&text);
            return Self::Text(text, look);
        }
        if figure::number(cell).is_some() {
            return Self::Number(CellLook::Figure(figure::places(cell)));
        }
        let shown = for_people(cell, words.reader);
        if shown.is_empty() { Self::Nothing } else { Self::Text(shown, CellLook::Digits) }
    }

    /// How wide its column has to be for it, and how many lines high its row.
    pub(super) fn size(&self, cell: &Cell, words: &Words<'_>) -> (usize, u32) {
        match self {
            Self::Text(text, CellLook::Text | CellLook::Long) => {
                let lines: Vec<String> = text.lines().flat_map(|line| wrap::lines(line, SURE)).collect();
                let widest = lines.iter().map(|line| wrap::cells(line)).max().unwrap_or_default();
                let width = if lines.len() > 1 { WIDEST } else { widest };
                (width, u32::try_from(lines.len()).unwrap_or(MOST_LINES))
            }
            Self::Text(digits, CellLook::Digits | CellLook::Figure(_)) => (digits.len(), 1),
            Self::Number(_) => (for_people(cell, words.reader).len(), 1),
            Self::Nothing => (0, 1),
        }
    }

    /// How it looks, where anything is held.
    pub(super) fn look(&self) -> Option<CellLook> {
        match self {
            Self::Text(_, look) | Self::Number(look) => Some(*look),
            Self::Nothing => None,
        }
    }
}
