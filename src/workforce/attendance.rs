//! Attendance: the hours of each courier on each day, and what kind of day or of absence it was.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;

use crate::agreement::measure::Measure;
use crate::cores;
use crate::diagnostics::{Message, Place, Problem, Problems, Text};
use crate::tables::headings::ATTENDANCE;
use crate::tables::leftovers::Leftovers;
use crate::tables::table::{OfDay, Row, Table, TableOptions};
use crate::units::date::YEARS;
use crate::units::{Date, Decimal, Month, Term, number, time};
use crate::workforce::Roster;
use crate::workforce::carried::CarriedMeasures;
use crate::workforce::day::{Day, DayKind, Days, Entry};

/// Hours by person and day.
#[derive(Clone, Debug)]
pub struct Attendance {
    /// The files, as they were named, and their texts.
    texts: Vec<Text>,
    people: BTreeMap<Arc<str>, Arc<Days>>,
    /// From the first to the last day of anyone.
    span: Term,
    /// The measures that the files may carry, and the names of those that any of them does.
    measures: Vec<Arc<Measure>>,
    carried: BTreeSet<Arc<str>>,
    /// What of each file is not read.
    pub leftovers: Vec<Leftovers>,
}

/// The rows of each person, in the order of the files.
#[derive(Default)]
struct OfPeople {
    places: BTreeMap<Arc<str>, usize>,
    rows: Vec<Vec<(Date, Entry)>>,
}

/// What rows of a file say: everyone in them, and one by one of whom, on which day, what; and what is wrong with them.
#[derive(Default)]
struct Taken {
    people: Vec<Arc<str>>,
    /// Each with the place of the person among `people`.
    rows: Vec<(usize, Date, Entry)>,
    problems: Problems,
}

columns!(COURIER, DATE, HOURS; KIND, KM, COMPANY);

impl Attendance {
    /// Reads a file of attendance; the roster knows where two people have one id.
    ///
    /// # Errors
    /// All that is wrong in the file: two rows alike in every cell among it, and a day of more hours than it can have.
    pub fn read(path: &Path, options: TableOptions<'_>, roster: Option<&Roster>) -> Result<Self, Problems> {
        Self::of_files(&[path], options, roster, &[])
    }

    /// Reads several, such as one a month, as one, with the measures that they may carry.
    ///
    /// # Errors
    /// As of [`Attendance::read`].
    pub fn of_files(
        paths: &[&Path],
        options: TableOptions<'_>,
        roster: Option<&Roster>,
        measures: &[Arc<Measure>],
    ) -> Result<Self, Problems> {
        let mut attendance = Self {
            texts: Vec::new(),
            people: BTreeMap::new(),
            span: Term::default(),
            measures: measures.to_vec(),
            carried: BTreeSet::new(),
            leftovers: Vec::new(),
        };
        let mut carried = BTreeSet::new();
        let mut rows = OfPeople::default();
        let mut problems = Problems::new();
        for path in paths {
            match attendance.file(path, options, roster, (&mut rows, &mut carried)) {
                Ok(found) | Err(found) => problems.extend(found),
            }
        }
        attendance.carried = carried;
        attendance.span = rows.span();
        attendance.people = rows.days();
        problems.extend(
            attendance.people.values().flat_map(|days| days.iter()).flat_map(|(_, day)| attendance.too_much(day)),
        );
        if problems.is_empty() { Ok(attendance) } else { Err(problems) }
    }

