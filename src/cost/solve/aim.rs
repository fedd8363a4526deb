//! What is looked for: the change without its amount, and what ends the search.

use crate::cost::solve::target::Target;
use crate::cost::solve::unknown::Unknown;
use crate::units::Decimal;

/// What the change has to keep to or to reach.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// Yuan a year that may be spent, or with `-?` saved.
    Budget(Decimal),
    /// What monthly pay is to come to.
    Target(Target),
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Aim<'a> {
    /// The change.
    pub unknown: &'a Unknown,
    /// What ends the search.
    pub goal: Goal,
    /// Changes are multiples of it, in yuan.
    pub step: Decimal,
}
