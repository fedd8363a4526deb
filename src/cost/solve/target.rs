//! The monthly pay of couriers who worked the whole month: its median, its mean, the pay that a tenth do not pass.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::cost::annual::covered::{CoveredLog, MONTH};
use crate::cost::monthly::monthly;
use crate::cost::spread::PayLevel;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place, Problem};
use crate::pay::{PayRun, Payslip};
use crate::units::{Date, Decimal, Month, number};
use crate::workforce::Workforce;
use crate::workforce::roster::{Terms, is_any_in_force};

/// What monthly pay is to reach.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Which figure of it.
    pub measure: PayLevel,
    /// Yuan a month.
    pub figure: Decimal,
}

/// Parcels on at least so many days of a month are a whole month's work, where no roster says who is employed.
pub(crate) const DAYS: usize = 20;

impl Target {
    /// Reads `--target`: `median=7000`, `mean=7000` or `p10=5000`.
    ///
    /// # Errors
    /// That it has another form.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let (measure, figure) = text.split_once('=').unwrap_or_default();
        let measure = match measure.trim() {
            "median" => Some(PayLevel::Median),
            "mean" => Some(PayLevel::Mean),
            "p10" => Some(PayLevel::P10),
            _ => None,
        };
        let figure = number::typed(figure).filter(|figure| *figure > Decimal::ZERO);
        measure.zip(figure).map(|(measure, figure)| Self { measure, figure }).ok_or_else(|| {
            let place = Place::in_line(&Arc::from("--target"), 1, text, 0..text.len());
            Problem::new(Message::new("solve-target-form").with("found", text)).at(place)
        })
    }
}

impl PayLevel {
    /// Its name for people.
    pub(crate) fn name(self) -> Arg {
        match self {
            Self::Median => Arg::Word("median"),
            Self::Mean => Arg::Word("mean"),
            Self::P10 => Arg::Word("p10"),
            Self::P90 => Arg::Word("p90"),
        }
    }
}

/// People and the months covered whole that they worked from the first day to the last: employed on every day of it, or, without
/// a roster, with parcels on at least [`DAYS`] days.
pub(crate) fn whole_months(tally: &CoveredLog, workforce: &Workforce) -> BTreeSet<(Arc<str>, Month)> {
    let mut days: BTreeMap<(u32, Month), BTreeSet<Date>> = BTreeMap::new();
    for row in tally.rows.iter().filter(|row| row.parcels > 0 && tally.parts(Month::of(row.date)) == MONTH) {
        days.entry((row.courier, Month::of(row.date))).or_default().insert(row.date);
    }
    let name = |courier: u32| Arc::clone(tally.name(courier));
    let Some(roster) = &workforce.roster else {
        let worked = days.into_iter().filter(|(_, days)| days.len() >= DAYS);
        return worked.map(|((courier, month), _)| (name(courier), month)).collect();
    };
    let months: BTreeSet<Month> = days.keys().map(|(_, month)| *month).collect();
    let employed = |rows: &[Arc<Terms>], month: &Month| month.each_day().all(|day| is_any_in_force(rows, day));
    let of_person = |(person, rows): (&Arc<str>, &[Arc<Terms>])| {
        let whole = months.iter().filter(|month| employed(rows, month));
        whole.map(|month| (Arc::clone(person), *month)).collect::<Vec<_>>()
    };
    roster.people().flat_map(of_person).collect()
}

/// What each of them is due for the month, all companies together or one of them, in rising order.
pub(crate) fn monthly_pay(
    runs: &[Arc<PayRun>],
    whole: &BTreeSet<(Arc<str>, Month)>,
    company: Option<&Arc<str>>,
) -> Vec<Decimal> {
    let payslips = runs.iter().flat_map(|run| &run.payslips);
    let own = payslips.filter(|payslip| company.is_none_or(|company| payslip.company == *company));
    let whole = |payslip: &&Payslip| whole.contains(&(Arc::clone(&payslip.person), payslip.month.month()));
    let mut due: Vec<Decimal> = monthly(own.filter(whole)).into_values().map(|pay| pay.0).collect();
    due.sort_unstable();
    due
}
