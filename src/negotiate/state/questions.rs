//! What the table asks in a line: a figure, a budget, the name of a file, why it is proposed.

use crate::diagnostics::Message;
use crate::negotiate::state::{Effect, Key, Mode, Table};
use crate::units::{Decimal, money};

/// The longest that what is typed may be, in characters.
const LONGEST: usize = 60;

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

pub(super) fn on_figure(table: &mut Table, key: Key, text: String) {
    match typed(text, key, of_figure) {
        Ok(text) => table.mode = Mode::Figure(text),
        Err((Key::Enter, text)) => match money::parse(&text).filter(|figure| *figure > Decimal::ZERO) {
            Some(figure) => table.set(figure),
            None => table.notice = Some(Message::new("negotiate-figure").with("found", text)),
        },
        Err(_) => {}
    }
}

pub(super) fn on_budget(table: &mut Table, key: Key, text: String) {
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

pub(super) fn on_save(table: &mut Table, key: Key, text: String) {
    match typed(text, key, |character| !character.is_control()) {
        Ok(text) => table.mode = Mode::Save(text),
        Err((Key::Enter, path)) if !path.trim().is_empty() => {
            let typed = table.sides[table.side].because.clone();
            table.mode = Mode::Because { path: path.trim().to_string(), typed };
        }
        Err(_) => {}
    }
}

pub(super) fn on_because(table: &mut Table, key: Key, path: String, text: String) -> Effect {
    match typed(text, key, |character| !character.is_control()) {
        Ok(typed) => table.mode = Mode::Because { path, typed },
        Err((Key::Enter, text)) => {
            table.sides[table.side].because = text.trim().to_string();
            return save(table, path, false);
        }
        Err(_) => {}
    }
    Effect::None
}

/// The title of a saved proposal is the name of its file.
pub(super) fn save(table: &Table, path: String, replace: bool) -> Effect {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
    let text = table.file(name.strip_suffix(".toml").unwrap_or(name));
    Effect::Save { path, text, replace }
}
