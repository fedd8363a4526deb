//! A matrix: a table with one column a day, whose headings are the days: `1日` to `31日`, `5/1`, `2022-05-01`.

use crate::diagnostics::Message;
use crate::tables::months::NamedMonth;
use crate::tables::no_row::is_total;
use crate::tables::{alike, months};
use crate::units::{Date, Month, date};

/// Which columns of a table are days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The columns of days, in their order.
    pub days: Vec<DayColumn>,
    /// Columns that add the days up.
    pub totals: Vec<usize>,
    /// The column that says the month of a row.
    pub month: Option<usize>,
    /// The month of the days whose headings do not say it.
    whole: Option<NamedMonth>,
    /// Whether it was typed: then no row is of another.
    is_stated: bool,
}

/// A column that is a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayColumn {
    /// Where it stands.
    pub at: usize,
    year: Option<i16>,
    month: Option<i8>,
    day: i8,
}

/// What is known of the month of a matrix beside its headings.
#[derive(Clone, Debug, Default)]
pub struct MonthSaid {
    /// The month of `--month`.
    pub stated: Option<Month>,
    /// What the name of the sheet and the lines above the headings say.
    pub titles: String,
}

/// Why it is not known which day a cell is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// The month does not have it.
    NotInMonth(NamedMonth),
    /// The cell of the month does not say one.
    MonthUnclear,
}

/// Headings over the month of a row.
const MONTHS: [&str; 7] = ["month", "月份", "年月", "所属月份", "统计月份", "考勤月份", "考勤年月"];

/// Words for the days of the week, which often stand below the days or behind them; those first that others end in.
const WEEKDAYS: [&str; 30] = [
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "星期日",
    "星期天",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
    "周天",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "日",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

impl Matrix {
    /// The days among some headings, of which those at `taken` are known as other columns; `None` where there are none. Mere numbers
    /// are days only where there are several.
    #[must_use]
    pub fn among(headings: &[impl AsRef<str>], taken: &[usize]) -> Option<Self> {
        let free = || (0..).zip(headings).filter(|(at, _)| !taken.contains(at));
        let days: Vec<(DayColumn, bool)> = free().filter_map(|(at, heading)| day(at, heading.as_ref())).collect();
        let is_sure = days.len() > 1 || days.iter().any(|(_, is_number)| !is_number);
        let is_month = |heading: &str| MONTHS.iter().any(|name| heading_is(heading, name));
        is_sure
            .then(|| Self {
                days: days.into_iter().map(|(day, _)| day).collect(),
                totals: free().filter(|(_, heading)| is_total(heading.as_ref())).map(|(at, _)| at).collect(),
                month: free().find(|(_, heading)| is_month(heading.as_ref())).map(|(at, _)| at),
                whole: None,
                is_stated: false,
            })
            .filter(|matrix| !matrix.days.is_empty())
    }

    /// The same, now that its month is asked for.
    ///
    /// # Errors
    /// That its days do not follow each other, that nothing says their month or year, or that two things say another.
    pub fn of_month(mut self, said: &MonthSaid) -> Result<Self, Message> {
        let follows = |days: &[DayColumn]| days[0].key() < days[1].key() && days[0].is_like(days[1]);
        if !self.days.windows(2).all(follows) {
            return Err(Message::new("matrix-days-order"));
        }
        self.is_stated = said.stated.is_some();
        self.whole = whole(said, self.days.iter().all(|day| day.year.is_some()) || self.month.is_some())?;
        let first = self.days[0];
        if let Some(whole) = self.whole.filter(|_| first.month.is_some()) {
            let is_of = |day: &DayColumn| {
                day.month == Some(whole.month) && (day.year.is_none() || whole.year.is_none() || day.year == whole.year)
            };
            if !self.days.iter().any(is_of) {
                return Err(Message::new("matrix-month-contradicted").with("month", whole.to_string()));
            }
        }
        let lacks_month = first.month.is_none() && self.month.is_none() && self.whole.is_none();
        let lacks_year = first.year.is_none() && self.month.is_none() && self.whole.is_some_and(|it| it.year.is_none());
        match () {
            () if lacks_month => Err(Message::new("matrix-month-unknown")),
            () if lacks_year || first.year.is_none() && first.month.is_some() && self.whole.is_none() => {
                Err(Message::new("matrix-year-unknown"))
            }
            () => Ok(self),
        }
    }

    /// The day of a column in a row whose cell of the month says this.
    ///
    /// # Errors
    /// That the month does not have the day, or that the cell is unclear.
    pub fn date(&self, column: DayColumn, of_row: &str) -> Result<Date, NoDay> {
        let named = self.named(of_row)?;
        let month = column.month.or(named.map(|named| named.month)).ok_or(NoDay::MonthUnclear)?;
        let year = column.year.or(named.and_then(|named| named.year));
        let year = year.or(self.whole.and_then(|whole| whole.year)).ok_or(NoDay::MonthUnclear)?;
        Date::new(year, month, column.day).map_err(|_| NoDay::NotInMonth(NamedMonth { year: Some(year), month }))
    }

    /// The month of a row: what its cell says, else that of the whole.
    fn named(&self, of_row: &str) -> Result<Option<NamedMonth>, NoDay> {
        if self.month.is_none() || of_row.is_empty() {
            return Ok(self.whole);
        }
        let named = months::of_cell(of_row).filter(|_| !date::may_be_october(of_row)).ok_or(NoDay::MonthUnclear)?;
        let year = named.year.or(self.whole.and_then(|whole| whole.year));
        let named = NamedMonth { year, ..named };
        if self.is_stated && self.whole != Some(named) {
            return Err(NoDay::MonthUnclear);
        }
        Ok(Some(named))
    }

    /// Whether the cells of the days say only days of the week: a second line of headings.
    #[must_use]
    pub fn is_of_weekdays(&self, cells: &[impl AsRef<str>]) -> bool {
        let texts = self.days.iter().filter_map(|day| cells.get(day.at)).map(|cell| alike::name(cell.as_ref()));
        let mut said = texts.filter(|text| !text.is_empty()).peekable();
        said.peek().is_some() && said.all(|text| WEEKDAYS.contains(&&*text))
    }

    /// What is to be said of a matrix: which columns are its days, and which add them up.
    #[must_use]
    pub fn note(&self, file: &str, headings: &[impl AsRef<str>]) -> Message {
        let heading = |at: usize| headings.get(at).map_or("", AsRef::as_ref);
        let shown = |day: &DayColumn| match self.date(*day, "") {
            Ok(date) if self.month.is_none() => date.to_string(),
            _ => heading(day.at).to_string(),
        };
        let is_there = |day: &&DayColumn| self.month.is_some() || self.date(**day, "").is_ok();
        let last = self.days.iter().rfind(is_there).or(self.days.last());
        let totals: Vec<&str> = self.totals.iter().map(|at| heading(*at)).collect();
        Message::new("matrix-read")
            .with("file", file)
            .with("first", self.days.first().map(shown).unwrap_or_default())
            .with("last", last.map(shown).unwrap_or_default())
            .count("count", self.totals.len() as u64)
            .with("totals", totals.join(", "))
    }

    /// Every column that it takes.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.days.iter().map(|day| day.at).chain(self.totals.iter().copied()).chain(self.month)
    }
}

