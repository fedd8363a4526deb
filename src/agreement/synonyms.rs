//! Words that mean the same in a column of the roster: of positions, of the kind of employment, of women and men; and of rules.

/// The names of a position, the one that an agreement is best written with first (快件收派人员 is that of 浙江快递条例).
const POSITIONS: &[&[&str]] = &[
    &["courier", "快递员", "派件员", "收派员", "快递业务员", "业务员", "投递员", "揽投员", "快件收派人员"],
    &["sorter", "分拣员", "操作员", "场地操作员"],
];

/// Full-time and part-time work (劳动合同法 art. 68), the canonical word first.
pub const EMPLOYMENTS: &[&[&str]] = &[
    &["full-time", "full time", "全日制", "全日制用工", "全职", "正式", "正式工", "正式员工", "合同工"],
    &["part-time", "part time", "非全日制", "非全日制用工", "非全", "兼职", "小时工", "钟点工"],
];

/// What people in the trade call a rule, its id first: an agreement that has a rule of this id means it.
pub(super) const RULES: &[&[&str]] = &[
    &["delivery", "派费", "派件费", "派送费", "派件单价", "派送单价", "派件提成"],
    &["minimum-wage", "最低工资", "最低工资标准", "月最低工资"],
    &["minimum-wage-hourly", "小时最低工资", "最低小时工资"],
    &["overtime", "加班费", "加班工资"],
];

/// Women and men, the canonical letter first.
pub const SEXES: &[&[&str]] = &[&["f", "female", "女", "女性"], &["m", "male", "男", "男性"]];

/// The canonical word for one of some words that mean the same; case does not matter in ASCII.
#[must_use]
pub fn canonical(lists: &'static [&'static [&'static str]], text: &str) -> Option<&'static str> {
    let known = |list: &&&[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(text));
    lists.iter().find(known).map(|list| list[0])
}

/// Whether two words mean the same in a column of the roster or of the log; case does not matter in ASCII, but in names and ids.
#[must_use]
pub fn same(column: &str, one: &str, other: &str) -> bool {
    let lists = match column {
        "position" => POSITIONS,
        "employment" => EMPLOYMENTS,
        "sex" => SEXES,
        "company" | "courier" | "area" | "service" => return one == other,
        _ => &[],
    };
    one.eq_ignore_ascii_case(other) || canonical(lists, one).is_some_and(|word| canonical(lists, other) == Some(word))
}
