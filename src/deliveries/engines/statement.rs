//! The statement: the table's cells, read and judged row by row, and grouped.

use std::sync::Arc;

use crate::agreement::asked::DetailsAsked;
use crate::deliveries::engines::cells::{Cells, is_moment};
use crate::deliveries::engines::dialect::Dialect;
use crate::deliveries::engines::engine::Engine;
use crate::deliveries::engines::orders::{OrderColumns, is_numbered};
use crate::deliveries::engines::{meant, moments, no_row};
use crate::deliveries::row::cell::MOST_PARCELS;
use crate::deliveries::row::columns::{COLUMNS, DELIVERED, NOT_DELIVERED, PROBLEM_ROWS, SERVICE};
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::columns::{Column, trimmed};
use crate::tables::map::{Cell, Heading, Origin, Part, Taken};

/// What every tally tells rows apart by.
const KEYS: [&str; 5] = ["day", "company", "courier", "area", "service"];

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct StatementRequest<'a> {
    /// Who is to understand the statement.
    pub engine: Engine,
    /// What stands behind FROM: the name of a table, a call that reads files, a query in brackets. It is taken as it is.
    pub table: &'a str,
    /// How the table is laid out. Where the map names no columns, the table has the canonical ones, as many of them as it
    /// will.
    pub part: &'a Part,
    /// The statuses that count, in place of the map's and the usual ones.
    pub delivered: Option<&'a [String]>,
    /// What agreements ask of the rows beside names and parcels.
    pub asked: &'a DetailsAsked,
}

/// The statement that yields the tally of a table: one row a date, company, courier, area and service, in their order, with
/// the number of rows that could not be read in each.
///
/// # Errors
/// Formats of days that have no form in SQL.
pub fn statement(asked: StatementRequest<'_>) -> Result<String, Problems> {
    let unread = [("one_column_a_day", asked.part.one_column_a_day), ("revoked", !asked.part.rows.revoked.is_empty())];
    if let Some((key, _)) = unread.into_iter().find(|(_, is_said)| *is_said) {
        return Err(Problem::new(Message::new("sql-key").with("key", key)).into());
    }
    let by_name;
    let (part, is_mapped) = if asked.part.columns.is_empty() {
        by_name = with_own_names(asked);
        (&by_name, false)
    } else {
        (asked.part, true)
    };
    let dialect = asked.engine.dialect();
    let delivered = asked.delivered.or(part.rows.delivered.as_deref());
    let delivered_is_said = delivered.is_some();
    let delivered = delivered.map_or_else(|| DELIVERED.map(String::from).to_vec(), <[String]>::to_vec);
    let delivered = delivered.iter().map(|status| trimmed(status).to_string()).collect();
    let cells = Cells::new(dialect, part);
    let may_lack = !is_numbered(part);
    let orders = OrderColumns { dialect, asked: asked.asked, part, may_lack };
    let writer = Writer { dialect, table: asked.table, part, is_mapped, delivered, delivered_is_said, cells, orders };
    let cells = writer.cells();
    let parts = [writer.read()?, writer.dated(), writer.timed(), writer.judged(), writer.once(), writer.tally()];
    Ok([writer.texts(), cells, parts.concat(), writer.answer()].concat())
}

/// The layout of a table that has the columns of a log under their own names.
fn with_own_names(asked: StatementRequest<'_>) -> Part {
    let place = Place::in_line(&Arc::from("--from"), 1, asked.table, 0..asked.table.len());
    let taken = |column: &Column| {
        let cell = Cell { heading: Heading::Named(column.name.into()), place: place.clone() };
        (column.name, Taken::plain(Origin::Cell(cell), place.clone()))
    };
    let columns = COLUMNS.iter().filter(|column| column.name != "parcel").map(taken).collect();
    Part { columns, ..asked.part.clone() }
}

struct Writer<'a> {
    dialect: &'a dyn Dialect,
    table: &'a str,
    part: &'a Part,
    /// Whether the map names the columns; else the table has as many of them as it will.
    is_mapped: bool,
    delivered: Vec<String>,
    /// Whether someone has said which statuses count.
    delivered_is_said: bool,
    cells: Cells<'a>,
    orders: OrderColumns<'a>,
}

impl<'a> Writer<'a> {
    /// Whether rows can say something in a column.
    fn has(&self, column: &str) -> bool {
        self.part.taken(column).is_some()
    }

    /// The columns that are used, as far as they are there.
    fn used(&self) -> impl Iterator<Item = (&'static str, &'a Taken)> {
        let columns = COLUMNS.iter().filter(|column| column.name != "parcel");
        let part = self.part;
        columns.filter_map(|column| Some((column.name, part.taken(column.name)?)))
    }

