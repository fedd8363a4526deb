//! Markdown: a report as a part of a document, with the tables of GitHub.

use std::io;
use std::io::Write;

use crate::diagnostics::Message;
use crate::report::formats::cells::{for_people, headings, one_line};
use crate::report::formats::page::{Page, Parted};
use crate::report::{Block, Catalogue, Cell, Table};

/// Writes all that people read of a report, its notes as a list at the end.
pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let note = |message: &Message| format!("- {}\n", said(message, page.catalogue));
    page.write_for_people(out, |block, out| drawn(block, page.catalogue, out), note)
}

/// Writes a block with its last line end; nothing of what only programs read.
fn drawn(block: &Block, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    let text = match block {
        Block::Heading(depth, title) => {
            let marks = "#".repeat(usize::from(*depth).clamp(1, 6));
            format!("{marks} {}\n", said(title, catalogue))
        }
        Block::Paragraph(words) => format!("{}\n", said(words, catalogue)),
        Block::List(title, items) => {
            let item = |item: &Message| format!("- {}\n", said(item, catalogue));
            let items: String = items.iter().map(item).collect();
            format!("**{}**\n\n{items}", said(title, catalogue))
        }
        Block::Quote(words) => {
            let lines: Vec<_> = words.lines().map(|line| format!("> {}", escaped(&one_line(line)))).collect();
            format!("{}\n", lines.join("\n"))
        }
        Block::Code(words) => format!("    {}\n", one_line(words)),
        Block::Shown(table) | Block::Table(table) => return pipes(table, &[], catalogue, out),
        Block::Beside(table, titles) => return pipes(table, titles, catalogue, out),
        Block::Papers(papers) => {
            let mut sheets = Parted::new(out, "\n---\n\n");
            for (_, blocks) in &papers.papers {
                let mut parts = Parted::new(sheets.next(), "\n");
                blocks.iter().try_for_each(|block| drawn(block, catalogue, parts.next()))?;
            }
            return Ok(());
        }
        Block::Bars(..) | Block::Sheet(_) | Block::Workbook(_) | Block::Data(_) => return Ok(()),
    };
    out.write_all(text.as_bytes())
}

/// A table, row by row: it may have more of them than memory holds.
fn pipes(table: &Table, titles: &[Cell], catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    let rule = table.columns.iter().map(|column| if column.kind.is_words() { "---" } else { "---:" }.to_string());
    let head = line(headings(table, titles, catalogue).iter().map(|heading| escaped(heading)));
    out.write_all((head + &line(rule)).as_bytes())?;
    let mut rows = table.rows.iter().chain(table.total.clone());
    rows.try_for_each(|row| out.write_all(line(row.iter().map(|cell| written(cell, catalogue))).as_bytes()))
}

/// A cell; the line ends of a text become those of HTML, the only ones that a pipe table can hold.
fn written(cell: &Cell, catalogue: &Catalogue) -> String {
    let lines = match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Said(message) => catalogue.say(message),
        other => for_people(other, catalogue),
    };
    lines.lines().map(|line| escaped(&one_line(line))).collect::<Vec<_>>().join("<br>")
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// A sentence on one line.
fn said(message: &Message, catalogue: &Catalogue) -> String {
    escaped(&one_line(&catalogue.say(message)))
}

/// A text whose signs mean themselves.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
        let means = match character {
            '\\' | '|' | '`' | '*' | '<' => true,
            // Brackets alone, as around the number of a note, are no link.
            ']' => after.starts_with(['(', '[', ':']),
            // An address becomes a link without any bracket.
            ':' => after.starts_with("//"),
            '.' => before.len() >= 3 && before.as_bytes()[before.len() - 3..].eq_ignore_ascii_case(b"www"),
            '&' => after.starts_with(|letter: char| letter == '#' || letter.is_ascii_alphanumeric()),
            _ => false,
        };
        if means {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}
