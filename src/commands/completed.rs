//! The command line as the project file completes it: what is not typed comes from `wagepact.toml`, and a month typed in place of
//! a log stands for the files of that month.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::agreement::library;
use crate::cli::FOR_A_BUDGET;
use crate::diagnostics::problem::in_order;
use crate::diagnostics::{Message, Problem, Problems};
use crate::project::format::Means;
use crate::project::{Asked, Entry, Pattern, Project, find, months};
use crate::units::Month;

/// A command line with what the project file adds.
#[derive(Debug)]
pub struct Completed {
    /// The words, the name of the program first.
    pub words: Vec<OsString>,
    /// What the project file has added; `None` where there is none, or the command takes nothing from it.
    pub filled: Option<Filled>,
    /// What is wrong with the project file, or lacks.
    pub problems: Problems,
}

/// What the project file has added to what was typed.
#[derive(Debug, Default)]
pub struct Filled {
    /// The project file.
    pub file: PathBuf,
    /// The words that it added, as they could be typed; the logs first.
    pub added: Vec<OsString>,
    /// The logs of the months asked for; `None` where logs were typed.
    pub logs: Option<Vec<PathBuf>>,
    /// What has to be known of it.
    pub notes: Vec<Message>,
    /// The months asked for; `None` where logs were typed.
    pub asked: Option<Asked>,
    /// Whether the one month asked for was added as `--month`, for tables that name none.
    pub states_month: bool,
    /// The files that stand for one month each.
    months: Vec<(PathBuf, Month)>,
}

impl Filled {
    /// The month that a file stands for: that of its path, or the only one that was asked for.
    #[must_use]
    pub fn month_of(&self, file: &Path) -> Option<Month> {
        let of_path = self.months.iter().find(|(path, _)| path == file).map(|(_, month)| *month);
        of_path.or_else(|| self.asked.filter(|asked| asked.first == asked.last).map(|asked| asked.first))
    }
}

impl Completed {
    /// Completes what was typed.
    ///
    /// A command line that is wrong in itself is left as it is, to be refused as ever.
    #[must_use]
    pub fn new(command: &Command, typed: &[OsString]) -> Self {
        let mut completed = Self { words: typed.to_vec(), filled: None, problems: Problems::new() };
        let read = command.clone().try_get_matches_from(typed);
        if read.is_err_and(|wrong| wrong.kind() != ErrorKind::MissingRequiredArgument) {
            return completed;
        }
        let Ok(matches) = command.clone().ignore_errors(true).try_get_matches_from(typed) else { return completed };
        let mut command = command.clone();
        command.build();
        if let Some((name, matches)) = matches.subcommand()
            && let Some(command) = command.find_subcommand(name)
        {
            completed.fill(&Typed { command, matches });
        }
        completed
    }

    fn fill(&mut self, typed: &Typed<'_>) {
        let Some(file) = typed.project().or_else(find) else {
            self.problems.extend(typed.logs().find_map(|log| months(log).map(|_| no_project(log))));
            return;
        };
        let reads_logs = typed.argument("logs").is_some();
        let project = match Project::read(&file) {
            Ok(project) => project,
            // A command that reads no log needs nothing of it but the language.
            Err(_) if !reads_logs => return,
            Err(problems) => return self.problems = problems,
        };
        let asked = match typed.months() {
            Ok(asked) => asked,
            Err(problem) => return self.problems = problem.into(),
        };
        let mut filling = Filling {
            project: &project,
            typed,
            asked,
            filled: Filled::default(),
            words: Vec::new(),
            problems: Vec::new(),
        };
        if reads_logs {
            filling.logs();
            filling.flags();
        } else {
            filling.words("lang");
        }
        // What is to be read where nothing is named is what holds here.
        if typed.argument("stacked").is_some() && !typed.has("agreements") {
            filling.named("agreement");
        }
        let Filling { mut filled, words, problems, .. } = filling;
        self.problems = in_order(problems);
        // Behind `--` no word is a flag.
        let end = self.words.iter().position(|word| word == "--").unwrap_or(self.words.len());
        self.words.splice(end..end, words.iter().cloned());
        filled.added.extend(words);
        filled.asked = asked;
        self.filled = reads_logs.then_some(Filled { file, ..filled });
    }
}

/// That a month was typed where nothing says what its files are.
fn no_project(month: &str) -> Problem {
    Problem::new(Message::new("project-none").with("month", month))
}

