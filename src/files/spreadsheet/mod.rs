//! Spreadsheets: one sheet of a workbook as lines of CSV.

use std::collections::BTreeSet;
use std::io;
use std::io::{BufReader, Read, Seek};

use calamine::{Data, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};

use crate::diagnostics::Message;
use crate::files::compressed::Seekable;
use crate::files::failure::{broken_workbook, explanation};
use crate::files::full::is_full;
use crate::files::spreadsheet::beside::Beside;
use crate::files::spreadsheet::cell::{Calendar, Shown, Value};
use crate::files::spreadsheet::guard::guarded;
use crate::files::spreadsheet::lines::Rows;
use crate::files::spreadsheet::old::OldSheet;
use crate::files::spreadsheet::text_cell::Kind;
use crate::files::unread;

mod beside;
mod bounds;
mod cell;
mod guard;
mod lines;
mod merged;
mod old;
mod open_document;
mod records;
mod text_cell;

/// The most bytes of text that one sheet may have.
const LARGEST: usize = 1 << 31;

/// What kind of workbook a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Book {
    Xlsx,
    Xls,
    Ods,
    /// One of Excel that is not read.
    Xlsb,
}

/// What kind of workbook an archive is, by the names of what is in it; `None` where it is none.
pub(super) fn kind(members: &[&str]) -> Option<Book> {
    let has = |name: &str| members.iter().any(|member| member.replace('\\', "/").eq_ignore_ascii_case(name));
    if has("xl/workbook.bin") {
        Some(Book::Xlsb)
    } else if has("[Content_Types].xml") && members.iter().any(|member| member.to_ascii_lowercase().starts_with("xl")) {
        Some(Book::Xlsx)
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        Some(Book::Ods)
    } else {
        None
    }
}

type File = BufReader<Box<dyn Seekable + Send>>;

/// One sheet of a workbook.
pub(super) struct Sheet {
    pub name: String,
    /// Its rows as CSV in UTF-8.
    pub lines: Box<dyn Read + Send>,
    /// What has to be known of it, without its `file`.
    pub notes: Vec<Message>,
}

/// The sheet asked for, or the only one that holds anything.
///
/// # Errors
/// That the workbook is broken or has a password, that it has no such sheet, or that several hold something.
pub(super) fn read(kind: Book, file: Box<dyn Seekable + Send>, asked: Option<&str>) -> Result<Sheet, Message> {
    let taken = guarded(|| take(kind, BufReader::new(file), asked));
    let Taken { name, sheets, rows, hidden } = taken.unwrap_or_else(|| Err(broken_workbook("broken-format")))?;
    let (count, is_chosen) = (rows.count() as u64, sheets > 1 && asked.is_none());
    let chosen = is_chosen.then(|| Message::new("input-sheet-chosen").count("count", sheets as u64));
    let hidden = (hidden > 0).then(|| Message::new("input-rows-hidden").count("count", hidden));
    let full = is_full(count).then(|| Message::new("input-rows-full").count("count", count));
    let ([top, body], filled) = rows.finish();
    let filled =
        filled.map(|(cells, range)| Message::new("input-merged-filled").count("count", cells).with("range", range));
    let notes = [chosen, hidden, full, filled].into_iter().flatten().collect();
    Ok(Sheet { name, lines: Box::new(top.chain(body)), notes })
}

/// The rows of the sheet that is meant.
struct Taken {
    name: String,
    /// How many sheets the workbook has.
    sheets: usize,
    rows: Rows,
    hidden: u64,
}

/// The cells whose formula was never worked out.
type Unworked = BTreeSet<(u32, u32)>;

fn take(kind: Book, mut file: File, asked: Option<&str>) -> Result<Taken, Message> {
    match kind {
        Book::Xlsx => {
            bounds::new(&mut file).and_then(|()| file.rewind()).map_err(|error| because(&error))?;
            xlsx(file, asked)
        }
        Book::Xls => {
            let bounds::Old::Workbook(records) = bounds::old(&mut file).map_err(|error| because(&error))? else {
                return Err(Message::new("input-workbook-password"));
            };
            file.rewind().map_err(|error| because(&error))?;
            xls(file, &records, asked)
        }
        Book::Ods => ods(file, asked),
        Book::Xlsb => Err(Message::new("input-workbook-binary")),
    }
}

/// The names of the sheets that are shown and hold anything, in their order.
///
/// # Errors
/// That the workbook is broken or has a password.
pub(super) fn filled(kind: Book, file: Box<dyn Seekable + Send>) -> Result<Vec<String>, Message> {
    let list = || {
        let file = BufReader::new(file);
        match kind {
            Book::Xlsx => {
                let mut book = Xlsx::new(file).map_err(of_xlsx)?;
                let sheets = book.sheets_metadata().to_vec();
                full(&sheets, |name| xlsx_holds(&mut book, name))
            }
            Book::Xls => {
                let mut book = Xls::new(file).map_err(of_xls)?;
                let sheets = book.sheets_metadata().to_vec();
                full(&sheets, |name| Ok(holds(&book.worksheet_range(name).map_err(of_xls)?)))
            }
            Book::Ods => {
                let mut book = Ods::new(file).map_err(of_ods)?;
                let sheets = book.sheets_metadata().to_vec();
                full(&sheets, |name| Ok(holds(&book.worksheet_range(name).map_err(of_ods)?)))
            }
            Book::Xlsb => Err(Message::new("input-workbook-binary")),
        }
    };
    guarded(list).unwrap_or_else(|| Err(broken_workbook("broken-format")))
}

