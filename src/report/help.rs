//! The help of the command line in Chinese. The English stands in the doc comments of the command line itself.

use std::mem;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

use crate::diagnostics::wrap;
use crate::report::{Catalogue, Language};

/// Where clap puts what, with the heading of the usage filled in by us.
const TEMPLATE: [&str; 2] = ["{before-help}{about-with-newline}\n", " {usage}\n\n{all-args}{after-help}"];

/// How far to the right a usage goes on, in cells.
const USAGE: usize = 6;

/// The flags that clap adds by itself stand last in the list of options.
const LAST: usize = 999;

/// The command line with its help in the language of the catalogue. It parses the same.
#[must_use]
pub fn translate(command: Command, catalogue: &Catalogue) -> Command {
    match catalogue.language() {
        Language::En => command,
        Language::Zh => {
            // Lines are broken by `within`: clap would break Chinese at spaces only.
            let mut command = page(command.term_width(0), catalogue, true);
            command.build();
            finished(command, catalogue)
        }
    }
}

/// A page of help in lines of at most `width` cells. What goes on below begins where the words of its line do: behind the flag,
/// or behind the sign of an item.
#[must_use]
pub fn within(page: &str, width: usize) -> String {
    let broken = |line: &str| {
        if wrap::cells(line) <= width {
            return line.to_string();
        }
        if line.contains(" wagepact ") {
            return wrap::of_command(line, width, USAGE).join("\n");
        }
        let indent = line.len() - line.trim_start().len();
        let words = &line[indent..];
        let of_column =
            words.find("  ").map(|gap| &words[gap..]).map(|rest| &line[..line.len() - rest.trim_start().len()]);
        let hanging = of_column.map(wrap::cells).filter(|column| *column < width / 2);
        let hanging = hanging.unwrap_or(indent + if words.starts_with("- ") { 2 } else { 0 });
        wrap::hanging(line, width, hanging).join("\n")
    };
    page.lines().map(|line| broken(line) + "\n").collect()
}

/// The help of a command, of its arguments and of its subcommands.
fn page(command: Command, catalogue: &Catalogue, root: bool) -> Command {
    let name = command.get_name().to_string();
    let about = if root { "help-about".to_string() } else { format!("help-{name}") };
    let heading = |id: &str| said(catalogue, &format!("help-heading-{id}"));
    let template = template(&command, catalogue);
    let flag = |id: &'static str, short, action| Arg::new(id).short(short).long(id).action(action).display_order(LAST);
    let version = command.get_version().is_some();
    let mut command = command
        .about(said(catalogue, &about))
        .help_template(template)
        .subcommand_help_heading(heading("commands"))
        .subcommand_value_name(said(catalogue, "help-name-command"))
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help));
    if version {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    }
    command
        .mut_args(|arg| argument(arg, catalogue, &name))
        .mut_subcommands(|subcommand| page(subcommand, catalogue, false))
}

fn template(command: &Command, catalogue: &Catalogue) -> String {
    let style = command.get_styles().get_usage();
    format!("{}{style}{}:{style:#}{}", TEMPLATE[0], said(catalogue, "help-heading-usage"), TEMPLATE[1])
}

/// The help of an argument: `help-COMMAND-ARGUMENT`, or `help-arg-ARGUMENT` where all commands share it.
fn argument(arg: Arg, catalogue: &Catalogue, command: &str) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("help-{command}-{name}");
    let id = if catalogue.plain(&own).is_some() { own } else { format!("help-arg-{name}") };
    let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
    let help = said(catalogue, &id);
    let mut names: Vec<String> = Vec::new();
    for shown in arg.get_value_names().unwrap_or_default() {
        let id = format!("help-name-{}", words(shown).join("-").to_lowercase());
        names.push(catalogue.plain(&id).unwrap_or_else(|| shown.to_string()));
    }
    let (short, long) = (short_notes(&arg, catalogue), long_notes(&arg, catalogue, &id));
    let arg = arg.help(help.clone() + &short).long_help(help + &long).help_heading(said(catalogue, heading));
    if !arg.get_action().takes_values() {
        return arg;
    }
    // what clap would say of values and defaults, it would say in English
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    if names.is_empty() { arg } else { arg.value_names(names) }
}

/// The words of letters in a text.
fn words(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect()
}

/// The values that an argument takes, with the note on each. None for a flag.
fn values(arg: &Arg) -> Vec<PossibleValue> {
    if arg.get_action().takes_values() { arg.get_possible_values() } else { Vec::new() }
}

fn default(arg: &Arg, catalogue: &Catalogue) -> Option<String> {
    let shown = arg.get_default_values().first()?.to_str().filter(|_| arg.get_action().takes_values())?;
    Some(format!("［{}：{shown}］", said(catalogue, "help-default")))
}

/// Behind the help of one line: the values and the default.
fn short_notes(arg: &Arg, catalogue: &Catalogue) -> String {
    let values = values(arg);
    let names: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
    let list = format!("［{}：{}］", said(catalogue, "help-possible"), names.join("、"));
    let list = if names.is_empty() { String::new() } else { list };
    list + &default(arg, catalogue).unwrap_or_default()
}

/// Below the help of an argument: the values, each with its note, and the default.
fn long_notes(arg: &Arg, catalogue: &Catalogue, id: &str) -> String {
    let line = |value: PossibleValue| {
        let name = value.get_name();
        let note = catalogue.plain(&format!("{id}-{name}")).map_or_else(String::new, |note| format!("：{note}"));
        format!("\n- {name}{note}")
    };
    let notes = values(arg).into_iter().map(line).collect::<Vec<_>>().concat();
    let list = if notes.is_empty() { notes } else { format!("\n\n{}：{notes}", said(catalogue, "help-possible")) };
    list + &default(arg, catalogue).map_or_else(String::new, |default| format!("\n\n{default}"))
}

/// Translates what clap has added by building: its command `help`, and the usage of each command with its `[OPTIONS]`.
fn finished(mut command: Command, catalogue: &Catalogue) -> Command {
    let options = format!("[{}]", said(catalogue, "help-name-options"));
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", &options);
    for subcommand in command.get_subcommands_mut() {
        let its = mem::take(subcommand);
        *subcommand = if its.get_name() == "help" { help_command(its, catalogue) } else { finished(its, catalogue) };
    }
    command.override_usage(usage)
}

/// The help of `help` itself.
fn help_command(command: Command, catalogue: &Catalogue) -> Command {
    let usage = format!("wagepact help [{}]...", said(catalogue, "help-name-command"));
    let template = template(&command, catalogue);
    let command = command.about(said(catalogue, "help-help")).help_template(template).override_usage(usage);
    command.mut_subcommands(|copy| copy.hide(true))
}

/// A sentence of help by the id put together for it; the id itself where there is none, which `tests/help.rs` finds.
fn said(catalogue: &Catalogue, id: &str) -> String {
    catalogue.plain(id).unwrap_or_else(|| id.to_string())
}
