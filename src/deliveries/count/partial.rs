//! The tally of one worker while it is being made: names known by number, counts on pages of a month.

use std::iter;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

use crate::agreement::asked::DetailsAsked;
use crate::agreement::plain_floor::PlainTopUp;
use crate::deliveries::count::details::{Apart, ApartNumbers, Order};
use crate::deliveries::count::open_page::OpenPage;
use crate::deliveries::count::periods::{EACH_DAY, Periods};
use crate::deliveries::count::sums::Sums;
use crate::units::plain_number::PlainNumber;
use crate::units::{Date, Decimal, Month};

/// Who delivered for whom, where, and what: each as a number among [`Partial::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub company: u32,
    pub courier: u32,
    pub area: u32,
    pub service: u32,
    /// By what it is told apart beside its names, as a number of [`Partial::apart`]; 0: by nothing.
    pub apart: u32,
}

/// The counts of one day, or of the days of one period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub parcels: u64,
    /// The first delivery in seconds since midnight; [`UNTIMED`] where rows had none, more where there was no row. Of a
    /// period, all bits but those of the days of the month with a row.
    first: u32,
    /// The second after the last delivery; 0 where no row had one. Of a period, the bits of the days with a parcel.
    last: u32,
}

/// Later than any second of a day: a row that does not say when.
const UNTIMED: u32 = u32::MAX - 1;

impl Cell {
    const EMPTY: Self = Self { parcels: 0, first: u32::MAX, last: 0 };

    /// The first and the last day with a row, of a period.
    pub(crate) fn days(&self) -> (u8, u8) {
        let day = |number: u32| u8::try_from(number).expect("a day of a month");
        (day((!self.first).trailing_zeros()), day((!self.first).ilog2()))
    }

    /// The days with a parcel, of a period: bit 0 for the first of the month.
    pub(crate) fn with_parcels(&self) -> u32 {
        self.last
    }

    /// Whether any row fell on this day.
    pub(crate) fn is_used(&self) -> bool {
        self.first != u32::MAX
    }

    /// When the first and the last parcel of the day were delivered, as far as the rows say so.
    ///
    /// Where some rows name only their first delivery and others only their last, earlier one, both are deliveries of
    /// the day: the earlier is its first.
    pub(crate) fn bounds(&self) -> (Option<u32>, Option<u32>) {
        let first = (self.first < UNTIMED).then_some(self.first);
        let last = self.last.checked_sub(1);
        if first.zip(last).is_some_and(|(first, last)| first > last) { (last, first) } else { (first, last) }
    }

    fn add(&mut self, other: Self, by_period: bool) {
        self.parcels = self.parcels.saturating_add(other.parcels);
        if by_period {
            self.first &= other.first;
            self.last |= other.last;
        } else {
            self.first = self.first.min(other.first);
            self.last = self.last.max(other.last);
        }
    }
}

/// The counts of one key in one month: a cell for each period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    pub key: u32,
    /// Months since the year 0.
    pub month: u32,
    /// The days that begin a period, bit 0 for the first.
    pub begins: u32,
    /// Its first cell among [`Partial::cells`].
    cell: u32,
}

impl Page {
    /// The place of a day's cell among all.
    #[inline]
    fn place(self, day: u8) -> usize {
        let period = match self.begins {
            EACH_DAY => u32::from(day),
            1 => 0,
            begins => (begins & (u32::MAX >> (31 - day))).count_ones() - 1,
        };
        self.cell as usize + period as usize
    }
}

/// When the first and the last parcel of a row were delivered, in seconds since midnight.
type Times = (Option<u32>, Option<u32>);

/// A month as the number by which pages go, and the day in it, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub month: u32,
    pub day: u8,
}

impl Day {
    pub(crate) fn of(date: Date) -> Self {
        let year = u32::try_from(date.year()).expect("a log speaks of the years 1900 to 2199");
        let (month, day) = (date.month().cast_unsigned() - 1, date.day().cast_unsigned() - 1);
        Self { month: year * 12 + u32::from(month), day }
    }

    /// The month of a page.
    pub(crate) fn month(months: u32) -> Month {
        let year = i16::try_from(months / 12).expect("a page has the month of a date");
        Month { year, month: i8::try_from(months % 12 + 1).expect("at most twelve") }
    }
}

/// What one worker has counted.
#[derive(Debug, Default)]
pub(crate) struct Partial {
    pub names: Names,
    pub keys: Vec<Key>,
    key_numbers: HashTable<u32>,
    pub pages: Vec<Page>,
    cells: Vec<Cell>,
    page_numbers: HashTable<u32>,
    /// For each key the page counted on last.
    recent: Vec<Page>,
    /// How days are counted together; `None`: each for itself.
    pub periods: Option<Periods>,
    /// What is asked of a row beside names and parcels.
    pub asked: Arc<DetailsAsked>,
    /// Whether orders are told apart by what they say.
    pub tells_apart: bool,
    pub apart: ApartNumbers,
    /// For each cell, where measures or columns are asked for, its orders and their numbers.
    sums: Sums,
}

