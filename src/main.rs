//! `wagepact`, the program.

fn main() {}