/// A subcommand, and what was typed of it.
struct Typed<'a> {
    command: &'a Command,
    matches: &'a ArgMatches,
}

impl Typed<'_> {
    fn argument(&self, id: &str) -> Option<&Arg> {
        self.command.get_arguments().find(|arg| arg.get_id() == id)
    }

    fn has(&self, id: &str) -> bool {
        self.argument(id).is_some() && self.matches.value_source(id) == Some(ValueSource::CommandLine)
    }

    /// The argument, where it may be added: it is not typed, and neither is what it cannot stand beside.
    fn open(&self, is: impl Fn(&&Arg) -> bool) -> Option<&Arg> {
        let arg = self.command.get_arguments().find(is)?;
        let excludes = |one: &Arg, other: &Arg| {
            self.command.get_arg_conflicts_with(one).iter().any(|arg| arg.get_id() == other.get_id())
        };
        let mut typed = self.command.get_arguments().filter(|other| self.has(other.get_id().as_str()));
        let is_shut = typed.any(|other| other.get_id() == arg.get_id() || excludes(arg, other) || excludes(other, arg));
        let for_a_budget = self.command.get_name() == "balance" && FOR_A_BUDGET.contains(&arg.get_id().as_str());
        (!is_shut && (!for_a_budget || self.has("budget"))).then_some(arg)
    }

    fn of_flag(&self, flag: &str) -> Option<&Arg> {
        self.open(|arg| arg.get_long() == Some(flag))
    }

    fn project(&self) -> Option<PathBuf> {
        self.argument("project").filter(|_| self.has("project"))?;
        self.matches.try_get_one::<PathBuf>("project").ok().flatten().cloned()
    }

    fn logs(&self) -> impl Iterator<Item = &str> {
        let logs = self.matches.try_get_many::<PathBuf>("logs").ok().flatten();
        // What is a file is one, whatever its name.
        logs.into_iter().flatten().filter(|log| !log.is_file()).filter_map(|log| log.to_str())
    }

    /// The months that stand in place of the logs.
    fn months(&self) -> Result<Option<Asked>, Problem> {
        let Some((log, asked)) = self.logs().find_map(|log| Some((log, months(log)?))) else { return Ok(None) };
        let count = self.matches.try_get_many::<PathBuf>("logs").ok().flatten().map_or(0, Iterator::count);
        match asked {
            Ok(asked) if count == 1 => Ok(Some(asked)),
            Ok(_) => Err(Problem::new(Message::new("project-month-beside").with("month", log))),
            Err(message) => Err(Problem::new(message)),
        }
    }
}

/// What is being added.
struct Filling<'a> {
    project: &'a Project,
    typed: &'a Typed<'a>,
    asked: Option<Asked>,
    filled: Filled,
    /// Flags, each with its value.
    words: Vec<OsString>,
    problems: Problems,
}

