//! What stands on the screen, in both languages, and whether its figures are those of `cost`.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use unicode_width::UnicodeWidthStr;
use wagepact::agreement::proposal::Proposal;
use wagepact::negotiate::Effect;
use wagepact::negotiate::Key;
use wagepact::negotiate::Session;
use wagepact::report::Language;

use crate::example::Month;

const RIGHT: Key = Key::Right { shift: false };

/// The rows of a screen of that size; the second cell of a Chinese character is left out.
pub(crate) fn drawn(session: &Session, width: u16, height: u16) -> Vec<String> {
    let mut screen = Terminal::new(TestBackend::new(width, height)).unwrap();
    screen.draw(|frame| session.draw(frame)).unwrap();
    let buffer = screen.backend().buffer();
    let row = |y: u16| {
        let (mut text, mut x) = (String::new(), 0);
        while x < width {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(symbol.width()).unwrap().max(1);
        }
        text.trim_end().to_string()
    };
    (0..height).map(row).collect()
}

fn press(session: &mut Session, keys: &[Key]) {
    for key in keys {
        session.press(*key);
    }
}

fn type_in(session: &mut Session, text: &str) -> Effect {
    let effects: Vec<_> = text.chars().map(|character| session.press(Key::Char(character))).collect();
    effects.into_iter().last().unwrap()
}

#[test]
fn show() {
    let mut session = Month::read(&["anji-courier", "zhejiang-law"], true).session(Language::En);
    press(&mut session, &[RIGHT; 3]);
    println!("{}", drawn(&session, 80, 24).join("\n"));
    press(&mut session, &[Key::Char('b')]);
    type_in(&mut session, "100000");
    press(&mut session, &[Key::Enter, Key::Char('l')]);
    println!("{}", drawn(&session, 80, 24).join("\n"));
    press(&mut session, &[Key::Char('?')]);
    println!("{}", drawn(&session, 80, 24).join("\n"));
    press(&mut session, &[Key::Enter, Key::Right { shift: true }, Key::Right { shift: true }]);
    println!("{}", drawn(&session, 100, 30).join("\n"));
}
