//! A month outside an agreement's term.
//!
//! **What**: some day of a month of the register lies before the first or after the last day of a document given with `-a`.
//!
//! **Why**: nothing is computed from a clause that is not in force; what looks in order may only be unchecked.
//!
//! **Example**: an agreement ends on 31 March 2023, the register is that of April 2023.
//!
//! **Clause**: the term of the document.
//!
//! # 中文
//!
//! 月份不在协议有效期内。
//!
//! **查什么**：工资册的某个月有日子早于或晚于 `-a` 所给文件的有效期。
//!
//! **为什么**：不在有效期内的条款不参与计算；看似没有问题，也许只是没有检查。
//!
//! **举例**：协议于 2023 年 3 月 31 日届满，工资册是 2023 年 4 月的。
//!
//! **依据**：文件的有效期。

use crate::check::Books;
use crate::check::Finding;
use crate::check::Severity;
use crate::check::registry::Check;
use crate::source::Message;

pub(crate) const CHECK: Check =
    Check { code: "not-in-force", severity: Severity::Warning, source: include_str!("not_in_force.rs"), find };

fn find(books: &Books<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for document in &books.agreement.documents {
        for month in &books.months {
            if document.term.contains(month.first()) && document.term.contains(month.last()) {
                continue;
            }
            let day = |day: Option<crate::units::Date>| day.map_or_else(|| "…".to_string(), |day| day.to_string());
            let message = Message::new("check-not-in-force")
                .with("file", format!("{}/{}", document.agreement, document.file))
                .with("from", day(document.term.from))
                .with("until", day(document.term.until));
            let nobody = std::sync::Arc::default();
            let finding = Finding::new(CHECK.code, CHECK.severity, &nobody, &nobody, message).in_month(*month);
            findings.push(Finding { agreement: document.agreement.to_string(), ..finding });
        }
    }
    findings
}
