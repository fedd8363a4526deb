//! The roster: who is employed, by whom, on what terms, from when to when.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::headings::ROSTER;
use crate::tables::leftovers::Leftovers;
use crate::tables::table::{Row, TableOptions};
use crate::tables::table_files::TableFiles;
use crate::units::Date;
use crate::workforce::person;
pub use crate::workforce::terms::{
    Sex, Terms, WorkingTime, change_dates, in_force, in_force_or_nearest, is_any_in_force,
};

/// Who is employed, row by row.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// The rows of each person in the order of the file, by [`Roster::person`].
    people: BTreeMap<Arc<str>, Vec<Arc<Terms>>>,
    /// Of an id that two people have: the companies, and who it is there.
    two: BTreeMap<Arc<str>, BTreeMap<Arc<str>, Arc<str>>>,
    /// The columns that the file has: the known ones by their names, the others by their headings.
    columns: BTreeSet<Arc<str>>,
    /// What of each file is not read.
    pub leftovers: Vec<Leftovers>,
}

columns!(COURIER; NAME, COMPANY, POSITION, SEX, SKILL, EMPLOYMENT, BASE, CONTRACT_SIGNED, HIRED, LEFT, LEFT_REASON, FROM);

impl Roster {
    /// Reads a roster: all files that the path names, as one.
    ///
    /// # Errors
    /// All that is wrong in the files.
    pub fn read(path: &Path, options: TableOptions<'_>) -> Result<Self, Problems> {
        let mut sheets = TableFiles::read(path, options, &ROSTER, REQUIRED)?;
        let mut problems = sheets.problems();
        let (mut columns, mut rows) = (BTreeSet::new(), Vec::new());
        for sheet in sheets.all() {
            // A rule may name a column by its heading, be it a known one or not.
            let extra: Vec<(usize, Arc<str>)> =
                sheet.headings().map(|(at, heading)| (at, Arc::clone(heading))).collect();
            let known = ROSTER.iter().enumerate().filter(|(at, _)| sheet.has(*at));
            columns.extend(known.map(|(_, column)| column.name.into()));
            columns.extend(extra.iter().map(|(_, heading)| Arc::clone(heading)));
            rows.extend(sheet.each(|row, problems| terms(row, &extra, problems)));
        }
        let mut couriers: BTreeMap<Arc<str>, Vec<Arc<Terms>>> = BTreeMap::new();
        for (row, terms, found) in rows {
            problems.extend(found);
            let earlier = couriers.entry(Arc::clone(&terms.courier)).or_default();
            match earlier.iter().find(|other| other.company == terms.company && other.from == terms.from) {
                Some(twice) if !terms.courier.is_empty() => {
                    let message = Message::new("roster-twice").with("courier", &*terms.courier);
                    problems.push(Problem::new(message).at(row.place(COURIER)).also(twice.place.clone()));
                }
                _ => {
                    let later = earlier.iter().find(|other| other.company == terms.company && other.from > terms.from);
                    problems.extend(later.map(|later| {
                        let message = Message::new("roster-out-of-order").with("courier", &*terms.courier);
                        Problem::new(message).at(row.line_place()).also(later.place.clone())
                    }));
                    earlier.push(Arc::new(terms));
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { leftovers: sheets.leftovers(), ..Self::of(couriers, columns) })
    }

    fn of(couriers: BTreeMap<Arc<str>, Vec<Arc<Terms>>>, columns: BTreeSet<Arc<str>>) -> Self {
        let (mut all, mut two) = (BTreeMap::new(), BTreeMap::new());
        for (courier, rows) in couriers {
            let people = person::people(rows);
            if let [_] = *people {
                all.extend(people.into_iter().map(|rows| (Arc::clone(&courier), rows)));
                continue;
            }
            let companies: &mut BTreeMap<_, _> = two.entry(Arc::clone(&courier)).or_default();
            for rows in people {
                let key = person::key(&courier, &rows[0].company);
                companies.extend(rows.iter().map(|row| (Arc::clone(&row.company), Arc::clone(&key))));
                all.insert(key, rows);
            }
        }
        Self { people: all, two, columns, leftovers: Vec::new() }
    }

    /// Everyone on it with their rows, in the order of the ids.
    pub fn people(&self) -> impl Iterator<Item = (&Arc<str>, &[Arc<Terms>])> {
        self.people.iter().map(|(person, rows)| (person, rows.as_slice()))
    }

    /// Who has an id with a company: the id itself, unless two people have it. Two that are alike are one person.
    #[must_use]
    pub fn person(&self, courier: &Arc<str>, company: &str) -> Arc<str> {
        let Some(companies) = self.two.get(courier) else { return Arc::clone(courier) };
        companies.get(company).cloned().unwrap_or_else(|| person::key(courier, company))
    }

    /// Whether two people have an id.
    #[must_use]
    pub fn are_two(&self, courier: &str) -> bool {
        self.two.contains_key(courier)
    }

    /// What is wrong with a row that does not say which of two people with one id it is of; the rows of both belong to it.
    #[must_use]
    pub fn unclear(&self, courier: &str, company: &str, place: impl FnOnce() -> Place) -> Option<Problem> {
        let people = self.two.get(courier).filter(|_| company.is_empty())?;
        let names: Vec<&str> = people.keys().map(|company| &**company).collect();
        let message = Message::new("roster-two-people").with("courier", courier).with("companies", names.join(", "));
        let rows = people.values().collect::<BTreeSet<_>>().into_iter().map(|person| &self.people[person][0]);
        Some(rows.fold(Problem::new(message).at(place()), |problem, row| problem.also(row.place.clone())))
    }

    /// The rows of whoever has an id with a company, or of a person; none where the roster does not know the id.
    #[must_use]
    pub fn rows(&self, courier: &str, company: &str) -> &[Arc<Terms>] {
        let person =
            self.two.get(courier).and_then(|companies| companies.get(company)).map_or(courier, |person| person);
        self.people.get(person).map_or(&[], Vec::as_slice)
    }

    /// Whoever has an id.
    #[must_use]
    pub fn people_of<'r>(&'r self, courier: &'r str) -> BTreeSet<&'r str> {
        let companies = self.two.get(courier);
        companies
            .map_or_else(|| BTreeSet::from([courier]), |companies| companies.values().map(|person| &**person).collect())
    }

    /// The rows of an id, of both people where two have it.
    #[must_use]
    pub fn rows_of_id(&self, courier: &str) -> Vec<&Terms> {
        let people = self.people_of(courier).into_iter().filter_map(|person| self.people.get(person));
        people.flatten().map(|terms| &**terms).collect()
    }

    /// The terms in force on a day for whoever has an id with a company, one for each employer, by the employer's name.
    #[must_use]
    pub fn on(&self, courier: &str, company: &str, day: Date) -> Vec<&Arc<Terms>> {
        in_force(self.rows(courier, company), day)
    }

    /// Whether the file has a column that a rule names in its `where` or `by`.
    #[must_use]
    pub fn has_column(&self, name: &str) -> bool {
        self.columns.contains(name)
    }
}

fn terms(row: Row<'_>, extra: &[(usize, Arc<str>)], problems: &mut Problems) -> Terms {
    // What is empty is as what is not there.
    let cells = extra.iter().filter(|(at, _)| !row.at(*at).is_empty());
    let cells = cells.map(|(at, heading)| (Arc::clone(heading), row.at(*at).into()));
    let terms = Terms {
        courier: row.id(COURIER, problems),
        name: row.cell(NAME).into(),
        company: row.cell(COMPANY).into(),
        position: row.cell(POSITION).into(),
        sex: row.read(SEX, "roster-sex", problems, Sex::parse),
        skill: row.cell(SKILL).into(),
        employment: row.read(EMPLOYMENT, "roster-employment", problems, WorkingTime::parse),
        base: row.amount(BASE, problems),
        contract_signed: row.day(CONTRACT_SIGNED, problems),
        hired: row.day(HIRED, problems),
        left: row.last_day(LEFT, problems),
        left_reason: row.cell(LEFT_REASON).into(),
        from: row.day(FROM, problems),
        extra: cells.collect(),
        place: row.line_place(),
    };
    if terms.base.is_some_and(|base| base.is_sign_negative()) {
        problems.push(row.problem(BASE, Message::new("sheet-negative")));
    }
    if terms.left.is_some_and(|left| terms.hired.or(terms.from).is_some_and(|start| left < start)) {
        problems.push(row.problem(LEFT, Message::new("roster-left-before-hired")));
    }
    terms
}
