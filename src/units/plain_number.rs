//! Numbers of a few plain digits, read, reckoned and added up by the million as whole numbers of their last place.

use crate::units::Decimal;
use crate::units::number::{self, POWERS_OF_TEN};

/// An exact number of a few digits: 12.50 is 1250 units of 2 places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PlainNumber {
    /// How many.
    pub units: i64,
    /// How many places.
    pub places: u32,
}

impl PlainNumber {
    /// A decimal that fits.
    #[inline]
    pub(crate) fn of(number: Decimal) -> Option<Self> {
        Some(Self { units: i64::try_from(number.mantissa()).ok()?, places: number.scale() })
    }

    /// The same in units of the last of so many places; `None` where it has more of them, or becomes too large.
    #[inline]
    pub(crate) fn in_places(self, places: u32) -> Option<i64> {
        if self.places == places {
            return Some(self.units);
        }
        self.units.checked_mul(*POWERS_OF_TEN.get(places.checked_sub(self.places)? as usize)?)
    }
}

impl From<PlainNumber> for Decimal {
    fn from(PlainNumber { units, places }: PlainNumber) -> Self {
        Self::new(units, places)
    }
}

/// The number in a field of a row: at most nine digits with a point among them or none; `None` for anything else, which is then
/// read with care.
#[inline]
pub(crate) fn quick(bytes: &[u8], start: usize, end: usize) -> Option<PlainNumber> {
    let (length, last) = (end.wrapping_sub(start), bytes.get(..end)?.last_chunk());
    match last {
        Some(last) if (1..=EIGHT).contains(&length) => of_eight(*last, length),
        _ => one_by_one(bytes.get(start..end)?),
    }
}

#[inline(never)]
fn one_by_one(raw: &[u8]) -> Option<PlainNumber> {
    PlainNumber::of(number::quick(raw)?)
}

/// How many bytes are looked at together.
const EIGHT: usize = 8;

/// A number in the last few of eight bytes.
///
/// All eight are looked at in one step: what stands before the number becomes zeros, the point is taken out from between the digits,
/// and neighbours are added up to pairs, fours and eight. What wraps around is only asked for its digits.
#[inline]
fn of_eight(last: [u8; EIGHT], length: usize) -> Option<PlainNumber> {
    let before = 8 * u32::try_from(EIGHT - length).ok()?; // bits, of which the lowest are the first byte
    let values = (u64::from_le_bytes(last) ^ repeated(b'0')) & u64::MAX.wrapping_shl(before); // of digits their values
    let (digits, places) = match point(values) {
        None => (values, 0),
        // A point has digits on both sides.
        Some(bits) if bits == before || bits == 56 => return None,
        Some(bits) => {
            let behind = u64::MAX.wrapping_shl(bits + 8);
            let whole = values & !u64::MAX.wrapping_shl(bits);
            (values & behind | whole << 8, 7 - bits / 8)
        }
    };
    if (digits.wrapping_add(repeated(0x76)) | digits) & repeated(0x80) != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_ffff_0000_ffff;
    let units = fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff;
    Some(PlainNumber { units: units.cast_signed(), places })
}

/// Where the first point stands among the values of eight bytes, in bits; `None` where there is none.
#[inline]
fn point(values: u64) -> Option<u32> {
    let others = values ^ repeated(b'.' ^ b'0');
    let found = others.wrapping_sub(repeated(1)) & !others & repeated(0x80);
    (found != 0).then(|| found.trailing_zeros() & !7)
}

/// The same byte eight times.
const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; EIGHT])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &[u8], before: &[u8]) -> Option<Decimal> {
        let bytes = [before, text].concat();
        quick(&bytes, before.len(), bytes.len()).map(Decimal::from)
    }

    #[test]
    fn numbers_of_a_few_digits() {
        for (text, expected) in [
            ("0", Some((0, 0))),
            ("12.50", Some((1250, 2))),
            ("3.0", Some((30, 1))),
            ("99999999", Some((99_999_999, 0))),
            ("0.000001", Some((1, 6))),
            ("123456789", Some((123_456_789, 0))),
            ("123456.789", Some((123_456_789, 3))),
            ("", None),
            (".5", None),
            ("5.", None),
            (".", None),
            ("1.2.3", None),
            ("-1", None),
            ("1/2", None),
            ("1:2", None),
            (" 1", None),
            ("1\u{e9}", None),
        ] {
            for before in [&b""[..], b"K0001,", b"0000000000", b"........."] {
                let expected = expected.map(|(units, places)| Decimal::new(units, places));
                let found = read(text.as_bytes(), before);
                assert_eq!(found, expected, "{text:?}");
                assert_eq!(found.map(|number| number.scale()), expected.map(|number| number.scale()), "{text:?}");
            }
        }
    }

    proptest! {
        /// Eight bytes together are read as one after the other.
        #[test]
        fn all_ways_read_the_same(text in prop::collection::vec(prop_oneof![8 => b'0'..=b'9', 2 => Just(b'.'), 1 => any::<u8>()], 0..12)) {
            let slow = number::quick(&text);
            prop_assert_eq!(read(&text, b"12345678.,"), slow);
            prop_assert_eq!(read(&text, b""), slow);
        }
    }
}
