//! Measures: numbers that the log or the attendance carries beside parcels and hours, such as minutes, miles or what an order
//! earned.

use std::sync::Arc;

use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::units::Decimal;

/// A measure, as an agreement declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name, by which rates, floors and `where` refer to it.
    pub name: Arc<str>,
    /// What one of it is.
    pub unit: MeasureUnit,
    /// The heading of the column that holds it.
    pub column: Arc<str>,
    /// How many of the column make one of the unit: 60 for hours out of a column of minutes.
    pub each: Decimal,
    /// Which file has the column; `None`: the attendance where it has one of that heading, else the log.
    pub carrier: Option<Carrier>,
    /// Where it is declared.
    pub place: Place,
}

/// What one of a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureUnit {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A kilometre.
    Km,
    /// A mile.
    Mile,
    /// A kilogram.
    Kg,
    /// An order.
    Order,
    /// A stop of a round.
    Stop,
    /// A piece of anything else.
    Item,
    /// An amount of money.
    Money,
}

/// The file that carries a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// The delivery log.
    Log,
    /// The attendance.
    Attendance,
}

impl Measure {
    /// Whether it may be below zero: money may, as what was paid too much is taken back.
    #[must_use]
    pub fn may_be_negative(&self) -> bool {
        self.unit == MeasureUnit::Money
    }

    /// Whether another declares the same, wherever it stands.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        (&self.name, self.unit, &self.column, self.each, self.carrier)
            == (&other.name, other.unit, &other.column, other.each, other.carrier)
    }
}

/// The measures of several documents, each once, in the order of their names.
///
/// # Errors
/// Two of one name that are not the same: both places.
pub(crate) fn joined(all: impl IntoIterator<Item = Arc<Measure>>) -> Result<Vec<Arc<Measure>>, Problems> {
    let (mut joined, mut problems) = (Vec::<Arc<Measure>>::new(), Problems::new());
    for measure in all {
        match joined.iter().find(|other| other.name == measure.name) {
            None => joined.push(measure),
            Some(other) if other.is_alike(&measure) => {}
            Some(other) => {
                let message = Message::new("agreement-measure-differs").with("measure", &*measure.name);
                problems.push(Problem::new(message).at(measure.place.clone()).also(other.place.clone()));
            }
        }
    }
    joined.sort_by(|one, other| one.name.cmp(&other.name));
    if problems.is_empty() { Ok(joined) } else { Err(problems) }
}
