//! Spreadsheets: one sheet of a workbook as lines of CSV.
use calamine::{
    Dimensions, Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};
use std::fmt::Display;
use std::io::{BufReader, Read, Seek};

use crate::diagnostics::Message;
use crate::files::compressed::Seekable;
use crate::files::spreadsheet::bounds::Old;
use crate::files::spreadsheet::cell::{Calendar, Value};
use crate::files::spreadsheet::guard::guarded;
use crate::files::spreadsheet::lines::Rows;

mod bounds;
mod cell;
mod guard;
mod lines;

/// The most bytes of text that one sheet may have.
const LARGEST: usize = 1 << 31;

/// What kind of workbook a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xls,
    Ods,
    /// One of Excel that is not read.
    Xlsb,
}

/// What kind of workbook an archive is, by the names of what is in it; `None` where it is none.
pub(super) fn kind(members: &[&str]) -> Option<Kind> {
    let has = |name: &str| members.iter().any(|member| member.replace('\\', "/").eq_ignore_ascii_case(name));
    if has("xl/workbook.bin") {
        Some(Kind::Xlsb)
    } else if has("[Content_Types].xml") && members.iter().any(|member| member.to_ascii_lowercase().starts_with("xl")) {
        Some(Kind::Xlsx)
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        Some(Kind::Ods)
    } else {
        None
    }
}

type File = BufReader<Box<dyn Seekable + Send>>;

/// The name of the sheet asked for, or of the only one that holds anything, and its rows as CSV in UTF-8.
///
/// # Errors
/// That the workbook is broken or has a password, that it has no such sheet, or that several hold something.
pub(super) fn read(
    kind: Kind,
    file: Box<dyn Seekable + Send>,
    asked: Option<&str>,
) -> Result<(String, Box<dyn Read + Send>), Message> {
    let taken = guarded(|| take(kind, BufReader::new(file), asked));
    let (sheet, rows, merged) = taken.unwrap_or_else(|| Err(broken(&"it does not keep to its format")))?;
    let [top, body] = rows.finish(&merged);
    Ok((sheet, Box::new(top.chain(body))))
}

/// The name of a sheet, its rows, and which of its cells are merged.
type Taken = Result<(String, Rows, Vec<Dimensions>), Message>;

fn take(kind: Kind, mut file: File, asked: Option<&str>) -> Taken {
    match kind {
        Kind::Xlsx => {
            bounds::new(&mut file).and_then(|()| file.rewind()).map_err(|error| broken(&error))?;
            xlsx(file, asked)
        }
        Kind::Xls => {
            if bounds::old(&mut file).map_err(|error| broken(&error))? == Old::Encrypted {
                return Err(Message::new("input-workbook-password"));
            }
            file.rewind().map_err(|error| broken(&error))?;
            xls(file, asked)
        }
        Kind::Ods => ods(file, asked),
        Kind::Xlsb => Err(Message::new("input-workbook-binary")),
    }
}

