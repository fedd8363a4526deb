//! No circles: two files of one room may not need each other, directly or around, and no more may two sub-folders, nor a
//! module and the files below it.

use std::collections::{BTreeMap, BTreeSet};

use super::source::names::{Name, Place, names};
use super::{module, source};

/// Circles that stay, each with its reason.
const KEPT: &[(&[&str], &str)] = &[];

/// For a time: the modules that need a file below them which needs them. One that is tied no longer has to leave the list, so
/// that it only shrinks.
const TO_UNTIE_BELOW: &[&str] = &["src/report/views/explain.rs"];

/// The files of the program by their module, as one names another.
struct House {
    files: BTreeMap<Vec<String>, File>,
}

struct File {
    path: String,
    names: Vec<Name>,
}

/// What needs what, by path.
type Needs = BTreeMap<String, BTreeSet<String>>;

impl House {
    fn new<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let file = |(path, code): (&str, &str)| {
            let own = module(path.as_ref());
            let names = names(&source::code(code), &own);
            (own, File { path: path.to_string(), names })
        };
        Self { files: sources.into_iter().map(file).collect() }
    }

    /// Whether other files lie below this module, so that it only gathers them.
    fn gathers(&self, own: &[String]) -> bool {
        self.files.keys().any(|other| other.len() > own.len() && other.starts_with(own))
    }

    /// A path from the root, where it leads to something of the program.
    fn rooted(&self, own: &[String], name: &Name) -> Option<Vec<String>> {
        if name.rooted {
            return Some(name.path.clone());
        }
        let (first, rest) = name.path.split_first()?;
        let imported = || {
            let mut uses =
                self.files[own].names.iter().filter(|other| other.place != Place::Code && other.bound == *first);
            uses.find_map(|other| self.rooted(own, other))
        };
        let below = || {
            let child: Vec<String> = own.iter().chain([first]).cloned().collect();
            self.files.contains_key(&child).then_some(child)
        };
        let base = if name.place == Place::Code { imported().or_else(below)? } else { below()? };
        Some(base.into_iter().chain(rest.iter().cloned()).collect())
    }

    /// The file that defines what a path from the root names: the deepest module of the path, or, where that only hands
    /// the name on, the one it comes from.
    fn home(&self, path: &[String], steps: usize) -> Option<Vec<String>> {
        let deep = (1..=path.len()).rev().find(|length| self.files.contains_key(&path[..*length]))?;
        let own = &path[..deep];
        let handed_on = path.get(deep).filter(|_| steps > 0).and_then(|word| {
            let gathers = self.gathers(own);
            let hands_on = |name: &&Name| match name.place {
                Place::Export => true,
                // What a module imports, the modules below it may name through it.
                Place::Import => gathers,
                Place::Code => false,
            };
            let mut uses = self.files[own].names.iter().filter(hands_on).filter(|name| name.bound == *word);
            let target = uses.find_map(|name| self.rooted(own, name))?;
            let whole: Vec<String> = target.into_iter().chain(path[deep + 1..].iter().cloned()).collect();
            self.home(&whole, steps - 1)
        });
        handed_on.or_else(|| Some(own.to_vec()))
    }

    /// Which file of a room needs which others of it. That a module declares the files below it, or hands on what they
    /// define, is no need.
    fn needs(&self) -> Needs {
        let mut needs = Needs::new();
        for (own, file) in &self.files {
            let gathers = self.gathers(own);
            for name in &file.names {
                let Some(path) = self.rooted(own, name) else { continue };
                // Of an imported module only that is needed which is named through it.
                let only_module = name.place != Place::Code && self.files.contains_key(&path) && self.gathers(&path);
                if only_module || (gathers && name.place == Place::Export) {
                    continue;
                }
                let home = self.home(&path, 8).filter(|home| home != own && home[0] == own[0]);
                if let Some(home) = home {
                    needs.entry(file.path.clone()).or_default().insert(self.files[&home].path.clone());
                }
            }
        }
        needs
    }
}

/// Whether the second file lies below the module that the first one is.
fn is_below(above: &str, below: &str) -> bool {
    let (above, below) = (module(above.as_ref()), module(below.as_ref()));
    below.len() > above.len() && below.starts_with(&above)
}

