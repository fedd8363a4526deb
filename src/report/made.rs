//! How a report was made: what it takes to make it again, and to show that it was made from these files.

use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::files::digest::Digest;
use crate::report::Block;
use crate::units::Date;

/// The version of the keys that JSON has of it; grows when one changes its meaning or goes away.
pub const VERSION: u32 = 1;

/// The flag of a log, which is given without one.
pub const LOG: &str = "LOG";

/// How a report was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The version of the program.
    pub program: &'static str,
    /// The command as it was typed, quoted so that a shell takes it.
    pub command: String,
    /// The day on which it was made, where the figures are those of that day.
    pub day: Option<Date>,
    /// The documents of the agreements.
    pub documents: Vec<Document>,
    /// The other files that were read.
    pub inputs: Vec<Input>,
}

/// A document of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The name of the agreement.
    pub agreement: String,
    /// Its file.
    pub file: String,
    /// Whether it comes with the program.
    pub built_in: bool,
    /// The size and digest of its bytes.
    pub digest: Digest,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The flag by which it was given; `LOG` for a log.
    pub flag: &'static str,
    /// The file as it was named; `None` where its name is withheld.
    pub file: Option<String>,
    /// The size and digest of its bytes, or why they are missing.
    pub digest: Result<Digest, Why>,
}

/// Why there is no digest of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The standard input and pipes give their bytes only once.
    Once,
    /// It could not be read a second time.
    Gone,
    /// The report may leave the payroll office, and the file may not: of a short file that names who is protected, a digest
    /// would be enough to try out who.
    Withheld,
}

impl Why {
    /// As JSON has it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Gone => "gone",
            Self::Withheld => "withheld",
        }
    }

    /// For people.
    #[must_use]
    pub const fn said(self) -> Message {
        Message::new(match self {
            Self::Once => "made-why-once",
            Self::Gone => "made-why-gone",
            Self::Withheld => "made-why-withheld",
        })
    }
}

impl Made {
    /// The program with its version, and the day where the figures are those of that day.
    #[must_use]
    pub fn by(&self) -> Message {
        let program = format!("wagepact {}", self.program);
        match self.day {
            None => Message::new("made-by").with("program", program),
            Some(day) => Message::new("made-by-on").with("program", program).with("day", day.to_string()),
        }
    }

    /// What people read below a table: a heading, the command, and the files.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading(2, Message::new("made-title")),
            Block::Paragraph(self.by()),
            Block::Code(self.command.clone()),
        ];
        let documents: Vec<Message> = self.documents.iter().map(Document::said).collect();
        let inputs: Vec<Message> = self.inputs.iter().map(Input::said).collect();
        let lists =
            [("made-documents", documents), ("made-inputs", inputs)].map(|(title, items)| (Message::new(title), items));
        blocks.extend(
            lists.into_iter().filter(|(_, items)| !items.is_empty()).map(|(title, items)| Block::List(title, items)),
        );
        blocks
    }

    /// The same as remarks of one line each, for the standard error.
    #[must_use]
    pub fn remarks(&self) -> Vec<Message> {
        let command = Message::new("made-remark").arg("by", Arg::Said(self.by())).with("command", &*self.command);
        let documents = self.documents.iter().map(Document::said);
        [command].into_iter().chain(documents).chain(self.inputs.iter().map(Input::said)).collect()
    }
}

impl Document {
    fn said(&self) -> Message {
        let message = Message::new(if self.built_in { "made-document-built-in" } else { "made-document" });
        message.with("file", &*self.file).with("digest", &*self.digest.sha256)
    }
}

impl Input {
    /// The flag for people, to whom a log is one.
    #[must_use]
    pub fn given(&self) -> Arg {
        if self.flag == LOG { Arg::Word("log") } else { Arg::Text(self.flag.into()) }
    }

    fn said(&self) -> Message {
        match (&self.file, &self.digest) {
            (Some(file), Ok(digest)) => Message::new("made-input")
                .with("file", &**file)
                .arg("flag", self.given())
                .count("bytes", digest.bytes)
                .with("digest", &*digest.sha256),
            (Some(file), Err(why)) => Message::new("made-input-without")
                .with("file", &**file)
                .arg("flag", self.given())
                .arg("why", Arg::Said(why.said())),
            (None, _) => Message::new("made-input-withheld").arg("flag", self.given()),
        }
    }
}
