//! One cell of a table, as data: what kind of value stands in it, or that none does.

use std::sync::Arc;

use crate::diagnostics::Message;
use crate::units::{Date, Decimal, Month, PayPeriod, Yuan};

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// No value: an empty cell, `null`. Never 0.
    #[default]
    Missing,
    /// A name, an id, a date.
    Text(Arc<str>),
    /// A word of the program (`low`, `parcel`): machine formats write it as it is, people read `word-WORD` of the catalogue.
    Word(&'static str),
    /// A sentence of the catalogue, in the language of the reader.
    Said(Box<Message>),
    /// A count.
    Count(u64),
    /// An amount in yuan, already rounded, two places.
    Money(Decimal),
    /// A figure as it is.
    Number(Decimal),
}

impl Cell {
    /// A text, or a missing value where it is empty.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(text.into()) }
    }

    /// The same of a name that many cells share.
    #[must_use]
    pub fn name(name: &Arc<str>) -> Self {
        if name.is_empty() { Self::Missing } else { Self::Text(Arc::clone(name)) }
    }
}

impl From<Message> for Cell {
    fn from(message: Message) -> Self {
        Self::Said(Box::new(message))
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<Yuan> for Cell {
    fn from(amount: Yuan) -> Self {
        Self::Money(amount.0)
    }
}

impl From<Decimal> for Cell {
    fn from(figure: Decimal) -> Self {
        Self::Number(figure)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Text(day.to_string().into())
    }
}

impl From<PayPeriod> for Cell {
    fn from(period: PayPeriod) -> Self {
        Self::text(&period.to_string())
    }
}

impl From<Month> for Cell {
    fn from(month: Month) -> Self {
        Self::Text(month.to_string().into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}
