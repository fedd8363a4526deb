//! Names and ids that people write in several ways: with spaces, at full width, in capitals, with zeros before a number.

/// A name without its spaces, its width and its case.
#[must_use]
pub fn name(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    };
    text.chars().map(narrow).filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// An id without its width, its case and the zeros before it.
#[must_use]
pub fn id(text: &str) -> String {
    let name = name(text);
    let kept = name.trim_start_matches('0');
    if kept.is_empty() { name } else { kept.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_in_several_ways_is_one() {
        assert_eq!(name(" 张\u{3000}三 "), "张三");
        assert_eq!((name("Ｌi Ming").as_str(), name("liming").as_str()), ("liming", "liming"));
        assert_eq!((id("0571").as_str(), id("571").as_str(), id("０５７１").as_str()), ("571", "571", "571"));
        assert_eq!((id("C1"), id("000"), id("c01")), ("c1".into(), "000".into(), "c01".into()));
    }
}
