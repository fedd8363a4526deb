//! The headings by which courier companies' exports and payroll offices name the columns: one list for all inputs.
//!
//! The Chinese headings were seen in exports of Chinese courier companies, or are the plain words. Ids come before names of
//! couriers: in the exports, names are often written in several ways and ids are not.

use crate::tables::columns::{Column, Holds};

/// A table that the program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The deliveries.
    Log,
    /// Who is employed, and on what terms.
    Roster,
    /// What payroll says was paid.
    Register,
    /// The rates in force.
    Rates,
    /// Hours by courier and day.
    Attendance,
    /// Pregnancy, maternity leave, nursing.
    Protected,
}

impl Input {
    /// All inputs but the log.
    pub const OTHERS: [Self; 5] = [Self::Roster, Self::Register, Self::Rates, Self::Attendance, Self::Protected];

    /// Its columns, in the order in which the program knows them.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Log => &LOG,
            Self::Roster => &ROSTER,
            Self::Register => &REGISTER,
            Self::Rates => &RATES,
            Self::Attendance => &ATTENDANCE,
            Self::Protected => &PROTECTED,
        }
    }

    /// Its table in a map, which is also the name of its flag; `None` for the log, whose keys stand at the top.
    #[must_use]
    pub const fn table(self) -> Option<&'static str> {
        match self {
            Self::Log => None,
            Self::Roster => Some("roster"),
            Self::Register => Some("register"),
            Self::Rates => Some("rates"),
            Self::Attendance => Some("attendance"),
            Self::Protected => Some("protected"),
        }
    }
}

const fn named(name: &'static str, holds: Holds, headings: &'static [&'static [&'static str]]) -> Column {
    Column { name, headings, holds }
}

const COURIER_ID: &[&str] = &[
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
];
/// Holds an id in one export and a name in another.
const COURIER: &[&str] = &["派件员"];
const COURIER_NAME: &[&str] = &["派件业务员", "业务员", "签收业务员", "小件员名称", "派件小件员", "扫描员", "快递员"];
const COMPANY: &[&str] = &["公司", "公司名称", "快递公司", "单位", "企业", "企业名称"];
const AREA: &[&str] = &["区域", "收件区域", "收件乡镇", "收件街道", "片区", "派送区域"];
const SERVICE: &[&str] = &["业务", "业务类型", "服务", "服务类型"];
const PARCELS: &[&str] = &["件数", "派件数", "派件量"];
/// The tracking number of a parcel.
pub const PARCEL: &[&str] = &["运单号", "运单号码", "运单编号", "单号", "快递单号"];
const STATUS: &[&str] = &["状态", "签收状态", "签收标识", "是否已签收", "是否签收", "运单状态", "当日签收标识"];
const DAY: &[&str] = &["日期"];
const BASE: &[&str] = &["基本工资", "底薪"];
const FROM: &[&str] = &["起始日期", "生效日期", "开始日期"];
const UNTIL: &[&str] = &["截止日期", "结束日期"];
const ANY_COURIER: &[&[&str]] = &[COURIER_ID, COURIER, COURIER_NAME];

/// The columns of a delivery log, in the order in which the program writes them.
pub const LOG: [Column; 11] = [
    named("parcel", Holds::Text, &[PARCEL]),
    named("courier", Holds::Text, ANY_COURIER),
    named("company", Holds::Text, &[COMPANY]),
    named("area", Holds::Text, &[AREA]),
    named("service", Holds::Text, &[SERVICE]),
    named("status", Holds::Text, &[STATUS]),
    named("parcels", Holds::Number, &[PARCELS]),
    named("date", Holds::Day, &[DAY, &["签收日期", "派件日期", "派送日期"]]),
    named("delivered_at", Holds::Day, &[&["签收时间"]]),
    named("first_at", Holds::Time, &[&["首件时间", "首件签收时间", "first at"]]),
    named("last_at", Holds::Time, &[&["末件时间", "末件签收时间", "last at"]]),
];

/// The columns of a roster.
pub const ROSTER: [Column; 13] = [
    named("courier", Holds::Text, &[COURIER_ID, COURIER]),
    named("name", Holds::Text, &[&["姓名"], COURIER_NAME]),
    named("company", Holds::Text, &[COMPANY]),
    named("position", Holds::Text, &[&["岗位", "职位"]]),
    named("sex", Holds::Text, &[&["性别"]]),
    named("skill", Holds::Text, &[&["技能等级", "技能"]]),
    named("employment", Holds::Text, &[&["用工形式", "用工方式", "用工类型"]]),
    named("base", Holds::Number, &[BASE]),
    named("contract_signed", Holds::Day, &[&["合同签订日期", "劳动合同签订日期"]]),
    named("hired", Holds::Day, &[&["入职日期"]]),
    named("left", Holds::Day, &[&["离职日期"]]),
    named("left_reason", Holds::Text, &[&["离职原因"]]),
    named("from", Holds::Day, &[FROM]),
];

