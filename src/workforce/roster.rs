//! The roster: who is employed, by whom, on what terms, from when to when.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::headings::ROSTER;
use crate::tables::table::{Row, Table, TableOptions};
use crate::units::{Date, Decimal};

/// Who is employed, row by row.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// The rows of each courier in the order of the file, by the courier's id.
    couriers: BTreeMap<Arc<str>, Vec<Arc<Terms>>>,
    /// The columns that the file has: the known ones by their names, the others by their headings.
    columns: BTreeSet<Arc<str>>,
}

/// The terms of one courier in one row of the roster.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The id.
    pub courier: Arc<str>,
    /// The name; empty where the roster gives none.
    pub name: Arc<str>,
    /// The employer; empty where the roster gives none.
    pub company: Arc<str>,
    /// The position, such as `courier`; empty where the roster gives none.
    pub position: Arc<str>,
    /// Woman or man, where the roster says so.
    pub sex: Option<Sex>,
    /// The skill grade, such as `junior`; empty where the roster gives none.
    pub skill: Arc<str>,
    /// The monthly base wage in yuan, where there is one.
    pub base: Option<Decimal>,
    /// The day a written contract was signed.
    pub contract_signed: Option<Date>,
    /// The first day of employment; `None`: since before the log.
    pub hired: Option<Date>,
    /// The last day of employment; `None`: still employed.
    pub left: Option<Date>,
    /// Why the employment ended.
    pub left_reason: Arc<str>,
    /// When the terms of this row begin, where they replace those of an earlier row.
    pub from: Option<Date>,
    /// The cells of the other columns, by heading.
    pub extra: BTreeMap<Arc<str>, Arc<str>>,
    /// Where the row stands.
    pub place: Place,
}

/// Woman or man.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// `f`, 女.
    Female,
    /// `m`, 男.
    Male,
}

columns!(COURIER; NAME, COMPANY, POSITION, SEX, SKILL, BASE, CONTRACT_SIGNED, HIRED, LEFT, LEFT_REASON, FROM);

/// The column of the roster that tells part-time work from full-time.
pub const EMPLOYMENT: &str = "employment";

/// The words for part-time work (劳动合同法 art. 68).
const PART_TIME: [&str; 3] = ["part-time", "非全日制", "非全日制用工"];

impl Roster {
    /// Reads a roster.
    ///
    /// # Errors
    /// All that is wrong in the file.
    pub fn read(path: &Path, options: TableOptions<'_>) -> Result<Self, Problems> {
        let mut sheet = Table::read(path, options, &ROSTER, REQUIRED)?;
        let mut problems = sheet.problems();
        let extra: Vec<(usize, Arc<str>)> = sheet.extra().map(|(at, heading)| (at, Arc::clone(heading))).collect();
        let known = ROSTER.iter().enumerate().filter(|(at, _)| sheet.has(*at)).map(|(_, column)| column.name.into());
        let columns = known.chain(extra.iter().map(|(_, heading)| Arc::clone(heading))).collect();
        let mut roster = Self { couriers: BTreeMap::new(), columns };
        for row in sheet.rows() {
            let terms = terms(row, &extra, &mut problems);
            let earlier = roster.couriers.entry(Arc::clone(&terms.courier)).or_default();
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
        if problems.is_empty() { Ok(roster) } else { Err(problems) }
    }

    /// Every courier's id with the rows of that courier, by id.
    pub fn couriers(&self) -> impl Iterator<Item = (&Arc<str>, &[Arc<Terms>])> {
        self.couriers.iter().map(|(courier, rows)| (courier, rows.as_slice()))
    }

    /// The roster of some couriers alone.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let couriers = self.couriers.iter().filter(|(courier, _)| wanted(courier));
        let couriers = couriers.map(|(courier, rows)| (Arc::clone(courier), rows.clone())).collect();
        Self { couriers, columns: self.columns.clone() }
    }

