//! The parts of the screen: terms with their values, costs by company, the histogram of monthly pay.

use std::sync::Arc;

use ratatui::style::Style;

use crate::cost::{Cost, CostRow};
use crate::diagnostics::{Message, Problem, Problems};
use crate::negotiate::cells::{BOLD, Canvas, FAINT, PLAIN, TURNED, bar, cut};
use crate::negotiate::session::Session;
use crate::negotiate::spread::{BINS, Spread};
use crate::negotiate::state::BargainingTable;
use crate::negotiate::term::{FigureRange, MovableTerm, Move, Scope};
use crate::report::{Catalogue, Language};
use crate::units::number::grouped;
use crate::units::{Decimal, Yuan, money};

/// How many rows the histogram has: a heading, bars, an axis.
pub(crate) const HISTOGRAM: usize = 2 + BARS;

/// How high its bars are, in rows.
const BARS: usize = 5;

/// The parts of a cell, from one eighth to the whole.
const EIGHTHS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// How many cells the name of a company takes.
const NAME: usize = 10;

/// How many cells a value of a term takes.
const VALUE: usize = 12;

fn plain(words: &Catalogue, id: &'static str) -> String {
    words.say(&Message::new(id))
}

/// What people call a term: its rule, and of its parts the part.
pub(crate) fn title(term: &MovableTerm, words: &Catalogue) -> String {
    let title = match words.language() {
        Language::En => &term.title.en,
        Language::Zh => &term.title.zh,
    };
    match part(term, words) {
        Some(part) => format!("{title} · {part}"),
        None => title.to_string(),
    }
}

/// What of its rule a term is; `None` for the rule's figure for all.
fn part(term: &MovableTerm, words: &Catalogue) -> Option<String> {
    match (&term.scope, &*term.field) {
        (Scope::Company(name) | Scope::Area(name), _) => Some(name.to_string()),
        (Scope::All, "min") => Some(plain(words, "negotiate-lowest")),
        (Scope::All, "max") => Some(plain(words, "negotiate-highest")),
        (Scope::All, "") => None,
        (Scope::All, entry) => Some(words.word(entry)),
    }
}

/// The terms around the chosen one, each with its present and its proposed value.
pub(crate) fn terms(session: &Session, words: &Catalogue, page: &mut Canvas<'_>) {
    let table = session.table();
    let width = page.width();
    page.write(0, 1, &plain(words, "negotiate-term"), BOLD);
    page.write_to(0, width - VALUE, &plain(words, "negotiate-present"), BOLD);
    page.write_to(0, width, &plain(words, "negotiate-proposed"), BOLD);
    let room = page.height() - 1;
    let first = table.chosen.saturating_sub(room / 2).min(table.terms().len().saturating_sub(room));
    for (row, index) in (first..table.terms().len()).take(room).enumerate() {
        let term = &table.terms()[index];
        let moved = table.moves()[index];
        let style = match (index == table.chosen, moved != Move::Stay) {
            (true, _) => TURNED,
            (false, true) => BOLD,
            (false, false) => PLAIN,
        };
        page.write(row + 1, 0, &" ".repeat(width), style);
        let label = match part(term, words).filter(|_| same_rule_before(table, index)) {
            Some(part) => format!("  {part}"),
            None => title(term, words),
        };
        page.write(row + 1, 1, &cut(&label, width - 2 * VALUE - 2), style);
        page.write_to(row + 1, width - VALUE, &shown(table.present(index)), style);
        page.write_to(row + 1, width, &after(table, index), style);
    }
}

/// Whether the term above is of the same rule, so that its title need not be said again.
fn same_rule_before(table: &BargainingTable, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|above| table.terms()[above].rule == table.terms()[index].rule)
}

