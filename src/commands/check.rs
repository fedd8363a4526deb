//! `wagepact check`: where a payroll departs from the agreement and the law.

use std::collections::BTreeSet;
use std::mem;

use crate::agreement::Agreement;
use crate::check::arrears::arrears;
use crate::check::due_and_paid::unknown_months;
use crate::check::{CHECKS, Finding, NotChecked, PayrollCheck, Severity, by_code, redact};
use crate::cli::{Check, CheckBy, Deny};
use crate::commands::checks::unknown;
use crate::commands::log::Log;
use crate::commands::salt::salt;
use crate::commands::{Answer, Context, inputs, log, register};
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::{OutOfBand, PayRun, notes_on_ids, pay_with};
use crate::report::views;
use crate::tables::headings::Input;
use crate::workforce::register::{Paid, Payment};
use crate::workforce::{Register, Workforce};
use crate::{check, cores};

/// What a payroll is checked against.
struct Given {
    agreement: Agreement,
    workforce: Workforce,
    register: Register,
    log: Log,
    run: PayRun,
}

pub(super) fn run(asked: &Check, context: &Context<'_>) -> Result<Answer, Problems> {
    let chosen = chosen(asked)?;
    let salt = asked.redact.then(|| salt(asked)).transpose()?;
    let told = |problems| if asked.redact { told(problems) } else { problems };
    let Given { agreement, workforce, register, log, run } = read(asked, context).map_err(told)?;
    let payroll = PayrollCheck::new(&agreement, &log.tally, &workforce, &run, &register);
    let mut findings = check::check(&payroll, &chosen);
    let mut not_checked = check::not_checked(&payroll, &chosen);
    let summary = summary(&findings, &not_checked, chosen.len(), payroll.compared());
    // What is withheld from the reader is still found.
    let denies = |what: Deny| asked.deny.contains(&what);
    let grave = |finding: &Finding| finding.severity == Severity::Violation || denies(Deny::Warnings);
    let ends_with_findings = findings.iter().any(grave) || (denies(Deny::Unchecked) && !not_checked.is_empty());
    let (mut remarks, mut files) = (log.remarks, log.files);
    remarks.extend(register.leftovers.iter().flat_map(|leftovers| leftovers.notes(|_| false)));
    // With the register, ids that are alike are more.
    remarks.extend(notes_on_ids(&payroll.ids()));
    let assumed: Vec<Message> = run.notes.iter().filter(|note| note.id == "pay-assumed").cloned().collect();
    let fund_unknown = check::fund::unknown(&payroll);
    let is_of_ids = |note: &Message| ["pay-ids-alike", "pay-ids-without-zeros"].contains(&note.id);
    remarks.extend(run.notes.into_iter().filter(|note| !is_of_ids(note)));
    remarks.extend(fund_unknown);
    let mut secrets = Vec::new();
    if let Some(salt) = salt {
        (findings, remarks) = without_ids(findings, &salt.text, remarks);
        secrets.extend(salt.told);
        files.extend(salt.file);
        not_checked = redact::not_checked(not_checked);
    }
    let arrears = arrears(&findings);
    let report = match asked.by {
        CheckBy::Finding => views::check::findings(&findings, &not_checked, &arrears, &assumed, summary),
        CheckBy::Courier => views::check::arrears(&arrears, &not_checked, summary),
    };
    // The program ends soon, and the machine takes the memory back faster than we would, piece by piece.
    mem::forget((workforce, register, log.tally));
    Ok(Answer { files, remarks, secrets, findings: ends_with_findings, ..report.into() })
}

