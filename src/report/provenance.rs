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
pub struct Provenance {
    /// The version of the program.
    pub program: &'static str,
    /// The command as it was typed, quoted so that a shell takes it.
    pub command: String,
    /// What the project file has added to it.
    pub project: Option<Added>,
    /// The day on which it was made, where the figures are those of that day.
    pub day: Option<Date>,
    /// The documents of the agreements.
    pub documents: Vec<DocumentRead>,
    /// The other files that were read.
    pub inputs: Vec<FileRead>,
}

/// What the project file has added to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The project file; `None` where its name is withheld.
    pub file: Option<String>,
    /// The logs and flags, quoted so that a shell takes them.
    pub words: String,
}

/// A document of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRead {
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
pub struct FileRead {
    /// The flag by which it was given; `LOG` for a log.
    pub flag: &'static str,
    /// The file as it was named; `None` where its name is withheld.
    pub file: Option<String>,
    /// The size and digest of its bytes, or why they are missing.
    pub digest: Result<Digest, NoDigest>,
}

/// Why there is no digest of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDigest {
    /// The standard input and pipes give their bytes only once.
    Once,
    /// It could not be read a second time.
    Gone,
    /// The report may leave the payroll office, and the file may not: of a short file that names who is protected, a digest
    /// would be enough to try out who.
    Withheld,
    /// It says who is protected, and what it says is tried out in no time: in no report is it known again.
    Protected,
}

impl NoDigest {
    /// As JSON has it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Gone => "gone",
            Self::Withheld => "withheld",
            Self::Protected => "protected",
        }
    }

    /// For people.
    #[must_use]
    pub const fn said(self) -> Message {
        Message::new(match self {
            Self::Once => "provenance-why-once",
            Self::Gone => "provenance-why-gone",
            Self::Withheld => "provenance-why-withheld",
            Self::Protected => "provenance-why-protected",
        })
    }
}

impl Provenance {
    /// The program with its version, and the day where the figures are those of that day.
    #[must_use]
    pub fn by(&self) -> Message {
        let program = format!("wagepact {}", self.program);
        match self.day {
            None => Message::new("provenance-by").with("program", program),
            Some(day) => Message::new("provenance-by-on").with("program", program).with("day", day.to_string()),
        }
    }

    /// What people read below a table: a heading, the command, and the files.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading(2, Message::new("provenance-title")),
            Block::Paragraph(self.by()),
            Block::Code(self.command.clone()),
        ];
        if let Some(added) = &self.project {
            blocks.push(Block::Paragraph(added.said()));
            blocks.push(Block::Code(added.words.clone()));
        }
        let documents: Vec<Message> = self.documents.iter().map(DocumentRead::said).collect();
        let inputs: Vec<Message> = self.inputs.iter().map(FileRead::said).collect();
        for (title, items) in [("provenance-documents", documents), ("provenance-inputs", inputs)] {
            if !items.is_empty() {
                blocks.push(Block::List(Message::new(title), items));
            }
        }
        blocks
    }

    /// The same as remarks of one line each, for the standard error.
    #[must_use]
    pub fn remarks(&self) -> Vec<Message> {
        let command = Message::new("provenance-remark").arg("by", Arg::Said(self.by())).with("command", &*self.command);
        let project = self.project.iter().map(|added| {
            Message::new("provenance-project-remark").with("file", added.file()).with("words", &*added.words)
        });
        let documents = self.documents.iter().map(DocumentRead::said);
        [command].into_iter().chain(project).chain(documents).chain(self.inputs.iter().map(FileRead::said)).collect()
    }
}

impl Added {
    /// Who has added it, as a title of the words.
    #[must_use]
    pub fn said(&self) -> Message {
        Message::new("provenance-project").with("file", self.file())
    }

    /// The project file as people are told of it.
    fn file(&self) -> &str {
        self.file.as_deref().unwrap_or("wagepact.toml")
    }
}

impl DocumentRead {
    fn said(&self) -> Message {
        let message = Message::new(if self.built_in { "provenance-document-built-in" } else { "provenance-document" });
        message.with("file", &*self.file).with("digest", &*self.digest.sha256)
    }
}

impl FileRead {
    /// The flag for people, to whom a log is one.
    #[must_use]
    pub fn given(&self) -> Arg {
        if self.flag == LOG { Arg::Word("log") } else { Arg::Text(self.flag.into()) }
    }

    fn said(&self) -> Message {
        match (&self.file, &self.digest) {
            (Some(file), Ok(digest)) => Message::new("provenance-input")
                .with("file", &**file)
                .arg("flag", self.given())
                .count("bytes", digest.bytes)
                .with("digest", &*digest.sha256),
            (Some(file), Err(why)) => Message::new("provenance-input-without")
                .with("file", &**file)
                .arg("flag", self.given())
                .arg("why", Arg::Said(why.said())),
            (None, _) => Message::new("provenance-input-withheld").arg("flag", self.given()),
        }
    }
}
