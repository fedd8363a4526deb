//! Compressed files: what they are by their first bytes, and their contents as a stream.

use std::error::Error;
use std::io;
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom, Take};

use deflate64::Deflate64Decoder;
use flate2::Crc;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder};
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use zip::{CompressionMethod, ZipArchive};

use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::files::encoding::Encoding;
use crate::files::failure::{explained, explanation};

/// A file that can be read from any place in it.
pub(super) trait Seekable: Read + Seek {}

impl<T: Read + Seek> Seekable for T {}

/// How many bytes are taken from a file at a time.
const STEP: usize = 1 << 16;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Zstd,
    /// A zip archive; spreadsheets are such too.
    Zip,
    /// An old file of Microsoft Office; a new one with a password is such too.
    Ole,
    /// A table in Parquet, which engines read.
    Parquet,
    /// An archive, of that name, that is not unpacked here.
    Foreign(&'static str),
}

/// How many bytes tell how a file is packed.
pub(super) const TELLING: usize = TAR_AT + TAR.len();

/// What stands in a tar archive, after the name and the size of the first file.
const TAR: &[u8] = b"ustar";
const TAR_AT: usize = 257;

/// How a file is packed that begins with these bytes; `None` where it is text.
pub(super) fn packing(first: &[u8]) -> Option<Packing> {
    match first {
        [0x1f, 0x8b, ..] => Some(Packing::Gzip),
        // the second is a frame to be skipped, which may come first
        [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Some(Packing::Zstd),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Packing::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Some(Packing::Ole),
        [b'P', b'A', b'R', b'1', ..] => Some(Packing::Parquet),
        [b'7', b'z', 0xbc, 0xaf, 0x27, 0x1c, ..] => Some(Packing::Foreign("7z")),
        [b'R', b'a', b'r', b'!', 0x1a, 7, ..] => Some(Packing::Foreign("rar")),
        [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Some(Packing::Foreign("xz")),
        // the mark of the first block stands behind the digit of its size
        [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, ..] => Some(Packing::Foreign("bzip2")),
        _ if first.get(TAR_AT..).is_some_and(|rest| rest.starts_with(TAR)) => Some(Packing::Foreign("tar")),
        _ => None,
    }
}

/// Whether a file of an archive was put there by a program for itself: macOS, Windows, or Excel while it has a file open.
fn is_by_the_way(path: &str) -> bool {
    let path = path.replace('\\', "/");
    let name = path.rsplit('/').next().unwrap_or_default();
    let is = |other: &str| name.eq_ignore_ascii_case(other);
    path.split('/').any(|folder| folder == "__MACOSX")
        || name.starts_with("._")
        || name.starts_with("~$")
        || is(".DS_Store")
        || is("Thumbs.db")
        || is("desktop.ini")
}

/// What a file in gzip holds.
pub(super) fn gzip(file: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    Box::new(Unpacking { inner: MultiGzDecoder::new(BufReader::with_capacity(STEP, file)), packing: "gzip" })
}

/// What a file in Zstandard holds.
pub(super) fn zstd(file: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    let inner = Zstd { file: BufReader::with_capacity(STEP, file), decoder: FrameDecoder::new(), is_within: false };
    Box::new(Unpacking { inner, packing: "zstd" })
}

/// The names of what is in a zip archive, without folders and what programs add for themselves.
pub(super) fn members(file: &mut dyn Seekable) -> io::Result<Vec<Member>> {
    let broken = |error: zip::result::ZipError| broken("zip", &error.into());
    // A zip archive ends with the list of what is in it.
    let unlisted =
        |_| explained(Message::new("input-packed-broken").with("packing", "zip").arg("reason", why("broken-no-list")));
    let mut archive = ZipArchive::new(file).map_err(unlisted)?;
    let mut members = Vec::new();
    for number in 0..archive.len() {
        let member = archive.by_index_raw(number).map_err(broken)?;
        let raw = member.name_raw();
        let encoding = if str::from_utf8(raw).is_ok() { Encoding::Utf8 } else { Encoding::Gb18030 };
        let name = encoding.shown(raw).into_owned();
        if member.is_dir() || is_by_the_way(&name) {
            continue;
        }
        members.push(Member {
            name,
            is_encrypted: member.encrypted(),
            method: member.compression(),
            start: member.data_start().unwrap_or(0),
            packed: member.compressed_size(),
            size: member.size(),
            sum: member.crc32(),
        });
    }
    Ok(members)
}

/// One file of a zip archive.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub name: String,
    is_encrypted: bool,
    method: CompressionMethod,
    start: u64,
    packed: u64,
    size: u64,
    sum: u32,
}

/// The one file that is in a zip archive.
///
/// # Errors
/// That there are none or several, or that it is encrypted or packed in a way that is not known.
pub(super) fn only_member(mut file: Box<dyn Seekable + Send>, members: &[Member]) -> io::Result<Box<dyn Read + Send>> {
    let named = |id: &'static str| {
        let names: Vec<&str> = members.iter().map(|member| &*member.name).collect();
        explained(Message::new(id).count("count", members.len() as u64).with("members", names.join(", ")))
    };
    let [member] = members else { return Err(named("input-zip-several")) };
    if member.is_encrypted {
        return Err(named("input-zip-encrypted"));
    }
    file.seek(SeekFrom::Start(member.start))?;
    let packed = BufReader::with_capacity(STEP, file.take(member.packed));
    let inner: Box<dyn Read + Send> = match member.method {
        CompressionMethod::Stored => Box::new(packed),
        CompressionMethod::Deflated => Box::new(DeflateDecoder::new(packed)),
        CompressionMethod::Deflate64 => Box::new(Deflate64Decoder::with_buffer(packed)),
        _ => return Err(named("input-zip-method")),
    };
    let inner = Summed { inner, sum: Crc::new(), size: member.size, expected: member.sum };
    Ok(Box::new(Unpacking { inner, packing: "zip" }))
}

