//! What a new workbook says beside the values of its cells: formulas that no program has worked out, merged cells, hidden rows.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek};

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::files::spreadsheet::bounds;
use crate::files::spreadsheet::bounds::Beyond;

/// What is known of a sheet beside its values.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The cells whose formula was never worked out, by row and column from 0.
    pub unworked: BTreeSet<(u32, u32)>,
    pub merged: Vec<Dimensions>,
    /// How many rows that hold something are hidden.
    pub hidden: u64,
}

/// Looks through the sheet asked for, or through all; by their names.
///
/// # Errors
/// That it cannot be read, or has a cell [`Beyond`] what a sheet can have.
pub(super) fn sheets(file: &mut (impl Read + Seek), asked: Option<&str>) -> io::Result<BTreeMap<String, Beside>> {
    // Of an archive or a workbook that is broken, its reader will tell.
    let Ok(mut archive) = ZipArchive::new(file) else { return Ok(BTreeMap::new()) };
    let names = archive.file_names().flatten().map(|name| (normal(&name), name.to_string())).collect();
    let mut parts = Parts { archive: &mut archive, names };
    let main = parts.targets("_rels/.rels", "")?.into_values().find(|(kind, _)| kind.ends_with("/officeDocument"));
    let main = main.map_or_else(|| "xl/workbook.xml".to_string(), |(_, path)| path);
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let targets = parts.targets(&format!("{folder}/_rels/{name}.rels"), folder)?;
    let (mut ids, mut is_calculated_on_load) = (Vec::new(), false);
    parts.each(&main, |tag| match tag.local_name().as_ref() {
        "sheet" => ids.extend(attribute(tag, "name").zip(attribute(tag, "id"))),
        "calcPr" => is_calculated_on_load |= is_true(attribute(tag, "fullCalcOnLoad")),
        _ => {}
    })?;
    let mut sheets = BTreeMap::new();
    for (name, id) in ids.into_iter().filter(|(name, _)| asked.is_none_or(|asked| asked == name)) {
        let Some((_, path)) = targets.get(&id) else { continue };
        let Some(part) = parts.open(path)? else { continue };
        let sheet = Sheet { name: name.clone(), is_calculated_on_load, ..Sheet::default() };
        sheets.insert(name, sheet.read(part)?);
    }
    Ok(sheets)
}

/// The parts of a workbook, found as other programs find them: whatever their case, and with slashes of either kind.
struct Parts<'a, F: Read + Seek> {
    archive: &'a mut ZipArchive<F>,
    names: BTreeMap<String, String>,
}

