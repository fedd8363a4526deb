//! Pay as it stands, computed once for many proposals, and beside it pay as each of them has it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::agreement::Agreement;
use crate::agreement::change::Change;
use crate::agreement::in_force::Applied;
use crate::agreement::proposal::Proposal;
use crate::cores;
use crate::cost::annual::factors::Factors;
use crate::cost::question::Question;
use crate::cost::requirements::independent_of_rates;
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problems};
use crate::pay::courier_index::CourierIndex;
use crate::pay::couriers::Courier;
use crate::pay::pricing::PricingContext;
use crate::pay::repricing::Repricing;
use crate::pay::run::{mistakes, pay_worksheet, pay_worksheet_seen};
use crate::pay::workings::Workings;
use crate::pay::worksheet::Worksheet;
use crate::pay::{OutOfBand, PayRun, of_no_one, pay_each, repricing, together};
use crate::units::Rounding;
use crate::workforce::Workforce;

/// Pay as it stands, over the days of the log: the side of a comparison that every proposal shares.
///
/// At the table and among proposals, one term moves after the other, and most of them reach one company or area. So pay is
/// computed in parts, one for each company's couriers: a proposal prices anew only the parts that it reaches, and takes the
/// run of all others as it is, which the address of the run tells whoever has looked at it before.
#[derive(Debug)]
pub struct Baseline {
    /// What is due as it stands, a run for each part. Where only the band of a rate is known, at its lower end and without
    /// rounding.
    pub runs: Vec<Arc<PayRun>>,
    /// Whether the present rates are known; else only the difference has a meaning.
    pub known: bool,
    /// What has to be said of it.
    pub notes: Vec<Message>,
    /// What makes it a year's.
    pub(crate) factors: Factors,
    /// Some of the couriers each.
    parts: Vec<Part>,
}

/// Some of the couriers with all their parcels. What is due to one does not hang on another, so each part is computed on its
/// own, and only where a change reaches it.
#[derive(Debug)]
struct Part {
    worksheet: Worksheet,
    companies: BTreeSet<Arc<str>>,
    areas: BTreeSet<Arc<str>>,
    /// What of the run as it stands hangs on piece rates, where that is known.
    repricing: Option<Repricing>,
    /// The last run that was not as it stands: while another term moves, the changes that reach this part stay the same.
    last_changed: Mutex<Option<ChangedRun>>,
}

/// A run of a part, and the changes that reach the part, by their index in the proposal.
#[derive(Debug)]
struct ChangedRun {
    reaching: Vec<(usize, Arc<Change>)>,
    out_of_band: OutOfBand,
    run: Arc<PayRun>,
}

/// What is due as it stands and as proposed, over the days of the log; a run for each part of the couriers.
pub(crate) struct BeforeAndAfter<'a> {
    pub(crate) before: &'a [Arc<PayRun>],
    pub(crate) after: Vec<Arc<PayRun>>,
    /// Whether the present rates are known; else only the difference has a meaning.
    pub(crate) known: bool,
    /// The changes that found something to change.
    pub(crate) applied: Applied,
}

impl Baseline {
    /// Computes it, company by company. Where only the band of a rate is known, both sides are made at its lower end and without
    /// rounding: what they differ by is parcels × amount, whatever the rates are.
    ///
    /// # Errors
    /// Those of [`pay_each`], and a log of which no year can be made.
    pub fn new(question: &Question<'_>) -> Result<Self, Problems> {
        let Question { agreement, tally, workforce, annual, .. } = question;
        // Whether a band is open, and what is to be said, is told of the whole log; its payslips are not kept.
        let PayRun { scenarios, mut notes, .. } = pay_each(agreement, tally, workforce, OutOfBand::Refused, &mut drop)?;
        notes.retain(|note| note.id != "pay-band");
        // What a change costs goes to both sides of the table.
        let notes = notes.into_iter().map(of_no_one).collect();
        let known = scenarios.len() < 2;
        let mut parts = parts(agreement, tally, workforce);
        let agreement = exact(known, agreement);
        let side = Side { context: PricingContext::new(&agreement, workforce, OutOfBand::Refused), known };
        let standing = in_threads(&parts, |part| side.standing(&part.worksheet))?;
        let (runs, repricings): (Vec<_>, Vec<_>) = standing.into_iter().unzip();
        for (part, repricing) in parts.iter_mut().zip(repricings) {
            part.repricing = repricing;
        }
        let factors = annual.factors(question.agreement, tally, &runs)?;
        Ok(Self { runs, known, notes, factors, parts })
    }

    /// Remarks, each once, and after them those on pay as it stands.
    pub fn with_notes<'n>(&'n self, remarks: impl IntoIterator<Item = &'n Message>) -> Vec<Message> {
        let mut notes: Vec<Message> = Vec::new();
        for note in remarks.into_iter().chain(&self.notes) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
        }
        notes
    }

    /// What makes the figures of the log those of a year, in one short line.
    #[must_use]
    pub fn in_short(&self) -> &Message {
        &self.factors.in_short
    }

    /// The same couriers as proposed, beside it.
    pub(crate) fn beside(
        &self,
        question: &Question<'_>,
        proposed: &Agreement,
        proposal: &Proposal,
        out_of_band: OutOfBand,
    ) -> Result<BeforeAndAfter<'_>, Problems> {
        if !self.known {
            independent_of_rates(question, proposal)?;
        }
        let proposed = exact(self.known, proposed);
        let context = PricingContext::new(&proposed, question.workforce, out_of_band);
        let side = Side { context, known: self.known };
        let indexed: Vec<(usize, &Part)> = self.parts.iter().enumerate().collect();
        let runs = in_threads(&indexed, |(index, part)| part.proposed(&self.runs[*index], &side, proposal));
        // A mistake is told of all couriers, not of those in the first part that has it.
        let Ok(runs) = runs else {
            let worksheets = self.parts.iter().map(|part| &part.worksheet);
            return Err(mistakes(&side.context, worksheets));
        };
        let (after, applied): (Vec<_>, Vec<Applied>) = runs.into_iter().unzip();
        let applied = applied.into_iter().flatten().collect();
        Ok(BeforeAndAfter { before: &self.runs, after, known: self.known, applied })
    }
}

