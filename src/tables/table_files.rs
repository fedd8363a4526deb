//! A table that may lie in several files or sheets: all that a path names, one after the other, each read by itself.

use std::path::Path;

use crate::diagnostics::{Message, Problems};
use crate::files::named;
use crate::tables::columns::Column;
use crate::tables::leftovers::Leftovers;
use crate::tables::table::{Row, Table, TableOptions};

/// The tables that a path names.
pub struct TableFiles {
    tables: Vec<Table>,
    /// Which they are, where a pattern names them.
    note: Option<Message>,
}

impl TableFiles {
    /// Reads all that a path names, as [`Table::read`] reads one.
    ///
    /// # Errors
    /// That the path names nothing; what is wrong with any of the tables.
    pub fn read(path: &Path, options: TableOptions<'_>, known: &[Column], required: usize) -> Result<Self, Problems> {
        let paths = named::tables(path)?;
        let (mut tables, mut problems) = (Vec::new(), Problems::new());
        for one in &paths {
            match Table::read(one, options, known, required) {
                Ok(table) => tables.push(table),
                Err(found) => problems.extend(found),
            }
        }
        let note = named::note_of(path, &paths);
        if problems.is_empty() { Ok(Self { tables, note }) } else { Err(problems) }
    }

    /// Each of them.
    #[must_use]
    pub fn all(&self) -> &[Table] {
        &self.tables
    }

    /// The rows of all, in their order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.tables.iter().flat_map(Table::rows)
    }

    /// The rows that had too few or too many cells.
    pub fn problems(&mut self) -> Problems {
        self.tables.iter_mut().flat_map(Table::problems).collect()
    }

    /// What of the files is not read.
    #[must_use]
    pub fn leftovers(&self) -> Vec<Leftovers> {
        let mut leftovers: Vec<Leftovers> = self.tables.iter().map(Table::leftovers).collect();
        if let Some(first) = leftovers.first_mut() {
            first.of_file.splice(..0, self.note.clone());
        }
        leftovers
    }
}
