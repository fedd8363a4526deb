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

/// The page around its blocks.
#[derive(Template)]
#[template(path = "page.html")]
struct Around<'a> {
    language: &'a str,
    /// What stands on the tab of a browser and at the top of printed pages.
    title: String,
    body: String,
}

/// A block in the words of the reader.
#[derive(Template)]
#[template(path = "block.html")]
enum Drawn {
    Heading { depth: u8, text: String },
    Paragraph(String),
    Note(String),
    List { title: String, items: Vec<String> },
    Quote(Vec<String>),
    Code(String),
    Table(Lattice),
    Papers { class: &'static str, papers: Vec<Vec<Drawn>> },
    Picture { title: Option<String>, bars: Bars },
}

/// The cells of a table.
struct Lattice {
    head: Vec<Written>,
    rows: Vec<Vec<Written>>,
    total: Option<Vec<Written>>,
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
    let note = |message: &Message| rendered(&Drawn::Note(said(message, page.catalogue)));
    let body = page.for_people(|block| drawn(block, page.catalogue).as_ref().map(rendered), note);
    let around = Around { language, title: title(page), body };
    around.write_into(out)?;
    out.write_all(b"\n")
}

/// A block with its last line end.
fn rendered(block: &Drawn) -> String {
    block.render().expect("a block is written to memory") + "\n"
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
fn drawn(block: &Block, catalogue: &Catalogue) -> Option<Drawn> {
    Some(match block {
        Block::Heading(depth, title) => Drawn::Heading { depth: (*depth).clamp(1, 6), text: said(title, catalogue) },
        Block::Paragraph(words) => Drawn::Paragraph(said(words, catalogue)),
        Block::List(title, items) => {
            let items = items.iter().map(|item| said(item, catalogue)).collect();
            Drawn::List { title: said(title, catalogue), items }
        }
        Block::Quote(words) => Drawn::Quote(words.lines().map(one_line).collect()),
        Block::Code(words) => Drawn::Code(one_line(words)),
        Block::Shown(table) | Block::Table(table) => Drawn::Table(grid(table, &[], catalogue)),
        Block::Beside(table, titles) => Drawn::Table(grid(table, titles, catalogue)),
        Block::Papers(papers) => sheets(papers, catalogue),
        Block::Bars(title, table, titles) => {
            let title = title.as_ref().map(|title| said(title, catalogue));
            Drawn::Picture { title, bars: Bars::of(table, titles, catalogue)? }
        }
        Block::Sheet(_) | Block::Workbook(_) | Block::Data(_) => return None,
    })
}

/// Papers one after the other, with what makes a page of each or a line between two.
fn sheets(papers: &Papers, catalogue: &Catalogue) -> Drawn {
    let class = if papers.strips { "strip" } else { "page" };
    let paper =
        |(_, blocks): &(String, Vec<Block>)| blocks.iter().filter_map(|block| drawn(block, catalogue)).collect();
    Drawn::Papers { class, papers: papers.papers.iter().map(paper).collect() }
}

fn grid(table: &Table, titles: &[Cell], catalogue: &Catalogue) -> Lattice {
    let cell = |(text, column): (String, &Heading)| {
        let class = match column.kind.is_words() {
            false => "figure",
            true if text.chars().count() <= SHORT => "short",
            true => "",
        };
        Written { lines: text.lines().map(one_line).collect(), class }
    };
    let line = |cells: &mut dyn Iterator<Item = String>| cells.zip(&table.columns).map(cell).collect();
    let row = |cells: &[Cell]| line(&mut cells.iter().map(|cell| text(cell, catalogue)));
    Lattice {
        head: line(&mut headings(table, titles, catalogue).into_iter()),
        rows: table.rows.iter().map(|cells| row(&cells)).collect(),
        total: table.total.as_ref().map(|cells| row(cells)),
    }
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
