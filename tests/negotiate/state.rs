//! What each key does to the table.

use tui_input::InputRequest;
use wagepact::agreement::Words;
use wagepact::agreement::proposal::Proposal;
use wagepact::negotiate::{
    BargainingTable, Effect, FigureRange, Key, Mode, MovableTerm, Move, PaidRate, Prompt, Scope, paste, update,
};
use wagepact::report::Language;
use wagepact::units::{Decimal, money};

const RIGHT: Key = Key::Right { shift: false };
const LEFT: Key = Key::Left { shift: false };

fn yuan(text: &str) -> Decimal {
    money::parse(text).unwrap()
}

fn term(field: &str, scope: Scope, present: Option<&str>, step: &str) -> MovableTerm {
    let per_parcel = field.is_empty() && present.is_none();
    let (title, present) = (Words::default(), present.map(yuan));
    let (rule, as_read) = ("delivery".into(), None);
    MovableTerm { rule, title, field: field.into(), scope, per_parcel, present, step: yuan(step), as_read }
}

/// 甲 pays 0.80, in 鄣吴 0.70; 乙 pays 0.65 there.
fn table() -> BargainingTable {
    let terms = vec![
        term("", Scope::All, None, "0.01"),
        term("", Scope::Company("甲".into()), None, "0.01"),
        term("", Scope::Company("a b".into()), None, "0.01"),
        term("", Scope::Area("鄣吴".into()), None, "0.01"),
        term("min", Scope::All, Some("0.60"), "0.01"),
        MovableTerm { rule: "heat".into(), ..term("", Scope::All, Some("200"), "10") },
    ];
    let paid = |company: &str, area: &str, rate: &str| PaidRate {
        rule: "delivery".into(),
        company: company.into(),
        area: area.into(),
        rate: yuan(rate),
    };
    let rates = vec![paid("甲", "递铺", "0.80"), paid("甲", "鄣吴", "0.70"), paid("a b", "鄣吴", "0.65")];
    BargainingTable::new(terms, rates, Language::En)
}

fn press(table: &mut BargainingTable, keys: &[Key]) -> Effect {
    keys.iter().map(|key| update(table, *key)).last().unwrap()
}

fn type_in(table: &mut BargainingTable, text: &str) -> Effect {
    press(table, &text.chars().map(Key::Char).collect::<Vec<_>>())
}

fn texts(table: &BargainingTable) -> Vec<String> {
    table.proposal(table.side).changes.iter().map(|change| change.text.to_string()).collect()
}

fn span(lowest: &str, highest: &str) -> FigureRange {
    FigureRange { lowest: yuan(lowest), highest: yuan(highest) }
}

#[test]
fn arrows_choose_and_move() {
    let mut table = table();
    press(&mut table, &[Key::Up, RIGHT, RIGHT, Key::Right { shift: true }, LEFT]);
    assert_eq!(texts(&table), ["delivery +0.11"]); // 1 + 1 + 10 − 1 fen
    press(&mut table, &[Key::Down, Key::Left { shift: true }]);
    assert_eq!(texts(&table), ["delivery +0.11", "delivery@company=甲 -0.10"]);
    press(&mut table, &[Key::Down; 9]);
    assert_eq!(table.chosen, 5);
    press(&mut table, &[RIGHT, LEFT]);
    assert_eq!(texts(&table).len(), 2, "a term brought back has not moved");
}

#[test]
fn values_follow_all_that_has_moved() {
    let mut table = table();
    assert_eq!(table.present(0), Some(span("0.65", "0.80")));
    press(&mut table, &[RIGHT, Key::Down, RIGHT, RIGHT]);
    // 甲: 0.80 and 0.70, + 0.01 for all, + 0.02 for 甲; the other company only + 0.01
    assert_eq!(table.proposed(0, 1), Some(span("0.73", "0.83")));
    assert_eq!(table.proposed(0, 0), Some(span("0.66", "0.83")));
    assert_eq!(table.present(1), Some(span("0.70", "0.80")));
    // a lower end of 0.68 lifts 0.65 first, and then all rise by 0.01
    press(&mut table, &[Key::Down, Key::Down, Key::Down]);
    type_in(&mut table, "0.68");
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.proposed(0, 2), Some(span("0.69", "0.69")));
}

