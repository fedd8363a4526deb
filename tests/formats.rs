//! The four formats of a report, to the letter. The tables are made up; the sums in them were added by hand.

use std::io;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use wagepact::diagnostics::Message;
use wagepact::report::formats::{Format, Options, write};
use wagepact::report::{Block, Catalogue, Cell, ColumnKind, Heading, Language, Report, Rows, Table};
use wagepact::units::Decimal;

fn money(text: &str) -> Cell {
    Cell::Money(Decimal::from_str(text).expect("a decimal"))
}

fn columns(keys: &[(&'static str, ColumnKind)]) -> Vec<Heading> {
    keys.iter().map(|(key, kind)| Heading { key, kind: *kind }).collect()
}

/// What `pay` answers, by its firm columns.
fn pay(rows: &[[&str; 12]], total: Option<[&str; 12]>) -> Report {
    let keys = columns(&[
        ("scenario", ColumnKind::Text),
        ("month", ColumnKind::Text),
        ("company", ColumnKind::Text),
        ("courier", ColumnKind::Text),
        ("name", ColumnKind::Text),
        ("parcels", ColumnKind::Count),
        ("base", ColumnKind::Money),
        ("piece", ColumnKind::Money),
        ("premium", ColumnKind::Money),
        ("allowance", ColumnKind::Money),
        ("top_up", ColumnKind::Money),
        ("pay", ColumnKind::Money),
    ]);
    let cell = |(text, column): (&&str, &Heading)| match (*text, column.kind) {
        ("", _) => Cell::Missing,
        ("total", _) => Cell::Word("total"),
        (text, ColumnKind::Count) => Cell::Count(text.parse().expect("a count")),
        (text, ColumnKind::Money) => money(text),
        (text, _) if column.key == "scenario" => {
            Cell::Word(["low", "high", "agreed"].into_iter().find(|word| *word == text).expect("a scenario"))
        }
        (text, _) => Cell::text(text),
    };
    let row = |row: &[&str; 12]| row.iter().zip(&keys).map(cell).collect::<Vec<_>>();
    let table = Table {
        key: "rows",
        rows: rows.iter().map(row).collect(),
        total: total.as_ref().map(row),
        columns: keys.clone(),
    };
    Report { name: "pay", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
}

fn may() -> Report {
    pay(
        &[
            [
                "agreed",
                "2022-05",
                "申通",
                "C0012",
                "王小明",
                "4210",
                "",
                "3578.50",
                "105.60",
                "0.00",
                "0.00",
                "3684.10",
            ],
            ["agreed", "2022-05", "圆通", "C0013", "李芳", "812", "", "690.20", "0.00", "0.00", "1379.80", "2070.00"],
        ],
        Some(["total", "", "", "", "", "5022", "", "4268.70", "105.60", "0.00", "1379.80", "5754.10"]),
    )
}

fn text(report: &Report, format: Format, language: Language, options: Options<'_>) -> String {
    let mut out = Vec::new();
    write(report, format, &Catalogue::new(language), &options, &mut out).expect("a Vec takes all");
    String::from_utf8(out).expect("reports are UTF-8")
}

const NARROW: Options<'static> = Options {
    width: Some(80),
    colour: false,
    headings: None,
    bom: false,
    verbose: false,
    remarks: &[],
    provenance: None,
};

#[test]
fn a_table_says_once_what_is_the_same_in_every_row() {
    // 94 cells with all columns: the empty base and the allowance of 0.00 everywhere give way
    assert_eq!(
        text(&may(), Format::Table, Language::En, NARROW),
        "\
scenario: agreed · month: 2022-05

company  courier  name    parcels     piece  premium    top-up       pay
────────────────────────────────────────────────────────────────────────
申通     C0012    王小明    4,210  3,578.50   105.60      0.00  3,684.10
圆通     C0013    李芳        812    690.20     0.00  1,379.80  2,070.00
────────────────────────────────────────────────────────────────────────
total                       5,022  4,268.70   105.60  1,379.80  5,754.10
"
    );
}

#[test]
fn a_table_in_chinese_lines_up() {
    let chinese = text(&may(), Format::Table, Language::Zh, NARROW);
    assert_eq!(
        chinese,
        "\
方案：现行单价 · 月份：2022-05

公司  派件员  姓名     件数  计件工资  加班工资（加倍部分）      补差  应发工资
───────────────────────────────────────────────────────────────────────────────
申通  C0012   王小明  4,210  3,578.50                105.60      0.00  3,684.10
圆通  C0013   李芳      812    690.20                  0.00  1,379.80  2,070.00
───────────────────────────────────────────────────────────────────────────────
合计                  5,022  4,268.70                105.60  1,379.80  5,754.10
"
    );
    // the last column is right-aligned, so every line of the table takes the same number of cells
    let widths: Vec<_> = chinese.lines().skip(2).map(unicode_width::UnicodeWidthStr::width).collect();
    assert!(widths.iter().all(|width| *width == 79), "{widths:?}");
}

#[test]
fn a_caption_breaks_between_two_columns() {
    let narrow = text(&may(), Format::Table, Language::Zh, Options { width: Some(24), ..NARROW });
    assert!(narrow.starts_with("方案：现行单价\n月份：2022-05\n\n"), "{narrow}");
}

#[test]
fn a_table_gets_closer_where_it_is_narrow_and_shows_everything_where_it_is_not() {
    let closer = text(&may(), Format::Table, Language::Zh, Options { width: Some(74), ..NARROW });
    assert!(closer.contains("公司 派件员 姓名    件数 计件工资 加班工资（加倍部分）     补差 应发工资\n"), "{closer}");
    let whole = text(&may(), Format::Table, Language::Zh, Options::default());
    let headings = "公司  派件员  姓名     件数  基本工资  计件工资  加班工资（加倍部分）  津贴      补差  应发工资\n";
    assert!(whole.contains(headings), "{whole}");
}

#[test]
fn a_heading_in_chinese_breaks_before_its_brackets() {
    // Of 74 cells the heading takes 20, what is below it 6; in two lines it takes 12.
    let narrow = text(&may(), Format::Table, Language::Zh, Options { width: Some(66), ..NARROW });
    let lines: Vec<&str> = narrow.lines().collect();
    assert_eq!(lines[2], "公司 派件员 姓名    件数 计件工资     加班工资     补差 应发工资");
    assert_eq!(lines[3].trim(), "（加倍部分）");
}

#[test]
fn what_is_too_wide_goes_on_below_with_the_words_that_tell_its_rows() {
    let narrow = text(&may(), Format::Table, Language::En, Options { width: Some(50), ..NARROW });
    assert_eq!(
        narrow,
        "\
scenario: agreed · month: 2022-05

company  courier  name    parcels  base     piece
─────────────────────────────────────────────────
申通     C0012    王小明    4,210        3,578.50
圆通     C0013    李芳        812          690.20
─────────────────────────────────────────────────
total                       5,022        4,268.70

company  courier  name    premium  allowance
────────────────────────────────────────────
申通     C0012    王小明   105.60       0.00
圆通     C0013    李芳       0.00       0.00
────────────────────────────────────────────
total                      105.60       0.00

company  courier  name      top-up       pay
────────────────────────────────────────────
申通     C0012    王小明      0.00  3,684.10
圆通     C0013    李芳    1,379.80  2,070.00
────────────────────────────────────────────
total                     1,379.80  5,754.10
"
    );
}

#[test]
fn a_table_breaks_long_words_and_never_a_figure() {
    let keys = columns(&[("rule", ColumnKind::Text), ("clause", ColumnKind::Text), ("amount", ColumnKind::Money)]);
    let clause = "工资专项集体合同第三条：派件员的计件工资按实际派送件数计算，每件不低于零点六元";
    let row = |rule, clause, amount| vec![Cell::text(rule), Cell::text(clause), money(amount)];
    let rows = vec![row("delivery", clause, "1234567.80"), row("heat", "第五条", "300")];
    let table = Table { key: "rows", columns: keys, rows: rows.into(), total: None };
    let report = Report { blocks: vec![Block::Table(table)], ..Report::default() };
    // 48 = 8 + 2 + 24 + 2 + 12: twelve characters of the clause a line
    assert_eq!(
        text(&report, Format::Table, Language::Zh, Options { width: Some(48), ..NARROW }),
        "\
规则      条款                              金额
────────────────────────────────────────────────
delivery  工资专项集体合同第三条：  1,234,567.80
          派件员的计件工资按实际派
          送件数计算，每件不低于零
          点六元
heat      第五条                          300.00
"
    );
}

#[test]
fn csv_is_for_programs() {
    let report = may();
    let expected = "\
scenario,month,company,courier,name,parcels,base,piece,premium,allowance,top_up,pay
agreed,2022-05,申通,C0012,王小明,4210,,3578.50,105.60,0.00,0.00,3684.10
agreed,2022-05,圆通,C0013,李芳,812,,690.20,0.00,0.00,1379.80,2070.00
";
    for language in [Language::En, Language::Zh] {
        assert_eq!(text(&report, Format::Csv, language, NARROW), expected);
    }
    let chinese = Options { headings: Some(Language::Zh), ..NARROW };
    let translated = text(&report, Format::Csv, Language::En, chinese);
    let first_lines = "方案,月份,公司,派件员,姓名,件数,基本工资,计件工资,加班工资（加倍部分）,津贴,补差,应发工资\n现行单价,2022-05,申通,";
    assert!(translated.starts_with(first_lines), "{translated}");
}

#[test]
fn a_spreadsheet_runs_nothing_of_a_csv() {
    let keys = columns(&[("courier", ColumnKind::Text), ("name", ColumnKind::Text), ("amount", ColumnKind::Money)]);
    let names = ["=1+1", "+86 138", "-", "@sum", "\tx", "\rx", "-5", "+3.20", "a,\"b\"", "C1"];
    let rows = names.iter().map(|name| vec![Cell::text(name), Cell::Missing, money("-3.5")]).collect();
    let table = Table { key: "rows", columns: keys, rows, total: None };
    let report = Report { blocks: vec![Block::Data(table)], ..Report::default() };
    assert_eq!(
        text(&report, Format::Csv, Language::En, NARROW),
        "courier,name,amount\n'=1+1,,-3.50\n'+86 138,,-3.50\n'-,,-3.50\n'@sum,,-3.50\n'\tx,,-3.50\n\"'\rx\",,-3.50\n\
         -5,,-3.50\n+3.20,,-3.50\n\"a,\"\"b\"\"\",,-3.50\nC1,,-3.50\n"
    );
}

#[test]
fn json_holds_exact_decimals_and_notes() {
    let mut report = may();
    report.notes.push(Message::new("input-is-a-folder").with("file", "a\"b"));
    let json = text(&report, Format::Json, Language::En, NARROW);
    assert!(
        json.starts_with(
            "{\"format\":\"wagepact/pay\",\"version\":1,\n\"rows\":[\n{\"scenario\":\"agreed\",\"month\":"
        )
    );
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    let first = &read["rows"][0];
    assert_eq!((&first["parcels"], &first["base"]), (&serde_json::json!(4210), &serde_json::Value::Null));
    assert_eq!((&first["piece"], &first["allowance"]), (&serde_json::json!("3578.50"), &serde_json::json!("0.00")));
    assert_eq!(read["rows"].as_array().unwrap().len(), 2);
    assert_eq!(
        read["notes"],
        serde_json::json!([{ "id": "input-is-a-folder", "text": "\"a\"b\" is a folder, not a file" }])
    );
}

/// Tells how many rows were made when each thousand lines were written.
struct Watched<'a> {
    made: &'a AtomicUsize,
    lines: usize,
    seen: Vec<usize>,
    text: String,
}

impl io::Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(bytes).expect("whole letters");
        self.text += text;
        let lines = text.matches('\n').count();
        if lines > 0 && (self.lines + lines) / 1000 > self.lines / 1000 {
            self.seen.push(self.made.load(Ordering::Relaxed));
        }
        self.lines += lines;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A table of millions of rows is held by no memory: the rows are made once to know how wide the columns are, and once more while they
/// are written.
#[test]
fn the_rows_of_a_table_are_written_as_they_are_made() {
    const COUNT: usize = 5_000;
    let made = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&made);
    let row = move |at: usize| {
        counted.fetch_add(1, Ordering::Relaxed);
        vec![Cell::text(&format!("c{at}")), Cell::Number(Decimal::from(at as u64))]
    };
    let columns = columns(&[("courier", ColumnKind::Text), ("rate", ColumnKind::Number)]);
    let total = Some(vec![Cell::Word("total"), Cell::Number(Decimal::from(12_497_500))]);
    let table = Table { key: "rows", columns, rows: Rows::lazy(COUNT, row), total };
    let report = Report { name: "pay", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() };
    let mut out = Watched { made: &made, lines: 0, seen: Vec::new(), text: String::new() };
    let wide = Options { width: None, ..NARROW };
    write(&report, Format::Table, &Catalogue::new(Language::En), &wide, &mut out).expect("memory takes it");
    assert!(out.seen.iter().zip(1..).all(|(made, thousand)| *made <= COUNT + (thousand + 1) * 1000), "{:?}", out.seen);
    assert_eq!((made.load(Ordering::Relaxed), out.seen.len()), (2 * COUNT, 5));
    // By hand: the widest of the one are "courier", of the other the sum, 12,497,500; two cells lie between them.
    let expected = |courier: &str, rate: &str| format!("{courier:<7}  {rate:>10}");
    let lines: Vec<&str> = out.text.lines().collect();
    assert_eq!(lines.len(), 2 + COUNT + 2);
    assert_eq!((lines[0], lines[1]), (&*expected("courier", "rate"), &*"─".repeat(19)));
    for (at, line) in lines[2..COUNT + 2].iter().enumerate() {
        let rate = if at < 1000 { at.to_string() } else { format!("{},{:03}", at / 1000, at % 1000) };
        assert_eq!(*line, expected(&format!("c{at}"), &rate));
    }
    assert_eq!(lines[COUNT + 3], expected("total", "12,497,500"));
}

