//! The statement of `tally --sql`: whatever stands in headings and words, it is one statement, of the same shape as with plain ones.

use std::fmt::Write;

use wagepact::agreement::asked::DetailsAsked;
use wagepact::deliveries::engines::{Engine, StatementRequest, statement};
use wagepact::tables::headings::Input;
use wagepact::tables::map::{Map, Part};

use super::desk::Desk;

/// A piece of SQL: a text, a name in quotes, or what the program itself has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Text(String),
    Name(String),
    Own(String),
}

/// The pieces of a statement. It panics where one does not end, where something would end the statement, or where brackets do not
/// fit; comments are only those of the program.
pub fn tokens(sql: &str, engine: Engine) -> Vec<Token> {
    let (mut tokens, mut rest, mut depth) = (Vec::new(), sql, 0_i32);
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        let (token, length) = match (first, engine) {
            // Spark takes both for texts, and a backslash in them for the beginning of a letter.
            ('\'', _) | ('"', Engine::Spark) => {
                let escapes = engine == Engine::Spark || matches!(tokens.last(), Some(Token::Own(word)) if word == "E");
                let (text, length) = quoted(after, first, escapes);
                (Some(Token::Text(text)), length)
            }
            ('"', Engine::DuckDb) | ('`', Engine::Spark) => {
                let (name, length) = quoted(after, first, false);
                (Some(Token::Name(name)), length)
            }
            ('/', _) if after.starts_with('*') => {
                let end = after.find("*/").unwrap();
                let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,;:.'-";
                assert!(after[1..end].chars().all(|letter| letters.contains(letter)), "{}", &after[..end]);
                (None, end + 2)
            }
            ('-', _) if after.starts_with('-') => panic!("a comment to the end of the line: {rest}"),
            (';' | '\0' | '`' | '$', _) => panic!("nothing of the program's own has it: {rest}"),
            (space, _) if space.is_ascii_whitespace() => (None, 0),
            (letter, _) if letter.is_ascii_alphanumeric() || letter == '_' => {
                let end =
                    after.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(after.len());
                (Some(Token::Own(rest[..=end].to_string())), end)
            }
            (sign, _) => {
                assert!(sign.is_ascii_graphic(), "nothing of the program's own has it: {rest}");
                depth += i32::from(sign == '(') - i32::from(sign == ')');
                assert!(depth >= 0, "a bracket too many: {rest}");
                (Some(Token::Own(sign.to_string())), 0)
            }
        };
        tokens.extend(token);
        rest = &after[length..];
    }
    assert_eq!(depth, 0, "a bracket that does not close");
    tokens
}

/// What stands in quotes, and how long it is with the last of them.
fn quoted(after: &str, quote: char, escapes: bool) -> (String, usize) {
    let mut text = String::new();
    let mut letters = after.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if escapes => text.extend(letters.next().map(|(_, letter)| letter)),
            _ if letter == quote && letters.peek().is_some_and(|(_, next)| *next == quote) => {
                text.push(quote);
                letters.next();
            }
            _ if letter == quote => return (text, at + letter.len_utf8()),
            _ => text.push(letter),
        }
    }
    panic!("what is in quotes does not end: {after}");
}

/// A map with these words wherever one may stand.
fn map(words: &[&str; 8]) -> String {
    let [courier, status, date, kind, kept, join, delivered, missing] = words.map(basic);
    let mut map = format!("missing = [{missing}]\n[columns]\ncourier = {courier}\nstatus = {status}\n");
    writeln!(map, "date = {{ from = {date}, format = \"%Y年%m月%d日\" }}").unwrap();
    writeln!(map, "service = {{ from = {kind}, values = {{ {kept} = {join} }} }}").unwrap();
    writeln!(map, "area = {{ join = [{kind}, {kept}], with = {join} }}\ncompany = {{ value = {missing} }}").unwrap();
    writeln!(
        map,
        "[rows]\ndelivered = [{delivered}, \"a\"]\nkeep = {{ {kind} = [{kept}, \"b\"] }}\nunique = {courier}"
    )
    .unwrap();
    map
}

/// A text as TOML has it.
fn basic(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string().replace('\n', "\\n")
}

pub fn holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut lines = text.split('\n');
    let words: [&str; 8] = std::array::from_fn(|_| lines.next().unwrap_or("x"));
    // Words without letters are compared in another way.
    let has_letter = |word: &str| word.contains(|letter: char| letter.is_ascii_alphabetic());
    let plain = ["courier 1", "status 2", "date 3", "kind 4", "kept 5", "join 6", "delivered 7", "missing 8"];
    let plain =
        std::array::from_fn(|at| if has_letter(words[at]) { plain[at] } else { &plain[at][plain[at].len() - 1..] });
    for engine in [Engine::DuckDb, Engine::Spark] {
        let (Some(odd), Some(plain)) = (made(&words, engine), made(&plain, engine)) else { return };
        // What is asked of a word may differ where two of them are one, mean an empty cell, or are the number of a column.
        let named = words.iter().map(|word| word.trim()).filter(|word| !word.is_empty() && !word.starts_with('#'));
        let mut distinct: Vec<&str> = named.collect();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() == words.len() {
            let at = odd.iter().zip(&plain).take_while(|(odd, plain)| odd == plain).count();
            assert!(odd == plain, "{words:?} {engine:?}: {:?} and {:?}", around(&odd, at), around(&plain, at));
        }
    }
}

/// Where two statements part.
fn around(tokens: &[Token], at: usize) -> &[Token] {
    &tokens[at.saturating_sub(20).min(tokens.len())..(at + 10).min(tokens.len())]
}

/// What the program has written itself in a statement of these words; `None` where the map is refused.
fn made(words: &[&str; 8], engine: Engine) -> Option<Vec<Token>> {
    let (_desk, path) = Desk::with("map.toml", map(words));
    let map = Map::read(&path).ok()?;
    let part = map.part(Input::Log).map(|part| Part::clone(part)).unwrap_or_default();
    let asked = DetailsAsked::default();
    let delivered = [words[6].to_string()];
    let request = StatementRequest { engine, table: "log", part: &part, delivered: Some(&delivered), asked: &asked };
    let emptied = |token: Token| match token {
        Token::Text(_) => Token::Text(String::new()),
        Token::Name(_) => Token::Name(String::new()),
        own @ Token::Own(_) => own,
    };
    Some(tokens(&statement(request).ok()?, engine).into_iter().map(emptied).collect())
}
