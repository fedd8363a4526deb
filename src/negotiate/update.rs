//! What a key does to the table: a pure function, without a terminal.

use tui_input::{Input, InputRequest};

use crate::diagnostics::Message;
use crate::negotiate::state::{BargainingTable, Effect, Key, Mode, Prompt};
use crate::negotiate::term::Move;
use crate::report::Language;
use crate::units::{Decimal, number};

/// By how many steps an arrow with shift moves a term.
const LEAP: i64 = 10;

/// How many terms a page is.
const PAGE: usize = 10;

/// The longest that what is typed may be, in characters.
const LONGEST: usize = 200;

/// What a key does to the table.
pub fn update(table: &mut BargainingTable, key: Key) -> Effect {
    table.notice = None;
    match std::mem::replace(&mut table.mode, Mode::Terms) {
        Mode::Terms => return on_terms(table, key),
        Mode::Keys | Mode::Wrong(_) => {}
        Mode::Quit => return on_quit(table, key),
        Mode::Typing(prompt) => return on_typing(table, key, prompt),
        Mode::Replace(path) => {
            if key == Key::Char('y') {
                return save(table, path, true);
            }
            ask(table, Prompt::Save, path);
        }
    }
    Effect::None
}

/// What a text that is pasted does to the table: it goes into the line that is typed, or begins one with a figure. It presses no key.
pub fn paste(table: &mut BargainingTable, text: &str) {
    let text = text.trim();
    let is_figure = !text.is_empty() && text.chars().all(of_figure);
    let prompt = match &table.mode {
        Mode::Typing(prompt) => prompt.clone(),
        Mode::Terms if is_figure && can_be_set(table) => {
            ask(table, Prompt::Figure, String::new());
            Prompt::Figure
        }
        Mode::Terms | Mode::Replace(_) | Mode::Keys | Mode::Wrong(_) | Mode::Quit => return,
    };
    table.notice = None;
    for character in text.chars() {
        edit(table, &prompt, InputRequest::InsertChar(character));
    }
}

fn on_terms(table: &mut BargainingTable, key: Key) -> Effect {
    let steps = |shift: bool| if shift { LEAP } else { 1 };
    let last = table.terms().len().saturating_sub(1);
    match key {
        Key::Up => table.chosen = table.chosen.saturating_sub(1),
        Key::Down => table.chosen = (table.chosen + 1).min(last),
        Key::PageUp => table.chosen = table.chosen.saturating_sub(PAGE),
        Key::PageDown => table.chosen = (table.chosen + PAGE).min(last),
        Key::Home => table.chosen = 0,
        Key::End => table.chosen = last,
        Key::Left { shift } => table.step(-steps(shift)),
        Key::Right { shift } => table.step(steps(shift)),
        Key::Delete => table.put(Move::Stay),
        Key::Tab => table.side = 1 - table.side,
        Key::Char(digit) if digit.is_ascii_digit() && can_be_set(table) => {
            ask(table, Prompt::Figure, digit.to_string());
        }
        Key::Char('u') => table.side_mut().undo(),
        Key::Char('U') => table.side_mut().redo(),
        Key::Char('r') => table.side_mut().reset(),
        Key::Char('b') => {
            let budget = table.budget.map(|sum| sum.to_string()).unwrap_or_default();
            ask(table, Prompt::Budget, budget);
        }
        Key::Char('o') => ask(table, Prompt::Open, String::new()),
        Key::Char('s') => ask_to_save(table),
        Key::Char('l') => table.language = if table.language == Language::En { Language::Zh } else { Language::En },
        Key::Char('?') => table.mode = Mode::Keys,
        Key::Char('q') if (0..2).any(|side| table.is_unsaved(side)) => table.mode = Mode::Quit,
        Key::Char('q') => return Effect::Quit,
        Key::Char(_) | Key::Enter | Key::Escape | Key::Backspace | Key::Edit(_) => {}
    }
    Effect::None
}