fn xlsx(file: File, asked: Option<&str>) -> Taken {
    let said = |error: XlsxError| match error {
        XlsxError::Password => Message::new("input-workbook-password"),
        other => broken(&other),
    };
    let mut book = Xlsx::new(file).map_err(said)?;
    let sheets = book.sheets_metadata().to_vec();
    let sheet = choose(asked, &sheets, |name| {
        let mut cells = book.worksheet_cells_reader(name).map_err(said)?;
        while let Some(cell) = cells.next_cell().map_err(said)? {
            if !cell::text(cell.get_value().into(), Calendar { is_1904: false }, false).is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    })?;
    let calendar = Calendar { is_1904: book.has_1904_epoch() };
    let merged = book.merge_cells_by_sheet_name(&sheet).map_err(said)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(said)?;
    let times: Vec<bool> = cells.styles().iter().map(cell::shows_time).collect();
    let mut rows = Rows::default();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(said)? {
        let shows_time = times.get(style).copied().unwrap_or(false);
        add(&mut rows, cell.get_position(), cell.get_value().into(), calendar, shows_time)?;
    }
    Ok((sheet, rows, merged))
}

fn xls(file: File, asked: Option<&str>) -> Taken {
    let said = |error: XlsError| match error {
        XlsError::Password => Message::new("input-workbook-password"),
        other => broken(&other),
    };
    let mut book = Xls::new(file).map_err(said)?;
    let sheets = book.sheets_metadata().to_vec();
    let sheet = choose(asked, &sheets, |name| Ok(holds(&book.worksheet_range(name).map_err(said)?)))?;
    let calendar = Calendar { is_1904: book.has_1904_epoch() };
    let merged = book.merge_cells_by_sheet_name(&sheet).map_err(said)?;
    let rows = from_range(&book.worksheet_range(&sheet).map_err(said)?, calendar)?;
    Ok((sheet, rows, merged))
}

fn ods(file: File, asked: Option<&str>) -> Taken {
    let said = |error: OdsError| match error {
        OdsError::Password => Message::new("input-workbook-password"),
        other => broken(&other),
    };
    let mut book = Ods::new(file).map_err(said)?;
    let sheets = book.sheets_metadata().to_vec();
    let sheet = choose(asked, &sheets, |name| Ok(holds(&book.worksheet_range(name).map_err(said)?)))?;
    let range = book.worksheet_range(&sheet).map_err(said)?;
    // Its days are written out; which cells are merged is not told.
    let rows = from_range(&range, Calendar { is_1904: false })?;
    Ok((sheet, rows, Vec::new()))
}

/// The sheet asked for; else the only one to be seen that holds anything; else, where none does, the first.
fn choose(
    asked: Option<&str>,
    sheets: &[Sheet],
    mut holds: impl FnMut(&str) -> Result<bool, Message>,
) -> Result<String, Message> {
    let tables: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let listed = |names: &[&str]| names.join(", ");
    let all: Vec<&str> = tables.iter().map(|sheet| &*sheet.name).collect();
    if let Some(asked) = asked {
        let found = all.iter().find(|name| **name == asked);
        let unknown = || Message::new("input-sheet-unknown").with("sheet", asked).with("sheets", listed(&all));
        return found.map(ToString::to_string).ok_or_else(unknown);
    }
    let mut full = Vec::new();
    for sheet in &tables {
        if sheet.visible == SheetVisible::Visible && holds(&sheet.name)? {
            full.push(&*sheet.name);
        }
    }
    match (&*full, all.first()) {
        ([only], _) => Ok((*only).to_string()),
        ([], Some(first)) => Ok((*first).to_string()),
        ([], None) => Err(broken(&"it has no sheets")),
        _ => Err(Message::new("input-sheets-several").with("sheets", listed(&full)).with("first", full[0])),
    }
}

fn holds(range: &Range<calamine::Data>) -> bool {
    range.used_cells().any(|(_, _, data)| !cell::text(data.into(), Calendar { is_1904: false }, false).is_empty())
}

fn from_range(range: &Range<calamine::Data>, calendar: Calendar) -> Result<Rows, Message> {
    let (row_start, column_start) = range.start().unwrap_or_default();
    let mut rows = Rows::default();
    // How a cell is shown is not told: where one of its column has a time of day, all have one, midnight too.
    let mut timed = vec![false; range.width()];
    for (_, column, data) in range.used_cells() {
        timed[column] |= cell::has_time(data.into());
    }
    for (row, column, data) in range.used_cells() {
        let at = |start: u32, offset: usize| start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        add(&mut rows, (at(row_start, row), at(column_start, column)), data.into(), calendar, timed[column])?;
    }
    Ok(rows)
}

fn add(
    rows: &mut Rows,
    (row, column): (u32, u32),
    value: Value<'_>,
    calendar: Calendar,
    shows_time: bool,
) -> Result<(), Message> {
    let text = cell::text(value, calendar, shows_time);
    if rows.size() > LARGEST {
        return Err(broken(&"its text would not fit into memory"));
    }
    let is_text = matches!(value, Value::Text(_));
    rows.take(row as usize, column as usize, &text, is_text).map_err(|lines::OutOfOrder| broken(&"cells out of order"))
}

fn broken(reason: &dyn Display) -> Message {
    Message::new("input-workbook-broken").with("reason", reason.to_string())
}
