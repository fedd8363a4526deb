//! Headings as people write them: with spaces and line breaks, a star for what has to be filled in, a unit in brackets.

use crate::tables::alike;

/// What may stand in brackets at the end of a heading: the unit of its cells, how they are written, whether they have to be there.
/// Tens of thousands and minutes are none of these: they change what the number says.
const UNITS: [&str; 38] = [
    "元",
    "人民币",
    "人民币元",
    "rmb",
    "cny",
    "yuan",
    "¥",
    "元/件",
    "元/票",
    "元/单",
    "元/月",
    "元/天",
    "件",
    "票",
    "单",
    "个",
    "pcs",
    "parcels",
    "小时",
    "时",
    "h",
    "hour",
    "hours",
    "天",
    "日",
    "days",
    "公里",
    "千米",
    "km",
    "月",
    "年月",
    "年月日",
    "yyyymm",
    "yyyymmdd",
    "yyyy/mm",
    "yyyy/mm/dd",
    "必填",
    "选填",
];

/// The brackets around a unit, as they are once what is written at full width is narrow.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕')];

/// A heading as it is compared: without spaces, line breaks, invisible signs, `*`, colons, `_` and `-`, without a unit in brackets
/// at the end, without width and case.
#[must_use]
pub fn key(heading: &str) -> String {
    let mut key = alike::name(heading);
    key.retain(|letter| !is_mark(letter) && !alike::is_invisible(letter));
    while let Some(end) = BRACKETS.iter().find_map(|brackets| before_unit(&key, *brackets)) {
        key.truncate(end);
    }
    key
}

/// Where a unit in brackets begins, with which a heading ends.
fn before_unit(key: &str, (open, close): (char, char)) -> Option<usize> {
    let (begin, unit) = key.strip_suffix(close)?.rsplit_once(open)?;
    (!begin.is_empty() && UNITS.contains(&unit)).then_some(begin.len())
}

/// Whether a heading, as it is compared, is one by which a column is known.
#[must_use]
pub fn is(key: &str, known: &str) -> bool {
    // Those that we know are in plain letters or in Chinese, which has no case.
    let letters = known.chars().filter(|letter| !is_mark(*letter) && *letter != ' ');
    letters.map(|letter| letter.to_ascii_lowercase()).eq(key.chars())
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '*' | ':' | '_' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_the_same_in_all_its_disguises() {
        for written in [
            "件数",
            " 件\u{3000}数\n",
            "*件数",
            "＊件数：",
            "\u{feff}\u{200b}件数",
            "件数(件)",
            "件数（ 票 ）",
            "件数【件】",
            "件数(件)(必填)",
        ] {
            assert_eq!(key(written), "件数", "{written:?}");
        }
        for written in ["delivered_at", "Delivered At", "DELIVERED-AT:", "deliveredAt", "ｄelivered at"] {
            assert!(is(&key(written), "delivered_at"), "{written:?}");
        }
    }

    #[test]
    fn what_changes_the_meaning_stays() {
        assert_eq!((key("应发工资(万元)"), key("工时(分钟)")), ("应发工资(万元)".into(), "工时(分钟)".into()));
        assert_eq!(
            (key("社保（个人）"), key("(件)"), key("件(件")),
            ("社保(个人)".into(), "(件)".into(), "件(件".into())
        );
    }
}
