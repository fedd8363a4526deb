//! Names by patterns: `*` stands for any letters, `?` for one.

/// Whether a name fits a pattern, in which `*` stands for any letters and `?` for one.
pub(super) fn fits(pattern: &str, name: &str) -> bool {
    let Some(first) = pattern.chars().next() else { return name.is_empty() };
    let rest = &pattern[first.len_utf8()..];
    match first {
        '*' => fits(rest, name) || name.char_indices().any(|(at, letter)| fits(rest, &name[at + letter.len_utf8()..])),
        _ => name
            .chars()
            .next()
            .is_some_and(|letter| (first == '?' || first == letter) && fits(rest, &name[letter.len_utf8()..])),
    }
}

/// Whether a text is a pattern.
pub(super) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?'])
}
