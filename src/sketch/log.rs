//! The draft of a log: its keys stand at the top of the map.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::measure::Measure;
use crate::deliveries::columns::{DELIVERED, NOT_DELIVERED};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::sketch::columns::{Drafted, File};
use crate::sketch::days;
use crate::sketch::file_table::may_be_missing;
use crate::sketch::line::{Line, listed, quoted};
use crate::sketch::measures::Measures;
use crate::tables::columns::Column;
use crate::tables::heading;
use crate::tables::headings::LOG;
use crate::tables::map::layouts::KnownLayout;

/// So many values of a column are listed.
const LISTED: usize = 10;

/// Columns that say yes of rows that are no deliveries.
const NO_DELIVERY: [&str; 3] = ["作废标记", "转退件标识", "是否曾经退回件"];

/// What headings over the time of a delivery say, and over other times that a parcel has.
const DELIVERY: [&str; 9] = ["签收", "妥投", "送达", "投递", "完成", "deliver", "sign", "complete", "finish"];
const OTHER_TIMES: [&str; 17] = [
    "揽", "收件", "收寄", "接单", "下单", "创建", "录入", "寄件", "发件", "应签", "accept", "pickup", "receive",
    "order", "creat", "ship", "dispatch",
];

/// Drafts the map of a log.
pub(super) fn draft(file: File<'_>, agreed: &[Arc<Measure>]) -> Vec<Line> {
    if let Some((known, _)) = KnownLayout::of_headings(&file.table.headings) {
        let message = Message::new("sketch-known").arg("layout", Arg::Word(known.word));
        let text = known.text.lines().map(|line| Line::Text(line.to_string()));
        return [Line::Remark(message)].into_iter().chain(text).collect();
    }
    let mut columns = file.columns();
    let lacking = lacking(file, &mut columns);
    let is_needed = !lacking.is_empty() || columns.iter().any(|column| column.is_needed) || is_cut_otherwise(file);
    let mut lines = cut(file);
    lines.extend(missing(file, &columns));
    let of_days = file.table.days(file.input).map(|_| Line::Text("one_column_a_day = true".into()));
    lines.extend(of_days.clone().filter(|_| is_needed));
    lines.push(Line::blank());
    if !lacking.is_empty() {
        let headings = file.table.headings.join(", ");
        lines.push(Line::Remark(Message::new("sketch-unfinished").with("headings", headings)));
    }
    let stands = |line: Line| if is_needed { line } else { line.off() };
    if !is_needed {
        lines.push(Line::Remark(Message::new("sketch-needless-log")));
    }
    lines.extend(of_days.filter(|_| !is_needed).map(Line::off));
    lines.push(stands(Line::Text("[columns]".into())));
    lines.extend(lacking);
    lines.extend(columns.iter().flat_map(|column| column.lines.iter().cloned()).map(stands));
    let measures = Measures::draft(file, &columns, agreed);
    lines.extend(unused(file, &columns, &measures));
    lines.extend(measures.lines);
    lines.extend(rows(file, &columns));
    lines
}

/// What is to be said of a courier and a day that no heading names; a day that its cells tell is put to the columns.
fn lacking(file: File<'_>, columns: &mut Vec<Drafted>) -> Vec<Line> {
    let has = |columns: &[Drafted], names: &[&str]| columns.iter().any(|column| names.contains(&column.name));
    let mut lines = Vec::new();
    if !has(columns, &["courier"]) {
        lines.extend([Line::Remark(Message::new("sketch-no-courier")), Line::Off("courier = \"…\"".into())]);
    }
    if has(columns, &["date", "delivered_at"]) || file.table.days(file.input).is_some() {
        return lines;
    }
    match day_by_look(file, columns) {
        Some(day) if day.at.is_some() => columns.push(day),
        Some(unsure) => lines.extend(unsure.lines),
        None => lines.extend([Line::Remark(Message::new("sketch-no-day")), Line::Off("delivered_at = \"…\"".into())]),
    }
    lines
}

/// Tells of the columns that nothing takes.
pub(super) fn unused(file: File<'_>, columns: &[Drafted], measures: &Measures) -> Option<Line> {
    let headings = file.left_out(columns, &measures.taken);
    let message = || Message::new("sketch-left-out").with("headings", listed(&headings));
    (!headings.is_empty() && file.table.has_headings).then(|| Line::Remark(message()))
}

/// Whether the program would not find by itself what stands between the cells.
fn is_cut_otherwise(file: File<'_>) -> bool {
    !file.table.has_headings || file.table.delimiter == b'|' && file.table.begins == 0
}

/// How the file is cut into lines and cells, where that cannot be seen.
fn cut(file: File<'_>) -> Vec<Line> {
    let table = file.table;
    let mut lines = Vec::new();
    if is_cut_otherwise(file) && table.delimiter != b',' {
        lines.push(Line::set("delimiter", &char::from(table.delimiter).to_string()));
    }
    if !table.has_headings && table.skip > 0 {
        lines.push(Line::Text(format!("skip = {}", table.skip)));
    }
    lines
}

