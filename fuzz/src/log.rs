//! A delivery log: however it is dealt out to threads and cut into blocks, it comes to the same; quoting its cells changes nothing; its
//! rows, found one by one, add up to its tally; and its tally reads as itself.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use wagepact::deliveries;
use wagepact::deliveries::{Fate, ReadOptions, Reading, Rejects, Request, Tally};
use wagepact::diagnostics::{Message, Problems};
use wagepact::units::Term;

use super::desk::{Desk, all_quoted, outcome, told};

/// Threads, and bytes at a time. In the first the fast search has room to run, in the others it is cut short everywhere.
const DIVISIONS: [(usize, usize); 5] = [(1, 1 << 20), (1, 1), (2, 7), (3, 64), (4, 300)];

/// A log is read by its number of the division.
fn read(path: &Path, (threads, block): (usize, usize), rejects: Option<&mut Vec<u8>>) -> Result<Reading, Problems> {
    let words = |message: &Message| message.id.to_string();
    deliveries::read(Request {
        paths: &[path.to_path_buf()],
        options: ReadOptions::default(),
        rejects: rejects.map(|out| Rejects { out, words: &words }),
        threads: NonZeroUsize::new(threads),
        block: NonZeroUsize::new(block),
        progress: &|_| (),
    })
}

pub fn holds(bytes: &[u8]) {
    let (desk, path) = Desk::with("log.csv", bytes);
    let mut rejected = Vec::new();
    let (plain, with_rejects) = (read(&path, DIVISIONS[0], None), read(&path, DIVISIONS[0], Some(&mut rejected)));
    for division in &DIVISIONS[1..] {
        assert_eq!(read(&path, *division, None), plain, "{division:?}");
        let mut others = Vec::new();
        assert_eq!(read(&path, *division, Some(&mut others)), with_rejects, "{division:?} with rejects");
        assert_eq!(String::from_utf8_lossy(&others), String::from_utf8_lossy(&rejected), "{division:?}: rejects");
    }
    if let Ok(reading) = &with_rejects {
        rows_add_up(&path, reading);
        reads_as_itself(&desk, &reading.tally);
    }
    if let Err(problems) = &plain {
        told(problems);
    }
    if let Some(quoted) = all_quoted(bytes) {
        let quoted = read(&desk.write("quoted.csv", quoted), DIVISIONS[0], None);
        let said = |reading: Reading| (reading.tally, reading.summary);
        assert_eq!(outcome(quoted).map(said), outcome(plain).map(said), "with every cell in quotes");
    }
}

/// The rows of everyone, by the second reading, against the first.
fn rows_add_up(path: &Path, reading: &Reading) {
    let everyone = |_: &str, _: &str| true;
    let paths: [PathBuf; 1] = [path.to_path_buf()];
    let rows = deliveries::rows(&paths, ReadOptions::default(), &everyone, Term::default(), &|_| ()).unwrap();
    let of = |fate: Fate| rows.iter().filter(move |row| row.fate == fate);
    let summary = &reading.summary;
    assert_eq!(summary.read, summary.counted + summary.not_delivered.values().sum::<u64>() + summary.rejected);
    assert_eq!(of(Fate::Counted).filter_map(|row| row.parcels).sum::<u64>(), reading.tally.parcels());
    assert_eq!(of(Fate::Counted).count() as u64, summary.counted);
    assert_eq!(of(Fate::NotDelivered).count() as u64, summary.not_delivered.values().sum::<u64>());
    assert!(rows.is_sorted_by_key(|row| row.line), "in the order of the lines");
}

/// A tally, written as the program writes it, is a log of the same tally.
fn reads_as_itself(desk: &Desk, tally: &Tally) {
    // So many parcels no row of a log may have.
    if tally.rows.is_empty() || tally.rows.iter().any(|row| row.parcels > 1_000_000_000) {
        return;
    }
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(["date", "company", "courier", "area", "service", "parcels", "first_at", "last_at"]).unwrap();
    let clock = |time: Option<u32>| time.map_or(String::new(), wagepact::units::time::text);
    for row in &tally.rows {
        let names = [row.company, row.courier, row.area, row.service].map(|index| tally.name(index).to_string());
        let figures = [row.parcels.to_string(), clock(row.first_at), clock(row.last_at)];
        csv.write_record([row.date.to_string()].iter().chain(&names).chain(&figures)).unwrap();
    }
    let again = read(&desk.write("tally.csv", csv.into_inner().unwrap()), DIVISIONS[0], None);
    assert_eq!(again.map(|reading| reading.tally).as_ref(), Ok(tally));
}
