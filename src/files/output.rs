//! Files written whole or not at all: first under another name, then put in place in one step.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{fs, io};

use tempfile::NamedTempFile;

use crate::diagnostics::{Message, Problem};
use crate::files::failure::is_open_elsewhere;

/// The files begun and not yet put in place, for [`abandon`].
static BEGUN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A file that does not exist under its name until [`WholeFile::finish`]. Dropped before, it leaves nothing behind.
#[derive(Debug)]
pub struct WholeFile {
    target: PathBuf,
    writer: BufWriter<Begun>,
}

/// Where the bytes go meanwhile.
#[derive(Debug)]
enum Begun {
    /// Beside the target, to be renamed.
    Beside(NamedTempFile),
    /// A device or a pipe, which cannot be replaced.
    Device(File),
}

impl WholeFile {
    /// Begins a file.
    ///
    /// # Errors
    /// That its folder cannot be written to.
    pub fn create(target: &Path) -> Result<Self, Problem> {
        // A link stays a link: what it leads to is replaced.
        let target = &fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
        let special = fs::metadata(target).is_ok_and(|metadata| !metadata.is_file());
        let begun = if special { File::create(target).map(Begun::Device) } else { beside(target).map(Begun::Beside) };
        let begun = begun.map_err(|reason| unwritable(target, &reason))?;
        Ok(Self { target: target.clone(), writer: BufWriter::new(begun) })
    }

    /// Puts the file in place, in one step.
    ///
    /// # Errors
    /// What the operating system says; the target is then as it was before.
    pub fn finish(self) -> Result<(), Problem> {
        let Self { target, writer } = self;
        let placed = writer.into_inner().map_err(io::IntoInnerError::into_error).and_then(|begun| match begun {
            Begun::Device(mut file) => file.flush(),
            Begun::Beside(file) => {
                let path = file.path().to_path_buf();
                let placed = file.persist(&target).map(drop).map_err(|error| error.error);
                begun_files().retain(|begun| *begun != path);
                placed
            }
        });
        placed.map_err(|reason| {
            // Windows denies to replace a file that is open, in the same words as one that must not be written.
            let held = cfg!(windows) && reason.kind() == io::ErrorKind::PermissionDenied && target.exists();
            if held || is_open_elsewhere(&reason) { open_elsewhere(&target) } else { unwritable(&target, &reason) }
        })
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Write for Begun {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Beside(file) => file.write(bytes),
            Self::Device(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Beside(file) => file.flush(),
            Self::Device(file) => file.flush(),
        }
    }
}

/// Takes away every file that is begun and not in place: for the moment at which the program is told to stop.
pub fn abandon() {
    for path in begun_files().drain(..) {
        // Nothing is left to do if it is gone already.
        let _ = fs::remove_file(path);
    }
}

/// Why a file cannot be written. What is not among the usual reasons is told in the words of the operating system.
#[must_use]
pub fn unwritable(target: &Path, reason: &io::Error) -> Problem {
    let file = target.to_string_lossy();
    Problem::new(match reason.kind() {
        io::ErrorKind::NotFound => Message::new("output-no-folder").with("file", file),
        io::ErrorKind::PermissionDenied => Message::new("output-forbidden").with("file", file),
        _ => Message::new("output-unwritable").with("file", file).with("reason", reason.to_string()),
    })
}

fn open_elsewhere(target: &Path) -> Problem {
    Problem::new(Message::new("output-open-elsewhere").with("file", target.to_string_lossy()))
}

fn begun_files() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    BEGUN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".wagepact-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As a new file would have them: what the user's mask leaves.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Ok(before) = fs::metadata(target) {
        // A file that only the payroll office may read stays one.
        fs::set_permissions(file.path(), before.permissions())?;
    }
    begun_files().push(file.path().to_path_buf());
    Ok(file)
}
