//! What a command writes: never over an input or another output, however it is spelled; through what cannot be replaced; together,
//! as the last step; and nothing is left of a run that was killed.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use std::time::{Duration, Instant};
use std::{fs, io, thread};

use tempfile::TempDir;

const LOG: &str = "date,courier,parcels,area\n2022-05-01,c1,3,n\n";
const RATED: &str = "-a anji-courier --rate delivery=0.80 -q -f csv";
/// By hand: 3 × 0.80 = 2.40.
const ANSWER: &str = "scenario,month,company,courier,name,parcels,base,piece,premium,allowance,top_up,pay\n\
                      agreed,2022-05,,c1,,3,0.00,2.40,0.00,0.00,0.00,2.40\n";
const NO_REJECTS: &str = "parcel,courier,company,area,service,status,parcels,date,delivered_at,first_at,last_at,file,line,column,problem,row\n";

fn wagepact(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    command.current_dir(folder).args(line.split_whitespace()).args(["--lang", "en"]).stdin(Stdio::null());
    command
}

fn run(folder: &TempDir, line: &str) -> Output {
    wagepact(folder.path(), line).output().unwrap()
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("log.csv"), LOG).unwrap();
    fs::write(folder.path().join("rates.csv"), "rule,amount,area\ndelivery,0.80,n\n").unwrap();
    folder
}

/// Every file of a folder with its text, and what links lead to.
fn files(folder: &TempDir) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap());
    // A link is not followed: it may lead to what cannot be read to an end.
    let text = |path: &Path| match fs::read_link(path) {
        Ok(to) => to.display().to_string(),
        Err(_) => fs::read_to_string(path).unwrap_or_default(),
    };
    entries.map(|entry| (entry.file_name().into_string().unwrap(), text(&entry.path()))).collect()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn refused(folder: &TempDir, line: &str, words: &str) {
    let before = files(folder);
    let output = run(folder, line);
    assert_eq!(output.status.code(), Some(2), "{line}: {}", told(&output));
    assert!(output.stdout.is_empty(), "{line}");
    assert!(told(&output).contains(words), "{line}: {}", told(&output));
    assert_eq!(files(folder), before, "{line}");
}

#[test]
fn two_outputs_are_not_one_file_however_they_are_spelled() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("sub")).unwrap();
    symlink("new.csv", at("link.csv")).unwrap();
    symlink("/dev/stdout", at("out.csv")).unwrap();
    fs::write(at("old.csv"), "").unwrap();
    fs::hard_link(at("old.csv"), at("other-name.csv")).unwrap();
    let both = |one: &str, other: &str| format!("pay log.csv {RATED} -o {one} --rejects {other}");
    for (one, other) in [
        ("new.csv", "new.csv"),
        ("new.csv", "./new.csv"),
        ("sub/../new.csv", "new.csv"),
        ("link.csv", "new.csv"),
        ("old.csv", "other-name.csv"),
        ("/dev/stdout", "/dev/fd/1"),
        ("out.csv", "/proc/self/fd/1"),
        ("/dev/full", "/dev/full"),
    ] {
        refused(&folder, &both(one, other), &format!("-o and --rejects both write {other}"));
    }
    refused(&folder, &format!("pay log.csv {RATED} --rejects out.csv"), "--rejects writes out.csv, where the answer");
    let balance = "balance log.csv -a anji-courier --rates rates.csv -q -f csv --write-rates ./new.csv";
    refused(&folder, &format!("{balance} -o new.csv"), "-o and --write-rates both write ./new.csv");
    refused(&folder, &format!("{balance} --rejects link.csv"), "--rejects and --write-rates both write ./new.csv");
    refused(&folder, "init -o wagepact.toml", "-o and init both write wagepact.toml");
    // Two files are two files.
    assert!(run(&folder, &both("sub/new.csv", "new.csv")).status.success());
}

#[test]
fn no_output_takes_the_place_of_an_input_however_it_is_spelled() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("own")).unwrap();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/agreements/anji-courier/wages.toml");
    fs::copy(example, at("own/wage.toml")).unwrap();
    symlink("log.csv", at("link.csv")).unwrap();
    fs::hard_link(at("log.csv"), at("other-name.csv")).unwrap();
    for out in ["./log.csv", "link.csv", "other-name.csv"] {
        refused(&folder, &format!("pay log.csv {RATED} -o {out}"), "is an input, and writing to it would overwrite it");
    }
    refused(&folder, "pay log.csv -a ./own -f csv -o own/wage.toml", "is an input");
    let mut appending = wagepact(folder.path(), &format!("pay log.csv {RATED}"));
    let output = appending.stdout(appended(&at("log.csv"))).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("the standard output goes into log.csv, which is an input"), "{}", told(&output));
    assert_eq!(files(&folder)["log.csv"], LOG);
}

