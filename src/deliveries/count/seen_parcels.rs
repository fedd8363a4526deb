//! Each parcel counts once: which tracking numbers were met, in the order of the files, exactly and in little memory.
//!
//! A number is kept whole, never as a mere hash. Most are some letters and up to nineteen digits: the letters and how many
//! digits there are make a shape, and of each number of a shape eight bytes are kept. Others are kept as text.
//!
//! Of two rows with one number the first counts, and it may be another courier's: which core comes first must not decide who is
//! paid. So each block waits for its turn before it enters its numbers. The numbers are split into parts for that, by their
//! hashes: while one block enters the second part the next can enter the first, and no core waits for the whole of another.

use std::hash::Hasher;
use std::hint::black_box;
use std::sync::{Condvar, Mutex, PoisonError};

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use crate::deliveries::count::partial::as_number;

/// Into how many parts the numbers are split: each grows by itself, and blocks enter one part after the other.
const PARTS: usize = 64;
const PART_BITS: u32 = PARTS.ilog2();

/// So many shapes at most are known; a log of more has no shapes.
const SHAPES: usize = 64;

/// The longest number that fits into eight bytes, in digits.
const DIGITS: usize = 19;

/// The shape of a number that is kept as text.
const TEXT: u32 = u32::MAX;

/// The tracking numbers met so far.
#[derive(Debug)]
pub(crate) struct SeenParcels {
    parts: Vec<Part>,
    shapes: Mutex<Vec<Shape>>,
}

/// What numbers have in common: letters before, and how many digits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shape {
    letters: Box<[u8]>,
    digits: usize,
}

#[derive(Debug, Default)]
struct Part {
    state: Mutex<State>,
    turned: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The block whose turn it is.
    turn: u64,
    /// The numbers of each shape.
    numbers: Vec<Numbers>,
    texts: Texts,
}

/// The tracking numbers of one block, in the order of its rows.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    entries: Vec<Entry>,
    texts: Vec<u8>,
    /// The shapes as far as this worker has met them; their places are the same for all workers.
    shapes: Vec<Shape>,
    order: Vec<u32>,
    /// For each row whether its number was not met before.
    firsts: Vec<bool>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u64,
    shape: u32,
    /// How long the text is, of one.
    length: u32,
    /// The number, or where its text begins.
    number: u64,
}

impl Default for SeenParcels {
    fn default() -> Self {
        Self { parts: (0..PARTS).map(|_| Part::default()).collect(), shapes: Mutex::default() }
    }
}

impl SeenParcels {
    /// Enters the numbers of a block once all blocks before it have entered theirs, and says for each whether it is the first.
    pub(crate) fn enter<'b>(&self, ticket: u64, batch: &'b mut Batch) -> &'b [bool] {
        batch.sort();
        let Batch { entries, texts, order, firsts, .. } = batch;
        let mut from = 0;
        for (number, part) in (0..).zip(&self.parts) {
            let of_part = order[from..].iter().take_while(|at| part_of(entries[**at as usize].hash) == number).count();
            let state = part.state.lock().unwrap_or_else(PoisonError::into_inner);
            let state = part.turned.wait_while(state, |state| state.turn != ticket);
            let mut state = state.unwrap_or_else(PoisonError::into_inner);
            // Where the numbers belong is looked at first, all together: memory is then waited for once and not for each.
            let of_block = &order[from..from + of_part];
            black_box(of_block.iter().fold(0, |all, at| all ^ state.look_at(entries[*at as usize])));
            for at in of_block {
                firsts[*at as usize] = state.enter(entries[*at as usize], texts);
            }
            from += of_part;
            state.turn += 1;
            drop(state);
            part.turned.notify_all();
        }
        firsts
    }

    /// The place of a shape among those that all workers know; `None` where there are too many.
    fn shape(&self, batch: &mut Batch, letters: &[u8], digits: usize) -> Option<u32> {
        let is_it = |shape: &Shape| shape.digits == digits && *shape.letters == *letters;
        if let Some(known) = batch.shapes.iter().position(is_it) {
            return Some(as_number(known));
        }
        let mut shapes = self.shapes.lock().unwrap_or_else(PoisonError::into_inner);
        let known = shapes.iter().position(is_it);
        let place = known.or_else(|| {
            (shapes.len() < SHAPES).then(|| {
                shapes.push(Shape { letters: letters.into(), digits });
                shapes.len() - 1
            })
        });
        batch.shapes.clone_from(&shapes);
        place.map(as_number)
    }
}