#[test]
fn digits_type_a_value() {
    let mut table = table();
    type_in(&mut table, "0.9x5");
    assert!(matches!(table.mode, Mode::Typing(Prompt::Figure)));
    assert_eq!(table.typed(), "0.95");
    press(&mut table, &[Key::Backspace, Key::Enter, RIGHT]);
    assert_eq!(table.moved(0, 0), Move::To(yuan("0.91")));
    assert_eq!(texts(&table), ["delivery =0.91"]);
    type_in(&mut table, "7");
    press(&mut table, &[Key::Escape]);
    assert_eq!(texts(&table), ["delivery =0.91"]);
    type_in(&mut table, "0");
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.notice.as_ref().unwrap().id, "negotiate-figure");
    assert_eq!(texts(&table), ["delivery =0.91"]);
    // the heat allowance is 200: typing that is no move
    press(&mut table, &[Key::Down; 5]);
    type_in(&mut table, "200");
    press(&mut table, &[Key::Enter]);
    assert_eq!(texts(&table), ["delivery =0.91"]);
}

#[test]
fn no_rate_falls_to_nothing() {
    let mut table = table();
    press(&mut table, &[Key::Left { shift: true }; 20]);
    // the lowest rate paid is 0.65: six times 0.10 leave 0.05
    assert_eq!(texts(&table), ["delivery -0.60"]);
}

#[test]
fn undo_and_reset() {
    let mut table = table();
    press(&mut table, &[RIGHT, RIGHT, Key::Char('r')]);
    assert!(texts(&table).is_empty());
    press(&mut table, &[Key::Char('u')]);
    assert_eq!(texts(&table), ["delivery +0.02"]);
    press(&mut table, &[Key::Char('u'), Key::Char('u'), Key::Char('u')]);
    assert!(texts(&table).is_empty());
}

#[test]
fn two_proposals_lie_side_by_side() {
    let mut table = table();
    press(&mut table, &[RIGHT, Key::Tab]);
    assert!(texts(&table).is_empty());
    press(&mut table, &[LEFT]);
    assert_eq!(texts(&table), ["delivery -0.01"]);
    press(&mut table, &[Key::Tab]);
    assert_eq!(texts(&table), ["delivery +0.01"]);
    press(&mut table, &[Key::Char('u'), Key::Tab]);
    assert_eq!(texts(&table), ["delivery -0.01"], "undo is of one side");
}

#[test]
fn a_budget_is_typed_and_taken_back() {
    let mut table = table();
    press(&mut table, &[Key::Char('b')]);
    type_in(&mut table, "3000000");
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.budget, Some(yuan("3000000")));
    press(&mut table, &[Key::Char('b')]);
    assert_eq!(table.typed(), "3000000");
    press(&mut table, &[Key::Backspace; 7]);
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.budget, None);
}

#[test]
fn language_and_keys() {
    let mut table = table();
    press(&mut table, &[Key::Char('l'), Key::Char('?')]);
    assert!(table.language == Language::Zh && matches!(table.mode, Mode::Keys));
    press(&mut table, &[Key::Char('q')]);
    assert!(matches!(table.mode, Mode::Terms), "any key closes the keys");
}