    /// The columns of the table as text.
    fn texts(&self) -> String {
        let (texts, meant) = (self.cells.used().join(",\n    "), self.cells.meant().join(",\n    "));
        format!(
            "WITH\n/* the columns of the table, as text */\ntexts AS (\n  SELECT\n    {texts}\n  FROM {}\n),\n\
             /* without the quote that keeps a spreadsheet from running a name */\n\
             unguarded AS (\n  SELECT\n    {meant}\n  FROM texts\n)",
            self.source()
        )
    }

    /// What the texts are taken from.
    fn source(&self) -> String {
        let of_log = self.used().filter(|_| !self.is_mapped).filter_map(|(name, _)| Some((name, self.instead(name)?)));
        let mut lacking: Vec<(&str, String)> = of_log.collect();
        for (name, word) in self.orders.instead() {
            if !lacking.iter().any(|(other, _)| *other == name) {
                lacking.push((name, word.to_string()));
            }
        }
        if lacking.is_empty() {
            return self.table.to_string();
        }
        let headings = self.cells.headings();
        let default = |(name, word): &(&str, String)| {
            format!("{} AS {}", self.dialect.literal(word), self.dialect.identifier(name))
        };
        let defaults: Vec<String> = lacking.iter().map(default).collect();
        let names: Vec<String> = headings.iter().map(|heading| self.dialect.column(heading)).collect();
        // A name that the table does not know is looked up in what stands before it.
        format!(
            "(\n    SELECT given.*\n    FROM (SELECT {}) AS absent,\n      LATERAL (SELECT {} FROM {}) AS given\n  ) AS given",
            defaults.join(", "),
            names.join(", "),
            self.table
        )
    }

    /// What a column says that the table does not have; `None`: it has to have it.
    fn instead(&self, column: &str) -> Option<String> {
        match column {
            "courier" => None,
            "status" => Some(self.delivered[0].clone()),
            "parcels" => Some("1".to_string()),
            _ => Some(String::new()),
        }
    }

    /// What each row says in each column.
    fn cells(&self) -> String {
        let mut cells: Vec<String> =
            self.used().map(|(name, taken)| format!("{} AS {name}", self.cells.column(name, taken))).collect();
        for (number, keep) in (1..).zip(&self.part.rows.keep) {
            let fault = self.cells.has_fault(std::iter::once(&keep.cell));
            cells.push(format!(
                "{} AS keep_{number},\n    {fault} AS keep_{number}_fault",
                self.cells.cell(&keep.cell, false)
            ));
        }
        cells.extend(self.part.rows.unique.iter().map(|cell| format!("{} AS parcel", self.cells.cell(cell, false))));
        let said = self.used().filter(|(name, _)| !is_moment(name));
        let (status, others): (Vec<_>, Vec<_>) = said.partition(|(name, _)| *name == "status");
        let origins =
            |columns: Vec<(&'static str, &'a Taken)>| columns.into_iter().flat_map(|(_, taken)| taken.origin.cells());
        if self.has("status") {
            cells.push(format!("{} AS status_fault", self.cells.has_fault(origins(status))));
        }
        let told = self.orders.named();
        let others = origins(others).chain(&self.part.rows.unique).chain(&told);
        cells.push(format!("{} AS other_fault", self.cells.has_fault(others)));
        cells.extend(self.orders.cells(&self.cells));
        let (dialect, part) = (self.dialect, self.part);
        cells.push(format!("{} AS says_total", no_row::says_total(dialect, part, &self.cells)));
        cells.push(format!("{} AS names_total", no_row::names_total(dialect, part, &self.cells)));
        let instead = |heading: &Heading| match heading {
            Heading::Named(name) if !self.is_mapped && self.has(name) => {
                self.instead(name).filter(|word| !word.is_empty())
            }
            Heading::Named(name) => {
                let lacking = self.orders.instead().into_iter().find(|(lacking, _)| *lacking == &**name);
                lacking.map(|(_, word)| word.to_string()).filter(|word| !word.is_empty())
            }
            Heading::Numbered(_) => None,
        };
        let is_empty = no_row::is_empty(dialect, &self.cells, instead);
        format!(
            ",\n/* what each row says in the columns of a log; one in which nothing stands is none */\ncells AS (\n  SELECT\n    {}\n  \
             FROM unguarded\n  WHERE NOT ({is_empty})\n)",
            cells.join(",\n    ")
        )
    }

