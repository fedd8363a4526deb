//! The log and the roster courier by courier, and the worksheets made of them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::diagnostics::Problems;
use crate::pay::worksheet::{AttendedDays, DayCount, PaySlot, Worksheet};
use crate::pay::{attended, employment};
use crate::units::{Month, Term, date};
use crate::workforce::roster::Terms;
use crate::workforce::{Attendance, Workforce, roster};

/// How many counts and months of couriers make a part; in tests each courier is one.
const PART: usize = if cfg!(test) { 1 } else { 1 << 18 };

/// The log and the roster together, courier by courier: what is due to one does not hang on another.
pub(crate) struct CourierIndex<'a> {
    tally: &'a Tally,
    workforce: &'a Workforce,
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

impl<'a> CourierIndex<'a> {
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
            workforce,
            months: months(tally, workforce),
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

    /// The days asked for; open where `--from` and `--until` are not given.
    pub(crate) fn asked(&self) -> Term {
        self.tally.asked
    }

    /// Whether the log or the roster has a courier.
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.couriers.binary_search_by(|courier| (**courier.id).cmp(id)).is_ok()
    }

    /// Everyone's worksheet.
    pub(crate) fn whole(&self) -> Worksheet {
        self.worksheet(&self.couriers)
    }

    /// The worksheet of some of the couriers.
    pub(crate) fn worksheet(&self, couriers: &[Courier<'_>]) -> Worksheet {
        let mut counts = Vec::with_capacity(couriers.iter().map(|courier| courier.rows.len()).sum());
        let mut slots: Vec<(u32, PaySlot)> = Vec::new();
        let mut problems = Problems::new();
        for courier in couriers {
            let mut own: Vec<(Month, u32, DayCount)> =
                self.rows[courier.rows.clone()].iter().map(|row| self.count(*row, courier)).collect();
            own.sort_by_key(|(month, company, count)| (*month, *company, count.area, count.service, count.date));
            let begin = slots.len();
            for group in own.chunk_by(|(month, company, _), other| (month, company) == (&other.0, &other.1)) {
                let (month, company, _) = group[0];
                let range = counts.len()..counts.len() + group.len();
                counts.extend(group.iter().map(|(.., count)| count.clone()));
                slots.push((company, self.slot(month, company, courier, range)));
            }
            self.employ(courier, begin, &mut slots);
            problems.extend(attended::attend(self.workforce, courier.terms, &mut slots[begin..]));
        }
        // Stable: the couriers are in their order already.
        slots.sort_by_key(|(company, slot)| (slot.month, *company));
        let slots = slots.into_iter().map(|(_, slot)| slot).collect();
        Worksheet { names: Arc::clone(&self.names), counts, slots, problems }
    }

    fn slot(&self, month: Month, company: u32, courier: &Courier<'_>, counts: Range<usize>) -> PaySlot {
        let company = Arc::clone(&self.companies[company as usize]);
        PaySlot {
            month,
            company,
            courier: Arc::clone(courier.id),
            counts,
            asked: self.tally.asked,
            employed: Vec::new(),
            attended: AttendedDays::default(),
        }
    }

    /// A row of the tally with its month, its company and the terms of the day.
    fn count(&self, row: u32, courier: &Courier<'_>) -> (Month, u32, DayCount) {
        let Row { company, area, service, date, parcels, .. } = self.tally.rows[row as usize];
        let on_day = if courier.terms.is_empty() { Vec::new() } else { roster::in_force(courier.terms, date) };
        let company = match on_day.first() {
            Some(terms) if self.tally.name(company).is_empty() => self.place(&terms.company),
            _ => self.company_of[company as usize],
        };
        let own = on_day.iter().find(|terms| terms.company == self.companies[company as usize]);
        let terms = own.or_else(|| on_day.iter().find(|terms| terms.company.is_empty())).map(|terms| Arc::clone(terms));
        let (area, service) = (self.name_of[area as usize], self.name_of[service as usize]);
        (Month::of(date), company, DayCount { area, service, date, parcels, terms })
    }

    fn place(&self, company: &Arc<str>) -> u32 {
        as_number(self.companies.binary_search(company).unwrap_or_default())
    }

    /// Adds the months in which the roster employs a courier to the slots, those of the courier from `begin` on.
    fn employ(&self, courier: &Courier<'_>, begin: usize, slots: &mut Vec<(u32, PaySlot)>) {
        let of_log = slots.len();
        for month in self.months.iter().filter(|_| !courier.terms.is_empty()) {
            // A roster that names no company means the one that the log names for the courier, if it names one.
            let mut own = slots[begin..of_log].iter().filter(|(_, slot)| slot.month == *month);
            let unnamed = match (own.next(), own.next()) {
                (Some((_, only)), None) => Some(Arc::clone(&only.company)),
                _ => None,
            };
            for (company, employed) in employment::of(courier.terms, *month, self.tally.asked, unnamed.as_ref()) {
                let company = self.place(&company);
                let same = |(other, slot): &&mut (u32, PaySlot)| *other == company && slot.month == *month;
                if let Some((_, slot)) = slots[begin..of_log].iter_mut().find(same) {
                    slot.employed = employed;
                } else {
                    slots.push((company, PaySlot { employed, ..self.slot(*month, company, courier, 0..0) }));
                }
            }
        }
    }
}

/// All months from the first to the last day of log and attendance, or from `--from` to `--until`, without gaps.
fn months(tally: &Tally, workforce: &Workforce) -> Vec<Month> {
    let attended = workforce.attendance.as_deref().map(Attendance::span).unwrap_or_default();
    let of_log = tally.days;
    // The week in which the log's first month begins may lie in the month before: read for its hours, it adds no month.
    let week = of_log.from.map(|from| date::monday(Month::of(from).first()));
    let from = attended.from.filter(|day| week.is_none_or(|monday| *day < monday));
    let days = Term {
        from: tally.asked.from.or(of_log.from.into_iter().chain(from).min()),
        until: tally.asked.until.or(of_log.until.max(attended.until)),
    };
    days.months().collect()
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
