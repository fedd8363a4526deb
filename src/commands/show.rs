//! `wagepact show`: an agreement as a readable document.

use crate::cli::Show;
use crate::commands::Answer;
use crate::commands::inputs;
use crate::report::views;
use crate::source::Problems;
use crate::source::clock;

pub(super) fn run(asked: &Show) -> Result<Answer, Problems> {
    let agreements = inputs::agreements(&asked.agreements)?;
    let on = asked.on.as_deref().map(|text| inputs::day("--on", text)).transpose()?;
    Ok(views::show::show(&agreements, on.unwrap_or_else(clock::today)).into())
}
