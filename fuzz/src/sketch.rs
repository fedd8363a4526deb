//! The draft of a map: of any table, it is TOML that the program itself takes for a map, but for what it leaves open.

use wagepact::report::{Catalogue, Language};
use wagepact::tables::map::Map;

use super::desk::{Desk, told};

thread_local! {
    static CHINESE: Catalogue = const { Catalogue::new(Language::Zh) };
}

pub fn holds(bytes: &[u8]) {
    let (desk, path) = Desk::with("table.csv", bytes);
    let lines = match wagepact::sketch::sketch(&[path], None, &[]) {
        Ok(lines) => lines,
        Err(problems) => return told(&problems),
    };
    let draft = CHINESE.with(|chinese| wagepact::sketch::written(&lines, |message| chinese.say(message)));
    // A heading `…` says that someone has to decide; of a table that is none, nothing is drafted.
    let is_open = draft.contains('…') || !draft.lines().any(|line| line.starts_with('['));
    match Map::read(&desk.write("map.toml", draft.as_bytes())) {
        Ok(_) => {}
        Err(problems) => {
            told(&problems);
            assert!(is_open, "{draft}\n{problems:?}");
        }
    }
}
