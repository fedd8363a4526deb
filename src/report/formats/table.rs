//! The format for people in a terminal.

use std::io;
use std::io::Write;

use anstyle::Style;

use crate::diagnostics::{Message, wrap};
use crate::report::formats::cells::one_line;
use crate::report::formats::grid::{Grid, GridLine};
use crate::report::formats::page::{Options, Page, Parted};
use crate::report::formats::{grid, parts};
use crate::report::{Block, Catalogue, Cell, Table};

/// How long the line is along which papers are cut, in cells.
const CUT: usize = 80;

/// Writes all that people read of a report, its notes at the end.
pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Page { catalogue, options, .. } = page;
    let note = |note: &Message| wrapped(&catalogue.remark(note), options.width, "", "  ");
    page.write_for_people(out, |block, out| drawn(block, catalogue, options, out), note)
}

/// Draws a block with its last line end; nothing of what only programs read.
fn drawn(block: &Block, catalogue: &Catalogue, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let text = match block {
        Block::Heading(depth, title) => heading(*depth, &one_line(&catalogue.say(title)), options),
        Block::Paragraph(words) => wrapped(&one_line(&catalogue.say(words)), options.width, "", ""),
        Block::List(title, items) => {
            let title = bold(&one_line(&catalogue.say(title)), options.colour);
            let item = |item| wrapped(&one_line(&catalogue.say(item)), options.width, "  ", "    ");
            [format!("{title}\n")].into_iter().chain(items.iter().map(item)).collect()
        }
        Block::Quote(words) => words.lines().map(|line| wrapped(&one_line(line), options.width, "│ ", "│ ")).collect(),
        Block::Code(words) => format!("{}\n", one_line(words)),
        Block::Shown(table) | Block::Table(table) => return columns(table, &[], (catalogue, options), out),
        Block::Beside(table, titles) => return columns(table, titles, (catalogue, options), out),
        Block::Papers(papers) => {
            let cut =
                format!("\n{}\n\n", "✂".to_string() + &" -".repeat(options.width.unwrap_or(CUT).min(CUT) / 2 - 1));
            let mut sheets = Parted::new(out, &cut);
            for (_, blocks) in &papers.papers {
                let mut parts = Parted::new(sheets.next(), "\n");
                blocks.iter().try_for_each(|block| drawn(block, catalogue, options, parts.next()))?;
            }
            return Ok(());
        }
        Block::Bars(..) | Block::Sheet(_) | Block::Workbook(_) | Block::Data(_) => return Ok(()),
    };
    out.write_all(text.as_bytes())
}

/// A heading: the title and the first depth below it are underlined.
fn heading(depth: u8, title: &str, options: &Options<'_>) -> String {
    let line = match depth {
        0 | 1 => "═",
        2 => "─",
        _ => return format!("{}\n", bold(title, options.colour)),
    };
    format!("{}\n{}\n", bold(title, options.colour), line.repeat(wrap::cells(title)))
}

/// A table in columns. Where they are too wide for the terminal, some of them stand below the others, each part with the words by
/// which its rows are told.
fn columns(
    table: &Table,
    titles: &[Cell],
    (catalogue, options): (&Catalogue, &Options<'_>),
    out: &mut dyn Write,
) -> io::Result<()> {
    let grid = grid::draw(table, titles, catalogue, options.width);
    if options.width.is_none_or(|width| grid.width() <= width) {
        return lined_up(&grid, catalogue, options, out);
    }
    let fits = |part: &[usize]| {
        let (table, titles) = parts::of(table, titles, part);
        options.width.is_none_or(|width| grid::draw(&table, &titles, catalogue, None).width() <= width)
    };
    let mut parts = Parted::new(out, "\n");
    for part in parts::fitting(table, fits) {
        let (table, titles) = parts::of(table, titles, &part);
        lined_up(&grid::draw(&table, &titles, catalogue, options.width), catalogue, options, parts.next())?;
    }
    Ok(())
}

fn lined_up(grid: &Grid<'_>, catalogue: &Catalogue, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    if !grid.same.is_empty() {
        let pair = |(heading, value): &(String, String)| {
            catalogue.say(&Message::new("report-same").with("heading", heading).with("value", value))
        };
        let said: Vec<_> = grid.same.iter().map(pair).collect();
        writeln!(out, "{}", caption(&said, options.width))?;
    }
    grid.each(|line| match line {
        GridLine::Heading(line) | GridLine::Total(line) => writeln!(out, "{}", bold(line, options.colour)),
        GridLine::Rule(line) | GridLine::Row(line) => writeln!(out, "{line}"),
    })
}

/// What is the same in every row, one after the other, in lines that break between two.
fn caption(said: &[String], width: Option<usize>) -> String {
    let mut lines: Vec<String> = Vec::new();
    for pair in said {
        match lines.last_mut() {
            Some(line) if width.is_none_or(|width| wrap::cells(line) + 3 + wrap::cells(pair) <= width) => {
                line.push_str(" · ");
                line.push_str(pair);
            }
            _ => lines.push(pair.clone()),
        }
    }
    lines.into_iter().map(|line| wrapped(&line, width, "", "  ")).collect()
}

/// A text in lines of at most `width` cells, with what begins the first and the others.
fn wrapped(text: &str, width: Option<usize>, first: &str, others: &str) -> String {
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(wrap::cells(first).max(wrap::cells(others))));
    let line = |(number, line)| format!("{}{line}\n", if number == 0 { first } else { others });
    wrap::lines(text, room).into_iter().enumerate().map(line).collect()
}

fn bold(text: &str, colour: bool) -> String {
    let bold = if colour { Style::new().bold() } else { Style::new() };
    format!("{bold}{text}{bold:#}")
}
