//! What the checks look at: what is due, what was paid, and who works, side by side.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::Rule;
use crate::agreement::kinds::Grant;
use crate::agreement::kinds::Kind;
use crate::agreement::kinds::Period;
use crate::deliveries::Tally;
use crate::pay::PayRun;
use crate::pay::Payslip;
use crate::pay::subject::Person;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::units::Date;
use crate::units::Month;
use crate::workforce::Register;
use crate::workforce::Workforce;
use crate::workforce::protected::Span;
use crate::workforce::register::Paid;
use crate::workforce::roster::Terms;

/// All that a payroll is checked against.
#[derive(Debug)]
pub struct Books<'a> {
    /// The agreements in force.
    pub agreement: &'a Agreement,
    /// The log.
    pub tally: &'a Tally,
    /// Rates as they were given, roster, protected periods, attendance.
    pub workforce: &'a Workforce,
    /// The months of the register.
    pub months: BTreeSet<Month>,
    /// One for each courier, company and month of the register or with something due in its months.
    pub pairs: Vec<Pair<'a>>,
}

/// What is due to a courier of a company for a month, and what was paid.
#[derive(Clone, Debug)]
pub struct Pair<'a> {
    /// The month.
    pub month: Month,
    /// The company.
    pub company: Arc<str>,
    /// The courier's id.
    pub courier: Arc<str>,
    /// What is due; where only the band of a rate is known, at its lower end.
    pub due: Option<&'a Payslip>,
    /// The same at the upper end of the band.
    pub most: Option<&'a Payslip>,
    /// What was paid; `None` where the register has no row.
    pub paid: Option<&'a Paid>,
}

type Key = (Month, Arc<str>, Arc<str>);

impl<'a> Books<'a> {
    /// Lays what is due beside what was paid.
    ///
    /// # Errors
    /// Rows of the register for a month of which the log has no delivery.
    pub fn new(
        agreement: &'a Agreement,
        tally: &'a Tally,
        workforce: &'a Workforce,
        run: &'a PayRun,
        register: &'a Register,
    ) -> Result<Self, Problems> {
        let of_log: BTreeSet<Month> = tally.rows.iter().map(|row| Month::of(row.date)).collect();
        let unknown = register.rows.iter().filter(|paid| !of_log.contains(&paid.month));
        let problems: Problems = unknown.map(month_not_in_log).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let months: BTreeSet<Month> = register.rows.iter().map(|paid| paid.month).collect();
        let months = if register.rows.is_empty() { of_log } else { months };
        let mut pairs: BTreeMap<Key, Pair<'a>> = BTreeMap::new();
        let mut companies: BTreeMap<(Month, &str), BTreeSet<&Arc<str>>> = BTreeMap::new();
        for payslip in run.payslips.iter().filter(|payslip| months.contains(&payslip.month)) {
            companies.entry((payslip.month, &payslip.courier)).or_default().insert(&payslip.company);
            let pair = Self::pair(&mut pairs, payslip.month, &payslip.company, &payslip.courier);
            if payslip.scenario == run.scenarios[0] {
                pair.due = Some(payslip);
            }
            pair.most = Some(payslip);
        }
        for paid in &register.rows {
            // A register that names no company means the only one for which something is due to the courier.
            let only =
                companies.get(&(paid.month, &*paid.courier)).filter(|of| of.len() == 1).and_then(|of| of.first());
            let company = if paid.company.is_empty() { only.map_or(&paid.company, |only| only) } else { &paid.company };
            Self::pair(&mut pairs, paid.month, company, &paid.courier).paid = Some(paid);
        }
        Ok(Self { agreement, tally, workforce, months, pairs: pairs.into_values().collect() })
    }

    fn pair<'p>(
        pairs: &'p mut BTreeMap<Key, Pair<'a>>,
        month: Month,
        company: &Arc<str>,
        courier: &Arc<str>,
    ) -> &'p mut Pair<'a> {
        pairs.entry((month, Arc::clone(company), Arc::clone(courier))).or_insert_with(|| Pair {
            month,
            company: Arc::clone(company),
            courier: Arc::clone(courier),
            due: None,
            most: None,
            paid: None,
        })
    }

    /// The pairs with a row in the register and something due.
    pub(crate) fn both(&self) -> impl Iterator<Item = (&Pair<'a>, &'a Payslip, &'a Paid)> {
        self.pairs.iter().filter_map(|pair| Some((pair, pair.due?, pair.paid?)))
    }

    /// The terms of a courier with a company on a day.
    pub(crate) fn terms(&self, courier: &str, company: &str, day: Date) -> Option<&'a Terms> {
        let terms = self.workforce.roster.as_deref()?.on(courier, day);
        terms.iter().find(|terms| *terms.company == *company).or(terms.first()).copied()
    }

    /// The rules that grant a courier something on a day because of a protected period, each with the period.
    pub(crate) fn protections(
        &self,
        grant: Grant,
        courier: &str,
        company: &str,
        day: Date,
    ) -> Vec<(&'a Rule, &'a Span)> {
        let spans: Vec<&Span> =
            self.workforce.protected.of(courier).iter().filter(|span| span.term.contains(day)).collect();
        if spans.is_empty() {
            return Vec::new();
        }
        let person = Person { company, courier, terms: self.terms(courier, company, day) };
        let mut found = Vec::new();
        for rule in &self.agreement.rules {
            let Kind::Protection(protection) = &rule.kind else { continue };
            if protection.grants != grant || !rule.reaches(&person, day) {
                continue;
            }
            let holds = |span: &&&Span| {
                let begun = span.kind != Period::Pregnancy
                    || protection.weeks_before_due.is_none_or(|weeks| within_weeks(span.due, weeks, day));
                protection.periods.contains(&span.kind) && begun
            };
            found.extend(spans.iter().find(holds).map(|span| (rule, *span)));
        }
        found
    }

    /// The rules that grant something to everyone.
    pub(crate) fn grants(&self, grant: Grant) -> impl Iterator<Item = &'a Rule> {
        self.agreement.rules.iter().filter(move |rule| match &rule.kind {
            Kind::Protection(protection) => protection.grants == grant,
            _ => false,
        })
    }
}

/// Whether a day lies at most so many weeks before the day the birth is due, or after it.
fn within_weeks(due: Option<Date>, weeks: u32, day: Date) -> bool {
    due.is_some_and(|due| i64::from((due - day).get_days()) <= i64::from(weeks) * 7)
}

fn month_not_in_log(paid: &Paid) -> Problem {
    let message = Message::new("register-month-not-in-log").with("month", paid.month.to_string());
    Problem::new(message).at(paid.place.clone())
}
