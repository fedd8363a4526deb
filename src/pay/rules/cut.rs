//! The months that a year's figures cut, and the ladders of which they cut the steps.

use crate::pay::worksheet::PaySlot;

/// How a month is cut for a year's figures: the steps of its ladders by days covered ÷ calendar days. Parcels are then counted
/// in parts of one ÷ calendar days, so that none is lost.
#[derive(Clone, Copy)]
pub(crate) struct Cut {
    pub(crate) covered: u64,
    pub(crate) days: u64,
}

impl Cut {
    pub(crate) fn of(slot: &PaySlot) -> Self {
        let (covered, days) = slot.cut().unwrap_or((1, 1));
        Self { covered, days }
    }

    /// So many parcels, in parts.
    pub(crate) fn parts(self, parcels: u64) -> u64 {
        parcels.saturating_mul(self.days)
    }
}
