//! Why reading cannot go on: as the operating system says it, or in a sentence of the catalogue that travels as an error.

use std::error::Error;
use std::{fmt, io};

use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem};

/// A reason that the catalogue has a sentence for.
#[derive(Debug)]
struct Explained(Message);

impl fmt::Display for Explained {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0.id)
    }
}

impl Error for Explained {}

/// A reason for [`unreadable`] to give, which adds the `file`.
pub(super) fn explained(message: Message) -> io::Error {
    io::Error::other(Explained(message))
}

/// The sentence of [`explained`]; `None` for any other reason.
pub(super) fn explanation(reason: &io::Error) -> Option<&Message> {
    reason.get_ref()?.downcast_ref().map(|Explained(message)| message)
}

/// That a workbook is broken, with a sentence of the catalogue that says why, such as `broken-format`.
pub(super) fn broken_workbook(reason: &'static str) -> Message {
    Message::new("input-workbook-broken").arg("reason", Arg::Said(Message::new(reason)))
}

/// Whether another program holds the file, as Excel holds a workbook that is open in it: only Windows keeps others out.
pub(super) fn is_open_elsewhere(reason: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(reason.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// Why a file cannot be read. What is not among the usual reasons is given in the words of the operating system.
#[must_use]
pub fn unreadable(name: &str, reason: &io::Error) -> Problem {
    if let Some(message) = explanation(reason) {
        return Problem::new(message.clone().with("file", name));
    }
    Problem::new(match reason.kind() {
        // Windows has no file whose name has a `*` in it.
        io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename => Message::new("input-not-found").with("file", name),
        _ if is_open_elsewhere(reason) => Message::new("input-open-elsewhere").with("file", name),
        io::ErrorKind::PermissionDenied => Message::new("input-forbidden").with("file", name),
        _ => Message::new("input-unreadable").with("file", name).with("reason", reason.to_string()),
    })
}
