//! Where the records and fields of a log begin and end.

pub(crate) mod record;
pub(crate) mod scan;
pub(crate) mod short;
pub(crate) mod split;