/// What a file says stays words: no link, no picture, no entity, no address that becomes one by itself.
#[test]
fn no_word_becomes_a_link_in_markdown() {
    let mut report = document();
    let words = "[a](http://x.example) ![b](c) [d]: www.x.example &#x202e; A & B WWW.x 3. \u{202e}";
    report.blocks = vec![Block::Paragraph(Message::new("report-note").with("text", words))];
    report.notes.clear();
    assert_eq!(
        text(&report, Format::Markdown, Language::En, NARROW),
        "note: [a\\](http\\://x.example) ![b\\](c) [d\\]: www\\.x.example \\&#x202e; A & B WWW\\.x 3. \u{fffd}\n"
    );
}

/// A spreadsheet that opens the page runs no cell of words.
#[test]
fn words_of_a_page_are_text_to_a_spreadsheet() {
    let page = text(&document(), Format::Html, Language::En, NARROW);
    assert!(page.contains("\ntd { mso-number-format: \"\\@\" } td.figure { mso-number-format: General }\n"), "{page}");
}

/// A document such as `show` makes, with a table for people and one for programs.
fn document() -> Report {
    let keys = columns(&[("rule", ColumnKind::Text), ("rate", ColumnKind::Number)]);
    let table = |name: &str, key| Table {
        key,
        columns: keys.clone(),
        rows: vec![vec![Cell::text(name), Cell::Number(Decimal::new(855, 3))]].into(),
        total: None,
    };
    let blocks = vec![
        Block::Heading(1, Message::new("word-delivery")),
        Block::Paragraph(Message::new("input-is-a-folder").with("file", "a|b\nc")),
        Block::Quote("计件工资按实际\n派送<件数>计算".to_string()),
        Block::Shown(table("people", "shown")),
        Block::Data(table("programs", "rules")),
    ];
    let notes = vec![Message::new("input-is-a-folder").with("file", "n")];
    Report { name: "show", version: 1, blocks, notes }
}

