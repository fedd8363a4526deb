//! Papers to be handed out: one below the other on one sheet, or each on a sheet of its own.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::diagnostics::wrap;
use crate::report::formats::cells::for_people;
use crate::report::formats::words::Words;
use crate::report::formats::xlsx::names::Names;
use crate::report::formats::xlsx::{figure, sheet};
use crate::report::{Block, Cell, Papers, Table};

/// The widths of the columns, in characters: together the width of a page of A4.
const WIDTHS: [u16; 5] = [12, 28, 26, 12, 14];

/// The last column, in which amounts stand.
const LAST: usize = WIDTHS.len() - 1;

/// The most papers of one sheet: a spreadsheet has at most 1,023 page breaks, and some 50 rows for each strip.
const PAGES: usize = 1000;
const STRIPS: usize = 20_000;

/// How a sheet looks.
struct Look {
    title: Format,
    head: Format,
    text: Format,
    figure: Format,
    count: Format,
    sum: Format,
    plain: Format,
}

impl Look {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let cell = plain.clone().set_border(FormatBorder::Hair);
        Self {
            title: Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Center),
            head: cell.clone().set_bold().set_border_bottom(FormatBorder::Thin),
            figure: cell.clone().set_num_format("#,##0.00"),
            count: cell.clone().set_num_format("#,##0"),
            sum: cell.clone().set_bold().set_num_format("#,##0.00").set_border_top(FormatBorder::Thin),
            text: cell,
            plain,
        }
    }
}

/// A sheet that is being written, from top to bottom.
struct Writing<'a> {
    sheet: &'a mut Worksheet,
    words: &'a Words<'a>,
    look: &'a Look,
    row: usize,
}

/// Writes papers.
pub(super) fn write(
    papers: &Papers,
    words: &Words<'_>,
    (workbook, names, title): (&mut Workbook, &mut Names, &str),
) -> Result<(), XlsxError> {
    let look = Look::new();
    if papers.apart {
        for (name, blocks) in &papers.papers {
            let name = names.unlike(if name.is_empty() { title } else { name });
            let mut writing = begun(workbook.add_worksheet().set_name(name)?, words, &look)?;
            blocks.iter().try_for_each(|block| writing.block(block))?;
        }
        return Ok(());
    }
    for some in papers.papers.chunks(if papers.strips { STRIPS } else { PAGES }) {
        let mut writing = begun(workbook.add_worksheet().set_name(names.unlike(title))?, words, &look)?;
        let mut breaks = Vec::new();
        for (number, (_, blocks)) in some.iter().enumerate() {
            if number > 0 && papers.strips {
                writing.cut()?;
            } else if number > 0 {
                breaks.push(sheet::row(writing.row));
            }
            blocks.iter().try_for_each(|block| writing.block(block))?;
        }
        writing.sheet.set_page_breaks(&breaks)?;
    }
    Ok(())
}

fn begun<'a>(sheet: &'a mut Worksheet, words: &'a Words<'a>, look: &'a Look) -> Result<Writing<'a>, XlsxError> {
    sheet::paper(sheet).set_portrait();
    for (at, width) in WIDTHS.into_iter().enumerate() {
        sheet.set_column_width(sheet::column(at), width)?;
    }
    Ok(Writing { sheet, words, look, row: 0 })
}

impl Writing<'_> {
    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Heading(depth, title) => {
                let look = if *depth <= 2 { &self.look.title } else { &self.look.head };
                let title = self.words.reader.say(title);
                self.across(0, &title, &look.clone())
            }
            Block::Paragraph(words) => {
                let words = self.words.reader.say(words);
                self.across(0, &words, &self.look.plain.clone())
            }
            Block::Quote(words) => self.across(1, words, &self.look.plain.clone()),
            Block::Shown(table) => self.table(table),
            Block::List(..)
            | Block::Code(_)
            | Block::Beside(..)
            | Block::Bars(..)
            | Block::Table(_)
            | Block::Sheet(_)
            | Block::Workbook(_)
            | Block::Papers(_)
            | Block::Data(_) => Ok(()),
        }
    }

    /// A text from a column on over all others.
    fn across(&mut self, from: usize, text: &str, look: &Format) -> Result<(), XlsxError> {
        let row = sheet::row(self.row);
        self.sheet.merge_range(row, sheet::column(from), row, sheet::column(LAST), text, look)?;
        let width: u16 = WIDTHS[from..].iter().sum();
        sheet::heighten(self.sheet, self.row, text, usize::from(width))?;
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let headings: Vec<Cell> = table.columns.iter().map(|its| Cell::text(&self.words.heading(its.key))).collect();
        self.cells(&headings, &self.look.head.clone(), &self.look.head.clone())?;
        for cells in table.rows.iter() {
            self.cells(&cells, &self.look.text.clone(), &self.look.figure.clone())?;
        }
        if let Some(cells) = &table.total {
            self.cells(cells, &self.look.sum.clone(), &self.look.sum.clone())?;
        }
        Ok(())
    }

    /// A row: its last cell in the last column, the one before it as wide as what is left.
    fn cells(&mut self, cells: &[Cell], text: &Format, figure: &Format) -> Result<(), XlsxError> {
        let row = sheet::row(self.row);
        let mut lines = 1;
        for (at, cell) in cells.iter().enumerate() {
            let (from, to) = match cells.len() - at {
                1 => (LAST, LAST),
                2 => (at, LAST - 1),
                _ => (at, at),
            };
            let shown = self.words.text(cell).unwrap_or_else(|| for_people(cell, self.words.reader));
            let width: u16 = WIDTHS[from..=to].iter().sum();
            lines = lines.max(wrap::lines(&shown, usize::from(width)).len());
            if let Some(number) = figure::number(cell) {
                let look = if matches!(cell, Cell::Count(_)) { &self.look.count } else { figure };
                self.sheet.write_number_with_format(row, sheet::column(from), number, look)?;
            } else if from == to {
                self.sheet.write_string_with_format(row, sheet::column(from), &shown, text)?;
            } else {
                self.sheet.merge_range(row, sheet::column(from), row, sheet::column(to), &shown, text)?;
            }
        }
        sheet::high(self.sheet, self.row, lines)?;
        self.row += 1;
        Ok(())
    }

    /// A line along which papers are cut.
    fn cut(&mut self) -> Result<(), XlsxError> {
        let line = Format::new().set_border_bottom(FormatBorder::Dashed);
        for at in 0..=LAST {
            self.sheet.write_blank(sheet::row(self.row), sheet::column(at), &line)?;
        }
        self.row += 2;
        Ok(())
    }
}
