//! The state of the table: what lies on it, how far each term has moved in either proposal, and what is being asked.

use std::sync::Arc;

use crate::agreement::proposal::Proposal;
use crate::diagnostics::{Message, Problems};
use crate::negotiate::term::{FigureRange, MovableTerm, Move, PaidRate, Scope, read};
use crate::report::Language;
use crate::units::Decimal;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the term above.
    Up,
    /// To the term below.
    Down,
    /// One step less, ten with shift.
    Left {
        /// Whether shift was held.
        shift: bool,
    },
    /// One step more, ten with shift.
    Right {
        /// Whether shift was held.
        shift: bool,
    },
    /// A letter, a digit or a sign.
    Char(char),
    /// Takes what was typed.
    Enter,
    /// Leaves a question.
    Escape,
    /// Takes back the last character typed.
    Backspace,
    /// To the other proposal.
    Tab,
}

/// What the table asks of those around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// To write the proposal to a file, and to say with [`BargainingTable::saved`] how it went.
    Save {
        /// The file.
        path: String,
        /// What goes into it.
        text: String,
        /// Whether a file of that name may be replaced.
        replace: bool,
    },
    /// To end.
    Quit,
}

/// What the table is being asked, or asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Keys move terms.
    Terms,
    /// A figure is being typed for the chosen term.
    Figure(String),
    /// A budget is being typed, in yuan a year.
    Budget(String),
    /// The name of a file is being typed.
    Save(String),
    /// Why it is proposed is being typed, for the file of that name.
    Because {
        /// The file.
        path: String,
        /// What is typed; it may stay empty.
        typed: String,
    },
    /// Whether the file of that name may be replaced.
    Replace(String),
    /// The keys are shown.
    Keys,
    /// Whether unsaved work may be lost.
    Quit,
}

/// One of the two proposals on the table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    moves: Vec<Move>,
    undo: Vec<Vec<Move>>,
    saved: Vec<Move>,
    /// Why it is proposed, as it was typed last.
    pub(crate) because: String,
}

/// The table.
#[derive(Clone, Debug)]
pub struct BargainingTable {
    terms: Vec<MovableTerm>,
    rates: Vec<PaidRate>,
    sides: [Side; 2],
    /// Which proposal is shown: 0 or 1.
    pub side: usize,
    /// The index of the chosen term.
    pub chosen: usize,
    /// What may be spent in a year, in yuan.
    pub budget: Option<Decimal>,
    /// The language of the screen.
    pub language: Language,
    /// What is being asked.
    pub mode: Mode,
    /// What was last told, such as that a file is written.
    pub notice: Option<Message>,
}

impl BargainingTable {
    /// A table on which nothing has moved.
    #[must_use]
    pub fn new(terms: Vec<MovableTerm>, rates: Vec<PaidRate>, language: Language) -> Self {
        let stay = vec![Move::Stay; terms.len()];
        let side = Side { moves: stay.clone(), undo: Vec::new(), saved: stay, because: String::new() };
        let sides = [side.clone(), side];
        let mode = Mode::Terms;
        Self { terms, rates, sides, side: 0, chosen: 0, budget: None, language, mode, notice: None }
    }

    /// The terms, in their order.
    #[must_use]
    pub fn terms(&self) -> &[MovableTerm] {
        &self.terms
    }

    /// How far each term has moved in the proposal shown.
    #[must_use]
    pub fn moves(&self) -> &[Move] {
        &self.side().moves
    }

    pub(crate) fn side(&self) -> &Side {
        &self.sides[self.side]
    }

    pub(crate) fn side_mut(&mut self) -> &mut Side {
        &mut self.sides[self.side]
    }

