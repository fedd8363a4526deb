//! The wall clock: the only module that asks what day it is.

use jiff::Zoned;

use crate::units::Date;

/// Today, where the machine is.
#[must_use]
pub fn today() -> Date {
    Zoned::now().date()
}
