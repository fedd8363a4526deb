//! A rule: one clause that can be computed, with its words, its reach, and its values by date.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::change::Change;
use crate::agreement::in_force::Lost;
use crate::agreement::kinds::Kind;
use crate::agreement::{Document, Source, Words};
use crate::diagnostics::Place;
use crate::units::{Date, Term};

/// One computable clause.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The id by which `--rate`, `--rates` and `--change` name it, such as `delivery`.
    pub id: Arc<str>,
    /// The document that holds it.
    pub document: Arc<Document>,
    /// What people call it, such as "Piece rate".
    pub title: Words,
    /// The article, such as `劳动法 第44条第3项`.
    pub clause: Arc<str>,
    /// The words agreed.
    pub text: Arc<str>,
    /// Where the words were found.
    pub source: Source,
    /// Why it is assumed, where no source states it surely.
    pub assumed: Option<Words>,
    /// Whom and what it reaches.
    pub scope: Where,
    /// The days on which it speaks, inside the document's own term.
    pub term: Term,
    /// What it does.
    pub kind: Kind,
    /// Where it stands in its file.
    pub place: Place,
    /// When it gives way to a better rule of the same id.
    pub lost: Vec<Lost>,
    /// The changes proposed, in their order, each with its index among all.
    pub changes: Vec<(usize, Arc<Change>)>,
}

/// `where = { service = "delivery", month = [6, 7] }`: all keys must hold; of a key's values, one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Where {
    /// Months of the year, 1 to 12; empty for every month.
    pub months: Vec<i8>,
    /// `service`, `area`, `company`, `courier`, or any column of the roster, each with the values that fit.
    pub values: BTreeMap<Arc<str>, Vec<Arc<str>>>,
}

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
    /// A value that always holds.
    #[must_use]
    pub fn always(value: T) -> Self {
        let term = Term::default();
        Self { values: vec![DatedValue { term, value, clause: None, text: None, source: None, assumed: None }] }
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
}
