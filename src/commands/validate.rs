//! `wagepact validate`: whether agreement files can be used, alone and together.

use crate::agreement::stack::stack;
use crate::cli::Validate;
use crate::commands::answer::Answer;
use crate::commands::inputs;
use crate::diagnostics::Problems;
use crate::report::views;

pub(super) fn run(asked: &Validate) -> Result<Answer, Problems> {
    let agreements = inputs::agreements(&asked.agreements)?;
    stack(agreements.clone())?;
    Ok(views::agreements::validated(&agreements).into())
}
