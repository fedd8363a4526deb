//! The layout of one log: which column stands where.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::columns::{COLUMNS, DELIVERED, place};
use crate::deliveries::fault::Fault;
use crate::deliveries::laid::Laid;
use crate::deliveries::record::unquoted;
use crate::deliveries::row::Row;
use crate::deliveries::{cell, notes};
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::encoding::Encoding;
use crate::tables::columns;
use crate::tables::columns::{Found, trimmed};
use crate::tables::map::Part;

/// Which column of a log stands where.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The log as it was named.
    pub file: Arc<str>,
    /// How its text is written.
    pub encoding: Encoding,
    /// The byte between two fields.
    pub delimiter: u8,
    /// How many fields each row has.
    pub width: usize,
    /// Where each of [`COLUMNS`] stands.
    pub positions: [Option<usize>; COLUMNS.len()],
    /// Where the courier stands.
    pub courier: usize,
    /// The fields that say who, where, what and whether, as runs of neighbours.
    pub key: Vec<Range<usize>>,
    /// The map that says what the fields mean, where there is one.
    pub laid: Option<Laid>,
    /// Whether the days and times are cells that the program reads by itself.
    pub plain_days: bool,
    /// Whether the count, where there is one, is a cell that the program reads by itself.
    pub plain_count: bool,
    delivered: Arc<[String]>,
    headings: Vec<String>,
}

/// A log of which the headings are to be read.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub name: Arc<str>,
    pub encoding: Encoding,
    /// How many bytes of its text lie before the headings.
    pub offset: u64,
    pub delimiter: u8,
    /// What a map says of it.
    pub part: Option<Arc<Part>>,
    /// Whether the map is one of the program's own.
    pub is_known: bool,
    /// The statuses that count, where someone has said them.
    pub delivered: Option<Arc<[String]>>,
}

impl Named {
    /// A log of commas in UTF-8 of which nothing was said.
    #[cfg(test)]
    pub(super) fn plain(name: &str) -> Self {
        let encoding = Encoding::Utf8;
        Self { name: name.into(), encoding, offset: 0, delimiter: b',', part: None, is_known: false, delivered: None }
    }

    /// The statuses that count.
    fn delivered(&self) -> Arc<[String]> {
        let of_map = || self.part.as_ref().and_then(|part| part.rows.delivered.as_deref());
        let said = self.delivered.as_deref().or_else(of_map);
        said.map_or_else(|| DELIVERED.map(String::from).to_vec(), <[String]>::to_vec).into()
    }
}

impl Layout {
    /// Reads the headings of a log; `fields` is their place in `bytes`, which begin with the line of that number.
    ///
    /// # Errors
    /// All that is missing or stands twice.
    pub(super) fn new(
        log: &Named,
        number: u64,
        bytes: &[u8],
        fields: &[Range<usize>],
        notes: &mut Vec<Message>,
    ) -> Result<Self, Problems> {
        let encoding = log.encoding;
        let line = Line::new(encoding, bytes);
        let place = |field: &Range<usize>| Place::in_line(&log.name, number, &line.text, line.shown(field));
        if let Some(field) = fields.iter().find(|field| encoding.text(&bytes[(*field).clone()]).is_none()) {
            let bad = field.start + encoding.first_bad(&bytes[field.clone()]).unwrap_or(0);
            let message = Message::new("log-headings-not-text").with("encoding", encoding.name());
            let message = message.count("offset", log.offset + bad as u64);
            return Err(Problem::new(message).at(place(field)).into());
        }
        let headings = headings(bytes, fields, encoding);
        let whole = place(&(0..bytes.len()));
        if let Some(part) = log.part.as_ref().filter(|part| !part.columns.is_empty()) {
            let laid = Laid::new(part, &headings, &whole)?;
            if !log.is_known {
                notes.extend(notes::unused(&laid, &headings).filter(|note| !notes.contains(note)).collect::<Vec<_>>());
            }
            return Ok(Self::of_map(log, laid, headings));
        }
        let found = columns::find(&headings, &COLUMNS);
        let mut problems = Problems::new();
        for position in &found.repeated {
            let message = Message::new("log-heading-twice").with("heading", &headings[*position]);
            problems.push(Problem::new(message).at(place(&fields[*position])));
        }
        let shown = headings.join(", ");
        let missing = |id: &'static str, columns: &[usize]| {
            let message = Message::new(id).with("headings", &shown).with("accepted", accepted(columns));
            Problem::new(message).at(whole.clone())
        };
        if !has_courier(&found) {
            problems.push(missing("log-no-courier", &[place::COURIER]));
        }
        if !has_day(&found) {
            problems.push(missing("log-no-date", &[place::DATE, place::DELIVERED_AT]));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        notes::passed_over(&found, &headings, notes);
        if let Some(part) = &log.part {
            let columns = (0..).zip(&COLUMNS).filter_map(|(at, column)| Some((column.name, found.positions[at]?)));
            let part = Arc::new(part.with_columns(columns, &whole));
            return Ok(Self::of_map(log, Laid::new(&part, &headings, &whole)?, headings));
        }
        Ok(Self::of_positions(log, found.positions.try_into().expect("one for each column"), None, headings))
    }

