//! The reading of logs against a plain reference: the `csv` crate, and tables of what each cell means.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use wagepact::deliveries;
use wagepact::deliveries::{Progress, ReadOptions, Request, Summary, Tally};
use wagepact::diagnostics::Problem;
use wagepact::diagnostics::message::Arg;
use wagepact::units::Date;

use reading::logs::{Kind, as_csv, cells, division, is_open, log, read, written};
use reading::reference::by_reference;

mod reading {
    pub(crate) mod encodings;
    pub(crate) mod logs;
    pub(crate) mod reference;
}

/// The fields of rejected rows, as they stood in the log they came from.
fn rejected_rows(rejects: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(rejects);
    let records: Vec<csv::ByteRecord> = csv.byte_records().map(Result::unwrap).collect();
    let row = records[0].iter().position(|heading| heading == b"row").unwrap();
    let fields = |raw: &[u8]| {
        // A row that a spreadsheet would run has a ' before it.
        let raw = raw.strip_prefix(b"'").filter(|rest| rest.starts_with(b"-")).unwrap_or(raw);
        let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(raw);
        let record = csv.byte_records().next().unwrap().unwrap();
        record.iter().map(<[u8]>::to_vec).collect()
    };
    records[1..].iter().map(|record| fields(&record[row])).collect()
}

