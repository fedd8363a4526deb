//! The cells of a terminal: how texts are cut, of which a Chinese character takes two, how long bars are, and how both look.

use ratatui::style::{Color, Modifier, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub(crate) const PLAIN: Style = Style::new();
pub(crate) const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
pub(crate) const FAINT: Style = Style::new().add_modifier(Modifier::DIM);
pub(crate) const TURNED: Style = Style::new().add_modifier(Modifier::REVERSED);
/// What is wrong: a state that cannot be computed, a budget that is passed.
pub(crate) const WRONG: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
/// What belongs to each of the two proposals. Colours only tell what stands there in words too.
pub(crate) const OF_SIDE: [Style; 2] = [Style::new().fg(Color::Cyan), Style::new().fg(Color::Magenta)];

/// A text that takes at most so many cells, with … where it is cut.
pub(crate) fn cut(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_string();
    }
    let mut kept = String::new();
    let mut taken = 1;
    for character in text.chars() {
        taken += character.width().unwrap_or(0);
        if taken > cells {
            break;
        }
        kept.push(character);
    }
    kept.push('…');
    kept
}

/// A bar of so many parts of a whole that fills `cells`; anything above nothing shows.
pub(crate) fn bar(part: u128, whole: u128, cells: usize) -> usize {
    let full = part * cells as u128;
    let parts = full.checked_div(whole).unwrap_or(0);
    usize::try_from(parts).unwrap_or(cells).max(usize::from(part > 0)).min(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_cells() {
        assert_eq!(cut("派送计件单价", 7), "派送计…");
        assert_eq!(cut("派送计件单价", 8), "派送计…");
        assert_eq!(cut("派送", 4), "派送");
    }

    #[test]
    fn a_little_is_seen() {
        assert_eq!((bar(0, 9, 8), bar(1, 999, 8), bar(9, 9, 8), bar(5, 0, 8)), (0, 1, 8, 1));
    }
}