    /// The rows of a courier; none where the roster does not know the id.
    #[must_use]
    pub fn rows(&self, courier: &str) -> &[Arc<Terms>] {
        self.couriers.get(courier).map_or(&[], Vec::as_slice)
    }

    /// The terms in force for a courier on a day, one for each employer, by the employer's name.
    #[must_use]
    pub fn on(&self, courier: &str, day: Date) -> Vec<&Arc<Terms>> {
        in_force(self.rows(courier), day)
    }

    /// Whether the file has a column that a rule names in its `where` or `by`.
    #[must_use]
    pub fn has_column(&self, name: &str) -> bool {
        self.columns.contains(name)
    }
}

/// Of the rows of one courier those in force on a day, one for each employer, by the employer's name.
///
/// A row with `from` replaces the courier's earlier rows with its own company, where there are any, else all of them.
#[must_use]
pub fn in_force(rows: &[Arc<Terms>], day: Date) -> Vec<&Arc<Terms>> {
    if let [only] = rows {
        return if only.holds(day) { vec![only] } else { Vec::new() };
    }
    let mut begun: Vec<&Arc<Terms>> = rows.iter().filter(|row| row.from.is_none_or(|from| from <= day)).collect();
    begun.sort_by_key(|row| row.from);
    let mut current: Vec<&Arc<Terms>> = Vec::new();
    for row in begun {
        if row.from.is_some() {
            let same_company = current.iter().any(|other| other.company == row.company);
            current.retain(|other| other.from == row.from || (same_company && other.company != row.company));
        }
        current.push(row);
    }
    current.retain(|row| row.holds(day));
    current.sort_by(|a, b| a.company.cmp(&b.company));
    current
}

impl Terms {
    /// Whether the courier is employed under this row's dates of joining and leaving on a day.
    fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day)
            && self.hired.is_none_or(|hired| hired <= day)
            && self.left.is_none_or(|left| day <= left)
    }

    /// Whether the row says that it is part-time work (非全日制用工).
    #[must_use]
    pub fn is_part_time(&self) -> bool {
        self.column(EMPLOYMENT).is_some_and(|word| PART_TIME.iter().any(|known| word.eq_ignore_ascii_case(known)))
    }

    /// The days on which what [`in_force`] says can change because of this row.
    pub fn change_dates(&self) -> impl Iterator<Item = Date> {
        let after = self.left.and_then(|left| left.tomorrow().ok());
        self.from.into_iter().chain(self.hired).chain(after)
    }

    /// The cell of a column by its canonical name or heading, as text; `None` where it is empty or not there.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&str> {
        let text = match name {
            "courier" => &*self.courier,
            "name" => &*self.name,
            "company" => &*self.company,
            "position" => &*self.position,
            "sex" => self.sex.map_or("", Sex::as_str),
            "skill" => &*self.skill,
            "left_reason" => &*self.left_reason,
            other => self.extra.get(other).map_or("", |text| &**text),
        };
        (!text.is_empty()).then_some(text)
    }
}

impl Sex {
    /// As the canonical column has it: `f` or `m`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Female => "f",
            Self::Male => "m",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "f" | "female" | "女" => Some(Self::Female),
            "m" | "male" | "男" => Some(Self::Male),
            _ => None,
        }
    }
}

fn terms(row: Row<'_>, extra: &[(usize, Arc<str>)], problems: &mut Problems) -> Terms {
    let cells = extra.iter().map(|(at, heading)| (Arc::clone(heading), row.at(*at).into()));
    let terms = Terms {
        courier: row.id(COURIER, problems),
        name: row.cell(NAME).into(),
        company: row.cell(COMPANY).into(),
        position: row.cell(POSITION).into(),
        sex: row.read(SEX, "roster-sex", problems, Sex::parse),
        skill: row.cell(SKILL).into(),
        base: row.amount(BASE, problems),
        contract_signed: row.day(CONTRACT_SIGNED, problems),
        hired: row.day(HIRED, problems),
        left: row.day(LEFT, problems),
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
