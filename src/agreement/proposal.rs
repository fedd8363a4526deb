//! A proposal: named changes of terms, as a file (`--proposal`) or as flags (`--change`).

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::de::DeTable;

use crate::agreement::change::Change;
use crate::agreement::check::Checker;
use crate::agreement::document::Words;
use crate::agreement::shape::{KeyShape, Shape, Table, optional, required};
use crate::agreement::stack::Agreement;
use crate::agreement::value;
use crate::diagnostics::toml_file::Critic;
use crate::diagnostics::{Message, Place, Problem, Problems, Text, toml_file};
use crate::files::input;

/// Changes that are put on the table together.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// What it is called; `None` for the changes of the command line.
    pub title: Option<Words>,
    /// The changes, in the order in which they act.
    pub changes: Vec<Arc<Change>>,
}

const REASON: &str = "reason";
const ON_TOP: &str = "on-top-of-earlier";

/// The format of a proposal file.
pub static PROPOSAL: Table = Table {
    name: "the proposal",
    help: "Named changes of terms.",
    fields: &[
        required("title", Shape::Words, "What the proposal is called."),
        required("change", Shape::Tables(&CHANGE), "The changes, in their order."),
    ],
    one_of: &[],
};

static CHANGE: Table = Table {
    name: "[[change]]",
    help: "One change.",
    fields: &[
        required("change", Shape::Text, "The change, as for --change."),
        optional("from", Shape::Day, "The first day on which it holds."),
        optional(REASON, Shape::Words, "Why it is proposed."),
        optional(ON_TOP, Shape::Flag, "Whether it acts on what an earlier change of the same value has left."),
        KeyShape { instead: Some(REASON), ..optional("because", Shape::Words, "The old name of `reason`.") },
        KeyShape { instead: Some(ON_TOP), ..optional("after", Shape::Flag, "The old name of `on-top-of-earlier`.") },
    ],
    one_of: &[],
};

impl Proposal {
    /// The changes of the command line, in their order.
    ///
    /// # Errors
    /// Every change that cannot be read.
    pub fn of_flags(flags: &[String]) -> Result<Self, Problems> {
        let flag: Arc<str> = "--change".into();
        let read = flags.iter().map(|text| Change::parse(text, &flag, 1));
        let (changes, problems): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
        let problems: Problems = problems.into_iter().filter_map(Result::err).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { title: None, changes: changes.into_iter().flatten().map(Arc::new).collect() })
    }

    /// The same with the ids of the rules that the changes call by their titles.
    ///
    /// # Errors
    /// Titles that several rules have.
    pub fn naming(mut self, agreement: &Agreement) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        for change in &mut self.changes {
            match agreement.rule_called(&change.rule) {
                Ok(rule) if rule == change.rule => {}
                Ok(rule) => *change = Arc::new(Change { rule, ..Change::clone(change) }),
                Err(several) => problems.push(Problem::new(several).at(change.place.clone())),
            }
        }
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    /// Reads what `--proposal` names: a file, or several joined by `+`, which are then one proposal.
    ///
    /// # Errors
    /// All that is wrong in the files; two changes of the same value, unless the later one says `on-top-of-earlier = true`.
    pub fn load(named: &Path) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let read = files(named).into_iter().map(|path| Self::read(&path).map_err(|found| problems.extend(found)));
        let read: Vec<Self> = read.filter_map(Result::ok).collect();
        let mut read = read.into_iter();
        let mut joined = read.next().unwrap_or_default();
        for other in read {
            for change in &other.changes {
                problems.extend(joined.before(change).map(|earlier| twice(earlier, change)));
            }
            joined.title = joined.title.zip(other.title).map(|(one, other)| Words {
                en: format!("{} + {}", one.en, other.en).into(),
                zh: format!("{} + {}", one.zh, other.zh).into(),
            });
            joined.changes.extend(other.changes);
        }
        if problems.is_empty() { Ok(joined) } else { Err(problems) }
    }

    /// The earlier change of a value that a later one must not change without saying so.
    fn before(&self, change: &Change) -> Option<&Arc<Change>> {
        self.changes.iter().find(|other| !change.on_top_of_earlier && other.touches(change))
    }

    /// Reads a proposal file.
    fn read(path: &Path) -> Result<Self, Problems> {
        let file = input::read_text(path)?;
        let (root, broken) = toml_file::parse(&file);
        if !broken.is_empty() {
            return Err(broken);
        }
        let root = root.get_ref();
        let mut checker = Checker { critic: Critic::new(&file), sources: Vec::new(), measures: Vec::new() };
        checker.file(&PROPOSAL, root);
        let mut problems = checker.critic.problems;
        let title = value::get(root, "title").and_then(value::words);
        let mut proposal = Self { title, changes: Vec::new() };
        for (_, entry) in value::get(root, "change").into_iter().flat_map(value::tables) {
            match change(&file, entry) {
                Some(Ok(change)) => {
                    problems.extend(proposal.before(&change).map(|earlier| twice(earlier, &change)));
                    proposal.changes.push(Arc::new(change));
                }
                Some(Err(problem)) => problems.push(problem),
                None => {}
            }
        }
        if problems.is_empty() { Ok(proposal) } else { Err(problems) }
    }
}

/// The files that an argument of `--proposal` names: itself where there is such a file, else those between its `+`.
#[must_use]
pub fn files(named: &Path) -> Vec<PathBuf> {
    let text = named.to_string_lossy();
    let parts: Vec<&str> = text.split('+').filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 || input::size(named).is_ok() {
        return vec![named.to_path_buf()];
    }
    parts.into_iter().map(PathBuf::from).collect()
}

/// One entry of a file; `None` where it says no change, which the format has noticed.
fn change(file: &Text, entry: &DeTable<'_>) -> Option<Result<Change, Problem>> {
    let node = value::get(entry, "change")?;
    let text = value::text(node)?;
    let from = value::get(entry, "from").and_then(value::day);
    let named = |key: &str, old: &str| value::get(entry, key).or_else(|| value::get(entry, old));
    let reason = named(REASON, "because").and_then(value::words);
    let on_top_of_earlier = named(ON_TOP, "after").and_then(value::flag).unwrap_or(false);
    let place = Place::in_text(&file.name, &file.text, inside_quotes(file, node.span()));
    let read = Change::parse(&text, &file.name, place.line);
    Some(match read {
        Ok(change) => Ok(Change { from, reason, on_top_of_earlier, place, ..change }),
        Err(problem) => Err(Problem::new(problem.message).at(place)),
    })
}

/// The span of a quoted text without its quotes.
fn inside_quotes(file: &Text, span: Range<usize>) -> Range<usize> {
    let quoted = file.text.get(span.clone()).is_some_and(|text| text.starts_with(['"', '\'']));
    if quoted && span.len() > 2 { span.start + 1..span.end - 1 } else { span }
}

fn twice(earlier: &Change, later: &Change) -> Problem {
    let message = Message::new("proposal-same-value").with("first", &*earlier.text).with("second", &*later.text);
    Problem::new(message).at(later.place.clone()).also(earlier.place.clone())
}

impl Change {
    /// Whether both may change the same value: no key of their filters keeps them apart.
    pub(crate) fn touches(&self, other: &Self) -> bool {
        let apart = self.scope.values.iter().any(|(key, values)| {
            other.scope.values.get(key).is_some_and(|others| !values.iter().any(|value| others.contains(value)))
        });
        self.rule == other.rule && self.field == other.field && !apart
    }
}