impl Partial {
    /// With nothing counted yet.
    pub(crate) fn new(periods: Option<Periods>, asked: Arc<DetailsAsked>) -> Self {
        Self { periods, tells_apart: asked.tells_apart(), sums: Sums::new(asked.numbers()), asked, ..Self::default() }
    }

    /// The number of a key.
    pub(crate) fn key(&mut self, key: Key) -> u32 {
        let hash = FxBuildHasher.hash_one(key);
        if let Some(number) = self.key_numbers.find(hash, |number| self.keys[*number as usize] == key) {
            return *number;
        }
        let number = as_number(self.keys.len());
        self.keys.push(key);
        self.recent.push(Page { key: number, month: 0, begins: EACH_DAY, cell: 0 });
        let keys = &self.keys;
        self.key_numbers.insert_unique(hash, number, |other| FxBuildHasher.hash_one(keys[*other as usize]));
        number
    }

    /// Counts parcels of a day.
    #[inline]
    pub(crate) fn add(&mut self, key: u32, day: Day, parcels: u64, first: Option<u32>, last: Option<u32>) {
        let key = if self.asked.slices.is_empty() { key } else { self.told_apart(key, (first, last), None) };
        let (first, last) = self.bits(day, parcels, (first, last));
        self.add_cell(key, day, Cell { parcels, first, last });
    }

    /// Counts one parcel delivered at a time of a day, on the page that lies open or the one it then turns to.
    #[inline]
    pub(crate) fn add_parcel(&mut self, key: u32, page: Option<&mut OpenPage>, (date, second): (Date, u32)) {
        let (day, times) = (Day::of(date), (Some(second), Some(second)));
        let (first, last) = self.bits(day, 1, times);
        let cell = Cell { parcels: 1, first, last };
        match page {
            Some(page) if u32::from(page.month) == day.month => {
                let place = page.place(day.day);
                self.cells[place].add(cell, self.periods.is_some());
            }
            page => self.add_elsewhere(key, page, day, (times, cell)),
        }
    }

    /// The same on any other page.
    #[inline(never)]
    fn add_elsewhere(&mut self, key: u32, page: Option<&mut OpenPage>, day: Day, (times, cell): (Times, Cell)) {
        if self.tells_apart {
            let key = self.told_apart(key, times, None);
            self.add_cell(key, day, cell);
            return;
        }
        self.add_cell(key, day, cell);
        if let Some(page) = page {
            let recent = self.recent[key as usize];
            *page = OpenPage::of(recent.month, recent.begins, recent.cell).unwrap_or(OpenPage::NONE);
        }
    }

    #[inline]
    fn bits(&self, day: Day, parcels: u64, (first, last): (Option<u32>, Option<u32>)) -> (u32, u32) {
        match self.periods {
            None => (first.unwrap_or(UNTIMED), last.map_or(0, |last| last + 1)),
            Some(_) => (!(1 << day.day), u32::from(parcels > 0) << day.day),
        }
    }

    /// Counts parcels of a day with what their order says.
    pub(crate) fn add_order(
        &mut self,
        key: u32,
        day: Day,
        parcels: u64,
        times: (Option<u32>, Option<u32>),
        order: Order<'_>,
    ) {
        let key = if self.tells_apart { self.told_apart(key, times, Some(order)) } else { key };
        let (first, last) = self.bits(day, parcels, times);
        let place = self.add_cell(key, day, Cell { parcels, first, last });
        self.add_measures(place, order.orders, order.values);
    }

    /// Counts a parcel of a day whose order has a few digits and is told apart by nothing.
    #[inline]
    pub(crate) fn add_plain_order(
        &mut self,
        key: u32,
        day: Day,
        parcels: u64,
        times: (Option<u32>, Option<u32>),
        (measures, top_up): (&[PlainNumber], Option<PlainTopUp>),
    ) {
        let (first, last) = self.bits(day, parcels, times);
        let place = self.add_cell(key, day, Cell { parcels, first, last });
        self.sums.reach(self.cells.len());
        self.sums.add_plain(place, measures, top_up);
    }

    fn add_measures(&mut self, place: usize, orders: u64, values: &[Decimal]) {
        self.sums.reach(self.cells.len());
        self.sums.add(place, orders, values);
    }

