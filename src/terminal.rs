//! The screen: the only place that prints. Answers, remarks, problems, the progress bar, and Ctrl-C.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use std::{io, mem};

use anstream::AutoStream;
use clap::CommandFactory;
use indicatif::{ProgressBar, ProgressStyle};
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::DisableBracketedPaste;
use ratatui::crossterm::execute;
use wagepact::cli::{Cli, Output};
use wagepact::commands::{Answer, Body, same_answers};
use wagepact::deliveries::Progress;
use wagepact::diagnostics::{Message, Problem, Problems, wrap};
use wagepact::files::input::STDIN;
use wagepact::files::output::{WholeFile, Written};
use wagepact::files::{input, output};
use wagepact::report::formats::{Format, Options};
use wagepact::report::{Catalogue, formats, help, problems, remarks, usage};

use crate::fullscreen;
use crate::fullscreen::Left;

/// Done.
const DONE: u8 = 0;
/// Something departs from what was agreed.
const FOUND: u8 = 1;
/// Could not work: the input has mistakes.
const COULD_NOT: u8 = 2;
/// Told to stop, as shells count it.
const INTERRUPTED: u8 = 130;

/// How long reading takes before a bar shows how far it has come.
const PATIENCE: Duration = Duration::from_millis(500);

/// Between these is the width of help, in cells.
const LEAST_OF_HELP: usize = 40;
const MOST_OF_HELP: usize = 100;

/// The terminal, or the pipes in its place.
pub(crate) struct Terminal<'a> {
    catalogue: &'a Catalogue,
    output: &'a Output,
    begun: Instant,
    bar: OnceLock<ProgressBar>,
}

impl<'a> Terminal<'a> {
    /// Takes over the terminal: from here on Ctrl-C leaves nothing half-written.
    pub(crate) fn new(catalogue: &'a Catalogue, output: &'a Output) -> Self {
        let stopped = ctrlc::set_handler(|| {
            output::abandon();
            if fullscreen::give_back() {
                // The table hides it while it draws, and has what is pasted marked.
                let _ = execute!(io::stdout(), Show, DisableBracketedPaste);
            }
            std::process::exit(INTERRUPTED.into());
        });
        debug_assert!(stopped.is_ok(), "the handler is set once");
        Self { catalogue, output, begun: Instant::now(), bar: OnceLock::new() }
    }

    /// Whether someone sits there: what is typed comes from a terminal, and what is shown goes to one.
    pub(crate) fn is_attended() -> bool {
        input::is_typed() && io::stdout().is_terminal()
    }

    /// Shows how far the reading has come, where someone looks and it takes long enough.
    pub(crate) fn progress(&self, progress: Progress) {
        if self.output.quiet || self.begun.elapsed() < PATIENCE || !io::stderr().is_terminal() {
            return;
        }
        let bar = self.bar.get_or_init(|| {
            let known = "{wide_bar} {bytes}/{total_bytes} {eta}";
            let open = "{spinner} {bytes} {bytes_per_sec}";
            let style = ProgressStyle::with_template(if progress.total.is_some() { known } else { open });
            ProgressBar::new(progress.total.unwrap_or(0)).with_style(style.unwrap_or(ProgressStyle::default_bar()))
        });
        bar.set_position(progress.read);
    }

    /// Says what is wrong with the command line, or prints the help that was asked for.
    pub(crate) fn usage(error: &clap::Error, catalogue: &Catalogue) -> ExitCode {
        if let Some(problem) = usage::clap_problem(error, &Cli::command()) {
            return Self::refuse(&[problem], catalogue);
        }
        let page = help::within(&error.render().ansi().to_string(), Self::width_of_help());
        // Nobody is left to tell when the output itself is closed.
        let _ = if error.use_stderr() {
            AutoStream::auto(io::stderr()).write_all(page.as_bytes())
        } else {
            AutoStream::auto(io::stdout()).write_all(page.as_bytes())
        };
        ExitCode::from(if error.use_stderr() { COULD_NOT } else { DONE })
    }

    /// As wide as the terminal, where it is one, and no wider than is easily read.
    fn width_of_help() -> usize {
        let width = console::Term::stdout().size_checked().map_or(MOST_OF_HELP, |(_, width)| width.into());
        width.clamp(LEAST_OF_HELP, MOST_OF_HELP)
    }

    /// Says what is wrong before there is anything to work on.
    pub(crate) fn refuse(found: &[Problem], catalogue: &Catalogue) -> ExitCode {
        draw(&problems::problems(found, catalogue, true));
        ExitCode::from(COULD_NOT)
    }

