//! A first project file of a folder: which of its files are which tables, and of which month, to be looked over.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::agreement::library;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem};
use crate::files::encoding::Stated;
use crate::files::folder;
use crate::sketch::file_table::FileTable;
use crate::sketch::line::{listed, word};
use crate::sketch::month_in_path::Placed;
use crate::sketch::{Line, Looked, look_at_all, other};
use crate::tables::columns;
use crate::tables::headings::Input;
use crate::tables::map::Map;
use crate::tables::map::layouts::KnownLayout;
use crate::tables::table::TableOptions;

/// How the files end that may be tables, packed or not.
const TABLES: [&str; 10] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "gz", "zst", "zip"];

/// So many folders below this one are looked through: a year, a month, and what is in it.
const DEPTH: usize = 3;

/// So many files of different names are looked into.
const MOST: usize = 200;

/// A draft of a project file.
#[derive(Debug)]
pub struct Draft {
    /// Its lines.
    pub lines: Vec<Line>,
    /// The latest month of which there are files.
    pub month: Option<String>,
    /// Whether there is a register, so that a month can be checked.
    pub has_register: bool,
}

/// A table of the folder, and the month for which it stands.
struct Table {
    placed: Placed,
    looked: Looked,
}

/// Looks through the working folder, and drafts its project file in that language.
///
/// # Errors
/// That there is no table in it.
pub fn project(agreements: &[String], language: &str, encoding: Option<Stated>) -> Result<Draft, Problem> {
    let files = below(Path::new(""), DEPTH);
    let mut remarks = Vec::new();
    let tables = tables(&files, encoding, &mut remarks);
    if tables.is_empty() {
        return Err(Problem::new(Message::new("init-nothing").with("endings", TABLES.join(", "))));
    }
    let mut lines = vec![Line::Remark(Message::new("init-review")), Line::blank()];
    lines.extend(agreed(agreements, &files));
    lines.push(Line::set("language", language));
    let map = files.iter().find(|file| ends_in(file, &["toml"]) && Map::read(file).is_ok());
    lines.extend(map.map(|map| Line::set("map", &shown(map))));
    lines.push(Line::blank());
    let mut tables = tables;
    if map.is_none() {
        // Without a map it would not be read.
        tables.retain(|table| {
            let is_needed = table.looked.which == Ok(Input::Log) && !is_known(&table.looked.table);
            remarks.extend(
                is_needed.then(|| Line::Remark(Message::new("init-log").with("file", shown(&table.looked.path)))),
            );
            !is_needed
        });
    }
    for input in Input::ALL {
        lines.extend(of_input(input, &tables, encoding));
    }
    if !tables.iter().any(|table| table.looked.which == Ok(Input::Rates)) {
        lines.extend([Line::Remark(Message::new("init-no-rates")), Line::set("rate", "delivery=0.80").off()]);
    }
    for table in &tables {
        if let Err(reason) = &table.looked.which {
            remarks.push(Line::Remark(reason.clone().with("file", shown(&table.looked.path))));
        }
    }
    if !remarks.is_empty() {
        lines.push(Line::blank());
        lines.extend(remarks);
    }
    let known = tables.iter().filter(|table| table.looked.which.is_ok());
    let month = known.filter_map(|table| Some((table.placed.year?, table.placed.month?))).max();
    Ok(Draft {
        lines,
        month: month.map(|(year, month)| format!("{year:04}-{month:02}")),
        has_register: tables.iter().any(|table| table.looked.which == Ok(Input::Register)),
    })
}

/// The files of a folder and of those below it, in order.
fn below(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let (files, folders): (Vec<PathBuf>, Vec<PathBuf>) =
        folder::entries(folder).into_iter().partition(|path| path.is_file());
    let within = folders.into_iter().filter(|path| depth > 0 && path.is_dir());
    files.into_iter().chain(within.flat_map(|folder| below(&folder, depth - 1))).collect()
}

fn ends_in(file: &Path, endings: &[&str]) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    ending.is_some_and(|ending| endings.contains(&&*ending))
}

/// A path as the project file has it, whatever the machine parts folders by.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Looks at the latest file of each name that differs by its month only.
fn tables(files: &[PathBuf], encoding: Option<Stated>, remarks: &mut Vec<Line>) -> Vec<Table> {
    let mut latest: BTreeMap<String, (Placed, &PathBuf)> = BTreeMap::new();
    for file in files.iter().filter(|file| ends_in(file, &TABLES)) {
        let placed = Placed::of(&shown(file));
        let months = |placed: &Placed| (placed.year, placed.month);
        match latest.get(&placed.pattern) {
            Some((other, _)) if months(other) >= months(&placed) => {}
            _ => drop(latest.insert(placed.pattern.clone(), (placed, file))),
        }
    }
    if latest.len() > MOST {
        remarks.push(Line::Remark(Message::new("init-many").count("most", MOST as u64)));
    }
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for (_, file) in latest.into_values().take(MOST) {
        match look_at_all(file, encoding) {
            Ok(sheets) => {
                for looked in sheets {
                    let placed = Placed::of(&shown(&looked.path));
                    let months = (placed.year, placed.month);
                    // Of sheets named by months, the last.
                    let of_sheet = |table: &Table| (table.placed.year, table.placed.month) >= months;
                    if !tables.get(&placed.pattern).is_some_and(of_sheet) {
                        tables.insert(placed.pattern.clone(), Table { placed, looked });
                    }
                }
            }
            Err(problem) => {
                let message = Message::new("init-unread").with("file", shown(file));
                remarks.push(Line::Remark(message.arg("why", Arg::Said(problem.message))));
            }
        }
    }
    tables.into_values().collect()
}

