//! The hours of a week: an hour is beyond the normal ones of a week, Monday to Sunday, if so many of that week lie before it
//! (国务院关于职工工作时间的规定 art. 3).

use crate::units::{Date, Decimal, date};

/// Of each day, in order, how many of its normal hours lie beyond those of the week; days on which none do are left out.
pub(crate) fn beyond(days: impl Iterator<Item = (Date, Decimal)>, normal: Decimal) -> Vec<(Date, Decimal)> {
    let (mut next_week, mut before) = (None, Decimal::ZERO);
    let mut beyond = Vec::new();
    for (day, hours) in days {
        if next_week.is_none_or(|monday| monday <= day) {
            next_week = Some(date::next_monday(day));
            before = Decimal::ZERO;
        }
        let after = before + hours;
        if after > normal {
            beyond.push((day, after - before.max(normal)));
        }
        before = after;
    }
    beyond
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seven days of eight hours from a Monday: the sixth and the seventh; the Monday after begins anew. Of the third Friday,
    /// after four days of nine and a half hours, all but two.
    #[test]
    fn each_week_begins_anew() {
        let hours = |text: &str| text.parse::<Decimal>().unwrap();
        let day = |day| Date::constant(2024, 7, day);
        let eight = (1..=8).map(|of_month| (day(of_month), hours("8")));
        let later = [(15, "9.5"), (16, "9.5"), (17, "9.5"), (18, "9.5"), (19, "8")];
        let later = later.map(|(of_month, worked)| (day(of_month), hours(worked)));
        let found = beyond(eight.chain(later), Decimal::from(40));
        let expected = [(6, "8"), (7, "8"), (19, "6.0")].map(|(of_month, left)| (day(of_month), hours(left)));
        assert_eq!(found, expected);
    }

    /// From a Wednesday to the Wednesday after, nine hours each: no week has more than 40 before the Sunday, of whose hours
    /// 36 + 9 − 40 = 5 lie beyond, and the Monday after begins anew.
    #[test]
    fn a_week_that_begins_late_ends_on_its_sunday() {
        let day = |day| Date::constant(2024, 7, day);
        let found = beyond((3..=10).map(|of_month| (day(of_month), Decimal::from(9))), Decimal::from(40));
        assert_eq!(found, [(day(7), Decimal::from(5))]);
    }
}
