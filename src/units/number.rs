//! A number as it stands in the cell of a table, with what people and spreadsheets put around its digits; and as we write it.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::units::{Decimal, money};

/// 1, 10, 100 …
pub const POWERS_OF_TEN: [i64; 13] = {
    let mut powers = [1; 13];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// A decimal in units of the last of so many places; `None` where it has more of them, or is too large.
#[must_use]
#[inline]
pub fn in_places(value: Decimal, places: u32) -> Option<i64> {
    let power = POWERS_OF_TEN.get(places.checked_sub(value.scale())? as usize)?;
    i64::try_from(value.mantissa()).ok()?.checked_mul(*power)
}

/// The number with ASCII digits and signs, without spaces around it and without separators of thousands that stand in
/// their places (`１，２００．５０` is 1200.50). What is no such number comes back as it is, for the one who reads it to refuse.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+')) {
        return Cow::Borrowed(text);
    }
    let narrow: String = text.chars().map(narrow).collect();
    Cow::Owned(without_separators(&narrow).unwrap_or(narrow))
}

/// The exact decimal in a cell; `None` where it is anything else, or its size passes [`money::LARGEST`].
#[must_use]
pub fn decimal(text: &str) -> Option<Decimal> {
    quick(text.as_bytes()).or_else(|| money::parse(&plain(text)))
}

/// An amount of money in a cell: a decimal, after which `元` may stand.
#[must_use]
pub fn amount(text: &str) -> Option<Decimal> {
    decimal(text.trim().strip_suffix('元').unwrap_or(text))
}

/// A number as people type it: a decimal, after which 万 (10,000) or 亿 (100,000,000) may stand, and `元`: `300万`, `1.2亿元`.
#[must_use]
pub fn typed(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let text = text.strip_suffix('元').unwrap_or(text).trim_end();
    let times = |digits: &str, unit: u32| decimal(digits).map(|number| number * Decimal::from(unit));
    let number = if let Some(digits) = text.strip_suffix('万') {
        times(digits, 10_000)
    } else if let Some(digits) = text.strip_suffix('亿') {
        times(digits, 100_000_000)
    } else {
        decimal(text)
    };
    number.filter(|number| number.abs() <= money::LARGEST)
}

/// A count in a cell: whole, not below zero, after which `.0` may stand as spreadsheets write it; at most
/// [`money::LARGEST`].
#[must_use]
pub fn count(text: &str) -> Option<u64> {
    let text = plain(text);
    let digits = whole(&text);
    let is_one = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|count| is_one && Decimal::from(*count) <= money::LARGEST)
}

/// A number without the point and the zeros after which nothing stands: `12.0` is 12.
#[must_use]
pub fn whole(text: &str) -> &str {
    let zeros = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte == b'0');
    text.split_once('.').filter(|(_, rest)| zeros(rest)).map_or(text, |(whole, _)| whole)
}

/// A length of time in hours, written with its units: `3小时40分`, `3时40分`, `3.5小时`, `40分钟`, `8h`.
#[must_use]
pub fn hours(text: &str) -> Option<Decimal> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let unit = |text: &str, names: &[&str]| {
        let found = names.iter().filter_map(|name| Some((text.find(name)?, Reverse(name.len())))).min();
        found.map(|(at, Reverse(length))| (text[..at].to_string(), text[at + length..].to_string()))
    };
    let (hours, rest) = match unit(&text, &["小时", "个小时", "时", "h"]) {
        Some((hours, rest)) => (decimal(&hours)?, rest),
        None => (Decimal::ZERO, text.clone()),
    };
    let minutes = match unit(&rest, &["分钟", "分", "min"]) {
        Some((minutes, rest)) if rest.is_empty() => decimal(&minutes)?,
        None if rest.is_empty() && rest.len() < text.len() => Decimal::ZERO,
        Some(_) | None => return None,
    };
    let is_in_place = !hours.is_sign_negative() && !minutes.is_sign_negative();
    is_in_place.then(|| hours + minutes / Decimal::from(60))
}

