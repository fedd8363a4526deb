//! What a stack asks of a row of the log beside names and parcels: times, measures, columns.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::figure::{AmountsBy, Figure};
use crate::agreement::formula::{Counted, Over};
use crate::agreement::kinds::Kind;
use crate::agreement::measure::{Carrier, Measure};
use crate::agreement::order_floors::OrderFloors;
use crate::agreement::proviso::{PeriodSum, Proviso};
use crate::agreement::scope::{OfficialDays, Where};
use crate::agreement::{Agreement, Rule};
use crate::tables::headings::ROSTER;

/// What is read of the rows of a log beside names and parcels, and by what they are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DetailsAsked {
    /// The times of the day, in seconds since midnight and in order, at which a rule begins or ceases to hold.
    pub slices: Vec<u32>,
    /// The measures of the log, in the order of their names.
    pub measures: Vec<MeasureAsked>,
    /// The columns that a `where` names and that may be the log's, in order.
    pub columns: Vec<Arc<str>>,
    /// The guarantees for each order that are reckoned while a row is read; `None`: orders are told apart instead.
    pub floors: Option<OrderFloors>,
}

/// A measure that is read of the rows of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureAsked {
    /// The measure.
    pub measure: Arc<Measure>,
    /// Whether orders are told apart by it, and not only added up.
    pub apart: bool,
}

impl DetailsAsked {
    /// Whether nothing is asked but names and parcels.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.slices.is_empty() && !self.reads_rows()
    }

    /// How many numbers are added up of an order.
    #[must_use]
    pub fn numbers(&self) -> usize {
        self.measures.len() + self.floors.as_ref().map_or(0, OrderFloors::numbers)
    }

    /// Whether rows with the same names are told apart, by the time or by what their orders say.
    #[must_use]
    pub fn tells_apart(&self) -> bool {
        !(self.slices.is_empty() && self.columns.is_empty()) || self.measures.iter().any(|asked| asked.apart)
    }

    /// Whether a row is asked for more than the time.
    #[must_use]
    pub fn reads_rows(&self) -> bool {
        !(self.measures.is_empty() && self.columns.is_empty())
    }
}

/// The columns that every log answers for; those of a roster are never the log's, so that a log without one is read as fast.
const KNOWN: [&str; 4] = ["company", "courier", "area", "service"];

impl Agreement {
    /// What the stack asks of a log; `is_attended` says which columns the attendance has, `is_of_roster` which the roster has.
    #[must_use]
    pub fn details_asked(
        &self,
        is_attended: impl Fn(&str) -> bool,
        is_of_roster: impl Fn(&str) -> bool,
    ) -> DetailsAsked {
        let mut measures: BTreeMap<Arc<str>, MeasureAsked> = BTreeMap::new();
        let mut columns = BTreeSet::new();
        let by_order = self.rules.iter().any(|rule| over(&rule.kind) == Some(Over::Order));
        let mut ask = |measure: &Arc<Measure>, apart: bool| {
            let of_attendance = measure.carrier == Some(Carrier::Attendance)
                || measure.carrier.is_none() && is_attended(&measure.column);
            if !of_attendance {
                let asked = measures.entry(Arc::clone(&measure.name));
                asked.or_insert_with(|| MeasureAsked { measure: Arc::clone(measure), apart: false }).apart |= apart;
            }
        };
        for rule in &self.rules {
            let of_log = rule.measures().filter(|_| !matches!(rule.kind, Kind::Premium(_)));
            of_log.for_each(|measure| ask(measure, by_order));
            for measure in rule.scopes().flat_map(|scope| scope.ranges.keys()).filter_map(|key| self.measure(key)) {
                ask(measure, true);
            }
            let is_known = |key: &str| KNOWN.contains(&key) || ROSTER.iter().any(|column| column.name == key);
            let decides = rule
                .figures_by()
                .filter(|_| matches!(&rule.kind, Kind::Premium(premium) if premium.conditions.is_empty()));
            let named = rule.scopes().flat_map(|scope| scope.values.keys()).chain(decides.map(|by| &by.column));
            let of_log = named.filter(|key| !is_known(key) && !is_of_roster(key));
            columns.extend(of_log.map(Arc::clone));
        }
        let mut times: BTreeSet<u32> = self.times().flat_map(|(from, until)| [from, until]).collect();
        times.remove(&0);
        let (slices, measures) = (times.into_iter().collect(), measures.into_values().collect());
        DetailsAsked { slices, measures, columns: columns.into_iter().collect(), floors: None }
    }

