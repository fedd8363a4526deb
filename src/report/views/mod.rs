//! Results as reports, one file a result.

pub mod agreements;
pub mod show;
