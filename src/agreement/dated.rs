//! Values by date: one after the other, each with what it rests on where that differs from its rule.

use std::sync::Arc;

use crate::agreement::document::{Source, Words};
use crate::units::{Date, Term};

/// A value by date: in order, without gaps and overlaps inside the rule's term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    /// Each value with its days and its own evidence.
    pub values: Vec<DatedValue<T>>,
}

/// A value, the days on which it holds, and what it rests on where that differs from its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedValue<T> {
    /// The days on which it holds.
    pub term: Term,
    /// The value.
    pub value: T,
    /// The article, where it is another than the rule's.
    pub clause: Option<Arc<str>>,
    /// The words, where they are others than the rule's.
    pub text: Option<Arc<str>>,
    /// Where the value was found, where that is another place than the rule's.
    pub source: Option<Source>,
    /// Why the value is assumed.
    pub assumed: Option<Words>,
}

impl<T> Dated<T> {
    /// No value on any day: a rule without figures.
    #[must_use]
    pub const fn none() -> Self {
        Self { values: Vec::new() }
    }

    /// A value that always holds.
    #[must_use]
    pub fn always(value: T) -> Self {
        let term = Term::default();
        Self { values: vec![DatedValue { term, value, clause: None, text: None, source: None, assumed: None }] }
    }

    /// Which of the values holds on a day, by its index.
    #[must_use]
    pub fn position(&self, day: Date) -> Option<usize> {
        self.values.iter().position(|dated| dated.term.contains(day))
    }

    /// The value on a day with its evidence, if there is one.
    #[must_use]
    pub fn entry(&self, day: Date) -> Option<&DatedValue<T>> {
        self.values.iter().find(|dated| dated.term.contains(day))
    }

    /// The value on a day, if there is one.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&T> {
        self.entry(day).map(|dated| &dated.value)
    }

    /// The terms of the values, in order.
    pub fn terms(&self) -> impl Iterator<Item = Term> {
        self.values.iter().map(|dated| dated.term)
    }

    /// The same days and evidence with other values.
    #[must_use]
    pub fn map<U>(self, mut to: impl FnMut(T) -> U) -> Dated<U> {
        let each = |dated: DatedValue<T>| {
            let DatedValue { term, value, clause, text, source, assumed } = dated;
            DatedValue { term, value: to(value), clause, text, source, assumed }
        };
        Dated { values: self.values.into_iter().map(each).collect() }
    }
}
