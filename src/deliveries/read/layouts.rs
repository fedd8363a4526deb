//! Which of several layouts of a map a file of the log has.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::deliveries::read::rejects::FURTHER;
use crate::deliveries::row::columns::COLUMNS;
use crate::diagnostics::{Message, Place, Problem};
use crate::files::encoding::{Encoding, Stated};
use crate::files::{failure, folder, input};
use crate::tables::bound_map::BoundMap;
use crate::tables::columns::trimmed;
use crate::tables::map::part::{Heading, LogLayout, Part};
use crate::tables::{alike, delimiter};

/// So many bytes of a file are looked at, and so many of its rows.
const LOOKED_AT: u64 = 1 << 16;
const ROWS: usize = 10;

/// The layout of a file: the first that names it; where none does, the first whose columns it has.
///
/// # Errors
/// That the file cannot be read, or fits none.
pub(crate) fn layout_of(path: &Path, layouts: &[LogLayout], stated: Option<Stated>) -> Result<Arc<Part>, Problem> {
    if let Some(named) =
        layouts.iter().find(|layout| layout.files.iter().any(|pattern| folder::is_named(path, pattern)))
    {
        return Ok(Arc::clone(&named.part));
    }
    if input::is_stdin(path) {
        return Err(Problem::new(Message::new("log-layout-stdin")));
    }
    let (mut lacks, mut first) = (Vec::new(), None);
    for (layout, number) in layouts.iter().zip(1..).filter(|(layout, _)| !layout.part.columns.is_empty()) {
        let beginning = Beginning::read(path, &layout.part, stated)?;
        let missing = beginning.rows.iter().map(|row| missing(&layout.part, row)).min_by_key(Vec::len);
        match missing {
            Some(missing) if missing.is_empty() => return Ok(Arc::clone(&layout.part)),
            // Rejected rows that were mended are read beside the rest.
            Some(_) if beginning.rows.iter().any(|row| is_of_rejects(row)) => return Ok(Arc::default()),
            Some(missing) => lacks.push(format!("{} ({})", name(layout, number), missing.join(", "))),
            None => {}
        }
        first = first.or(Some(beginning));
    }
    let file = first.as_ref().map_or_else(|| path.to_string_lossy(), |first| (&*first.name).into());
    let message = Message::new("log-layout-none").with("file", &*file).with("lacks", lacks.join("; "));
    let line = first.as_ref().and_then(|first| first.text.lines().next()).unwrap_or_default();
    Err(Problem::new(message).at(Place::in_line(&Arc::from(&*file), 1, line, 0..line.len())))
}

/// Whether headings are those under which the program writes rejected rows.
fn is_of_rejects(row: &[String]) -> bool {
    row.iter().map(String::as_str).eq(COLUMNS.iter().map(|column| column.name).chain(FURTHER))
}

/// A layout as it is named: by its files, or by its place in the map.
fn name(layout: &LogLayout, number: usize) -> String {
    if layout.files.is_empty() { format!("#{number}") } else { layout.files.join(", ") }
}

/// The columns that a layout names and a row of headings does not have.
fn missing(part: &Part, row: &[String]) -> Vec<String> {
    let lacks = part.cells().filter(|cell| cell.heading.position(row).is_err());
    let mut names: Vec<String> = lacks
        .map(|cell| match &cell.heading {
            Heading::Named(name) => name.to_string(),
            Heading::Numbered(number) => format!("#{number}"),
        })
        .collect();
    names.dedup();
    names
}

/// How a file begins, as a layout has it.
struct Beginning {
    name: Arc<str>,
    text: String,
    rows: Vec<Vec<String>>,
}

impl Beginning {
    fn read(path: &Path, part: &Part, stated: Option<Stated>) -> Result<Self, Problem> {
        let mut stream = input::open(path, stated.or(part.encoding))?;
        let mut bytes = Vec::new();
        let read = Read::by_ref(&mut stream).take(LOOKED_AT).read_to_end(&mut bytes);
        read.map_err(|reason| failure::unreadable(&stream.name, &reason))?;
        let text = stream.encoding().unwrap_or(Encoding::Utf8).shown(&bytes).into_owned();
        let text = alike::seen(&text).into_owned();
        let below = text.lines().take(usize::try_from(part.skip.unwrap_or(0)).unwrap_or(usize::MAX));
        let start = below.map(|line| line.len() + 1).sum::<usize>().min(text.len());
        let rest = text.get(start..).unwrap_or_default();
        let fits = |row: &[String]| BoundMap::fits(part, row);
        let found = delimiter::of(rest, part.delimiter, fits);
        let by = if stream.is_sheet { b',' } else { found.by };
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).delimiter(by).from_reader(rest.as_bytes());
        let rows = reader.records().filter_map(Result::ok).take(if part.skip.is_some() { 1 } else { ROWS });
        let rows = rows.map(|row| row.iter().map(|cell| trimmed(cell).to_string()).collect()).collect();
        Ok(Self { name: Arc::clone(&stream.name), text, rows })
    }
}
