//! The terms of employment in one row of the roster, and which rows of a person hold on a day.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Span;

use crate::agreement::scope::MONTHS_SINCE;
use crate::agreement::synonyms;
use crate::diagnostics::Place;
use crate::units::{Date, Decimal, date, number};

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
    /// Full-time or part-time, where the roster says so.
    pub employment: Option<WorkingTime>,
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

/// Full-time or part-time work (非全日制用工, 劳动合同法 art. 68).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkingTime {
    /// `full-time`, 全日制.
    FullTime,
    /// `part-time`, 非全日制.
    PartTime,
}

/// Of the rows of one person those in force on a day, one for each employer, by the employer's name.
///
/// A row with `from` ends the earlier row of its own company; where none is in force, the person was transferred, and it ends
/// every earlier row.
#[must_use]
pub fn in_force(rows: &[Arc<Terms>], day: Date) -> Vec<&Arc<Terms>> {
    if let [only] = rows {
        return if only.holds(day) { vec![only] } else { Vec::new() };
    }
    let mut begun: Vec<&Arc<Terms>> = rows.iter().filter(|row| row.from.is_none_or(|from| from <= day)).collect();
    begun.sort_by_key(|row| row.from);
    let mut current: Vec<&Arc<Terms>> = Vec::new();
    for row in begun {
        if let Some(from) = row.from {
            // An employment that ended on the day before goes on under the new row.
            let until_then = |other: &Terms| other.holds(from) || from.yesterday().is_ok_and(|day| other.holds(day));
            let goes_on = current.iter().any(|other| other.company == row.company && until_then(other));
            current.retain(|other| other.from == row.from || (goes_on && other.company != row.company));
        }
        current.push(row);
    }
    current.retain(|row| row.holds(day));
    current.sort_by(|a, b| a.company.cmp(&b.company));
    current
}

/// Whether any row of a person is in force on a day.
#[must_use]
pub fn is_any_in_force(rows: &[Arc<Terms>], day: Date) -> bool {
    if let [only] = rows { only.holds(day) } else { !in_force(rows, day).is_empty() }
}

/// The rows in force on a day; outside every employment those of the day that is nearest, the earlier of two, with the company
/// where one is named.
#[must_use]
pub fn in_force_or_nearest<'a>(rows: &'a [Arc<Terms>], company: &str, day: Date) -> Vec<&'a Arc<Terms>> {
    let on_day = in_force(rows, day);
    if on_day.is_empty() && !rows.is_empty() { nearest(rows, company, day) } else { on_day }
}

fn nearest<'a>(rows: &'a [Arc<Terms>], company: &str, day: Date) -> Vec<&'a Arc<Terms>> {
    let own = |terms: &&Arc<Terms>| company.is_empty() || terms.company.is_empty() || *terms.company == *company;
    let begins = rows.iter().flat_map(|row| row.change_dates());
    // Between two of them nothing changes: each stretch of employment begins on one and ends on the day before one.
    let bounds = begins.flat_map(|begin| [Some(begin), begin.yesterday().ok()]).flatten();
    let employed = bounds.filter(|bound| in_force(rows, *bound).iter().any(own));
    let nearest = employed.min_by_key(|bound| ((*bound - day).get_days().abs(), *bound));
    nearest.map_or_else(Vec::new, |bound| in_force(rows, bound).into_iter().filter(own).collect())
}

/// The days on which what [`in_force_or_nearest`] says of some rows can change: between an end and a beginning, the first day that
/// is nearer to the beginning.
pub fn change_dates<'a>(rows: &'a [&'a Terms]) -> impl Iterator<Item = Date> + 'a {
    let own = || rows.iter().flat_map(|row| row.change_dates());
    let nearer = move |after: Date| {
        own().filter(move |begin| after < *begin).filter_map(move |begin| {
            let last = after.yesterday().ok()?;
            last.checked_add(Span::new().days((begin - last).get_days() / 2 + 1)).ok()
        })
    };
    own().chain(own().flat_map(nearer))
}

impl Terms {
    /// Whether the courier is employed under this row's dates of joining and leaving on a day.
    fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day)
            && self.hired.is_none_or(|hired| hired <= day)
            && self.left.is_none_or(|left| day <= left)
    }

    /// A number in a column, or with `months_since_…` the whole months since the day in it.
    #[must_use]
    pub fn number(&self, key: &str, day: Date) -> Option<Decimal> {
        let Some(column) = key.strip_prefix(MONTHS_SINCE) else {
            return if key == "base" { self.base } else { number::decimal(self.column(key)?) };
        };
        let since = match column {
            "hired" => self.hired,
            "contract_signed" => self.contract_signed,
            column => date::parse(self.extra.get(column)?),
        };
        date::whole_months(since?, day).map(Decimal::from)
    }

    /// Whether the row says that it is part-time work (非全日制用工).
    #[must_use]
    pub fn is_part_time(&self) -> bool {
        self.employment == Some(WorkingTime::PartTime)
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
            "employment" => self.employment.map_or("", WorkingTime::as_str),
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

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let word = synonyms::canonical(synonyms::SEXES, text)?;
        [Self::Female, Self::Male].into_iter().find(|sex| sex.as_str() == word)
    }
}

impl WorkingTime {
    /// As the canonical column has it: `full-time` or `part-time`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FullTime => "full-time",
            Self::PartTime => "part-time",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let word = synonyms::canonical(synonyms::EMPLOYMENTS, text)?;
        [Self::FullTime, Self::PartTime].into_iter().find(|hours| hours.as_str() == word)
    }
}
