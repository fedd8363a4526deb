//! What each key does to the table.

use wagepact::agreement::Words;
use wagepact::negotiate::{
    BargainingTable, Effect, FigureRange, Key, Mode, MovableTerm, Move, PaidRate, Scope, update,
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
    MovableTerm { rule: "delivery".into(), title, field: field.into(), scope, per_parcel, present, step: yuan(step) }
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
    table.changes().into_iter().map(|(text, _)| text).collect()
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
    assert_eq!(table.proposed(1), Some(span("0.73", "0.83")));
    assert_eq!(table.proposed(0), Some(span("0.66", "0.83")));
    assert_eq!(table.present(1), Some(span("0.70", "0.80")));
    // a lower end of 0.68 lifts 0.65 first, and then all rise by 0.01
    press(&mut table, &[Key::Down, Key::Down, Key::Down]);
    type_in(&mut table, "0.68");
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.proposed(2), Some(span("0.69", "0.69")));
}

#[test]
fn digits_type_a_value() {
    let mut table = table();
    type_in(&mut table, "0.9x5");
    assert_eq!(table.mode, Mode::Figure("0.95".into()));
    press(&mut table, &[Key::Backspace, Key::Enter, RIGHT]);
    assert_eq!(table.moves()[0], Move::To(yuan("0.91")));
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
    assert_eq!(table.mode, Mode::Budget("3000000".into()));
    press(&mut table, &[Key::Backspace; 7]);
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.budget, None);
}

#[test]
fn language_and_keys() {
    let mut table = table();
    press(&mut table, &[Key::Char('l'), Key::Char('?')]);
    assert_eq!((table.language, table.mode.clone()), (Language::Zh, Mode::Keys));
    press(&mut table, &[Key::Char('q')]);
    assert_eq!(table.mode, Mode::Terms, "any key closes the keys");
}

#[test]
fn a_saved_proposal_is_a_file_of_changes() {
    let mut table = table();
    press(&mut table, &[RIGHT, Key::Down, Key::Down, RIGHT, Key::Down, LEFT, Key::Char('s')]);
    assert_eq!(table.mode, Mode::Save("proposal-1.toml".into()));
    press(&mut table, &[Key::Backspace; 15]);
    type_in(&mut table, "工会.toml");
    press(&mut table, &[Key::Enter]);
    assert_eq!(table.mode, Mode::Because { path: "工会.toml".into(), typed: String::new() });
    let Effect::Save { path, text, replace } = press(&mut table, &[Key::Enter]) else { panic!("it is saved") };
    assert_eq!((&*path, replace), ("工会.toml", false));
    let expected = "title = \"工会\"\n\n\
        [[change]]\nchange = \"delivery +0.01\"\n\n\
        [[change]]\nchange = 'delivery@company=\"a b\" +0.01'\non-top-of-earlier = true\n\n\
        [[change]]\nchange = \"delivery@area=鄣吴 -0.01\"\non-top-of-earlier = true\n";
    assert_eq!(text, expected);
    assert!(table.unsaved());
    table.saved(&path, Ok(false));
    assert_eq!(table.mode, Mode::Replace("工会.toml".into()));
    assert!(matches!(press(&mut table, &[Key::Char('y')]), Effect::Save { replace: true, .. }));
    table.saved(&path, Ok(true));
    assert!(!table.unsaved());
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
    assert!(matches!(&table.mode, Mode::Because { typed, .. } if typed == "the \"long\" way"));
    assert_eq!(press(&mut table, &[Key::Escape]), Effect::None);
    assert_eq!(table.mode, Mode::Terms, "Esc leaves it all");
    press(&mut table, &[Key::Tab, RIGHT, Key::Char('s'), Key::Enter]);
    assert!(matches!(&table.mode, Mode::Because { typed, .. } if typed.is_empty()), "the other side has its own");
}

#[test]
fn quitting_asks_before_work_is_lost() {
    let mut table = table();
    assert_eq!(press(&mut table, &[Key::Char('q')]), Effect::Quit);
    assert_eq!(press(&mut table, &[RIGHT, Key::Tab, Key::Char('q')]), Effect::None, "the other side is unsaved");
    assert_eq!(table.mode, Mode::Quit);
    assert_eq!(press(&mut table, &[Key::Escape]), Effect::None);
    assert_eq!(press(&mut table, &[Key::Char('q'), Key::Char('y')]), Effect::Quit);
}

#[test]
fn an_empty_table_survives_every_key() {
    let mut table = BargainingTable::new(Vec::new(), Vec::new(), Language::Zh);
    let keys = [Key::Up, Key::Down, LEFT, RIGHT, Key::Enter, Key::Escape, Key::Backspace, Key::Tab];
    for key in keys.into_iter().chain("0.5urbsl?qyn".chars().map(Key::Char)) {
        update(&mut table, key);
    }
    assert!(table.changes().is_empty());
}