impl DayColumn {
    /// By which days follow each other.
    fn key(self) -> (Option<i16>, Option<i8>, i8) {
        (self.year, self.month, self.day)
    }

    /// Whether it is written as another is.
    fn is_like(self, other: Self) -> bool {
        (self.year.is_some(), self.month.is_some()) == (other.year.is_some(), other.month.is_some())
    }
}

/// The month of a whole matrix; where its headings or rows say theirs (`is_needless`), several may be named.
fn whole(said: &MonthSaid, is_needless: bool) -> Result<Option<NamedMonth>, Message> {
    let named = months::within(&said.titles);
    let month = match *named.iter().collect::<Vec<_>>() {
        [] => None,
        [only] => Some(*only),
        _ if said.stated.is_some() || is_needless => None,
        _ => {
            let all: Vec<String> = named.iter().map(ToString::to_string).collect();
            return Err(Message::new("matrix-months-several").with("months", all.join(", ")));
        }
    };
    let Some(stated) = said.stated else { return Ok(month) };
    let is_same = |named: NamedMonth| named.month == stated.month && named.year.is_none_or(|year| year == stated.year);
    match month.filter(|named| !is_same(*named)) {
        Some(other) => Err(Message::new("matrix-month-contradicted").with("month", other.to_string())),
        None => Ok(Some(stated.into())),
    }
}

fn heading_is(heading: &str, name: &str) -> bool {
    alike::name(heading) == name
}

/// The day that a heading is, and whether it is a mere number.
fn day(at: usize, heading: &str) -> Option<(DayColumn, bool)> {
    // Behind the day its time may stand, or the day of the week.
    let first = heading.split_whitespace().next().unwrap_or_default();
    [heading, first].into_iter().find_map(|text| plain_day(at, without_weekday(&alike::name(text))))
}

fn plain_day(at: usize, text: &str) -> Option<(DayColumn, bool)> {
    if let Some(date) = date::parse(text) {
        let (year, month, day) = (Some(date.year()), Some(date.month()), date.day());
        return Some((DayColumn { at, year, month, day }, false));
    }
    let number = |digits: &str, most: i8| {
        let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|number| is_number && (1..=most).contains(number))
    };
    let plain = text.trim_end_matches(['日', '号']);
    let (month, day) = match plain.split_once(['月', '/', '-']) {
        Some((month, day)) => (Some(number(month, 12)?), number(day, 31)?),
        None => (None, number(plain, 31)?),
    };
    Some((DayColumn { at, year: None, month, day }, month.is_none() && plain == text))
}

