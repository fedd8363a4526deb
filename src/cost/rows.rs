//! The rows of a cost: a year's figures of each company, area or courier, and their sum.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::cost::annual::factors::{DueInLog, Factors};
use crate::cost::baseline::BeforeAndAfter;
use crate::cost::contribution::Contributions;
use crate::cost::question::By;
use crate::pay::Payslip;
use crate::units::{Decimal, Yuan, rounding};

/// A year's figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostRow {
    /// The company; empty in the total, and where no company is known.
    pub company: Arc<str>,
    /// The area or the courier, where the rows are by one of them.
    pub part: Arc<str>,
    /// Distinct couriers; `None` where no log says.
    pub couriers: Option<u64>,
    /// Parcels a year, rounded to whole ones.
    pub parcels: Decimal,
    /// Yuan a year as it stands; `None` where the present rates are not known.
    pub before: Option<Yuan>,
    /// Yuan a year as proposed; `None` where the present rates are not known.
    pub after: Option<Yuan>,
    /// Yuan a year: after less before.
    pub change: Yuan,
    /// The change in percent of before, two places; `None` where before is not known or nothing.
    pub change_percent: Option<Decimal>,
    /// Yuan a year: how much the employer's contributions change; `None` where no rule gives them, and by area.
    pub contributions: Option<Yuan>,
    /// Yuan a year: change and contributions; `None` by area where contributions belong to it, as they have no area.
    pub total_change: Option<Yuan>,
}

/// Figures of the log that become a row.
#[derive(Default)]
struct Sums<'a> {
    couriers: Names<'a>,
    parcels: u64,
    /// As it stands and as proposed.
    due: [DueInLog; 2],
    contributions: DueInLog,
}

/// Names to be counted, in no order.
type Names<'a> = HashSet<&'a str, FxBuildHasher>;

type Key<'a> = (&'a Arc<str>, &'a str);

impl<'a> Sums<'a> {
    /// Adds what is due to someone on one side; parcels and couriers are those of the first.
    fn add(&mut self, side: usize, person: &'a str, parcels: u64, due: DueInLog) {
        self.due[side] += due;
        if side == 0 {
            self.parcels += parcels;
            self.couriers.insert(person);
        }
    }
}

/// The rows in the order of company and part, and the total of the companies.
pub(crate) fn rows(
    sides: &BeforeAndAfter<'_>,
    by: By,
    factors: &Factors,
    contributions: &Contributions,
) -> (Vec<CostRow>, CostRow) {
    let of_year = |sums: BTreeMap<Key<'_>, Sums<'_>>| -> Vec<CostRow> {
        let known = (sides.known, contributions.known);
        sums.into_iter().map(|((company, part), sums)| row(company, part, &sums, factors, known)).collect()
    };
    let by_company = sums(sides, By::Company, contributions);
    let couriers: Names<'_> = by_company.values().flat_map(|sums| sums.couriers.iter().copied()).collect();
    let by_company = of_year(by_company);
    let mut total = total(sides, &by_company, &couriers);
    total.parcels = rounding::whole(by_company.iter().map(|row| row.parcels).sum());
    let mut rows = match by {
        By::Total => vec![total.clone()],
        By::Company => by_company,
        By::Area | By::Courier => of_year(sums(sides, by, contributions)),
    };
    for row in &mut rows {
        row.parcels = rounding::whole(row.parcels);
        if by == By::Area && !contributions.by_courier.is_empty() {
            (row.contributions, row.total_change) = (None, None);
        }
    }
    (rows, total)
}

/// What each row comes to over the days of the log.
fn sums<'a>(sides: &'a BeforeAndAfter<'a>, by: By, contributions: &'a Contributions) -> BTreeMap<Key<'a>, Sums<'a>> {
    let mut sums: BTreeMap<Key<'_>, Sums<'_>> = BTreeMap::new();
    // Payslips of one company follow each other.
    let alike = |one: &Payslip, next: &Payslip| {
        one.company == next.company && (by != By::Courier || one.courier == next.courier)
    };
    for (side, runs) in [sides.before, &sides.after].into_iter().enumerate() {
        for payslips in runs.iter().flat_map(|run| run.payslips.chunk_by(alike)) {
            let Payslip { company, courier, .. } = &payslips[0];
            if by == By::Area {
                for payslip in payslips {
                    add_by_area(&mut sums, side, payslip);
                }
                continue;
            }
            let of_row = sums.entry((company, if by == By::Courier { courier } else { "" })).or_default();
            for payslip in payslips {
                of_row.add(side, &payslip.person, payslip.parcels, DueInLog::of(payslip));
            }
        }
    }
    for ((company, courier), amount) in contributions.by_courier.iter().filter(|_| by != By::Area) {
        let part = if by == By::Courier { &**courier } else { "" };
        sums.entry((company, part)).or_default().contributions += *amount;
    }
    sums
}

fn add_by_area<'a>(sums: &mut BTreeMap<Key<'a>, Sums<'a>>, side: usize, payslip: &'a Payslip) {
    let parcels = payslip.parcels_by_area.iter().map(|(area, parcels)| (area, *parcels, DueInLog::default()));
    let lines = payslip.lines.iter().map(|line| (&line.area, 0, DueInLog::of_line(line)));
    for (area, parcels, due) in parcels.chain(lines) {
        sums.entry((&payslip.company, area)).or_default().add(side, &payslip.person, parcels, due);
    }
}

fn row(company: &Arc<str>, part: &str, sums: &Sums<'_>, factors: &Factors, (known, on_cost): (bool, bool)) -> CostRow {
    let yuan = |due: DueInLog| factors.yuan(company, due);
    let [before, after] = sums.due.map(yuan);
    let change = if known { after - before } else { yuan(sums.due[1] - sums.due[0]) };
    let contributions = on_cost.then(|| yuan(sums.contributions));
    let named = sums.couriers.iter().filter(|courier| !courier.is_empty()).count();
    CostRow {
        company: Arc::clone(company),
        part: part.into(),
        couriers: (named > 0 || sums.couriers.is_empty()).then_some(named as u64),
        parcels: factors.counted(company, Decimal::from(sums.parcels)),
        before: known.then_some(before),
        after: known.then_some(after),
        change,
        change_percent: if known { percent(change, before) } else { None },
        contributions,
        total_change: Some(change + contributions.unwrap_or_default()),
    }
}

/// The sum of the rounded figures of the companies; a courier of two companies is one.
fn total(sides: &BeforeAndAfter<'_>, rows: &[CostRow], couriers: &Names<'_>) -> CostRow {
    let known = rows.iter().any(|row| row.couriers.is_some()) || rows.is_empty();
    let sum = |figure: fn(&CostRow) -> Option<Yuan>| rows.iter().map(figure).sum::<Option<Yuan>>();
    let before = sum(|row| row.before).filter(|_| sides.known);
    let change = rows.iter().map(|row| row.change).sum();
    CostRow {
        couriers: known.then(|| couriers.iter().filter(|courier| !courier.is_empty()).count() as u64),
        before,
        after: sum(|row| row.after).filter(|_| sides.known),
        change,
        change_percent: before.and_then(|before| percent(change, before)),
        contributions: sum(|row| row.contributions).filter(|_| !rows.is_empty()),
        total_change: sum(|row| row.total_change),
        ..CostRow::default()
    }
}

fn percent(change: Yuan, before: Yuan) -> Option<Decimal> {
    (!before.is_zero()).then(|| rounding::with_places(change.0 * Decimal::ONE_HUNDRED / before.0, 2))
}
