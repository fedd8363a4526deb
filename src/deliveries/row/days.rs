//! A log with one column a day: each cell below a day that says something is a row, with the names of its line.
//!
//! Such a row has two fields more than its line: behind the last one its day, and behind that its count, which is the cell.

use crate::deliveries::csv::record;
use crate::deliveries::row::fault::{Fault, Reason};
use crate::deliveries::row::fields::{Careful, Fields};
use crate::deliveries::row::layout::Layout;
use crate::tables::matrix::{Matrix, NoDay};

/// A cell below a day, as a row.
pub(crate) struct DayRow<'a> {
    line: &'a Careful<'a>,
    /// The day, as it would be written.
    date: String,
    /// Where the cell stands.
    pub field: usize,
    width: usize,
}

impl Fields for DayRow<'_> {
    fn start(&self, field: usize) -> usize {
        self.line.start(if field < self.width { field } else { self.field })
    }

    fn end(&self, field: usize) -> usize {
        self.line.end(if field < self.width { field } else { self.field })
    }

    fn bytes(&self) -> &[u8] {
        self.line.bytes
    }

    fn field(&self, field: usize) -> &[u8] {
        if field == self.width { self.date.as_bytes() } else { &self.bytes()[self.start(field)..self.end(field)] }
    }
}

impl<'a> DayRow<'a> {
    /// The cell of a line that stands in a field, as a row.
    ///
    /// # Errors
    /// That the month does not have the day, or is not known.
    pub(crate) fn of(layout: &Layout, matrix: &Matrix, line: &'a Careful<'a>, field: usize) -> Result<Self, Fault> {
        let day = matrix.days.iter().find(|day| day.at == field).ok_or(Fault { reason: Reason::NoSuchDay, field })?;
        let month = matrix.month.map(|at| layout.present(at, line)).transpose()?.unwrap_or_default();
        match matrix.date(*day, &month) {
            Ok(date) => Ok(Self { line, date: date.to_string(), field, width: layout.width }),
            Err(NoDay::NotInMonth(_)) => Err(Fault { reason: Reason::NoSuchDay, field }),
            Err(NoDay::MonthUnclear) => {
                Err(Fault { reason: Reason::MonthUnclear, field: matrix.month.unwrap_or(field) })
            }
        }
    }

    /// A fault of the row as one of its line.
    pub(crate) fn in_line(&self, fault: Fault) -> Fault {
        if fault.field < self.width { fault } else { Fault { field: self.field, ..fault } }
    }
}

/// The month that does not have the day of a field.
pub(crate) fn month_without(layout: &Layout, matrix: &Matrix, line: &Careful<'_>, field: usize) -> String {
    let of_row = matrix.month.and_then(|at| layout.present(at, line).ok()).unwrap_or_default();
    let day = matrix.days.iter().find(|day| day.at == field);
    match day.map(|day| matrix.date(*day, &of_row)) {
        Some(Err(NoDay::NotInMonth(month))) => month.to_string(),
        Some(Ok(_) | Err(NoDay::MonthUnclear)) | None => String::new(),
    }
}

/// The fields of a line below days that say something.
pub(crate) fn filled<'r>(layout: &'r Layout, matrix: &'r Matrix, line: &'r Careful<'_>) -> impl Iterator<Item = usize> {
    // What cannot be read says something too.
    let says = |field: &usize| layout.present(*field, line).map_or(true, |text| !text.is_empty());
    matrix.days.iter().map(|day| day.at).filter(says)
}

/// Whether a line below the headings says the days of the week.
pub(crate) fn is_of_weekdays(layout: &Layout, matrix: &Matrix, line: &Careful<'_>) -> bool {
    let texts = line
        .fields
        .iter()
        .map(|field| layout.encoding.shown(&record::unquoted(&line.bytes[field.clone()])).into_owned());
    matrix.is_of_weekdays(&texts.collect::<Vec<String>>())
}
