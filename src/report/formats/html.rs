//! HTML: a report as one page for a browser and for paper, with nothing outside it: no script, no picture, no network. How it
//! looks stands in the folder `templates`.

use std::io;
use std::io::Write;

use askama::Template;

use crate::diagnostics::Message;
use crate::report::formats::bars::Bars;
use crate::report::formats::cells::{for_people, headings, one_line};
use crate::report::formats::page::{Options, Page};
use crate::report::{Block, Catalogue, Cell, Heading, Language, Papers, Table};

/// Words of so many letters, such as a day or a name, stay on one line.
const SHORT: usize = 12;

/// The page around its blocks, which are written one by one: a table may have more rows than memory holds.
#[derive(Template)]
#[template(path = "page.html")]
enum Around<'a> {
    Above {
        language: &'a str,
        /// What stands on the tab of a browser and at the top of printed pages.
        title: String,
    },
    Below,
}

/// A block in the words of the reader.
#[derive(Template)]
#[template(path = "block.html")]
enum Drawn<'a> {
    Heading { depth: u8, text: String },
    Paragraph(String),
    Note(String),
    List { title: String, items: Vec<String> },
    Quote(Vec<String>),
    Code(String),
    Table(Lattice<'a>),
    Papers { class: &'static str, papers: Vec<Vec<Drawn<'a>>> },
    Picture { title: Option<String>, bars: Bars },
}

/// The cells of a table, each row made when it is written.
struct Lattice<'a> {
    table: &'a Table,
    titles: &'a [Cell],
    catalogue: &'a Catalogue,
}

/// A cell: its lines, and how it stands.
struct Written {
    lines: Vec<String>,
    class: &'static str,
}

/// Writes all that people read of a report, its notes with their whole reasons at the end: paper has no flag to ask for more.
pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let language = match page.catalogue.language() {
        Language::En => "en",
        Language::Zh => "zh-CN",
    };
    let options = Options { verbose: true, ..*page.options };
    let page = &Page { options: &options, ..*page };
    Around::Above { language, title: title(page) }.write_into(out)?;
    let note = |message: &Message| {
        Drawn::Note(said(message, page.catalogue)).render().expect("a sentence is written to memory") + "\n"
    };
    page.write_for_people(out, |block, out| write_block(block, page.catalogue, out), note)?;
    Around::Below.write_into(out)
}

/// A block with its last line end; nothing of what only programs read.
fn write_block(block: &Block, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    let Some(block) = drawn(block, catalogue) else { return Ok(()) };
    block.write_into(out)?;
    out.write_all(b"\n")
}

/// The title of the document, if it has one.
fn title(page: &Page<'_>) -> String {
    let of_document = page.report.blocks.iter().find_map(|block| match block {
        Block::Heading(1, title) => Some(said(title, page.catalogue)),
        _ => None,
    });
    of_document.unwrap_or_else(|| format!("wagepact {}", page.report.name))
}

/// A block for people; `None` for what only programs read.
fn drawn<'a>(block: &'a Block, catalogue: &'a Catalogue) -> Option<Drawn<'a>> {
    Some(match block {
        Block::Heading(depth, title) => Drawn::Heading { depth: (*depth).clamp(1, 6), text: said(title, catalogue) },
        Block::Paragraph(words) => Drawn::Paragraph(said(words, catalogue)),
        Block::List(title, items) => {
            let items = items.iter().map(|item| said(item, catalogue)).collect();
            Drawn::List { title: said(title, catalogue), items }
        }
        Block::Quote(words) => Drawn::Quote(words.lines().map(one_line).collect()),
        Block::Code(words) => Drawn::Code(one_line(words)),
        Block::Shown(table) | Block::Table(table) => Drawn::Table(Lattice { table, titles: &[], catalogue }),
        Block::Beside(table, titles) => Drawn::Table(Lattice { table, titles, catalogue }),
        Block::Papers(papers) => sheets(papers, catalogue),
        Block::Bars(title, table, titles) => {
            let title = title.as_ref().map(|title| said(title, catalogue));
            Drawn::Picture { title, bars: Bars::of(table, titles, catalogue)? }
        }
        Block::Sheet(_) | Block::Workbook(_) | Block::Data(_) => return None,
    })
}

/// Papers one after the other, with what makes a page of each or a line between two.
fn sheets<'a>(papers: &'a Papers, catalogue: &'a Catalogue) -> Drawn<'a> {
    let class = if papers.strips { "strip" } else { "page" };
    let paper =
        |(_, blocks): &'a (String, Vec<Block>)| blocks.iter().filter_map(|block| drawn(block, catalogue)).collect();
    Drawn::Papers { class, papers: papers.papers.iter().map(paper).collect() }
}

impl Lattice<'_> {
    fn head(&self) -> Vec<Written> {
        self.line(headings(self.table, self.titles, self.catalogue).into_iter())
    }

    fn rows(&self) -> impl Iterator<Item = Vec<Written>> {
        self.table.rows.iter().map(|cells| self.row(&cells))
    }

    fn total(&self) -> Option<Vec<Written>> {
        self.table.total.as_ref().map(|cells| self.row(cells))
    }

    fn row(&self, cells: &[Cell]) -> Vec<Written> {
        self.line(cells.iter().map(|cell| text(cell, self.catalogue)))
    }

    fn line(&self, cells: impl Iterator<Item = String>) -> Vec<Written> {
        cells.zip(&self.table.columns).map(|(text, column)| written(&text, column)).collect()
    }
}

fn written(text: &str, column: &Heading) -> Written {
    let class = match column.kind.is_words() {
        false => "figure",
        true if text.chars().count() <= SHORT => "short",
        true => "",
    };
    Written { lines: text.lines().map(one_line).collect(), class }
}

/// A cell, its line ends kept.
fn text(cell: &Cell, catalogue: &Catalogue) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Said(message) => catalogue.say(message),
        other => for_people(other, catalogue),
    }
}

/// A sentence on one line.
fn said(message: &Message, catalogue: &Catalogue) -> String {
    one_line(&catalogue.say(message))
}
