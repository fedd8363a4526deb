//! Columns that nobody has named and that could be the count, the status or the area, by their headings and by their cells: a
//! person has to say so, as a guess would change what is paid.

use std::collections::BTreeSet;

use crate::diagnostics::{Message, Problem};
use crate::tables::columns::is_fault;
use crate::tables::heading;
use crate::units::{date, number};

/// A column that decides what is paid, where a table has none that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouldBe {
    /// How many parcels a row speaks of.
    Count,
    /// Whether they were delivered.
    Status,
    /// Where.
    Area,
}

/// What the cells of a column say of whether it could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It could be.
    Yes,
    /// It cannot.
    No,
    /// They say nothing, as they are empty or all of them one.
    Silent,
}

/// So many different words a status has at most, and so many letters a word.
const FEW: usize = 12;

/// So many cells are shown.
const SHOWN: usize = 3;

impl CouldBe {
    /// The one that a known column stands for; `None` for other columns.
    #[must_use]
    pub fn of_column(name: &str) -> Option<Self> {
        match name {
            "parcels" => Some(Self::Count),
            "status" => Some(Self::Status),
            "area" => Some(Self::Area),
            _ => None,
        }
    }

    /// The known column.
    #[must_use]
    pub const fn column(self) -> &'static str {
        match self {
            Self::Count => "parcels",
            Self::Status => "status",
            Self::Area => "area",
        }
    }

    /// Its usual heading in Chinese.
    const fn heading(self) -> &'static str {
        match self {
            Self::Count => "件数",
            Self::Status => "状态",
            Self::Area => "区域",
        }
    }

    /// Words of which a heading has one.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Count => &["件", "票", "量", "数", "qty", "count", "parcels"],
            Self::Status => &["状态", "签收", "标识", "妥投", "status"],
            Self::Area => &["乡", "镇", "街道", "片区", "区域", "area", "zone"],
        }
    }

    /// Words of which it has none: they make another thing of it.
    const fn others(self) -> &'static [&'static str] {
        match self {
            Self::Count => &[
                "重量", "体积", "金额", "费", "号", "工资", "薪", "提成", "奖", "补", "罚", "款", "价", "率", "元",
                "天", "日数", "次", "分数", "时", "人数", "类型", "状态", "标识", "名", "discount", "country",
                "county",
            ],
            Self::Status => {
                &["人", "网点", "时间", "日期", "地址", "号", "码", "照片", "图片", "件数", "量", "公司", "方式"]
            }
            Self::Area => &["寄", "发件", "始发", "人", "经理", "电话", "号", "码", "地址", "费", "价", "元"],
        }
    }

    /// Whether a heading could stand over it.
    #[must_use]
    pub fn fits(self, heading: &str) -> bool {
        let key = heading::key(heading);
        let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
        has(self.words()) && !has(self.others())
    }

    /// What the cells of a column say.
    #[must_use]
    pub fn verdict<'c>(self, cells: impl Iterator<Item = &'c str>) -> Verdict {
        let filled: BTreeSet<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        // What a spreadsheet has not worked out could be anything.
        let (faults, filled): (BTreeSet<&str>, BTreeSet<&str>) = filled.into_iter().partition(|cell| is_fault(cell));
        let is_flag = |cell: &str| matches!(cell, "0" | "1");
        let is_word = |cell: &str| {
            number::decimal(cell).is_none() && date::parse(cell.split(' ').next().unwrap_or_default()).is_none()
        };
        let can_be = match self {
            Self::Count => filled.iter().all(|cell| number::count(cell).is_some()),
            Self::Status => {
                let short = |cell: &str| cell.chars().count() <= FEW;
                filled.len() <= FEW && filled.iter().all(|cell| short(cell) && (is_word(cell) || is_flag(cell)))
            }
            Self::Area => filled.iter().all(|cell| is_word(cell)),
        };
        match can_be {
            false => Verdict::No,
            true if !faults.is_empty() || filled.iter().any(|cell| self.says(cell)) => Verdict::Yes,
            true => Verdict::Silent,
        }
    }

    /// Whether a cell says something by which it matters whether the column is meant.
    #[must_use]
    pub fn says(self, cell: &str) -> bool {
        match self {
            Self::Count => number::count(cell).is_some_and(|count| count > 1),
            Self::Status | Self::Area => !cell.is_empty(),
        }
    }
}

/// What is wrong with leaving the column out: its heading and some of its cells are shown.
#[must_use]
pub fn problem<'c>(what: CouldBe, heading: &str, cells: impl Iterator<Item = &'c str>) -> Problem {
    let mut shown: Vec<&str> = Vec::new();
    for cell in cells.filter(|cell| what.says(cell)) {
        if shown.len() < SHOWN && !shown.contains(&cell) {
            shown.push(cell);
        }
    }
    let message = Message::new("sheet-column-could-be").with("column", what.column()).with("usual", what.heading());
    let message = message.with("heading", heading);
    Problem::new(message.with("cells", shown.join(", ")))
}
