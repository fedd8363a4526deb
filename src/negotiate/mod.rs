//! The bargaining table: the terms that can move, what their moves cost, and the screen that shows both.
//!
//! A table and a key give the next table (`update`). A session asks `cost` and `pay` what that comes to; `screen` draws it.

mod cells;
mod movable;
mod panels;
mod screen;
mod session;
mod spread;
mod state;
mod term;
mod update;

pub use screen::draw;
pub use session::{Outcome, Session};
pub use spread::Spread;
pub use state::{BargainingTable, Effect, Key, Mode};
pub use term::{FigureRange, MovableTerm, Move, PaidRate, Scope};
pub use update::update;
