//! The tally in the order of payslips: by month, company and courier, with the terms of employment beside each count.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::pay::employment;
use crate::pay::employment::Employed;
use crate::units::{Date, Month, Term};
use crate::workforce::roster::Terms;
use crate::workforce::{Workforce, roster};

/// How many counts and months of couriers make a part; in tests each courier is one.
const PART: usize = if cfg!(test) { 1 } else { 1 << 18 };

/// The log and the roster together, courier by courier: what is due to one does not hang on another.
pub(crate) struct Book<'a> {
    tally: &'a Tally,
    pub(crate) months: Vec<Month>,
    /// Every company of the log and of the roster, sorted.
    companies: Vec<Arc<str>>,
    /// For each name of the tally, its place among the companies, where it is one.
    company_of: Vec<u32>,
    /// The areas and services of the log, sorted, and for each name of the tally its place among them.
    names: Arc<[Arc<str>]>,
    name_of: Vec<u32>,
    /// Everyone in the log or on the roster, by id.
    pub(crate) couriers: Vec<Courier<'a>>,
    /// The rows of the tally, those of one courier together.
    rows: Vec<u32>,
}

/// One courier: the counts, and the rows of the roster.
#[derive(Clone)]
pub(crate) struct Courier<'a> {
    pub(crate) id: &'a Arc<str>,
    pub(crate) terms: &'a [Arc<Terms>],
    rows: Range<usize>,
}

/// Counts and employments of some couriers, payslip by payslip. Nothing in it hangs on an agreement.
#[derive(Debug)]
pub(crate) struct Ledger {
    /// The areas and services, sorted.
    names: Arc<[Arc<str>]>,
    /// Those of one payslip together, in the order of area, service, date.
    pub(crate) entries: Vec<Entry>,
    /// One for each courier, company and month with a count or an employment, in the order of month, company, courier.
    pub(crate) sheets: Vec<Sheet>,
}

/// The parcels of a day.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// See [`Ledger::name`].
    pub(crate) area: u32,
    /// See [`Ledger::name`].
    pub(crate) service: u32,
    pub(crate) date: Date,
    pub(crate) parcels: u64,
    /// The terms on that day with that company, where the roster has them.
    pub(crate) terms: Option<Arc<Terms>>,
}

/// One payslip to be: a courier, a company, a month.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) month: Month,
    pub(crate) company: Arc<str>,
    pub(crate) courier: Arc<str>,
    /// Its entries in [`Ledger::entries`].
    pub(crate) entries: Range<usize>,
    /// The days employed in the month with their terms.
    pub(crate) employed: Employed,
    /// Whether it is the courier's first of the month, by the name of the company.
    pub(crate) first: bool,
}

impl Sheet {
    /// The courier's name by the last terms of the month, else by any row of the roster; empty where it has none.
    pub(crate) fn name(&self, workforce: &Workforce) -> Arc<str> {
        let last = || workforce.roster.as_deref()?.rows(&self.courier).last();
        let terms = self.employed.last().map(|spell| &spell.terms).or_else(last);
        terms.map(|terms| Arc::clone(&terms.name)).unwrap_or_default()
    }

    /// The days employed, spell by spell, where each of the days given begins a new one: the first, how many, the terms.
    pub(crate) fn spells<'s>(&'s self, turns: &'s [Date]) -> impl Iterator<Item = (Date, i8, &'s Terms)> {
        self.employed.iter().flat_map(|spell| spell.parts(turns).map(|(from, days)| (from, days, &*spell.terms)))
    }
}

