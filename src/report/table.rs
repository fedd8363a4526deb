//! A report as data: tables with stable keys, which know nothing of the format they will be written in.
//!
//! A view lists the columns of a table once: of each its key, its kind, what stands in it of a row, and where people see a row
//! of sums, what stands there.
//!
//! ```text
//! Table::of("rows", &arrears, vec![
//!     Column::text("company", |one| Cell::name(&one.company)).total(Cell::Word("total")),
//!     Column::text("courier", |one| Cell::name(&one.courier)).only_if(by_courier),
//!     Column::money("due", |one| one.due).total(sum),
//! ])
//! ```

use std::fmt;

use crate::diagnostics::Message;
use crate::report::cell::Cell;
use crate::report::rows::Rows;

/// What a command answers: its tables and what must be said beside them.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The name of the format, such as `pay`; in JSON `wagepact/pay` with [`Report::version`].
    pub name: &'static str,
    /// The version of the columns and keys; grows when one changes its meaning or goes away.
    pub version: u32,
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// Remarks that belong to the figures: the annual factor with its reason, assumptions, what is not computed. Shown below
    /// the tables of `table`, `markdown` and `html`, as `notes` in JSON, and on stderr for CSV.
    pub notes: Vec<Message>,
}

/// A piece of a report.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading; depth 1 is the title of the document. Machine formats leave it out.
    Heading(u8, Message),
    /// A paragraph. Machine formats leave it out.
    Paragraph(Message),
    /// What a list is about, and its items, close to each other. Machine formats leave it out.
    List(Message, Vec<Message>),
    /// Words quoted from an agreement. Machine formats leave it out.
    Quote(String),
    /// Words to be copied as they stand, such as a command: never broken into lines. Machine formats leave it out.
    Code(String),
    /// A table for people only; machine formats and workbooks leave it out.
    Shown(Table),
    /// The same, with headings that the catalogue does not have, such as the titles of proposals, one for each column; a
    /// missing one is the column's own.
    Beside(Table, Vec<Cell>),
    /// The same as bars under a title, a group for each row and a bar for each figure: a page of HTML draws them, other formats
    /// leave them out.
    Bars(Option<Message>, Table, Vec<Cell>),
    /// A table. In CSV only the first one is written.
    Table(Table),
    /// A table for spreadsheets only: CSV writes it in place of the first of the others.
    Sheet(Table),
    /// What a workbook has in place of the table of the same key: the same rows with more columns than programs are promised.
    /// Other formats leave it out.
    Workbook(Table),
    /// Papers to be handed out. Machine formats leave them out.
    Papers(Papers),
    /// A table for programs only: CSV, JSON and workbooks write it, other people do not see it.
    Data(Table),
}

/// Sheets of paper that are handed out one by one.
#[derive(Clone, Debug)]
pub struct Papers {
    /// Whether they are strips, several a page with lines along which they are cut, and not each on a page of its own.
    pub strips: bool,
    /// Whether a workbook has a sheet for each, and not all of them on one.
    pub apart: bool,
    /// In order, each with the name of its sheet.
    pub papers: Vec<(String, Vec<Block>)>,
}

/// Rows and columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The key of the table in JSON, such as `rows`.
    pub key: &'static str,
    /// The headings of the columns.
    pub columns: Vec<Heading>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Rows,
    /// A last row with sums, for people: `table` and `markdown` only.
    pub total: Option<Vec<Cell>>,
}

/// The heading of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The English name, the heading in CSV and the key in JSON; the catalogue has `column-KEY` for people (`_` as `-`).
    pub key: &'static str,
    /// What the cells below it are.
    pub kind: ColumnKind,
}

/// What the cells of a column are, and so how they are aligned and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, to the left.
    Text,
    /// Words by which a row is told, to the left: people see them even where every row says the same.
    Item,
    /// Whole numbers of things (parcels, couriers, days); people see thousands separated.
    Count,
    /// Yuan, two places; people see thousands separated.
    Money,
    /// A figure with the places it has: a rate, a quantity, a multiple, a percentage.
    Number,
}

impl ColumnKind {
    /// Whether they are words, to the left, and not figures, to the right.
    #[must_use]
    pub const fn is_words(self) -> bool {
        matches!(self, Self::Text | Self::Item)
    }
}

impl Heading {
    /// The heading of a column of words.
    #[must_use]
    pub const fn text(key: &'static str) -> Self {
        Self { key, kind: ColumnKind::Text }
    }
}

/// What stands in a column of a row.
type Shows<'a, R> = Box<dyn Fn(&R) -> Cell + Send + Sync + 'a>;

/// A column of a table whose rows show an `R` each: its heading, and what stands below it.
pub struct Column<'a, R> {
    heading: Heading,
    title: Cell,
    cell: Shows<'a, R>,
    total: Cell,
    left_out: bool,
}

