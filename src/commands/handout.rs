//! `wagepact handout`: one page for the table.

use crate::agreement::altered::altered;
use crate::cli::Handout;
use crate::commands::answer::{Answer, Context};
use crate::commands::comparison::{Proposed, YEARS};
use crate::cost::By;
use crate::diagnostics::Problems;
use crate::files::clock;
use crate::report::views::handout::{HandoutPage, handout};

pub(super) fn run(asked: &Handout, context: &Context<'_>) -> Result<Answer, Problems> {
    let proposed =
        Proposed::read((&asked.log, &asked.terms), (&asked.change, &asked.proposal), &asked.annual, context)?;
    let comparison = proposed.comparison(By::Company, context)?;
    let on = proposed.tally.span().until.unwrap_or_else(clock::today);
    let report = handout(&HandoutPage {
        agreement: &proposed.agreement,
        days: proposed.tally.days_asked(),
        parcels: proposed.tally.parcels(),
        proposals: &proposed.proposals,
        terms: comparison.each(|proposal| altered(&proposed.agreement, proposal, on))?,
        cost: comparison.cost()?,
        // What cannot be worked out is said in its place.
        clauses: comparison.clauses(),
        people: comparison.people(),
        years: comparison.years(asked.years.unwrap_or(YEARS))?,
    });
    Ok(Answer { remarks: proposed.remarks, files: proposed.files, ..report.into() })
}