fn normal(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

impl<F: Read + Seek> Parts<'_, F> {
    fn open(&mut self, path: &str) -> io::Result<Option<Reader<impl BufRead + use<'_, F>>>> {
        let Some(name) = self.names.get(&normal(path)) else { return Ok(None) };
        let part = self.archive.by_name(name).map_err(io::Error::from)?;
        let mut reader = Reader::from_reader(BufReader::new(part));
        let config = reader.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Ok(Some(reader))
    }

    /// Shows every tag that begins in a part.
    fn each(&mut self, path: &str, mut take: impl FnMut(&BytesStart<'_>)) -> io::Result<()> {
        let Some(mut part) = self.open(path)? else { return Ok(()) };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match part.read_event_into(&mut buffer).map_err(broken)? {
                Event::Start(tag) => take(&tag),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// What a list of relations names, by the ids: of what kind it is, and where it lies.
    fn targets(&mut self, path: &str, folder: &str) -> io::Result<BTreeMap<String, (String, String)>> {
        let mut targets = BTreeMap::new();
        self.each(path, |tag| {
            let [id, kind, target] = ["Id", "Type", "Target"].map(|name| attribute(tag, name).unwrap_or_default());
            let path = if target.starts_with('/') { target } else { format!("{folder}/{target}") };
            targets.insert(id, (kind, path.trim_start_matches('/').to_string()));
        })?;
        Ok(targets)
    }
}

pub(super) fn broken(error: quick_xml::Error) -> io::Error {
    match error {
        quick_xml::Error::Io(error) => io::Error::new(error.kind(), error.to_string()),
        other => io::Error::new(ErrorKind::InvalidData, other),
    }
}

/// An attribute of a tag, whatever its namespace.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let found = all.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(String::from)
}

fn is_true(attribute: Option<String>) -> bool {
    attribute.is_some_and(|said| said == "1" || said == "true")
}

/// A sheet while it is looked through.
#[derive(Default)]
struct Sheet {
    name: String,
    is_calculated_on_load: bool,
    beside: Beside,
    /// The formulas whose value is 0, and whether any has another.
    zeros: Vec<(u32, u32)>,
    has_values: bool,
    row: Row,
    cell: Cell,
}

/// A row while it is looked through.
#[derive(Default)]
struct Row {
    /// Its number from 0, and the column of its next cell.
    at: (u32, u32),
    is_hidden: bool,
    holds: bool,
}

/// A cell while it is looked through.
#[derive(Default)]
struct Cell {
    at: (u32, u32),
    is_text: bool,
    has_formula: bool,
    is_value: bool,
    value: String,
}

impl Sheet {
    fn read(mut self, mut part: Reader<impl BufRead>) -> io::Result<Beside> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match part.read_event_into(&mut buffer).map_err(broken)? {
                Event::Start(tag) => self.begin(&tag)?,
                Event::Text(text) if self.cell.is_value => self.cell.value.push_str(&text),
                Event::GeneralRef(_) | Event::CData(_) if self.cell.is_value => self.cell.value.push('&'),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" => self.cell.is_value = false,
                    "c" => self.end_cell(),
                    "row" => self.end_row(),
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        if self.is_calculated_on_load && !self.has_values {
            // As XlsxWriter writes them: a 0 for each formula, and the wish that they be worked out.
            self.beside.unworked.extend(self.zeros);
        }
        Ok(self.beside)
    }

    fn begin(&mut self, tag: &BytesStart<'_>) -> io::Result<()> {
        match tag.local_name().as_ref() {
            "row" => {
                let number = attribute(tag, "r").and_then(|number| number.parse::<u32>().ok());
                let at = (number.map_or(self.row.at.0, |number| number.saturating_sub(1)), 0);
                self.row = Row { at, is_hidden: is_true(attribute(tag, "hidden")), holds: false };
            }
            "c" => {
                let at = match attribute(tag, "r") {
                    Some(name) => bounds::cell(&name).map_err(|Beyond| bounds::beyond(&self.name, &name))?,
                    None => self.row.at,
                };
                self.row.at.1 = at.1.saturating_add(1);
                let is_text = attribute(tag, "t").is_some_and(|kind| kind == "str");
                self.cell = Cell { at, is_text, ..Cell::default() };
            }
            "f" => self.cell.has_formula = true,
            "v" => self.cell.is_value = true,
            "is" => self.row.holds = true,
            "mergeCell" => self.beside.merged.extend(attribute(tag, "ref").as_deref().and_then(range)),
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let Cell { at, is_text, has_formula, ref value, .. } = self.cell;
        self.row.holds |= has_formula || !value.is_empty();
        match value.trim() {
            _ if !has_formula => {}
            // A text of no letters is worked out.
            "" if is_text => self.has_values = true,
            "" => _ = self.beside.unworked.insert(at),
            "0" => self.zeros.push(at),
            _ => self.has_values = true,
        }
    }

    fn end_row(&mut self) {
        self.beside.hidden += u64::from(self.row.is_hidden && self.row.holds);
        self.row.at.0 = self.row.at.0.saturating_add(1);
    }
}

/// The cells of a range such as `B2:C5`.
fn range(text: &str) -> Option<Dimensions> {
    let (start, end) = text.split_once(':').unwrap_or((text, text));
    let (start, end) = (bounds::cell(start).ok()?, bounds::cell(end).ok()?);
    (start.0 <= end.0 && start.1 <= end.1).then(|| Dimensions::new(start, end))
}
