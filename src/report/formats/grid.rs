//! One table as people read it in a terminal: what is the same in every row said once, the rest in columns that line up.

use std::{io, iter};

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Row, TableStyle, Width};

use crate::diagnostics::wrap;
use crate::report::formats::cells::{for_people, headings};
use crate::report::{Catalogue, Cell, ColumnKind, Heading, Table};

/// No vertical lines, a rule under the headings.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// The cells of a terminal between two columns, and where they get scarce.
const GAPS: [usize; 2] = [2, 1];

/// The cells below which a column of words is not narrowed: names and ids stay whole.
const LEAST_TEXT: usize = 10;

/// The cells below which a Chinese heading is not broken.
const LEAST_HEADING: usize = 8;

/// How many rows are drawn at a time: a table of millions of rows is never held whole.
const CHUNK: usize = 1_000;

/// A table as it is going to be drawn.
pub(super) struct Grid<'a> {
    /// What is the same in every row, heading and value.
    pub(super) same: Vec<(String, String)>,
    table: &'a Table,
    catalogue: &'a Catalogue,
    columns: Vec<Shown>,
    gap: usize,
    /// Its lines, where words in them have to be broken for a narrow terminal: how wide a column then is depends on all its cells.
    narrowed: Option<Vec<String>>,
}

