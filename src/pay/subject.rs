//! Whom or what a rule is asked about: parcels of a courier, or a courier's employment.

use crate::agreement::scope::Subject;
use crate::workforce::roster::Terms;

/// The parcels of one courier, company, area and service; of an employment, area and service are empty.
pub(crate) struct Parcels<'a> {
    pub(crate) company: &'a str,
    pub(crate) courier: &'a str,
    pub(crate) area: &'a str,
    pub(crate) service: &'a str,
    /// When the slice of the day begins in which they were delivered, where that is known.
    pub(crate) at: Option<u32>,
    pub(crate) terms: Option<&'a Terms>,
}

impl<'a> Parcels<'a> {
    /// A courier's employment with a company, whatever was delivered.
    pub(crate) const fn person(company: &'a str, courier: &'a str, terms: Option<&'a Terms>) -> Self {
        Self { company, courier, area: "", service: "", at: None, terms }
    }
}

impl Subject for Parcels<'_> {
    fn named(&self, key: &str) -> Option<&str> {
        let name = match key {
            "company" => self.company,
            "courier" => self.courier,
            "area" => self.area,
            "service" => self.service,
            column => return self.terms.and_then(|terms| terms.column(column)),
        };
        (!name.is_empty()).then_some(name)
    }
}
