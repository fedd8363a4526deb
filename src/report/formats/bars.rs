//! Bars inside a page of HTML, drawn in SVG: for each row of a table its name, and for each of its figures a bar with the
//! figure at its end.

use std::fmt::Write;

use crate::diagnostics::wrap;
use crate::report::formats::cells::{escaped_html, for_people, headings};
use crate::report::{Catalogue, Cell, Table};
use crate::units::{Decimal, rounding};

/// Beyond so many groups nobody looks at the bars.
const MOST: usize = 40;

/// All lengths are points of the picture.
const WIDTH: usize = 680;
const BAR: usize = 13;
const BETWEEN: usize = 9;
const LEGEND: usize = 22;
/// About as wide as half a Chinese character.
const LETTER: usize = 7;

/// Told apart on paper without colours too: from dark to light.
pub(super) const COLOURS: [&str; 5] = ["#1f3b63", "#c2622d", "#5b8c5a", "#a9a9a9", "#e0b64a"];

/// The picture; `None` where there is nothing to be drawn, or too much.
pub(super) fn svg(table: &Table, titles: &[Cell], catalogue: &Catalogue) -> Option<String> {
    let (least, most) = range(table)?;
    let rows: Vec<_> = table.rows.iter().collect();
    let names: Vec<String> = rows.iter().map(|row| for_people(&row[0], catalogue)).collect();
    let series = &headings(table, titles, catalogue)[1..];
    let of_names = wide(&names);
    let figures: Vec<String> = rows.iter().flat_map(|row| &row[1..]).map(|cell| for_people(cell, catalogue)).collect();
    let scale = Scale { from: of_names, until: WIDTH - wide(&figures), least, most };
    let legend = if series.len() > 1 { LEGEND } else { 0 };
    let group = series.len() * BAR + BETWEEN;
    let height = legend + rows.len() * group;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\">\n"
    );
    if series.len() > 1 {
        write_legend(&mut svg, series, of_names);
    }
    for ((at, row), name) in rows.iter().enumerate().zip(&names) {
        let top = legend + at * group;
        let middle = top + series.len() * BAR / 2 + 4;
        write_text(&mut svg, (of_names - LETTER, middle), "end", name);
        for (number, cell) in row[1..].iter().enumerate() {
            if let Some(figure) = figure(cell) {
                let (begin, length) = scale.bar(figure);
                let (y, colour) = (top + number * BAR, COLOURS[number % COLOURS.len()]);
                let thick = BAR - 2;
                // What cannot be written to a text has no place here.
                let _ = writeln!(
                    svg,
                    "<rect x=\"{begin}\" y=\"{y}\" width=\"{length}\" height=\"{thick}\" fill=\"{colour}\"/>"
                );
                write_text(&mut svg, (scale.after(figure), y + BAR - 3), "start", &for_people(cell, catalogue));
            }
        }
    }
    svg.push_str("</svg>\n");
    Some(svg)
}

/// Whether there is anything to be drawn, and not too much.
pub(super) fn can_be_drawn(table: &Table) -> bool {
    range(table).is_some()
}

/// Zero or the least figure below, and zero or the greatest above.
fn range(table: &Table) -> Option<(Decimal, Decimal)> {
    if table.rows.len() > MOST {
        return None;
    }
    let (mut least, mut most) = (Decimal::ZERO, Decimal::ZERO);
    for figure in table.rows.iter().flat_map(|row| row.into_iter().skip(1)).filter_map(|cell| figure(&cell)) {
        (least, most) = (least.min(figure), most.max(figure));
    }
    (least != most).then_some((least, most))
}

fn write_legend(svg: &mut String, series: &[String], from: usize) {
    let mut at = from;
    for (name, colour) in series.iter().zip(COLOURS.iter().cycle()) {
        let _ = writeln!(svg, "<rect x=\"{at}\" y=\"3\" width=\"10\" height=\"10\" fill=\"{colour}\"/>");
        write_text(svg, (at + 14, 12), "start", name);
        at += 14 + wide(std::slice::from_ref(name)) + LETTER;
    }
}

fn write_text(svg: &mut String, (x, y): (usize, usize), anchor: &str, text: &str) {
    let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>", escaped_html(text));
}

/// How much room the widest of some texts takes.
fn wide(texts: &[String]) -> usize {
    (texts.iter().map(|text| wrap::cells(text)).max().unwrap_or(0) + 2) * LETTER
}

fn figure(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Money(figure) | Cell::Number(figure) => Some(*figure),
        Cell::Count(count) => Some(Decimal::from(*count)),
        Cell::Missing | Cell::Text(_) | Cell::Word(_) | Cell::Said(_) => None,
    }
}

/// Where bars stand.
struct Scale {
    from: usize,
    until: usize,
    /// Zero, or the least figure below.
    least: Decimal,
    /// Zero, or the greatest figure above.
    most: Decimal,
}

impl Scale {
    /// The place of a figure.
    fn place(&self, figure: Decimal) -> Decimal {
        let room = Decimal::from(self.until.saturating_sub(self.from));
        let part = figure.saturating_sub(self.least) / self.most.saturating_sub(self.least);
        rounding::with_places(Decimal::from(self.from) + part * room, 1)
    }

    /// Where the bar of a figure begins, and its length.
    fn bar(&self, figure: Decimal) -> (Decimal, Decimal) {
        let (zero, end) = (self.place(Decimal::ZERO), self.place(figure));
        (zero.min(end), (end - zero).abs())
    }

    /// Where the figure itself is written: behind the bar and behind zero.
    fn after(&self, figure: Decimal) -> usize {
        let end = self.place(figure).max(self.place(Decimal::ZERO));
        usize::try_from(rounding::whole(end)).unwrap_or(self.until) + LETTER / 2
    }
}
