//! What a key does to the table: a pure function, without a terminal.

use crate::diagnostics::Message;
use crate::negotiate::state::{BargainingTable, Effect, Key, Mode};
use crate::report::Language;
use crate::units::{Decimal, money};

/// By how many steps an arrow with shift moves a term.
const LEAP: i64 = 10;

/// The longest that what is typed may be, in characters.
const LONGEST: usize = 60;

/// What a key does to the table.
pub fn update(table: &mut BargainingTable, key: Key) -> Effect {
    table.notice = None;
    match std::mem::replace(&mut table.mode, Mode::Terms) {
        Mode::Terms => return on_terms(table, key),
        Mode::Keys => {}
        Mode::Quit => return on_quit(table, key),
        Mode::Figure(text) => on_figure(table, key, text),
        Mode::Budget(text) => on_budget(table, key, text),
        Mode::Save(text) => on_save(table, key, text),
        Mode::Because { path, typed } => return on_because(table, key, path, typed),
        Mode::Replace(path) => {
            if key == Key::Char('y') {
                return save(table, path, true);
            }
            table.mode = Mode::Save(path);
        }
    }
    Effect::None
}

fn on_terms(table: &mut BargainingTable, key: Key) -> Effect {
    let steps = |shift: bool| if shift { LEAP } else { 1 };
    match key {
        Key::Up => table.chosen = table.chosen.saturating_sub(1),
        Key::Down => table.chosen = (table.chosen + 1).min(table.terms().len().saturating_sub(1)),
        Key::Left { shift } => table.step(-steps(shift)),
        Key::Right { shift } => table.step(steps(shift)),
        Key::Tab => table.side = 1 - table.side,
        Key::Char(digit) if digit.is_ascii_digit() && !table.terms().is_empty() => {
            table.mode = Mode::Figure(digit.to_string());
        }
        Key::Char('u') => table.undo(),
        Key::Char('r') => table.reset(),
        Key::Char('b') => table.mode = Mode::Budget(table.budget.map(|sum| sum.to_string()).unwrap_or_default()),
        Key::Char('s') if table.changes().is_empty() => table.notice = Some(Message::new("negotiate-nothing-moved")),
        Key::Char('s') => table.mode = Mode::Save(format!("proposal-{}.toml", table.side + 1)),
        Key::Char('l') => table.language = if table.language == Language::En { Language::Zh } else { Language::En },
        Key::Char('?') => table.mode = Mode::Keys,
        Key::Char('q') if table.unsaved() => table.mode = Mode::Quit,
        Key::Char('q') => return Effect::Quit,
        Key::Char(_) | Key::Enter | Key::Escape | Key::Backspace => {}
    }
    Effect::None
}

fn on_quit(table: &mut BargainingTable, key: Key) -> Effect {
    match key {
        Key::Char('y') => Effect::Quit,
        Key::Char('s') if !table.changes().is_empty() => on_terms(table, key),
        _ => Effect::None,
    }
}

/// What was typed, after one more key; the key that takes it or leaves it comes back as an error.
fn typed(mut text: String, key: Key, fits: impl Fn(char) -> bool) -> Result<String, (Key, String)> {
    match key {
        Key::Char(character) if fits(character) && text.chars().count() < LONGEST => text.push(character),
        Key::Backspace => drop(text.pop()),
        Key::Enter | Key::Escape => return Err((key, text)),
        _ => {}
    }
    Ok(text)
}

fn of_figure(character: char) -> bool {
    character.is_ascii_digit() || character == '.'
}

fn on_figure(table: &mut BargainingTable, key: Key, text: String) {
    match typed(text, key, of_figure) {
        Ok(text) => table.mode = Mode::Figure(text),
        Err((Key::Enter, text)) => match money::parse(&text).filter(|figure| *figure > Decimal::ZERO) {
            Some(figure) => table.set(figure),
            None => table.notice = Some(Message::new("negotiate-figure").with("found", text)),
        },
        Err(_) => {}
    }
}

fn on_budget(table: &mut BargainingTable, key: Key, text: String) {
    match typed(text, key, of_figure) {
        Ok(text) => table.mode = Mode::Budget(text),
        Err((Key::Enter, text)) if text.is_empty() => table.budget = None,
        Err((Key::Enter, text)) => match money::parse(&text) {
            Some(sum) => table.budget = Some(sum),
            None => table.notice = Some(Message::new("negotiate-figure").with("found", text)),
        },
        Err(_) => {}
    }
}

fn on_save(table: &mut BargainingTable, key: Key, text: String) {
    match typed(text, key, |character| !character.is_control()) {
        Ok(text) => table.mode = Mode::Save(text),
        Err((Key::Enter, path)) if !path.trim().is_empty() => {
            let typed = table.side().because.clone();
            table.mode = Mode::Because { path: path.trim().to_string(), typed };
        }
        Err(_) => {}
    }
}

fn on_because(table: &mut BargainingTable, key: Key, path: String, text: String) -> Effect {
    match typed(text, key, |character| !character.is_control()) {
        Ok(typed) => table.mode = Mode::Because { path, typed },
        Err((Key::Enter, text)) => {
            table.side_mut().because = text.trim().to_string();
            return save(table, path, false);
        }
        Err(_) => {}
    }
    Effect::None
}

/// The title of a saved proposal is the name of its file.
fn save(table: &BargainingTable, path: String, replace: bool) -> Effect {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
    let text = table.file(name.strip_suffix(".toml").unwrap_or(name));
    Effect::Save { path, text, replace }
}
