//! Mistakes come together: of all that is tried, either every answer or every mistake.

use crate::diagnostics::problem::in_order;
use crate::diagnostics::{Message, Problem, Problems};

/// How many problems of a table are shown.
const SHOWN: usize = 20;

/// All answers, or the mistakes of all.
pub(super) fn all<T>(tried: impl IntoIterator<Item = Result<T, Problems>>) -> Result<Vec<T>, Problems> {
    let mut problems = Problems::new();
    let answers = tried.into_iter().filter_map(|tried| tried.map_err(|found| problems.extend(found)).ok()).collect();
    none(problems).map(|()| answers)
}

/// Whether there are none.
pub(super) fn none(problems: Problems) -> Result<(), Problems> {
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// The first problems of a table, in the order of its lines, and the number of all.
pub(super) fn within_reason(problems: Problems) -> Problems {
    let count = problems.len();
    let mut shown = in_order(problems);
    if count > SHOWN {
        shown.truncate(SHOWN);
        shown.push(Problem::new(Message::new("sheet-problems-in-all").count("count", count as u64)));
    }
    shown
}
