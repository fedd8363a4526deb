//! From the counts of all workers to the tally, in its stated order.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::deliveries::count::partial::{Day, Key, Page, Partial, as_number};
use crate::deliveries::count::tally::{Row, Tally, is_before};
use crate::units::{Date, Month, Term};

/// Puts the counts of a term in order: by date, company, courier, area and service.
pub(crate) fn tally(partial: &Partial, term: Term) -> Tally {
    let (names, ranks) = ranked(partial);
    let rank = |number: u32| ranks[number as usize];
    let ranked = |key: &Key| Key {
        company: rank(key.company),
        courier: rank(key.courier),
        area: rank(key.area),
        service: rank(key.service),
        slice: key.slice,
    };
    let keys: Vec<Key> = partial.keys.iter().map(ranked).collect();
    let mut pages: Vec<(Page, Key)> = partial.pages.iter().map(|page| (*page, keys[page.key as usize])).collect();
    pages.sort_unstable_by_key(|(page, key)| (page.month, key.company, key.courier, key.area, key.service, key.slice));
    let used = pages.iter().flat_map(|(page, _)| partial.cells(page)).filter(|(_, cell)| cell.is_used()).count();
    let mut rows = Vec::with_capacity(used); // by far the most memory of a whole run: not a row too much
    if partial.periods.is_some() {
        return by_period(partial, &pages, term, names, rows);
    }
    for month in pages.chunk_by(|(one, _), (other, _)| one.month == other.month) {
        for day in 0..31 {
            for (page, key) in month {
                let cell = partial.cell(page, day);
                if cell.is_used() {
                    let (first_at, last_at) = cell.bounds();
                    rows.push(Row { first_at, last_at, ..row(key, date(page.month, day), cell.parcels) });
                }
            }
        }
    }
    let tally = Tally { slices: Arc::clone(&partial.slices), ..Tally::new(names, rows) };
    if term == Term::default() { tally } else { tally.within(term) }
}

/// A row for each period within the term, under the first of its days that has a row.
fn by_period(partial: &Partial, pages: &[(Page, Key)], term: Term, names: Vec<Arc<str>>, mut rows: Vec<Row>) -> Tally {
    let (mut days, mut with_parcels, mut before) = (Term::default(), BTreeSet::new(), Vec::new());
    for (page, key) in pages {
        for (_, cell) in partial.cells(page).filter(|(_, cell)| cell.is_used()) {
            let (first, last) = cell.days();
            let (first, last) = (date(page.month, first), date(page.month, last));
            if term.contains(first) {
                days.from = Some(days.from.map_or(first, |from| from.min(first)));
                days.until = days.until.max(Some(last));
                let of_cell = (0..31).filter(|day| cell.with_parcels() & 1 << day != 0);
                with_parcels.extend(of_cell.map(|day| date(page.month, day)));
                rows.push(row(key, first, cell.parcels));
            } else if is_before(first, term) {
                before.push(row(key, first, cell.parcels));
            }
        }
    }
    rows.sort_unstable();
    before.sort_unstable();
    let slices = Arc::clone(&partial.slices);
    Tally { days, before, with_parcels, slices, asked: term, ..Tally::new(names, rows) }
}

fn row(key: &Key, date: Date, parcels: u64) -> Row {
    let Key { company, courier, area, service, slice } = *key;
    Row { date, company, courier, area, service, slice, parcels, first_at: None, last_at: None }
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
