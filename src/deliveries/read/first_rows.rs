//! The first rows of a log, looked at for columns that nobody has named: those that could be the count, the status or the area are
//! a problem, or are watched where the first rows say nothing of them; the others are told of once.

use std::collections::BTreeSet;

use crate::deliveries::csv::record;
use crate::deliveries::read::rejects::FURTHER;
use crate::deliveries::row::columns::{COLUMNS, PROBLEM_ROWS, place};
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::{line, no_row};
use crate::diagnostics::{Message, Place, Problems};
use crate::tables::columns::{Column, is_heading};
use crate::tables::could_be::{CouldBe, Verdict};
use crate::tables::leftovers::{shown, unused_columns};
use crate::tables::{could_be, heading};

/// So many rows are looked at.
const LOOKED_AT: usize = 1000;

/// The first rows, cell by cell.
pub(crate) struct FirstRows {
    rows: Vec<Vec<String>>,
}

impl FirstRows {
    /// The first rows of data in the bytes below the headings.
    pub(crate) fn new(layout: &Layout, bytes: &[u8]) -> Self {
        let (mut rows, mut fields, mut at) = (Vec::new(), Vec::new(), 0);
        while rows.len() < LOOKED_AT
            && let Some(next) = record::fields(bytes, at, layout.delimiter, &mut fields)
        {
            if fields.len() == layout.width && no_row::at(layout, bytes, at).is_none() {
                rows.push(line::texts(bytes, &fields, layout.encoding));
            }
            at = next;
        }
        Self { rows }
    }

    /// Looks at the columns that the layout does not use, and tells of them. A map that names columns has decided what they are.
    ///
    /// # Errors
    /// Each that could be the count, the status or the area, where the log has no such column.
    pub(crate) fn look_at(
        &self,
        layout: Layout,
        place: &dyn Fn(usize) -> Place,
        notes: &mut Vec<Message>,
    ) -> Result<Layout, Problems> {
        let (mut problems, mut watched) = (Problems::new(), Vec::new());
        let lacking =
            COLUMNS.iter().enumerate().filter(|(column, _)| !layout.map.names_columns() && !layout.has(*column));
        for what in lacking.filter_map(|(_, column)| CouldBe::of_column(column.name)) {
            for field in layout.unused().filter(|field| what.fits(layout.heading(*field))) {
                match what.verdict(self.cells(field)) {
                    Verdict::Yes if what == CouldBe::Count && self.has_one_parcel_a_row(&layout) => {}
                    Verdict::Yes => {
                        let problem = could_be::problem(what, layout.heading(field), self.cells(field));
                        problems.push(problem.at(place(field)));
                    }
                    Verdict::Silent => watched.push((field, what, place(field))),
                    Verdict::No => {}
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        notes.extend(self.unused(&layout).filter(|note| !notes.contains(note)));
        Ok(layout.watching(watched))
    }

    /// A note of the columns that nothing uses and no other note speaks of.
    fn unused(&self, layout: &Layout) -> Option<Message> {
        let headings = &layout.headings;
        // Rejected rows that were mended, and tallies of an engine, are the program's own.
        let is_rejects = FURTHER.iter().all(|own| headings.iter().any(|heading| heading == own));
        let is_own = |heading: &str| heading == PROBLEM_ROWS || is_rejects && FURTHER.contains(&heading);
        let is_known = |field: usize| is_own(&headings[field]) || is_heading(&headings[field], &COLUMNS);
        let says = |field: usize| self.cells(field).any(|cell| !cell.is_empty());
        let unused = layout.unused().filter(|field| !is_known(*field) && says(*field));
        let unused: Vec<_> = unused.map(|field| shown(field, layout.heading(field))).collect();
        unused_columns(Message::new("log-columns-unused"), &unused.iter().map(|heading| &**heading).collect::<Vec<_>>())
    }

    fn cells(&self, field: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| &*row[field])
    }

    /// Whether a waybill column has another number in each row.
    fn has_one_parcel_a_row(&self, layout: &Layout) -> bool {
        let parcel: &Column = &COLUMNS[place::PARCEL];
        let is_parcel = |field: &usize| parcel.goes_by(&heading::key(layout.heading(*field)));
        let mut fields = (0..layout.width).filter(is_parcel);
        fields.any(|field| {
            let numbers: BTreeSet<&str> = self.cells(field).filter(|cell| !cell.is_empty()).collect();
            self.rows.len() > 1 && numbers.len() == self.rows.len()
        })
    }
}
