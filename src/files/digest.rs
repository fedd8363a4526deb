//! Digests: by which anyone can tell whether a file is the one that was read.

use std::fmt::Write;
use std::io::Read;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::diagnostics::Problem;
use crate::files::{failure, input};

/// How many bytes are read at a time: a log of any size is digested with this much memory.
const BLOCK: usize = 1 << 20;

/// The size of a file and the digest of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// How many bytes it has.
    pub bytes: u64,
    /// SHA-256, in hexadecimal digits, as `sha256sum` prints it.
    pub sha256: String,
}

/// The digest of bytes in memory.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> Digest {
    Digest { bytes: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)) }
}

/// The digest of a file as it lies there, read once more from its beginning; `read` is told after each block how many bytes
/// it had. `None` for the standard input and for pipes, which give their bytes only once.
///
/// # Errors
/// That it cannot be read any more.
pub fn of_file(path: &Path, read: &dyn Fn(u64)) -> Result<Option<Digest>, Problem> {
    let Some(mut file) = input::again(path)? else { return Ok(None) };
    let (mut hasher, mut bytes, mut block) = (Sha256::new(), 0, vec![0; BLOCK]);
    loop {
        let length = file.read(&mut block).map_err(|reason| failure::unreadable(&path.to_string_lossy(), &reason))?;
        if length == 0 {
            return Ok(Some(Digest { bytes, sha256: hex(&hasher.finalize()) }));
        }
        hasher.update(&block[..length]);
        bytes += length as u64;
        read(length as u64);
    }
}

/// Bytes as hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_its_bytes_have_one_digest() {
        // "abc": the first example of FIPS 180-4
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of_bytes(b"abc"), Digest { bytes: 3, sha256: abc.into() });
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.csv");
        // two blocks and some bytes
        let text = vec![b'a'; 2 * BLOCK + 5];
        std::fs::write(&path, &text).unwrap();
        let told = std::cell::Cell::new(0);
        let digest = of_file(&path, &|bytes| told.set(told.get() + bytes)).unwrap();
        assert_eq!((digest, told.get()), (Some(of_bytes(&text)), text.len() as u64));
        assert_eq!(of_file(Path::new("-"), &|_| ()).unwrap(), None);
        assert_eq!(of_file(&folder.path().join("none.csv"), &|_| ()).unwrap_err().message.id, "input-not-found");
    }
}
