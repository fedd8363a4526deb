//! The command as it was typed, so that a shell takes it once more: without secrets, and without what redaction hides.

use std::ffi::{OsStr, OsString};

use crate::agreement::library;

/// What stands in place of a word that is not shown.
const HIDDEN: &str = "…";

/// The flag whose value is a secret.
const SALT: &str = "--salt";

/// The flags of `check` whose values tell nothing of a person; those of the first kind take none.
const ALONE: &[&str] = &["-q", "--quiet", "--bom", "--provenance", "--how", "--redact"];
const TOLD: &[&str] = &[
    "-a",
    "--agreement",
    "-f",
    "--format",
    "--lang",
    "--headings",
    "--from",
    "--until",
    "--month",
    "--rate",
    "--by",
    "--only",
    "--skip",
    "--deny",
];

/// The command in one line.
///
/// A salt is never shown. Redacted, nothing is shown but what is known to be harmless: neither the files, whose names may be
/// people's, nor any word that is not known here.
pub(super) fn command(typed: &[OsString], redacted: bool) -> String {
    let words = typed.iter().skip(1).map(OsString::as_os_str);
    let words = if redacted { redact(words, true) } else { without_salt(words) };
    ["wagepact".to_string()].into_iter().chain(words).collect::<Vec<_>>().join(" ")
}

/// What was added to a command, in one line, as [`command`] shows it.
pub(super) fn added(words: &[OsString], redacted: bool) -> String {
    let words = words.iter().map(OsString::as_os_str);
    let words = if redacted { redact(words, false) } else { without_salt(words) };
    words.join(" ")
}

fn without_salt<'a>(words: impl Iterator<Item = &'a OsStr>) -> Vec<String> {
    let (mut shown, mut secret, mut flags) = (Vec::new(), false, true);
    for word in words {
        let with_value =
            word.to_str().is_some_and(|word| word.strip_prefix(SALT).is_some_and(|rest| rest.starts_with('=')));
        shown.push(match () {
            () if secret => HIDDEN.to_string(),
            () if flags && with_value => format!("{SALT}={HIDDEN}"),
            () => quoted(word),
        });
        secret = flags && !secret && word == SALT;
        flags = flags && word != "--";
    }
    shown
}

/// The words without what may tell of a person; the first of a command is its name.
fn redact<'a>(words: impl Iterator<Item = &'a OsStr>, is_command: bool) -> Vec<String> {
    let mut shown = Vec::new();
    let (mut told, mut last) = (None, "");
    for (number, word) in words.enumerate() {
        let text = word.to_str().unwrap_or_default();
        let (flag, value) = text.split_once('=').map_or((text, None), |(flag, value)| (flag, Some(value)));
        shown.push(match told.take() {
            Some(true) => agreement_or(word, last, || quoted(word)),
            None if (number == 0 && is_command) || ALONE.contains(&text) => quoted(word),
            None if TOLD.contains(&flag) && flag.starts_with("--") && value.is_some() => {
                let value = OsStr::new(value.unwrap_or_default());
                agreement_or(value, flag, || quoted(word)).replacen(HIDDEN, &format!("{flag}={HIDDEN}"), 1)
            }
            None if TOLD.contains(&text) => {
                (told, last) = (Some(true), text);
                quoted(word)
            }
            None if flag.starts_with("--") && value.is_some() => format!("{flag}={HIDDEN}"),
            None if flag.len() > 2 && flag.starts_with("--") => {
                told = Some(false);
                quoted(word)
            }
            Some(false) | None => HIDDEN.to_string(),
        });
    }
    shown
}

/// The value of a flag; of an agreement that is no built-in one nothing: its path may be somebody's.
fn agreement_or(value: &OsStr, flag: &str, shown: impl FnOnce() -> String) -> String {
    let is_agreement = matches!(flag, "-a" | "--agreement");
    let is_built_in = value.to_str().is_some_and(|name| library::shipped().contains(&name));
    if is_agreement && !is_built_in { HIDDEN.to_string() } else { shown() }
}

