//! Writes a made-up year of deliveries in a county the size of Anji, one row a parcel, to try the program at full size.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::{env, io};

use jiff::civil::Date;

const HELP: &str = "\
A made-up delivery log: eight companies, one county, 2021-04-01 to 2022-03-31, one row a parcel, as CSV.
No company, courier or parcel in it is real; only the names of the townships are those of Anji.

usage: cargo run --release --example county_year -- N > county-year.csv

  N   how many parcels are delivered; about 3 % more rows are of parcels that were not.
      The year behind the first agreement of Anji had 66400000.
The same N always writes the same bytes.
";

const HEADINGS: &str = "parcel,courier,company,area,service,status,delivered_at\n";

const COMPANIES: [&str; 8] = ["甲速递", "乙速递", "丙速递", "丁速递", "戊速递", "己速递", "庚速递", "辛速递"];

/// Of a hundred parcels, how many go to each company.
const SHARES: [u64; 8] = [24, 19, 16, 13, 11, 8, 5, 4];

const TOWNSHIPS: [&str; 15] = [
    "递铺",
    "昌硕",
    "灵峰",
    "孝丰",
    "孝源",
    "梅溪",
    "天子湖",
    "天荒坪",
    "溪龙",
    "鄣吴",
    "杭垓",
    "报福",
    "章村",
    "上墅",
    "山川",
];

const NOT_DELIVERED: [&str; 4] = ["退回", "拒收", "问题件", "派送中"];

/// The parcels of a day beside the mean day of the year, in thousandths, January first. From the express parcels
/// collected in China in each month of 2025 (State Post Bureau: January and February 284.8, March 166.6, … December
/// 182.1, in 100 million), the two months that it reports together divided 52 to 48 (an estimate).
const SEASON: [u64; 12] = [874, 893, 986, 998, 1025, 1032, 971, 956, 1032, 1042, 1104, 1078];

/// 1 to 11 November sells 1.4 times as much as other days.
const NOVEMBER_SALES: (u64, u64) = (14, 10);

const FIRST_DAY: Date = Date::constant(2021, 4, 1);
const LAST_DAY: Date = Date::constant(2022, 3, 31);

const OPENS: u64 = 8 * 3600;
const OPEN_FOR: u64 = 13 * 3600;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let (argument, more) = (arguments.next(), arguments.next());
    let mut out = io::stdout().lock();
    let written = match (argument.as_deref(), more) {
        (Some("--help" | "-h"), _) => out.write_all(HELP.as_bytes()),
        (Some(text), None) if text.bytes().all(|b| b.is_ascii_digit()) && (1..=12).contains(&text.len()) => {
            write_year(text.parse().expect("at most twelve digits"), &mut out)
        }
        _ => {
            let _ = write!(io::stderr(), "county_year takes one number, the parcels delivered in the year\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "county_year: {error}");
            ExitCode::from(2)
        }
    }
}

/// Everything between the parcel's number and its status, ready to be written: one for each courier and area, the more
/// often listed the more parcels it gets.
struct Rounds {
    texts: Vec<Vec<u8>>,
}

impl Rounds {
    /// Each courier works for one company, nine parcels in ten in one township and the tenth in a second one.
    fn new(couriers: u64, dice: &mut Dice) -> Self {
        let mut texts = Vec::new();
        let mut first = 0;
        for (company, share) in COMPANIES.iter().zip(SHARES) {
            let last = first + (couriers * share / 100).max(1);
            for courier in first..last {
                let home = dice.below(TOWNSHIPS.len() as u64);
                let second = dice.below(TOWNSHIPS.len() as u64);
                for slot in 0..10 {
                    let area = TOWNSHIPS[usize::try_from(if slot < 9 { home } else { second }).expect("small")];
                    texts.push(format!(",K{courier:04},{company},{area},delivery,").into_bytes());
                }
            }
            first = last;
        }
        Self { texts }
    }

    fn any(&self, dice: &mut Dice) -> &[u8] {
        let chosen = dice.below(self.texts.len() as u64);
        &self.texts[usize::try_from(chosen).expect("an index")]
    }
}

fn write_year(parcels: u64, out: &mut impl Write) -> io::Result<()> {
    let mut dice = Dice(0x5eed_0f0a_2a17_71e5);
    let rounds = Rounds::new((parcels / 1_000).clamp(8, 850), &mut dice);
    let days: Vec<(Date, u64)> = FIRST_DAY
        .series(jiff::ToSpan::days(1))
        .take_while(|day| *day <= LAST_DAY)
        .map(|day| (day, weight(day)))
        .collect();
    let weights: u64 = days.iter().map(|(_, weight)| weight).sum();
    let mut page = Page { bytes: HEADINGS.as_bytes().to_vec(), number: 773_000_000_000_000 };
    let (mut passed, mut done) = (0, 0);
    for (day, weight) in days {
        passed += weight;
        let until = u64::try_from(u128::from(parcels) * u128::from(passed) / u128::from(weights)).expect("at most all");
        let date = format!("{day} ");
        let of_day = until - done;
        for nth in 0..of_day {
            let second = OPENS + nth * OPEN_FOR / of_day;
            page.row(rounds.any(&mut dice), "签收", &date, second);
            if dice.below(97) < 3 {
                let status = NOT_DELIVERED[usize::try_from(dice.below(4)).expect("below four")];
                page.row(rounds.any(&mut dice), status, &date, second);
            }
            if page.bytes.len() >= 1 << 18 {
                out.write_all(&page.bytes)?;
                page.bytes.clear();
            }
        }
        done = until;
    }
    out.write_all(&page.bytes)?;
    out.flush()
}

fn weight(day: Date) -> u64 {
    let season = SEASON[usize::try_from(day.month() - 1).expect("a month")] * 10;
    if day.month() == 11 && day.day() <= 11 { season * NOVEMBER_SALES.0 / NOVEMBER_SALES.1 } else { season }
}

/// The rows not written out yet.
struct Page {
    bytes: Vec<u8>,
    /// The tracking number of the next parcel.
    number: u64,
}

impl Page {
    fn row(&mut self, round: &[u8], status: &str, date: &str, second: u64) {
        self.bytes.extend_from_slice(&digits::<15>(self.number));
        self.number += 1;
        self.bytes.extend_from_slice(round);
        self.bytes.extend_from_slice(status.as_bytes());
        self.bytes.push(b',');
        self.bytes.extend_from_slice(date.as_bytes());
        for (part, end) in [(second / 3600, b':'), (second / 60 % 60, b':'), (second % 60, b'\n')] {
            self.bytes.extend_from_slice(&digits::<2>(part));
            self.bytes.push(end);
        }
    }
}

/// The last digits of a number.
fn digits<const COUNT: usize>(mut number: u64) -> [u8; COUNT] {
    let mut digits = [b'0'; COUNT];
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(number % 10).expect("a digit");
        number /= 10;
    }
    digits
}

/// A small generator of even chances (xorshift, Marsaglia 2003), so that the same N writes the same bytes everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 32) * end) >> 32
    }
}
