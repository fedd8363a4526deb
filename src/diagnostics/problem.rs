//! A user's mistake: what is wrong, where, and what would be right.

use std::sync::Arc;

use crate::diagnostics::{Message, Place};

/// A mistake in the input. It ends the work (exit 2), together with every other that could be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What was found and why it cannot stand. The catalogue holds the remedy as the message's attribute `.remedy`.
    pub message: Message,
    /// Where; `None` for what has no place in a file, such as a file that does not exist.
    pub place: Option<Box<Place>>,
    /// Other places that belong to it, such as the first of two rules of one id.
    pub also: Vec<Place>,
}

/// All that is wrong, in the order of the files and their lines.
pub type Problems = Vec<Problem>;

/// Puts mistakes in the order of the files, as they were first met, and of the lines in each.
#[must_use]
pub fn in_order(problems: Problems) -> Problems {
    let mut files: Vec<Option<Arc<str>>> = Vec::new();
    let mut file_and_line = |problem: &Problem| {
        let file = problem.place.as_ref().map(|place| Arc::clone(&place.file));
        // What has no place stands where it was met, as a file of its own.
        let known = files.iter().position(|known| file.is_some() && *known == file);
        let index = known.unwrap_or_else(|| {
            files.push(file);
            files.len() - 1
        });
        (index, problem.place.as_ref().map_or(0, |place| place.line))
    };
    let mut keyed: Vec<_> = problems.into_iter().map(|problem| (file_and_line(&problem), problem)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, problem)| problem).collect()
}

impl Problem {
    /// A mistake without a place in a file.
    #[must_use]
    pub const fn new(message: Message) -> Self {
        Self { message, place: None, also: Vec::new() }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(Box::new(place));
        self
    }

    /// Names another place that belongs to it.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.also.push(place);
        self
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        vec![problem]
    }
}
