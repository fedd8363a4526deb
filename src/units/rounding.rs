//! Rounding: the only place that calls it.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::units::number::POWERS_OF_TEN;
use crate::units::plain_number::PlainNumber;
use crate::units::{Currency, Yuan};

/// How an agreement rounds a line when it is made.
///
/// No statutory rounding rule for wages is known; lines to the fen, half up, are the custom of the trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    /// Places after the point, 2 for fen; `None` keeps every digit (used for costs that do not know the present rate).
    pub places: Option<u32>,
    /// What becomes of the rest.
    pub mode: Mode,
    /// What becomes of the rest of a top-up: up, so that the floor is kept, where nothing else is said.
    pub top_up: Mode,
}

/// What becomes of the digits beyond the last place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// 0.125 → 0.13, 0.124 → 0.12.
    HalfUp,
    /// 0.125 → 0.12, 0.135 → 0.14 (half to the even digit).
    HalfEven,
    /// 0.121 → 0.13: always in favour of the worker.
    Up,
    /// 0.129 → 0.12.
    Down,
}

impl Default for Rounding {
    fn default() -> Self {
        Self::FEN
    }
}

impl Rounding {
    /// To 0.01 yuan, half up.
    pub const FEN: Self = Self { places: Some(2), mode: Mode::HalfUp, top_up: Mode::Up };
    /// Not at all.
    pub const NONE: Self = Self { places: None, mode: Mode::HalfUp, top_up: Mode::Up };

    /// To the smallest unit of a currency, half up.
    #[must_use]
    pub const fn smallest(currency: Currency) -> Self {
        Self { places: Some(currency.places), ..Self::FEN }
    }

    /// Rounds an amount in yuan as the agreement says.
    #[must_use]
    pub fn apply(self, amount: Decimal) -> Yuan {
        self.places.map_or(Yuan(amount), |places| Yuan(round(amount, places, self.mode)))
    }

    /// Rounds an amount that may not be passed at the same places.
    #[must_use]
    pub fn apply_down(self, amount: Decimal) -> Yuan {
        Self { mode: Mode::Down, ..self }.apply(amount)
    }

    /// Rounds a top-up at the same places.
    #[must_use]
    pub fn apply_to_top_up(self, amount: Decimal) -> Yuan {
        Self { mode: self.top_up, ..self }.apply(amount)
    }

    /// The same of a top-up above zero in a few digits, as orders are reckoned by the million; `None` where it has fewer places.
    #[must_use]
    #[inline]
    pub(crate) fn apply_to_plain_top_up(self, amount: PlainNumber) -> Option<PlainNumber> {
        let places = self.places.filter(|_| amount.places <= EXACT_PLACES)?;
        let unit = POWERS_OF_TEN.get(amount.places.checked_sub(places)? as usize)?;
        let (kept, rest) = (amount.units / unit, amount.units % unit);
        let goes_up = match self.top_up {
            Mode::HalfUp => rest >= unit - rest,
            Mode::HalfEven => rest > unit - rest || rest == unit - rest && kept % 2 == 1,
            Mode::Up => rest > 0,
            Mode::Down => false,
        };
        Some(PlainNumber { units: kept + i64::from(goes_up && rest > 0), places })
    }
}

/// A quotient that does not end (10 ÷ 3) is held to 28 digits. Brought to 18 first, thirds that add up to
/// exactly half a fen round as that half and not as 0.00499….
const EXACT_PLACES: u32 = 18;

fn round(amount: Decimal, places: u32, mode: Mode) -> Decimal {
    let strategy = match mode {
        Mode::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        Mode::HalfEven => RoundingStrategy::MidpointNearestEven,
        Mode::Up => RoundingStrategy::AwayFromZero,
        Mode::Down => RoundingStrategy::ToZero,
    };
    let snapped = amount.round_dp_with_strategy(EXACT_PLACES, RoundingStrategy::MidpointNearestEven);
    let mut rounded = snapped.round_dp_with_strategy(places, strategy);
    rounded.rescale(places);
    rounded
}

