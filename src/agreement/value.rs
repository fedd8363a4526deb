//! Single values of an agreement file, taken as they are written: a number keeps its last digit.

use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::agreement::document::Words;
use crate::agreement::scope::DayOfYear;
pub(crate) use crate::diagnostics::toml_file::{Node, get, key_span, many, table, text, whole};
use crate::units::{Date, Decimal, date, money, time};

/// The text of a number, bare or quoted, as it is written.
pub(crate) fn digits<'t>(node: &'t Node<'_>) -> Option<&'t str> {
    match node.get_ref() {
        DeValue::String(text) => Some(text),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
        DeValue::Float(number) => Some(number.as_str()),
        _ => None,
    }
}

/// A decimal number, bare or quoted, to its last digit.
pub(crate) fn number(node: &Node<'_>) -> Option<Decimal> {
    money::parse(digits(node)?)
}

/// `true` or `false`.
pub(crate) fn flag(node: &Node<'_>) -> Option<bool> {
    node.get_ref().as_bool()
}

/// A day, bare or quoted.
pub(crate) fn day(node: &Node<'_>) -> Option<Date> {
    match node.get_ref() {
        DeValue::String(text) => date::parse(text),
        DeValue::Datetime(written) if written.time.is_none() => {
            let written = written.date?;
            date::parse(&format!("{:04}-{:02}-{:02}", written.year, written.month, written.day))
        }
        _ => None,
    }
}

/// A time of the day, bare or quoted, in seconds since midnight.
pub(crate) fn clock(node: &Node<'_>) -> Option<u32> {
    match node.get_ref() {
        // Two digits each, no seconds: `HH:MM`.
        DeValue::String(text) => time::parse(text).filter(|_| text.len() == 5),
        DeValue::Datetime(written) if written.date.is_none() => {
            let time = written.time?;
            Some(time::seconds(time.hour, time.minute, time.second.unwrap_or(0)))
        }
        _ => None,
    }
}

/// Words: one text for both languages, or one for each.
pub(crate) fn words(node: &Node<'_>) -> Option<Words> {
    if let Some(both) = text(node) {
        return Some(Words { en: Arc::clone(&both), zh: both });
    }
    let table = node.get_ref().as_table()?;
    Some(Words { en: text(get(table, "en")?)?, zh: text(get(table, "zh")?)? })
}

/// The entries of a list of tables, with the place of each.
pub(crate) fn tables<'t, 'a>(node: &'t Node<'a>) -> impl Iterator<Item = (Range<usize>, &'t DeTable<'a>)> {
    many(node).filter_map(|node| Some((node.span(), node.get_ref().as_table()?)))
}

/// Whether a value is a list of dated ones, each of which names its value by `key`. Steps are a list themselves, so there it
/// takes an entry that says `tiers`.
pub(crate) fn is_dated(node: &Node<'_>, key: &str) -> bool {
    node.get_ref().as_array().is_some_and(|_| key != "tiers" || tables(node).any(|(_, entry)| entry.contains_key(key)))
}

/// A day of a year, written `MM-DD`.
pub(crate) fn day_of(year: i16, node: &Node<'_>) -> Option<Date> {
    let text = node.get_ref().as_str()?;
    (text.len() == 5 && text.as_bytes().get(2) == Some(&b'-')).then(|| date::parse(&format!("{year:04}-{text}")))?
}

/// A year, as a key.
pub(crate) fn year(key: &str) -> Option<i16> {
    (key.len() == 4).then(|| date::parse(&format!("{key}-01-01"))).flatten().map(Date::year)
}

/// A day of every year, `12-24`, or of one, `2019-12-31`.
pub(crate) fn day_of_year(text: &str) -> Option<DayOfYear> {
    if text.len() == 5 {
        // Every fourth year has all the days that any year has.
        let day = date::parse(&format!("2024-{text}")).filter(|_| text.as_bytes().get(2) == Some(&b'-'))?;
        return Some(DayOfYear::Yearly(day.month(), day.day()));
    }
    date::parse(text).map(DayOfYear::Once)
}

/// Two times of the day, `22:00-06:00`, in seconds since midnight.
pub(crate) fn times(text: &str) -> Option<(u32, u32)> {
    let (from, until) = text.split_once('-')?;
    let clock = |text: &str| match text.trim() {
        "24:00" => Some(0),
        text => time::parse(text).filter(|_| text.len() == 5),
    };
    Some((clock(from)?, clock(until)?)).filter(|(from, until)| from != until)
}
