//! What a map says: of each input how it is written, what its columns take, and which rows count.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Message, Place, nearest};
use crate::files::encoding::Stated;
use crate::tables::columns::trimmed;
use crate::tables::heading;
use crate::tables::headings::Input;
use crate::tables::map::format::{Fill, Format, Zone};

/// How the files of an employer are laid out: the log, and the other inputs as far as the map speaks of them.
#[derive(Clone, Debug, Default)]
pub struct Map {
    /// The file as it was named.
    pub file: Arc<str>,
    pub(super) parts: BTreeMap<Input, Arc<Part>>,
    /// How the log is laid out, where its files are laid out in several ways.
    pub layouts: Vec<LogLayout>,
}

/// One of several ways in which the files of a log are laid out.
#[derive(Clone, Debug)]
pub struct LogLayout {
    /// Patterns of the names of files that are laid out so; none: whichever have its columns.
    pub files: Vec<Arc<str>>,
    /// How they are laid out.
    pub part: Arc<Part>,
}

/// How one input is laid out.
#[derive(Clone, Debug)]
pub struct Part {
    /// How the text is written; `None`: found by looking at it.
    pub encoding: Option<Stated>,
    /// The byte between two cells: ASCII, no letter, digit, quote or line end.
    pub delimiter: u8,
    /// How many lines stand before the headings; `None` where the map does not say.
    pub skip: Option<u64>,
    /// Words that mean the same as an empty cell.
    pub missing: Vec<Arc<str>>,
    /// Whose clock tells the day and the time of an instant.
    pub zone: Zone,
    /// Whether it is one of several layouts, so that a file which does not fit it is a mistake.
    pub is_layout: bool,
    /// Whether its headings are days, each with a column of its own.
    pub one_column_a_day: bool,
    /// What each of the input's columns takes, in the order of [`Input::columns`]. Where there are none, the columns are
    /// found by their headings.
    pub columns: Vec<(&'static str, Taken)>,
    /// The measures of agreements, by their names, that stand under other headings than theirs.
    pub measures: Vec<(Arc<str>, Cell)>,
    /// Which rows count.
    pub rows: Rows,
    /// Whether a register lists piece wages, premiums and parcels of the month before that of its row.
    pub piece_late: bool,
}

/// What a column takes from the file.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Where it takes it.
    pub origin: Origin,
    /// Words of the file and what they mean; a word that is not among them stands for itself.
    pub values: Vec<(Arc<str>, Arc<str>)>,
    /// How its days and times are written: each cell fits exactly one. None: as the program reads them by itself.
    pub formats: Vec<Format>,
    /// What the formats do not say.
    pub fill: Fill,
    /// Whether its numbers are minutes, where hours are asked for.
    pub in_minutes: bool,
    /// So many digits an id has that is a number: zeros are put before one that has fewer.
    pub width: Option<usize>,
    /// Where the map says so.
    pub place: Place,
}

/// Where a column takes what it says.
#[derive(Clone, Debug)]
pub enum Origin {
    /// One cell of the row.
    Cell(Cell),
    /// Several cells, in their order, with a text between any two; cells that are empty are left out.
    Joined(Vec<Cell>, Arc<str>),
    /// The same for every row.
    Value(Arc<str>),
}

/// One of the file's own columns, as the map names it.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Which one.
    pub heading: Heading,
    /// Where the map names it.
    pub place: Place,
}

/// How a map names one of the file's own columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// By its heading, as [`heading::key`] compares them.
    Named(Arc<str>),
    /// By its number from the left, 1 for the first: `"#3"`.
    Numbered(usize),
}

/// Which rows count.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The statuses that count as delivered, in place of the usual ones.
    pub delivered: Option<Vec<String>>,
    /// Cells that have to say one of some words, else the row is left out.
    pub keep: Vec<Keep>,
    /// A parcel counts once: the column with its number.
    pub unique: Option<Cell>,
    /// The statuses by which an earlier delivery of the same parcel is taken back.
    pub revoked: Vec<Arc<str>>,
}

/// A cell that has to say one of some words; case does not matter in ASCII, an empty word stands for an empty cell.
#[derive(Clone, Debug)]
pub struct Keep {
    /// Which cell.
    pub cell: Cell,
    /// One of these.
    pub words: Vec<Arc<str>>,
}

impl Default for Part {
    fn default() -> Self {
        Self {
            encoding: None,
            delimiter: b',',
            skip: None,
            missing: Vec::new(),
            zone: Zone::default(),
            is_layout: false,
            one_column_a_day: false,
            columns: Vec::new(),
            measures: Vec::new(),
            rows: Rows::default(),
            piece_late: false,
        }
    }
}

impl Map {
    /// How an input is laid out; `None` where the map does not speak of it.
    #[must_use]
    pub fn part(&self, input: Input) -> Option<&Arc<Part>> {
        self.parts.get(&input)
    }

