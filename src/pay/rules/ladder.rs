//! Ladders: the parcels of a day, a week, a pay period or a year counted up the steps of a rate.

use crate::agreement::counting::{CountedBy, Counting};
use crate::pay::line::Tier;
use crate::pay::pricing::Step;
use crate::pay::rules::cut::Cut;
use crate::pay::worksheet::{DayCount, PaySlot, Worksheet};
use crate::units::{Date, Decimal};

/// Parcels of a day that a ladder counts.
#[derive(Clone, Copy)]
pub(crate) struct OnLadder<'p> {
    pub(crate) date: Date,
    pub(crate) parcels: u64,
    /// The steps of the day's version.
    pub(crate) steps: &'p [Step],
    /// Whether the slot pays them, and not only counts them.
    pub(crate) is_paid: bool,
}

impl<'p> OnLadder<'p> {
    pub(crate) fn of(count: &DayCount, steps: &'p [Step], is_paid: bool) -> Self {
        Self { date: count.date, parcels: count.parcels, steps, is_paid }
    }
}

/// Some of the parcels of a day, and the step that prices them.
pub(crate) struct Climbed {
    /// Their place among those counted.
    pub(crate) at: usize,
    pub(crate) tier: Tier,
    pub(crate) rate: Decimal,
    /// How many, in parts; see [`Cut`].
    pub(crate) parts: u64,
}

/// The parcels that are counted with those of a slot and not paid by it, by their places in the worksheet: those of the days
/// before the ones asked for, and of the pay periods around it that are of the same week or year.
pub(crate) fn counted_beside(worksheet: &Worksheet, slot: &PaySlot, by: CountedBy) -> Vec<usize> {
    let mut beside: Vec<usize> = slot.before.clone().collect();
    if by.goes_beyond_periods() {
        let days = by.around(slot.month);
        for other in worksheet.beside(slot, days) {
            let counts = other.counts.clone().chain(other.before.clone());
            beside.extend(counts.filter(|count| days.contains(worksheet.counts[*count].date)));
        }
    }
    beside
}

/// Counts parcels, which are in the order of their days, up a ladder: those of a day take the steps of that day's version from
/// the count reached, the lower step first; or with `whole` all the step that the day, week or pay period reaches.
pub(crate) fn climb(counted: &[OnLadder<'_>], counting: Counting, slot: &PaySlot) -> Vec<Climbed> {
    let mut all = Vec::new();
    let first = |one: &OnLadder<'_>| counting.by.first(one.date, slot.month);
    let mut begin = 0;
    for together in counted.chunk_by(|one, next| first(one) == first(next)) {
        let cut = Cut::of(slot, counting.by, together[0].date);
        let sum: u64 = together.iter().map(|one| cut.parts(one.parcels)).sum();
        let mut reached = 0;
        for (at, one) in (begin..).zip(together) {
            let (from, to) = (reached, reached + cut.parts(one.parcels));
            reached = to;
            if !one.is_paid || from == to {
            } else if counting.whole {
                let highest = steps_between(one.steps, cut, sum - 1, sum);
                let tier = |tier: Tier| Tier { whole: true, ..tier };
                all.extend(highest.map(|(step, rate, _)| Climbed { at, tier: tier(step), rate, parts: to - from }));
            } else {
                let steps = steps_between(one.steps, cut, from, to);
                all.extend(steps.map(|(tier, rate, parts)| Climbed { at, tier, rate, parts }));
            }
        }
        begin += together.len();
    }
    all
}

/// The steps that the parcels from one count to another take, in parts: each with its rate and how many parts.
fn steps_between(steps: &[Step], cut: Cut, from: u64, to: u64) -> impl Iterator<Item = (Tier, Decimal, u64)> {
    let first = steps.partition_point(|(over, _)| cut.begins(*over) <= from).saturating_sub(1);
    let reached = steps.iter().enumerate().skip(first).take_while(move |(_, (over, _))| cut.begins(*over) < to);
    reached.filter_map(move |(at, (over, rate))| {
        let until = steps.get(at + 1).map(|(over, _)| *over);
        let end = until.map_or(u64::MAX, |over| cut.begins(over));
        let of_step = to.min(end).saturating_sub(from.max(cut.begins(*over)));
        (of_step > 0).then_some((Tier { over: *over, until, whole: false }, *rate, of_step))
    })
}
