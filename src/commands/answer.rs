//! What a command has around it, and what it answers.

use std::ffi::OsString;

use crate::commands::completed::Filled;
use crate::deliveries::Progress;
use crate::diagnostics::Message;
use crate::files::output::Written;
use crate::negotiate::Session;
use crate::report::formats::Format;
use crate::report::{Catalogue, Provenance, Report};

/// What a command has around it: the words of the reader's language, and someone to tell how far it has come.
pub struct Context<'a> {
    /// The catalogue in the language of the reader.
    pub catalogue: &'a Catalogue,
    /// What was typed, the name of the program first.
    pub typed: &'a [OsString],
    /// What the project file has added to it, where there is one.
    pub filled: Option<&'a Filled>,
    /// Told how far the reading of the log has come.
    pub progress: &'a (dyn Fn(Progress) + Sync),
    /// Whether someone sits at a terminal: what is typed and what is shown both go there.
    pub at_terminal: bool,
}

/// What a command answers.
#[derive(Debug)]
pub struct Answer {
    /// What goes to the standard output or the file of `-o`.
    pub body: Body,
    /// The format in which a report is written.
    pub format: Format,
    /// Whether something was found that ends with exit code 1.
    pub findings: bool,
    /// The files written beside it, to be put in place with it.
    pub files: Vec<Written>,
    /// What is said beside it, on the standard error: what became of the rows, what is not computed.
    pub remarks: Vec<Message>,
    /// The same where it must not stand in a file that is handed on.
    pub secrets: Vec<Message>,
    /// How it was made, where it says so.
    pub provenance: Option<Provenance>,
}

/// What goes to the standard output.
#[derive(Debug)]
pub enum Body {
    /// A report, to be written in the format asked for.
    Report(Report),
    /// A text that is the same in every format: a schema, a script, a manual page.
    Text(String),
    /// The bargaining table, to be shown full-screen.
    Table {
        /// The table.
        session: Box<Session>,
        /// The command as it was typed.
        typed: Vec<OsString>,
    },
}

impl From<Body> for Answer {
    fn from(body: Body) -> Self {
        Self {
            body,
            format: Format::Table,
            findings: false,
            files: Vec::new(),
            remarks: Vec::new(),
            secrets: Vec::new(),
            provenance: None,
        }
    }
}

impl From<Report> for Answer {
    fn from(report: Report) -> Self {
        Body::Report(report).into()
    }
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Body::Text(text).into()
    }
}
