//! Bytes of any kind: read, or refused with a reason; and packed, or in another encoding, they come to the same.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use encoding_rs::GB18030;
use flate2::Compression;
use flate2::write::GzEncoder;
use wagepact::deliveries::{Summary, Tally};
use wagepact::diagnostics::Problem;
use wagepact::tables::table::TableOptions;
use wagepact::workforce::Roster;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::desk::{Desk, outcome, read_log, told};

type Come = Result<(Tally, Summary), Vec<&'static str>>;

fn come_to(path: PathBuf) -> Come {
    outcome(read_log(path)).map(|reading| (reading.tally, reading.summary))
}

pub fn holds(bytes: &[u8]) {
    let (desk, path) = Desk::with("log", bytes);
    let plain = come_to(path.clone());
    let _ = Roster::read(&path, TableOptions::default()).map_err(|problems: Vec<Problem>| told(&problems));
    // Only so many may be packed in one another, and what is packed is in no encoding.
    let is_packed = bytes.starts_with(b"PK") || bytes.starts_with(&[0x1f, 0x8b]) || bytes.starts_with(&[0x28, 0xb5]);
    if is_packed || plain.as_ref().is_err_and(|ids| ids.iter().any(|id| id.starts_with("input-"))) {
        return;
    }
    for packed in [gzip(bytes), zipped(bytes, CompressionMethod::Stored), zipped(bytes, CompressionMethod::Deflated)] {
        assert_eq!(come_to(desk.write("log", packed)), plain, "packed");
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let others = |text: &str| text.contains(['\u{feff}', '\0', '\u{fffd}']);
    let (of_china, _, is_lossy) = GB18030.encode(text);
    if others(text) || text.trim().is_empty() || is_lossy {
        return;
    }
    let with_mark: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(come_to(desk.write("log", with_mark)), plain, "in UTF-16");
    // That it is GB18030 is found by looking at it: of a few characters that says little.
    let _ = come_to(desk.write("log", of_china));
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn zipped(bytes: &[u8], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("log", SimpleFileOptions::default().compression_method(method)).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}
