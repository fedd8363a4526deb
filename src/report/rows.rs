//! The rows of a table: made beforehand, or drawn one by one from what they show, where there are too many to keep.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::report::Cell;

/// Rows, each with as many cells as the table has columns.
#[derive(Clone, Debug)]
pub enum Rows {
    /// Made beforehand.
    Made(Vec<Vec<Cell>>),
    /// Drawn when they are written.
    Drawn(Arc<dyn Drawn>),
}

/// What rows are drawn from.
pub trait Drawn: fmt::Debug + Send + Sync {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// The cells of a row, counted from 0.
    fn row(&self, at: usize) -> Vec<Cell>;
}

impl Rows {
    /// Rows that are drawn when they are written.
    #[must_use]
    pub fn drawn(from: impl Drawn + 'static) -> Self {
        Self::Drawn(Arc::new(from))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Made(rows) => rows.len(),
            Self::Drawn(drawn) => drawn.count(),
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
            Self::Drawn(drawn) => Cow::Owned(drawn.row(at)),
        })
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
