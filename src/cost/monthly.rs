//! What each person is due in a month, all companies together, and who needs a top-up.

use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::pay::{Component, PayRun, Payslip};
use crate::units::{Month, Yuan};

/// The pay of people's months.
pub(crate) type Monthly<'a> = HashMap<(&'a str, Month), Yuan, FxBuildHasher>;

/// What the payslips of a month come to, person by person; those that name nobody are left out.
pub(crate) fn monthly<'a>(payslips: impl Iterator<Item = &'a Payslip>) -> Monthly<'a> {
    let mut months = Monthly::default();
    for payslip in payslips.filter(|payslip| !payslip.courier.is_empty()) {
        *months.entry((&payslip.person, payslip.month.month())).or_default() += payslip.pay();
    }
    months
}

/// How many people need a top-up to reach the floor in some month; `None` where no floor was computed.
pub(crate) fn below_floor(runs: &[Arc<PayRun>]) -> Option<u64> {
    let payslips = || runs.iter().flat_map(|run| &run.payslips);
    // The top-ups are the last lines.
    let topped = |payslip: &&Payslip| payslip.lines.last().is_some_and(|line| line.component == Component::TopUp);
    let people = || payslips().filter(topped).map(|payslip| &*payslip.person).collect::<BTreeSet<_>>().len() as u64;
    payslips().any(|payslip| payslip.guarantee.is_some()).then(people)
}
