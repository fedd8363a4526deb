//! Everything that is wrong with the input, said in the language of the reader, each with its place and its remedy.

use crate::diagnostics::excerpt::ExcerptWords;
use crate::diagnostics::{Message, Place, Problem, excerpt};
use crate::report::Catalogue;

/// Draws all problems one after the other, parted by an empty line: a clerk with 40 wrong rows needs all 40.
#[must_use]
pub fn problems(problems: &[Problem], catalogue: &Catalogue, colour: bool) -> String {
    let (level, help) = (catalogue.say(&Message::new("report-error")), catalogue.say(&Message::new("report-help")));
    let drawn = |problem: &Problem| {
        let (title, remedy) = (catalogue.say(&problem.message), catalogue.remedy(&problem.message));
        let words = ExcerptWords { level: &level, title: &title, remedy: remedy.as_deref(), help: &help };
        let places: Vec<&Place> = problem.place.iter().map(AsRef::as_ref).chain(&problem.also).collect();
        excerpt::draw(&words, &places, colour)
    };
    problems.iter().map(drawn).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::Language;

    fn said(problem: Problem, language: Language) -> String {
        problems(&[problem], &Catalogue::new(language), false)
    }

    fn row(line: &str, meant: &str) -> Problem {
        let start = line.find(meant).unwrap();
        let place = Place::in_line(&Arc::from("五月.csv"), 12, line, start..start + meant.len());
        Problem::new(Message::new("sheet-day").with("found", meant).with("column", "date")).at(place)
    }

    #[test]
    fn a_row_in_english_and_in_chinese() {
        // 王小明,申通, are 5 wide characters and 2 commas: the caret stands 12 cells to the right
        let problem = row("王小明,申通,2022-13-01", "2022-13-01");
        assert_eq!(
            said(problem.clone(), Language::En),
            "\
error: \"2022-13-01\" is not a day (column date)
  --> 五月.csv:12:8
   |
12 | 王小明,申通,2022-13-01
   |             ^^^^^^^^^^
   |
   = help: write the day as 2022-05-01
"
        );
        assert_eq!(
            said(problem, Language::Zh),
            "\
错误: “2022-13-01”不是日期（列：date）
  --> 五月.csv:12:8
   |
12 | 王小明,申通,2022-13-01
   |             ^^^^^^^^^^
   |
   = 办法: 日期写作 2022-05-01
"
        );
    }

    #[test]
    fn what_has_no_place() {
        assert_eq!(
            said(Problem::new(Message::new("input-is-a-folder").with("file", "logs")), Language::En),
            "error: \"logs\" is a folder, not a file\n |\n = help: name the file inside it\n"
        );
    }
}
