//! An amount of money in yuan, exact.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use rust_decimal::Decimal;

use crate::units::Currency;

/// The largest figure that an input may name, in yuan or as a count: 10^12. It keeps every product of the
/// program far inside the 28 digits of [`Decimal`], so that arithmetic never overflows.
pub const LARGEST: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

/// An amount of money in yuan (1 yuan = 100 fen), exact to the last digit. Never a float.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Yuan(pub Decimal);

impl Yuan {
    /// No money: 0 yuan.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Whether the amount is nothing.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }
}

impl Add for Yuan {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Yuan {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Yuan {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Yuan {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Reads a decimal as a person writes it: digits, one point, a sign; no exponent, no separators.
///
/// `None` where the text is anything else, has more than 28 digits, or its size passes [`LARGEST`].
#[must_use]
pub fn parse(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    Decimal::from_str_exact(text).ok().filter(|value| value.abs() <= LARGEST)
}

/// An amount or a rate with two places at least, and no digit of it lost: 0.6 becomes 0.60, 0.855 stays.
#[must_use]
pub fn to_fen(amount: Decimal) -> Decimal {
    to_smallest(amount, Currency::YUAN)
}

/// The same in another currency, with its places: 312.00 yen become 312.
#[must_use]
pub fn to_smallest(amount: Decimal, currency: Currency) -> Decimal {
    let mut amount = if currency.places < 2 { amount.normalize() } else { amount };
    amount.rescale(amount.scale().max(currency.places));
    amount
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_show_their_fen() {
        for (amount, shown) in [("0.6", "0.60"), ("-7", "-7.00"), ("0.855", "0.855"), ("2070.00", "2070.00")] {
            assert_eq!(to_fen(parse(amount).unwrap()).to_string(), shown);
        }
        let shown = |amount, code| to_smallest(parse(amount).unwrap(), Currency::named(code).unwrap()).to_string();
        assert_eq!(
            (shown("312.00", "JPY"), shown("0.5", "JPY"), shown("2.5", "KWD")),
            ("312".into(), "0.5".into(), "2.500".into())
        );
        // What has more places than the currency keeps them, zeros among them, but for one that has none.
        assert_eq!((shown("0.8500", "CNY"), shown("2.5000", "KWD")), ("0.8500".into(), "2.5000".into()));
    }

    #[test]
    fn reads_what_is_written_and_nothing_else() {
        assert_eq!(parse("0.10").unwrap().to_string(), "0.10");
        assert_eq!(parse("-0.7").unwrap().to_string(), "-0.7");
        assert_eq!(parse("+3").unwrap().to_string(), "3");
        for bad in ["", "abc", "0.7.0", "1e3", ".5", "5.", "1_000", "1,000", "０.７", "+-1", "NaN"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        assert_eq!(parse("1000000000000").unwrap(), LARGEST);
        assert_eq!(parse("1000000000000.01"), None);
        assert_eq!(parse("0.1234567890123456789012345678901"), None);
    }
}
