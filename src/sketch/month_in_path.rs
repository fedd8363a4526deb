//! Which month the path of a file names, and the path with places in the month's stead: `2026-10/派件.xlsx` is `{month}/派件.xlsx`.

use std::ops::RangeInclusive;

/// A path with places for the month that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// The path, with `{month}`, `{year}`, `{mm}` and `{m}`, and `??` where it names a day.
    pub pattern: String,
    /// The year that it names.
    pub year: Option<u16>,
    /// The month that it names.
    pub month: Option<u16>,
}

/// What may stand between the year and the month.
const BETWEEN: [&str; 6] = ["-", "_", ".", "年", "/", ""];

/// The years that are taken for one.
const YEARS: RangeInclusive<u16> = 1990..=2100;

/// What a text begins with: the place for it, what it names, and the rest of the text.
struct Found<'t> {
    place: String,
    year: Option<u16>,
    month: Option<u16>,
    rest: &'t str,
}

impl Placed {
    /// Finds the months in a path whose folders are parted by `/`. A second month, unlike the first, is left as it stands.
    pub(super) fn of(path: &str) -> Self {
        let mut placed = Self::default();
        let mut rest = path;
        while let Some(letter) = rest.chars().next() {
            let is_apart = !placed.pattern.ends_with(|before: char| before.is_ascii_digit());
            let found = is_apart.then(|| with_year(rest).or_else(|| without_year(rest))).flatten();
            if let Some(found) = found.filter(|found| placed.agrees(found)) {
                placed.pattern.push_str(&found.place);
                (placed.year, placed.month) = (placed.year.or(found.year), placed.month.or(found.month));
                rest = found.rest;
            } else {
                placed.pattern.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
        placed
    }

    fn agrees(&self, found: &Found<'_>) -> bool {
        let same =
            |known: Option<u16>, found: Option<u16>| known.zip(found).is_none_or(|(known, found)| known == found);
        same(self.year, found.year) && same(self.month, found.month)
    }
}

/// `2026-10`, `202610`, `2026年10月`, `2026/10`, each perhaps with a day; `2026` alone.
fn with_year(text: &str) -> Option<Found<'_>> {
    let (figures, _) = parted(text);
    let year = figures.get(..4)?.parse().ok().filter(|year| YEARS.contains(year))?;
    let between = BETWEEN.into_iter().find(|between| text[4..].starts_with(between))?;
    let (figures, behind) = parted(&text[4 + between.len()..]);
    let (month, day) = if between.is_empty() { figures.split_at_checked(2)? } else { (figures, "") };
    let number = month.parse().ok().filter(|number| (1..=12).contains(number));
    let (Some(number), true, true) = (number, month.len() <= 2, matches!(day.len(), 0 | 2)) else {
        return (figures.is_empty() || !between.is_empty()).then(|| Found {
            place: "{year}".to_string(),
            year: Some(year),
            month: None,
            rest: &text[4..],
        });
    };
    let mut place = match between {
        "-" if month.len() == 2 => "{month}".to_string(),
        _ => format!("{{year}}{between}{}", place_of(month, behind)),
    };
    place.push_str(if day.is_empty() { "" } else { "??" });
    let mut rest = behind;
    let sign = if between == "年" { "月" } else { between };
    if let Some(after) = behind.strip_prefix(sign).filter(|_| !matches!(sign, "" | "/"))
        && let (day, after) = parted(after)
        && day.len() == 2
    {
        place.extend([sign, "??"]);
        rest = after;
    }
    Some(Found { place, year: Some(year), month: Some(number), rest })
}

/// `10月`.
fn without_year(text: &str) -> Option<Found<'_>> {
    let (figures, rest) = parted(text);
    let number = figures.parse().ok().filter(|number| figures.len() <= 2 && (1..=12).contains(number))?;
    rest.starts_with('月').then(|| Found {
        place: place_of(figures, rest).to_string(),
        year: None,
        month: Some(number),
        rest,
    })
}

/// The place for a month: before 月 people write no zero, so that 10月 is followed by 1月.
fn place_of(figures: &str, behind: &str) -> &'static str {
    let has_zero = figures.starts_with('0') || (figures.len() == 2 && !behind.starts_with('月'));
    if has_zero { "{mm}" } else { "{m}" }
}

/// The figures that a text begins with, and the rest.
fn parted(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_any_writing_become_places() {
        let cases = [
            ("2026-10/派件.xlsx", "{month}/派件.xlsx", Some(2026), Some(10)),
            ("202610/派件1.csv", "{year}{mm}/派件1.csv", Some(2026), Some(10)),
            ("2026年9月/工资表.xlsx#9月", "{year}年{m}月/工资表.xlsx#{m}月", Some(2026), Some(9)),
            ("2026年10月工资表.xlsx", "{year}年{m}月工资表.xlsx", Some(2026), Some(10)),
            ("2026/10/log.csv", "{year}/{mm}/log.csv", Some(2026), Some(10)),
            ("2026/10月/log.csv", "{year}/{m}月/log.csv", Some(2026), Some(10)),
            ("10月/log.csv", "{m}月/log.csv", None, Some(10)),
            ("09月/log.csv", "{mm}月/log.csv", None, Some(9)),
            ("派件_20261001-20261031.csv", "派件_{year}{mm}??-{year}{mm}??.csv", Some(2026), Some(10)),
            ("log 2026-10-31.csv", "log {month}-??.csv", Some(2026), Some(10)),
            ("花名册2026.xlsx", "花名册{year}.xlsx", Some(2026), None),
            ("花名册.xlsx", "花名册.xlsx", None, None),
            ("2026-10/2026-11发放.xlsx", "{month}/2026-11发放.xlsx", Some(2026), Some(10)),
            ("单号20269913.csv", "单号20269913.csv", None, None),
            ("13月/A1234567.csv", "13月/A1234567.csv", None, None),
        ];
        for (path, pattern, year, month) in cases {
            let placed = Placed::of(path);
            assert_eq!((placed.pattern.as_str(), placed.year, placed.month), (pattern, year, month), "{path}");
        }
    }
}