    /// Prints what was answered and says how it ended.
    pub(crate) fn finish(&self, answered: Result<Answer, Problems>) -> ExitCode {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
        let ended = answered.and_then(|mut answer| match &mut answer.body {
            Body::Table { session, typed } => {
                place(&mut answer.files)?;
                let shown = fullscreen::show(session, console::colors_enabled());
                let left = shown.map_err(|reason| output::unwritable("-".as_ref(), &reason))?;
                let answers = same_answers(session, typed);
                self.remarks(&answer);
                self.commands(&answers);
                Ok(if left == Left::Interrupted { INTERRUPTED } else { DONE })
            }
            Body::Report(_) | Body::Text(_) => {
                self.answer(&mut answer)?;
                let code = if answer.findings { FOUND } else { DONE };
                // The program ends here, and the machine takes the memory back faster than we would, piece by piece.
                mem::forget(answer);
                Ok(code)
            }
        });
        ExitCode::from(ended.unwrap_or_else(|found| {
            draw(&problems::problems(&found, self.catalogue, true));
            COULD_NOT
        }))
    }

    /// How to have the answers of the table again: the commands as they are typed, in no narrower lines.
    fn commands(&self, answers: &[(Message, Option<String>)]) {
        for (message, command) in answers {
            say(&self.catalogue.say(message));
            // Nobody is left to tell when the output itself is closed.
            let _ = command.as_ref().map(|command| writeln!(io::stdout(), "{command}"));
        }
    }

    fn answer(&self, answer: &mut Answer) -> Result<(), Problems> {
        if let Body::Report(report) = &answer.body {
            formats::fits(report, answer.format)?;
        }
        if let Some(path) = self.output.output.as_ref().filter(|path| path.as_os_str() != STDIN) {
            let mut file = WholeFile::create(path)?;
            self.write(answer, None, &mut file).map_err(|reason| output::unwritable(path, &reason))?;
            answer.files.push(file.finish()?);
        } else {
            let out = io::stdout();
            if answer.format == Format::Xlsx && out.is_terminal() {
                return Err(Problem::new(Message::new("xlsx-terminal")).into());
            }
            let width = out.is_terminal().then(|| console::Term::stdout().size().1.into());
            let written = if width.is_some() {
                let mut out = AutoStream::auto(out.lock());
                self.write(answer, width, &mut out).and_then(|()| out.flush())
            } else {
                // What goes into a file or a program is not looked through for colours.
                let mut out = io::BufWriter::new(out.lock());
                self.write(answer, width, &mut out).and_then(|()| out.flush())
            };
            // A reader that has seen enough, such as `head`, is no mistake.
            written.or_else(quiet_end).map_err(|reason| output::unwritable("-".as_ref(), &reason))?;
        }
        place(&mut answer.files)?;
        self.remarks(answer);
        Ok(())
    }

    fn write(&self, answer: &Answer, width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
        let Output { headings, bom, verbose, .. } = *self.output;
        let provenance = answer.provenance.as_ref();
        let remarks = &answer.remarks;
        let options = Options { width, colour: width.is_some(), headings, bom, verbose, remarks, provenance };
        match &answer.body {
            Body::Report(report) => formats::write(report, answer.format, self.catalogue, &options, out),
            Body::Text(text) => out.write_all(text.as_bytes()),
            // It is shown full-screen, not written.
            Body::Table { .. } => Ok(()),
        }
    }

    /// What is said beside the answer. The notes of a report stand in it, and how it was made, except in CSV, which has no place
    /// for them.
    fn remarks(&self, answer: &Answer) {
        if self.output.quiet {
            return;
        }
        let (notes, provenance): (&[Message], _) = match &answer.body {
            Body::Report(report) if answer.format == Format::Csv => (&report.notes, answer.provenance.as_ref()),
            Body::Report(_) | Body::Text(_) | Body::Table { .. } => (&[], None),
        };
        let made: Vec<Message> = provenance.iter().flat_map(|provenance| provenance.remarks()).collect();
        let all = notes.iter().chain(&answer.remarks).chain(&answer.secrets);
        for message in remarks::arranged(all, self.output.verbose).iter().map(AsRef::as_ref).chain(&made) {
            say(&self.catalogue.remark(message));
        }
    }
}

/// Puts all files in place, when nothing else is left that could fail.
fn place(files: &mut Vec<Written>) -> Result<(), Problem> {
    files.drain(..).try_for_each(Written::place)
}

/// Shows a drawing on the standard error, in colours where it takes them.
fn draw(drawing: &str) {
    // Nobody is left to tell when the standard error itself is closed.
    let _ = AutoStream::auto(io::stderr()).write_all(drawing.as_bytes());
}

/// Says something on the standard error, in lines as wide as the terminal where it is one.
fn say(text: &str) {
    let error = console::Term::stderr();
    let width = if error.is_term() { usize::from(error.size().1) } else { usize::MAX };
    for line in wrap::hanging(text.trim_end(), width, HANGING) {
        // Nobody is left to tell when the standard error itself is closed.
        let _ = writeln!(io::stderr(), "{line}");
    }
}

/// How far to the right each further line of a remark begins.
const HANGING: usize = 2;

fn quiet_end(reason: io::Error) -> io::Result<()> {
    if reason.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(reason) }
}
