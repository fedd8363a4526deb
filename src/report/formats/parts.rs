//! A table that is wider than the terminal, in parts that are not.

use crate::report::{Cell, Table};

/// How many columns of words tell the rows of each part.
const KEYS: usize = 3;

/// The columns of each part: first the words that tell a row, then as many others as fit.
pub(super) fn fitting(table: &Table, fits: impl Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
    let says_something = |at: &usize| {
        let first = table.rows.iter().next();
        let differs = table.rows.iter().skip(1).any(|row| Some(&row[*at]) != first.as_ref().map(|first| &first[*at]));
        differs || table.rows.iter().nth(1).is_none()
    };
    let words = (0..table.columns.len()).take_while(|at| table.columns[*at].kind.is_words());
    let (keys, same): (Vec<usize>, Vec<usize>) = words.partition(says_something);
    let keys: Vec<usize> = keys.into_iter().take(KEYS).collect();
    // What is the same in every row is said once, above the first part.
    let mut parts = vec![[same.clone(), keys.clone()].concat()];
    let mut is_bare = true;
    for column in (0..table.columns.len()).filter(|column| !keys.contains(column) && !same.contains(column)) {
        let longer = parts.last().into_iter().flatten().copied().chain([column]).collect::<Vec<_>>();
        if is_bare || fits(&longer) {
            parts.pop();
            parts.push(longer);
        } else {
            parts.push(keys.iter().copied().chain([column]).collect());
        }
        is_bare = false;
    }
    parts
}

/// Some columns of a table, with their titles.
pub(super) fn of(table: &Table, titles: &[Cell], columns: &[usize]) -> (Table, Vec<Cell>) {
    let some = |cells: &[Cell]| columns.iter().map(|at| cells.get(*at).cloned().unwrap_or(Cell::Missing)).collect();
    let total = table.total.as_ref().and_then(|total| {
        let mut part: Vec<Cell> = some(total);
        part.iter().any(|cell| *cell != Cell::Missing && !is_word(cell)).then_some(())?;
        // The word that heads the row of sums may stand in a column that this part does not have.
        if let (Some(Cell::Missing), Some(word)) = (part.first(), total.iter().find(|cell| is_word(cell))) {
            part[0] = word.clone();
        }
        Some(part)
    });
    let rows = table.rows.iter().map(|row| some(&row)).collect();
    let columns = columns.iter().map(|at| table.columns[*at]).collect();
    (Table { key: table.key, columns, rows, total }, some(titles))
}

const fn is_word(cell: &Cell) -> bool {
    matches!(cell, Cell::Word(_))
}
