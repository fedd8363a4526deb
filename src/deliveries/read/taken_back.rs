//! A first reading for parcels that were taken back, where a map says by which statuses.

use std::ops::Range;
use std::path::PathBuf;

use crate::deliveries::count::revocations::Revocations;
use crate::deliveries::csv::record;
use crate::deliveries::read::blocks::{Block, BlockReader, Progress, ReadOptions};
use crate::deliveries::row::columns::place;
use crate::deliveries::row::fault::Fault;
use crate::deliveries::row::fields::{Careful, Fields};
use crate::deliveries::row::when::Days;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::input::is_stdin;
use crate::tables::map::Map;

/// Reads which parcels were taken back; nothing where the map does not name the statuses.
///
/// # Errors
/// That a log cannot be read twice, and rows that do not say which parcel was taken back.
pub(crate) fn revocations(
    paths: &[PathBuf],
    options: ReadOptions<'_>,
    size: usize,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Revocations, Problems> {
    let is_named = options.map.is_some_and(Map::has_revoked);
    let mut reading = Reading {
        found: Revocations::default(),
        days: Days::new(),
        fields: Vec::new(),
        line: 1,
        problems: Problems::new(),
    };
    if !is_named {
        return Ok(reading.found);
    }
    if paths.iter().any(|path| is_stdin(path)) {
        return Err(Problem::new(Message::new("log-revoked-stdin")).into());
    }
    // What else is wrong the next reading tells.
    let mut blocks = BlockReader::new(paths, options, size)?;
    let mut buffer = Vec::new();
    while let Some((block, read)) = blocks.next(&mut buffer) {
        reading.block(&block, &buffer[..block.end]);
        progress(read);
    }
    if reading.problems.is_empty() { Ok(reading.found) } else { Err(reading.problems) }
}

/// Looks for rows by which a parcel was taken back, block after block.
struct Reading {
    found: Revocations,
    days: Days,
    fields: Vec<Range<usize>>,
    /// The number of the line that is looked at.
    line: u64,
    problems: Problems,
}

impl Reading {
    fn block(&mut self, block: &Block, bytes: &[u8]) {
        if let Some(lines) = block.lines_before {
            self.line = lines + 1;
            self.days.forget();
        }
        let mut fields = std::mem::take(&mut self.fields);
        let first = self.line;
        let lines = record::each(bytes, block.layout.delimiter, &mut fields, |lines, fields| {
            self.line = first + lines;
            if fields.len() == block.layout.width {
                // A row that cannot be read is told of by the next reading.
                let _ = self.row(block, &Careful { bytes, fields });
            }
        });
        self.line = first + lines;
        self.fields = fields;
    }

    fn row(&mut self, block: &Block, row: &Careful<'_>) -> Result<(), Fault> {
        let layout = &*block.layout;
        let Some((field, ticket)) = layout.unique().zip(block.ticket) else { return Ok(()) };
        let status = layout.text(place::STATUS, row)?;
        if !layout.revokes(&status) || !layout.keeps(row)? {
            return Ok(());
        }
        let number = layout.present(field, row)?;
        if number.is_empty() {
            let message = Message::new("log-revoked-parcel-empty").with("heading", layout.heading(field));
            let text = layout.encoding.shown(&row.bytes[row.start(0)..row.end(layout.width - 1)]).into_owned();
            let text = text.lines().next().unwrap_or_default();
            self.problems.push(Problem::new(message).at(Place::in_line(&layout.file, self.line, text, 0..text.len())));
            return Ok(());
        }
        let when = self.days.read(layout, row).ok().map(|when| (when.day, when.first_at));
        self.found.add(&number, when, (ticket, row.start(0)));
        Ok(())
    }
}
