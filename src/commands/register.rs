//! The payroll register, of the months that the log, the flags and the project file name.

use std::path::Path;

use crate::commands::inputs::Log;
use crate::commands::{Context, mistakes};
use crate::diagnostics::Problems;
use crate::tables::table::TableOptions;
use crate::workforce::Register;
use crate::workforce::register_month::MonthsKnown;

/// Reads a register beside its log, where that could be read. What can be read of it is returned beside what is wrong.
pub(super) fn read(
    path: &Path,
    options: TableOptions<'_>,
    log: Option<&Log>,
    context: &Context<'_>,
) -> (Register, Problems) {
    let of_log = log.map(|log| log.tally.months());
    let piece_late = options.part.is_some_and(|part| part.piece_late);
    let of_file = context.filled.and_then(|filled| filled.month_of(path));
    // That a month was asked for says no more than the path of a file does.
    let stated = options.month.filter(|_| !context.filled.is_some_and(|filled| filled.states_month));
    let months = MonthsKnown { stated, of_file, of_log: of_log.as_ref(), piece_late };
    let (mut register, problems) = Register::read(path, options, months);
    // Of a register of many months only those asked for.
    if let Some(months) = context.filled.and_then(|filled| filled.asked) {
        register.rows.retain(|paid| months.contains(paid.month));
    }
    (register, mistakes::within_reason(problems))
}
