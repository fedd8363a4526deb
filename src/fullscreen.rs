//! The full screen: the bargaining table in a terminal, which is given back as it was, whatever happens.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers,
};
use ratatui::crossterm::{event, execute};
use tui_input::InputRequest;
use tui_input::backend::crossterm::to_input_request;
use wagepact::agreement::proposal::Proposal;
use wagepact::diagnostics::{Message, Problem};
use wagepact::files::output::{WholeFile, Written};
use wagepact::negotiate::{Effect, Key, Reckoning, Session, draw};

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// How long a move waits for its figures before it is shown without them.
const AT_ONCE: Duration = Duration::from_millis(20);

/// How long the table waits for figures before it looks for a key.
const GLANCE: Duration = Duration::from_millis(4);

/// How the table was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// By its own key.
    Done,
    /// By Ctrl-C.
    Interrupted,
}

/// Shows the table until it is left, in colours where these are wanted.
///
/// # Errors
/// What the terminal says when it cannot be read or drawn on.
pub(crate) fn show(session: &mut Session, coloured: bool) -> io::Result<Left> {
    TAKEN.store(true, Ordering::SeqCst);
    let left = ratatui::try_init().and_then(|mut screen| {
        // A terminal that cannot tell what is pasted from what is typed says so, or says nothing.
        let _ = execute!(screen.backend_mut(), EnableBracketedPaste);
        let left = sit(session, coloured, &mut screen);
        let _ = execute!(screen.backend_mut(), DisableBracketedPaste);
        left
    });
    give_back();
    left
}

fn sit(session: &mut Session, coloured: bool, screen: &mut DefaultTerminal) -> io::Result<Left> {
    let mut reckoning = Reckoning::of(session);
    loop {
        let size = screen.size()?;
        let size = (size.width, size.height);
        reckoning.ask(session, size);
        // Figures that come as fast as one sees come together with the move.
        if reckoning.take(session, AT_ONCE) {
            reckoning.ask(session, size);
        }
        screen.draw(|frame| draw(session, coloured, frame))?;
        while reckoning.is_busy() && !event::poll(Duration::ZERO)? {
            let is_new = reckoning.take(session, GLANCE);
            reckoning.ask(session, size);
            if is_new {
                screen.draw(|frame| draw(session, coloured, frame))?;
            }
        }
        // Keys that come faster than they are answered are answered together.
        loop {
            if let Some(left) = take(session, event::read()?) {
                return Ok(left);
            }
            if !event::poll(Duration::ZERO)? {
                break;
            }
        }
    }
}

/// Takes what the terminal tells; how the table was left, if it was.
fn take(session: &mut Session, told: Event) -> Option<Left> {
    let pressed = match told {
        Event::Key(pressed) if pressed.kind != KeyEventKind::Release => pressed,
        Event::Paste(text) => {
            session.paste(&text);
            return None;
        }
        Event::Key(_) | Event::FocusGained | Event::FocusLost | Event::Mouse(_) | Event::Resize(..) => return None,
    };
    if pressed.code == KeyCode::Char('c') && pressed.modifiers.contains(KeyModifiers::CONTROL) {
        return Some(Left::Interrupted);
    }
    match session.press(key(pressed)?) {
        Effect::None => {}
        Effect::Quit => return Some(Left::Done),
        Effect::Open(path) => {
            let read = Proposal::load(Path::new(&path));
            session.opened(&path, read);
        }
        Effect::Save { path, text, replace } => {
            let written = write(Path::new(&path), &text, replace);
            session.saved(&path, written);
        }
    }
    None
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
    let plain = !pressed.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match pressed.code {
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::PageUp => Some(Key::PageUp),
        KeyCode::PageDown => Some(Key::PageDown),
        KeyCode::Home => Some(Key::Home),
        KeyCode::End => Some(Key::End),
        KeyCode::Left if plain => Some(Key::Left { shift }),
        KeyCode::Right if plain => Some(Key::Right { shift }),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Esc => Some(Key::Escape),
        KeyCode::Backspace if plain => Some(Key::Backspace),
        KeyCode::Delete if plain => Some(Key::Delete),
        KeyCode::Tab => Some(Key::Tab),
        _ => to_input_request(&Event::Key(pressed)).map(|request| match request {
            InputRequest::InsertChar(character) => Key::Char(character),
            other => Key::Edit(other),
        }),
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
    file.finish().and_then(Written::place).map_err(message)?;
    Ok(true)
}

fn message(problem: Problem) -> Message {
    problem.message
}
