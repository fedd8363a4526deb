//! The layout of one log: which column stands where.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::row::columns::{COLUMNS, DELIVERED, NOT_DELIVERED, PROBLEM_ROWS, TALLY, is_time, place};
use crate::deliveries::row::fault::{Fault, Reason, in_field};
use crate::deliveries::row::fields::Fields;
use crate::deliveries::row::known_headings::{accepted, has_courier, has_day};
use crate::deliveries::row::line::Line;
use crate::deliveries::row::named::Named;
use crate::deliveries::row::order_fields::OrderFields;
use crate::deliveries::row::runs::runs;
use crate::deliveries::row::{cell, day_headings, line, notes};
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::encoding::Encoding;
use crate::tables::bound_map::BoundMap;
use crate::tables::columns;
use crate::tables::columns::Found;
use crate::tables::could_be::CouldBe;
use crate::tables::map::format::Unclear;
use crate::tables::map::part::Part;
use crate::tables::matrix::Matrix;
use crate::units::time::Moment;

/// Which column of a log stands where.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// The log as it was named.
    pub file: Arc<str>,
    /// How its text is written.
    pub encoding: Encoding,
    /// The byte between two fields.
    pub delimiter: u8,
    /// How many fields each row has.
    pub width: usize,
    /// Where the courier stands.
    pub courier: usize,
    /// The fields that say who, where, what and whether, as runs of neighbours.
    pub key: Vec<Range<usize>>,
    /// What the fields mean, as a map or the headings say it.
    pub map: BoundMap,
    /// Whether someone has said a map.
    pub is_mapped: bool,
    /// Whether the days and times are cells that the program reads by itself.
    pub plain_days: bool,
    /// Whether the count, where there is one, is a cell that the program reads by itself.
    pub plain_count: bool,
    /// Where each of [`COLUMNS`] stands.
    positions: [Option<usize>; COLUMNS.len()],
    delivered: Arc<[String]>,
    /// The statuses that do not count; `None`: every other, as someone has said which count.
    not_delivered: Option<&'static [&'static str]>,
    pub headings: Vec<String>,
    /// What its rows say beside names and parcels, where that is asked.
    pub order: Option<OrderFields>,
    /// Its columns of days, where it has one column a day: each cell that says something is then a row.
    pub matrix: Option<Arc<Matrix>>,
    /// The columns that nobody has named and that may prove to be meant, each with the place of its heading.
    pub watched: Vec<(usize, CouldBe, Place)>,
}

impl Layout {
    /// Reads the headings of a log; `fields` is their place in `bytes`, which begin with the line of that number.
    ///
    /// # Errors
    /// All that is missing or stands twice.
    pub(crate) fn new(
        log: &Named,
        number: u64,
        bytes: &[u8],
        fields: &[Range<usize>],
        notes: &mut Vec<Message>,
    ) -> Result<Self, Problems> {
        let layout = Self::by_headings(log, number, bytes, fields, notes)?;
        let line = Line::new(log.encoding, bytes);
        let whole = || Place::in_line(&log.name, number, &line.text, line.shown(&(0..bytes.len())));
        let order = OrderFields::new(&log.asked, log.part.as_deref(), &layout.headings, whole)?;
        Ok(Self { order, ..layout })
    }

    fn by_headings(
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
        let headings = line::texts(bytes, fields, encoding);
        let whole = || place(&(0..bytes.len()));
        let part = log.part.clone().unwrap_or_default();
        if !part.columns.is_empty() {
            let map = BoundMap::new(&part, &COLUMNS, &headings, whole)?;
            if !log.is_known {
                notes.extend(notes::unused(&map, &headings).filter(|note| !notes.contains(note)).collect::<Vec<_>>());
            }
            if !part.one_column_a_day {
                return Ok(Self::bound(log, map, headings));
            }
            let mut found =
                Found { positions: (0..COLUMNS.len()).map(|at| map.position(at)).collect(), ..Found::default() };
            let matrix =
                day_headings::of(log, &headings, &mut found).map_err(|message| Problem::new(message).at(whole()))?;
            let none = || Problem::new(Message::new("map-no-days").with("headings", headings.join(", "))).at(whole());
            return Ok(Self::of_days(log, matrix.ok_or_else(none)?, map.with_found(&found.positions), headings, notes));
        }
        let mut found = columns::find(&headings, &COLUMNS);
        let matrix =
            day_headings::of(log, &headings, &mut found).map_err(|message| Problem::new(message).at(whole()))?;
        let mut problems = Problems::new();
        for position in &found.repeated {
            let message = Message::new("log-heading-twice").with("heading", &headings[*position]);
            problems.push(Problem::new(message).at(place(&fields[*position])));
        }
        for several in &found.unclear {
            problems.push(Problem::new(several.unclear(&headings)).at(place(&fields[several.used])));
        }
        let shown = headings.join(", ");
        let missing = |id: &'static str, columns: &[usize]| {
            let message = Message::new(id).with("headings", &shown).with("accepted", accepted(columns));
            Problem::new(message).at(whole())
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
        let passed_over = notes::passed_over(&found, &headings).filter(|note| !notes.contains(note));
        notes.extend(passed_over.collect::<Vec<_>>());
        let map = BoundMap::new(&part, &COLUMNS, &headings, whole)?.with_found(&found.positions);
        Ok(match matrix {
            Some(matrix) => Self::of_days(log, matrix, map, headings, notes),
            None => Self::bound(log, map, headings),
        })
    }

