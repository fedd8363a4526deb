//! The layout of one log: which column stands where.

use std::ops::Range;
use std::str;
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

/// Which column of a log stands where.
#[derive(Debug)]
pub(super) struct Layout {
    /// The log as it was named.
    pub file: Arc<str>,
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

impl Layout {
    /// Reads the headings of a log; `fields` is their place in `line`, which is the first of the file.
    ///
    /// # Errors
    /// All that is missing or stands twice.
    pub(super) fn new(
        file: &Arc<str>,
        number: u64,
        bytes: &[u8],
        fields: &[Range<usize>],
        notes: &mut Vec<Message>,
    ) -> Result<Self, Problems> {
        if let Some(field) = fields.iter().find(|field| str::from_utf8(&bytes[(*field).clone()]).is_err()) {
            // What stands before it in another encoding may be read as letters, one for each byte that cannot be.
            let text = String::from_utf8_lossy(&bytes[..field.start]).into_owned();
            let shown = text.len()..text.len() + String::from_utf8_lossy(&bytes[field.clone()]).len();
            let line = String::from_utf8_lossy(bytes);
            let line = line.split(['\n', '\r']).next().unwrap_or_default();
            let place = Place::in_line(file, number, line, shown);
            return Err(Problem::new(Message::new("log-headings-not-utf8")).at(place).into());
        }
        let headings: Vec<String> = fields.iter().map(|field| heading(&bytes[field.clone()])).collect();
        let found = columns::find(&headings, &COLUMNS);
        let positions: [Option<usize>; COLUMNS.len()] = found.positions.try_into().expect("one for each column");
        let line = String::from_utf8_lossy(bytes);
        let line = line.split(['\n', '\r']).next().unwrap_or_default();
        let place = |field: &Range<usize>| Place::in_line(file, number, line, field.clone());
        let whole = place(&(0..line.len()));
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
        Ok(Self { file: Arc::clone(file), width: fields.len(), courier, key: runs(&positions), positions, headings })
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

fn heading(raw: &[u8]) -> String {
    trimmed(&String::from_utf8_lossy(&unquoted(raw))).to_string()
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

    fn layout(line: &str) -> (Result<Layout, Problems>, Vec<Message>) {
        let (mut fields, mut notes) = (Vec::new(), Vec::new());
        record::fields(line.as_bytes(), 0, &mut fields).unwrap();
        (Layout::new(&"log.csv".into(), 1, line.as_bytes(), &fields, &mut notes), notes)
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
        // 工号,日期 as GBK has it.
        let line = b"courier,\xb9\xa4\xba\xc5,\xc8\xd5\xc6\xda\n";
        let mut fields = Vec::new();
        record::fields(line, 0, &mut fields).unwrap();
        let problems = Layout::new(&"log.csv".into(), 1, line, &fields, &mut Vec::new()).unwrap_err();
        assert_eq!((problems.len(), problems[0].message.id), (1, "log-headings-not-utf8"));
        assert_eq!(problems[0].place.as_ref().unwrap().column, 9);
    }

    #[test]
    fn an_id_goes_before_a_name() {
        let (found, notes) = layout("派件业务员,派件业务员编号,签收时间\r\n");
        assert_eq!(found.unwrap().courier, 1);
        assert_eq!(notes[0].id, "log-heading-passed-over");
    }
}