/// The agreements: those named, else those of the folder, else those that come with the program.
fn agreed(named: &[String], files: &[PathBuf]) -> Vec<Line> {
    let list = |names: &[String]| Line::Text(format!("agreements = [{}]", listed(names)));
    if !named.is_empty() {
        return vec![list(named)];
    }
    let remark = Line::Remark(Message::new("init-agreements").with("shipped", library::shipped().join(", ")));
    let documents = files.iter().filter(|file| ends_in(file, &["toml"])).map(|file| shown(file));
    let found: Vec<String> = documents.filter(|file| library::load(file).is_ok()).collect();
    if !found.is_empty() {
        return vec![remark, list(&found)];
    }
    let shipped: Vec<String> = ["anji-courier", "zhejiang-law"].map(String::from).to_vec();
    vec![remark, list(&shipped)]
}

/// The line of one table.
fn of_input(input: Input, tables: &[Table], encoding: Option<Stated>) -> Vec<Line> {
    let key = input.table().unwrap_or("deliveries");
    let of_input: Vec<&Table> = tables.iter().filter(|table| table.looked.which == Ok(input)).collect();
    let Some(first) = of_input.first() else {
        // What only some have is not missed.
        let is_missed = matches!(input, Input::Log | Input::Roster | Input::Register);
        let line = Line::set(key, "…").off();
        let missed = Line::Remark(Message::new("init-none").arg("table", word(input)));
        return if is_missed { vec![missed, line] } else { Vec::new() };
    };
    if input == Input::Log {
        let others = tables.iter().filter(|table| table.looked.which != Ok(Input::Log));
        return logs(&of_input, &others.collect::<Vec<_>>());
    }
    let mut lines = Vec::new();
    for table in &of_input[1..] {
        let message = Message::new("init-one-only").with("first", &*first.placed.pattern);
        lines.push(Line::Remark(message.with("file", &*table.placed.pattern).arg("table", word(input))));
    }
    // The month of a register may be that of its path.
    let refused = other::refused(input, &first.looked.path, TableOptions { encoding, ..TableOptions::default() });
    let refused: Vec<&Problem> =
        refused.iter().filter(|problem| !problem.message.id.starts_with("register-month")).collect();
    if let Some(problem) = refused.first() {
        let message = Message::new("init-refused").with("file", shown(&first.looked.path));
        lines.push(Line::Remark(message.arg("why", Arg::Said(problem.message.clone()))));
    }
    lines.push(Line::set(key, &first.placed.pattern));
    lines
}

/// The logs: under one name with a `*` where only that tells them apart, and no other table has it.
fn logs(logs: &[&Table], others: &[&Table]) -> Vec<Line> {
    let patterns: Vec<&str> = logs.iter().map(|table| table.placed.pattern.as_str()).collect();
    let one = match *patterns {
        [only] => Some(only.to_string()),
        _ => starred(&patterns)
            .filter(|(start, end)| {
                let fits = |table: &&Table| {
                    let pattern = table.placed.pattern.as_str();
                    pattern.starts_with(start) && pattern.ends_with(end) && pattern.len() >= start.len() + end.len()
                };
                !others.iter().any(fits)
            })
            .map(|(start, end)| format!("{start}*{end}")),
    };
    vec![match one {
        Some(pattern) => Line::set("deliveries", &pattern),
        None => Line::Text(format!("deliveries = [{}]", listed(&patterns))),
    }]
}

/// What several names begin with and end in, where they lie in one folder and begin with something. Next month there may be others:
/// of the end only the ending counts, and of the beginning what stands before the last sign.
fn starred(names: &[&str]) -> Option<(String, String)> {
    let (first, others) = names.split_first()?;
    let same = |other: &&str| first.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let length = others.iter().map(same).min()?;
    let start: String = first.chars().take(length).collect();
    let name = start.rfind('/').map_or(0, |at| at + 1);
    let start = match start[name..].rfind(['_', '-', ' ', '（', '(']) {
        Some(at) => start[..=name + at].to_string(),
        None => start,
    };
    let ending = |name: &str| name.rfind('.').map(|at| name[at..].to_string());
    let end = ending(first)?;
    let is_named = start.len() > name && !start[name..].contains(['{', '.', '#']);
    let fits = |other: &&str| {
        ending(other).as_deref() == Some(&*end) && other.get(start.len()..).is_some_and(|rest| !rest.contains('/'))
    };
    (is_named && others.iter().all(fits)).then_some((start, end))
}

/// Whether the columns of a log are there by which it is one.
fn is_known(table: &FileTable) -> bool {
    let found = columns::find(&table.headings, Input::Log.columns()).positions;
    let has =
        |name: &str| Input::Log.columns().iter().zip(&found).any(|(column, at)| column.name == name && at.is_some());
    KnownLayout::of_headings(&table.headings).is_some() || (has("courier") && (has("date") || has("delivered_at")))
}
