//! One size of the change tried out: what it costs, what it makes of monthly pay, which rate it leads to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Change;
use crate::cost::annual_cost::cost;
use crate::cost::question::{By, Question};
use crate::cost::solve::aim::Aim;
use crate::cost::solve::limit::{Limit, limit};
use crate::cost::solve::target;
use crate::cost::spread::Measure;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::{PayRun, pay};
use crate::units::{Decimal, Month, Yuan};

/// The change found.
#[derive(Clone, Debug)]
pub struct Row {
    /// The company; empty for all together.
    pub company: Arc<str>,
    /// The id of the rule.
    pub rule: Arc<str>,
    /// Yuan per unit as it stands, where all that changes is paid at one rate that is known.
    pub before: Option<Decimal>,
    /// The same as proposed.
    pub after: Option<Decimal>,
    /// Yuan per unit; negative for `-?`.
    pub change: Decimal,
    /// Yuan a year, contributions included where a rule gives them.
    pub annual_cost: Yuan,
    /// Yuan a year of the budget that are left; `None` where there is no budget.
    pub left: Option<Yuan>,
}

/// The change for all companies or for one, tried out step by step.
pub(crate) struct Trial<'a> {
    pub(crate) question: &'a Question<'a>,
    pub(crate) aim: &'a Aim<'a>,
    run: &'a PayRun,
    pub(crate) company: Option<&'a Arc<str>>,
    /// How far the change can go at most.
    pub(crate) limit: Limit,
    /// What `cost` said beside its figures.
    pub(crate) notes: Vec<Message>,
    tried: BTreeMap<u64, Option<Yuan>>,
}

impl<'a> Trial<'a> {
    pub(crate) fn new(
        question: &'a Question<'a>,
        aim: &'a Aim<'a>,
        run: &'a PayRun,
        company: Option<&'a Arc<str>>,
    ) -> Self {
        let limit = limit(question, aim, run);
        Self { question, aim, run, company, limit, notes: Vec::new(), tried: BTreeMap::new() }
    }

    fn amount(&self, step: u64) -> Decimal {
        Decimal::from(step).saturating_mul(self.aim.step)
    }

    /// Yuan a year of so many steps; `None` where they lead out of the band.
    pub(crate) fn at(&mut self, step: u64) -> Result<Option<Yuan>, Problems> {
        if let Some(known) = self.tried.get(&step) {
            return Ok(*known);
        }
        let proposal = self.aim.unknown.proposal(self.amount(step), self.company)?;
        let found = match cost(&Question { by: By::Total, ..*self.question }, &proposal) {
            Ok(cost) => {
                self.notes = cost.notes;
                // Only by area is there no sum with the contributions.
                Some(cost.total.total_change.unwrap_or(cost.total.change))
            }
            Err(problems) => beyond(step, problems)?,
        };
        self.tried.insert(step, found);
        Ok(found)
    }

    fn proposed(&self, step: u64) -> Result<Option<PayRun>, Problems> {
        let Question { agreement, tally, workforce, .. } = self.question;
        let proposal = self.aim.unknown.proposal(self.amount(step), self.company)?;
        match agreement.with_changes(&proposal.changes).and_then(|proposed| pay(&proposed, tally, workforce)) {
            Ok(run) => Ok(Some(run)),
            Err(problems) => beyond(step, problems),
        }
    }

    /// Who worked whole months.
    pub(crate) fn whole_months(&self) -> Result<BTreeSet<(Arc<str>, Month)>, Problems> {
        if self.run.scenarios.len() > 1 {
            return Err(Problem::new(Message::new("solve-target-needs-rates")).into());
        }
        Ok(target::whole_months(self.question.tally, self.question.workforce))
    }

    /// A figure of monthly pay after so many steps; `None` of no one, and where they lead out of the band.
    pub(crate) fn measured(
        &self,
        step: u64,
        measure: Measure,
        whole: &BTreeSet<(Arc<str>, Month)>,
    ) -> Result<Option<Decimal>, Problems> {
        let run = self.proposed(step)?;
        Ok(run.and_then(|run| measure.of(&target::monthly_pay(&run, whole, self.company))))
    }

    /// The change of so many steps as it would be written.
    pub(crate) fn shown(&self, step: u64) -> String {
        self.aim.unknown.text().replace('?', &self.amount(step).to_string())
    }

    /// Nothing ends the search.
    pub(crate) fn endless(&self) -> Problems {
        Problem::new(Message::new("solve-endless").with("change", self.aim.unknown.text())).into()
    }

    /// The row of so many steps.
    pub(crate) fn row(&self, step: u64, annual_cost: Yuan, left: Option<Yuan>) -> Result<Row, Problems> {
        let proposal = self.aim.unknown.proposal(self.amount(step), self.company)?;
        let change = self.aim.unknown.of(&proposal);
        let known = self.run.scenarios.len() == 1;
        let before = only_rate(self.run, change, self.question.agreement).filter(|_| known);
        let after = match before {
            Some(_) => self.proposed(step)?.and_then(|run| only_rate(&run, change, self.question.agreement)),
            None => None,
        };
        Ok(Row {
            company: self.company.map(Arc::clone).unwrap_or_default(),
            rule: Arc::clone(&change.rule),
            before: before.filter(|_| after.is_some()),
            after,
            change: if self.aim.unknown.lowers { -self.amount(step) } else { self.amount(step) },
            annual_cost,
            left,
        })
    }
}

/// Nothing, where a change has only left the band; from the first step on, as the changes without it must stand.
fn beyond<T>(step: u64, problems: Problems) -> Result<Option<T>, Problems> {
    let leaves = step > 0 && problems.iter().all(|problem| problem.message.id == "change-leaves-band");
    if leaves { Ok(None) } else { Err(problems) }
}

/// The one rate of all lines that a change touches; `None` where there are several or none.
fn only_rate(run: &PayRun, change: &Change, agreement: &Agreement) -> Option<Decimal> {
    let keeps = |key: &str, name: &Arc<str>| change.scope.values.get(key).is_none_or(|values| values.contains(name));
    let mut rates = BTreeSet::new();
    for payslip in &run.payslips {
        if !keeps("company", &payslip.company) || !keeps("courier", &payslip.courier) {
            continue;
        }
        let lines =
            payslip.lines.iter().filter(|line| *line.ground.id(agreement) == change.rule && line.multiple.is_none());
        let touched = lines.filter(|line| keeps("area", &line.area) && keeps("service", &line.service));
        rates.extend(touched.map(|line| line.rate.normalize()));
    }
    if rates.len() == 1 { rates.pop_first() } else { None }
}
