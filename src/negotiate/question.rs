//! The line above the keys: what is being asked, else what was last told, else the chosen term in full.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use crate::diagnostics::Message;
use crate::negotiate::cells::{BOLD, PLAIN};
use crate::negotiate::labels::title;
use crate::negotiate::session::Session;
use crate::negotiate::state::{BargainingTable, Mode, Prompt};
use crate::report::Catalogue;

/// Draws the line, and what the keys do below it.
pub(crate) fn question(session: &Session, words: &Catalogue, (line, keys): (Rect, Rect), frame: &mut Frame<'_>) {
    let table = session.table();
    let say = |id: &'static str| words.say(&Message::new(id));
    let (text, below) = match &table.mode {
        Mode::Typing(prompt) => {
            typing(table, &say(asked(prompt)), line, frame);
            frame.render_widget(Line::styled(say(taken(prompt)), PLAIN), keys);
            return;
        }
        Mode::Replace(file) => (words.say(&Message::new("negotiate-ask-replace").with("file", file)), ""),
        Mode::Quit => (words.say(&unsaved(table)), ""),
        Mode::Keys | Mode::Wrong(_) => (say("negotiate-any-key"), ""),
        Mode::Terms => (told(table, words), "negotiate-keys"),
    };
    frame.render_widget(Line::styled(text, BOLD), line);
    if !below.is_empty() {
        frame.render_widget(Line::styled(say(below), PLAIN), keys);
    }
}

/// What is typed, as far as it has room around the cursor.
fn typing(table: &BargainingTable, asked: &str, area: Rect, frame: &mut Frame<'_>) {
    let before = u16::try_from(asked.width() + 1).unwrap_or(area.width).min(area.width);
    let room = area.width - before;
    let scroll = table.line.visual_scroll(usize::from(room).saturating_sub(1));
    let cells = table.typed().chars().scan(0, |cells, character| {
        let from = *cells;
        *cells += unicode_width::UnicodeWidthChar::width(character).unwrap_or(0);
        Some((from, character))
    });
    let seen: String = cells.skip_while(|(from, _)| *from < scroll).map(|(_, character)| character).collect();
    frame.render_widget(Line::styled(format!("{asked} {seen}"), BOLD), area);
    // Where an input method shows what it composes.
    let cursor = u16::try_from(table.line.visual_cursor().saturating_sub(scroll)).unwrap_or(room);
    frame.set_cursor_position(Position { x: area.x + before + cursor.min(room.saturating_sub(1)), y: area.y });
}

fn asked(prompt: &Prompt) -> &'static str {
    match prompt {
        Prompt::Figure => "negotiate-ask-figure",
        Prompt::Budget => "negotiate-ask-budget",
        Prompt::Save => "negotiate-ask-save",
        Prompt::Because(_) => "negotiate-ask-because",
        Prompt::Open => "negotiate-ask-open",
    }
}

/// What Enter does.
fn taken(prompt: &Prompt) -> &'static str {
    match prompt {
        Prompt::Figure => "negotiate-enter-figure",
        Prompt::Budget => "negotiate-enter-budget",
        Prompt::Save => "negotiate-enter-save",
        Prompt::Because(_) => "negotiate-enter-because",
        Prompt::Open => "negotiate-enter-open",
    }
}

/// Which proposals would be lost.
fn unsaved(table: &BargainingTable) -> Message {
    let lost: Vec<usize> = (0..2).filter(|side| table.is_unsaved(*side)).collect();
    let named = |side: &usize| {
        let number = (side + 1).to_string();
        table.path(*side).map_or(number.clone(), |path| format!("{number} ({path})"))
    };
    let names: Vec<String> = lost.iter().map(named).collect();
    Message::new("negotiate-ask-quit").with("sides", names.join(", ")).count("count", lost.len() as u64)
}

fn told(table: &BargainingTable, words: &Catalogue) -> String {
    match (&table.notice, table.terms().get(table.chosen)) {
        (Some(notice), _) => words.say(notice),
        (None, Some(term)) => {
            let change = term.change(table.moved(table.side, table.chosen));
            let change = change.filter(|_| term.as_read.is_none()).map(|change| change.text.to_string());
            format!("{}  {}", title(term, words), change.unwrap_or_default())
        }
        (None, None) => String::new(),
    }
}