    /// The layout of a log with one column a day.
    fn of_days(log: &Named, matrix: Matrix, map: BoundMap, headings: Vec<String>, notes: &mut Vec<Message>) -> Self {
        notes.push(matrix.note(&log.name, &headings));
        Self { matrix: Some(Arc::new(matrix)), ..Self::bound(log, map, headings) }
    }

    /// The layout of a log without headings, whose columns a map names by their numbers; `width` is that of its first row.
    ///
    /// # Errors
    /// A number beyond the last.
    pub(crate) fn without_headings(
        log: &Named,
        part: &Arc<Part>,
        width: usize,
        place: impl Fn() -> Place,
    ) -> Result<Self, Problems> {
        let headings: Vec<String> = (1..=width).map(|number| format!("#{number}")).collect();
        let order = OrderFields::new(&log.asked, Some(part), &headings, &place)?;
        Ok(Self { order, ..Self::bound(log, BoundMap::new(part, &COLUMNS, &headings, place)?, headings) })
    }

    /// The same that watches some columns: what they say goes into the key of a row, so that each word of them is met once.
    pub(crate) fn watching(mut self, watched: Vec<(usize, CouldBe, Place)>) -> Self {
        let fields = self.key.iter().cloned().flatten().chain(watched.iter().map(|(field, ..)| *field));
        self.key = runs(fields.collect());
        self.watched = watched;
        self
    }

    fn bound(log: &Named, map: BoundMap, headings: Vec<String>) -> Self {
        let names = [place::COURIER, place::COMPANY, place::AREA, place::SERVICE, place::STATUS];
        let key = names.into_iter().filter_map(|column| map.fields(column)).flatten().chain(map.keep());
        let days = [place::DATE, place::DELIVERED_AT, place::FIRST_AT, place::LAST_AT];
        let positions = std::array::from_fn(|column| map.position(column));
        let delivered = log.delivered();
        Self {
            file: Arc::clone(&log.name),
            encoding: log.encoding,
            delimiter: log.delimiter,
            width: headings.len(),
            courier: positions[place::COURIER].unwrap_or(0),
            key: runs(key.copied().collect()),
            is_mapped: log.part.is_some(),
            plain_days: days.into_iter().all(|column| map.is_plain(column)),
            plain_count: map.is_plain(place::PARCELS),
            map,
            positions,
            delivered: delivered.map_or_else(|| DELIVERED.map(String::from).to_vec(), <[String]>::to_vec).into(),
            not_delivered: delivered.is_none().then_some(&NOT_DELIVERED),
            headings,
            order: None,
            matrix: None,
            watched: Vec::new(),
        }
    }

    /// Whether a line can be the headings of a log: it has the columns that are needed, or all that a map names.
    pub(crate) fn fits(part: Option<&Part>, headings: &[String]) -> bool {
        let by_headings = || {
            let found = columns::find(headings, &COLUMNS);
            has_courier(&found) && (has_day(&found) || day_headings::are_among(headings, &found))
        };
        part.is_none_or(|part| BoundMap::fits(part, headings))
            && (part.is_some_and(|part| !part.columns.is_empty()) || by_headings())
    }

    /// The same of a log that goes on in another encoding; so far all was ASCII.
    pub(crate) fn written_in(&self, encoding: Encoding) -> Self {
        Self { encoding, ..self.clone() }
    }

    /// Whether the bytes of a row say the same in another log.
    pub(crate) fn reads_alike(&self, other: &Self) -> bool {
        (self.encoding, self.delimiter, &self.delivered) == (other.encoding, other.delimiter, &other.delivered)
            && self.not_delivered == other.not_delivered
            && self.watched.iter().map(|watched| watched.0).eq(other.watched.iter().map(|watched| watched.0))
            && self.order == other.order
            && self.map.reads_alike(&other.map)
    }