fn appended(path: &Path) -> File {
    OpenOptions::new().append(true).create(true).open(path).unwrap()
}

/// A file that the shell opened stays open at its own place: what was there is kept, and what follows comes behind.
#[test]
fn what_cannot_be_replaced_is_written_through() {
    let folder = folder();
    let all = folder.path().join("all.csv");
    for out in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        for open in [appended, |path: &Path| File::create(path).unwrap()] {
            fs::write(&all, "").unwrap();
            let mut file = open(&all);
            file.write_all(b"before\n").unwrap();
            let line = format!("pay log.csv {RATED} -o {out}");
            let output = wagepact(folder.path(), &line).stdout(file.try_clone().unwrap()).output().unwrap();
            assert!(output.status.success(), "{out}: {}", told(&output));
            file.write_all(b"behind\n").unwrap();
            assert_eq!(fs::read_to_string(&all).unwrap(), format!("before\n{ANSWER}behind\n"), "{out}");
        }
    }
    let output = run(&folder, &format!("pay log.csv {RATED} --rejects /dev/stderr"));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), NO_REJECTS);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), ANSWER);
}

/// A file of another number cannot be written on where it stands: it would be written over.
#[test]
fn an_open_file_is_not_written_over() {
    let folder = folder();
    fs::write(folder.path().join("all.csv"), "before\n").unwrap();
    let line = format!("{} pay log.csv {RATED} -o /dev/fd/7 7>> all.csv", env!("CARGO_BIN_EXE_wagepact"));
    let output = Command::new("sh").args(["-c", &line]).current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(files(&folder)["all.csv"], "before\n");
    let line = format!("{} pay log.csv {RATED} -o /dev/fd/7 7>&1 >/dev/null", env!("CARGO_BIN_EXE_wagepact"));
    let piped = Command::new("sh").args(["-c", &line]).current_dir(folder.path()).output().unwrap();
    assert_eq!(String::from_utf8(piped.stdout).unwrap(), ANSWER, "a pipe is written into");
}

#[test]
fn a_file_that_is_read_only_is_not_replaced() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("kept.csv"), "signed\n").unwrap();
    fs::set_permissions(at("kept.csv"), Permissions::from_mode(0o444)).unwrap();
    refused(&folder, &format!("pay log.csv {RATED} -o kept.csv"), "\"kept.csv\" is read-only, and is not replaced");
    refused(&folder, &format!("pay log.csv {RATED} --rejects kept.csv"), "is read-only");
    refused(&folder, &format!("pay log.csv {RATED} -o ."), "\".\" is a folder");
}

#[test]
fn a_link_stays_a_link_also_where_it_leads_to_nothing_yet() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("sub")).unwrap();
    symlink("sub/new.csv", at("link.csv")).unwrap();
    symlink("nowhere/new.csv", at("lost.csv")).unwrap();
    symlink("round.csv", at("round.csv")).unwrap();
    let output = run(&folder, &format!("pay log.csv {RATED} -o link.csv"));
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!(fs::read_link(at("link.csv")).unwrap(), Path::new("sub/new.csv"));
    assert_eq!(fs::read_to_string(at("sub/new.csv")).unwrap(), ANSWER);
    refused(&folder, &format!("pay log.csv {RATED} -o lost.csv"), "nowhere/new.csv\" does not exist");
    refused(&folder, &format!("pay log.csv {RATED} -o round.csv"), "round.csv");
}

/// What is written beside an answer is there only with the answer.
#[test]
fn all_files_are_put_in_place_together() {
    let folder = folder();
    refused(&folder, &format!("pay log.csv {RATED} -o /dev/full --rejects rejects.csv"), "no room left");
    refused(
        &folder,
        "balance log.csv -a anji-courier --rates rates.csv -f csv -o /dev/full --write-rates r.csv",
        "room",
    );
    let mut full = wagepact(folder.path(), &format!("pay log.csv {RATED} --rejects rejects.csv"));
    let output = full.stdout(OpenOptions::new().write(true).open("/dev/full").unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("the disk to which the standard output goes has no room left"));
    assert!(!folder.path().join("rejects.csv").exists());
}

