//! The changed tree: a copy of the sources in which each change stands beside what it changes, and is on where its number is chosen.

use crate::rewritten::{Source, Written};
use crate::sites;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// One change.
#[derive(Clone)]
pub struct Mutant {
    pub number: u32,
    pub file: String,
    pub line: usize,
    pub function: String,
    pub what: String,
    pub instead: String,
    /// What is the same from one run to the next while its file is.
    pub key: String,
}

impl Mutant {
    /// Where it is and what it changes, without the line, which moves.
    pub fn name(&self) -> String {
        format!("{} {}: `{}` → `{}`", self.file, self.function, self.what, self.instead)
    }
}

pub struct Tree {
    pub folder: PathBuf,
    pub mutants: Vec<Mutant>,
    sources: Vec<Source>,
}

impl Tree {
    /// Finds the changes of the files below some folders of `src`.
    pub fn of(folder: PathBuf, rooms: &[&str]) -> io::Result<Self> {
        let mut tree = Self { folder, mutants: Vec::new(), sources: Vec::new() };
        let chosen =
            |file: &String| rooms.iter().any(|room| file.starts_with(&format!("src/{room}/"))) && file.ends_with(".rs");
        for file in files()?.into_iter().filter(chosen) {
            let text = fs::read_to_string(&file)?;
            let mut digest = DefaultHasher::new();
            // Another test is no other program.
            text.split("#[cfg(test)]\nmod tests").next().hash(&mut digest);
            let digest = digest.finish();
            let mut numbered = Vec::new();
            for site in sites::of(&text) {
                let first = u32::try_from(tree.mutants.len()).expect("fewer changes than that") + 1;
                for (number, (_, instead)) in (first..).zip(&site.changes) {
                    let line = text[..site.at.start].matches('\n').count() + 1;
                    let key = format!("{file} {digest:x} {}-{} {instead}", site.at.start, site.at.end);
                    let (what, function) = (site.what.clone(), site.function.clone());
                    let instead = instead.clone();
                    tree.mutants.push(Mutant { number, file: file.clone(), line, function, what, instead, key });
                }
                numbered.push((site, first));
            }
            tree.sources.push(Source { file, text, sites: numbered });
        }
        Ok(tree)
    }

    /// Writes the tree without the changes that do not build. Says where each change is in each file.
    pub fn write(&self, dropped: &BTreeSet<u32>) -> io::Result<BTreeMap<String, Vec<Written>>> {
        let mut written = BTreeMap::new();
        let changed: BTreeSet<&String> = self.sources.iter().map(|source| &source.file).collect();
        let all = files()?;
        self.remove_others(&all)?;
        for file in all.iter().filter(|file| !changed.contains(file)) {
            let mut bytes = fs::read(file)?;
            if file == "src/lib.rs" {
                bytes.extend_from_slice(b"\n/// Which of the changes is on.\npub mod mutants;\n");
            }
            self.put(file, &bytes)?;
        }
        self.put("src/mutants.rs", include_bytes!("switch.rs"))?;
        for source in &self.sources {
            let (text, places) = source.rewritten(dropped);
            self.put(&source.file, text.as_bytes())?;
            written.insert(source.file.clone(), places);
        }
        Ok(written)
    }

    /// Writes a file where its text is another one, so that cargo builds no more than it has to.
    fn put(&self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.folder.join(file);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().expect("a file is in a folder"))?;
        fs::write(path, bytes)
    }

    /// Takes away what is no longer in the sources.
    fn remove_others(&self, all: &[String]) -> io::Result<()> {
        let known: BTreeSet<&Path> = all.iter().map(Path::new).collect();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten() {
                let path = entry?.path();
                let own = path.strip_prefix(&self.folder).expect("below the folder");
                if path.is_dir() {
                    folders.push(path);
                } else if !known.contains(own) && own != Path::new("src/mutants.rs") {
                    fs::remove_file(path)?;
                }
            }
        }
        Ok(())
    }
}

/// Every file of the project, as git lists them.
fn files() -> io::Result<Vec<String>> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
            "--",
            ".",
            ":!tests/mutation",
            ":!benches",
        ])
        .output()?;
    let names = String::from_utf8(listed.stdout).map_err(io::Error::other)?;
    Ok(names.split('\0').filter(|name| Path::new(name).is_file()).map(String::from).collect())
}
