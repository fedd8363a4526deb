//! Made-up logs, rates, rosters and hours, and the program asked about them as from the command line.

use std::fmt::Write;
use std::path::Path;

use clap::Parser;
use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;
use wagepact::cli::Cli;
use wagepact::commands;
use wagepact::commands::{Body, Context};
use wagepact::report::formats::Options;
use wagepact::report::problems::problems;
use wagepact::report::{Catalogue, Language, formats};

/// A row of a log: day of May and June 2022 (0 is 1 May), company, courier, area, service, parcels.
pub(crate) type Row = (u32, usize, usize, usize, usize, u64);

pub(crate) const COMPANIES: [&str; 3] = ["", "East", "West"];
pub(crate) const AREAS: [&str; 3] = ["", "hills", "valley"];
pub(crate) const SERVICES: [&str; 2] = ["delivery", "pickup"];

/// What is known of a made-up county.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) rows: Vec<Row>,
    /// The rates of East and West for all areas and for the hills, in thousandths of a yuan from 600 to 1000.
    pub(crate) rates: [u64; 4],
    /// The second step of a ladder of East, and its rate.
    ladder: Option<(u64, u64)>,
    /// Of each courier: the company on the roster, the day of joining, the base wage; `None`: not on the roster.
    roster: Vec<Option<(usize, u32, u64)>>,
    /// Of a courier and a day: hours in halves, and whether it was a rest day.
    hours: Vec<(usize, u32, u64, bool)>,
}

pub(crate) fn row() -> impl Strategy<Value = Row> {
    let service = prop_oneof![5 => Just(0usize), 1 => Just(1)];
    (0..61u32, 0..3usize, 0..4usize, 0..3usize, service, prop_oneof![5 => 0..400u64, 1 => 0..9_000u64])
}

pub(crate) fn world() -> impl Strategy<Value = World> {
    let rates = [600..=1000u64, 600..=1000, 600..=1000, 600..=1000];
    let ladder = proptest::option::of((1..3_000u64, 600..=1000u64));
    let roster = vec(proptest::option::of((0..3usize, 0..61u32, 0..3_000u64)), 4);
    let hours = vec((0..4usize, 0..61u32, 1..=48u64, any::<bool>()), 0..20);
    (vec(row(), 1..40), rates, ladder, roster, hours).prop_map(|(rows, rates, ladder, roster, hours)| World {
        rows,
        rates,
        ladder,
        roster,
        hours,
    })
}

pub(crate) fn date(day: u32) -> String {
    if day < 31 { format!("2022-05-{:02}", day + 1) } else { format!("2022-06-{:02}", day - 30) }
}

pub(crate) fn yuan(thousandths: u64) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// The rows as a log.
pub(crate) fn log(rows: &[Row]) -> String {
    let mut text = String::from("date,company,courier,area,service,parcels\n");
    for (day, company, courier, area, service, parcels) in rows {
        let (company, area, service) = (COMPANIES[*company], AREAS[*area], SERVICES[*service]);
        writeln!(text, "{},{company},c{courier},{area},{service},{parcels}", date(*day)).unwrap();
    }
    text
}

impl World {
    fn rates_file(&self) -> String {
        let [east, west, east_hills, west_hills] = self.rates.map(yuan);
        let mut text = format!(
            "rule,amount,company,area,over\ndelivery,{east},East,,\ndelivery,{west},West,,\n\
             delivery,{east_hills},East,hills,\ndelivery,{west_hills},West,hills,\n"
        );
        if let Some((over, rate)) = self.ladder {
            writeln!(text, "delivery,{},East,,{over}", yuan(rate)).unwrap();
        }
        text
    }

    fn roster_file(&self) -> String {
        let mut text = String::from("courier,company,position,base,hired\n");
        for (courier, terms) in self.roster.iter().enumerate() {
            if let Some((company, hired, base)) = terms {
                writeln!(text, "c{courier},{},courier,{base},{}", COMPANIES[*company], date(*hired)).unwrap();
            }
        }
        text
    }