/// A run that reads its log from a pipe, waited for until it has begun its file of rejected rows.
struct Waiting {
    child: Child,
    begun: String,
}

impl Waiting {
    fn new(folder: &TempDir, out: &str) -> Self {
        let line = format!("tally - --rejects {out} -q");
        let child = wagepact(folder.path(), &line).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let begun = format!(".{out}.wagepact-{}-", child.id());
        let mut waiting = Self { child, begun };
        let end = Instant::now() + Duration::from_secs(30);
        let found = |name: &String| name.starts_with(&waiting.begun);
        waiting.begun = loop {
            if let Some(name) = files(folder).into_keys().find(found) {
                break name;
            }
            assert!(Instant::now() < end, "{}… does not appear", waiting.begun);
            thread::sleep(Duration::from_millis(5));
        };
        waiting
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_a_killed_run_leaves_is_taken_away_by_the_next_and_nothing_else() -> io::Result<()> {
    let folder = folder();
    let foreign = ".notes.wagepact-draft.tmp";
    fs::write(folder.path().join(foreign), "mine\n")?;
    let killed = Waiting::new(&folder, "killed.csv");
    let mut running = Waiting::new(&folder, "rejects.csv");
    let left = killed.begun.clone();
    drop(killed);
    assert!(files(&folder).contains_key(&left), "a killed run cannot take it away");
    assert!(run(&folder, &format!("pay log.csv {RATED} -o pay.csv")).status.success());
    let there = files(&folder);
    assert!(!there.contains_key(&left), "{there:?}");
    assert!(there.contains_key(&running.begun) && there.contains_key(foreign), "{there:?}");
    running.child.stdin.take().unwrap().write_all(LOG.as_bytes())?;
    assert!(running.child.wait()?.success());
    let names: Vec<String> = files(&folder).into_keys().collect();
    assert_eq!(names, [foreign, "log.csv", "pay.csv", "rates.csv", "rejects.csv"]);
    Ok(())
}

/// A redacted check whose salt is kept: the same digests next month, and a file that nobody else may read.
#[test]
fn a_salt_is_drawn_once_and_kept() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("register.csv"), "courier,month,paid\nc1,2022-05,2.00\n").unwrap();
    let line =
        "check log.csv -a anji-courier --rate delivery=0.80 --register register.csv --only underpaid -f csv --redact";
    let kept = format!("{line} --salt-file salt.txt");
    let first = run(&folder, &kept);
    assert_eq!(first.status.code(), Some(1), "{}", told(&first));
    assert!(told(&first).contains("a new salt was written to salt.txt"), "{}", told(&first));
    let salt = fs::read_to_string(at("salt.txt")).unwrap();
    assert!(salt.trim_end().len() >= 16 && !told(&first).contains(salt.trim_end()));
    assert_eq!(fs::metadata(at("salt.txt")).unwrap().permissions().mode() & 0o777, 0o600);
    let again = run(&folder, &kept);
    assert_eq!(again.stdout, first.stdout);
    assert!(!told(&again).contains("salt"), "{}", told(&again));
    let typed = run(&folder, &format!("{line} --salt {}", salt.trim_end()));
    assert_eq!(typed.stdout, first.stdout);
    refused(&folder, &format!("{kept} -o salt.txt"), "salt.txt is an input");
    refused(&folder, &format!("{line} --salt-file new.txt -o ./new.txt"), "-o and --salt-file both write");
    fs::write(at("salt.txt"), "short\n").unwrap();
    refused(&folder, &kept, "the salt has 5 characters");
    refused(&folder, &format!("{line} --salt="), "the salt has 0 characters");
    // Nothing is drawn for a run that answers nothing.
    refused(&folder, &format!("{line} --salt-file new.txt -o /dev/full"), "no room left");
}

