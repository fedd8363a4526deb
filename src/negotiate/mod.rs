//! The bargaining table: the terms that can move, what their moves cost, and the screen that shows both.
//!
//! A table and a key give the next table (`update`). A session keeps what each state comes to, which a `Reckoning` asks of `cost`
//! and `pay` in a thread of its own; `screen` draws it.

mod bars;
mod cells;
mod costs_panel;
mod detail;
mod detail_rows;
mod draft;
mod histogram;
mod labels;
mod movable;
mod proposal_file;
mod question;
mod reckoner;
mod reckoning;
mod room;
mod screen;
mod session;
mod spread;
mod state;
mod summary;
mod term;
mod terms_panel;
mod update;

pub use reckoner::Outcome;
pub use reckoning::{Reckoning, work_on};
pub use screen::draw;
pub use session::Session;
pub use spread::Spread;
pub use state::{BargainingTable, Effect, Key, Mode, Prompt};
pub use term::{FigureRange, MovableTerm, Move, PaidRate, Scope};
pub use update::{paste, update};