#[test]
fn a_saved_proposal_is_a_file_of_changes() {
    let mut table = table();
    press(&mut table, &[RIGHT, Key::Down, Key::Down, RIGHT, Key::Down, LEFT, Key::Char('s')]);
    assert_eq!(table.typed(), "proposal-1.toml");
    press(&mut table, &[Key::Backspace; 15]);
    type_in(&mut table, "工会.toml");
    press(&mut table, &[Key::Enter]);
    assert!(matches!(&table.mode, Mode::Typing(Prompt::Because(path)) if path == "工会.toml"));
    assert_eq!(table.typed(), "");
    let Effect::Save { path, text, replace } = press(&mut table, &[Key::Enter]) else { panic!("it is saved") };
    assert_eq!((&*path, replace), ("工会.toml", false));
    let expected = "title = \"工会\"\n\n\
        [[change]]\nchange = \"delivery +0.01\"\n\n\
        [[change]]\nchange = 'delivery@company=\"a b\" +0.01'\non-top-of-earlier = true\n\n\
        [[change]]\nchange = \"delivery@area=鄣吴 -0.01\"\non-top-of-earlier = true\n";
    assert_eq!(text, expected);
    assert!(table.is_unsaved(0));
    table.saved(&path, Ok(false));
    assert!(matches!(&table.mode, Mode::Replace(path) if path == "工会.toml"));
    assert!(matches!(press(&mut table, &[Key::Char('y')]), Effect::Save { replace: true, .. }));
    table.saved(&path, Ok(true));
    assert!(!table.is_unsaved(0));
    assert_eq!(press(&mut table, &[Key::Char('q')]), Effect::Quit);
}

/// What was typed for one proposal stands with each of its changes, and is offered again the next time.
#[test]
fn a_reason_may_stand_with_the_changes() {
    let mut table = table();
    press(&mut table, &[RIGHT, Key::Down, RIGHT, Key::Char('s'), Key::Enter]);
    type_in(&mut table, "the \"long\" way ");
    let Effect::Save { text, .. } = press(&mut table, &[Key::Enter]) else { panic!("it is saved") };
    let reason = "reason = 'the \"long\" way'\n";
    let expected = format!(
        "title = \"proposal-1\"\n\n[[change]]\nchange = \"delivery +0.01\"\n{reason}\n\
         [[change]]\nchange = \"delivery@company=甲 +0.01\"\non-top-of-earlier = true\n{reason}"
    );
    assert_eq!(text, expected);
    table.saved("proposal-1.toml", Ok(true));
    press(&mut table, &[Key::Char('s'), Key::Enter]);
    assert_eq!(table.typed(), "the \"long\" way");
    assert_eq!(press(&mut table, &[Key::Escape]), Effect::None);
    assert!(matches!(table.mode, Mode::Terms), "Esc leaves it all");
    press(&mut table, &[Key::Tab, RIGHT, Key::Char('s'), Key::Enter]);
    assert_eq!(table.typed(), "", "the other side has its own");
}

#[test]
fn quitting_asks_before_work_is_lost() {
    let mut table = table();
    assert_eq!(press(&mut table, &[Key::Char('q')]), Effect::Quit);
    assert_eq!(press(&mut table, &[RIGHT, Key::Tab, Key::Char('q')]), Effect::None, "the other side is unsaved");
    assert!(matches!(table.mode, Mode::Quit));
    assert_eq!(press(&mut table, &[Key::Escape]), Effect::None);
    assert_eq!(press(&mut table, &[Key::Char('q'), Key::Char('y')]), Effect::Quit);
}

#[test]
fn an_empty_table_survives_every_key() {
    let mut table = BargainingTable::new(Vec::new(), Vec::new(), Language::Zh);
    let keys = [Key::Up, Key::Down, LEFT, RIGHT, Key::Enter, Key::Escape, Key::Backspace, Key::Tab];
    let others =
        [Key::PageUp, Key::PageDown, Key::Home, Key::End, Key::Delete, Key::Edit(InputRequest::DeletePrevWord)];
    for key in keys.into_iter().chain(others).chain("0.5uUrbosl?qyn".chars().map(Key::Char)) {
        update(&mut table, key);
        paste(&mut table, "0.5");
    }
    assert!(texts(&table).is_empty());
}