    /// Whether deliveries are taken out that were taken back later.
    #[must_use]
    pub fn has_revoked(&self) -> bool {
        let parts = self.part(Input::Log).into_iter().chain(self.layouts.iter().map(|layout| &layout.part));
        parts.into_iter().any(|part| !part.rows.revoked.is_empty())
    }
}

impl Part {
    /// What a column takes; `None` where the map leaves it out.
    #[must_use]
    pub fn taken(&self, column: &str) -> Option<&Taken> {
        self.columns.iter().find(|(name, _)| *name == column).map(|(_, taken)| taken)
    }

    /// Where the map says that a measure stands; `None`: under the heading that the agreement names.
    #[must_use]
    pub fn measure(&self, name: &str) -> Option<&Cell> {
        self.measures.iter().find(|(measure, _)| **measure == *name).map(|(_, cell)| cell)
    }

    /// Every column of the file that the map names, in the order of the map's own format.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        let columns = self.columns.iter().flat_map(|(_, taken)| taken.origin.cells());
        columns.chain(self.rows.keep.iter().map(|keep| &keep.cell)).chain(&self.rows.unique)
    }

    /// Whether it leaves open what the columns and rows are, and says at most how the file is written.
    #[must_use]
    pub fn says_nothing_of_rows(&self) -> bool {
        let Rows { delivered, keep, unique, revoked } = &self.rows;
        let counts_all = delivered.is_none() && unique.is_none() && revoked.is_empty();
        self.columns.is_empty() && self.missing.is_empty() && keep.is_empty() && counts_all
    }

    /// Whether the file begins with its rows at once: every column that the map names is named by its number.
    #[must_use]
    pub fn has_no_headings(&self) -> bool {
        let mut cells = self.cells().chain(self.measures.iter().map(|(_, cell)| cell)).peekable();
        !self.columns.is_empty()
            && cells.peek().is_some()
            && cells.all(|cell| matches!(cell.heading, Heading::Numbered(_)))
    }

    /// A cell's text as the map has it: nothing, where it is one of the words that mean so.
    #[must_use]
    pub fn present<'t>(&self, text: &'t str) -> &'t str {
        if self.missing.iter().any(|word| **word == *text) { "" } else { text }
    }
}

impl Taken {
    /// What stands there, as it is.
    #[must_use]
    pub fn plain(origin: Origin, place: Place) -> Self {
        Self {
            origin,
            values: Vec::new(),
            formats: Vec::new(),
            fill: Fill::default(),
            in_minutes: false,
            width: None,
            place,
        }
    }

    /// What a word of the file means; `None` where it stands for itself.
    #[must_use]
    pub fn meaning(&self, word: &str) -> Option<&str> {
        self.values.iter().find(|(from, _)| **from == *word).map(|(_, to)| &**to)
    }
}

impl Origin {
    /// The cells of the file that it takes.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        match self {
            Self::Cell(cell) => std::slice::from_ref(cell),
            Self::Joined(cells, _) => cells,
            Self::Value(_) => &[],
        }
    }
}

impl Heading {
    /// Where the column stands among the headings of a file.
    ///
    /// # Errors
    /// That it is not there, or twice.
    pub fn position(&self, headings: &[impl AsRef<str>]) -> Result<usize, Message> {
        let shown = || headings.iter().map(AsRef::as_ref).collect::<Vec<_>>();
        match self {
            Self::Numbered(number) if *number <= headings.len() => Ok(number - 1),
            Self::Numbered(number) => {
                let message = Message::new("map-number-beyond").count("number", *number as u64);
                Err(message.count("columns", headings.len() as u64))
            }
            Self::Named(name) => {
                let at = |is_it: &dyn Fn(&str) -> bool| -> Vec<usize> {
                    (0..).zip(headings).filter(|(_, heading)| is_it(heading.as_ref())).map(|(place, _)| place).collect()
                };
                // What stands there to the letter goes before what is the same but for signs and units.
                let exact = at(&|heading| trimmed(heading).eq_ignore_ascii_case(name));
                let key = heading::key(name);
                let places = if exact.is_empty() { at(&|other| heading::key(other) == key) } else { exact };
                match *places {
                    [place] => Ok(place),
                    [_, _, ..] => Err(Message::new("map-heading-twice").with("heading", &**name)),
                    [] => Err(match nearest(name, shown()) {
                        Some(near) => Message::new("map-heading-misspelt").with("near", near),
                        None => Message::new("map-heading-missing"),
                    }
                    .with("heading", &**name)
                    .with("headings", shown().join(", "))),
                }
            }
        }
    }
}

impl Keep {
    /// Whether a row stays whose cell says this.
    #[must_use]
    pub fn keeps(&self, text: &str) -> bool {
        self.words.iter().any(|word| word.eq_ignore_ascii_case(text))
    }
}
