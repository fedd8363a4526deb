//! From the counts of all workers to the tally, in its stated order.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::scope::Slices;
use crate::deliveries::count::details::{Apart, Detail};
use crate::deliveries::count::partial::{Day, Key, Page, Partial, as_number};
use crate::deliveries::count::tally::{Row, Tally, is_before};
use crate::units::{Date, Month, Term};

/// Puts the counts of a term in order: by date, company, courier, area and service.
pub(crate) fn tally(partial: &Partial, term: Term) -> Tally {
    let (names, ranks) = ranked(partial);
    let rank = |number: u32| ranks[number as usize];
    let mut details = Details::new(partial);
    let ranks_apart = details.ranks.clone();
    let ranked = |key: &Key| Key {
        company: rank(key.company),
        courier: rank(key.courier),
        area: rank(key.area),
        service: rank(key.service),
        apart: ranks_apart[key.apart as usize],
    };
    let keys: Vec<Key> = partial.keys.iter().map(ranked).collect();
    let mut pages: Vec<(Page, Key)> = partial.pages.iter().map(|page| (*page, keys[page.key as usize])).collect();
    pages.sort_unstable_by_key(|(page, key)| (page.month, key.company, key.courier, key.area, key.service, key.apart));
    let used = pages.iter().flat_map(|(page, _)| partial.cells(page)).filter(|(_, cell)| cell.is_used()).count();
    let mut rows = Vec::with_capacity(used); // by far the most memory of a whole run: not a row too much
    if partial.periods.is_some() {
        return by_period(partial, &pages, term, (names, details), rows);
    }
    for month in pages.chunk_by(|(one, _), (other, _)| one.month == other.month) {
        for day in 0..31 {
            for (page, key) in month {
                let cell = partial.cell(page, day);
                if cell.is_used() {
                    let (first_at, last_at) = cell.bounds();
                    let detail = details.of(partial, key.apart, page, day);
                    rows.push(Row { detail, first_at, last_at, ..row(key, date(page.month, day), cell.parcels) });
                }
            }
        }
    }
    let (details_asked, details) = (Arc::clone(&partial.asked), details.all);
    let tally = Tally { details_asked, details, ..Tally::new(names, rows) };
    if term == Term::default() { tally } else { tally.within(term) }
}

/// A row for each period within the term, under the first of its days that has a row.
fn by_period(
    partial: &Partial,
    pages: &[(Page, Key)],
    term: Term,
    (names, mut details): (Vec<Arc<str>>, Details),
    mut rows: Vec<Row>,
) -> Tally {
    let (mut days, mut with_parcels, mut before) = (Term::default(), BTreeSet::new(), Vec::new());
    for (page, key) in pages {
        for (day, cell) in partial.cells(page).filter(|(_, cell)| cell.is_used()) {
            let (first, last) = cell.days();
            let detail = details.of(partial, key.apart, page, day);
            let (first, last) = (date(page.month, first), date(page.month, last));
            if term.contains(first) {
                days.from = Some(days.from.map_or(first, |from| from.min(first)));
                days.until = days.until.max(Some(last));
                let of_cell = (0..31).filter(|day| cell.with_parcels() & 1 << day != 0);
                with_parcels.extend(of_cell.map(|day| date(page.month, day)));
                rows.push(Row { detail, ..row(key, first, cell.parcels) });
            } else if is_before(first, term) {
                before.push(Row { detail, ..row(key, first, cell.parcels) });
            }
        }
    }
    rows.sort_unstable();
    before.sort_unstable();
    let (details_asked, details) = (Arc::clone(&partial.asked), details.all);
    Tally { days, before, with_parcels, details_asked, details, asked: term, ..Tally::new(names, rows) }
}

fn row(key: &Key, date: Date, parcels: u64) -> Row {
    let Key { company, courier, area, service, .. } = *key;
    Row { date, company, courier, area, service, detail: 0, parcels, first_at: None, last_at: None }
}

/// The details of the rows: where nothing is added up, each once; else one for each row.
struct Details {
    /// What rows are told apart by, in their order.
    apart: Vec<Arc<Detail>>,
    /// For each number of the partial tally its place among them.
    ranks: Vec<u32>,
    all: Vec<Arc<Detail>>,
}

impl Details {
    fn new(partial: &Partial) -> Self {
        if partial.asked.is_nothing() {
            return Self { apart: Vec::new(), ranks: vec![0; partial.apart.all.len()], all: Vec::new() };
        }
        let begins = |slice: u8| match slice {
            0 => None,
            1 => Some(0),
            later => partial.asked.slices.get(usize::from(later) - 2).copied(),
        };
        let slices = |(first, last): (u8, u8)| Some(Slices { first: begins(first)?, last: begins(last)? });
        let detail = |Apart { slices: numbers, columns, of_one }: &Apart| Detail {
            at: slices(*numbers),
            columns: columns.iter().map(|name| Arc::clone(partial.names.name(*name))).collect(),
            of_one: of_one.clone(),
            orders: 0,
            sums: Vec::new(),
        };
        let mut apart: Vec<(Detail, usize)> = partial.apart.all.iter().map(detail).zip(0..).collect();
        apart.sort();
        let mut ranks = vec![0; apart.len()];
        for (rank, (_, number)) in apart.iter().enumerate() {
            ranks[*number] = as_number(rank);
        }
        let apart: Vec<_> = apart.into_iter().map(|(detail, _)| Arc::new(detail)).collect();
        let all = if partial.asked.reads_rows() { Vec::new() } else { apart.clone() };
        Self { apart, ranks, all }
    }

    /// The number under which the detail of a cell stands in the tally.
    fn of(&mut self, partial: &Partial, apart: u32, page: &Page, day: u8) -> u32 {
        if partial.asked.is_nothing() {
            return 0;
        }
        if partial.asked.reads_rows() {
            let (orders, sums) = partial.measures(page, day);
            let apart = Detail::clone(&self.apart[apart as usize]);
            self.all.push(Arc::new(Detail { orders, sums, ..apart }));
            return as_number(self.all.len());
        }
        apart + 1
    }
}

/// The names that rows of the tally bear, sorted; and for each number of the partial tally the place among them.
fn ranked(partial: &Partial) -> (Vec<Arc<str>>, Vec<u32>) {
    let mut used: Vec<u32> = Vec::new();
    for page in &partial.pages {
        let key = partial.keys[page.key as usize];
        used.extend([key.company, key.courier, key.area, key.service]);
    }
    used.sort_unstable();
    used.dedup();
    used.sort_unstable_by(|one, other| partial.names.name(*one).cmp(partial.names.name(*other)));
    let mut ranks = vec![0; used.iter().max().map_or(0, |last| *last as usize + 1)];
    for (rank, number) in used.iter().enumerate() {
        ranks[*number as usize] = as_number(rank);
    }
    // A key without a page (its rows were all faulty) has no rank; it is not in the tally either.
    for key in &partial.keys {
        let last = key.company.max(key.courier).max(key.area).max(key.service) as usize;
        ranks.resize(ranks.len().max(last + 1), 0);
    }
    (used.iter().map(|number| Arc::clone(partial.names.name(*number))).collect(), ranks)
}

fn date(month: u32, day: u8) -> Date {
    let Month { year, month } = Day::month(month);
    Date::new(year, month, day.cast_signed() + 1).expect("a cell was filled from a date")
}
