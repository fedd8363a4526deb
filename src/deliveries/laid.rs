//! A map laid over one log: where the columns that it names stand there, and what their cells come to.

use std::borrow::Cow;
use std::sync::Arc;

use crate::deliveries::cell;
use crate::deliveries::columns::{COLUMNS, place};
use crate::deliveries::fault::{Fault, Reason};
use crate::deliveries::row::Row;
use crate::diagnostics::{Place, Problem, Problems};
use crate::files::encoding::Encoding;
use crate::tables::map::format::{Moment, Unclear};
use crate::tables::map::{Cell, Origin, Part, Taken, format};

/// A map laid over one log.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    part: Arc<Part>,
    /// For each of [`COLUMNS`] its entry in the map, and the fields that it takes.
    columns: [Option<(usize, Vec<usize>)>; COLUMNS.len()],
    /// The fields that decide whether a row is kept.
    keep: Vec<usize>,
    /// The field by which a parcel counts once.
    pub unique: Option<usize>,
}

impl Laid {
    /// Lays a map over the headings of a log, which stand at `place`.
    ///
    /// # Errors
    /// Every column of the map that the log does not have, or has twice.
    pub(super) fn new(part: &Arc<Part>, headings: &[String], place: &Place) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut find = |cell: &Cell| match cell.heading.position(headings) {
            Ok(position) => position,
            Err(message) => {
                problems.push(Problem::new(message).at(place.clone()).also(cell.place.clone()));
                0
            }
        };
        let columns = COLUMNS.map(|column| {
            let entry = part.columns.iter().position(|(name, _)| *name == column.name)?;
            let cells = part.columns[entry].1.origin.cells();
            Some((entry, cells.iter().map(&mut find).collect()))
        });
        let keep = part.rows.keep.iter().map(|keep| find(&keep.cell)).collect();
        let unique = part.rows.unique.as_ref().map(find);
        if problems.is_empty() { Ok(Self { part: Arc::clone(part), columns, keep, unique }) } else { Err(problems) }
    }

    /// Whether all that the map names by its heading stands in a line.
    pub(super) fn fits(part: &Part, headings: &[String]) -> bool {
        part.cells().all(|cell| cell.heading.position(headings).is_ok())
    }

    /// Every field that it looks at.
    pub(super) fn used(&self) -> Vec<usize> {
        let columns = self.columns.iter().flatten().flat_map(|(_, fields)| fields);
        columns.chain(&self.keep).chain(&self.unique).copied().collect()
    }

    /// Whether it reads the same rows in the same way.
    pub(super) fn reads_alike(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.part, &other.part)
            && self.columns == other.columns
            && (&self.keep, self.unique) == (&other.keep, other.unique)
    }

    /// Where each column stands; of several fields the first.
    pub(super) fn positions(&self) -> [Option<usize>; COLUMNS.len()] {
        self.columns.each_ref().map(|column| column.as_ref().and_then(|(_, fields)| fields.first().copied()))
    }

    /// The fields that say who, where, what and whether.
    pub(super) fn key(&self) -> Vec<usize> {
        let named = [place::COURIER, place::COMPANY, place::AREA, place::SERVICE, place::STATUS];
        let fields = named.iter().filter_map(|column| self.columns[*column].as_ref()).flat_map(|(_, fields)| fields);
        fields.chain(&self.keep).copied().collect()
    }

    /// Whether the days and times are cells that the program reads by itself.
    pub(super) fn has_plain_days(&self) -> bool {
        [place::DATE, place::DELIVERED_AT, place::FIRST_AT, place::LAST_AT]
            .into_iter()
            .all(|column| self.is_plain(column))
    }

    /// Whether the count is a cell that the program reads by itself.
    pub(super) fn has_plain_count(&self) -> bool {
        self.is_plain(place::PARCELS)
    }

    fn is_plain(&self, column: usize) -> bool {
        let plain = |taken: &Taken| {
            matches!(taken.origin, Origin::Cell(_)) && taken.values.is_empty() && taken.formats.is_empty()
        };
        self.taken(column).is_none_or(|(taken, _)| self.part.missing.is_empty() && plain(taken))
    }

    /// Whether the log has a column, be it the same for every row.
    pub(super) fn has(&self, column: usize) -> bool {
        self.columns[column].is_some()
    }

    fn taken(&self, column: usize) -> Option<(&Taken, &[usize])> {
        let (entry, fields) = self.columns[column].as_ref()?;
        Some((&self.part.columns[*entry].1, fields))
    }

    /// What a row says in a column; nothing where there is no such column.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    pub(super) fn text<'r>(
        &'r self,
        column: usize,
        encoding: Encoding,
        row: &'r impl Row,
    ) -> Result<Cow<'r, str>, Fault> {
        let Some((taken, fields)) = self.taken(column) else { return Ok(Cow::Borrowed("")) };
        let text = match &taken.origin {
            Origin::Value(value) => return Ok(Cow::Borrowed(value)),
            Origin::Cell(_) => self.present(fields[0], encoding, row)?,
            Origin::Joined(_, with) => {
                let cells =
                    fields.iter().map(|field| self.present(*field, encoding, row)).collect::<Result<Vec<_>, _>>()?;
                let filled: Vec<&str> = cells.iter().map(|cell| &**cell).filter(|cell| !cell.is_empty()).collect();
                Cow::Owned(filled.join(with))
            }
        };
        Ok(match text {
            Cow::Borrowed(word) => Cow::Borrowed(taken.meaning(word)),
            Cow::Owned(word) => match taken.meaning(&word) {
                same if same.len() == word.len() && same == word => Cow::Owned(word),
                meant => Cow::Owned(meant.to_string()),
            },
        })
    }

    /// What a cell says; nothing, where it is a word that means so.
    pub(super) fn present<'r>(
        &self,
        field: usize,
        encoding: Encoding,
        row: &'r impl Row,
    ) -> Result<Cow<'r, str>, Fault> {
        let text = cell::name(row.field(field), encoding).map_err(|reason| Fault { reason, field })?;
        Ok(if self.part.present(&text).is_empty() { Cow::Borrowed("") } else { text })
    }

    /// Whether a row is kept.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    pub(super) fn keeps(&self, encoding: Encoding, row: &impl Row) -> Result<bool, Fault> {
        for (keep, field) in self.part.rows.keep.iter().zip(&self.keep) {
            if !keep.keeps(&self.present(*field, encoding, row)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The one field that a column takes; `None` where it takes several or none.
    pub(super) fn single(&self, column: usize) -> Option<usize> {
        match *self.columns[column].as_ref()?.1 {
            [field] => Some(field),
            _ => None,
        }
    }

    /// What a row says of when, by the formats of the column; `None` where it says nothing.
    ///
    /// # Errors
    /// That the cell fits no format, or two that do not mean the same.
    pub(super) fn moment(&self, column: usize, encoding: Encoding, row: &impl Row) -> Result<Option<Moment>, Fault> {
        let Some((taken, fields)) = self.taken(column) else { return Ok(None) };
        let fault = |reason| Fault { reason, field: fields.first().copied().unwrap_or(0) };
        let text = self.text(column, encoding, row)?;
        if text.is_empty() {
            return Ok(None);
        }
        if taken.formats.is_empty() {
            let is_time = matches!(column, place::FIRST_AT | place::LAST_AT);
            let moment = if is_time {
                cell::time_of(&text).map(|(day, time)| Moment { day, time: Some(time) })
            } else {
                cell::moment_of(&text).map(|(day, time)| Moment { day: Some(day), time })
            };
            return moment.map(Some).map_err(fault);
        }
        format::read(&taken.formats, &text, taken.fill, &self.part.zone).map(Some).map_err(|unclear| {
            fault(match unclear {
                Unclear::Unreadable => Reason::FormatUnfit,
                Unclear::Ambiguous => Reason::DateAmbiguous,
            })
        })
    }

    /// The formats of a column as the map gives them.
    pub(super) fn formats(&self, field: usize) -> String {
        let columns = self.columns.iter().flatten().filter(|(_, fields)| fields.contains(&field));
        let formats = columns.flat_map(|(entry, _)| &self.part.columns[*entry].1.formats);
        formats.map(|format| format!("\"{}\"", format.as_str())).collect::<Vec<_>>().join(", ")
    }
}
