//! The layers of src/lib.rs, enforced: a module may name only the modules before it, and no files go round in a circle.

#[path = "layers/circles.rs"]
mod circles;
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use source::names::names;

/// From the bottom to the top. Neighbours on one layer may not name each other.
const LAYERS: &[&[&str]] = &[
    &["cores"],
    &["units"],
    &["diagnostics"],
    &["files"],
    &["tables"],
    &["agreement"],
    &["deliveries", "workforce"],
    // What `sketch` drafts and `project` fills in goes to no other layer than the commands.
    &["pay", "sketch", "project"],
    &["check", "cost"],
    &["report"],
    // It asks `cost` and `pay` and draws with the words of `report`; only the commands open it.
    &["negotiate"],
    &["cli"],
    &["commands"],
];

/// The files that stand above all layers: the map of the crate, and the program itself.
const ABOVE: &[&str] = &["lib", "main", "terminal", "fullscreen"];

fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The module that a file is, from the root: `src/pay/rules/base.rs` is `pay`, `rules`, `base`.
fn module(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix("src").expect("a file of the program").with_extension("");
    let mut parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// The layers that a file of the module `own` names: by `crate::`, by any number of `super::`, inside groups of any depth.
fn named(code: &str, own: &[String]) -> BTreeSet<String> {
    let rooted = names(code, own).into_iter().filter(|name| name.rooted);
    rooted.filter_map(|name| name.path.into_iter().next()).collect()
}

/// What a file names that it must not.
fn broken(file: &str, code: &str, own: &[String]) -> Vec<String> {
    let layer = &own[0];
    let mine = rank(layer).unwrap_or_else(|| panic!("{file}: the module `{layer}` has no layer"));
    let names = named(code, own);
    let wrong = |name: &&String| {
        let higher = rank(name).is_some_and(|other| other >= mine);
        **name != *layer && (higher || ABOVE.contains(&name.as_str()) || matches!(name.as_str(), "as" | "*"))
    };
    names.iter().filter(wrong).map(|name| format!("{file}: `{layer}` must not name `{name}`")).collect()
}

#[test]
fn data_flows_one_way() {
    let mut found = Vec::new();
    for path in source::files("src") {
        let own = module(&path);
        if !ABOVE.contains(&own[0].as_str()) {
            // Unit tests too: what they name, the module has to know.
            let code = source::code(&source::text(&path).replace("#[cfg(test)]", ""));
            found.extend(broken(&path.display().to_string(), &code, &own));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn wrong_ways_are_seen_however_they_are_written() {
    let own = ["pay", "rules", "base"].map(String::from);
    for code in [
        "use crate::report::Cell;",
        "use crate::{units::Date, report::Cell};",
        "use crate::{units::{Date, Month}, cost::{annual::{Annual, Factor}, By}};",
        "use super::super::super::report::Cell;",
        "use super::super::super::{units, cli};",
        "fn f() { let x = crate::commands::run; }",
        "fn f() -> super::super::super::cost::By { todo!() }",
        "mod tests { use super::super::super::super::report::Cell; }",
        "use self::super::super::super::report::Cell;",
        "use crate as all;",
        "use crate::*;",
        "use crate::{self as all};",
        "pub(crate) use crate::check;",
    ] {
        assert!(!broken("here", &source::code(code), &own).is_empty(), "not seen: {code}");
    }
    for code in [
        "use crate::units::Date;",
        "use crate::{units::{Date, Month}, agreement::Rule};",
        "use super::super::line::Line;",
        "use super::share;",
        "// crate::report",
        "let text = \"crate::report\";",
        "pub(crate) fn own() {}",
        "mod tests { use super::*; use super::super::super::line::Line; }",
        "use std::fmt; fn f() { report::x(); }",
    ] {
        assert_eq!(broken("here", &source::code(code), &own), Vec::<String>::new(), "seen in: {code}");
    }
}

#[test]
fn every_layer_is_in_the_map() {
    let map = source::text(Path::new("src/lib.rs"));
    let declared: BTreeSet<&str> =
        map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut at = 0;
    for module in LAYERS.iter().copied().flatten().filter(|module| declared.contains(*module)) {
        // `cli` is only words, and the map leaves it out.
        if *module != "cli" {
            let line = map[at..].find(&format!("//! * [`{module}`]"));
            at += line.unwrap_or_else(|| panic!("src/lib.rs: {module} is missing, or not in the order of the layers"));
        }
    }
    let known: BTreeSet<&str> = LAYERS.iter().copied().flatten().copied().collect();
    assert!(declared.is_subset(&known), "without a layer: {:?}", declared.difference(&known));
}
