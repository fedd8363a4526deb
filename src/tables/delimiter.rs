//! What stands between the cells of a table: as it says itself in a line `sep=;`, as someone has said, or the only sign by which
//! its headings can be found.

use csv::{ReaderBuilder, StringRecord};

/// So many rows are looked through for the headings.
const LOOKED_THROUGH: usize = 10;

/// The signs that programs write beside a comma.
const OTHERS: [u8; 3] = [b',', b'\t', b';'];

/// How many bytes at the beginning of a table are looked at.
pub const LOOKED_AT: usize = 1 << 14;

/// What was found at the beginning of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimited {
    /// What stands between its cells.
    pub by: u8,
    /// How many bytes the line takes that says so.
    pub said_in: usize,
}

/// Looks at the beginning of a table for which `said` was given; `fits` knows its headings.
#[must_use]
pub fn of(text: &str, said: u8, fits: impl Fn(&[String]) -> bool) -> Delimited {
    if let Some(own) = own(text) {
        return own;
    }
    let has_headings = |delimiter: &u8| {
        let mut reader = ReaderBuilder::new();
        let mut rows = reader.has_headers(false).flexible(true).delimiter(*delimiter).from_reader(text.as_bytes());
        let cells = |row: StringRecord| row.iter().map(String::from).collect::<Vec<_>>();
        rows.records().take(LOOKED_THROUGH).flatten().any(|row| fits(&cells(row)))
    };
    let by = if has_headings(&said) {
        said
    } else {
        let mut others = OTHERS.into_iter().filter(|other| *other != said).filter(has_headings);
        match (others.next(), others.next()) {
            (Some(only), None) => only,
            _ => said,
        }
    };
    Delimited { by, said_in: 0 }
}

/// What a first line `sep=;` says, as Excel reads it.
fn own(text: &str) -> Option<Delimited> {
    let end = text.find('\n').map_or(text.len(), |at| at + 1);
    let line = text[..end].trim_end_matches(['\r', '\n']);
    let (name, value) = line.split_at_checked(4)?;
    let by = value.bytes().next().filter(|by| value.len() == 1 && by.is_ascii())?;
    (name.eq_ignore_ascii_case("sep=") && by != b'"').then_some(Delimited { by, said_in: end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(text: &str, said: u8) -> (char, usize) {
        let found = of(text, said, |row| row.len() > 1 && row[0] == "id");
        (char::from(found.by), found.said_in)
    }

    #[test]
    fn a_table_says_it_or_its_headings_do() {
        assert_eq!(by("sep=;\r\nid;a\n", b','), (';', 7));
        assert_eq!(by("SEP=\t\nid\ta", b','), ('\t', 6));
        assert_eq!((by("id,a;b\n1,2\n", b','), by("id;a,b\n", b',')), ((',', 0), (';', 0)));
        assert_eq!(by("May, 2022\n\nid\ta\n", b','), ('\t', 0));
        assert_eq!(by("id;a\n", b'\t'), (';', 0));
        // Nothing fits, or what was said.
        assert_eq!((by("x;y\n", b','), by("id|a\n", b'|')), ((',', 0), ('|', 0)));
        assert_eq!((by("sep=\n", b','), by("", b',')), ((',', 0), (',', 0)));
    }
}