/// The value as proposed; where the present rates are not known, the move alone.
fn after(table: &BargainingTable, index: usize) -> String {
    match (table.proposed(index), table.moves()[index]) {
        (Some(span), _) if Some(span) == table.present(index) => String::new(),
        (Some(span), _) => shown(Some(span)),
        (None, Move::By(amount)) => signed(amount),
        (None, Move::To(figure)) => format!("={}", figure.normalize()),
        (None, Move::Stay) => String::new(),
    }
}

fn shown(span: Option<FigureRange>) -> String {
    let figure = |figure: Decimal| money::to_fen(figure.normalize()).to_string();
    match span {
        Some(span) if span.lowest == span.highest => figure(span.lowest),
        Some(span) => format!("{}-{}", figure(span.lowest), figure(span.highest)),
        None => "?".to_string(),
    }
}

fn signed(amount: Decimal) -> String {
    let plus = if amount > Decimal::ZERO { "+" } else { "" };
    format!("{plus}{}", grouped(&amount))
}

/// The cost of each company as a bar, all together, the couriers below the floor, and the budget.
pub(crate) fn costs(session: &Session, words: &Catalogue, page: &mut Canvas<'_>) {
    let figures = match session.outcome() {
        Ok(figures) => figures,
        Err(problems) => return problem(problems, words, page),
    };
    let width = page.width();
    page.write(0, 0, &plain(words, "negotiate-company"), BOLD);
    page.write(0, NAME, &plain(words, "negotiate-cost"), BOLD);
    page.write_to(0, width, &plain(words, "negotiate-change"), BOLD);
    let lines = summary(session, &figures.cost, figures.spread.as_ref(), words);
    let room = page.height() - 2 - lines.len();
    let cost = &figures.cost;
    let alone = if cost.rows.len() > room { room - 1 } else { cost.rows.len() };
    let whole = cost.rows.iter().flat_map(|row| [yuan(row.before), yuan(row.after)]).max().unwrap_or(0);
    for (index, row) in cost.rows.iter().take(alone).enumerate() {
        company(row, whole, words, &mut page.part((1 + index, 0), (width, 1)));
    }
    let others = &cost.rows[alone..];
    if !others.is_empty() {
        let message = Message::new("negotiate-others").count("count", others.len() as u64);
        page.write(1 + alone, 0, &words.say(&message), PLAIN);
        let change: Yuan = others.iter().map(|row| row.change).sum();
        page.write_to(1 + alone, width, &signed(change.0), PLAIN);
    }
    let at = 1 + alone + usize::from(!others.is_empty());
    page.write(at, 0, &plain(words, "negotiate-total"), BOLD);
    page.write_to(at, NAME + 14, &cost.total.after.map(|amount| grouped(&amount.0)).unwrap_or_default(), BOLD);
    page.write_to(at, width, &signed(cost.total.change.0), BOLD);
    for (index, (label, value)) in lines.iter().enumerate() {
        page.write(at + 1 + index, 0, label, PLAIN);
        page.write_to(at + 1 + index, width, value, PLAIN);
    }
}

/// The lines below the sum of all companies.
fn summary(session: &Session, cost: &Cost, spread: Option<&Spread>, words: &Catalogue) -> Vec<(String, String)> {
    let percent = cost.total.change_percent.map(|percent| format!("{} %", signed(percent))).unwrap_or_default();
    let mut lines = vec![(plain(words, "negotiate-percent"), percent)];
    if cost.total.contributions.is_some() {
        lines.push((
            plain(words, "negotiate-contributions"),
            signed(cost.total.total_change.unwrap_or(cost.total.change).0),
        ));
    }
    let below = |spread: Option<&Spread>| spread.and_then(|spread| spread.below_floor);
    let below = below(session.before.as_ref()).zip(below(spread));
    let below = below.map_or_else(|| "?".to_string(), |(before, after)| format!("{before} → {after}"));
    lines.push((plain(words, "negotiate-below"), below));
    if let Some(budget) = session.table().budget {
        let left = budget - cost.total.total_change.unwrap_or(cost.total.change).0;
        let over = left < Decimal::ZERO;
        let label = plain(words, if over { "negotiate-passed" } else { "negotiate-left" });
        lines.push((label, grouped(&left.abs())));
    }
    lines
}

