//! The lines below the sum of all companies: percent, contributions, couriers below the floor, the budget.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Row, Table, Widget};

use crate::negotiate::cells::{PLAIN, WRONG};
use crate::negotiate::labels::{plain, signed};
use crate::negotiate::reckoner::Outcome;
use crate::negotiate::room::Room;
use crate::negotiate::session::Session;
use crate::negotiate::spread::Spread;
use crate::report::Catalogue;
use crate::units::Decimal;
use crate::units::number::grouped;

/// How many lines there are.
pub(crate) fn count(session: &Session, outcome: &Outcome, room: Room) -> usize {
    let contributions = outcome.cost.total.contributions.is_some();
    2 + usize::from(room.both) + usize::from(contributions) + usize::from(session.table().budget.is_some())
}

/// The lines, with a value for each proposal shown.
pub(crate) fn lines(session: &Session, words: &Catalogue, outcomes: &[&Outcome], room: Room) -> Vec<Row<'static>> {
    let line = |label: &'static str, value: &dyn Fn(&Outcome) -> Line<'static>| {
        let label = Line::from(plain(words, label));
        let values = outcomes.iter().map(|outcome| value(outcome).right_aligned());
        Row::new([label].into_iter().chain(values)).style(PLAIN)
    };
    let percent = |outcome: &Outcome| {
        outcome.cost.total.change_percent.map(|percent| format!("{} %", signed(percent))).unwrap_or_default().into()
    };
    let after = |outcome: &Outcome| {
        outcome.cost.total.after.map_or_else(|| "?".to_string(), |amount| grouped(&amount.0)).into()
    };
    let mut lines = Vec::new();
    if room.both {
        lines.push(line("negotiate-cost", &after));
    }
    lines.push(line("negotiate-percent", &percent));
    if outcomes.iter().any(|outcome| outcome.cost.total.contributions.is_some()) {
        lines.push(line("negotiate-contributions", &|outcome| signed(whole(outcome)).into()));
    }
    let below = |spread: Option<&Spread>| spread.and_then(|spread| spread.below_floor);
    let below_floor = |outcome: &Outcome| {
        let both = below(session.reckoner.before.as_ref()).zip(below(outcome.spread.as_ref()));
        both.map_or_else(|| "?".to_string(), |(before, after)| format!("{before} → {after}")).into()
    };
    lines.push(line("negotiate-below", &below_floor));
    if let Some(budget) = session.table().budget {
        let left = |outcome: &Outcome| budget - whole(outcome);
        let is_passed = |outcome: &&Outcome| left(outcome) < Decimal::ZERO;
        let all_passed = outcomes.iter().all(is_passed);
        // Where one of two passes it, what is left of it is below nothing.
        let figure = |outcome: &Outcome| {
            let amount = if all_passed { left(outcome).abs() } else { left(outcome) };
            Line::styled(grouped(&amount), if is_passed(&outcome) { WRONG } else { PLAIN })
        };
        lines.push(line(if all_passed { "negotiate-passed" } else { "negotiate-left" }, &figure));
    }
    lines
}

/// The change with the contributions, where a rule gives them.
fn whole(outcome: &Outcome) -> Decimal {
    let total = &outcome.cost.total;
    total.total_change.unwrap_or(total.change).0
}

/// Draws them, with so many values, each so wide.
pub(crate) fn draw(lines: Vec<Row<'static>>, (sides, value): (usize, u16), area: Rect, buffer: &mut Buffer) {
    let widths = [Constraint::Fill(1)].into_iter().chain(vec![Constraint::Length(value); sides]);
    Widget::render(Table::new(lines, widths).column_spacing(0), area, buffer);
}