    /// The layout of a log without headings, whose columns a map names by their numbers; `width` is that of its first row.
    ///
    /// # Errors
    /// A number beyond the last.
    pub(super) fn without_headings(
        log: &Named,
        part: &Arc<Part>,
        width: usize,
        place: &Place,
    ) -> Result<Self, Problems> {
        let headings: Vec<String> = (1..=width).map(|number| format!("#{number}")).collect();
        Ok(Self::of_map(log, Laid::new(part, &headings, place)?, headings))
    }

    fn of_map(log: &Named, laid: Laid, headings: Vec<String>) -> Self {
        Self::of_positions(log, laid.positions(), Some(laid), headings)
    }

    fn of_positions(
        log: &Named,
        positions: [Option<usize>; COLUMNS.len()],
        laid: Option<Laid>,
        headings: Vec<String>,
    ) -> Self {
        let key = [place::COURIER, place::COMPANY, place::AREA, place::SERVICE, place::STATUS];
        let key = || key.iter().filter_map(|column| positions[*column]).collect();
        Self {
            file: Arc::clone(&log.name),
            encoding: log.encoding,
            delimiter: log.delimiter,
            width: headings.len(),
            courier: positions[place::COURIER].unwrap_or(0),
            key: runs(laid.as_ref().map_or_else(key, Laid::key)),
            plain_days: laid.as_ref().is_none_or(Laid::has_plain_days),
            plain_count: laid.as_ref().is_none_or(Laid::has_plain_count),
            positions,
            laid,
            delivered: log.delivered(),
            headings,
        }
    }

    /// Whether a line can be the headings of a log: it has the columns that are needed, or all that a map names.
    pub(super) fn fits(part: Option<&Part>, headings: &[String]) -> bool {
        let by_headings = || {
            let found = columns::find(headings, &COLUMNS);
            has_courier(&found) && has_day(&found)
        };
        part.is_none_or(|part| Laid::fits(part, headings))
            && (part.is_some_and(|part| !part.columns.is_empty()) || by_headings())
    }

    /// The same of a log that goes on in another encoding; so far all was ASCII.
    pub(super) fn written_in(&self, encoding: Encoding) -> Self {
        Self { encoding, ..self.clone() }
    }

    /// Whether the bytes of a row say the same in another log.
    pub(super) fn reads_alike(&self, other: &Self) -> bool {
        let laid_alike = match (&self.laid, &other.laid) {
            (None, None) => true,
            (Some(one), Some(other)) => one.reads_alike(other),
            (None, Some(_)) | (Some(_), None) => false,
        };
        self.positions == other.positions
            && (self.encoding, self.delimiter) == (other.encoding, other.delimiter)
            && self.delivered == other.delivered
            && laid_alike
    }

    /// Where a column stands.
    pub(super) fn position(&self, column: usize) -> Option<usize> {
        self.positions[column]
    }

    /// Whether there is such a column, be it the same for every row.
    pub(super) fn has(&self, column: usize) -> bool {
        self.laid.as_ref().map_or(self.positions[column].is_some(), |laid| laid.has(column))
    }

    /// What a row says in a column; nothing where there is no such column.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    #[inline(never)]
    pub(super) fn text<'r>(&'r self, column: usize, row: &'r impl Row) -> Result<Cow<'r, str>, Fault> {
        match (&self.laid, self.position(column)) {
            (Some(laid), _) => laid.text(column, self.encoding, row),
            (None, Some(field)) => {
                cell::name(row.field(field), self.encoding).map_err(|reason| Fault { reason, field })
            }
            (None, None) => Ok(Cow::Borrowed("")),
        }
    }

    /// Whether a row is kept: it says one of the words that the map wants.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    pub(super) fn keeps(&self, row: &impl Row) -> Result<bool, Fault> {
        self.laid.as_ref().map_or(Ok(true), |laid| laid.keeps(self.encoding, row))
    }

    /// Whether rows of a status count.
    pub(super) fn counts(&self, status: &str) -> bool {
        self.delivered.iter().any(|delivered| delivered.eq_ignore_ascii_case(status))
    }

    /// A status that counts.
    pub(super) fn counting_status(&self) -> &str {
        self.delivered.first().map_or("", String::as_str)
    }

    /// The field by which a parcel counts once.
    pub(super) fn unique(&self) -> Option<usize> {
        self.laid.as_ref().and_then(|laid| laid.unique)
    }

    /// The heading over a field.
    pub(super) fn heading(&self, field: usize) -> &str {
        self.headings.get(field).map_or("", String::as_str)
    }
}

