//! Files with exactly as many rows as a spreadsheet or an export holds: the rest may be missing.

/// The rows of a full sheet, an old one and a new one, with its headings and without them.
const FULL: [u64; 4] = [65_535, 65_536, 1_048_575, 1_048_576];

/// Whether so many rows are as many as some program holds at most.
#[must_use]
pub fn is_full(rows: u64) -> bool {
    FULL.contains(&rows)
}