/// A word as a shell takes it: where it can be, in double quotes, which the command prompt of Windows understands too.
fn quoted(word: &OsStr) -> String {
    let is_divider = |character: char| cfg!(windows) && character == '\\';
    let plain =
        |character: char| character.is_alphanumeric() || "-_./,:=+@%".contains(character) || is_divider(character);
    let literal = |character: char| !(character.is_control() || "\"$`\\!".contains(character)) || is_divider(character);
    match word.to_str() {
        Some(text) if !text.is_empty() && text.chars().all(plain) && !text.starts_with('=') => text.to_string(),
        Some(text) if text.chars().all(literal) => format!("\"{text}\""),
        Some(text) if !text.contains(char::is_control) => {
            shlex::try_quote(text).expect("a word has no end inside it").into_owned()
        }
        _ => escaped(word.as_encoded_bytes()),
    }
}

/// A word of which not every byte can be printed, as bash and zsh take it: `$'…'`.
fn escaped(bytes: &[u8]) -> String {
    let escaped = |byte: &u8| match byte {
        b'\'' | b'\\' => format!("\\{}", char::from(*byte)),
        b' '..=b'~' => char::from(*byte).to_string(),
        other => format!("\\x{other:02x}"),
    };
    format!("$'{}'", bytes.iter().map(escaped).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(words: &[&str], redacted: bool) -> String {
        let words: Vec<OsString> = ["target/debug/wagepact"].iter().chain(words).map(OsString::from).collect();
        command(&words, redacted)
    }

    #[test]
    fn a_shell_takes_it_once_more() {
        let line = shown(&["cost", "五月.csv", "-a", "x", "--change", "delivery +0.10", "--rate=delivery=0.80"], false);
        assert_eq!(line, "wagepact cost 五月.csv -a x --change \"delivery +0.10\" --rate=delivery=0.80");
        assert_eq!(
            shown(&["pay", "it's.csv", "", "$HOME", "a*", "=x"], false),
            r#"wagepact pay "it's.csv" "" '$HOME' "a*" "=x""#
        );
        // both signs, and what a shell would take for more than letters
        let odd = ["pay", "it's $5.csv", "say \"hi\"", "C:\\x", "a!b", "~", "#1", "五 月.csv", "a;b", "`x`"];
        let line = shown(&odd, false);
        assert_eq!(shlex::split(&line).unwrap()[1..], odd, "{line}");
        assert_eq!(shown(&["pay", "a\nb'.csv"], false), r"wagepact pay $'a\x0ab\'.csv'");
    }

    #[test]
    fn a_salt_is_not_shown() {
        assert_eq!(shown(&["check", "--salt", "s3cret", "l.csv"], false), "wagepact check --salt … l.csv");
        assert_eq!(shown(&["check", "--salt=s3cret"], false), "wagepact check --salt=…");
        // a file, not a flag
        assert_eq!(shown(&["check", "--", "--salt", "l.csv"], false), "wagepact check -- --salt l.csv");
        // a salt that looks like the flag
        assert_eq!(shown(&["check", "--salt", "--salt", "l.csv"], false), "wagepact check --salt … l.csv");
    }

    #[test]
    fn redacted_only_what_is_harmless_is_shown() {
        let words = [
            "check",
            "王小明.csv",
            "-a",
            "anji-courier",
            "--agreement=x.toml",
            "--register",
            "r.csv",
            "--protected=p.csv",
            "-o",
            "out.csv",
            "-oglued.csv",
            "--redact",
            "--salt",
            "s",
            "--only",
            "underpaid",
            "-q",
            "--unknown",
            "-a",
            "--",
            "k.csv",
        ];
        assert_eq!(
            shown(&words, true),
            "wagepact check … -a anji-courier --agreement=… --register … --protected=… … … … --redact --salt … \
             --only underpaid -q --unknown … … …"
        );
    }
}
