//! What the checks look at: what is due, what was paid, and who works, side by side.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::kinds::{Grant, Kind};
use crate::agreement::{Agreement, Rule};
use crate::check::{DueAndPaid, listed};
use crate::deliveries::Tally;
use crate::pay::subject::Parcels;
use crate::pay::{IdsOf, PayRun, Payslip, ids_of};
use crate::units::money::to_smallest;
use crate::units::{Date, PayCalendar, PayPeriod, Yuan};
use crate::workforce::protected::Span;
use crate::workforce::register::Paid;
use crate::workforce::roster::Terms;
use crate::workforce::{Register, Workforce};

/// All that a payroll is checked against.
#[derive(Debug)]
pub struct PayrollCheck<'a> {
    /// The agreements in force.
    pub agreement: &'a Agreement,
    /// The log.
    pub tally: &'a Tally,
    /// Rates as they were given, roster, protected periods, attendance.
    pub workforce: &'a Workforce,
    /// What payroll says was paid.
    pub register: &'a Register,
    /// How time is cut into pay periods, called months here, as they mostly are.
    pub calendar: PayCalendar,
    /// The months of the register that the log covers.
    pub months: BTreeSet<PayPeriod>,
    /// One for each courier, company and month of the register or with something due in its months.
    pub rows: Vec<DueAndPaid<'a>>,
    /// The same with what is due as the register lists it; empty where that is as it is due.
    a_month_late: Vec<DueAndPaid<'a>>,
    /// All months of the register, and all that the log covers.
    of_register: BTreeSet<PayPeriod>,
    covered: BTreeSet<PayPeriod>,
}

impl<'a> PayrollCheck<'a> {
    /// Lays what is due beside what was paid, for the months of the register that are asked for as a whole;
    /// without a row, for those of the log.
    #[must_use]
    pub fn new(
        agreement: &'a Agreement,
        tally: &'a Tally,
        workforce: &'a Workforce,
        run: &'a PayRun,
        register: &'a Register,
    ) -> Self {
        let of_register: BTreeSet<PayPeriod> = register.rows.iter().map(|paid| paid.month).collect();
        let calendar = agreement.pay_calendar();
        let of_log: BTreeSet<PayPeriod> = calendar.periods(tally.days_asked()).collect();
        let of_register = if register.rows.is_empty() { of_log.clone() } else { of_register };
        // What is due for a part of a month is not what was paid for the whole.
        let is_whole = |month: &PayPeriod| tally.asked.contains(month.first()) && tally.asked.contains(month.last());
        let covered: BTreeSet<PayPeriod> = of_log.into_iter().filter(is_whole).collect();
        let with = |is_covered: &dyn Fn(PayPeriod) -> bool| -> BTreeSet<PayPeriod> {
            of_register.iter().copied().filter(|month| is_covered(*month)).collect()
        };
        let months = with(&|month| covered.contains(&month));
        let listed = with(&|month| covered.contains(&register.piece_month(month)));
        let payslips = run.payslips.iter().map(Cow::Borrowed);
        let rows = DueAndPaid::of_months(payslips, register, &months, agreement.rounding);
        let a_month_late = if register.piece_late { listed::a_month_late(run, calendar) } else { Vec::new() };
        let a_month_late = DueAndPaid::of_months(a_month_late, register, &listed, agreement.rounding);
        Self { agreement, tally, workforce, register, calendar, months, rows, a_month_late, of_register, covered }
    }

    /// The ids of each table, the register among them.
    #[must_use]
    pub fn ids(&self) -> Vec<IdsOf> {
        let of_register = self.rows.iter().filter_map(|row| row.paid).map(|paid| Arc::clone(&paid.courier));
        ids_of(self.tally, self.workforce).into_iter().chain([("register", of_register.collect())]).collect()
    }

    /// Each row of the register beside the piece pay that it lists, of whichever month; where the log covers that.
    pub(crate) fn listed(&self) -> &[DueAndPaid<'a>] {
        if self.register.piece_late { &self.a_month_late } else { &self.rows }
    }

