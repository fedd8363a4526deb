//! What is to be read and written as it is: agreements, scripts.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// `wagepact show`.
#[derive(Args, Debug)]
pub struct Show {
    /// The agreements, by built-in name or path.
    #[arg(value_name = "NAME|PATH", required_unless_present = "stacked")]
    pub agreements: Vec<String>,
    /// The same, as the other commands take it.
    #[arg(short = 'a', long = "agreement", value_name = "NAME|PATH")]
    pub stacked: Vec<String>,
    /// Every term that this proposal changes: as it stands, as proposed, from when, and why.
    #[arg(long, value_name = "FILE")]
    pub proposal: Vec<PathBuf>,
    /// The day whose figures are shown (YYYY-MM-DD) [default: today].
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
}

/// `wagepact validate`.
#[derive(Args, Debug)]
pub struct Validate {
    /// The agreements, by built-in name or path; given together they are also checked as one stack.
    #[arg(value_name = "NAME|PATH", required = true)]
    pub agreements: Vec<String>,
}

/// `wagepact schema`.
#[derive(Args, Debug)]
pub struct Schema {
    /// Of the project file, wagepact.toml.
    #[arg(long)]
    pub project: bool,
}

/// `wagepact completions`.
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell: bash and zsh read it by source <(wagepact completions bash), fish by wagepact completions fish | source.
    #[arg(value_enum)]
    pub shell: Shell,
}

/// `wagepact man`.
#[derive(Args, Debug)]
pub struct Man {
    /// The command whose page it is [default: the program].
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
    /// Write the pages of all commands into this folder, a file each, and say their names.
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    pub folder: Option<PathBuf>,
}
