//! Ranges of numbers as a `where` names them: `> 4`, `<= 10`, `4..10`.

use std::fmt;

use crate::units::{Decimal, money};

/// The numbers between two ends, each of which may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// The lower end, and whether it is inside.
    pub from: Option<(Decimal, bool)>,
    /// The upper end, and whether it is inside.
    pub until: Option<(Decimal, bool)>,
}

impl Interval {
    /// Reads `> 4`, `>= 4`, `< 4`, `<= 4` or `4..10`, both ends of which are inside; `None`: it is not written as a range.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let number = |digits: &str| money::parse(digits.trim());
        if let Some((from, until)) = text.split_once("..") {
            let (from, until) = (number(from)?, number(until)?);
            return (from <= until).then_some(Self { from: Some((from, true)), until: Some((until, true)) });
        }
        let inside = text.contains('=');
        let digits = text.trim_start_matches(['<', '>']);
        let bound = number(digits.strip_prefix('=').unwrap_or(digits))?;
        let bound = Some((bound, inside));
        match text.as_bytes().first()? {
            b'>' => Some(Self { from: bound, until: None }),
            b'<' => Some(Self { from: None, until: bound }),
            _ => None,
        }
    }

    /// Reads a range, or a number, which is the range of it alone.
    #[must_use]
    pub fn parse_or_number(text: &str) -> Option<Self> {
        let only = || money::parse(text.trim()).map(|number| Some((number, true)));
        Self::parse(text).or_else(|| only().map(|end| Self { from: end, until: end }))
    }

    /// Whether a text means to be a range, be it a readable one or not.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        text.trim_start().starts_with(['<', '>']) || text.contains("..")
    }

    /// Whether a number lies in it.
    #[must_use]
    pub fn contains(self, number: Decimal) -> bool {
        self.from.is_none_or(|(from, inside)| number > from || inside && number == from)
            && self.until.is_none_or(|(until, inside)| number < until || inside && number == until)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |inside: bool| if inside { "=" } else { "" };
        match (self.from, self.until) {
            (Some((from, _)), Some((until, _))) if from == until => write!(out, "= {from}"),
            (Some((from, _)), Some((until, _))) => write!(out, "{from}..{until}"),
            (Some((from, inside)), None) => write!(out, ">{} {from}", sign(inside)),
            (None, Some((until, inside))) => write!(out, "<{} {until}", sign(inside)),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_inside_where_they_say_so() {
        let holds = |range: &str, number: &str| Interval::parse(range).unwrap().contains(money::parse(number).unwrap());
        assert!(holds("> 4", "4.001") && !holds("> 4", "4"));
        assert!(holds(">=4", "4") && holds("<= 4", "4") && !holds("<4", "4"));
        assert!(holds("4..10", "4") && holds("4 .. 10", "10") && !holds("4..10", "10.1"));
        for text in ["", "4", "> x", "10..4", "..4", ">"] {
            assert_eq!(Interval::parse(text), None, "{text}");
        }
        assert_eq!(Interval::parse(">= 0.50").unwrap().to_string(), ">= 0.50");
    }
}
