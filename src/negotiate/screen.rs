//! The screen of the table: terms on the left, costs on the right, the spread of pay below, and the keys.

use ratatui::Frame;

use crate::diagnostics::Message;
use crate::negotiate::cells::{BOLD, Canvas, PLAIN, TURNED};
use crate::negotiate::panels;
use crate::negotiate::session::Session;
use crate::negotiate::state::Mode;
use crate::report::Catalogue;

/// The smallest terminal that has room for the table.
const SMALLEST: (usize, usize) = (80, 24);

/// The rows that are no terms and no companies: title, factors, histogram, line of questions, line of keys.
const AROUND: usize = 4 + panels::HISTOGRAM;

/// Every key, as it is pressed and as it is told.
const KEYS: [(&str, Message); 12] = [
    ("↑ ↓", Message::new("negotiate-key-choose")),
    ("← →", Message::new("negotiate-key-move")),
    ("Shift ← →", Message::new("negotiate-key-leap")),
    ("0-9 .", Message::new("negotiate-key-type")),
    ("u", Message::new("negotiate-key-undo")),
    ("r", Message::new("negotiate-key-reset")),
    ("b", Message::new("negotiate-key-budget")),
    ("Tab", Message::new("negotiate-key-tab")),
    ("s", Message::new("negotiate-key-save")),
    ("l", Message::new("negotiate-key-language")),
    ("?", Message::new("negotiate-key-keys")),
    ("q", Message::new("negotiate-key-quit")),
];

/// Draws the table as it is.
pub fn draw(session: &Session, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut page = Canvas::new(frame.buffer_mut(), area);
    let words = session.catalogue();
    let (width, height) = (page.width(), page.height());
    if width < SMALLEST.0 || height < SMALLEST.1 {
        let message = Message::new("negotiate-small");
        let message = message.with("width", width.to_string()).with("height", height.to_string());
        page.write_rows(0, &words.say(&message));
        return;
    }
    title(session, words, &mut page);
    let body = height - AROUND;
    if session.table().mode == Mode::Keys {
        keys(words, &mut page);
    } else {
        let left = width * 21 / 40;
        panels::terms(session, words, &mut page.part((1, 0), (left - 1, body)));
        panels::costs(session, words, &mut page.part((1, left), (width - left, body)));
        panels::histogram(session, words, &mut page.part((2 + body, 0), (width, panels::HISTOGRAM)));
        if session.outcome().is_ok() {
            page.write(1 + body, 0, &words.say(session.baseline.in_short()), PLAIN);
        }
    }
    page.write(height - 2, 0, &question(session, words), BOLD);
    page.write(height - 1, 0, &words.say(&Message::new("negotiate-keys")), PLAIN);
}

fn title(session: &Session, words: &Catalogue, page: &mut Canvas<'_>) {
    let table = session.table();
    let side = Message::new("negotiate-title").with("side", (table.side + 1).to_string());
    let line = " ".repeat(page.width());
    page.write(0, 0, &line, TURNED);
    page.write(0, 1, &words.say(&side), TURNED);
    if table.unsaved() {
        page.write_to(0, page.width() - 1, &words.say(&Message::new("negotiate-unsaved")), TURNED);
    }
}

fn keys(words: &Catalogue, page: &mut Canvas<'_>) {
    for (row, (key, message)) in KEYS.iter().enumerate() {
        page.write(2 + row, 4, key, BOLD);
        page.write(2 + row, 18, &words.say(message), PLAIN);
    }
}

/// The line of questions: what is being asked, else what was last told, else the chosen term in full.
fn question(session: &Session, words: &Catalogue) -> String {
    let table = session.table();
    let ask = |id: &'static str, typed: &str| words.say(&Message::new(id).with("typed", typed));
    match &table.mode {
        Mode::Figure(typed) => ask("negotiate-ask-figure", typed),
        Mode::Budget(typed) => ask("negotiate-ask-budget", typed),
        Mode::Save(typed) => ask("negotiate-ask-save", typed),
        Mode::Because { typed, .. } => ask("negotiate-ask-because", typed),
        Mode::Replace(file) => words.say(&Message::new("negotiate-ask-replace").with("file", file)),
        Mode::Quit => words.say(&Message::new("negotiate-ask-quit")),
        Mode::Keys => String::new(),
        Mode::Terms => match (&table.notice, table.terms().get(table.chosen)) {
            (Some(notice), _) => words.say(notice),
            (None, Some(term)) => {
                let change = term.change(table.moves()[table.chosen]).unwrap_or_default();
                format!("{}  {change}", panels::title(term, words))
            }
            (None, None) => String::new(),
        },
    }
}