/// A heading without the day of the week behind it: `1日(周一)`, `1 一`.
fn without_weekday(text: &str) -> &str {
    let bare = text.trim_end_matches([')', '）', ']', '】']);
    let rest = WEEKDAYS.iter().find_map(|word| bare.strip_suffix(word));
    let rest = rest.map(|rest| rest.trim_end_matches(['(', '（', '[', '【'])).filter(|rest| !rest.is_empty());
    // Of `1日` the 日 is the day itself.
    let is_day = |rest: &str| bare.ends_with('日') && rest.ends_with(|letter: char| letter.is_ascii_digit());
    match rest {
        Some(rest) if bare.len() < text.len() || !is_day(rest) => rest,
        _ => text,
    }
}

/// The titles by which a month is known: the lines above the headings, and the name of the sheet behind the `#` of a file's name.
#[must_use]
pub fn titles(above: &str, file: &str) -> String {
    format!("{above}\n{}", file.rsplit_once('#').map_or("", |(_, sheet)| sheet))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(headings: &[&str], titles: &str, stated: Option<Month>) -> Result<Matrix, &'static str> {
        let matrix = Matrix::among(headings, &[0]).ok_or("none")?;
        matrix.of_month(&MonthSaid { stated, titles: titles.into() }).map_err(|message| message.id)
    }

    fn days(headings: &[&str], titles: &str) -> Result<Vec<String>, &'static str> {
        let matrix = matrix(headings, titles, None)?;
        let day = |day: &DayColumn| matrix.date(*day, "").map_or_else(|no| format!("{no:?}"), |date| date.to_string());
        Ok(matrix.days.iter().map(day).collect())
    }

    #[test]
    fn headings_are_days_in_many_writings() {
        let second = Ok(vec!["2022-05-01".to_string(), "2022-05-02".to_string()]);
        for [one, two] in [
            ["1", "2"],
            ["01", "02"],
            ["1日", "2日"],
            ["１号", "２号"],
            ["5月1日", "5月2日"],
            ["5/1", "5/2"],
            ["05-01", "05-02"],
            ["2022-05-01", "2022/5/2"],
            ["2022-05-01 00:00:00", "2022-05-02 00:00:00"],
            ["1日(周日)", "2日（周一）"],
            ["1 日", "2 一"],
            ["1(日)", "2(一)"],
            ["5/1 星期日", "5/2 星期一"],
        ] {
            assert_eq!(days(&["工号", one, two, "合计"], "2022年5月派件"), second, "{one}");
        }
        for other in ["", "0", "32", "1月", "13/1", "件数", "1.5", "1天", "3-40", "2022"] {
            assert_eq!(day(0, other), None, "{other}");
        }
        assert_eq!((days(&["工号", "1"], "2022-05"), days(&["1", "2日"], "2022-05").is_ok()), (Err("none"), true));
    }

    #[test]
    fn the_month_is_known_or_nothing_is_read() {
        let bare = ["工号", "28", "29", "30"];
        assert_eq!(
            days(&bare, "2022年2月").unwrap()[1],
            format!("{:?}", NoDay::NotInMonth(NamedMonth { year: Some(2022), month: 2 }))
        );
        assert_eq!(days(&bare, "2024年2月").unwrap()[1], "2024-02-29");
        assert_eq!(days(&bare, "派件"), Err("matrix-month-unknown"));
        assert_eq!(days(&bare, "2月"), Err("matrix-year-unknown"));
        assert_eq!(days(&bare, "2022年2月、2022年3月"), Err("matrix-months-several"));
        assert_eq!(days(&["工号", "5/1", "5/2"], ""), Err("matrix-year-unknown"));
        assert_eq!(days(&["工号", "5/1", "5/2"], "2022年6月"), Err("matrix-month-contradicted"));
        assert_eq!(days(&["工号", "5/31", "6/1"], "2022年6月").unwrap(), ["2022-05-31", "2022-06-01"]);
        assert_eq!(days(&["工号", "12/31", "1/1"], "2022年12月"), Err("matrix-days-order"));
        for headings in [["工号", "31", "1"], ["工号", "1", "1"], ["工号", "1", "5/2"]] {
            assert_eq!(days(&headings, "2022年5月"), Err("matrix-days-order"));
        }
        let may = Some(Month { year: 2022, month: 5 });
        assert!(matrix(&["工号", "1", "2"], "5月", may).is_ok());
        assert_eq!(matrix(&["工号", "1", "2"], "6月", may), Err("matrix-month-contradicted"));
    }

    #[test]
    fn a_row_may_say_its_month() {
        let matrix = matrix(&["工号", "月份", "1", "31"], "", None).unwrap();
        let date = |cell: &str| matrix.date(matrix.days[1], cell);
        assert_eq!(date("2022-05"), Ok(Date::constant(2022, 5, 31)));
        assert_eq!(date("202206"), Err(NoDay::NotInMonth(NamedMonth { year: Some(2022), month: 6 })));
        assert_eq!(["", "5月", "2022.1"].map(date), [Err(NoDay::MonthUnclear); 3]);
    }

    #[test]
    fn days_of_the_week_below_are_headings() {
        let matrix = Matrix::among(&["工号", "1", "2"], &[0]).unwrap();
        assert!(matrix.is_of_weekdays(&["", "日", "周一"]) && !matrix.is_of_weekdays(&["", "", ""]));
        assert!(!matrix.is_of_weekdays(&["K1", "1", "一"]));
    }
}
