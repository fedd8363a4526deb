//! From the paths and names that were typed to values: the log, the agreements, the workforce.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::agreement::asked::DetailsAsked;
use crate::agreement::measure::Measure;
use crate::agreement::proposal::Proposal;
use crate::agreement::stack::stack;
use crate::agreement::{Agreement, library};
use crate::cli::{Reading, Terms};
use crate::commands::answer::Context;
use crate::commands::rows_read::{statuses, summary};
use crate::commands::{employers, mistakes};
use crate::cost::solve::LARGEST_CHANGE;
use crate::cost::{Annual, FromLog, Season, YearParcels};
use crate::deliveries::{ReadOptions, Rejects, Request, Summary, Tally};
use crate::diagnostics::problem::in_order;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::input::{is_copy, is_stdin};
use crate::files::output::{WholeFile, Written};
use crate::files::{input, named};
use crate::pay::{Calendar, priced_by_parcel, rates_outside};
use crate::tables::headings::Input;
use crate::tables::map::Map;
use crate::tables::table::TableOptions;
use crate::units::{Date, Decimal, Month, Term, date, number};
use crate::workforce::{Attendance, Protected, Rates, Roster, Workforce};
use crate::{cli, deliveries};

/// A log as it was read, and what is to be said of it.
pub(super) struct Log {
    pub(super) tally: Tally,
    pub(super) remarks: Vec<Message>,
    /// The rows that could not be read, where they are kept: to be put in place with the answer.
    pub(super) files: Vec<Written>,
}

/// Reads the log, within the days asked for; where it is known who works, every parcel is somebody's.
pub(super) fn log(
    paths: &[PathBuf],
    reading: &Reading,
    terms: Option<(&Agreement, &Workforce)>,
    context: &Context<'_>,
) -> Result<Log, Problems> {
    log_by((paths, reading), terms, context, |request, term| Ok(within(term, deliveries::read(request)?)))
}

/// The same as a tally keeps it: with the measures and columns that a stack asks of a log.
pub(super) fn log_for_tally(
    paths: &[PathBuf],
    reading: &Reading,
    agreement: &Agreement,
    context: &Context<'_>,
) -> Result<Log, Problems> {
    // Times of the day are no part of a tally but for the first and the last.
    let asked = DetailsAsked { slices: Vec::new(), ..agreement.details_asked(|_| false, |_| false) };
    let asked = DetailsAsked { columns: if asked.measures.is_empty() { Vec::new() } else { asked.columns }, ..asked };
    log_asked((paths, reading), None, Some(&asked), context, |request, term| {
        Ok(within(term, deliveries::read(request)?))
    })
}

/// Of a log those days.
fn within(term: Term, mut read: deliveries::Reading) -> deliveries::Reading {
    if term != Term::default() {
        read.tally = read.tally.within(term);
    }
    read
}

/// The same of parcels that are to be paid.
pub(super) fn log_by_days(
    log: &cli::Log,
    terms: (&Agreement, &Workforce),
    context: &Context<'_>,
) -> Result<Log, Problems> {
    self::log(&log.logs, &log.reading, Some(terms), context)
}

/// The same as far as `pay` needs it: days that no rule tells apart are counted together, so that it takes less memory.
pub(super) fn log_for_pay(
    log: &cli::Log,
    terms: (&Agreement, &Workforce),
    context: &Context<'_>,
) -> Result<Log, Problems> {
    log_for_proposals((&log.logs, &log.reading), terms, &[], context)
}

/// The same as far as `pay` needs it under any of some proposals, whose changes may begin on days of their own.
pub(super) fn log_for_proposals(
    given: (&[PathBuf], &Reading),
    (agreement, workforce): (&Agreement, &Workforce),
    proposals: &[Proposal],
    context: &Context<'_>,
) -> Result<Log, Problems> {
    let changes: Vec<_> = proposals.iter().flat_map(|proposal| &proposal.changes).map(Arc::clone).collect();
    // Changes that cannot be made are told of where they are made.
    let proposed = agreement.with_changes(&changes);
    let periods = Calendar::new(proposed.as_ref().unwrap_or(agreement), workforce).periods();
    let terms = Some((agreement, workforce));
    log_by(given, terms, context, |request, term| deliveries::read_by_period(request, periods, term))
}

