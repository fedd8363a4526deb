//! The same table as offices send it, by any sign, in any encoding, marked, packed, as a workbook: the same bytes of the answer.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::io::Write;
use std::path::Path;

use clap::Parser;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::collection::vec;
use proptest::prelude::*;
use rust_xlsxwriter::{Format as CellFormat, Workbook};
use wagepact::cli::Cli;
use wagepact::commands;
use wagepact::commands::{Body, Context};
use wagepact::report::formats::{Format, Options};
use wagepact::report::{Catalogue, Language, formats};
use zip::write::SimpleFileOptions;

/// How a table is disguised.
#[derive(Clone, Debug)]
enum Disguise {
    Text {
        delimiter: char,
        says_it: bool,
        encoding: Encoding,
        marks: usize,
        end: &'static str,
        hidden: bool,
    },
    /// Ids as text, or as numbers with the format 0000; the areas merged downwards, or not.
    Book {
        numbers: bool,
        merged: bool,
    },
}

#[derive(Clone, Copy, Debug)]
enum Encoding {
    Utf8,
    Gbk,
    Utf16Le,
    Utf16Be,
}

#[derive(Clone, Copy, Debug)]
enum Packing {
    Plain,
    Gzip,
    Zip,
    ZipBesideOthers,
}

/// Each row: the courier, the area, the day of May and how many parcels.
type Rows = Vec<(u16, usize, u8, u16)>;

const AREAS: [&str; 3] = ["递铺", "鄣吴", "天荒坪"];

fn cells(rows: &Rows) -> Vec<[String; 4]> {
    let mut cells = vec![["工号", "签收日期", "收件乡镇", "件数"].map(String::from)];
    cells.extend(rows.iter().map(|(courier, area, day, parcels)| {
        [format!("{courier:04}"), format!("2022-05-{day:02}"), AREAS[*area].to_string(), parcels.to_string()]
    }));
    cells
}

fn text(cells: &[[String; 4]], disguise: &Disguise) -> Vec<u8> {
    let Disguise::Text { delimiter, says_it, encoding, marks, end, hidden } = disguise else { unreachable!() };
    let mut text = "\u{feff}".repeat(*marks);
    if *says_it {
        text.extend(["sep=", &delimiter.to_string(), end]);
    }
    for (number, row) in cells.iter().enumerate() {
        // Nobody sees a joiner of no width, and GBK has none.
        let joiner = if *hidden && number > 0 && !matches!(encoding, Encoding::Gbk) { "\u{200b}" } else { "" };
        let row = row.iter().map(|cell| format!("{cell}{joiner}")).collect::<Vec<_>>();
        text += &row.join(&delimiter.to_string());
        text += end;
    }
    match encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Gbk => encoding_rs::GB18030.encode(&text).0.into_owned(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

fn book(cells: &[[String; 4]], numbers: bool, merged: bool) -> Vec<u8> {
    let (mut book, shown) = (Workbook::new(), CellFormat::new().set_num_format("0000"));
    let sheet = book.add_worksheet();
    let areas: Vec<&str> = cells.iter().map(|row| row[2].as_str()).collect();
    for (row, cells) in (0u32..).zip(cells) {
        let id = cells[0].parse::<u16>().ok().filter(|_| numbers);
        match id {
            Some(id) => sheet.write_with_format(row, 0, id, &shown).unwrap(),
            None => sheet.write(row, 0, &cells[0]).unwrap(),
        };
        sheet.write(row, 1, &cells[1]).unwrap();
        sheet.write(row, 2, &cells[2]).unwrap();
        match cells[3].parse::<u16>() {
            Ok(parcels) => sheet.write(row, 3, parcels).unwrap(),
            Err(_) => sheet.write(row, 3, &cells[3]).unwrap(),
        };
    }
    let mut start = 1;
    while merged && start < areas.len() {
        let length = areas[start..].iter().take_while(|area| **area == areas[start]).count();
        if length > 1 {
            let (first, last) = (u32::try_from(start).unwrap(), u32::try_from(start + length - 1).unwrap());
            sheet.merge_range(first, 2, last, 2, areas[start], &CellFormat::new()).unwrap();
        }
        start += length;
    }
    book.save_to_buffer().unwrap()
}

fn packed(bytes: &[u8], packing: Packing) -> Vec<u8> {
    let zip = |others: &[&str]| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for name in others {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(b"x").unwrap();
        }
        archive.start_file("五月/log", SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
        archive.finish().unwrap().into_inner()
    };
    match packing {
        Packing::Plain => bytes.to_vec(),
        Packing::Gzip => {
            let mut out = GzEncoder::new(Vec::new(), Compression::fast());
            out.write_all(bytes).unwrap();
            out.finish().unwrap()
        }
        Packing::Zip => zip(&[]),
        Packing::ZipBesideOthers => zip(&["__MACOSX/._log", "Thumbs.db", "五月/~$log.xlsx"]),
    }
}

fn pay(log: &Path, rates: &Path) -> Vec<u8> {
    let (log, rates) = (log.to_str().unwrap(), rates.to_str().unwrap());
    let cli = Cli::try_parse_from(["wagepact", "pay", log, "-a", "anji-courier", "--rates", rates]).unwrap();
    let catalogue = Catalogue::new(Language::En);
    let context = Context { catalogue: &catalogue, typed: &[], filled: None, progress: &|_| (), at_terminal: false };
    let Body::Report(report) = commands::run(&cli, &context).unwrap().body else { panic!("pay reports") };
    let mut out = Vec::new();
    formats::write(&report, Format::Csv, &catalogue, &Options::default(), &mut out).unwrap();
    out
}

fn disguise() -> impl Strategy<Value = (Disguise, Packing)> {
    let encoding = prop::sample::select(vec![Encoding::Utf8, Encoding::Gbk, Encoding::Utf16Le, Encoding::Utf16Be]);
    let signs = (prop::sample::select(vec![',', '\t', ';']), any::<bool>(), 0..3usize, any::<bool>());
    let text = (signs, encoding, prop::sample::select(vec!["\n", "\r\n"]));
    let text = text.prop_map(|((delimiter, says_it, marks, hidden), encoding, end)| {
        // Of UTF-16 without a mark nobody knows the order.
        let marks = if matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) { marks.max(1) } else { marks };
        Disguise::Text { delimiter, says_it, encoding, marks, end, hidden }
    });
    let book = (any::<bool>(), any::<bool>()).prop_map(|(numbers, merged)| Disguise::Book { numbers, merged });
    let packing = vec![Packing::Plain, Packing::Gzip, Packing::Zip, Packing::ZipBesideOthers];
    (prop_oneof![3 => text, 1 => book], prop::sample::select(packing))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_disguised_table_is_the_table(
        rows in vec((1..600u16, 0..3usize, 1..31u8, 1..300u16), 1..20),
        disguises in vec(disguise(), 1..4),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let cells = cells(&rows);
        let rates = "rule,amount,area\ndelivery,0.80,\ndelivery,1.00,鄣吴\n";
        fs::write(path("rates"), rates).unwrap();
        fs::write(path("log"), cells.iter().map(|row| row.join(",") + "\n").collect::<String>()).unwrap();
        let expected = pay(&path("log"), &path("rates"));
        for (disguise, packing) in &disguises {
            let bytes = match disguise {
                Disguise::Text { .. } => text(&cells, disguise),
                Disguise::Book { numbers, merged } => book(&cells, *numbers, *merged),
            };
            fs::write(path("log"), packed(&bytes, *packing)).unwrap();
            prop_assert_eq!(&pay(&path("log"), &path("rates")), &expected, "{:?}", (disguise, packing));
        }
    }
}
