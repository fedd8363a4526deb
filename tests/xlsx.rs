//! Workbooks read back: their cells, and what stands around them.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;
use std::str::FromStr;

use calamine::{Data, Range, Reader, Xlsx};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use wagepact::diagnostics::Message;
use wagepact::report::formats::{Format, Options};
use wagepact::report::{Block, Catalogue, Cell, ColumnKind, Heading, Language, Report, Table, formats};
use wagepact::units::Decimal;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

fn money(text: &str) -> Cell {
    Cell::Money(decimal(text))
}

/// Pay of two couriers, with sums: 4210 + 812 = 5022 and 3684.10 + 2070.00 = 5754.10. Two courier-ids, one courier in all.
fn may() -> Report {
    let columns = [
        ("courier", ColumnKind::Text),
        ("month", ColumnKind::Text),
        ("couriers", ColumnKind::Count),
        ("parcels", ColumnKind::Count),
        ("rate", ColumnKind::Number),
        ("base", ColumnKind::Money),
        ("pay", ColumnKind::Money),
    ];
    let columns = columns.map(|(key, kind)| Heading { key, kind }).to_vec();
    let row = |id: &str, parcels, rate, pay| {
        let rate = Cell::Number(decimal(rate));
        vec![
            Cell::text(id),
            Cell::text("2022-05"),
            Cell::Count(1),
            Cell::Count(parcels),
            rate,
            Cell::Missing,
            money(pay),
        ]
    };
    let rows = vec![row("00123", 4210, "0.850", "3684.10"), row("7E5", 812, "0.8550", "2070.00")];
    let total = vec![
        Cell::Word("total"),
        Cell::Missing,
        Cell::Count(1),
        Cell::Count(5022),
        Cell::Missing,
        Cell::Missing,
        money("5754.10"),
    ];
    let table = Table { key: "rows", columns, rows: rows.into(), total: Some(total) };
    Report { name: "pay", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
}

fn workbook(report: &Report, language: Language, headings: Option<Language>) -> Vec<u8> {
    let mut out = Vec::new();
    let options = Options { headings, ..Options::default() };
    assert!(formats::fits(report, Format::Xlsx).is_ok());
    formats::write(report, Format::Xlsx, &Catalogue::new(language), &options, &mut out).unwrap();
    out
}

fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheets()
}

/// A part of a workbook as it stands in the archive.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A cell, by its kind and value.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => format!("number {number}"),
        Data::String(text) => format!("text {text}"),
        other => panic!("{other:?}"),
    }
}

fn shown_rows(range: &Range<Data>) -> Vec<Vec<String>> {
    range.rows().map(|row| row.iter().map(shown).collect()).collect()
}

#[test]
fn ids_and_months_are_text_and_figures_are_numbers() {
    let bytes = workbook(&may(), Language::En, None);
    let (name, range) = sheets(&bytes).remove(0);
    assert_eq!(name, "Pay");
    let rows = shown_rows(&range);
    assert_eq!(rows[0].join("|"), "text courier|text month|text couriers|text parcels|text rate|text base|text pay");
    assert_eq!(rows[1].join("|"), "text 00123|text 2022-05|number 1|number 4210|number 0.85||number 3684.1");
    assert_eq!(rows[2].join("|"), "text 7E5|text 2022-05|number 1|number 812|number 0.855||number 2070");
    assert_eq!(rows[3].concat(), "", "no filter takes the sums for a row");
    assert_eq!(rows[4].join("|"), "text total||number 1|number 5022|||number 5754.1");
    assert_eq!(rows.len(), 5);
}

#[test]
fn sums_are_formulas_with_their_result_and_a_count_of_people_is_none() {
    let bytes = workbook(&may(), Language::En, None);
    let mut book = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
    let formulas = book.worksheet_formula("Pay").unwrap();
    let formulas: Vec<_> = formulas.used_cells().map(|(_, column, formula)| (column, formula.as_str())).collect();
    // of the columns D and G; couriers, C, are 1 in all, and 1 + 1 is 2
    assert_eq!(formulas.iter().map(|(_, formula)| *formula).collect::<Vec<_>>(), ["SUM(D2:D3)", "SUM(G2:G3)"]);
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>SUM(G2:G3)</f><v>5754.1</v>"));
}

