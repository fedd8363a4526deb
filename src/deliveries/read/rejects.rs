//! The rows that could not be read, written as a log that can be mended and read again.

use std::borrow::Cow;
use std::io::Write;
use std::str;

use crate::deliveries::read::rejected::Rejected;
use crate::deliveries::row::columns::COLUMNS;
use crate::diagnostics::{Message, Problem};
use crate::units::money;

/// Where rows that cannot be read go.
pub struct Rejects<'a> {
    /// The file that takes them.
    pub out: &'a mut dyn Write,
    /// What is wrong, in the language of the reader.
    pub words: &'a dyn Fn(&Message) -> String,
}

/// What the columns say that follow those of a log.
pub(crate) const FURTHER: [&str; 5] = ["file", "line", "column", "problem", "row"];

/// Writes rejected rows as CSV.
pub(crate) struct Writer<'a> {
    csv: csv::Writer<&'a mut dyn Write>,
    words: &'a dyn Fn(&Message) -> String,
    /// What was said last: where a whole column is empty, it is the same for every row.
    said: Option<(Message, String)>,
}

impl<'a> Writer<'a> {
    /// Writes the headings.
    ///
    /// # Errors
    /// That the file takes no more.
    pub(crate) fn new(rejects: Rejects<'a>) -> Result<Self, Problem> {
        let mut csv = csv::Writer::from_writer(rejects.out);
        csv.write_record(COLUMNS.iter().map(|column| column.name).chain(FURTHER)).map_err(|error| full(&error))?;
        Ok(Self { csv, words: rejects.words, said: None })
    }

    /// Writes rows, each under the log's own column names, and what is wrong with it.
    ///
    /// # Errors
    /// That the file takes no more.
    pub(crate) fn write(&mut self, rows: &[Rejected]) -> Result<(), Problem> {
        for row in rows {
            let place = row.problem.place.as_deref();
            let (file, line, column) = place.map_or(("", 0, 0), |place| (&*place.file, place.line, place.column));
            let message = &row.problem.message;
            let said = self.said.take().filter(|(said, _)| said == message);
            let (_, words) = self.said.insert(said.unwrap_or_else(|| (message.clone(), (self.words)(message))));
            let (line, column) = (line.to_string(), column.to_string());
            let further = [file, &line, &column, words].map(str::as_bytes);
            let cells = row.cells.iter().map(Vec::as_slice).chain(further).chain([row.row.as_slice()]);
            self.csv.write_record(cells.map(safe)).map_err(|error| full(&error))?;
        }
        Ok(())
    }

    /// Writes out what is left.
    ///
    /// # Errors
    /// That the file takes no more.
    pub(crate) fn finish(mut self) -> Result<(), Problem> {
        self.csv.flush().map_err(|error| full(&error.into()))
    }
}

/// A cell that a spreadsheet would run as a formula, with a `'` before it; the reading of names takes that away again.
fn safe(cell: &[u8]) -> Cow<'_, [u8]> {
    let number = || str::from_utf8(cell).is_ok_and(|text| money::parse(text).is_some());
    match cell.first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r') if !number() => Cow::Owned([b"'", cell].concat()),
        _ => Cow::Borrowed(cell),
    }
}

fn full(error: &csv::Error) -> Problem {
    Problem::new(Message::new("log-rejects-unwritable").with("reason", error.to_string()))
}
