//! Whom or what a rule is asked about: parcels of a courier, or a courier's employment.

use crate::agreement::scope::Subject;
use crate::workforce::roster::Terms;

/// The parcels of one courier, company, area and service.
pub(crate) struct Parcels<'a> {
    pub(crate) company: &'a str,
    pub(crate) courier: &'a str,
    pub(crate) area: &'a str,
    pub(crate) service: &'a str,
    pub(crate) terms: Option<&'a Terms>,
}

/// One courier's employment with a company.
pub(crate) struct Person<'a> {
    pub(crate) company: &'a str,
    pub(crate) courier: &'a str,
    pub(crate) terms: Option<&'a Terms>,
}

impl Subject for Parcels<'_> {
    fn named(&self, key: &str) -> Option<&str> {
        match key {
            "company" => known(self.company),
            "courier" => known(self.courier),
            "area" => known(self.area),
            "service" => known(self.service),
            column => self.terms.and_then(|terms| terms.column(column)),
        }
    }
}

impl Subject for Person<'_> {
    fn named(&self, key: &str) -> Option<&str> {
        match key {
            "company" => known(self.company),
            "courier" => known(self.courier),
            "area" | "service" => None,
            column => self.terms.and_then(|terms| terms.column(column)),
        }
    }
}

fn known(name: &str) -> Option<&str> {
    (!name.is_empty()).then_some(name)
}