fn log_by(
    given: (&[PathBuf], &Reading),
    terms: Option<(&Agreement, &Workforce)>,
    context: &Context<'_>,
    read: impl FnOnce(Request<'_>, Term) -> Result<deliveries::Reading, Problems>,
) -> Result<Log, Problems> {
    let asked = terms.map(|(agreement, workforce)| workforce.details_asked(agreement));
    log_asked(given, terms, asked.as_ref(), context, read)
}

fn log_asked(
    (paths, reading): (&[PathBuf], &Reading),
    terms: Option<(&Agreement, &Workforce)>,
    asked: Option<&DetailsAsked>,
    context: &Context<'_>,
    read: impl FnOnce(Request<'_>, Term) -> Result<deliveries::Reading, Problems>,
) -> Result<Log, Problems> {
    let term = term(reading)?;
    if let Some((agreement, workforce)) = terms {
        context.catalogue.speak_of(agreement.currency());
        mistakes::none(workforce.measures_lacking(agreement))?;
    }
    if paths.iter().filter(|path| is_stdin(path)).count() > 1 {
        return Err(Problem::new(Message::new("log-stdin-twice")).into());
    }
    mistakes::none(given_twice(paths, "log-given-twice"))?;
    let map = map(reading)?;
    let mut rejects = reading.rejects.as_deref().map(WholeFile::create).transpose()?;
    let words = |message: &Message| {
        let said = context.catalogue.say(message);
        context.catalogue.remedy(message).map_or(said.clone(), |remedy| format!("{said}; {remedy}"))
    };
    let options = ReadOptions { asked, ..read_options(reading, map.as_ref())? };
    let request = Request {
        paths,
        options,
        rejects: rejects.as_mut().map(|out| Rejects { out, words: &words }),
        threads: None,
        block: None,
        progress: context.progress,
    };
    let read = read(request, term)?;
    let files = rejects.map(WholeFile::finish).transpose()?.into_iter().collect();
    if let Some((_, workforce)) = terms {
        employers::known(&read.tally, workforce, (paths, ReadOptions { asked: None, ..options }), context)?;
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

/// Files that are named twice, or copies of each other, told by the message of that id: what they hold would count twice.
pub(super) fn given_twice(paths: &[PathBuf], id: &'static str) -> Problems {
    let mut of_size: BTreeMap<u64, Vec<&PathBuf>> = BTreeMap::new();
    let mut problems = Problems::new();
    let tables: Vec<PathBuf> = paths.iter().flat_map(|path| named::tables(path).unwrap_or_default()).collect();
    for path in &tables {
        // What cannot be read is told of by the reading, and a pipe is read only once.
        let Ok(Some(size)) = input::size(path) else { continue };
        let others = of_size.entry(size).or_default();
        problems.extend(others.iter().find(|first| is_copy(first, path).unwrap_or_default()).map(|first| {
            let message = Message::new(id).with("first", first.to_string_lossy());
            Problem::new(message.with("second", path.to_string_lossy()))
        }));
        others.push(path);
    }
    problems
}

/// Reads the map of `--map`.
pub(super) fn map(reading: &Reading) -> Result<Option<Map>, Problems> {
    reading.map.as_deref().map(Map::read).transpose()
}

/// How logs are to be read by the flags.
///
/// # Errors
/// That a month is none.
pub(super) fn read_options<'a>(reading: &'a Reading, map: Option<&'a Map>) -> Result<ReadOptions<'a>, Problem> {
    let delivered = reading.delivered.as_deref();
    Ok(ReadOptions { encoding: reading.encoding, map, delivered, month: month(reading)?, asked: None })
}

/// The month of `--month`.
fn month(reading: &Reading) -> Result<Option<Month>, Problem> {
    let read = |text: &str| date::parse_month(text).ok_or_else(|| wrong("--month", text, Message::new("flag-month")));
    reading.month.as_deref().map(read).transpose()
}

/// How another table is to be read by the flags.
///
/// # Errors
/// That a month is none.
pub(super) fn table_options<'a>(
    reading: &Reading,
    map: Option<&'a Map>,
    input: Input,
) -> Result<TableOptions<'a>, Problem> {
    let part = map.and_then(|map| map.part(input));
    Ok(TableOptions { encoding: reading.encoding, part, month: month(reading)?, ..TableOptions::default() })
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

/// The days from `--from` to `--until`.
pub(super) fn term(reading: &Reading) -> Result<Term, Problems> {
    let mut problems = Problems::new();
    let mut read = |flag: &str, text: &Option<String>| day(flag, text.as_deref()?).map_err(|p| problems.push(p)).ok();
    let term = Term { from: read("--from", &reading.from), until: read("--until", &reading.until) };
    if let Some((from, until)) = term.from.zip(term.until).filter(|(from, until)| until < from) {
        let message = Message::new("days-until-before-from").with("from", from.to_string());
        problems.push(Problem::new(message.with("until", until.to_string())));
    }
    mistakes::none(problems).map(|()| term)
}

/// A day given to a flag.
pub(super) fn day(flag: &str, text: &str) -> Result<Date, Problem> {
    date::parse(text).ok_or_else(|| wrong(flag, text, Message::new("flag-day")))
}

/// What is wrong with the value of a flag.
pub(super) fn wrong(flag: &str, found: &str, message: Message) -> Problem {
    Problem::new(message.with("found", found)).at(Place::in_line(&Arc::from(flag), 1, found, 0..found.len()))
}

/// How the log becomes a year; the mistakes of all its files come together.
pub(super) fn annual(asked: &cli::Annual, reading: &Reading) -> Result<Annual, Problems> {
    let mut problems = Problems::new();
    let parcels = asked.annual_parcels.as_deref().map(|text| YearParcels::read(text, reading.encoding)).transpose();
    let season = asked.season.as_deref().map(|text| Season::read(text, reading.encoding)).transpose();
    let parcels = parcels.map_err(|found| problems.extend(found)).ok().flatten();
    let season = season.map_err(|found| problems.extend(found)).ok().flatten();
    mistakes::none(problems).map(|()| Annual::Log(FromLog { parcels, sample: asked.sample, season }))
}

/// Reads `--budget` and `--step`; the mistakes of both come together.
pub(super) fn budget_and_step(budget: Option<&str>, step: &str) -> Result<(Option<Decimal>, Decimal), Problems> {
    let mut problems = Problems::new();
    let read = budget.map(|text| number::typed(text).filter(|amount| *amount >= Decimal::ZERO));
    if read == Some(None) {
        problems.push(wrong("--budget", budget.unwrap_or_default(), Message::new("budget-amount")));
    }
    let fine = |step: &Decimal| *step > Decimal::ZERO && step.normalize().scale() <= 4;
    let text = step;
    let Some(step) = number::typed(text).filter(fine) else {
        problems.push(wrong("--step", text, Message::new("step-amount")));
        return Err(problems);
    };
    if step > LARGEST_CHANGE {
        problems.push(wrong("--step", text, Message::new("step-large")));
    }
    mistakes::none(problems).map(|()| (read.flatten(), step))
}

/// Loads agreements one by one; the mistakes of all of them come together.
pub(super) fn agreements(names: &[String]) -> Result<Vec<Agreement>, Problems> {
    mistakes::all(names.iter().map(|name| library::load(name)))
}

/// Loads the stack of agreements and everything about the workforce; the mistakes of all files come together.
pub(super) fn terms(terms: &Terms, reading: &Reading) -> Result<(Agreement, Workforce), Problems> {
    terms_with(terms, reading, |_| true)
}

/// The same for a check, which finds by itself what rates the agreement does not allow.
pub(super) fn terms_to_check(terms: &Terms, reading: &Reading) -> Result<(Agreement, Workforce), Problems> {
    terms_with(terms, reading, |problem| problem.message.id == "rates-rule-unknown")
}

fn terms_with(
    terms: &Terms,
    reading: &Reading,
    refused: impl Fn(&Problem) -> bool,
) -> Result<(Agreement, Workforce), Problems> {
    // Without the map, the tables could not be understood.
    let map = map(reading)?;
    let options = table_options(reading, map.as_ref(), Input::Log)?;
    let options = |input| TableOptions { part: map.as_ref().and_then(|map| map.part(input)), ..options };
    let mut problems = Problems::new();
    let agreement = agreements(&terms.agreements).and_then(stack).map_err(|found| problems.extend(found)).ok();
    let mut rates = Rates::default();
    for text in &terms.rate {
        problems.extend(rates.add(text).err());
    }
    if let Some(path) = &terms.rates {
        let priced = agreement.as_ref().map(priced_by_parcel);
        let found = rates.read(path, options(Input::Rates), priced.as_ref()).err().unwrap_or_default();
        problems.extend(mistakes::within_reason(found));
    }
    problems.extend(agreement.iter().flat_map(|agreement| mistakes::within_reason(rates.name(agreement))));
    let roster = table(Roster::read, terms.roster.as_deref(), options(Input::Roster), &mut problems);
    let of = roster.as_deref();
    let protected = |path: &Path, options: TableOptions<'_>| Protected::read(path, options, of);
    let protected = table(protected, terms.protected.as_deref(), options(Input::Protected), &mut problems);
    let measures = agreement.as_ref().map_or(&[][..], |agreement| &agreement.measures);
    let attendance = attendance(&terms.attendance, options(Input::Attendance), (of, measures), &mut problems);
    let workforce = Workforce { roster, rates, protected: protected.unwrap_or_default(), attendance };
    problems.extend(agreement.iter().flat_map(Agreement::names_unknown));
    problems.extend(agreement.iter().flat_map(|agreement| rates_outside(agreement, &workforce)).filter(refused));
    match agreement {
        Some(agreement) if problems.is_empty() => Ok((agreement, workforce)),
        _ => Err(in_order(problems)),
    }
}

/// The files of attendance as one; `None` where there is none.
fn attendance(
    paths: &[PathBuf],
    options: TableOptions<'_>,
    (roster, measures): (Option<&Roster>, &[Arc<Measure>]),
    problems: &mut Problems,
) -> Option<Arc<Attendance>> {
    let copies = given_twice(paths, "attendance-given-twice");
    let has_copies = !copies.is_empty();
    problems.extend(copies);
    let (mut files, mut notes) = (Vec::new(), Vec::new());
    for path in paths {
        match named::tables(path) {
            Ok(tables) => {
                notes.extend(named::note_of(path, &tables));
                files.extend(tables);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let read = (!files.is_empty()).then(|| Attendance::of_files(&files, options, roster, measures))?;
    // Of a file that is given twice, each row is.
    let is_news = |problem: &Problem| !has_copies || problem.message.id != "attendance-twice-in-files";
    let news = |found: Problems| mistakes::within_reason(found.into_iter().filter(is_news).collect());
    let mut attendance = read.map_err(|found| problems.extend(news(found))).ok()?;
    if let Some(first) = attendance.leftovers.first_mut() {
        first.of_file.splice(..0, notes);
    }
    Some(Arc::new(attendance))
}

fn table<T>(
    read: impl Fn(&Path, TableOptions<'_>) -> Result<T, Problems>,
    path: Option<&Path>,
    options: TableOptions<'_>,
    problems: &mut Problems,
) -> Option<Arc<T>> {
    let read = read(path?, options).map_err(|found| problems.extend(mistakes::within_reason(found)));
    read.ok().map(Arc::new)
}
