//! `wagepact show`: an agreement as a readable document, or what a proposal makes of it.

use crate::agreement::altered::altered;
use crate::agreement::stack::stack;
use crate::cli::Show;
use crate::commands::answer::{Answer, Context};
use crate::commands::{inputs, mistakes, proposals};
use crate::diagnostics::Problems;
use crate::files::clock;
use crate::report::views;

pub(super) fn run(asked: &Show, context: &Context<'_>) -> Result<Answer, Problems> {
    let names: Vec<String> = asked.agreements.iter().chain(&asked.stacked).cloned().collect();
    let agreements = inputs::agreements(&names)?;
    let named = agreements.iter().flat_map(|agreement| &agreement.documents).find_map(|document| document.currency);
    if let Some(currency) = named {
        context.catalogue.speak_of(currency);
    }
    let on = asked.on.as_deref().map(|text| inputs::day("--on", text)).transpose()?;
    let on = on.unwrap_or_else(clock::today);
    if asked.proposal.is_empty() {
        return Ok(views::show::show(&agreements, on).into());
    }
    let stacked = stack(agreements)?;
    let proposals = proposals::read(&[], &asked.proposal, &stacked)?;
    let titled = |proposal| Ok((proposals::title(proposal, context.catalogue), altered(&stacked, proposal, on)?));
    Ok(views::altered::altered(&mistakes::all(proposals.iter().map(titled))?).into())
}
