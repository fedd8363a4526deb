//! The log and the roster courier by courier, and the worksheets made of them.

use std::ops::Range;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::cores;
use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::diagnostics::{Problem, Problems};
use crate::pay::couriers::Courier;
use crate::pay::earlier_months::EarlierMonths;
use crate::pay::names::{areas_and_services, as_number, companies};
use crate::pay::worksheet::{DayCount, PaySlot, Worksheet};
use crate::pay::{attended, couriers, employment};
use crate::units::{Date, PayCalendar, PayPeriod, Term, date};
use crate::workforce::roster::Terms;
use crate::workforce::{Attendance, Workforce, roster};

/// How many counts and months of couriers make a part; in tests each courier is one.
const PART: usize = if cfg!(test) { 1 } else { 1 << 18 };

/// The log and the roster together, courier by courier: what is due to one does not hang on another.
pub(crate) struct CourierIndex<'a> {
    tally: &'a Tally,
    workforce: &'a Workforce,
    pub(crate) calendar: PayCalendar,
    pub(crate) months: Vec<PayPeriod>,
    earlier: EarlierMonths,
    /// Every company of the log, of the roster and of the attendance, sorted.
    companies: Vec<Arc<str>>,
    /// For each name of the tally, its place among the companies, where it is one.
    company_of: Vec<u32>,
    /// The areas and services of the log, sorted, and for each name of the tally its place among them.
    names: Arc<[Arc<str>]>,
    name_of: Vec<u32>,
    /// Everyone who is looked at, by id and person.
    pub(crate) couriers: Vec<Courier<'a>>,
    /// The rows of the tally, those of one courier together; those before the days asked for are numbered after the others.
    rows: Vec<u32>,
}

impl<'a> CourierIndex<'a> {
    pub(crate) fn new(tally: &'a Tally, workforce: &'a Workforce, agreement: &Agreement) -> Self {
        let calendar = agreement.pay_calendar();
        let companies = companies(tally, workforce);
        let place = |name: &Arc<str>| as_number(companies.binary_search(name).unwrap_or_default());
        let (names, name_of) = areas_and_services(tally);
        let earlier = EarlierMonths::new(tally, workforce, agreement);
        let mut rows = couriers::by_courier(tally, &earlier);
        let of_log = couriers::people(tally, workforce, &mut rows);
        Self {
            tally,
            workforce,
            calendar,
            months: months(tally, workforce, calendar),
            earlier,
            company_of: tally.names.iter().map(place).collect(),
            names,
            name_of,
            couriers: couriers::couriers(of_log, workforce),
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
        self.rows[courier.rows.clone()].iter().filter_map(|number| self.tally.rows.get(*number as usize))
    }

    /// Those with a row in the log.
    pub(crate) fn of_log(&self) -> Vec<Courier<'a>> {
        self.couriers.iter().filter(|courier| !courier.rows.is_empty()).cloned().collect()
    }

    /// The log itself.
    pub(crate) fn tally(&self) -> &Tally {
        self.tally
    }

    /// The parcels of the days asked for of which the log does not say if they were delivered between two times of the day, for
    /// some of these.
    pub(crate) fn parcels_at_unknown_times(&self, times: &[(u32, u32)]) -> u64 {
        let is_untimed = |row: &&Row| times.iter().any(|time| self.tally.is_untimed(row, *time));
        self.tally.rows.iter().filter(is_untimed).map(|row| row.parcels).sum()
    }

    /// Whether the log or the roster has a courier.
    pub(crate) fn knows(&self, id: &str) -> bool {
        // Two people with one id stand beside each other.
        self.couriers.binary_search_by(|courier| (**courier.id).cmp(id)).is_ok()
    }

    /// Whether the log or the roster has a person.
    pub(crate) fn knows_person(&self, person: &Arc<str>) -> bool {
        let found = self.couriers.binary_search_by(|courier| courier.person.cmp(person));
        found.is_ok_and(|at| !(self.couriers[at].rows.is_empty() && self.couriers[at].terms.is_empty()))
    }

    /// Whether the log or the roster has a company.
    pub(crate) fn has_company(&self, name: &str) -> bool {
        self.companies.binary_search_by(|company| (**company).cmp(name)).is_ok()
    }

    /// Whether the log has an area or a service of that name.
    pub(crate) fn has_area_or_service(&self, name: &str) -> bool {
        self.names.iter().any(|known| **known == *name)
    }

