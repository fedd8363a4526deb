//! How the pay of a month is spread over the couriers, and who is below the floor.

use std::sync::Arc;

use crate::cost::CoveredLog;
use crate::cost::baseline::in_threads;
use crate::cost::monthly::{below_floor, monthly};
use crate::cost::spread::{PayLevel, gini};
use crate::pay::PayRun;
use crate::units::{Decimal, Rounding, Yuan, rounding};

/// How the pay of a month is spread over the couriers. A courier's month is one figure, whatever the company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The middle one, in yuan, to the fen.
    pub median: Yuan,
    /// 0: all alike; towards 1: one has all. Three places.
    pub gini: Decimal,
    /// How many lie in each bin.
    pub bars: Vec<u64>,
    /// How many couriers needed a top-up to reach the floor in some month; `None` where no floor was computed.
    pub below_floor: Option<u64>,
}

/// The bins of the histogram: equally wide, the last one open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bins {
    /// Yuan at which the first begins.
    pub from: Decimal,
    /// Yuan.
    pub width: Decimal,
}

/// How many bins there are.
pub(crate) const BINS: usize = 12;

impl Bins {
    /// The bins that fit pay as it stands.
    pub(crate) fn of_runs(runs: &[Arc<PayRun>], log: &CoveredLog) -> Self {
        let mut pays: Vec<Decimal> = runs.iter().flat_map(|run| pays(run, log)).collect();
        pays.sort_unstable();
        Self::of(&pays)
    }

    /// Bins of a round width that hold these figures, sorted, with a little room above.
    fn of(pays: &[Decimal]) -> Self {
        let (least, most) = (pays.first().copied().unwrap_or_default(), pays.last().copied().unwrap_or_default());
        let widths = (1..10).flat_map(|power| [1, 2, 3, 4, 6, 8].map(|digit| Decimal::from(digit * 10_i64.pow(power))));
        let mut fitting = widths.map(|width| (rounding::down(least / width) * width, width));
        let room = Decimal::from(BINS - 1);
        let (from, width) = fitting
            .find(|(from, width)| from + width * room > most)
            .unwrap_or((Decimal::ZERO, Decimal::from(10_i64.pow(10))));
        Self { from, width }
    }

    fn bars(&self, pays: &[Decimal]) -> Vec<u64> {
        let mut bars = vec![0; BINS];
        for pay in pays {
            let place = rounding::down((pay - self.from) / self.width).max(Decimal::ZERO);
            let place = usize::try_from(place).unwrap_or(usize::MAX).min(BINS - 1);
            bars[place] += 1;
        }
        bars
    }
}

/// The couriers of one run, month by month.
#[derive(Debug)]
struct Months {
    run: Arc<PayRun>,
    /// Sorted.
    pays: Vec<Decimal>,
    bars: Vec<u64>,
    below_floor: Option<u64>,
}

/// The months of every run that was last looked at: most runs stay the same from key to key. A courier is in one run only.
#[derive(Clone, Debug, Default)]
pub(crate) struct KnownSpreads {
    months: Vec<Arc<Months>>,
}

impl KnownSpreads {
    /// How the pay of the runs is spread; `None` where no courier is named.
    pub(crate) fn spread(&mut self, runs: &[Arc<PayRun>], log: &CoveredLog, bins: &Bins) -> Option<Spread> {
        let known = std::mem::take(&mut self.months);
        let places: Vec<usize> = (0..runs.len()).collect();
        let same = |place: usize| known.get(place).filter(|months| Arc::ptr_eq(&months.run, &runs[place]));
        let months = in_threads(&places, |place| {
            Ok(same(*place).map_or_else(|| Arc::new(Months::of(&runs[*place], log, bins)), Arc::clone))
        });
        self.months = months.expect("looking at a run finds no mistake");
        let mut pays: Vec<Decimal> = self.months.iter().flat_map(|months| months.pays.iter().copied()).collect();
        pays.sort();
        let median = Rounding::FEN.apply(PayLevel::Median.of(&pays)?);
        let mut bars = vec![0; BINS];
        for months in &self.months {
            bars.iter_mut().zip(&months.bars).for_each(|(sum, of_run)| *sum += of_run);
        }
        let floors = self.months.iter().filter_map(|months| months.below_floor);
        let below_floor = floors.reduce(|sum, of_run| sum + of_run);
        Some(Spread { median, gini: gini(&pays), bars, below_floor })
    }
}

impl Months {
    fn of(run: &Arc<PayRun>, log: &CoveredLog, bins: &Bins) -> Self {
        let pays = pays(run, log);
        let below_floor = below_floor(std::slice::from_ref(run));
        Self { run: Arc::clone(run), bars: bins.bars(&pays), pays, below_floor }
    }
}

/// The pay of each courier in each month, from the lowest to the highest; of a month that is cut, what it comes to in the whole.
fn pays(run: &PayRun, log: &CoveredLog) -> Vec<Decimal> {
    let months = monthly(run.payslips.iter()).into_iter();
    let mut pays: Vec<Decimal> = months.map(|((_, month), pay)| log.of_month(month, pay.0)).collect();
    pays.sort_unstable();
    pays
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(amounts: &[i64]) -> Vec<Decimal> {
        amounts.iter().map(|amount| Decimal::from(*amount)).collect()
    }

    /// From 3,020 to 7,990 with eleven bins: 600 wide from 3,000 reach to 9,600; 400 wide from 2,800 only to 7,200.
    #[test]
    fn bins_are_round() {
        let bins = Bins::of(&yuan(&[3020, 5000, 7990]));
        assert_eq!(bins, Bins { from: Decimal::from(3000), width: Decimal::from(600) });
        assert_eq!(bins.bars(&yuan(&[3020, 3599, 3600, 7990, 99_999, 10])), [3, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
    }
}
