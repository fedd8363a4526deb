//! Rates that even out the days of one company: λ ÷ v inside the band, λ by bisection, then on the grid of steps.

use std::collections::{BTreeMap, BTreeSet};

use crate::cost::balance::spread;
use crate::cost::balance::spread::Days;
use crate::units::{Decimal, rounding};

/// An area of a company.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Its parcels, N; above zero.
    pub(crate) parcels: Decimal,
    /// Its courier-days, D; above zero.
    pub(crate) days: Decimal,
    /// Its piece pay as it stands, in yuan.
    pub(crate) piece: Decimal,
    /// The lowest rate that it may get.
    pub(crate) min: Decimal,
    /// The highest rate that it may get.
    pub(crate) max: Decimal,
}

/// The rates that even out pay per courier-day within the budget; `None` where none on the grid make it more equal than it is.
pub(crate) fn even(parts: &[Part], budget: Decimal, step: Decimal) -> Option<Vec<Decimal>> {
    let exact = exact(parts, budget);
    // A rate that a bisection has left a hair below the grid belongs on it.
    let near: Vec<Decimal> = exact.iter().map(|rate| rounding::shown(*rate, 12)).collect();
    let mut grid = on_grid(parts, &near, step);
    if cost(parts, &grid) > budget {
        grid = on_grid(parts, &exact, step);
    }
    let lifted = lifted(parts, grid.clone(), &near, budget, step);
    let today: Vec<Days> = parts.iter().map(|part| (part.piece, part.days)).collect();
    let (paid, today) = (today.iter().map(|(piece, _)| *piece).sum::<Decimal>(), spread::square(&today));
    let fits = |rates: &Vec<Decimal>| {
        let days = |(part, rate): (&Part, &Decimal)| (part.parcels.saturating_mul(*rate), part.days);
        let after: Vec<Days> = parts.iter().zip(rates).map(days).collect();
        let (cost, spread) = (cost(parts, rates), spread::square(&after));
        // To pay less for days that are as unequal as before would only be a cut.
        cost <= budget && (spread < today || spread == today && cost >= paid)
    };
    [lifted, grid].into_iter().find(fits)
}

/// What the parcels cost at these rates.
pub(crate) fn cost(parts: &[Part], rates: &[Decimal]) -> Decimal {
    let costs = parts.iter().zip(rates).map(|(part, rate)| part.parcels.saturating_mul(*rate));
    costs.fold(Decimal::ZERO, Decimal::saturating_add)
}

/// r = clamp(λ ÷ v, min, max) with the largest λ that stays within the budget.
fn exact(parts: &[Part], budget: Decimal) -> Vec<Decimal> {
    let rates = |level: Decimal| -> Vec<Decimal> {
        let rate = |part: &Part| (level.saturating_mul(part.days) / part.parcels).clamp(part.min, part.max);
        parts.iter().map(rate).collect()
    };
    let end = |part: &Part| part.max.saturating_mul(part.parcels) / part.days;
    let mut above = parts.iter().map(end).max().unwrap_or_default();
    if cost(parts, &rates(above)) <= budget {
        return rates(above);
    }
    let mut below = Decimal::ZERO;
    loop {
        let middle = (below + above) / Decimal::TWO;
        if middle <= below || middle >= above {
            return rates(below);
        }
        if cost(parts, &rates(middle)) <= budget {
            below = middle;
        } else {
            above = middle;
        }
    }
}

/// Each rate brought down to the grid, but never below its lowest.
fn on_grid(parts: &[Part], rates: &[Decimal], step: Decimal) -> Vec<Decimal> {
    let down = |(part, rate): (&Part, &Decimal)| rounding::down_to_step(*rate, step).max(part.min).min(part.max);
    parts.iter().zip(rates).map(down).collect()
}

