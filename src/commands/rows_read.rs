//! What became of the rows of a log, in one line.

use crate::deliveries::Summary;
use crate::diagnostics::Message;

/// The one line that accounts for every row.
pub(super) fn summary(summary: &Summary) -> Message {
    let undelivered: u64 = summary.not_delivered.values().sum();
    Message::new(if undelivered > 0 { "log-summary-undelivered" } else { "log-summary" })
        .count("read", summary.read)
        .count("counted", summary.counted)
        .count("undelivered", undelivered)
        .count("duplicates", summary.duplicates)
        .count("taken_back", summary.taken_back)
        .count("left_out", summary.left_out)
        .count("rejected", summary.rejected)
        .count("parcels", summary.parcels)
        .with("statuses", statuses(summary))
        .count("totals", summary.passed_over.totals)
        .count("headings", summary.passed_over.headings)
}

/// How many rows of each status were not delivered.
pub(super) fn statuses(summary: &Summary) -> String {
    let name = |status: &str| if status.is_empty() { "\"\"".to_string() } else { status.to_string() };
    let by_status = summary.not_delivered.iter().map(|(status, rows)| format!("{} {rows}", name(status)));
    by_status.collect::<Vec<_>>().join(", ")
}