    /// The times of the day between which rules hold, in seconds since midnight, as far as they are asked of the log.
    pub fn times(&self) -> impl Iterator<Item = (u32, u32)> {
        self.rules
            .iter()
            .flat_map(|rule| rule.kind.night().into_iter().chain(rule.scopes().filter_map(|scope| scope.time)))
    }

    /// Whether a rule tells the days of a month apart by its `where`, by how long someone has been employed, or by what it counts.
    #[must_use]
    pub fn tells_days_apart(&self) -> bool {
        self.rules.iter().any(|rule| rule.tells_days_apart() || over(&rule.kind).is_some())
    }

    /// Whether a rule counts parcels over a week or a year, which may lie in several pay periods.
    #[must_use]
    pub fn counts_beyond_periods(&self) -> bool {
        let counts = |rule: &Rule| matches!(&rule.kind, Kind::Rate(rate) if rate.counting.by.goes_beyond_periods());
        self.rules.iter().any(counts)
    }

    /// The measure of that name.
    #[must_use]
    pub fn measure(&self, name: &str) -> Option<&Arc<Measure>> {
        self.measures.iter().find(|measure| *measure.name == *name)
    }
}

impl Rule {
    /// Whether it tells the days of a month apart by its `where`, by how long someone has been employed, or by what it counts.
    #[must_use]
    pub fn tells_days_apart(&self) -> bool {
        let by_months = self.figures_by().is_some_and(AmountsBy::is_by_months);
        let by_count = matches!(&self.kind, Kind::Rate(rate) if rate.counting.by.tells_days_apart());
        self.scopes().any(Where::tells_days_apart) || by_months || by_count
    }

    /// Its `where`, and the conditions by how many of which its figures go.
    pub fn scopes(&self) -> impl Iterator<Item = &Where> {
        let conditions = if let Kind::Premium(premium) = &self.kind { &premium.conditions[..] } else { &[] };
        std::iter::once(&self.scope).chain(conditions)
    }

    /// Gives what asks for kinds of day the calendar of the stack.
    pub(crate) fn know_days(&mut self, calendar: &Arc<OfficialDays>) {
        let conditions =
            if let Kind::Premium(premium) = &mut self.kind { &mut premium.conditions[..] } else { &mut [] };
        for scope in std::iter::once(&mut self.scope).chain(conditions).filter(|scope| !scope.days.is_empty()) {
            scope.calendar = Some(Arc::clone(calendar));
        }
    }

    /// The measures that it names: that which it pays, those of its formulas and provisos, and the hours that it reaches.
    pub fn measures(&self) -> impl Iterator<Item = &Arc<Measure>> {
        let (paid, hours) = match &self.kind {
            Kind::Rate(rate) => (rate.measure.as_ref(), None),
            Kind::Premium(premium) => (None, premium.hours.as_ref()),
            _ => (None, None),
        };
        let formulas = self.figures.values.iter().filter_map(|dated| Figure::formula(&dated.value));
        let terms = formulas.flat_map(|formula| &formula.terms).filter_map(|term| match &term.counted {
            Counted::Measure(measure) => Some(measure),
            Counted::Hours | Counted::Parcels => None,
        });
        let provisos = if let Kind::Rate(rate) = &self.kind { &rate.provided[..] } else { &[] };
        let sums = provisos.iter().flat_map(Proviso::sums).filter_map(PeriodSum::measure);
        paid.into_iter().chain(hours).chain(terms).chain(sums)
    }
}

/// Over what a guarantee by a formula is tested.
fn over(kind: &Kind) -> Option<Over> {
    if let Kind::Floor(floor) = kind { floor.window.as_ref().map(|window| window.over) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::agreement::library;

    /// Where nothing is asked, a plain log is read without a look at each cell: a column of the roster is none of the log.
    #[test]
    fn agreements_without_measures_ask_a_log_for_no_cell() {
        for name in ["anji-courier", "zhejiang-law", "dayuan-pump", "suzhou-express"] {
            let asked = library::load(name).unwrap().details_asked(|_| false, |_| false);
            assert!(!asked.reads_rows(), "{name}: {asked:?}");
        }
        let asked = library::load("seattle").unwrap().details_asked(|_| false, |_| false);
        let measures: Vec<&str> = asked.measures.iter().map(|asked| &*asked.measure.name).collect();
        assert_eq!(measures, ["miles", "minutes"]);
        assert!(asked.measures.iter().all(|asked| asked.apart), "a guarantee for each order tells orders apart");
    }
}
