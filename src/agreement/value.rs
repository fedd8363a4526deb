//! Single values of an agreement file, taken as they are written: a number keeps its last digit.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::agreement::Words;
use crate::units::Date;
use crate::units::Decimal;
use crate::units::date;
use crate::units::money;

/// A value with its place in the text.
pub(crate) type Node<'a> = Spanned<DeValue<'a>>;

/// The value of a key.
pub(crate) fn get<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t Node<'a>> {
    table.get(key)
}

/// The table that a key holds.
pub(crate) fn table<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t DeTable<'a>> {
    get(table, key)?.get_ref().as_table()
}

/// The place of a key itself.
pub(crate) fn key_span(table: &DeTable<'_>, key: &str) -> Option<Range<usize>> {
    table.get_key_value(key).map(|(key, _)| key.span())
}

/// A text.
pub(crate) fn text(node: &Node<'_>) -> Option<Arc<str>> {
    node.get_ref().as_str().map(Arc::from)
}

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

/// A whole number that is not negative.
pub(crate) fn whole(node: &Node<'_>) -> Option<u64> {
    let number = node.get_ref().as_integer().filter(|number| number.radix() == 10)?;
    number.as_str().parse().ok()
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
        DeValue::String(text) => {
            let (hours, minutes) = text.split_once(':')?;
            let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            if !two_digits(hours) || !two_digits(minutes) {
                return None;
            }
            let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
            (hours < 24 && minutes < 60).then_some(hours * 3600 + minutes * 60)
        }
        DeValue::Datetime(written) if written.date.is_none() => {
            let time = written.time?;
            Some(u32::from(time.hour) * 3600 + u32::from(time.minute) * 60 + u32::from(time.second.unwrap_or(0)))
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

/// A single value, or those of a list.
pub(crate) fn many<'t, 'a>(node: &'t Node<'a>) -> impl Iterator<Item = &'t Node<'a>> {
    let list = node.get_ref().as_array();
    let single = if list.is_none() { Some(node) } else { None };
    list.into_iter().flat_map(|list| list.iter()).chain(single)
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
