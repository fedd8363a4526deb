//! A first map of a file: what the program would take for what, and what it is unsure of, to be looked over by a person.

mod days;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::deliveries::row::columns::{COLUMNS, DELIVERED, place};
use crate::deliveries::sketch::days::Writing;
use crate::deliveries::sketch::table::{FileTable, quoted};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::encoding::{Encoding, Stated};
use crate::files::{failure, input};
use crate::tables::columns;
use crate::tables::map::layouts::KnownLayout;

/// A line of a map as it is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// As it is.
    Text(String),
    /// A remark, in the language of the reader.
    Remark(Message),
    /// What is left for a person to decide: the line, which does not count until its `#` is taken away, and why.
    Choice(String, Message),
}

/// So many bytes of a file are looked at.
const LOOKED_AT: u64 = 1 << 22;

/// So many values of a column are listed.
const LISTED: usize = 10;

/// Words that often stand for an empty cell.
const MISSING: [&str; 8] = ["-", "--", "—", "/", "nan", "NULL", "N/A", "无"];

/// Columns that say yes of rows that are no deliveries.
const NO_DELIVERY: [&str; 3] = ["作废标记", "转退件标识", "是否曾经退回件"];

/// Looks at a file and writes the map by which it would be read.
///
/// # Errors
/// That it cannot be read, or holds nothing.
pub fn sketch(path: &Path, encoding: Option<Stated>) -> Result<Vec<Line>, Problems> {
    let mut stream = input::open(path, encoding)?;
    let mut bytes = Vec::new();
    let read = Read::by_ref(&mut stream).take(LOOKED_AT).read_to_end(&mut bytes);
    read.map_err(|reason| failure::unreadable(&stream.name, &reason))?;
    let written = stream.encoding().unwrap_or(Encoding::Utf8);
    if bytes.len() as u64 == LOOKED_AT {
        let end = memchr::memrchr(b'\n', &bytes).map_or(bytes.len(), |at| at + 1);
        bytes.truncate(end);
    }
    let text = written.shown(&bytes);
    let empty = || Problem::new(Message::new("log-empty").with("file", &*stream.name));
    let table = FileTable::of_text(&text, written).ok_or_else(empty)?;
    let mut lines = vec![Line::Remark(
        Message::new("sketch-of").with("file", &*stream.name).count("rows", table.rows.len() as u64),
    )];
    if written != Encoding::Utf8 {
        lines.push(set("encoding", "gb18030"));
    }
    if table.delimiter != b',' {
        lines.push(set("delimiter", &char::from(table.delimiter).to_string()));
    }
    if table.skip > 0 {
        lines.push(Line::Text(format!("skip = {}", table.skip)));
    }
    match KnownLayout::of_headings(&table.headings) {
        Some((known, _)) => {
            lines.push(Line::Remark(Message::new("sketch-known").arg("layout", Arg::Word(known.word))));
            lines.extend(known.text.lines().map(|line| Line::Text(line.to_string())));
        }
        None => Sketch { table: &table, lines: &mut lines }.of_table(),
    }
    Ok(lines)
}

/// A key and its text.
fn set(key: &str, text: &str) -> Line {
    Line::Text(format!("{key} = {}", quoted(text)))
}

struct Sketch<'a> {
    table: &'a FileTable,
    lines: &'a mut Vec<Line>,
}

