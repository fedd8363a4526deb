//! The sheet to be printed: what people would rather look at, as figures and beside them as charts, all on one page.

use std::mem;

use rust_xlsxwriter::{ColNum, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::diagnostics::{Message, wrap};
use crate::report::formats::bars;
use crate::report::formats::cells::{for_people, headings};
use crate::report::formats::page::Page;
use crate::report::formats::xlsx::chart::Drawn;
use crate::report::formats::xlsx::held::CellLook;
use crate::report::formats::xlsx::names::Names;
use crate::report::formats::xlsx::sheet::Look;
use crate::report::formats::xlsx::{chart, figure, sheet};
use crate::report::{Block, Catalogue, Cell, Table, remarks};

/// The widths of a column, in characters: at least, for its heading before that is broken into lines, and for its cells.
const WIDTHS: [usize; 3] = [11, 18, 30];

/// The columns below a chart, and how wide they are, in pixels.
const COLUMNS: usize = 10;
const COLUMN: u32 = chart::WIDTH / 10;

/// The rows that fit on a page of a hundred characters, and how many times as many are still legible on one.
const ROWS_OF_100: usize = 27;
const SMALLER: usize = 2;

/// What stands on the sheet, from top to bottom.
enum Piece<'a> {
    Words(String),
    /// Figures with their heading and titles, and whether they are drawn: not, beside the figures before them, or on their own.
    Figures(String, &'a Table, &'a [Cell], Option<Place>),
}

/// Where the chart of some figures stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the right, as high as there is room.
    High,
    /// At the right of its figures.
    Beside,
}

/// Writes the sheet, where there is anything to draw.
pub(super) fn write(page: &Page<'_>, workbook: &mut Workbook, names: &mut Names) -> Result<(), XlsxError> {
    let Page { report, catalogue, .. } = page;
    let pieces = pieces(&report.blocks, catalogue);
    let Some(titles) = pieces.iter().find_map(Piece::titles) else { return Ok(()) };
    // Those of proposals; a change that was typed has none, and is said below.
    let titled = |title: &&Cell| matches!(title, Cell::Text(_));
    let titles: Vec<String> = titles.iter().filter(titled).map(|title| for_people(title, catalogue)).collect();
    let of_rows = catalogue.plain(&format!("xlsx-sheet-{}-rows", report.name)).unwrap_or_default();
    let title = if titles.is_empty() {
        of_rows
    } else {
        catalogue.say(&Message::new("xlsx-title").with("title", of_rows).with("proposals", titles.join("、")))
    };
    let name = names.unlike(&catalogue.say(&Message::new("xlsx-charts")));
    let sheet = workbook.add_worksheet().set_name(&name)?;
    let mut writing = Writing { sheet, name: &name, catalogue, widths: widths(&pieces, catalogue), row: 0, free: 0 };
    writing.columns()?;
    writing.across(&title, &Format::new().set_bold().set_font_size(16))?;
    writing.row += 1;
    writing.free = writing.row;
    let mut breaks = vec![0];
    for piece in &pieces {
        writing.piece(piece, &mut breaks)?;
    }
    writing.row = writing.row.max(writing.free);
    for note in remarks::arranged(&report.notes, true) {
        writing.across(&catalogue.remark(&note), &Format::new().set_text_wrap().set_align(FormatAlign::Top))?;
    }
    writing.printed(&breaks)
}