    fn attendance_file(&self) -> String {
        let mut text = String::from("courier,date,hours,kind,company\n");
        let mut hours = self.hours.clone();
        hours.sort_unstable();
        hours.dedup_by_key(|(courier, day, ..)| (*courier, *day));
        for (courier, day, halves, rest) in hours {
            let kind = if rest { "rest" } else { "" };
            // Of whom the roster does not know, the log may know several companies: the row names one.
            let company =
                if self.roster[courier].is_some() && day % 3 > 0 { "" } else { COMPANIES[1 + day as usize % 2] };
            writeln!(text, "c{courier},{},{}.{},{kind},{company}", date(day), halves / 2, halves % 2 * 5).unwrap();
        }
        text
    }

    /// Writes all files into a folder.
    pub(crate) fn written(&self) -> Desk {
        let desk = Desk::new();
        desk.write("log.csv", log(&self.rows));
        desk.write("rates.csv", self.rates_file());
        desk.write("roster.csv", self.roster_file());
        desk.write("attendance.csv", self.attendance_file());
        desk
    }
}

/// A folder with files, and the program asked about them.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.folder.path().join(name), text).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> String {
        Path::join(self.folder.path(), name).to_string_lossy().into_owned()
    }

    /// Asks as on the command line; words with a point that name a file of the folder stand for its path. The answer as
    /// CSV, or what is wrong, in words.
    pub(crate) fn ask(&self, line: &[&str]) -> Result<String, String> {
        let in_folder = |word: &&str| self.folder.path().join(word).is_file();
        let words = line.iter().map(|word| if in_folder(word) { self.path(word) } else { (*word).to_string() });
        let words: Vec<String> = ["wagepact".to_string()].into_iter().chain(words).collect();
        let cli = Cli::try_parse_from(words).map_err(|error| error.to_string())?;
        let catalogue = Catalogue::new(Language::En);
        let context =
            Context { catalogue: &catalogue, typed: &[], filled: None, progress: &|_| (), at_terminal: false };
        let answer = commands::run(&cli, &context).map_err(|found| problems(&found, &catalogue, false))?;
        for file in answer.files {
            file.place().map_err(|problem| problems(&[problem], &catalogue, false))?;
        }
        let Body::Report(report) = answer.body else { return Ok(String::new()) };
        let mut out = Vec::new();
        let options = Options {
            width: None,
            colour: false,
            headings: Some(Language::En),
            bom: false,
            verbose: false,
            remarks: &[],
            provenance: None,
        };
        formats::write(&report, cli.output.format.unwrap_or(formats::Format::Csv), &catalogue, &options, &mut out)
            .unwrap();
        Ok(String::from_utf8(out).unwrap())
    }

    /// `pay` on all that is known, for the log of that name.
    pub(crate) fn pay(&self, log: &str, more: &[&str]) -> String {
        self.everything("pay", &[log], more)
    }

    /// `pay` or `cost` under the agreement and the law, with rates, roster and attendance.
    pub(crate) fn everything(&self, command: &str, logs: &[&str], more: &[&str]) -> String {
        let terms = "-a anji-courier -a zhejiang-law --rates rates.csv --rate delivery=0.700 --roster roster.csv \
                     --attendance attendance.csv -f csv";
        let terms: Vec<&str> = terms.split_whitespace().collect();
        let line = [&[command], logs, &terms, more].concat();
        self.ask(&line).unwrap_or_else(|problems| panic!("{problems}"))
    }
}

/// The rows of an answer, by the names of its columns.
pub(crate) struct Table {
    headings: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn read(text: &str) -> Self {
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        let headings = csv.headers().unwrap().iter().map(String::from).collect();
        let rows = csv.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
        Self { headings, rows }
    }

    pub(crate) fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        &row[self.headings.iter().position(|heading| heading == column).unwrap()]
    }

    /// An amount in fen.
    pub(crate) fn fen(&self, row: &[String], column: &str) -> i64 {
        let text = self.cell(row, column);
        let (whole, part) = text.split_once('.').unwrap_or_else(|| panic!("{column} has no fen: {text}"));
        assert_eq!(part.len(), 2, "{column}: {text}");
        format!("{whole}{part}").parse().unwrap()
    }

    /// The sums of a column by what `keys` say.
    pub(crate) fn sums(&self, keys: &[&str], column: &str) -> std::collections::BTreeMap<Vec<String>, i64> {
        let mut sums = std::collections::BTreeMap::new();
        for row in &self.rows {
            let key = keys.iter().map(|key| self.cell(row, key).to_string()).collect();
            *sums.entry(key).or_default() += self.fen(row, column);
        }
        sums
    }
}
