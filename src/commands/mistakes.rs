//! Mistakes come together: of all that is tried, either every answer or every mistake.

use crate::diagnostics::Problems;

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
