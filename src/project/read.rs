//! From `wagepact.toml` as it is written to a [`Project`]; every mistake in it is found at once.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::agreement::check::Checker;
use crate::agreement::value;
use crate::diagnostics::toml_file::{Critic, Node};
use crate::diagnostics::{Message, Place, Problems, toml_file};
use crate::files::input;
use crate::project::Pattern;
use crate::project::format::{Means, PROJECT};

/// How a project file is called.
pub const NAME: &str = "wagepact.toml";

/// A project file.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder in which it lies, to which its paths are relative; empty where that is the working folder.
    pub folder: PathBuf,
    /// What it says, in the order of the format.
    pub entries: Vec<Entry>,
}

/// A value of a project file, of which a key may have several.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What its key stands for.
    pub means: Means,
    /// The value as it is written; `true` or `false` of a switch.
    pub text: Arc<str>,
    /// Where it stands.
    pub place: Place,
}

/// The project file of the working folder: in it, or in the nearest folder above.
#[must_use]
pub fn find() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let depth = here.ancestors().position(|folder| folder.join(NAME).is_file())?;
    Some(std::iter::repeat_n("..", depth).chain([NAME]).collect())
}

impl Project {
    /// Reads a project file.
    ///
    /// # Errors
    /// All that is wrong in the file.
    pub fn read(path: &Path) -> Result<Self, Problems> {
        let file = input::read_text(path)?;
        let (root, broken) = toml_file::parse(&file);
        let mut checker = Checker { critic: Critic::new(&file), sources: Vec::new(), measures: Vec::new() };
        checker.file(&PROJECT, root.get_ref());
        let critic = &mut checker.critic;
        let mut entries = Vec::new();
        for field in PROJECT.fields {
            let Some(node) = value::get(root.get_ref(), field.key) else { continue };
            let means = Means::of(field);
            for node in value::many(node) {
                let Some(text) = text(node) else { continue };
                if matches!(means, Means::Log | Means::File(_))
                    && let Some(place) = Pattern(text.to_string()).unknown_place()
                {
                    critic.wrong(node.span(), Message::new("project-place-unknown").with("found", place));
                }
                entries.push(Entry { means, text, place: critic.place(node.span()) });
            }
        }
        let problems = toml_file::without_echoes(broken, checker.critic.problems);
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        if problems.is_empty() { Ok(Self { folder, entries }) } else { Err(problems) }
    }

    /// What it says of one flag, or of the logs.
    pub fn of_flag(&self, flag: Option<&str>) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.means.flag() == flag)
    }
}

/// A value as it would be typed.
fn text(node: &Node<'_>) -> Option<Arc<str>> {
    let flag = value::flag(node).map(|flag| if flag { "true" } else { "false" });
    flag.or_else(|| value::digits(node)).map(|text| text.trim().into())
}
