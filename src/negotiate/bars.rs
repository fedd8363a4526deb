//! Rows with a bar and a change for each proposal shown: companies, clauses, tenths of pay.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Row, Table, Widget};
use unicode_width::UnicodeWidthStr;

use crate::negotiate::cells::{BOLD, OF_SIDE, PLAIN, bar, cut};

/// How many cells part the proposals.
const GAP: u16 = 1;

/// What one proposal makes of a row.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// As it stands and as proposed, of which a bar is drawn; a text in its place where there is none.
    pub(crate) amounts: Result<(u128, u128), String>,
    /// The change, as it is written.
    pub(crate) change: String,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct BarRow {
    pub(crate) name: String,
    /// One for each proposal shown.
    pub(crate) sides: Vec<Stretch>,
    pub(crate) style: Style,
}

impl BarRow {
    /// A row of headings: of the names, of the bars, of the changes.
    pub(crate) fn heading(name: String, sides: Vec<(String, String)>) -> Self {
        let sides = sides.into_iter().map(|(bars, change)| Stretch { amounts: Err(bars), change });
        Self { name, sides: sides.collect(), style: BOLD }
    }
}

/// The widths of the columns: the names, and of each proposal its bar and its change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BarColumns {
    name: u16,
    bar: u16,
    change: u16,
}

impl BarColumns {
    /// The columns of rows that are drawn below each other, in so many cells.
    pub(crate) fn of<'a>(rows: impl IntoIterator<Item = &'a BarRow>, sides: usize, (name, width): (u16, u16)) -> Self {
        let changes = rows.into_iter().flat_map(|row| &row.sides).map(|stretch| stretch.change.width());
        let change = u16::try_from(changes.max().unwrap_or(0)).unwrap_or(width) + 1;
        let sides = u16::try_from(sides).unwrap_or(1).max(1);
        let each = width.saturating_sub(name + (sides - 1) * GAP) / sides;
        Self { name, bar: each.saturating_sub(change), change }
    }
}

/// Draws rows whose bars are measured by the same whole. The lighter part is what comes to a bar or goes from it.
pub(crate) fn bars(rows: &[BarRow], columns: BarColumns, shown: &[usize], area: Rect, buffer: &mut Buffer) {
    let amounts = rows.iter().flat_map(|row| &row.sides).filter_map(|stretch| stretch.amounts.as_ref().ok());
    let whole = amounts.map(|(before, after)| *before.max(after)).max().unwrap_or(0);
    let cells = usize::from(columns.bar);
    let row = |row: &BarRow| {
        let mut texts = vec![Line::from(cut(&row.name, usize::from(columns.name).saturating_sub(1)))];
        for (stretch, side) in row.sides.iter().zip(shown) {
            let bar = match &stretch.amounts {
                Ok(amounts) => Line::styled(drawn(*amounts, whole, cells), OF_SIDE[*side]),
                Err(text) => Line::from(if text.width() <= cells { text.clone() } else { String::new() }),
            };
            texts.extend([Line::default(), bar, Line::from(stretch.change.clone()).right_aligned()]);
        }
        Row::new(texts).style(row.style)
    };
    let mut widths = vec![Constraint::Length(columns.name)];
    for place in 0..shown.len() {
        let gap = if place > 0 { GAP } else { 0 };
        widths.extend([gap, columns.bar, columns.change].map(Constraint::Length));
    }
    Widget::render(Table::new(rows.iter().map(row), widths).column_spacing(0).style(PLAIN), area, buffer);
}

fn drawn((before, after): (u128, u128), whole: u128, cells: usize) -> String {
    let beyond = if after >= before { "▓" } else { "░" };
    let (before, after) = (bar(before, whole, cells), bar(after, whole, cells));
    "█".repeat(before.min(after)) + &beyond.repeat(before.abs_diff(after))
}
