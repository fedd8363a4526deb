//! `wagepact man`: the manual page, with every subcommand.

use clap::CommandFactory;
use clap_mangen::Man;

use crate::cli::Cli;
use crate::commands::answer::Answer;

pub(super) fn run() -> Answer {
    let mut command = Cli::command();
    command.build();
    let mut page = Vec::new();
    let pages = std::iter::once(command.clone()).chain(command.get_subcommands().cloned());
    for command in pages.filter(|command| command.get_name() != "help") {
        Man::new(command).render(&mut page).expect("a page is written to memory");
    }
    String::from_utf8_lossy(&page).into_owned().into()
}
