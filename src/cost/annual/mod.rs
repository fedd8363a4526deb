//! From the days that a log covers to a year: two factors, each with the reason for it.

pub mod covered;
pub mod factors;
pub mod season;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::cost::annual::season::Season;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::encoding::Stated;
use crate::tables::headings::ANNUAL;
use crate::tables::table::{Table, TableOptions};
use crate::units::{Date, number};

/// How the figures of a log become those of a year.
#[derive(Clone, Debug)]
pub enum Annual {
    /// From the days that the log covers.
    Log(FromLog),
    /// The parcels given are a year's; the day on whose terms, where the terms have days.
    Year(Option<Date>),
}

impl Default for Annual {
    fn default() -> Self {
        Self::Log(FromLog::default())
    }
}

/// What is known beside the log of how it becomes a year.
#[derive(Clone, Debug, Default)]
pub struct FromLog {
    /// The parcels of a year; `None`: by the days.
    pub parcels: Option<YearParcels>,
    /// Whether the log holds some of the couriers only, so that what is due by the month grows with the parcels too.
    pub sample: bool,
    /// How the parcels of a year spread over its months; `None`: evenly over its days.
    pub season: Option<Season>,
}

/// The parcels of a year.
#[derive(Clone, Debug)]
pub enum YearParcels {
    /// Of all companies together.
    Together(u64),
    /// Of each company, and where each of them stands.
    Companies(BTreeMap<Arc<str>, (u64, Place)>),
}

const COMPANY: usize = 0;
const PARCELS: usize = 1;

/// Both must be there.
const REQUIRED: usize = 2;

impl YearParcels {
    /// Reads `--annual-parcels`: a number, or a CSV file of `company,parcels`.
    ///
    /// # Errors
    /// That it is neither, or all that is wrong in the file.
    pub fn read(text: &str, encoding: Option<Stated>) -> Result<Self, Problems> {
        if let Some(parcels) = whole(text) {
            return Ok(Self::Together(parcels));
        }
        if text.starts_with(['-', '+', '.'])
            || text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        {
            let flag: Arc<str> = "--annual-parcels".into();
            let place = Place::in_line(&flag, 1, text, 0..text.len());
            return Err(Problem::new(Message::new("annual-parcels").with("found", text)).at(place).into());
        }
        let mut sheet =
            Table::read(Path::new(text), TableOptions { encoding, ..TableOptions::default() }, &ANNUAL, REQUIRED)?;
        let mut problems = sheet.problems();
        let mut companies: BTreeMap<Arc<str>, (u64, Place)> = BTreeMap::new();
        for row in sheet.rows() {
            let company: Arc<str> = row.required(COMPANY, &mut problems).into();
            row.required(PARCELS, &mut problems);
            let parcels = row.read(PARCELS, "annual-parcels", &mut problems, number::count);
            if let Some((_, first)) = companies.get(&company) {
                let message = Message::new("annual-company-twice").with("company", &*company);
                problems.push(Problem::new(message).at(row.place(COMPANY)).also(first.clone()));
            } else if let Some(parcels) = parcels {
                companies.insert(company, (parcels, row.place(COMPANY)));
            }
        }
        if problems.is_empty() { Ok(Self::Companies(companies)) } else { Err(problems) }
    }
}

/// Reads a whole number of parcels as people type it, at most 10^12.
#[must_use]
pub fn whole(text: &str) -> Option<u64> {
    let unit = !text.trim().ends_with('元') && !text.trim().starts_with(['+', '＋']);
    number::typed(text)
        .filter(|count| unit && !count.is_sign_negative() && count.fract().is_zero())
        .and_then(|count| count.try_into().ok())
}
