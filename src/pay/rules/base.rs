//! The base wage: base × days employed ÷ calendar days, at least the agreement's standard, kept in protected periods.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::kinds::Kind;
use crate::pay::ground::Ground;
use crate::pay::line::{BaseKept, Component, Line};
use crate::pay::observed::Observed;
use crate::pay::proration::Wages;
use crate::pay::slot_pricing::SlotPricing;
use crate::units::{Date, Decimal, Rounding, Term};
use crate::workforce::roster::Terms;

/// A base wage and on what it rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Due {
    /// Yuan a month.
    pub(crate) amount: Decimal,
    pub(crate) ground: Ground,
}

/// Protected days of a month and the base wage that they keep.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) term: Term,
    pub(crate) due: Due,
    /// The terms that set it, and the first day on which they did.
    pub(crate) set_by: Arc<Terms>,
    pub(crate) set_on: Date,
}

/// Days of a month on which the same base wages compete.
#[derive(Clone, Debug)]
pub(crate) struct Candidates {
    pub(crate) from: Date,
    pub(crate) days: i8,
    /// What absences leave of each day.
    pub(crate) part: Decimal,
    /// Those of the contract and of each standard that applies, in this order.
    pub(crate) standing: Vec<Due>,
    /// Those that protected periods keep.
    pub(crate) kept: Vec<Due>,
}

impl Candidates {
    /// The days that count, less what absences take of them.
    fn days_kept(&self, wages: &Wages) -> Decimal {
        wages.days(self.from, self.days) * self.part
    }

    /// All of them; of equal amounts the contract's own stands first, then the standard's.
    pub(crate) fn all(&self) -> impl Iterator<Item = Due> {
        self.standing.iter().chain(&self.kept).copied()
    }
}

/// The base wages that compete in a pay slot, in the order of the days.
pub(crate) fn candidates(of: &SlotPricing<'_, '_>, kept: &[Kept], observed: &mut Observed) -> Vec<Candidates> {
    let mut found = Vec::new();
    for (day, days, terms) in of.slot.periods(&change_dates(&of.change_dates, kept)) {
        let standing = standing(of, terms, day, observed);
        let kept = kept.iter().filter(|kept| kept.term.contains(day)).map(|kept| kept.due).collect();
        let part = of.absences.kept(day, |keeps| keeps.base);
        found.push(Candidates { from: day, days, part, standing, kept });
    }
    found
}

/// The days, in order, on which a rule or one of the protected periods begins or ends.
fn change_dates<'d>(change_dates: &'d [Date], kept: &[Kept]) -> Cow<'d, [Date]> {
    let mut days = Cow::Borrowed(change_dates);
    if !kept.is_empty() {
        days.to_mut().extend(kept.iter().flat_map(|kept| kept.term.change_dates()));
        days.to_mut().sort_unstable();
    }
    days
}

/// The base lines of a payslip: one for each base wage of the month.
pub(crate) fn lines(rounding: Rounding, wages: &Wages, candidates: &[Candidates]) -> Vec<Line> {
    let mut amounts: Vec<(Due, Decimal)> = Vec::new();
    for (one, due) in candidates.iter().filter_map(|one| Some((one, highest(one.all())?))) {
        match amounts.iter_mut().find(|(other, _)| other.amount == due.amount) {
            // One amount is one line; where a rule lifts it to that on some of the days, the line names the rule.
            Some((other, days)) => {
                other.ground = if other.ground == Ground::Contract { due.ground } else { other.ground.and(due.ground) };
                *days += one.days_kept(wages);
            }
            None => amounts.push((due, one.days_kept(wages))),
        }
    }
    let line =
        |(due, days): (Due, Decimal)| wages.line(rounding, Component::Base, (due.amount, due.ground), days, true);
    amounts.into_iter().map(line).collect()
}

/// What the base comes to where protected days pay only the base that their period keeps; `None` where no day is protected.
pub(crate) fn kept(agreement: &Agreement, wages: &Wages, candidates: &[Candidates]) -> Option<BaseKept> {
    let ground = candidates.iter().find_map(|one| one.kept.iter().max())?.ground;
    let mut days: BTreeMap<Decimal, Decimal> = BTreeMap::new();
    for one in candidates {
        let due = one.kept.iter().max().copied().or_else(|| highest(one.standing.iter().copied()));
        if let Some(due) = due {
            *days.entry(due.amount).or_default() += one.days_kept(wages);
        }
    }
    let amounts = days.into_iter().map(|(base, days)| agreement.rounding.apply(wages.share(base, days)));
    Some(BaseKept { amount: amounts.sum(), ground })
}

/// The base wages of the contract and of each standard that applies to it, in this order.
pub(crate) fn standing<'s>(of: &SlotPricing<'s, '_>, terms: &'s Terms, day: Date, observed: &mut Observed) -> Vec<Due> {
    let own = terms.base.map(|amount| Due { amount, ground: Ground::Contract });
    let mut standing: Vec<Due> = own.into_iter().collect();
    for (place, _) in of.rules().filter(|(_, rule)| matches!(rule.kind, Kind::Base)) {
        let due = of.amount(place, Some(terms), day, observed);
        standing.extend(due.map(|(amount, ground)| Due { amount, ground }));
    }
    standing
}

/// The highest, the first of equal ones.
pub(crate) fn highest(dues: impl IntoIterator<Item = Due>) -> Option<Due> {
    dues.into_iter().reduce(|best, next| if next.amount > best.amount { next } else { best })
}
