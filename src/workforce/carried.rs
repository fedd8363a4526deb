//! The measures that a file of attendance carries in columns of its own.

use std::sync::Arc;

use crate::agreement::measure::{Carrier, Measure};
use crate::diagnostics::{Message, Problem, Problems};
use crate::tables::heading;
use crate::tables::leftovers::Leftovers;
use crate::tables::table::{Row, Table};
use crate::units::{Decimal, number};

/// Where each measure stands in a file, if it does, and whether it may be below zero.
pub(crate) struct CarriedMeasures {
    columns: Vec<(Option<usize>, bool)>,
}

impl CarriedMeasures {
    /// Of a file; those that only the log carries are not looked for.
    pub(crate) fn of(table: &Table, measures: &[Arc<Measure>]) -> Self {
        let column = |measure: &Measure| {
            let key = heading::key(&measure.column);
            table.headings().find(|(_, found)| heading::key(found) == key).map(|(at, _)| at)
        };
        let found = |measure: &Arc<Measure>| match measure.carrier {
            Some(Carrier::Log) => (None, false),
            Some(Carrier::Attendance) | None => (column(measure), measure.may_be_negative()),
        };
        Self { columns: measures.iter().map(found).collect() }
    }

    /// Whether the file has none of them.
    pub(crate) fn are_none(&self) -> bool {
        self.columns.iter().all(|(column, _)| column.is_none())
    }

    /// The names of those that it has.
    pub(crate) fn names(&self, measures: &[Arc<Measure>]) -> Vec<Arc<str>> {
        let found = measures.iter().zip(&self.columns).filter(|(_, (column, _))| column.is_some());
        found.map(|(measure, _)| Arc::clone(&measure.name)).collect()
    }

    /// What of the file is not read, when these are.
    pub(crate) fn without_used(&self, mut leftovers: Leftovers, measures: &[Arc<Measure>]) -> Leftovers {
        let names = self.names(measures);
        let used = |heading: &str| {
            let of = measures.iter().filter(|measure| names.contains(&measure.name));
            of.map(|measure| heading::key(&measure.column)).any(|key| key == heading::key(heading))
        };
        leftovers.unused.retain(|heading| !used(heading));
        leftovers
    }

    /// Each measure of a row, 0 where the cell is empty; none where the file carries none.
    pub(crate) fn values(&self, row: Row<'_>, problems: &mut Problems) -> Box<[Decimal]> {
        if self.are_none() {
            return Box::default();
        }
        let mut value = |(column, may_be_negative): &(Option<usize>, bool)| {
            let text = column.map(|at| row.at(at)).filter(|text| !text.is_empty());
            let Some(text) = text else { return Decimal::ZERO };
            let found = number::decimal(text).filter(|found| *may_be_negative || !found.is_sign_negative());
            found.unwrap_or_else(|| {
                let message = Message::new("attendance-measure").with("found", text);
                problems.push(Problem::new(message).at(row.line_place()));
                Decimal::ZERO
            })
        };
        self.columns.iter().map(&mut value).collect()
    }
}