/// The needs between files of which neither lies below the other.
fn beside(needs: &Needs) -> Needs {
    let kept = |path: &String, others: &BTreeSet<String>| {
        let others = others.iter().filter(|other| !is_below(path, other)).cloned().collect();
        (path.clone(), others)
    };
    needs.iter().map(|(path, others)| kept(path, others)).collect()
}

/// The modules that need a file below them which needs them, directly or around.
fn tied_below(needs: &Needs) -> BTreeSet<String> {
    let tied = |path: &&String| {
        reached(needs, path).iter().any(|other| is_below(path, other) && reached(needs, other).contains(path.as_str()))
    };
    needs.keys().filter(tied).cloned().collect()
}

/// The sub-folder beside `other` in which `path` lies: of both the first part that differs, where it is a folder.
fn apart(path: &str, other: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    let others: Vec<&str> = other.split('/').collect();
    let same = parts.iter().zip(&others).take_while(|(part, other)| part == other).count();
    (parts.len() > same + 1 && others.len() > same + 1).then(|| (parts[..=same].join("/"), others[..=same].join("/")))
}

/// Which sub-folder needs which others beside it.
fn between_folders(needs: &Needs) -> Needs {
    let mut folders = Needs::new();
    for (path, others) in needs {
        for (own, other) in others.iter().filter_map(|other| apart(path, other)) {
            folders.entry(own).or_default().insert(other);
        }
    }
    folders
}

/// Everything that is needed, directly or around.
fn reached<'a>(needs: &'a Needs, from: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        open.extend(needs.get(next).into_iter().flatten().map(String::as_str).filter(|other| found.insert(*other)));
    }
    found
}

/// The circles, each as all that need each other.
fn circles(needs: &Needs) -> BTreeSet<Vec<String>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        needs.keys().map(|path| (path.as_str(), reached(needs, path))).collect();
    let circle = |path: &&str| -> Option<Vec<String>> {
        let around = reach[path].iter().filter(|other| reach.get(*other).is_some_and(|back| back.contains(path)));
        let members: Vec<String> = around.map(ToString::to_string).collect();
        (members.len() > 1).then_some(members)
    };
    reach.keys().filter_map(circle).collect()
}

/// The circles of files and those of sub-folders.
fn all_circles(needs: &Needs) -> BTreeSet<Vec<String>> {
    circles(&beside(needs)).into_iter().chain(circles(&between_folders(needs))).collect()
}

/// The arrows inside a circle, to see where it can be untied.
fn arrows(needs: &Needs, circle: &[String]) -> String {
    let mut lines = Vec::new();
    for path in circle {
        let others = needs.get(path).into_iter().flatten().filter(|other| circle.contains(other));
        lines.extend(others.map(|other| format!("\n    {path} -> {other}")));
    }
    lines.concat()
}

fn program() -> Needs {
    let texts: Vec<(String, String)> =
        source::files("src").iter().map(|path| (path.display().to_string(), source::text(path))).collect();
    House::new(texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))).needs()
}

#[test]
fn no_files_and_no_folders_go_round_in_a_circle() {
    let needs = program();
    let (files, folders) = (beside(&needs), between_folders(&needs));
    let found = all_circles(&needs);
    let kept = KEPT.iter().map(|(circle, _)| circle);
    let listed: BTreeSet<Vec<String>> = kept.map(|circle| circle.iter().map(ToString::to_string).collect()).collect();
    let drawn = |circle: &Vec<String>| format!("{circle:?}{}{}", arrows(&files, circle), arrows(&folders, circle));
    let new: Vec<String> = found.difference(&listed).map(drawn).collect();
    let gone: Vec<String> = listed.difference(&found).map(|circle| format!("{circle:?}")).collect();
    assert!(new.is_empty(), "circles:\n{}", new.join("\n"));
    assert!(gone.is_empty(), "listed in tests/layers/circles.rs, but no circle: take them out\n{}", gone.join("\n"));
    assert!(KEPT.iter().all(|(_, reason)| !reason.is_empty()), "a circle that stays has a reason");
}

#[test]
fn no_module_is_needed_by_the_files_that_it_needs() {
    let needs = program();
    let found = tied_below(&needs);
    let listed: BTreeSet<String> = TO_UNTIE_BELOW.iter().map(ToString::to_string).collect();
    let below = |path: &String| {
        let files = reached(&needs, path);
        let back: Vec<&str> =
            files.into_iter().filter(|other| needs.get(*other).is_some_and(|all| all.contains(path))).collect();
        format!("{path}: needed by {}", back.join(", "))
    };
    let new: Vec<String> = found.difference(&listed).map(below).collect();
    let gone: Vec<&String> = listed.difference(&found).collect();
    assert!(new.is_empty(), "\n{}", new.join("\n"));
    assert!(gone.is_empty(), "listed in tests/layers/circles.rs, but tied no longer: take them out\n{gone:?}");
}

