//! One sheet: a table with its headings, as wide as what stands in it, and its row of sums.

use std::collections::BTreeSet;

use rust_xlsxwriter::utility::cell_range;
use rust_xlsxwriter::{ColNum, Format, FormatAlign, FormatBorder, Formula, IgnoreError, RowNum, Worksheet, XlsxError};

use crate::diagnostics::{Message, wrap};
use crate::report::formats::cells::for_people;
use crate::report::formats::words::Words;
use crate::report::formats::xlsx::held::{CellLook, Held, MOST_LINES, WIDEST};
use crate::report::formats::xlsx::{figure, severity};
use crate::report::{Catalogue, Cell, Table};
use crate::units::Decimal;

/// How wide sentences are, in characters.
const PAGE: u16 = 100;

/// What the button of the filter takes beside a heading.
const BUTTON: usize = 3;

/// What a figure or a word has around it.
pub(super) const ROOM: usize = 2;

/// The height of a line, in pixels.
pub(super) const LINE: u32 = 20;

/// A4, as printers number their papers.
const A4: u8 = 9;

/// The number formats that every spreadsheet has: `#,##0`, `#,##0.00` and `@`.
pub(super) const COUNT: u8 = 3;
const MONEY: u8 = 4;
const TEXT: u8 = 49;

/// How cells look, in a row and in the row of sums.
pub(super) struct Look {
    text: Format,
    long: Format,
    digits: Format,
    /// By the number of places after the point.
    figures: Vec<Format>,
}

impl Look {
    pub(super) fn new(base: &Format) -> Self {
        let top = base.clone().set_align(FormatAlign::Top);
        let figure = |places: u32| match places {
            0 => top.clone().set_num_format_index(COUNT),
            2 => top.clone().set_num_format_index(MONEY),
            _ => top.clone().set_num_format(written(places)),
        };
        Self {
            text: top.clone().set_num_format_index(TEXT),
            long: top.clone().set_text_wrap(),
            digits: top.clone().set_num_format_index(TEXT).set_align(FormatAlign::Right),
            figures: (0..=Decimal::MAX_SCALE).map(figure).collect(),
        }
    }

    pub(super) fn of_figure(&self, cell: &Cell) -> &Format {
        &self.figures[figure::places(cell) as usize]
    }

    pub(super) fn of(&self, look: CellLook) -> &Format {
        match look {
            CellLook::Text => &self.text,
            CellLook::Long => &self.long,
            CellLook::Digits => &self.digits,
            CellLook::Figure(places) => &self.figures[places as usize],
        }
    }
}

/// The format of a number with so many places.
pub(super) fn written(places: u32) -> String {
    if places == 0 { "#,##0".to_string() } else { format!("#,##0.{}", "0".repeat(places as usize)) }
}

/// The rows that a table takes: the heading, its rows, and the sums below an empty one.
pub(super) fn height(table: &Table) -> usize {
    1 + table.rows.len() + if table.total.is_some() { 2 } else { 0 }
}

/// A sheet that is being written, and how wide each of its columns has become.
struct Writing<'a> {
    sheet: &'a mut Worksheet,
    words: &'a Words<'a>,
    widths: Vec<usize>,
    /// Whether cells are only looked at, and written later.
    is_frame: bool,
}

/// Writes a table.
pub(super) fn table(table: &Table, words: &Words<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    filled(table, words, sheet, false).map(drop)
}

/// Writes a table but for its rows, for which one row stands that has each look of a cell once; these looks.
pub(super) fn frame(table: &Table, words: &Words<'_>, sheet: &mut Worksheet) -> Result<Vec<CellLook>, XlsxError> {
    filled(table, words, sheet, true)
}

fn filled(table: &Table, words: &Words<'_>, sheet: &mut Worksheet, is_frame: bool) -> Result<Vec<CellLook>, XlsxError> {
    let Some(last) = table.columns.len().checked_sub(1).map(column) else { return Ok(Vec::new()) };
    let mut writing = Writing { sheet, words, widths: vec![0; table.columns.len()], is_frame };
    writing.headings(table)?;
    let look = Look::new(&Format::new());
    let mut looks = BTreeSet::new();
    let mut adding: Vec<Option<Decimal>> =
        table.columns.iter().map(|its| (!its.kind.is_words()).then_some(Decimal::ZERO)).collect();
    for (number, cells) in table.rows.iter().enumerate() {
        let mut lines = 1;
        for (at, cell) in cells.iter().enumerate() {
            adding[at] = adding[at].and_then(|sum| added(sum, cell));
            let held = Held::of(cell, words);
            lines = lines.max(writing.cell(row(number + 1), at, (cell, &held), &look)?);
            looks.extend(held.look());
        }
        if lines > 1 && !is_frame {
            writing.sheet.set_row_height_pixels(row(number + 1), LINE * lines.min(MOST_LINES))?;
        }
    }
    let looks: Vec<CellLook> = looks.into_iter().collect();
    for (at, of_cell) in looks.iter().enumerate().filter(|_| is_frame) {
        writing.sheet.write_blank(1, column(at), look.of(*of_cell))?;
    }
    writing.is_frame = false;
    let end = row(table.rows.len());
    writing.sheet.set_freeze_panes(1, 0)?;
    if end > 0 {
        writing.sheet.autofilter(0, 0, end, last)?;
        // Ids are text on purpose.
        writing.sheet.ignore_error_range(1, 0, end, last, IgnoreError::NumberStoredAsText)?;
        if let Some(at) = table.columns.iter().position(|its| its.key == severity::COLUMN) {
            severity::colour(writing.sheet, words, (column(at), end, last))?;
        }
    }
    if let Some(cells) = &table.total {
        writing.sums(end, cells, &adding)?;
    }
    let Writing { sheet, widths, words, is_frame: _ } = writing;
    for (at, width) in widths.into_iter().enumerate() {
        let width = u32::try_from(width.min(WIDEST) + ROOM).expect("at most the widest");
        sheet.set_column_width(column(at), width)?;
    }
    numbered(sheet, words.reader).set_repeat_rows(0, 0)?;
    Ok(looks)
}

