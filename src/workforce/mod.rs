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
mod carried;
pub mod chain;
pub mod day;
pub mod person;
pub mod protected;
pub mod rates;
pub mod register;
pub mod register_month;
pub mod roster;
mod terms;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::asked::DetailsAsked;
use crate::agreement::measure::{Carrier, Measure};
use crate::diagnostics::{Message, Problem, Problems};
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
    /// What of the tables is not read; `is_used` tells which columns of the roster something else names.
    pub fn leftovers(&self, is_used: impl Fn(&str) -> bool) -> Vec<Message> {
        let roster = self.roster.iter().flat_map(|roster| &roster.leftovers);
        let roster = roster.flat_map(|leftovers| leftovers.notes(&is_used));
        let others = self.rates.leftovers.iter().chain(&self.protected.leftovers);
        let others = others.chain(self.attendance.iter().flat_map(|attendance| &attendance.leftovers));
        roster.chain(others.flat_map(|leftovers| leftovers.notes(|_| false))).collect()
    }

    /// What a stack asks of a log: what the attendance and the roster do not say themselves.
    #[must_use]
    pub fn details_asked(&self, agreement: &Agreement) -> DetailsAsked {
        let is_attended =
            |column: &str| self.attendance.as_deref().is_some_and(|attendance| attendance.carries(column));
        let is_of_roster = |column: &str| self.roster.as_deref().is_some_and(|roster| roster.has_column(column));
        agreement.details_asked(is_attended, is_of_roster)
    }

    /// The same where nothing but what is due is wanted, and under no proposal: guarantees for each order are then reckoned while the
    /// log is read, if they can be.
    #[must_use]
    pub fn details_asked_for_pay(&self, agreement: &Agreement) -> DetailsAsked {
        let of_rows = |rule: &str| self.rates.ladders.iter().any(|ladder| *ladder.named.rule == *rule);
        let is_rated = |rule: &str| self.rates.general.contains_key(rule) || of_rows(rule);
        agreement.with_order_floors(self.details_asked(agreement), is_rated)
    }

    /// The measures that a rule asks of the attendance, and that no attendance given has: each with the rule that asks first.
    #[must_use]
    pub fn measures_lacking(&self, agreement: &Agreement) -> Problems {
        let carries = |measure: &Measure| {
            self.attendance.as_deref().is_some_and(|attendance| attendance.measure(&measure.name).is_some())
        };
        let lacking = |measure: &Measure| measure.carrier == Some(Carrier::Attendance) && !carries(measure);
        let mut problems = Problems::new();
        let mut told = BTreeSet::new();
        for rule in &agreement.rules {
            for measure in rule.measures().filter(|measure| lacking(measure)) {
                if told.insert(Arc::clone(&measure.name)) {
                    let message = Message::new("attendance-no-measure").with("measure", &*measure.name);
                    let message = message.with("column", &*measure.column).with("rule", &*rule.id);
                    problems.push(Problem::new(message).at(rule.place.clone()).also(measure.place.clone()));
                }
            }
        }
        problems
    }

    /// Who has an id with a company: the id itself, unless two people have it.
    #[must_use]
    pub fn person(&self, courier: &Arc<str>, company: &str) -> Arc<str> {
        self.roster.as_deref().map_or_else(|| Arc::clone(courier), |roster| roster.person(courier, company))
    }
}
