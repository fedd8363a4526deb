//! Whom or what a rule is asked about: parcels of a courier, or a courier's employment.

use crate::agreement::scope::{Slices, Subject};
use crate::deliveries::details::DetailOf;
use crate::units::{Date, Decimal};
use crate::workforce::roster::Terms;

/// The parcels of one courier, company, area and service; of an employment, area and service are empty.
pub(crate) struct Parcels<'a> {
    pub(crate) company: &'a str,
    pub(crate) courier: &'a str,
    pub(crate) area: &'a str,
    pub(crate) service: &'a str,
    /// What else they have in common, where that is asked.
    pub(crate) detail: Option<DetailOf<'a>>,
    pub(crate) terms: Option<&'a Terms>,
}

impl<'a> Parcels<'a> {
    /// A courier's employment with a company, whatever was delivered.
    pub(crate) const fn person(company: &'a str, courier: &'a str, terms: Option<&'a Terms>) -> Self {
        Self { company, courier, area: "", service: "", detail: None, terms }
    }
}

impl Subject for Parcels<'_> {
    fn named(&self, key: &str) -> Option<&str> {
        let name = match key {
            "company" => self.company,
            "courier" => self.courier,
            "area" => self.area,
            "service" => self.service,
            column => {
                let of_roster = self.terms.and_then(|terms| terms.column(column));
                return of_roster.or_else(|| self.detail?.column(column));
            }
        };
        (!name.is_empty()).then_some(name)
    }

    fn number(&self, key: &str, day: Date) -> Option<Decimal> {
        let of_order = self.detail.and_then(|detail| detail.of_one(key));
        of_order.or_else(|| self.terms?.number(key, day))
    }

    fn at(&self) -> Option<Slices> {
        self.detail?.detail.at
    }
}