/// Whether a spreadsheet has turned a long number, such as an id, into a rounded one: `7.73E+14`.
#[must_use]
pub fn is_shortened(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let (first, rest) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    first.len() == 1 && digits(first) && digits(rest) && exponent.strip_prefix('+').is_some_and(digits)
}

/// A decimal with its thousands separated: `6640000.00` becomes `6,640,000.00`. The digits after the point stay as they are.
#[must_use]
pub fn grouped(figure: &(impl ToString + ?Sized)) -> String {
    let figure = figure.to_string();
    let digits = figure.trim_start_matches('-');
    let sign = &figure[..figure.len() - digits.len()];
    let whole = digits.split('.').next().unwrap_or_default();
    let mut shown = String::with_capacity(figure.len() + whole.len() / 3);
    shown.push_str(sign);
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown.push_str(&digits[whole.len()..]);
    shown
}

fn narrow(character: char) -> char {
    match character {
        // U+FF01 to U+FF5E are the signs of ASCII at full width
        '０'..='９' | '．' | '，' | '－' | '＋' => {
            u8::try_from(u32::from(character) - 0xfee0).map_or(character, char::from)
        }
        other => other,
    }
}

/// The number without commas; `None` where one stands elsewhere than before each three digits of the whole part, or after a
/// first group that begins with a zero: `0,655` is meant as 0.655 as often as not.
fn without_separators(text: &str) -> Option<String> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let in_place = (1..=3).contains(&first.len()) && is_group(first) && !fraction.contains(',');
    let in_place = in_place && (first.len() == whole.len() || !first.starts_with('0'));
    (in_place && groups.all(|group| group.len() == 3 && is_group(group))).then(|| text.replace(',', ""))
}

