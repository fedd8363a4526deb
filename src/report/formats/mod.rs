//! The formats that a report can be written in. They know tables and sentences, and nothing of wages.

mod csv;
mod grid;
mod json;
mod markdown;
mod table;
mod wrap;
mod xlsx;

use std::io;
use std::io::Write;
use std::path::Path;

use crate::diagnostics::Problem;
use crate::report::figures::grouped;
use crate::report::{Block, Catalogue, Cell, Column, Language, Made, Report, Table};
use crate::units::Decimal;

/// A format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, in a terminal.
    Table,
    /// For spreadsheets and scripts.
    Csv,
    /// For programs, with a version.
    Json,
    /// For documents.
    Markdown,
    /// A workbook, for people with a spreadsheet: into a file only, by its ending.
    #[value(skip)]
    Xlsx,
}

impl Format {
    /// Its name, as `-f` has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Xlsx => "xlsx",
        }
    }

    /// How its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Markdown => "md",
            Self::Csv | Self::Json | Self::Xlsx => self.name(),
        }
    }

    /// The format that the name of a file speaks of by its ending; `None` where it has none, or one that says nothing.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "txt" => Some(Self::Table),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "md" | "markdown" => Some(Self::Markdown),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// How a report is to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// How many cells a line of the terminal has; `None`: as wide as it needs to be (a file, a pipe).
    pub width: Option<usize>,
    /// Whether the terminal shows headings in bold.
    pub colour: bool,
    /// The language of the headings and words in CSV, where `None` is English, and in a workbook, where `None` is that of the
    /// reader. English are the stable keys of the columns.
    pub headings: Option<Language>,
    /// Whether CSV begins with a byte order mark.
    pub bom: bool,
    /// How the report was made, where it is to say so. CSV has no place for it.
    pub made: Option<&'a Made>,
}

/// Whether the format can hold the report.
///
/// # Errors
/// What a workbook has no room for.
pub fn fits(report: &Report, format: Format) -> Result<(), Problem> {
    match format {
        Format::Xlsx => xlsx::unfit(report).map_or(Ok(()), Err),
        Format::Table | Format::Csv | Format::Json | Format::Markdown => Ok(()),
    }
}

/// Writes a report that [`fits`], in the language of the catalogue.
///
/// # Errors
/// What the operating system says of `out`.
pub fn write(
    report: &Report,
    format: Format,
    catalogue: &Catalogue,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => table::write(report, catalogue, options, out),
        Format::Csv => csv::write(report, catalogue, options, out),
        Format::Json => json::write(report, catalogue, options, out),
        Format::Markdown => markdown::write(report, catalogue, options, out),
        Format::Xlsx => xlsx::write(report, catalogue, options, out),
    }
}

/// The tables that programs read, in order.
fn for_programs(report: &Report) -> impl Iterator<Item = &Table> {
    report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) | Block::Data(table) => Some(table),
        Block::Heading(..)
        | Block::Paragraph(_)
        | Block::List(..)
        | Block::Quote(_)
        | Block::Code(_)
        | Block::Shown(_)
        | Block::Beside(..)
        | Block::Sheet(_) => None,
    })
}

/// The table that spreadsheets read: the one made for them, else the first for programs.
fn for_spreadsheets(report: &Report) -> Option<&Table> {
    let made = report.blocks.iter().find_map(|block| if let Block::Sheet(table) = block { Some(table) } else { None });
    made.or_else(|| for_programs(report).next())
}

/// The headings of a table for people: its titles, and the catalogue's words where it has none.
fn headings(table: &Table, titles: &[Cell], catalogue: &Catalogue) -> Vec<String> {
    let heading = |(position, column): (usize, &Column)| match titles.get(position) {
        None | Some(Cell::Missing) => catalogue.column(column.key),
        Some(title) => for_people(title, catalogue),
    };
    table.columns.iter().enumerate().map(heading).collect()
}

/// An amount with two places, and no digit of it lost where it has more.
fn money(amount: Decimal) -> String {
    let mut shown = amount;
    if shown.scale() < 2 {
        shown.rescale(2);
    }
    shown.to_string()
}

/// A cell as people read it, on one line.
fn for_people(cell: &Cell, catalogue: &Catalogue) -> String {
    match cell {
        Cell::Missing => String::new(),
        Cell::Text(text) => one_line(text),
        Cell::Word(word) => catalogue.word(word),
        Cell::Said(message) => one_line(&catalogue.say(message)),
        Cell::Count(count) => grouped(&count.to_string()),
        Cell::Money(amount) => grouped(&money(*amount)),
        Cell::Number(figure) => grouped(&figure.to_string()),
    }
}

/// A text without line ends and without the control characters by which a file could rewrite the terminal.
fn one_line(text: &str) -> String {
    let shown = |character: char| match character {
        '\n' | '\t' | '\r' => ' ',
        other if other.is_control() => '\u{fffd}',
        other => other,
    };
    text.trim_end_matches(['\n', '\r']).replace("\r\n", "\n").chars().map(shown).collect()
}
