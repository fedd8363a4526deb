//! How a file's format is described: tables of fields, each with its shape, whether it must be there, and a sentence of help.

use std::fmt;

use crate::diagnostics::Message;
use crate::units::Decimal;

/// A table of the format, such as `[rule.rate]`.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// What it is called where it is documented, such as `[rule.rate]`.
    pub name: &'static str,
    /// What it is for.
    pub help: &'static str,
    /// Its keys.
    pub fields: &'static [KeyShape],
    /// Keys of which exactly one must be there; empty where there is no such choice.
    pub one_of: &'static [&'static str],
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct KeyShape {
    /// The key.
    pub key: &'static str,
    /// Whether the table is incomplete without it.
    pub required: bool,
    /// What its value looks like.
    pub shape: Shape,
    /// What it says.
    pub help: &'static str,
    /// The name that has taken its place; the old one is still read.
    pub instead: Option<&'static str>,
}

/// A key that must be there.
#[must_use]
pub const fn required(key: &'static str, shape: Shape, help: &'static str) -> KeyShape {
    KeyShape { key, required: true, shape, help, instead: None }
}

/// A key that may be left out.
#[must_use]
pub const fn optional(key: &'static str, shape: Shape, help: &'static str) -> KeyShape {
    KeyShape { required: false, ..required(key, shape, help) }
}

/// What a value looks like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text that is not empty.
    Text,
    /// A name by which commands refer to a rule: letters, digits and hyphens.
    Id,
    /// The code of a currency.
    Currency,
    /// A country, by the two letters of ISO 3166-1.
    Country,
    /// A text for both languages, or one for each.
    Words,
    /// A decimal number, bare or quoted, read to the last digit.
    Number(Range),
    /// A whole number from the first to the second.
    Whole(u64, u64),
    /// `true` or `false`.
    Flag,
    /// A day, bare or quoted.
    Day,
    /// A time of the day, bare or quoted.
    Clock,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, or a measure of the file.
    Unit(&'static [&'static str]),
    /// A range of numbers, or one number, in quotes.
    Interval,
    /// A plain value, or a table.
    Either(&'static Shape, &'static Table),
    /// A single one, or a list.
    Many(&'static Shape),
    /// The key of a source of the file, or a source written out.
    Source,
    /// A table.
    Table(&'static Table),
    /// A list of tables.
    Tables(&'static Table),
    /// A table whose keys are free.
    Map(&'static Shape),
    /// `month`, `weekday`, `date`, `day`, `time` and any column, each with one value or several, or a range.
    Where,
    /// Days by year: `{ 2022 = ["01-01", …] }`.
    Holidays,
    /// The plain value, or a list of dated ones that name it by this key.
    Dated(&'static str, &'static Shape),
}

/// The numbers that make sense at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Money: more than nothing.
    Positive,
    /// Money of a step: nothing or more.
    NotNegative,
    /// A multiple: at least 1.
    Multiple,
    /// A percentage: 0 to 100.
    Percent,
    /// Hours of a day: more than 0, at most 24.
    Hours,
    /// Hours of a week: more than 0, at most 168.
    WeekHours,
}

impl Range {
    /// What is wrong with a number here, if anything is.
    #[must_use]
    pub fn fault(self, number: Decimal) -> Option<Message> {
        let (fits, message) = match self {
            Self::Positive => (number > Decimal::ZERO, Message::new("agreement-number-not-positive")),
            Self::NotNegative => (number >= Decimal::ZERO, Message::new("agreement-number-negative")),
            Self::Multiple => (number >= Decimal::ONE, Message::new("agreement-multiple-below-one")),
            Self::Percent => {
                ((Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&number), Message::new("agreement-percent-outside"))
            }
            Self::Hours | Self::WeekHours => {
                let most = if self == Self::Hours { 24 } else { 168 };
                let message = Message::new("agreement-hours-outside").with("most", most.to_string());
                (number > Decimal::ZERO && number <= Decimal::from(most), message)
            }
        };
        (!fits).then_some(message)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Positive => "number above 0",
            Self::NotNegative => "number, 0 or more",
            Self::Multiple => "number, 1 or more",
            Self::Percent => "number, 0 to 100",
            Self::Hours => "number, up to 24",
            Self::WeekHours => "number, up to 168",
        })
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => out.write_str("text"),
            Self::Id => out.write_str("letters, digits, hyphens"),
            Self::Currency => out.write_str("three letters of ISO 4217"),
            Self::Country => out.write_str("two letters"),
            Self::Words => out.write_str("text, or `{ en, zh }`"),
            Self::Number(range) => range.fmt(out),
            Self::Whole(least, most) => write!(out, "whole number, {least} to {most}"),
            Self::Flag => out.write_str("`true` or `false`"),
            Self::Day => out.write_str("day"),
            Self::Clock => out.write_str("time of day"),
            Self::Choice(words) => {
                let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
                out.write_str(&quoted.join(", "))
            }
            Self::Unit(words) => {
                let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
                write!(out, "{}, or a measure", quoted.join(", "))
            }
            Self::Interval => out.write_str("range, such as `\">= 900\"`"),
            Self::Either(plain, table) => write!(out, "{plain}, or table `{}`", table.name),
            Self::Many(one) => write!(out, "{one}; or a list"),
            Self::Source => out.write_str("key of `[sources]`, or a source"),
            Self::Table(table) => write!(out, "table `{}`", table.name),
            Self::Tables(table) => write!(out, "list of `{}`", table.name),
            Self::Map(of) => write!(out, "{of}; by key"),
            Self::Where => out.write_str("text, range or list, by column"),
            Self::Holidays => out.write_str("list of `\"MM-DD\"`; by year"),
            Self::Dated(_, plain) => write!(out, "{plain}; or dated"),
        }
    }
}
