//! `--month`: of which month the tables are that do not name it. Whoever takes it for the days asked for is told.

use crate::cli::Command;
use crate::commands::{files, inputs};
use crate::diagnostics::{Message, Problem};
use crate::units::date;

/// What is said of a table with one column a day, which may lack its month.
const OF_DAYS: &str = "matrix-read";

/// Whether the month that was typed has said anything: a register takes it, and a table with one column a day, of which the remarks tell.
///
/// # Errors
/// That nothing has asked for it.
pub(super) fn is_used(command: &Command, remarks: &[Message]) -> Result<(), Problem> {
    let typed = files::reading(command).and_then(|reading| reading.month.as_deref());
    let Some((text, month)) = typed.and_then(|text| Some((text, date::parse_month(text)?))) else { return Ok(()) };
    if files::has_register(command) || remarks.iter().any(|remark| remark.id == OF_DAYS) {
        return Ok(());
    }
    let message = Message::new("flag-month-unused").with("first", month.first().to_string());
    Err(inputs::wrong("--month", text, message.with("last", month.last().to_string())))
}
