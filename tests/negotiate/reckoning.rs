//! Figures that are worked out beside the keys: what is seen until they are there, and that they are the same.

use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use wagepact::negotiate::{Key, Reckoning, Session, draw, work_on};
use wagepact::report::Language;

use crate::example::Month;

const RIGHT: Key = Key::Right { shift: false };
const SIZE: (u16, u16) = (160, 50);

fn drawn(session: &Session) -> String {
    let mut screen = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    screen.draw(|frame| draw(session, false, frame)).unwrap();
    let cells = screen.backend().buffer().content.chunks(SIZE.0.into());
    cells.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "\n").collect()
}

fn wait(reckoning: &mut Reckoning, session: &mut Session) {
    loop {
        reckoning.ask(session, SIZE);
        if !reckoning.is_busy() {
            return;
        }
        reckoning.take(session, Duration::from_secs(60));
    }
}

/// A fen more for all: 228,914 parcels × 0.01 × 365 ÷ 31 = 26,952.78 a year, a fen more or less as each company is rounded.
#[test]
fn a_move_is_seen_before_its_figures() {
    let month = Month::read(&["anji-courier"], false);
    let mut session = month.session(Language::En);
    let mut reckoning = Reckoning::of(&session);
    wait(&mut reckoning, &mut session);
    let before = drawn(&session);
    session.press(RIGHT);
    let moved = drawn(&session);
    assert!(before.contains("0.62-0.89") && moved.contains("0.63-0.90"), "{moved}");
    assert!(moved.contains("Being worked out") && !before.contains("Being worked out"), "{moved}");
    assert!(!moved.contains("+26,952.7"), "the figures of before: {moved}");
    wait(&mut reckoning, &mut session);
    let done = drawn(&session);
    assert!(!done.contains("Being worked out"), "{done}");
    assert!(done.contains("+26,952.7"), "{done}");
}

/// Whatever is asked in between, at the end it is what the table comes to when nobody hurries.
#[test]
fn at_the_end_all_is_as_if_nobody_had_hurried() {
    let month = Month::read(&["anji-courier", "zhejiang-law"], true);
    let (mut hasty, mut patient) = (month.session(Language::Zh), month.session(Language::Zh));
    let mut reckoning = Reckoning::of(&hasty);
    let keys =
        [RIGHT, RIGHT, Key::Down, RIGHT, Key::Char('u'), Key::Tab, RIGHT, Key::Char('r'), RIGHT, RIGHT, Key::Tab];
    for key in keys {
        hasty.press(key);
        reckoning.ask(&hasty, SIZE);
        reckoning.take(&mut hasty, Duration::from_millis(1));
        patient.press(key);
        patient.settle();
        while work_on(&mut patient, SIZE) {}
    }
    wait(&mut reckoning, &mut hasty);
    assert_eq!(drawn(&hasty), drawn(&patient));
    for side in 0..2 {
        let totals = [&hasty, &patient].map(|session| session.outcome(side).unwrap().cost.total.clone());
        assert_eq!(totals[0], totals[1]);
    }
}
