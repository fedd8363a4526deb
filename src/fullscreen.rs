//! The full screen: the bargaining table in a terminal, which is given back as it was, whatever happens.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::event;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use wagepact::diagnostics::{Message, Problem};
use wagepact::files::output::WholeFile;
use wagepact::negotiate::{Effect, Key, Session, draw};

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// How the table was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// By its own key.
    Done,
    /// By Ctrl-C.
    Interrupted,
}

/// Shows the table until it is left.
///
/// # Errors
/// What the terminal says when it cannot be read or drawn on.
pub(crate) fn show(session: &mut Session) -> io::Result<Left> {
    TAKEN.store(true, Ordering::SeqCst);
    let left = ratatui::try_init().and_then(|mut screen| {
        loop {
            screen.draw(|frame| draw(session, frame))?;
            let Event::Key(pressed) = event::read()? else { continue };
            if pressed.kind == KeyEventKind::Release {
                continue;
            }
            if pressed.code == KeyCode::Char('c') && pressed.modifiers.contains(KeyModifiers::CONTROL) {
                return Ok(Left::Interrupted);
            }
            let Some(key) = key(pressed) else { continue };
            match session.press(key) {
                Effect::None => {}
                Effect::Quit => return Ok(Left::Done),
                Effect::Save { path, text, replace } => {
                    let written = write(Path::new(&path), &text, replace);
                    session.saved(&path, written);
                }
            }
        }
    });
    give_back();
    left
}

/// Gives the terminal back as it was; whether it was taken. For every way to end: a panic does so by itself.
pub(crate) fn give_back() -> bool {
    let taken = TAKEN.swap(false, Ordering::SeqCst);
    if taken {
        // Nobody is left to tell when the terminal itself is gone.
        let _ = ratatui::try_restore();
    }
    taken
}

/// The key of the table that was pressed, if it is one.
fn key(pressed: KeyEvent) -> Option<Key> {
    let shift = pressed.modifiers.contains(KeyModifiers::SHIFT);
    match pressed.code {
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::Left => Some(Key::Left { shift }),
        KeyCode::Right => Some(Key::Right { shift }),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Esc => Some(Key::Escape),
        KeyCode::Backspace => Some(Key::Backspace),
        KeyCode::Tab => Some(Key::Tab),
        KeyCode::Char(character) if !pressed.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            Some(Key::Char(character))
        }
        _ => None,
    }
}

/// Writes a proposal; `Ok(false)` where there is a file of that name that may not be replaced.
fn write(path: &Path, text: &str, replace: bool) -> Result<bool, Message> {
    if !replace && path.exists() {
        return Ok(false);
    }
    let mut file = WholeFile::create(path).map_err(message)?;
    io::Write::write_all(&mut file, text.as_bytes())
        .map_err(|reason| message(wagepact::files::output::unwritable(path, &reason)))?;
    file.finish().map_err(message)?;
    Ok(true)
}

fn message(problem: Problem) -> Message {
    problem.message
}
