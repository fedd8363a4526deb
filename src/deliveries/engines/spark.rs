//! How Apache Spark writes it, in ANSI mode or not.

use crate::deliveries::engines::dialect::Dialect;
use crate::tables::map::Heading;
use crate::tables::map::format::Zone;

pub(super) struct Spark;

impl Dialect for Spark {
    fn name(&self) -> &'static str {
        "Spark"
    }

    fn text_type(&self) -> &'static str {
        "STRING"
    }

    fn time_type(&self) -> &'static str {
        "TIMESTAMP_NTZ"
    }

    fn identifier(&self, name: &str) -> String {
        format!("`{}`", name.replace('`', "``"))
    }

    fn literal(&self, text: &str) -> String {
        format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
    }

    fn column(&self, heading: &Heading) -> String {
        match heading {
            Heading::Named(name) => self.identifier(name),
            // The names that Spark gives to the columns of a file without headings.
            Heading::Numbered(number) => self.identifier(&format!("_c{}", number - 1)),
        }
    }

    fn trimmed(&self, text: &str) -> String {
        format!("btrim({text}, ' \\t\\r\\n\\u3000')")
    }

    fn matches(&self, text: &str, regex: &str) -> String {
        format!("{text} RLIKE {}", self.literal(regex))
    }

    fn rewritten(&self, text: &str, regex: &str, replacement: &str) -> String {
        format!("regexp_replace({text}, {}, {})", self.literal(regex), self.literal(replacement))
    }

    fn without(&self, text: &str, regex: &str) -> String {
        self.rewritten(text, regex, "")
    }

    fn moment_text(&self, column: &str, zone: &Zone) -> String {
        let there = self.instant(&format!("unix_seconds(TRY_CAST({column} AS TIMESTAMP))"), zone);
        format!("CASE typeof({column}) WHEN 'timestamp' THEN CAST({there} AS STRING) ELSE CAST({column} AS STRING) END")
    }

    fn with_offset(&self, text: &str, zone: &Zone) -> String {
        self.instant(&format!("unix_seconds(TRY_CAST({text} AS TIMESTAMP))"), zone)
    }

    // Not by the session's own zone: an hour that its summer time repeats would be one of two.
    fn instant(&self, seconds: &str, zone: &Zone) -> String {
        let greenwich = self.seconds_after("1970-01-01", seconds);
        format!("convert_timezone('UTC', {}, {greenwich})", self.literal(&zone.name))
    }

    fn seconds_after(&self, day: &str, seconds: &str) -> String {
        format!("TIMESTAMP_NTZ '{day} 00:00:00' + make_dt_interval(0, 0, 0, {seconds})")
    }

    // Not `date_format`: it takes the time for one of the session's own zone, where an hour may be left out in spring.
    fn clock(&self, time: &str) -> String {
        format!("substr(CAST({time} AS STRING), 12, 8)")
    }

    // Spark computes a query anew wherever it is named, unless a call of it could answer otherwise.
    fn computed_once(&self) -> (&'static str, &'static str) {
        ("AS", "rand() AS computed_once, ")
    }
}
