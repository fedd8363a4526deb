//! The guarantee of one order where its measures are written in a few plain digits, as in nearly all rows of a log of millions: it is
//! reckoned in whole numbers of the last place. It comes to the same as with decimals, which a test holds it to.

use crate::agreement::order_floor::{OrderFloor, OrderTopUp};
use crate::units::number::in_places;
use crate::units::plain_number::PlainNumber;
use crate::units::{Decimal, Rounding};

/// A guarantee for measures that have these places.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainFloor {
    /// How many places each measure has.
    places: [u32; MOST_PLAIN],
    measures: usize,
    /// What is guaranteed for one unit of the last place of each measure, and what is compared with it.
    due: [i64; MOST_PLAIN],
    counted: [i64; MOST_PLAIN],
    least: i64,
    /// How many places these have.
    scale: u32,
    rounding: Rounding,
}

/// What an order is topped up with, in a few digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainTopUp {
    pub due: PlainNumber,
    pub counted: PlainNumber,
    pub amount: PlainNumber,
}

/// The most measures that are reckoned in this way.
pub(crate) const MOST_PLAIN: usize = 4;

/// The most places of a measure, and of an amount.
const MOST_PLACES: u32 = 6;

/// Of four measures, each below this and worth less than this a unit, the sum is below 9.2 × 10^18.
const SMALL: i64 = 1_000_000_000;

impl PlainFloor {
    /// Of a guarantee, for measures with the places of these; `None` where that takes too many digits.
    pub(crate) fn new(floor: &OrderFloor, values: &[PlainNumber]) -> Option<Self> {
        let mut places = [0; MOST_PLAIN];
        for (places, value) in places.get_mut(..values.len())?.iter_mut().zip(values) {
            *places = value.places;
        }
        let amounts = || floor.due.0.iter().chain(&floor.counted.0).chain(&floor.at_least);
        let (of_values, of_amounts) = (places.iter().max()?, amounts().map(Decimal::scale).max()?);
        let scale = of_values + of_amounts;
        let unit = |(amount, places): (&Decimal, &u32)| {
            in_places(*amount, scale - places).filter(|unit| (-SMALL..SMALL).contains(unit))
        };
        let units = |amounts: &[Decimal]| {
            let mut units = [0; MOST_PLAIN];
            for (at, each) in amounts.iter().zip(&places).enumerate() {
                *units.get_mut(at)? = unit(each)?;
            }
            Some(units)
        };
        let least = floor.at_least.map_or(Some(i64::MIN), |least| in_places(least, scale))?;
        let (due, counted) = (units(&floor.due.0)?, units(&floor.counted.0)?);
        let is_plain = *of_values <= MOST_PLACES && of_amounts <= MOST_PLACES;
        let rounding = floor.rounding;
        is_plain.then_some(Self { places, measures: values.len(), due, counted, least, scale, rounding })
    }

    /// Whether it is for such measures.
    #[inline]
    pub(crate) fn fits(&self, values: &[PlainNumber]) -> bool {
        let same = |(places, value): (&u32, &PlainNumber)| value.places == *places;
        values.len() == self.measures && self.places.iter().zip(values).all(same)
    }

    /// What an order is topped up with to whose measures it [fits](Self::fits), `Some(None)` where nothing is missing; `None` where
    /// they are too large.
    #[inline]
    #[expect(clippy::option_option, reason = "what is missing may be nothing, or not known here")]
    pub(crate) fn top_up(&self, values: &[PlainNumber]) -> Option<Option<PlainTopUp>> {
        let (mut due, mut counted, mut is_small) = (0_i64, 0_i64, true);
        for (value, (of_due, of_counted)) in values.iter().zip(self.due.iter().zip(&self.counted)) {
            is_small &= (-SMALL..SMALL).contains(&value.units);
            due = due.wrapping_add(of_due.wrapping_mul(value.units));
            counted = counted.wrapping_add(of_counted.wrapping_mul(value.units));
        }
        let due = due.max(self.least);
        let missing = due.checked_sub(counted).filter(|_| is_small)?;
        if missing <= 0 {
            return Some(None);
        }
        let exact = |units| PlainNumber { units, places: self.scale };
        let amount = self.rounding.apply_to_plain_top_up(exact(missing))?;
        Some(Some(PlainTopUp { due: exact(due), counted: exact(counted), amount }))
    }
}

impl From<PlainTopUp> for OrderTopUp {
    fn from(PlainTopUp { due, counted, amount }: PlainTopUp) -> Self {
        Self { due: due.into(), counted: counted.into(), amount: amount.into() }
    }
}