/// Reads everything and computes what is due; the mistakes of all files come together, those of pay when there are none.
fn read(asked: &Check, context: &Context<'_>) -> Result<Given, Problems> {
    let map = inputs::map(&asked.log.reading)?;
    let options = inputs::table_options(&asked.log.reading, map.as_ref(), Input::Register)?;
    // A check finds by itself what rates the agreement does not allow.
    let refused = |problem: &Problem| problem.message.id == "rates-rule-unknown";
    let given = (asked.log.logs.as_slice(), &asked.log.reading);
    let (terms, log) = log::with_terms(&asked.terms, given, refused, context);
    let read = terms.as_ref().ok();
    let calendar = read.map(|(agreement, _)| agreement.pay_calendar()).unwrap_or_default();
    let pay = || {
        let ((agreement, workforce), log) = read.zip(log.as_ref().ok())?;
        Some(pay_with(agreement, &log.tally, workforce, OutOfBand::Nearest))
    };
    let register = || register::read(&asked.register, options, (log.as_ref().ok(), calendar), context);
    let ((register, mut problems), run) = cores::both(register, pay);
    problems.extend(log.iter().flat_map(|log| unknown_months(&register, &log.tally)));
    if let Some(roster) = read.and_then(|(_, workforce)| workforce.roster.as_deref()) {
        let rows = register.rows.iter().flat_map(|paid| paid.payments.iter().map(move |payment| (paid, payment)));
        let place =
            |(paid, payment): (&Paid, &Payment)| roster.unclear(&paid.courier, &paid.company, || payment.place.clone());
        problems.extend(rows.filter_map(place));
    }
    match (terms, log, run) {
        (Ok((agreement, workforce)), Ok(log), Some(run)) if problems.is_empty() => {
            Ok(Given { agreement, workforce, register, log, run: run? })
        }
        (terms, log, _) => {
            Err(terms.err().into_iter().flatten().chain(problems).chain(log.err().into_iter().flatten()).collect())
        }
    }
}

/// The checks that are to run.
fn chosen(asked: &Check) -> Result<Vec<&'static check::Check>, Problems> {
    let named = asked.only.iter().chain(&asked.skip);
    let problems: Problems = named.filter(|code| by_code(code).is_none()).map(|code| unknown(code)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let has = |codes: &[String], check: &check::Check| codes.iter().any(|code| code == check.code);
    let runs = |check: &&check::Check| (asked.only.is_empty() || has(&asked.only, check)) && !has(&asked.skip, check);
    Ok(CHECKS.iter().filter(runs).collect())
}

/// How many checks looked and found what, and how many could not.
fn summary(findings: &[Finding], not_checked: &[NotChecked], checks: usize, payslips: usize) -> Message {
    let count = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    let codes = |wholly: bool| {
        let rows = not_checked.iter().filter(|one| one.wholly == wholly);
        rows.map(|one| one.code).collect::<BTreeSet<_>>().len()
    };
    Message::new("check-summary")
        .count("violations", count(Severity::Violation))
        .count("warnings", count(Severity::Warning))
        .count("checks", (checks - codes(true)) as u64)
        .count("unchecked", codes(true) as u64)
        .count("partly", codes(false) as u64)
        .count("skipped", (CHECKS.len() - checks) as u64)
        .count("payslips", payslips as u64)
}

/// What is wrong with the files, as it may leave the payroll office.
fn told(problems: Problems) -> Problems {
    let withheld = Problem::new(Message::new("check-mistakes-withheld"));
    problems.into_iter().map(redact::problem).chain([withheld]).collect()
}

/// The findings and remarks as they may leave the payroll office.
fn without_ids(findings: Vec<Finding>, salt: &str, remarks: Vec<Message>) -> (Vec<Finding>, Vec<Message>) {
    let mut remarks: Vec<Message> = remarks.into_iter().map(|remark| redact::remark(remark, salt)).collect();
    let (findings, withheld) = redact::redact(findings, salt);
    if withheld > 0 {
        remarks.push(Message::new("check-withheld").count("count", withheld));
    }
    if findings.iter().any(|finding| finding.sexes.is_some()) {
        remarks.push(Message::new("people-subtracted"));
    }
    (findings, remarks)
}
