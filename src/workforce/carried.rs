//! The measures that a file of attendance carries in columns of its own.

use std::sync::Arc;

use crate::agreement::measure::{Carrier, Measure};
use crate::diagnostics::{Message, Problem, Problems};
use crate::tables::heading;
use crate::tables::leftovers::Leftovers;
use crate::tables::map::Part;
use crate::tables::table::{Row, Table};
use crate::units::{Decimal, number};

/// Where each measure stands in a file, if it does, and whether it may be below zero.
pub(crate) struct CarriedMeasures {
    columns: Vec<(Option<usize>, bool)>,
    /// The headings over them.
    headings: Vec<Arc<str>>,
}

impl CarriedMeasures {
    /// Of a file; those that only the log carries are not looked for.
    ///
    /// # Errors
    /// Each that the map says to stand under a heading which the file does not have.
    pub(crate) fn of(table: &Table, part: Option<&Part>, measures: &[Arc<Measure>]) -> Result<Self, Problems> {
        let headings: Vec<&Arc<str>> = table.headings().map(|(_, heading)| heading).collect();
        let mut problems = Problems::new();
        let mut column = |measure: &Measure| match part.and_then(|part| part.measure(&measure.name)) {
            Some(cell) => {
                let wrong = |message| problems.push(Problem::new(message).at(table.top()).also(cell.place.clone()));
                cell.heading.position(&headings).map_err(wrong).ok()
            }
            None => headings.iter().position(|found| heading::key(found) == heading::key(&measure.column)),
        };
        let found = |measure: &Arc<Measure>| match measure.carrier {
            Some(Carrier::Log) => (None, false),
            Some(Carrier::Attendance) | None => (column(measure), measure.may_be_negative()),
        };
        let columns: Vec<(Option<usize>, bool)> = measures.iter().map(found).collect();
        let used = columns.iter().filter_map(|(at, _)| *at).map(|at| Arc::clone(headings[at])).collect();
        if problems.is_empty() { Ok(Self { columns, headings: used }) } else { Err(problems) }
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
    pub(crate) fn without_used(&self, mut leftovers: Leftovers) -> Leftovers {
        let used = |heading: &str| self.headings.iter().any(|found| heading::key(found) == heading::key(heading));
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
