//! What gave way to something better on one payslip: rules of one id, rates, premiums, floors, base wages.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreement::Rule;
use crate::agreement::kinds::Kind;
use crate::pay::amount::Desk;
use crate::pay::explain::Case;
use crate::pay::line::Guarantee;
use crate::pay::rules::{base, floor, premium, protection};
use crate::units::{Date, Decimal};

/// Something that would have held and gave way.
#[derive(Clone, Debug)]
pub struct Lost<'a> {
    /// What gave way.
    pub loser: Party<'a>,
    /// What holds instead.
    pub winner: Party<'a>,
    /// Why.
    pub ground: Ground,
}

/// A rule, or the base wage of the labour contract as the roster states it.
#[derive(Clone, Copy, Debug)]
pub enum Party<'a> {
    /// A rule.
    Rule(&'a Rule),
    /// The labour contract.
    Contract,
}

/// Why something gave way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
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
pub(crate) fn lost<'a>(desk: &mut Desk<'_>, case: &Case<'_, 'a>) -> Vec<Lost<'a>> {
    let mut lost = same_rules(case);
    lost.extend(rates(desk, case));
    lost.extend(multiples(desk, case));
    lost.extend(bases(desk, case));
    lost.extend(floors(desk, case));
    lost
}

/// Rules that gave way in the stack on days of this month.
fn same_rules<'a>(case: &Case<'_, 'a>) -> Vec<Lost<'a>> {
    let month = case.sheet.month;
    let mut found = Vec::new();
    for rule in &case.agreement.rules {
        let no_pay = matches!(rule.kind, Kind::Deduction(_) | Kind::Contribution(_));
        let other_months = !rule.scope.months.is_empty() && !rule.scope.months.contains(&month.month);
        if no_pay || other_months {
            continue;
        }
        let of_month = rule.lost.iter().filter(|lost| month.each_day().any(|day| lost.term.contains(day)));
        let winners: BTreeSet<usize> = of_month.map(|lost| lost.to).collect();
        found.extend(winners.into_iter().map(|winner| Lost {
            loser: Party::Rule(rule),
            winner: Party::Rule(&case.agreement.rules[winner]),
            ground: Ground::SameRule,
        }));
    }
    found
}

/// Of several rules that pay the same parcels, those that are not the best.
fn rates<'a>(desk: &Desk<'_>, case: &Case<'_, 'a>) -> Vec<Lost<'a>> {
    let mut groups: BTreeMap<(usize, usize, Decimal, Decimal), u64> = BTreeMap::new();
    for index in case.sheet.entries.clone() {
        let Some(best) = case.priced.best(index, desk.scenario) else { continue };
        for offer in case.priced.offers(index).iter().filter(|offer| offer.rule != best.rule) {
            let key = (offer.rule, best.rule, offer.untiered(desk.scenario), best.untiered(desk.scenario));
            *groups.entry(key).or_default() += case.ledger.entries[index].parcels;
        }
    }
    let rules = &case.agreement.rules;
    let lost = |((loser, winner, own, best), parcels)| Lost {
        loser: Party::Rule(&rules[loser]),
        winner: Party::Rule(&rules[winner]),
        ground: Ground::Rate { own, best, parcels },
    };
    groups.into_iter().map(lost).collect()
}

/// Of several premiums of one day, those that are not the highest.
fn multiples<'a>(desk: &mut Desk<'_>, case: &Case<'_, 'a>) -> Vec<Lost<'a>> {
    let mut groups: BTreeMap<(usize, usize, Decimal, Decimal), BTreeSet<Date>> = BTreeMap::new();
    let mut highest: Option<(usize, usize, Decimal)> = None;
    premium::each(desk, case.sheet, case.ledger, case.priced, |_, entry, _, share| {
        // The shares of an entry come one after the other, the highest first.
        let at = std::ptr::from_ref(entry).addr();
        match highest {
            Some((same, winner, best)) if same == at => {
                if share.parcels < share.reached {
                    groups.entry((share.rule, winner, share.multiple, best)).or_default().insert(entry.date);
                }
            }
            _ => highest = Some((at, share.rule, share.multiple)),
        }
    });
    let rules = &case.agreement.rules;
    let lost = |((loser, winner, own, best), days): ((usize, usize, _, _), BTreeSet<Date>)| Lost {
        loser: Party::Rule(&rules[loser]),
        winner: Party::Rule(&rules[winner]),
        ground: Ground::Multiple { own, best, days: days.into_iter().collect() },
    };
    groups.into_iter().map(lost).collect()
}

/// Of the base wages of a day, those below the one that holds.
fn bases<'a>(desk: &mut Desk<'_>, case: &Case<'_, 'a>) -> Vec<Lost<'a>> {
    let kept = protection::kept_bases(desk, case.sheet);
    let mut groups: BTreeMap<(base::Due, base::Due), u64> = BTreeMap::new();
    for (day, count, terms) in case.sheet.spells(&protection::turns(desk, &kept)) {
        let protected = kept.iter().filter(|kept| kept.term.contains(day)).map(|kept| kept.due);
        let mut all = base::standing(desk, &case.sheet.company, terms, day);
        all.extend(protected);
        let Some(best) = base::highest(all.iter().copied()) else { continue };
        for due in all.into_iter().filter(|due| due.amount < best.amount) {
            *groups.entry((due, best)).or_default() += u64::from(count.unsigned_abs());
        }
    }
    let party = |rule: Option<usize>| rule.map_or(Party::Contract, |index| Party::Rule(&case.agreement.rules[index]));
    let lost = |((own, best), days): ((base::Due, base::Due), u64)| Lost {
        loser: party(own.rule),
        winner: party(best.rule),
        ground: Ground::Base { own: own.amount, best: best.amount, days },
    };
    groups.into_iter().map(lost).collect()
}

/// Of several floors, those that are not the highest.
fn floors<'a>(desk: &mut Desk<'_>, case: &Case<'_, 'a>) -> Vec<Lost<'a>> {
    let rules = &case.agreement.rules;
    let all = floor::guarantees(desk, case.sheet);
    let Some((winner, highest)) = all.iter().reduce(|best, next| if next.1.due > best.1.due { next } else { best })
    else {
        return Vec::new();
    };
    let others = all.iter().filter(|(index, _)| index != winner);
    let lost = |(loser, guarantee): &(usize, Guarantee)| Lost {
        loser: Party::Rule(&rules[*loser]),
        winner: Party::Rule(&rules[*winner]),
        ground: Ground::Floor { own: guarantee.due, best: highest.due },
    };
    others.map(lost).collect()
}
