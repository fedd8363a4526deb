//! What gave way to something better on one payslip: rules of one id, rates, premiums, floors, base wages.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreement::Agreement;
use crate::pay::ground::Ground;
use crate::pay::line::Guarantee;
use crate::pay::rules::base;
use crate::pay::workings::Workings;
use crate::units::{Date, Decimal};

/// Something that would have held and gave way.
#[derive(Clone, Debug)]
pub struct SupersededGround {
    /// What gave way.
    pub worse: Ground,
    /// What holds instead.
    pub better: Ground,
    /// Why.
    pub why: Why,
}

/// Why something gave way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The other rule of the same id is better for the worker.
    SameRule,
    /// The other rate for the same parcels is not lower.
    Rate {
        /// Yuan a parcel that gave way.
        own: Decimal,
        /// Yuan a parcel that holds.
        best: Decimal,
        /// Of how many parcels.
        parcels: u64,
    },
    /// A parcel gets one premium, the highest.
    Multiple {
        /// The multiple that gave way.
        own: Decimal,
        /// The multiple that holds.
        best: Decimal,
        /// The days.
        days: Vec<Date>,
    },
    /// The other floor guarantees no less for the month.
    Floor {
        /// Yuan that gave way.
        own: Decimal,
        /// Yuan that hold.
        best: Decimal,
    },
    /// The other base wage is higher.
    Base {
        /// Yuan a month that gave way.
        own: Decimal,
        /// Yuan a month that hold.
        best: Decimal,
        /// On how many days.
        days: u64,
    },
}

/// All that gave way on a payslip: rules of one id first, then by the parts of the pay.
pub(crate) fn superseded(agreement: &Agreement, workings: &Workings<'_>) -> Vec<SupersededGround> {
    let mut all = same_rules(agreement, workings);
    all.extend(rates(workings));
    all.extend(multiples(workings));
    all.extend(bases(workings));
    all.extend(floors(workings));
    all
}

const fn of_rule(rule: usize) -> Ground {
    Ground::Rule { rule, figures: None }
}

/// Rules that gave way in the stack on days of this month.
fn same_rules(agreement: &Agreement, workings: &Workings<'_>) -> Vec<SupersededGround> {
    let month = workings.slot.month;
    let mut found = Vec::new();
    for (place, rule) in agreement.rules.iter().enumerate() {
        if !rule.kind.earns() || !rule.scope.covers_month(month.month().month) {
            continue;
        }
        let of_month = rule.superseded.iter().filter(|one| month.each_day().any(|day| one.term.contains(day)));
        let better: BTreeSet<usize> = of_month.map(|one| one.by).collect();
        found.extend(better.into_iter().map(|better| SupersededGround {
            worse: of_rule(place),
            better: of_rule(better),
            why: Why::SameRule,
        }));
    }
    found
}

/// Of several rules that pay the same parcels, those that are not the best.
fn rates(workings: &Workings<'_>) -> Vec<SupersededGround> {
    let scenario = workings.payslip.scenario;
    let mut groups: BTreeMap<(usize, usize, Decimal, Decimal), u64> = BTreeMap::new();
    for index in workings.slot.counts.clone() {
        let Some(best) = workings.offers.best(index, scenario) else { continue };
        for offer in workings.offers.of(index).iter().filter(|offer| offer.rule != best.rule && !offer.adds) {
            let key = (offer.rule, best.rule, offer.untiered(scenario), best.untiered(scenario));
            *groups.entry(key).or_default() += workings.worksheet.counts[index].parcels;
        }
    }
    let superseded = |((worse, better, own, best), parcels)| SupersededGround {
        worse: of_rule(worse),
        better: of_rule(better),
        why: Why::Rate { own, best, parcels },
    };
    groups.into_iter().map(superseded).collect()
}

/// Of several premiums of one day, those that are not the highest.
fn multiples(workings: &Workings<'_>) -> Vec<SupersededGround> {
    let mut groups: BTreeMap<(usize, usize, Decimal, Decimal), BTreeSet<Date>> = BTreeMap::new();
    for of_work in workings.claims.chunk_by(|one, next| one.work == next.work) {
        let (highest, others) = (&of_work[0], &of_work[1..]);
        for claim in others.iter().filter(|claim| claim.taken < claim.reached) {
            let key = (claim.rule, highest.rule, claim.multiple, highest.multiple);
            groups.entry(key).or_default().insert(workings.day_of(claim.work));
        }
    }
    let superseded = |((worse, better, own, best), days): ((usize, usize, _, _), BTreeSet<Date>)| SupersededGround {
        worse: of_rule(worse),
        better: of_rule(better),
        why: Why::Multiple { own, best, days: days.into_iter().collect() },
    };
    groups.into_iter().map(superseded).collect()
}

/// Of the base wages of a day, those below the one that holds.
fn bases(workings: &Workings<'_>) -> Vec<SupersededGround> {
    type Amount = (Decimal, Ground);
    let mut groups: BTreeMap<(Amount, Amount), u64> = BTreeMap::new();
    for candidates in &workings.bases {
        let Some(best) = base::highest(candidates.all()) else { continue };
        let key = |due: base::Due| (due.amount, due.ground.whole_rule());
        for due in candidates.all().filter(|due| due.amount < best.amount) {
            *groups.entry((key(due), key(best))).or_default() += u64::from(candidates.days.unsigned_abs());
        }
    }
    let superseded =
        |(((own, worse), (best, better)), days)| SupersededGround { worse, better, why: Why::Base { own, best, days } };
    groups.into_iter().map(superseded).collect()
}

/// Of several floors, those that are not the highest.
fn floors(workings: &Workings<'_>) -> Vec<SupersededGround> {
    let Some(highest) = &workings.payslip.guarantee else { return Vec::new() };
    let gives = |other: &Guarantee| highest.parts.iter().any(|(.., ground)| ground.place() == other.ground.place());
    let others = workings.guarantees.single.iter().filter(|other| !gives(other));
    let superseded = |other: &Guarantee| SupersededGround {
        worse: other.ground,
        better: highest.ground,
        why: Why::Floor { own: other.due, best: highest.due },
    };
    others.map(superseded).collect()
}
