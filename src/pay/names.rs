//! The names of a log and of the tables beside it, in order: companies, areas, services.

use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::deliveries::Tally;
use crate::workforce::Workforce;

/// Every company of the log, of the roster and of the attendance, sorted.
pub(crate) fn companies(tally: &Tally, workforce: &Workforce) -> Vec<Arc<str>> {
    let mut of_log = vec![false; tally.names.len()];
    tally.rows.iter().chain(&tally.before).for_each(|row| of_log[row.company as usize] = true);
    let of_roster = workforce.roster.iter().flat_map(|roster| roster.people()).flat_map(|(_, rows)| rows);
    // A roster names few companies many times.
    let of_roster: HashSet<&Arc<str>, FxBuildHasher> = of_roster.map(|terms| &terms.company).collect();
    let mut companies: BTreeSet<Arc<str>> = of_roster.into_iter().map(Arc::clone).collect();
    companies.extend(workforce.attendance.iter().flat_map(|attendance| attendance.companies()).map(Arc::clone));
    companies.extend(tally.names.iter().zip(of_log).filter(|(_, used)| *used).map(|(name, _)| Arc::clone(name)));
    companies.into_iter().collect()
}

/// The areas and services of the log, sorted, and for each name of the tally its place among them.
pub(crate) fn areas_and_services(tally: &Tally) -> (Arc<[Arc<str>]>, Vec<u32>) {
    let mut used = vec![false; tally.names.len()];
    for row in tally.rows.iter().chain(&tally.before) {
        used[row.area as usize] = true;
        used[row.service as usize] = true;
    }
    let (mut names, mut places) = (Vec::new(), Vec::with_capacity(used.len()));
    for (name, used) in tally.names.iter().zip(used) {
        places.push(as_number(names.len()));
        names.extend(used.then(|| Arc::clone(name)));
    }
    (names.into(), places)
}

/// A place among names or rows, which are numbered in four bytes.
pub(crate) fn as_number(index: usize) -> u32 {
    u32::try_from(index).expect("memory ends before the numbers do")
}
