//! A user's mistake: what is wrong, where, and what would be right.

use crate::source::Message;
use crate::source::Place;

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
