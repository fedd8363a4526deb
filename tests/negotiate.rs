//! The bargaining table: what each key does, without a terminal; what stands on the screen; and the program in a terminal.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

#[path = "negotiate/example.rs"]
mod example;
#[path = "negotiate/reckoning.rs"]
mod reckoning;
#[path = "negotiate/screen.rs"]
mod screen;
#[path = "negotiate/state.rs"]
mod state;
#[path = "negotiate/terminal.rs"]
mod terminal;
