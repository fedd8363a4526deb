//! The same month in every kind of file, and files spoilt in any way: the same figures, or a mistake that is told.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use proptest::collection::vec;
use proptest::prelude::*;
use wagepact::cli::Cli;
use wagepact::commands::{Body, Context};
use wagepact::deliveries::{ReadOptions, Reading, Request};
use wagepact::diagnostics::Problems;
use wagepact::report::formats::{Format, Options};
use wagepact::report::{Catalogue, Language, formats};
use wagepact::{commands, deliveries};

fn case(name: &str) -> PathBuf {
    Path::new("tests/cases/files").join(name)
}

fn read(path: PathBuf) -> Result<Reading, Problems> {
    deliveries::read(Request {
        paths: &[path],
        options: ReadOptions::default(),
        rejects: None,
        threads: None,
        block: None,
        progress: &|_| (),
    })
}

/// What `pay` answers in CSV.
fn pay(log: &str, rates: &str) -> Vec<u8> {
    let (log, rates) = (case(log), case(rates));
    let line = ["wagepact", "pay", log.to_str().unwrap(), "-a", "anji-courier", "--rates", rates.to_str().unwrap()];
    let cli = Cli::try_parse_from(line).unwrap();
    let catalogue = Catalogue::new(Language::En);
    let context = Context { catalogue: &catalogue, typed: &[], filled: None, progress: &|_| (), at_terminal: false };
    let Body::Report(report) = commands::run(&cli, &context).unwrap().body else { panic!("pay reports") };
    let mut out = Vec::new();
    let options = Options { headings: Some(Language::En), ..Options::default() };
    formats::write(&report, Format::Csv, &catalogue, &options, &mut out).unwrap();
    out
}

#[test]
fn the_same_month_gives_the_same_bytes_of_pay_from_every_kind_of_file() {
    let expected = pay("twins.in/canonical.csv", "twins.in/rates.csv");
    let tally = read(case("twins.in/canonical.csv")).unwrap().tally;
    let mut read_files = 0;
    for entry in fs::read_dir(case("twins.in")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = format!("twins.in/{name}");
        if name.contains("rates") {
            assert!(pay("twins.in/canonical.csv", &name) == expected, "{name}");
        } else {
            assert_eq!(read(case(&name)).unwrap().tally, tally, "{name}");
            assert!(pay(&name, "twins.in/rates.csv") == expected, "{name}");
        }
        read_files += 1;
    }
    assert_eq!(read_files, 13);
}

/// A file in which some bytes are others, or that ends early.
fn spoilt(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let whole = fs::read(case(name)).unwrap();
    let bytes = vec((any::<prop::sample::Index>(), any::<u8>()), 0..8);
    let kept = prop_oneof![3 => Just(None), 1 => any::<prop::sample::Index>().prop_map(Some)];
    (bytes, kept).prop_map(move |(bytes, kept)| {
        let mut spoilt = whole.clone();
        for (at, byte) in bytes {
            let at = at.index(spoilt.len());
            spoilt[at] = byte;
        }
        spoilt.truncate(kept.map_or(spoilt.len(), |kept| kept.index(whole.len())));
        spoilt
    })
}

fn nothing_panics(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    fs::write(&path, bytes).unwrap();
    let _ = read(path);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_xlsx_panics(bytes in spoilt("spreadsheets.in/types.xlsx")) { nothing_panics(&bytes); }

    #[test]
    fn no_xls_panics(bytes in spoilt("twins.in/excel.xls")) { nothing_panics(&bytes); }

    #[test]
    fn no_ods_panics(bytes in spoilt("twins.in/office.ods")) { nothing_panics(&bytes); }

    #[test]
    fn no_gzip_panics(bytes in spoilt("compressed.in/whole.csv.gz")) { nothing_panics(&bytes); }

    #[test]
    fn no_zstd_panics(bytes in spoilt("twins.in/canonical.csv.zst")) { nothing_panics(&bytes); }

    #[test]
    fn no_zip_panics(bytes in spoilt("twins.in/export-xlsx.zip")) { nothing_panics(&bytes); }

    #[test]
    fn no_utf16_panics(bytes in spoilt("encodings.in/utf16.csv")) { nothing_panics(&bytes); }

    #[test]
    fn no_gb18030_panics(bytes in spoilt("encodings.in/gbk.csv")) { nothing_panics(&bytes); }
}

/// A packed file of which a part is missing is never read as if it were whole.
#[test]
fn no_part_of_a_packed_file_passes_for_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["compressed.in/log.zip", "twins.in/canonical.csv.gz", "twins.in/canonical.csv.zst"] {
        let whole = fs::read(case(name)).unwrap();
        for length in 4..whole.len() {
            let path = folder.path().join("log");
            fs::write(&path, &whole[..length]).unwrap();
            assert!(read(path).is_err(), "{name}: {length} bytes");
        }
    }
}
