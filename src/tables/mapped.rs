//! A map laid over a small table: what each known column takes from the cells of a row.

use std::sync::Arc;

use csv::StringRecord;

use crate::diagnostics::written::quoted;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::columns;
use crate::tables::columns::{Column, Found, Holds, trimmed};
use crate::tables::map::format::{Moment, Unclear};
use crate::tables::map::{Origin, Part, Taken, format};

/// A map laid over the headings of a table.
pub(super) struct Mapped<'a> {
    part: &'a Part,
    /// For each known column what the map says of it, and the cells that it takes.
    taken: Vec<Option<(&'a Taken, Vec<usize>)>>,
    keep: Vec<usize>,
}

impl<'a> Mapped<'a> {
    /// Lays a map over the headings of a table, which stand at `place`. Columns that it does not name are found by their
    /// headings, among those that it leaves.
    ///
    /// # Errors
    /// Every column of the map that the table does not have, or has twice.
    pub(super) fn new(
        part: &'a Part,
        known: &[Column],
        headings: &[Arc<str>],
        place: impl Fn() -> Place,
    ) -> Result<(Self, Found), Problems> {
        let mut problems = Problems::new();
        let mut find = |cell: &crate::tables::map::Cell| {
            let found = cell.heading.position(headings);
            found.unwrap_or_else(|message| {
                problems.push(Problem::new(message).at(place()).also(cell.place.clone()));
                0
            })
        };
        let taken: Vec<_> = known
            .iter()
            .map(|column| {
                let taken = part.taken(column.name)?;
                Some((taken, taken.origin.cells().iter().map(&mut find).collect::<Vec<_>>()))
            })
            .collect();
        let keep = part.rows.keep.iter().map(|keep| find(&keep.cell)).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let used: Vec<usize> = taken.iter().flatten().flat_map(|(_, cells)| cells).copied().collect();
        let left = |(at, heading): (usize, &Arc<str>)| if used.contains(&at) { "".into() } else { Arc::clone(heading) };
        let left: Vec<Arc<str>> = headings.iter().enumerate().map(left).collect();
        let mut found = columns::find(&left, known);
        for (position, taken) in found.positions.iter_mut().zip(&taken) {
            if let Some((_, cells)) = taken {
                *position = cells.first().copied();
            }
        }
        Ok((Self { part, taken, keep }, found))
    }

    /// Whether the map says a column, be it the same for every row.
    pub(super) fn says(&self, column: usize) -> bool {
        self.taken.get(column).is_some_and(Option::is_some)
    }

    /// Whether a row is kept.
    pub(super) fn keeps(&self, cells: &StringRecord) -> bool {
        self.part.rows.keep.iter().zip(&self.keep).all(|(keep, at)| keep.keeps(self.present(cells, *at)))
    }

    fn present<'c>(&self, cells: &'c StringRecord, at: usize) -> &'c str {
        self.part.present(trimmed(cells.get(at).unwrap_or_default()))
    }

    /// What a known column, which stands at `position`, says in a row.
    ///
    /// # Errors
    /// Why its day or time cannot be read.
    pub(super) fn text(
        &self,
        column: usize,
        holds: Holds,
        position: Option<usize>,
        cells: &StringRecord,
    ) -> Result<Box<str>, Message> {
        let Some(Some((taken, fields))) = self.taken.get(column) else {
            return Ok(position.map_or("", |at| self.present(cells, at)).into());
        };
        let text = match &taken.origin {
            Origin::Value(value) => return Ok((&**value).into()),
            Origin::Cell(_) => self.present(cells, fields[0]).to_string(),
            Origin::Joined(_, with) => {
                let filled = fields.iter().map(|at| self.present(cells, *at)).filter(|text| !text.is_empty());
                filled.collect::<Vec<_>>().join(with)
            }
        };
        let text = taken.meaning(&text);
        if taken.formats.is_empty() || text.is_empty() {
            return Ok(text.into());
        }
        let fill = match holds {
            Holds::Month => format::Fill { day: taken.fill.day.or(Some(1)), ..taken.fill },
            Holds::Text | Holds::Number | Holds::Day | Holds::Time => taken.fill,
        };
        let formats = || quoted(taken.formats.iter().map(format::Format::as_str));
        match format::read(&taken.formats, text, fill, &self.part.zone) {
            Ok(moment) => Ok(written(moment, holds).into()),
            Err(Unclear::Unreadable) => Err(Message::new("sheet-format-unfit").with("formats", formats())),
            Err(Unclear::Ambiguous) => Err(Message::new("sheet-day-ambiguous").with("formats", formats())),
        }
    }
}

/// A day as the small tables have it: without a time, and of a month without the day.
fn written(moment: Moment, holds: Holds) -> String {
    let day = moment.day.map(|day| day.to_string()).unwrap_or_default();
    match holds {
        Holds::Month => day.get(..7).unwrap_or_default().to_string(),
        Holds::Text | Holds::Number | Holds::Day | Holds::Time => day,
    }
}
