//! From the paths and names that were typed to values: the agreements, the workforce, what the flags say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::agreement::measure::Measure;
use crate::agreement::stack::stack;
use crate::agreement::{Agreement, library};
use crate::cli;
use crate::cli::{Reading, Terms};
use crate::commands::mistakes;
use crate::cost::solve::LARGEST_CHANGE;
use crate::cost::{Annual, FromLog, Season, YearParcels};
use crate::deliveries::ReadOptions;
use crate::diagnostics::problem::in_order;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::input::is_copy;
use crate::files::{input, named};
use crate::pay::{priced_by_parcel, rates_outside};
use crate::tables::headings::Input;
use crate::tables::map::Map;
use crate::tables::table::TableOptions;
use crate::units::{Date, Decimal, Month, Term, date, number};
use crate::workforce::{Attendance, Protected, Rates, Roster, Workforce};

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
    let agreement = stacked(terms);
    let (workforce, problems) = workforce(terms, reading, agreement.as_ref().ok(), |_| true);
    with_workforce(agreement, workforce, problems)
}

/// Loads the stack of agreements.
pub(super) fn stacked(terms: &Terms) -> Result<Agreement, Problems> {
    agreements(&terms.agreements).and_then(stack)
}

/// A stack and a workforce, or all that is wrong with either.
pub(super) fn with_workforce(
    agreement: Result<Agreement, Problems>,
    workforce: Workforce,
    problems: Problems,
) -> Result<(Agreement, Workforce), Problems> {
    match agreement {
        Ok(agreement) if problems.is_empty() => Ok((agreement, workforce)),
        agreement => Err(in_order(agreement.err().into_iter().flatten().chain(problems).collect())),
    }
}

/// Reads everything about the workforce, and what is wrong with it.
pub(super) fn workforce(
    terms: &Terms,
    reading: &Reading,
    agreement: Option<&Agreement>,
    refused: impl Fn(&Problem) -> bool,
) -> (Workforce, Problems) {
    // Without the map, the tables could not be understood.
    let map = match map(reading) {
        Ok(map) => map,
        Err(problems) => return (Workforce::default(), problems),
    };
    let options = match table_options(reading, map.as_ref(), Input::Log) {
        Ok(options) => options,
        Err(problem) => return (Workforce::default(), vec![problem]),
    };
    let options = |input| TableOptions { part: map.as_ref().and_then(|map| map.part(input)), ..options };
    let mut problems = Problems::new();
    let mut rates = Rates::default();
    for text in &terms.rate {
        problems.extend(rates.add(text).err());
    }
    if let Some(path) = &terms.rates {
        let priced = agreement.map(priced_by_parcel);
        let found = rates.read(path, options(Input::Rates), priced.as_ref()).err().unwrap_or_default();
        problems.extend(mistakes::within_reason(found));
    }
    problems.extend(agreement.iter().flat_map(|agreement| mistakes::within_reason(rates.name(agreement))));
    let roster = table(Roster::read, terms.roster.as_deref(), options(Input::Roster), &mut problems);
    let of = roster.as_deref();
    let protected = |path: &Path, options: TableOptions<'_>| Protected::read(path, options, of);
    let protected = table(protected, terms.protected.as_deref(), options(Input::Protected), &mut problems);
    let measures = agreement.map_or(&[][..], |agreement| &agreement.measures);
    let attendance = attendance(&terms.attendance, options(Input::Attendance), (of, measures), &mut problems);
    let workforce = Workforce { roster, rates, protected: protected.unwrap_or_default(), attendance };
    problems.extend(agreement.iter().flat_map(|agreement| agreement.names_unknown()));
    problems.extend(agreement.iter().flat_map(|agreement| rates_outside(agreement, &workforce)).filter(refused));
    (workforce, problems)
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
