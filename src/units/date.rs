//! Days, months, and spans of days.

use std::fmt;

pub use jiff::civil::Date;

/// The Monday on or before a day.
#[must_use]
pub fn monday(day: Date) -> Date {
    let since = day.weekday().to_monday_zero_offset();
    if since < day.day() {
        return Date::new(day.year(), day.month(), day.day() - since).unwrap_or(day);
    }
    (0..since).fold(day, |day, _| day.yesterday().unwrap_or(day))
}

/// The first Monday after a day.
#[must_use]
pub fn next_monday(day: Date) -> Date {
    let to = 7 - day.weekday().to_monday_zero_offset();
    (0..to).fold(day, |day, _| day.tomorrow().unwrap_or(day))
}

/// How many whole months have passed from one day to another: from the 15th to the 15th, or to the last day of a shorter month;
/// `None` where the second lies before the first.
#[must_use]
pub fn whole_months(from: Date, to: Date) -> Option<i32> {
    let months = Month::of(to).since(Month::of(from));
    let is_over = to.day() >= from.day().min(to.days_in_month());
    (from <= to).then_some(if is_over { months } else { months - 1 })
}

/// A calendar month, such as 2022-05.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year, such as 2022.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month that a day lies in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Date {
        Date::new(self.year, self.month, 1).expect("a month is made from a date")
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }

    /// How many days it has, 28 to 31.
    #[must_use]
    pub fn days(self) -> i8 {
        self.first().days_in_month()
    }

    /// Every day of it, in order.
    pub fn each_day(self) -> impl Iterator<Item = Date> {
        (1..=self.days()).map(move |day| Date::new(self.year, self.month, day).expect("a day of this month"))
    }

    /// How many months it lies after another.
    #[must_use]
    pub fn since(self, other: Self) -> i32 {
        (i32::from(self.year) - i32::from(other.year)) * 12 + i32::from(self.month) - i32::from(other.month)
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.month == 1 { Self { year: self.year - 1, month: 12 } } else { Self { month: self.month - 1, ..self } }
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 {
            Self { year: self.year + 1, month: 1 }
        } else {
            Self { year: self.year, month: self.month + 1 }
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

/// A span of days; an open end reaches as far as it is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The first day, where one is known.
    pub from: Option<Date>,
    /// The last day, where one is known.
    pub until: Option<Date>,
}

impl Term {
    /// Whether the day lies in it.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The days that lie in both, if there are any.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        let from = self.from.max(other.from); // `None` is the smallest
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        match (from, until) {
            (Some(from), Some(until)) if from > until => None,
            _ => Some(Self { from, until }),
        }
    }

    /// The months in which it has a day, in order; none where an end is open.
    pub fn months(self) -> impl Iterator<Item = Month> {
        let ends = self.from.zip(self.until).filter(|(from, until)| from <= until);
        let first = ends.map(|(from, _)| Month::of(from));
        let last = ends.map(|(_, until)| Month::of(until));
        std::iter::successors(first, |month| Some(month.next())).take_while(move |month| Some(*month) <= last)
    }

    /// Its first day, and the first day after it.
    pub fn change_dates(self) -> impl Iterator<Item = Date> {
        self.from.into_iter().chain(self.until.and_then(|until| until.tomorrow().ok()))
    }
}

/// The years in which work can have been done; anything else is a slip of the pen.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// The last day that can be written: in tables it stands for an end that is not known.
const LAST_DAY: Date = Date::constant(9999, 12, 31);

/// Reads a day: `2022-05-01`, also `2022/5/1`, `2022.5.1` and `2022年5月1日`. The year comes first, so none is ambiguous.
///
/// `None` where the text is anything else, or a day that the calendar does not have.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    parse_any_year(text).filter(|day| YEARS.contains(&day.year()))
}

