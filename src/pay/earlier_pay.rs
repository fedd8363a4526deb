//! What was due in the months before, without premiums: by its mean, leave is paid (企业职工带薪年休假实施办法 art. 11).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::pay::line::{Component, Payslip, Scenario};
use crate::pay::worksheet::PaySlot;
use crate::units::{Decimal, PayPeriod};

/// How many months before the leave are looked at.
pub(crate) const MONTHS: i32 = 12;

/// Whose pay of a month it is: the scenario, the person, the company.
type Whose = (Scenario, Arc<str>, Arc<str>);

/// Pay without premiums, month by month.
#[derive(Debug, Default)]
pub(crate) struct EarlierPay {
    of_months: BTreeMap<Whose, Vec<(PayPeriod, Decimal)>>,
}

impl EarlierPay {
    /// Adds the pay of a month, where there is any.
    pub(crate) fn add(&mut self, payslip: &Payslip) {
        let pay = payslip.pay().0 - payslip.sum(Component::Premium).0;
        if pay > Decimal::ZERO {
            let whose = (payslip.scenario, Arc::clone(&payslip.person), Arc::clone(&payslip.company));
            self.of_months.entry(whose).or_default().push((payslip.month, pay));
        }
    }

    /// The mean of the months with pay among the twelve before.
    pub(crate) fn mean(&self, slot: &PaySlot, scenario: Scenario) -> Option<Decimal> {
        let months = self.of_months.get(&(scenario, Arc::clone(&slot.person), Arc::clone(&slot.company)))?.iter();
        let before = months.filter(|(month, _)| (1..=MONTHS).contains(&slot.month.since(*month)));
        let (count, sum) = before.fold((0, Decimal::ZERO), |(count, sum), (_, pay)| (count + 1, sum + pay));
        (count > 0).then(|| sum / Decimal::from(count))
    }
}