    /// Each row of the register beside all that it should hold, where the log covers that.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &DueAndPaid<'a>> {
        self.listed().iter().filter(|row| self.months.contains(&row.month))
    }

    /// How many rows are compared.
    #[must_use]
    pub fn compared(&self) -> usize {
        let not_listed = self.rows.iter().filter(|row| !self.covers(self.register.piece_month(row.month)));
        self.listed().len() + not_listed.count()
    }

    /// An amount as a finding says it, with the places of the currency.
    pub(crate) fn said(&self, amount: Yuan) -> String {
        to_smallest(amount.0, self.agreement.currency()).to_string()
    }

    /// Those with a row in the register and something due.
    pub(crate) fn both(&self) -> impl Iterator<Item = (&DueAndPaid<'a>, &Payslip, &'a Paid)> {
        self.rows.iter().filter_map(|row| Some((row, row.due.as_deref()?, row.paid?)))
    }

    /// The months of the register, and for its piece pay those that its rows list.
    pub(crate) fn of_register(&self, of_piece: bool) -> BTreeSet<PayPeriod> {
        let month = |month: &PayPeriod| if of_piece { self.register.piece_month(*month) } else { *month };
        self.of_register.iter().map(month).collect()
    }

    /// Whether the log has the whole of a month.
    pub(crate) fn covers(&self, month: PayPeriod) -> bool {
        self.covered.contains(&month)
    }

    /// The month whose piece pay a row lists, where it is not its own; else "own".
    pub(crate) fn piece_month(&self, row: &DueAndPaid<'_>) -> String {
        let month = self.register.piece_month(row.month);
        if month == row.month { "own".to_string() } else { month.to_string() }
    }

    /// The rows of the register that list the piece pay of a month.
    pub(crate) fn listing(&self, month: PayPeriod) -> impl Iterator<Item = &'a Paid> {
        let of_month = move |row: &&DueAndPaid<'_>| self.register.piece_month(row.month) == month;
        self.listed().iter().filter(of_month).filter_map(|row| row.paid)
    }

    /// The rows of the register in a month.
    pub(crate) fn paid_in(&self, month: PayPeriod) -> impl Iterator<Item = &'a Paid> {
        self.rows.iter().filter(move |row| row.month == month).filter_map(|row| row.paid)
    }

    /// The terms of a courier with a company on a day; of a courier with several employers of whom none is named, the first.
    pub(crate) fn terms(&self, courier: &str, company: &str, day: Date) -> Option<&'a Terms> {
        let terms = self.workforce.roster.as_deref()?.on(courier, company, day);
        let own = terms.iter().find(|terms| *terms.company == *company);
        let terms = own.or_else(|| terms.iter().find(|terms| terms.company.is_empty() || company.is_empty()));
        terms.map(|terms| &***terms)
    }

    /// The name of whoever has an id with a company; empty where the roster gives none.
    pub(crate) fn name(&self, courier: &str, company: &str) -> Arc<str> {
        let rows = self.workforce.roster.as_deref().map_or(&[][..], |roster| roster.rows(courier, company));
        rows.last().map(|terms| Arc::clone(&terms.name)).unwrap_or_default()
    }

    /// For whom a courier worked on a day: the company that the log names, else that of the roster.
    pub(crate) fn employer(&self, courier: &str, named: Option<&Arc<str>>, day: Date) -> Arc<str> {
        let named = named.filter(|company| !company.is_empty());
        named.or_else(|| self.terms(courier, "", day).map(|terms| &terms.company)).cloned().unwrap_or_default()
    }

    /// The last terms of a courier with a company in a month.
    pub(crate) fn terms_in(&self, courier: &str, company: &str, month: PayPeriod) -> Option<&'a Terms> {
        let on = |day| self.terms(courier, company, day);
        on(month.last()).or_else(|| month.each_day().filter_map(on).last())
    }

    /// The rules that grant a courier something on a day because of a protected period, each with the period.
    pub(crate) fn protections(
        &self,
        grant: Grant,
        courier: &Arc<str>,
        company: &str,
        day: Date,
    ) -> Vec<(&'a Rule, &'a Span)> {
        let of_person = self.workforce.protected.of(&self.workforce.person(courier, company));
        let spans: Vec<&Span> = of_person.iter().filter(|span| span.term.contains(day)).collect();
        if spans.is_empty() {
            return Vec::new();
        }
        let person = Parcels::person(company, courier, self.terms(courier, company, day));
        let mut found = Vec::new();
        for rule in &self.agreement.rules {
            let Kind::Protection(protection) = &rule.kind else { continue };
            if protection.grants != grant || !rule.applies_to(&person, day) {
                continue;
            }
            found.extend(spans.iter().find(|span| span.is_under(protection, day)).map(|span| (rule, *span)));
        }
        found
    }

    /// The rules that grant something to everyone, in force on a day.
    pub(crate) fn grants(&self, grant: Grant, day: Date) -> impl Iterator<Item = &'a Rule> {
        self.agreement.rules.iter().filter(move |rule| match &rule.kind {
            Kind::Protection(protection) => protection.grants == grant && rule.in_force_on(day),
            _ => false,
        })
    }
}
