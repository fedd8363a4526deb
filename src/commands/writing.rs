//! In which format an answer is written: what `-f` says, else the ending of the file of `-o`, else the command's own.

use crate::cli::{Cli, Command, Output};
use crate::commands::answer::{Answer, Body};
use crate::diagnostics::{Message, Problem};
use crate::files::input::STDIN;
use crate::report::formats::Format;

/// Workbooks that we do not write.
const OTHER_WORKBOOKS: [&str; 5] = ["xls", "xlsm", "xlsb", "ods", "et"];

/// The format of the answer.
///
/// # Errors
/// That the file is named as what will not be in it, and would not open; flags that do not go with the format.
pub(super) fn format(cli: &Cli) -> Result<Format, Problem> {
    let format = named(cli)?;
    if cli.output.bom && format != Format::Csv {
        return Err(Problem::new(Message::new("bom-without-csv").with("format", format.name())));
    }
    if cli.output.provenance && cli.output.quiet && format == Format::Csv {
        return Err(Problem::new(Message::new("provenance-quiet")));
    }
    if matches!(cli.command, Command::Handout(_)) && matches!(format, Format::Csv | Format::Json | Format::Xlsx) {
        return Err(Problem::new(Message::new("handout-format").with("format", format.name())));
    }
    Ok(format)
}

/// What `-f`, the ending of the file, or the command says.
fn named(cli: &Cli) -> Result<Format, Problem> {
    let asked = cli.output.format;
    let Some(path) = cli.output.output.as_deref().filter(|path| path.as_os_str() != STDIN) else {
        return Ok(asked.unwrap_or_else(|| usual(&cli.command)));
    };
    let file = path.to_string_lossy();
    let of_file = Format::of_file(path);
    match (asked, of_file) {
        (Some(asked), Some(Format::Xlsx)) if asked != Format::Xlsx => {
            let message = Message::new("xlsx-other-format").with("file", file).with("format", asked.name());
            Err(Problem::new(message.with("ending", asked.ending())))
        }
        // A spreadsheet opens a workbook under its own ending only.
        (Some(Format::Xlsx), of_file) if of_file != Some(Format::Xlsx) => {
            Err(Problem::new(Message::new("xlsx-ending").with("file", file)))
        }
        (None, None) if path.extension().is_some_and(|end| OTHER_WORKBOOKS.iter().any(|other| end == *other)) => {
            Err(Problem::new(Message::new("xlsx-other-workbook").with("file", file)))
        }
        (None, None) if path.extension().is_some() && writes_report(&cli.command) => {
            Err(Problem::new(Message::new("writing-ending").with("file", file)))
        }
        _ => Ok(asked.or(of_file).unwrap_or_else(|| usual(&cli.command))),
    }
}

/// Whether the answer can be written in that format.
///
/// # Errors
/// That a text is to be a workbook, or to have what only a report has.
pub(super) fn fits(answer: &Answer, format: Format, output: &Output) -> Result<(), Problem> {
    let is_report = matches!(answer.body, Body::Report(_));
    if output.bom && !is_report {
        return Err(Problem::new(Message::new("bom-without-report")));
    }
    if output.provenance && !is_report {
        return Err(Problem::new(Message::new("provenance-without-report")));
    }
    match (&answer.body, &output.output) {
        (Body::Text(_) | Body::Table { .. }, Some(path)) if format == Format::Xlsx => {
            Err(Problem::new(Message::new("xlsx-no-report").with("file", path.to_string_lossy())))
        }
        _ => Ok(()),
    }
}

/// Whether the answer is a report, which has a format; the others are a text of their own kind.
fn writes_report(command: &Command) -> bool {
    match command {
        Command::Tally(tally) => tally.sql.is_none(),
        Command::Map(_) | Command::Init(_) | Command::Schema(_) | Command::Completions(_) | Command::Man(_) => false,
        _ => true,
    }
}

/// The format where nothing says another.
fn usual(command: &Command) -> Format {
    match command {
        Command::Tally(_) => Format::Csv,
        Command::Handout(_) => Format::Html,
        _ => Format::Table,
    }
}