/// Reads a day that may lie far ahead, up to the year 9999: the end of a contract, of a rate.
///
/// `None` as for [`parse`].
#[must_use]
pub fn parse_any_year(text: &str) -> Option<Date> {
    if let Some([year, century, month, day]) = plain(text) {
        let year = year * 100 + century;
        return Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok().filter(|_| year >= *YEARS.start());
    }
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['-', '/', '.', '年', '月']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || year.len() != 4 || !short(month) || !short(day) {
        return None;
    }
    if !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = year.parse().ok().filter(|year| year >= YEARS.start())?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day as nearly all are written, `2022-05-01`, in numbers of two digits; `None` for any other.
fn plain(text: &str) -> Option<[i16; 4]> {
    let [year @ .., b'-', _, _, b'-', _, _] = text.as_bytes() else { return None };
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes[at].is_ascii_digit().then(|| i16::from(bytes[at] - b'0'));
    let number = |at: usize| Some(digit(at)? * 10 + digit(at + 1)?);
    if year.len() == 4 { Some([number(0)?, number(2)?, number(5)?, number(8)?]) } else { None }
}

/// Whether a text is a day, of a year in which no work can have been done.
#[must_use]
pub fn is_of_unlikely_year(text: &str) -> bool {
    let year = text.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let outside = year.and_then(|year| year.parse().ok()).is_some_and(|year: i16| !YEARS.contains(&year));
    outside && text.get(4..).is_some_and(|rest| parse(&format!("2000{rest}")).is_some())
}

/// Whether a day is written only because something had to be: 9999-12-31.
#[must_use]
pub fn is_open_end(day: Date) -> bool {
    day == LAST_DAY
}

/// Reads a month, `2022-05`, also `2022/5`, `2022.05`, `2022年5月` and `202205`, and a day as its month.
///
/// `None` where the text is anything else, or [`may_be_october`].
#[must_use]
pub fn parse_month(text: &str) -> Option<Month> {
    if may_be_october(text) {
        return None;
    }
    let month = text.trim_end_matches('份').trim_end_matches('月');
    let packed = month.len() == 6 && month.bytes().all(|byte| byte.is_ascii_digit());
    let month = if packed { format!("{}-{}-1", &month[..4], &month[4..]) } else { format!("{month}-1") };
    parse(&month).or_else(|| parse(text.split([' ', 'T']).next()?)).map(Month::of)
}

/// Whether a text is what a spreadsheet shows of 2022.10 typed as a number, 2022.1: October, or January after all.
#[must_use]
pub fn may_be_october(text: &str) -> bool {
    text.strip_suffix(".1").is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A day within a year that is known: `05-01`.
#[must_use]
pub fn within_year(day: Date) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_year_first() {
        let may_first = Date::constant(2022, 5, 1);
        for text in ["2022-05-01", "2022/5/1", "2022.05.1", "2022年5月1日"] {
            assert_eq!(parse(text), Some(may_first), "{text}");
        }
        for bad in ["", "1/5/2022", "2022-13-01", "2022-02-29", "22-05-01", "2022-05-01x", "20220501", "0000-01-01"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        // More parts, more digits, and signs that a number may have are no day either.
        for bad in ["2022-05-01-07", "02022/5/1", "2022/005/1", "2022/5/001", "2022/+5/1", "2022/5/+1", "+022/5/1"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        assert_eq!(parse("2022x05y01-05-01"), None);
        let earliest = Some(Date::constant(1900, 1, 1));
        assert_eq!(["1900-01-01", "1900/1/1"].map(parse_any_year), [earliest; 2]);
        assert_eq!(parse("2024-02-29"), Some(Date::constant(2024, 2, 29)));
        assert_eq!((parse("9999-12-31"), parse_any_year("9999-12-31")), (None, Some(Date::constant(9999, 12, 31))));
        assert!(is_open_end(Date::constant(9999, 12, 31)) && !is_open_end(Date::constant(2099, 12, 31)));
        assert_eq!(["1899-12-31", "1900-01-00", "10000-01-01"].map(parse_any_year), [None; 3]);
        assert!(["1899-12-31", "2200/1/1", "0000年1月1日"].into_iter().all(is_of_unlikely_year));
        assert!(
            !["1900-01-00", "2022-05-01", "2200-13-01", "22000-1-1", "22", "年年年年"]
                .into_iter()
                .any(is_of_unlikely_year)
        );
    }

    #[test]
    fn months_know_their_days() {
        let february = parse_month("2024-02").unwrap();
        assert_eq!((february.days(), february.to_string()), (29, "2024-02".to_string()));
        assert_eq!(parse_month("2022年12月").unwrap().next().to_string(), "2023-01");
        assert!(may_be_october("2022.1") && !may_be_october("2022.10") && !may_be_october("2022.11"));
        assert!(!may_be_october("22.1") && !may_be_october("V202.1"));
        let [december, january] = ["2021-12", "2022-01"].map(|text| parse_month(text).unwrap());
        assert_eq!((january.previous(), december.next(), january.since(december)), (december, january, 1));
        assert_eq!((parse_month("2022.1"), parse_month("2022.10").map(|month| month.month)), (None, Some(10)));
    }

    #[test]
    fn weeks_begin_on_monday() {
        // The 1st of May 2022 was a Sunday.
        let day = |month, day| Date::constant(2022, month, day);
        for (of, before, after) in [
            (day(5, 1), day(4, 25), day(5, 2)),
            (day(5, 2), day(5, 2), day(5, 9)),
            (day(5, 4), day(5, 2), day(5, 9)),
            (day(5, 8), day(5, 2), day(5, 9)),
        ] {
            assert_eq!((monday(of), next_monday(of)), (before, after), "{of}");
        }
    }

    #[test]
    fn a_month_has_passed_on_the_same_day_of_the_next() {
        let months = |from, to| whole_months(parse(from).unwrap(), parse(to).unwrap());
        assert_eq!(months("2022-01-15", "2022-01-15"), Some(0));
        assert_eq!((months("2022-01-15", "2022-02-14"), months("2022-01-15", "2022-02-15")), (Some(0), Some(1)));
        assert_eq!((months("2022-01-31", "2022-02-27"), months("2022-01-31", "2022-02-28")), (Some(0), Some(1)));
        assert_eq!((months("2021-12-20", "2023-01-20"), months("2022-01-15", "2022-01-14")), (Some(13), None));
    }

    #[test]
    fn terms_overlap() {
        let open = Term { from: Some(Date::constant(2022, 4, 1)), until: None };
        let march = Term { from: None, until: Some(Date::constant(2022, 3, 31)) };
        assert_eq!(open.overlap(march), None);
        assert!(open.contains(Date::constant(2022, 4, 1)) && !march.contains(Date::constant(2022, 4, 1)));
    }
}
