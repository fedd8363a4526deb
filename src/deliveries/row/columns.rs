//! The columns of a delivery log: where each stands among all, and what a row says that leaves one out.

pub use crate::tables::headings::LOG as COLUMNS;

/// Where each column stands in [`COLUMNS`].
pub mod place {
    pub(crate) const PARCEL: usize = 0;
    pub(crate) const COURIER: usize = 1;
    pub(crate) const COMPANY: usize = 2;
    pub(crate) const AREA: usize = 3;
    pub(crate) const SERVICE: usize = 4;
    pub(crate) const STATUS: usize = 5;
    pub(crate) const PARCELS: usize = 6;
    pub(crate) const DATE: usize = 7;
    pub(crate) const DELIVERED_AT: usize = 8;
    pub(crate) const FIRST_AT: usize = 9;
    pub(crate) const LAST_AT: usize = 10;
}

/// Whether a column says a time of the day, perhaps after its day.
pub(crate) fn is_time(column: usize) -> bool {
    matches!(column, place::FIRST_AT | place::LAST_AT)
}

/// In a tally that an engine has made, beside the columns of a log: how many rows it could not read, the same in each row.
pub const PROBLEM_ROWS: &str = "problem_rows";

/// The columns of a tally.
pub const TALLY: [&str; 8] = ["date", "company", "courier", "area", "service", "parcels", "first_at", "last_at"];

/// The service of a row that names none.
pub const SERVICE: &str = "delivery";

/// A row whose status is one of these counts; case does not matter in ASCII.
pub const DELIVERED: [&str; 20] = [
    "delivered",
    "signed",
    "签收",
    "已签收",
    "妥投",
    "是",
    "1",
    "true",
    "本人签收",
    "家人签收",
    "驿站代收",
    "代收",
    "代签",
    "快递柜签收",
    "已送达",
    "签收成功",
    "已完成",
    "completed",
    "yes",
    "Y",
];

/// A row whose status is one of these does not count. Of any other word nobody has said what it means.
pub const NOT_DELIVERED: [&str; 32] = [
    "",
    "退回",
    "退件",
    "拒收",
    "问题件",
    "派送中",
    "派件中",
    "揽收",
    "在途",
    "取消",
    "作废",
    "撤销签收",
    "未签收",
    "遗失",
    "丢失",
    "破损",
    "待派送",
    "待取",
    "否",
    "0",
    "false",
    "no",
    "N",
    "returned",
    "lost",
    "damaged",
    "failed",
    "cancelled",
    "rejected",
    "refused",
    "pending",
    "in transit",
];

/// Of these the statuses of a parcel that may have been delivered before.
pub const TAKEN_BACK: [&str; 4] = ["撤销签收", "退回", "退件", "returned"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_its_column() {
        let named = [
            place::PARCEL,
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
            "parcel",
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
