//! The bargaining table in use: its state, and what every state so far comes to.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::agreement::Agreement;
use crate::cost::{Annual, Baseline, By, Cost, CoveredLog, Question, cost_beside, merge_like_days};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problems};
use crate::files::input::same;
use crate::negotiate::movable;
use crate::negotiate::spread::{Bins, KnownSpreads, Spread};
use crate::negotiate::state::{BargainingTable, Effect, Key};
use crate::negotiate::update::update;
use crate::report::{Catalogue, Language};
use crate::workforce::Workforce;

/// What a proposal comes to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What it costs in a year, by company.
    pub cost: Cost,
    /// How pay is spread as proposed; `None` where the present rates are not known.
    pub spread: Option<Spread>,
}

/// What every state of the table is computed from: the terms as they stand, and the log.
struct Given {
    agreement: Agreement,
    tally: CoveredLog,
    workforce: Workforce,
    annual: Annual,
}

impl Given {
    fn question(&self) -> Question<'_> {
        let Self { agreement, tally, workforce, annual } = self;
        Question { agreement, tally, workforce, annual, by: By::Company }
    }
}

/// A table with all that its figures need, and what was computed already.
pub struct Session {
    given: Given,
    /// The files that no proposal may take the place of.
    guarded: Vec<PathBuf>,
    pub(crate) baseline: Baseline,
    pub(crate) bins: Bins,
    /// How pay is spread as it stands.
    pub(crate) before: Option<Spread>,
    spreads: KnownSpreads,
    /// What every state so far comes to, by its changes.
    known: BTreeMap<Vec<String>, Result<Outcome, Problems>>,
    table: BargainingTable,
    catalogues: [Catalogue; 2],
}

impl fmt::Debug for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table.fmt(out)
    }
}

impl Session {
    /// Lays the terms of the agreement on the table.
    ///
    /// # Errors
    /// Rates that do not fit the agreement, and a log without a parcel.
    pub fn open(
        agreement: Agreement,
        tally: &Tally,
        workforce: Workforce,
        annual: Annual,
        language: Language,
    ) -> Result<Self, Problems> {
        let tally = CoveredLog::new(merge_like_days(&agreement, tally, &workforce), &agreement, &workforce);
        let given = Given { agreement, tally, workforce, annual };
        let baseline = Baseline::new(&given.question())?;
        let paid = movable::paid(&given.agreement, &given.tally, &given.workforce);
        let terms = movable::terms(&given.agreement, &given.tally, &given.workforce, &paid);
        let rates = if baseline.known { paid } else { Vec::new() };
        let bins = Bins::of_runs(&baseline.runs, &given.tally);
        let mut spreads = KnownSpreads::default();
        let before = spreads.spread(&baseline.runs, &given.tally, &bins).filter(|_| baseline.known);
        let (table, known) = (BargainingTable::new(terms, rates, language), BTreeMap::new());
        let catalogues = [Language::En, Language::Zh].map(Catalogue::new);
        let mut session =
            Self { given, guarded: Vec::new(), baseline, bins, before, spreads, known, table, catalogues };
        session.compute()?;
        Ok(session)
    }

    /// The same with files that no proposal may take the place of: those that the figures come from.
    #[must_use]
    pub fn guarding(self, guarded: Vec<PathBuf>) -> Self {
        Self { guarded, ..self }
    }

    /// The table as it is.
    #[must_use]
    pub fn table(&self) -> &BargainingTable {
        &self.table
    }

    /// Takes a key, and computes what the table then comes to.
    pub fn press(&mut self, key: Key) -> Effect {
        let mut effect = update(&mut self.table, key);
        if let Effect::Save { path, .. } = &effect
            && self.guarded.iter().any(|guarded| same(guarded, Path::new(path)))
        {
            self.table.saved(path, Err(Message::new("negotiate-save-input").with("file", path)));
            effect = Effect::None;
        }
        // What is wrong with a state is shown on it.
        let _ = self.compute();
        effect
    }

    /// Takes the answer to [`Effect::Save`]; see [`BargainingTable::saved`].
    pub fn saved(&mut self, path: &str, written: Result<bool, Message>) {
        self.table.saved(path, written);
    }

    /// What the state comes to.
    ///
    /// # Errors
    /// Why it cannot be computed, such as a rate that leaves its band.
    pub fn outcome(&self) -> Result<&Outcome, &Problems> {
        self.known[&self.key()].as_ref()
    }

    pub(crate) fn catalogue(&self) -> &Catalogue {
        let [english, chinese] = &self.catalogues;
        if self.table.language == Language::En { english } else { chinese }
    }

    fn key(&self) -> Vec<String> {
        self.table.changes().into_iter().map(|(text, _)| text).collect()
    }

    fn compute(&mut self) -> Result<(), Problems> {
        let key = self.key();
        if !self.known.contains_key(&key) {
            let outcome = self.table.proposal().and_then(|proposal| {
                let (cost, after) = cost_beside(&self.baseline, &self.given.question(), &proposal)?;
                let spread = self.spreads.spread(&after, &self.given.tally, &self.bins).filter(|_| self.baseline.known);
                Ok(Outcome { cost, spread })
            });
            self.known.insert(key.clone(), outcome);
        }
        self.known[&key].as_ref().map(|_| ()).map_err(Clone::clone)
    }
}
