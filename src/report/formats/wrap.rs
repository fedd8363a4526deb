//! Text broken into lines of a terminal: at spaces, and between Chinese characters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What must not begin a line.
const CLOSING: &str = "，。、；：！？）》」』”’…,.;:!?)]}%";
/// What must not end one.
const OPENING: &str = "（《「『“‘([{";

/// How many cells of a terminal a text takes: a Chinese character takes two.
#[must_use]
pub fn cells(text: &str) -> usize {
    text.width()
}

/// Breaks a text into lines of at most `width` cells. A piece that has no place to break is left whole.
#[must_use]
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && cells(&line) + cells(piece.trim_end()) > width {
            lines.push(line.trim_end().to_string());
            line.clear();
        }
        line.push_str(piece);
    }
    lines.push(line.trim_end().to_string());
    lines
}

/// The pieces between which a line may be broken, one after the other.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for ((_, before), (at, after)) in text.char_indices().zip(text.char_indices().skip(1)) {
        let wide = |character: char| character.width() == Some(2);
        let may = after != ' ' && (before == ' ' || wide(before) || wide(after));
        if may && !CLOSING.contains(after) && !OPENING.contains(before) {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_at_spaces_and_between_chinese_characters() {
        assert_eq!(lines("what each courier is due", 10), ["what each", "courier is", "due"]);
        // five characters of two cells each fill ten
        assert_eq!(lines("派件员按实际，派送件数", 10), ["派件员按实", "际，派送件", "数"]);
        // the comma does not begin a line: it takes the character before it along
        assert_eq!(lines("按实际派送，件数", 10), ["按实际派", "送，件数"]);
        assert_eq!(lines("第 3 条 delivery 规则", 12), ["第 3 条", "delivery 规", "则"]);
        assert_eq!(lines("unbreakable", 4), ["unbreakable"]);
        assert_eq!(lines("", 4), [""]);
    }
}