#[test]
fn a_document_in_markdown() {
    assert_eq!(
        text(&document(), Format::Markdown, Language::Zh, NARROW),
        "\
# 派件

“a\\|b c”是文件夹，不是文件

> 计件工资按实际
> 派送\\<件数>计算

| 规则 | 单价 |
| --- | ---: |
| people | 0.855 |

- “n”是文件夹，不是文件
"
    );
}

#[test]
fn a_document_in_a_terminal() {
    assert_eq!(
        text(&document(), Format::Table, Language::Zh, Options { width: Some(20), ..NARROW }),
        "\
派件
════

“a|b c”是文件夹，不
是文件

│ 计件工资按实际
│ 派送<件数>计算

规则     单价
─────────────
people  0.855

提示：“n”是文件
  夹，不是文件
"
    );
    let bold = text(&document(), Format::Table, Language::En, Options { colour: true, ..NARROW });
    assert!(bold.starts_with("\u{1b}[1mdelivery\u{1b}[0m\n════════\n"), "{bold}");
}

#[test]
fn programs_do_not_read_what_is_for_people() {
    let csv = text(&document(), Format::Csv, Language::En, NARROW);
    assert_eq!(csv, "rule,rate\nprograms,0.855\n");
    let json = text(&document(), Format::Json, Language::En, NARROW);
    assert!(json.contains("\"rules\":[\n{\"rule\":\"programs\",\"rate\":\"0.855\"}]") && !json.contains("people"));
}

