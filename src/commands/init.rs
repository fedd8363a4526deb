//! `wagepact init`: a project file from the files of this folder, to be looked over.

use std::io::Write;
use std::path::Path;

use crate::cli::Init;
use crate::commands::answer::{Answer, Body, Context};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::output;
use crate::files::output::WholeFile;
use crate::project::NAME;
use crate::sketch;
use crate::sketch::folder;

pub(super) fn run(asked: &Init, context: &Context<'_>) -> Result<Answer, Problems> {
    let path = Path::new(NAME);
    if path.exists() && !asked.force {
        return Err(Problem::new(Message::new("init-there").with("file", NAME)).into());
    }
    let draft = folder::project(&asked.agreements, context.catalogue.language().code(), asked.encoding)?;
    let text = sketch::written(&draft.lines, |message| context.catalogue.say(message));
    let mut file = WholeFile::create(path)?;
    file.write_all(text.as_bytes()).map_err(|reason| output::unwritable(path, &reason))?;
    let files = vec![file.finish()?];
    let command = if draft.has_register { "check" } else { "pay" };
    let command = format!("wagepact {command} {}", draft.month.unwrap_or_default());
    let written = Message::new("init-written").with("file", NAME).with("command", command.trim_end());
    Ok(Answer { remarks: vec![written], files, ..Body::Text(text.to_string()).into() })
}
