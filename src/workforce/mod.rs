//! Who works, on what terms, at what rates: roster, rates in force, protected periods, attendance.

/// Numbers the columns of an input, in the order of its list in `tables::headings`: first the `REQUIRED` ones, which a file
/// must have, then those that it may have.
macro_rules! columns {
    ($($required:ident),+; $($other:ident),+) => {
        const REQUIRED: usize = [$(stringify!($required)),+].len();
        columns!(0; $($required)+ $($other)+);
    };
    ($at:expr; $column:ident $($rest:ident)*) => {
        const $column: usize = $at;
        columns!($at + 1; $($rest)*);
    };
    ($at:expr;) => {};
}

pub mod attendance;
pub mod chain;
pub mod day;
pub mod person;
pub mod protected;
pub mod rates;
pub mod register;
pub mod roster;
mod terms;

use std::sync::Arc;

pub use attendance::Attendance;
pub use protected::Protected;
pub use rates::Rates;
pub use register::Register;
pub use roster::Roster;

/// All that is known of those who work, beside the log.
#[derive(Clone, Debug, Default)]
pub struct Workforce {
    /// Who is employed; without it no base, allowance or floor can be computed.
    pub roster: Option<Arc<Roster>>,
    /// The rates that the companies pay.
    pub rates: Rates,
    /// Pregnancy, maternity leave, nursing.
    pub protected: Arc<Protected>,
    /// Hours by courier and day; without it no rest day and no overtime is known.
    pub attendance: Option<Arc<Attendance>>,
}

impl Workforce {
    /// Who has an id with a company: the id itself, unless two people have it.
    #[must_use]
    pub fn person(&self, courier: &Arc<str>, company: &str) -> Arc<str> {
        self.roster.as_deref().map_or_else(|| Arc::clone(courier), |roster| roster.person(courier, company))
    }
}
