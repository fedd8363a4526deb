//! The rows of a table: kept, or made one by one as they are written, where there are too many to keep.

use std::fmt;
use std::sync::Arc;

use crate::report::cell::Cell;

/// Rows, each with as many cells as the table has columns.
#[derive(Clone)]
pub struct Rows {
    count: usize,
    row: Arc<dyn Fn(usize) -> Vec<Cell> + Send + Sync>,
}

impl Rows {
    /// So many rows, each made when it is written, by its number from 0.
    pub fn lazy(count: usize, row: impl Fn(usize) -> Vec<Cell> + Send + Sync + 'static) -> Self {
        Self { count, row: Arc::new(row) }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The one of that number.
    #[must_use]
    pub fn at(&self, number: usize) -> Vec<Cell> {
        (self.row)(number)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Vec<Cell>> {
        (0..self.count).map(|number| self.at(number))
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Rows({})", self.count)
    }
}

impl Default for Rows {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl From<Vec<Vec<Cell>>> for Rows {
    fn from(rows: Vec<Vec<Cell>>) -> Self {
        Self::lazy(rows.len(), move |at| rows[at].clone())
    }
}

impl FromIterator<Vec<Cell>> for Rows {
    fn from_iter<T: IntoIterator<Item = Vec<Cell>>>(rows: T) -> Self {
        rows.into_iter().collect::<Vec<_>>().into()
    }
}
