//! `wagepact validate`: whether agreement files can be used, alone and together, and whether a project file is one.

use std::path::Path;

use crate::agreement::stack::stack;
use crate::cli::Validate;
use crate::commands::answer::Answer;
use crate::commands::{inputs, mistakes};
use crate::diagnostics::{Message, Problems};
use crate::files::named;
use crate::project;
use crate::project::Project;
use crate::report::views;

pub(super) fn run(asked: &Validate) -> Result<Answer, Problems> {
    let is_project = |name: &&String| Path::new(name).file_name().is_some_and(|name| name == project::NAME);
    let given = mistakes::all(asked.agreements.iter().map(|name| Ok(named::files(Path::new(name))?)))?.concat();
    let given: Vec<String> = given.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let (projects, names): (Vec<&String>, Vec<&String>) = given.iter().partition(is_project);
    let read = mistakes::all(projects.iter().map(|path| Project::read(path.as_ref())));
    let names: Vec<String> = names.into_iter().cloned().collect();
    let (projects, agreements) = match (read, inputs::agreements(&names)) {
        (Ok(projects), Ok(agreements)) => (projects, agreements),
        (read, agreements) => return Err(read.err().into_iter().chain(agreements.err()).flatten().collect()),
    };
    stack(agreements.clone())?;
    let mut report = views::agreements::validated(&agreements);
    if !projects.is_empty() {
        report.notes.push(Message::new("project-valid"));
    }
    Ok(report.into())
}
