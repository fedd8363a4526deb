//! The terms around the chosen one, each with its present value and what each proposal has in its place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Row, StatefulWidget, Table, TableState};

use crate::negotiate::cells::{BOLD, OF_SIDE, PLAIN, TURNED, cut};
use crate::negotiate::labels::{part, plain, shown, side, signed, title};
use crate::negotiate::room::Room;
use crate::negotiate::session::Session;
use crate::negotiate::state::BargainingTable;
use crate::negotiate::term::Move;
use crate::report::Catalogue;

/// Draws the terms.
pub(crate) fn terms(session: &Session, words: &Catalogue, room: Room, area: Rect, buffer: &mut Buffer) {
    let table = session.table();
    let sides = room.sides(table.side);
    // Two values with what parts them, such as 0.68-0.855, and a gap.
    let value = if room.both { 11 } else { 12 };
    let columns = 1 + sides.len();
    let label = usize::from(area.width).saturating_sub(columns * usize::from(value) + 2);
    let mut heading = vec![Line::styled(format!(" {}", plain(words, "negotiate-term")), BOLD)];
    heading.push(Line::styled(plain(words, "negotiate-present"), BOLD).right_aligned());
    heading.extend(sides.iter().map(|of| {
        let text = if room.both { side(*of, words) } else { plain(words, "negotiate-proposed") };
        let style = if room.both && *of == table.side { BOLD.patch(TURNED) } else { BOLD };
        Line::from(text.trim().to_string()).style(style).right_aligned()
    }));
    let row = |index: usize| {
        let moved = table.moved(table.side, index) != Move::Stay;
        let name = format!(" {}", cut(&label_of(table, index, words), label));
        let mut cells = vec![Line::from(name), Line::from(before(table, index)).right_aligned()];
        let after = sides.iter().map(|side| Line::from(after(table, *side, index, words)).style(OF_SIDE[*side]));
        cells.extend(after.map(Line::right_aligned));
        Row::new(cells).style(if moved { BOLD } else { PLAIN })
    };
    let shown = usize::from(area.height) - 1;
    let first = table.chosen.saturating_sub(shown / 2).min(table.terms().len().saturating_sub(shown));
    let mut widths = vec![Constraint::Fill(1)];
    widths.extend(vec![Constraint::Length(value); columns]);
    let rows = (first..table.terms().len()).take(shown).map(row);
    let drawn = Table::new(rows, widths).header(Row::new(heading)).column_spacing(0).row_highlight_style(TURNED);
    let mut state = TableState::new().with_selected(Some(table.chosen - first));
    StatefulWidget::render(drawn, area, buffer, &mut state);
}

/// A term; its rule is not said again below a term of the same rule.
fn label_of(table: &BargainingTable, index: usize, words: &Catalogue) -> String {
    let term = &table.terms()[index];
    let same_above = index.checked_sub(1).is_some_and(|above| table.terms()[above].rule == term.rule);
    match part(term, words).filter(|_| same_above || term.as_read.is_some()) {
        Some(part) if same_above => format!("  {part}"),
        Some(part) => part,
        None => title(term, words),
    }
}

fn before(table: &BargainingTable, index: usize) -> String {
    if table.terms()[index].as_read.is_some() { String::new() } else { shown(table.present(index)) }
}

/// The value as proposed; where the present rates are not known, the move alone.
fn after(table: &BargainingTable, side: usize, index: usize, words: &Catalogue) -> String {
    match (table.proposed(side, index), table.moved(side, index)) {
        (_, Move::AsRead) => plain(words, "negotiate-as-read"),
        (Some(span), _) if Some(span) == table.present(index) => String::new(),
        (Some(span), _) => shown(Some(span)),
        (None, Move::By(amount)) => signed(amount),
        (None, Move::To(figure)) => format!("={}", figure.normalize()),
        (None, Move::Stay) => String::new(),
    }
}
