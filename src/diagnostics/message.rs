//! A sentence for people, as data: its id in the catalogue and what goes into it.

use crate::units::Decimal;

/// A sentence of the catalogue (`src/report/messages/*.ftl`) with its figures filled in, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    /// The id in the catalogue, such as `log-date-unreadable`.
    pub id: &'static str,
    /// The named parts of the sentence, in the order given.
    pub args: Vec<(&'static str, Arg)>,
}

/// One named part of a [`Message`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// A word, a name, an amount as it is to be read.
    Text(String),
    /// A figure: people see its thousands separated.
    Figure(Decimal),
    /// A whole number, by which the sentence may choose its plural.
    Count(u64),
    /// A word that the catalogue itself knows, by its id.
    Word(&'static str),
    /// A sentence of the catalogue within this one.
    Said(Message),
    /// Words that exist in both languages, as an agreement may give them.
    Either {
        /// In English.
        en: String,
        /// In Chinese.
        zh: String,
    },
}

impl Message {
    /// The sentence of that id, nothing filled in yet.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Fills in a text, a name or an amount.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(text.into())));
        self
    }

    /// Fills in a figure.
    #[must_use]
    pub fn figure(mut self, name: &'static str, figure: Decimal) -> Self {
        self.args.push((name, Arg::Figure(figure)));
        self
    }

    /// Fills in a whole number.
    #[must_use]
    pub fn count(mut self, name: &'static str, count: u64) -> Self {
        self.args.push((name, Arg::Count(count)));
        self
    }

    /// Fills in any part.
    #[must_use]
    pub fn arg(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }
}
