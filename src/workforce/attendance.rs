//! Attendance: the hours of each courier on each day, and what kind of day it was.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Message, Problems};
use crate::tables::headings::ATTENDANCE;
use crate::tables::table::{Table, TableOptions};
use crate::units::{Date, Decimal, Month, Term, number};

/// Hours by courier and day.
#[derive(Clone, Debug, Default)]
pub struct Attendance {
    /// The file, as it was named.
    pub file: Arc<str>,
    days: BTreeMap<Arc<str>, BTreeMap<Date, Day>>,
}

/// One day of one courier.
#[derive(Clone, Debug)]
pub struct Day {
    /// Hours worked, 0 to 24.
    pub hours: Decimal,
    /// What kind of day it was; a workday where the file does not say.
    pub kind: Kind,
    /// Kilometres, where the file has a column `km`.
    pub km: Option<Decimal>,
    /// The line of the file.
    pub line: u64,
}

/// What kind of day it was for the courier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary day of work.
    Workday,
    /// A day of rest by the courier's own plan, worked or not.
    Rest,
    /// A statutory holiday. Premiums take the holiday from its date, not from here.
    Holiday,
    /// Leave.
    Leave,
}

columns!(COURIER, DATE, HOURS; KIND, KM);

impl Attendance {
    /// Reads the file of attendance.
    ///
    /// # Errors
    /// All that is wrong in the file, a day of a courier that stands in it twice included.
    pub fn read(path: &Path, options: TableOptions<'_>) -> Result<Self, Problems> {
        let mut sheet = Table::read(path, options, &ATTENDANCE, REQUIRED)?;
        let mut problems = sheet.problems();
        let mut days: BTreeMap<Arc<str>, BTreeMap<Date, Day>> = BTreeMap::new();
        for row in sheet.rows() {
            let courier = row.id(COURIER, &mut problems);
            row.required(DATE, &mut problems);
            row.required(HOURS, &mut problems);
            let date = row.day(DATE, &mut problems);
            let hours = row.read(HOURS, "attendance-hours", &mut problems, hours);
            let kind = row.read(KIND, "attendance-kind", &mut problems, kind).unwrap_or(Kind::Workday);
            let km = row.decimal(KM, &mut problems);
            if km.is_some_and(|km| km.is_sign_negative()) {
                problems.push(row.problem(KM, Message::new("sheet-negative")));
            }
            let Some((date, hours)) = date.zip(hours) else { continue };
            let of_courier = days.entry(courier).or_default();
            if let Some(first) = of_courier.get(&date) {
                let message = Message::new("attendance-twice").with("first", first.line.to_string());
                problems.push(row.problem(DATE, message));
            } else {
                of_courier.insert(date, Day { hours, kind, km, line: row.line() });
            }
        }
        if problems.is_empty() { Ok(Self { file: path.to_string_lossy().into(), days }) } else { Err(problems) }
    }

    /// The day of a courier, where the file has it.
    #[must_use]
    pub fn on(&self, courier: &str, date: Date) -> Option<&Day> {
        self.days.get(courier)?.get(&date)
    }

    /// From the first to the last day of anyone; open where there is none.
    #[must_use]
    pub fn span(&self) -> Term {
        let firsts = self.days.values().filter_map(|days| days.keys().next());
        let lasts = self.days.values().filter_map(|days| days.keys().next_back());
        Term { from: firsts.min().copied(), until: lasts.max().copied() }
    }

    /// The couriers with a day, by id.
    pub fn couriers(&self) -> impl Iterator<Item = &Arc<str>> {
        self.days.keys()
    }

    /// The days of a courier in a month, in order.
    pub fn of(&self, courier: &str, month: Month) -> impl Iterator<Item = (Date, &Day)> {
        let days = self.days.get(courier).map(|days| days.range(month.first()..=month.last()));
        days.into_iter().flatten().map(|(date, day)| (*date, day))
    }
}

fn hours(text: &str) -> Option<Decimal> {
    number::decimal(text).filter(|hours| !hours.is_sign_negative() && *hours <= Decimal::from(24))
}

fn kind(text: &str) -> Option<Kind> {
    match text.to_ascii_lowercase().as_str() {
        "workday" | "工作日" | "出勤" => Some(Kind::Workday),
        "rest" | "休息日" | "休息" => Some(Kind::Rest),
        "holiday" | "法定节假日" | "法定假日" | "节假日" => Some(Kind::Holiday),
        "leave" | "请假" | "休假" => Some(Kind::Leave),
        _ => None,
    }
}
