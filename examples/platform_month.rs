//! Writes a made-up tally of a platform's month, one row a courier and day, to try the program beyond one county.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::{env, io};

const HELP: &str = "\
A made-up tally: couriers of forty companies, May 2022, one row a courier and day, as CSV. Nothing in it is real.

usage: cargo run --release --example platform_month -- N [tally|roster|rates] > tally.csv

  N        how many couriers, up to ten million. China had 4.5 million in 2023.
  tally    31 days of each, in the order of a tally (the default)
  roster   their roster
  rates    what each company pays for a parcel
The same N always writes the same bytes.
";

/// How many companies there are.
const COMPANIES: u64 = 40;

/// How many areas: each courier has one.
const AREAS: u64 = 3_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut out = io::BufWriter::with_capacity(1 << 18, io::stdout().lock());
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse().ok().filter(|couriers| (1..=10_000_000).contains(couriers));
    let written = match words[..] {
        ["--help" | "-h"] => out.write_all(HELP.as_bytes()),
        [couriers] | [couriers, "tally"] if number(couriers).is_some() => {
            tally(number(couriers).unwrap_or(1), &mut out)
        }
        [couriers, "roster"] if number(couriers).is_some() => roster(number(couriers).unwrap_or(1), &mut out),
        [couriers, "rates"] if number(couriers).is_some() => rates(&mut out),
        _ => {
            let _ = write!(io::stderr(), "platform_month takes a number of couriers\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match written.and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "platform_month: {error}");
            ExitCode::from(2)
        }
    }
}

/// The company, from 0, and the courier's number: those of one company follow each other, as in a tally.
fn couriers(all: u64) -> impl Iterator<Item = (u64, u64)> {
    (0..all).map(move |courier| (courier * COMPANIES / all, courier))
}

fn tally(all: u64, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "date,company,courier,area,service,parcels,first_at,last_at")?;
    for day in 1..=31 {
        for (company, courier) in couriers(all) {
            let (chance, area) = (chance(courier * 31 + day), chance(courier) % AREAS);
            let parcels = 60 + chance % 160;
            let (minute, second) = (chance / 160 % 60, chance / 9_600 % 60);
            write!(out, "2022-05-{day:02},C{company:02},K{courier:07},A{area:04},delivery,{parcels},")?;
            writeln!(out, "08:{minute:02}:{second:02},19:{second:02}:{minute:02}")?;
        }
    }
    Ok(())
}

fn roster(all: u64, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "courier,company,position,sex,base,hired")?;
    for (company, courier) in couriers(all) {
        let sex = if courier % 8 == 3 { 'f' } else { 'm' };
        let base = 1_500 + chance(courier) % 8 * 100;
        writeln!(out, "K{courier:07},C{company:02},courier,{sex},{base},2020-01-01")?;
    }
    Ok(())
}

fn rates(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "rule,amount,company")?;
    for company in 0..COMPANIES {
        writeln!(out, "delivery,0.{},C{company:02}", 60 + company)?;
    }
    Ok(())
}

/// An even chance for each number (splitmix64, Steele, Lea and Flood 2014).
fn chance(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) >> 8
}