/// The blocks that stand on the sheet; a heading only above figures.
fn pieces<'a>(blocks: &'a [Block], catalogue: &Catalogue) -> Vec<Piece<'a>> {
    let said = |message: &Message| catalogue.say(message);
    let (mut pieces, mut heading, mut place) = (Vec::new(), String::new(), None);
    for block in blocks {
        match block {
            Block::Heading(_, title) => heading = said(title),
            Block::Paragraph(words) => pieces.push(Piece::Words(said(words))),
            Block::List(title, items) => {
                pieces.push(Piece::Words(said(title)));
                pieces.extend(items.iter().map(|item| Piece::Words(format!("· {}", said(item)))));
            }
            Block::Bars(None, table, _) => place = bars::can_be_drawn(table).then_some(Place::High),
            Block::Bars(Some(title), table, titles) if bars::can_be_drawn(table) => {
                pieces.push(Piece::Figures(said(title), table, titles, Some(Place::Beside)));
            }
            Block::Beside(table, titles) => {
                pieces.push(Piece::Figures(mem::take(&mut heading), table, titles, place.take()));
            }
            Block::Bars(Some(_), ..)
            | Block::Quote(_)
            | Block::Code(_)
            | Block::Shown(_)
            | Block::Table(_)
            | Block::Sheet(_)
            | Block::Workbook(_)
            | Block::Papers(_)
            | Block::Data(_) => {}
        }
    }
    pieces
}

impl<'a> Piece<'a> {
    /// The titles of the columns of what is drawn.
    fn titles(&self) -> Option<&'a [Cell]> {
        match self {
            Self::Figures(_, _, titles, Some(_)) => Some(titles),
            Self::Figures(_, _, _, None) | Self::Words(_) => None,
        }
    }
}

/// How wide each column has to be for its figures; their headings are broken into lines.
fn widths(pieces: &[Piece<'_>], catalogue: &Catalogue) -> Vec<usize> {
    let mut widths = Vec::new();
    for piece in pieces {
        let Piece::Figures(_, table, titles, _) = piece else { continue };
        widths.resize(table.columns.len().max(widths.len()), WIDTHS[0]);
        let mut widen = |texts: Vec<String>, most: usize| {
            for (width, text) in widths.iter_mut().zip(texts) {
                *width = (*width).max((wrap::cells(&text) + sheet::ROOM).min(most));
            }
        };
        widen(headings(table, titles, catalogue), WIDTHS[1]);
        for row in table.rows.iter().chain(table.total.clone()) {
            widen(row.iter().map(|cell| for_people(cell, catalogue)).collect(), WIDTHS[2]);
        }
    }
    widths
}

/// The sheet that is being written, from top to bottom.
struct Writing<'a> {
    sheet: &'a mut Worksheet,
    name: &'a str,
    catalogue: &'a Catalogue,
    /// Those of the columns of figures, in characters.
    widths: Vec<usize>,
    /// The first row without figures.
    row: usize,
    /// The first row without a chart.
    free: usize,
}

