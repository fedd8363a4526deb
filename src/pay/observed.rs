//! What a run comes across on its way, and hands back: mistakes, what was used, what a note has to say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::change::Change;
use crate::agreement::figure::Band;
use crate::agreement::in_force::Applied;
use crate::agreement::kinds::AbsenceKind;
use crate::diagnostics::Problems;
use crate::pay::earlier_pay::EarlierPay;
use crate::pay::hours_and_parcels::HoursAndParcels;
use crate::units::{Date, Decimal, PayPeriod};

/// What a run has come across so far.
#[derive(Debug, Default)]
pub(crate) struct Observed {
    /// The mistakes of the input that only show in a run.
    pub(crate) problems: Problems,
    /// The changes that found something to change.
    pub(crate) applied: Applied,
    /// Whether the band of a rate of parcels was met with no rate chosen.
    pub(crate) band_open: bool,
    /// The rules that gave an amount, each with the index of its dated figure; `None`: a figure of no day.
    pub(crate) figures: BTreeSet<(usize, Option<usize>)>,
    /// The rows of `--rates` that priced something, by their place in the file.
    pub(crate) rates: BTreeSet<usize>,
    /// Lower ends of bands that a change has raised above a rate in force.
    pub(crate) lifted: BTreeSet<Decimal>,
    /// The gaps between protected periods that were bridged.
    pub(crate) bridged: BTreeSet<BridgedGap>,
    /// The Mondays of weeks that the attendance begins in the middle of, so that their hours are not known.
    pub(crate) weeks_cut: BTreeSet<Date>,
    /// By premium rule, who worked on its occasion with no pay that it multiplies, and the first such day.
    pub(crate) idle_premiums: BTreeMap<usize, (BTreeSet<Arc<str>>, Date)>,
    /// Days of absence of which no rule speaks, by kind and by whose they are.
    pub(crate) absent_without_rule: BTreeMap<Option<AbsenceKind>, BTreeMap<OfMonth, Decimal>>,
    /// Whose attendance of a month has absences and no work.
    pub(crate) exceptions_only: BTreeSet<OfMonth>,
    /// Where log and attendance do not agree.
    pub(crate) hours_and_parcels: HoursAndParcels,
    /// What was due in the months before, where a rule pays absences by it.
    pub(crate) earlier_pay: EarlierPay,
    /// Whose leave is paid by the months before, and has none.
    pub(crate) without_earlier_pay: BTreeSet<OfMonth>,
    /// The changes that move a rate out of its band, by their index.
    pub(crate) leaving: BTreeMap<usize, Leaving>,
}

impl Observed {
    /// Adds what was come across elsewhere: with other people, but for `problems`, whose order is that of the slots.
    pub(crate) fn absorb(&mut self, other: Self) {
        let Self { problems, applied, band_open, figures, rates, lifted, bridged, weeks_cut, idle_premiums, .. } =
            other;
        self.problems.extend(problems);
        self.applied.extend(applied);
        self.band_open |= band_open;
        self.figures.extend(figures);
        self.rates.extend(rates);
        self.lifted.extend(lifted);
        self.bridged.extend(bridged);
        self.weeks_cut.extend(weeks_cut);
        for (rule, (couriers, first)) in idle_premiums {
            let known = self.idle_premiums.entry(rule).or_insert((BTreeSet::new(), first));
            known.0.extend(couriers);
            known.1 = known.1.min(first);
        }
        for (kind, days) in other.absent_without_rule {
            self.absent_without_rule.entry(kind).or_default().extend(days);
        }
        self.exceptions_only.extend(other.exceptions_only);
        self.without_earlier_pay.extend(other.without_earlier_pay);
        for (change, leaving) in other.leaving {
            let known = self
                .leaving
                .entry(change)
                .or_insert_with(|| Leaving { change: Arc::clone(&leaving.change), ..leaving });
            known.lowest = known.lowest.min(leaving.lowest);
            known.highest = known.highest.max(leaving.highest);
        }
    }
}

/// A courier, a company and a month.
pub(crate) type OfMonth = (Arc<str>, Arc<str>, PayPeriod);

/// A gap between two protected periods that was taken as protected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BridgedGap {
    pub(crate) courier: Arc<str>,
    /// The last day of the period before and the first of the one after.
    pub(crate) days: (Date, Date),
}

/// A change that moves rates out of their band, and how far.
#[derive(Debug)]
pub(crate) struct Leaving {
    pub(crate) change: Arc<Change>,
    pub(crate) clause: Arc<str>,
    pub(crate) band: Band,
    pub(crate) lowest: Decimal,
    pub(crate) highest: Decimal,
}
