//! A log and its rates as an office would write them, in any disguise of headings and rows: the same bytes of pay.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::Path;

use clap::Parser;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tempfile::tempdir;
use wagepact::cli::Cli;
use wagepact::commands;
use wagepact::commands::{Body, Context};
use wagepact::report::formats::{Format, Options};
use wagepact::report::{Catalogue, Language, formats};

/// Each column of the log under some of its headings.
const HEADINGS: [&[&str]; 5] = [
    &["courier", "工号", "员工编号", "派件员工号", "Courier ID", "骑手编号"],
    &["date", "签收日期", "日期", "送达日期", "Delivery Date"],
    &["area", "乡镇", "收件乡镇", "派送乡镇", "片区", "街道"],
    &["parcels", "件数", "派件数量", "签收件数", "票数", "数量", "妥投件数", "QTY"],
    &["status", "状态", "快件状态", "派送状态", "签收标识"],
];

const RATE_HEADINGS: [&[&str]; 3] =
    [&["rule", "规则", "条款"], &["amount", "单价", "派费单价", "提成金额"], &["area", "区域", "乡镇", "镇街"]];

/// What may stand before and behind a heading.
const BEFORE: [&str; 5] = ["", "*", "＊", " ", "\u{feff}"];
const BEHIND: [&str; 8] = ["", "：", "(必填)", "（ 选填 ）", "\u{200b}", " ", "*", "\n"];

/// The rows of the log: courier, day, area, parcels, status.
const ROWS: [[&str; 5]; 6] = [
    ["0571", "2022-05-01", "递铺", "120", "签收"],
    ["0571", "2022-05-02", "鄣吴", "80", "签收"],
    ["0571", "2022-05-02", "鄣吴", "7", "退回"],
    ["0572", "2022-05-01", "递铺", "100", "签收"],
    ["0572", "2022-05-31", "鄣吴", "60", "签收"],
    ["0573", "2022-05-31", "孝丰", "1", "签收"],
];

const RATES: [[&str; 3]; 2] = [["delivery", "0.80", ""], ["delivery", "1.00", "鄣吴"]];