impl Writing<'_> {
    /// Where charts stand: one column right of the figures.
    fn right(&self) -> ColNum {
        sheet::column(self.widths.len() + 1)
    }

    fn last(&self) -> ColNum {
        sheet::column(self.widths.len() + COLUMNS)
    }

    /// How wide all of it is, in characters.
    fn width(&self) -> usize {
        // a character has seven pixels
        self.widths.iter().sum::<usize>() + 2 + chart::WIDTH as usize / 7
    }

    fn columns(&mut self) -> Result<(), XlsxError> {
        for (at, width) in self.widths.iter().enumerate() {
            self.sheet.set_column_width(sheet::column(at), u32::try_from(*width).expect("at most the widest"))?;
        }
        self.sheet.set_column_width_pixels(sheet::column(self.widths.len()), 2 * 7)?;
        for at in self.right()..=self.last() {
            self.sheet.set_column_width_pixels(at, COLUMN)?;
        }
        Ok(())
    }

    /// A sentence over all columns.
    fn across(&mut self, text: &str, look: &Format) -> Result<(), XlsxError> {
        let (row, width) = (sheet::row(self.row), self.width());
        self.sheet.merge_range(row, 0, row, self.last(), text, look)?;
        sheet::heighten(self.sheet, self.row, text, width)?;
        self.row += 1;
        Ok(())
    }

    fn piece(&mut self, piece: &Piece<'_>, breaks: &mut Vec<usize>) -> Result<(), XlsxError> {
        let (heading, table, titles, place) = match piece {
            Piece::Words(words) => {
                self.across(words, &Format::new().set_text_wrap().set_align(FormatAlign::Top))?;
                self.free = self.free.max(self.row + 1);
                return Ok(());
            }
            Piece::Figures(heading, table, titles, place) => (heading, table, titles, *place),
        };
        if place == Some(Place::Beside) || self.row == 0 {
            self.row = self.row.max(self.free);
            self.free = self.row;
            breaks.push(self.row);
        }
        let bold = Format::new().set_bold().set_align(FormatAlign::Top);
        self.sheet.write_string_with_format(sheet::row(self.row), 0, heading, &bold)?;
        self.row += 1;
        let headings = self.row;
        self.table(table, titles)?;
        if place.is_some() {
            let (sheet, rows, columns) = (self.name, table.rows.len(), table.columns.len());
            let written = table.rows.iter().flatten().map(|cell| figure::places(&cell)).max().unwrap_or_default();
            let drawn = Drawn { sheet, title: heading, headings, rows, columns, written: &sheet::written(written) };
            drawn.put(self.sheet, self.free, self.right())?;
            self.free += (drawn.height() / sheet::LINE) as usize + 2;
        }
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, table: &Table, titles: &[Cell]) -> Result<(), XlsxError> {
        let head = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        let head = head.set_align(FormatAlign::Top);
        let titles = headings(table, titles, self.catalogue);
        let lines = titles.iter().zip(&self.widths).map(|(title, width)| wrap::lines(title, width - sheet::ROOM).len());
        sheet::high(self.sheet, self.row, lines.max().unwrap_or(1))?;
        for (at, (title, its)) in titles.iter().zip(&table.columns).enumerate() {
            let look = if its.kind.is_words() { head.clone() } else { head.clone().set_align(FormatAlign::Right) };
            self.sheet.write_string_with_format(sheet::row(self.row), sheet::column(at), title, &look)?;
        }
        self.row += 1;
        let (plain, sum) =
            (Look::new(&Format::new()), Look::new(&Format::new().set_bold().set_border_top(FormatBorder::Thin)));
        for row in table.rows.iter() {
            self.cells(&row, &plain)?;
        }
        table.total.iter().try_for_each(|total| self.cells(total, &sum))
    }

    fn cells(&mut self, cells: &[Cell], look: &Look) -> Result<(), XlsxError> {
        for (at, cell) in cells.iter().enumerate() {
            let (row, column) = (sheet::row(self.row), sheet::column(at));
            let shown = for_people(cell, self.catalogue);
            match figure::number(cell) {
                Some(number) => self.sheet.write_number_with_format(row, column, number, look.of_figure(cell))?,
                None => self.sheet.write_string_with_format(row, column, &shown, look.of(CellLook::of_text(&shown)))?,
            };
        }
        self.row += 1;
        Ok(())
    }

    /// On one page where that is legible, else with no figures parted from their chart.
    fn printed(self, starts: &[usize]) -> Result<(), XlsxError> {
        let (page, end, last) = (self.width() * ROWS_OF_100 / 100, self.row.max(1), self.last());
        sheet::numbered(self.sheet, self.catalogue).set_print_area(0, 0, sheet::row(end - 1), last)?;
        self.sheet.set_print_center_horizontally(true);
        if end <= page * SMALLER {
            self.sheet.set_print_fit_to_pages(1, 1);
            return Ok(());
        }
        let (mut breaks, mut top) = (Vec::new(), 0);
        for (start, next) in starts.iter().zip(starts.iter().skip(1).chain([&end])) {
            if next - top > page && *start > top {
                breaks.push(sheet::row(*start));
                top = *start;
            }
        }
        self.sheet.set_page_breaks(&breaks)?;
        Ok(())
    }
}
