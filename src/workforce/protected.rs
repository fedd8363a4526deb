//! Protected periods: pregnancy, maternity leave, nursing. Kept apart from the roster because they are sensitive.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::agreement::kinds::{Period, Protection};
use crate::diagnostics::{Message, Place, Problems};
use crate::tables::headings::PROTECTED;
use crate::tables::leftovers::Leftovers;
use crate::tables::table::TableOptions;
use crate::tables::table_files::TableFiles;
use crate::units::{Date, Term};
use crate::workforce::Roster;

/// The protected periods by person.
#[derive(Clone, Debug, Default)]
pub struct Protected {
    /// Whether a file was read; without one no one knows who is protected.
    pub given: bool,
    periods: BTreeMap<Arc<str>, Vec<Span>>,
    /// What of each file is not read.
    pub leftovers: Vec<Leftovers>,
}

/// One protected period of one courier.
#[derive(Clone, Debug)]
pub struct Span {
    /// Pregnancy, maternity leave or nursing.
    pub kind: Period,
    /// Its first and last day; the last may not be known yet.
    pub term: Term,
    /// The day the birth is due.
    pub due: Option<Date>,
    /// Where the row stands.
    pub place: Place,
}

columns!(COURIER, KIND, FROM, UNTIL; DUE, COMPANY);

impl Span {
    /// Whether a protection holds in it on a day; in a pregnancy, where it counts the weeks before the birth, from then on only.
    #[must_use]
    pub fn is_under(&self, protection: &Protection, day: Date) -> bool {
        let begun = |weeks| self.weeks_before_due(weeks).is_some_and(|first| day >= first);
        protection.periods.contains(&self.kind)
            && (self.kind != Period::Pregnancy || protection.weeks_before_due.is_none_or(begun))
    }

    /// The day that lies so many weeks before the day of birth, where that is known.
    #[must_use]
    pub fn weeks_before_due(&self, weeks: u32) -> Option<Date> {
        self.due?.checked_sub(jiff::Span::new().days(i64::from(weeks) * 7)).ok()
    }
}

impl Protected {
    /// Reads all files of protected periods that the path names; the roster knows where two people have one id.
    ///
    /// # Errors
    /// All that is wrong in the files.
    pub fn read(path: &Path, options: TableOptions<'_>, roster: Option<&Roster>) -> Result<Self, Problems> {
        let mut sheet = TableFiles::read(path, options, &PROTECTED, REQUIRED)?;
        let mut problems = sheet.problems();
        let mut periods: BTreeMap<Arc<str>, Vec<Span>> = BTreeMap::new();
        for row in sheet.rows() {
            let courier = row.id(COURIER, &mut problems);
            row.required(KIND, &mut problems);
            row.required(FROM, &mut problems);
            let kind = row.read(KIND, "protected-kind", &mut problems, kind);
            let from = row.day(FROM, &mut problems);
            let until = row.last_day(UNTIL, &mut problems);
            let due = row.day(DUE, &mut problems);
            if from.zip(until).is_some_and(|(from, until)| until < from) {
                problems.push(row.problem(UNTIL, Message::new("sheet-until-before-from")));
            }
            let Some(kind) = kind else { continue };
            let place = row.line_place();
            // Where two people have the id, the company says which is meant.
            problems.extend(roster.and_then(|roster| roster.unclear(&courier, row.cell(COMPANY), || place.clone())));
            let person =
                roster.map_or_else(|| Arc::clone(&courier), |roster| roster.person(&courier, row.cell(COMPANY)));
            periods.entry(person).or_default().push(Span { kind, term: Term { from, until }, due, place });
        }
        if problems.is_empty() {
            Ok(Self { given: true, periods, leftovers: sheet.leftovers() })
        } else {
            Err(problems)
        }
    }

    /// The protected periods of a person, in the order of the file.
    #[must_use]
    pub fn of(&self, person: &str) -> &[Span] {
        self.periods.get(person).map_or(&[], Vec::as_slice)
    }

    /// Those with a protected period.
    pub fn people(&self) -> impl Iterator<Item = &Arc<str>> {
        self.periods.keys()
    }
}

/// Whether a word names a kind of protected period.
pub(crate) fn is_kind(text: &str) -> bool {
    kind(text).is_some()
}

fn kind(text: &str) -> Option<Period> {
    match text.to_ascii_lowercase().as_str() {
        "pregnancy" | "怀孕" | "孕期" => Some(Period::Pregnancy),
        "maternity" | "产假" | "产期" => Some(Period::Maternity),
        "nursing" | "哺乳" | "哺乳期" => Some(Period::Nursing),
        _ => None,
    }
}
