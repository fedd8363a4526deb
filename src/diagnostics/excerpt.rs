//! The one drawer of excerpts: the line in question with a caret under what is meant.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use unicode_width::UnicodeWidthChar;

use crate::diagnostics::legible::is_unseen;
use crate::diagnostics::{Place, wrap};

/// The words that stand around an excerpt, in the language of the reader.
#[derive(Clone, Copy, Debug)]
pub struct ExcerptWords<'a> {
    /// What kind of remark: "error", "错误".
    pub level: &'a str,
    /// What is wrong.
    pub title: &'a str,
    /// What would be right.
    pub remedy: Option<&'a str>,
    /// What introduces the remedy: "help", "办法".
    pub help: &'a str,
}

/// The cells of a terminal that a drawing keeps to.
const WIDTH: usize = 80;

/// The cells of what a line begins with, beside its number.
const GUTTER: usize = 3;

/// What stands for a part of a line that is left out.
const LEFT_OUT: &str = "...";

/// Stands for the name of a file while a drawing is made: the drawer counts columns in the line as cut, people in the file.
/// No text contains it (U+FDD0 is no character).
const ORIGIN: char = '\u{fdd0}';

/// How a tab is drawn.
const TAB: &str = "    ";

/// Draws a remark as a compiler does: title, places, lines, carets, remedy. Ends with a line end. Colour only where asked.
///
/// A line that is too long for 80 columns is cut around what is meant; what a terminal would obey is shown as a sign.
#[must_use]
pub fn draw(words: &ExcerptWords<'_>, places: &[&Place], colour: bool) -> String {
    let title = within(words.title, WIDTH - cells(words.level) - ": ".len());
    let title = Level::ERROR.with_name(words.level).primary_title(title);
    let number = places.iter().map(|place| place.line.to_string().len()).max().unwrap_or_default();
    let width = WIDTH - GUTTER - number;
    let mut group = Group::with_title(title);
    let mut origins = Vec::new();
    for place in places {
        let (text, span) = cut(&place.text, place.span.clone(), width);
        let path = format!("{ORIGIN}{}", origins.len());
        let shown = format!("{path}:{}:{}", place.line, text[..span.start].chars().count() + 1);
        origins.push((shown, format!("{}:{}:{}", signs(&place.file), place.line, place.column)));
        let line = usize::try_from(place.line).unwrap_or(usize::MAX);
        let annotation = AnnotationKind::Primary.span(span);
        group = group.element(Snippet::source(text).path(path).line_start(line).annotation(annotation));
    }
    if let Some(remedy) = words.remedy {
        let remedy = within(remedy, width - cells(words.help) - ": ".len());
        group = group.element(Level::HELP.with_name(words.help).message(remedy));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    // lines are cut here, where the width of Chinese is known
    let drawn = renderer.term_width(usize::MAX >> 1).render(&[group]);
    origins.iter().fold(drawn, |drawn, (shown, meant)| drawn.replacen(shown, meant, 1)) + "\n"
}

/// A text in lines of at most `width` cells; a word or a command that has no space stays whole.
fn within(text: &str, width: usize) -> String {
    text.lines().map(signs).flat_map(|line| wrap::lines(&line, width)).collect::<Vec<_>>().join("\n")
}

/// The part of a line around `span` that takes at most `width` cells, and where the span is in it.
fn cut(text: &str, span: Range<usize>, width: usize) -> (String, Range<usize>) {
    let (before, meant, after) = (&text[..span.start], &text[span.clone()], &text[span.end..]);
    let (before, meant, after) = (signs(before), signs(meant), signs(after));
    if cells(&before) + cells(&meant) + cells(&after) <= width {
        let (start, end) = (before.len(), before.len() + meant.len());
        return (before + &meant + &after, start..end);
    }
    let room = width - 3 * LEFT_OUT.len();
    let meant = shortened(meant.chars(), room * 2 / 3, cells(&meant));
    let room = room.saturating_sub(cells(&meant));
    let less = cells(&before).min(room / 2);
    let right = shortened(after.chars(), room - less, cells(&after));
    let left = shortened(before.chars().rev(), room.saturating_sub(cells(&right)), cells(&before));
    let left: String = left.chars().rev().collect();
    let (start, end) = (left.len(), left.len() + meant.len());
    (left + &meant + &right, start..end)
}

/// The first characters that take at most `room` cells, and then, where that is not all, what stands for the rest.
fn shortened(characters: impl Iterator<Item = char>, room: usize, all: usize) -> String {
    let mut kept = String::new();
    let mut taken = 0;
    for character in characters {
        taken += character.width().unwrap_or_default();
        if taken > room {
            break;
        }
        kept.push(character);
    }
    if cells(&kept) < all { kept + LEFT_OUT } else { kept }
}

/// A text with a sign in place of each character that a terminal would obey.
fn signs(text: &str) -> String {
    let sign = |character: char| match character {
        '\t' => Cow::Borrowed(TAB),
        // U+2400 and those after it are the pictures of the control characters
        '\0'..'\u{20}' => Cow::Owned(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}').to_string()),
        other if is_unseen(other) || other == ORIGIN => Cow::Borrowed("\u{fffd}"),
        other => Cow::Owned(normalize_untrusted_str(other.encode_utf8(&mut [0; 4]))),
    };
    text.chars().map(sign).collect()
}

fn cells(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const WORDS: ExcerptWords<'_> = ExcerptWords { level: "error", title: "wrong", remedy: None, help: "help" };

    fn place(text: &str, meant: &str) -> Place {
        let start = text.find(meant).expect("the test marks a part of its line");
        Place::in_line(&Arc::from("log.csv"), 7, text, start..start + meant.len())
    }

    fn drawn(place: &Place) -> String {
        draw(&WORDS, &[place], false)
    }

    #[test]
    fn a_line_of_an_agreement() {
        let words = ExcerptWords { remedy: Some("write 0.80\nor less"), ..WORDS };
        assert_eq!(
            draw(&words, &[&place("  amount = \"x\"", "\"x\"")], false),
            "\
error: wrong
 --> log.csv:7:12
  |
7 |   amount = \"x\"
  |            ^^^
  |
  = help: write 0.80
          or less
"
        );
    }

    #[test]
    fn other_places_follow() {
        let first = place("id = \"a\"", "\"a\"");
        let second = Place { line: 120, ..first.clone() };
        let third = Place { file: Arc::from("b.toml"), ..first.clone() };
        assert_eq!(
            draw(&WORDS, &[&first, &second, &third], false),
            "\
error: wrong
   --> log.csv:7:6
    |
  7 | id = \"a\"
    |      ^^^
    |
   ::: log.csv:120:6
    |
120 | id = \"a\"
    |      ^^^
    |
   ::: b.toml:7:6
    |
  7 | id = \"a\"
    |      ^^^
"
        );
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_meant() {
        let line = format!("{},2022-13-01,{}", "运单号码".repeat(40), "abc,".repeat(80));
        // 160 characters and a comma stand before the date, so it is the 162nd of the line
        assert_eq!(
            drawn(&place(&line, "2022-13-01")),
            "\
error: wrong
 --> log.csv:7:162
  |
7 | ...运单号码运单号码运单号码,2022-13-01,abc,abc,abc,abc,abc,abc,abc,...
  |                             ^^^^^^^^^^
"
        );
        let end = format!("{}x", "abc,".repeat(80));
        let cut = drawn(&place(&end, "x"));
        assert!(cut.contains(",abc,abc,x\n") && cut.lines().all(|line| line.len() <= WIDTH), "{cut}");
        let long = "x".repeat(500);
        let cut = drawn(&place(&long, &long));
        assert!(cut.lines().all(|line| line.len() <= WIDTH), "{cut}");
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_a_sign() {
        assert_eq!(
            drawn(&place("a\tb\u{1b}[31m\u{9b}\u{202e}\r\u{7}x", "x")),
            "\
error: wrong
 --> log.csv:7:13
  |
7 | a    b␛[31m��␍␇x
  |                ^
"
        );
        let words = ExcerptWords { title: "\u{1b}[2J", remedy: Some("\u{9b}2J"), ..WORDS };
        let named = Place { file: Arc::from("\u{1b}c.csv"), ..place("x", "x") };
        assert!(!draw(&words, &[&named], false).contains(|c: char| c.is_control() && c != '\n'));
    }

    #[test]
    fn nothing_at_all_can_be_pointed_at() {
        assert!(drawn(&place("", "")).ends_with("7 |\n  | ^\n"));
        let end = Place::in_line(&Arc::from("log.csv"), 7, "a,b", 3..3);
        assert!(drawn(&end).ends_with("7 | a,b\n  |    ^\n"));
    }

    #[test]
    fn colour_only_where_it_is_asked_for() {
        let place = place("x", "x");
        assert!(draw(&WORDS, &[&place], true).contains('\u{1b}') && !drawn(&place).contains('\u{1b}'));
    }
}
