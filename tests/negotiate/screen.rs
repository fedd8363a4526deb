//! What stands on the screen, in both languages, and whether its figures are those of `cost`.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;
use wagepact::agreement::proposal::Proposal;
use wagepact::cost::people::Figures;
use wagepact::cost::{Annual, FromLog, YearParcels};
use wagepact::negotiate::{Effect, Key, Scope, Session, draw, work_on};
use wagepact::pay::{Component, pay};
use wagepact::report::Language;
use wagepact::units::Yuan;
use wagepact::units::number::grouped;
use wagepact::workforce::Workforce;

use crate::example::Month;

const RIGHT: Key = Key::Right { shift: false };

/// The rows of a screen of that size; the second cell of a Chinese character is left out.
fn drawn(session: &Session, width: u16, height: u16) -> Vec<String> {
    let mut screen = Terminal::new(TestBackend::new(width, height)).unwrap();
    screen.draw(|frame| draw(session, false, frame)).unwrap();
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
        session.settle();
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

/// What `compare --proposal` says of the second proposal, whose two changes lie in a file.
const OFFER: &str = "title = \"Offer\"\n\n[[change]]\nchange = \"delivery +0.02\"\n\n\
    [[change]]\nchange = \"delivery@company=乙速递,area=昌硕 =0.75\"\non-top-of-earlier = true\n";

fn read(text: &str) -> Proposal {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("offer.toml");
    std::fs::write(&path, text).unwrap();
    Proposal::load(&path).unwrap_or_else(|problems| panic!("{text}\n{problems:?}"))
}

/// Three fen more for all and one more for 丁速递, beside the offer, with all that a window of that size has room for.
fn two(language: Language, size: (u16, u16)) -> Session {
    let month = Month::read(&["anji-courier", "zhejiang-law"], true);
    let mut session = month.with_proposals(Annual::default(), language, &[]);
    press(&mut session, &[RIGHT, RIGHT, RIGHT, Key::Down, RIGHT, Key::Tab]);
    session.opened("offer.toml", Ok(read(OFFER)));
    session.settle();
    press(&mut session, &[Key::Tab]);
    while work_on(&mut session, size) {}
    session
}

/// Read over: the sums are those of `the_figures_are_those_of_cost`, and the shares add up to them. There are no tenths, as one of them
/// would be of fewer than five couriers.
#[test]
fn two_proposals_stand_side_by_side() {
    let drawn = drawn(&two(Language::En, (110, 40)), 110, 40).join("\n");
    assert_eq!(drawn, include_str!("two-en.txt").trim_end(), "\n{drawn}");
}

#[test]
fn a_large_window_shows_more() {
    let drawn = drawn(&two(Language::Zh, (160, 50)), 160, 50).join("\n");
    assert_eq!(drawn, include_str!("two-zh.txt").trim_end(), "\n{drawn}");
}

/// In 80 × 40, one proposal, with its changes.
#[test]
fn a_high_window_shows_more() {
    let drawn = drawn(&two(Language::Zh, (80, 40)), 80, 40).join("\n");
    assert_eq!(drawn, include_str!("high-zh.txt").trim_end(), "\n{drawn}");
}

/// Every share and every tenth on the screen is that of `cost::split` and `cost::people` on the whole log.
#[test]
fn the_details_are_those_of_compare() {
    let month = Month::read(&["anji-courier", "zhejiang-law"], true);
    let session = two(Language::En, (160, 50));
    let screen = drawn(&session, 160, 50).join("\n");
    for side in 0..2 {
        let (shares, groups) = month.details(&session.table().proposal(side));
        let tenths = groups.iter().filter(|group| group.name.starts_with("decile"));
        let raised = tenths.filter_map(|tenth| match tenth.figures {
            Some(Figures::Pay(before, after)) => Some(after - before),
            _ => None,
        });
        for yuan in shares.iter().map(|share| share.total_change).chain(raised) {
            let text = format!("+{}", grouped(&yuan.0));
            assert!(screen.contains(&text), "{text}\n{screen}");
        }
    }
}

/// While it is typed, the cursor of the terminal stands where the next character comes, behind Chinese ones too.
#[test]
fn the_cursor_stands_in_what_is_typed() {
    let mut session = table(Language::Zh);
    press(&mut session, &[Key::Char('o')]);
    type_in(&mut session, "方案");
    press(&mut session, &[Key::Left { shift: false }]);
    let mut screen = Terminal::new(TestBackend::new(80, 24)).unwrap();
    screen.draw(|frame| draw(&session, false, frame)).unwrap();
    // 打开方案文件： takes 14 cells, a space one, 方 two
    screen.backend_mut().assert_cursor_position((17, 22));
    // what is longer than the line is seen around the cursor
    session.paste(&"很长的文件名".repeat(12));
    assert!(drawn(&session, 80, 24)[22].ends_with("文件名"), "{}", drawn(&session, 80, 24)[22]);
}

/// Colours are only where they are wanted, and none says what no word says.
#[test]
fn without_colours_the_words_are_the_same() {
    let session = two(Language::En, (110, 40));
    let cells = |coloured: bool| {
        let mut screen = Terminal::new(TestBackend::new(110, 40)).unwrap();
        screen.draw(|frame| draw(&session, coloured, frame)).unwrap();
        screen.backend().buffer().content.clone()
    };
    let (coloured, plain) = (cells(true), cells(false));
    assert!(coloured.iter().any(|cell| cell.fg != Color::Reset));
    assert!(plain.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert!(coloured.iter().zip(&plain).all(|(one, other)| one.symbol() == other.symbol()));
}

/// What the table has saved it reads again, with the same terms and the same figures, which are those of `cost` on the whole log.
#[test]
fn what_is_saved_is_read_again() {
    let month = Month::read(&["anji-courier", "zhejiang-law"], true);
    let offer =
        format!("{OFFER}\n[[change]]\nchange = \"delivery *1.01\"\nfrom = 2022-05-16\non-top-of-earlier = true\n");
    let mut first = month.with_proposals(Annual::default(), Language::En, &[("offer.toml".into(), read(&offer))]);
    let cost = month.cost(&read(&offer)).total;
    assert_eq!(first.outcome(0).unwrap().cost.total, cost);
    press(&mut first, &[Key::Home, Key::Down, RIGHT, Key::Char('s'), Key::Enter]);
    let Effect::Save { text, .. } = first.press(Key::Enter) else { panic!("a proposal to save") };
    let second = month.with_proposals(Annual::default(), Language::En, &[("offer.toml".into(), read(&text))]);
    let texts = |session: &Session| {
        let changes = session.table().proposal(0).changes;
        changes.iter().map(|change| (change.text.clone(), change.from)).collect::<Vec<_>>()
    };
    assert_eq!(texts(&first).len(), 4);
    assert_eq!(texts(&first), texts(&second));
    let totals = [&first, &second].map(|session| session.outcome(0).unwrap().cost.total.clone());
    assert_eq!((&totals[0], &totals[0]), (&totals[1], &month.cost(&read(&text)).total));
    assert_ne!(totals[0], cost);
    // opened later, its day would part days that were counted together
    let mut third = month.session(Language::En);
    third.opened("offer.toml", Ok(read(&text)));
    third.settle();
    let screen = drawn(&third, 80, 24).join("\n");
    assert!(screen.contains("begins on 2022-05-16") && third.table().proposal(0).changes.is_empty(), "{screen}");
}

/// A file with a mistake is told with its place, and any key goes back.
#[test]
fn a_file_that_cannot_be_read_is_told() {
    let mut session = table(Language::En);
    session.opened("none.toml", Proposal::load("tests/none.toml".as_ref()));
    let screen = drawn(&session, 80, 24).join("\n");
    assert!(screen.contains("error: ") && screen.contains("tests/none.toml"), "{screen}");
    press(&mut session, &[Key::Char('q')]);
    assert!(drawn(&session, 80, 24)[1].contains("cost a year"));
}

#[test]
fn every_row_fits_and_every_size_is_survived() {
    for language in [Language::En, Language::Zh] {
        let mut session = table(language);
        for (width, height) in
            [(80, 24), (81, 25), (120, 50), (200, 24), (300, 90), (79, 24), (80, 23), (20, 5), (1, 1)]
        {
            for key in [Key::Char('?'), Key::Escape, Key::Char('b'), Key::Escape, Key::Tab] {
                press(&mut session, &[key]);
                assert!(drawn(&session, width, height).iter().all(|row| row.width() <= width.into()));
            }
        }
        // nothing is cut from the keys, nor from the names of the keys
        press(&mut session, &[Key::Char('?')]);
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
    assert!(session.outcome(0).is_err());
    assert!(screen.contains("This cannot be computed") && screen.contains("delivery.max =1.01"), "{screen}");
    press(&mut session, &[Key::Char('u')]);
    assert!(session.outcome(0).is_ok());
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
        let (cost, shown) = (month.cost(&proposal), &session.outcome(0).unwrap().cost);
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
        press(&mut session, &[RIGHT]);
        if let Ok(figures) = session.outcome(0) {
            let cost = month.cost(&session.table().proposal(0));
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
        press(&mut session, &[key]);
        let Ok(figures) = session.outcome(0) else { continue };
        let changes = session.table().proposal(0).changes;
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
    press(&mut session, &[RIGHT]);
    let cost = month.cost(&session.table().proposal(0));
    assert_eq!(cost.total, session.outcome(0).unwrap().cost.total);
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
    press(&mut session, &[RIGHT]);
    assert_eq!(session.outcome(0).unwrap().cost.total.change.0.to_string(), "22891.40");
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
    for (page, language) in [("negotiate.md", Language::En), ("negotiate.zh-CN.md", Language::Zh)] {
        assert_eq!(keys_shown(language), keys_written(page), "{page}");
    }
}

fn keys_written(page: &str) -> Vec<String> {
    let page = std::fs::read_to_string(format!("{}/docs/{page}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let written = page.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | "));
    written.map(|(key, words)| format!("{key}  {words}")).collect()
}

fn keys_shown(language: Language) -> Vec<String> {
    let mut session = Month::read(&["anji-courier"], false).session(language);
    press(&mut session, &[Key::Char('?')]);
    let screen = drawn(&session, 80, 24);
    let keys = screen[1..22].iter().filter(|row| !row.is_empty()).map(|row| {
        let (key, words) = row.trim().split_once("   ").unwrap_or_else(|| panic!("{row}"));
        format!("{key}  {}", words.trim())
    });
    keys.collect()
}