    /// Takes the rows of a file; what is wrong with them.
    fn file(
        &mut self,
        path: &Path,
        options: TableOptions<'_>,
        roster: Option<&Roster>,
        (rows, carried): (&mut OfPeople, &mut BTreeSet<Arc<str>>),
    ) -> Result<Problems, Problems> {
        let options = TableOptions { of_day: Some(OfDay { day: DATE, cell: HOURS }), ..options };
        // Where measures are carried, hours need not be.
        let needed = if self.measures.is_empty() { REQUIRED } else { REQUIRED - 1 };
        let mut sheet = Table::read(path, options, &ATTENDANCE, needed)?;
        let columns = CarriedMeasures::of(&sheet, options.part.map(|part| &**part), &self.measures)?;
        if !sheet.has(HOURS) && columns.are_none() {
            sheet = Table::read(path, options, &ATTENDANCE, REQUIRED)?;
        }
        carried.extend(columns.names(&self.measures));
        let mut problems = sheet.problems();
        let file = self.texts.len();
        self.texts.push(sheet.text().clone());
        self.leftovers.push(columns.without_used(sheet.leftovers()));
        let all: Vec<Row<'_>> = sheet.rows().collect();
        let of_file = OfFile { file, is_matrix: sheet.is_matrix(), has_hours: sheet.has(HOURS), columns };
        let twins = || -> Problems { sheet.twins().map(twice_in_file).collect() };
        let (all, twins) = cores::both(|| cores::chunks(&all, |rows| taken(rows, &of_file, roster)), twins);
        for mut taken in all {
            problems.append(&mut taken.problems);
            rows.add(taken);
        }
        problems.extend(twins);
        Ok(problems)
    }

    /// What a day with one company cannot have: more than 24 hours, and an absence that is all of a day beside other hours.
    fn too_much(&self, day: Day<'_>) -> Problems {
        if day.entries.len() == 1 {
            return Problems::new();
        }
        let companies: BTreeSet<&Arc<str>> = day.entries.iter().map(|entry| &entry.company).collect();
        let named = companies.iter().filter(|company| companies.len() == 1 || !company.is_empty());
        if let Some(twice) = self.twice(day) {
            return vec![twice];
        }
        let problem = |company: &&Arc<str>| {
            let own = |entry: &&Entry| entry.company.is_empty() || entry.company == **company;
            let with_company: Vec<&Entry> = day.entries.iter().filter(own).collect();
            let whole = |entry: &&&Entry| entry.kind.is_absence() && entry.hours.is_none();
            let beside = |entry: &&&Entry| entry.hours.is_some_and(|hours| !hours.is_zero());
            let sum: Decimal = with_company.iter().filter_map(|entry| entry.hours).sum();
            let mut of_day = with_company.iter().filter(whole).chain(with_company.iter().filter(beside));
            let message = if sum > Decimal::from(HOURS_A_DAY) {
                Message::new("attendance-hours-sum").with("found", sum.normalize().to_string())
            } else if with_company.iter().any(|entry| whole(&entry)) && of_day.clone().nth(1).is_some() {
                Message::new("attendance-absent-and-worked")
            } else {
                return None;
            };
            let problem = Problem::new(message).at(self.place(of_day.next()?));
            Some(of_day.fold(problem, |problem, entry| problem.also(self.place(entry))))
        };
        named.filter_map(problem).collect()
    }

    /// Two rows of a day that two files have, and that say the same: the day would count twice.
    fn twice(&self, day: Day<'_>) -> Option<Problem> {
        let says =
            |entry: &Entry| (entry.kind, entry.hours, entry.km, entry.measures.clone(), Arc::clone(&entry.company));
        let (at, row) = day.entries.iter().enumerate().find(|(at, row)| {
            day.entries[..*at].iter().any(|first| first.file != row.file && says(first) == says(row))
        })?;
        let first = day.entries[..at].iter().find(|first| first.file != row.file && says(first) == says(row))?;
        let message = Message::new("attendance-twice-in-files").with("file", &*self.place(first).file);
        let message = message.with("first", first.line.to_string());
        Some(Problem::new(message).at(self.place(row)).also(self.place(first)))
    }

    /// The file and the line of a day: of its first row of work, else of its first row.
    #[must_use]
    pub fn at(&self, day: Day<'_>) -> Option<(Arc<str>, u64)> {
        let entry = day.first()?;
        Some((Arc::clone(&self.texts.get(entry.file)?.name), entry.line))
    }

    /// Where a row stands.
    #[must_use]
    pub fn place(&self, entry: &Entry) -> Place {
        let before = usize::try_from(entry.line.saturating_sub(1)).unwrap_or_default();
        let (name, text) = self.texts.get(entry.file).map_or(("", ""), |file| (&*file.name, &*file.text));
        let words = text.lines().nth(before).unwrap_or_default();
        Place::in_line(&name.into(), entry.line, words, 0..words.len())
    }

