//! The rows of a table: made beforehand, or one by one as they are written, where there are too many to keep.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::report::cell::Cell;

/// Rows, each with as many cells as the table has columns.
#[derive(Clone)]
pub enum Rows {
    /// Made beforehand.
    Made(Vec<Vec<Cell>>),
    /// Made when they are written: how many there are, and the cells of each, counted from 0.
    Lazy(usize, Arc<dyn Fn(usize) -> Vec<Cell> + Send + Sync>),
}

impl Rows {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Made(rows) => rows.len(),
            Self::Lazy(count, _) => *count,
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Cow<'_, [Cell]>> {
        (0..self.len()).map(|at| match self {
            Self::Made(rows) => Cow::Borrowed(&*rows[at]),
            Self::Lazy(_, row) => Cow::Owned(row(at)),
        })
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Rows({})", self.len())
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self::Made(Vec::new())
    }
}

impl From<Vec<Vec<Cell>>> for Rows {
    fn from(rows: Vec<Vec<Cell>>) -> Self {
        Self::Made(rows)
    }
}

impl FromIterator<Vec<Cell>> for Rows {
    fn from_iter<T: IntoIterator<Item = Vec<Cell>>>(rows: T) -> Self {
        Self::Made(rows.into_iter().collect())
    }
}
