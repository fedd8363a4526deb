//! The message catalogue against itself and against the sources: same sentences in both languages, none missing, none unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The file that only Chinese has: English help is in the doc comments of `src/cli` (compared in `src/report/help.rs`).
const ONLY_CHINESE: &str = "help";

/// Columns that are promised to people outside, whatever the sources name today.
const COLUMNS: &str = "scenario month company courier name couriers area parcels base piece premium allowance top_up pay \
    rule clause service unit quantity rate multiple amount before after change change_percent contributions total_change \
    annual_cost left courier_days rate_before rate_after pay_per_day_before pay_per_day_after date first_at last_at";

/// Words that stand in the columns scenario, unit and service, and at the head of totals.
const WORDS: &str = "low high agreed change parcel hour km day month delivery total";

/// A sentence: what it fills in, and its texts.
#[derive(Default)]
struct Sentence {
    area: String,
    remedy: Option<BTreeSet<String>>,
    variables: BTreeSet<String>,
    texts: Vec<String>,
}

impl Sentence {
    fn all_variables(&self) -> BTreeSet<String> {
        self.variables.union(self.remedy.as_ref().unwrap_or(&BTreeSet::new())).cloned().collect()
    }
}

type Sentences = BTreeMap<String, Sentence>;

fn catalogue(language: &str) -> Sentences {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/messages").join(language);
    let mut sentences = Sentences::new();
    for path in files(&folder, "ftl") {
        let text = fs::read_to_string(&path).expect("a file of the catalogue");
        let file = path.display();
        let resource = fluent_syntax::parser::parse(text.as_str());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let area = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut sentence = Sentence { area, ..Sentence::default() };
            let value = message.value.unwrap_or_else(|| panic!("{file}: {} says nothing", message.id.name));
            gather(&value, &mut sentence.variables, &mut sentence.texts);
            for attribute in message.attributes {
                assert_eq!(attribute.id.name, "remedy", "{file}: {}", message.id.name);
                let variables = sentence.remedy.get_or_insert_default();
                gather(&attribute.value, variables, &mut sentence.texts);
            }
            let twice = sentences.insert(message.id.name.to_string(), sentence);
            assert!(twice.is_none(), "{file}: {} stands in the catalogue twice", message.id.name);
        }
    }
    sentences
}

/// Collects what a text fills in and its words; the variants of a plural count as one text.
fn gather(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>, texts: &mut Vec<String>) {
    fn inline(expression: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
        match expression {
            InlineExpression::VariableReference { id } => {
                variables.insert(id.name.to_string());
            }
            InlineExpression::StringLiteral { .. } => {}
            other => panic!("the catalogue fills in variables only, not {other:?}"),
        }
    }
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(expression) } => inline(expression, variables),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                inline(selector, variables);
                let mut inner = Vec::new();
                for variant in variants {
                    gather(&variant.value, variables, &mut inner);
                }
                words.push_str(&inner.concat());
            }
        }
    }
    texts.push(words);
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("a file of the sources").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|its| its == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The sources, without their tests, which make up what they need.
fn sources() -> Vec<(PathBuf, String)> {
    let code = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_string();
        (path, code)
    };
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "rs").into_iter().map(code).collect()
}

/// A place where the sources make a message.
struct Use {
    file: String,
    id: String,
    /// What it fills in, as far as that is written there.
    given: BTreeSet<String>,
    /// Whether nothing more can be filled in elsewhere: it is handed on at once.
    whole: bool,
    /// Whether it is made for a problem.
    problem: bool,
}

fn uses() -> Vec<Use> {
    let mut uses = Vec::new();
    for (path, code) in sources() {
        for (at, start) in code.match_indices("Message::new(\"") {
            let (before, rest) = (code[..at].trim_end(), &code[at + start.len()..]);
            let Some((id, mut rest)) = rest.split_once("\")") else { continue };
            let mut given = BTreeSet::new();
            while let Some((name, after)) = filled_in(rest) {
                given.insert(name.to_string());
                rest = after;
            }
            let problem = before.ends_with("Problem::new(");
            let handed_on = problem || before.ends_with("Cell::Said(") || before.ends_with(".push(");
            let whole = handed_on && rest.trim_start().starts_with([')', ',']);
            uses.push(Use { file: path.display().to_string(), id: id.to_string(), given, whole, problem });
        }
    }
    assert!(uses.len() > 50, "the sources are read");
    uses
}

/// The name in `.with("name", …)` at the start of some code, and the code after it.
fn filled_in(code: &str) -> Option<(&str, &str)> {
    let call = code.trim_start();
    let call = [".with(", ".count(", ".arg("].iter().find_map(|method| call.strip_prefix(method))?.trim_start();
    let (name, after) = call.strip_prefix('"')?.split_once('"')?;
    let (mut depth, mut text, mut escaped) = (1, false, false);
    for (at, character) in after.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if text => escaped = true,
            '"' => text = !text,
            '(' if !text => depth += 1,
            ')' if !text => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((name, &after[at + 1..]));
        }
    }
    None
}

