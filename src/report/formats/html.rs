//! HTML: a report as one page for a browser and for paper, with nothing outside it: no script, no picture, no network.

use std::io;
use std::io::Write;

use crate::diagnostics::Message;
use crate::report::formats::bars;
use crate::report::formats::cells::{escaped_html, for_people, headings, one_line};
use crate::report::formats::page::{Options, Page};
use crate::report::{Block, Catalogue, Cell, Heading, Language, Papers, Table};

/// A4 on paper, where the headings of a table stand on each page; figures in columns of equal digits. A spreadsheet that opens
/// the page takes words for text, and runs none as a formula.
const STYLE: &str = "\
@page { size: A4; margin: 15mm; @bottom-right { content: counter(page) \" / \" counter(pages); font-size: 8pt; color: #555 } }
body { font: 10.5pt/1.5 system-ui, \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"Microsoft YaHei\", \"PingFang SC\", sans-serif; \
max-width: 70rem; margin: 1rem auto; padding: 0 1rem; color: #111 }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums }
th, td { padding: .2rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid #ccc }
th { border-bottom: 2px solid #111 }
td { mso-number-format: \"\\@\" } td.figure { mso-number-format: General }
tfoot td { border-top: 2px solid #111; font-weight: bold }
.figure { text-align: right }
.figure, .short { white-space: nowrap }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid #999 }
pre { white-space: pre-wrap }
svg { max-width: 100%; height: auto; margin: .5rem 0; display: block }
svg text { font: 12px system-ui, \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"Microsoft YaHei\", \"PingFang SC\", sans-serif }
tfoot { display: table-row-group }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 9pt } thead { display: table-header-group } \
tr, svg { break-inside: avoid } h1, h2, h3, h4 { break-after: avoid } }
";

/// Each paper whole: on a page of its own, or between two lines along which it is cut.
const PAPER_STYLE: &str = "\
section { break-inside: avoid } section table { width: 100%; margin: .5rem 0 } section p { margin: .4rem 0 }
.page { break-after: page } .page:last-of-type { break-after: auto }
.page h2 { text-align: center; letter-spacing: .1em } .strip h2 { font-size: 1.1em; margin: .2rem 0 }
.strip { border-top: 1px dashed #666; padding: .2rem 0 .6rem; font-size: .85em; line-height: 1.3 }
.strip:last-of-type { border-bottom: 1px dashed #666 } .strip table { margin: .2rem 0 } .strip th, .strip td { padding: .08rem .6rem }
section h3 { font-size: 1em; margin: .8rem 0 .3rem } section blockquote { margin: .2rem 0; font-size: .9em }
section > p:last-child { margin-top: 1.2rem } .strip > p:last-child { margin-top: .8rem }
@media screen { .page { border-bottom: 1px dashed #999; padding-bottom: 2rem; margin-bottom: 2rem } }
";

/// Words of so many letters, such as a day or a name, stay on one line.
const SHORT: usize = 12;

/// Writes all that people read of a report, its notes with their whole reasons at the end: paper has no flag to ask for more.
pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let language = match page.catalogue.language() {
        Language::En => "en",
        Language::Zh => "zh-CN",
    };
    let note = |message: &Message| format!("<p class=\"note\">{}</p>\n", said(message, page.catalogue));
    let options = Options { verbose: true, ..*page.options };
    let page = &Page { options: &options, ..*page };
    let body = page.for_people(|block| drawn(block, page.catalogue), note);
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n{body}</body>\n</html>\n",
        title(page),
    )
}

/// What stands on the tab of a browser and at the top of printed pages: the title of the document, if it has one.
fn title(page: &Page<'_>) -> String {
    let of_document = page.report.blocks.iter().find_map(|block| match block {
        Block::Heading(1, title) => Some(said(title, page.catalogue)),
        _ => None,
    });
    of_document.unwrap_or_else(|| escaped_html(&format!("wagepact {}", page.report.name)))
}

/// A block with its last line end; `None` for what only programs read.
fn drawn(block: &Block, catalogue: &Catalogue) -> Option<String> {
    match block {
        Block::Heading(depth, title) => {
            let depth = (*depth).clamp(1, 6);
            Some(format!("<h{depth}>{}</h{depth}>\n", said(title, catalogue)))
        }
        Block::Paragraph(words) => Some(format!("<p>{}</p>\n", said(words, catalogue))),
        Block::List(title, items) => {
            let item = |item: &Message| format!("<li>{}</li>\n", said(item, catalogue));
            let items: String = items.iter().map(item).collect();
            Some(format!("<p><strong>{}</strong></p>\n<ul>\n{items}</ul>\n", said(title, catalogue)))
        }
        Block::Quote(words) => {
            let lines: Vec<_> = words.lines().map(|line| escaped_html(&one_line(line))).collect();
            Some(format!("<blockquote>{}</blockquote>\n", lines.join("<br/>\n")))
        }
        Block::Code(words) => Some(format!("<pre>{}</pre>\n", escaped_html(&one_line(words)))),
        Block::Shown(table) | Block::Table(table) => Some(grid(table, &[], catalogue)),
        Block::Beside(table, titles) => Some(grid(table, titles, catalogue)),
        Block::Papers(papers) => Some(sheets(papers, catalogue)),
        Block::Bars(title, table, titles) => {
            let title = title.as_ref().map(|title| format!("<h3>{}</h3>\n", said(title, catalogue)));
            bars::svg(table, titles, catalogue).map(|svg| title.unwrap_or_default() + &svg)
        }
        Block::Sheet(_) | Block::Workbook(_) | Block::Data(_) => None,
    }
}

/// Papers one after the other, with what makes a page of each or a line between two.
fn sheets(papers: &Papers, catalogue: &Catalogue) -> String {
    let class = if papers.strips { "strip" } else { "page" };
    let paper = |(_, blocks): &(String, Vec<Block>)| {
        let blocks: String = blocks.iter().filter_map(|block| drawn(block, catalogue)).collect();
        format!("<section class=\"{class}\">\n{blocks}</section>\n")
    };
    let papers: String = papers.papers.iter().map(paper).collect();
    format!("<style>\n{PAPER_STYLE}</style>\n{papers}")
}

fn grid(table: &Table, titles: &[Cell], catalogue: &Catalogue) -> String {
    let line = |name: &str, cells: &mut dyn Iterator<Item = String>| {
        let cell = |(cell, column): (String, &Heading)| {
            let class = match column.kind.is_words() {
                false => " class=\"figure\"",
                true if cell.chars().count() <= SHORT => " class=\"short\"",
                true => "",
            };
            format!("<{name}{class}>{cell}</{name}>")
        };
        format!("<tr>{}</tr>\n", cells.zip(&table.columns).map(cell).collect::<String>())
    };
    let row = |cells: &[Cell]| line("td", &mut cells.iter().map(|cell| written(cell, catalogue)));
    let head = line("th", &mut headings(table, titles, catalogue).iter().map(|heading| escaped_html(heading)));
    let rows: String = table.rows.iter().map(|cells| row(&cells)).collect();
    let total = table.total.as_ref().map(|cells| format!("<tfoot>\n{}</tfoot>\n", row(cells))).unwrap_or_default();
    format!("<table>\n<thead>\n{head}</thead>\n<tbody>\n{rows}</tbody>\n{total}</table>\n")
}

/// A cell, its line ends kept.
fn written(cell: &Cell, catalogue: &Catalogue) -> String {
    let lines = match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Said(message) => catalogue.say(message),
        other => for_people(other, catalogue),
    };
    lines.lines().map(|line| escaped_html(&one_line(line))).collect::<Vec<_>>().join("<br/>")
}

/// A sentence on one line.
fn said(message: &Message, catalogue: &Catalogue) -> String {
    escaped_html(&one_line(&catalogue.say(message)))
}