    /// The day of a person with all companies, where the file has it.
    #[must_use]
    pub fn on(&self, person: &str, date: Date) -> Option<Day<'_>> {
        self.people.get(person)?.get(date)
    }

    /// Whether anyone has a row of work on a day of a term.
    #[must_use]
    pub fn has_work_in(&self, term: Term) -> bool {
        let worked = |(date, day): (Date, Day<'_>)| term.contains(date) && day.is_worked();
        self.people.values().any(|days| days.iter().any(worked))
    }

    /// The companies that its rows name, each once.
    #[must_use]
    pub fn companies(&self) -> HashSet<&Arc<str>, FxBuildHasher> {
        self.people.values().flat_map(|days| days.entries()).map(|entry| &entry.company).collect()
    }

    /// From the first to the last day of anyone; open where there is none.
    #[must_use]
    pub fn span(&self) -> Term {
        self.span
    }

    /// The place of a measure in what its rows say, where it carries it.
    #[must_use]
    pub fn measure(&self, name: &str) -> Option<usize> {
        let at = self.measures.iter().position(|measure| *measure.name == *name)?;
        self.carried.contains(&self.measures[at].name).then_some(at)
    }

    /// Whether it carries a column of that heading as a measure.
    #[must_use]
    pub fn carries(&self, column: &str) -> bool {
        self.measures.iter().any(|measure| *measure.column == *column && self.carried.contains(&measure.name))
    }

    /// The day of each of its rows.
    pub fn dates(&self) -> impl Iterator<Item = Date> {
        self.people.values().flat_map(|days| days.iter()).map(|(date, _)| date)
    }

    /// Those with a day.
    pub fn people(&self) -> impl Iterator<Item = &Arc<str>> {
        self.people.keys()
    }

    /// Everyone with their days.
    pub fn each(&self) -> impl Iterator<Item = (&Arc<str>, &Days)> {
        self.people.iter().map(|(person, days)| (person, &**days))
    }

    /// All days of a person, where there are any.
    #[must_use]
    pub fn all(&self, person: &str) -> Option<&Arc<Days>> {
        self.people.get(person)
    }

    /// The days of a person, in order.
    pub fn days(&self, person: &str) -> impl Iterator<Item = (Date, Day<'_>)> {
        self.people.get(person).into_iter().flat_map(|days| days.iter())
    }

    /// The days of a person in a month, in order.
    pub fn of(&self, person: &str, month: Month) -> impl Iterator<Item = (Date, Day<'_>)> {
        self.between(person, month.first(), month.last())
    }

    /// The days of a person from one day to another, in order.
    pub fn between(&self, person: &str, first: Date, last: Date) -> impl Iterator<Item = (Date, Day<'_>)> {
        self.people.get(person).into_iter().flat_map(move |days| days.between(first, last))
    }
}

const HOURS_A_DAY: u32 = 24;

/// Two rows of a file that are alike in every cell: the day would count twice.
fn twice_in_file((row, first): (Row<'_>, Row<'_>)) -> Problem {
    let message = Message::new("attendance-twice").with("first", first.line().to_string());
    Problem::new(message).at(row.line_place()).also(first.line_place())
}

/// What is known of a file beside its rows.
struct OfFile {
    file: usize,
    is_matrix: bool,
    has_hours: bool,
    columns: CarriedMeasures,
}

fn taken<'a>(rows: &[Row<'a>], of_file: &OfFile, roster: Option<&Roster>) -> Taken {
    let OfFile { file, is_matrix, has_hours, ref columns } = *of_file;
    let mut taken = Taken { rows: Vec::with_capacity(rows.len()), ..Taken::default() };
    let mut companies: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut ids: HashMap<&'a str, Arc<str>, FxBuildHasher> = HashMap::default();
    let mut places: HashMap<Arc<str>, usize, FxBuildHasher> = HashMap::default();
    for row in rows {
        let problems = &mut taken.problems;
        let courier = id(*row, &mut ids, problems);
        row.required(DATE, problems);
        let date = row.day(DATE, problems).filter(|day| {
            let is_likely = YEARS.contains(&day.year());
            problems.extend((!is_likely).then(|| row.problem(DATE, Message::new("sheet-year-unlikely"))));
            is_likely
        });
        let of_mark = is_matrix.then(|| DayKind::of_mark(row.cell(HOURS))).flatten();
        let entry = entry(*row, (of_mark, has_hours), &mut companies, problems);
        let measures = columns.values(*row, problems);
        let Some((date, entry)) = date.zip(entry.map(|entry| Entry { measures, file, ..entry })) else { continue };
        // Where two people have the id, the company says which is meant.
        problems.extend(roster.and_then(|roster| roster.unclear(&courier, &entry.company, || row.line_place())));
        let person = roster.map_or_else(|| Arc::clone(&courier), |roster| roster.person(&courier, &entry.company));
        let place = *places.entry(person).or_insert_with_key(|person| {
            taken.people.push(Arc::clone(person));
            taken.people.len() - 1
        });
        taken.rows.push((place, date, entry));
    }
    taken
}

