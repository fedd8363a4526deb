//! The recipes of CONTRIBUTING.md against the code: the Rust files that a kind of rule and a check touch.

mod source;

use std::collections::BTreeSet;
use std::path::Path;

/// The most Rust files that a kind of rule may touch, its own included; it may only be lowered.
const MOST_OF_A_KIND: usize = 9;

/// The most Rust files that a check may touch, its own included.
const MOST_OF_A_CHECK: usize = 2;

/// Checks that go by the name of the column that they look at.
const ALSO_A_COLUMN: &[&str] = &["fines"];

/// Two kinds that nothing joins but being kinds, as neither pays anything: whoever names both tells the kinds apart.
const TOLD_APART: [&str; 2] = ["Deduction", "Contribution"];

/// The files that a kind of rule touches without telling the kinds apart.
const CALLERS: &[&str] = &[
    // It declares the file of the kind.
    "src/pay/rules/mod.rs",
    // It calls the kind among the steps.
    "src/pay/workings.rs",
];

/// The Rust files in the table of a recipe, and of these the ones that are to be written, such as `CODE.rs`.
fn listed(recipe: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let text = source::text(Path::new("CONTRIBUTING.md"));
    let part = text.split(recipe).nth(1).unwrap_or_else(|| panic!("no recipe {recipe}"));
    let part = part.split("\n**… ").next().unwrap_or_default();
    let rows = part.lines().filter_map(|line| line.strip_prefix("| `src/")?.split('`').next());
    let (there, new): (Vec<_>, Vec<_>) =
        rows.map(|path| format!("src/{path}")).partition(|path| Path::new(path).exists());
    let is_named = |path: &&String| path.ends_with("/NAME.rs") || path.ends_with("/CODE.rs");
    let lost: Vec<&String> = new.iter().filter(|path| !is_named(path)).collect();
    assert!(lost.is_empty(), "{recipe}: there are no {lost:?}");
    (there.into_iter().collect(), new.into_iter().collect())
}

/// The files of the program that `is_touched`, by their code and their text without unit tests and comments.
fn touched(is_touched: impl Fn(&str, &str) -> bool) -> BTreeSet<String> {
    let files = source::files("src").into_iter().map(|path| (path.display().to_string(), source::text(&path)));
    let found = files.filter(|(_, text)| {
        let written = text.split("#[cfg(test)]").next().unwrap_or_default();
        let written: String = written.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        is_touched(&source::code(text), &written)
    });
    found.map(|(path, _)| path).collect()
}

/// Fails where the table of a recipe and the code differ, or where it has grown.
fn compare(recipe: &str, touched: &BTreeSet<String>, most: usize) {
    let (there, new) = listed(recipe);
    let missing: Vec<&String> = touched.difference(&there).collect();
    let idle: Vec<&String> = there.difference(touched).collect();
    assert!(missing.is_empty(), "{recipe}: CONTRIBUTING.md does not list {missing:?}");
    assert!(idle.is_empty(), "{recipe}: nothing has to be done in {idle:?}");
    assert_eq!(new.len(), 1, "{recipe}: its own file is listed");
    let all = there.len() + new.len();
    assert!(all <= most, "{recipe} touches {all} files, at most {most}");
}

#[test]
fn a_kind_of_rule_touches_the_files_of_its_recipe() {
    let mut found = touched(|code, written| {
        let tokens = source::tokens(code);
        TOLD_APART.iter().all(|kind| tokens.contains(kind) || written.contains(&format!("\"{}\"", kind.to_lowercase())))
    });
    assert!(found.contains("src/agreement/kinds.rs"), "the kinds were not found");
    for caller in CALLERS {
        assert!(found.insert((*caller).to_string()), "{caller} tells the kinds apart, and needs no leave");
    }
    compare("**… a kind of rule**", &found, MOST_OF_A_KIND);
}

#[test]
fn a_check_touches_the_files_of_its_recipe() {
    let own = source::files("src/check/rules").into_iter().filter(|path| !path.ends_with("mod.rs"));
    let checks: Vec<(String, String)> = own
        .map(|path| {
            let module = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            (module.replace('_', "-"), module)
        })
        .collect();
    assert!(checks.len() >= 20, "the checks were not found");
    let found = touched(|code, written| {
        let tokens = source::tokens(code);
        let declared = |module: &str| {
            tokens.windows(3).any(|three| three[2] == module && matches!(three[..2], ["rules", "::"]))
                || tokens.windows(2).any(|two| two == ["mod", module])
        };
        let names = |code: &str| !ALSO_A_COLUMN.contains(&code) && written.contains(&format!("\"{code}\""));
        checks.iter().any(|(code, module)| declared(module) || names(code))
    });
    let is_own = |path: &str| path.starts_with("src/check/rules/") && !path.ends_with("/mod.rs");
    let found: BTreeSet<String> = found.into_iter().filter(|path| !is_own(path)).collect();
    compare("**… a check**", &found, MOST_OF_A_CHECK);
}
