//! The log that a command names, read by itself or while the tables of the terms are read.

use std::path::PathBuf;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::asked::DetailsAsked;
use crate::agreement::proposal::Proposal;
use crate::cli::{Reading, Terms};
use crate::commands::answer::Context;
use crate::commands::rows_read::{statuses, summary};
use crate::commands::{employers, inputs, mistakes};
use crate::deliveries::{ReadOptions, Rejects, Request, Summary, Tally};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::input::is_stdin;
use crate::files::output::{WholeFile, Written};
use crate::pay::Calendar;
use crate::units::Term;
use crate::workforce::Workforce;
use crate::{cli, cores, deliveries};

/// A log as it was read, and what is to be said of it.
pub(super) struct Log {
    pub(super) tally: Tally,
    pub(super) remarks: Vec<Message>,
    /// The rows that could not be read, where they are kept: to be put in place with the answer.
    pub(super) files: Vec<Written>,
}

/// A log of which it is not looked yet whether it fits the terms.
struct LogRead {
    reading: deliveries::Reading,
    rejects: Option<WholeFile>,
}

/// The paths of a log, and how its rows are taken.
type Given<'a> = (&'a [PathBuf], &'a Reading);

/// What is paid by, and who works.
type Paid<'a> = (&'a Agreement, &'a Workforce);

/// The terms, and the log within the days asked for, day by day. Where nothing is asked of a row that a table might say, neither waits
/// for the other; `refused` says which rates outside the agreement are a mistake.
pub(super) fn with_terms(
    terms: &Terms,
    given: Given<'_>,
    refused: impl Fn(&Problem) -> bool + Send,
    context: &Context<'_>,
) -> (Result<(Agreement, Workforce), Problems>, Result<Log, Problems>) {
    let agreement = inputs::stacked(terms);
    let stacked = agreement.as_ref().ok();
    let asked = stacked.map(|agreement| agreement.details_asked(|_| false, |_| false));
    let workforce = || inputs::workforce(terms, given.1, stacked, refused);
    let ((workforce, problems), read) = match asked.filter(|asked| !asked.reads_rows()) {
        Some(asked) => {
            if let Some(agreement) = stacked {
                context.catalogue.speak_of(agreement.currency());
            }
            let (read, workforce) =
                cores::both(|| self::read(given, Some(&asked), context, counted_by_days), workforce);
            (workforce, Some(read))
        }
        None => (workforce(), None),
    };
    let terms = inputs::with_workforce(agreement, workforce, problems);
    let paid = terms.as_ref().ok().map(|(agreement, workforce)| (agreement, workforce));
    let log = match read {
        Some(read) => finished(read, given, paid, context),
        None => by(given, paid, context, counted_by_days),
    };
    (terms, log)
}

/// The same where neither is of use without the other.
pub(super) fn and_terms(
    terms: &Terms,
    log: &cli::Log,
    context: &Context<'_>,
) -> Result<(Agreement, Workforce, Log), Problems> {
    let (terms, log) = with_terms(terms, (&log.logs, &log.reading), |_| true, context);
    let (agreement, workforce) = terms?;
    Ok((agreement, workforce, log?))
}

/// The log within the days asked for, day by day.
pub(super) fn by_days(given: Given<'_>, terms: Paid<'_>, context: &Context<'_>) -> Result<Log, Problems> {
    by(given, Some(terms), context, counted_by_days)
}

/// A log as a tally keeps it: with the measures and columns that a stack asks of a log.
pub(super) fn for_tally(given: Given<'_>, asked: &DetailsAsked, context: &Context<'_>) -> Result<Log, Problems> {
    finished(read(given, Some(asked), context, counted_by_days), given, None, context)
}

/// A log as far as `pay` needs it: days that no rule tells apart are counted together, so that it takes less memory.
pub(super) fn for_pay(log: &cli::Log, terms: Paid<'_>, context: &Context<'_>) -> Result<Log, Problems> {
    let given: Given<'_> = (&log.logs, &log.reading);
    let (agreement, workforce) = terms;
    let asked = workforce.details_asked_for_pay(agreement);
    if asked.floors.is_none() {
        return for_proposals(given, terms, &[], context);
    }
    let periods = Calendar::new(agreement, workforce).with_order_floors(agreement).periods();
    asking(given, Some(terms), Some(&asked), context, |request, term| {
        deliveries::read_by_period(request, periods, term)
    })
}

/// The same as far as `pay` needs it under any of some proposals, whose changes may begin on days of their own.
pub(super) fn for_proposals(
    given: Given<'_>,
    terms: Paid<'_>,
    proposals: &[Proposal],
    context: &Context<'_>,
) -> Result<Log, Problems> {
    let changes: Vec<_> = proposals.iter().flat_map(|proposal| &proposal.changes).map(Arc::clone).collect();
    // Changes that cannot be made are told of where they are made.
    let (agreement, workforce) = terms;
    let proposed = agreement.with_changes(&changes);
    let periods = Calendar::new(proposed.as_ref().unwrap_or(agreement), workforce).periods();
    by(given, Some(terms), context, |request, term| deliveries::read_by_period(request, periods, term))
}