fn of_xlsx(error: XlsxError) -> Message {
    match error {
        XlsxError::Password => Message::new("input-workbook-password"),
        XlsxError::Xml(quick_xml::Error::Io(error)) => because(&io::Error::from(error.kind())),
        XlsxError::Io(error) => because(&error),
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => broken_workbook("broken-part-missing"),
        _ => broken_workbook("broken-format"),
    }
}

fn of_xls(error: XlsError) -> Message {
    match error {
        XlsError::Password => Message::new("input-workbook-password"),
        XlsError::Io(error) => because(&error),
        XlsError::EoStream(_) | XlsError::ContinueRecordTooShort => broken_workbook("broken-cut-off"),
        _ => broken_workbook("broken-format"),
    }
}

fn of_ods(error: OdsError) -> Message {
    match error {
        OdsError::Password => Message::new("input-workbook-password"),
        OdsError::Io(error) => because(&error),
        OdsError::FileNotFound(_) => broken_workbook("broken-part-missing"),
        OdsError::CellLimitExceeded { .. } => broken_workbook("broken-too-large"),
        _ => broken_workbook("broken-format"),
    }
}

fn xlsx_holds(book: &mut Xlsx<File>, name: &str) -> Result<bool, Message> {
    let mut cells = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    while let Some(cell) = cells.next_cell().map_err(of_xlsx)? {
        if !cell::text(cell.get_value().into(), Calendar { is_1904: false }, None).is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn xlsx(mut file: File, asked: Option<&str>) -> Result<Taken, Message> {
    let mut beside = beside::sheets(&mut file, asked).map_err(|error| because(&error))?;
    file.rewind().map_err(|error| because(&error))?;
    let mut book = Xlsx::new(file).map_err(of_xlsx)?;
    let sheets = book.sheets_metadata().to_vec();
    let name = choose(asked, &sheets, |name| xlsx_holds(&mut book, name))?;
    let Beside { unworked, merged, hidden } = beside.remove(&name).unwrap_or_default();
    let calendar = Calendar { is_1904: book.has_1904_epoch() };
    let mut cells = book.worksheet_cells_reader(&name).map_err(of_xlsx)?;
    let formats: Vec<Option<Shown>> = cells.styles().iter().map(cell::shown_by).collect();
    let mut rows = Rows::new(merged);
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(of_xlsx)? {
        let at = cell.get_position();
        if unworked.contains(&at) {
            put(&mut rows, at, unread::FORMULA, Kind::Mark)?;
        } else {
            add(&mut rows, at, cell.get_value().into(), calendar, formats.get(style).copied().flatten())?;
        }
    }
    Ok(Taken { name, sheets: sheets.len(), rows, hidden })
}

fn xls(file: File, records: &[u8], asked: Option<&str>) -> Result<Taken, Message> {
    let mut book = Xls::new(file).map_err(of_xls)?;
    let sheets = book.sheets_metadata().to_vec();
    let name = choose(asked, &sheets, |name| Ok(holds(&book.worksheet_range(name).map_err(of_xls)?)))?;
    let calendar = Calendar { is_1904: book.has_1904_epoch() };
    let at = sheets.iter().position(|sheet| sheet.name == name).unwrap_or_default();
    let OldSheet { unworked, shown, hidden } = old::sheet(records, at);
    let rows = Rows::new(book.merge_cells_by_sheet_name(&name).map_err(of_xls)?);
    let range = book.worksheet_range(&name).map_err(of_xls)?;
    let rows = from_range(rows, &range, calendar, &unworked, |at| shown.get(&at).copied())?;
    Ok(Taken { name, sheets: sheets.len(), rows, hidden })
}

fn ods(mut file: File, asked: Option<&str>) -> Result<Taken, Message> {
    let mut book = Ods::new(&mut file).map_err(of_ods)?;
    let sheets = book.sheets_metadata().to_vec();
    let name = choose(asked, &sheets, |name| Ok(holds(&book.worksheet_range(name).map_err(of_ods)?)))?;
    let range = book.worksheet_range(&name).map_err(of_ods)?;
    let formulas = book.worksheet_formula(&name).map_err(of_ods)?;
    let (row, column) = formulas.start().unwrap_or_default();
    let unworked = formulas
        .used_cells()
        .map(|(down, right, _)| (moved(row, down), moved(column, right)))
        .filter(|at| range.get_value(*at).is_none_or(|value| *value == Data::Empty))
        .collect();
    drop(book);
    file.rewind().map_err(|error| because(&error))?;
    let open = open_document::sheet(&mut file, &name).map_err(|error| because(&error))?;
    // Its days are written out; which cells are merged is not told.
    let shown = |at| open.shown(at);
    let rows = from_range(Rows::default(), &range, Calendar { is_1904: false }, &unworked, shown)?;
    Ok(Taken { name, sheets: sheets.len(), rows, hidden: open.hidden })
}

/// The sheet asked for; else the only one to be seen that holds anything; else, where none does, the first.
fn choose(
    asked: Option<&str>,
    sheets: &[calamine::Sheet],
    holds: impl FnMut(&str) -> Result<bool, Message>,
) -> Result<String, Message> {
    let tables: Vec<&calamine::Sheet> = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let all: Vec<&str> = tables.iter().map(|sheet| &*sheet.name).collect();
    if let Some(asked) = asked {
        let found = all.iter().find(|name| **name == asked);
        let unknown = || Message::new("input-sheet-unknown").with("sheet", asked).with("sheets", all.join(", "));
        return found.map(ToString::to_string).ok_or_else(unknown);
    }
    let full = full(sheets, holds)?;
    match (&*full, all.first()) {
        ([only], _) => Ok(only.clone()),
        ([], Some(first)) => Ok((*first).to_string()),
        ([], None) => Err(broken_workbook("broken-no-sheets")),
        ([first, ..], _) => {
            Err(Message::new("input-sheets-several").with("sheets", full.join(", ")).with("first", first))
        }
    }
}

/// The names of the sheets that are shown and hold anything.
fn full(
    sheets: &[calamine::Sheet],
    mut holds: impl FnMut(&str) -> Result<bool, Message>,
) -> Result<Vec<String>, Message> {
    let mut full = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        if sheet.visible == SheetVisible::Visible && holds(&sheet.name)? {
            full.push(sheet.name.clone());
        }
    }
    Ok(full)
}

fn holds(range: &Range<Data>) -> bool {
    range.used_cells().any(|(_, _, data)| !cell::text(data.into(), Calendar { is_1904: false }, None).is_empty())
}

/// A place so far from where a range begins.
fn moved(start: u32, by: usize) -> u32 {
    start.saturating_add(u32::try_from(by).unwrap_or(u32::MAX))
}

fn from_range(
    mut rows: Rows,
    range: &Range<Data>,
    calendar: Calendar,
    unworked: &Unworked,
    shown: impl Fn((u32, u32)) -> Option<Shown>,
) -> Result<Rows, Message> {
    let (row_start, column_start) = range.start().unwrap_or_default();
    // Where one cell of a column has a time of day, all have one, midnight too.
    let mut timed = vec![None; range.width()];
    for (_, column, data) in range.used_cells() {
        if cell::has_time(data.into()) {
            timed[column] = Some(Shown::Time);
        }
    }
    let mut unworked = unworked.iter().peekable();
    for (row, column, data) in range.used_cells() {
        let at = (moved(row_start, row), moved(column_start, column));
        while let Some(before) = unworked.next_if(|before| **before < at) {
            put(&mut rows, *before, unread::FORMULA, Kind::Mark)?;
        }
        match unworked.next_if(|same| **same == at) {
            Some(_) => put(&mut rows, at, unread::FORMULA, Kind::Mark)?,
            None => add(&mut rows, at, data.into(), calendar, shown(at).or(timed[column]))?,
        }
    }
    unworked.try_for_each(|at| put(&mut rows, *at, unread::FORMULA, Kind::Mark))?;
    Ok(rows)
}

fn add(
    rows: &mut Rows,
    at: (u32, u32),
    value: Value<'_>,
    calendar: Calendar,
    shown: Option<Shown>,
) -> Result<(), Message> {
    let kind = match value {
        Value::Empty | Value::Text(_) | Value::Fault(_) => Kind::Text,
        Value::Moment(_) | Value::IsoMoment(_) => Kind::Day,
        Value::Whole(_) | Value::Number(_) | Value::Truth(_) | Value::Length(_) | Value::IsoLength(_) => Kind::Number,
    };
    put(rows, at, &cell::text(value, calendar, shown), kind)
}

fn put(rows: &mut Rows, (row, column): (u32, u32), text: &str, kind: Kind) -> Result<(), Message> {
    if rows.size() > LARGEST {
        return Err(broken_workbook("broken-too-large"));
    }
    rows.take(row as usize, column as usize, text, kind).map_err(|lines::OutOfOrder| broken_workbook("broken-order"))
}

/// That a workbook cannot be read, in the sentence that its reading gave; or why, as far as that can be told.
fn because(error: &io::Error) -> Message {
    match explanation(error) {
        Some(message) => message.clone(),
        None if error.kind() == io::ErrorKind::UnexpectedEof => broken_workbook("broken-cut-off"),
        None => broken_workbook("broken-format"),
    }
}
