//! A report as data: tables with stable keys, which know nothing of the format they will be written in.

use std::sync::Arc;

use crate::diagnostics::Message;
use crate::report::Rows;
use crate::units::Decimal;

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
    /// the tables of `table` and `markdown`, as `notes` in JSON, and on stderr for CSV.
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
    /// A table. In CSV only the first one is written.
    Table(Table),
    /// A table for spreadsheets only: CSV writes it in place of the first of the others.
    Sheet(Table),
    /// A table for programs only: CSV, JSON and workbooks write it, other people do not see it.
    Data(Table),
}

/// Rows and columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The key of the table in JSON, such as `rows`.
    pub key: &'static str,
    /// The columns, each with its stable key.
    pub columns: Vec<Column>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Rows,
    /// A last row with sums, for people: `table` and `markdown` only.
    pub total: Option<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The English name, the heading in CSV and the key in JSON; the catalogue has `column-KEY` for people (`_` as `-`).
    pub key: &'static str,
    /// What the cells are.
    pub kind: Kind,
}

/// What the cells of a column are, and so how they are aligned and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// No value: an empty cell, `null`. Never 0.
    Missing,
    /// A name, an id, a date.
    Text(Arc<str>),
    /// A word of the program (`low`, `parcel`): machine formats write it as it is, people read `word-WORD` of the catalogue.
    Word(&'static str),
    /// A sentence of the catalogue, in the language of the reader.
    Said(Box<Message>),
    /// A count.
    Count(u64),
    /// An amount in yuan, already rounded, two places.
    Money(Decimal),
    /// A figure as it is.
    Number(Decimal),
}

impl Column {
    /// A column of words.
    #[must_use]
    pub const fn text(key: &'static str) -> Self {
        Self { key, kind: Kind::Text }
    }
}

impl Cell {
    /// A text, or a missing value where it is empty.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(text.into()) }
    }
}
