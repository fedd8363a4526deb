//! A file as it looks at first sight: between which bytes its cells stand, and which of its lines are the headings.

use std::collections::BTreeSet;

use crate::deliveries;
use crate::files::encoding::Encoding;
use crate::sketch::days;
use crate::sketch::days::Writing;
use crate::sketch::line::quoted;
use crate::tables::columns::{Column, trimmed};
use crate::tables::headings::Input;
use crate::tables::map::layouts::KnownLayout;
use crate::tables::matrix::Matrix;
use crate::tables::no_row::NoRow;
use crate::tables::{alike, columns, delimiter, heading};
use crate::units::date;

/// A file cut into its cells.
#[derive(Debug)]
pub(super) struct FileTable {
    pub delimiter: u8,
    /// Where the table begins: behind a line that says its delimiter, where there is one.
    pub begins: usize,
    /// How many lines stand before the headings, or before the rows where there are none.
    pub skip: u64,
    /// What stands over the columns; `#1` and so on where nothing does.
    pub headings: Vec<String>,
    pub has_headings: bool,
    /// What stands before the headings.
    pub titles: Vec<String>,
    /// The rows that are as long as the headings.
    pub rows: Vec<Vec<String>>,
}

/// The bytes that usually stand between cells, commas first: of two that do as well, the first is taken.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Words that often stand for an empty cell.
const MISSING: [&str; 8] = ["-", "--", "—", "/", "nan", "NULL", "N/A", "无"];

/// Words of headings over time that was worked.
const WORK: [&str; 7] = ["工时", "工作", "出勤", "上班", "考勤", "时长", "work"];

/// So many lines are looked through for the headings.
const LOOKED_THROUGH: usize = 10;

impl FileTable {
    /// The table that a text is; `None` where nothing stands in it.
    pub(super) fn of_text(text: &str, encoding: Encoding) -> Option<Self> {
        let own = delimiter::of(text, b',', |_| false);
        if own.said_in > 0 {
            let (_, table) = Self::cut(&text[own.said_in..], own.by)?;
            return Some(Self { begins: own.said_in, skip: table.skip + 1, ..table });
        }
        let usable = DELIMITERS.into_iter().filter(|delimiter| encoding == Encoding::Utf8 || *delimiter < 0x40);
        let tables = usable.filter_map(|delimiter| Self::cut(text, delimiter));
        // Of several that are as likely, `max_by_key` takes the last.
        tables.collect::<Vec<_>>().into_iter().rev().max_by_key(|(score, _)| *score).map(|(_, table)| table)
    }

    /// The table with this delimiter, and how likely it is.
    fn cut(text: &str, delimiter: u8) -> Option<((usize, usize), Self)> {
        let text = &*alike::seen(text);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        let cells =
            |record: &csv::StringRecord| record.iter().map(|cell| trimmed(cell).to_string()).collect::<Vec<_>>();
        let first: Vec<Vec<String>> = records.iter().take(LOOKED_THROUGH).map(cells).collect();
        let (at, known) =
            first.iter().enumerate().map(|(at, row)| (at, recognised(row))).rev().max_by_key(|(_, known)| *known)?;
        let width = first.iter().map(Vec::len).max()?;
        let has_headings = known > 0 || looks_like_headings(&first[0]);
        let at = if has_headings { at } else { first.iter().position(|row| row.len() == width)? };
        let headings = if has_headings {
            first[at].clone()
        } else {
            (1..=first[at].len()).map(|number| format!("#{number}")).collect()
        };
        let begins = records[at].position().and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or(0);
        let begins = begins + text[begins..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let before = text.as_bytes().get(..begins).unwrap_or_default();
        let skip = memchr::memchr_iter(b'\n', before).count() as u64;
        let rows = records.iter().skip(at + usize::from(has_headings)).map(cells);
        let rows = rows.filter(|row| row.len() == headings.len()).collect();
        let titles = first[..at].iter().flatten().filter(|cell| !cell.is_empty()).cloned().collect();
        Some(((known, headings.len()), Self { delimiter, begins: 0, skip, headings, has_headings, titles, rows }))
    }

    /// The columns by their places.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        0..self.headings.len()
    }

