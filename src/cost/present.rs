//! Pay as it stands, computed once for many proposals, and the other side of each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::agreement::Agreement;
use crate::agreement::change::Change;
use crate::agreement::in_force::Applied;
use crate::agreement::proposal::Proposal;
use crate::cost::{Question, known};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problems};
use crate::pay::courier_index::{Courier, CourierIndex};
use crate::pay::run::{mistakes, pay_worksheet};
use crate::pay::worksheet::Worksheet;
use crate::pay::{OutOfBand, PayRun, pay, pay_with};
use crate::units::Rounding;
use crate::workforce::Workforce;

/// Pay as it stands, over the days of the log: the side of a comparison that every proposal shares.
#[derive(Debug)]
pub struct Present {
    /// What is due as it stands: one run, or one for each part. Where only the band of a rate is known, at its lower end and
    /// without rounding.
    pub runs: Vec<Arc<PayRun>>,
    /// Whether the present rates are known; else only the difference has a meaning.
    pub known: bool,
    /// What has to be said of it.
    pub notes: Vec<Message>,
    /// Some of the couriers each; empty where all are in one run.
    parts: Vec<Part>,
}

/// Some of the couriers with all their parcels. What is due to one does not hang on another, so each part is computed on its
/// own, and only where a change reaches it.
#[derive(Debug)]
struct Part {
    worksheet: Worksheet,
    companies: BTreeSet<Arc<str>>,
    areas: BTreeSet<Arc<str>>,
    /// The last run that was not as it stands: a proposal moves one term at a time.
    last: Mutex<Option<Last>>,
}

/// A run of a part, and the changes that reach the part, by their index in the proposal.
#[derive(Clone, Debug)]
struct Last {
    reached: Vec<(usize, Arc<Change>)>,
    out_of_band: OutOfBand,
    run: Arc<PayRun>,
}

/// What is due as proposed, and the changes that met something.
pub(crate) struct After {
    pub(crate) runs: Vec<Arc<PayRun>>,
    pub(crate) met: Applied,
}

impl Present {
    /// Computes it. Where only the band of a rate is known, both sides are made at its lower end and without rounding:
    /// what they differ by is parcels × amount, whatever the rates are.
    ///
    /// # Errors
    /// Those of [`pay`].
    pub fn new(question: &Question<'_>) -> Result<Self, Problems> {
        let Question { agreement, tally, workforce, .. } = question;
        let run = pay(agreement, tally, workforce)?;
        let known = run.scenarios.len() < 2;
        let terms = Terms { known, agreement, workforce, out_of_band: OutOfBand::Refused };
        let run = if known { run } else { terms.whole(tally)? };
        let notes = run.notes.clone();
        Ok(Self { runs: vec![Arc::new(run)], known, notes, parts: Vec::new() })
    }

    /// The same in parts, company by company, for a table at which one term moves after the other.
    ///
    /// # Errors
    /// Those of [`pay`].
    pub fn in_parts(question: &Question<'_>) -> Result<Self, Problems> {
        let Question { agreement, tally, workforce, .. } = question;
        let whole = Self::new(question)?;
        let parts = parts(tally, workforce);
        let terms = Terms { known: whole.known, agreement, workforce, out_of_band: OutOfBand::Refused };
        let runs = in_threads(&parts, |part| terms.part(&part.worksheet).map(Arc::new))?;
        Ok(Self { runs, known: whole.known, notes: whole.notes, parts })
    }

    /// Whether it was computed part by part.
    pub(crate) fn is_parted(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The other side, on the same terms.
    pub(crate) fn after(
        &self,
        question: &Question<'_>,
        proposed: &Agreement,
        proposal: &Proposal,
        out_of_band: OutOfBand,
    ) -> Result<After, Problems> {
        if !self.known {
            known::independent_of_rates(question, proposal)?;
        }
        let terms = Terms { known: self.known, agreement: proposed, workforce: question.workforce, out_of_band };
        if self.parts.is_empty() {
            let run = terms.whole(question.tally)?;
            return Ok(After { met: run.applied.clone(), runs: vec![Arc::new(run)] });
        }
        let indexed: Vec<(usize, &Part)> = self.parts.iter().enumerate().collect();
        let runs = in_threads(&indexed, |(index, part)| part.after(&self.runs[*index], &terms, proposal));
        // A mistake is told of all couriers, not of those in the first part that has it.
        let Ok(runs) = runs else {
            let ledgers = self.parts.iter().map(|part| &part.worksheet);
            return Err(mistakes(proposed, ledgers, question.workforce, out_of_band));
        };
        let met = runs.iter().flat_map(|(_, met)| met.iter().copied()).collect();
        Ok(After { runs: runs.into_iter().map(|(run, _)| run).collect(), met })
    }
}

impl Part {
    /// What is due to its couriers as proposed; as it stands, or as it was, where no other change reaches them.
    fn after(
        &self,
        present: &Arc<PayRun>,
        terms: &Terms<'_>,
        proposal: &Proposal,
    ) -> Result<(Arc<PayRun>, Applied), Problems> {
        let all = proposal.changes.iter().enumerate().filter(|(_, change)| self.reached(change));
        let reached: Vec<(usize, Arc<Change>)> = all.map(|(index, change)| (index, Arc::clone(change))).collect();
        if reached.is_empty() {
            return Ok((Arc::clone(present), Applied::new()));
        }
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = last.as_ref()
            && last.out_of_band == terms.out_of_band
            && last.reached.iter().map(|(_, change)| &change.text).eq(reached.iter().map(|(_, change)| &change.text))
        {
            let pairs = last.reached.iter().zip(&reached);
            let met = pairs.filter(|((then, _), _)| last.run.applied.contains(then)).map(|(_, (now, _))| *now);
            return Ok((Arc::clone(&last.run), met.collect()));
        }
        let run = Arc::new(terms.part(&self.worksheet)?);
        *last = Some(Last { reached, out_of_band: terms.out_of_band, run: Arc::clone(&run) });
        Ok((Arc::clone(&run), run.applied.clone()))
    }

