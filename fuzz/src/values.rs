//! Numbers, days and times as they stand in cells and are typed: what is read and shown is read as the same again, and what is read in
//! haste as what is read with care.

use wagepact::units::{Decimal, Month, date, money, number, time};

pub fn holds(bytes: &[u8]) {
    let haste = number::quick(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        assert_eq!(haste, None);
        return;
    };
    if haste.is_some() {
        assert_eq!(haste, money::parse(text), "{text:?}");
    }
    if let Ok(eight) = bytes.try_into() {
        assert_eq!(time::parse_quickly(eight), time::parse(text), "{text:?}");
    }
    for read in [number::decimal(text), number::amount(text), number::typed(text)].into_iter().flatten() {
        assert!(read.abs() <= money::LARGEST, "{text:?}");
        assert_eq!(number::decimal(&read.to_string()), Some(read), "{text:?}");
        assert_eq!(
            number::decimal(&number::grouped(&read)).map(|again: Decimal| again.normalize()),
            Some(read.normalize()),
            "{text:?}"
        );
    }
    if let Some(count) = number::count(text) {
        assert_eq!(number::count(&count.to_string()), Some(count));
    }
    assert!(number::hours(text).is_none_or(|hours| !hours.is_sign_negative()), "{text:?}");
    let _ = (number::is_shortened(text), date::is_of_unlikely_year(text), date::may_be_october(text));
    if let Some(day) = date::parse_any_year(text) {
        assert_eq!(date::parse_any_year(&day.to_string()), Some(day));
    }
    if let Some(month) = date::parse_month(text) {
        assert_eq!(date::parse_month(&month.to_string()), Some(month));
        assert_eq!(Month::of(month.last()), month);
    }
    if let Some(seconds) = time::parse(text) {
        assert_eq!(time::parse(&time::text(seconds)), Some(seconds));
    }
}
