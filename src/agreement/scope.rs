//! Whom and what a rule applies to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Weekday;

use crate::agreement::interval::Interval;
use crate::agreement::synonyms;
use crate::units::{Date, TimeOfDay};

/// `where = { service = "delivery", month = [6, 7], weekday = "sunday", km = "> 4" }`: all keys must hold; of a key's values, one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Where {
    /// Months of the year, 1 to 12; empty for every month.
    pub months: Vec<i8>,
    /// Days of the week; empty for every day.
    pub weekdays: Vec<Weekday>,
    /// Single days, of every year or of one; empty for every day.
    pub dates: Vec<DayOfYear>,
    /// Kinds of day by the calendar of the stack; empty for every day.
    pub days: Vec<CalendarDay>,
    /// The calendar of the stack, where a kind of day is named.
    pub(crate) calendar: Option<Arc<OfficialDays>>,
    /// Between which times of the day, in seconds since midnight; the second may lie on the next day.
    pub time: Option<(u32, u32)>,
    /// Measures of an order and numbers of the roster, each with the range in which it has to lie.
    pub ranges: BTreeMap<Arc<str>, Interval>,
    /// `service`, `area`, `company`, `courier`, or any column of the roster or of the log, each with the values that fit.
    pub values: BTreeMap<Arc<str>, Vec<Arc<str>>>,
}

/// A day of every year, or of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOfYear {
    /// Month and day, in every year.
    Yearly(i8, i8),
    /// One day.
    Once(Date),
}

/// A kind of day by the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarDay {
    /// Listed as a holiday by a rule of the stack.
    Holiday,
    /// An official working day.
    Workday,
    /// Neither.
    Rest,
}

/// The holidays of a stack, the weekends on which work is made up, and the weekdays moved to rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficialDays {
    /// Statutory holidays.
    pub holidays: BTreeSet<Date>,
    /// Weekends on which work is made up.
    pub working: BTreeSet<Date>,
    /// Weekdays of rest.
    pub moved: BTreeSet<Date>,
}

impl OfficialDays {
    /// What kind of day it is.
    #[must_use]
    pub fn kind(&self, day: Date) -> CalendarDay {
        let is_weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let works = if is_weekday { !self.moved.contains(&day) } else { self.working.contains(&day) };
        match (self.holidays.contains(&day), works) {
            (true, _) => CalendarDay::Holiday,
            (false, true) => CalendarDay::Workday,
            (false, false) => CalendarDay::Rest,
        }
    }
}

/// Whom or what a rule is asked about: a courier's employment, or parcels of one.
pub trait Subject {
    /// The value of `company`, `courier`, `area`, `service`, a column of the roster or of the log; `None` where it is empty or
    /// not known.
    fn named(&self, key: &str) -> Option<&str>;

    /// A measure of one order, a number of the roster, or with `months_since_…` the whole months since a day of the roster;
    /// `None` where it is not known.
    fn number(&self, key: &str, day: Date) -> Option<crate::units::Decimal>;

    /// The slices of the day in which the work was done; `None` where they are not known.
    fn at(&self) -> Option<Slices>;
}

/// What the key of a column begins with that counts whole months since the day in it: `months_since_hired`.
pub const MONTHS_SINCE: &str = "months_since_";

/// The days of the week as `where` names them, from Monday on.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The day of the week of that name.
#[must_use]
pub fn weekday(name: &str) -> Option<Weekday> {
    let offset = WEEKDAYS.iter().position(|known| *known == name)?;
    Weekday::from_monday_zero_offset(i8::try_from(offset).ok()?).ok()
}

impl Where {
    /// Whether it fits the subject on that day.
    #[must_use]
    pub fn fits(&self, subject: &impl Subject, day: Date) -> bool {
        self.covers(day)
            && self.values.iter().all(|(key, values)| one_of(key, subject.named(key), values))
            && self
                .ranges
                .iter()
                .all(|(key, range)| subject.number(key, day).is_some_and(|found| range.contains(found)))
            && self.time.is_none_or(|(from, until)| subject.at().is_some_and(|at| at.lie_between(from, until)))
    }

