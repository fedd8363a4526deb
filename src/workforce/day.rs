//! One day of one courier in the attendance: hours worked and hours absent, row by row.

use std::sync::Arc;

use crate::agreement::kinds::AbsenceKind;
use crate::units::Decimal;

/// One day of one courier: its rows add up.
#[derive(Clone, Debug, Default)]
pub struct Day {
    /// In the order of the file.
    pub entries: Vec<Entry>,
}

/// One row of attendance.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What kind of day, or of absence, it is.
    pub kind: Kind,
    /// Whether the row says it; a workday where it does not.
    pub said: bool,
    /// Hours worked, or of an absence hours absent; `None` where the row says none: of an absence, the day.
    pub hours: Option<Decimal>,
    /// Kilometres, where the file has a column `km`.
    pub km: Option<Decimal>,
    /// The company that it names; empty where it names none.
    pub company: Arc<str>,
    /// The line of the file.
    pub line: u64,
}

/// What kind of day it was for the courier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
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

impl Day {
    /// Hours worked, whatever the kind of day.
    #[must_use]
    pub fn hours(&self) -> Decimal {
        self.work().filter_map(|entry| entry.hours).sum()
    }

    /// Hours on rows of one kind.
    #[must_use]
    pub fn hours_of(&self, kind: Kind) -> Decimal {
        self.entries.iter().filter(|entry| entry.kind == kind).filter_map(|entry| entry.hours).sum()
    }

    /// Whether there are hours worked.
    #[must_use]
    pub fn is_worked(&self) -> bool {
        !self.hours().is_zero()
    }

    /// Whether a row says that it was a day of that kind.
    #[must_use]
    pub fn is(&self, kind: Kind) -> bool {
        self.entries.iter().any(|entry| entry.kind == kind)
    }

    /// The rows that are no absence.
    pub fn work(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.kind.is_absence())
    }

    /// The rows of absences.
    pub fn absences(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.kind.is_absence())
    }

    /// Kilometres.
    #[must_use]
    pub fn km(&self) -> Decimal {
        self.entries.iter().filter_map(|entry| entry.km).sum()
    }

    /// The line of its first row of work, else of its first row.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.work().next().or(self.entries.first()).map_or(0, |entry| entry.line)
    }
}

impl Kind {
    /// Whether the courier did not work, and was to.
    #[must_use]
    pub const fn is_absence(self) -> bool {
        matches!(self, Self::Absence(_))
    }

    /// As attendance sheets name it; `None`: a word that says no one kind.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        use AbsenceKind::{Annual, Maternity, PaidLeave, Personal, Sick};
        Some(match text.to_ascii_lowercase().as_str() {
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
