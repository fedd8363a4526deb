//! The bargaining table: what each key does, without a terminal; what stands on the screen; and the program in a terminal.

#[path = "negotiate/state.rs"]
mod state;
#[path = "negotiate/example.rs"]
mod example;
#[path = "negotiate/screen.rs"]
mod screen;
