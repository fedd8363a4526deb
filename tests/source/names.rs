//! The names that a piece of code takes from elsewhere: every path in it, with what a `use` binds.

use super::tokens;

/// A path as written, and how it stands there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    /// From the root of the crate where the path begins with `crate`, `super` or `self`; else from the file itself.
    pub(crate) path: Vec<String>,
    /// Whether the path begins at the root.
    pub(crate) rooted: bool,
    /// Where it stands.
    pub(crate) place: Place,
    /// What a `use` calls it here: its last word, or the word after `as`.
    pub(crate) bound: String,
}

/// Where a path stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// In a `use` of the file's own.
    Import,
    /// In a `pub use`, which hands it on.
    Export,
    /// In the code.
    Code,
}

/// The paths of a file of the module `own`: by `crate::`, by any number of `super::`, by what was imported, inside
/// groups of any depth.
pub(crate) fn names(code: &str, own: &[String]) -> Vec<Name> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let mut inside: Vec<(String, usize)> = Vec::new(); // modules written in the file itself, and the depth of their braces
    let mut depth = 0;
    let mut place = Place::Code;
    let mut at = 0;
    while at < tokens.len() {
        let begins = at == 0 || !matches!(tokens[at - 1], "::" | ".");
        let goes_on = tokens.get(at + 1) == Some(&"::");
        let mut from = |at: usize, here: &[String], rooted: bool| {
            let mut paths = Vec::new();
            let last = read(&tokens, at, here, &mut paths);
            found.extend(paths.into_iter().map(|(path, bound)| Name { path, rooted, place, bound }));
            last
        };
        match tokens[at] {
            "use" => place = if exported(&tokens, at) { Place::Export } else { Place::Import },
            ";" => place = Place::Code,
            "mod" if tokens.get(at + 2) == Some(&"{") => inside.push((tokens[at + 1].to_string(), depth)),
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                inside.retain(|(_, outer)| *outer < depth);
            }
            "crate" if begins => at = from(at + 1, &[], true),
            "super" | "self" if begins && goes_on => {
                let here: Vec<String> =
                    own.iter().cloned().chain(inside.iter().map(|(name, _)| name.clone())).collect();
                at = from(at, &here, true);
            }
            word if begins && goes_on && word.starts_with(char::is_alphabetic) => at = from(at, &[], false),
            _ => {}
        }
        at += 1;
    }
    found
}

/// Whether the `use` at this place is a `pub use` or a `pub(…) use`.
fn exported(tokens: &[&str], at: usize) -> bool {
    let open = tokens[..at].iter().rposition(|token| *token == "(");
    match tokens[..at].last() {
        Some(&"pub") => true,
        Some(&")") => open.is_some_and(|open| open > 0 && tokens[open - 1] == "pub"),
        _ => false,
    }
}

/// Reads a path, groups included, and notes where each of its branches ends and what it is bound to. Answers with the
/// place of the last token read.
fn read(tokens: &[&str], at: usize, here: &[String], found: &mut Vec<(Vec<String>, String)>) -> usize {
    let mut path = here.to_vec();
    let mut at = at;
    loop {
        match tokens.get(at).copied() {
            Some("super") => {
                path.pop();
            }
            Some("::" | "self") => {}
            Some("{") => {
                at += 1;
                while !matches!(tokens.get(at), None | Some(&"}")) {
                    at = read(tokens, at, &path, found) + 1;
                    if tokens.get(at) == Some(&",") {
                        at += 1;
                    }
                }
                return at;
            }
            // `use crate as other` would hide what is named, and `use crate::*` names everything.
            Some(hidden @ ("as" | "*")) if path.is_empty() => {
                found.push((vec![hidden.to_string()], hidden.to_string()));
                return at;
            }
            Some(word) if word.starts_with(|first: char| first.is_alphabetic() || first == '_') => {
                path.push(word.to_string());
            }
            _ => break,
        }
        if matches!(tokens.get(at + 1), Some(&"::")) || tokens.get(at) == Some(&"::") {
            at += 1;
        } else {
            at += 1;
            break;
        }
    }
    let Some(mut bound) = path.last().cloned() else { return at - 1 };
    // Inside of code `as` is a cast: what it is cast to binds nothing that is asked for.
    if tokens.get(at) == Some(&"as") && path != here {
        bound = tokens.get(at + 1).copied().unwrap_or_default().to_string();
        at += 2;
    }
    found.push((path, bound));
    at - 1
}
