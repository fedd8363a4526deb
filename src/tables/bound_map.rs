//! A map bound to the headings of one file: where the columns that it names stand there, and what their cells come to.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostics::{Place, Problem, Problems};
use crate::tables::alike;
use crate::tables::columns::Column;
use crate::tables::map::format;
use crate::tables::map::format::Unclear;
use crate::tables::map::part::{Cell, Origin, Part, Taken};
use crate::units::number;
use crate::units::time::Moment;

/// A map bound to the headings of one file.
#[derive(Clone, Debug)]
pub struct BoundMap {
    part: Arc<Part>,
    /// For each known column where it takes what it says; `None`: nowhere.
    columns: Vec<Option<Bound>>,
    /// The fields that decide whether a row is kept.
    keep: Vec<usize>,
    /// The field by which a parcel counts once.
    pub unique: Option<usize>,
}

/// Where a column takes what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    /// Its entry in the map; `None` where it was found by its heading.
    entry: Option<usize>,
    fields: Vec<usize>,
}

impl BoundMap {
    /// Binds a map to the headings of a file, which stand at `place`.
    ///
    /// # Errors
    /// Every column of the map that the file does not have, or has twice.
    pub fn new(
        part: &Arc<Part>,
        known: &[Column],
        headings: &[impl AsRef<str>],
        place: impl Fn() -> Place,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut find = |cell: &Cell| {
            cell.heading.position(headings).unwrap_or_else(|message| {
                problems.push(Problem::new(message).at(place()).also(cell.place.clone()));
                0
            })
        };
        let mut bind = |column: &Column| {
            let entry = part.columns.iter().position(|(name, _)| *name == column.name)?;
            let fields = part.columns[entry].1.origin.cells().iter().map(&mut find).collect();
            Some(Bound { entry: Some(entry), fields })
        };
        let columns = known.iter().map(&mut bind).collect();
        let keep = part.rows.keep.iter().map(|keep| find(&keep.cell)).collect();
        let unique = part.rows.unique.as_ref().map(find);
        if problems.is_empty() { Ok(Self { part: Arc::clone(part), columns, keep, unique }) } else { Err(problems) }
    }

    /// Binds columns that the map does not name to the places where they were found by their headings.
    #[must_use]
    pub fn with_found(mut self, positions: &[Option<usize>]) -> Self {
        for (bound, position) in self.columns.iter_mut().zip(positions) {
            if bound.is_none() {
                *bound = position.map(|field| Bound { entry: None, fields: vec![field] });
            }
        }
        self
    }

    /// Whether all that the map names by its heading stands in a line.
    #[must_use]
    pub fn fits(part: &Part, headings: &[impl AsRef<str>]) -> bool {
        part.cells().all(|cell| cell.heading.position(headings).is_ok())
    }

    /// Whether it reads the same rows in the same way.
    #[must_use]
    pub fn reads_alike(&self, other: &Self) -> bool {
        // Maps that say nothing of rows, as where no one has said a map, are all the same.
        let same_map = Arc::ptr_eq(&self.part, &other.part)
            || self.part.says_nothing_of_rows() && other.part.says_nothing_of_rows();
        same_map && (&self.columns, &self.keep, self.unique) == (&other.columns, &other.keep, other.unique)
    }

    /// Whether the map says that rows of a status take back a delivery.
    #[must_use]
    pub fn revokes(&self, status: &str) -> bool {
        self.part.rows.revoked.iter().any(|word| word.eq_ignore_ascii_case(status))
    }

    /// Whether someone has said which columns there are.
    #[must_use]
    pub fn names_columns(&self) -> bool {
        !self.part.columns.is_empty()
    }

