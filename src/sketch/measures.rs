//! Columns of numbers that no column of ours takes and agreements may name as measures: minutes, kilometres, what an order earned.

use std::sync::Arc;

use crate::agreement::measure::{Carrier, Measure, MeasureUnit};
use crate::diagnostics::Message;
use crate::sketch::columns::{Drafted, File};
use crate::sketch::line::{Line, quoted};
use crate::tables::heading;
use crate::tables::headings::Input;
use crate::units::number;

/// What a heading speaks of: the name that an agreement is likely to give it, its unit, and the words of such headings.
struct Kind {
    name: &'static str,
    unit: MeasureUnit,
    words: &'static [&'static str],
}

/// A heading is of the first kind of which it has a word; with one of [`OTHERS`] it is of none.
const KINDS: [Kind; 8] = [
    Kind { name: "tips", unit: MeasureUnit::Money, words: &["小费", "打赏", "tip"] },
    Kind { name: "hours", unit: MeasureUnit::Hour, words: &["小时", "hour"] },
    Kind { name: "minutes", unit: MeasureUnit::Minute, words: &["分钟", "时长", "耗时", "minute", "duration"] },
    Kind { name: "miles", unit: MeasureUnit::Mile, words: &["英里", "mile"] },
    Kind {
        name: "km", unit: MeasureUnit::Km, words: &["公里", "千米", "里程", "距离", "km", "kilomet", "distance"]
    },
    Kind { name: "weight", unit: MeasureUnit::Kg, words: &["重量", "公斤", "千克", "weight", "kg"] },
    Kind {
        name: "fee",
        unit: MeasureUnit::Money,
        words: &[
            "配送费",
            "跑单费",
            "派费",
            "单价",
            "收入",
            "报酬",
            "金额",
            "运费",
            "fee",
            "earning",
            "amount",
            "payout",
        ],
    },
    Kind { name: "stops", unit: MeasureUnit::Stop, words: &["站点数", "停靠", "stops"] },
];

/// Words of headings over numbers that are no measures.
const OTHERS: [&str; 8] = ["号", "编码", "经度", "纬度", "_id", " id", "code", "itude"];

/// The measures of a file, and the places of their columns.
#[derive(Default)]
pub(super) struct Measures {
    pub lines: Vec<Line>,
    pub taken: Vec<usize>,
}

impl Measures {
    /// Drafts where measures stand: those of agreements where they are known, else all columns that could be some, so that they do not
    /// count until a person says so.
    pub(super) fn draft(file: File<'_>, columns: &[Drafted], agreed: &[Arc<Measure>]) -> Self {
        let title = match file.input {
            Input::Log => "[measures]".to_string(),
            Input::Attendance => "[attendance.measures]".to_string(),
            Input::Roster | Input::Register | Input::Rates | Input::Protected => return Self::default(),
        };
        let is_free = |at: &usize| !columns.iter().any(|column| column.at == Some(*at)) && is_of_numbers(file, *at);
        let free: Vec<(usize, &Kind)> =
            file.table.columns().filter(is_free).filter_map(|at| Some((at, kind(&file.table.headings[at])?))).collect();
        let mut measures = Self::default();
        if agreed.is_empty() {
            for (at, kind) in &free {
                measures.lines.push(Line::Off(format!("{} = {}", kind.name, file.table.name(*at))));
            }
            measures.taken = free.iter().map(|(at, _)| *at).collect();
            if !free.is_empty() {
                let head = [Line::blank(), Line::Remark(Message::new("sketch-measures")), Line::Off(title)];
                measures.lines.splice(0..0, head);
            }
            return measures;
        }
        for measure in agreed.iter().filter(|measure| may_carry(file.input, measure)) {
            let by_itself = |at: &usize| heading::key(&file.table.headings[*at]) == heading::key(&measure.column);
            if let Some(at) = file.table.columns().find(by_itself) {
                measures.taken.push(at);
                continue;
            }
            let mut fitting = free.iter().filter(|(at, kind)| fits(measure, kind) && !measures.taken.contains(at));
            match (fitting.next(), fitting.next()) {
                (Some((at, _)), None) => {
                    measures.lines.push(Line::Text(format!("{} = {}", key(&measure.name), file.table.name(*at))));
                    measures.taken.push(*at);
                }
                _ if measure.carrier.is_none() && file.input == Input::Attendance => {}
                _ => {
                    let message = Message::new("sketch-measure-open").with("measure", &*measure.name);
                    measures.lines.push(Line::Remark(message.with("column", &*measure.column)));
                    measures.lines.push(Line::Off(format!("{} = \"…\"", key(&measure.name))));
                }
            }
        }
        if !measures.lines.is_empty() {
            measures.lines.splice(0..0, [Line::blank(), Line::Text(title)]);
        }
        measures
    }
}

/// Whether a file of this kind may carry a measure.
fn may_carry(input: Input, measure: &Measure) -> bool {
    match measure.carrier {
        Some(Carrier::Log) => input == Input::Log,
        Some(Carrier::Attendance) => input == Input::Attendance,
        None => true,
    }
}

/// Whether every cell that says something says a number.
fn is_of_numbers(file: File<'_>, at: usize) -> bool {
    let mut says = file.table.says(at).peekable();
    says.peek().is_some() && says.all(|text| number::amount(text).is_some())
}

fn kind(heading: &str) -> Option<&'static Kind> {
    // A unit in brackets is no part of the key of a heading.
    let heading = heading.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    KINDS.iter().find(|kind| has(kind.words)).filter(|_| !has(&OTHERS))
}

/// Whether a column of a kind could be a measure: its cells are counted as its own column would be.
fn fits(measure: &Measure, found: &Kind) -> bool {
    match kind(&measure.column).or_else(|| kind(&measure.name)) {
        Some(wanted) => wanted.name == found.name,
        None => measure.unit == found.unit && found.name != "tips",
    }
}

/// A name as a key of TOML.
fn key(name: &str) -> String {
    let is_bare = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if is_bare { name.to_string() } else { quoted(name) }
}
