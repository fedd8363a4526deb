//! Logs as they come: columns in any order, quotes well and badly set, ends of lines of all kinds.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;
use wagepact::deliveries;
use wagepact::deliveries::tally::Row;
use wagepact::deliveries::{ReadOptions, Reading, Rejects, Request, Tally};
use wagepact::diagnostics::{Message, Problems};
use wagepact::files::encoding::Stated;

use super::reference::{COUNTS, Cells, DAYS, DELIVERED, HEADINGS, NAMES, STATUSES, TIMES};

/// Logs written into a folder of their own.
pub(crate) struct Logs {
    _folder: TempDir,
    pub(crate) paths: Vec<PathBuf>,
}

pub(crate) fn written(logs: &[Vec<u8>]) -> Logs {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (0..logs.len()).map(|number| folder.path().join(format!("{number}.csv"))).collect();
    for (path, log) in paths.iter().zip(logs) {
        std::fs::write(path, log).unwrap();
    }
    Logs { _folder: folder, paths }
}

/// Reads logs in UTF-8 with so many threads, so many bytes at a time.
pub(crate) fn read(
    logs: &[Vec<u8>],
    division: (usize, usize),
    rejects: Option<&mut Vec<u8>>,
) -> Result<Reading, Problems> {
    read_as(Some(Stated::Utf8), logs, division, rejects)
}

/// The same of logs in any encoding.
pub(crate) fn read_as(
    encoding: Option<Stated>,
    logs: &[Vec<u8>],
    (threads, block): (usize, usize),
    rejects: Option<&mut Vec<u8>>,
) -> Result<Reading, Problems> {
    let logs = written(logs);
    let words = |message: &Message| message.id.to_string();
    // Where it is said which statuses count, no other word is a problem: random bytes make many.
    let delivered = DELIVERED.map(String::from);
    let read = deliveries::read(Request {
        paths: &logs.paths,
        options: ReadOptions { encoding, delivered: Some(&delivered), ..ReadOptions::default() },
        rejects: rejects.map(|out| Rejects { out, words: &words }),
        threads: NonZeroUsize::new(threads),
        block: NonZeroUsize::new(block),
        progress: &|_| (),
    });
    // They lie in another folder each time.
    read.map(|reading| Reading { without_rows: Vec::new(), ..reading })
}

/// Whether a quote is still open at the end of a log: then a further row belongs to it.
pub(crate) fn is_open(log: &[u8]) -> bool {
    let with_row = [log, b"\nlast"].concat();
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(with_row.as_slice());
    rows.byte_records().last().is_some_and(|row| row.unwrap() != vec!["last"])
}

/// One to four threads, few bytes at a time.
pub(crate) fn division() -> impl Strategy<Value = (usize, usize)> {
    (1..=4usize, prop_oneof![1..200usize, 200..5_000usize])
}

pub(crate) fn cells(tally: &Tally) -> Cells {
    let name = |index: u32| tally.name(index).to_string();
    let cell = |row: &Row| {
        let names = [name(row.company), name(row.courier), name(row.area), name(row.service)];
        ((row.date, names), (row.parcels, row.first_at, row.last_at))
    };
    tally.rows.iter().map(cell).collect()
}

/// A tally as the program writes it.
pub(crate) fn as_csv(tally: &Tally) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(["date", "company", "courier", "area", "service", "parcels", "first_at", "last_at"]).unwrap();
    let clock = |time: Option<u32>| {
        time.map_or(String::new(), |time| format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60))
    };
    for row in &tally.rows {
        let names = [row.company, row.courier, row.area, row.service].map(|index| tally.name(index).to_string());
        let figures = [row.parcels.to_string(), clock(row.first_at), clock(row.last_at)];
        csv.write_record([row.date.to_string()].iter().chain(&names).chain(&figures)).unwrap();
    }
    csv.into_inner().unwrap()
}

/// A text of a table, most often one of its first `good` ones.
fn one_of(texts: Vec<&'static str>, good: usize) -> BoxedStrategy<String> {
    let first = texts[..good].to_vec();
    let any = prop_oneof![6 => prop::sample::select(first), 1 => prop::sample::select(texts)];
    any.prop_map(String::from).boxed()
}

/// One cell of a column, well or badly quoted.
fn cell(column: usize, neat: bool) -> BoxedStrategy<Vec<u8>> {
    let day = one_of(DAYS.iter().map(|(day, _)| *day).collect(), 5);
    let time = one_of(TIMES.iter().map(|(time, _)| *time).collect(), 6);
    let moment = (day.clone(), time.clone()).prop_map(|(day, time)| day + &time).boxed();
    let text = match column {
        5 => one_of(STATUSES.to_vec(), 4),
        6 => one_of(COUNTS.iter().map(|(count, _)| *count).collect(), 4),
        7 => prop_oneof![8 => day, 1 => moment].boxed(),
        8 => moment,
        9 | 10 => {
            let alone = time.prop_map(|time| time.get(1..).unwrap_or("").to_string());
            prop_oneof![4 => alone, 1 => moment].boxed()
        }
        _ => one_of(NAMES.to_vec(), 5),
    };
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\"")).into_bytes();
    let plain = move |text: String| if text.contains([',', '"']) { quoted(&text) } else { text.into_bytes() };
    let well = prop_oneof![
        40 => text.clone().prop_map(plain),
        10 => text.clone().prop_map(move |text| quoted(&text)),
        1 => text.clone().prop_map(move |text| quoted(&format!("{text}\n"))),
        1 => Just("\"二\r\n行\"".as_bytes().to_vec()),
        1 => Just(b"\xff\xfe".to_vec()),
    ];
    if neat {
        return well.boxed();
    }
    let badly = prop_oneof![
        text.prop_map(|text| format!("{text}\"").into_bytes()),
        Just(b"\"x\"y".to_vec()),
        Just(b" \"K1\"".to_vec()),
    ];
    prop_oneof![40 => well, 1 => badly].boxed()
}

