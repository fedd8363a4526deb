//! Absences: their kinds, and what is kept on their days.

use crate::units::Decimal;

/// What is kept on days of a kind of absence, in percent. Of what it says nothing another rule of the kind may speak; where
/// none does, all is kept, but nothing of the floor on maternity leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Of which absences it speaks.
    pub kind: AbsenceKind,
    /// Of the base wage.
    pub base: Option<Decimal>,
    /// Of allowances by the month, if they are cut by the days employed.
    pub allowance: Option<Decimal>,
    /// Of the monthly floor.
    pub floor: Option<Decimal>,
    /// What a day of it pays, of the mean pay of the months before, without premiums, ÷ 21.75.
    pub pays: Option<Decimal>,
}

/// A kind of absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbsenceKind {
    /// The worker's own affairs, and days missed without leave.
    Personal,
    /// Sick leave.
    Sick,
    /// Maternity leave.
    Maternity,
    /// Annual leave.
    Annual,
    /// Other leave with pay, such as for marriage or bereavement.
    PaidLeave,
}