impl Part {
    /// What is due to its couriers as proposed; as it stands, or as it was, where no other change reaches them.
    fn proposed(
        &self,
        baseline: &Arc<PayRun>,
        side: &Side<'_>,
        proposal: &Proposal,
    ) -> Result<(Arc<PayRun>, Applied), Problems> {
        let all = proposal.changes.iter().enumerate().filter(|(_, change)| self.is_reached_by(change));
        let reaching: Vec<(usize, Arc<Change>)> = all.map(|(index, change)| (index, Arc::clone(change))).collect();
        if reaching.is_empty() {
            return Ok((Arc::clone(baseline), Applied::new()));
        }
        let mut last = self.last_changed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = last.as_ref()
            && last.out_of_band == side.context.out_of_band
            && last.reaching.iter().map(|(_, change)| &change.text).eq(reaching.iter().map(|(_, change)| &change.text))
        {
            // The changes are the same, but another before them may have come or gone: their places in the proposal move.
            let pairs = last.reaching.iter().zip(&reaching);
            let applied = pairs.filter(|((then, _), _)| last.run.applied.contains(then)).map(|(_, (now, _))| *now);
            return Ok((Arc::clone(&last.run), applied.collect()));
        }
        let by_rates = |repricing: &Repricing| repricing.run(&side.context, &self.worksheet, baseline);
        let run = match self.repricing.as_ref().and_then(by_rates) {
            Some(run) => Arc::new(run),
            None => side.run(&self.worksheet)?,
        };
        *last = Some(ChangedRun { reaching, out_of_band: side.context.out_of_band, run: Arc::clone(&run) });
        Ok((Arc::clone(&run), run.applied.clone()))
    }

    /// Whether a change could reach one of its couriers. Only companies and areas are looked at.
    fn is_reached_by(&self, change: &Change) -> bool {
        let among = |key: &str, names: &BTreeSet<Arc<str>>| {
            change.scope.values.get(key).is_none_or(|wanted| wanted.iter().any(|name| names.contains(name)))
        };
        among("company", &self.companies) && among("area", &self.areas)
    }
}

/// One side of the comparison: an agreement, priced so that the difference from the other side is exact.
struct Side<'a> {
    context: PricingContext<'a>,
    known: bool,
}

/// An agreement by which the difference of two sides is exact: where the present rates are not known, nothing is rounded.
fn exact(known: bool, agreement: &Agreement) -> Cow<'_, Agreement> {
    let unrounded = || Cow::Owned(Agreement { rounding: Rounding::NONE, ..agreement.clone() });
    if known { Cow::Borrowed(agreement) } else { unrounded() }
}

impl Side<'_> {
    /// What is due on a worksheet as it stands, and what of it hangs on piece rates.
    fn standing(&self, worksheet: &Worksheet) -> Result<(Arc<PayRun>, Option<Repricing>), Problems> {
        if !self.known || !repricing::is_plain(self.context.agreement) {
            return Ok((self.run(worksheet)?, None));
        }
        let mut repricing = Repricing::new(worksheet);
        let mut see = |slot: usize, workings: &Workings<'_>| repricing.look(self.context.agreement, (slot, workings));
        let run = pay_worksheet_seen(&self.context, worksheet, &mut see)?;
        Ok((Arc::new(run), Some(repricing)))
    }

    /// What is due on a worksheet; of every open band, at the lower end.
    fn run(&self, worksheet: &Worksheet) -> Result<Arc<PayRun>, Problems> {
        let mut run = pay_worksheet(&self.context, worksheet)?;
        if !self.known {
            run.payslips.retain(|payslip| payslip.scenario == run.scenarios[0]);
        }
        Ok(Arc::new(run))
    }
}

/// The couriers by the company that the log, else the roster, first names for them; all in one part where a rule guarantees
/// something to all of a company together.
fn parts(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Vec<Part> {
    let everyone = CourierIndex::new(tally, workforce, agreement);
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
        Part {
            worksheet: everyone.worksheet(couriers),
            companies,
            areas,
            repricing: None,
            last_changed: Mutex::default(),
        }
    };
    if together::is_asked(agreement) {
        // Someone with two companies may not be apart from the others of either.
        return vec![part(&everyone.couriers)];
    }
    companies.values().map(part).collect()
}

/// The answers for all items, in their order, from as many threads as there are cores.
pub(crate) fn in_threads<T: Sync, A: Send>(
    items: &[T],
    answer: impl Fn(&T) -> Result<A, Problems> + Sync,
) -> Result<Vec<A>, Problems> {
    cores::each(items, answer).into_iter().collect()
}