impl<R> fmt::Debug for Column<'_, R> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.heading.fmt(out)
    }
}

impl<'a, R> Column<'a, R> {
    /// A column of any kind.
    pub fn of<C: Into<Cell>>(kind: ColumnKind, key: &'static str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        let cell = Box::new(move |row: &R| cell(row).into());
        Self { heading: Heading { key, kind }, title: Cell::Missing, cell, total: Cell::Missing, left_out: false }
    }

    /// A column of words.
    pub fn text<C: Into<Cell>>(key: &'static str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        Self::of(ColumnKind::Text, key, cell)
    }

    /// A column of words by which a row is told.
    pub fn item<C: Into<Cell>>(key: &'static str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        Self::of(ColumnKind::Item, key, cell)
    }

    /// A column of counts.
    pub fn count<C: Into<Cell>>(key: &'static str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        Self::of(ColumnKind::Count, key, cell)
    }

    /// A column of amounts in yuan.
    pub fn money<C: Into<Cell>>(key: &'static str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        Self::of(ColumnKind::Money, key, cell)
    }

    /// A column of figures.
    pub fn number<C: Into<Cell>>(key: &'static str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        Self::of(ColumnKind::Number, key, cell)
    }

    /// With what stands below it in the row of sums.
    #[must_use]
    pub fn total(self, total: impl Into<Cell>) -> Self {
        Self { total: total.into(), ..self }
    }

    /// With a title in place of its heading; see [`Block::Beside`].
    #[must_use]
    pub fn titled(self, title: Cell) -> Self {
        Self { title, ..self }
    }

    /// The same, or left out.
    #[must_use]
    pub fn only_if(self, shown: bool) -> Self {
        Self { left_out: !shown, ..self }
    }
}

impl Table {
    /// A table of these rows with these columns, and with a row of sums where a column has one.
    pub fn of<R>(key: &'static str, rows: impl IntoIterator<Item = R>, columns: Vec<Column<'_, R>>) -> Self {
        Self::summed(key, rows, None, columns)
    }

    /// The same where the row of sums is a row like the others.
    pub fn summed<R>(
        key: &'static str,
        rows: impl IntoIterator<Item = R>,
        sums: Option<R>,
        columns: Vec<Column<'_, R>>,
    ) -> Self {
        let (head, cells) = Self::headed(key, columns);
        let row = |row: R| -> Vec<Cell> { cells.iter().map(|cell| cell(&row)).collect() };
        Self { rows: rows.into_iter().map(row).collect(), total: sums.map(row).or(head.total), ..head }
    }

    /// The same for many rows: the cells of each are made when they are written.
    #[must_use]
    pub fn lazy<R: Send + Sync + 'static>(key: &'static str, rows: Vec<R>, columns: Vec<Column<'static, R>>) -> Self {
        let (head, cells) = Self::headed(key, columns);
        Self { rows: Rows::lazy(rows.len(), move |at| cells.iter().map(|cell| cell(&rows[at])).collect()), ..head }
    }

    fn headed<'a, R>(key: &'static str, columns: Vec<Column<'a, R>>) -> (Self, Vec<Shows<'a, R>>) {
        let (mut head, mut total, mut cells) = (Self { key, ..Self::default() }, Vec::new(), Vec::new());
        for column in columns.into_iter().filter(|column| !column.left_out) {
            head.columns.push(column.heading);
            total.push(column.total);
            cells.push(column.cell);
        }
        head.total = total.iter().any(|cell| *cell != Cell::Missing).then_some(total);
        (head, cells)
    }

    /// The same without its row of sums where they must not be added.
    #[must_use]
    pub fn summed_only_if(self, summed: bool) -> Self {
        Self { total: self.total.filter(|_| summed), ..self }
    }
}

impl Block {
    /// A table for people, with the titles of its columns; see [`Table::summed`].
    pub fn beside<R>(key: &'static str, rows: Vec<R>, sums: Option<R>, columns: Vec<Column<'_, R>>) -> Self {
        let titles = columns.iter().filter(|column| !column.left_out).map(|column| column.title.clone()).collect();
        Self::Beside(Table::summed(key, rows, sums, columns), titles)
    }
}

impl Block {
    /// Bars of the figures of some rows; see [`Block::Bars`].
    #[must_use]
    pub fn bars<R>(title: Message, key: &'static str, rows: Vec<R>, columns: Vec<Column<'_, R>>) -> Self {
        let titles = columns.iter().filter(|column| !column.left_out).map(|column| column.title.clone()).collect();
        Self::Bars(Some(title), Table::of(key, rows, columns), titles)
    }
}

impl Report {
    /// A report of one table, in the first version of its columns.
    #[must_use]
    pub fn of(name: &'static str, table: Table, notes: Vec<Message>) -> Self {
        Self { name, version: 1, blocks: vec![Block::Table(table)], notes }
    }
}
