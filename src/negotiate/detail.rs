//! What is shown of a proposal beside its costs where the window has room: tenths of pay, and what each change costs.

use std::sync::Arc;

use crate::cost::Question;
use crate::cost::people::{Figures, Group, people};
use crate::cost::split::Share;
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

/// Yuan a year of each change, in their order.
pub(crate) type Shares = Vec<Share>;

/// What is known of one state of a proposal beside its costs.
#[derive(Debug, Default)]
pub(crate) struct Detail {
    pub(crate) tenths: Option<Vec<Tenth>>,
    /// What each change costs, or why that is not known.
    pub(crate) clauses: Option<Result<Shares, Problems>>,
}

impl Detail {
    /// What each change costs in a year, as `compare --show clauses` has it; `None` as long as it is not worked out.
    pub(crate) fn shares(&self) -> Option<&[Share]> {
        self.clauses.as_ref()?.as_deref().ok()
    }

    /// Why there are no shares.
    pub(crate) fn refusal(&self) -> Option<&Message> {
        self.clauses.as_ref()?.as_ref().err()?.first().map(|problem| &problem.message)
    }
}

pub(crate) fn tenths(question: &Question<'_>, before: &[Arc<PayRun>], after: &[Arc<PayRun>]) -> Vec<Tenth> {
    let (groups, _) = people(question, before, after);
    let tenth = |group: Group| match group.figures {
        Some(Figures::Pay(before, after)) => Tenth { name: group.name, pay: Some((before, after)) },
        Some(Figures::Count(..) | Figures::Coefficient(..)) | None => Tenth { name: group.name, pay: None },
    };
    groups.into_iter().filter(|group| group.name.starts_with("decile")).map(tenth).collect()
}
