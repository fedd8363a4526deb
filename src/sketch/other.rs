//! The draft of a table beside the log: only what the program would not find by itself.

use std::path::Path;
use std::sync::Arc;

use crate::agreement::measure::Measure;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem, Problems};
use crate::sketch::columns::{Drafted, File, open};
use crate::sketch::line::{Line, listed};
use crate::sketch::log::{missing, unused};
use crate::sketch::measures::Measures;
use crate::tables::headings::Input;
use crate::tables::table::TableOptions;
use crate::workforce::register_month::MonthsKnown;
use crate::workforce::{Attendance, Protected, Rates, Register, Roster};

/// Why the program refuses a table as it is; nothing of one that cannot be read twice.
pub(super) fn refused(input: Input, path: &Path, options: TableOptions<'_>) -> Problems {
    let read = match input {
        Input::Log => Ok(()),
        Input::Roster => Roster::read(path, options).map(|_| ()),
        Input::Register => match Register::read(path, options, MonthsKnown::default()).1 {
            none if none.is_empty() => Ok(()),
            some => Err(some),
        },
        Input::Rates => Rates::default().read(path, options, None),
        Input::Attendance => Attendance::read(path, options, None).map(|_| ()),
        Input::Protected => Protected::read(path, options, None).map(|_| ()),
    };
    read.err().unwrap_or_default()
}

/// Drafts the map of a table; `refused` is why the program does not take it as it is, `None` where that is not known.
pub(super) fn draft(file: File<'_>, refused: Option<&[Problem]>, agreed: &[Arc<Measure>]) -> Vec<Line> {
    let columns = file.columns();
    let lacking = lacking(file.input, refused.unwrap_or_default())
        .filter(|name| columns.iter().all(|column| column.name != *name))
        .map(|name| lacks(file, &columns, name));
    let lacking: Vec<Drafted> = lacking.collect();
    // Of a table that the program reads, only ids may be better.
    let is_read = refused.is_some_and(<[Problem]>::is_empty);
    let is_needed = |column: &&Drafted| column.is_needed && (!is_read || column.name == "courier");
    let needed: Vec<&Drafted> = columns.iter().filter(is_needed).chain(&lacking).collect();
    let missing = if is_read { Vec::new() } else { missing(file, &columns) };
    let mut lines = Vec::new();
    match refused {
        Some([]) if needed.is_empty() => lines.push(Line::Remark(Message::new("sketch-needless"))),
        Some([first, ..]) if needed.is_empty() && missing.is_empty() => {
            let message = Message::new("sketch-refused").count("problems", refused.unwrap_or_default().len() as u64);
            lines.push(Line::Remark(message.arg("first", Arg::Said(first.message.clone()))));
        }
        _ => {}
    }
    // An id that is unsure stays as it is, and is told of.
    let unsure =
        columns.iter().filter(|column| column.name == "courier" && !column.is_needed && column.lines.len() > 2);
    let measures = Measures::draft(file, &columns, agreed);
    lines.extend(unused(file, &columns, &measures));
    let title = file.input.table().unwrap_or_default();
    if !missing.is_empty() {
        lines.extend([Line::blank(), Line::Text(format!("[{title}]"))]);
        lines.extend(missing);
    }
    let unsure: Vec<&Drafted> = unsure.collect();
    if !needed.is_empty() || !unsure.is_empty() {
        lines.extend([Line::blank(), Line::Text(format!("[{title}.columns]"))]);
        lines.extend(unsure.into_iter().chain(needed).flat_map(|column| column.lines.clone()));
    }
    lines.extend(measures.lines);
    lines
}

/// The columns that the program asks for.
fn lacking(input: Input, refused: &[Problem]) -> impl Iterator<Item = &'static str> {
    let named = refused.iter().filter(|problem| problem.message.id == "sheet-column-missing");
    let named: Vec<String> = named
        .flat_map(|problem| &problem.message.args)
        .filter_map(|(key, arg)| match arg {
            Arg::Text(text) if *key == "columns" => Some(text.split(", ").map(String::from).collect::<Vec<_>>()),
            _ => None,
        })
        .flatten()
        .collect();
    input.columns().iter().map(|column| column.name).filter(move |name| named.iter().any(|lacks| lacks == name))
}

/// What to say of a column that a table lacks.
fn lacks(file: File<'_>, columns: &[Drafted], name: &'static str) -> Drafted {
    let value = |id: &'static str| {
        let lines = vec![Line::Remark(Message::new(id)), Line::Text(format!("{name} = {{ value = \"…\" }}"))];
        Drafted { name, lines, is_needed: true, at: None }
    };
    match name {
        "month" => value("sketch-month"),
        "rule" => value("sketch-rule"),
        _ => open(name, Message::new("sketch-lacking").with("headings", listed(file.left_out(columns, &[])))),
    }
}