/// The id of a row. Most were met before, and nothing is wrong with them.
fn id<'a>(row: Row<'a>, known: &mut HashMap<&'a str, Arc<str>, FxBuildHasher>, problems: &mut Problems) -> Arc<str> {
    let written = row.cell(COURIER);
    if let Some(courier) = known.get(written) {
        return Arc::clone(courier);
    }
    let before = problems.len();
    let courier = row.id(COURIER, problems);
    if problems.len() == before {
        known.insert(written, Arc::clone(&courier));
    }
    courier
}

impl OfPeople {
    /// Adds further rows.
    fn add(&mut self, taken: Taken) {
        let place = |person: Arc<str>| {
            *self.places.entry(person).or_insert_with(|| {
                self.rows.push(Vec::new());
                self.rows.len() - 1
            })
        };
        let places: Vec<usize> = taken.people.into_iter().map(place).collect();
        for (person, date, entry) in taken.rows {
            self.rows[places[person]].push((date, entry));
        }
    }

    /// From the first to the last day of anyone.
    fn span(&self) -> Term {
        let dates = || self.rows.iter().flatten().map(|(date, _)| *date);
        Term { from: dates().min(), until: dates().max() }
    }

    /// The days of each person.
    fn days(mut self) -> BTreeMap<Arc<str>, Arc<Days>> {
        let days = |(person, place)| (person, Arc::new(Days::new(std::mem::take(&mut self.rows[place]))));
        self.places.into_iter().map(days).collect()
    }
}

/// What a row says beside the courier and the day. Only a day of work has to say its hours.
fn entry(
    row: Row<'_>,
    (of_mark, has_hours): (Option<DayKind>, bool),
    companies: &mut BTreeSet<Arc<str>>,
    problems: &mut Problems,
) -> Option<Entry> {
    let kind = of_mark.or_else(|| row.read(KIND, "attendance-kind", problems, DayKind::parse));
    if kind == Some(DayKind::Workday) && has_hours {
        row.required(HOURS, problems);
    }
    // A mark in place of hours says none.
    let hours = if of_mark.is_some() { None } else { row.read(HOURS, "attendance-hours", problems, hours) };
    let km = row.decimal(KM, problems);
    if km.is_some_and(|km| km.is_sign_negative()) {
        problems.push(row.problem(KM, Message::new("sheet-negative")));
    }
    let company = companies.get(row.cell(COMPANY)).cloned().unwrap_or_else(|| {
        let new: Arc<str> = row.cell(COMPANY).into();
        companies.insert(Arc::clone(&new));
        new
    });
    let kind = kind?;
    // No hours of an absence are none said.
    let hours = hours.filter(|hours| !kind.is_absence() || !hours.is_zero());
    let said = of_mark.is_some() || !row.cell(KIND).is_empty();
    Some(Entry { kind, said, hours, km, measures: Box::default(), company, file: 0, line: row.line() })
}

/// Whether a cell of a table with one column a day can be one: hours, or a mark.
#[must_use]
pub fn is_day(text: &str) -> bool {
    hours(text).is_some() || DayKind::of_mark(text).is_some()
}

/// Hours as a number, as `H:MM`, or in words: `3小时40分`, `3.5小时`, `40分钟`.
fn hours(text: &str) -> Option<Decimal> {
    let by_clock = || time::parse(&text.replace('：', ":")).map(|seconds| Decimal::from(seconds) / Decimal::from(3600));
    let hours = number::decimal(text).or_else(by_clock).or_else(|| number::hours(text));
    hours.filter(|hours| !hours.is_sign_negative() && *hours <= Decimal::from(HOURS_A_DAY))
}
