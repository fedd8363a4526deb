//! The bargaining table: the terms that can move, what their moves cost, and the screen that shows both.
//!
//! `state` is pure: a table and a key give the next table. `figures` asks `cost` and `pay`; `screen` draws.

mod cells;
mod figures;
mod opening;
mod panels;
mod screen;
mod state;
mod term;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

pub use figures::{Figures, Spread};
pub use state::{Effect, Key, Mode, Table, update};
pub use term::{Move, Paid, Scope, Span, Term};

use ratatui::Frame;

use crate::agreement::Agreement;
use crate::cost::{Annual, By, Present, Question, condensed, cost_beside};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problems};
use crate::files::input::same;
use crate::negotiate::figures::{Bins, Shelf};
use crate::report::{Catalogue, Language};
use crate::workforce::Workforce;

/// A table with all that its figures need: the terms as they stand, the log, and what was computed already.
pub struct Session {
    agreement: Agreement,
    tally: Tally,
    workforce: Workforce,
    annual: Annual,
    /// The files that no proposal may take the place of.
    guarded: Vec<PathBuf>,
    present: Present,
    bins: Bins,
    before: Option<Spread>,
    shelf: Shelf,
    /// The figures of every state so far, by its changes.
    known: BTreeMap<Vec<String>, Result<Figures, Problems>>,
    table: Table,
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
        let tally = condensed(&agreement, tally, &workforce);
        let present = Present::in_parts(&question(&agreement, &tally, &workforce, &annual))?;
        let paid = opening::paid(&agreement, &tally, &workforce);
        let terms = opening::terms(&agreement, &tally, &workforce, &paid);
        let rates = if present.known { paid } else { Vec::new() };
        let bins = figures::bins(&present.runs);
        let mut shelf = Shelf::default();
        let before = shelf.spread(&present.runs, &bins).filter(|_| present.known);
        let table = Table::new(terms, rates, language);
        let catalogues = [Catalogue::new(Language::En), Catalogue::new(Language::Zh)];
        let known = BTreeMap::new();
        let guarded = Vec::new();
        let mut session = Self {
            agreement,
            tally,
            workforce,
            annual,
            guarded,
            present,
            bins,
            before,
            shelf,
            known,
            table,
            catalogues,
        };
        session.figure()?;
        Ok(session)
    }

    /// The same with files that no proposal may take the place of: those that the figures come from.
    #[must_use]
    pub fn guarding(self, guarded: Vec<PathBuf>) -> Self {
        Self { guarded, ..self }
    }

    /// The table as it is.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Takes a key, and computes what the table then comes to.
    pub fn press(&mut self, key: Key) -> Effect {
        let mut effect = update(&mut self.table, key);
        if let Effect::Save { path, .. } = &effect
            && self.guarded.iter().any(|guarded| same(guarded, Path::new(path)))
        {
            let refused = Message::new("negotiate-save-input").with("file", path);
            self.table.told(&path.clone(), Err(refused));
            effect = Effect::None;
        }
        // What is wrong with a state is shown on it.
        let _ = self.figure();
        effect
    }

    /// Takes the answer to [`Effect::Save`]; see [`Table::told`].
    pub fn told(&mut self, path: &str, written: Result<bool, Message>) {
        self.table.told(path, written);
    }

    /// What the state comes to.
    ///
    /// # Errors
    /// Why it cannot be computed, such as a rate that leaves its band.
    pub fn figures(&self) -> Result<&Figures, &Problems> {
        self.known[&self.key()].as_ref()
    }

    /// Draws the table.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        screen::draw(self, frame);
    }

    fn catalogue(&self) -> &Catalogue {
        let [english, chinese] = &self.catalogues;
        if self.table.language == Language::En { english } else { chinese }
    }

    fn key(&self) -> Vec<String> {
        self.table.changes().into_iter().map(|(text, _)| text).collect()
    }

    fn figure(&mut self) -> Result<(), Problems> {
        let key = self.key();
        if !self.known.contains_key(&key) {
            let question = question(&self.agreement, &self.tally, &self.workforce, &self.annual);
            let figures = self.table.proposal().and_then(|proposal| {
                let (cost, after) = cost_beside(&self.present, &question, &proposal)?;
                let spread = self.shelf.spread(&after, &self.bins).filter(|_| self.present.known);
                Ok(Figures { cost, spread })
            });
            self.known.insert(key.clone(), figures);
        }
        self.known[&key].as_ref().map(|_| ()).map_err(Clone::clone)
    }
}

fn question<'a>(
    agreement: &'a Agreement,
    tally: &'a Tally,
    workforce: &'a Workforce,
    annual: &'a Annual,
) -> Question<'a> {
    Question { agreement, tally, workforce, annual, by: By::Company }
}
