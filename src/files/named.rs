//! The files and sheets that a path names: by their names, or by patterns of them.

use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::{Message, Problem};
use crate::files::contents::sheets;
use crate::files::failure::unreadable;
use crate::files::folder;
use crate::files::input::{file, is_stdin, parted};
use crate::files::pattern::{fits, is_pattern};

/// The files that a path names: itself, or those whose names fit, where a `*` or `?` stands in it and no file is called so. What is
/// behind a `#`, a sheet, stays with each.
///
/// # Errors
/// That no file fits.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    let whole = || Ok(vec![path.to_path_buf()]);
    let Some(text) = path.to_str().filter(|_| !is_stdin(path) && parted(path).1.is_none() && !path.exists()) else {
        return whole();
    };
    // A name may hold a `#` of its own, so the last one is tried first.
    let ends = iter::once(text.len()).chain(text.rmatch_indices('#').map(|(at, _)| at));
    let patterns = ends.map(|end| text.split_at(end)).filter(|(file, _)| is_pattern(file));
    let mut fitting = patterns.map(|(file, sheet)| (folder::matching(Path::new(file)), sheet)).peekable();
    if fitting.peek().is_none() {
        return whole();
    }
    let Some((files, sheet)) = fitting.find(|(files, _)| !files.is_empty()) else {
        return Err(Problem::new(Message::new("input-none-fits").with("file", text)));
    };
    Ok(files.into_iter().map(|file| format!("{}{sheet}", file.to_string_lossy()).into()).collect())
}

/// The tables that a path names: those of its [`files`], or the sheets of a workbook whose names fit, where a `*` or `?` stands in what is
/// behind its `#` (no sheet has such a sign in its name). Only sheets that are shown and hold anything count.
///
/// # Errors
/// That the workbook cannot be read, or has no such sheet.
pub fn tables(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    let each = files(path)?.iter().map(|file| sheets_of(file)).collect::<Result<Vec<_>, _>>()?;
    Ok(each.concat())
}

/// The sheets of one workbook that a path names, or itself.
fn sheets_of(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    let (book, Some(pattern)) = parted(path) else { return Ok(vec![path.to_path_buf()]) };
    if !is_pattern(&pattern) {
        return Ok(vec![path.to_path_buf()]);
    }
    let (name, file) = file(&book, &Arc::default())?;
    let all = sheets(file).map_err(|reason| unreadable(&name, &reason))?;
    let fitting = all.iter().filter(|sheet| fits(&pattern, sheet));
    let tables: Vec<PathBuf> = fitting.map(|sheet| format!("{name}#{sheet}").into()).collect();
    if tables.is_empty() {
        let message = Message::new("input-sheet-unknown").with("sheet", pattern).with("sheets", all.join(", "));
        return Err(Problem::new(message.with("file", &*name)));
    }
    Ok(tables)
}

/// Says which files or sheets a path has named by a pattern.
#[must_use]
pub fn note_of(path: &Path, tables: &[PathBuf]) -> Option<Message> {
    let named: Vec<_> = tables.iter().map(|table| table.to_string_lossy()).collect();
    let (book, _) = parted(path);
    if tables.first().is_none_or(|first| parted(first).0 != book) {
        let note =
            Message::new("input-files-read").with("file", path.to_string_lossy()).with("files", named.join(", "));
        return Some(note.count("count", tables.len() as u64));
    }
    let sheets: Vec<_> = named.iter().filter_map(|table| table.rsplit_once('#')).map(|(_, sheet)| sheet).collect();
    let note = Message::new("input-sheets-read").with("file", path.to_string_lossy()).with("sheets", sheets.join(", "));
    (tables.first().map(PathBuf::as_path) != Some(path)).then(|| note.count("count", tables.len() as u64))
}
