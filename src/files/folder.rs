//! The files of folders, and those whose names fit a pattern.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::files::pattern::{fits, is_pattern};

/// What stands before the names of files that people do not see: hidden ones, and those by which a spreadsheet says that it has
/// a workbook open.
const UNSEEN: [&str; 2] = [".", "~$"];

/// What lies in a folder, in the order of the names; nothing where it cannot be read.
#[must_use]
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let listed = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<_> = listed.map(|entry| entry.file_name()).collect();
    names.sort();
    let is_seen = |name: &str| !UNSEEN.iter().any(|unseen| name.starts_with(unseen));
    let seen = names.into_iter().filter(|name| name.to_str().is_some_and(is_seen));
    seen.map(|name| if folder == Path::new(".") { name.into() } else { folder.join(name) }).collect()
}

/// Makes a folder, and those above it, where there is none.
///
/// # Errors
/// What the operating system says.
pub fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// The files that a path names in which `*` stands for any letters and `?` for one, in the order of their names: itself where it
/// has no such sign.
#[must_use]
pub fn matching(pattern: &Path) -> Vec<PathBuf> {
    let mut found = vec![PathBuf::new()];
    for part in pattern.components() {
        let part = part.as_os_str();
        let text = part.to_str().filter(|text| is_pattern(text));
        found = match text {
            None => found.into_iter().map(|folder| folder.join(part)).collect(),
            Some(text) => {
                let fitting = |path: &PathBuf| {
                    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| fits(text, name))
                };
                found.iter().flat_map(|folder| entries(folder)).filter(fitting).collect()
            }
        };
    }
    found.retain(|path| path.is_file());
    found
}

/// Whether a file, or a sheet of it, is named by a pattern: as it was given, or by its own name without its folders.
#[must_use]
pub fn is_named(path: &Path, pattern: &str) -> bool {
    let given = path.to_string_lossy();
    let own = given.rsplit(['/', '\\']).next().unwrap_or(&given);
    let book = own.rsplit_once('#').map_or(own, |(book, _)| book);
    [&*given, own, book].into_iter().any(|name| fits(pattern, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_patterns_of_any_part() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["2026-09/派件1.csv", "2026-10/派件1.csv", "2026-10/派件2.csv", "2026-10/~$派件2.csv"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let found = |pattern: &str| {
            let paths = matching(&folder.path().join(pattern)).into_iter();
            let below = paths.map(|path| path.strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned());
            below.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("2026-10/派件*.csv"), "2026-10/派件1.csv 2026-10/派件2.csv");
        assert_eq!(found("2026-??/*1.csv"), "2026-09/派件1.csv 2026-10/派件1.csv");
        assert_eq!(found("2026-10/派件1.csv"), "2026-10/派件1.csv");
        // No folder is a file.
        assert_eq!(found("2026-10"), "");
        assert_eq!(found("2026-11/*"), "");
    }
}
