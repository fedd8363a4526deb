//! Arguments in single quotes, which the command prompt of Windows hands on as they are: `'delivery +0.10'` arrives as two words.

use std::ffi::OsString;

/// The arguments as a shell would have handed them on: words from one that begins with a `'` to one that ends with it are one, without these
/// signs. A `'` that is never closed, as before an id from a spreadsheet, stays.
#[must_use]
pub fn joined(typed: &[OsString]) -> Vec<OsString> {
    let mut words = Vec::with_capacity(typed.len());
    let mut rest = typed;
    while let Some((first, others)) = rest.split_first() {
        let quoted = length(rest).and_then(|length| Some((length, inside(&rest[..length])?)));
        if let Some((length, word)) = quoted {
            words.push(word.into());
            rest = &rest[length..];
        } else {
            words.push(first.clone());
            rest = others;
        }
    }
    words
}

/// How many words there are from an opening sign to its closing one; `None` where no such sign opens here or none closes it.
fn length(words: &[OsString]) -> Option<usize> {
    let opening = words.first()?.to_str()?;
    let begins = opening.starts_with('\'') || opening.contains("='");
    let closes = |(at, word): (usize, &OsString)| {
        let text = word.to_str()?;
        // A sign alone opens and cannot close itself.
        (text.ends_with('\'') && (at > 0 || opening.matches('\'').count() > 1)).then_some(at + 1)
    };
    words.iter().enumerate().find_map(closes).filter(|_| begins)
}

/// The words as one, without the signs at their ends; a flag may stand before the first, as in `--change='delivery +0.10'`.
fn inside(words: &[OsString]) -> Option<String> {
    let whole = words.iter().map(|word| word.to_str()).collect::<Option<Vec<_>>>()?.join(" ");
    let (before, quoted) = whole.split_once('\'')?;
    Some(format!("{before}{}", quoted.strip_suffix('\'')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &[&str]) -> Vec<String> {
        let joined = joined(&typed.iter().map(OsString::from).collect::<Vec<_>>());
        joined.into_iter().map(|word| word.into_string().unwrap()).collect()
    }

    #[test]
    fn what_stands_between_two_signs_is_one_word() {
        assert_eq!(words(&["--change", "'delivery", "+0.10'", "-q"]), ["--change", "delivery +0.10", "-q"]);
        assert_eq!(words(&["--change='delivery", "+0.10'"]), ["--change=delivery +0.10"]);
        assert_eq!(words(&["'工资/*.xlsx'", "'a'"]), ["工资/*.xlsx", "a"]);
        assert_eq!(words(&["''"]), [""]);
    }

    #[test]
    fn a_sign_that_is_never_closed_stays() {
        assert_eq!(words(&["explain", "'0571", "log.csv"]), ["explain", "'0571", "log.csv"]);
        assert_eq!(words(&["it's.csv", "couriers'"]), ["it's.csv", "couriers'"]);
        assert_eq!(words(&["'"]), ["'"]);
    }
}
