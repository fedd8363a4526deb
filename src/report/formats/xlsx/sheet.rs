//! One sheet: a table with its headings, as wide as what stands in it, and its row of sums.

use rust_xlsxwriter::utility::cell_range;
use rust_xlsxwriter::{ColNum, Format, FormatAlign, FormatBorder, Formula, IgnoreError, RowNum, Worksheet, XlsxError};

use crate::report::formats::cells::for_people;
use crate::report::formats::words::Words;
use crate::report::formats::wrap;
use crate::report::formats::xlsx::figure;
use crate::report::{Cell, Table};
use crate::units::Decimal;

/// The widest column of words, in characters; longer ones are broken into lines.
const WIDEST: usize = 60;

/// How wide sentences are, in characters.
const PAGE: u16 = 100;

/// What the button of the filter takes beside a heading.
const BUTTON: usize = 3;

/// What a figure or a word has around it.
const ROOM: usize = 2;

/// The height of a line, in pixels.
const LINE: u32 = 20;

/// The lines that the highest row has: all that a screen shows at once, and no spreadsheet takes more than 27.
const MOST_LINES: u32 = 25;

/// A4, as printers number their papers.
const A4: u8 = 9;

/// The number formats that every spreadsheet has: `#,##0`, `#,##0.00` and `@`.
pub(super) const COUNT: u8 = 3;
const MONEY: u8 = 4;
const TEXT: u8 = 49;

/// How cells look, in a row and in the row of sums.
struct Look {
    text: Format,
    long: Format,
    /// By the number of places after the point.
    figures: Vec<Format>,
}

impl Look {
    fn new(base: &Format) -> Self {
        let top = base.clone().set_align(FormatAlign::Top);
        let figure = |places: usize| match places {
            0 => top.clone().set_num_format_index(COUNT),
            2 => top.clone().set_num_format_index(MONEY),
            _ => top.clone().set_num_format(format!("#,##0.{}", "0".repeat(places))),
        };
        Self {
            // As text, so that an id that someone types over stays one.
            text: top.clone().set_num_format_index(TEXT),
            long: top.clone().set_text_wrap(),
            figures: (0..=Decimal::MAX_SCALE as usize).map(figure).collect(),
        }
    }

    /// Text that is not broken into lines is marked as text; longer text would then be hidden by some spreadsheets.
    fn of_text(&self, text: &str) -> &Format {
        if wrap::cells(text) > WIDEST || text.contains('\n') { &self.long } else { &self.text }
    }
}

/// The rows that a table takes: the heading, its rows, and the sums below an empty one.
pub(super) fn height(table: &Table) -> usize {
    1 + table.rows.len() + if table.total.is_some() { 2 } else { 0 }
}

/// Writes a table.
pub(super) fn table(table: &Table, words: &Words<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Some(last) = table.columns.len().checked_sub(1).map(column) else { return Ok(()) };
    let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_align(FormatAlign::Top);
    // Above its figures, and beside the button of the filter.
    let of_figures = heading.clone().set_align(FormatAlign::Right).set_indent(2);
    let look = Look::new(&Format::new());
    let mut widths = Vec::with_capacity(table.columns.len());
    for (at, its) in table.columns.iter().enumerate() {
        let title = words.heading(its.key);
        let look = if its.kind.is_words() { &heading } else { &of_figures };
        sheet.write_string_with_format(0, column(at), &title, look)?;
        widths.push(wrap::cells(&title) + BUTTON);
    }
    // Bold Chinese is higher than a line.
    sheet.set_row_height_pixels(0, LINE + LINE / 5)?;
    let mut adding: Vec<Option<Decimal>> =
        table.columns.iter().map(|its| (!its.kind.is_words()).then_some(Decimal::ZERO)).collect();
    for (number, cells) in table.rows.iter().enumerate() {
        let mut lines = 1;
        for (at, cell) in cells.iter().enumerate() {
            adding[at] = adding[at].and_then(|sum| added(sum, cell));
            let (width, its) = write(sheet, (row(number + 1), column(at)), cell, words, &look)?;
            widths[at] = widths[at].max(width);
            lines = lines.max(its);
        }
        if lines > 1 {
            sheet.set_row_height_pixels(row(number + 1), LINE * lines.min(MOST_LINES))?;
        }
    }
    let end = row(table.rows.len());
    sheet.set_freeze_panes(1, 0)?;
    if end > 0 {
        sheet.autofilter(0, 0, end, last)?;
        // Ids are text on purpose.
        sheet.ignore_error_range(1, 0, end, last, IgnoreError::NumberStoredAsText)?;
    }
    if let Some(cells) = &table.total {
        sums(sheet, table, cells, words, &adding, &mut widths)?;
    }
    for (at, width) in widths.into_iter().enumerate() {
        let width = u32::try_from(width.min(WIDEST) + ROOM).expect("at most the widest");
        sheet.set_column_width(column(at), width)?;
    }
    paper(sheet).set_repeat_rows(0, 0)?;
    Ok(())
}

