//! What is tried on a change: each command of the cases, and each test of a test program.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// Commands run one after another, and what of them is compared.
#[derive(Clone)]
pub struct Probe {
    pub name: String,
    pub program: PathBuf,
    /// The words of each command.
    pub commands: Vec<Vec<String>>,
    /// Where they run.
    pub folder: PathBuf,
    /// What they write is compared with, file by file; they run in a copy of the folder then.
    pub writes: Vec<PathBuf>,
    /// Whether it is a test, of which only counts whether it passed.
    pub is_test: bool,
}

/// The commands of all cases.
pub fn of_cases(tree: &Path, program: &Path) -> io::Result<Vec<Probe>> {
    let mut all = Vec::new();
    let mut cases = Vec::new();
    below(&tree.join("tests/cases"), &mut cases)?;
    for case in cases.iter().filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        // What a case writes may be Markdown too.
        if case.parent().is_none_or(|folder| folder.extension().is_none()) {
            of_case(tree, case, program, &mut all)?;
        }
    }
    Ok(all)
}

/// The cases on which the calculator of `tests/oracle` agrees with the program, of the seed and as many as `tests/oracle.rs` has.
pub fn of_oracle(tree: &Path, folder: &Path, program: &Path) -> io::Result<Vec<Probe>> {
    let _ = fs::remove_dir_all(folder);
    let mut python = Command::new("python3");
    python.args(["-B", "tests/oracle/compare.py", "2022", "400", "--binary", "wagepact", "--write"]).arg(folder);
    let written = python.current_dir(tree).output()?;
    if !written.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&written.stderr).into_owned()));
    }
    let typed = String::from_utf8_lossy(&written.stdout);
    let words = typed.lines().map(serde_json::from_str::<Vec<String>>).collect::<Result<Vec<_>, _>>()?;
    let probe = |(number, words): (usize, &Vec<String>)| Probe {
        name: format!("tests/oracle case {number} of seed 2022"),
        program: program.into(),
        commands: vec![words[1..].to_vec()],
        folder: folder.into(),
        writes: Vec::new(),
        is_test: false,
    };
    Ok(words.iter().enumerate().map(probe).collect())
}

/// The tests of some test programs.
pub fn of_tests(tree: &Path, programs: &[PathBuf]) -> io::Result<Vec<Probe>> {
    let mut all = Vec::new();
    for program in programs {
        of_program(tree, program, &mut all)?;
    }
    Ok(all)
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() { below(&path, found)? } else { found.push(path) }
    }
    Ok(())
}

/// A case that has a folder of what it writes is one probe; of others each command is one.
fn of_case(tree: &Path, case: &Path, program: &Path, all: &mut Vec<Probe>) -> io::Result<()> {
    let commands = commands(&fs::read_to_string(case)?);
    let inside = Some(case.with_extension("in")).filter(|folder| folder.is_dir());
    let out = case.with_extension("out");
    let mut written = Vec::new();
    if out.is_dir() {
        below(&out, &mut written)?;
    }
    let writes = written.iter().filter_map(|path| path.strip_prefix(&out).ok()).map(Path::to_path_buf).collect();
    let name = case.strip_prefix(tree).unwrap_or(case).display().to_string();
    let whole = Probe {
        name,
        program: program.into(),
        commands,
        folder: inside.unwrap_or_else(|| tree.into()),
        writes,
        is_test: false,
    };
    if out.is_dir() {
        all.push(whole);
        return Ok(());
    }
    for (number, command) in whole.commands.iter().enumerate() {
        let name = format!("{} #{}", whole.name, number + 1);
        all.push(Probe { name, commands: vec![command.clone()], ..whole.clone() });
    }
    Ok(())
}

/// The words after `$ wagepact`, with the lines that go on.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut lines = text.lines().peekable();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ wagepact") else { continue };
        let mut command = command.to_string();
        while let Some(more) = lines.next_if(|line| line.starts_with("> ")) {
            command.push('\n');
            command.push_str(&more[2..]);
        }
        found.extend(shlex::split(&command));
    }
    found
}

fn of_program(tree: &Path, program: &Path, all: &mut Vec<Probe>) -> io::Result<()> {
    let listed = Command::new(program).args(["--list", "--format", "terse"]).current_dir(tree).output()?;
    let stem = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stem = stem.rsplit_once('-').map_or(stem.clone(), |(name, _)| name.to_string());
    for test in String::from_utf8_lossy(&listed.stdout).lines().filter_map(|line| line.strip_suffix(": test")) {
        all.push(Probe {
            name: format!("{stem} {test}"),
            program: program.into(),
            commands: vec![["--exact", test, "--test-threads", "1"].map(String::from).to_vec()],
            folder: tree.into(),
            writes: Vec::new(),
            is_test: true,
        });
    }
    Ok(())
}
