//! The headings of a log with one column a day.

use crate::deliveries::row::columns::place;
use crate::deliveries::row::named::Named;
use crate::diagnostics::Message;
use crate::tables::columns::Found;
use crate::tables::matrix;
use crate::tables::matrix::{Matrix, MonthSaid};

/// So many columns of days beside a column of the day are no accident.
const MANY: usize = 7;

/// The columns of days of a log that says its days in no other way; they are then found, behind the last column.
///
/// # Errors
/// That their month is not known, or that the log says its days twice.
pub(crate) fn of(log: &Named, headings: &[String], found: &mut Found) -> Result<Option<Matrix>, Message> {
    let taken: Vec<usize> = found.positions.iter().flatten().copied().collect();
    let among = found.positions[place::COURIER].and_then(|_| Matrix::among(headings, &taken));
    let Some(matrix) = among else { return Ok(None) };
    if found.positions[place::DATE].or(found.positions[place::DELIVERED_AT]).is_some() {
        let is_twice = matrix.days.len() >= MANY && found.positions[place::PARCELS].is_none();
        return if is_twice { Err(Message::new("matrix-and-day")) } else { Ok(None) };
    }
    let said = MonthSaid { stated: log.month, titles: matrix::titles(&log.above, &log.name) };
    let mut matrix = matrix.of_month(&said)?;
    // A count beside the days is their sum.
    matrix.totals.extend(found.positions[place::PARCELS]);
    found.positions[place::DATE] = Some(headings.len());
    found.positions[place::PARCELS] = Some(headings.len() + 1);
    Ok(Some(matrix))
}

/// Whether days are among the headings of a log.
pub(crate) fn are_among(headings: &[String], found: &Found) -> bool {
    let taken: Vec<usize> = found.positions.iter().flatten().copied().collect();
    Matrix::among(headings, &taken).is_some()
}
