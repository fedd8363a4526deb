//! A document: one text that was agreed or enacted, where it was found, and what of it is not computed.

use std::sync::Arc;

use crate::units::{Date, Term};

/// One text that was agreed or enacted.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name of its agreement: the folder's, such as `anji-courier`.
    pub agreement: Arc<str>,
    /// Its file, such as `wages.toml`.
    pub file: Arc<str>,
    /// What it is called.
    pub title: Words,
    /// Who agreed on it, or who enacted it.
    pub parties: Option<Words>,
    /// From when to when it is in force, as far as a source says.
    pub term: Term,
    /// Where its words and figures were found, and when they were checked.
    pub source: Source,
    /// Why something about the document itself is assumed.
    pub assumed: Option<Words>,
    /// The pay day, where it names one.
    pub payment: Option<Payment>,
    /// Its clauses that are not computed, and why.
    pub not_covered: Vec<NotCovered>,
}

/// The day by which the wage of a month is paid.
#[derive(Clone, Debug)]
pub struct Payment {
    /// The day of the month, 1 to 31.
    pub day: i8,
    /// Whether it is a day of the month after the one worked.
    pub next_month: bool,
    /// Which clause.
    pub clause: Arc<str>,
    /// The words agreed.
    pub text: Arc<str>,
}

/// A clause that the program does not compute.
#[derive(Clone, Debug)]
pub struct NotCovered {
    /// Which clause.
    pub clause: Words,
    /// Its words, where a source gives them.
    pub text: Option<Arc<str>>,
    /// Why it is not computed.
    pub why: Words,
}

/// The same words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    /// In English.
    pub en: Arc<str>,
    /// In Chinese.
    pub zh: Arc<str>,
}

/// Where a figure or a text was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The publication.
    pub name: Arc<str>,
    /// Its address, where it has one.
    pub url: Option<Arc<str>>,
    /// When it was last compared with the file.
    pub checked_on: Option<Date>,
}
