//! A document: one text that was agreed or enacted, where it was found, and what of it is not computed.

use std::sync::Arc;

use crate::units::{Currency, Date, Term};

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
    /// Where it holds: the two letters of ISO 3166-1.
    pub country: Arc<str>,
    /// From when to when it is in force, as far as a source says.
    pub term: Term,
    /// Where its words and figures were found, and when they were checked.
    pub source: Source,
    /// The currency of its amounts, where it says so; else yuan.
    pub currency: Option<Currency>,
    /// Why something about the document itself is assumed.
    pub assumed: Option<Words>,
    /// The pay day, where it names one.
    pub payment: Option<PayDay>,
    /// Its clauses that are not computed, and why.
    pub not_covered: Vec<NotCovered>,
}

/// How a month's base and allowances are cut where someone is not employed for the whole month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proration {
    /// By calendar days: amount × days employed ÷ days of the month.
    #[default]
    CalendarDays,
    /// By 21.75 paid days, Monday to Friday (劳社部发〔2008〕3号): with half of the month's paid days or more employed, amount ÷ 21.75
    /// less for each missing; with fewer, amount ÷ 21.75 for each employed.
    PaidDays,
}

/// The day by which the wage of a month is paid.
#[derive(Clone, Debug)]
pub struct PayDay {
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
