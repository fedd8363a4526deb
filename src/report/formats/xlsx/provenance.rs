//! The sheet on how a workbook was made: the command, and every file that was read with its digest.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::diagnostics::Message;
use crate::files::digest::Digest;
use crate::report::formats::xlsx::{figure, sheet};
use crate::report::provenance::Added;
use crate::report::{Catalogue, Cell, Provenance};

/// The widths of the columns; the digest has 64 characters.
const WIDTHS: [u16; 5] = [28, 60, 16, 66, 40];

/// A file as its row has it.
struct Row<'a> {
    of: String,
    file: &'a str,
    digest: Option<&'a Digest>,
    remark: String,
}

/// Writes the sheet.
pub(super) fn write(provenance: &Provenance, catalogue: &Catalogue, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let said = |id| catalogue.say(&Message::new(id));
    let by = catalogue.say(&provenance.by());
    let top = Format::new().set_align(FormatAlign::Top);
    let bold = top.clone().set_bold();
    let heading = bold.clone().set_border_bottom(FormatBorder::Thin);
    let text = top.clone().set_text_wrap();
    let project = provenance.project.as_ref();
    let said_of = |added: &Added| catalogue.say(&added.said());
    let lines: Vec<(String, &str)> =
        [(said("provenance-program"), &*by), (said("provenance-command"), &*provenance.command)]
            .into_iter()
            .chain(project.map(|added| (said_of(added), &*added.words)))
            .collect();
    for (number, (title, words)) in lines.iter().enumerate() {
        sheet.write_string_with_format(sheet::row(number), 0, title, &bold)?;
        sheet.write_string_with_format(sheet::row(number), 1, *words, &text)?;
        sheet::heighten(sheet, number, words, usize::from(WIDTHS[1]))?;
    }
    // Below these and an empty row.
    let files = lines.len() + 1;
    let headings = [
        said("provenance-of"),
        catalogue.column("file"),
        said("provenance-bytes"),
        "SHA-256".into(),
        said("provenance-remarks"),
    ];
    for (at, title) in headings.iter().enumerate() {
        sheet.write_string_with_format(sheet::row(files), sheet::column(at), title, &heading)?;
        sheet.set_column_width(sheet::column(at), WIDTHS[at])?;
    }
    let count = top.clone().set_num_format_index(sheet::COUNT);
    for (number, row) in rows(provenance, catalogue).iter().enumerate() {
        let number = files + 1 + number;
        let cells = [
            (0, row.of.as_str()),
            (1, row.file),
            (3, row.digest.map_or("", |digest| &digest.sha256)),
            (4, &row.remark),
        ];
        for (at, words) in cells {
            sheet.write_string_with_format(sheet::row(number), at, words, &text)?;
        }
        if let Some(bytes) = row.digest.and_then(|digest| figure::number(&Cell::Count(digest.bytes))) {
            sheet.write_number_with_format(sheet::row(number), 2, bytes, &count)?;
        }
        sheet::heighten(sheet, number, row.file, usize::from(WIDTHS[1]))?;
    }
    sheet::numbered(sheet, catalogue);
    Ok(())
}

fn rows<'a>(provenance: &'a Provenance, catalogue: &Catalogue) -> Vec<Row<'a>> {
    let documents = provenance.documents.iter().map(|document| Row {
        of: catalogue.say(&Message::new("provenance-agreement").with("agreement", &*document.agreement)),
        file: &document.file,
        digest: Some(&document.digest),
        remark: if document.built_in { catalogue.say(&Message::new("provenance-built-in")) } else { String::new() },
    });
    let inputs = provenance.inputs.iter().map(|input| Row {
        of: catalogue.say(&Message::new("provenance-given").arg("flag", input.given())),
        file: input.file.as_deref().unwrap_or_default(),
        digest: input.digest.as_ref().ok(),
        remark: input.digest.as_ref().err().map_or_else(String::new, |why| catalogue.say(&why.said())),
    });
    documents.chain(inputs).collect()
}
