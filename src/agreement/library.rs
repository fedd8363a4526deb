//! Where agreements are found: those in the program, and those in files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::agreement::document::Proration;
use crate::agreement::stack::Agreement;
use crate::agreement::{measure, read, validate};
use crate::diagnostics::toml_file::quoted;
use crate::diagnostics::{Message, Problem, Problems, Text, nearest};
use crate::files::digest::Digest;
use crate::files::{digest, input};
use crate::units::{Currency, Rounding};

/// The agreements that come with the program: a folder each, as in the repository.
static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/agreements");

/// How the files of an agreement end.
const ENDING: &str = "toml";

/// The names of the agreements that come with the program, in the order of the alphabet.
#[must_use]
pub fn shipped() -> Vec<&'static str> {
    let mut names: Vec<_> = SHIPPED.dirs().filter_map(|folder| folder.path().to_str()).collect();
    names.sort_unstable();
    names
}

/// Where the documents of an agreement lie, in the order of their names.
enum Found {
    /// In the program.
    BuiltIn(Vec<&'static include_dir::File<'static>>),
    /// In files.
    Files(Vec<PathBuf>),
}

/// A document as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The name of its agreement, such as `anji-courier`.
    pub agreement: Arc<str>,
    /// Its file: as it was named, or for a document that comes with the program as it stands in the repository.
    pub file: Arc<str>,
    /// Whether it comes with the program.
    pub built_in: bool,
    /// The size and digest of its bytes.
    pub digest: Digest,
}

/// Loads what `-a NAME|PATH` names: an agreement that comes with the program, a folder of documents, or one document.
///
/// # Errors
/// That there is no such agreement, or everything that is wrong in any of its documents.
pub fn load(name_or_path: &str) -> Result<Agreement, Problems> {
    match find(name_or_path)? {
        Found::BuiltIn(files) => {
            let files: Vec<Text> = files.into_iter().filter_map(embedded).collect();
            assemble(name_or_path, &files)
        }
        Found::Files(paths) => from_paths(&name(name_or_path), &paths),
    }
}

/// The documents of what `-a NAME|PATH` names, each with the digest of its bytes.
///
/// # Errors
/// That there is no such agreement, or that its files cannot be read.
pub fn originals(name_or_path: &str) -> Result<Vec<Original>, Problems> {
    match find(name_or_path)? {
        Found::BuiltIn(files) => {
            let original = |file: &include_dir::File<'_>| Original {
                agreement: name_or_path.into(),
                file: file.path().to_string_lossy().into(),
                built_in: true,
                digest: digest::of_bytes(file.contents()),
            };
            Ok(files.into_iter().map(original).collect())
        }
        Found::Files(paths) => {
            let agreement: Arc<str> = name(name_or_path).into();
            let original = |path: &PathBuf| {
                let digest = digest::of_file(path, &|_| ())?;
                let file = path.to_string_lossy().into();
                Ok(digest.map(|digest| Original { agreement: Arc::clone(&agreement), file, built_in: false, digest }))
            };
            let read: Result<Vec<Option<Original>>, Problem> = paths.iter().map(original).collect();
            Ok(read?.into_iter().flatten().collect())
        }
    }
}

/// The files of an agreement that is not built in.
///
/// # Errors
/// That there is no such agreement.
pub fn files(name_or_path: &str) -> Result<Vec<PathBuf>, Problems> {
    find(name_or_path).map(|found| match found {
        Found::BuiltIn(_) => Vec::new(),
        Found::Files(paths) => paths,
    })
}

fn find(name_or_path: &str) -> Result<Found, Problems> {
    let path = Path::new(name_or_path);
    let is_path = is_document(path) || name_or_path.contains(['/', '\\']);
    match SHIPPED.get_dir(name_or_path).filter(|_| !is_path) {
        Some(folder) => {
            let mut files: Vec<_> = folder.files().filter(|file| is_document(file.path())).collect();
            files.sort_by_key(|file| file.path());
            Ok(Found::BuiltIn(files))
        }
        None if is_document(path) => Ok(Found::Files(vec![path.to_path_buf()])),
        None if is_path || path.is_dir() => match input::files_in(path, ENDING)? {
            paths if paths.is_empty() => {
                let message = Message::new("agreement-folder-empty").with("folder", path.to_string_lossy());
                Err(Problem::new(message).into())
            }
            paths => Ok(Found::Files(paths)),
        },
        None => Err(unknown(name_or_path).into()),
    }
}

