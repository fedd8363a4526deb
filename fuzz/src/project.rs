//! A project file, and months as they are typed: refused with what is wrong in them, or read.

use wagepact::project::{Pattern, Project, months};
use wagepact::units::Month;

use super::desk::{Desk, told};

pub fn holds(bytes: &[u8]) {
    let (_desk, path) = Desk::with("wagepact.toml", bytes);
    match Project::read(&path) {
        Ok(project) => {
            for entry in &project.entries {
                // None of the places of a pattern is left over.
                let pattern = Pattern(entry.text.to_string());
                if pattern.unknown_place().is_none() {
                    let filled = pattern.in_month(Some(Month { year: 2022, month: 5 }));
                    assert!(!Pattern(filled.clone()).is_of_month(), "{filled:?}");
                }
            }
        }
        Err(problems) => told(&problems),
    }
    if let Some(Ok(asked)) = std::str::from_utf8(bytes).ok().and_then(months) {
        assert!(asked.each().all(|month| asked.contains(month)), "{asked:?}");
        let again = months(&asked.to_string());
        assert_eq!(again.map(|again| again.map(|asked| asked.to_string())), Some(Ok(asked.to_string())));
    }
}