    /// Where a column stands.
    pub(crate) fn position(&self, column: usize) -> Option<usize> {
        self.positions[column]
    }

    /// Whether there is such a column, be it the same for every row.
    pub(crate) fn has(&self, column: usize) -> bool {
        self.map.has(column)
    }

    /// What a row says in a column; nothing where there is no such column.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    #[inline(never)]
    pub(crate) fn text<'r>(&'r self, column: usize, row: &'r impl Fields) -> Result<Cow<'r, str>, Fault> {
        self.map.text(column, |field| self.name(field, row))
    }

    /// What a field says; nothing, where it is a word that means so.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    pub(crate) fn present<'r>(&self, field: usize, row: &'r impl Fields) -> Result<Cow<'r, str>, Fault> {
        self.map.present(field, |field| self.name(field, row))
    }

    fn name<'r>(&self, field: usize, row: &'r impl Fields) -> Result<Cow<'r, str>, Fault> {
        cell::name(row.field(field), self.encoding).map_err(in_field(field))
    }

    /// Whether a row is kept: it says one of the words that the map wants.
    ///
    /// # Errors
    /// That some bytes mean nothing in the encoding of the log.
    pub(crate) fn keeps(&self, row: &impl Fields) -> Result<bool, Fault> {
        self.map.keeps(|field| self.name(field, row))
    }

    /// What a row says of when, as the map has it; `None` where it says nothing.
    ///
    /// # Errors
    /// That the cell cannot be read, or fits no format of the map, or two that do not mean the same.
    pub(crate) fn moment(&self, column: usize, row: &impl Fields) -> Result<Option<Moment>, Fault> {
        let text = self.text(column, row)?;
        if text.is_empty() {
            return Ok(None);
        }
        let fault = in_field(self.position(column).unwrap_or(0));
        match self.map.moment(column, &text) {
            Ok(None) if is_time(column) => cell::time(&text).map(Some).map_err(fault),
            Ok(None) => cell::moment(&text).map(Some).map_err(fault),
            Ok(moment) => Ok(moment),
            Err(Unclear::Unreadable) => Err(fault(Reason::FormatUnfit)),
            Err(Unclear::Ambiguous) => Err(fault(Reason::DateAmbiguous)),
        }
    }

    /// Whether rows of a status count.
    pub(crate) fn counts(&self, status: &str) -> bool {
        self.delivered.iter().any(|delivered| delivered.eq_ignore_ascii_case(status))
    }

    /// Whether it is not known if rows of a status count.
    pub(crate) fn leaves_open(&self, status: &str) -> bool {
        let is_open = |words: &[&str]| !words.iter().any(|word| word.eq_ignore_ascii_case(status));
        self.not_delivered.is_some_and(is_open) && !self.counts(status) && !self.map.revokes(status)
    }

    /// Whether a row of a status takes back an earlier delivery of its parcel.
    pub(crate) fn revokes(&self, status: &str) -> bool {
        self.map.revokes(status) && !self.counts(status)
    }

    /// A status that counts.
    pub(crate) fn counting_status(&self) -> &str {
        self.delivered.first().map_or("", String::as_str)
    }

    /// The field by which a parcel counts once.
    pub(crate) fn unique(&self) -> Option<usize> {
        self.map.unique
    }

    /// The formats of a field as the map gives them.
    pub(crate) fn formats(&self, field: usize) -> String {
        self.map.formats(field).map(|format| format!("\"{format}\"")).collect::<Vec<_>>().join(", ")
    }

    /// The columns that nothing takes.
    pub(crate) fn unused(&self) -> impl Iterator<Item = usize> {
        let used = self.map.taken_fields().chain(self.map.keep().iter().copied()).chain(self.unique());
        let used = used.chain(self.order.iter().flat_map(OrderFields::taken));
        let used: Vec<usize> = used.chain(self.matrix.iter().flat_map(|matrix| matrix.columns())).collect();
        (0..self.width).filter(move |field| !used.contains(field))
    }

    /// Whether it is that of a tally, the program's own or one that an engine has made: a part of it may be empty.
    pub(crate) fn is_tally(&self) -> bool {
        self.headings == TALLY || self.headings.iter().any(|heading| heading == PROBLEM_ROWS)
    }

    /// The heading over a field.
    pub(crate) fn heading(&self, field: usize) -> &str {
        self.headings.get(field).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliveries::csv::record;

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
