//! `wagepact map`: the map by which a file would be read, as TOML, with what is unsure as comments.

use crate::cli::Map;
use crate::commands::answer::{Answer, Context};
use crate::deliveries::sketch;
use crate::diagnostics::Problems;

pub(super) fn run(asked: &Map, context: &Context<'_>) -> Result<Answer, Problems> {
    let lines = sketch::sketch(&asked.log, asked.encoding)?;
    Ok(sketch::written(&lines, |message| context.catalogue.say(message)).to_string().into())
}
