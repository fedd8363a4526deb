//! The statement: the table's cells, read and judged row by row, and grouped.

use crate::deliveries::cell::MOST_PARCELS;
use crate::deliveries::columns::COLUMNS;
use crate::deliveries::columns::DELIVERED;
use crate::deliveries::columns::SERVICE;
use crate::deliveries::sql::cells::Cells;
use crate::deliveries::sql::cells::is_moment;
use crate::deliveries::sql::dialect::Dialect;
use crate::deliveries::sql::dialect::Engine;
use crate::deliveries::sql::moments;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::source::map::Part;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Who is to understand the statement.
    pub engine: Engine,
    /// What stands behind FROM: the name of a table, a call that reads files, a query in brackets. It is taken as it is.
    pub table: &'a str,
    /// How the table is laid out. Where the map names no columns, the table has the canonical ones, as many of them as it
    /// will.
    pub part: &'a Part,
    /// The statuses that count, in place of the map's and the usual ones.
    pub delivered: Option<&'a [String]>,
}

/// The statement that yields the tally of a table: one row a date, company, courier, area and service, in their order, with
/// the number of rows that could not be read in each.
///
/// # Errors
/// Formats of days that have no form in SQL.
pub fn statement(asked: Request<'_>) -> Result<String, Problems> {
    let writer = Writer::new(asked);
    let read = writer.read()?;
    Ok([writer.cells(), read, writer.dated(), writer.timed(), writer.judged(), writer.tally(), writer.answer()].concat())
}

struct Writer<'a> {
    dialect: &'a dyn Dialect,
    table: &'a str,
    part: &'a Part,
    delivered: Vec<String>,
    cells: Cells<'a>,
}

impl<'a> Writer<'a> {
    fn new(asked: Request<'a>) -> Self {
        let dialect = asked.engine.dialect();
        let part = asked.part;
        let delivered = asked.delivered.map(<[String]>::to_vec).or_else(|| part.rows.delivered.clone());
        let delivered = delivered.unwrap_or_else(|| DELIVERED.map(String::from).to_vec());
        Self { dialect, table: asked.table, part, delivered, cells: Cells { dialect, part } }
    }

    /// Whether rows can say something in a column.
    fn has(&self, column: &str) -> bool {
        self.part.columns.is_empty() || self.part.taken(column).is_some()
    }