fn yuan(amount: Option<Yuan>) -> u128 {
    amount.and_then(|amount| u128::try_from(amount.0).ok()).unwrap_or(0)
}

/// One company: what it pays as a whole bar, what comes to it or goes from it in a lighter one.
fn company(row: &CostRow, whole: u128, words: &Catalogue, page: &mut Canvas<'_>) {
    let width = page.width();
    let name =
        if row.company.is_empty() { plain(words, "negotiate-no-company").into() } else { Arc::clone(&row.company) };
    page.write(0, 0, &cut(&name, NAME - 1), PLAIN);
    let change = signed(row.change.0);
    let room = width.saturating_sub(NAME + change.len() + 1);
    let (before, after) = (bar(yuan(row.before), whole, room), bar(yuan(row.after), whole, room));
    let (kept, beyond) = (before.min(after), if after >= before { "▓" } else { "░" });
    page.write(0, NAME, &("█".repeat(kept) + &beyond.repeat(before.abs_diff(after))), PLAIN);
    page.write_to(0, width, &change, PLAIN);
}

/// Why a state cannot be computed, and what would be right.
fn problem(problems: &Problems, words: &Catalogue, page: &mut Canvas<'_>) {
    page.write(0, 0, &plain(words, "negotiate-cannot"), BOLD);
    let said = |problem: &Problem| [Some(words.say(&problem.message)), words.remedy(&problem.message)];
    problems.iter().flat_map(said).flatten().fold(1, |row, text| page.write_rows(row, &text));
}

/// The months of all couriers by their pay: of each pair of bars the left one as it stands, the right one as proposed.
pub(crate) fn histogram(session: &Session, words: &Catalogue, page: &mut Canvas<'_>) {
    let Some(before) = &session.before else {
        let id = if session.baseline.known { "negotiate-nobody" } else { "negotiate-open" };
        page.write(0, 0, &plain(words, id), PLAIN);
        return;
    };
    let after = session.outcome().ok().and_then(|figures| figures.spread.as_ref());
    let median = |spread: &Spread| grouped(&spread.median.0);
    let both = |figure: &dyn Fn(&Spread) -> String| {
        after.map_or_else(|| figure(before), |after| format!("{} → {}", figure(before), figure(after)))
    };
    let heading = Message::new("negotiate-spread").with("median", both(&median));
    let heading = heading.with("gini", both(&|spread| spread.gini.to_string()));
    page.write(0, 0, &words.say(&heading), BOLD);
    let bins = &session.bins;
    let cells = page.width().saturating_sub(8) / BINS;
    let most = before.bars.iter().chain(after.into_iter().flat_map(|after| &after.bars)).max().copied().unwrap_or(0);
    for index in 0..BINS {
        let column = index * cells;
        let wide = (cells - 1) / 2;
        column_of(page, (column, wide), before.bars[index], most, FAINT);
        if let Some(after) = after {
            column_of(page, (column + wide, wide), after.bars[index], most, PLAIN);
        }
        let from = bins.from + bins.width * Decimal::from(index);
        let label = from.normalize().to_string();
        if label.len() < cells || index % 2 == 0 {
            page.write(1 + BARS, column, &label, PLAIN);
        }
    }
    page.write_to(1 + BARS, page.width(), &plain(words, "negotiate-axis"), PLAIN);
}

/// One bar of the histogram, in eighths of a cell.
fn column_of(page: &mut Canvas<'_>, (column, wide): (usize, usize), count: u64, most: u64, style: Style) {
    let eighths = bar(count.into(), most.into(), BARS * EIGHTHS.len());
    for row in 0..BARS {
        let filled = eighths.saturating_sub(row * EIGHTHS.len()).min(EIGHTHS.len());
        if let Some(last) = filled.checked_sub(1) {
            page.write(BARS - row, column, &EIGHTHS[last].repeat(wide), style);
        }
    }
}
