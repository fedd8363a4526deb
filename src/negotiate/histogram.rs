//! The months of all couriers by their pay: of the bars of a bin the first as it stands, the others as proposed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Bar, BarChart, BarGroup, Widget};

use crate::diagnostics::Message;
use crate::negotiate::cells::{BOLD, FAINT, OF_SIDE, bar};
use crate::negotiate::labels::{plain, side};
use crate::negotiate::room::Room;
use crate::negotiate::session::Session;
use crate::negotiate::spread::{BINS, Spread};
use crate::report::Catalogue;
use crate::units::Decimal;
use crate::units::number::grouped;

/// The parts of a cell.
const EIGHTHS: usize = 8;

/// Draws them.
pub(crate) fn histogram(session: &Session, words: &Catalogue, room: Room, area: Rect, buffer: &mut Buffer) {
    let Some(before) = &session.reckoner.before else {
        let id = if session.reckoner.baseline.known { "negotiate-nobody" } else { "negotiate-open" };
        return Widget::render(Line::from(plain(words, id)), area, buffer);
    };
    let sides = room.sides(session.table().side);
    let spread = |side: &usize| session.seen(*side).ok().and_then(|outcome| outcome.spread.as_ref());
    let after: Vec<Option<&Spread>> = sides.iter().map(spread).collect();
    let rows = [Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)];
    let [heading, bars, axis] = Layout::vertical(rows).areas(area);
    Widget::render(legend(words, before, (&sides, &after), room), heading, buffer);
    // As many cells for each bin as leave room for the unit of the axis.
    let bin = area.width.saturating_sub(8) / u16::try_from(BINS).unwrap_or(1);
    let count = u16::try_from(1 + sides.len()).unwrap_or(1);
    // Three bars of one height would be one without a gap.
    let between = u16::from(room.both);
    let wide = bin.saturating_sub(1 + between * count) / count;
    let gap = bin - (wide + between) * count;
    let eighths = usize::from(bars.height) * EIGHTHS;
    let all = || [before].into_iter().chain(after.iter().flatten().copied()).flat_map(|spread| &spread.bars);
    let most = all().max().copied().unwrap_or(0);
    let column = |spread: Option<&Spread>, index: usize| {
        let count = spread.map_or(0, |spread| spread.bars[index]);
        Bar::new(bar(count.into(), most.into(), eighths) as u64).text_value("")
    };
    let mut chart = BarChart::default().max(eighths as u64).bar_width(wide).bar_gap(between).group_gap(gap);
    for index in 0..BINS {
        let proposed = after.iter().zip(&sides).map(|(after, side)| column(*after, index).style(OF_SIDE[*side]));
        let of_bin = [column(Some(before), index).style(FAINT)].into_iter().chain(proposed);
        chart = chart.data(BarGroup::new(of_bin.collect::<Vec<_>>()));
    }
    Widget::render(chart, bars, buffer);
    Widget::render(Line::from(labels(session, bin.into())), axis, buffer);
    Widget::render(Line::from(plain(words, "negotiate-axis")).right_aligned(), axis, buffer);
}

/// Where each bin begins; every other one where they would run into each other.
fn labels(session: &Session, bin: usize) -> String {
    let from = |index: usize| {
        (session.reckoner.bins.from + session.reckoner.bins.width * Decimal::from(index)).normalize().to_string()
    };
    let label = |index: usize| {
        let text = from(index);
        let text = if text.len() < bin || index.is_multiple_of(2) { text } else { String::new() };
        format!("{text:bin$}")
    };
    (0..BINS).map(label).collect()
}

/// What the bars are, with the figures that stand for all of them.
fn legend(
    words: &Catalogue,
    before: &Spread,
    (sides, after): (&[usize], &[Option<&Spread>]),
    room: Room,
) -> Line<'static> {
    let both = |figure: &dyn Fn(&Spread) -> String| {
        let after: Vec<String> = after.iter().map(|after| after.map_or("?".to_string(), figure)).collect();
        format!("{} → {}", figure(before), after.join(" | "))
    };
    let mut spans = vec![
        Span::styled(plain(words, "negotiate-spread-pay"), BOLD),
        Span::styled(format!(" ▌{}", plain(words, "negotiate-present")), BOLD.patch(FAINT)),
    ];
    for of in sides {
        let name = if room.both { side(*of, words) } else { plain(words, "negotiate-proposed") };
        spans.push(Span::styled(format!(" ▐{name}"), BOLD.patch(OF_SIDE[*of])));
    }
    let figures = Message::new("negotiate-spread").with("median", both(&|spread| grouped(&spread.median.0)));
    let figures = figures.with("gini", both(&|spread| spread.gini.to_string()));
    spans.push(Span::styled(format!("   {}", words.say(&figures)), BOLD));
    Line::from(spans)
}
