//! The nearest spelling: what a word that is not known was probably meant to be.

/// So many letters are enough to know a word by its beginning.
const BEGUN: usize = 4;

/// Of the known words, the one that a typing slip may have turned into `word`, or that begins with it; `None` where none is near.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let slips = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (candidate.to_lowercase(), candidate))
        .map(|(known, candidate)| (strsim::damerau_levenshtein(&word, &known), known.starts_with(&word), candidate))
        .filter(|(distance, begun, candidate)| {
            (*begun && word.chars().count() >= BEGUN) || (*distance <= slips && *distance < candidate.chars().count())
        })
        .map(|(distance, _, candidate)| (distance, candidate))
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
        assert_eq!(nearest("other", known), Some("otherwise"));
        assert_eq!(nearest("wage", known), None);
        assert_eq!(nearest("x", ["y"]), None);
    }
}
