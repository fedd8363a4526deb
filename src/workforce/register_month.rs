//! Which month a row of a register is of: what its cell says, else the month of the whole register, which `--month`, the name of
//! its sheet or its title tells.

use std::collections::BTreeSet;

use crate::diagnostics::{Message, Problem, Problems};
use crate::tables::columns::is_fault;
use crate::tables::months;
use crate::tables::months::NamedMonth;
use crate::tables::table::{Row, Table};
use crate::units::{Date, Month, PayCalendar, PayPeriod, date};

/// What is known of the months of a register beside the file itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct MonthsKnown<'a> {
    /// The month of `--month`.
    pub stated: Option<Month>,
    /// The month that the path of the file stands for.
    pub of_file: Option<Month>,
    /// How time is cut into pay periods.
    pub calendar: PayCalendar,
    /// The months of the log, by which one without a year gets it; `None`: the log could not be read.
    pub of_log: Option<&'a BTreeSet<Month>>,
    /// Whether piece pay is listed a month late, so that a month may be the one after those of the log.
    pub piece_late: bool,
}

/// The months of the rows of one register.
pub(super) struct Months<'a> {
    known: MonthsKnown<'a>,
    whole: Whole,
    /// The only month that the sheet and the title name.
    named: Option<NamedMonth>,
    /// The column of the month.
    column: usize,
}

/// The month of a register as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whole {
    /// Stated by `--month`: every row is of it.
    Stated(Month),
    /// Named by the sheet or the title: rows that say nothing are of it.
    Named(Month),
    /// Not named.
    Unknown,
}

/// Why a month is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Unknown {
    /// Something is wrong, and this says what.
    Problem(Message),
    /// The log decides, which could not be read; that is told by itself.
    Log,
}

impl<'a> Months<'a> {
    /// What a register says of its months, whose column is this.
    ///
    /// # Errors
    /// That nothing says it; nothing, where the log would say it and could not be read.
    pub(super) fn of(sheet: &Table, column: usize, known: MonthsKnown<'a>) -> Result<Self, Problems> {
        let name = sheet.text().name.rsplit_once('#').map_or("", |(_, sheet)| sheet);
        let named = months::within(&format!("{}\n{name}", sheet.above()));
        let of_named =
            |whole| Self { known, whole, named: named.first().filter(|_| named.len() == 1).copied(), column };
        let message = match known.of_whole(&named) {
            // Rows that name their months need no other name.
            whole if sheet.says(column) => return Ok(of_named(whole.unwrap_or(Whole::Unknown))),
            Ok(Whole::Unknown) => Message::new("register-month-missing"),
            Ok(whole) => return Ok(of_named(whole)),
            Err(Unknown::Problem(message)) => message,
            Err(Unknown::Log) => return Err(Problems::new()),
        };
        Err(Problem::new(message).at(sheet.top()).into())
    }

    /// The pay period of a row.
    pub(super) fn of_row(&self, row: Row<'_>, problems: &mut Problems) -> Option<PayPeriod> {
        let calendar = self.known.calendar;
        if calendar.of_month(Month::of(Date::ZERO)).is_some() {
            return self.month(row, problems).and_then(|month| calendar.of_month(month));
        }
        let first = date::parse(row.cell(self.column)).filter(|day| calendar.period(*day).first() == *day);
        if first.is_none() {
            let message = Message::new("register-period").with("found", row.cell(self.column));
            problems.push(row.problem(self.column, message));
        }
        first.map(|day| calendar.period(day))
    }

    /// The month of a row.
    fn month(&self, row: Row<'_>, problems: &mut Problems) -> Option<Month> {
        let text = row.cell(self.column);
        let message = match self.whole.month() {
            Some(month) if text.is_empty() => return Some(month),
            None if text.is_empty() => Message::new("sheet-cell-empty"),
            // What a spreadsheet could not work out is told as such.
            _ if is_fault(text) => return None,
            _ => match self.known.of_cell(text, self.whole) {
                Ok(month) => return Some(month),
                Err(Unknown::Problem(message)) => message,
                Err(Unknown::Log) => return None,
            },
        };
        problems.push(row.problem(self.column, message));
        None
    }

    /// That the sheet or the title names a month of which there is no row.
    pub(super) fn contradicted(&self, sheet: &Table) -> Option<Problem> {
        let named = self.named.filter(|_| !matches!(self.whole, Whole::Stated(_)) && sheet.says(self.column))?;
        let is_of_month = |row: Row<'_>| match months::of_cell(row.cell(self.column)) {
            Some(of_row) => {
                of_row.month == named.month && (of_row.year == named.year || of_row.year.xor(named.year).is_some())
            }
            None => true,
        };
        let first = sheet.rows().next().filter(|_| !sheet.rows().any(is_of_month))?;
        let message = Message::new("register-month-contradicted").with("month", named.to_string());
        Some(first.problem(self.column, message))
    }
}

impl MonthsKnown<'_> {
    /// The month of the whole register, of which the sheet and the title name these.
    fn of_whole(&self, named: &BTreeSet<NamedMonth>) -> Result<Whole, Unknown> {
        if let Some(month) = self.stated {
            return Ok(Whole::Stated(month));
        }
        match *named.iter().collect::<Vec<_>>() {
            [] => Ok(self.of_file.map_or(Whole::Unknown, Whole::Named)),
            [only] => self.with_year(*only, self.of_file).map(Whole::Named),
            _ => {
                let all: Vec<String> = named.iter().map(ToString::to_string).collect();
                Err(Unknown::Problem(Message::new("register-months-several").with("months", all.join(", "))))
            }
        }
    }

    /// The month that a cell says.
    fn of_cell(&self, text: &str, whole: Whole) -> Result<Month, Unknown> {
        if date::may_be_october(text) {
            return Err(Unknown::Problem(Message::new("register-month-october")));
        }
        let named = months::of_cell(text).ok_or_else(|| Unknown::Problem(Message::new("register-month")))?;
        let month = self.with_year(named, whole.month())?;
        match whole {
            Whole::Stated(stated) if stated != month => {
                Err(Unknown::Problem(Message::new("register-month-not-stated").with("month", stated.to_string())))
            }
            _ => Ok(month),
        }
    }

    /// A month with its year: its own, that of the whole register, or that of the only such month of the log.
    fn with_year(&self, named: NamedMonth, whole: Option<Month>) -> Result<Month, Unknown> {
        if let Some(year) = named.year {
            return Ok(Month { year, month: named.month });
        }
        if let Some(whole) = whole.filter(|whole| whole.month == named.month) {
            return Ok(whole);
        }
        let of_log = self.of_log.ok_or(Unknown::Log)?;
        let is_such = |month: &Month| month.month == named.month;
        let mut such: Vec<Month> = of_log.iter().copied().filter(is_such).collect();
        if such.is_empty() && self.piece_late {
            such.extend(of_log.last().map(|last| last.next()).filter(is_such));
        }
        match *such {
            [only] => Ok(only),
            [] => Err(Unknown::Problem(Message::new("register-month-year-none").with("month", named.to_string()))),
            _ => {
                let years = such.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                let message = Message::new("register-month-year-several").with("month", named.to_string());
                Err(Unknown::Problem(message.with("months", years)))
            }
        }
    }
}

impl Whole {
    /// The month, where there is one.
    fn month(self) -> Option<Month> {
        match self {
            Self::Stated(month) | Self::Named(month) => Some(month),
            Self::Unknown => None,
        }
    }
}