impl Filling<'_> {
    /// The logs of the months, or where nothing is typed, those that are of no month.
    fn logs(&mut self) {
        let entries: Vec<&Entry> = self.project.of_flag(None).collect();
        if self.asked.is_none() && (self.typed.open(|arg| arg.get_id() == "logs").is_none() || entries.is_empty()) {
            return;
        }
        if entries.is_empty() {
            return self.problems.push(Problem::new(Message::new("project-no-deliveries")));
        }
        if let Some(entry) = entries.iter().find(|entry| self.asked.is_none() && pattern(entry).is_of_month()) {
            return self.problems.push(month_missing("deliveries", entry));
        }
        let logs: Vec<PathBuf> = entries.into_iter().flat_map(|entry| self.files(entry)).collect();
        let words = logs.iter().map(|log| log.clone().into_os_string());
        if self.asked.is_none() {
            self.words.extend(words);
        } else {
            self.filled.added.extend(words);
        }
        self.filled.logs = Some(logs);
        if let Some(Asked { first, last }) = self.asked {
            for (flag, day) in [("from", first.first()), ("until", last.last())] {
                if self.typed.of_flag(flag).is_some() {
                    self.words.push(flagged(flag, day.to_string().as_ref()));
                }
            }
            if first == last && self.typed.of_flag("month").is_some() {
                self.words.push(flagged("month", first.to_string().as_ref()));
                self.filled.states_month = true;
            }
        }
    }

    /// Everything else that the command takes.
    fn flags(&mut self) {
        let mut seen = BTreeSet::new();
        let flags = self.project.entries.iter().filter_map(|entry| Some((entry.means, entry.means.flag()?)));
        for (means, flag) in flags.filter(|(_, flag)| seen.insert(*flag)) {
            match means {
                Means::Log => {}
                Means::File(_) => self.file(flag),
                Means::Named(_) => self.named(flag),
                Means::Words(_) => self.words(flag),
                Means::Switch(_) => self.switch(flag),
            }
        }
    }

    fn file(&mut self, flag: &'static str) {
        let Some(argument) = self.typed.of_flag(flag) else { return };
        let mut files: Vec<PathBuf> = Vec::new();
        for entry in self.project.of_flag(Some(flag)) {
            if self.asked.is_none() && pattern(entry).is_of_month() {
                if argument.is_required_set() {
                    return self.problems.push(month_missing(flag, entry));
                }
                return self.filled.notes.push(Message::new("project-needs-month").with("key", flag));
            }
            files.extend(self.files(entry));
        }
        if files.len() > 1 && !matches!(argument.get_action(), ArgAction::Append) {
            let message = Message::new("project-files-several").with("key", flag);
            let files: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
            let place = self.project.of_flag(Some(flag)).next().map(|entry| entry.place.clone());
            let problem = Problem::new(message.with("files", files.join(", ")));
            return self.problems.push(Problem { place: place.map(Box::new), ..problem });
        }
        self.words.extend(files.iter().map(|file| flagged(flag, file.as_os_str())));
    }

    /// The files of an entry in the months asked for, each once.
    fn files(&mut self, entry: &Entry) -> Vec<PathBuf> {
        let pattern = pattern(entry);
        let months: Vec<Option<Month>> = match self.asked.filter(|_| pattern.is_of_month()) {
            Some(asked) => asked.each().map(Some).collect(),
            None => vec![None],
        };
        let mut files: Vec<PathBuf> = Vec::new();
        for month in months {
            let found = pattern.files(&self.project.folder, month);
            if found.is_empty() {
                let message = Message::new("project-file-missing")
                    .with("file", self.project.folder.join(pattern.in_month(month)).to_string_lossy());
                self.problems.push(Problem::new(message).at(entry.place.clone()));
            }
            self.filled
                .months
                .extend(month.into_iter().flat_map(|month| found.iter().map(move |file| (file.clone(), month))));
            files.extend(found.into_iter().filter(|file| !files.contains(file)).collect::<Vec<_>>());
        }
        files
    }

    /// Names, or paths where there are such files.
    fn named(&mut self, flag: &'static str) {
        if self.typed.of_flag(flag).is_none() {
            return;
        }
        for entry in self.project.of_flag(Some(flag)) {
            let path = self.project.folder.join(&*entry.text);
            let is_built_in = flag == "agreement" && library::shipped().contains(&&*entry.text);
            if path.exists() && !is_built_in {
                self.words.push(flagged(flag, path.as_os_str()));
                continue;
            }
            if flag == "agreement"
                && let Err(problems) = library::originals(&entry.text)
            {
                let at =
                    |problem: Problem| if problem.place.is_none() { problem.at(entry.place.clone()) } else { problem };
                self.problems.extend(problems.into_iter().map(at));
            }
            self.words.push(flagged(flag, entry.text.as_ref().as_ref()));
        }
    }

    fn words(&mut self, flag: &'static str) {
        if self.typed.of_flag(flag).is_some() {
            let entries = self.project.of_flag(Some(flag));
            self.words.extend(entries.map(|entry| flagged(flag, entry.text.as_ref().as_ref())));
        }
    }

    fn switch(&mut self, flag: &'static str) {
        let is_on = self.project.of_flag(Some(flag)).any(|entry| &*entry.text == "true");
        if is_on && self.typed.of_flag(flag).is_some() {
            self.words.push(format!("--{flag}").into());
        }
    }
}

/// That a file cannot be known, as it is another one in each month.
fn month_missing(key: &str, entry: &Entry) -> Problem {
    Problem::new(Message::new("project-month-missing").with("key", key)).at(entry.place.clone())
}

fn pattern(entry: &Entry) -> Pattern {
    Pattern(entry.text.to_string())
}

/// A flag with its value, in one word, so that no value is taken for a flag.
fn flagged(flag: &str, value: &OsStr) -> OsString {
    let mut word = OsString::from(format!("--{flag}="));
    word.push(value);
    word
}
