//! The program itself, in a pseudo-terminal.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fs, thread};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long the program may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

const SIZE: PtySize = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// The program at a terminal, and what stands on its screen.
struct Seat {
    screen: Arc<Mutex<vt100::Parser>>,
    keys: Box<dyn Write + Send>,
    program: Box<dyn Child + Send + Sync>,
    terminal: Box<dyn MasterPty + Send>,
}

impl Seat {
    fn take(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(SIZE).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wagepact"));
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(folder);
        let program = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(SIZE.rows), cells(SIZE.cols), 0)));
        let (mut shown, seen) = (pair.master.try_clone_reader().unwrap(), Arc::clone(&screen));
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = shown.read(&mut bytes) {
                if count == 0 {
                    break;
                }
                seen.lock().unwrap().process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { screen, keys, program, terminal: pair.master }
    }

    fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Waits until a text stands on the screen.
    fn wait_for(&self, text: &str) {
        let begun = Instant::now();
        while !self.text().contains(text) {
            assert!(begun.elapsed() < PATIENCE, "{text:?} is not on the screen:\n{}", self.text());
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for the end; what stands on the screen that was given back.
    fn left(mut self) -> String {
        assert!(self.program.wait().unwrap().success());
        drop(self.terminal);
        let begun = Instant::now();
        let text = |seat: &Mutex<vt100::Parser>| seat.lock().unwrap().screen().contents();
        while text(&self.screen).matches("wagepact cost").count() < 1 && begun.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(10));
        }
        thread::sleep(Duration::from_millis(100));
        text(&self.screen)
    }

    /// Waits for the end; the exit code, and whether the screen was given back.
    fn end(mut self) -> (u32, bool) {
        let code = self.program.wait().unwrap().exit_code();
        drop(self.terminal);
        let begun = Instant::now();
        let given_back = |seat: &Mutex<vt100::Parser>| {
            let parser = seat.lock().unwrap();
            !parser.screen().alternate_screen() && !parser.screen().hide_cursor()
        };
        while !given_back(&self.screen) && begun.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(10));
        }
        (code, given_back(&self.screen))
    }
}

fn arguments(language: &'static str) -> Vec<String> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/anji-month");
    let file = |name: &str| example.join(name).display().to_string();
    let words = ["negotiate", &file("deliveries.csv"), "-a", "anji-courier", "--rates", &file("rates.csv")];
    words.iter().chain(&["--lang", language]).map(ToString::to_string).collect()
}

fn seat(folder: &Path, language: &'static str) -> Seat {
    seat_with(folder, language, &[], &[])
}

fn seat_with(folder: &Path, language: &'static str, more: &[&str], environment: &[(&str, &str)]) -> Seat {
    let arguments = arguments(language);
    let words: Vec<&str> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
    Seat::take(folder, &words, environment)
}

/// The commands that were told on leaving, each run by a shell: the change of a year that it answers.
fn told(screen: &str, folder: &Path) -> Vec<String> {
    let run = |command: &str| {
        let command = command.replacen("wagepact", env!("CARGO_BIN_EXE_wagepact"), 1);
        let command = format!("{command} --by total -f csv -q");
        let output = std::process::Command::new("sh").arg("-c").arg(&command).current_dir(folder).output().unwrap();
        assert!(output.status.success(), "{command}\n{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let column = text.lines().next().unwrap().split(',').position(|name| name == "change").unwrap();
        text.lines().nth(1).unwrap().split(',').nth(column).unwrap().to_string()
    };
    screen.lines().filter(|line| line.starts_with("wagepact cost ")).map(run).collect()
}

/// Five fen more cost 134,763.89 a year: the same as in the README of the example.
#[test]
fn a_proposal_is_made_saved_and_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut seat = seat(folder.path(), "zh");
    seat.wait_for("派送计件单价");
    seat.wait_for("甲速递");
    seat.press("\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C");
    seat.wait_for("+134,763.89");
    seat.press("\x1b[1;2C"); // shift: ten steps more pass the band
    seat.wait_for("delivery +0.15");
    seat.press("u");
    seat.wait_for("+134,763.89");
    seat.press("q");
    seat.wait_for("方案 1 尚未保存");
    seat.press("s");
    seat.wait_for("保存为： proposal-1.toml");
    seat.press("\r");
    seat.wait_for("理由：");
    seat.press("\r");
    seat.wait_for("已保存为 proposal-1.toml");
    seat.press("l");
    seat.wait_for("cost a year");
    seat.terminal.resize(PtySize { cols: 40, ..SIZE }).unwrap();
    seat.screen.lock().unwrap().screen_mut().set_size(cells(24), cells(40));
    seat.wait_for("80 × 24");
    seat.press("q");
    assert_eq!(seat.end(), (0, true));
    let saved = fs::read_to_string(folder.path().join("proposal-1.toml")).unwrap();
    assert_eq!(saved, "title = \"proposal-1\"\n\n[[change]]\nchange = \"delivery +0.05\"\n");
}

