//! One size of the change tried out: what it costs, what it makes of monthly pay, which rate it leads to.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Change;
use crate::agreement::proposal::Proposal;
use crate::cost::annual_cost::cost_beside;
use crate::cost::question::{By, Question};
use crate::cost::solve::aim::Goal;
use crate::cost::solve::given::Given;
use crate::cost::solve::limit::{Limit, limit};
use crate::cost::solve::target;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::PayRun;
use crate::units::{Decimal, Yuan};

/// The change found.
#[derive(Clone, Debug)]
pub struct TrialRow {
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
    pub(crate) given: &'a Given<'a>,
    pub(crate) company: Option<&'a Arc<str>>,
    /// How far the change can go at most.
    pub(crate) limit: Limit,
    /// What `cost` said beside its figures.
    pub(crate) notes: Vec<Message>,
    /// The rate as it stands, where all that changes is paid at one rate that is known; found when the first size is tried.
    before: OnceCell<Option<Decimal>>,
    tried: BTreeMap<u64, Option<Tried>>,
}

/// What a size of the change comes to.
#[derive(Clone, Copy)]
struct Tried {
    /// Yuan a year.
    cost: Yuan,
    /// The figure of monthly pay that is to be reached; `None` where none is, and of no one.
    monthly: Option<Decimal>,
    /// The one rate of all that changes, where it is one as it stands too.
    rate: Option<Decimal>,
}

impl<'a> Trial<'a> {
    pub(crate) fn new(given: &'a Given<'a>, company: Option<&'a Arc<str>>) -> Self {
        Self { given, company, limit: limit(given), notes: Vec::new(), before: OnceCell::new(), tried: BTreeMap::new() }
    }

    fn amount(&self, step: u64) -> Decimal {
        Decimal::from(step).saturating_mul(self.given.aim.step)
    }

    fn proposal(&self, step: u64) -> Result<Proposal, Problems> {
        self.given.aim.unknown.proposal(self.amount(step), self.company)
    }

    /// Yuan a year of so many steps; `None` where they lead out of the band.
    pub(crate) fn at(&mut self, step: u64) -> Result<Option<Yuan>, Problems> {
        Ok(self.tried(step)?.map(|tried| tried.cost))
    }

    /// The figure of monthly pay after so many steps; `None` of no one, and where they lead out of the band.
    pub(crate) fn monthly(&mut self, step: u64) -> Result<Option<Decimal>, Problems> {
        Ok(self.tried(step)?.and_then(|tried| tried.monthly))
    }

    fn tried(&mut self, step: u64) -> Result<Option<Tried>, Problems> {
        if let Some(known) = self.tried.get(&step) {
            return Ok(*known);
        }
        let Given { question, aim, baseline, whole } = self.given;
        let proposal = self.proposal(step)?;
        let change = aim.unknown.of(&proposal);
        let only = |runs: &[Arc<PayRun>]| only_rate(runs, change, question.agreement);
        let before = *self.before.get_or_init(|| only(&baseline.runs).filter(|_| baseline.known));
        let found = match cost_beside(baseline, &Question { by: By::Total, ..*question }, &proposal) {
            Ok((cost, after)) => {
                self.notes = cost.notes;
                let monthly = match aim.goal {
                    Goal::Target(target) => target.measure.of(&target::monthly_pay(&after, whole, self.company)),
                    Goal::Budget(_) => None,
                };
                // Only by area is there no sum with the contributions.
                let rate = before.and_then(|_| only(&after));
                Some(Tried { cost: cost.total.total_change.unwrap_or(cost.total.change), monthly, rate })
            }
            Err(problems) => beyond(step, problems)?,
        };
        self.tried.insert(step, found);
        Ok(found)
    }

    /// The change of so many steps as it would be written.
    pub(crate) fn shown(&self, step: u64) -> String {
        self.given.aim.unknown.text().replace('?', &self.amount(step).to_string())
    }

    /// Nothing ends the search.
    pub(crate) fn endless(&self) -> Problems {
        Problem::new(Message::new("solve-endless").with("change", self.given.aim.unknown.text())).into()
    }

    /// The row of so many steps.
    pub(crate) fn row(&mut self, step: u64, annual_cost: Yuan, left: Option<Yuan>) -> Result<TrialRow, Problems> {
        let after = self.tried(step)?.and_then(|tried| tried.rate);
        let aim = self.given.aim;
        let proposal = self.proposal(step)?;
        Ok(TrialRow {
            company: self.company.map(Arc::clone).unwrap_or_default(),
            rule: Arc::clone(&aim.unknown.of(&proposal).rule),
            before: self.before.get().copied().flatten().filter(|_| after.is_some()),
            after,
            change: if aim.unknown.lowers { -self.amount(step) } else { self.amount(step) },
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
fn only_rate(runs: &[Arc<PayRun>], change: &Change, agreement: &Agreement) -> Option<Decimal> {
    let keeps = |key: &str, name: &Arc<str>| change.scope.values.get(key).is_none_or(|values| values.contains(name));
    let mut rates = BTreeSet::new();
    for payslip in runs.iter().flat_map(|run| &run.payslips) {
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
