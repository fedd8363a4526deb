//! The format of `wagepact.toml`: its keys, and the flag for which each stands.

use crate::agreement::shape::{KeyShape, Range, Shape, Table, optional};
use crate::files::encoding::Stated;

/// The text of a key, or several.
const TEXTS: Shape = Shape::Many(&Shape::Text);

/// The format of a project file.
pub static PROJECT: Table = Table {
    name: "wagepact.toml",
    help: "What would be typed again every month. Paths are relative to this file; in those of files, {month} is the month asked \
           for (2026-10), {year} its year, {mm} and {m} its number with and without a zero, * any letters and ? one.",
    fields: &[
        optional("agreements", TEXTS, "The agreements, by built-in name or path, as for --agreement."),
        optional("language", Shape::Choice(&["zh", "en"]), "The language of everything that people read."),
        optional("deliveries", TEXTS, "The delivery logs: what a month in place of LOG stands for."),
        optional("rates", TEXTS, "The rates that companies pay."),
        optional("roster", TEXTS, "Who is employed, and on what terms."),
        optional("register", TEXTS, "The payroll register: what was paid."),
        optional("attendance", TEXTS, "Hours by courier and day."),
        optional("protected", TEXTS, "Pregnancy, maternity leave and nursing."),
        optional("map", Shape::Text, "How the files are laid out, where the program does not see it by itself."),
        optional("encoding", Shape::Choice(&Stated::NAMES), "How the files are written that have no byte order mark."),
        optional("delivered", TEXTS, "The statuses that count as delivered."),
        optional("rate", TEXTS, "One rate for all parcels of a rule, such as \"delivery=0.80\"."),
        optional("annual-parcels", Shape::Number(Range::Positive), "How many parcels a year has."),
        optional("sample", Shape::Flag, "Whether the logs hold some of the couriers only."),
        optional("season", Shape::Text, "How the parcels of a year spread over its months: china-2025, or a file."),
        optional("skip", TEXTS, "The checks to leave out."),
        optional("deny", Shape::Many(&Shape::Choice(&["warnings", "unchecked"])), "What is as grave as a violation."),
        optional("headings", Shape::Choice(&["zh", "en"]), "The language of the headings in CSV and workbooks."),
        optional("verbose", Shape::Flag, "Whether the whole reason of each assumption is given."),
        optional("quiet", Shape::Flag, "Whether nothing is said on the standard error but errors."),
        of_flag("agreement", TEXTS, "agreements"),
        of_flag("lang", Shape::Choice(&["zh", "en"]), "language"),
    ],
    one_of: &[],
};

/// A key that is written as its flag is.
const fn of_flag(key: &'static str, shape: Shape, instead: &'static str) -> KeyShape {
    KeyShape { instead: Some(instead), ..optional(key, shape, "The same, as its flag is called.") }
}

/// What a key stands for on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The delivery logs, which have no flag.
    Log,
    /// Files, given by this flag.
    File(&'static str),
    /// A name, or where there is such a file, its path, given by this flag.
    Named(&'static str),
    /// Words, given by this flag.
    Words(&'static str),
    /// A flag that takes nothing.
    Switch(&'static str),
}

impl Means {
    /// What a key of the format stands for.
    #[must_use]
    pub fn of(field: &KeyShape) -> Self {
        match field.instead.unwrap_or(field.key) {
            "agreements" => Self::Named("agreement"),
            "language" => Self::Words("lang"),
            "deliveries" => Self::Log,
            key @ ("rates" | "roster" | "register" | "attendance" | "protected" | "map") => Self::File(key),
            "season" => Self::Named("season"),
            key if matches!(field.shape, Shape::Flag) => Self::Switch(key),
            key => Self::Words(key),
        }
    }

    /// The flag; `None` of the logs.
    #[must_use]
    pub const fn flag(self) -> Option<&'static str> {
        match self {
            Self::Log => None,
            Self::File(flag) | Self::Named(flag) | Self::Words(flag) | Self::Switch(flag) => Some(flag),
        }
    }
}
