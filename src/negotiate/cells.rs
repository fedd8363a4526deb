//! Texts by the cells of a terminal, in which a Chinese character takes two.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::formats::wrap;

pub(crate) const PLAIN: Style = Style::new();
pub(crate) const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
pub(crate) const FAINT: Style = Style::new().add_modifier(Modifier::DIM);
pub(crate) const TURNED: Style = Style::new().add_modifier(Modifier::REVERSED);

/// A part of the screen to write on.
pub(crate) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(buffer: &'a mut Buffer, area: Rect) -> Self {
        Self { buffer, area }
    }

    /// How many cells it is wide.
    pub(crate) fn width(&self) -> usize {
        self.area.width.into()
    }

    /// How many rows it has.
    pub(crate) fn height(&self) -> usize {
        self.area.height.into()
    }

    /// The part from a row and a column on, so many cells wide and rows high at most.
    pub(crate) fn part(&mut self, (row, column): (usize, usize), (width, height): (usize, usize)) -> Canvas<'_> {
        let cells = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        let (x, y) = (self.area.x.saturating_add(cells(column)), self.area.y.saturating_add(cells(row)));
        let area = Rect { x, y, width: cells(width), height: cells(height) }.intersection(self.area);
        Canvas { buffer: self.buffer, area }
    }

    /// Writes a text from a row and a column on, cut where the page ends.
    pub(crate) fn write(&mut self, row: usize, column: usize, text: &str, style: Style) {
        let room = self.width().saturating_sub(column);
        let (Ok(down), Ok(right)) = (u16::try_from(row), u16::try_from(column)) else { return };
        if row < self.height() && room > 0 {
            self.buffer.set_stringn(self.area.x + right, self.area.y + down, cut(text, room), room, style);
        }
    }

    /// Writes a text in as many rows as it takes, from a row on; the row after it.
    pub(crate) fn write_rows(&mut self, from: usize, text: &str) -> usize {
        let rows = wrap::lines(text, self.width());
        rows.iter().enumerate().for_each(|(row, text)| self.write(from + row, 0, text, PLAIN));
        from + rows.len()
    }

    /// Writes a text that ends at a column.
    pub(crate) fn write_to(&mut self, row: usize, end: usize, text: &str, style: Style) {
        self.write(row, end.saturating_sub(text.width()), text, style);
    }
}

/// A text that takes at most so many cells, with … where it is cut.
pub(crate) fn cut(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_string();
    }
    let mut kept = String::new();
    let mut taken = 1;
    for character in text.chars() {
        taken += character.width().unwrap_or(0);
        if taken > cells {
            break;
        }
        kept.push(character);
    }
    kept.push('…');
    kept
}

/// A bar of so many parts of a whole that fills `cells`; anything above nothing shows.
pub(crate) fn bar(part: u128, whole: u128, cells: usize) -> usize {
    let full = part * cells as u128;
    let parts = full.checked_div(whole).unwrap_or(0);
    usize::try_from(parts).unwrap_or(cells).max(usize::from(part > 0)).min(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_cells() {
        assert_eq!(cut("派送计件单价", 7), "派送计…");
        assert_eq!(cut("派送计件单价", 8), "派送计…");
        assert_eq!(cut("派送", 4), "派送");
    }

    #[test]
    fn a_little_is_seen() {
        assert_eq!((bar(0, 9, 8), bar(1, 999, 8), bar(9, 9, 8), bar(5, 0, 8)), (0, 1, 8, 1));
    }
}
