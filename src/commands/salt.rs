//! The secret of the digests that stand for ids: as it is typed, kept in a file, or new.

use std::io::Write;
use std::path::Path;

use crate::check::redact;
use crate::cli::Check;
use crate::diagnostics::{Message, Problem};
use crate::files::output::{Written, unwritable};
use crate::files::{input, output};

/// A salt, and what has to be done about it.
pub(super) struct Salt {
    pub(super) text: String,
    /// What is said of a new one, to nobody but who asked.
    pub(super) told: Option<Message>,
    /// The file in which a new one is kept.
    pub(super) file: Option<Written>,
}

/// The salt that is asked for.
///
/// # Errors
/// That it is too short, or that its file cannot be read or written.
pub(super) fn salt(asked: &Check) -> Result<Salt, Problem> {
    let given = |text: String| Salt { text, told: None, file: None };
    match (&asked.salt, &asked.salt_file) {
        (Some(text), _) => long_enough(text).map(|()| given(text.clone())),
        (None, Some(path)) if path.exists() => {
            let text = input::read_text(path)?.text.trim().to_string();
            long_enough(&text).map(|()| given(text))
        }
        (None, Some(path)) => {
            let text = redact::new_salt();
            let told = Message::new("check-salt-kept").with("file", path.to_string_lossy());
            Ok(Salt { file: Some(kept(path, &text)?), text, told: Some(told) })
        }
        (None, None) => {
            let text = redact::new_salt();
            let told = Message::new("check-salt").with("salt", &*text);
            Ok(Salt { text, told: Some(told), file: None })
        }
    }
}

/// The mistake shows nothing of it.
fn long_enough(text: &str) -> Result<(), Problem> {
    let count = text.chars().count();
    if count >= redact::SHORTEST {
        return Ok(());
    }
    let message = Message::new("check-salt-short").count("found", count as u64);
    Err(Problem::new(message.count("least", redact::SHORTEST as u64)))
}

fn kept(path: &Path, text: &str) -> Result<Written, Problem> {
    let mut file = output::WholeFile::secret(path)?;
    writeln!(file, "{text}").map_err(|reason| unwritable(path, &reason))?;
    file.finish()
}