fn compare(logs: &[Vec<u8>], division: (usize, usize)) -> Result<(), TestCaseError> {
    if logs.iter().any(|log| is_open(log)) {
        let problems = read(logs, division, Some(&mut Vec::new())).unwrap_err();
        prop_assert!(problems.iter().any(|problem| problem.message.id == "quote-open"), "{problems:?}");
        return Ok(());
    }
    let expected = by_reference(logs);
    let mut rejects = Vec::new();
    let reading = read(logs, division, Some(&mut rejects)).expect("the headings are good");
    let tally = &reading.tally;
    prop_assert_eq!(cells(tally), expected.cells.clone());
    // In the stated order each row once, under names that are sorted and all in use.
    let keys: Vec<_> =
        tally.rows.iter().map(|row| (row.date, row.company, row.courier, row.area, row.service)).collect();
    prop_assert!(keys.is_sorted_by(|one, other| one < other) && tally.names.is_sorted_by(|one, other| one < other));
    let names: BTreeSet<&String> = expected.cells.keys().flat_map(|(_, names)| names).collect();
    prop_assert_eq!(
        tally.names.iter().map(ToString::to_string).collect::<Vec<_>>(),
        names.into_iter().cloned().collect::<Vec<_>>()
    );
    let not_delivered: BTreeMap<String, u64> =
        reading.summary.not_delivered.iter().map(|(status, rows)| (status.to_string(), *rows)).collect();
    prop_assert_eq!(&not_delivered, &expected.not_delivered);
    prop_assert_eq!(rejected_rows(&rejects), expected.rejected.clone());
    let (summary, rejected) = (&reading.summary, expected.rejected.len());
    prop_assert_eq!((summary.counted, summary.rejected), (expected.counted, rejected as u64));
    prop_assert_eq!(summary.read, summary.counted + not_delivered.values().sum::<u64>() + summary.rejected);
    prop_assert_eq!(summary.parcels, reading.tally.parcels());
    // Without a place for rejected rows: the same, or the first twenty and the number of all.
    match read(logs, (1, 1 << 20), None) {
        Ok(other) => prop_assert_eq!((other, 0), (reading, rejected)),
        Err(problems) => {
            let told = rejected.min(20);
            prop_assert_eq!(problems.len(), told + 1);
            prop_assert_eq!(&problems[told].message.args[0].1, &Arg::Count(rejected as u64));
            let mut csv = csv::Reader::from_reader(rejects.as_slice());
            for (record, problem) in csv.byte_records().zip(&problems[..told]) {
                let (record, place) = (record.unwrap(), problem.place.as_ref().unwrap());
                let told = [place.line.to_string(), place.column.to_string(), problem.message.id.to_string()];
                prop_assert_eq!([&record[12], &record[13], &record[14]], told.each_ref().map(String::as_bytes));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn reads_what_the_csv_crate_reads(logs in vec(log(Kind::Any), 1..3), division in division()) {
        compare(&logs, division)?;
    }

    /// Without stray quotes and ends of lines, the fast search is never left.
    #[test]
    fn reads_neat_logs_the_same(logs in vec(log(Kind::Neat), 1..3), division in division()) {
        compare(&logs, division)?;
    }

    /// Rows of one shape, with others among them.
    #[test]
    fn reads_plain_rows_the_same(
        logs in vec(log(Kind::Plain), 1..3),
        mess in vec((any::<prop::sample::Index>(), prop::sample::select(b"\",\n\rx\xe7".to_vec())), 0..4),
        division in division(),
    ) {
        let mut logs = logs;
        let start = logs[0].iter().position(|byte| *byte == b'\n').map_or(logs[0].len(), |at| at + 1);
        for (at, byte) in mess {
            if start < logs[0].len() {
                let at = start + at.index(logs[0].len() - start);
                // What is left of a moment may be another, of which the reference knows nothing.
                if !b"0123456789-: T".contains(&logs[0][at]) {
                    logs[0][at] = byte;
                }
            }
        }
        compare(&logs, division)?;
    }

    /// A sprinkle of the characters that matter, over rows that would count.
    #[test]
    fn reads_any_mess(
        mess in vec((0..600usize, prop::sample::select(b"\",\n\rx\xe7".to_vec())), 0..12),
        division in division(),
    ) {
        let mut log = b"courier,area,status,parcels,date\n".to_vec();
        let start = log.len();
        for row in 0..20 {
            log.extend_from_slice(format!("K{},\"a {}\",签收,{row},2022-05-01\n", row % 3, row % 2).as_bytes());
        }
        for (at, byte) in mess {
            let at = start + at % (log.len() - start);
            log[at] = byte;
        }
        compare(&[log], division)?;
    }

    #[test]
    fn a_tally_reads_as_itself(log in log(Kind::Any), division in division()) {
        prop_assume!(!is_open(&log));
        let tally = read(&[log], (1, 1 << 20), Some(&mut Vec::new())).unwrap().tally;
        prop_assume!(tally.rows.iter().all(|row| row.parcels <= 1_000_000_000));
        let again = read(&[as_csv(&tally)], division, None).unwrap();
        prop_assert_eq!(&again.tally, &tally);
        prop_assert_eq!(again.summary.counted, tally.rows.len() as u64);
    }

    #[test]
    fn order_and_split_of_rows_change_nothing(
        rows in vec((0..6u32, 0..4u32, 0..3usize, 1..40i8, 0..86_400u32), 1..60),
        order in any::<prop::sample::Index>(),
        pieces in 1..4usize,
        division in division(),
    ) {
        let heading = "parcel,courier,company,status,delivered_at\n";
        let line = |number: usize| {
            let (courier, company, status, day, time) = rows[number];
            let date = Date::constant(2022, 4, 1).checked_add(jiff::ToSpan::days(i64::from(day))).unwrap();
            let time = format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
            let status = ["签收", "妥投", "退回"][status];
            format!("{number},K{courier},公司{company},{status},{date} {time}\n")
        };
        let whole: String = (0..rows.len()).map(line).collect();
        let mut logs = vec![heading.to_string(); pieces];
        for number in 0..rows.len() {
            // From any row on, backwards, dealt out to the pieces.
            let shuffled = (order.index(rows.len()) + rows.len() - number) % rows.len();
            logs[number % pieces].push_str(&line(shuffled));
        }
        let logs: Vec<Vec<u8>> = logs.into_iter().map(String::into_bytes).collect();
        let together = read(&[(heading.to_string() + &whole).into_bytes()], (1, 1 << 20), None).unwrap();
        prop_assert_eq!(read(&logs, division, None).unwrap(), together);
    }
}

fn problem_places(log: &str, division: (usize, usize)) -> Vec<(&'static str, u64, u64)> {
    let problems = read(&[log.as_bytes().to_vec()], division, None).unwrap_err();
    let place = |problem: &Problem| problem.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
    problems.iter().map(|problem| (problem.message.id, place(problem).0, place(problem).1)).collect()
}

#[test]
fn lines_are_those_of_the_file_and_columns_are_characters() {
    // Line 2 is blank, lines 3 and 4 are one row, 鄣吴 are two characters, and line 7 has no line end.
    let log = "date,area,courier,parcels\r\n\r\n2022-05-01,\"鄣\n吴\",K1,x\n2022-05-01,鄣吴,K1,-1\n\
               5/1,鄣吴,K1,1\n2022-05-01,鄣吴,,1";
    let expected = [
        ("log-parcels-unreadable", 4, 7),
        ("log-parcels-negative", 5, 18),
        ("log-date-unreadable", 6, 1),
        ("log-courier-empty", 7, 15),
        ("log-problems-in-all", 0, 0),
    ];
    for block in [1, 7, 30, 1 << 20] {
        for threads in 1..4 {
            assert_eq!(problem_places(log, (threads, block)), expected, "{threads} threads, {block} bytes");
        }
    }
}

#[test]
fn the_first_twenty_problems_and_the_number_of_all() {
    // 1000 rows, of which every third from the first on has no courier: 334 of them, on the lines 2, 5, 8, …
    let rows: String = (0..1000).map(|row| if row % 3 == 0 { ",2022-05-01\n" } else { "K1,2022-05-01\n" }).collect();
    let log = format!("courier,date\n{rows}").into_bytes();
    for division in [(1, 1 << 20), (4, 50), (3, 1000)] {
        let problems = read(std::slice::from_ref(&log), division, None).unwrap_err();
        assert_eq!(problems.len(), 21);
        for (problem, line) in problems[..20].iter().zip((2..).step_by(3)) {
            assert_eq!((problem.message.id, problem.place.as_ref().unwrap().line), ("log-courier-empty", line));
        }
        assert_eq!(problems[20].message.args, [("count", Arg::Count(334))]);
    }
}

#[test]
fn rejected_rows_are_a_log_that_can_be_mended() {
    let log = "签收时间,工号,区域\n2022-05-01 08:00:00,K1,递铺\n2022-05-01,,递铺\n2022-05-40,K2,\"梅,溪\"\n\
               2022-05-02,K3,递铺,多\n";
    let mut rejects = Vec::new();
    let reading = read(&[log.as_bytes().to_vec()], (2, 10), Some(&mut rejects)).unwrap();
    assert_eq!((reading.summary.read, reading.summary.counted, reading.summary.rejected), (4, 1, 3));
    let rejects = String::from_utf8(rejects).unwrap();
    let lines: Vec<&str> = rejects.lines().collect();
    let headings = "parcel,courier,company,area,service,status,parcels,date,delivered_at,first_at,last_at,\
                    file,line,column,problem,row";
    assert_eq!(lines[0], headings);
    assert!(lines[1].starts_with(",,,递铺,,delivered,1,,2022-05-01,,,"), "{}", lines[1]);
    assert!(lines[1].ends_with(",3,12,log-courier-empty,\"2022-05-01,,递铺\""), "{}", lines[1]);
    assert!(lines[2].ends_with(",4,1,log-date-unreadable,\"2022-05-40,K2,\"\"梅,溪\"\"\""), "{}", lines[2]);
    assert!(lines[3].ends_with(",5,18,log-field-count,\"2022-05-02,K3,递铺,多\""), "{}", lines[3]);
    // A courier for the first, a day of May for the second; the third fits its headings as it is now.
    let mended = rejects.replacen(",,,递铺", ",K9,,递铺", 1).replacen("2022-05-40", "2022-05-04", 1);
    let again = read(&[mended.into_bytes()], (1, 1 << 20), None).unwrap();
    assert_eq!((again.summary.counted, again.summary.parcels), (3, 3));
}

#[test]
fn rejected_rows_run_nothing_in_a_spreadsheet() {
    let log = "courier,area,status,parcels,date\n=1+1,@x,签收,-3,2022-05-01\n";
    let mut rejects = Vec::new();
    read(&[log.as_bytes().to_vec()], (1, 100), Some(&mut rejects)).unwrap();
    let rejects = String::from_utf8(rejects).unwrap();
    assert!(rejects.contains("\n,'=1+1,,'@x,,签收,-3,2022-05-01,"), "{rejects}");
    assert!(rejects.ends_with(",\"'=1+1,@x,签收,-3,2022-05-01\"\n"), "{rejects}");
    let tally = read(&[rejects.replacen("-3", "3", 1).into_bytes()], (1, 100), None).unwrap().tally;
    assert_eq!(tally.names.iter().map(|name| &**name).collect::<Vec<_>>(), ["", "=1+1", "@x", "delivery"]);
}

#[test]
fn an_empty_log_is_a_mistake_and_one_without_rows_is_not() {
    for empty in ["", "\u{feff}", "\n\r\n"] {
        assert_eq!(problem_places(empty, (2, 1)), [("log-empty", 0, 0)], "{empty:?}");
    }
    for bare in ["courier,date", "\u{feff}courier,date\n", "\r\n\ncourier,date\r\n\r\n"] {
        let reading = read(&[bare.as_bytes().to_vec()], (2, 1), None).unwrap();
        assert_eq!((reading.tally, reading.summary), (Tally::default(), Summary::default()));
    }
}

#[test]
fn mistakes_of_all_files_are_told_at_once() {
    let logs = ["courier,date\nK1,2022-05-01\n", "x,date\n", "", "courier,courier,date\n", "courier,date\nK1,\n"];
    let logs: Vec<Vec<u8>> = logs.iter().map(|log| log.as_bytes().to_vec()).collect();
    let ids: Vec<_> = read(&logs, (2, 20), None).unwrap_err().iter().map(|problem| problem.message.id).collect();
    assert_eq!(ids, ["log-no-courier", "log-empty", "log-heading-twice"]);
    let paths = ["nowhere/a.csv", "nowhere/b.csv"].map(PathBuf::from);
    let request = Request {
        paths: &paths,
        options: ReadOptions::default(),
        rejects: None,
        threads: None,
        block: None,
        progress: &|_| (),
    };
    assert_eq!(deliveries::read(request).unwrap_err().len(), 2);
}

#[test]
fn a_quote_that_is_never_closed_does_not_swallow_the_log() {
    // The quote opens in line 3; 20 MB follow it, more than any row has.
    let mut log = b"courier,date\nK1,2022-05-01\nK1,\"2022-05-01\n".to_vec();
    log.resize(20_000_000, b'\n');
    let problems = read(&[log], (2, 1 << 16), None).unwrap_err();
    let place = problems[0].place.as_ref().unwrap();
    assert_eq!((problems[0].message.id, place.line, place.column), ("log-quote-long", 3, 4));
    // Nor do 2 MB without an end of a line.
    let problems = read(&[vec![b'x'; 2_000_000]], (2, 1 << 16), None).unwrap_err();
    assert_eq!(problems[0].message.id, "log-row-long");
    // A cell that is closed, but too far away, is not said to be open for ever: nobody has looked so far.
    let long = [b"courier,date\nK1,\"".to_vec(), vec![b'x'; 4_000_000], b"\"\n".to_vec()].concat();
    let problems = read(&[long], (2, 1 << 16), None).unwrap_err();
    assert_eq!((problems[0].message.id, problems[0].place.as_ref().unwrap().line), ("log-quote-long", 2));
    let short = b"courier,date\nK1,\"2022-05-01\n".to_vec();
    assert_eq!(read(&[short], (2, 1 << 16), None).unwrap_err()[0].message.id, "quote-open");
}

#[test]
fn the_first_delivery_of_a_day_is_not_after_its_last() {
    // Found by `a_tally_reads_as_itself`: one row knows only its first delivery, 23:59, the other only its last, 9:05.
    let log = "courier,date,first_at,last_at\nK1,2022-05-01,23:59,\nK1,2022-05-01,,9:05\n";
    let tally = read(&[log.as_bytes().to_vec()], (1, 100), None).unwrap().tally;
    assert_eq!((tally.rows[0].first_at, tally.rows[0].last_at), (Some(32_700), Some(86_340)));
    assert_eq!(read(&[as_csv(&tally)], (1, 100), None).unwrap().tally, tally);
}

#[test]
fn other_statuses_can_count() {
    // 20 bytes of headings, twice 21 of a row.
    let logs = written(&["courier,date,status\nK1,2022-05-01,代收\nK1,2022-05-01,签收\n".as_bytes().to_vec()]);
    let delivered = ["代收".to_string()];
    let request = Request {
        paths: &logs.paths,
        options: ReadOptions { delivered: Some(&delivered), ..ReadOptions::default() },
        rejects: None,
        threads: None,
        block: None,
        progress: &|progress| assert_eq!(progress, Progress { read: 62, total: Some(62) }),
    };
    let summary = deliveries::read(request).unwrap().summary;
    assert_eq!(summary.counted, 1);
    assert_eq!(summary.not_delivered, BTreeMap::from([(Arc::from("签收"), 1)]));
}
