//! Files written whole or not at all: first under another name, then put in place in one step, for good.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use tempfile::NamedTempFile;

use crate::diagnostics::{Message, Problem};
use crate::files::begun;
use crate::files::failure::is_open_elsewhere;
use crate::files::input::STDIN;
use crate::files::target::{STDERR, STDOUT, Target, folder};

/// A file that does not exist under its name until [`Written::place`]. Dropped before, it leaves nothing behind.
#[derive(Debug)]
pub struct WholeFile {
    place: Placed,
    writer: BufWriter<Begun>,
}

/// Where a file is to be, as it was named and as all links lead there.
#[derive(Debug)]
struct Placed {
    named: PathBuf,
    target: PathBuf,
}

/// Where the bytes go meanwhile.
#[derive(Debug)]
enum Begun {
    /// Beside the target, to be renamed.
    Beside(NamedTempFile),
    /// A device, a pipe or a standard stream, which cannot be replaced.
    Device(File),
}

/// A file of which every byte is written, and which is not yet in place.
#[derive(Debug)]
#[must_use = "it is not in place"]
pub struct Written {
    place: Placed,
    begun: Begun,
}

impl WholeFile {
    /// Begins a file.
    ///
    /// # Errors
    /// That it must not be replaced, or that its folder cannot be written to.
    pub fn create(path: &Path) -> Result<Self, Problem> {
        Self::created(path, false)
    }

    /// Begins a file that nobody else may read.
    ///
    /// # Errors
    /// Those of [`WholeFile::create`].
    pub fn secret(path: &Path) -> Result<Self, Problem> {
        Self::created(path, true)
    }

    fn created(path: &Path, is_secret: bool) -> Result<Self, Problem> {
        let target = allowed(path)?;
        let begun = match &target {
            Target::File(file) => begun::begin(file, is_secret).map(Begun::Beside),
            Target::Descriptor(number) => opened(*number).map(Begun::Device),
            Target::Device(device) => OpenOptions::new().write(true).open(device).map(Begun::Device),
        };
        let begun = begun.map_err(|reason| unwritable(path, &reason))?;
        let target = match target {
            Target::File(file) => file,
            Target::Descriptor(_) | Target::Device(_) => path.to_path_buf(),
        };
        Ok(Self { place: Placed { named: path.to_path_buf(), target }, writer: BufWriter::new(begun) })
    }

    /// Ends the file: what was written is on the disk, beside the place where it will be.
    ///
    /// # Errors
    /// What the operating system says; the target is then as it was before.
    pub fn finish(self) -> Result<Written, Problem> {
        let Self { place, writer } = self;
        let written = writer.into_inner().map_err(io::IntoInnerError::into_error).and_then(|begun| {
            match &begun {
                Begun::Device(file) => (&mut &*file).flush()?,
                Begun::Beside(file) => synced(file.as_file())?,
            }
            Ok(begun)
        });
        let begun = written.map_err(|reason| unwritable(&place.named, &reason))?;
        Ok(Written { place, begun })
    }
}

impl Written {
    /// Puts the file in place, in one step, so that it stays there also where the power fails.
    ///
    /// # Errors
    /// What the operating system says; the target is then as it was before.
    pub fn place(self) -> Result<(), Problem> {
        let Self { place: Placed { named, target }, begun } = self;
        let Begun::Beside(file) = begun else { return Ok(()) };
        let path = file.path().to_path_buf();
        let placed = file.persist(&target).map_err(|error| error.error);
        begun::placed(&path);
        placed.and_then(|_| folder_synced(&target)).map_err(|reason| {
            // Windows denies to replace a file that is open, in the same words as one that must not be written.
            let held = cfg!(windows) && reason.kind() == io::ErrorKind::PermissionDenied && target.exists();
            if held || is_open_elsewhere(&reason) { open_elsewhere(&named) } else { unwritable(&named, &reason) }
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
    begun::abandon();
}

/// Whether a file may be written under that name, as far as can be known before: told early, so that no long reading is for
/// nothing.
///
/// # Errors
/// Why it cannot: its folder is not there, it is read-only, or it is no file.
pub fn may_write(path: &Path) -> Result<(), Problem> {
    allowed(path).map(drop)
}

/// What the name leads to, where it may be written.
fn allowed(path: &Path) -> Result<Target, Problem> {
    let file = path.to_string_lossy();
    let target = Target::of(path).map_err(|reason| unwritable(path, &reason))?;
    match &target {
        Target::Descriptor(number) if *number > STDERR => {
            // A file that is opened anew is written from its beginning, over what is there.
            let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
            if is_file { Err(Problem::new(Message::new("output-descriptor").with("file", file))) } else { Ok(target) }
        }
        Target::File(place) => match fs::metadata(place) {
            Ok(found) if found.is_dir() => Err(Problem::new(Message::new("output-is-a-folder").with("file", file))),
            Ok(found) if found.permissions().readonly() => {
                Err(Problem::new(Message::new("output-read-only").with("file", file)))
            }
            // What could not be written into is not replaced either.
            Ok(_) => OpenOptions::new().write(true).open(place).map(|_| target).map_err(|reason| {
                if is_open_elsewhere(&reason) { open_elsewhere(path) } else { unwritable(path, &reason) }
            }),
            Err(_) if !folder(place).is_dir() => {
                // Where a link leads to it, that is what has to be known.
                Err(unwritable(place, &io::ErrorKind::NotFound.into()))
            }
            Err(_) => Ok(target),
        },
        Target::Descriptor(_) | Target::Device(_) => Ok(target),
    }
}

/// What the program was started with, to be written on where it stands.
#[cfg(unix)]
fn opened(number: u32) -> io::Result<File> {
    use std::os::fd::AsFd;
    let duplicate = match number {
        STDOUT => io::stdout().as_fd().try_clone_to_owned(),
        STDERR => io::stderr().as_fd().try_clone_to_owned(),
        other => return OpenOptions::new().write(true).open(format!("/dev/fd/{other}")),
    };
    duplicate.map(File::from)
}

#[cfg(not(unix))]
fn opened(_: u32) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Has a file written to the disk itself.
fn synced(file: &File) -> io::Result<()> {
    file.sync_all().or_else(unless_it_cannot)
}

/// Has the folder of a file written to the disk, with the new name in it.
fn folder_synced(target: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder(target)).and_then(|folder| folder.sync_all()).or_else(unless_it_cannot)
    } else {
        Ok(())
    }
}

/// Some disks of other machines know of no such request, and some folders may be written to but not read.
fn unless_it_cannot(reason: io::Error) -> io::Result<()> {
    match reason.kind() {
        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied => Ok(()),
        _ => Err(reason),
    }
}

/// Why a file cannot be written. What is not among the usual reasons is told in the words of the operating system.
#[must_use]
pub fn unwritable(target: &Path, reason: &io::Error) -> Problem {
    let file = target.to_string_lossy();
    let is_stdout = file == STDIN;
    Problem::new(match reason.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded if is_stdout => Message::new("output-full-stdout"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Message::new("output-full").with("file", file),
        _ if is_stdout => Message::new("output-unwritable-stdout").with("reason", reason.to_string()),
        io::ErrorKind::NotFound => Message::new("output-no-folder").with("file", file),
        io::ErrorKind::PermissionDenied => Message::new("output-forbidden").with("file", file),
        _ => Message::new("output-unwritable").with("file", file).with("reason", reason.to_string()),
    })
}

fn open_elsewhere(target: &Path) -> Problem {
    Problem::new(Message::new("output-open-elsewhere").with("file", target.to_string_lossy()))
}