impl Batch {
    /// Begins a new block.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.texts.clear();
    }

    /// Takes the number of a row.
    #[inline]
    pub(crate) fn add(&mut self, seen: &SeenParcels, text: &[u8]) {
        let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let digits = &text[letters..];
        let fits = (1..=DIGITS).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
        if fits && let Some(shape) = seen.shape(self, &text[..letters], digits.len()) {
            let number = digits.iter().fold(0, |sum: u64, digit| sum * 10 + u64::from(digit - b'0'));
            self.entries.push(Entry { hash: mixed(shape, number), shape, length: 0, number });
            return;
        }
        let entry =
            Entry { hash: hash_of(text), shape: TEXT, length: as_number(text.len()), number: self.texts.len() as u64 };
        self.texts.extend_from_slice(text);
        self.entries.push(entry);
    }

    /// Puts the rows in the order of their parts, and within each as they stand.
    fn sort(&mut self) {
        let mut ends = [0u32; PARTS];
        for entry in &self.entries {
            ends[part_of(entry.hash)] += 1;
        }
        let mut at = 0;
        for end in &mut ends {
            at += std::mem::replace(end, at);
        }
        self.order.clear();
        self.order.resize(self.entries.len(), 0);
        for (row, entry) in (0..).zip(&self.entries) {
            let end = &mut ends[part_of(entry.hash)];
            self.order[*end as usize] = row;
            *end += 1;
        }
        self.firsts.clear();
        self.firsts.resize(self.entries.len(), false);
    }
}

impl State {
    /// What stands where a number belongs.
    fn look_at(&self, entry: Entry) -> u64 {
        let numbers = self.numbers.get(entry.shape as usize).filter(|numbers| !numbers.places.is_empty());
        numbers.map_or(0, |numbers| numbers.places[pointed(entry.hash, numbers.places.len())])
    }

    /// Enters a number; whether it is the first of its kind.
    fn enter(&mut self, entry: Entry, texts: &[u8]) -> bool {
        if entry.shape == TEXT {
            let start = usize::try_from(entry.number).expect("a place in a block");
            return self.texts.enter(entry.hash, &texts[start..start + entry.length as usize]);
        }
        let shape = entry.shape as usize;
        if self.numbers.len() <= shape {
            self.numbers.resize_with(shape + 1, Numbers::default);
        }
        self.numbers[shape].enter(entry.shape, entry.hash, entry.number)
    }
}

/// The numbers of one shape, each in the first free place at or after the one that its hash points to. Such places follow the
/// order of the hashes, so that a table grows from its beginning to its end.
#[derive(Debug, Default)]
struct Numbers {
    /// A number and one; 0 where there is none.
    places: Vec<u64>,
    count: usize,
}

impl Numbers {
    /// A table begins with so many places.
    const FIRST: usize = 64;

    fn enter(&mut self, shape: u32, hash: u64, number: u64) -> bool {
        // At most four fifths are taken: then a free place is near.
        if (self.count + 1) * 5 > self.places.len() * 4 {
            self.grow(shape);
        }
        let (places, kept) = (&mut self.places, number + 1);
        let mut at = pointed(hash, places.len());
        loop {
            match places[at] {
                0 => break,
                met if met == kept => return false,
                _ => at = if at + 1 == places.len() { 0 } else { at + 1 },
            }
        }
        places[at] = kept;
        self.count += 1;
        true
    }

    /// Grows by a fifth only: at no time are there two tables of which one is twice the other.
    fn grow(&mut self, shape: u32) {
        let room = (self.places.len() / 5 * 6).max(self.places.len() + Self::FIRST);
        let mut places = vec![0; room];
        for kept in self.places.iter().filter(|kept| **kept != 0) {
            let mut at = pointed(mixed(shape, kept - 1), room);
            while places[at] != 0 {
                at = if at + 1 == room { 0 } else { at + 1 };
            }
            places[at] = *kept;
        }
        self.places = places;
    }
}

