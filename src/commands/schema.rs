//! `wagepact schema`: the JSON Schema of agreement files.

use crate::agreement::schema::schema;
use crate::commands::answer::Answer;

pub(super) fn run() -> Answer {
    let text = serde_json::to_string_pretty(&schema()).expect("a JSON value can be written");
    (text + "\n").into()
}