impl Writing<'_> {
    fn headings(&mut self, table: &Table) -> Result<(), XlsxError> {
        let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_align(FormatAlign::Top);
        // Above its figures, and beside the button of the filter.
        let of_figures = heading.clone().set_align(FormatAlign::Right).set_indent(2);
        for (at, its) in table.columns.iter().enumerate() {
            let title = self.words.heading(its.key);
            let look = if its.kind.is_words() { &heading } else { &of_figures };
            self.sheet.write_string_with_format(0, column(at), &title, look)?;
            self.widen(at, wrap::cells(&title) + BUTTON);
        }
        // Bold Chinese is higher than a line.
        self.sheet.set_row_height_pixels(0, LINE + LINE / 5)?;
        Ok(())
    }

    fn widen(&mut self, at: usize, width: usize) {
        self.widths[at] = self.widths[at].max(width);
    }

    /// Writes a cell; how many lines high it is.
    fn cell(&mut self, row: RowNum, at: usize, (cell, held): (&Cell, &Held), look: &Look) -> Result<u32, XlsxError> {
        let (width, lines) = held.size(cell, self.words);
        self.widen(at, width);
        if !self.is_frame {
            match held {
                Held::Text(text, of_cell) => {
                    self.sheet.write_string_with_format(row, column(at), text, look.of(*of_cell))?;
                }
                Held::Number(of_cell) => {
                    let number = figure::number(cell).unwrap_or_default();
                    self.sheet.write_number_with_format(row, column(at), number, look.of(*of_cell))?;
                }
                Held::Nothing => {}
            }
        }
        Ok(lines)
    }

    /// The row of sums, below an empty one, so that no filter and no sorting takes it for a row of the table. What is the
    /// sum of its column is a formula, with the sum as its result; what is not, such as the number of couriers, is a figure.
    fn sums(&mut self, end: RowNum, cells: &[Cell], adding: &[Option<Decimal>]) -> Result<(), XlsxError> {
        let base = Format::new().set_bold().set_border_top(FormatBorder::Thin);
        let look = Look::new(&base);
        for (at, cell) in cells.iter().enumerate() {
            let (row, column) = (end + 2, column(at));
            let sum = figure::number(cell).and(figure::value(cell)).filter(|sum| end > 0 && adding[at] == Some(*sum));
            if matches!(cell, Cell::Missing) {
                self.sheet.write_blank(row, column, &base)?;
            } else if let Some(sum) = sum {
                let formula = Formula::new(format!("=SUM({})", cell_range(1, column, end, column)));
                let formula = formula.set_result(sum.to_string());
                self.sheet.write_formula_with_format(row, column, formula, look.of_figure(cell))?;
                self.widen(at, for_people(cell, self.words.reader).len());
            } else {
                self.cell(row, at, (cell, &Held::of(cell, self.words)), &look)?;
            }
        }
        Ok(())
    }
}

/// Prints a sheet on A4, all its columns on one page.
pub(super) fn paper(sheet: &mut Worksheet) -> &mut Worksheet {
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0)
}

/// The same with the number of each page at its foot.
pub(super) fn numbered<'a>(sheet: &'a mut Worksheet, catalogue: &Catalogue) -> &'a mut Worksheet {
    let pages = Message::new("xlsx-page-of").with("page", "&P").with("pages", "&N");
    paper(sheet).set_footer(format!("&C{}", catalogue.say(&pages)))
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
    high(sheet, number, wrap::lines(text, width).len())
}

/// Makes a row so many lines high.
pub(super) fn high(sheet: &mut Worksheet, number: usize, lines: usize) -> Result<(), XlsxError> {
    let lines = u32::try_from(lines).unwrap_or(MOST_LINES);
    sheet.set_row_height_pixels(row(number), LINE * lines.min(MOST_LINES))?;
    Ok(())
}

/// Sentences, one below the other.
pub(super) fn sentences(sentences: &[String], catalogue: &Catalogue, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let look = Look::new(&Format::new());
    for (number, sentence) in sentences.iter().enumerate() {
        sheet.write_string_with_format(row(number), 0, sentence, &look.long)?;
        heighten(sheet, number, sentence, usize::from(PAGE))?;
    }
    numbered(sheet, catalogue).set_column_width(0, PAGE)?;
    Ok(())
}

pub(super) fn row(number: usize) -> RowNum {
    RowNum::try_from(number).expect("a table that fits a sheet")
}

pub(super) fn column(number: usize) -> ColNum {
    ColNum::try_from(number).expect("a table has few columns")
}