fn by(
    given: Given<'_>,
    terms: Option<Paid<'_>>,
    context: &Context<'_>,
    count: impl FnOnce(Request<'_>, Term) -> Result<deliveries::Reading, Problems>,
) -> Result<Log, Problems> {
    let asked = terms.map(|(agreement, workforce)| workforce.details_asked(agreement));
    asking(given, terms, asked.as_ref(), context, count)
}

/// The same, each row asked for so much.
fn asking(
    given: Given<'_>,
    terms: Option<Paid<'_>>,
    asked: Option<&DetailsAsked>,
    context: &Context<'_>,
    count: impl FnOnce(Request<'_>, Term) -> Result<deliveries::Reading, Problems>,
) -> Result<Log, Problems> {
    if let Some((agreement, workforce)) = terms {
        inputs::term(given.1)?;
        context.catalogue.speak_of(agreement.currency());
        mistakes::none(workforce.measures_lacking(agreement))?;
    }
    finished(read(given, asked, context, count), given, terms, context)
}

/// Counts a log day by day, within those days.
fn counted_by_days(request: Request<'_>, term: Term) -> Result<deliveries::Reading, Problems> {
    let mut read = deliveries::read(request)?;
    if term != Term::default() {
        read.tally = read.tally.within(term);
    }
    Ok(read)
}

/// Reads a log, each row asked for so much.
fn read(
    (paths, reading): Given<'_>,
    asked: Option<&DetailsAsked>,
    context: &Context<'_>,
    count: impl FnOnce(Request<'_>, Term) -> Result<deliveries::Reading, Problems>,
) -> Result<LogRead, Problems> {
    let term = inputs::term(reading)?;
    if paths.iter().filter(|path| is_stdin(path)).count() > 1 {
        return Err(Problem::new(Message::new("log-stdin-twice")).into());
    }
    mistakes::none(inputs::given_twice(paths, "log-given-twice"))?;
    let map = inputs::map(reading)?;
    let mut rejects = reading.rejects.as_deref().map(WholeFile::create).transpose()?;
    let words = |message: &Message| {
        let said = context.catalogue.say(message);
        context.catalogue.remedy(message).map_or(said.clone(), |remedy| format!("{said}; {remedy}"))
    };
    let request = Request {
        paths,
        options: ReadOptions { asked, ..inputs::read_options(reading, map.as_ref())? },
        rejects: rejects.as_mut().map(|out| Rejects { out, words: &words }),
        threads: None,
        block: None,
        progress: context.progress,
    };
    let reading = count(request, term)?;
    Ok(LogRead { reading, rejects })
}

/// A log that was read, if it fits the terms; where it is known who works, every parcel is somebody's.
fn finished(
    read: Result<LogRead, Problems>,
    (paths, reading): Given<'_>,
    terms: Option<Paid<'_>>,
    context: &Context<'_>,
) -> Result<Log, Problems> {
    mistakes::none(terms.map_or_else(Problems::new, |(agreement, workforce)| workforce.measures_lacking(agreement)))?;
    let LogRead { reading: read, rejects } = read?;
    let files = rejects.map(WholeFile::finish).transpose()?.into_iter().collect();
    if let Some((_, workforce)) = terms {
        let map = inputs::map(reading)?;
        let options = inputs::read_options(reading, map.as_ref())?;
        employers::known(&read.tally, workforce, (paths, options), context)?;
    }
    // Where hours are given, people may be paid who delivered nothing.
    if terms.is_none_or(|(_, workforce)| workforce.attendance.is_none()) {
        mistakes::none(no_row(paths, &read.summary))?;
    }
    if read.summary.read > 0 {
        mistakes::none(read.without_rows.iter().map(|file| without_rows(file)).collect())?;
    }
    mistakes::none(nothing_counts(paths, &read.summary))?;
    if let Some(asked) = context.filled.and_then(|filled| filled.asked)
        && read.tally.rows.is_empty()
        && read.summary.counted > 0
    {
        let message = Message::new("project-month-elsewhere").with("months", asked.to_string());
        return Err(Problem::new(message.with("files", listed(paths))).into());
    }
    let mut remarks = vec![summary(&read.summary)];
    remarks.extend(read.notes);
    remarks.extend(
        terms
            .into_iter()
            .flat_map(|(agreement, workforce)| workforce.leftovers(|column| agreement.names_column(column))),
    );
    let outside = read.summary.parcels - read.tally.parcels();
    if outside > 0 {
        remarks.push(Message::new("log-outside-days").count("parcels", outside));
    }
    Ok(Log { tally: read.tally, remarks, files })
}

/// A log without a row: an export that failed, perhaps, by which nobody would be due anything.
fn no_row(paths: &[PathBuf], summary: &Summary) -> Problems {
    (summary.read == 0).then(|| without_rows(&listed(paths))).into_iter().collect()
}

fn without_rows(file: &str) -> Problem {
    Problem::new(Message::new("log-without-rows").with("file", file))
}

fn listed(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>().join(", ")
}

/// A log in which rows stand and none counts: its words for delivered may be others. Where rows could not be read, that is told.
fn nothing_counts(paths: &[PathBuf], summary: &Summary) -> Problems {
    let left_out = if summary.not_delivered.is_empty() { "none".to_string() } else { statuses(summary) };
    let message = Message::new("log-nothing-counts").with("file", listed(paths)).with("statuses", left_out);
    let none = summary.read > 0 && summary.counted == 0 && summary.rejected == 0;
    none.then(|| Problem::new(message)).into_iter().collect()
}
