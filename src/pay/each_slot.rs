//! The pay slots of a worksheet, paid on all cores.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::cores;
use crate::diagnostics::Problems;
use crate::pay::line::Scenario;
use crate::pay::observed::Observed;
use crate::pay::pricing::PricingContext;
use crate::pay::rules::offers::Offers;
use crate::pay::shares::Shares;
use crate::pay::workings::Workings;
use crate::pay::worksheet::Worksheet;

/// Into how many groups the slots go, and of how many on that is worth the threads.
const GROUPS: u64 = 16;
const WORTH_THREADS: usize = 64;

/// A worksheet, the rules that pay its parcels, the scenario.
pub(crate) struct Sheet<'w> {
    pub(crate) context: &'w PricingContext<'w>,
    pub(crate) worksheet: &'w Worksheet,
    pub(crate) offers: &'w Offers<'w>,
    pub(crate) scenario: Scenario,
    /// What is missing to all workers together, shared out.
    pub(crate) shares: &'w Shares,
}

/// What a group of slots has come to: by slot what was made of it and what is wrong with it, and what was observed.
struct Paid<T> {
    slots: Vec<(usize, Option<T>, Problems)>,
    observed: Observed,
}

impl<'w> Sheet<'w> {
    /// Has each slot made into something, on all cores where there are many; it is taken in the order of the slots.
    pub(crate) fn pay<T: Send>(
        &self,
        made: &(dyn Fn(Workings<'w>) -> T + Sync),
        take: &mut dyn FnMut(T),
        observed: &mut Observed,
    ) {
        let mut paid: Vec<(usize, Option<T>, Problems)> = Vec::new();
        for group in cores::each(&self.groups(), |group| self.pay_group(group, made)) {
            observed.absorb(group.observed);
            paid.extend(group.slots);
        }
        paid.sort_by_key(|(slot, ..)| *slot);
        for (_, made, problems) in paid {
            observed.problems.extend(problems);
            made.into_iter().for_each(&mut *take);
        }
    }

    /// The same on the thread that asks.
    pub(crate) fn pay_alone(&self, take: &mut dyn FnMut(Workings<'w>), observed: &mut Observed) {
        for slot in 0..self.worksheet.slots.len() {
            self.pay_slot(slot, observed).into_iter().for_each(&mut *take);
        }
    }

    /// The slots of one person are in one group, in their order: what leave pays hangs on the months before.
    fn groups(&self) -> Vec<Vec<usize>> {
        let slots = &self.worksheet.slots;
        let groups = if slots.len() < WORTH_THREADS { 1 } else { GROUPS };
        let mut grouped = vec![Vec::new(); usize::try_from(groups).unwrap_or(1)];
        for (number, slot) in slots.iter().enumerate() {
            let mut hasher = DefaultHasher::new();
            slot.person.hash(&mut hasher);
            grouped[usize::try_from(hasher.finish() % groups).unwrap_or_default()].push(number);
        }
        grouped
    }

    fn pay_group<T>(&self, group: &[usize], made: &(dyn Fn(Workings<'w>) -> T + Sync)) -> Paid<T> {
        let mut observed = Observed::default();
        let mut slots = Vec::with_capacity(group.len());
        for slot in group {
            let of_slot = self.pay_slot(*slot, &mut observed).map(made);
            slots.push((*slot, of_slot, std::mem::take(&mut observed.problems)));
        }
        Paid { slots, observed }
    }

    /// Pays the slot of that place.
    pub(crate) fn pay_slot(&self, slot: usize, observed: &mut Observed) -> Option<Workings<'w>> {
        let Self { context, worksheet, offers, scenario, shares } = *self;
        let of = |slot, observed: &mut Observed| {
            Workings::of(context, worksheet, slot, offers, (scenario, shares), observed)
        };
        let slot = &worksheet.slots[slot];
        if !slot.earlier {
            return of(slot, observed);
        }
        if context.pays_by_earlier_months {
            // Nothing is to be said of months that are only looked at.
            let mut of_earlier =
                Observed { earlier_pay: std::mem::take(&mut observed.earlier_pay), ..Observed::default() };
            of(slot, &mut of_earlier);
            observed.earlier_pay = of_earlier.earlier_pay;
        }
        None
    }
}
