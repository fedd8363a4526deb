//! What can be wrong with a row of a log.

/// Why a row cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    FieldCount,
    NotText,
    SpreadsheetFault,
    CourierMissing,
    CourierShortened,
    DateMissing,
    DateUnreadable,
    YearUnlikely,
    TimeUnreadable,
    TimeOfAnotherDay,
    Zone,
    FirstAfterLast,
    ParcelsMissing,
    ParcelsNegative,
    ParcelsFraction,
    ParcelsUnreadable,
    ParcelsTooMany,
    FormatUnfit,
    DateAmbiguous,
    MeasureMissing,
    MeasureUnreadable,
    MeasureNegative,
    ParcelMissing,
    ParcelLost,
    NoSuchDay,
    MonthUnclear,
}

/// Why a row cannot be read, and in which of its fields (counted from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub reason: Reason,
    pub field: usize,
}

/// A row of a block that cannot be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FaultyRow {
    /// Where the row begins in its block.
    pub start: usize,
    pub fault: Fault,
    /// Of a log with one column a day the field that is the row.
    pub day: Option<usize>,
}

/// A fault in the field of a cell.
pub(crate) fn in_field(field: usize) -> impl FnOnce(Reason) -> Fault {
    move |reason| Fault { reason, field }
}