/// A row that is none, to be put in before one of the rows.
#[derive(Clone, Debug)]
enum NoRow {
    Empty(&'static str),
    Short,
    Total(&'static str, usize),
    Headings,
}

fn no_row() -> impl Strategy<Value = NoRow> {
    prop_oneof![
        select(vec!["", " ", "\u{3000}", "\u{feff}"]).prop_map(NoRow::Empty),
        Just(NoRow::Short),
        (select(vec!["合计", "合 计：", "0571小计", "总计（件）", "本月共计", "Total"]), 0..3usize)
            .prop_map(|(word, at)| NoRow::Total(word, at)),
        Just(NoRow::Headings),
    ]
}

/// How a table is written.
#[derive(Clone, Debug)]
struct Disguise {
    order: Vec<usize>,
    /// For each column its heading, and what stands around it.
    headings: Vec<(Index, &'static str, &'static str)>,
    titles: Vec<&'static str>,
    no_rows: Vec<(Index, NoRow)>,
    /// A further column, where there is one.
    further: Option<&'static str>,
}

fn disguise(width: usize) -> impl Strategy<Value = Disguise> {
    let order = Just((0..width).collect::<Vec<_>>()).prop_shuffle();
    let headings = vec((any::<Index>(), select(&BEFORE[..]), select(&BEHIND[..])), width);
    let titles = vec(select(vec!["五月表（举例）", "单位：件", "制表 2022 年 6 月"]), 0..4);
    let further = prop_oneof![Just(None), select(vec!["备注", "序号", "重量(kg)"]).prop_map(Some)];
    let no_rows = vec((any::<Index>(), no_row()), 0..5);
    (order, headings, titles, no_rows, further).prop_map(|(order, headings, titles, no_rows, further)| Disguise {
        order,
        headings,
        titles,
        no_rows,
        further,
    })
}

impl Disguise {
    /// The table as text. `names` are the columns in which a total may stand.
    fn written<const WIDTH: usize>(&self, known: [&[&str]; WIDTH], rows: &[[&str; WIDTH]], names: &[usize]) -> String {
        let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let width = WIDTH + usize::from(self.further.is_some());
        let first =
            |cell: &str| [cell.to_string()].into_iter().chain(vec![String::new(); width - 1]).collect::<Vec<_>>();
        let ordered = |cell: &dyn Fn(usize) -> String, further: &str| {
            let cells = self.order.iter().map(|column| cell(*column));
            cells.chain(self.further.map(|_| further.to_string())).collect::<Vec<_>>()
        };
        let heading = |column: usize| {
            let (index, before, behind) = self.headings[column];
            format!("{before}{}{behind}", index.get(known[column]))
        };
        for title in &self.titles {
            csv.write_record(first(title)).unwrap();
        }
        let headings = ordered(&heading, self.further.unwrap_or_default());
        csv.write_record(&headings).unwrap();
        for at in 0..=rows.len() {
            for (_, no_row) in self.no_rows.iter().filter(|(place, _)| place.index(rows.len() + 1) == at) {
                let row = match no_row {
                    NoRow::Empty(blank) => vec![(*blank).to_string(); width],
                    NoRow::Short => vec![String::new(), String::new()],
                    NoRow::Total(word, place) => {
                        let under = names[place % names.len()];
                        ordered(&|column| if column == under { (*word).into() } else { String::new() }, "")
                    }
                    NoRow::Headings => headings.clone(),
                };
                csv.write_record(row).unwrap();
            }
            if let Some(row) = rows.get(at) {
                csv.write_record(ordered(&|column| row[column].to_string(), &at.to_string())).unwrap();
            }
        }
        String::from_utf8(csv.into_inner().unwrap()).unwrap()
    }
}

/// What `pay` answers in CSV.
fn pay(log: &Path, rates: &Path) -> Result<Vec<u8>, String> {
    let line = ["wagepact", "pay", log.to_str().unwrap(), "-a", "anji-courier", "--rates", rates.to_str().unwrap()];
    let cli = Cli::try_parse_from(line).unwrap();
    let catalogue = Catalogue::new(Language::En);
    let context = Context { catalogue: &catalogue, typed: &[], filled: None, progress: &|_| (), at_terminal: false };
    let answer = commands::run(&cli, &context).map_err(|problems| format!("{problems:?}"))?;
    let Body::Report(report) = answer.body else { panic!("pay reports") };
    let mut out = Vec::new();
    let options = Options { headings: Some(Language::En), ..Options::default() };
    formats::write(&report, Format::Csv, &catalogue, &options, &mut out).unwrap();
    Ok(out)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// By hand: 0571 120 × 0.80 + 80 × 1.00 = 176.00, 0572 100 × 0.80 + 60 × 1.00 = 140.00, 0573 0.80.
    #[test]
    fn a_table_in_any_disguise_gives_the_same_pay(log in disguise(5), rates in disguise(3)) {
        let folder = tempdir().unwrap();
        let [log_file, rates_file] = ["log.csv", "rates.csv"].map(|name| folder.path().join(name));
        fs::write(&log_file, log.written(HEADINGS, &ROWS, &[0, 1, 2])).unwrap();
        fs::write(&rates_file, rates.written(RATE_HEADINGS, &RATES, &[0, 2])).unwrap();
        let expected = "scenario,month,company,courier,name,parcels,base,piece,premium,allowance,top_up,pay\n\
            agreed,2022-05,,0571,,200,0.00,176.00,0.00,0.00,0.00,176.00\n\
            agreed,2022-05,,0572,,160,0.00,140.00,0.00,0.00,0.00,140.00\n\
            agreed,2022-05,,0573,,1,0.00,0.80,0.00,0.00,0.00,0.80\n";
        let paid = pay(&log_file, &rates_file);
        let written = fs::read_to_string(&log_file).unwrap() + &fs::read_to_string(&rates_file).unwrap();
        prop_assert_eq!(paid.as_deref().map(String::from_utf8_lossy), Ok(expected.into()), "{}", written);
    }
}