#[test]
fn undone_moves_are_made_again() {
    let mut table = table();
    press(&mut table, &[RIGHT, RIGHT, RIGHT, Key::Char('u'), Key::Char('u')]);
    assert_eq!(texts(&table), ["delivery +0.01"]);
    press(&mut table, &[Key::Char('U')]);
    assert_eq!(texts(&table), ["delivery +0.02"]);
    // a new move ends what could be made again
    press(&mut table, &[LEFT, Key::Char('U'), Key::Char('U')]);
    assert_eq!(texts(&table), ["delivery +0.01"]);
    press(&mut table, &[Key::Char('u')]);
    assert_eq!(texts(&table), ["delivery +0.02"]);
}

#[test]
fn pages_and_ends() {
    let mut table = table();
    for (key, chosen) in [(Key::End, 5), (Key::PageUp, 0), (Key::PageDown, 5), (Key::Home, 0), (Key::Up, 0)] {
        press(&mut table, &[key]);
        assert_eq!(table.chosen, chosen);
    }
}

#[test]
fn one_term_is_put_back() {
    let mut table = table();
    press(&mut table, &[RIGHT, Key::Down, RIGHT, Key::Delete]);
    assert_eq!(texts(&table), ["delivery +0.01"]);
    press(&mut table, &[Key::Char('u')]);
    assert_eq!(texts(&table), ["delivery +0.01", "delivery@company=甲 +0.01"]);
}

/// The cursor goes through Chinese characters one by one; Ctrl-W takes a word; what is pasted goes in where the cursor stands.
#[test]
fn a_line_is_edited() {
    let mut table = table();
    press(&mut table, &[RIGHT, Key::Char('s'), Key::Edit(InputRequest::DeleteLine)]);
    type_in(&mut table, "工方案.toml");
    press(&mut table, &[Key::Home, RIGHT, Key::Char('会')]);
    assert_eq!(table.typed(), "工会方案.toml");
    press(&mut table, &[Key::Delete, Key::End, LEFT, Key::Backspace]);
    assert_eq!(table.typed(), "工会案.tol");
    press(&mut table, &[Key::Home]);
    paste(&mut table, "the \u{1b}new\t\n");
    assert_eq!(table.typed(), "the new工会案.tol", "no control character goes in");
    press(&mut table, &[Key::Home, RIGHT, RIGHT, RIGHT, Key::Edit(InputRequest::DeletePrevWord)]);
    assert_eq!(table.typed(), " new工会案.tol");
}

/// What is pasted presses no keys: a figure begins to be typed, anything else does nothing.
#[test]
fn what_is_pasted_presses_no_key() {
    let mut table = table();
    paste(&mut table, "q r");
    assert!(matches!(table.mode, Mode::Terms));
    paste(&mut table, " 0.95\n");
    press(&mut table, &[Key::Enter]);
    assert_eq!(texts(&table), ["delivery =0.95"]);
}

#[test]
fn leaving_saves_the_proposal_that_is_not() {
    let mut table = table();
    press(&mut table, &[Key::Tab, RIGHT, Key::Tab, Key::Char('q'), Key::Char('s')]);
    assert_eq!((table.side, table.typed()), (1, "proposal-2.toml"));
}

/// A company and an area together: the rate that both name.
#[test]
fn a_term_of_a_company_in_an_area() {
    let mut terms = table().terms().to_vec();
    terms.push(term("", Scope::CompanyArea("甲".into(), "鄣吴".into()), None, "0.01"));
    let paid = |area: &str, rate: &str| PaidRate {
        rule: "delivery".into(),
        company: "甲".into(),
        area: area.into(),
        rate: yuan(rate),
    };
    let mut table = BargainingTable::new(terms, vec![paid("递铺", "0.80"), paid("鄣吴", "0.70")], Language::En);
    press(&mut table, &[Key::End, RIGHT]);
    assert_eq!(texts(&table), ["delivery@area=鄣吴,company=甲 +0.01"]);
    assert_eq!(table.proposed(0, 6), Some(span("0.71", "0.71")));
    assert_eq!(table.proposed(0, 0), Some(span("0.71", "0.80")));
}