/// A number of at most nine digits with a point among them or none; `None` for anything else, which is then read with care.
#[must_use]
#[inline]
pub fn quick(raw: &[u8]) -> Option<Decimal> {
    let (mut number, mut digits, mut point) = (0_u32, 0, None);
    for (at, byte) in raw.iter().enumerate() {
        match byte {
            b'0'..=b'9' if digits < 9 => {
                number = number * 10 + u32::from(byte - b'0');
                digits += 1;
            }
            b'.' if point.is_none() && at > 0 => point = Some(at),
            _ => return None,
        }
    }
    let places = point.map_or(0, |at| raw.len() - at - 1);
    let is_whole = digits > 0 && (point.is_none() || places > 0);
    is_whole.then(|| Decimal::from_parts(number, 0, 0, false, u32::try_from(places).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::units::money::parse;

    #[test]
    fn digits_and_what_stands_around_them() {
        for (text, expected) in [
            ("0.80", "0.80"),
            ("１２", "12"),
            ("－３．５", "-3.5"),
            ("\u{3000} 7\u{a0}", "7"),
            ("1,200", "1200"),
            ("12，345．60", "12345.60"),
            ("-1,234,567", "-1234567"),
        ] {
            assert_eq!(decimal(text), money::parse(expected), "{text}");
        }
        assert_eq!(decimal("００７"), money::parse("007"));
        for bad in [
            "",
            "1,20",
            "1,2000",
            ",200",
            "1200,",
            "1,200.5,0",
            "1,,200",
            "1 200",
            "1.2.3",
            "1e3",
            "一",
            "￥5",
            "5元",
            "0,655",
            "-0,655",
            "０，６５５",
            "00,655",
            "000,655.5",
            "01,200",
            "1,200.5,00",
            "a,200",
            "1234,567",
        ] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
        // Four digits before the first separator are none of ours.
        assert_eq!(decimal("1200,300"), None);
    }

    #[test]
    fn hours_are_written_with_their_units() {
        // 3 hours and 40 minutes are 11 thirds of an hour; 40 minutes are two thirds.
        let thirds = |count: i64| Decimal::from(count) / Decimal::from(3);
        for text in ["3小时40分", "3时40分", "3 小时 40 分钟", "３个小时４０分", "220分钟", "3h40min"]
        {
            assert_eq!(hours(text), Some(thirds(11)), "{text}");
        }
        assert_eq!((hours("3.5小时"), hours("8h"), hours("40分")), (parse("3.5"), parse("8"), Some(thirds(2))));
        for bad in ["", "3", "小时", "3小时40", "3小时40分5", "40分3小时", "-3小时", "3小", "3:40", "分", "3小时-40分"]
        {
            assert_eq!(hours(bad), None, "{bad}");
        }
    }

    #[test]
    fn amounts_may_say_yuan_and_counts_may_end_in_zeros() {
        assert_eq!((amount("2,070.00元"), amount("2070 元 ")), (money::parse("2070.00"), money::parse("2070")));
        assert_eq!((amount("元"), amount("5元元"), amount("5角")), (None, None, None));
        assert_eq!((count("1,200.0"), count("５"), count("0.00")), (Some(1200), Some(5), Some(0)));
        for bad in ["", "1.5", "-1", "1.", ".0", "5元", "1.0.0", "1000000000001", "+5"] {
            assert_eq!(count(bad), None, "{bad}");
        }
        assert_eq!(count("1000000000000"), Some(1_000_000_000_000));
    }

    /// The quick way reads what it can, and leaves what else may be a number to the careful one.
    #[test]
    fn nine_digits_are_read_quickly() {
        for text in ["0", "7", "12.50", "123456789", "1234567.89", "0.00000001"] {
            assert_eq!(quick(text.as_bytes()).map(|number| number.to_string()).as_deref(), Some(text));
        }
        for text in ["", ".", ".5", "5.", "1.2.3", "1234567890", "0.123456789", "-1", " 1", "x"] {
            assert_eq!(quick(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn a_decimal_in_units_of_its_last_place() {
        let places = |text: &str, places| in_places(parse(text).unwrap(), places);
        assert_eq!((places("1.5", 2), places("-0.25", 2), places("7", 0)), (Some(150), Some(-25), Some(7)));
        // More places than asked for; more powers of ten than are known; more than 64 bits hold.
        assert_eq!((places("1.255", 2), places("1", 13), places("999999999999", 12)), (None, None, None));
    }

    #[test]
    fn people_type_tens_of_thousands() {
        for (text, expected) in [
            ("300万", "3000000"),
            ("1.2亿元", "120000000"),
            ("６６４０万", "66400000"),
            ("0.5 万", "5000"),
            ("3,000,000", "3000000"),
            ("０．１０", "0.10"),
            ("-2万元", "-20000"),
        ] {
            assert_eq!(typed(text), money::parse(expected), "{text}");
        }
        for bad in ["", "万", "3万2", "3万万", "1.2亿亿", "十万", "3千", "万3", "0,655", "99999999亿"] {
            assert_eq!(typed(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_that_a_spreadsheet_has_shortened() {
        for text in ["7.73E+14", "1E+15", "7.73123e+14"] {
            assert!(is_shortened(text), "{text}");
        }
        for text in
            ["77.3E+14", "", "7731234567890", "E+14", "7.73E14", "77E+14", "K7E+1", "7.E+14", "7.73E+", "7.73E+1a"]
        {
            assert!(!is_shortened(text), "{text}");
        }
    }

    #[test]
    fn three_digits_are_written_together() {
        for (plain, shown) in [
            ("0", "0"),
            ("0.60", "0.60"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234.5678", "-1,234.5678"),
            ("66400000", "66,400,000"),
            ("6640000.00", "6,640,000.00"),
            ("", ""),
        ] {
            assert_eq!(grouped(plain), shown);
        }
    }

    proptest! {
        /// However it is written, it is the same number.
        #[test]
        fn a_number_is_the_same_at_full_width_and_in_groups(whole in 0..1_000_000_000u64, cents in 0..100u32) {
            let plain_text = format!("{whole}.{cents:02}");
            let mut grouped = String::new();
            let digits = whole.to_string();
            for (at, digit) in digits.char_indices() {
                if at > 0 && (digits.len() - at).is_multiple_of(3) {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            let grouped = format!("{grouped}.{cents:02}");
            let wide: String = grouped.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
            for text in [&plain_text, &grouped, &wide, &format!("{wide}元")] {
                prop_assert_eq!(amount(text).map(|number| number.to_string()), Some(plain_text.clone()), "{}", text);
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = (amount(&text), count(&text), is_shortened(&text));
        }
    }
}