#[test]
fn ctrl_c_gives_the_terminal_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut seat = seat(folder.path(), "en");
    seat.wait_for("Bargaining table");
    seat.press("\x1b[C\x03");
    assert_eq!(seat.end(), (130, true));
}

#[test]
fn a_signal_to_stop_gives_the_terminal_back() {
    let folder = tempfile::tempdir().unwrap();
    let seat = seat(folder.path(), "en");
    seat.wait_for("Bargaining table");
    let id = seat.program.process_id().unwrap().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert_eq!(seat.end(), (130, true));
}

#[test]
fn without_a_terminal_it_refuses_in_both_languages() {
    let said = |language| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_wagepact")).args(arguments(language)).output();
        let output = output.unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said("en").starts_with("error: negotiate needs a terminal"), "{}", said("en"));
    assert!(said("zh").starts_with("错误: negotiate 要在终端中使用"), "{}", said("zh"));
}

/// On leaving, each proposal's figures can be had again by a command: one that was saved from its file, one that was not by its
/// changes. 134,763.89 is the figure of the test above; the offer costs
/// 4,488 parcels × 0.07 × 365 ÷ 31 = 3,698.98.
#[test]
fn the_commands_told_on_leaving_give_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    let offer = "title = \"Offer\"\n[[change]]\nchange = \"delivery@company=甲速递,area=鄣吴 =0.85\"\n";
    fs::write(folder.path().join("an offer.toml"), offer).unwrap();
    let mut seat = seat_with(folder.path(), "en", &["--proposal", "an offer.toml"], &[]);
    seat.wait_for("proposal 1 of 2 · an offer.toml");
    seat.press("\t\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C");
    seat.wait_for("+134,763.89");
    seat.wait_for("not saved: 2");
    seat.press("q");
    seat.wait_for("Proposal 2 is not saved");
    seat.press("y");
    let screen = seat.left();
    assert!(
        screen.contains("--proposal \"an offer.toml\"") && screen.contains("--change \"delivery +0.05\""),
        "{screen}"
    );
    let changes = told(&screen, folder.path());
    assert_eq!(changes.len(), 2, "{screen}");
    assert_eq!(changes[1], "134763.89");
    assert_eq!(changes[0], "3698.98");
}

/// A proposal is opened by its name, typed with a mistake that is put right: Home, a character, End, Ctrl-W, and a paste.
#[test]
fn a_proposal_is_opened_at_the_table() {
    let folder = tempfile::tempdir().unwrap();
    // a rule may be called by its title, in files that are named on the command line too
    let named = "title = \"x\"\n[[change]]\nchange = \"派送计件单价 +0.05\"\n";
    fs::write(folder.path().join("方案.toml"), named).unwrap();
    let mut first = seat_with(folder.path(), "en", &["--proposal", "方案.toml"], &[]);
    first.wait_for("+134,763.89");
    first.press("q");
    assert_eq!(told(&first.left(), folder.path()), ["134763.89"]);
    let mut seat = seat(folder.path(), "en");
    seat.wait_for("Bargaining table");
    seat.press("o案.toml 2\x17\x1b[H方");
    seat.press("\x1b[F\x7f\x1b[200~\x1b[201~\r");
    seat.wait_for("方案.toml is on the table");
    seat.wait_for("+134,763.89");
    seat.press("oq\r");
    seat.wait_for("error: ");
    seat.press("q");
    seat.wait_for("cost a year");
    seat.press("q");
    assert_eq!(told(&seat.left(), folder.path()), ["134763.89"]);
}

/// Colours come, and stay away where the environment says so.
#[test]
fn colours_obey_the_environment() {
    for (environment, coloured) in [
        (&[][..], true),
        (&[("NO_COLOR", "1")], false),
        (&[("CLICOLOR", "0")], false),
        (&[("TERM", "dumb")], false),
        (&[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], true),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut seat = seat_with(folder.path(), "en", &[], environment);
        seat.wait_for("Bargaining table");
        seat.press("\x1b[C");
        seat.wait_for("0.63-0.90");
        let screen = seat.screen.lock().unwrap();
        let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
        let found = cells
            .filter_map(|(row, column)| screen.screen().cell(row, column))
            .any(|cell| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default);
        drop(screen);
        assert_eq!(found, coloured, "{environment:?}");
        seat.press("\x03");
        assert_eq!(seat.end(), (130, true));
    }
}
