//! Workbooks: any bytes under their names, and workbooks packed from XML of any kind: read, or refused with a reason.

use std::io::{Cursor, Write};
use std::path::Path;

use wagepact::tables::table::TableOptions;
use wagepact::workforce::{Attendance, Roster};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::desk::{Desk, read_log, told};

pub fn holds(bytes: &[u8]) {
    let (_desk, path) = Desk::with("book.xlsx", bytes);
    is_read(&path);
}

fn is_read(path: &Path) {
    let every_sheet = format!("{}#*", path.display());
    let of_day = TableOptions::default();
    let results = [
        read_log(path.to_path_buf()).map(|_| ()),
        read_log(every_sheet.into()).map(|_| ()),
        Roster::read(path, TableOptions::default()).map(|_| ()),
        Attendance::read(path, of_day, None).map(|_| ()),
    ];
    for found in results {
        let _ = found.map_err(|problems| told(&problems));
    }
}

/// What stands before the name of a part in a seed, on a line of its own; the text of the part follows.
const PART: &str = "=== ";

/// The parts of a workbook that a seed need not name.
const PARTS: [(&str, &str); 3] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="May" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
];

/// A workbook of the parts that the bytes name: of Excel, unless one is `content.xml`, which is one of an open document.
pub fn made(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut parts: Vec<(&str, &str)> = Vec::new();
    for part in text.split(PART).skip(1).take(12) {
        let (name, part) = part.split_once('\n').unwrap_or((part, ""));
        if !parts.iter().any(|(other, _)| *other == name) && !name.is_empty() {
            parts.push((name, part));
        }
    }
    let is_open = parts.iter().any(|(name, _)| *name == "content.xml");
    let instead: &[(&str, &str)] =
        if is_open { &[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")] } else { &PARTS };
    let lacking: Vec<_> = instead.iter().filter(|(name, _)| !parts.iter().any(|(other, _)| other == name)).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in lacking.into_iter().chain(&parts) {
        if zip.start_file(*name, stored).is_err() {
            return;
        }
        zip.write_all(part.as_bytes()).unwrap();
    }
    let (_desk, path) = Desk::with("book.xlsx", zip.finish().unwrap().into_inner());
    is_read(&path);
}
