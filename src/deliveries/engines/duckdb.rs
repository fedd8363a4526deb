//! How `DuckDB` writes it.

use crate::deliveries::engines::dialect::Dialect;
use crate::tables::map::Heading;
use crate::tables::map::format::Zone;

pub(super) struct DuckDb;

impl Dialect for DuckDb {
    fn name(&self) -> &'static str {
        "DuckDB"
    }

    fn text_type(&self) -> &'static str {
        "VARCHAR"
    }

    fn time_type(&self) -> &'static str {
        "TIMESTAMP"
    }

    fn identifier(&self, name: &str) -> String {
        format!("\"{}\"", name.replace('"', "\"\""))
    }

    fn literal(&self, text: &str) -> String {
        format!("'{}'", text.replace('\'', "''"))
    }

    fn column(&self, heading: &Heading) -> String {
        match heading {
            Heading::Named(name) => self.identifier(name),
            Heading::Numbered(number) => format!("#{number}"),
        }
    }

    fn trimmed(&self, text: &str) -> String {
        format!("trim({text}, E' \\t\\r\\n' || chr(12288))")
    }

    fn matches(&self, text: &str, regex: &str) -> String {
        format!("regexp_matches({text}, {})", self.literal(regex))
    }

    fn rewritten(&self, text: &str, regex: &str, replacement: &str) -> String {
        let replacement = replacement.replace('$', "\\");
        format!("regexp_replace({text}, {}, {})", self.literal(regex), self.literal(&replacement))
    }

    fn without(&self, text: &str, regex: &str) -> String {
        format!("regexp_replace({text}, {}, '', 'g')", self.literal(regex))
    }

    fn moment_text(&self, column: &str, zone: &Zone) -> String {
        let there = self.there(&format!("TRY_CAST({column} AS TIMESTAMPTZ)"), zone);
        format!(
            "CASE typeof({column}) WHEN 'TIMESTAMP WITH TIME ZONE' THEN CAST({there} AS VARCHAR) ELSE CAST({column} AS VARCHAR) END"
        )
    }

    fn with_offset(&self, text: &str, zone: &Zone) -> String {
        self.there(&format!("TRY_CAST({text} AS TIMESTAMPTZ)"), zone)
    }

    fn instant(&self, seconds: &str, zone: &Zone) -> String {
        self.there(&format!("to_timestamp({seconds})"), zone)
    }

    fn seconds_after(&self, day: &str, seconds: &str) -> String {
        format!("TIMESTAMP '{day} 00:00:00' + to_seconds({seconds})")
    }

    fn clock(&self, time: &str) -> String {
        format!("strftime({time}, '%H:%M:%S')")
    }

    fn computed_once(&self) -> (&'static str, &'static str) {
        ("AS MATERIALIZED", "")
    }
}

impl DuckDb {
    /// An instant by the clock of a zone.
    fn there(&self, instant: &str, zone: &Zone) -> String {
        let name = if zone.name.starts_with(['+', '-']) { format!("GMT{}", zone.name) } else { zone.name.to_string() };
        format!("timezone({}, {instant})", self.literal(&name))
    }
}