/// What is found in a house of these files: its circles, and the modules tied to what lies below them.
fn found(sources: &[(&str, &str)]) -> (usize, usize) {
    let needs = House::new(sources.iter().copied()).needs();
    (all_circles(&needs).len(), tied_below(&needs).len())
}

#[test]
fn circles_are_seen_however_they_are_written() {
    let line = ("src/pay/line.rs", "use crate::pay::slip::Slip;");
    for code in [
        "use crate::pay::line::Line;",
        "use crate::{units::Date, pay::{line::{Line, Tier}, other}};",
        "use super::line::Line;",
        "use super::line;",
        "use super::line as lines;",
        "use super::Line;",
        "use crate::pay::Line;",
        "use crate::pay; fn f() -> pay::Line { todo!() }",
        "use crate::pay; fn f() -> pay::line::Line { todo!() }",
        "fn f() -> super::line::Line { todo!() }",
        "fn f() { crate::pay::line::made(); }",
        "mod tests { use super::super::line::Line; }",
        "pub(crate) use super::line::Line;",
        "use super::Handed;",
        "use super::middle::Line;",
    ] {
        let house = [
            (
                "src/pay/mod.rs",
                "pub mod line; mod slip; mod middle; pub use line::Line; pub use middle::Line as Handed;",
            ),
            ("src/pay/middle.rs", "pub(crate) use super::line::Line;"),
            line,
            ("src/pay/slip.rs", code),
        ];
        assert_eq!(found(&house), (1, 0), "not seen: {code}");
    }
    // Around a third file, and between sub-folders that no two files tie.
    let around = [line, ("src/pay/slip.rs", "use super::tier::Tier;"), ("src/pay/tier.rs", "use super::line::Line;")];
    assert_eq!(found(&around), (1, 0));
    let folders = [
        ("src/pay/rules/base.rs", "use crate::pay::lines::line::Line;"),
        ("src/pay/rules/piece.rs", ""),
        ("src/pay/lines/line.rs", ""),
        ("src/pay/lines/tier.rs", "use super::super::rules::piece;"),
    ];
    assert_eq!(found(&folders), (1, 0));
    for code in ["use line::made;", "fn f() { line::made(); }", "use self::line::made;", "use crate::pay::line;"] {
        let module = format!("mod line; {code} pub struct Slip;");
        let below = [("src/pay/mod.rs", module.as_str()), ("src/pay/line.rs", "use super::Slip;")];
        assert_eq!(found(&below), (0, 1), "not seen: {code}");
    }
}

#[test]
fn what_is_no_circle_is_none() {
    for (module, line, slip) in [
        // One way only.
        ("mod line; mod slip;", "use super::slip::Slip;", "use crate::units::Date;"),
        // To declare and to hand on is no need; a name goes to the file that defines it.
        ("mod line; mod slip; pub use line::Line; pub(crate) use slip::Slip;", "use super::Slip;", ""),
        ("mod line; mod slip; pub use line::Line; pub use slip::Slip;", "", "use crate::pay::{Line};"),
        ("mod line; mod slip; pub struct Paid;", "use super::Paid;", "use super::Paid; use super::line::Line;"),
        // What only looks like a path of the house.
        ("mod line; mod slip;", "use super::slip::Slip;", "// use super::line::Line;"),
        ("mod line; mod slip;", "use super::slip::Slip;", "fn f() { let text = \"super::line\"; line.made(); }"),
        ("mod line; mod slip;", "use super::slip::Slip;", "use other::line::Line;"),
    ] {
        let house = [("src/pay/mod.rs", module), ("src/pay/line.rs", line), ("src/pay/slip.rs", slip)];
        assert_eq!(found(&house), (0, 0), "seen in: {module} | {line} | {slip}");
    }
    // Other rooms are the affair of the layers.
    assert_eq!(
        found(&[("src/pay/line.rs", "use crate::cost::Row;"), ("src/cost/mod.rs", "use crate::pay::line::Line;")]),
        (0, 0)
    );
}
