//! A first map of the files of a month: which table each is, what the program would take for what and would not find by
//! itself, and what it is unsure of, to be looked over by a person.

mod columns;
mod days;
mod file_table;
pub mod folder;
mod line;
mod log;
mod measures;
mod month_in_path;
mod other;
mod which;
mod zeros;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::agreement::measure::Measure;
use crate::diagnostics::{Message, Problem, Problems, Text};
use crate::files::encoding::{Encoding, Stated};
use crate::files::{failure, input, named, quotes};
use crate::sketch::columns::File;
use crate::sketch::file_table::FileTable;
use crate::sketch::line::word;
use crate::sketch::zeros::Zeros;
use crate::tables::headings::Input;
use crate::tables::table::TableOptions;

pub use line::{Line, written};

/// So many bytes of a file are looked at.
const LOOKED_AT: u64 = 1 << 22;

/// A file that was looked at.
struct Looked {
    path: PathBuf,
    name: Arc<str>,
    table: FileTable,
    /// Which table it is, or why that cannot be said.
    which: Result<Input, Message>,
}

/// Looks at files and writes one map by which they would be read; the measures are those of the agreements that will be used, as far
/// as these are known.
///
/// # Errors
/// All of them that cannot be read, or hold nothing.
pub fn sketch(paths: &[PathBuf], encoding: Option<Stated>, measures: &[Arc<Measure>]) -> Result<Vec<Line>, Problems> {
    if paths.iter().filter(|path| input::is_stdin(path)).count() > 1 {
        return Err(Problem::new(Message::new("log-stdin-twice")).into());
    }
    let (mut files, mut problems) = (Vec::new(), Problems::new());
    for path in paths {
        match look_at_all(path, encoding) {
            Ok(found) => files.extend(found),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(draft(&files, encoding, measures)) } else { Err(problems) }
}

/// Looks at a file; at each sheet of a workbook that has several.
fn look_at_all(path: &Path, encoding: Option<Stated>) -> Result<Vec<Looked>, Problem> {
    let all = |path: &Path| {
        let sheets = named::tables(path)?;
        sheets.into_iter().map(|sheet| look_at(&sheet, encoding)).collect::<Result<Vec<_>, _>>()
    };
    match all(path) {
        Err(problem) if problem.message.id == "input-sheets-several" => {
            all(Path::new(&format!("{}#*", path.to_string_lossy())))
        }
        looked => looked,
    }
}

fn look_at(path: &Path, encoding: Option<Stated>) -> Result<Looked, Problem> {
    let mut stream = input::open(path, encoding)?;
    let mut bytes = Vec::new();
    let read = Read::by_ref(&mut stream).take(LOOKED_AT).read_to_end(&mut bytes);
    read.map_err(|reason| failure::unreadable(&stream.name, &reason))?;
    let written = stream.encoding().unwrap_or(Encoding::Utf8);
    let is_whole = (bytes.len() as u64) < LOOKED_AT;
    if !is_whole {
        let end = memchr::memrchr(b'\n', &bytes).map_or(bytes.len(), |at| at + 1);
        bytes.truncate(end);
    }
    let empty = || Problem::new(Message::new("sheet-empty").with("file", &*stream.name));
    let text = Text { name: Arc::clone(&stream.name), text: written.shown(&bytes).into() };
    let table = FileTable::of_text(&text.text, written).ok_or_else(empty)?;
    // Of a file that was not looked at to its end nobody knows.
    let open = || quotes::open(&text, table.begins, table.delimiter);
    if let Some(open) = is_whole.then(open).flatten() {
        return Err(open);
    }
    let which = which::which(&stream.name, &table);
    let table = match which {
        Ok(input) => table.without_totals(input),
        Err(_) => table,
    };
    Ok(Looked { path: path.to_path_buf(), name: Arc::clone(&stream.name), table, which })
}

/// The map of all files: the log first, whose keys stand at the top.
fn draft(files: &[Looked], encoding: Option<Stated>, measures: &[Arc<Measure>]) -> Vec<Line> {
    let known = |looked: &Looked| Some(*looked.which.as_ref().ok()?);
    let tables: Vec<(Input, &Looked)> = files.iter().filter_map(|looked| Some((known(looked)?, looked))).collect();
    let ids: Vec<(Input, &FileTable)> = tables.iter().map(|(input, looked)| (*input, &looked.table)).collect();
    let zeros = zeros::zeros(&ids);
    let mut lines = vec![Line::Remark(Message::new("sketch-review"))];
    for input in Input::ALL {
        let of_input = tables.iter().zip(&zeros).filter(|((other, _), _)| *other == input);
        let mut of_input = of_input.map(|((_, looked), zeros)| (*looked, zeros.as_ref()));
        let Some((first, lost)) = of_input.next() else { continue };
        if input != Input::Log {
            lines.push(Line::blank());
        }
        lines.push(named(input, first));
        let own = table(input, first, lost, (encoding, measures));
        for (further, lost) in of_input {
            lines.push(named(input, further));
            let is_alike =
                input == Input::Log && keys(&table(input, further, lost, (encoding, measures))).eq(keys(&own));
            let id = match (is_alike, input) {
                (true, _) => "sketch-alike",
                (false, Input::Log) => "sketch-log-otherwise",
                (false, _) => "sketch-one-only",
            };
            lines.push(Line::Remark(Message::new(id).with("first", &*first.name)));
        }
        lines.extend(own);
    }
    let unclear = files.iter().filter_map(|looked| Some((looked, looked.which.as_ref().err()?)));
    for (looked, reason) in unclear {
        lines.extend([Line::blank(), Line::Remark(reason.clone().with("file", &*looked.name))]);
    }
    lines
}

/// What the draft says that is neither a remark nor the same for all.
fn keys(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|line| !matches!(line, Line::Remark(_)))
}

/// Which table a file is.
fn named(input: Input, looked: &Looked) -> Line {
    let message = Message::new("sketch-of").with("file", &*looked.name).arg("table", word(input));
    Line::Remark(message.count("rows", looked.table.rows.len() as u64))
}

/// The draft of one table.
fn table(
    input: Input,
    looked: &Looked,
    zeros: Option<&Zeros>,
    (encoding, measures): (Option<Stated>, &[Arc<Measure>]),
) -> Vec<Line> {
    let file = File { input, table: &looked.table, zeros };
    if input == Input::Log {
        let stated = encoding.map(Line::encoding);
        return stated.into_iter().chain(log::draft(file, measures)).collect();
    }
    let options = TableOptions { encoding, ..TableOptions::default() };
    let refused = (!input::is_stdin(&looked.path)).then(|| other::refused(input, &looked.path, options));
    other::draft(file, refused.as_deref(), measures)
}
