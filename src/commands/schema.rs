//! `wagepact schema`: the JSON Schema of agreement files, or of the project file.

use crate::agreement::schema;
use crate::cli::Schema;
use crate::commands::answer::Answer;
use crate::project::format::PROJECT;

pub(super) fn run(asked: &Schema) -> Answer {
    let schema = if asked.project { schema::of("wagepact project", &PROJECT) } else { schema::schema() };
    let text = serde_json::to_string_pretty(&schema).expect("a JSON value can be written");
    (text + "\n").into()
}