    /// Whether the proposal shown, or the other one, has moved since it was saved.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.sides.iter().any(|side| side.moves != side.saved)
    }

    /// The figures in force of a term; `None` where they are not known.
    #[must_use]
    pub fn present(&self, index: usize) -> Option<FigureRange> {
        self.span(index, |paid| paid.rate, |present| present)
    }

    /// The figures of a term as proposed, after all that has moved; `None` where they are not known.
    #[must_use]
    pub fn proposed(&self, index: usize) -> Option<FigureRange> {
        self.span(index, |paid| self.rate(paid), |present| self.moves()[index].apply(present))
    }

    fn span(
        &self,
        index: usize,
        rate: impl Fn(&PaidRate) -> Decimal,
        own: impl Fn(Decimal) -> Decimal,
    ) -> Option<FigureRange> {
        let term = &self.terms[index];
        if term.per_parcel {
            return FigureRange::of(self.rates.iter().filter(|paid| term.pays(paid)).map(rate));
        }
        FigureRange::of(term.present.map(own))
    }

    /// A rate after the moves of every term that pays it. A lower end that rises lifts it first, as `pay` does.
    fn rate(&self, paid: &PaidRate) -> Decimal {
        let mut rate = paid.rate;
        let moved = || self.terms.iter().zip(self.moves()).filter(|(term, _)| term.rule == paid.rule);
        for (term, moved) in moved().filter(|(term, _)| &*term.field == "min") {
            let min = term.present.map(|min| (min, moved.apply(min)));
            rate = min.filter(|(before, after)| after > before).map_or(rate, |(_, after)| rate.max(after));
        }
        moved().filter(|(term, _)| term.pays(paid)).fold(rate, |rate, (_, moved)| moved.apply(rate))
    }

    /// The changes of the proposal shown, in their order, each with whether it acts on what an earlier one has left.
    #[must_use]
    pub fn changes(&self) -> Vec<(String, bool)> {
        let mut earlier: Vec<&MovableTerm> = Vec::new();
        let mut changes = Vec::new();
        for (term, moved) in self.terms.iter().zip(self.moves()) {
            if let Some(text) = term.change(*moved) {
                changes.push((text, earlier.iter().any(|other| term.overlaps(other))));
                earlier.push(term);
            }
        }
        changes
    }

    /// The proposal shown.
    ///
    /// # Errors
    /// A change that cannot be read.
    pub fn proposal(&self) -> Result<Proposal, Problems> {
        let mut proposal = Proposal::default();
        for (text, _) in self.changes() {
            proposal.changes.push(Arc::new(read(&text)?));
        }
        Ok(proposal)
    }

    /// The proposal shown as a file that `cost --proposal` reads.
    #[must_use]
    pub fn file(&self, title: &str) -> String {
        let quote = |text: &str| toml::Value::from(text).to_string();
        let mut file = format!("title = {}\n", quote(title));
        for (text, after) in self.changes() {
            let after = if after { "on-top-of-earlier = true\n" } else { "" };
            let because = match &*self.side().because {
                "" => String::new(),
                because => format!("reason = {}\n", quote(because)),
            };
            file.extend(["\n[[change]]\nchange = ", &quote(&text), "\n", after, &because]);
        }
        file
    }

    /// Takes the answer to [`Effect::Save`]: the file is written (`Ok`), exists already (`Ok(false)`), or cannot be written.
    pub fn saved(&mut self, path: &str, written: Result<bool, Message>) {
        self.mode = Mode::Terms;
        match written {
            Ok(true) => {
                let side = self.side_mut();
                side.saved.clone_from(&side.moves);
                self.notice = Some(Message::new("negotiate-saved").with("file", path));
            }
            Ok(false) => self.mode = Mode::Replace(path.to_string()),
            Err(message) => self.notice = Some(message),
        }
    }

    pub(crate) fn put(&mut self, moved: Move) {
        let side = &mut self.sides[self.side];
        if side.moves[self.chosen] != moved {
            side.undo.push(side.moves.clone());
            side.moves[self.chosen] = moved;
        }
    }

    /// Moves the chosen term by so many steps, unless a figure would no longer be above nothing.
    pub(crate) fn step(&mut self, steps: i64) {
        let Some(term) = self.terms.get(self.chosen) else { return };
        let amount = term.step * Decimal::from(steps);
        let lowest = self.proposed(self.chosen).map(|span| span.lowest + amount);
        if lowest.is_none_or(|lowest| lowest > Decimal::ZERO) {
            self.put(self.moves()[self.chosen].further(amount));
        }
    }

    /// Sets the chosen term; a figure that is the one in force is no move.
    pub(crate) fn set(&mut self, figure: Decimal) {
        let alone = self.terms[self.chosen].scope == Scope::All;
        let same = self.present(self.chosen) == Some(FigureRange { lowest: figure, highest: figure });
        self.put(if same && alone { Move::Stay } else { Move::To(figure) });
    }

    pub(crate) fn undo(&mut self) {
        let side = self.side_mut();
        if let Some(moves) = side.undo.pop() {
            side.moves = moves;
        }
    }

    pub(crate) fn reset(&mut self) {
        let side = self.side_mut();
        if side.moves.iter().any(|moved| *moved != Move::Stay) {
            side.undo.push(side.moves.clone());
            side.moves.fill(Move::Stay);
        }
    }
}