/// All texts in quotes of the sources.
fn literals() -> BTreeSet<String> {
    let all: Vec<_> = sources().into_iter().flat_map(|(_, code)| quoted(&code)).collect();
    all.into_iter().collect()
}

fn quoted(code: &str) -> Vec<String> {
    code.split('"').map(str::to_string).collect()
}

#[test]
fn both_languages_say_the_same() {
    let (english, chinese) = (catalogue("en"), catalogue("zh"));
    let ids = |sentences: &Sentences| -> BTreeSet<String> {
        let both = sentences.iter().filter(|(_, sentence)| sentence.area != ONLY_CHINESE);
        both.map(|(id, sentence)| format!("{}.ftl: {id}", sentence.area)).collect()
    };
    let (en, zh) = (ids(&english), ids(&chinese));
    assert_eq!(en.symmetric_difference(&zh).collect::<Vec<_>>(), Vec::<&String>::new());
    for (id, sentence) in &english {
        let other = &chinese[id];
        assert_eq!(sentence.variables, other.variables, "{id}");
        assert_eq!(sentence.remedy, other.remedy, "{id}.remedy");
    }
}

#[test]
fn chinese_is_chinese() {
    // Chinese characters, and the signs of full width
    let chinese = |text: &str| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'));
    for (id, sentence) in catalogue("zh") {
        for text in sentence.texts {
            // a sentence may be made of what it fills in alone
            assert!(chinese(&text) || !text.contains(char::is_alphabetic), "{id}: {text}");
        }
    }
}

#[test]
fn every_message_of_the_sources_is_in_the_catalogue() {
    let english = catalogue("en");
    let mut wrong = Vec::new();
    for made in uses() {
        let Use { file, id, given, whole, problem } = made;
        let Some(sentence) = english.get(&id) else {
            wrong.push(format!("{file}: {id} is not in the catalogue"));
            continue;
        };
        if problem && sentence.remedy.is_none() {
            wrong.push(format!("{file}: {id} has no remedy"));
        }
        let known = sentence.all_variables();
        for name in given.difference(&known) {
            wrong.push(format!("{file}: {id} does not fill in ${name}"));
        }
        for name in known.difference(&given).filter(|_| whole) {
            wrong.push(format!("{file}: {id} needs ${name}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_of_the_catalogue_is_used() {
    let literals = literals();
    let english = catalogue("en");
    let derived = |id: &str| ["column-", "word-", "xlsx-sheet-"].iter().any(|prefix| id.starts_with(prefix));
    let unused: Vec<_> = english.keys().filter(|id| !derived(id) && !literals.contains(*id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// The ids that some keys come to, `top_up` to `column-top-up`.
fn ids<'a>(prefix: &str, keys: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    keys.into_iter()
        .map(|key| {
            let word = key.replace(['_', '.'], "-").replace('/', "-of-").replace('>', "-over-").replace('%', "");
            format!("{prefix}{word}")
        })
        .collect()
}

/// What stands in quotes between `before` and `after` anywhere in the sources.
fn between(before: &str, after: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, code) in sources() {
        for piece in code.split(before).skip(1) {
            let Some(text) = piece.strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
            if text.1.starts_with(after) {
                found.insert(text.0.to_string());
            }
        }
    }
    found
}

#[test]
fn every_column_and_word_is_in_the_catalogue_and_none_is_unused() {
    let english: BTreeSet<String> = catalogue("en").into_keys().collect();
    let literals = literals();
    let columns: BTreeSet<String> =
        [between("key: ", ", kind"), between("(", ", ColumnKind::"), between("column(", "")]
            .into_iter()
            .flatten()
            .collect();
    let words: BTreeSet<String> =
        [between("Cell::Word(", ")"), between("Arg::Word(", ")")].into_iter().flatten().collect();
    for (prefix, promised, named) in [("column-", COLUMNS, columns), ("word-", WORDS, words)] {
        let needed: BTreeSet<String> = ids(prefix, promised.split_whitespace())
            .into_iter()
            .chain(ids(prefix, named.iter().map(String::as_str)))
            .collect();
        let missing: Vec<_> = needed.difference(&english).collect();
        assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
        let anywhere = ids(prefix, literals.iter().map(String::as_str));
        let has = english.iter().filter(|id| id.starts_with(prefix));
        let unused: Vec<_> = has.filter(|id| !needed.contains(*id) && !anywhere.contains(*id)).collect();
        assert!(unused.is_empty(), "unused: {unused:?}");
    }
}

/// Every table has a name for its sheet, by its own key or, for the rows, by that of its report too; every name is of a
/// table, and such that every spreadsheet takes it.
#[test]
fn every_sheet_has_a_name_that_spreadsheets_take() {
    let keys = ids("xlsx-sheet-", literals().iter().map(String::as_str));
    for language in ["en", "zh"] {
        for (id, sentence) in catalogue(language).into_iter().filter(|(id, _)| id.starts_with("xlsx-sheet-")) {
            let name = sentence.texts.concat();
            assert!(
                name.encode_utf16().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']),
                "{id}"
            );
            let of_rows = id.ends_with("-rows") && keys.contains("xlsx-sheet-rows");
            assert!(of_rows || keys.contains(&id), "{id}: no table has this key");
        }
    }
}