/// A figure brought to `places` for people to read, half up. For display of quotients only; no amount passes here.
#[must_use]
pub fn shown(figure: Decimal, places: u32) -> Decimal {
    figure.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// The same with exactly so many places, zeros at the end among them.
#[must_use]
pub fn with_places(figure: Decimal, places: u32) -> Decimal {
    let mut shown = shown(figure, places);
    shown.rescale(places);
    shown
}

/// A count that a factor has made fractional, brought back to whole ones, half up.
#[must_use]
pub fn whole(count: Decimal) -> Decimal {
    count.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

/// The smallest amount of money.
pub const ONE_FEN: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// A quotient brought down to the fen, below zero too (−0.335 → −0.34), and what of the numerator, in hundredths, is left.
#[must_use]
pub fn down_to_fen(numerator: Decimal, denominator: Decimal) -> (Decimal, Decimal) {
    let hundredfold = numerator.saturating_mul(Decimal::ONE_HUNDRED);
    let mut quotient = (hundredfold / denominator).round_dp_with_strategy(0, RoundingStrategy::ToNegativeInfinity);
    quotient.rescale(0);
    let rest = hundredfold - quotient.saturating_mul(denominator);
    (quotient.saturating_mul(ONE_FEN), rest)
}

/// The largest multiple of `step` that does not pass a figure, both above zero: rates stand on a grid.
#[must_use]
pub fn down_to_step(figure: Decimal, step: Decimal) -> Decimal {
    let steps = (figure / step).round_dp_with_strategy(0, RoundingStrategy::ToZero);
    steps.saturating_mul(step).normalize()
}

/// The whole number at or below a figure: which bin of a histogram it falls in.
#[must_use]
pub fn down(figure: Decimal) -> Decimal {
    figure.round_dp_with_strategy(0, RoundingStrategy::ToNegativeInfinity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::money::parse;

    fn fen(text: &str) -> String {
        Rounding::FEN.apply(parse(text).unwrap()).0.to_string()
    }

    #[test]
    fn half_a_fen_goes_up() {
        assert_eq!(fen("0.125"), "0.13");
        assert_eq!(fen("2.565"), "2.57"); // 0.855 × 3
        assert_eq!(fen("-0.125"), "-0.13");
        assert_eq!(fen("7"), "7.00");
        assert_eq!(Rounding::FEN.apply_to_top_up(parse("0.121").unwrap()).0.to_string(), "0.13");
    }

    /// In thousandths of a yuan: 124 is below half a fen, 125 and 135 are just half of one, 126 is above; 120 has no rest.
    #[test]
    fn a_top_up_in_whole_units_is_rounded_as_any_other() {
        for (mode, expected) in [
            (Mode::HalfUp, ["0.12", "0.13", "0.13", "0.14", "0.12"]),
            (Mode::HalfEven, ["0.12", "0.12", "0.13", "0.14", "0.12"]),
            (Mode::Up, ["0.13", "0.13", "0.13", "0.14", "0.12"]),
            (Mode::Down, ["0.12", "0.12", "0.12", "0.13", "0.12"]),
        ] {
            let rounding = Rounding { top_up: mode, ..Rounding::FEN };
            let plain = |units, places| {
                let rounded = rounding.apply_to_plain_top_up(PlainNumber { units, places });
                rounded.map(|amount| Decimal::from(amount).to_string())
            };
            for (amount, expected) in [124, 125, 126, 135, 120].into_iter().zip(expected) {
                assert_eq!(plain(amount, 3).as_deref(), Some(expected), "{mode:?} {amount}");
                assert_eq!(
                    rounding.apply_to_top_up(Decimal::new(amount, 3)).0.to_string(),
                    expected,
                    "{mode:?} {amount}"
                );
            }
            // Whole fen have no rest; of whole yuan the zeros are put to them, as decimals.
            assert_eq!((plain(12, 2).as_deref(), plain(7, 0)), (Some("0.12"), None));
        }
    }

    /// −0.67 ÷ 2 is −0.335: down to −0.34, and of −67 hundredths 1 is left above twice −34.
    #[test]
    fn a_quotient_goes_down_to_the_fen() {
        let down = |numerator, denominator| {
            let (fen, rest) = down_to_fen(parse(numerator).unwrap(), Decimal::from(denominator));
            (fen.to_string(), rest.normalize().to_string())
        };
        assert_eq!(down("-0.67", 2), ("-0.34".into(), "1".into()));
        // 1.00 ÷ 3: 33 fen each, and of 100 hundredths 1 is left.
        assert_eq!(down("1.00", 3), ("0.33".into(), "1".into()));
    }

    #[test]
    fn a_rate_goes_down_to_the_grid() {
        let down = |figure, step| down_to_step(parse(figure).unwrap(), parse(step).unwrap()).to_string();
        assert_eq!((down("0.7366", "0.01"), down("0.73", "0.01")), ("0.73".to_string(), "0.73".to_string()));
        assert_eq!(down("0.7366", "0.05"), "0.7");
    }

    #[test]
    fn thirds_that_add_up_to_half_a_fen_round_as_half_a_fen() {
        let third = Decimal::ONE / Decimal::from(3);
        let sum = (third + third + third) * parse("0.005").unwrap();
        assert_eq!(Rounding::FEN.apply(sum).0.to_string(), "0.01");
    }
}
