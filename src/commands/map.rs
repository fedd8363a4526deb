//! `wagepact map`: the map by which files would be read, as TOML, with what is unsure as comments.

use crate::agreement::stack::stack;
use crate::cli::Map;
use crate::commands::answer::{Answer, Context};
use crate::commands::inputs;
use crate::diagnostics::Problems;
use crate::sketch;

pub(super) fn run(asked: &Map, context: &Context<'_>) -> Result<Answer, Problems> {
    let agreed = stack(inputs::agreements(&asked.measures_of)?)?;
    let lines = sketch::sketch(&asked.files, asked.encoding, &agreed.measures)?;
    Ok(sketch::written(&lines, |message| context.catalogue.say(message)).to_string().into())
}