    /// The columns that are used, as far as they are there.
    fn used(&self) -> impl Iterator<Item = &'static str> {
        COLUMNS.iter().map(|column| column.name).filter(|name| *name != "parcel" && self.has(name))
    }

    fn cells(&self) -> String {
        let mut cells: Vec<String> = if self.part.columns.is_empty() {
            self.used()
                .map(|name| format!("{} AS {name}", self.cells.text(&format!("given.{name}"), is_moment(name))))
                .collect()
        } else {
            let column = |name| Some(format!("{} AS {name}", self.cells.column(name, self.part.taken(name)?)));
            self.used().filter_map(column).collect()
        };
        let kept = (1..).zip(&self.part.rows.keep);
        cells.extend(kept.map(|(number, keep)| format!("{} AS keep_{number}", self.cells.cell(&keep.cell, false))));
        let cells = cells.join(",\n    ");
        format!("WITH cells AS (\n  SELECT\n    {cells}\n  FROM {}\n)", self.source())
    }

    /// What the cells are taken from.
    fn source(&self) -> String {
        if !self.part.columns.is_empty() {
            return self.table.to_string();
        }
        // A name that the table does not know is looked up in what stands before it.
        let absent = |name: &str| match name {
            "status" => self.dialect.literal(&self.delivered[0]),
            "parcels" => "'1'".to_string(),
            _ => "''".to_string(),
        };
        let names: Vec<&str> = self.used().collect();
        let defaults: Vec<String> = names
            .iter()
            .filter(|name| **name != "courier")
            .map(|name| format!("{} AS {name}", absent(name)))
            .collect();
        format!(
            "(SELECT {}) AS absent,\n    LATERAL (SELECT {} FROM {}) AS given",
            defaults.join(", "),
            names.join(", "),
            self.table
        )
    }

    /// The rows that count, each cell with its meaning.
    fn read(&self) -> Result<String, Problems> {
        let mut problems = Problems::new();
        let name = |name: &str| {
            if self.has(name) { self.cells.unguarded(name) } else { format!("CAST(NULL AS {})", self.dialect.text_type()) }
        };
        let mut read: Vec<String> =
            ["courier", "company", "area"].map(|column| format!("{} AS {column}", name(column))).to_vec();
        read.push(format!("coalesce({}, '{SERVICE}') AS service", name("service")));
        read.push(format!("{} AS parcels", self.parcels()));
        for column in self.used().filter(|name| is_moment(name)) {
            let taken = self.part.taken(column);
            let is_time = matches!(column, "first_at" | "last_at");
            match moments::read(self.dialect, column, taken, &self.part.zone, is_time) {
                Ok(moment) => read.push(format!("{column},\n    {moment} AS {column}_read")),
                Err(message) => problems.push(self.problem(column, message)),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let rows = self.kept().join("\n    AND ");
        let rows = if rows.is_empty() { rows } else { format!("\n  WHERE {rows}") };
        Ok(format!(",\nread AS (\n  SELECT\n    {}\n  FROM cells{rows}\n)", read.join(",\n    ")))
    }

    fn problem(&self, column: &str, message: Message) -> Problem {
        let problem = Problem::new(message);
        match self.part.taken(column) {
            Some(taken) => problem.at(taken.place.clone()),
            None => problem,
        }
    }

    /// What a row has to say to count.
    fn kept(&self) -> Vec<String> {
        let kept = (1..).zip(&self.part.rows.keep);
        let mut kept: Vec<String> = kept
            .map(|(number, keep)| self.cells.is_one_of(&format!("coalesce(keep_{number}, '')"), &keep.words))
            .collect();
        if self.has("status") {
            let status = format!("coalesce({}, '')", self.cells.unguarded("status"));
            kept.push(self.cells.is_one_of(&status, &self.delivered));
        }
        kept
    }

    fn parcels(&self) -> String {
        if !self.has("parcels") {
            return "1".to_string();
        }
        let digits = self.dialect.matches("parcels", "^0*[0-9]{1,10}\\z");
        let number = "TRY_CAST(parcels AS BIGINT)";
        format!("CASE WHEN {digits} AND {number} <= {MOST_PARCELS} THEN {number} END")
    }

    /// The day of each row.
    fn dated(&self) -> String {
        let time = self.dialect.time_type();
        let days: Vec<&str> = ["date", "delivered_at"].into_iter().filter(|column| self.has(column)).collect();
        let times = days.iter().map(|column| format!(",\n    TRY_CAST({column}_read AS {time}) AS {column}_time"));
        let day = match *days {
            [date, delivered] => format!("CASE WHEN {date} IS NULL THEN {delivered}_time ELSE {date}_time END"),
            [only, ..] => format!("{only}_time"),
            [] => "NULL".to_string(),
        };
        let times: String = times.collect();
        format!(
            ",\ntimes AS (\n  SELECT *{times}\n  FROM read\n),\n\
             dated AS (\n  SELECT *,\n    CAST({day} AS DATE) AS day\n  FROM times\n)"
        )
    }

    /// The first and the last delivery of each row.
    fn timed(&self) -> String {
        let (text, time) = (self.dialect.text_type(), self.dialect.time_type());
        // A parcel of one day's work may be delivered after midnight; that says nothing of when the day's work ended.
        let at = if self.has("delivered_at") {
            "CASE WHEN CAST(delivered_at_time AS DATE) = day AND delivered_at_read LIKE '%:%' THEN delivered_at_time END"
                .to_string()
        } else {
            format!("CAST(NULL AS {time})")
        };
        let bound = |column: &str| {
            if !self.has(column) {
                return at.clone();
            }
            let read = format!("{column}_read");
            let in_full = format!("CASE WHEN {read} LIKE ' %' THEN CAST(day AS {text}) || {read} ELSE {read} END");
            let given = format!("CASE WHEN {read} LIKE '%:%' THEN TRY_CAST({in_full} AS {time}) END");
            format!("CASE WHEN {column} IS NULL THEN {at} ELSE {given} END")
        };
        let (opens, closes) = (bound("first_at"), bound("last_at"));
        format!(",\ntimed AS (\n  SELECT *,\n    {opens} AS opens,\n    {closes} AS closes\n  FROM dated\n)")
    }

    /// Whether each row can be read.
    fn judged(&self) -> String {
        let mut faults = vec!["courier IS NULL".to_string(), "day IS NULL".to_string(), "parcels IS NULL".to_string()];
        if self.has("delivered_at") && self.has("date") {
            faults.push("delivered_at IS NOT NULL AND delivered_at_time IS NULL".to_string());
        }
        for (column, bound) in [("first_at", "opens"), ("last_at", "closes")] {
            if self.has(column) {
                faults.push(format!("{column} IS NOT NULL AND ({bound} IS NULL OR CAST({bound} AS DATE) <> day)"));
            }
        }
        if self.has("first_at") || self.has("last_at") {
            faults.push("coalesce(opens > closes, FALSE)".to_string());
        }
        let faults = faults.join("\n      OR ");
        format!(",\njudged AS (\n  SELECT *,\n    {faults} AS is_problem\n  FROM timed\n)")
    }

    fn tally(&self) -> String {
        let (once, volatile) = self.dialect.computed_once();
        let keys = ["day", "company", "courier", "area", "service"];
        let columns = keys.map(|key| format!("CASE WHEN NOT is_problem THEN {key} END AS {key}")).join(", ");
        format!(
            ",\ncounted AS (\n  SELECT is_problem, parcels, opens, closes,\n    {columns}\n  FROM judged\n),\n\
             grouped AS (\n  SELECT day, company, courier, area, service, is_problem,\n    \
             sum(CASE WHEN NOT is_problem THEN parcels END) AS parcels, min(CASE WHEN NOT is_problem THEN opens END) AS opens, \
             max(CASE WHEN NOT is_problem THEN closes END) AS closes,\n    count(*) AS table_rows\n  FROM counted\n  \
             GROUP BY day, company, courier, area, service, is_problem\n),\n\
             tally {once} (\n  SELECT {volatile}*\n  FROM grouped\n)"
        )
    }

    /// The rows of the tally. Where every row was a problem, one row says how many there were.
    fn answer(&self) -> String {
        let text = self.dialect.text_type();
        let name = |column: &str| self.cells.guarded(&format!("tally.{column}"));
        let names = ["company", "courier", "area", "service"].map(|column| format!("{} AS {column}", name(column)));
        let names = names.join(",\n  ");
        let first = self.dialect.clock("CASE WHEN opens > closes THEN closes ELSE opens END");
        let last = self.dialect.clock("CASE WHEN opens > closes THEN opens ELSE closes END");
        let order = ["day", "company", "courier", "area", "service"];
        let order = order.map(|key| format!("tally.{key} NULLS FIRST")).join(", ");
        format!(
            "\nSELECT\n  CAST(day AS {text}) AS date,\n  {names},\n  CAST(parcels AS BIGINT) AS parcels,\n  \
             {first} AS first_at,\n  {last} AS last_at,\n  problem_rows\n\
             FROM tally CROSS JOIN (\n  SELECT CAST(sum(CASE WHEN is_problem THEN table_rows ELSE 0 END) AS BIGINT) AS problem_rows, \
             count_if(NOT is_problem) AS tally_rows\n  FROM tally\n) AS totals\n\
             WHERE NOT is_problem OR tally_rows = 0\nORDER BY {order}\n"
        )
    }
}