impl<'a> Book<'a> {
    pub(crate) fn new(tally: &'a Tally, workforce: &'a Workforce) -> Self {
        let companies = companies(tally, workforce);
        let place = |name: &Arc<str>| as_number(companies.binary_search(name).unwrap_or_default());
        let (names, name_of) = areas_and_services(tally);
        let mut rows: Vec<u32> = (0..as_number(tally.rows.len())).collect();
        rows.sort_by_key(|row| tally.rows[*row as usize].courier);
        let mut of_log = Vec::new();
        for group in rows.chunk_by(|a, b| tally.rows[*a as usize].courier == tally.rows[*b as usize].courier) {
            let from = of_log.last().map_or(0, |(_, rows): &(_, Range<usize>)| rows.end);
            of_log.push((tally.name(tally.rows[group[0] as usize].courier), from..from + group.len()));
        }
        Self {
            tally,
            months: tally.months().into_iter().collect(),
            company_of: tally.names.iter().map(place).collect(),
            names,
            name_of,
            couriers: couriers(of_log, workforce),
            companies,
            rows,
        }
    }

    /// The couriers in parts small enough that what is due to one part can be in memory as a whole.
    pub(crate) fn parts(&self) -> Vec<&[Courier<'a>]> {
        let mut parts = Vec::new();
        let (mut begin, mut size) = (0, 0);
        for (at, courier) in self.couriers.iter().enumerate() {
            size += courier.rows.len() + self.months.len();
            if size >= PART {
                parts.push(&self.couriers[begin..=at]);
                (begin, size) = (at + 1, 0);
            }
        }
        parts.push(&self.couriers[begin..]);
        parts
    }

    /// The counts of a courier.
    pub(crate) fn rows(&self, courier: &Courier<'_>) -> impl Iterator<Item = &'a Row> {
        self.rows[courier.rows.clone()].iter().map(|row| &self.tally.rows[*row as usize])
    }

    /// The days that the log spans.
    pub(crate) fn span(&self) -> Term {
        self.tally.span()
    }

    /// Whether the log or the roster has a courier.
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.couriers.binary_search_by(|courier| (**courier.id).cmp(id)).is_ok()
    }

    /// Everyone's ledger.
    pub(crate) fn whole(&self) -> Ledger {
        self.ledger(&self.couriers)
    }

