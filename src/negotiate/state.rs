//! The state of the table, and what a key does to it: a pure function, without a terminal.

mod questions;

use std::sync::Arc;

use crate::agreement::proposal::Proposal;
use crate::diagnostics::{Message, Problems};
use crate::negotiate::state::questions::{on_because, on_budget, on_figure, on_save, save};
use crate::negotiate::term::{Move, Paid, Scope, Span, Term, read};
use crate::report::Language;
use crate::units::Decimal;

/// By how many steps an arrow with shift moves a term.
const LEAP: i64 = 10;

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
    /// To write the proposal to a file, and to say with [`Table::told`] how it went.
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
struct Side {
    moves: Vec<Move>,
    undo: Vec<Vec<Move>>,
    saved: Vec<Move>,
    /// Why it is proposed, as it was typed last.
    because: String,
}

/// The table.
#[derive(Clone, Debug)]
pub struct Table {
    terms: Vec<Term>,
    rates: Vec<Paid>,
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

impl Table {
    /// A table on which nothing has moved.
    #[must_use]
    pub fn new(terms: Vec<Term>, rates: Vec<Paid>, language: Language) -> Self {
        let stay = vec![Move::Stay; terms.len()];
        let side = Side { moves: stay.clone(), undo: Vec::new(), saved: stay, because: String::new() };
        let sides = [side.clone(), side];
        let mode = Mode::Terms;
        Self { terms, rates, sides, side: 0, chosen: 0, budget: None, language, mode, notice: None }
    }

    /// The terms, in their order.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// How far each term has moved in the proposal shown.
    #[must_use]
    pub fn moves(&self) -> &[Move] {
        &self.sides[self.side].moves
    }

    /// Whether the proposal shown, or the other one, has moved since it was saved.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.sides.iter().any(|side| side.moves != side.saved)
    }

    /// The figures in force of a term; `None` where they are not known.
    #[must_use]
    pub fn present(&self, index: usize) -> Option<Span> {
        self.span(index, |paid| paid.rate, |present| present)
    }

    /// The figures of a term as proposed, after all that has moved; `None` where they are not known.
    #[must_use]
    pub fn proposed(&self, index: usize) -> Option<Span> {
        self.span(index, |paid| self.rate(paid), |present| self.moves()[index].apply(present))
    }

    fn span(&self, index: usize, rate: impl Fn(&Paid) -> Decimal, own: impl Fn(Decimal) -> Decimal) -> Option<Span> {
        let term = &self.terms[index];
        if term.per_parcel {
            return Span::of(self.rates.iter().filter(|paid| term.pays(paid)).map(rate));
        }
        Span::of(term.present.map(own))
    }