    /// Whether a column says anything, be it the same for every row.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.fields(column).is_some()
    }

    /// Where a column stands; of several fields the first.
    #[must_use]
    pub fn position(&self, column: usize) -> Option<usize> {
        self.fields(column)?.first().copied()
    }

    /// The fields that a column takes, which are none where every row says the same.
    #[must_use]
    pub fn fields(&self, column: usize) -> Option<&[usize]> {
        self.columns[column].as_ref().map(|bound| &*bound.fields)
    }

    /// The fields that columns take.
    pub fn taken_fields(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().flatten().flat_map(|bound| &bound.fields).copied()
    }

    /// The fields that decide whether a row is kept.
    #[must_use]
    pub fn keep(&self) -> &[usize] {
        &self.keep
    }

    /// Whether what a column says is one cell as it stands, if it says anything.
    #[must_use]
    pub fn is_plain(&self, column: usize) -> bool {
        let plain = |taken: &Taken| {
            let Taken { origin, values, formats, width, .. } = taken;
            matches!(origin, Origin::Cell(_)) && values.is_empty() && formats.is_empty() && width.is_none()
        };
        !self.has(column) || self.part.missing.is_empty() && self.taken(column).is_none_or(plain)
    }

    /// What the map says of a column.
    fn taken(&self, column: usize) -> Option<&Taken> {
        Some(&self.part.columns[self.columns[column].as_ref()?.entry?].1)
    }

    /// What a row says in a column; nothing where there is no such column. `cell` gives the text of a field.
    ///
    /// # Errors
    /// Those of `cell`.
    pub fn text<'r, E>(
        &'r self,
        column: usize,
        cell: impl Fn(usize) -> Result<Cow<'r, str>, E>,
    ) -> Result<Cow<'r, str>, E> {
        let Some(fields) = self.fields(column) else { return Ok(Cow::Borrowed("")) };
        let Some(taken) = self.taken(column) else { return self.present(fields[0], cell) };
        let text = match &taken.origin {
            Origin::Value(value) => return Ok(Cow::Borrowed(value)),
            Origin::Cell(_) => self.present(fields[0], cell)?,
            Origin::Joined(_, with) => {
                let cells = fields.iter().map(|field| self.present(*field, &cell)).collect::<Result<Vec<_>, _>>()?;
                let filled: Vec<&str> = cells.iter().map(|cell| &**cell).filter(|cell| !cell.is_empty()).collect();
                Cow::Owned(filled.join(with))
            }
        };
        let text = taken.meaning(&text).map_or(text, Cow::Borrowed);
        let text = match taken.width {
            Some(width) => alike::with_zeros(text, width),
            None => text,
        };
        Ok(if taken.in_minutes && number::decimal(&text).is_some() { Cow::Owned(format!("{text}分")) } else { text })
    }

    /// What a field says; nothing, where it is a word that means so.
    ///
    /// # Errors
    /// Those of `cell`.
    pub fn present<'r, E>(
        &self,
        field: usize,
        cell: impl Fn(usize) -> Result<Cow<'r, str>, E>,
    ) -> Result<Cow<'r, str>, E> {
        let text = cell(field)?;
        Ok(if self.part.present(&text).is_empty() { Cow::Borrowed("") } else { text })
    }

    /// Whether a row is kept: it says one of the words that the map wants.
    ///
    /// # Errors
    /// Those of `cell`.
    pub fn keeps<'r, E>(&self, cell: impl Fn(usize) -> Result<Cow<'r, str>, E>) -> Result<bool, E> {
        for (keep, field) in self.part.rows.keep.iter().zip(&self.keep) {
            if !keep.keeps(&self.present(*field, &cell)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What a text in a column says of when, by the formats of the map; `None` where it has none for it.
    ///
    /// # Errors
    /// That the text fits no format, or two that do not mean the same.
    pub fn moment(&self, column: usize, text: &str) -> Result<Option<Moment>, Unclear> {
        match self.taken(column) {
            Some(taken) if !taken.formats.is_empty() => {
                format::read(&taken.formats, text, taken.fill, &self.part.zone).map(Some)
            }
            Some(_) | None => Ok(None),
        }
    }

    /// The formats of the columns that take a field, as the map gives them.
    pub fn formats(&self, field: usize) -> impl Iterator<Item = &str> {
        let bound = (0..self.columns.len()).filter(move |at| self.fields(*at).is_some_and(|all| all.contains(&field)));
        bound.filter_map(|at| self.taken(at)).flat_map(|taken| &taken.formats).map(format::Format::as_str)
    }
}