    /// The ledger of some of the couriers.
    pub(crate) fn ledger(&self, couriers: &[Courier<'_>]) -> Ledger {
        let mut entries = Vec::with_capacity(couriers.iter().map(|courier| courier.rows.len()).sum());
        let mut sheets: Vec<(u32, Sheet)> = Vec::new();
        for courier in couriers {
            let mut counts: Vec<(Month, u32, Entry)> =
                self.rows[courier.rows.clone()].iter().map(|row| self.count(*row, courier)).collect();
            counts.sort_by_key(|(month, company, entry)| (*month, *company, entry.area, entry.service, entry.date));
            let begin = sheets.len();
            for group in counts.chunk_by(|(month, company, _), other| (month, company) == (&other.0, &other.1)) {
                let (month, company, _) = group[0];
                let range = entries.len()..entries.len() + group.len();
                entries.extend(group.iter().map(|(.., entry)| entry.clone()));
                sheets.push((company, self.sheet(month, company, courier, range)));
            }
            self.employ(courier, begin, &mut sheets);
            sheets[begin..].sort_by_key(|(company, sheet)| (sheet.month, *company));
            for at in begin..sheets.len() {
                sheets[at].1.first = at == begin || sheets[at - 1].1.month != sheets[at].1.month;
            }
        }
        // Stable: the couriers are in their order already.
        sheets.sort_by_key(|(company, sheet)| (sheet.month, *company));
        Ledger { names: Arc::clone(&self.names), entries, sheets: sheets.into_iter().map(|(_, sheet)| sheet).collect() }
    }

    fn sheet(&self, month: Month, company: u32, courier: &Courier<'_>, entries: Range<usize>) -> Sheet {
        let company = Arc::clone(&self.companies[company as usize]);
        Sheet { month, company, courier: Arc::clone(courier.id), entries, employed: Employed::new(), first: false }
    }

    /// A row of the tally with its month, its company and the terms of the day.
    fn count(&self, row: u32, courier: &Courier<'_>) -> (Month, u32, Entry) {
        let Row { company, area, service, date, parcels, .. } = self.tally.rows[row as usize];
        let on_day = if courier.terms.is_empty() { Vec::new() } else { roster::in_force(courier.terms, date) };
        let company = match on_day.first() {
            Some(terms) if self.tally.name(company).is_empty() => self.place(&terms.company),
            _ => self.company_of[company as usize],
        };
        let own = on_day.iter().find(|terms| terms.company == self.companies[company as usize]);
        let terms = own.or_else(|| on_day.iter().find(|terms| terms.company.is_empty())).map(|terms| Arc::clone(terms));
        let (area, service) = (self.name_of[area as usize], self.name_of[service as usize]);
        (Month::of(date), company, Entry { area, service, date, parcels, terms })
    }

    fn place(&self, company: &Arc<str>) -> u32 {
        as_number(self.companies.binary_search(company).unwrap_or_default())
    }

    /// Adds the months in which the roster employs a courier to the sheets, those of the courier from `begin` on.
    fn employ(&self, courier: &Courier<'_>, begin: usize, sheets: &mut Vec<(u32, Sheet)>) {
        let of_log = sheets.len();
        for month in self.months.iter().filter(|_| !courier.terms.is_empty()) {
            // A roster that names no company means the one that the log names for the courier, if it names one.
            let mut own = sheets[begin..of_log].iter().filter(|(_, sheet)| sheet.month == *month);
            let unnamed = match (own.next(), own.next()) {
                (Some((_, only)), None) => Some(Arc::clone(&only.company)),
                _ => None,
            };
            for (company, employed) in employment::of(courier.terms, *month, unnamed.as_ref()) {
                let company = self.place(&company);
                let same = |(other, sheet): &&mut (u32, Sheet)| *other == company && sheet.month == *month;
                if let Some((_, sheet)) = sheets[begin..of_log].iter_mut().find(same) {
                    sheet.employed = employed;
                } else {
                    sheets.push((company, Sheet { employed, ..self.sheet(*month, company, courier, 0..0) }));
                }
            }
        }
    }
}

impl Ledger {
    /// Of everyone in a log and on a roster.
    pub(crate) fn new(tally: &Tally, workforce: &Workforce) -> Self {
        Book::new(tally, workforce).whole()
    }

    /// The name of an area or a service.
    pub(crate) fn name(&self, number: u32) -> &Arc<str> {
        &self.names[number as usize]
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

/// The areas and services of the log, sorted, and for each name of the tally its place among them.
fn areas_and_services(tally: &Tally) -> (Arc<[Arc<str>]>, Vec<u32>) {
    let mut used = vec![false; tally.names.len()];
    for row in &tally.rows {
        used[row.area as usize] = true;
        used[row.service as usize] = true;
    }
    let (mut names, mut places) = (Vec::new(), Vec::with_capacity(used.len()));
    for (name, used) in tally.names.iter().zip(used) {
        places.push(as_number(names.len()));
        names.extend(used.then(|| Arc::clone(name)));
    }
    (names.into(), places)
}

/// Everyone in the log or on the roster, by id.
fn couriers<'a>(of_log: Vec<(&'a Arc<str>, Range<usize>)>, workforce: &'a Workforce) -> Vec<Courier<'a>> {
    let mut of_roster = workforce.roster.iter().flat_map(|roster| roster.couriers()).peekable();
    let mut couriers = Vec::with_capacity(of_log.len());
    for (id, rows) in of_log {
        while let Some((id, terms)) = of_roster.next_if(|(other, _)| **other < *id) {
            couriers.push(Courier { id, terms, rows: 0..0 });
        }
        let terms = of_roster.next_if(|(other, _)| *other == id).map_or(&[][..], |(_, terms)| terms);
        couriers.push(Courier { id, terms, rows });
    }
    couriers.extend(of_roster.map(|(id, terms)| Courier { id, terms, rows: 0..0 }));
    couriers
}

fn as_number(index: usize) -> u32 {
    u32::try_from(index).expect("memory ends before the numbers do")
}