    /// The rows that count, with days, times and counts as they are meant.
    fn read(&self) -> Result<String, Problems> {
        let mut problems = Problems::new();
        let text = self.dialect.text_type();
        let name = |name: &str| {
            if self.has(name) { name.to_string() } else { format!("CAST(NULL AS {text}) AS {name}") }
        };
        let count = |column: &str| meant::count(self.dialect, column);
        let mut read = vec![format!("{} AS courier", self.courier())];
        read.extend(["company", "area"].map(name));
        let service =
            if self.has("service") { format!("coalesce(service, '{SERVICE}')") } else { format!("'{SERVICE}'") };
        read.push(format!("{service} AS service"));
        read.push(format!("{} AS digits", if self.has("parcels") { count("parcels") } else { "'1'".to_string() }));
        read.extend(self.orders.read(count));
        read.extend(self.part.rows.unique.iter().map(|_| "parcel".to_string()));
        let open = self.open_status().map(|open| format!(" OR {open}")).unwrap_or_default();
        read.push(format!("{}{open} AS has_fault", self.faults().join(" OR ")));
        read.push("says_total".to_string());
        for (column, taken) in self.used().filter(|(name, _)| is_moment(name)) {
            let is_time = matches!(column, "first_at" | "last_at");
            match moments::read(self.dialect, column, taken, &self.part.zone, is_time) {
                Ok(moment) => read.push(format!("{column},\n    {moment} AS {column}_read")),
                Err(message) => problems.push(Problem::new(message).at(taken.place.clone())),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let kept = self.kept().map_or(String::new(), |kept| format!("\n    AND ({kept})"));
        Ok(format!(
            ",\n/* the rows that count, without totals; days and times as YYYY-MM-DD HH:MM:SS */\nread AS (\n  SELECT\n    {}\n  FROM cells\n  \
             WHERE NOT (says_total AND names_total){kept}\n)",
            read.join(",\n    ")
        ))
    }

    /// Whether nobody has said if a status counts.
    fn open_status(&self) -> Option<String> {
        let is_open = self.has("status") && !self.delivered_is_said;
        let known: Vec<&str> = DELIVERED.iter().chain(&NOT_DELIVERED).copied().collect();
        is_open.then(|| format!("NOT {}", self.cells.is_one_of("coalesce(status, '')", &known)))
    }

    /// What tells of a fault in a row, in the order in which it is looked at.
    fn faults(&self) -> Vec<String> {
        let kept = (1..=self.part.rows.keep.len()).map(|number| format!("keep_{number}_fault"));
        let status = self.has("status").then(|| "status_fault".to_string());
        kept.chain(status).chain(["other_fault".to_string()]).collect()
    }

    /// The courier, with the zeros that an id has lost.
    fn courier(&self) -> String {
        let id = meant::id(self.dialect, "courier");
        let Some(width) = self.part.taken("courier").and_then(|taken| taken.width) else { return id };
        let digits = self.dialect.matches(&id, &format!("^[0-9]{{1,{}}}\\z", width - 1));
        format!("CASE WHEN {digits} THEN lpad({id}, {width}, '0') ELSE {id} END")
    }

    /// What a row has to say to count, or to be a problem: a fault ends the looking.
    fn kept(&self) -> Option<String> {
        let kept = (1..).zip(&self.part.rows.keep);
        let mut kept: Vec<String> = kept
            .map(|(number, keep)| self.cells.is_one_of(&format!("coalesce(keep_{number}, '')"), &keep.words))
            .collect();
        if self.has("status") {
            let delivered = self.cells.is_one_of("coalesce(status, '')", &self.delivered);
            let open = self.open_status().map_or_else(String::new, |open| format!("\n      OR {open}"));
            kept.push(format!("({delivered}{open})"));
        }
        let faults: Vec<String> = self.faults();
        kept.into_iter().zip(faults).rev().fold(None, |rest: Option<String>, (kept, fault)| {
            let kept = rest.map_or_else(|| kept.clone(), |rest| format!("{kept}\n    AND ({rest})"));
            Some(format!("{fault} OR {kept}"))
        })
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
        let (times, numbers): (String, String) = (times.collect(), self.orders.numbers());
        format!(
            ",\n/* the day of each row, its first and its last delivery */\ntimes AS (\n  SELECT *,\n    TRY_CAST(digits AS BIGINT) AS parcels{numbers}{times}\n  FROM read\n),\n\
             dated AS (\n  SELECT *,\n    CAST({day} AS DATE) AS day\n  FROM times\n)"
        )
    }

    /// The first and the last delivery of each row.
    fn timed(&self) -> String {
        let (text, time) = (self.dialect.text_type(), self.dialect.time_type());
        // A parcel of one day's work may be delivered after midnight; that says nothing of when the day's work ended.
        let at = match (self.has("date"), self.has("delivered_at")) {
            (true, true) => "CASE WHEN CAST(delivered_at_time AS DATE) = day AND delivered_at_read LIKE '%:%' \
                THEN delivered_at_time END"
                .to_string(),
            (false, _) => "CASE WHEN delivered_at_read LIKE '%:%' THEN delivered_at_time END".to_string(),
            (true, false) => format!("CAST(NULL AS {time})"),
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
        let mut faults = vec!["has_fault".to_string(), "courier IS NULL".to_string(), "day IS NULL".to_string()];
        faults.push(self.dialect.matches("courier", meant::SHORTENED));
        if self.has("parcels") {
            faults.push(format!("parcels IS NULL OR parcels > {MOST_PARCELS}"));
        }
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
        if self.part.rows.unique.is_some() {
            faults.push(format!("parcel IS NULL OR {}", self.dialect.matches("parcel", meant::SHORTENED)));
        }
        faults.extend(self.orders.faults(MOST_PARCELS));
        let faults = faults.join("\n      OR ");
        format!(
            ",\n/* whether the row can be read */\njudged AS (\n  SELECT *,\n    {faults} AS is_problem\n  FROM timed\n)"
        )
    }

    /// Each parcel once. A table has no order: of several rows the earliest counts, by the order of what they say.
    fn once(&self) -> String {
        if self.part.rows.unique.is_none() {
            return String::new();
        }
        let said = ["day", "opens", "closes", "company", "courier", "area", "service", "parcels"];
        let said = said.into_iter().map(String::from).chain(self.orders.all());
        let order = said.map(|column| format!("{column} NULLS FIRST")).collect::<Vec<_>>().join(", ");
        format!(
            ",\n/* each parcel once: the earliest of its rows */\nnumbered AS (\n  SELECT *,\n    \
             row_number() OVER (PARTITION BY parcel, is_problem ORDER BY {order}) AS nth\n  FROM judged\n  \
             WHERE NOT (is_problem AND says_total)\n)"
        )
    }

    fn tally(&self) -> String {
        let (once, volatile) = self.dialect.computed_once();
        let rows =
            self.part.rows.unique.as_ref().map_or(
                "judged\n  WHERE NOT (is_problem AND says_total)",
                |_| "numbered\n  WHERE nth = 1 OR is_problem",
            );
        let keys = KEYS.map(|key| (key.to_string(), key.to_string())).into_iter().chain(self.orders.keys());
        let (names, columns): (Vec<String>, Vec<String>) = keys
            .map(|(name, key)| (name.clone(), format!("CASE WHEN NOT is_problem THEN {key} END AS {name}")))
            .unzip();
        let (names, columns, sums) = (names.join(", "), columns.join(", "), self.orders.sums());
        let added = [vec!["closes".to_string()], self.orders.added()].concat().join(", ");
        format!(
            ",\n/* the rows that cannot be read come together in one group */\ncounted AS (\n  SELECT is_problem, parcels, opens, {added},\n    {columns}\n  FROM {rows}\n),\n\
             grouped AS (\n  SELECT {names}, is_problem,\n    \
             sum(CASE WHEN NOT is_problem THEN parcels END) AS parcels, min(CASE WHEN NOT is_problem THEN opens END) AS opens, \
             max(CASE WHEN NOT is_problem THEN closes END) AS closes{sums},\n    count(*) AS table_rows\n  FROM counted\n  \
             GROUP BY {names}, is_problem\n),\n\
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
        let order = KEYS.iter().map(ToString::to_string).chain(self.orders.keys().into_iter().map(|(key, _)| key));
        let order = order.map(|key| format!("tally.{key} NULLS FIRST")).collect::<Vec<_>>().join(", ");
        let orders = self.orders.answers(&self.cells);
        format!(
            "\nSELECT\n  CAST(day AS {text}) AS date,\n  {names},\n  CAST(parcels AS BIGINT) AS parcels,\n  \
             {first} AS first_at,\n  {last} AS last_at,\n  {orders}{PROBLEM_ROWS}\n\
             FROM tally CROSS JOIN (\n  SELECT CAST(sum(CASE WHEN is_problem THEN table_rows ELSE 0 END) AS BIGINT) AS {PROBLEM_ROWS}, \
             count_if(NOT is_problem) AS tally_rows\n  FROM tally\n) AS totals\n\
             WHERE NOT is_problem OR tally_rows = 0\nORDER BY {order}\n"
        )
    }
}