/// Prints a sheet on A4, all its columns on one page.
pub(super) fn paper(sheet: &mut Worksheet) -> &mut Worksheet {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0)
}

/// Writes a cell; how many characters it is wide, and how many lines high.
fn write(
    sheet: &mut Worksheet,
    at: (RowNum, ColNum),
    cell: &Cell,
    words: &Words<'_>,
    look: &Look,
) -> Result<(usize, u32), XlsxError> {
    let (row, column) = at;
    if let Some(number) = figure::number(cell) {
        sheet.write_number_with_format(row, column, number, &look.figures[figure::places(cell) as usize])?;
        return Ok((for_people(cell, words.reader).len(), 1));
    }
    if let Some(text) = words.text(cell) {
        sheet.write_string_with_format(row, column, &text, look.of_text(&text))?;
        let lines = || text.lines().flat_map(|line| wrap::lines(line, WIDEST));
        let widest = lines().map(|line| wrap::cells(&line)).max().unwrap_or_default();
        return Ok((widest, u32::try_from(lines().count()).unwrap_or(MOST_LINES)));
    }
    let text = for_people(cell, words.reader);
    if !text.is_empty() {
        // A figure of more digits than a workbook has: as text it is at least the right one.
        sheet.write_string_with_format(row, column, &text, &look.text.clone().set_align(FormatAlign::Right))?;
    }
    Ok((text.len(), 1))
}

/// The row of sums, below an empty one, so that no filter and no sorting takes it for a row of the table. What is the
/// sum of its column is a formula, with the sum as its result; what is not, such as the number of couriers, is a figure.
fn sums(
    sheet: &mut Worksheet,
    table: &Table,
    cells: &[Cell],
    words: &Words<'_>,
    adding: &[Option<Decimal>],
    widths: &mut [usize],
) -> Result<(), XlsxError> {
    let base = Format::new().set_bold().set_border_top(FormatBorder::Thin);
    let look = Look::new(&base);
    let (end, row) = (row(table.rows.len()), row(table.rows.len() + 2));
    let sum_of = |cell: &Cell| figure::number(cell).and(figure::value(cell));
    for (at, cell) in cells.iter().enumerate() {
        let column = column(at);
        if matches!(cell, Cell::Missing) {
            sheet.write_blank(row, column, &base)?;
        } else if let Some(sum) = sum_of(cell).filter(|sum| end > 0 && adding[at] == Some(*sum)) {
            let formula = format!("=SUM({})", cell_range(1, column, end, column));
            let formula = Formula::new(formula).set_result(sum.to_string());
            sheet.write_formula_with_format(row, column, formula, &look.figures[figure::places(cell) as usize])?;
            widths[at] = widths[at].max(for_people(cell, words.reader).len());
        } else {
            widths[at] = widths[at].max(write(sheet, (row, column), cell, words, &look)?.0);
        }
    }
    Ok(())
}

/// The sum with one more cell; `None` where that is no number in the sheet.
fn added(sum: Decimal, cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Missing => Some(sum),
        cell => figure::number(cell).and(figure::value(cell)).and_then(|value| sum.checked_add(value)),
    }
}

/// Makes a row as high as a text that is broken into lines of `width` characters.
pub(super) fn heighten(sheet: &mut Worksheet, number: usize, text: &str, width: usize) -> Result<(), XlsxError> {
    let lines = u32::try_from(wrap::lines(text, width).len()).unwrap_or(MOST_LINES);
    sheet.set_row_height_pixels(row(number), LINE * lines.min(MOST_LINES))?;
    Ok(())
}

/// Sentences, one below the other.
pub(super) fn sentences(sentences: &[String], sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let look = Look::new(&Format::new());
    for (number, sentence) in sentences.iter().enumerate() {
        sheet.write_string_with_format(row(number), 0, sentence, &look.long)?;
        heighten(sheet, number, sentence, usize::from(PAGE))?;
    }
    paper(sheet).set_column_width(0, PAGE)?;
    Ok(())
}

pub(super) fn row(number: usize) -> RowNum {
    RowNum::try_from(number).expect("a table that fits a sheet")
}

pub(super) fn column(number: usize) -> ColNum {
    ColNum::try_from(number).expect("a table has few columns")
}
