//! The tally in the order of payslips: by month, company and courier, with the terms of employment beside each count.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::pay::employment;
use crate::pay::employment::Employed;
use crate::units::Date;
use crate::units::Month;
use crate::workforce::Workforce;
use crate::workforce::roster::Terms;

/// All counts and all employments, payslip by payslip.
pub(crate) struct Ledger<'a> {
    tally: &'a Tally,
    /// In the order of month, company, courier, area, service, date.
    pub(crate) entries: Vec<Entry<'a>>,
    /// One for each courier, company and month with a count or an employment, in the order of month, company, courier.
    pub(crate) sheets: Vec<Sheet<'a>>,
}

/// The parcels of a day.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) month: Month,
    /// Index in the sorted names of all companies.
    company: u32,
    pub(crate) courier: u32,
    pub(crate) area: u32,
    pub(crate) service: u32,
    pub(crate) date: Date,
    pub(crate) parcels: u64,
    /// The terms on that day with that company, where the roster has them.
    pub(crate) terms: Option<&'a Terms>,
}

/// One payslip to be: a courier, a company, a month.
pub(crate) struct Sheet<'a> {
    pub(crate) month: Month,
    pub(crate) company: Arc<str>,
    pub(crate) courier: Arc<str>,
    /// Its entries in [`Ledger::entries`].
    pub(crate) entries: Range<usize>,
    /// The days employed in the month with the terms of each.
    pub(crate) employed: Employed<'a>,
    /// Whether it is the courier's first of the month, by the name of the company.
    pub(crate) first: bool,
}

impl Sheet<'_> {
    /// The courier's name by the last terms of the month, else by any row of the roster; empty where it has none.
    pub(crate) fn name(&self, workforce: &Workforce) -> Arc<str> {
        let rows = workforce.roster.as_deref().map_or(&[][..], |roster| roster.rows(&self.courier));
        let terms = self.employed.last().map(|(_, terms)| *terms).or(rows.last());
        terms.map(|terms| Arc::clone(&terms.name)).unwrap_or_default()
    }
}

type Key = (Month, Arc<str>, Arc<str>);

impl<'a> Ledger<'a> {
    /// Sorts the tally into payslips and adds those who are employed in its months.
    pub(crate) fn new(tally: &'a Tally, workforce: &'a Workforce) -> Self {
        let companies = companies(tally, workforce);
        let mut entries = entries(tally, workforce, &companies);
        entries.sort_unstable_by_key(|entry| {
            (entry.month, entry.company, entry.courier, entry.area, entry.service, entry.date)
        });
        let mut sheets: BTreeMap<Key, (Range<usize>, Employed<'a>)> = BTreeMap::new();
        let mut start = 0;
        for group in entries.chunk_by(|a, b| (a.month, a.company, a.courier) == (b.month, b.company, b.courier)) {
            let first = &group[0];
            let company = Arc::clone(&companies[first.company as usize]);
            let key = (first.month, company, Arc::clone(tally.name(first.courier)));
            sheets.insert(key, (start..start + group.len(), Employed::new()));
            start += group.len();
        }
        for (key, employed) in employments(&sheets, workforce) {
            sheets.entry(key).or_default().1 = employed;
        }
        let mut seen = BTreeSet::new();
        let sheet = |((month, company, courier), (entries, employed)): (Key, _)| {
            let first = seen.insert((month, Arc::clone(&courier)));
            Sheet { month, company, courier, entries, employed, first }
        };
        Self { tally, entries, sheets: sheets.into_iter().map(sheet).collect() }
    }

    /// A name of the tally: area, service or courier.
    pub(crate) fn name(&self, index: u32) -> &Arc<str> {
        self.tally.name(index)
    }

    /// The first day with a count.
    pub(crate) fn first_day(&self) -> Option<Date> {
        self.tally.span().from
    }

    /// The last day with a count.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.tally.span().until
    }
}

/// Every company of the log and of the roster, sorted.
fn companies(tally: &Tally, workforce: &Workforce) -> Vec<Arc<str>> {
    let of_log: BTreeSet<u32> = tally.rows.iter().map(|row| row.company).collect();
    let of_roster = workforce.roster.iter().flat_map(|roster| roster.couriers()).flat_map(|(_, rows)| rows);
    let mut companies: BTreeSet<Arc<str>> = of_roster.map(|terms| Arc::clone(&terms.company)).collect();
    companies.extend(of_log.into_iter().map(|company| Arc::clone(tally.name(company))));
    companies.into_iter().collect()
}

/// The rows of the tally, each with its company and terms.
fn entries<'a>(tally: &'a Tally, workforce: &'a Workforce, companies: &[Arc<str>]) -> Vec<Entry<'a>> {
    let roster = workforce.roster.as_deref();
    let known: Vec<bool> =
        tally.names.iter().map(|name| roster.is_some_and(|roster| !roster.rows(name).is_empty())).collect();
    let index = |company: &Arc<str>| companies.binary_search(company).unwrap_or_default();
    let indices: Vec<usize> = tally.names.iter().map(index).collect();
    let entry = |row: &Row| {
        let on_day = match roster {
            Some(roster) if known[row.courier as usize] => roster.on(tally.name(row.courier), row.date),
            _ => Vec::new(),
        };
        let named = tally.name(row.company);
        let company = match on_day.first() {
            Some(terms) if named.is_empty() => index(&terms.company),
            _ => indices[row.company as usize],
        };
        let own = on_day.iter().find(|terms| terms.company == companies[company]);
        let terms = own.or_else(|| on_day.iter().find(|terms| terms.company.is_empty())).copied();
        let company = u32::try_from(company).expect("a log has fewer than 2^32 names");
        let Row { courier, area, service, date, parcels, .. } = *row;
        Entry { month: Month::of(date), company, courier, area, service, date, parcels, terms }
    };
    tally.rows.iter().map(entry).collect()
}

/// Who is employed in the months of the log, day by day.
fn employments<'a>(
    sheets: &BTreeMap<Key, (Range<usize>, Employed<'a>)>,
    workforce: &'a Workforce,
) -> Vec<(Key, Employed<'a>)> {
    let Some(roster) = workforce.roster.as_deref() else { return Vec::new() };
    let months: BTreeSet<Month> = sheets.keys().map(|(month, ..)| *month).collect();
    let mut of_log: BTreeMap<(&str, Month), Vec<&Arc<str>>> = BTreeMap::new();
    for (month, company, courier) in sheets.keys() {
        of_log.entry((courier, *month)).or_default().push(company);
    }
    let mut found = Vec::new();
    for (courier, _) in roster.couriers() {
        for month in &months {
            // A roster that names no company means the one that the log names for the courier, if it names one.
            let unnamed = match of_log.get(&(&**courier, *month)).map(Vec::as_slice) {
                Some([only]) => Some(*only),
                _ => None,
            };
            for (company, employed) in employment::of(roster, courier, *month, unnamed) {
                found.push(((*month, company, Arc::clone(courier)), employed));
            }
        }
    }
    found
}