/// What leaves the payroll office names no file, no day and nobody, also where something is wrong.
#[test]
fn a_redacted_check_tells_of_nobody() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("of-li-si")).unwrap();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/agreements/anji-courier");
    for document in ["wages.toml", "women.toml"] {
        fs::copy(Path::new(example).join(document), at("of-li-si").join(document)).unwrap();
    }
    let rows = "courier,month,paid\nC4711,2022-05,2.00\nC0815,2022-05,1.00\n";
    fs::write(at("of-li-si/register.csv"), rows).unwrap();
    fs::write(at("of-li-si/log.csv"), "date,courier,parcels,x\n2022-05-03,C4711,3,\n2022-05-04,C0815,1,\n").unwrap();
    let people = "courier,name,base,hired,left,left_reason\nC4711,Li,1000,2021-03-09,2022-05-17,dismissed\n";
    fs::write(at("of-li-si/roster.csv"), people).unwrap();
    let protected =
        "courier,kind,from,until\nC4711,pregnancy,2021-11-08,2022-07-24\nC4711,nursing,2022-08-11,2022-09-09\n";
    fs::write(at("of-li-si/protected.csv"), protected).unwrap();
    fs::write(at("of-li-si/rates.csv"), "rule,amount,area\ndelivery,0.80,\ndelivery,0.90,nowhere\n").unwrap();
    let line = "check of-li-si/log.csv -a ./of-li-si --rates of-li-si/rates.csv --roster of-li-si/roster.csv \
                --protected of-li-si/protected.csv --register of-li-si/register.csv --redact --salt 0123456789abcdef \
                --verbose --provenance";
    let names_nobody = |output: &Output, code: i32| {
        let answer = String::from_utf8_lossy(&output.stdout);
        // What a check looks for is the same for everyone.
        let (before, after) = answer.split_once("What the codes mean").unwrap_or((&answer, ""));
        let after = after.split_once("\n\n").map_or("", |(_, after)| after);
        let after = after.split_once("\n\n").map_or("", |(_, after)| after);
        let shown = format!("{before}\n{after}\n{}", told(output));
        assert_eq!(output.status.code(), Some(code), "{shown}");
        let words = [
            "C4711",
            "C0815",
            "Li",
            "pregnan",
            "nursing",
            "pregnancyy",
            "2021-03",
            "05-17",
            "11-08",
            "07-24",
            "of-li-si/",
            ".csv",
        ];
        // What would be right names all kinds.
        for word in words.into_iter().filter(|word| code == 1 || !["pregnan", "nursing"].contains(word)) {
            assert!(!shown.contains(word), "{word} in {shown}");
        }
        shown
    };
    for format in ["csv", "json", "table"] {
        let shown = names_nobody(&run(&folder, &format!("{line} -f {format}")), 1);
        assert!(shown.contains("the employment ended on 2022-05, in a protected period"), "{shown}");
    }
    for wrong in ["C4711,pregnancy,2021-11-08,2022-07-24,x\n", "C4711,pregnancyy,2021-11-08,2022-07-24\n"] {
        fs::write(at("of-li-si/protected.csv"), format!("courier,kind,from,until\n{wrong}")).unwrap();
        names_nobody(&run(&folder, line), 2);
    }
}

/// The table of who is protected is short: from a digest of it each kind and day could be tried out.
#[test]
fn no_report_has_a_digest_of_who_is_protected() {
    let folder = folder();
    fs::write(folder.path().join("p.csv"), "courier,kind,from,until\nc1,pregnancy,2022-01-01,2022-06-01\n").unwrap();
    let output = run(&folder, "pay log.csv -a anji-courier --rate delivery=0.80 --protected p.csv -f json");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let input = &json["made"]["inputs"][1];
    assert_eq!(
        input,
        &serde_json::json!({"flag": "--protected", "file": "p.csv", "bytes": null, "sha256": null, "why": "protected"})
    );
}

/// A workbook needs no room but that of the file itself: neither memory nor the folder for temporary files holds its rows.
#[test]
fn a_large_workbook_leaves_no_row_elsewhere() {
    let folder = folder();
    let rows: Vec<String> = (0..10_500).map(|number| format!("2022-05-01,c{number},3\n")).collect();
    fs::write(folder.path().join("large.csv"), format!("date,courier,parcels\n{}", rows.concat())).unwrap();
    symlink("/dev/full", folder.path().join("full.xlsx")).unwrap();
    let line = "pay large.csv -a anji-courier --rate delivery=0.80 -q";
    // A folder for temporary files that is none.
    let command = |out: &str| {
        let mut command = wagepact(folder.path(), &format!("{line} -o {out}"));
        command.env("TMPDIR", folder.path().join("log.csv")).output().unwrap()
    };
    let output = command("pay.xlsx");
    assert!(output.status.success(), "{}", told(&output));
    assert!(fs::metadata(folder.path().join("pay.xlsx")).unwrap().len() > 100_000);
    let output = command("full.xlsx");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        told(&output),
        "error: the disk has no room left for \"full.xlsx\" | = help: delete what is no longer needed there, or name a file on \
         another disk"
    );
}