/// A line of a table.
pub(super) enum GridLine<'a> {
    /// Of the headings.
    Heading(&'a str),
    /// Between headings, rows and total.
    Rule(&'a str),
    /// Of the rows.
    Row(&'a str),
    /// The total.
    Total(&'a str),
}

/// A column, and what has to be known of its cells.
struct Shown {
    /// Its place in the table.
    at: usize,
    kind: ColumnKind,
    heading: String,
    /// Whether the heading is a title, whose words may be broken where the line is full.
    titled: bool,
    /// The cells of the terminal that its widest text takes.
    widest: usize,
    /// What stands in its first row.
    first: Option<String>,
    /// Whether the same stands in every row.
    repeats: bool,
    total: String,
    /// Whether nothing is in it: all cells missing, or no money in any.
    empty: bool,
}

/// Plans a table for a terminal of `width` cells, or as wide as it comes out.
pub(super) fn draw<'a>(table: &'a Table, titles: &[Cell], catalogue: &'a Catalogue, width: Option<usize>) -> Grid<'a> {
    let (mut columns, same) = without_repetition(shown(table, titles, catalogue));
    let fits = |columns: &[Shown], gap| width.is_none_or(|width| whole_width(columns, gap) <= width);
    if !fits(&columns, GAPS[0]) && columns.iter().any(|shown| !shown.empty) {
        columns.retain(|shown| !shown.empty);
    }
    break_headings(&mut columns, |columns| fits(columns, GAPS[1]));
    let narrowest = |gap| columns.iter().map(Shown::least).sum::<usize>() + gaps(&columns, gap);
    let gap = GAPS.into_iter().find(|gap| fits(&columns, *gap));
    // where words must be broken, and where not even that is enough: then the terminal breaks whole lines
    let narrowed = width.filter(|width| gap.is_none() && narrowest(GAPS[1]) <= *width);
    let gap = gap.or_else(|| GAPS.into_iter().find(|gap| narrowed.is_some_and(|width| narrowest(*gap) <= width)));
    let gap = gap.unwrap_or(GAPS[1]);
    keep_total_word(table, catalogue, &mut columns);
    let narrowed = narrowed.map(|width| {
        let rows = table.rows.iter().map(|row| texts(&columns, &row, catalogue));
        let total = table.total.is_some().then(|| totals(&columns));
        arranged(&columns, gap, Some(width), rows, total)
    });
    Grid { same, table, catalogue, columns, gap, narrowed }
}

fn shown(table: &Table, titles: &[Cell], catalogue: &Catalogue) -> Vec<Shown> {
    let nothing = |cell: &Cell| match cell {
        Cell::Missing => true,
        Cell::Money(amount) => amount.is_zero(),
        Cell::Text(_) | Cell::Word(_) | Cell::Said(_) | Cell::Count(_) | Cell::Number(_) => false,
    };
    let text = |row: &[Cell], at: usize| row.get(at).map_or_else(String::new, |cell| for_people(cell, catalogue));
    let column = |(at, (column, heading)): (usize, (&Heading, String))| Shown {
        at,
        kind: column.kind,
        heading,
        titled: titles.get(at).is_some_and(|title| *title != Cell::Missing),
        widest: 0,
        first: None,
        repeats: true,
        total: table.total.as_ref().map_or_else(String::new, |row| text(row, at)),
        empty: true,
    };
    let headings = headings(table, titles, catalogue);
    let mut columns: Vec<Shown> = table.columns.iter().zip(headings).enumerate().map(column).collect();
    for row in table.rows.iter() {
        for shown in &mut columns {
            let text = text(&row, shown.at);
            shown.widest = shown.widest.max(wrap::cells(&text));
            shown.empty &= row.get(shown.at).is_none_or(nothing);
            match &shown.first {
                Some(first) => shown.repeats &= *first == text,
                None => shown.first = Some(text),
            }
        }
    }
    columns
}

/// The cells of a row, in the columns that are shown.
fn texts(columns: &[Shown], row: &[Cell], catalogue: &Catalogue) -> Vec<String> {
    let text = |shown: &Shown| row.get(shown.at).map_or_else(String::new, |cell| for_people(cell, catalogue));
    columns.iter().map(text).collect()
}

fn totals(columns: &[Shown]) -> Vec<String> {
    columns.iter().map(|shown| shown.total.clone()).collect()
}

/// Takes out the columns of words that say the same in every row. One column of words stays, to tell the row by.
fn without_repetition(columns: Vec<Shown>) -> (Vec<Shown>, Vec<(String, String)>) {
    let mut words = columns.iter().filter(|shown| shown.kind == ColumnKind::Text && !shown.empty).count();
    let (mut kept, mut same) = (Vec::new(), Vec::new());
    for shown in columns {
        let repeats = shown.kind == ColumnKind::Text && shown.repeats;
        match &shown.first {
            Some(value) if repeats && words > 1 && !value.is_empty() => {
                words -= 1;
                same.push((shown.heading, value.clone()));
            }
            _ => kept.push(shown),
        }
    }
    (kept, same)
}

/// Breaks Chinese headings into lines until the table fits, the one first that gains the most.
fn break_headings(columns: &mut [Shown], fits: impl Fn(&[Shown]) -> bool) {
    while !fits(columns) {
        let broken = columns.iter().enumerate().filter_map(|(at, shown)| Some((shown.natural(), at, shown.broken()?)));
        let gain = |natural: usize, heading: &str, shown: &Shown| {
            natural - shown.content().max(heading.lines().map(wrap::cells).max().unwrap_or_default())
        };
        let most = broken.max_by_key(|(natural, at, heading)| gain(*natural, heading, &columns[*at]));
        let Some((_, at, heading)) = most else { return };
        columns[at].heading = heading;
    }
}

/// Puts the word that heads the row of totals into the first free cell, where its own column is not shown.
fn keep_total_word(table: &Table, catalogue: &Catalogue, columns: &mut [Shown]) {
    let Some(word) = table.total.iter().flatten().find(|cell| matches!(cell, Cell::Word(_))) else { return };
    let word = for_people(word, catalogue);
    if columns.iter().all(|shown| shown.total != word)
        && let Some(free) = columns.iter_mut().find(|shown| shown.total.is_empty())
    {
        free.total = word;
    }
}

impl Grid<'_> {
    /// The cells of its widest line.
    pub(super) fn width(&self) -> usize {
        match &self.narrowed {
            Some(lines) => {
                lines.iter().filter(|line| !is_rule(line)).map(|line| wrap::cells(line)).max().unwrap_or_default()
            }
            None => whole_width(&self.columns, self.gap),
        }
    }

    /// Every line of it, from the headings to the total, with the rules between them.
    pub(super) fn each(&self, mut draw: impl FnMut(GridLine<'_>) -> io::Result<()>) -> io::Result<()> {
        let rule = "─".repeat(self.width());
        let has_total = self.table.total.is_some();
        if let Some(lines) = &self.narrowed {
            let headings = lines.iter().take_while(|line| !is_rule(line)).count();
            let end = lines.len() - usize::from(has_total);
            lines[..headings].iter().try_for_each(|line| draw(GridLine::Heading(line)))?;
            draw(GridLine::Rule(&rule))?;
            lines.get(headings + 1..end).unwrap_or_default().iter().try_for_each(|line| draw(GridLine::Row(line)))?;
            return if has_total { ended(&rule, &lines[end], draw) } else { Ok(()) };
        }
        let chunk = |rows: &mut dyn Iterator<Item = Vec<String>>| {
            // A row as wide as all of them keeps the columns of each part where they are, and is left out.
            let widest = self.columns.iter().map(|shown| "0".repeat(shown.natural())).collect();
            let mut lines = arranged(&self.columns, self.gap, None, rows.chain([widest]), None);
            lines.pop();
            lines
        };
        let headings = chunk(&mut iter::empty());
        headings.iter().filter(|line| !is_rule(line)).try_for_each(|line| draw(GridLine::Heading(line)))?;
        draw(GridLine::Rule(&rule))?;
        let mut rows = self.table.rows.iter().map(|row| texts(&self.columns, &row, self.catalogue)).peekable();
        while rows.peek().is_some() {
            let lines = chunk(&mut rows.by_ref().take(CHUNK));
            lines[headings.len()..].iter().try_for_each(|line| draw(GridLine::Row(line)))?;
        }
        if has_total {
            let lines = chunk(&mut iter::once(totals(&self.columns)));
            ended(&rule, &lines[headings.len()], draw)?;
        }
        Ok(())
    }
}

fn ended(rule: &str, total: &str, mut draw: impl FnMut(GridLine<'_>) -> io::Result<()>) -> io::Result<()> {
    draw(GridLine::Rule(rule))?;
    draw(GridLine::Total(total))
}

fn is_rule(line: &str) -> bool {
    line.starts_with('─')
}

impl Shown {
    /// The cells that its widest figure or text takes, the heading left out.
    fn content(&self) -> usize {
        self.widest.max(wrap::cells(&self.total))
    }

    /// The cells that it takes when nothing in it is broken further.
    fn natural(&self) -> usize {
        self.content().max(self.heading.lines().map(wrap::cells).max().unwrap_or_default())
    }

    /// Its heading in two lines, where it has no words that could be parted: what is in brackets below the rest, or as narrow as
    /// can be.
    fn broken(&self) -> Option<String> {
        if self.titled || self.heading.contains([' ', '\n']) {
            return None;
        }
        if let Some(at) = self.heading.find(['（', '(']).filter(|at| *at > 0) {
            let (name, bracketed) = self.heading.split_at(at);
            return Some(format!("{name}\n{bracketed}"));
        }
        let widths = self.content().max(LEAST_HEADING)..wrap::cells(&self.heading);
        widths
            .map(|width| wrap::lines(&self.heading, width))
            .find(|lines| lines.len() == 2)
            .map(|lines| lines.join("\n"))
    }

    /// The cells that it needs: a figure is never broken, nor a word of a heading, nor a short name.
    fn least(&self) -> usize {
        let most = if self.titled { LEAST_TEXT } else { usize::MAX };
        let word = |text: &String| text.split([' ', '\n']).map(wrap::cells).max().unwrap_or_default().min(most);
        let content = if self.kind.is_words() { self.content().min(LEAST_TEXT) } else { self.content() };
        content.max(word(&self.heading))
    }
}

fn whole_width(columns: &[Shown], gap: usize) -> usize {
    columns.iter().map(Shown::natural).sum::<usize>() + gaps(columns, gap)
}

fn gaps(columns: &[Shown], gap: usize) -> usize {
    gap * columns.len().saturating_sub(1)
}

/// The lines of headings, rule, rows and total, in this order. The total takes exactly one.
fn arranged(
    columns: &[Shown],
    gap: usize,
    width: Option<usize>,
    rows: impl Iterator<Item = Vec<String>>,
    total: Option<Vec<String>>,
) -> Vec<String> {
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let mut grid = comfy_table::Table::new();
    grid.load_style(STYLE).set_header(columns.iter().map(|shown| shown.heading.as_str()));
    for row in rows {
        grid.add_row(row);
    }
    if let Some(total) = total {
        let mut row = Row::from(total);
        row.max_height(1);
        grid.add_row(row);
    }
    if let Some(width) = width {
        grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(cells(width));
    }
    for (position, (column, shown)) in grid.column_iter_mut().zip(columns).enumerate() {
        // one cell of the gap is the vertical line that is not drawn
        let right = if position + 1 == columns.len() { 0 } else { cells(gap - 1) };
        column.set_padding((0, right));
        if !shown.kind.is_words() {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if width.is_some() {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(cells(shown.least()) + right)));
        }
    }
    grid.lines().map(|line| line.trim_end().to_string()).collect()
}
