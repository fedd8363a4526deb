//! The tally of one worker while it is being made: names known by number, counts on pages of a month.

use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

use crate::units::Date;

/// Who delivered for whom, where, and what: each as a number among [`Partial::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub company: u32,
    pub courier: u32,
    pub area: u32,
    pub service: u32,
}

/// The counts of one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub parcels: u64,
    /// The first delivery in seconds since midnight; [`UNTIMED`] where rows had none, more where there was no row.
    first: u32,
    /// The second after the last delivery; 0 where no row had one.
    last: u32,
}

/// Later than any second of a day: a row that does not say when.
const UNTIMED: u32 = u32::MAX - 1;

impl Cell {
    const EMPTY: Self = Self { parcels: 0, first: u32::MAX, last: 0 };

    /// Whether any row fell on this day.
    pub(super) fn is_used(&self) -> bool {
        self.first != u32::MAX
    }

    /// When the first and the last parcel of the day were delivered, as far as the rows say so.
    ///
    /// Where some rows name only their first delivery and others only their last, earlier one, both are deliveries of
    /// the day: the earlier is its first.
    pub(super) fn bounds(&self) -> (Option<u32>, Option<u32>) {
        let first = (self.first < UNTIMED).then_some(self.first);
        let last = self.last.checked_sub(1);
        if first.zip(last).is_some_and(|(first, last)| first > last) { (last, first) } else { (first, last) }
    }

    fn add(&mut self, other: Self) {
        self.parcels = self.parcels.saturating_add(other.parcels);
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}

/// The counts of one key in one month.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub key: u32,
    /// Months since the year 0.
    pub month: u32,
    pub days: [Cell; 31],
}

/// A month as the number by which pages go, and the day in it, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub month: u32,
    pub day: u8,
}

impl Day {
    pub(super) fn of(date: Date) -> Self {
        let year = u32::try_from(date.year()).expect("a log speaks of the years 1900 to 2199");
        let (month, day) = (date.month().cast_unsigned() - 1, date.day().cast_unsigned() - 1);
        Self { month: year * 12 + u32::from(month), day }
    }
}

/// What one worker has counted.
#[derive(Debug, Default)]
pub(super) struct Partial {
    pub names: Names,
    pub keys: Vec<Key>,
    key_numbers: HashTable<u32>,
    pub pages: Vec<Page>,
    page_numbers: HashTable<u32>,
    /// For each key the month counted last, and its page.
    recent: Vec<(u32, u32)>,
}

impl Partial {
    /// The number of a key.
    pub(super) fn key(&mut self, key: Key) -> u32 {
        let hash = FxBuildHasher.hash_one(key);
        if let Some(number) = self.key_numbers.find(hash, |number| self.keys[*number as usize] == key) {
            return *number;
        }
        let number = as_number(self.keys.len());
        self.keys.push(key);
        self.recent.push((0, 0));
        let keys = &self.keys;
        self.key_numbers.insert_unique(hash, number, |other| FxBuildHasher.hash_one(keys[*other as usize]));
        number
    }

    /// Counts parcels of a day.
    #[inline]
    pub(super) fn add(&mut self, key: u32, day: Day, parcels: u64, first: Option<u32>, last: Option<u32>) {
        let first = first.unwrap_or(UNTIMED);
        let last = last.map_or(0, |last| last + 1);
        self.add_cell(key, day, Cell { parcels, first, last });
    }

    #[inline]
    fn add_cell(&mut self, key: u32, day: Day, cell: Cell) {
        let (month, page) = self.recent[key as usize];
        let page = if month == day.month { page } else { self.turn_to(key, day.month) };
        self.pages[page as usize].days[usize::from(day.day)].add(cell);
    }

    /// Finds or begins the page of a key and a month.
    #[inline(never)]
    fn turn_to(&mut self, key: u32, month: u32) -> u32 {
        let hash = FxBuildHasher.hash_one((key, month));
        let is_it = |number: &u32| {
            let page = &self.pages[*number as usize];
            page.key == key && page.month == month
        };
        let number = self.page_numbers.find(hash, is_it).copied().unwrap_or_else(|| {
            let number = as_number(self.pages.len());
            self.pages.push(Page { key, month, days: [Cell::EMPTY; 31] });
            let pages = &self.pages;
            let rehash = |other: &u32| {
                let page = &pages[*other as usize];
                FxBuildHasher.hash_one((page.key, page.month))
            };
            self.page_numbers.insert_unique(hash, number, rehash);
            number
        });
        self.recent[key as usize] = (month, number);
        number
    }

    /// Adds what another worker has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        let mut keys = Vec::with_capacity(other.keys.len());
        for key in &other.keys {
            let mut name = |number: u32| self.names.number(other.names.name(number));
            let key = Key {
                company: name(key.company),
                courier: name(key.courier),
                area: name(key.area),
                service: name(key.service),
            };
            keys.push(self.key(key));
        }
        for page in &other.pages {
            for (day, cell) in (0..).zip(&page.days) {
                if cell.is_used() {
                    self.add_cell(keys[page.key as usize], Day { month: page.month, day }, *cell);
                }
            }
        }
    }
}

/// Names, each kept once and known by its number.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: Vec<Arc<str>>,
    numbers: HashTable<u32>,
}

impl Names {
    /// The number of a name, a new one where it was not seen before.
    pub(super) fn number(&mut self, name: &str) -> u32 {
        let hash = FxBuildHasher.hash_one(name);
        if let Some(number) = self.numbers.find(hash, |number| &*self.names[*number as usize] == name) {
            return *number;
        }
        let number = as_number(self.names.len());
        self.names.push(name.into());
        let names = &self.names;
        self.numbers.insert_unique(hash, number, |other| FxBuildHasher.hash_one(&*names[*other as usize]));
        number
    }

    pub(super) fn name(&self, number: u32) -> &Arc<str> {
        &self.names[number as usize]
    }
}

/// Everything that is numbered here is a name, a key or a month of it: memory ends long before four thousand million.
pub(super) fn as_number(index: usize) -> u32 {
    u32::try_from(index).expect("memory ends before the numbers do")
}