/// Whether a figure can be typed for the chosen term.
fn can_be_set(table: &BargainingTable) -> bool {
    table.terms().get(table.chosen).is_some_and(|term| term.as_read.is_none())
}

fn ask_to_save(table: &mut BargainingTable) {
    if table.draft(table.side).laid.is_empty() {
        table.notice = Some(Message::new("negotiate-nothing-moved"));
        return;
    }
    let path = table.path(table.side).map(ToString::to_string);
    let path = path.unwrap_or_else(|| format!("proposal-{}.toml", table.side + 1));
    ask(table, Prompt::Save, path);
}

/// Saving goes to the proposal that is not saved.
fn on_quit(table: &mut BargainingTable, key: Key) -> Effect {
    match key {
        Key::Char('y') => return Effect::Quit,
        Key::Char('s') => {
            if !table.is_unsaved(table.side) {
                table.side = 1 - table.side;
            }
            ask_to_save(table);
        }
        _ => {}
    }
    Effect::None
}

fn of_figure(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',' | '万' | '亿' | '０'..='９' | '．' | '，')
}

/// Asks for a text that begins with another one.
fn ask(table: &mut BargainingTable, prompt: Prompt, begun: String) {
    table.line = Input::new(begun);
    table.mode = Mode::Typing(prompt);
}

/// Goes on asking for a text with one more key; what the text does where the key takes it.
fn on_typing(table: &mut BargainingTable, key: Key, prompt: Prompt) -> Effect {
    let request = match key {
        Key::Enter => return take(table, prompt),
        Key::Escape => return Effect::None,
        Key::Char(character) => Some(InputRequest::InsertChar(character)),
        Key::Backspace => Some(InputRequest::DeletePrevChar),
        Key::Delete => Some(InputRequest::DeleteNextChar),
        Key::Left { .. } => Some(InputRequest::GoToPrevChar),
        Key::Right { .. } => Some(InputRequest::GoToNextChar),
        Key::Home => Some(InputRequest::GoToStart),
        Key::End => Some(InputRequest::GoToEnd),
        Key::Edit(request) => Some(request),
        Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Tab => None,
    };
    if let Some(request) = request {
        edit(table, &prompt, request);
    }
    table.mode = Mode::Typing(prompt);
    Effect::None
}

/// Changes what is typed, unless a character does not belong there.
fn edit(table: &mut BargainingTable, prompt: &Prompt, request: InputRequest) {
    let fits = |character: char| match prompt {
        Prompt::Figure | Prompt::Budget => of_figure(character),
        Prompt::Save | Prompt::Because(_) | Prompt::Open => !character.is_control(),
    };
    let is_refused = match request {
        InputRequest::InsertChar(character) => !fits(character) || table.typed().chars().count() >= LONGEST,
        _ => false,
    };
    if !is_refused {
        table.line.handle(request);
    }
}

/// Takes what was typed.
fn take(table: &mut BargainingTable, prompt: Prompt) -> Effect {
    let text = table.line.value_and_reset().trim().to_string();
    match prompt {
        Prompt::Figure => match number::typed(&text).filter(|figure| *figure > Decimal::ZERO) {
            Some(figure) => table.set(figure),
            None => table.notice = Some(Message::new("negotiate-figure").with("found", text)),
        },
        Prompt::Budget => match number::typed(&text) {
            None if !text.is_empty() => table.notice = Some(Message::new("negotiate-figure").with("found", text)),
            budget => table.budget = budget,
        },
        Prompt::Save | Prompt::Open if text.is_empty() => {}
        Prompt::Save => {
            let because = table.draft(table.side).because.clone();
            ask(table, Prompt::Because(text), because);
        }
        Prompt::Because(path) => {
            table.side_mut().explain(&text);
            return save(table, path, false);
        }
        Prompt::Open => return Effect::Open(text),
    }
    Effect::None
}

fn save(table: &BargainingTable, path: String, replace: bool) -> Effect {
    let text = table.file(&path);
    Effect::Save { path, text, replace }
}
