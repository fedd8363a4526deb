//! The layouts of exports that the program knows by their headings: each is a map like any other, shipped with it.

use std::sync::Arc;

use crate::diagnostics::Text;
use crate::tables::headings::Input;
use crate::tables::map::part::{Heading, Part};
use crate::tables::map::read;

/// A layout that the program knows.
#[derive(Clone, Debug)]
pub struct KnownLayout {
    /// The word of the catalogue for it.
    pub word: &'static str,
    /// Its map, as it is written.
    pub text: &'static str,
    /// Headings that it has beside those that the map names, so that no other file is taken for it.
    signs: &'static [&'static str],
}

/// All of them.
pub static LAYOUTS: [KnownLayout; 3] = [
    KnownLayout {
        word: "layout-sto",
        text: include_str!("layouts/sto.toml"),
        signs: &["应签网点", "应签日期", "当日签收标识", "派件网点", "签收网点"],
    },
    KnownLayout {
        word: "layout-jt-sent",
        text: include_str!("layouts/jt-sent.toml"),
        signs: &["寄件时间", "寄件网点", "运单状态", "派件网点编号"],
    },
    KnownLayout {
        word: "layout-jt-jms",
        text: include_str!("layouts/jt-jms.toml"),
        signs: &["派件网点编码", "三段码", "问题件标识"],
    },
];

impl KnownLayout {
    /// The layout that a line of headings belongs to.
    #[must_use]
    pub fn of_headings(headings: &[String]) -> Option<(&'static Self, Arc<Part>)> {
        let has = |sign: &&str| Heading::Named((*sign).into()).position(headings).is_ok();
        let known = LAYOUTS.iter().find(|known| known.signs.iter().all(has))?;
        let part = known.part();
        let is_whole = part.cells().all(|cell| cell.heading.position(headings).is_ok());
        is_whole.then_some((known, part))
    }

    /// What its map says of the log.
    fn part(&self) -> Arc<Part> {
        let file = Text { name: self.word.into(), text: self.text.into() };
        let map = read::map(&file).expect("the maps that are shipped are tested");
        Arc::clone(map.part(Input::Log).expect("they speak of the log"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_is_known_by_its_own_headings() {
        // Headings of the three exports as published, and of a log of our own.
        let rows = [
            "运单号,应签网点,应签网点所属独立网点,应签日期,签收时间,业务员,当日签收标识,派件网点,签收网点,签收网点所属独立网点,\
             是否已签收,是否未签收有问题件,是否曾经退回件,退回扫描时间,是否曾经问题件",
            "运单编号,客户名称,寄件时间,寄件网点,目的网点,件数,派件业务员编号,派件业务员,派件时间,派件网点编号,签收标识,签收网点,\
             签收时间,运单状态,作废标记,转退件标识,收件区域,收件乡镇,收件街道",
            "运单编号,派件网点,派件网点编码,派件业务员,派件业务员编码,派件时间,签收标识,签收网点,签收时间,结算方式,创建时间,三段码,\
             问题件标识,问题件原因,转退件标识,收件区域",
            "运单号,派件业务员,签收时间,签收标识",
        ];
        let found = rows.map(|row| {
            let headings: Vec<String> = row.split(',').map(|heading| heading.trim().to_string()).collect();
            KnownLayout::of_headings(&headings).map(|(known, _)| known.word)
        });
        assert_eq!(found, [Some("layout-sto"), Some("layout-jt-sent"), Some("layout-jt-jms"), None]);
    }
}
