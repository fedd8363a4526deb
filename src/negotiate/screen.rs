//! The screen of the table: terms on the left, costs on the right, the spread of pay below, and the keys.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Color;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Row, Table};
use unicode_width::UnicodeWidthStr;

use crate::diagnostics::{Message, wrap};
use crate::negotiate::cells::{BOLD, FAINT, TURNED, cut};
use crate::negotiate::costs_panel::costs;
use crate::negotiate::histogram::histogram;
use crate::negotiate::question::question;
use crate::negotiate::room::Room;
use crate::negotiate::session::Session;
use crate::negotiate::state::Mode;
use crate::negotiate::terms_panel::terms;
use crate::report::{Catalogue, problems};

/// Every key, as it is pressed and as it is told.
const KEYS: [(&str, Message); 16] = [
    ("↑ ↓", Message::new("negotiate-key-choose")),
    ("PgUp PgDn", Message::new("negotiate-key-page")),
    ("Home End", Message::new("negotiate-key-ends")),
    ("← →", Message::new("negotiate-key-move")),
    ("Shift ← →", Message::new("negotiate-key-leap")),
    ("0-9 .", Message::new("negotiate-key-type")),
    ("Del", Message::new("negotiate-key-back")),
    ("u U", Message::new("negotiate-key-undo")),
    ("r", Message::new("negotiate-key-reset")),
    ("b", Message::new("negotiate-key-budget")),
    ("Tab", Message::new("negotiate-key-tab")),
    ("o", Message::new("negotiate-key-open")),
    ("s", Message::new("negotiate-key-save")),
    ("l", Message::new("negotiate-key-language")),
    ("?", Message::new("negotiate-key-keys")),
    ("q", Message::new("negotiate-key-quit")),
];

/// Draws the table as it is, in colours where these are wanted.
pub fn draw(session: &Session, coloured: bool, frame: &mut Frame<'_>) {
    let area = frame.area();
    let words = session.catalogue();
    match Room::of((area.width, area.height)) {
        Some(room) => draw_in(session, words, room, frame),
        None => small(words, frame),
    }
    if !coloured {
        for cell in &mut frame.buffer_mut().content {
            (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
        }
    }
}

fn small(words: &Catalogue, frame: &mut Frame<'_>) {
    let area = frame.area();
    let message = Message::new("negotiate-small");
    let message = message.with("width", area.width.to_string()).with("height", area.height.to_string());
    frame.render_widget(wrapped(&words.say(&message), area.width), area);
}

fn wrapped(text: &str, width: u16) -> Text<'static> {
    wrap::lines(text, width.into()).into_iter().map(Line::from).collect()
}

fn draw_in(session: &Session, words: &Catalogue, room: Room, frame: &mut Frame<'_>) {
    let rows = [1, room.body, 1, room.bars + 2, 1, 1].map(Constraint::Length);
    let [heading, body, factors, spread, asked, keys] = Layout::vertical(rows).areas(frame.area());
    title(session, words, room, heading, frame);
    let inner = Rect { height: frame.area().height - 3, y: 1, ..frame.area() };
    match &session.table().mode {
        Mode::Keys => all_keys(words, inner, frame),
        Mode::Wrong(found) => {
            let text = problems::problems(found, words, false);
            let lines = text.lines().flat_map(|line| wrap::lines(line, inner.width.into()));
            frame.render_widget(lines.map(Line::from).collect::<Text<'_>>(), inner);
        }
        Mode::Terms | Mode::Typing(_) | Mode::Replace(_) | Mode::Quit => {
            let columns = [Constraint::Length(room.terms), Constraint::Length(room.costs)];
            let [left, right] = Layout::horizontal(columns).spacing(1).areas(body);
            terms(session, words, room, left, frame.buffer_mut());
            costs(session, words, room, right, frame.buffer_mut());
            histogram(session, words, room, spread, frame.buffer_mut());
            if room.sides(session.table().side).into_iter().any(|side| session.is_open(side)) {
                // What stands there is what was before.
                for area in [right, spread] {
                    frame.buffer_mut().set_style(area, FAINT);
                }
                frame.render_widget(Line::styled(words.say(&Message::new("negotiate-reckoned")), BOLD), factors);
            } else if session.seen(session.table().side).is_ok() {
                frame.render_widget(Line::from(words.say(session.reckoner.baseline.in_short())), factors);
            }
        }
    }
    question(session, words, (asked, keys), frame);
}

/// What the keys move, the files, and which proposals are not saved.
fn title(session: &Session, words: &Catalogue, room: Room, area: Rect, frame: &mut Frame<'_>) {
    let table = session.table();
    let unsaved: Vec<String> = (0..2).filter(|of| table.is_unsaved(*of)).map(|of| (of + 1).to_string()).collect();
    let unsaved = words.say(&Message::new("negotiate-unsaved").with("sides", unsaved.join(", ")));
    let unsaved = if (0..2).any(|of| table.is_unsaved(of)) { unsaved } else { String::new() };
    let message = Message::new(if room.both { "negotiate-title-two" } else { "negotiate-title" });
    let mut text = words.say(&message.with("side", (table.side + 1).to_string()));
    for of in room.sides(table.side) {
        let named = Message::new("negotiate-file").with("side", (of + 1).to_string());
        let file = |path: &str| if room.both { words.say(&named.with("file", path)) } else { path.to_string() };
        text.extend(table.path(of).map(file).map(|file| format!(" · {file}")));
    }
    let text = cut(&text, usize::from(area.width).saturating_sub(unsaved.width() + 3));
    frame.render_widget(Line::from(format!(" {text}")).style(TURNED), area);
    frame.render_widget(Line::from(format!("{unsaved} ")).right_aligned(), area);
}

fn all_keys(words: &Catalogue, area: Rect, frame: &mut Frame<'_>) {
    let row = |(key, message): &(&'static str, Message)| {
        Row::new([Line::default(), Line::styled(*key, BOLD), Line::from(words.say(message))])
    };
    let widths = [Constraint::Length(4), Constraint::Length(14), Constraint::Fill(1)];
    let below_title = Rect { y: area.y + 1, height: area.height - 1, ..area };
    frame.render_widget(Table::new(KEYS.iter().map(row), widths).column_spacing(0), below_title);
}
