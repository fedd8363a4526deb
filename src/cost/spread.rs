//! How pay is spread over the couriers: the figures that stand for many, and how far from equal they are.

use crate::units::{Decimal, rounding};

/// A figure that stands for many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayLevel {
    /// Half are due less, half more; of an even number, the mean of the middle two.
    Median,
    /// The sum ÷ the number.
    Mean,
    /// The pay at the place n ÷ 10, rounded up, counted from the lowest.
    P10,
    /// The pay at the place 9 n ÷ 10, rounded up, counted from the lowest.
    P90,
}

impl PayLevel {
    /// The figure of some amounts, in rising order; `None` of no amounts.
    pub(crate) fn of(self, amounts: &[Decimal]) -> Option<Decimal> {
        let (lower, upper) = (amounts.len().checked_sub(1)? / 2, amounts.len() / 2);
        Some(match self {
            Self::Median => (amounts[lower] + amounts[upper]) / Decimal::TWO,
            Self::Mean => amounts.iter().sum::<Decimal>() / Decimal::from(amounts.len()),
            Self::P10 => amounts[amounts.len().div_ceil(10) - 1],
            Self::P90 => amounts[(amounts.len() * 9).div_ceil(10) - 1],
        })
    }
}

/// The Gini coefficient: 0 where all are alike, towards 1 where one has all. Three places.
///
/// G = 2 Σ i·x ÷ (n Σ x) − (n + 1) ÷ n, over the sorted figures x, i counted from 1.
pub(crate) fn gini(sorted: &[Decimal]) -> Decimal {
    let sum: Decimal = sorted.iter().sum();
    if sum.is_zero() {
        return Decimal::ZERO;
    }
    let ranked: Decimal = (1_u64..).zip(sorted).map(|(rank, pay)| Decimal::from(rank) * pay).sum();
    let count = Decimal::from(sorted.len());
    let mut gini = rounding::shown(Decimal::TWO * ranked / (count * sum) - (count + Decimal::ONE) / count, 3);
    gini.rescale(3);
    gini
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_of_ten_and_of_eleven() {
        let amounts = |last: u32| (1..=last).map(Decimal::from).collect::<Vec<_>>();
        let of = |measure: PayLevel, last| measure.of(&amounts(last)).unwrap().normalize().to_string();
        assert_eq!((of(PayLevel::Median, 10), of(PayLevel::Median, 11)), ("5.5".to_string(), "6".to_string()));
        assert_eq!((of(PayLevel::Mean, 10), of(PayLevel::Mean, 11)), ("5.5".to_string(), "6".to_string()));
        assert_eq!((of(PayLevel::P10, 10), of(PayLevel::P10, 11)), ("1".to_string(), "2".to_string()));
        assert_eq!((of(PayLevel::P90, 10), of(PayLevel::P90, 11)), ("9".to_string(), "10".to_string()));
        assert_eq!(PayLevel::Median.of(&[]), None);
    }

    /// Of 1, 2, 3, 4: 2 × (1 + 4 + 9 + 16) ÷ (4 × 10) − 5 ÷ 4 = 1.5 − 1.25 = 0.25.
    #[test]
    fn gini_of_four() {
        let yuan = |amounts: &[i64]| amounts.iter().map(|amount| Decimal::from(*amount)).collect::<Vec<_>>();
        assert_eq!(gini(&yuan(&[1, 2, 3, 4])).to_string(), "0.250");
        assert_eq!(gini(&yuan(&[5, 5, 5])).to_string(), "0.000");
        assert_eq!(gini(&yuan(&[0, 0, 0, 8])).to_string(), "0.750"); // one has all: 1 − 1 ÷ 4
        assert_eq!(gini(&[]), Decimal::ZERO);
    }
}
