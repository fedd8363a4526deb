//! Which table a file is: by its headings, then by its cells, then by what its title, its sheet and its own name say.

use crate::diagnostics::Message;
use crate::sketch::file_table::FileTable;
use crate::sketch::line::word;
use crate::tables::headings::Input;
use crate::tables::map::layouts::KnownLayout;
use crate::tables::{alike, columns, heading};
use crate::units::number;
use crate::workforce::{attendance, protected};

/// What headings say of one table.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    input: Input,
    /// Whether the columns are there without which no file is such a table, with cells that can be meant.
    is_whole: bool,
    /// How many of these are columns that no other table has; how many of all are; how many there are.
    score: (usize, usize, usize),
}

/// Which table a file is.
///
/// # Errors
/// Why it cannot be said.
pub(super) fn which(name: &str, table: &FileTable) -> Result<Input, Message> {
    let all = Input::ALL.map(|input| candidate(input, table));
    let whole: Vec<Candidate> = all.into_iter().filter(|candidate| candidate.is_whole).collect();
    let is_log = whole.iter().any(|candidate| candidate.input == Input::Log);
    // Who names a parcel, or says whether it came, speaks of parcels, whatever stands beside it.
    let of_parcels = is_log && has(table, &["parcel", "status", "delivered_at"]);
    if of_parcels || KnownLayout::of_headings(&table.headings).is_some() {
        return Ok(Input::Log);
    }
    let partly = || all.into_iter().filter(|candidate| candidate.score.1 > 0).collect();
    let mut best = if whole.is_empty() { partly() } else { whole };
    let most = best.iter().map(|candidate| candidate.score).max().unwrap_or_default();
    // Parcels of a day may stand beside its hours or its pay; numbers below days may be either.
    let may_be_both = has(table, &["parcels"]) || table.days(Input::Log).is_some();
    let is_both = |candidate: &Candidate| candidate.input == Input::Log && is_log && may_be_both;
    best.retain(|candidate| candidate.score == most || is_both(candidate));
    let inputs: Vec<Input> = best.iter().map(|candidate| candidate.input).collect();
    match *inputs {
        [only] => Ok(only),
        [Input::Log, Input::Rates] => Ok(Input::Log),
        [first, second, ..] => by_name(name, table, &inputs)
            .ok_or_else(|| Message::new("sketch-unclear-two").arg("first", word(first)).arg("second", word(second))),
        [] => by_name(name, table, &Input::ALL)
            .or_else(|| table.columns().any(|at| table.writing(at).is_some()).then_some(Input::Log))
            .ok_or_else(|| Message::new("sketch-unclear-none").with("headings", table.headings.join(", "))),
    }
}

/// The columns without which no file is such a table.
const fn needs(input: Input) -> &'static [&'static str] {
    match input {
        Input::Log | Input::Roster => &["courier"],
        Input::Register => &["courier", "paid"],
        Input::Rates => &["amount"],
        Input::Attendance => &["courier", "date", "hours"],
        Input::Protected => &["courier", "kind", "from"],
    }
}

fn candidate(input: Input, table: &FileTable) -> Candidate {
    let found = columns::find(&table.headings, input.columns()).positions;
    let there = input.columns().iter().zip(found).filter_map(|(column, at)| Some((column.name, at?)));
    let mut there: Vec<(&str, usize)> = there.collect();
    if input == Input::Attendance && !there.iter().any(|(name, _)| *name == "hours") {
        there.extend(table.minutes().map(|at| ("hours", at)));
    }
    if let Some(days) = table.days(input) {
        let cells = || days.days.iter().flat_map(|day| table.says(day.at));
        let names = if input == Input::Log { ["date", "parcels"] } else { ["date", "hours"] };
        let can_be = match input {
            Input::Log => cells().all(|text| number::count(text).is_some()),
            _ => cells().all(attendance::is_day),
        };
        there.extend(names.into_iter().filter(|_| can_be).map(|name| (name, days.days[0].at)));
    }
    let is_there = |name: &str| there.iter().any(|(column, at)| *column == name && could_say(name, table, *at));
    let own = |(_, at): &&(&str, usize)| is_own(input, &table.headings[*at]);
    let own_columns = there.iter().filter(own).count();
    let further = match input {
        Input::Log => is_there("date") || is_there("delivered_at"),
        Input::Roster => own_columns > 0 || is_there("base") || there.len() > 1 && there.len() == table.headings.len(),
        Input::Register | Input::Rates | Input::Attendance | Input::Protected => true,
    };
    let needed = there.iter().filter(|(name, _)| needs(input).contains(name)).filter(own).count();
    Candidate {
        input,
        is_whole: needs(input).iter().all(|name| is_there(name)) && further,
        score: (needed, own_columns, there.len()),
    }
}

/// Whether no other table knows a heading.
fn is_own(input: Input, heading: &str) -> bool {
    let key = heading::key(heading);
    let others = Input::ALL.into_iter().filter(|other| *other != input);
    !others.flat_map(Input::columns).any(|column| column.goes_by(&key))
}

/// Whether the cells of a column can be meant; where there are none, they can.
fn could_say(column: &str, table: &FileTable, at: usize) -> bool {
    let has_digit = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    let mut values = table.values(at).peekable();
    values.peek().is_none()
        || match column {
            "paid" | "amount" | "hours" | "from" => values.any(has_digit),
            "kind" => values.any(protected::is_kind),
            _ => true,
        }
}

/// Whether a file has one of some columns of a log.
fn has(table: &FileTable, names: &[&str]) -> bool {
    let mut columns = Input::Log.columns().iter().filter(|column| names.contains(&column.name));
    columns.any(|column| table.known(column).next().is_some())
}

/// Words by which people name their files.
const WORDS: [(Input, &[&str]); 6] = [
    (Input::Log, &["派件", "派送", "签收", "运单", "投递", "妥投", "deliver", "parcel", "waybill", "log"]),
    (Input::Roster, &["花名册", "员工名单", "人员名单", "员工信息", "roster", "employees"]),
    (Input::Register, &["工资表", "工资单", "工资发放", "薪资", "薪酬", "payroll", "register", "wages"]),
    (Input::Rates, &["单价", "派费表", "价格", "rates", "prices"]),
    (Input::Attendance, &["考勤", "出勤", "打卡", "工时", "attendance", "timesheet"]),
    (Input::Protected, &["三期", "孕期", "产假", "protected"]),
];

/// The only one of some tables that the title, the sheet or the name of the file speaks of.
fn by_name(name: &str, table: &FileTable, inputs: &[Input]) -> Option<Input> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let said = alike::name(&[name].into_iter().chain(table.titles.iter().map(String::as_str)).collect::<String>());
    let speaks =
        |(input, words): &&(Input, &[&str])| inputs.contains(input) && words.iter().any(|word| said.contains(word));
    let mut named = WORDS.iter().filter(speaks);
    named.next().filter(|_| named.next().is_none()).map(|(input, _)| *input)
}