#[test]
fn headings_stay_in_view_can_be_filtered_and_are_wide_enough() {
    let bytes = workbook(&may(), Language::Zh, None);
    let (name, range) = sheets(&bytes).remove(0);
    assert_eq!(name, "应发工资");
    assert_eq!(
        shown_rows(&range)[0].join("|"),
        "text 派件员|text 月份|text 人数|text 件数|text 单价|text 基本工资|text 应发工资"
    );
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#), "{sheet}");
    assert!(sheet.contains(r#"<autoFilter ref="A1:G3"/>"#), "{sheet}");
    assert!(sheet.contains(r#"<ignoredError sqref="A2:G3" numberStoredAsText="1"/>"#), "{sheet}");
    // four characters of two cells each, 3 for the button, 2 of room; a spreadsheet adds 5 of the 7 pixels of a digit
    assert!(sheet.contains(r#"<col min="6" max="7" width="13.7109375" customWidth="1"/>"#), "{sheet}");
    let styles = part(&bytes, "xl/styles.xml");
    // the heading is bold; 49 is @, which keeps an id text; 3 and 4 are #,##0 and #,##0.00
    let own = ["#,##0.000", "#,##0.0000"].map(|format| format!(r#"formatCode="{format}""#));
    let known = ["<b/>", r#"numFmtId="49""#, r#"numFmtId="3""#, r#"numFmtId="4""#].map(String::from);
    for wanted in own.iter().chain(&known) {
        assert!(styles.contains(wanted), "{wanted}: {styles}");
    }
}

#[test]
fn headings_in_another_language_or_the_stable_names() {
    let first = |headings| {
        let (_, range) = sheets(&workbook(&may(), Language::Zh, headings)).remove(0);
        let rows = shown_rows(&range);
        (rows[0][6].clone(), rows[4][0].clone())
    };
    assert_eq!(first(None), ("text 应发工资".into(), "text 合计".into()));
    assert_eq!(first(Some(Language::En)), ("text pay".into(), "text total".into()));
    assert_eq!(first(Some(Language::Zh)), first(None));
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let texts =
        ["=1+1", "+86 138", "-5", "@sum", "\tx", "a\r\nb", "_x0041_", "\u{1b}[2J", "<&>\"'", "{=1}", "TRUE", " x "];
    let columns = vec![Heading::text("name")];
    let rows = texts.iter().map(|text| vec![Cell::text(text)]).collect();
    let table = Table { key: "rows", columns, rows, total: None };
    let report = Report { name: "pay", blocks: vec![Block::Data(table)], ..Report::default() };
    let bytes = workbook(&report, Language::En, None);
    let (_, range) = sheets(&bytes).remove(0);
    let read: Vec<_> = range.rows().skip(1).map(|row| shown(&row[0])).collect();
    assert_eq!(read, texts.map(|text| format!("text {text}")));
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
}

#[test]
fn an_amount_with_too_many_digits_is_text() {
    let columns =
        vec![Heading { key: "amount", kind: ColumnKind::Money }, Heading { key: "parcels", kind: ColumnKind::Count }];
    let rows = vec![
        vec![money("9999999999999.99"), Cell::Count(999_999_999_999_999)],
        vec![money("99999999999999.99"), Cell::Count(1_000_000_000_000_001)],
    ];
    let total = Some(vec![money("109999999999999.98"), Cell::Missing]);
    let table = Table { key: "rows", columns, rows: rows.into(), total };
    let report = Report { name: "pay", blocks: vec![Block::Table(table)], ..Report::default() };
    let (_, range) = sheets(&workbook(&report, Language::En, None)).remove(0);
    let rows = shown_rows(&range);
    assert_eq!(rows[1], ["number 9999999999999.99", "number 999999999999999"]);
    assert_eq!(rows[2], ["text 99,999,999,999,999.99", "text 1,000,000,000,000,001"]);
    assert_eq!(rows[4][0], "text 109,999,999,999,999.98");
}

#[test]
fn tables_without_rows_are_left_out_but_for_the_first_and_notes_have_their_sheet() {
    let table = |key, rows: Vec<Vec<Cell>>| {
        Block::Data(Table { key, columns: vec![Heading::text("code")], rows: rows.into(), total: None })
    };
    let row = || vec![vec![Cell::text("x")]];
    let blocks = vec![table("findings", Vec::new()), table("clauses", Vec::new()), table("arrears", row())];
    let notes = vec![Message::new("input-is-a-folder").with("file", "n")];
    let report = Report { name: "check", version: 1, blocks, notes };
    let sheets = sheets(&workbook(&report, Language::En, None));
    assert_eq!(sheets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["Findings", "Arrears", "Notes"]);
    assert_eq!(shown_rows(&sheets[0].1), [["text code"]]);
    assert_eq!(shown_rows(&sheets[2].1), [["text \"n\" is a folder, not a file"]]);
}

/// A table of so many rows, a number and a text in each.
fn many(rows: usize) -> Report {
    let columns = vec![Heading { key: "parcels", kind: ColumnKind::Count }, Heading::text("name")];
    let row = |number: usize| vec![Cell::Count(number as u64), Cell::text(&format!("c{}", number % 7))];
    let table = Table { key: "rows", columns, rows: (1..=rows).map(row).collect(), total: None };
    Report { name: "tally", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
}

#[test]
fn a_large_table_has_the_same_cells() {
    // from 10,001 rows on they are written one by one
    let bytes = workbook(&many(10_001), Language::En, None);
    let (_, range) = sheets(&bytes).remove(0);
    for (number, row) in range.rows().enumerate().skip(1) {
        assert_eq!([shown(&row[0]), shown(&row[1])], [format!("number {number}"), format!("text c{}", number % 7)]);
    }
    assert_eq!(range.height(), 10_002);
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains(r#"<autoFilter ref="A1:B10002"/>"#));
}

/// The rows that are written one by one look as those of a small sheet do, in every kind of cell.
#[test]
fn rows_written_one_by_one_look_as_those_of_a_small_sheet() {
    let columns = vec![
        Heading::text("name"),
        Heading { key: "parcels", kind: ColumnKind::Count },
        Heading { key: "pay", kind: ColumnKind::Money },
    ];
    let odd = [
        vec![Cell::text("=1+1 <&> _x000D_ \u{1b}"), Cell::Count(1), Cell::Money("1208.5".parse().unwrap())],
        vec![Cell::text(&"long words ".repeat(20)), Cell::Missing, Cell::Money("12345678901234.56".parse().unwrap())],
        vec![Cell::Word("total"), Cell::Count(u64::MAX), Cell::Number("0.125".parse().unwrap())],
    ];
    let report = |rows: usize| {
        let rows: Vec<Vec<Cell>> = odd.iter().cloned().cycle().take(rows).collect();
        let total = Some(vec![Cell::Word("total"), Cell::Count(7), Cell::Missing]);
        let table = Table { key: "rows", columns: columns.clone(), rows: rows.into(), total };
        Report { name: "tally", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
    };
    let (small, large) = (workbook(&report(30), Language::En, None), workbook(&report(10_002), Language::En, None));
    let cells = |bytes: &[u8]| {
        let (_, range) = sheets(bytes).remove(0);
        range.rows().take(31).map(|row| row.iter().map(shown).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    assert_eq!(cells(&small), cells(&large));
    // The numbers of looks go by which of them comes first; what they stand for is compared.
    let looks = |bytes: &[u8]| {
        let (sheet, styles) = (part(bytes, "xl/worksheets/sheet1.xml"), part(bytes, "xl/styles.xml"));
        let known: Vec<&str> = between(&styles, "<cellXfs", "</cellXfs>")[0].split("<xf ").skip(1).collect();
        let numbers = between(&sheet, " s=\"", "\"").into_iter().take(83);
        let each: Vec<String> = numbers.map(|number| known[number.parse::<usize>().unwrap()].to_string()).collect();
        each
    };
    // 3 headings, and 30 rows of which 10 have an empty cell.
    assert_eq!(looks(&small), looks(&large));
    let sheet = |bytes: &[u8]| part(bytes, "xl/worksheets/sheet1.xml");
    let (small, large) = (sheet(&small), sheet(&large));
    let heights = |text: &str| between(text, " ht=\"", "\"").into_iter().take(8).map(String::from).collect::<Vec<_>>();
    assert_eq!(heights(&small), heights(&large));
    assert!(large.contains("<dimension ref=\"A1:C10005\"/>"), "1 heading, 10,002 rows, an empty one and the sums");
    assert!(large.contains("<autoFilter ref=\"A1:C10003\"/>"));
    assert_eq!(large.matches("<row ").count(), 10_004, "no row twice, and none for the empty one");
}

#[test]
fn more_rows_than_a_sheet_has_are_refused() {
    let report = |rows| {
        let table = Table { key: "rows", columns: Vec::new(), rows: vec![Vec::new(); rows].into(), total: None };
        Report { blocks: vec![Block::Table(table)], ..Report::default() }
    };
    // with the heading, 1,048,576
    assert!(formats::fits(&report(1_048_575), Format::Xlsx).is_ok());
    assert_eq!(formats::fits(&report(1_048_576), Format::Xlsx).unwrap_err().message.id, "xlsx-rows");
    assert!(formats::fits(&report(1_048_576), Format::Csv).is_ok());
    let long = |length| {
        let rows = vec![vec![Cell::text(&"字".repeat(length))]].into();
        let table = Table { key: "rows", columns: vec![Heading::text("name")], rows, total: None };
        Report { blocks: vec![Block::Table(table)], ..Report::default() }
    };
    assert_eq!(formats::fits(&long(32_768), Format::Xlsx).unwrap_err().message.id, "xlsx-text");
    assert_eq!(sheets(&workbook(&long(32_767), Language::En, None)).len(), 1);
}

#[test]
fn the_same_figures_are_the_same_bytes() {
    let bytes = workbook(&may(), Language::Zh, None);
    assert!(bytes == workbook(&may(), Language::Zh, None));
    assert!(part(&bytes, "docProps/core.xml").contains(r#"W3CDTF">2000-01-01T00:00:00Z</dcterms:created>"#));
}

/// The figures of a CSV, cell by cell.
fn csv_cells(report: &Report) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    formats::write(report, Format::Csv, &Catalogue::new(Language::En), &Options::default(), &mut out).unwrap();
    let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(&out[..]);
    csv.records().map(|row| row.unwrap().iter().map(str::to_string).collect()).collect()
}

/// What a cell of a workbook says, as a decimal where it is one.
fn said(cell: &Data) -> String {
    match cell {
        Data::Float(number) => decimal(&number.to_string()).normalize().to_string(),
        Data::String(text) => {
            Decimal::from_str(&text.replace(',', "")).map_or_else(|_| text.clone(), |it| it.normalize().to_string())
        }
        Data::Empty => String::new(),
        other => panic!("{other:?}"),
    }
}

fn same(text: &str) -> String {
    Decimal::from_str(text).map_or_else(|_| text.to_string(), |it| it.normalize().to_string())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every figure of a workbook is that of the CSV, to its last digit.
    #[test]
    fn a_workbook_has_the_figures_of_the_csv(
        figures in prop::collection::vec((any::<u64>(), any::<i64>(), 0_u32..6, any::<i64>(), 0_u32..13), 1..20)
    ) {
        let kinds = [("parcels", ColumnKind::Count), ("amount", ColumnKind::Money), ("rate", ColumnKind::Number)];
        let columns = kinds.map(|(key, kind)| Heading { key, kind }).to_vec();
        let row = |&(count, amount, places, figure, more): &(u64, i64, u32, i64, u32)| {
            vec![Cell::Count(count), Cell::Money(Decimal::new(amount, places)), Cell::Number(Decimal::new(figure, more))]
        };
        let table = Table { key: "rows", columns, rows: figures.iter().map(row).collect(), total: None };
        let report = Report { name: "pay", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() };
        let (_, range) = sheets(&workbook(&report, Language::En, Some(Language::En))).remove(0);
        let read: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(said).collect()).collect();
        let csv: Vec<Vec<String>> =
            csv_cells(&report).into_iter().map(|row| row.iter().map(|cell| same(cell)).collect()).collect();
        prop_assert_eq!(read, csv);
    }
}

const MONTH: &str = "examples/anji-month";

fn wagepact(line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    command.args(line.split_whitespace());
    command
}

const FIFTY: &str =
    "tests/cases/compare/people-tenths.in/log.csv -a anji-courier --rate delivery=0.80 --change delivery+0.05";

/// Every command that answers with tables, on the examples.
fn commands() -> [(&'static str, String); 17] {
    let terms = format!(
        "{MONTH}/deliveries.csv -a anji-courier -a zhejiang-law --rates {MONTH}/rates.csv --roster {MONTH}/roster.csv \
         --protected {MONTH}/protected.csv --attendance {MONTH}/attendance.csv"
    );
    let proposals = "--proposal examples/anji-bargaining/union.toml --proposal examples/anji-bargaining/companies.toml";
    [
        ("pay", format!("pay {terms}")),
        ("lines", format!("pay --lines {terms}")),
        ("explain", format!("explain C02 --rows {terms}")),
        ("check", format!("check {terms} --register examples/anji-payroll/register.csv")),
        ("arrears", format!("check {terms} --register examples/anji-payroll/register.csv --by courier")),
        ("cost", format!("cost {terms} --change delivery+0.05")),
        ("compare", format!("compare {terms} {proposals}")),
        ("clauses", format!("compare {terms} {proposals} --show clauses")),
        // Tenths have figures from fifty couriers on.
        ("people", format!("compare {FIFTY} --show people")),
        ("years", format!("compare {terms} {proposals} --show years")),
        ("proposal", format!("show anji-courier -a zhejiang-law {proposals} --on 2022-05-01")),
        ("solve", format!("solve {terms} --change delivery+? --budget 1000000")),
        ("agreements", "agreements".to_string()),
        ("balance", format!("balance {terms}")),
        ("tally", format!("tally {MONTH}/deliveries.csv")),
        ("show", "show zhejiang-law --on 2022-05-01".to_string()),
        ("checks", "checks".to_string()),
    ]
}

/// Each table of JSON is a sheet of the workbook, with the same figures and words in the same order.
#[test]
fn the_workbook_of_every_command_says_what_its_json_says() {
    let folder = tempfile::tempdir().unwrap();
    for (name, line) in commands() {
        let path = folder.path().join(format!("{name}.xlsx"));
        let written =
            wagepact(&line).args(["-q", "--lang", "zh", "--headings", "en", "-o"]).arg(&path).output().unwrap();
        assert!(written.stdout.is_empty() && written.stderr.is_empty(), "{name}: {written:?}");
        let json = wagepact(&line).args(["-q", "--lang", "zh", "-f", "json"]).output().unwrap();
        assert_eq!(json.status.code(), written.status.code(), "{name}");
        let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
        let tables =
            json.as_object().unwrap().iter().filter_map(|(key, value)| value.as_array().map(|rows| (key, rows)));
        let tables = tables.filter(|(key, _)| *key != "notes").enumerate();
        let tables: Vec<_> = tables.filter(|(number, (_, rows))| *number == 0 || !rows.is_empty()).collect();
        // The sheet of charts shows some of the same figures once more.
        let sheets = sheets(&fs::read(&path).unwrap());
        let sheets: Vec<_> = sheets.iter().filter(|(name, _)| name != "图表").collect();
        assert!(!tables.is_empty() && sheets.len() >= tables.len(), "{name}");
        for ((_, (key, rows)), (sheet, range)) in tables.into_iter().zip(sheets) {
            assert!(sheet.chars().all(|character| !character.is_ascii()), "{name}: {key} is called {sheet}");
            let read = shown_sheet(range);
            for (row, expected) in read.iter().zip(rows) {
                // People see more: the titles of checks, the names of couriers.
                let row: BTreeMap<String, String> =
                    row.clone().into_iter().filter(|(key, _)| expected.get(key).is_some()).collect();
                assert_eq!(row, of_json(expected), "{name}: {key}");
            }
            assert!(read.len() >= rows.len(), "{name}: {key}");
        }
    }
}

/// What stands between two signs, everywhere in a text.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after)).map(|(inside, _)| inside).collect()
}

/// The cells of `图表!$B$17:$B$24`, as the sheet has them.
fn referred(range: &Range<Data>, reference: &str) -> Vec<String> {
    let (_, cells) = reference.split_once("图表!$").unwrap();
    let corner = |cell: &str| -> (u32, u32) {
        let (column, row) = cell.split_once('$').unwrap();
        (row.parse::<u32>().unwrap() - 1, u32::from(column.as_bytes()[0] - b'A'))
    };
    let (first, last) = cells.split_once(":$").unwrap_or((cells, cells));
    let ((top, left), (bottom, right)) = (corner(first), corner(last));
    assert_eq!(left, right);
    (top..=bottom).map(|row| said(range.get_value((row, left)).unwrap())).collect()
}

/// The charts of `compare`, `cost` and `balance` are drawn of the cells of their sheet, and these are the figures of the JSON.
#[test]
fn charts_are_drawn_of_the_figures_of_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let (mut charts, wanted) = (0, ["cost", "compare", "clauses", "people", "years", "balance"]);
    for (name, line) in commands().into_iter().filter(|(name, _)| wanted.contains(name)) {
        let path = folder.path().join(format!("{name}.xlsx"));
        // The companies apart have no sum of each change in JSON.
        let line = if name == "clauses" { line + " --by total" } else { line };
        wagepact(&line).args(["-q", "--lang", "zh", "-o"]).arg(&path).output().unwrap();
        let json = wagepact(&line).args(["-q", "--lang", "zh", "-f", "json"]).output().unwrap();
        let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
        let tables = json.as_object().unwrap().values().filter_map(serde_json::Value::as_array).flatten();
        let known: BTreeSet<String> =
            tables.filter(|row| row.is_object()).flat_map(|row| of_json(row).into_values()).collect();
        let bytes = fs::read(&path).unwrap();
        let (sheet, range) = sheets(&bytes).remove(0);
        assert_eq!(sheet, "图表", "{name}");
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let parts = (1..).map(|number| format!("xl/charts/chart{number}.xml"));
        let parts: Vec<String> = parts.take_while(|part| archive.by_name(part).is_ok()).collect();
        assert!(!parts.is_empty(), "{name}");
        for chart in parts.iter().map(|name| part(&bytes, name)) {
            for series in between(&chart, "<c:ser>", "</c:ser>") {
                let references = between(series, "<c:f>", "</c:f>");
                let [title, categories, values] = references[..] else { panic!("{name}: {references:?}") };
                assert!(!referred(&range, title).concat().is_empty(), "{name}: {title}");
                let (names, figures) = (referred(&range, categories), referred(&range, values));
                assert_eq!(names.len(), figures.len(), "{name}");
                let drawn: Vec<String> = between(series, "<c:v>", "</c:v>").into_iter().map(same).collect();
                assert_eq!(
                    drawn[1..],
                    [names, figures.clone()].concat(),
                    "{name}: what it shows before it is reckoned"
                );
                // the gain of a tenth is a difference of two figures of the JSON, and stands there itself too
                assert!(figures.iter().all(|figure| known.contains(figure)), "{name}: {figures:?}");
            }
            charts += 1;
        }
        // on paper: A4, lying, all columns on one page, each page with its number
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        for printed in [
            r#"paperSize="9""#,
            r#"orientation="landscape""#,
            "<pageSetUpPr fitToPage=\"1\"/>",
            "&amp;C第 &amp;P 页 共 &amp;N 页",
        ] {
            assert!(sheet.contains(printed), "{name}: {printed}");
        }
    }
    // two of compare, two of clauses (one a proposal), one each of cost, tenths and years, one for each of eight companies
    assert_eq!(charts, 15);
}

/// Above the figures stand the names of the proposals.
#[test]
fn the_sheet_of_charts_says_what_is_compared() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("compare.xlsx");
    let (_, line) = commands().into_iter().find(|(name, _)| *name == "compare").unwrap();
    wagepact(&line).args(["-q", "--lang", "zh", "-o"]).arg(&path).output().unwrap();
    let (_, range) = sheets(&fs::read(&path).unwrap()).remove(0);
    assert_eq!(said(range.get_value((0, 0)).unwrap()), "年度成本：工会方案、公司方案");
}

/// The rows of a sheet by their headings.
fn shown_sheet(range: &Range<Data>) -> Vec<BTreeMap<String, String>> {
    let headings: Vec<String> = range.rows().next().unwrap().iter().map(said).collect();
    range.rows().skip(1).map(|row| headings.iter().cloned().zip(row.iter().map(said)).collect()).collect()
}

fn of_json(row: &serde_json::Value) -> BTreeMap<String, String> {
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => same(text),
        other => same(&other.to_string()),
    };
    row.as_object().unwrap().iter().map(|(key, value)| (key.clone(), text(value))).collect()
}

/// A workbook for people has no heading left in the language of programs.
#[test]
fn the_headings_of_every_command_are_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    for (name, line) in commands() {
        let path = folder.path().join(format!("{name}.xlsx"));
        wagepact(&line).args(["-q", "--lang", "zh", "-o"]).arg(&path).output().unwrap();
        let mut book = Xlsx::new(Cursor::new(fs::read(&path).unwrap())).unwrap();
        // The sheet on how it was made begins with the program instead, that of charts with a title over all columns.
        let tables = |sheet: &str| !["编制说明", "图表"].contains(&sheet);
        for (sheet, range) in book.worksheets().into_iter().filter(|(sheet, _)| tables(sheet)) {
            let english = |cell: &Data| said(cell).is_ascii();
            let found: Vec<_> = range.rows().next().unwrap().iter().filter(|cell| english(cell)).collect();
            assert!(found.is_empty(), "{name}, {sheet}: {found:?}");
        }
    }
}

/// What a payroll office goes through: each finding with the title of its check, the name, its colour; and all notes.
#[test]
fn the_workbook_of_check_is_fit_to_be_gone_through() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("check.xlsx");
    let (_, line) = commands().into_iter().find(|(name, _)| *name == "check").unwrap();
    let asked = wagepact(&line).args(["--verbose", "--lang", "zh", "-o"]).arg(&path).output().unwrap();
    let bytes = fs::read(&path).unwrap();
    let sheets: BTreeMap<String, Range<Data>> = sheets(&bytes).into_iter().collect();
    let findings = shown_rows(&sheets["检查结果"]);
    assert_eq!(findings[0][..3].join("|"), "text 代码|text 名称|text 程度");
    let of_d01 = findings.iter().find(|row| row[0] == "text underpaid" && row[4] == "text D01").unwrap();
    assert_eq!(
        of_d01[..6].join("|"),
        "text underpaid|text 工资表所付低于应付|text 违规|text 丁速递|text D01|text 丁一"
    );
    assert!(findings.iter().any(|row| row[2] == "text 未检查" && row[1] == "text 迟于约定的发薪日"));
    assert_eq!(shown_rows(&sheets["欠薪"])[1][..3].join("|"), "text 丁速递|text D01|text 丁一");
    // every remark of the standard error stands there whole
    let notes = shown_rows(&sheets["提示"]).concat();
    let said = String::from_utf8(asked.stderr).unwrap();
    assert!(said.lines().count() > 5, "{said}");
    for remark in said.lines() {
        let remark = remark.strip_prefix("提示：").unwrap();
        assert!(notes.iter().any(|note| note == &format!("text {remark}")), "{remark}: {notes:?}");
    }
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let last = format!("N{}", findings.len());
    for word in ["违规", "提醒", "未检查"] {
        assert!(sheet.contains(&format!("<formula>$C2=\"{word}\"</formula>")), "{word}: {sheet}");
    }
    for wanted in [
        format!(r#"<conditionalFormatting sqref="A2:{last}">"#),
        format!(r#"<autoFilter ref="A1:{last}"/>"#),
        r#"<pane ySplit="1" "#.to_string(),
        r#"orientation="landscape""#.to_string(),
    ] {
        assert!(sheet.contains(&wanted), "{wanted}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("检查结果!$1:$1"), "the headings stand on each page");
    let styles = part(&bytes, "xl/styles.xml");
    for colour in ["FFF4C7C3", "FFFFF2CC", "FFE7E6E6"] {
        assert!(styles.contains(colour), "{colour}");
    }
}

/// What undoes the digests of a redacted report is told on the standard error, and stands nowhere in the file.
#[test]
fn a_redacted_workbook_has_no_salt() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("check.xlsx");
    let (_, line) = commands().into_iter().find(|(name, _)| *name == "check").unwrap();
    let asked = wagepact(&line).args(["--redact", "-o"]).arg(&path).output().unwrap();
    let said = String::from_utf8(asked.stderr).unwrap();
    let salt = between(&said, "digests use a new salt: ", ";")[0];
    let bytes = fs::read(&path).unwrap();
    assert!(salt.len() > 8);
    for (name, range) in sheets(&bytes) {
        let cells = shown_rows(&range).concat();
        assert!(cells.iter().all(|cell| !cell.contains(salt) && !cell.contains("D01")), "{name}");
    }
}

/// The digest of a part of `anji-courier` is what `sha256sum` says of its file in the repository.
#[test]
fn a_workbook_says_how_it_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pay.xlsx");
    let asked = "pay examples/anji-month/deliveries.csv -a anji-courier --rate delivery=0.80 -q -o";
    assert!(wagepact(asked).arg(&path).status().unwrap().success());
    let (name, range) = sheets(&fs::read(&path).unwrap()).pop().unwrap();
    assert_eq!(name, "How this was made");
    let rows: Vec<String> = shown_rows(&range).into_iter().map(|row| row.join("|")).collect();
    assert_eq!(rows[0], format!("text Program|text wagepact {}|||", env!("CARGO_PKG_VERSION")));
    assert_eq!(rows[1], format!("text Command|text wagepact {asked} {}|||", path.display()));
    assert_eq!(rows[2], "||||");
    assert_eq!(rows[3], "text Read as|text file|text Bytes|text SHA-256|text Remarks");
    let document = |file: &str| {
        let bytes = fs::read(format!("agreements/{file}")).unwrap();
        let digest = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        format!("text agreement anji-courier|text {file}|number {}|text {digest}|text built in", bytes.len())
    };
    assert_eq!(rows[4], document("anji-courier/collective-contract.toml"));
    assert_eq!(rows[7], document("anji-courier/women.toml"));
    assert!(rows[8].starts_with("text log|text examples/anji-month/deliveries.csv|number 69155|text 671c863a2bbd448a"));
    assert_eq!(rows.len(), 9);
}

/// A tally is itself a log: as a workbook it gives, byte for byte, the tally that it was.
#[test]
fn a_workbook_of_a_tally_is_a_log() {
    let folder = tempfile::tempdir().unwrap();
    let tally = wagepact(&format!("tally {MONTH}/deliveries.csv -q")).output().unwrap();
    for (language, sheet) in [("en", "Tally"), ("zh", "派件汇总")] {
        let path = folder.path().join(format!("{language}.xlsx"));
        let line = format!("tally {MONTH}/deliveries.csv -q --lang {language} -o");
        assert!(wagepact(&line).arg(&path).status().unwrap().success());
        let read = wagepact("tally -q").arg(format!("{}#{sheet}", path.display())).output().unwrap();
        assert!(read.status.success() && read.stdout == tally.stdout, "{language}: {read:?}");
    }
    assert!(tally.stdout.len() > 10_000);
}

#[test]
fn a_mistake_leaves_the_workbook_of_last_month() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pay.xlsx");
    fs::write(&path, "of last month").unwrap();
    let asked = wagepact("pay tests/streams.rs -a anji-courier -o").arg(&path).output().unwrap();
    assert_eq!(asked.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).unwrap(), "of last month");
    assert_eq!(fs::read_dir(Path::new(folder.path())).unwrap().count(), 1);
}
