//! `wagepact check`: where a payroll departs from the agreement and the law.

use crate::check;
use crate::check::Books;
use crate::check::CHECKS;
use crate::check::Finding;
use crate::check::Severity;
use crate::check::arrears::arrears;
use crate::check::redact;
use crate::check::registry;
use crate::cli::Check;
use crate::cli::CheckBy;
use crate::commands::Answer;
use crate::commands::Context;
use crate::commands::checks::unknown;
use crate::commands::inputs;
use crate::commands::inputs::Outside;
use crate::pay::nearest_inside;
use crate::pay::pay;
use crate::report::views;
use crate::source::Message;
use crate::source::Problems;
use crate::workforce::Register;

pub(super) fn run(asked: &Check, context: &Context<'_>) -> Result<Answer, Problems> {
    let chosen = chosen(asked)?;
    let terms = inputs::terms(&asked.terms, Outside::Kept);
    let register = Register::read(&asked.register);
    let ((agreement, workforce), register) = both(terms, register)?;
    let log = inputs::log(&asked.log.logs, &asked.log.reading, context)?;
    let run = pay(&agreement, &log.tally, &nearest_inside(&agreement, &workforce))?;
    let books = Books::new(&agreement, &log.tally, &workforce, &run, &register)?;
    let mut findings = check::check(&books, &chosen);
    let summary = summary(&findings, chosen.len(), books.pairs.len());
    let mut remarks = log.remarks;
    remarks.extend(run.notes);
    if asked.redact {
        findings = without_ids(findings, asked, &mut remarks);
    }
    let arrears = arrears(&findings);
    let report = match asked.by {
        CheckBy::Finding => views::check::findings(&findings, &arrears, summary),
        CheckBy::Courier => views::check::arrears(&arrears, summary),
    };
    let grave = |finding: &Finding| finding.severity == Severity::Violation || asked.deny.is_some();
    Ok(Answer { remarks, findings: findings.iter().any(grave), ..report.into() })
}

/// The checks that are to run.
fn chosen(asked: &Check) -> Result<Vec<&'static check::Check>, Problems> {
    let named = asked.only.iter().chain(&asked.skip);
    let problems: Problems = named.filter(|code| registry::by_code(code).is_none()).map(|code| unknown(code)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let has = |codes: &[String], check: &check::Check| codes.iter().any(|code| code == check.code);
    let runs = |check: &&check::Check| (asked.only.is_empty() || has(&asked.only, check)) && !has(&asked.skip, check);
    Ok(CHECKS.iter().filter(runs).collect())
}

/// The mistakes of both come together.
fn both<A, B>(one: Result<A, Problems>, other: Result<B, Problems>) -> Result<(A, B), Problems> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err(one.err().into_iter().chain(other.err()).flatten().collect()),
    }
}

fn summary(findings: &[Finding], checks: usize, payslips: usize) -> Message {
    let count = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    Message::new("check-summary")
        .count("checks", checks as u64)
        .count("skipped", (CHECKS.len() - checks) as u64)
        .count("payslips", payslips as u64)
        .count("violations", count(Severity::Violation))
        .count("warnings", count(Severity::Warning))
}

/// The findings as they may leave the payroll office.
fn without_ids(findings: Vec<Finding>, asked: &Check, remarks: &mut Vec<Message>) -> Vec<Finding> {
    let salt = asked.salt.clone().unwrap_or_else(|| {
        let salt = redact::new_salt();
        remarks.push(Message::new("check-salt").with("salt", &*salt));
        salt
    });
    let (findings, withheld) = redact::redact(findings, &salt);
    if withheld > 0 {
        remarks.push(Message::new("check-withheld").count("count", withheld));
    }
    findings
}
