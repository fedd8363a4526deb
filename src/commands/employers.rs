//! For whom each parcel of a log was delivered: where a courier of two companies leaves it open, the rows are named.

use std::path::PathBuf;

use crate::commands::answer::Context;
use crate::deliveries;
use crate::deliveries::{Fate, ReadOptions, Tally};
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::pay::{Unnamed, unnamed};
use crate::units::Term;
use crate::workforce::Workforce;

/// Whether every parcel has its company.
///
/// # Errors
/// Each courier with parcels that could be of two, at the first such row.
pub(super) fn known(
    tally: &Tally,
    workforce: &Workforce,
    (paths, options): (&[PathBuf], ReadOptions<'_>),
    context: &Context<'_>,
) -> Result<(), Problems> {
    let open = unnamed(tally, workforce);
    if open.is_empty() {
        return Ok(());
    }
    let problems = open.iter().map(problem);
    // A log from a pipe cannot be read again: the rows of the roster tell then.
    if deliveries::rereadable(paths).is_err() {
        return Err(problems.collect());
    }
    let wanted = |courier: &str, _: &str| open.iter().any(|unnamed| *unnamed.courier == *courier);
    let rows = deliveries::rows(paths, options, &wanted, Term::default(), context.progress)?;
    let first = |unnamed: &Unnamed| {
        let of_courier = |row: &&deliveries::LogRow| row.courier == unnamed.courier && row.company.is_empty();
        let mut rows = rows.iter().filter(of_courier).filter(|row| row.fate == Fate::Counted);
        let row = rows.find(|row| row.date == Some(unnamed.first))?;
        Some(Place::in_line(&row.file, row.line, &row.text, 0..row.text.len()))
    };
    let placed = open.iter().zip(problems).map(|(unnamed, problem)| match first(unnamed) {
        Some(place) => problem.at(place),
        None => problem,
    });
    Err(placed.collect())
}

fn problem(unnamed: &Unnamed) -> Problem {
    let companies: Vec<&str> = unnamed.companies.iter().map(|company| &**company).collect();
    let message = Message::new("log-company-open").with("courier", &*unnamed.courier);
    let message = message.with("companies", companies.join(", ")).with("first", unnamed.first.to_string());
    let problem = Problem::new(message.count("parcels", unnamed.parcels));
    unnamed.employed.iter().fold(problem, |problem, place| problem.also(place.clone()))
}
