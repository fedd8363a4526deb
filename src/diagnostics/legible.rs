//! Text as it may be shown: without the characters that a terminal obeys, and without those that nobody sees and that turn a line
//! round.

use std::borrow::Cow;

/// What stands for a character that is not shown.
const SIGN: char = '\u{fffd}';

/// A text on one line, with a sign for each control and each mark that nobody sees.
#[must_use]
pub fn legible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let shown = |character: char| match character {
        '\n' | '\t' | '\r' => ' ',
        other if is_unseen(other) => SIGN,
        other => other,
    };
    Cow::Owned(text.trim_end_matches(['\n', '\r']).replace("\r\n", "\n").chars().map(shown).collect())
}

/// Controls, joiners, marks of direction and of the order of bytes: nobody sees them, and they make another text of it.
#[must_use]
pub fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_terminal_obeys_it_and_no_line_turns_round() {
        assert_eq!(legible("签收\u{1b}[31m"), "签收\u{fffd}[31m");
        assert_eq!(legible("a\u{202e}b\u{200b}c\u{2067}\u{9b}"), "a\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}");
        assert_eq!(legible("one\r\ntwo\tthree\n"), "one two three");
        assert!(matches!(legible("张 三, c1"), Cow::Borrowed(_)));
    }
}