/// Why a packed file cannot be unpacked.
fn broken(packing: &'static str, error: &io::Error) -> io::Error {
    let mut reason: Option<&(dyn Error + 'static)> = error.get_ref().map(|inner| inner as _);
    let mut is_cut_off = error.kind() == ErrorKind::UnexpectedEof;
    while let Some(cause) = reason {
        is_cut_off |= cause.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == ErrorKind::UnexpectedEof);
        reason = cause.source();
    }
    let differs = error.to_string().contains("sum");
    explained(if is_cut_off {
        Message::new("input-packed-cut-off").with("packing", packing)
    } else {
        let reason = why(if differs { "broken-check-sum" } else { "broken-format" });
        Message::new("input-packed-broken").with("packing", packing).arg("reason", reason)
    })
}

fn why(reason: &'static str) -> Arg {
    Arg::Said(Message::new(reason))
}

/// Tells errors of unpacking as such.
struct Unpacking<R> {
    inner: R,
    packing: &'static str,
}

impl<R: Read> Read for Unpacking<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.inner.read(into).map_err(|error| match error.kind() {
            ErrorKind::Interrupted => error,
            _ if explanation(&error).is_some() => error,
            _ => broken(self.packing, &error),
        })
    }
}

/// Compares what was unpacked with the size and the check sum noted in the archive.
struct Summed<R> {
    inner: R,
    sum: Crc,
    size: u64,
    expected: u32,
}

impl<R: Read> Read for Summed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.sum.update(&into[..count]);
        let over = count == 0 && !into.is_empty();
        if over && (self.sum.sum() != self.expected || u64::from(self.sum.amount()) != self.size & 0xffff_ffff) {
            return Err(io::Error::new(ErrorKind::InvalidData, "the check sum differs"));
        }
        Ok(count)
    }
}

/// The frames of a file in Zstandard, one after the other.
struct Zstd {
    file: BufReader<Box<dyn Read + Send>>,
    decoder: FrameDecoder,
    is_within: bool,
}

impl Zstd {
    /// Begins the next frame; `false` where there is none.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.file.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.file) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    skip(self.file.by_ref().take(length.into()))?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }
}

/// Passes over all of it.
fn skip<R: Read>(mut part: Take<R>) -> io::Result<()> {
    io::copy(&mut part, &mut io::sink())?;
    if part.limit() == 0 { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
}

impl Read for Zstd {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.is_within {
                if !self.begin()? {
                    return Ok(0);
                }
                self.is_within = true;
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let step = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.file, step).map_err(io::Error::other)?;
            }
            let count = self.decoder.read(into)?;
            if count > 0 || into.is_empty() {
                return Ok(count);
            }
            let (noted, found) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
            if noted.is_some() && noted != found {
                return Err(io::Error::new(ErrorKind::InvalidData, "the check sum differs"));
            }
            self.is_within = false;
        }
    }
}
