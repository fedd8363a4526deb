//! The columns of a log that rules ask for beside the known ones: measures, and what a `where` names.

use crate::agreement::asked::DetailsAsked;
use crate::deliveries::row::cell;
use crate::deliveries::row::fault::{Fault, Reason, in_field};
use crate::deliveries::row::fields::Fields;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::encoding::Encoding;
use crate::tables::heading;
use crate::tables::map::Part;
use crate::units::plain_number::PlainNumber;
use crate::units::{Decimal, number, plain_number};

/// Where the columns of an order stand in one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OrderFields {
    /// Each measure asked for, and whether it may be below zero.
    measures: Vec<(usize, bool)>,
    /// Each column asked for; `None`: this log does not have it.
    columns: Vec<Option<usize>>,
    /// The number of orders that a row stands for, in a tally.
    orders: Option<usize>,
}

/// The measures of an order, each in a few digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainMeasures {
    values: [PlainNumber; MOST_PLAIN],
    length: usize,
}

/// Orders with more measures are read one measure after the other.
const MOST_PLAIN: usize = 4;

impl PlainMeasures {
    #[inline]
    pub(crate) fn values(&self) -> &[PlainNumber] {
        &self.values[..self.length]
    }
}

/// In a tally, beside the columns of a log: how many orders a row stands for.
pub(crate) const ORDERS: &str = "orders";

impl OrderFields {
    /// Of the headings of a log, which stand at `place`; `None` where nothing is asked for.
    ///
    /// # Errors
    /// Each measure for which there is no column.
    pub(crate) fn new(
        asked: &DetailsAsked,
        part: Option<&Part>,
        headings: &[String],
        place: impl Fn() -> Place,
    ) -> Result<Option<Self>, Problems> {
        if !asked.reads_rows() {
            return Ok(None);
        }
        let keys: Vec<String> = headings.iter().map(|heading| heading::key(heading)).collect();
        let find = |name: &str| {
            let exact = headings.iter().position(|heading| heading == name);
            exact.or_else(|| keys.iter().position(|key| *key == heading::key(name)))
        };
        let (mut measures, mut problems) = (Vec::new(), Problems::new());
        for asked in &asked.measures {
            let measure = &asked.measure;
            if let Some(cell) = part.and_then(|part| part.measure(&measure.name)) {
                match cell.heading.position(headings) {
                    Ok(field) => measures.push((field, measure.may_be_negative())),
                    Err(message) => problems.push(Problem::new(message).at(place()).also(cell.place.clone())),
                }
            } else if let Some(field) = find(&measure.column) {
                measures.push((field, measure.may_be_negative()));
            } else {
                let message = Message::new("log-no-measure").with("measure", &*measure.name);
                let message = message.with("column", &*measure.column).with("headings", headings.join(", "));
                problems.push(Problem::new(message).at(place()).also(measure.place.clone()));
            }
        }
        let columns = asked.columns.iter().map(|column| find(column)).collect();
        let fields = Self { measures, columns, orders: find(ORDERS) };
        if problems.is_empty() { Ok(Some(fields)) } else { Err(problems) }
    }

    /// The fields that it takes.
    pub(crate) fn taken(&self) -> impl Iterator<Item = usize> {
        let measures = self.measures.iter().map(|(field, _)| *field);
        measures.chain(self.columns.iter().flatten().copied()).chain(self.orders)
    }

    /// The measures of a row that says nothing else of its order, each in a few digits.
    #[inline]
    pub(crate) fn plain(&self, row: &impl Fields) -> Option<PlainMeasures> {
        let mut plain = PlainMeasures { values: Default::default(), length: self.measures.len() };
        let values =
            plain.values.get_mut(..plain.length).filter(|_| self.columns.is_empty() && self.orders.is_none())?;
        for (value, (field, _)) in values.iter_mut().zip(&self.measures) {
            *value = plain_number::quick(row.bytes(), row.start(*field), row.end(*field))?;
        }
        Some(plain)
    }

    /// Appends the measures of a row, as they are written.
    ///
    /// # Errors
    /// That one of them is empty or no number.
    pub(crate) fn values(&self, row: &impl Fields, encoding: Encoding, values: &mut Vec<Decimal>) -> Result<(), Fault> {
        for (field, may_be_negative) in &self.measures {
            let raw = row.field(*field);
            let value = match number::quick(raw) {
                Some(value) => value,
                None => with_care(raw, encoding, *may_be_negative).map_err(in_field(*field))?,
            };
            values.push(value);
        }
        Ok(())
    }

    /// What stands in the columns of a row; nothing where the log does not have one.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    pub(crate) fn texts(&self, row: &impl Fields, encoding: Encoding, mut take: impl FnMut(&str)) -> Result<(), Fault> {
        for column in &self.columns {
            match column {
                Some(field) => take(&cell::name(row.field(*field), encoding).map_err(in_field(*field))?),
                None => take(""),
            }
        }
        Ok(())
    }

    /// How many orders a row stands for.
    ///
    /// # Errors
    /// That the cell is no whole number.
    pub(crate) fn orders(&self, row: &impl Fields, encoding: Encoding) -> Result<u64, Fault> {
        let Some(field) = self.orders else { return Ok(1) };
        let text = cell::text(row.field(field), encoding).map_err(in_field(field))?;
        cell::parcels(&text).map_err(in_field(field))
    }
}

/// A measure that is not written in plain digits.
#[inline(never)]
fn with_care(raw: &[u8], encoding: Encoding, may_be_negative: bool) -> Result<Decimal, Reason> {
    let text = cell::text(raw, encoding)?;
    if text.is_empty() {
        return Err(Reason::MeasureMissing);
    }
    let value = number::decimal(&text).ok_or(Reason::MeasureUnreadable)?;
    if value.is_sign_negative() && !value.is_zero() && !may_be_negative {
        return Err(Reason::MeasureNegative);
    }
    Ok(value)
}
