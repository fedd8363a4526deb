//! The payroll register, of the months that the log, the flags and the project file name.

use std::path::PathBuf;

use crate::commands::log::Log;
use crate::commands::{Context, inputs, mistakes};
use crate::diagnostics::Problems;
use crate::files::named;
use crate::tables::table::TableOptions;
use crate::units::PayCalendar;
use crate::workforce::Register;
use crate::workforce::register_month::MonthsKnown;

/// Reads the files of a register beside its log, where that could be read. What can be read of it is returned beside what is wrong.
pub(super) fn read(
    paths: &[PathBuf],
    options: TableOptions<'_>,
    (log, calendar): (Option<&Log>, PayCalendar),
    context: &Context<'_>,
) -> (Register, Problems) {
    let of_log = log.map(|log| log.tally.months());
    let piece_late = options.part.is_some_and(|part| part.piece_late);
    // That a month was asked for says no more than the path of a file does.
    let stated = options.month.filter(|_| !context.filled.is_some_and(|filled| filled.states_month));
    let copies = inputs::given_twice(paths, "register-given-twice");
    let (mut all, mut twice): (Option<Register>, Problems) = (None, Problems::new());
    let mut problems = Problems::new();
    for path in paths {
        let of_file = context.filled.and_then(|filled| filled.month_of(path));
        let months = MonthsKnown { stated, of_file, calendar, of_log: of_log.as_ref(), piece_late };
        let tables = named::tables(path).map_err(|problem| problems.push(problem)).unwrap_or_default();
        let mut note = named::note_of(path, &tables);
        for table in &tables {
            let (mut register, found) = Register::read(table, options, months);
            problems.extend(mistakes::within_reason(found));
            if let Some(first) = register.leftovers.first_mut() {
                first.of_file.splice(..0, note.take());
            }
            match &mut all {
                Some(first) => twice.extend(first.join(register)),
                None => all = Some(register),
            }
        }
    }
    // Of a file that is given twice, each row is.
    problems.extend(if copies.is_empty() { twice } else { copies });
    let mut register = all.unwrap_or_default();
    // Of a register of many months only those asked for.
    if let Some(months) = context.filled.and_then(|filled| filled.asked) {
        register.rows.retain(|paid| months.contains(paid.month.month()));
    }
    (register, problems)
}
