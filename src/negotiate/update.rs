//! What a key does to the table: a pure function, without a terminal.

use crate::diagnostics::Message;
use crate::negotiate::state::{BargainingTable, Effect, Key, Mode};
use crate::report::Language;
use crate::units::{Decimal, number};

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

fn of_figure(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',' | '万' | '亿' | '０'..='９' | '．' | '，')
}

fn of_words(character: char) -> bool {
    !character.is_control()
}

/// Goes on asking for a text with one more key; the text where the key takes it.
fn typed(
    table: &mut BargainingTable,
    key: Key,
    mut text: String,
    fits: fn(char) -> bool,
    asked: impl Fn(String) -> Mode,
) -> Option<String> {
    match key {
        Key::Enter => return Some(text),
        Key::Escape => return None,
        Key::Char(character) if fits(character) && text.chars().count() < LONGEST => text.push(character),
        Key::Backspace => drop(text.pop()),
        Key::Char(_) | Key::Up | Key::Down | Key::Left { .. } | Key::Right { .. } | Key::Tab => {}
    }
    table.mode = asked(text);
    None
}

fn on_figure(table: &mut BargainingTable, key: Key, text: String) {
    let Some(text) = typed(table, key, text, of_figure, Mode::Figure) else { return };
    match number::typed(&text).filter(|figure| *figure > Decimal::ZERO) {
        Some(figure) => table.set(figure),
        None => table.notice = Some(Message::new("negotiate-figure").with("found", text)),
    }
}

fn on_budget(table: &mut BargainingTable, key: Key, text: String) {
    let Some(text) = typed(table, key, text, of_figure, Mode::Budget) else { return };
    match number::typed(&text) {
        None if !text.is_empty() => table.notice = Some(Message::new("negotiate-figure").with("found", text)),
        budget => table.budget = budget,
    }
}

fn on_save(table: &mut BargainingTable, key: Key, text: String) {
    let path = typed(table, key, text, of_words, Mode::Save).unwrap_or_default().trim().to_string();
    if !path.is_empty() {
        table.mode = Mode::Because { path, typed: table.side().because.clone() };
    }
}

fn on_because(table: &mut BargainingTable, key: Key, path: String, text: String) -> Effect {
    let asked = |typed| Mode::Because { path: path.clone(), typed };
    let Some(text) = typed(table, key, text, of_words, asked) else { return Effect::None };
    table.side_mut().because = text.trim().to_string();
    save(table, path, false)
}

/// The title of a saved proposal is the name of its file.
fn save(table: &BargainingTable, path: String, replace: bool) -> Effect {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
    let text = table.file(name.strip_suffix(".toml").unwrap_or(name));
    Effect::Save { path, text, replace }
}