fn is_document(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING)
}

/// The name of an agreement in files: that of its folder, or of its one document.
fn name(path: &str) -> String {
    let path = Path::new(path);
    let named = if is_document(path) { path.file_stem() } else { path.file_name() };
    named.map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()).into_owned()
}

fn embedded(file: &include_dir::File<'_>) -> Option<Text> {
    Some(Text { name: file.path().to_str()?.into(), text: file.contents_utf8()?.into() })
}

fn from_paths(name: &str, paths: &[PathBuf]) -> Result<Agreement, Problems> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        match input::read_text(path) {
            Ok(text) => files.push(text),
            Err(problem) => problems.push(problem),
        }
    }
    match assemble(name, &files) {
        Ok(agreement) if problems.is_empty() => Ok(agreement),
        Ok(_) => Err(problems),
        Err(more) => Err(problems.into_iter().chain(more).collect()),
    }
}

/// Puts the documents of one agreement together.
fn assemble(name: &str, files: &[Text]) -> Result<Agreement, Problems> {
    let name: Arc<str> = name.into();
    let mut documents: Vec<_> = files.iter().map(|file| read::read(&name, file)).collect();
    let across = validate::across(&documents);
    let problems: Problems = documents.iter_mut().flat_map(|read| read.problems.drain(..)).chain(across).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let rounding = documents.iter().find_map(|read| read.rounding.as_ref()).map(|(rounding, _)| *rounding);
    let said = documents.iter().find_map(|read| read.document.as_ref()?.currency);
    let of_currency = Rounding { places: Some(said.unwrap_or(Currency::YUAN).places), ..Rounding::default() };
    let says_rounding = rounding.is_some();
    let rounding = rounding.unwrap_or(of_currency);
    let mut agreement = Agreement { rounding, says_rounding, ..Agreement::default() };
    for read in documents {
        if read.proration != Proration::default() {
            agreement.proration = read.proration;
        }
        agreement.documents.extend(read.document);
        agreement.rules.extend(read.rules);
        agreement.measures.extend(read.measures);
        agreement.pay_calendar = agreement.pay_calendar.or(read.pay_calendar.map(|(calendar, _)| calendar));
    }
    agreement.measures = measure::joined(std::mem::take(&mut agreement.measures))?;
    Ok(agreement)
}

fn unknown(name: &str) -> Problem {
    let file = format!("{name}.toml");
    let message = match nearest(name, shipped()) {
        _ if Path::new(&file).is_file() => Message::new("agreement-file-beside").with("near", file),
        Some(near) => Message::new("agreement-misspelt").with("near", near),
        None => Message::new("agreement-unknown"),
    };
    Problem::new(message.with("name", name).with("shipped", quoted(shipped().into_iter())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Date;

    #[test]
    fn the_anji_band_is_read_to_its_last_digit() {
        let anji = load("anji-courier").unwrap();
        let delivery = anji.rules.iter().find(|rule| &*rule.id == "delivery").unwrap();
        let band = delivery.band(Date::constant(2022, 5, 1)).unwrap();
        assert_eq!((band.min.to_string(), band.max.to_string()), ("0.60".to_string(), "1.00".to_string()));
    }

    #[test]
    fn a_name_that_is_none_is_answered_with_the_nearest() {
        let problems = load("anji-couriers").unwrap_err();
        assert_eq!(problems[0].message.id, "agreement-misspelt");
        assert_eq!(load("gbibberish").unwrap_err()[0].message.id, "agreement-unknown");
        assert_eq!(load("").unwrap_err()[0].message.id, "agreement-unknown");
        assert_eq!(load("./anji-courier").unwrap_err()[0].message.id, "input-not-found");
    }
}