    /// The orders of a cell, and their numbers.
    pub(crate) fn measures(&self, page: &Page, day: u8) -> (u64, Vec<Decimal>) {
        self.sums.of(page.place(day))
    }

    /// The same key with what an order is told apart by: the slices of the day from its first parcel to its last, and what it says
    /// itself.
    #[inline(never)]
    fn told_apart(&mut self, key: u32, (first, last): (Option<u32>, Option<u32>), order: Option<Order<'_>>) -> u32 {
        let slices = &self.asked.slices;
        let number = |at: u32| u8::try_from(slices.partition_point(|begin| *begin <= at) + 1).ok();
        let (first, last) = (first.or(last).and_then(number), last.or(first).and_then(number));
        let known = first.zip(last).filter(|(first, last)| !slices.is_empty() && first <= last);
        let apart = self.apart.number(Apart::of(&self.asked, known.unwrap_or_default(), order));
        self.key(Key { apart, ..self.keys[key as usize] })
    }

    #[inline]
    fn add_cell(&mut self, key: u32, day: Day, cell: Cell) -> usize {
        let recent = self.recent[key as usize];
        let page = if recent.month == day.month { recent } else { self.turn_to(key, day.month) };
        let place = page.place(day.day);
        self.cells[place].add(cell, self.periods.is_some());
        place
    }

    /// Finds or begins the page of a key and a month.
    #[inline(never)]
    fn turn_to(&mut self, key: u32, month: u32) -> Page {
        let hash = FxBuildHasher.hash_one((key, month));
        let is_it = |number: &u32| {
            let page = &self.pages[*number as usize];
            page.key == key && page.month == month
        };
        let number = self.page_numbers.find(hash, is_it).copied().unwrap_or_else(|| {
            let number = as_number(self.pages.len());
            let courier = self.names.name(self.keys[key as usize].courier);
            let begins = self.periods.as_ref().map_or(EACH_DAY, |periods| periods.begins(courier, Day::month(month)));
            self.pages.push(Page { key, month, begins, cell: as_number(self.cells.len()) });
            self.cells.extend(iter::repeat_n(Cell::EMPTY, begins.count_ones() as usize));
            let pages = &self.pages;
            let rehash = |other: &u32| {
                let page = &pages[*other as usize];
                FxBuildHasher.hash_one((page.key, page.month))
            };
            self.page_numbers.insert_unique(hash, number, rehash);
            number
        });
        let page = self.pages[number as usize];
        self.recent[key as usize] = page;
        page
    }

    /// The cell of a day, where each day has one.
    pub(crate) fn cell(&self, page: &Page, day: u8) -> &Cell {
        &self.cells[page.place(day)]
    }

    /// The cells of a page, each with the first day of its period.
    pub(crate) fn cells(&self, page: &Page) -> impl Iterator<Item = (u8, &Cell)> {
        let begins = page.begins;
        let days = (0..31).filter(move |day| begins & 1 << day != 0);
        days.zip(&self.cells[page.cell as usize..])
    }

    /// Adds what another worker has counted.
    pub(crate) fn merge(&mut self, other: &Self) {
        let mut keys = Vec::with_capacity(other.keys.len());
        for key in &other.keys {
            let mut name = |number: u32| self.names.number(other.names.name(number));
            let key = Key {
                company: name(key.company),
                courier: name(key.courier),
                area: name(key.area),
                service: name(key.service),
                apart: {
                    let Apart { slices, columns, of_one } = other.apart.all[key.apart as usize].clone();
                    let columns = columns.into_iter().map(&mut name).collect();
                    self.apart.number(Apart { slices, columns, of_one })
                },
            };
            keys.push(self.key(key));
        }
        for page in &other.pages {
            for (day, cell) in other.cells(page) {
                if cell.is_used() {
                    let place = self.add_cell(keys[page.key as usize], Day { month: page.month, day }, *cell);
                    if self.asked.reads_rows() {
                        let (orders, sums) = other.measures(page, day);
                        self.add_measures(place, orders, &sums);
                    }
                }
            }
        }
    }
}

/// Names, each kept once and known by its number.
#[derive(Debug, Default)]
pub(crate) struct Names {
    names: Vec<Arc<str>>,
    numbers: HashTable<u32>,
}

impl Names {
    /// The number of a name, a new one where it was not seen before.
    pub(crate) fn number(&mut self, name: &str) -> u32 {
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

    pub(crate) fn name(&self, number: u32) -> &Arc<str> {
        &self.names[number as usize]
    }
}

/// Everything that is numbered here is a name, a key or a month of it: memory ends long before four thousand million.
pub(crate) fn as_number(index: usize) -> u32 {
    u32::try_from(index).expect("memory ends before the numbers do")
}
