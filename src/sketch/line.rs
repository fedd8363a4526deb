//! The lines of a map as they are written out, with what is said beside them.

use std::sync::Arc;

use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::files::encoding::Stated;
use crate::tables::headings::Input;

/// A line of a map as it is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// As it is.
    Text(String),
    /// A remark, in the language of the reader.
    Remark(Message),
    /// What does not count until its `#` is taken away.
    Off(String),
}

impl Line {
    /// A key and its text.
    pub(super) fn set(key: &str, text: &str) -> Self {
        Self::Text(format!("{key} = {}", quoted(text)))
    }

    pub(super) fn blank() -> Self {
        Self::Text(String::new())
    }

    /// How the file is written, where someone has said it.
    pub(super) fn encoding(stated: Stated) -> Self {
        Self::set("encoding", stated.name())
    }

    /// The same, so that it does not count.
    pub(super) fn off(self) -> Self {
        match self {
            Self::Text(line) if !line.is_empty() => Self::Off(line),
            other => other,
        }
    }
}

/// The word of the catalogue for a table, with its flag.
pub(super) fn word(input: Input) -> Arg {
    Arg::Word(match input {
        Input::Log => "sketch-log",
        Input::Roster => "sketch-roster",
        Input::Register => "sketch-register",
        Input::Rates => "sketch-rates",
        Input::Attendance => "sketch-attendance",
        Input::Protected => "sketch-protected",
    })
}

/// The lines as one text, the remarks as comments.
#[must_use]
pub fn written(lines: &[Line], say: impl Fn(&Message) -> String) -> Arc<str> {
    let mut text = String::new();
    for line in lines {
        match line {
            Line::Text(line) => text.push_str(line),
            Line::Remark(message) => text.push_str(&remark(&say(message))),
            Line::Off(line) => text.push_str(&remark(line)),
        }
        text.push('\n');
    }
    text.into()
}

fn remark(words: &str) -> String {
    words.lines().map(|line| format!("# {line}")).collect::<Vec<_>>().join("\n")
}

/// A text as TOML has it.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\t' => out.push_str("\\t"),
            // No other control character has a place in a heading.
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out + "\""
}

/// Several texts as TOML has them in a list, and as people name them.
pub(super) fn listed(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    texts.into_iter().map(|text| quoted(text.as_ref())).collect::<Vec<_>>().join(", ")
}
