//! Text broken into lines of a terminal: at spaces, and between Chinese characters where their punctuation allows it.

use std::borrow::Cow;

use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// How many cells of a terminal a text takes: a Chinese character takes two.
#[must_use]
pub fn cells(text: &str) -> usize {
    display_width(text)
}

/// Breaks a text into lines of at most `width` cells. A piece that has no place to break is left whole.
#[must_use]
pub fn lines(text: &str, width: usize) -> Vec<String> {
    hanging(text, width, 0)
}

/// The same with all lines but the first so many cells to the right.
#[must_use]
pub fn hanging(text: &str, width: usize, indent: usize) -> Vec<String> {
    broken(text, width, indent, WordSeparator::UnicodeBreakProperties)
}

/// The same broken at spaces only, so that no `<FILE>` of a command comes apart.
#[must_use]
pub fn of_command(text: &str, width: usize, indent: usize) -> Vec<String> {
    broken(text, width, indent, WordSeparator::AsciiSpace)
}

fn broken(text: &str, width: usize, indent: usize, words: WordSeparator) -> Vec<String> {
    let indent = " ".repeat(indent);
    let options = Options::new(width)
        .subsequent_indent(&indent)
        .word_separator(words)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .break_words(false);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
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
        assert_eq!(lines("give --may-lower", 8), ["give", "--may-lower"]);
        assert_eq!(lines("", 4), [""]);
        assert_eq!(of_command("wagepact pay <派件记录>...", 20, 2), ["wagepact pay", "  <派件记录>..."]);
        assert_eq!(hanging("按实际派送，件数", 10, 2), ["按实际派", "  送，件数"]);
    }
}