    /// Whether it covers a day, whoever or whatever it is asked about.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.covers_month(day.month())
            && (self.weekdays.is_empty() || self.weekdays.contains(&day.weekday()))
            && (self.dates.is_empty() || self.dates.iter().any(|one| one.is(day)))
            && (self.days.is_empty()
                || self.calendar.as_ref().is_some_and(|calendar| self.days.contains(&calendar.kind(day))))
    }

    /// Whether nothing can fit both: they have no month, or no value of a column, in common.
    #[must_use]
    pub fn excludes(&self, other: &Self) -> bool {
        let no_value = |(column, own): (&Arc<str>, &Vec<Arc<str>>)| {
            let others = other.values.get(column);
            others.is_some_and(|others| !own.iter().any(|value| one_of(column, Some(value), others)))
        };
        let no_month = || !self.months.iter().any(|month| other.months.contains(month));
        let both_name_months = !self.months.is_empty() && !other.months.is_empty();
        both_name_months && no_month() || self.values.iter().any(no_value)
    }

    /// What it asks beside months and columns, as an agreement writes it: `weekday=sunday`, `km > 4`.
    #[must_use]
    pub fn conditions(&self) -> Vec<String> {
        let name = |day: &Weekday| WEEKDAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())].to_string();
        let joined = |key: &str, words: Vec<String>| (!words.is_empty()).then(|| format!("{key}={}", words.join(",")));
        let dates = self.dates.iter().map(|day| match day {
            DayOfYear::Yearly(month, day) => format!("{month:02}-{day:02}"),
            DayOfYear::Once(date) => date.to_string(),
        });
        let listed = [
            joined("weekday", self.weekdays.iter().map(name).collect()),
            joined("date", dates.collect()),
            joined("day", self.days.iter().map(|day| day.name().to_string()).collect()),
        ];
        let clock = |at: u32| TimeOfDay(at).to_minute();
        let time = self.time.map(|(from, until)| format!("time={}-{}", clock(from), clock(until)));
        let ranges = self.ranges.iter().map(|(key, range)| format!("{key} {range}"));
        listed.into_iter().flatten().chain(time).chain(ranges).collect()
    }

    /// All that it asks, as an agreement writes it.
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        let months: Vec<String> = self.months.iter().map(ToString::to_string).collect();
        let months = (!months.is_empty()).then(|| format!("month={}", months.join(",")));
        let values = self.values.iter().map(|(key, values)| format!("{key}={}", values.join(",")));
        months.into_iter().chain(self.conditions()).chain(values).collect()
    }

    /// Whether it covers a month of the year.
    #[must_use]
    pub fn covers_month(&self, month: i8) -> bool {
        self.months.is_empty() || self.months.contains(&month)
    }

    /// Whether it tells the days of a month apart, whatever is delivered on them.
    #[must_use]
    pub fn tells_days_apart(&self) -> bool {
        let by_day = !(self.weekdays.is_empty() && self.dates.is_empty() && self.days.is_empty());
        by_day || self.ranges.keys().any(|key| key.starts_with(MONTHS_SINCE))
    }
}

impl DayOfYear {
    fn is(self, day: Date) -> bool {
        match self {
            Self::Yearly(month, of_month) => (day.month(), day.day()) == (month, of_month),
            Self::Once(date) => day == date,
        }
    }
}

/// The slices of a day in which some work was done, from the first to the last; a slice begins where a rule begins or ceases to
/// hold, so that it lies inside of each or outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slices {
    /// When the first of them begins, in seconds since midnight.
    pub first: u32,
    /// When the last of them begins.
    pub last: u32,
}

impl Slices {
    /// Whether all of them lie from one time of the day to another, which may be of the next day.
    #[must_use]
    pub fn lie_between(self, from: u32, until: u32) -> bool {
        let Self { first, last } = self;
        if from <= until { first >= from && last < until } else { first >= from || last < until }
    }

    /// Whether it is known of all of them that they lie between two times, or that they do not.
    #[must_use]
    pub fn tell(self, from: u32, until: u32) -> bool {
        self.lie_between(from, until) || self.lie_between(until, from)
    }
}

/// Whether what stands in a column is one of the values asked for, or means the same.
#[must_use]
pub fn one_of(column: &str, found: Option<&str>, values: &[Arc<str>]) -> bool {
    found.is_some_and(|found| values.iter().any(|value| synonyms::same(column, value, found)))
}
