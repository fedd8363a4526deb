//! The nearest spelling: what a word that is not known was probably meant to be.

/// Of the known words, the one that a typing slip may have turned into `word`; `None` where none is near.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let slips = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= slips && *distance < candidate.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_near_and_another_word_is_not() {
        let known = ["clause", "text", "source", "otherwise"];
        assert_eq!(nearest("clausee", known), Some("clause"));
        assert_eq!(nearest("otherwsie", known), Some("otherwise"));
        assert_eq!(nearest("wage", known), None);
        assert_eq!(nearest("x", ["y"]), None);
    }
}
