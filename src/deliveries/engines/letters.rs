//! The letters of `strftime` as a regular expression that reads what is written in them.

use std::fmt::Write;

use crate::tables::map::format::Fill;

/// How a moment is read: what it looks like, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// A regular expression over the whole text.
    pub regex: String,
    /// Year, month and day, and the time after a space, made of the groups of the expression: `$1-$2-$3 $4:$5:$6`. The day
    /// is empty where only a time is written.
    pub replacement: String,
    /// Whether a distance from Greenwich is the last of it.
    pub has_offset: bool,
}

const SPACES: &str = "[ \\t\\n\\f\\r]*";

/// What has to be known of a moment, in the order in which it comes to be written.
const PARTS: [char; 7] = ['Y', 'm', 'd', 'H', 'M', 'S', 'z'];

/// The form of a pattern; `None` where a letter of it has none here: names of months, halves of the day, weeks.
pub(super) fn form(pattern: &str, greenwich: bool, fill: Fill) -> Option<Form> {
    let pattern = if greenwich { pattern.strip_suffix('Z')? } else { pattern };
    let mut regex = String::from("^");
    let mut groups: Vec<char> = Vec::new();
    let letters = spelled_out(pattern);
    for (at, letter) in letters.iter().enumerate() {
        let Letter::Part(part) = letter else {
            letter.write(&mut regex);
            continue;
        };
        if groups.contains(part) {
            return None;
        }
        groups.push(*part);
        // Digits that digits follow are all written.
        let is_last = !matches!(letters.get(at + 1), Some(Letter::Part(_) | Letter::Fraction));
        regex.push_str(&number(*part, is_last));
    }
    if letters.contains(&Letter::Unknown) {
        return None;
    }
    regex.push_str(if greenwich { "Z\\z" } else { "\\z" });
    let given = |part: char| groups.iter().position(|group| *group == part).map(|at| format!("${}", at + 1));
    let filled = |part: char, fill: Option<String>| given(part).or(fill);
    let day = [
        filled('Y', fill.year.map(|year| year.to_string())),
        filled('m', fill.month.map(|month| month.to_string())),
        filled('d', fill.day.map(|day| day.to_string())),
    ];
    let mut replacement = match day {
        [Some(year), Some(month), Some(day)] => format!("{year}-{month}-{day}"),
        _ => String::new(),
    };
    if let Some(hour) = given('H') {
        let part = |part: char| given(part).unwrap_or_else(|| "00".to_string());
        let _ = write!(replacement, " {hour}:{}:{}", part('M'), part('S'));
    }
    let offset = if greenwich { Some("+00:00".to_string()) } else { given('z') };
    replacement.push_str(offset.as_deref().unwrap_or_default());
    Some(Form { regex, replacement, has_offset: offset.is_some() })
}

/// One thing that a pattern asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letter {
    /// One of [`PARTS`].
    Part(char),
    /// Parts of a second.
    Fraction,
    /// A point and parts of a second, or nothing.
    DotFraction,
    /// Any spaces.
    Space,
    /// This character.
    Itself(char),
    /// What is not read here.
    Unknown,
}

impl Letter {
    fn write(self, regex: &mut String) {
        match self {
            Self::Fraction => regex.push_str("[0-9]{1,9}"),
            Self::DotFraction => regex.push_str("(?:\\.[0-9]{1,9})?"),
            Self::Space => regex.push_str(SPACES),
            Self::Itself(character) => {
                if "\\.+*?()|[]{}^$".contains(character) {
                    regex.push('\\');
                }
                regex.push(character);
            }
            Self::Part(_) | Self::Unknown => {}
        }
    }
}

fn spelled_out(pattern: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut rest = pattern.chars();
    while let Some(character) = rest.next() {
        match character {
            '%' => {}
            _ if character.is_ascii_whitespace() => {
                letters.push(Letter::Space);
                continue;
            }
            _ => {
                letters.push(Letter::Itself(character));
                continue;
            }
        }
        match rest.next() {
            Some('F') => letters.extend(spelled_out("%Y-%m-%d")),
            Some('T') => letters.extend(spelled_out("%H:%M:%S")),
            Some('R') => letters.extend(spelled_out("%H:%M")),
            Some('e') => letters.push(Letter::Part('d')),
            Some('k') => letters.push(Letter::Part('H')),
            Some('f' | 'N') => letters.push(Letter::Fraction),
            Some('n' | 't') => letters.push(Letter::Space),
            Some('%') => letters.push(Letter::Itself('%')),
            Some('.') if rest.as_str().starts_with('f') => {
                rest.next();
                letters.push(Letter::DotFraction);
            }
            Some(':') if rest.as_str().starts_with('z') => {
                rest.next();
                letters.push(Letter::Part('z'));
            }
            Some(part) if PARTS.contains(&part) => letters.push(Letter::Part(part)),
            _ => letters.push(Letter::Unknown),
        }
    }
    letters
}

/// The digits of a part, as a group; leading zeros may be left out where no digit follows.
fn number(part: char, is_last: bool) -> String {
    let zero = if is_last { "?" } else { "" };
    let digits = match part {
        'Y' => "\\+?((?:19|20|21)[0-9]{2})".to_string(),
        'm' => format!("(1[0-2]|0{zero}[1-9])"),
        'd' => format!("(3[01]|[12][0-9]|0{zero}[1-9])"),
        'H' => format!("(2[0-3]|[01]{zero}[0-9])"),
        'z' => return "([+-][0-9]{2}:?[0-9]{2})".to_string(),
        _ => format!("([0-5]{zero}[0-9])"),
    };
    format!("{SPACES}{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_written_is_filled_in() {
        let fill = Fill { year: Some(2022), ..Fill::default() };
        let form = form("%m-%d %H:%M", false, fill).unwrap();
        assert_eq!(form.replacement, "2022-$1-$2 $3:$4:00");
        assert!(!form.has_offset);
    }

    #[test]
    fn digits_that_follow_each_other_are_all_written() {
        let form = form("%Y%m%d", false, Fill::default()).unwrap();
        assert!(form.regex.contains("(1[0-2]|0[1-9])") && form.regex.contains("|0?[1-9])\\z"), "{}", form.regex);
        assert_eq!(form.replacement, "$1-$2-$3");
    }

    #[test]
    fn an_instant_keeps_its_offset() {
        let form_of = |pattern: &str, greenwich| form(pattern, greenwich, Fill::default()).unwrap();
        assert_eq!(form_of("%FT%T%:z", false).replacement, "$1-$2-$3 $4:$5:$6$7");
        let greenwich = form_of("%FT%TZ", true);
        assert_eq!(greenwich.replacement, "$1-$2-$3 $4:$5:$6+00:00");
        assert!(greenwich.regex.ends_with("Z\\z") && greenwich.has_offset);
    }

    #[test]
    fn letters_without_a_form_are_told() {
        for pattern in ["%b %d %Y", "%I:%M %p", "%Y-%j", "%Y-%Y", "%5Y"] {
            assert_eq!(form(pattern, false, Fill::default()), None, "{pattern}");
        }
    }
}