/// The columns of a payroll register.
pub const REGISTER: [Column; 17] = [
    named("courier", Holds::Text, ANY_COURIER),
    named("month", Holds::Month, &[&["月份", "工资月份", "所属月份"]]),
    named("paid", Holds::Number, &[&["应发工资", "应发"]]),
    named("company", Holds::Text, &[COMPANY]),
    named("parcels", Holds::Number, &[PARCELS]),
    named("base", Holds::Number, &[BASE]),
    named("piece", Holds::Number, &[&["计件工资"]]),
    named("premium", Holds::Number, &[&["加成工资", "加班工资", "加班费"]]),
    named("allowance", Holds::Number, &[&["津贴", "补贴"]]),
    named("top_up", Holds::Number, &[&["补差"]]),
    named("deductions", Holds::Number, &[&["扣款"]]),
    named("tax", Holds::Number, &[&["个人所得税", "个税", "代扣个税"]]),
    named("insurance", Holds::Number, &[&["个人社保", "社保个人", "社保公积金", "代扣社保"]]),
    named("damages", Holds::Number, &[&["赔偿", "赔偿款", "赔偿金", "损失赔偿"]]),
    named("fines", Holds::Number, &[&["罚款", "考核金额", "预估考核金额", "预计考核金额"]]),
    named("paid_on", Holds::Day, &[&["发放日期", "支付日期"]]),
    named("fund_paid", Holds::Number, &[&["生育津贴", "基金支付", "医保基金支付"]]),
];

/// The columns of a file of rates.
pub const RATES: [Column; 9] = [
    named("rule", Holds::Text, &[&["规则", "条款"]]),
    named("amount", Holds::Number, &[&["单价", "业务员派费", "派费", "提成金额"]]),
    named("company", Holds::Text, &[COMPANY]),
    named("area", Holds::Text, &[AREA]),
    named("service", Holds::Text, &[SERVICE]),
    named("courier", Holds::Text, ANY_COURIER),
    named("over", Holds::Number, &[&["超过件数"]]),
    named("from", Holds::Day, &[FROM]),
    named("until", Holds::Day, &[UNTIL]),
];

/// The columns of a file of attendance.
pub const ATTENDANCE: [Column; 6] = [
    named("courier", Holds::Text, ANY_COURIER),
    named("date", Holds::Day, &[DAY, &["考勤日期"]]),
    named("hours", Holds::Number, &[&["工时", "工作小时", "小时", "时长"]]),
    named("kind", Holds::Text, &[&["类型", "出勤类型", "考勤类型", "假别", "请假类型"]]),
    named("km", Holds::Number, &[&["公里"]]),
    named("company", Holds::Text, &[COMPANY]),
];

/// The columns of a file of protected periods.
pub const PROTECTED: [Column; 6] = [
    named("courier", Holds::Text, ANY_COURIER),
    named("kind", Holds::Text, &[&["类型", "种类"]]),
    named("from", Holds::Day, &[FROM]),
    named("until", Holds::Day, &[UNTIL]),
    named("due", Holds::Day, &[&["预产期"]]),
    named("company", Holds::Text, &[COMPANY]),
];

/// The columns of a file of the weights of months.
pub const SEASON: [Column; 2] =
    [named("month", Holds::Text, &[&["月份", "月"]]), named("weight", Holds::Number, &[&["权重", "业务量", "件量"]])];

/// The columns of a file of parcels a year.
pub const ANNUAL: [Column; 2] =
    [named("company", Holds::Text, &[COMPANY]), named("parcels", Holds::Number, &[PARCELS])];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_heading_means_two_columns_of_one_input() {
        for input in [Input::Log].into_iter().chain(Input::OTHERS) {
            let mut seen = BTreeSet::new();
            for column in input.columns() {
                for name in column.known() {
                    assert!(seen.insert(name.to_ascii_lowercase()), "{input:?}: {name}");
                }
            }
        }
    }

    #[test]
    fn a_company_goes_by_the_same_headings_everywhere() {
        for input in [Input::Log].into_iter().chain(Input::OTHERS) {
            for column in input.columns().iter().filter(|column| column.name == "company") {
                assert!(["公司名称", "单位"].iter().all(|heading| column.known().any(|known| known == *heading)));
            }
        }
    }
}