fn read(text: &str) -> Proposal {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.toml");
    std::fs::write(&path, text).unwrap();
    Proposal::load(&path).unwrap_or_else(|problems| panic!("{text}\n{problems:?}"))
}

/// A file with an order of its own, with a change in percent, one from a day on, and one for a courier: on the table, and saved
/// again, it is the same text.
#[test]
fn a_file_is_read_and_saved_as_it_was() {
    let text = "title = { en = \"Offer\", zh = \"出价\" }\n\n\
        [[change]]\nchange = \"delivery@area=鄣吴 =0.95\"\nreason = \"far\"\n\n\
        [[change]]\nchange = \"delivery +0.05\"\non-top-of-earlier = true\nreason = \"prices\"\n\n\
        [[change]]\nchange = \"delivery *1.02\"\nfrom = 2022-05-10\non-top-of-earlier = true\nreason = \"prices\"\n\n\
        [[change]]\nchange = \"delivery@courier=A1 -1%\"\non-top-of-earlier = true\nreason = \"prices\"\n\n\
        [[change]]\nchange = \"heat =230\"\nreason = { en = \"hot\", zh = \"热\" }\n";
    let mut table = table();
    let before = table.terms().len();
    table.lay(0, "offer.toml", &read(text));
    assert_eq!((table.terms().len(), table.path(0)), (before + 2, Some("offer.toml")));
    assert_eq!((table.moved(0, 3), table.moved(0, 5)), (Move::To(yuan("0.95")), Move::To(yuan("230"))));
    // 0.95 in 鄣吴 and then five fen more for all; the others are not of all days or couriers
    assert_eq!(table.proposed(0, 3), Some(span("1.00", "1.00")));
    assert!(!table.is_unsaved(0));
    press(&mut table, &[Key::Char('s')]);
    assert_eq!(table.typed(), "offer.toml");
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.typed(), "far");
    let Effect::Save { text: saved, .. } = press(&mut table, &[Key::Enter]) else { panic!("it is saved") };
    assert_eq!(saved, text);
    // under another name it is another proposal
    press(&mut table, &[Key::Char('s'), Key::Edit(InputRequest::DeleteLine), Key::Char('x'), Key::Enter]);
    let Effect::Save { text: saved, .. } = press(&mut table, &[Key::Enter]) else { panic!("it is saved") };
    assert_eq!(saved.replace("title = \"x\"", "title = { en = \"Offer\", zh = \"出价\" }"), text);
}

/// What no arrow could make is taken as it is or left out; a further file brings no second row of it.
#[test]
fn a_change_as_read_comes_in_and_goes_out() {
    let mut table = table();
    let offer = read("title = \"a\"\n[[change]]\nchange = \"delivery *1.02\"\n");
    table.lay(0, "a.toml", &offer);
    table.lay(1, "a.toml", &offer);
    assert_eq!(table.terms().len(), 7);
    press(&mut table, &[Key::End, LEFT, Key::Char('5')]);
    assert!(texts(&table).is_empty() && matches!(table.mode, Mode::Terms));
    assert_eq!(table.proposed(0, 0), Some(span("0.65", "0.80")));
    press(&mut table, &[RIGHT, Key::Home, RIGHT]);
    assert_eq!(texts(&table), ["delivery +0.01", "delivery *1.02"]);
    assert!(table.is_unsaved(0) && !table.is_unsaved(1));
    // (0.65 + 0.01) × 1.02
    assert_eq!(table.proposed(0, 0).unwrap().lowest, yuan("0.6732"));
}

/// Reading a file over what had moved can be undone.
#[test]
fn what_a_file_takes_the_place_of_comes_back() {
    let mut table = table();
    press(&mut table, &[RIGHT]);
    table.lay(0, "a.toml", &read("title = \"a\"\n[[change]]\nchange = \"delivery +0.09\"\n"));
    assert_eq!(texts(&table), ["delivery +0.09"]);
    press(&mut table, &[Key::Char('u')]);
    assert_eq!(texts(&table), ["delivery +0.01"]);
    assert!(table.is_unsaved(0));
}
