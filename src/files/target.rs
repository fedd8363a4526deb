//! What the name of an output leads to: a file that can be replaced, or what can only be written into; and whether two names lead
//! to the same.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// How many links are followed, as many as the operating system does.
const MOST_LINKS: usize = 40;

/// The standard output, by its number.
pub(super) const STDOUT: u32 = 1;

/// The standard error, by its number.
pub(super) const STDERR: u32 = 2;

/// What the name of an output leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A file, there already or not, with all links followed.
    File(PathBuf),
    /// What the program was started with open, by its number, such as the standard output. Its place in a file is its own: the file
    /// must not be begun anew.
    Descriptor(u32),
    /// A device or a pipe, which cannot be replaced.
    Device(PathBuf),
}

impl Target {
    /// Follows the name, also where nothing lies at its end yet.
    ///
    /// # Errors
    /// What the operating system says of its links, or that they lead round.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let mut path = path.to_path_buf();
        for _ in 0..MOST_LINKS {
            if cfg!(unix) {
                path = within_its_folder(&path);
            }
            if let Some(number) = descriptor(&path) {
                return Ok(Self::Descriptor(number));
            }
            let Ok(found) = fs::symlink_metadata(&path) else { return Ok(Self::File(path)) };
            if !found.is_symlink() {
                return Ok(if found.is_file() || found.is_dir() { Self::File(path) } else { Self::Device(path) });
            }
            path = folder(&path).join(fs::read_link(&path)?);
        }
        Err(io::Error::other("links without end"))
    }

    /// Where its bytes go, as the operating system is asked.
    fn path(&self) -> PathBuf {
        match self {
            Self::File(path) | Self::Device(path) => path.clone(),
            Self::Descriptor(number) => format!("/dev/fd/{number}").into(),
        }
    }
}

/// Whether two names lead to the same file, also to one that is not there yet; or to the same pipe or device.
#[must_use]
pub fn is_one(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (Target::of(one), Target::of(other)) else { return false };
    is_same_target(&one, &other)
}

/// Whether the standard output goes into that file, or is what is named.
#[must_use]
pub fn is_standard_output(path: &Path) -> bool {
    Target::of(path).is_ok_and(|target| is_same_target(&target, &Target::Descriptor(STDOUT)))
}

fn is_same_target(one: &Target, other: &Target) -> bool {
    one == other || alike(one, other) || is_same_file(&one.path(), &other.path())
}

/// Whether two files have names that are one to the operating system.
fn alike(one: &Target, other: &Target) -> bool {
    match (one, other) {
        (Target::File(one), Target::File(other)) => spelled(one) == spelled(other),
        _ => false,
    }
}

/// A name as the operating system compares it: Windows drops points and spaces at its end, and knows no case, as most folders of
/// macOS.
fn spelled(path: &Path) -> PathBuf {
    let path = within_its_folder(path);
    if !cfg!(any(windows, target_os = "macos")) {
        return path;
    }
    let name = path.to_string_lossy().to_lowercase();
    if cfg!(windows) { name.trim_end_matches(['.', ' ']).into() } else { name.into() }
}

/// Whether two names lead to one regular file; a file may have several names without any link.
#[cfg(unix)]
fn is_same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let found = |path: &Path| fs::metadata(path).ok().filter(fs::Metadata::is_file);
    let (Some(one), Some(other)) = (found(one), found(other)) else { return false };
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether two names lead to one regular file.
#[cfg(not(unix))]
fn is_same_file(one: &Path, other: &Path) -> bool {
    let found = |path: &Path| fs::canonicalize(path).ok().filter(|path| path.is_file());
    found(one).is_some_and(|one| found(other).is_some_and(|other| one == other))
}

/// The folder that a name is in.
pub(super) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The same name, its folder spelled as the operating system does.
fn within_its_folder(path: &Path) -> PathBuf {
    match (path.file_name(), fs::canonicalize(folder(path))) {
        (Some(name), Ok(folder)) => folder.join(name),
        // A name such as `..` is that of a folder, and a folder that is not there has no other spelling.
        _ => fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()),
    }
}

/// The number of what the program has open, where its name stands for one: `/dev/fd/N` and what leads there.
fn descriptor(path: &Path) -> Option<u32> {
    if !cfg!(unix) {
        return None;
    }
    let number = path.file_name()?.to_str()?.parse().ok()?;
    let folder = path.parent()?.to_str()?;
    let own = format!("/proc/{}/", std::process::id());
    let is_own = folder
        .strip_prefix(&own)
        .is_some_and(|rest| rest == "fd" || rest.strip_prefix("task/").is_some_and(|task| task.ends_with("/fd")));
    (is_own || folder == "/dev/fd").then_some(number)
}
