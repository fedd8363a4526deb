//! `wagepact checks`: the list of the checks, or the page of one.

use crate::check::{CHECKS, by_code};
use crate::cli::Checks;
use crate::commands::{Answer, Context};
use crate::diagnostics::{Message, Problem, Problems};
use crate::report::{Language, views};

pub(super) fn run(asked: &Checks, context: &Context<'_>) -> Result<Answer, Problems> {
    let chinese = context.catalogue.language() == Language::Zh;
    let Some(code) = &asked.code else { return Ok(views::checks::checks(CHECKS, chinese).into()) };
    let check = by_code(code).ok_or_else(|| unknown(code))?;
    Ok(format!("# {}\n\n{}\n", check.code, check.page(chinese)).into())
}

/// A code that no check has.
pub(super) fn unknown(code: &str) -> Problem {
    let known: Vec<&str> = CHECKS.iter().map(|check| check.code).collect();
    Problem::new(Message::new("check-code-unknown").with("found", code).with("known", known.join(", ")))
}
