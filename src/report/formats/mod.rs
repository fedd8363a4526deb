//! The formats that a report can be written in. They know tables and sentences, and nothing of wages.

mod bars;
mod cells;
mod csv;
mod grid;
mod html;
mod json;
mod markdown;
mod page;
mod parts;
mod table;
mod words;
mod xlsx;

use std::io;
use std::io::Write;
use std::path::Path;

use clap::ValueEnum;

use crate::diagnostics::Problem;
use crate::report::formats::page::Page;
use crate::report::{Catalogue, Report};

pub use crate::report::formats::page::Options;

/// A format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, in a terminal.
    Table,
    /// For spreadsheets and scripts.
    Csv,
    /// For programs, with a version.
    Json,
    /// For documents.
    Markdown,
    /// A page for a browser and for paper.
    Html,
    /// A workbook, for people with a spreadsheet.
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
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// How its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Markdown => "md",
            Self::Csv | Self::Json | Self::Html | Self::Xlsx => self.name(),
        }
    }

    /// The format that the name of a file speaks of by its ending; `None` where it has none, or one that says nothing.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        // Its name is an ending too, such as `markdown`; no file ends in `table`.
        let speaks = |format: &Self| format.ending() == ending || (format.name() == ending && *format != Self::Table);
        Self::value_variants().iter().copied().find(speaks)
    }
}

/// Whether the format can hold the report.
///
/// # Errors
/// What a workbook has no room for.
pub fn fits(report: &Report, format: Format) -> Result<(), Problem> {
    match format {
        Format::Xlsx => xlsx::unfit(report).map_or(Ok(()), Err),
        Format::Table | Format::Csv | Format::Json | Format::Markdown | Format::Html => Ok(()),
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
    let page = Page { report, catalogue, options };
    match format {
        Format::Table => table::write(&page, out),
        Format::Csv => csv::write(&page, out),
        Format::Json => json::write(&page, out),
        Format::Markdown => markdown::write(&page, out),
        Format::Html => html::write(&page, out),
        Format::Xlsx => xlsx::write(&page, out),
    }
}