    /// A rate after the moves of every term that pays it. A lower end that rises lifts it first, as `pay` does.
    fn rate(&self, paid: &Paid) -> Decimal {
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
        let mut earlier: Vec<&Term> = Vec::new();
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
            let after = if after { "after = true\n" } else { "" };
            let because = match &*self.sides[self.side].because {
                "" => String::new(),
                because => format!("because = {}\n", quote(because)),
            };
            file.extend(["\n[[change]]\nchange = ", &quote(&text), "\n", after, &because]);
        }
        file
    }

    /// Takes the answer to [`Effect::Save`]: the file is written (`Ok`), exists already (`Ok(false)`), or cannot be written.
    pub fn told(&mut self, path: &str, written: Result<bool, Message>) {
        self.mode = Mode::Terms;
        match written {
            Ok(true) => {
                let side = &mut self.sides[self.side];
                side.saved.clone_from(&side.moves);
                self.notice = Some(Message::new("negotiate-saved").with("file", path));
            }
            Ok(false) => self.mode = Mode::Replace(path.to_string()),
            Err(message) => self.notice = Some(message),
        }
    }

    fn put(&mut self, moved: Move) {
        let side = &mut self.sides[self.side];
        if side.moves[self.chosen] != moved {
            side.undo.push(side.moves.clone());
            side.moves[self.chosen] = moved;
        }
    }

    /// Moves the chosen term by so many steps, unless a figure would no longer be above nothing.
    fn step(&mut self, steps: i64) {
        let Some(term) = self.terms.get(self.chosen) else { return };
        let amount = term.step * Decimal::from(steps);
        let lowest = self.proposed(self.chosen).map(|span| span.lowest + amount);
        if lowest.is_none_or(|lowest| lowest > Decimal::ZERO) {
            self.put(self.moves()[self.chosen].further(amount));
        }
    }

    /// Sets the chosen term; a figure that is the one in force is no move.
    fn set(&mut self, figure: Decimal) {
        let alone = self.terms[self.chosen].scope == Scope::All;
        let same = self.present(self.chosen) == Some(Span { lowest: figure, highest: figure });
        self.put(if same && alone { Move::Stay } else { Move::To(figure) });
    }

    fn undo(&mut self) {
        let side = &mut self.sides[self.side];
        if let Some(moves) = side.undo.pop() {
            side.moves = moves;
        }
    }

    fn reset(&mut self) {
        let side = &mut self.sides[self.side];
        if side.moves.iter().any(|moved| *moved != Move::Stay) {
            side.undo.push(side.moves.clone());
            side.moves.fill(Move::Stay);
        }
    }
}

/// What a key does to the table.
pub fn update(table: &mut Table, key: Key) -> Effect {
    table.notice = None;
    match std::mem::replace(&mut table.mode, Mode::Terms) {
        Mode::Terms => return on_terms(table, key),
        Mode::Keys => {}
        Mode::Quit => return on_quit(table, key),
        Mode::Figure(text) => on_figure(table, key, text),
        Mode::Budget(text) => on_budget(table, key, text),
        Mode::Save(text) => on_save(table, key, text),
        Mode::Because { path, typed } => return on_because(table, key, path, typed),
        Mode::Replace(path) => {
            if key == Key::Char('y') {
                return save(table, path, true);
            }
            table.mode = Mode::Save(path);
        }
    }
    Effect::None
}

fn on_terms(table: &mut Table, key: Key) -> Effect {
    let steps = |shift: bool| if shift { LEAP } else { 1 };
    match key {
        Key::Up => table.chosen = table.chosen.saturating_sub(1),
        Key::Down => table.chosen = (table.chosen + 1).min(table.terms.len().saturating_sub(1)),
        Key::Left { shift } => table.step(-steps(shift)),
        Key::Right { shift } => table.step(steps(shift)),
        Key::Tab => table.side = 1 - table.side,
        Key::Char(digit) if digit.is_ascii_digit() && !table.terms.is_empty() => {
            table.mode = Mode::Figure(digit.to_string());
        }
        Key::Char('u') => table.undo(),
        Key::Char('r') => table.reset(),
        Key::Char('b') => table.mode = Mode::Budget(table.budget.map(|sum| sum.to_string()).unwrap_or_default()),
        Key::Char('s') if table.changes().is_empty() => table.notice = Some(Message::new("negotiate-nothing-moved")),
        Key::Char('s') => table.mode = Mode::Save(format!("proposal-{}.toml", table.side + 1)),
        Key::Char('l') => table.language = if table.language == Language::En { Language::Zh } else { Language::En },
        Key::Char('?') => table.mode = Mode::Keys,
        Key::Char('q') if table.unsaved() => table.mode = Mode::Quit,
        Key::Char('q') => return Effect::Quit,
        Key::Char(_) | Key::Enter | Key::Escape | Key::Backspace => {}
    }
    Effect::None
}

fn on_quit(table: &mut Table, key: Key) -> Effect {
    match key {
        Key::Char('y') => Effect::Quit,
        Key::Char('s') if !table.changes().is_empty() => on_terms(table, key),
        _ => Effect::None,
    }
}
