//! Column maps: what they hold, and the mistakes that one can make in them.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;

use rust_xlsxwriter::Workbook;
use wagepact::deliveries;
use wagepact::deliveries::{ReadOptions, Request};
use wagepact::diagnostics::Problem;
use wagepact::files::encoding::Stated;
use wagepact::tables::headings::Input;
use wagepact::tables::map::format::Format;
use wagepact::tables::map::{Heading, Map, Origin};

fn of_text(text: &str) -> Result<Map, Vec<Problem>> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    Map::read(file.path())
}

/// The place and id of each problem, as a case expects them in its first lines: `# toml-key-misspelt 6:1`.
fn told(problems: &[Problem]) -> Vec<String> {
    let place = |problem: &Problem| problem.place.as_ref().map(|place| (place.line, place.column));
    let line = |problem: &Problem| {
        let (line, column) = place(problem).unwrap_or_default();
        format!("# {} {line}:{column}", problem.message.id)
    };
    problems.iter().map(line).collect()
}

#[test]
fn each_mistake_is_told_at_its_place() {
    let folder = Path::new("tests/cases/errors/map");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let expected: Vec<_> = text.lines().take_while(|line| line.starts_with("# ")).collect();
        let found = told(&Map::read(&path).map(|_| ()).unwrap_err());
        if found != expected {
            wrong.push(format!("{}:\n{}", path.display(), found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_key_is_kept_as_it_is_meant() {
    let map = of_text(
        r##"
        encoding = "gb18030"
        delimiter = "\t"
        skip = 1
        missing = ["-", "—", "nan", "NULL"]
        timezone = "Asia/Shanghai"

        [columns]
        courier = "派件业务员工号"
        date    = { from = "签收时间", format = "%m-%d %H:%M:%S", year = 2022 }
        parcels = "#3"
        area    = { join = ["city", "region_id"], with = "/" }
        company = { value = "申通" }
        service = { from = "类型", values = { "派" = "delivery", "揽" = "pickup" } }
        status  = "签收标识"

        [rows]
        delivered = ["是"]
        keep   = { "作废标记" = ["否", ""] }
        unique = "运单号"

        [roster]
        delimiter = ";"
        [roster.columns]
        courier = "员工"
        "##,
    )
    .unwrap();
    let log = map.part(Input::Log).unwrap();
    assert_eq!((log.encoding, log.delimiter, log.skip), (Some(Stated::Gb18030), b'\t', Some(1)));
    assert_eq!(
        (log.present("-"), log.present("nan"), log.present("0"), &*log.zone.name),
        ("", "", "0", "Asia/Shanghai")
    );
    let names: Vec<_> = log.columns.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["courier", "company", "area", "service", "status", "parcels", "date"]);
    assert!(
        matches!(&log.taken("parcels").unwrap().origin, Origin::Cell(cell) if cell.heading == Heading::Numbered(3))
    );
    assert!(
        matches!(&log.taken("area").unwrap().origin, Origin::Joined(cells, with) if cells.len() == 2 && &**with == "/")
    );
    assert!(matches!(&log.taken("company").unwrap().origin, Origin::Value(value) if &**value == "申通"));
    let service = log.taken("service").unwrap();
    assert_eq!(["派", "揽", "退"].map(|word| service.meaning(word).unwrap_or(word)), ["delivery", "pickup", "退"]);
    let date = log.taken("date").unwrap();
    assert_eq!((date.formats.len(), date.formats[0].as_str(), date.fill.year), (1, "%m-%d %H:%M:%S", Some(2022)));
    assert!(matches!(date.formats[0], Format::Letters { .. }));
    assert_eq!(log.rows.delivered.as_deref(), Some(&["是".to_string()][..]));
    assert!(log.rows.keep[0].keeps("") && log.rows.keep[0].keeps("否") && !log.rows.keep[0].keeps("是"));
    assert_eq!(log.rows.unique.as_ref().unwrap().heading, Heading::Named("运单号".into()));
    assert!(!log.has_no_headings());
    assert_eq!(map.part(Input::Roster).unwrap().delimiter, b';');
    assert!(map.part(Input::Rates).is_none());
}

#[test]
fn the_maps_that_the_documentation_shows_can_be_read() {
    for page in ["docs/maps", "docs/maps.zh-CN"] {
        let text = fs::read_to_string(format!("{page}.md")).unwrap();
        let blocks: Vec<&str> = text.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
        assert_eq!(blocks[0], fs::read_to_string(format!("{page}.in/map.toml")).unwrap());
        for block in blocks {
            assert!(of_text(block).is_ok(), "{block}");
        }
    }
}

#[test]
fn every_key_is_explained() {
    let text = fs::read_to_string("docs/maps.md").unwrap();
    for key in [
        "encoding",
        "delimiter",
        "skip",
        "missing",
        "timezone",
        "one_column_a_day",
        "[[layout]]",
        "files",
        "[columns]",
        "[rows]",
        "from",
        "format",
        "year",
        "month",
        "day",
        "join",
        "with",
        "value",
        "values",
        "width",
        "delivered",
        "keep",
        "unique",
        "revoked",
        "[roster]",
        "[register]",
        "[rates]",
        "[attendance]",
        "[protected]",
    ] {
        assert!(text.contains(&format!("`{key}`")) || text.contains(&format!("{key} = ")), "{key}");
    }
}

/// The first row of each parcel counts, however the log is cut and however many threads read it.
#[test]
fn nothing_depends_on_blocks_and_threads() {
    let folder = tempfile::tempdir().unwrap();
    let mut expected = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut paths = Vec::new();
    for file in 0..3u64 {
        let mut log = String::from("scope of the query\n\n号;谁;何时;状态;作废\n");
        for row in 0..2_000 {
            // A prime number of parcels, met in an order that looks like none.
            let number = (file * 2_000 + row) * 7_919 % 2_503;
            let (day, courier) = (row % 28 + 1, (row * 31 + file) % 17);
            let status = if row % 11 == 0 { "N" } else { "Y" };
            let void = if row % 13 == 0 { "是" } else { "-" };
            let minute = row % 60;
            writeln!(log, "JT{number:013};K{courier};{day:02}/05 09:{minute:02};{status};{void}").unwrap();
            if status == "Y" && void == "-" && seen.insert(number) {
                *expected.entry((day, format!("K{courier}"))).or_insert(0u64) += 1;
            }
        }
        paths.push(folder.path().join(format!("{file}.csv")));
        fs::write(&paths[paths.len() - 1], log).unwrap();
    }
    let map = of_text(
        "delimiter = ';'\nmissing = '-'\n[columns]\ncourier = '谁'\nstatus = '状态'\n\
         date = { from = '何时', format = '%d/%m %H:%M', year = 2022 }\n\
         [rows]\ndelivered = 'y'\nkeep = { '作废' = '' }\nunique = '号'\n",
    )
    .unwrap();
    for (threads, block) in [(1, 1 << 18), (1, 1), (2, 100), (4, 1_000), (3, 7)] {
        let read = deliveries::read(Request {
            paths: &paths,
            options: ReadOptions { map: Some(&map), ..ReadOptions::default() },
            rejects: None,
            threads: NonZeroUsize::new(threads),
            block: NonZeroUsize::new(block),
            progress: &|_| (),
        })
        .unwrap();
        let tally = &read.tally;
        let found: BTreeMap<(u64, String), u64> = tally
            .rows
            .iter()
            .map(|row| ((row.date.day().unsigned_abs().into(), tally.name(row.courier).to_string()), row.parcels))
            .collect();
        assert_eq!(found, expected, "{threads} threads, {block} bytes");
        let summary = &read.summary;
        let undelivered: u64 = summary.not_delivered.values().sum();
        assert_eq!(summary.read, 6_000);
        assert_eq!(summary.read, summary.counted + undelivered + summary.left_out + summary.duplicates);
        assert_eq!(summary.counted, expected.values().sum::<u64>());
    }
}

/// A bar may be half of a Chinese character: that is found out too where the first such character stands far below.
#[test]
fn a_delimiter_that_may_be_half_a_character_is_refused_wherever_that_shows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    let mut log = b"courier|date|note\n".to_vec();
    for _ in 0..100_000 {
        log.extend_from_slice(b"K1|2022-05-01|x\n");
    }
    log.extend_from_slice(b"K1|2022-05-01|\xb0\xb2\n"); // \u{5b89} in GBK
    fs::write(&path, &log).unwrap();
    let map = of_text("delimiter = '|'").unwrap();
    let options = ReadOptions { map: Some(&map), ..ReadOptions::default() };
    let paths = [path];
    let request = Request { paths: &paths, options, rejects: None, threads: None, block: None, progress: &|_| () };
    let problems = deliveries::read(request).unwrap_err();
    assert_eq!(told(&problems), ["# log-delimiter-in-gb18030 0:0"]);
}

fn wagepact(args: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_wagepact")).args(["--lang", "en"]).args(args).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

/// Every file of some folders of cases.
fn files_of_cases() -> Vec<PathBuf> {
    let folders = ["maps", "files", "check"].map(|room| Path::new("tests/cases").join(room));
    let listed = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let inputs = folders.into_iter().flat_map(listed).filter(|path| path.extension().is_some_and(|end| end == "in"));
    let is_table = |path: &PathBuf| path.extension().is_some_and(|end| end == "csv" || end == "xlsx" || end == "txt");
    let mut files: Vec<PathBuf> = inputs.flat_map(listed).filter(is_table).collect();
    files.sort();
    files
}

/// What the program reads by itself, it reads by its own draft in the same way.
#[test]
fn a_draft_reads_what_is_read_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let (log, draft) = (folder.path().join("log.csv"), folder.path().join("draft.toml"));
    fs::write(&log, "courier,date,parcels\nK1,2022-05-01,10\n").unwrap();
    let (log, draft) = (log.to_str().unwrap(), draft.to_str().unwrap());
    let (mut wrong, mut read) = (Vec::new(), 0);
    for file in files_of_cases() {
        let file = file.to_str().unwrap();
        let (code, text) = wagepact(&["map", file]);
        fs::write(draft, &text).unwrap();
        let flag = ["--roster", "--register", "--rates", "--attendance", "--protected"];
        let flag = flag.into_iter().find(|flag| text.contains(&format!("({flag})")));
        let args = match flag {
            None => vec!["tally", file],
            Some("--register") => {
                vec!["check", log, "-a", "anji-courier", "--rate", "delivery=0.80", "--register", file]
            }
            Some("--rates") => vec!["pay", log, "-a", "anji-courier", "--rates", file],
            Some(flag) => vec!["pay", log, "-a", "anji-courier", "--rate", "delivery=0.80", flag, file],
        };
        let without = wagepact(&args);
        if without.0 == Some(2) {
            continue;
        }
        read += 1;
        if code != Some(0) || wagepact(&[&args[..], &["--map", draft]].concat()) != without {
            wrong.push(format!("{file}\n{text}"));
        }
    }
    assert!(wrong.is_empty() && read > 100, "{read} read\n{}", wrong.join("\n"));
}

/// Writes a workbook of one sheet.
fn workbook(path: &Path, sheet: &str, rows: &[&str]) {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet().set_name(sheet).unwrap();
    for (row, line) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(line.split(',')) {
            page.write_string(row, column, cell).unwrap();
        }
    }
    workbook.save(path).unwrap();
}

/// Four workbooks of a made-up month; those ids of the log have lost their zeros that `ids` gives without.
fn month(folder: &Path, ids: [&str; 2]) -> Vec<String> {
    let [first, second] = ids;
    let days = [
        format!("2025-10-08,{first},甲,东,120"),
        format!("2025-10-09,{second},乙,西,90"),
        format!("2025-10-10,{first},甲,西,30"),
    ];
    let log: Vec<&str> =
        ["日期,员工编号,姓名,区域,派件数"].into_iter().chain(days.iter().map(String::as_str)).collect();
    let roster =
        ["某公司花名册（虚构）", "工号,姓名,性别,底薪,入职时间", "0001,甲,女,500,2020-01-01", "0020,乙,男,,2021-03-01"];
    // 120 × 0.70 + 30 × 0.80 + 500 = 608.00, and 90 × 0.80 = 72.00, of which 10.00 were not paid.
    let register = [
        "2025年10月工资表（虚构）",
        "序号,工号,姓名,月份,应发合计",
        "1,0001,甲,2025-10,608.00",
        "2,0020,乙,2025-10,62.00",
    ];
    let rates = ["规则,区域,派费单价", "delivery,东,0.70", "delivery,西,0.80"];
    let books: [(&str, &str, &[&str]); 4] = [
        ("派件", "派件", &log),
        ("花名册", "花名册", &roster),
        ("工资表", "10月", &register),
        ("单价", "单价表", &rates),
    ];
    let written = books.map(|(name, sheet, rows)| {
        let path = folder.join(format!("{name}.xlsx"));
        workbook(&path, sheet, rows);
        path.to_str().unwrap().to_string()
    });
    written.to_vec()
}

#[test]
fn by_the_draft_ids_without_zeros_are_those_with_them() {
    let check = |ids: [&str; 2], is_drafted: bool| {
        let folder = tempfile::tempdir().unwrap();
        let files = month(folder.path(), ids);
        let draft = folder.path().join("draft.toml").to_str().unwrap().to_string();
        let [log, roster, register, rates] = &*files else { panic!() };
        let drafted = wagepact(&["map", rates, register, log, roster, "-o", &draft]);
        assert_eq!(drafted, (Some(0), String::new()));
        let mut args = vec!["check", log, "-a", "anji-courier", "--rates", rates, "--register", register];
        args.extend(["--roster", roster, "--only", "underpaid,overpaid,ids-alike,not-on-register", "-f", "csv"]);
        if is_drafted {
            args.extend(["--map", &draft]);
        }
        let (code, text) = wagepact(&args);
        (code, text.replace(folder.path().to_str().unwrap(), ""))
    };
    let whole = check(["0001", "0020"], false);
    assert!(whole.0 == Some(1) && whole.1.contains("0020") && !whole.1.contains("0001"), "{whole:?}");
    assert_eq!((check(["1", "20"], true), check(["1", "0020"], true)), (whole.clone(), whole.clone()));
    assert_eq!(check(["0001", "0020"], true), whole);
    assert_ne!(check(["1", "20"], false), whole);
}