impl Sketch<'_> {
    fn say(&mut self, message: Message) {
        self.lines.push(Line::Remark(message));
    }

    fn offer(&mut self, line: String, message: Message) {
        self.lines.push(Line::Choice(line, message));
    }

    fn of_table(mut self) {
        let found = columns::find(&self.table.headings, &COLUMNS);
        let mut positions = found.positions;
        let by_look = positions[place::DATE].or(positions[place::DELIVERED_AT]).is_none();
        if by_look && let Some(at) = self.table.columns().find(|at| days::writing(self.table.values(*at)).is_some()) {
            positions[place::DELIVERED_AT] = Some(at);
        }
        self.missing(&positions);
        self.lines.push(Line::Text(String::new()));
        let lacks_courier = positions[place::COURIER].is_none();
        let lacks_day = positions[place::DATE].or(positions[place::DELIVERED_AT]).is_none();
        if lacks_courier || lacks_day {
            self.say(Message::new("sketch-unfinished").with("headings", self.table.headings.join(", ")));
        }
        self.lines.push(Line::Text("[columns]".into()));
        if lacks_courier {
            self.offer("courier = \"…\"".into(), Message::new("sketch-no-courier"));
        }
        if lacks_day {
            self.offer("delivered_at = \"…\"".into(), Message::new("sketch-no-day"));
        }
        for (column, position) in positions.iter().enumerate() {
            let Some(at) = *position else { continue };
            if by_look && column == place::DELIVERED_AT {
                self.say(Message::new("sketch-by-look"));
            }
            self.column(column, at);
            if let Some(passed) = found.passed_over.iter().find(|passed| passed.column == COLUMNS[column].name) {
                let others = passed.others.iter().map(|at| quoted(&self.table.headings[*at])).collect::<Vec<_>>();
                self.say(Message::new("sketch-others").with("others", others.join(", ")));
            }
        }
        self.rows(&positions);
    }

    /// A column, and how its days are written.
    fn column(&mut self, column: usize, at: usize) {
        let (name, heading) = (COLUMNS[column].name, self.table.name(at));
        let is_when = matches!(column, place::DATE | place::DELIVERED_AT | place::FIRST_AT | place::LAST_AT);
        let plain = format!("{name} = {heading}");
        match is_when.then(|| days::writing(self.table.values(at))).flatten() {
            None if is_when && self.table.values(at).next().is_some() => {
                self.lines.push(Line::Text(plain));
                self.say(Message::new("sketch-day-unreadable"));
            }
            None | Some(Writing::Plain) => self.lines.push(Line::Text(plain)),
            Some(Writing::Formats { formats, ambiguous, instant }) => {
                let list = formats.iter().map(|format| quoted(format)).collect::<Vec<_>>();
                let list = if let [one] = &*list { one.clone() } else { format!("[{}]", list.join(", ")) };
                self.lines.push(Line::Text(format!("{name} = {{ from = {heading}, format = {list} }}")));
                if ambiguous {
                    self.say(Message::new("sketch-ambiguous"));
                }
                if instant {
                    self.say(Message::new("sketch-instant"));
                }
            }
            Some(Writing::Yearless(format)) => {
                let line = format!("{name} = {{ from = {heading}, format = {}, year = … }}", quoted(&format));
                self.offer(line, Message::new("sketch-yearless"));
            }
        }
    }

    /// Words that may stand for an empty cell.
    fn missing(&mut self, positions: &[Option<usize>]) {
        let cells = positions.iter().flatten().flat_map(|at| self.table.values(*at));
        let words: BTreeSet<&str> =
            cells.filter(|text| MISSING.iter().any(|word| word.eq_ignore_ascii_case(text))).collect();
        if !words.is_empty() {
            let words = words.into_iter().map(quoted).collect::<Vec<_>>();
            self.offer(format!("missing = [{}]", words.join(", ")), Message::new("sketch-missing"));
        }
    }

    /// Which rows count.
    fn rows(&mut self, positions: &[Option<usize>]) {
        self.lines.extend([Line::Text(String::new()), Line::Text("[rows]".into())]);
        if let Some(at) = positions[place::STATUS] {
            self.statuses(at);
        }
        for heading in NO_DELIVERY {
            let Some(at) = self.table.position(heading) else { continue };
            let yes = self.table.values(at).filter(|text| *text == "是").count() as u64;
            let line = format!("keep = {{ {} = [\"否\", \"\"] }}", quoted(heading));
            self.offer(line, Message::new("sketch-keep").count("rows", yes));
        }
        for heading in COLUMNS[place::PARCEL].known() {
            let Some(at) = self.table.position(heading) else { continue };
            let mut seen = BTreeSet::new();
            let again = self.table.values(at).filter(|text| !seen.insert(*text)).count() as u64;
            self.offer(
                format!("unique = {}", self.table.name(at)),
                Message::new("sketch-unique").count("again", again),
            );
        }
    }

    fn statuses(&mut self, at: usize) {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        self.table.all(at).for_each(|text| *counts.entry(text).or_default() += 1);
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(text, count)| (std::cmp::Reverse(*count), *text));
        let counting = |text: &str| DELIVERED.iter().any(|delivered| delivered.eq_ignore_ascii_case(text));
        let delivered: Vec<String> =
            counts.iter().filter(|(text, _)| counting(text)).map(|(text, _)| quoted(text)).collect();
        let listed =
            counts.iter().take(LISTED).map(|(text, count)| format!("{} {count}", quoted(text))).collect::<Vec<_>>();
        self.say(Message::new("sketch-statuses").with("statuses", listed.join(", ")));
        if delivered.is_empty() {
            self.offer("delivered = [\"…\"]".into(), Message::new("sketch-none-delivered"));
        } else {
            self.lines.push(Line::Text(format!("delivered = [{}]", delivered.join(", "))));
        }
    }
}

/// The lines as one text, the remarks as comments.
#[must_use]
pub fn written(lines: &[Line], say: impl Fn(&Message) -> String) -> Arc<str> {
    let mut text = String::new();
    for line in lines {
        match line {
            Line::Text(line) => text.push_str(line),
            Line::Remark(message) => text.push_str(&remark(&say(message))),
            Line::Choice(line, message) => text.extend([&*remark(&say(message)), "\n# ", line]),
        }
        text.push('\n');
    }
    text.into()
}

fn remark(words: &str) -> String {
    words.lines().map(|line| format!("# {line}")).collect::<Vec<_>>().join("\n")
}