/// What stands in a line of headings.
pub(super) fn headings(bytes: &[u8], fields: &[Range<usize>], encoding: Encoding) -> Vec<String> {
    let text = |field: &Range<usize>| {
        let raw = unquoted(&bytes[field.clone()]);
        trimmed(&encoding.shown(&raw)).to_string()
    };
    fields.iter().map(text).collect()
}

fn has_courier(found: &Found) -> bool {
    found.positions[place::COURIER].is_some()
}

fn has_day(found: &Found) -> bool {
    found.positions[place::DATE].or(found.positions[place::DELIVERED_AT]).is_some()
}

/// The line of the headings as it is shown, whatever its bytes are.
struct Line<'a> {
    encoding: Encoding,
    bytes: &'a [u8],
    text: String,
}

impl<'a> Line<'a> {
    fn new(encoding: Encoding, bytes: &'a [u8]) -> Self {
        let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
        Self { encoding, bytes, text: encoding.shown(&bytes[..end]).into_owned() }
    }

    /// Where a field stands in the text.
    fn shown(&self, field: &Range<usize>) -> Range<usize> {
        let length = |until: usize| self.encoding.shown(&self.bytes[..until.min(self.bytes.len())]).len();
        length(field.start)..length(field.end)
    }
}

fn accepted(columns: &[usize]) -> String {
    columns.iter().flat_map(|column| COLUMNS[*column].known()).collect::<Vec<_>>().join(", ")
}

/// The key fields, neighbours brought together: a row of them is then found by one look at its bytes.
fn runs(mut places: Vec<usize>) -> Vec<Range<usize>> {
    places.sort_unstable();
    places.dedup();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for place in places {
        match runs.last_mut() {
            Some(run) if run.end == place => run.end += 1,
            _ => runs.push(place..place + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliveries::record;

    fn named(encoding: Encoding) -> Named {
        Named { encoding, ..Named::plain("log.csv") }
    }

    fn layout(line: &str) -> (Result<Layout, Problems>, Vec<Message>) {
        let (mut fields, mut notes) = (Vec::new(), Vec::new());
        record::fields(line.as_bytes(), 0, b',', &mut fields).unwrap();
        (Layout::new(&named(Encoding::Utf8), 1, line.as_bytes(), &fields, &mut notes), notes)
    }

    #[test]
    fn neighbours_make_one_run() {
        let layout = layout("parcel,courier,company,x,status,delivered_at\n").0.unwrap();
        assert_eq!(layout.key, [1..3, 4..5]);
        assert_eq!((layout.width, layout.courier), (6, 1));
    }

    #[test]
    fn says_all_that_is_missing_at_once() {
        let problems = layout("parcel,area,AREA\n").0.unwrap_err();
        let ids: Vec<_> = problems.iter().map(|problem| problem.message.id).collect();
        assert_eq!(ids, ["log-heading-twice", "log-no-courier", "log-no-date"]);
        assert_eq!(problems[0].place.as_ref().unwrap().column, 13);
    }

    #[test]
    fn headings_in_another_encoding_are_told_as_such() {
        // courier,工号,日期 as GBK has it, and the same with a byte that means nothing before the second.
        let line = b"courier,\xb9\xa4\xba\xc5,\xff\xc8\xd5\xc6\xda\n";
        let mut fields = Vec::new();
        record::fields(line, 0, b',', &mut fields).unwrap();
        let new = |encoding, line: &[u8], fields: &[_]| Layout::new(&named(encoding), 1, line, fields, &mut Vec::new());
        let problems = new(Encoding::Utf8, line, &fields).unwrap_err();
        assert_eq!((problems.len(), problems[0].message.id), (1, "log-headings-not-text"));
        assert_eq!(problems[0].place.as_ref().unwrap().column, 9);
        let problems = new(Encoding::Gb18030, line, &fields).unwrap_err();
        assert_eq!(problems[0].place.as_ref().unwrap().column, 12); // courier and a comma, 工号 and a comma
        assert_eq!(problems[0].message.args[1], ("offset", crate::diagnostics::message::Arg::Count(13)));
        let line = b"courier,\xb9\xa4\xba\xc5,\xc8\xd5\xc6\xda\n";
        record::fields(line, 0, b',', &mut fields).unwrap();
        assert_eq!(new(Encoding::Gb18030, line, &fields).unwrap().heading(2), "日期");
    }

    #[test]
    fn an_id_goes_before_a_name() {
        let (found, notes) = layout("派件业务员,派件业务员编号,签收时间\r\n");
        assert_eq!(found.unwrap().courier, 1);
        assert_eq!(notes[0].id, "log-heading-passed-over");
    }
}
