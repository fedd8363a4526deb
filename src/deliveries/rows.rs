//! The rows of one courier, found in the log by a second reading: the file and the line of each.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::deliveries::cell;
use crate::deliveries::columns::DELIVERED;
use crate::deliveries::columns::SERVICE;
use crate::deliveries::columns::place;
use crate::deliveries::feed::Block;
use crate::deliveries::feed::Feed;
use crate::deliveries::layout::Layout;
use crate::deliveries::read::BLOCK;
use crate::deliveries::read::Progress;
use crate::deliveries::record;
use crate::deliveries::row::Careful;
use crate::deliveries::row::Row as _;
use crate::deliveries::when::Days;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::source::encoding::Stated;
use crate::source::input::is_stdin;
use crate::units::Date;
use crate::units::Term;

/// One row of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// The log as it was named.
    pub file: Arc<str>,
    /// The line on which the row begins, counted from 1.
    pub line: u64,
    /// The day of delivery; `None` where a row that was not delivered names none.
    pub date: Option<Date>,
    /// The company; empty where the row names none.
    pub company: Arc<str>,
    /// The area; empty where the row names none.
    pub area: Arc<str>,
    /// The service.
    pub service: Arc<str>,
    /// How many parcels; `None` where a row that was not delivered gives no number.
    pub parcels: Option<u64>,
    /// The status; empty where the log has no such column.
    pub status: Arc<str>,
    /// Whether it counts.
    pub counted: bool,
}

/// Finds all rows of a courier within a term, in the order of the files and their lines. Rows that cannot be read are passed
/// over: the first reading has told of them.
///
/// # Errors
/// That one of the logs is the standard input, which cannot be read again; logs that cannot be read.
pub fn rows(
    paths: &[PathBuf],
    encoding: Option<Stated>,
    delivered: Option<&[String]>,
    courier: &str,
    term: Term,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Vec<LogRow>, Problems> {
    rereadable(paths)?;
    let mut feed = Feed::new(paths, encoding, BLOCK)?;
    let usual = DELIVERED.map(String::from);
    let mut finder = Finder {
        courier,
        delivered: delivered.unwrap_or(&usual),
        days: Days::new(),
        fields: Vec::new(),
        line: 1,
        found: Vec::new(),
    };
    let mut buffer = Vec::new();
    while let Some((block, read)) = feed.next(&mut buffer) {
        finder.block(&block, &buffer[block.start..block.end]);
        progress(read);
    }
    if !feed.problems.is_empty() {
        return Err(feed.problems);
    }
    finder.found.retain(|row| row.date.is_none_or(|date| term.contains(date)));
    Ok(finder.found)
}

/// Whether every log can be read a second time.
///
/// # Errors
/// That one of them is the standard input.
pub fn rereadable(paths: &[PathBuf]) -> Result<(), Problems> {
    if paths.iter().any(|path| is_stdin(path)) {
        return Err(Problem::new(Message::new("log-stdin-again")).into());
    }
    Ok(())
}

/// Looks for one courier, block after block.
struct Finder<'a> {
    courier: &'a str,
    delivered: &'a [String],
    days: Days,
    fields: Vec<Range<usize>>,
    /// The number of the line that is looked at.
    line: u64,
    found: Vec<LogRow>,
}

impl Finder<'_> {
    fn block(&mut self, block: &Block, bytes: &[u8]) {
        if let Some(lines) = block.lines_before {
            self.line = lines + 1;
        }
        let mut fields = std::mem::take(&mut self.fields);
        let (mut at, mut counted) = (0, 0);
        while let Some(next) = record::fields(bytes, at, &mut fields) {
            let begins = fields.first().map_or(at, |field| field.start);
            self.line += record::line_ends(&bytes[counted..begins]);
            counted = begins;
            if fields.len() == block.layout.width {
                let row = self.row(&block.layout, &Careful { bytes, fields: &fields });
                self.found.extend(row);
            }
            at = next;
        }
        self.line += record::line_ends(&bytes[counted..]);
        self.fields = fields;
    }

    /// The row, where it is the courier's and can be read.
    fn row(&mut self, layout: &Layout, row: &Careful<'_>) -> Option<LogRow> {
        if cell::name(row.field(layout.courier), layout.encoding).ok()? != self.courier {
            return None;
        }
        let name = |column: usize| match layout.position(column) {
            Some(field) => cell::name(row.field(field), layout.encoding).ok().map(|name| Arc::from(&*name)),
            None => Some(Arc::default()),
        };
        let status: Arc<str> = name(place::STATUS)?;
        let counted = layout.position(place::STATUS).is_none()
            || self.delivered.iter().any(|delivered| delivered.eq_ignore_ascii_case(&status));
        let date = self.days.read(layout, row).ok().map(|when| when.day);
        let parcels = match layout.position(place::PARCELS) {
            Some(field) => cell::parcels(row.field(field), layout.encoding).ok(),
            None => Some(1),
        };
        if counted && (date.is_none() || parcels.is_none()) {
            return None;
        }
        let service = name(place::SERVICE)?;
        Some(LogRow {
            file: Arc::clone(&layout.file),
            line: self.line,
            date,
            company: name(place::COMPANY)?,
            area: name(place::AREA)?,
            service: if service.is_empty() { SERVICE.into() } else { service },
            parcels,
            status,
            counted,
        })
    }
}
