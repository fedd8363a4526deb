//! Statuses that nobody has said the meaning of: each word, how many rows say it, and the first of them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::deliveries::count::counts::Counts;
use crate::deliveries::read::blocks::{Progress, ReadOptions};
use crate::deliveries::read::reread::{rereadable, rows};
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::units::Term;

/// How many words are shown.
const SHOWN: usize = 20;

/// One problem for each word of which it is not known whether it counts, at the first row that says it.
pub(crate) fn open(
    counts: &[Counts],
    (paths, options): (&[PathBuf], ReadOptions<'_>),
    progress: &(dyn Fn(Progress) + Sync),
) -> Problems {
    let mut open: BTreeMap<Arc<str>, u64> = BTreeMap::new();
    for counts in counts {
        for number in &counts.open {
            *open.entry(Arc::clone(counts.statuses.name(*number))).or_default() +=
                counts.not_delivered[*number as usize];
        }
    }
    if open.is_empty() {
        return Problems::new();
    }
    let sought = RefCell::new(open.keys().map(|status| &**status).collect::<BTreeSet<&str>>());
    let first_of_all = |_: &str, status: &str| sought.borrow_mut().remove(status);
    // A log from a pipe cannot be read again.
    let again = rereadable(paths).and_then(|()| rows(paths, options, &first_of_all, Term::default(), progress));
    let first = again.unwrap_or_default();
    let problem = |(status, rows): (&Arc<str>, &u64)| {
        let message = Message::new("log-status-open").with("status", &**status).count("rows", *rows);
        let place = first.iter().find(|row| row.status == *status);
        let place = place.map(|row| Place::in_line(&row.file, row.line, &row.text, 0..row.text.len()));
        place.into_iter().fold(Problem::new(message), Problem::at)
    };
    let mut problems: Problems = open.iter().map(problem).take(SHOWN).collect();
    if open.len() > SHOWN {
        problems.push(Problem::new(Message::new("log-statuses-in-all").count("count", open.len() as u64)));
    }
    problems
}
