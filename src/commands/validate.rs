//! `wagepact validate`: whether agreement files can be used, alone and together.

use crate::agreement::stack::stack;
use crate::cli::Validate;
use crate::commands::Answer;
use crate::commands::inputs;
use crate::report::views;
use crate::source::Problems;

pub(super) fn run(asked: &Validate) -> Result<Answer, Problems> {
    let agreements = inputs::agreements(&asked.agreements)?;
    stack(agreements.clone())?;
    Ok(views::agreements::agreements(&agreements).into())
}
