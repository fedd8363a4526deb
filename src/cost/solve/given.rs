//! What every size of the change is tried on.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::cost::baseline::Baseline;
use crate::cost::question::Question;
use crate::cost::solve::aim::Aim;
use crate::units::Month;

/// What every trial starts from.
pub(crate) struct Given<'a> {
    pub(crate) question: Question<'a>,
    pub(crate) aim: &'a Aim<'a>,
    /// Pay as it stands, computed once for all trials.
    pub(crate) baseline: Baseline,
    /// Who worked whole months, where monthly pay is to reach a figure.
    pub(crate) whole: BTreeSet<(Arc<str>, Month)>,
}
