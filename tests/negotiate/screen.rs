//! What stands on the screen, in both languages, and whether its figures are those of `cost`.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use unicode_width::UnicodeWidthStr;
use wagepact::agreement::proposal::Proposal;
use wagepact::cost::{Annual, FromLog, YearParcels};
use wagepact::negotiate::{Effect, Key, Scope, Session, draw};
use wagepact::pay::{Component, pay};
use wagepact::report::Language;
use wagepact::units::Yuan;
use wagepact::workforce::Workforce;

use crate::example::Month;

const RIGHT: Key = Key::Right { shift: false };

/// The rows of a screen of that size; the second cell of a Chinese character is left out.
fn drawn(session: &Session, width: u16, height: u16) -> Vec<String> {
    let mut screen = Terminal::new(TestBackend::new(width, height)).unwrap();
    screen.draw(|frame| draw(session, frame)).unwrap();
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

/// All that the example knows, with the law beside the agreement; three fen more for all.
fn table(language: Language) -> Session {
    let mut session = Month::read(&["anji-courier", "zhejiang-law"], true).session(language);
    press(&mut session, &[RIGHT; 3]);
    session
}

/// The figures are those that `the_figures_are_those_of_cost` compares; the rest was read over once, cell by cell.
#[test]
fn the_screen_in_english() {
    let drawn = drawn(&table(Language::En), 80, 24).join("\n");
    assert_eq!(drawn, include_str!("en.txt").trim_end(), "\n{drawn}");
}

#[test]
fn the_screen_in_chinese_with_a_budget() {
    let mut session = table(Language::En);
    press(&mut session, &[Key::Char('b')]);
    type_in(&mut session, "100000");
    press(&mut session, &[Key::Enter, Key::Char('l')]);
    let drawn = drawn(&session, 80, 24).join("\n");
    assert_eq!(drawn, include_str!("zh.txt").trim_end(), "\n{drawn}");
}

#[test]
fn every_row_fits_and_every_size_is_survived() {
    for language in [Language::En, Language::Zh] {
        let mut session = table(language);
        for (width, height) in [(80, 24), (81, 25), (120, 50), (200, 24), (79, 24), (80, 23), (20, 5), (1, 1)] {
            for key in [Key::Char('?'), Key::Escape, Key::Char('b'), Key::Escape, Key::Tab] {
                session.press(key);
                assert!(drawn(&session, width, height).iter().all(|row| row.width() <= width.into()));
            }
        }
        // nothing is cut from the keys, nor from the names of the keys
        session.press(Key::Char('?'));
        let keys = drawn(&session, 80, 24);
        assert!(keys.iter().all(|row| !row.contains('…')), "{}", keys.join("\n"));
    }
}

#[test]
fn a_narrow_terminal_is_told_so() {
    let small = drawn(&table(Language::Zh), 60, 20).join("");
    assert!(small.contains("80 × 24") && small.contains("60 × 20"), "{small}");
}

/// 庚速递 pays 0.89 in 灵峰: twelve fen more pass the band's 1.00.
#[test]
fn a_rate_outside_its_band_is_told_in_place_of_the_costs() {
    let mut session = table(Language::En);
    press(&mut session, &[RIGHT; 9]);
    let screen = drawn(&session, 80, 24).join("\n");
    assert!(session.outcome().is_err());
    assert!(screen.contains("This cannot be computed") && screen.contains("delivery.max =1.01"), "{screen}");
    session.press(Key::Char('u'));
    assert!(session.outcome().is_ok());
}

/// The choosing of a term by its change, so that the test does not hang on the order of the terms.
fn choose(session: &mut Session, scope: &Scope, field: &str) {
    let terms = session.table().terms();
    let wanted =
        terms.iter().position(|term| term.scope == *scope && &*term.field == field && &*term.rule == "delivery");
    press(session, &vec![Key::Up; terms_of(session)]);
    press(session, &vec![Key::Down; wanted.unwrap()]);
}

fn terms_of(session: &Session) -> usize {
    session.table().terms().len()
}

/// A proposal with changes for all, for a company and for an area, one of them a value, is saved and read again as a file:
/// `cost`, on the whole log, answers what the table shows.
#[test]
fn a_saved_proposal_costs_the_same_to_the_fen() {
    for (agreements, whole) in [(&["anji-courier"][..], false), (&["anji-courier", "zhejiang-law"], true)] {
        let month = Month::read(agreements, whole);
        let mut session = month.session(Language::Zh);
        press(&mut session, &[RIGHT; 4]);
        choose(&mut session, &Scope::Company("己速递".into()), "");
        press(&mut session, &[RIGHT, RIGHT]);
        choose(&mut session, &Scope::Area("鄣吴".into()), "");
        type_in(&mut session, "0.95");
        press(&mut session, &[Key::Enter]);
        press(&mut session, &[Key::Char('s'), Key::Enter]);
        type_in(&mut session, "as costs rose");
        let Effect::Save { text, .. } = session.press(Key::Enter) else { panic!("a proposal to save") };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("proposal.toml");
        std::fs::write(&path, &text).unwrap();
        let proposal = Proposal::load(&path).unwrap_or_else(|problems| panic!("{text}\n{problems:?}"));
        assert_eq!(proposal.changes.len(), 3);
        let (cost, shown) = (month.cost(&proposal), &session.outcome().unwrap().cost);
        assert_eq!((&cost.rows, &cost.total), (&shown.rows, &shown.total));
        assert!(cost.rows.len() == 8 && !cost.total.change.is_zero());
    }
}

/// Every single move of the table, on the condensed log, against `cost` on the whole log.
#[test]
fn the_figures_are_those_of_cost() {
    let month = Month::read(&["anji-courier", "zhejiang-law"], true);
    let mut session = month.session(Language::En);
    assert!(terms_of(&session) > 20);
    for _ in 0..terms_of(&session) {
        session.press(RIGHT);
        if let Ok(figures) = session.outcome() {
            let cost = month.cost(&session.table().proposal().unwrap());
            assert_eq!((&cost.rows, &cost.total), (&figures.cost.rows, &figures.cost.total));
        }
        press(&mut session, &[Key::Char('u'), Key::Down]);
    }
}

/// Median and couriers below the floor, key by key, against one run of `pay` on the whole log, sorted here.
#[test]
fn the_spread_is_that_of_pay() {
    let month = Month::read(&["anji-courier", "zhejiang-law"], true);
    let mut session = month.session(Language::En);
    for key in [RIGHT, Key::Down, RIGHT, Key::Down, Key::Left { shift: true }, RIGHT, Key::Up, Key::Char('u')] {
        session.press(key);
        let Ok(figures) = session.outcome() else { continue };
        let changes = session.table().proposal().unwrap().changes;
        let run = pay(&month.agreement.with_changes(&changes).unwrap(), &month.tally, &month.workforce).unwrap();
        let mut couriers: BTreeMap<&str, Yuan> = BTreeMap::new();
        let mut below = BTreeSet::new();
        for payslip in &run.payslips {
            *couriers.entry(&payslip.courier).or_default() += payslip.pay();
            if !payslip.sum(Component::TopUp).is_zero() {
                below.insert(&payslip.courier);
            }
        }
        let mut pays: Vec<Yuan> = couriers.into_values().collect();
        pays.sort_unstable();
        // 41 people in one month: the 21st is the middle one
        assert_eq!(pays.len(), 41);
        let spread = figures.spread.as_ref().unwrap();
        assert_eq!((spread.median, spread.below_floor), (pays[20], Some(below.len() as u64)));
        assert_eq!(spread.bars.iter().sum::<u64>(), 41);
    }
}

/// Where only the band is known, a move of some fen has its cost, and nothing is said of the pay of a month:
/// 229,287 parcels less 373 of pickup, are 228,914: × 0.01 × 365 ÷ 31 = 26,952.78 a year (a fen more, as each company is rounded).
#[test]
fn a_band_without_rates_still_has_its_costs() {
    let mut month = Month::read(&["anji-courier"], false);
    month.workforce = Workforce::default();
    let mut session = month.session(Language::En);
    session.press(RIGHT);
    let cost = month.cost(&session.table().proposal().unwrap());
    assert_eq!(cost.total, session.outcome().unwrap().cost.total);
    let screen = drawn(&session, 80, 24).join("\n");
    for text in ["?       +0.01", "+26,952.79", "give --rates or --rate."] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
}

/// A year of so many parcels: 228,914 delivered and 373 picked up are 229,287 in the log; at 2,292,870 a year each fen more costs
/// ten times 2,289.14, which is 22,891.40.
#[test]
fn a_year_may_be_given_in_parcels() {
    let mut month = Month::read(&["anji-courier"], false);
    month.workforce = Workforce::default();
    let annual = Annual::Log(FromLog { parcels: Some(YearParcels::Together(2_292_870)), ..FromLog::default() });
    let mut session = month.session_of(annual, Language::En);
    session.press(RIGHT);
    assert_eq!(session.outcome().unwrap().cost.total.change.0.to_string(), "22891.40");
}

/// Typing the name of an input leaves the file alone and says so; another name is written.
#[test]
fn no_proposal_takes_the_place_of_an_input() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("a.csv");
    std::fs::write(&input, "rates").unwrap();
    let mut session = Month::read(&["anji-courier"], false).session(Language::En).guarding(vec![input.clone()]);
    let mut save_as = |path: &std::path::Path| {
        press(&mut session, &[RIGHT, Key::Char('s')]);
        press(&mut session, &[Key::Backspace; 15]);
        type_in(&mut session, path.to_str().unwrap());
        press(&mut session, &[Key::Enter]);
        let effect = session.press(Key::Enter);
        (effect, drawn(&session, 160, 24).join("\n"))
    };
    let (effect, screen) = save_as(&input);
    assert_eq!(effect, Effect::None);
    assert!(screen.contains("is an input of this command and is not overwritten"), "{screen}");
    let (effect, _) = save_as(&folder.path().join("b.toml"));
    assert!(matches!(effect, Effect::Save { .. }));
}

/// The page tells the keys in the words of the screen that `?` shows.
#[test]
fn the_page_has_the_keys_of_the_screen() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/negotiate.md")).unwrap();
    let written = page.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | "));
    let written: Vec<String> = written.map(|(key, words)| format!("{key}  {words}")).collect();
    let mut session = Month::read(&["anji-courier"], false).session(Language::En);
    session.press(Key::Char('?'));
    let screen = drawn(&session, 80, 24);
    let keys = screen[1..22].iter().filter(|row| !row.is_empty()).map(|row| {
        let (key, words) = row.trim().split_once("   ").unwrap_or_else(|| panic!("{row}"));
        format!("{key}  {}", words.trim())
    });
    assert_eq!(keys.collect::<Vec<_>>(), written);
}