    /// What stands in a column, empty cells too.
    pub(super) fn all(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| &*row[at])
    }

    /// What stands in a column.
    pub(super) fn values(&self, at: usize) -> impl Iterator<Item = &str> {
        self.all(at).filter(|text| !text.is_empty())
    }

    /// Where a heading stands.
    pub(super) fn position(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|found| found == heading)
    }

    /// Where the headings stand by which a column is known, in the order of the file.
    pub(super) fn known(&self, column: &Column) -> impl Iterator<Item = usize> {
        self.columns().filter(|at| column.goes_by(&heading::key(&self.headings[*at])))
    }

    /// How the days of a column of a log are written; `None` where they are none.
    pub(super) fn writing(&self, at: usize) -> Option<Writing> {
        days::writing(self.says(at), |text| deliveries::moment(text).is_ok() || deliveries::time(text).is_ok())
    }

    /// The cells of a column that say something: words that may stand for an empty cell left out.
    pub(super) fn says(&self, at: usize) -> impl Iterator<Item = &str> {
        self.values(at).filter(|text| !may_be_missing(text))
    }

    /// A column of minutes of work, which its heading says.
    pub(super) fn minutes(&self) -> Option<usize> {
        let is_work = |key: &str| WORK.iter().any(|word| key.contains(word));
        let is_minutes = |key: &str| key.contains("分钟") || key.contains("minutes");
        let mut columns = self.columns().map(|at| (at, heading::key(&self.headings[at])));
        columns.find(|(_, key)| is_minutes(key) && is_work(key)).map(|(at, _)| at)
    }

    /// The columns of days, where it has one column a day, is somebody's and says no other day; `input` knows its columns.
    pub(super) fn days(&self, input: Input) -> Option<Matrix> {
        let known = input.columns();
        let found = columns::find(&self.headings, known).positions;
        let has = |name: &str| known.iter().zip(&found).any(|(column, at)| column.name == name && at.is_some());
        let taken: Vec<usize> = found.iter().flatten().copied().collect();
        let is_free = matches!(input, Input::Log | Input::Attendance) && has("courier");
        let is_free = is_free && !has("date") && !has("delivered_at");
        is_free.then(|| Matrix::among(&self.headings, &taken)).flatten()
    }

    /// How many cells of a column say what one above them says.
    pub(super) fn again(&self, at: usize) -> u64 {
        let mut seen = BTreeSet::new();
        self.values(at).filter(|text| !seen.insert(*text)).count() as u64
    }

    /// The same without totals and the like, now that it is known which table it is.
    pub(super) fn without_totals(mut self, input: Input) -> Self {
        let found = columns::find(&self.headings, input.columns()).positions;
        let headings = &self.headings;
        self.rows.retain(|row| NoRow::of(row, headings, input.columns(), |column| found[column]).is_none());
        self
    }

    /// How a map names a column: by its heading, in quotes; by its number, where the heading stands twice.
    pub(super) fn name(&self, at: usize) -> String {
        let heading = &self.headings[at];
        let is_alone = self.headings.iter().filter(|other| other.eq_ignore_ascii_case(heading)).count() == 1;
        let named = self.has_headings && is_alone && !heading.is_empty() && !heading.starts_with('#');
        if named { quoted(heading) } else { format!("\"#{}\"", at + 1) }
    }
}

/// Whether a word may stand for an empty cell.
pub(super) fn may_be_missing(text: &str) -> bool {
    MISSING.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// How many of our columns a line of headings has.
fn recognised(row: &[String]) -> usize {
    let known = if KnownLayout::of_headings(row).is_some() { row.len() } else { 0 };
    let found = |input: Input| columns::find(row, input.columns()).positions.iter().flatten().count();
    known + Input::ALL.into_iter().map(found).max().unwrap_or(0)
}

/// Whether a line has names in it and no days and numbers.
fn looks_like_headings(row: &[String]) -> bool {
    let is_value =
        |text: &String| date::parse(text).is_some() || text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    !row.iter().any(|text| !text.is_empty() && is_value(text))
}
