//! The layout of one log: which column stands where.

use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::columns::COLUMNS;
use crate::deliveries::columns::place;
use crate::deliveries::record::unquoted;
use crate::source::Message;
use crate::source::Place;
use crate::source::Problem;
use crate::source::Problems;
use crate::source::columns;
use crate::source::columns::trimmed;
use crate::source::encoding::Encoding;

/// Which column of a log stands where.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The log as it was named.
    pub file: Arc<str>,
    /// How its text is written.
    pub encoding: Encoding,
    /// How many fields each row has.
    pub width: usize,
    /// Where each of [`COLUMNS`] stands.
    pub positions: [Option<usize>; COLUMNS.len()],
    /// Where the courier stands.
    pub courier: usize,
    /// The fields that say who, where, what and whether, as runs of neighbours.
    pub key: Vec<Range<usize>>,
    headings: Vec<String>,
}

/// A log of which the headings are to be read.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub name: Arc<str>,
    pub encoding: Encoding,
    /// How many bytes of its text lie before the headings.
    pub offset: u64,
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
        let headings: Vec<String> = fields.iter().map(|field| heading(&bytes[field.clone()], encoding)).collect();
        let found = columns::find(&headings, &COLUMNS);
        let positions: [Option<usize>; COLUMNS.len()] = found.positions.try_into().expect("one for each column");
        let whole = place(&(0..bytes.len()));
        let mut problems = Problems::new();
        for position in found.repeated {
            let message = Message::new("log-heading-twice").with("heading", &headings[position]);
            problems.push(Problem::new(message).at(place(&fields[position])));
        }
        let shown = headings.join(", ");
        if positions[place::COURIER].is_none() {
            let message =
                Message::new("log-no-courier").with("headings", &shown).with("accepted", accepted(&[place::COURIER]));
            problems.push(Problem::new(message).at(whole.clone()));
        }
        if positions[place::DATE].or(positions[place::DELIVERED_AT]).is_none() {
            let message = Message::new("log-no-date")
                .with("headings", &shown)
                .with("accepted", accepted(&[place::DATE, place::DELIVERED_AT]));
            problems.push(Problem::new(message).at(whole));
        }
        let (Some(courier), true) = (positions[place::COURIER], problems.is_empty()) else { return Err(problems) };
        for passed in found.passed_over {
            let others: Vec<&str> = passed.others.iter().map(|other| &*headings[*other]).collect();
            let note = Message::new("log-heading-passed-over")
                .with("column", passed.column)
                .with("used", &headings[passed.used])
                .with("others", others.join(", "));
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        Ok(Self {
            file: Arc::clone(&log.name),
            encoding,
            width: fields.len(),
            courier,
            key: runs(&positions),
            positions,
            headings,
        })
    }

    /// The same of a log that goes on in another encoding; so far all was ASCII.
    pub(super) fn written_in(&self, encoding: Encoding) -> Self {
        Self { encoding, ..self.clone() }
    }

    /// Whether the bytes of a row say the same in another log.
    pub(super) fn reads_alike(&self, other: &Self) -> bool {
        self.positions == other.positions && self.encoding == other.encoding
    }

    /// Where a column stands.
    pub(super) fn position(&self, column: usize) -> Option<usize> {
        self.positions[column]
    }

    /// The heading over a field.
    pub(super) fn heading(&self, field: usize) -> &str {
        self.headings.get(field).map_or("", String::as_str)
    }
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

fn heading(raw: &[u8], encoding: Encoding) -> String {
    trimmed(&encoding.shown(&unquoted(raw))).to_string()
}

fn accepted(columns: &[usize]) -> String {
    columns.iter().flat_map(|column| COLUMNS[*column].known()).collect::<Vec<_>>().join(", ")
}

/// The key columns, neighbours brought together: a row of them is then found by one look at its bytes.
fn runs(positions: &[Option<usize>; COLUMNS.len()]) -> Vec<Range<usize>> {
    let key = [place::COURIER, place::COMPANY, place::AREA, place::SERVICE, place::STATUS];
    let mut places: Vec<usize> = key.iter().filter_map(|column| positions[*column]).collect();
    places.sort_unstable();
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
        Named { name: "log.csv".into(), encoding, offset: 0 }
    }

    fn layout(line: &str) -> (Result<Layout, Problems>, Vec<Message>) {
        let (mut fields, mut notes) = (Vec::new(), Vec::new());
        record::fields(line.as_bytes(), 0, &mut fields).unwrap();
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
        record::fields(line, 0, &mut fields).unwrap();
        let new = |encoding, line: &[u8], fields: &[_]| Layout::new(&named(encoding), 1, line, fields, &mut Vec::new());
        let problems = new(Encoding::Utf8, line, &fields).unwrap_err();
        assert_eq!((problems.len(), problems[0].message.id), (1, "log-headings-not-text"));
        assert_eq!(problems[0].place.as_ref().unwrap().column, 9);
        let problems = new(Encoding::Gb18030, line, &fields).unwrap_err();
        assert_eq!(problems[0].place.as_ref().unwrap().column, 12); // courier and a comma, 工号 and a comma
        assert_eq!(problems[0].message.args[1], ("offset", crate::source::message::Arg::Count(13)));
        let line = b"courier,\xb9\xa4\xba\xc5,\xc8\xd5\xc6\xda\n";
        record::fields(line, 0, &mut fields).unwrap();
        assert_eq!(new(Encoding::Gb18030, line, &fields).unwrap().heading(2), "日期");
    }

    #[test]
    fn an_id_goes_before_a_name() {
        let (found, notes) = layout("派件业务员,派件业务员编号,签收时间\r\n");
        assert_eq!(found.unwrap().courier, 1);
        assert_eq!(notes[0].id, "log-heading-passed-over");
    }
}
