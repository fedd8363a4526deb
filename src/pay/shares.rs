//! What each worker gets of what is missing to a guarantee for all together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, PartOfAll, Scenario, Unit};
use crate::pay::worksheet::PaySlot;
use crate::units::{Decimal, PayPeriod, Yuan};

/// A worker of a company in a pay period, in a scenario.
type Worker = (Scenario, PayPeriod, Arc<str>, Arc<str>);

/// What each worker gets of what is missing to all together.
#[derive(Default)]
pub(crate) struct Shares {
    of_workers: BTreeMap<Worker, Vec<(Ground, PartOfAll, Yuan)>>,
}

impl Shares {
    /// Gives a worker a share under a rule.
    pub(crate) fn give(&mut self, worker: Worker, ground: Ground, (of_all, share): (PartOfAll, Yuan)) {
        self.of_workers.entry(worker).or_default().push((ground, of_all, share));
    }

    /// The lines of a worker.
    pub(crate) fn lines(&self, slot: &PaySlot, scenario: Scenario) -> impl Iterator<Item = Line> {
        let key = (scenario, slot.month, Arc::clone(&slot.company), Arc::clone(&slot.person));
        let unit = if slot.month.is_month() { Unit::Month } else { Unit::Period };
        self.of_workers.get(&key).into_iter().flatten().map(move |(ground, of_all, part)| Line {
            of_all: Some(*of_all),
            amount: *part,
            ..Line::new(Component::TopUp, *ground, unit, Decimal::ONE, part.0, true)
        })
    }
}