    /// The worksheet of some of the couriers.
    pub(crate) fn worksheet(&self, couriers: &[Courier<'_>]) -> Worksheet {
        let mut all = WorksheetPart::default();
        for sheet in cores::chunks(couriers, |couriers| self.sheet(couriers)) {
            all.add(sheet);
        }
        // Stable: the couriers are in their order already.
        all.slots.sort_by_key(|(company, slot)| (slot.month, *company));
        let slots = all.slots.into_iter().map(|(_, slot)| slot).collect();
        let details_asked = Arc::clone(&self.tally.details_asked);
        Worksheet { details_asked, names: Arc::clone(&self.names), counts: all.counts, slots, problems: all.problems }
    }

    fn sheet(&self, couriers: &[Courier<'_>]) -> WorksheetPart {
        let WorksheetPart { mut counts, mut slots, mut problems } = WorksheetPart::default();
        counts.reserve(couriers.iter().map(|courier| courier.rows.len()).sum());
        for courier in couriers {
            let asked_before = |day: Date| self.tally.asked.from.is_some_and(|from| day < from);
            let mut period = None;
            let rows = self.rows[courier.rows.clone()].iter();
            let mut own: Vec<(PayPeriod, u32, DayCount)> =
                rows.map(|row| self.count(*row, courier, &mut period)).collect();
            own.sort_by_key(|(month, company, DayCount { area, service, date, .. })| {
                (*month, *company, asked_before(*date), *area, *service, *date)
            });
            let begin = slots.len();
            for group in own.chunk_by(|(month, company, _), other| (month, company) == (&other.0, &other.1)) {
                let (month, company, _) = group[0];
                let earlier = self.earlier.months.contains(&month);
                let paid = group.partition_point(|(.., count)| earlier || !asked_before(count.date));
                let begin = counts.len() + paid;
                let range = counts.len()..begin;
                counts.extend(group.iter().map(|(.., count)| count.clone()));
                let before = begin..counts.len();
                slots.push((company, PaySlot { before, ..self.slot(month, company, courier, range) }));
            }
            self.employ(courier, begin, &mut slots);
            problems.extend(self.attend(courier, begin, &mut slots));
            let whole: Vec<_> = slots[begin..].iter().filter_map(|slot| self.whole_month(courier, slot)).collect();
            slots.extend(whole);
        }
        WorksheetPart { counts, slots, problems }
    }

    fn slot(&self, month: PayPeriod, company: u32, courier: &Courier<'_>, counts: Range<usize>) -> PaySlot {
        let company = Arc::clone(&self.companies[company as usize]);
        let earlier = self.earlier.months.contains(&month);
        PaySlot {
            earlier,
            month,
            company,
            courier: Arc::clone(courier.id),
            person: Arc::clone(&courier.person),
            counts,
            before: 0..0,
            asked: self.asked_of(month),
            for_a_year: self.tally.for_a_year && !earlier,
            employed: Vec::new(),
            attended: Arc::default(),
        }
    }

    /// The whole month of a pay slot that `--from` begins in the middle of: leave is paid by the mean of whole months.
    fn whole_month(&self, courier: &Courier<'_>, (place, slot): &(u32, PaySlot)) -> Option<(u32, PaySlot)> {
        if !slot.begins_late() || !self.earlier.couriers.contains(courier.id) {
            return None;
        }
        let of_month = employment::of(courier.terms, slot.month, Term::default(), Some(&slot.company));
        let employed = of_month.into_iter().find(|(company, _)| *company == slot.company);
        let whole = PaySlot {
            earlier: true,
            asked: Term::default(),
            for_a_year: false,
            employed: employed.map(|(_, employed)| employed).unwrap_or_default(),
            attended: Arc::clone(&slot.attended),
            ..self.slot(slot.month, *place, courier, slot.counts.start..slot.before.end.max(slot.counts.end))
        };
        Some((*place, whole))
    }

    /// A row of the tally with its month, its company and the terms of the day. Most are of the month of the row before.
    fn count(&self, row: u32, courier: &Courier<'_>, last: &mut Option<PayPeriod>) -> (PayPeriod, u32, DayCount) {
        let row = couriers::row(self.tally, row);
        let Row { company, area, service, date, parcels, .. } = *row;
        let (only, several);
        let on_day: &[&Arc<Terms>] = match courier.terms {
            [one] if roster::is_any_in_force(courier.terms, date) => {
                only = [one];
                &only
            }
            terms => {
                several = roster::in_force_or_nearest(terms, self.tally.name(company), date);
                &several
            }
        };
        let company = match on_day.first() {
            Some(terms) if self.tally.name(company).is_empty() => self.place(&terms.company),
            _ => self.company_of[company as usize],
        };
        let own = on_day.iter().find(|terms| terms.company == self.companies[company as usize]);
        let terms = own.or_else(|| on_day.iter().find(|terms| terms.company.is_empty())).map(|terms| Arc::clone(terms));
        let (area, service) = (self.name_of[area as usize], self.name_of[service as usize]);
        let detail = self.tally.detail(row).map(Arc::clone);
        let period = last.filter(|period| period.contains(date)).unwrap_or_else(|| self.calendar.period(date));
        *last = Some(period);
        (period, company, DayCount { area, service, date, detail, parcels, terms })
    }

    /// The days that are asked for of a month.
    fn asked_of(&self, month: PayPeriod) -> Term {
        if self.earlier.months.contains(&month) { Term::default() } else { self.tally.asked }
    }

    fn place(&self, company: &Arc<str>) -> u32 {
        as_number(self.companies.binary_search(company).unwrap_or_default())
    }

    /// Adds the months in which the roster employs a courier to the slots, those of the courier from `begin` on.
    fn employ(&self, courier: &Courier<'_>, begin: usize, slots: &mut Vec<(u32, PaySlot)>) {
        let of_log = slots.len();
        let earlier = self.earlier.months.iter().filter(|_| self.earlier.couriers.contains(courier.id));
        for month in earlier.chain(&self.months).filter(|_| !courier.terms.is_empty()) {
            let asked = self.asked_of(*month);
            // A roster that names no company means the one that the log names for the courier, if it names one.
            let mut own = slots[begin..of_log].iter().filter(|(_, slot)| slot.month == *month);
            let unnamed = match (own.next(), own.next()) {
                (Some((_, only)), None) => Some(Arc::clone(&only.company)),
                _ => None,
            };
            for (company, employed) in employment::of(courier.terms, *month, asked, unnamed.as_ref()) {
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

    /// Gives the slots of a courier, those from `begin` on, their days of attendance, and adds the months and companies that the
    /// attendance alone has: hours are paid wherever nothing was delivered and nobody is known to be employed.
    fn attend(&self, courier: &Courier<'_>, begin: usize, slots: &mut Vec<(u32, PaySlot)>) -> Option<Problem> {
        let attendance = self.workforce.attendance.as_deref()?;
        let all = attendance.all(&courier.person)?;
        let whose = (&**courier.id, courier.terms);
        let (of_companies, problem) = attended::by_company(attendance, all, whose, &slots[begin..]);
        let earlier = self.earlier.months.iter().filter(|_| self.earlier.couriers.contains(courier.id));
        let months: Vec<PayPeriod> = earlier.chain(&self.months).copied().collect();
        for (company, days) in of_companies {
            let place = self.place(&company);
            for month in &months {
                let mut own = slots[begin..].iter_mut().filter(|(other, slot)| *other == place && slot.month == *month);
                if let Some((_, slot)) = own.next() {
                    slot.attended = Arc::clone(&days);
                } else if let Some((first, last)) = month.within(self.asked_of(*month))
                    && days.between(first, last).next().is_some()
                {
                    slots.push((
                        place,
                        PaySlot { attended: Arc::clone(&days), ..self.slot(*month, place, courier, 0..0) },
                    ));
                }
            }
        }
        problem
    }
}

/// A part of a worksheet, whose slots are in the order of the couriers, each with the place of its company.
#[derive(Default)]
struct WorksheetPart {
    counts: Vec<DayCount>,
    slots: Vec<(u32, PaySlot)>,
    problems: Problems,
}

impl WorksheetPart {
    /// Adds those of further couriers.
    fn add(&mut self, other: Self) {
        let counted = self.counts.len();
        let moved = |range: Range<usize>| range.start + counted..range.end + counted;
        self.counts.extend(other.counts);
        self.slots.extend(other.slots.into_iter().map(|(company, slot)| {
            (company, PaySlot { counts: moved(slot.counts.clone()), before: moved(slot.before.clone()), ..slot })
        }));
        self.problems.extend(other.problems);
    }
}

/// All months from the first to the last day of log and attendance, or from `--from` to `--until`, without gaps.
fn months(tally: &Tally, workforce: &Workforce, calendar: PayCalendar) -> Vec<PayPeriod> {
    let attended = workforce.attendance.as_deref().map(Attendance::span).unwrap_or_default();
    let of_log = tally.days;
    // The week in which the log's first month begins may lie in the month before: read for its hours, it adds no month.
    let week = of_log.from.map(|from| date::monday(calendar.period(from).first()));
    let from = attended.from.filter(|day| week.is_none_or(|monday| *day < monday));
    let days = Term {
        from: tally.asked.from.or(of_log.from.into_iter().chain(from).min()),
        until: tally.asked.until.or(of_log.until.max(attended.until)),
    };
    calendar.periods(days).collect()
}
