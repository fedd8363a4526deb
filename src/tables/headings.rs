//! The headings by which courier companies' exports and payroll offices name the columns: one list for all inputs.
//!
//! The Chinese headings were seen in exports of Chinese courier companies, or are the plain words. Ids come before names of
//! couriers: in the exports, names are often written in several ways and ids are not.

mod words;

use crate::tables::columns::{Column, Holds};
use crate::tables::headings::words::{
    ANY_COURIER, AREA, AREAS, BASE, BASES, COMPANY, COUNTS, COURIER, COURIER_ID, COURIER_NAME, DAY, FROM, FROMS,
    PARCEL, PARCELS, PERSON_NAME, SERVICE, STATUS, STATUSES, UNTIL, UNTILS,
};

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
    /// All inputs.
    pub const ALL: [Self; 6] =
        [Self::Log, Self::Roster, Self::Register, Self::Rates, Self::Attendance, Self::Protected];

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
    Column { name, headings, equals: &[], holds }
}

impl Column {
    /// The same with further headings, of which none goes before another.
    const fn or(self, equals: &'static [&'static str]) -> Self {
        Self { equals, ..self }
    }
}

/// The columns of a delivery log, in the order in which the program writes them.
pub const LOG: [Column; 11] = [
    named("parcel", Holds::Text, &[PARCEL]),
    named("courier", Holds::Text, ANY_COURIER),
    named("company", Holds::Text, &[COMPANY]),
    named("area", Holds::Text, &[AREA]).or(AREAS),
    named("service", Holds::Text, &[SERVICE]),
    named("status", Holds::Text, &[STATUS, STATUSES]),
    named("parcels", Holds::Number, &[PARCELS]).or(COUNTS),
    named("date", Holds::Day, &[DAY, &["签收日期", "派件日期", "派送日期"]]).or(&[
        "妥投日期",
        "投递日期",
        "送达日期",
        "配送日期",
        "统计日期",
        "业务日期",
        "delivery date",
        "delivered date",
        "delivered on",
    ]),
    named("delivered_at", Holds::Day, &[&["签收时间"]]).or(&[
        "妥投时间",
        "送达时间",
        "实际签收时间",
        "签收日期时间",
        "delivery time",
        "delivered time",
        "delivery datetime",
    ]),
    named("first_at", Holds::Time, &[&["首件时间", "首件签收时间"]]),
    named("last_at", Holds::Time, &[&["末件时间", "末件签收时间"]]),
];

/// The columns of a roster.
pub const ROSTER: [Column; 13] = [
    named("courier", Holds::Text, &[COURIER_ID, COURIER]),
    named("name", Holds::Text, &[PERSON_NAME, COURIER_NAME]),
    named("company", Holds::Text, &[COMPANY]),
    named("position", Holds::Text, &[&["岗位", "职位"]]).or(&["岗位名称", "职位名称", "工种", "job title"]),
    named("sex", Holds::Text, &[&["性别"]]).or(&["gender"]),
    named("skill", Holds::Text, &[&["技能等级", "技能"]]).or(&["职业技能等级", "技能级别", "skill level"]),
    named("employment", Holds::Text, &[&["用工形式", "用工方式", "用工类型"]]).or(&["employment type"]),
    named("base", Holds::Number, &[BASE]).or(BASES),
    named("contract_signed", Holds::Day, &[&["合同签订日期", "劳动合同签订日期"]]).or(&[
        "合同签订时间",
        "劳动合同签订时间",
        "合同签定日期",
        "合同签署日期",
        "签合同日期",
        "contract date",
    ]),
    named("hired", Holds::Day, &[&["入职日期"]]).or(&[
        "入职时间",
        "入职日",
        "入司日期",
        "入司时间",
        "hire date",
        "hired on",
        "date hired",
        "join date",
    ]),
    named("left", Holds::Day, &[&["离职日期"]]).or(&[
        "离职时间",
        "离职日",
        "离司日期",
        "离司时间",
        "left on",
        "termination date",
        "leaving date",
    ]),
    named("left_reason", Holds::Text, &[&["离职原因"]]).or(&["离职事由", "leaving reason"]),
    named("from", Holds::Day, &[FROM]).or(FROMS),
];