/// Some of the columns in some order; a courier and a day are always among them.
fn columns() -> impl Strategy<Value = Vec<usize>> {
    let order = Just((0..HEADINGS.len()).collect::<Vec<_>>()).prop_shuffle();
    (order, 2..=HEADINGS.len()).prop_map(|(order, kept)| {
        let dated = order.iter().copied().find(|column| matches!(column, 7 | 8)).unwrap();
        let is_kept = |(at, column): &(usize, usize)| *at < kept || *column == 1 || *column == dated;
        order.into_iter().enumerate().filter(is_kept).map(|(_, column)| column).collect()
    })
}

const ENDS: [&str; 5] = ["\n", "\r\n", "\r", "\n\n", "\r\n\r"];

/// A cell as nearly all rows of a usual log have it: short or long, with nothing to be read with care.
fn plain_cell(column: usize) -> BoxedStrategy<Vec<u8>> {
    match column {
        0 => "[0-9]{0,40}".prop_map(String::into_bytes).boxed(),
        5 => prop::sample::select(vec!["签收", "退回"]).prop_map(|text| text.as_bytes().to_vec()).boxed(),
        8 => (0..2usize, 1..4usize) // both are among `DAYS`, the three among `TIMES`
            .prop_map(|(day, time)| format!("{}{}", ["2022-05-01", "1999-12-31"][day], TIMES[time].0).into_bytes())
            .boxed(),
        _ => prop::sample::select(vec!["K1".to_string(), "K02".to_string(), "甲速递".repeat(3), "x".repeat(60)])
            .prop_map(String::into_bytes)
            .boxed(),
    }
}

/// A row: its cells, what is done to it, and how it ends.
fn row(columns: &[usize], kind: Kind) -> impl Strategy<Value = Vec<u8>> + use<> {
    let neat = kind == Kind::Neat;
    let cell = |column: &usize| match kind {
        Kind::Plain => prop_oneof![30 => plain_cell(*column), 1 => cell(*column, false)].boxed(),
        Kind::Neat | Kind::Any => cell(*column, neat),
    };
    let cells: Vec<_> = columns.iter().map(cell).collect();
    let change = if neat { Just(0).boxed() } else { prop_oneof![30 => Just(0), 1 => 1..4].boxed() };
    let end = if neat { (0..2usize).boxed() } else { prop_oneof![20 => 0..2usize, 1 => 2..5usize].boxed() };
    (cells, change, end).prop_map(|(mut cells, change, end)| {
        match change {
            1 => drop(cells.pop()),
            2 => cells.push(b"more".to_vec()),
            3 => cells = vec![b"\"".to_vec()],
            _ => {}
        }
        let mut row = cells.join(&b","[..]);
        row.extend_from_slice(ENDS[end].as_bytes());
        row
    })
}

/// What a log is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Any,
    /// It has no stray quotes, no lone carriage returns, and as many fields in a row as headings.
    Neat,
    /// A waybill, the names, a moment, and hardly anything to be read with care.
    Plain,
}

/// A waybill or none, the names in some order, and a moment.
fn plain_columns() -> impl Strategy<Value = Vec<usize>> {
    let names = (Just(vec![1, 2, 3, 4, 5]).prop_shuffle(), 1..=5usize);
    (any::<bool>(), names).prop_map(|(waybill, (order, kept))| {
        let is_kept = |(at, column): &(usize, usize)| *at < kept || *column == 1;
        let names = order.into_iter().enumerate().filter(is_kept).map(|(_, column)| column);
        waybill.then_some(0).into_iter().chain(names).chain([8]).collect()
    })
}

/// A log of a kind.
pub(crate) fn log(kind: Kind) -> impl Strategy<Value = Vec<u8>> {
    let columns = if kind == Kind::Plain { plain_columns().boxed() } else { columns().boxed() };
    columns.prop_flat_map(move |columns| {
        let headings: Vec<_> = columns.iter().map(|column| prop::sample::select(HEADINGS[*column].to_vec())).collect();
        let rows = vec(row(&columns, kind), 0..40);
        (any::<bool>(), headings, 0..2usize, rows, any::<bool>()).prop_map(|(mark, headings, end, rows, ended)| {
            let mark = if mark { "\u{feff}" } else { "" };
            let mut log = format!("{mark}{}{}", headings.join(","), ENDS[end]).into_bytes();
            log.extend(rows.concat());
            if !ended && log.ends_with(b"\n") {
                log.pop();
            }
            log
        })
    })
}