#[test]
fn a_name_cannot_rewrite_the_terminal() {
    let table = Table {
        key: "rows",
        columns: columns(&[("name", ColumnKind::Text), ("parcels", ColumnKind::Count)]),
        rows: vec![vec![Cell::text("a\u{1b}[2Jb\nc"), Cell::Count(1)]].into(),
        total: None,
    };
    let report = Report { blocks: vec![Block::Table(table)], ..Report::default() };
    let shown = text(&report, Format::Table, Language::En, NARROW);
    assert!(shown.contains("a\u{fffd}[2Jb c        1\n"), "{shown}");
}

#[test]
fn a_table_without_rows_still_has_its_headings() {
    let report = pay(&[], None);
    assert!(text(&report, Format::Table, Language::En, Options::default()).starts_with("scenario  month  company"));
    assert!(text(&report, Format::Json, Language::En, NARROW).contains("\"rows\":[],\n\"notes\":[]}"));
    assert_eq!(text(&report, Format::Csv, Language::En, NARROW).lines().count(), 1);
}

/// The texts between the tags of a page, which is well-formed to the letter of XML too.
fn between_tags(page: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(page);
    let mut texts = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Text(text) => {
                let text = text.trim().to_string();
                texts.extend((!text.is_empty()).then_some(text));
            }
            quick_xml::events::Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn a_page_of_html_holds_every_cell_and_nothing_from_outside() {
    let page = text(&may(), Format::Html, Language::Zh, NARROW);
    let texts = between_tags(&page);
    for cell in ["wagepact pay", "派件员", "C0012", "王小明", "4,210", "3,578.50", "5,754.10", "合计"] {
        assert!(texts.iter().any(|text| text == cell), "{cell}: {texts:?}");
    }
    assert!(page.contains("<html lang=\"zh-CN\">") && page.contains("<td class=\"figure\">3,684.10</td>"), "{page}");
    for outside in ["http", "<script", "src=", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn words_of_a_file_are_no_tags() {
    let mut report = may();
    report.notes.push(Message::new("pay-unpaid").with("service", "<script>alert(1)</script>&").count("parcels", 3));
    let page = text(&report, Format::Html, Language::En, NARROW);
    assert!(page.contains("&#60;script&#62;alert(1)&#60;/script&#62;&#38;") && !page.contains("<script"), "{page}");
    between_tags(&page);
    between_tags(&text(&document(), Format::Html, Language::Zh, NARROW));
}
