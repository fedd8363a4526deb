//! What the proposals shown cost: by company, all together, by change, and where there is room, by tenths of present pay.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::Widget;

use crate::cost::CostRow;
use crate::diagnostics::{Message, Problem, Problems, wrap};
use crate::negotiate::bars::{BarColumns, BarRow, Stretch, bars};
use crate::negotiate::cells::{BOLD, PLAIN, WRONG};
use crate::negotiate::detail_rows::{clauses, moved, tenths};
use crate::negotiate::labels::{plain, side, signed};
use crate::negotiate::reckoner::Outcome;
use crate::negotiate::room::Room;
use crate::negotiate::session::Session;
use crate::negotiate::summary;
use crate::report::Catalogue;
use crate::units::Yuan;
use crate::units::number::grouped;

/// How many rows tenths of pay take, with an empty one and a heading.
const TENTHS: usize = 12;

/// What a window shows of the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// How many companies have a row of their own; the others share one.
    alone: usize,
    /// Whether each change has a row.
    pub(crate) clauses: bool,
    /// Whether tenths of present pay have theirs.
    pub(crate) tenths: bool,
}

impl Plan {
    /// The plan for a window.
    pub(crate) fn of(session: &Session, room: Room) -> Self {
        let sides = room.sides(session.table().side);
        let Some(outcome) = sides.iter().find_map(|side| session.seen(*side).ok()) else {
            return Self { alone: 0, clauses: false, tenths: false };
        };
        let companies = outcome.cost.rows.len();
        // A heading, the sum, and the lines below it.
        let free = usize::from(room.body).saturating_sub(2 + summary::count(session, outcome, room));
        let alone = if companies > free { free.saturating_sub(1) } else { companies };
        let mut left = free.saturating_sub(companies);
        let several = sides.iter().any(|side| session.table().draft(*side).laid.len() > 1);
        let rows = 2 + moved(session, &sides).len();
        let clauses = several && left >= rows;
        if clauses {
            left -= rows;
        }
        Self { alone, clauses, tenths: left >= TENTHS && session.reckoner.baseline.known }
    }
}

/// Draws what they cost.
pub(crate) fn costs(session: &Session, words: &Catalogue, room: Room, area: Rect, buffer: &mut Buffer) {
    let sides = room.sides(session.table().side);
    if let Some((of, problems)) = sides.iter().find_map(|side| Some((*side, session.seen(*side).err()?))) {
        let heading = plain(words, "negotiate-cannot");
        let heading = if room.both { format!("{}: {heading}", side(of, words)) } else { heading };
        return problem(&heading, problems, words, area, buffer);
    }
    let outcomes: Vec<&Outcome> = sides.iter().filter_map(|side| session.seen(*side).ok()).collect();
    let plan = Plan::of(session, room);
    let companies = companies(words, &outcomes, plan.alone, (room, &sides));
    let lines = summary::lines(session, words, &outcomes, room);
    let clauses = if plan.clauses { clauses(session, words, room) } else { Vec::new() };
    let tenths = if plan.tenths { tenths(session, words, room) } else { Vec::new() };
    let gap = |rows: &[BarRow]| usize::from(!rows.is_empty());
    let heights = [companies.len(), lines.len(), gap(&clauses), clauses.len(), gap(&tenths), tenths.len()];
    let heights = heights.map(|rows| Constraint::Length(u16::try_from(rows).unwrap_or(u16::MAX)));
    let [of_companies, of_lines, _, of_clauses, _, of_tenths] = Layout::vertical(heights).areas(area);
    let name = if room.both { 25 } else { 10 + area.width.saturating_sub(38) / 4 };
    let widths = (name, area.width);
    bars(&companies, BarColumns::of(&companies, sides.len(), widths), &sides, of_companies, buffer);
    let value = if room.both { (area.width - name).div_ceil(2) } else { 14 };
    summary::draw(lines, (sides.len(), value), of_lines, buffer);
    let widths = (name.max(16), area.width);
    for (rows, part) in [(clauses, of_clauses), (tenths, of_tenths)] {
        bars(&rows, BarColumns::of(&rows, sides.len(), widths), &sides, part, buffer);
    }
}

/// A heading, the companies, those that share a row, and the sum.
fn companies(words: &Catalogue, outcomes: &[&Outcome], alone: usize, (room, sides): (Room, &[usize])) -> Vec<BarRow> {
    let heading = |of: &usize| {
        let bars = if room.both { String::new() } else { plain(words, "negotiate-cost") };
        (bars, if room.both { side(*of, words) } else { plain(words, "negotiate-change") })
    };
    let mut rows = vec![BarRow::heading(plain(words, "negotiate-company"), sides.iter().map(heading).collect())];
    let each = |stretch: &dyn Fn(&Outcome) -> Stretch| outcomes.iter().map(|outcome| stretch(outcome)).collect();
    let all = outcomes.first().map_or(&[][..], |outcome| &outcome.cost.rows);
    for (index, row) in all.iter().enumerate().take(alone) {
        let is_named = !row.company.is_empty();
        let name = if is_named { row.company.to_string() } else { plain(words, "negotiate-no-company") };
        rows.push(BarRow { name, sides: each(&|outcome| of_company(&outcome.cost.rows[index])), style: PLAIN });
    }
    if all.len() > alone {
        let message = Message::new("negotiate-others").count("count", (all.len() - alone) as u64);
        let others = |outcome: &Outcome| {
            let change: Yuan = outcome.cost.rows[alone..].iter().map(|row| row.change).sum();
            Stretch { amounts: Err(String::new()), change: signed(change.0) }
        };
        rows.push(BarRow { name: words.say(&message), sides: each(&others), style: PLAIN });
    }
    let total = |outcome: &Outcome| {
        // Two proposals have a line for it.
        let after = outcome.cost.total.after.filter(|_| !room.both).map(|amount| grouped(&amount.0));
        Stretch {
            amounts: Err(format!("{:>14}", after.unwrap_or_default())),
            change: signed(outcome.cost.total.change.0),
        }
    };
    rows.push(BarRow { name: plain(words, "negotiate-total"), sides: each(&total), style: BOLD });
    rows
}

fn of_company(row: &CostRow) -> Stretch {
    let yuan = |amount: Option<Yuan>| amount.and_then(|amount| u128::try_from(amount.0).ok()).unwrap_or(0);
    Stretch { amounts: Ok((yuan(row.before), yuan(row.after))), change: signed(row.change.0) }
}

/// Why a state cannot be computed, and what would be right.
fn problem(heading: &str, problems: &Problems, words: &Catalogue, area: Rect, buffer: &mut Buffer) {
    let said = |problem: &Problem| [Some(words.say(&problem.message)), words.remedy(&problem.message)];
    let said = problems.iter().flat_map(said).flatten();
    let rows = said.flat_map(|text| wrap::lines(&text, area.width.into())).map(Line::from);
    let text: Text<'_> = [Line::styled(heading.to_string(), WRONG)].into_iter().chain(rows).collect();
    Widget::render(text, area, buffer);
}
