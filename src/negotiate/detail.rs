//! What is worked out of a proposal while no key is pressed: tenths of pay, and what each change costs.

use std::sync::Arc;

use crate::agreement::proposal::Proposal;
use crate::cost::people::{Figures, Group, people};
use crate::cost::split::{Share, Splitting, added_up};
use crate::cost::{Baseline, Question};
use crate::diagnostics::{Message, Problems};
use crate::pay::PayRun;
use crate::units::Yuan;

/// The mean pay of a month of a tenth of the couriers, by present pay; `None` where a tenth is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tenth {
    pub(crate) name: &'static str,
    /// As it stands and as proposed.
    pub(crate) pay: Option<(Yuan, Yuan)>,
}

/// What is known of one state of a proposal beside its costs.
#[derive(Debug, Default)]
pub(crate) struct Detail {
    pub(crate) tenths: Option<Vec<Tenth>>,
    split: Split,
}

/// How far the split by changes has come.
#[derive(Debug, Default)]
enum Split {
    #[default]
    Open,
    Begun(Box<Splitting>),
    /// Yuan a year of each change, in their order, or why there are none.
    Done(Result<Vec<Share>, Problems>),
}

impl Detail {
    /// What each change costs in a year, as `compare --show clauses` has it; `None` as long as it is not worked out.
    pub(crate) fn shares(&self) -> Option<&[Share]> {
        match &self.split {
            Split::Done(Ok(shares)) => Some(shares),
            Split::Open | Split::Begun(_) | Split::Done(Err(_)) => None,
        }
    }

    /// Why there are no shares.
    pub(crate) fn refusal(&self) -> Option<&Message> {
        match &self.split {
            Split::Done(Err(problems)) => problems.first().map(|problem| &problem.message),
            Split::Open | Split::Begun(_) | Split::Done(Ok(_)) => None,
        }
    }

    pub(crate) fn find_tenths(&mut self, question: &Question<'_>, before: &[Arc<PayRun>], after: &[Arc<PayRun>]) {
        let (groups, _) = people(question, before, after);
        let tenths = groups.into_iter().filter(|group| group.name.starts_with("decile"));
        let tenth = |group: Group| match group.figures {
            Some(Figures::Pay(before, after)) => Tenth { name: group.name, pay: Some((before, after)) },
            Some(Figures::Count(..) | Figures::Coefficient(..)) | None => Tenth { name: group.name, pay: None },
        };
        self.tenths = Some(tenths.map(tenth).collect());
    }

    /// Prices one more combination of changes; whether there was one.
    pub(crate) fn split_on(&mut self, baseline: &Baseline, question: &Question<'_>, proposal: &Proposal) -> bool {
        let step = |mut splitting: Box<Splitting>| {
            let more = splitting.go_on(baseline, question, proposal)?;
            Ok(if more { Split::Begun(splitting) } else { Split::Done(Ok(added_up(&splitting.shares(proposal)))) })
        };
        let next = match std::mem::take(&mut self.split) {
            Split::Open => Splitting::new(baseline, question, proposal).map(|begun| Split::Begun(Box::new(begun))),
            Split::Begun(splitting) => step(splitting),
            Split::Done(done) => {
                self.split = Split::Done(done);
                return false;
            }
        };
        self.split = next.unwrap_or_else(|problems| Split::Done(Err(problems)));
        true
    }
}
