//! `wagepact agreements`: those that are built in.

use crate::agreement::library;
use crate::commands::answer::Answer;
use crate::commands::inputs;
use crate::diagnostics::Problems;
use crate::report::views;

pub(super) fn run() -> Result<Answer, Problems> {
    let names: Vec<String> = library::shipped().into_iter().map(String::from).collect();
    Ok(views::agreements::agreements(&inputs::agreements(&names)?).into())
}
