//! `wagepact show`: an agreement as a readable document, or what a proposal makes of it.

use crate::agreement::altered::altered;
use crate::agreement::stack::stack;
use crate::cli::Show;
use crate::commands::{Answer, Context, inputs, proposals};
use crate::diagnostics::Problems;
use crate::files::clock;
use crate::report::views;

pub(super) fn run(asked: &Show, context: &Context<'_>) -> Result<Answer, Problems> {
    let names: Vec<String> = asked.agreements.iter().chain(&asked.stacked).cloned().collect();
    let agreements = inputs::agreements(&names)?;
    let on = asked.on.as_deref().map(|text| inputs::day("--on", text)).transpose()?;
    let on = on.unwrap_or_else(clock::today);
    if asked.proposal.is_empty() {
        return Ok(views::show::show(&agreements, on).into());
    }
    let stacked = stack(agreements)?;
    let (mut shown, mut problems) = (Vec::new(), Problems::new());
    for proposal in proposals::read(&[], &asked.proposal)? {
        match altered(&stacked, &proposal, on) {
            Ok(terms) => shown.push((proposals::title(&proposal, context.catalogue), terms)),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(views::altered::altered(&shown).into()) } else { Err(problems) }
}
