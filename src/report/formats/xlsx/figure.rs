//! Figures as a workbook holds them: binary floats, of which it shows fifteen digits.
#![expect(
    clippy::disallowed_types,
    reason = "a workbook has no other numbers; what one cannot hold exactly becomes text"
)]

use crate::report::Cell;
use crate::units::Decimal;

/// The digits that every program shows as they were written.
const SURE: u64 = 1_000_000_000_000_000;

/// The number of a cell, where a workbook holds exactly this one; `None` for words, and for a figure with too many digits.
///
/// A quantity may have some more digits than are shown, as long as it is read back to the last of them. An amount may not:
/// someone would reckon with what is shown.
pub(super) fn number(cell: &Cell) -> Option<f64> {
    let figure = value(cell)?;
    let sure = figure.mantissa().unsigned_abs() < SURE.into();
    let written = figure.to_string();
    let number: f64 = written.parse().ok()?;
    ((sure || matches!(cell, Cell::Number(_))) && number.to_string() == written).then_some(number)
}

/// The figure of a cell without the zeros at its end; `None` for words and for what is missing.
pub(super) fn value(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Count(count) => Some(Decimal::from(*count)),
        Cell::Money(figure) | Cell::Number(figure) => Some(figure.normalize()),
        Cell::Missing | Cell::Text(_) | Cell::Word(_) | Cell::Said(_) => None,
    }
}

/// The places after the point that a figure is shown with.
pub(super) fn places(cell: &Cell) -> u32 {
    match cell {
        Cell::Money(amount) => amount.normalize().scale().max(2),
        Cell::Number(figure) => figure.scale(),
        Cell::Missing | Cell::Text(_) | Cell::Word(_) | Cell::Said(_) | Cell::Count(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_that_is_not_shown_to_the_fen_is_no_number() {
        let money = |text: &str| number(&Cell::Money(text.parse().unwrap())).map(|number| number.to_string());
        assert_eq!(money("1208.00").as_deref(), Some("1208"));
        assert_eq!(money("-0.10").as_deref(), Some("-0.1"));
        // fifteen digits, and sixteen
        assert_eq!(money("1234567890123.45").as_deref(), Some("1234567890123.45"));
        assert_eq!(money("12345678901234.56"), None);
        // the zeros at the end are no digits of their own
        assert_eq!(money("12345678901234.50").as_deref(), Some("12345678901234.5"));
        assert_eq!(number(&Cell::Count(u64::MAX)), None);
        assert!(number(&Cell::Number("1234.333333333333".parse().unwrap())).is_some());
        assert_eq!(number(&Cell::Number("0.1234567890123456789".parse().unwrap())), None);
    }

    proptest! {
        /// What is written as a number is, to the last digit, the figure.
        #[test]
        fn a_number_is_the_figure(mantissa in any::<i64>(), scale in 0_u32..20) {
            let figure = Decimal::new(mantissa, scale);
            for cell in [Cell::Money(figure), Cell::Number(figure)] {
                if let Some(number) = number(&cell) {
                    prop_assert_eq!(number.to_string().parse::<Decimal>().unwrap(), figure);
                }
            }
        }
    }
}
