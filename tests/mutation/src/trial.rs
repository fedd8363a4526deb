//! Runs a probe, with or without a change, and keeps what it did.

use crate::probes::Probe;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io, thread};

/// The exit code of a command, and what it wrote to the two streams.
type Answer = (Option<i32>, Vec<u8>, Vec<u8>);

/// What a probe did.
#[derive(PartialEq, Eq)]
pub struct Done {
    commands: Vec<Answer>,
    /// What is in each of the files to be written.
    files: Vec<Option<Vec<u8>>>,
}

impl Done {
    pub fn passed(&self) -> bool {
        self.commands.iter().all(|(code, ..)| *code == Some(0))
    }
}

/// A folder of one worker's own.
pub struct Bench {
    pub folder: PathBuf,
}

impl Bench {
    /// Runs a probe; none where it took longer than it may.
    pub fn run(&self, probe: &Probe, chosen: Chosen, longest: Duration) -> io::Result<Option<Done>> {
        let mut folder = probe.folder.clone();
        if !probe.writes.is_empty() {
            folder = self.folder.join("copy");
            let _ = fs::remove_dir_all(&folder);
            copy(&probe.folder, &folder)?;
        }
        let mut commands = Vec::new();
        for words in &probe.commands {
            let Some(done) = self.command(probe, words, &folder, chosen, longest)? else { return Ok(None) };
            // What a test program says holds times.
            commands.push(if probe.is_test { (done.0, Vec::new(), Vec::new()) } else { done });
        }
        let files = probe.writes.iter().map(|file| fs::read(folder.join(file)).ok()).collect();
        Ok(Some(Done { commands, files }))
    }

    fn command(
        &self,
        probe: &Probe,
        words: &[String],
        folder: &Path,
        chosen: Chosen,
        longest: Duration,
    ) -> io::Result<Option<Answer>> {
        let [out, err] = ["out", "err"].map(|name| self.folder.join(name));
        let mut command = Command::new(&probe.program);
        command.args(words).current_dir(folder).stdin(Stdio::null());
        command.stdout(File::create(&out)?).stderr(File::create(&err)?);
        command.envs(["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"].map(|name| (name, "C")));
        // A property is asked of few inputs, or it would take longer than is waited for.
        command
            .envs([("RUST_BACKTRACE", "0"), ("PROPTEST_CASES", "40"), ("PROPTEST_MAX_SHRINK_ITERS", "0")])
            .env("TMPDIR", &self.folder);
        match chosen {
            Chosen::None => {}
            Chosen::Mutant(number) => drop(command.env("WAGEPACT_MUTANT", number.to_string())),
            Chosen::Reached => drop(command.env("WAGEPACT_REACHED", self.folder.join("reached"))),
        }
        let mut running = command.spawn()?;
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = running.try_wait()? {
                break status;
            }
            if begun.elapsed() > longest {
                running.kill()?;
                running.wait()?;
                return Ok(None);
            }
            thread::sleep(Duration::from_micros(if begun.elapsed().as_millis() < 100 { 300 } else { 5000 }));
        };
        Ok(Some((status.code(), fs::read(&out)?, fs::read(&err)?)))
    }

    /// The numbers that the last probe reached.
    pub fn reached(&self) -> Vec<u32> {
        let path = self.folder.join("reached");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let _ = fs::remove_file(path);
        text.lines().filter_map(|line| line.parse().ok()).collect()
    }
}

/// What is asked of the changed program.
#[derive(Clone, Copy)]
pub enum Chosen {
    None,
    Mutant(u32),
    Reached,
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &name)?
        } else {
            fs::copy(&path, name)?;
        }
    }
    Ok(())
}
