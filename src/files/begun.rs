//! Files that are begun and not yet in place. They lie beside what they become, under a name that says so: a run that was killed
//! leaves them, and the next one that writes there takes them away.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, io, process};

use tempfile::NamedTempFile;

use crate::files::target::folder;

/// What stands in the name behind that of the file which it becomes, before the number of the process.
const MARK: &str = ".wagepact-";

/// How its name ends.
const END: &str = ".tmp";

/// The most bytes of the name of the file that its name repeats: all of a name may have 255.
const MOST_OF_NAME: usize = 180;

/// How often another name is tried, where someone takes the file away between its beginning and its lock.
const TRIES: usize = 8;

/// The files begun and not yet put in place, for [`abandon`].
static BEGUN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Begins a file beside the target, with the permissions that the target has, and holds it locked: so others see that someone is
/// writing it.
pub(super) fn begin(target: &Path, is_secret: bool) -> io::Result<NamedTempFile> {
    let folder = folder(target);
    clear(folder);
    for _ in 0..TRIES {
        let file = create(target, folder, is_secret)?;
        // Where files cannot be locked, none is taken away either.
        let _ = file.as_file().try_lock();
        if file.path().exists() {
            begun().push(file.path().to_path_buf());
            return Ok(file);
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

fn create(target: &Path, folder: &Path, is_secret: bool) -> io::Result<NamedTempFile> {
    let prefix = format!(".{}{MARK}{}-", cut(target), process::id());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(END);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As a new file would have them: what the user's mask leaves.
        builder.permissions(fs::Permissions::from_mode(if is_secret { 0o600 } else { 0o666 }));
    }
    #[cfg(not(unix))]
    let _ = is_secret;
    let file = builder.tempfile_in(folder)?;
    if let Ok(before) = fs::metadata(target) {
        // A file that only the payroll office may read stays one.
        fs::set_permissions(file.path(), before.permissions())?;
    }
    Ok(file)
}

/// The name of the target, as far as there is room for it.
fn cut(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let end = (0..=name.len().min(MOST_OF_NAME)).rev().find(|end| name.is_char_boundary(*end));
    name[..end.unwrap_or_default()].to_string()
}

/// Takes away what killed runs have begun in a folder: a file that is ours by its name, and that no one holds locked any longer.
fn clear(folder: &Path) {
    let left = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).filter(|entry| {
        let is_ours = entry.file_name().to_str().is_some_and(is_name);
        is_ours && entry.file_type().is_ok_and(|kind| kind.is_file())
    });
    for entry in left {
        let path = entry.path();
        if File::open(&path).is_ok_and(|file| is_left(&file)) {
            // Another run may have been quicker.
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether its writer has ended: as long as it runs, the file is locked.
fn is_left(file: &File) -> bool {
    match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => false,
    }
}

/// Whether a file of that name was begun here: `.NAME.wagepact-PROCESS-LETTERS.tmp`.
fn is_name(name: &str) -> bool {
    let inner = name.strip_prefix('.').and_then(|name| name.strip_suffix(END));
    let number = inner.and_then(|inner| inner.rsplit_once(MARK)).and_then(|(_, number)| number.split_once('-'));
    number.is_some_and(|(process, letters)| {
        let is = |text: &str, of: fn(&char) -> bool| !text.is_empty() && text.chars().all(|letter| of(&letter));
        is(process, char::is_ascii_digit) && is(letters, char::is_ascii_alphanumeric)
    })
}

/// Forgets a file that is in place.
pub(super) fn placed(path: &Path) {
    begun().retain(|begun| begun != path);
}

/// Takes away every file that is begun and not in place: for the moment at which the program is told to stop.
pub(super) fn abandon() {
    for path in begun().drain(..) {
        // Nothing is left to do if it is gone already.
        let _ = fs::remove_file(path);
    }
}

fn begun() -> MutexGuard<'static, Vec<PathBuf>> {
    BEGUN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_begun_here_is_known_by_its_name() {
        for name in [".pay.csv.wagepact-12-aB3xYz.tmp", "..wagepact-1-a.tmp", ".a.wagepact-b.wagepact-7-zz.tmp"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["pay.csv.wagepact-12-aB3xYz.tmp", ".pay.csv.tmp", ".wagepact-aB3xYz", ".a.wagepact-x-y.tmp"] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn a_name_is_cut_between_its_letters() {
        assert_eq!(cut(Path::new("a/工资.csv")), "工资.csv");
        assert_eq!(cut(Path::new(&"工".repeat(80))), "工".repeat(60), "3 bytes each, 180 in all");
    }
}