/// The columns of a payroll register.
pub const REGISTER: [Column; 17] = [
    named("courier", Holds::Text, ANY_COURIER),
    named("paid", Holds::Number, &[&["应发工资", "应发"]]).or(&[
        "应发合计",
        "应发金额",
        "应发总额",
        "应发工资合计",
        "应发薪资",
        "应付工资",
        "应付工资合计",
        "税前工资",
        "税前合计",
        "工资总额",
        "gross",
        "gross pay",
        "gross wage",
        "gross salary",
    ]),
    named("month", Holds::Month, &[&["月份", "工资月份", "所属月份"]]).or(&[
        "年月",
        "工资年月",
        "工资所属月份",
        "工资所属期",
        "所属期",
        "计薪月份",
        "核算月份",
        "pay month",
        "wage month",
        "payroll month",
    ]),
    named("company", Holds::Text, &[COMPANY]),
    named("parcels", Holds::Number, &[PARCELS]).or(COUNTS),
    named("base", Holds::Number, &[BASE]).or(BASES),
    named("piece", Holds::Number, &[&["计件工资"]]).or(&[
        "计件提成",
        "派件提成",
        "提成工资",
        "派费工资",
        "派件工资",
        "计件薪资",
        "计件金额",
        "派费合计",
        "piece wage",
        "piece wages",
        "piece pay",
    ]),
    named("premium", Holds::Number, &[&["加成工资", "加班工资", "加班费"]]).or(&["加班薪资", "overtime pay"]),
    named("allowance", Holds::Number, &[&["津贴", "补贴"]]).or(&["津补贴", "津贴补贴", "补助", "allowances"]),
    named("top_up", Holds::Number, &[&["补差"]]).or(&["保底补差", "差额补足", "最低工资补差", "最低工资补足"]),
    named("deductions", Holds::Number, &[&["扣款"]]).or(&["扣款金额", "其他扣款"]),
    named("tax", Holds::Number, &[&["个人所得税", "个税", "代扣个税"]]).or(&[
        "代扣个人所得税",
        "代扣代缴个税",
        "所得税",
        "income tax",
    ]),
    named("insurance", Holds::Number, &[&["个人社保", "社保个人", "社保公积金", "代扣社保"]]).or(&[
        "社保(个人)",
        "社保个人部分",
        "个人社保公积金",
        "代扣社保公积金",
        "社保公积金(个人)",
    ]),
    named("damages", Holds::Number, &[&["赔偿", "赔偿款", "赔偿金", "损失赔偿"]]).or(&[
        "赔偿金额",
        "赔付金额",
        "赔付款",
    ]),
    named("fines", Holds::Number, &[&["罚款", "考核金额", "预估考核金额", "预计考核金额"]]).or(&[
        "罚款金额",
        "罚款合计",
        "扣罚",
        "扣罚金额",
        "处罚金额",
    ]),
    named("paid_on", Holds::Day, &[&["发放日期", "支付日期"]]).or(&[
        "发薪日期",
        "发薪日",
        "发放时间",
        "支付时间",
        "pay date",
        "payment date",
    ]),
    named("fund_paid", Holds::Number, &[&["生育津贴", "基金支付", "医保基金支付"]]),
];

/// The columns of a file of rates.
pub const RATES: [Column; 9] = [
    named("amount", Holds::Number, &[&["单价", "业务员派费", "派费", "提成金额"]]).or(&[
        "派费单价",
        "派件单价",
        "派送单价",
        "计件单价",
        "每件单价",
        "提成单价",
        "派件费",
        "派送费",
        "派件提成",
        "rate",
        "price",
        "unit price",
    ]),
    named("rule", Holds::Text, &[&["规则", "条款"]]).or(&["规则名称", "rule id"]),
    named("company", Holds::Text, &[COMPANY]),
    named("area", Holds::Text, &[AREA]).or(AREAS),
    named("service", Holds::Text, &[SERVICE]),
    named("courier", Holds::Text, ANY_COURIER),
    named("over", Holds::Number, &[&["超过件数"]]),
    named("from", Holds::Day, &[FROM]).or(FROMS),
    named("until", Holds::Day, &[UNTIL]).or(UNTILS),
];

/// The columns of a file of attendance.
pub const ATTENDANCE: [Column; 6] = [
    named("courier", Holds::Text, ANY_COURIER),
    named("date", Holds::Day, &[DAY, &["考勤日期"]]).or(&["出勤日期", "打卡日期", "工作日期", "work date"]),
    named("hours", Holds::Number, &[&["工时", "工作小时", "小时", "时长"]]).or(&[
        "小时数",
        "工时数",
        "总工时",
        "实际工时",
        "工作时长",
        "工作小时数",
        "出勤小时",
        "出勤小时数",
        "出勤工时",
        "出勤时长",
        "上班时长",
        "work hours",
        "working hours",
        "hours worked",
    ]),
    named("kind", Holds::Text, &[&["类型", "出勤类型", "考勤类型", "假别", "请假类型"]]).or(&[
        "出勤类别",
        "考勤类别",
        "日期类型",
        "假期类型",
        "休假类型",
        "请假类别",
        "请假",
        "缺勤",
        "缺勤类型",
        "缺勤类别",
        "leave",
        "leave type",
        "absence",
        "absence type",
    ]),
    named("km", Holds::Number, &[&["公里"]]).or(&["公里数", "里程", "里程数", "行驶里程", "行驶公里", "mileage"]),
    named("company", Holds::Text, &[COMPANY]),
];

/// The columns of a file of protected periods.
pub const PROTECTED: [Column; 6] = [
    named("courier", Holds::Text, ANY_COURIER),
    named("kind", Holds::Text, &[&["类型", "种类"]]).or(&["保护类型", "保护期类型", "期间类型"]),
    named("from", Holds::Day, &[FROM]).or(FROMS),
    named("until", Holds::Day, &[UNTIL]).or(UNTILS),
    named("due", Holds::Day, &[&["预产期"]]).or(&["预产日期", "due date"]),
    named("company", Holds::Text, &[COMPANY]),
];

/// The columns of a file of the weights of months.
pub const SEASON: [Column; 2] =
    [named("month", Holds::Text, &[&["月份", "月"]]), named("weight", Holds::Number, &[&["权重", "业务量", "件量"]])];

/// The columns of a file of parcels a year.
pub const ANNUAL: [Column; 2] =
    [named("company", Holds::Text, &[COMPANY]), named("parcels", Holds::Number, &[PARCELS]).or(COUNTS)];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::tables::heading;

    #[test]
    fn no_heading_means_two_columns_of_one_input() {
        for input in [Input::Log].into_iter().chain(Input::OTHERS) {
            let mut seen = BTreeSet::new();
            for column in input.columns() {
                for name in column.known() {
                    assert!(seen.insert(heading::key(name)), "{input:?}: {name}");
                    assert!(
                        !name.bytes().any(|byte| byte.is_ascii_digit()),
                        "{name}: a digit tells that a cell is no heading"
                    );
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
