//! Days and times: how a cell is read as `YYYY-MM-DD HH:MM:SS`, the time left out where none is written.

use crate::deliveries::engines::dialect::Dialect;
use crate::deliveries::engines::letters::{Form, form};
use crate::diagnostics::Message;
use crate::tables::map::Taken;
use crate::tables::map::format::{Fill, Format, Zone};

/// Most logs are written so; what looks so is what it comes to.
const USUAL: &str = "^(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}(?: (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?\\z";

/// A day, perhaps with a time, in any of the ways that `cell` reads.
const ANY: &str = "^((?:19|20|21)[0-9]{2})[-/.年月]([0-9]{1,2})[-/.年月]([0-9]{1,2})日?\
    (?:[ T\\x{3000}]+(?:((?:[01]?[0-9]|2[0-3]):[0-5][0-9])(?:(:[0-5][0-9])(?:\\.[0-9]*)?)?)?)?\\z";

/// A time alone.
const CLOCK: &str = "^((?:[01]?[0-9]|2[0-3]):[0-5][0-9])(?:(:[0-5][0-9])(?:\\.[0-9]*)?)?\\z";

/// The seconds from 1970 of the years that a log can speak of.
const SECONDS: [i64; 2] = [-2_208_988_800, 7_258_118_399];

/// The days of Excel from 1900-03-01 to 2199-12-31.
const SERIALS: [i64; 2] = [61, 109_574];

const DAY_SECONDS: i64 = 86_400;

/// Reads the text of a cell: the name of a column that holds it. NULL where it cannot be read.
///
/// # Errors
/// The format that has no form in SQL.
pub(super) fn read(
    dialect: &dyn Dialect,
    cell: &str,
    taken: &Taken,
    zone: &Zone,
    alone: bool,
) -> Result<String, Message> {
    let fill = taken.fill;
    match &*taken.formats {
        [] => Ok(as_usual(dialect, cell, alone)),
        [format] => by_format(dialect, cell, format, fill, zone),
        formats => {
            let read = formats.iter().map(|format| by_format(dialect, cell, format, fill, zone));
            let same = read.map(|read| Ok(in_full(dialect, &read?))).collect::<Result<Vec<_>, Message>>()?;
            let all = same.join(", ");
            // Formats that do not fit are NULL, which both leave aside.
            Ok(format!("CASE WHEN least({all}) = greatest({all}) THEN least({all}) END"))
        }
    }
}

fn as_usual(dialect: &dyn Dialect, cell: &str, alone: bool) -> String {
    let any = format!("rtrim({})", dialect.rewritten(cell, ANY, "$1-$2-$3 $4$5"));
    let mut cases = format!("WHEN {} THEN {cell}", dialect.matches(cell, USUAL));
    if alone {
        let clock = dialect.rewritten(cell, CLOCK, " $1$2");
        cases = format!("WHEN {} THEN {clock} {cases}", dialect.matches(cell, CLOCK));
    }
    format!("CASE {cases} WHEN {} THEN {any} END", dialect.matches(cell, ANY))
}

fn by_format(dialect: &dyn Dialect, cell: &str, format: &Format, fill: Fill, zone: &Zone) -> Result<String, Message> {
    let as_text = |time: &str| format!("CAST({time} AS {})", dialect.text_type());
    let epoch = |regex: &str, seconds: &str| {
        let [first, last] = SECONDS;
        // 0 is what a program writes that knows of no moment.
        let fits =
            format!("{} AND {seconds} BETWEEN {first} AND {last} AND {seconds} <> 0", dialect.matches(cell, regex));
        format!("CASE WHEN {fits} THEN {} END", as_text(&dialect.instant(seconds, zone)))
    };
    let whole = |digits: &str| format!("TRY_CAST(split_part({digits}, '.', 1) AS BIGINT)");
    match format {
        Format::Letters { pattern, .. } if &**pattern == "%s" => Ok(epoch("^[-+]?[0-9]{1,18}\\z", &whole(cell))),
        Format::Letters { pattern, greenwich } => match form(pattern, *greenwich, fill) {
            Some(form) => Ok(by_form(dialect, cell, &form, zone)),
            None => Err(Message::new("sql-format").with("format", &**pattern).with("engine", dialect.name())),
        },
        Format::EpochSeconds => Ok(epoch("^-?[0-9]{1,18}(?:\\.0)?\\z", &whole(cell))),
        Format::EpochMilliseconds => {
            let seconds = format!("TRY_CAST(floor({} / 1000.0) AS BIGINT)", whole(cell));
            Ok(epoch("^-?[0-9]{1,18}(?:\\.0)?\\z", &seconds))
        }
        Format::Excel => Ok(excel(dialect, cell)),
    }
}

fn by_form(dialect: &dyn Dialect, cell: &str, form: &Form, zone: &Zone) -> String {
    let read = dialect.rewritten(cell, &form.regex, &form.replacement);
    let read = if form.has_offset {
        format!("CAST({} AS {})", dialect.with_offset(&read, zone), dialect.text_type())
    } else {
        read
    };
    format!("CASE WHEN {} THEN {read} END", dialect.matches(cell, &form.regex))
}

/// Whole days have no time; the part of a day is a time, to the second.
fn excel(dialect: &dyn Dialect, cell: &str) -> String {
    let serial = format!("TRY_CAST({cell} AS DOUBLE)");
    let [first, last] = SERIALS.map(|day| day * DAY_SECONDS);
    let seconds = format!("TRY_CAST(round({serial} * {DAY_SECONDS}) AS BIGINT)");
    let time = dialect.seconds_after("1899-12-30", &seconds);
    let text = dialect.text_type();
    format!(
        "CASE WHEN {digits} AND {seconds} >= {first} AND {seconds} < {end} \
         THEN CASE WHEN {whole} THEN CAST(CAST({time} AS DATE) AS {text}) ELSE CAST({time} AS {text}) END END",
        digits = dialect.matches(cell, "^[-+]?[0-9]+(?:\\.[0-9]+)?\\z"),
        whole = dialect.matches(cell, "^[^.]+(?:\\.0+)?\\z"),
        end = last + DAY_SECONDS,
    )
}

/// What was read, written in one way: days that are none are NULL.
fn in_full(dialect: &dyn Dialect, read: &str) -> String {
    let (text, time) = (dialect.text_type(), dialect.time_type());
    format!(
        "CASE WHEN {read} LIKE ' %' THEN ' ' || {alone} WHEN {read} LIKE '%:%' THEN CAST(TRY_CAST({read} AS {time}) AS {text}) \
         ELSE CAST(TRY_CAST({read} AS DATE) AS {text}) END",
        alone = dialect.clock(&format!("TRY_CAST('1970-01-01' || {read} AS {time})")),
    )
}
