//! How unequal the days are: the coefficient of variation of pay per courier-day, each area weighted by its courier-days.

use crate::units::Decimal;

/// The piece pay of an area and its courier-days.
pub(crate) type Days = (Decimal, Decimal);

/// The square of the coefficient of variation: Σ D (p ÷ mean − 1)² ÷ Σ D, with p the pay of a courier-day. Nothing where
/// nothing is paid.
pub(crate) fn square(areas: &[Days]) -> Decimal {
    let sum = |figure: fn(&Days) -> Decimal| areas.iter().map(figure).fold(Decimal::ZERO, Decimal::saturating_add);
    let (pay, days) = (sum(|area| area.0), sum(|area| area.1));
    if pay.is_zero() || days.is_zero() {
        return Decimal::ZERO;
    }
    let mean = pay / days;
    let deviations = areas.iter().map(|(pay, days)| {
        let off = *pay / *days / mean - Decimal::ONE;
        days.saturating_mul(off.saturating_mul(off))
    });
    deviations.fold(Decimal::ZERO, Decimal::saturating_add) / days
}

/// The coefficient of variation itself, by Newton's steps to the root.
pub(crate) fn spread(areas: &[Days]) -> Decimal {
    let square = square(areas);
    if square.is_zero() {
        return Decimal::ZERO;
    }
    // From above, each step comes nearer until the digits end.
    let mut root = square.max(Decimal::ONE);
    loop {
        let nearer = (root + square / root) / Decimal::TWO;
        if nearer >= root {
            return root;
        }
        root = nearer;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(areas: &[(u32, u32)]) -> Vec<Days> {
        areas.iter().map(|(pay, days)| (Decimal::from(*pay), Decimal::from(*days))).collect()
    }

    #[test]
    fn equal_days_have_no_spread() {
        assert_eq!(spread(&days(&[(100, 1), (300, 3)])), Decimal::ZERO);
        assert_eq!(spread(&[]), Decimal::ZERO);
    }

    #[test]
    fn the_spread_is_weighted_by_days() {
        // 90 and 110 a day, as many days each: 10 off a mean of 100. Three days of 90 and one of 130: √300 off 100.
        assert_eq!(spread(&days(&[(90, 1), (110, 1)])), Decimal::new(1, 1));
        let root = spread(&days(&[(270, 3), (130, 1)]));
        assert_eq!(crate::units::rounding::shown(root, 6), Decimal::new(173_205, 6));
    }
}
