//! The columns of a draft: where each is taken from, and what a map has to say of it.

use crate::diagnostics::Message;
use crate::sketch::days;
use crate::sketch::days::Writing;
use crate::sketch::file_table::FileTable;
use crate::sketch::line::{Line, listed, quoted};
use crate::sketch::zeros::Zeros;
use crate::tables::columns::{Column, Holds, Several};
use crate::tables::could_be::{CouldBe, Verdict};
use crate::tables::headings::Input;
use crate::tables::{columns, heading};
use crate::units::date;

/// A column of a draft.
#[derive(Clone, Debug)]
pub(super) struct Drafted {
    pub name: &'static str,
    /// What the map says of it, with remarks.
    pub lines: Vec<Line>,
    /// Whether the program would not find it by itself.
    pub is_needed: bool,
    /// Where it stands.
    pub at: Option<usize>,
}

/// A file of which the columns are drafted.
#[derive(Clone, Copy, Debug)]
pub(super) struct File<'a> {
    pub input: Input,
    pub table: &'a FileTable,
    /// What its ids have lost.
    pub zeros: Option<&'a Zeros>,
}

impl File<'_> {
    /// The columns that it has, in the order in which the program knows them.
    pub(super) fn columns(self) -> Vec<Drafted> {
        let known = self.input.columns();
        let mut found = columns::find(&self.table.headings, known);
        if self.table.days(self.input).is_some() {
            // What a row says of all its days is their sum.
            let of_day = |column: &Column| matches!(column.name, "parcels" | "hours");
            known.iter().zip(&mut found.positions).filter(|(column, _)| of_day(column)).for_each(|(_, at)| *at = None);
        }
        let several = |list: &[Several], column: &Column| list.iter().find(|one| one.column == column.name).cloned();
        let mut drafted = Vec::new();
        for (column, at) in known.iter().zip(&found.positions) {
            if let Some(unclear) = several(&found.unclear, column) {
                drafted.push(self.unclear(column, &unclear));
            } else if let Some(at) = at.filter(|at| self.stands_twice(*at, &found.repeated)) {
                drafted.push(self.twice(column, at));
            } else if let Some(at) = *at {
                let mut entry = self.entry(column, at);
                if let Some(passed) = several(&found.passed_over, column) {
                    entry.lines.push(self.others(&passed.others));
                }
                drafted.push(entry);
            } else if let Some(what) = CouldBe::of_column(column.name) {
                drafted.extend(self.could_be(what, &found.positions));
            } else if let Some(at) = self.table.minutes().filter(|_| column.name == "hours") {
                let line = format!("hours = {{ from = {}, unit = \"minutes\" }}", self.table.name(at));
                let lines = vec![Line::Text(line)];
                drafted.push(Drafted { name: column.name, lines, is_needed: true, at: Some(at) });
            }
        }
        drafted
    }

    /// Other headings that could have served a column.
    pub(super) fn others(self, others: &[usize]) -> Line {
        let others = listed(others.iter().map(|at| &self.table.headings[*at]));
        Line::Remark(Message::new("sketch-others").with("others", others))
    }

    /// The headings that none of some columns and measures takes, over cells that say something.
    pub(super) fn left_out(self, drafted: &[Drafted], measures: &[usize]) -> Vec<String> {
        let days = self.table.days(self.input);
        let is_of_days = |at: &usize| days.as_ref().is_some_and(|days| days.columns().any(|other| other == *at));
        let is_taken = |at: &usize| is_of_days(at) || drafted.iter().any(|column| column.at == Some(*at));
        let is_taken = |at: &usize| is_taken(at) || measures.contains(at);
        let left = self.table.columns().filter(|at| !is_taken(at) && self.table.values(*at).next().is_some());
        left.map(|at| self.table.headings[at].clone()).collect()
    }

    /// A column that is found, and how its cells are written.
    pub(super) fn entry(self, column: &Column, at: usize) -> Drafted {
        let heading = self.table.name(at);
        let is_named = heading.starts_with("\"#");
        let plain = Line::Text(format!("{} = {heading}", column.name));
        let drafted = |lines, is_needed| Drafted { name: column.name, lines, is_needed, at: Some(at) };
        if let Some(zeros) = self.zeros.filter(|_| column.name == "courier") {
            let line = Line::Text(format!("courier = {{ from = {heading}, width = {} }}", zeros.width));
            let message = Message::new(if zeros.is_sure { "sketch-zeros" } else { "sketch-zeros-unsure" });
            let full = format!("{:0>1$}", zeros.first, zeros.width);
            let message = message.count("ids", zeros.ids as u64).with("first", &*zeros.first).with("full", full);
            let remark = Line::Remark(message);
            return if zeros.is_sure {
                drafted(vec![remark, line], true)
            } else {
                drafted(vec![plain, remark, line.off()], is_named)
            };
        }
        match self.writing(column, at) {
            None if self.input == Input::Log && is_when(column) && self.table.says(at).next().is_some() => {
                drafted(vec![plain, Line::Remark(Message::new("sketch-day-unreadable"))], is_named)
            }
            None | Some(Writing::Plain) => drafted(vec![plain], is_named),
            Some(Writing::Formats { formats, ambiguous, instant }) => {
                let list = listed(&formats);
                let list = if formats.len() == 1 { list } else { format!("[{list}]") };
                let mut lines = vec![Line::Text(format!("{} = {{ from = {heading}, format = {list} }}", column.name))];
                if ambiguous {
                    lines.push(Line::Remark(Message::new("sketch-ambiguous")));
                }
                if instant {
                    lines.push(Line::Remark(Message::new("sketch-instant")));
                }
                drafted(lines, true)
            }
            Some(Writing::Yearless(format)) => {
                let line = format!("{} = {{ from = {heading}, format = {}, year = … }}", column.name, quoted(&format));
                drafted(vec![Line::Remark(Message::new("sketch-yearless")), Line::Off(line)], true)
            }
        }
    }

    /// How the days of a column are written; `None` where it has none.
    fn writing(self, column: &Column, at: usize) -> Option<Writing> {
        match (self.input, column.holds) {
            (Input::Log, Holds::Day | Holds::Time) => self.table.writing(at),
            (_, Holds::Day) => days::writing(self.table.says(at), |text| date::parse_any_year(text).is_some()),
            (_, Holds::Month) => days::writing_of_months(self.table.says(at)),
            (_, Holds::Text | Holds::Number | Holds::Time) => None,
        }
    }

    /// Whether a heading in use stands over another column too.
    fn stands_twice(self, at: usize, repeated: &[usize]) -> bool {
        repeated.iter().any(|other| self.is_same(at, *other))
    }

    fn is_same(self, at: usize, other: usize) -> bool {
        heading::key(&self.table.headings[at]) == heading::key(&self.table.headings[other])
    }

    /// A column whose heading stands over several.
    fn twice(self, column: &Column, at: usize) -> Drafted {
        let numbers = self.table.columns().filter(|other| self.is_same(at, *other));
        let numbers = listed(numbers.map(|other| format!("#{}", other + 1)));
        let message = Message::new("sketch-twice").with("heading", &*self.table.headings[at]);
        open(column.name, message.with("numbers", numbers))
    }

    /// A column for which several headings stand there of which none goes before another.
    fn unclear(self, column: &Column, several: &Several) -> Drafted {
        let all = [several.used].into_iter().chain(several.others.iter().copied());
        let headings = listed(all.map(|at| &self.table.headings[at]));
        open(column.name, Message::new("sketch-several").with("headings", headings))
    }

    /// A column that nobody has named, where one of its cells and heading could be it.
    fn could_be(self, what: CouldBe, positions: &[Option<usize>]) -> Option<Drafted> {
        let fits = |at: &usize| {
            let is_free = !positions.contains(&Some(*at));
            is_free && what.fits(&self.table.headings[*at]) && what.verdict(self.table.all(*at)) == Verdict::Yes
        };
        let fitting: Vec<usize> = self.table.columns().filter(fits).collect();
        let is_one_a_row = what == CouldBe::Count && self.input == Input::Log && self.has_one_parcel_a_row();
        let headings = listed(fitting.iter().map(|at| &self.table.headings[*at]));
        let open = || open(what.column(), Message::new("sketch-could-be").with("headings", headings));
        (!fitting.is_empty() && !is_one_a_row).then(open)
    }

    /// Whether a waybill column has another number in each row.
    fn has_one_parcel_a_row(self) -> bool {
        let parcel = self.input.columns().iter().find(|column| column.name == "parcel");
        let mut columns = parcel.into_iter().flat_map(|column| self.table.known(column));
        columns.any(|at| self.table.rows.len() > 1 && self.table.again(at) == 0)
    }
}

/// Whether a column says when.
pub(super) fn is_when(column: &Column) -> bool {
    matches!(column.holds, Holds::Day | Holds::Time)
}

/// A column of which a person has to say where it stands: until then the map is refused, so that nothing is passed over.
pub(super) fn open(name: &'static str, message: Message) -> Drafted {
    let lines = vec![Line::Remark(message.with("column", name)), Line::Text(format!("{name} = \"…\""))];
    Drafted { name, lines, is_needed: true, at: None }
}
