//! Bars inside a page of HTML, in SVG: for each row of a table its name, and for each of its figures a bar with the
//! figure at its end.

use crate::diagnostics::wrap;
use crate::report::formats::cells::{for_people, headings};
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

/// The picture, as `templates/bars.svg` draws it.
pub(super) struct Bars {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) legend: Vec<Series>,
    /// Where the names of the groups end.
    pub(super) names: usize,
    /// How thick a bar is.
    pub(super) thick: usize,
    pub(super) groups: Vec<Group>,
}

/// What the bars of one colour are.
pub(super) struct Series {
    pub(super) x: usize,
    pub(super) colour: &'static str,
    pub(super) name: String,
}

/// The bars of a row.
pub(super) struct Group {
    pub(super) name: String,
    /// Where its name stands.
    pub(super) y: usize,
    pub(super) bars: Vec<OneBar>,
}

/// A bar with its figure.
pub(super) struct OneBar {
    pub(super) x: Decimal,
    pub(super) y: usize,
    pub(super) length: Decimal,
    pub(super) colour: &'static str,
    /// Where its figure begins.
    pub(super) behind: usize,
    pub(super) figure: String,
}

impl Bars {
    /// The picture; `None` where there is nothing to be drawn, or too much.
    pub(super) fn of(table: &Table, titles: &[Cell], catalogue: &Catalogue) -> Option<Self> {
        let (least, most) = range(table)?;
        let rows: Vec<_> = table.rows.iter().collect();
        let names: Vec<String> = rows.iter().map(|row| for_people(&row[0], catalogue)).collect();
        let series = &headings(table, titles, catalogue)[1..];
        let figures: Vec<String> =
            rows.iter().flat_map(|row| &row[1..]).map(|cell| for_people(cell, catalogue)).collect();
        let scale = Scale { from: wide(&names), until: WIDTH - wide(&figures), least, most };
        let legend = if series.len() > 1 { LEGEND } else { 0 };
        let of_group = series.len() * BAR + BETWEEN;
        let group = |((at, row), name): ((usize, &Vec<Cell>), String)| {
            let top = legend + at * of_group;
            let bar = |(number, cell): (usize, &Cell)| {
                let figure = figure(cell)?;
                let ((x, length), y) = (scale.bar(figure), top + number * BAR);
                let (colour, behind) = (COLOURS[number % COLOURS.len()], scale.after(figure));
                Some(OneBar { x, y, length, colour, behind, figure: for_people(cell, catalogue) })
            };
            let bars = row[1..].iter().enumerate().filter_map(bar).collect();
            Group { name, y: top + series.len() * BAR / 2 + 4, bars }
        };
        Some(Self {
            width: WIDTH,
            height: legend + rows.len() * of_group,
            legend: if series.len() > 1 { of_series(series, scale.from) } else { Vec::new() },
            names: scale.from - LETTER,
            thick: BAR - 2,
            groups: rows.iter().enumerate().zip(names).map(group).collect(),
        })
    }
}

/// What the colours stand for, one beside the other.
fn of_series(series: &[String], from: usize) -> Vec<Series> {
    let mut x = from;
    let one = |(name, colour): (&String, &&'static str)| {
        let one = Series { x, colour, name: name.clone() };
        x += 14 + wide(std::slice::from_ref(name)) + LETTER;
        one
    };
    series.iter().zip(COLOURS.iter().cycle()).map(one).collect()
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
