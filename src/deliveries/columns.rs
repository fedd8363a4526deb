//! The columns of a delivery log and the headings by which courier companies' exports name them.

use crate::source::columns::Column;

/// All columns of a delivery log, in the order in which the program writes them.
///
/// The Chinese headings were seen in exports of Chinese courier companies, or are the plain words. Ids come before
/// names of couriers: in the exports, names are often written in several ways and ids are not.
pub const COLUMNS: [Column; 11] = [
    Column { name: "parcel", aliases: &["运单号", "运单号码", "运单编号", "单号", "快递单号"] },
    Column {
        name: "courier",
        aliases: &[
            "派件业务员工号",
            "派件业务员编号",
            "派件业务员编码",
            "派件业务员id",
            "签收业务员工号",
            "小件员编码",
            "小件员工号",
            "派件员工号",
            "快递员工号",
            "员工工号",
            "工号",
            "派件员",
            "派件业务员",
            "业务员",
            "签收业务员",
            "小件员名称",
            "派件小件员",
            "扫描员",
            "快递员",
        ],
    },
    Column { name: "company", aliases: &["公司", "公司名称", "快递公司", "企业", "企业名称"] },
    Column {
        name: "area", aliases: &["区域", "收件区域", "收件乡镇", "收件街道", "片区", "派送区域"]
    },
    Column { name: "service", aliases: &["业务", "业务类型", "服务", "服务类型"] },
    Column {
        name: "status",
        aliases: &["状态", "签收状态", "签收标识", "是否已签收", "是否签收", "运单状态", "当日签收标识"],
    },
    Column { name: "parcels", aliases: &["件数", "派件数", "派件量"] },
    Column { name: "date", aliases: &["日期", "签收日期", "派件日期", "派送日期"] },
    Column { name: "delivered_at", aliases: &["签收时间"] },
    Column { name: "first_at", aliases: &["首件时间", "首件签收时间"] },
    Column { name: "last_at", aliases: &["末件时间", "末件签收时间"] },
];

/// Where each column stands in [`COLUMNS`].
pub(super) mod place {
    pub(in crate::deliveries) const COURIER: usize = 1;
    pub(in crate::deliveries) const COMPANY: usize = 2;
    pub(in crate::deliveries) const AREA: usize = 3;
    pub(in crate::deliveries) const SERVICE: usize = 4;
    pub(in crate::deliveries) const STATUS: usize = 5;
    pub(in crate::deliveries) const PARCELS: usize = 6;
    pub(in crate::deliveries) const DATE: usize = 7;
    pub(in crate::deliveries) const DELIVERED_AT: usize = 8;
    pub(in crate::deliveries) const FIRST_AT: usize = 9;
    pub(in crate::deliveries) const LAST_AT: usize = 10;
}

/// The service of a row that names none.
pub const SERVICE: &str = "delivery";

/// A row whose status is one of these counts; case does not matter in ASCII.
pub const DELIVERED: [&str; 8] = ["delivered", "signed", "签收", "已签收", "妥投", "是", "1", "true"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_heading_means_two_columns() {
        let mut seen = BTreeSet::new();
        for column in COLUMNS {
            for name in [column.name].iter().chain(column.aliases) {
                assert!(seen.insert(name.to_ascii_lowercase()), "{name}");
            }
        }
    }

    #[test]
    fn each_place_is_its_column() {
        let named = [
            place::COURIER,
            place::COMPANY,
            place::AREA,
            place::SERVICE,
            place::STATUS,
            place::PARCELS,
            place::DATE,
            place::DELIVERED_AT,
            place::FIRST_AT,
            place::LAST_AT,
        ];
        let found = named.map(|place| COLUMNS[place].name);
        let expected = [
            "courier",
            "company",
            "area",
            "service",
            "status",
            "parcels",
            "date",
            "delivered_at",
            "first_at",
            "last_at",
        ];
        assert_eq!(found, expected);
    }
}
