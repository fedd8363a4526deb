//! What each worker gets of what is missing to a guarantee for all together, or over more than a pay period.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, PartOfAll, Scenario, Unit};
use crate::pay::worksheet::PaySlot;
use crate::units::{Decimal, PayPeriod, Yuan};

/// A worker of a company in a pay period, in a scenario.
type Worker = (Scenario, PayPeriod, Arc<str>, Arc<str>);

/// The lines of each worker.
#[derive(Default)]
pub(crate) struct Shares {
    of_workers: BTreeMap<Worker, Vec<Line>>,
}

impl Shares {
    /// Gives a worker a line.
    pub(crate) fn give(&mut self, worker: Worker, line: Line) {
        self.of_workers.entry(worker).or_default().push(line);
    }

    /// Gives a worker a part of what is missing to all under a rule.
    pub(crate) fn give_part(&mut self, worker: Worker, ground: Ground, (of_all, part): (PartOfAll, Yuan)) {
        let unit = if worker.1.is_month() { Unit::Month } else { Unit::Period };
        let line = Line::new(Component::TopUp, ground, unit, Decimal::ONE, part.0, true);
        self.give(worker, Line { of_all: Some(of_all), amount: part, ..line });
    }

    /// The lines of a worker.
    pub(crate) fn lines(&self, slot: &PaySlot, scenario: Scenario) -> impl Iterator<Item = Line> {
        let key = (scenario, slot.month, Arc::clone(&slot.company), Arc::clone(&slot.person));
        self.of_workers.get(&key).into_iter().flatten().cloned()
    }
}