/// Numbers kept as text.
#[derive(Debug, Default)]
struct Texts {
    table: HashTable<(u64, u64, u32)>,
    bytes: Vec<u8>,
}

impl Texts {
    fn enter(&mut self, hash: u64, text: &[u8]) -> bool {
        let begins = |start: u64| usize::try_from(start).expect("a place in memory");
        let is_it = |(other, start, length): &(u64, u64, u32)| {
            *other == hash && self.bytes.get(begins(*start)..begins(*start) + *length as usize) == Some(text)
        };
        if self.table.find(hash, is_it).is_some() {
            return false;
        }
        let kept = (hash, self.bytes.len() as u64, as_number(text.len()));
        self.bytes.extend_from_slice(text);
        self.table.insert_unique(hash, kept, |(hash, ..)| *hash);
        true
    }
}

/// The part that a hash belongs to: its uppermost bits.
fn part_of(hash: u64) -> usize {
    usize::try_from(hash >> (u64::BITS - PART_BITS)).expect("fewer than a hundred")
}

/// Where in so many places the bits of a hash below those point to.
fn pointed(hash: u64, places: usize) -> usize {
    let scaled = (u128::from(hash << PART_BITS) * places as u128) >> u64::BITS;
    usize::try_from(scaled).expect("below the number of places")
}

/// A number with all its bits stirred: neighbours come to lie far apart. (The last steps of `MurmurHash3`.)
fn mixed(shape: u32, number: u64) -> u64 {
    let mut bits = number ^ u64::from(shape) << 58;
    bits = (bits ^ bits >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    bits = (bits ^ bits >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    bits ^ bits >> 33
}

fn hash_of(text: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    mixed(0, hasher.finish())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn entered(seen: &SeenParcels, ticket: u64, numbers: &[&str]) -> Vec<bool> {
        let mut batch = Batch::default();
        for number in numbers {
            batch.add(seen, number.as_bytes());
        }
        seen.enter(ticket, &mut batch).to_vec()
    }

    #[test]
    fn what_differs_in_anything_is_another_parcel() {
        let seen = SeenParcels::default();
        let all = [
            "JT1",
            "JT01",
            "jt1",
            "1",
            "01",
            "9999999999999999999",
            "99999999999999999999",
            "JT",
            "J1T",
            "A-1",
            "A-2",
            "单1",
            "0",
        ];
        assert_eq!(entered(&seen, 0, &all), [true; 13]);
        assert_eq!(entered(&seen, 1, &all), [false; 13]);
    }

    #[test]
    fn the_first_row_counts_whichever_block_is_done_first() {
        let seen = SeenParcels::default();
        std::thread::scope(|scope| {
            let later = scope.spawn(|| entered(&seen, 1, &["7", "8", "8"]));
            let earlier = scope.spawn(|| entered(&seen, 0, &["7", "9", "7"]));
            assert_eq!(earlier.join().unwrap(), [true, true, false]);
            assert_eq!(later.join().unwrap(), [false, true, false]);
        });
    }

    #[test]
    fn a_hundred_thousand_numbers_are_told_apart_as_a_set_tells_them() {
        let seen = SeenParcels::default();
        let mut set = BTreeSet::new();
        // Every number twice or so, in no order: steps of a prime through a ring; shapes of all kinds among them.
        for block in 0..100 {
            let numbers: Vec<String> = (0..1_000u64)
                .map(|row| {
                    let number = (block * 1_000 + row) * 7_919 % 60_013;
                    match number % 3 {
                        0 => format!("JT{number:013}"),
                        1 => format!("{number:015}"),
                        _ => format!("{}-{number}", number % 200),
                    }
                })
                .collect();
            let texts: Vec<&str> = numbers.iter().map(String::as_str).collect();
            let expected: Vec<bool> = numbers.iter().map(|number| set.insert(number.clone())).collect();
            assert_eq!(entered(&seen, block, &texts), expected);
        }
        assert_eq!(set.len(), 60_013);
    }
}