/// Spends what the grid has left over: step by step on the lowest-paid of the areas that the grid put below their exact rate.
/// Areas of the same density and rate go together or not at all, so that they stay equal.
fn lifted(parts: &[Part], mut rates: Vec<Decimal>, exact: &[Decimal], budget: Decimal, step: Decimal) -> Vec<Decimal> {
    let next = |part: &Part, rate: Decimal| (rounding::down_to_step(rate, step) + step).min(part.max);
    let pay = |at: usize, rate: Decimal| rate.saturating_mul(parts[at].parcels) / parts[at].days;
    let is_open = |at: usize, rate: Decimal| rate < exact[at] && rate < parts[at].max;
    let densities = densities(parts);
    let mut cost = cost(parts, &rates);
    // The areas that can still be lifted: by what a day is paid, and those that are alike.
    let mut open: BTreeSet<(Decimal, usize)> = BTreeSet::new();
    let mut alike: BTreeMap<(usize, Decimal), Vec<usize>> = BTreeMap::new();
    for (at, rate) in rates.iter().enumerate().filter(|(at, rate)| is_open(*at, **rate)) {
        open.insert((pay(at, *rate), at));
        alike.entry((densities[at], *rate)).or_default().push(at);
    }
    while let Some((_, lowest)) = open.first().copied() {
        let group = alike.remove(&(densities[lowest], rates[lowest])).unwrap_or_default();
        let higher: Vec<Decimal> = group.iter().map(|at| next(&parts[*at], rates[*at])).collect();
        let more = |(at, higher): (&usize, &Decimal)| parts[*at].parcels.saturating_mul(*higher - rates[*at]);
        let more = group.iter().zip(&higher).map(more).fold(Decimal::ZERO, Decimal::saturating_add);
        let is_paid = cost.saturating_add(more) <= budget;
        cost += if is_paid { more } else { Decimal::ZERO };
        for (at, higher) in group.into_iter().zip(higher) {
            open.remove(&(pay(at, rates[at]), at));
            if is_paid {
                rates[at] = higher;
                if is_open(at, higher) {
                    open.insert((pay(at, higher), at));
                    alike.entry((densities[at], higher)).or_default().push(at);
                }
            }
        }
    }
    rates
}

/// The place of each area among all densities, parcels ÷ courier-days, from the lowest on.
fn densities(parts: &[Part]) -> Vec<usize> {
    let compare = |one: &usize, other: &usize| {
        let (one, other) = (&parts[*one], &parts[*other]);
        one.parcels.saturating_mul(other.days).cmp(&other.parcels.saturating_mul(one.days))
    };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(compare);
    let mut densities = vec![0; parts.len()];
    let of_density = order.chunk_by(|one, other| compare(one, other).is_eq());
    for (place, of_density) in of_density.enumerate() {
        for at in of_density {
            densities[*at] = place;
        }
    }
    densities
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::money::parse;

    fn part(parcels: u32, days: u32, rate: &str) -> Part {
        let (parcels, days, rate) = (Decimal::from(parcels), Decimal::from(days), parse(rate).unwrap());
        let (min, max) = (parse("0.60").unwrap(), parse("1.00").unwrap());
        Part { parcels, days, piece: parcels * rate, min, max }
    }

    fn rates(parts: &[Part], budget: &str) -> Vec<String> {
        let rates = even(parts, parse(budget).unwrap(), parse("0.01").unwrap()).unwrap();
        rates.iter().map(|rate| rate.normalize().to_string()).collect()
    }

    #[test]
    fn the_denser_area_gets_the_lower_rate() {
        // λ = 180 ÷ 2 = 90 a day: 90 ÷ 120 = 0.75 and 90 ÷ 100 = 0.90.
        assert_eq!(rates(&[part(120, 1, "0.80"), part(100, 1, "0.84")], "180"), ["0.75", "0.9"]);
    }

    #[test]
    fn the_band_holds_and_the_others_take_the_rest() {
        // 100 and 300 parcels a day for 240: 120 a day would be 1.20 and 0.40. The second stays at 0.60 = 180, 60 is left: 0.60.
        assert_eq!(rates(&[part(100, 1, "0.60"), part(300, 1, "0.60")], "240"), ["0.6", "0.6"]);
    }

    #[test]
    fn what_the_grid_leaves_goes_to_the_lowest_paid() {
        // λ = 81 a day: 81 ÷ 110 = 0.7363… → 0.73, 81 ÷ 90 = 0.90. Left 162 − 80.30 − 81 = 0.70, a step costs 1.10: not affordable.
        assert_eq!(rates(&[part(110, 1, "0.81"), part(90, 1, "0.81")], "162"), ["0.73", "0.9"]);
        // One yuan more: λ = 81.5: 0.7409… → 0.74, 0.9055… → 0.90; left 163 − 81.40 − 81 = 0.60, steps cost 1.10 and 0.90: neither.
        assert_eq!(rates(&[part(110, 1, "0.81"), part(90, 1, "0.81")], "163"), ["0.74", "0.9"]);
        // λ = 81.9: 0.7445… → 0.74 (81.40), 0.91: 163.30; left 0.50. At 164.4: λ = 82.2: 0.7472… → 0.74, 0.9133… → 0.91; left 1.10: 0.75.
        assert_eq!(rates(&[part(110, 1, "0.81"), part(90, 1, "0.81")], "164.40"), ["0.75", "0.91"]);
    }
}