    /// Whether a change could reach one of its couriers. Only companies and areas are looked at.
    fn reached(&self, change: &Change) -> bool {
        let among = |key: &str, names: &BTreeSet<Arc<str>>| {
            change.scope.values.get(key).is_none_or(|wanted| wanted.iter().any(|name| names.contains(name)))
        };
        among("company", &self.companies) && among("area", &self.areas)
    }
}

/// The terms of one side.
struct Terms<'a> {
    known: bool,
    agreement: &'a Agreement,
    workforce: &'a Workforce,
    out_of_band: OutOfBand,
}

impl Terms<'_> {
    /// All couriers in one run.
    fn whole(&self, tally: &Tally) -> Result<PayRun, Problems> {
        if self.known {
            pay_with(self.agreement, tally, self.workforce, self.out_of_band)
        } else {
            pay_with(&exact(self.agreement), tally, self.workforce, self.out_of_band).map(low)
        }
    }

    /// Some of the couriers.
    fn part(&self, worksheet: &Worksheet) -> Result<PayRun, Problems> {
        if self.known {
            pay_worksheet(self.agreement, worksheet, self.workforce, self.out_of_band)
        } else {
            pay_worksheet(&exact(self.agreement), worksheet, self.workforce, self.out_of_band).map(low)
        }
    }
}

fn exact(agreement: &Agreement) -> Agreement {
    Agreement { rounding: Rounding::NONE, ..agreement.clone() }
}

/// The lower end of every open band.
fn low(mut run: PayRun) -> PayRun {
    run.payslips.retain(|payslip| payslip.scenario == run.scenarios[0]);
    run
}

/// The couriers by the company that the log, else the roster, first names for them.
fn parts(tally: &Tally, workforce: &Workforce) -> Vec<Part> {
    let everyone = CourierIndex::new(tally, workforce);
    let mut companies: BTreeMap<&Arc<str>, Vec<Courier<'_>>> = BTreeMap::new();
    for courier in &everyone.couriers {
        let company = everyone.rows(courier).next().map(|row| tally.name(row.company));
        let company = company.or_else(|| courier.terms.first().map(|terms| &terms.company));
        companies.entry(company.expect("a courier is in the log or on the roster")).or_default().push(courier.clone());
    }
    let part = |couriers: &Vec<Courier<'_>>| {
        let rows = || couriers.iter().flat_map(|courier| everyone.rows(courier));
        let employers = couriers.iter().flat_map(|courier| courier.terms).map(|terms| &terms.company);
        let companies = employers.chain(rows().map(|row| tally.name(row.company))).map(Arc::clone).collect();
        let areas = rows().map(|row| Arc::clone(tally.name(row.area))).collect();
        Part { worksheet: everyone.worksheet(couriers), companies, areas, last: Mutex::default() }
    };
    companies.values().map(part).collect()
}

/// The answers for all items, in their order, from as many threads as there are cores.
pub(crate) fn in_threads<T: Sync, A: Send>(
    items: &[T],
    answer: impl Fn(&T) -> Result<A, Problems> + Sync,
) -> Result<Vec<A>, Problems> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, item)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?)))
        {
            done.push((index, answer(item)));
        }
        done
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut answers = thread::scope(|scope| {
        let others: Vec<_> = (1..cores.min(items.len())).map(|_| scope.spawn(work)).collect();
        let mut answers = work();
        for other in others {
            answers.extend(other.join().expect("a panic of ours is told as one"));
        }
        answers
    });
    answers.sort_by_key(|(index, _)| *index);
    answers.into_iter().map(|(_, answer)| answer).collect()
}