/// The day of a log whose headings do not say it: the only column of days that could be the time of a delivery.
fn day_by_look(file: File<'_>, columns: &[Drafted]) -> Option<Drafted> {
    let rank = |at: &usize| {
        let key = heading::key(&file.table.headings[*at]);
        let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
        (!has(&DELIVERY), has(&OTHER_TIMES))
    };
    let is_free = |at: &usize| !columns.iter().any(|column| column.at == Some(*at));
    let days = file.table.columns().filter(is_free).filter(|at| file.table.writing(*at).is_some());
    let mut days: Vec<usize> = days.collect();
    days.sort_by_key(|at| (rank(at), *at));
    let (first, others) = days.split_first()?;
    // Any numbers of five digits could be the days of a spreadsheet.
    let is_number = days::is_of_a_spreadsheet(file.table.writing(*first).as_ref());
    let is_best = others.first().is_none_or(|second| rank(second) != rank(first));
    let is_sure = rank(first) != (true, true) && is_best && !is_number;
    let delivered_at: &Column = LOG.iter().find(|column| column.name == "delivered_at")?;
    let mut day = file.entry(delivered_at, *first);
    day.is_needed = true;
    if is_sure {
        day.lines.insert(0, Line::Remark(Message::new("sketch-by-look")));
    } else {
        day.lines = day.lines.into_iter().map(Line::off).collect();
        day.lines.insert(0, Line::Remark(Message::new("sketch-day-unsure")));
        day.at = None;
    }
    if !others.is_empty() {
        day.lines.push(file.others(others));
    }
    Some(day)
}

/// Words that may stand for an empty cell.
pub(super) fn missing(file: File<'_>, columns: &[Drafted]) -> Vec<Line> {
    let days = file.table.days(file.input).into_iter().flat_map(|days| days.days).map(|day| day.at);
    let taken = columns.iter().filter_map(|column| column.at).chain(days);
    let cells = taken.flat_map(|at| file.table.values(at));
    let words: BTreeSet<&str> = cells.filter(|text| may_be_missing(text)).collect();
    let line = || Line::Off(format!("missing = [{}]", listed(&words)));
    if words.is_empty() { Vec::new() } else { vec![Line::Remark(Message::new("sketch-missing")), line()] }
}

/// Which rows count.
fn rows(file: File<'_>, columns: &[Drafted]) -> Vec<Line> {
    let table = file.table;
    let mut lines = Vec::new();
    let status = columns.iter().find(|column| column.name == "status").and_then(|column| column.at);
    lines.extend(status.into_iter().flat_map(|at| statuses(file, at)));
    for heading in NO_DELIVERY {
        let Some(at) = table.position(heading) else { continue };
        let yes = table.values(at).filter(|text| *text == "是").count() as u64;
        lines.push(Line::Remark(Message::new("sketch-keep").count("rows", yes)));
        lines.push(Line::Off(format!("keep = {{ {} = [\"否\", \"\"] }}", quoted(heading))));
    }
    for at in LOG.iter().filter(|column| column.name == "parcel").flat_map(|column| table.known(column)) {
        lines.push(Line::Remark(Message::new("sketch-unique").count("again", table.again(at))));
        lines.push(Line::Off(format!("unique = {}", table.name(at))));
    }
    if !lines.is_empty() {
        lines.splice(0..0, [Line::blank(), Line::Text("[rows]".into())]);
    }
    lines
}

/// The words of status, and those of which nobody has said whether they count.
fn statuses(file: File<'_>, at: usize) -> Vec<Line> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    file.table.all(at).for_each(|text| *counts.entry(text).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(text, count)| (std::cmp::Reverse(*count), *text));
    let is_one_of = |words: &[&str], text: &str| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    let delivered = |text: &str| is_one_of(&DELIVERED, text);
    let listed_counts: Vec<String> =
        counts.iter().take(LISTED).map(|(text, count)| format!("{} {count}", quoted(text))).collect();
    let mut lines = vec![Line::Remark(Message::new("sketch-statuses").with("statuses", listed_counts.join(", ")))];
    let unknown = |text: &&str| !delivered(text) && !is_one_of(&NOT_DELIVERED, text);
    let words = || counts.iter().map(|(text, _)| *text);
    let counting = listed(words().filter(|text| delivered(text)));
    let open = listed(words().filter(unknown));
    if !open.is_empty() {
        let list = [counting, open.clone()].into_iter().filter(|list| !list.is_empty()).collect::<Vec<_>>();
        lines.push(Line::Remark(Message::new("sketch-statuses-open").with("words", open)));
        lines.push(Line::Off(format!("delivered = [{}]", list.join(", "))));
    }
    lines
}
