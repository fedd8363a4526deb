//! The days of one courier in the attendance: hours worked and hours absent, row by row.

use std::sync::Arc;

use crate::agreement::kinds::AbsenceKind;
use crate::units::{Date, Decimal};

/// Days of attendance, in order.
#[derive(Clone, Debug, Default)]
pub struct Days {
    /// The rows, day by day.
    entries: Vec<Entry>,
    /// Each day, and where its rows begin.
    days: Vec<(Date, usize)>,
}

/// One day of one courier: its rows add up.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// In the order of the file.
    pub entries: &'a [Entry],
}

/// One row of attendance.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What kind of day, or of absence, it is.
    pub kind: DayKind,
    /// Whether the row says it; a workday where it does not.
    pub said: bool,
    /// Hours worked, or of an absence hours absent; `None` where the row says none: of an absence, the day.
    pub hours: Option<Decimal>,
    /// Kilometres, where the file has a column `km`.
    pub km: Option<Decimal>,
    /// What it says of each measure that the attendance may carry; none where it carries none.
    pub measures: Box<[Decimal]>,
    /// The company that it names; empty where it names none.
    pub company: Arc<str>,
    /// Which of the files has it.
    pub file: usize,
    /// The line of the file.
    pub line: u64,
}

/// What kind of day it was for the courier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayKind {
    /// An ordinary day of work.
    Workday,
    /// With hours, a rest day worked against a day off; without, that day off: neither worked nor absent (劳动法 art. 44).
    MadeUp,
    /// A day of rest by the courier's own plan, worked or not.
    Rest,
    /// A statutory holiday. Premiums take the holiday from its date, not from here: on any other day it is a rest day.
    Holiday,
    /// An absence; `None`: leave of which no kind is said.
    Absence(Option<AbsenceKind>),
}

impl Days {
    /// Of rows in the order of the file.
    #[must_use]
    pub fn new(mut rows: Vec<(Date, Entry)>) -> Self {
        rows.sort_by_key(|(date, _)| *date);
        let mut days: Vec<(Date, usize)> = Vec::new();
        for (at, (date, _)) in rows.iter().enumerate() {
            if days.last().is_none_or(|(last, _)| last != date) {
                days.push((*date, at));
            }
        }
        Self { entries: rows.into_iter().map(|(_, entry)| entry).collect(), days }
    }

    /// All days, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Date, Day<'_>)> {
        (0..self.days.len()).map(|at| self.at(at))
    }

    /// From one day to another, in order.
    pub fn between(&self, first: Date, last: Date) -> impl Iterator<Item = (Date, Day<'_>)> {
        let begin = self.days.partition_point(|(date, _)| *date < first);
        (begin..self.days.len()).map(|at| self.at(at)).take_while(move |(date, _)| *date <= last)
    }

    /// A day, where there is a row of it.
    #[must_use]
    pub fn get(&self, date: Date) -> Option<Day<'_>> {
        let at = self.days.binary_search_by_key(&date, |(date, _)| *date).ok()?;
        Some(self.at(at).1)
    }

    /// The rows of all days.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn at(&self, at: usize) -> (Date, Day<'_>) {
        let (date, begin) = self.days[at];
        let end = self.days.get(at + 1).map_or(self.entries.len(), |(_, begin)| *begin);
        (date, Day { entries: &self.entries[begin..end] })
    }
}

impl<'a> Day<'a> {
    /// Hours worked, whatever the kind of day.
    #[must_use]
    pub fn hours(self) -> Decimal {
        match self.entries {
            [only] if !only.kind.is_absence() => only.hours.unwrap_or_default(),
            _ => self.work().filter_map(|entry| entry.hours).sum(),
        }
    }

    /// Hours on rows of one kind.
    #[must_use]
    pub fn hours_of(self, kind: DayKind) -> Decimal {
        match self.entries {
            [only] if only.kind == kind => only.hours.unwrap_or_default(),
            [_] => Decimal::ZERO,
            several => several.iter().filter(|entry| entry.kind == kind).filter_map(|entry| entry.hours).sum(),
        }
    }

    /// Whether there are hours worked.
    #[must_use]
    pub fn is_worked(self) -> bool {
        self.work().any(|entry| entry.hours.is_some_and(|hours| !hours.is_zero()))
    }

    /// Whether a row says that it was a day of that kind.
    #[must_use]
    pub fn is(self, kind: DayKind) -> bool {
        self.entries.iter().any(|entry| entry.kind == kind)
    }

    /// The rows that are no absence.
    pub fn work(self) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(|entry| !entry.kind.is_absence())
    }

    /// The rows of absences.
    pub fn absences(self) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(|entry| entry.kind.is_absence())
    }

    /// Kilometres.
    #[must_use]
    pub fn km(self) -> Decimal {
        self.entries.iter().filter_map(|entry| entry.km).sum()
    }

    /// A measure by its place among those that the attendance may carry.
    #[must_use]
    pub fn measure(self, place: usize) -> Decimal {
        self.entries.iter().filter_map(|entry| entry.measures.get(place)).sum()
    }

    /// Its first row of work, else its first row.
    #[must_use]
    pub fn first(self) -> Option<&'a Entry> {
        self.work().next().or(self.entries.first())
    }
}

impl DayKind {
    /// Whether the courier did not work, and was to.
    #[must_use]
    pub const fn is_absence(self) -> bool {
        matches!(self, Self::Absence(_))
    }

    /// As a sheet with one column a day marks a day without hours; `None`: the mark leaves open how long or what it was.
    #[must_use]
    pub fn of_mark(text: &str) -> Option<Self> {
        let word = match text {
            "休" => "休息",
            "事" => "事假",
            "病" => "病假",
            "旷" => "旷工",
            "产" => "产假",
            "年" => "年假",
            word => word,
        };
        Self::parse(word).filter(|kind| !word.is_empty() && *kind != Self::Workday)
    }

    /// As attendance sheets name it; `None`: a word that says no one kind.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::of_word(text).or_else(|| Self::of_word(&text.to_ascii_lowercase()))
    }

    fn of_word(word: &str) -> Option<Self> {
        use AbsenceKind::{Annual, Maternity, PaidLeave, Personal, Sick};
        Some(match word {
            "" | "workday" | "工作日" | "出勤" | "正常" | "正常出勤" | "上班" | "正常上班" => {
                Self::Workday
            }
            "rest" | "休息日" | "休息" | "公休" | "公休日" | "轮休" | "休息日加班" => Self::Rest,
            "holiday" | "法定节假日" | "法定假日" | "法定休假日" | "法定假" | "节假日" => {
                Self::Holiday
            }
            "made-up" | "调休" | "补休" | "倒休" | "串休" => Self::MadeUp,
            "leave" | "请假" | "休假" => Self::Absence(None),
            "personal" | "事假" | "旷工" | "旷职" => Self::Absence(Some(Personal)),
            "sick" | "病假" => Self::Absence(Some(Sick)),
            "maternity" | "产假" | "生育假" | "流产假" => Self::Absence(Some(Maternity)),
            "annual" | "年假" | "年休假" | "带薪年假" | "带薪年休假" => Self::Absence(Some(Annual)),
            "paid-leave" | "带薪假" | "带薪休假" | "婚假" | "丧假" | "婚丧假" | "陪产假" | "护理假" | "育儿假"
            | "产检假" => Self::Absence(Some(PaidLeave)),
            _ => return None,
        })
    }
}
